"""What connecting an OA needs of this machine: a way to Zalo, a right clock, the store's key, room on the disk."""

from pathlib import Path
from urllib.parse import urlsplit

from console.app.error_words import said_error
from console.app.workspace import Workspace
from console.cache.errors import StoreError
from console.cache.key_note import note_of, read_note
from console.cache.keys import FILE_SOURCE, KeyFile, SystemKeyring
from console.cache.place import RESERVE_BYTES, free_bytes
from console.domain.clock import MINUTE_MS
from console.domain.numerals import number_text
from console.domain.skew import Skew
from console.runtime.i18n import tr
from console.runtime.settings import OaConnection
from console.ui.signin.setup_state import Check, Found
from console.zalo.client import OPENAPI_URL
from console.zalo.errors import ZaloError
from console.zalo.oauth import OAUTH_URL
from console.zalo.reach import reach

_MB = 1024 * 1024
LITTLE_BYTES = 2 * 1024 * _MB
"""With less room the pictures of a busy month do not fit any more; it is told, not refused."""
LEAST_BYTES = 2 * RESERVE_BYTES
"""With less, not even the reserve can be kept (reliability.md §4.1)."""


def check_machine(workspace: Workspace) -> tuple[Check, ...]:
    """Look at all of it, really: asks Zalo's hosts, so not for the UI thread. In the order of the wizard's lines."""
    network, dates = _network(workspace.settings.oa)
    return (network, _clock(workspace, dates), _key(workspace), _disk(workspace))


def _network(oa: OaConnection) -> tuple[Check, list[int]]:
    name, hosts = "network", []
    dates: list[int] = []
    for url in (oa.oauth_url or OAUTH_URL, oa.api_url or OPENAPI_URL):
        host = urlsplit(url).hostname or url
        try:
            date = reach(url)
        except ZaloError as error:
            words = tr("Không tới được {host}. {why}", host=host, why=error.text_vi)
            return Check(name, Found.BAD, words), dates
        dates += [date] if date is not None else []
        hosts.append(host)
    both = tr("{one} và {other}", one=hosts[0], other=hosts[1])
    return Check(name, Found.OK, tr("Tới được {hosts}", hosts=both)), dates


def _clock(workspace: Workspace, dates: list[int]) -> Check:
    name = "clock"
    if not dates:
        return Check(name, Found.WARN, tr("Chưa so được với giờ của Zalo. Tự xem giờ máy có đúng không"))
    skew = Skew(workspace.clock.now_ms(), dates[-1])
    if not skew.wrong:
        return Check(name, Found.OK, tr("Khớp với giờ của Zalo"))
    minutes = number_text(abs(skew.ms) // MINUTE_MS)
    said = (
        tr("Máy nhanh {minutes} phút so với Zalo.", minutes=minutes)
        if skew.ms > 0
        else tr("Máy chậm {minutes} phút so với Zalo.", minutes=minutes)
    )
    advice = tr("Tin vẫn nhận đủ nhưng hạn sẽ tính sai: cho máy tự chỉnh giờ theo mạng, rồi kiểm tra lại")
    return Check(name, Found.WARN, f"{said} {advice}")


def _key(workspace: Workspace) -> Check:
    """Ask the place that keeps the store's key for it once more: an OA's tokens are worth nothing behind a lost key."""
    name, database = "key", workspace.profile.database
    try:
        if workspace.pins.in_use:
            workspace.pins.require_half()
            return Check(name, Found.OK, tr("Khóa của kho nằm dưới PIN; kho khóa của máy giữ một nửa"))
        note = read_note(note_of(database))
        if note is not None and note.source.startswith(FILE_SOURCE):
            kept = KeyFile(Path(note.source.removeprefix(FILE_SOURCE))).load(note.entry)
            place = tr("tệp khóa chỉ tài khoản này đọc được")
        else:
            kept = SystemKeyring().load(note.entry if note is not None else "")
            place = tr("kho khóa của hệ thống")
    except StoreError as error:
        return Check(name, Found.BAD, said_error(error))
    if kept != workspace.opened.key:
        words = tr(
            "Nơi giữ khóa không còn khóa của kho này. Dữ liệu còn nguyên; đừng tắt máy, gọi quản trị ngay"
        )
        return Check(name, Found.BAD, words)
    return Check(name, Found.OK, tr("Khóa của kho nằm trong {place} và mở được kho này", place=place))


def _disk(workspace: Workspace) -> Check:
    name = "disk"
    try:
        free = free_bytes(workspace.profile.root)
    except OSError as error:
        words = tr("Không đọc được ổ đĩa ({why}). Kiểm tra ổ đĩa rồi thử lại", why=error.strerror or "")
        return Check(name, Found.BAD, words)
    room = tr("Còn trống {amount} MB", amount=number_text(free // _MB))
    if free < LEAST_BYTES:
        return Check(
            name, Found.BAD, tr("{room}: không đủ để lưu tin. Dọn ổ đĩa rồi kiểm tra lại", room=room)
        )
    if free < LITTLE_BYTES:
        return Check(
            name, Found.WARN, tr("{room}: ít, ảnh và tệp của dân sẽ làm đầy. Nên dọn ổ đĩa sớm", room=room)
        )
    return Check(name, Found.OK, room)
