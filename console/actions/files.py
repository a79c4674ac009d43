"""Files of a case: what an officer sends, what a citizen sent, and copies that leave the store (features C-01, X-01)."""

from pathlib import Path

from sqlalchemy import delete

from console.actions.desk import Desk, Missing, Refused
from console.actions.guards import clean_text, require, require_open_files, require_open_text, visible_case
from console.actions.perform import Ask, Step, perform
from console.cache import media_queue
from console.cache import tables as t
from console.cache.drafts import uses_file
from console.cache.new_file import seal_new
from console.cache.releasing import CaseFile, files_of_case
from console.cache.sealed import SealedFiles, SealError
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import Case
from console.domain.conflict import Action
from console.domain.events import OutboundFile
from console.domain.officer import Permission
from console.domain.picture_bytes import BadPictureError, without_metadata
from console.domain.text import safe_line

LARGEST_BYTES = 5 * 1024 * 1024
"""What Zalo takes at most of any kind (zalo-openapi.md §4); pictures have a smaller limit of their own."""
_NAME_CHARS = 120


def attach(desk: Desk, path: Path, name: str, media_type: str) -> OutboundFile:
    """Copy a file of this machine into the store, sealed, so that a reply can carry it.

    Args:
        desk: who sends.
        path: the file, read once.
        name: what the citizen will see.
        media_type: as the composer told it from content and ending.

    Raises:
        Refused: not allowed to reply, or the file is empty, too large or not readable.
        StoreError: the disk refused; nothing is kept.

    """
    require(desk.officer, Permission.REPLY)
    files = sealed_files(desk)
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise Refused("Không đọc được tệp: {reason}", reason=error.strerror or "") from error
    if not content or len(content) > LARGEST_BYTES:
        raise Refused("Tệp trống hoặc lớn hơn 5 MB: chọn tệp khác")
    try:
        # Where and when a picture was taken is nobody's business but the sender's (features X-02).
        content = without_metadata(content, media_type)
    except BadPictureError as error:
        raise Refused("Ảnh bị hỏng nên không gửi: chọn ảnh khác") from error
    sealed = seal_new(desk.store, files, content, media_type)
    with desk.store.write() as tx:
        media_queue.add_file(tx.connection, sealed, tx.now_ms)
    return OutboundFile(sealed.file_id, safe_line(name, _NAME_CHARS), media_type, sealed.size, sealed.sha256)


def discard(desk: Desk, file_id: str) -> bool:
    """Delete a sealed file that was chosen for a reply and taken off again; return whether it is gone.

    What a draft, a reply or a message still holds stays (features C-07).

    Raises:
        Refused: not allowed to reply.

    """
    require(desk.officer, Permission.REPLY)
    files = sealed_files(desk)
    with desk.store.write() as tx:
        if uses_file(tx.connection, file_id) or media_queue.file_by_id(tx.connection, file_id) is None:
            return False
        tx.connection.execute(delete(t.sealed_file).where(t.sealed_file.c.file_id == file_id))
        # A crash before the bytes are gone must not leave a copy that nothing knows of.
        media_queue.announce_file(tx.connection, file_id)
    files.remove(file_id)
    with desk.store.write() as tx:
        media_queue.forget_announced(tx.connection, file_id)
    return True


def read_file(desk: Desk, case_id: str, file_id: str) -> bytes:
    """Return the bytes of an attachment of a case, checked against their hash.

    Raises:
        Missing: the case has no such file, it was not let through to the officer's unit, or he may not see the case.
        Refused: the officer's roles read nothing, or the sealed copy is damaged.

    """
    require(desk.officer, Permission.READ)
    files = sealed_files(desk)
    with desk.store.write() as tx:
        case = visible_case(tx, desk, case_id)
        require_open_files(case)
        sha256 = case_file(tx, desk, case, file_id).sha256
    return _open(files, file_id, sha256)


def export_file(desk: Desk, case_id: str, file_id: str, reason: str, *, command_id: str = "") -> bytes:
    """Return the bytes of an attachment to be saved outside the store; that they leave is in the log first."""
    files = sealed_files(desk)
    words = clean_text(reason, "lý do xuất tệp")
    ask = Ask(case_id, Action.EXPORT, Permission.EXPORT, None, command_id, {"reason": words})
    found: list[str] = []

    def plan(tx: Transaction, case: Case) -> Step:
        require_open_files(case)
        found.append(case_file(tx, desk, case, file_id).sha256)
        # The bytes first: an export that fails must not be in the log as one that happened.
        _open(files, file_id, found[0])
        return Step((e.CaseExported(f"tệp {found[0][:12]}", words),))

    perform(desk, ask, plan)
    if not found:
        with desk.store.write() as tx:
            found.append(case_file(tx, desk, visible_case(tx, desk, case_id), file_id).sha256)
    return _open(files, file_id, found[0])


def export_case(desk: Desk, case_id: str, reason: str, what: str = "nội dung hồ sơ") -> str:
    """Note that a case's messages are about to be saved outside the store; call it before reading them for that.

    Returns:
        The reason as it stands in the log.

    Raises:
        ActionError: it may not leave; nothing was noted.

    """
    words = clean_text(reason, "lý do xuất hồ sơ")
    ask = Ask(case_id, Action.EXPORT, Permission.EXPORT, wish={"reason": words})

    def plan(_tx: Transaction, case: Case) -> Step:
        require_open_text(case)
        return Step((e.CaseExported(what, words),))

    perform(desk, ask, plan)
    return words


def sealed_files(desk: Desk) -> SealedFiles:
    """Return where attachments lie. Raises ``Refused`` on a machine that keeps none."""
    if desk.files is None:
        raise Refused("Máy này không giữ tệp đính kèm")
    return desk.files


def case_file(tx: Transaction, desk: Desk, case: Case, file_id: str) -> CaseFile:
    """Return what is known of a file of a case, as far as the officer gets it (features E-03). Raises ``Missing``."""
    for one in files_of_case(tx.connection, desk.rules, desk.sight, case, tx.now_ms):
        if one.file_id == file_id:
            return one
    raise Missing("Hồ sơ không có tệp này, hoặc tệp không được gửi kèm cho đơn vị của bạn")


def _open(files: SealedFiles, file_id: str, sha256: str) -> bytes:
    try:
        return files.read(file_id, sha256)
    except (SealError, OSError) as error:
        raise Refused("Bản lưu của tệp bị hỏng hoặc mất: báo quản trị, không dùng tệp này") from error
