"""Looking after a store: verify, back up, restore, export."""

import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import func, select

from console.actions.desk import Desk
from console.actions.exporting import plan_case, plan_packet
from console.actions.packing import file_name, write
from console.app.laws import laws_of
from console.app.officers import load_officers
from console.app.workspace import Workspace, is_demo, key_source, load_rules
from console.cache import tables as t
from console.cache.backup import back_up, list_backups
from console.cache.clock_watch import STREAM
from console.cache.database import open_database
from console.cache.key_note import obtain_key
from console.cache.keys import MEDIA, KeySource, subkey
from console.cache.lockfile import InstanceLock
from console.cache.migrate import migrate
from console.cache.pin_file import former_key
from console.cache.place import write_whole
from console.cache.projector import Projector
from console.cache.rebuild import differences
from console.cache.restore import restore as restore_store
from console.cache.sealed import SealedFiles
from console.cache.store import Store
from console.domain.calendar import local_datetime
from console.domain.events import ClockSteppedBack
from console.domain.officer import Officer
from console.domain.pass_phrase import PassPhrase
from console.record.tables import event
from console.record.verify import Checkpoint, verify_chain
from console.runtime.clock import SystemClock
from console.runtime.profile import open_profile
from console.runtime.resources import load_reply_policy
from console.runtime.settings import load_settings


class MaintenanceError(RuntimeError):
    """It could not be done; ``str`` says why in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What the chain and the projections said."""

    ok: bool
    events: int
    first_bad_seq: int | None
    what: str
    changed: tuple[str, ...]
    clock_steps: int = 0
    """How often the log tells of a wall clock that went back: times around it may not be in order."""

    def values(self) -> dict[str, object]:
        """Return it for a program."""
        return asdict(self)

    def words(self) -> str:
        """Return it for a person."""
        if self.ok:
            stepped = (
                f" Đồng hồ máy đã bị lùi {self.clock_steps} lần; thứ tự sự kiện vẫn đúng, giờ ghi có thể trùng."
                if self.clock_steps
                else ""
            )
            return f"Nguyên vẹn: {self.events} sự kiện nối đúng, mọi bảng khớp với sổ.{stepped}"
        if self.first_bad_seq is not None or self.what:
            return f"HỎNG tại sự kiện {self.first_bad_seq}: {self.what}. Không sửa tay; khôi phục từ bản sao lưu."
        return f"Sổ nguyên vẹn nhưng bảng {', '.join(self.changed)} lệch. Chạy: console rebuild"


def verify(workspace: Workspace, checkpoint: Checkpoint | None = None) -> Verified:
    """Check the event chain, against a checkpoint that was kept elsewhere if there is one, and every projection."""
    return verify_store(workspace.store, checkpoint)


def verify_store(store: Store, checkpoint: Checkpoint | None = None) -> Verified:
    """Check a store as ``verify`` does; change nothing."""
    with store.read() as connection:
        report = verify_chain(connection, checkpoint=checkpoint)
        stepped = select(func.count()).where(event.c.case_id == STREAM, event.c.kind == ClockSteppedBack.KIND)
        steps = connection.execute(stepped).scalar_one()
    changed = differences(store) if report.ok else ()
    ok = report.ok and not changed
    return Verified(ok, report.checked, report.first_bad_seq, report.what, changed, steps)


@dataclass(frozen=True, slots=True)
class Made:
    """A file or folder that was written."""

    path: str
    detail: str

    def values(self) -> dict[str, object]:
        """Return it for a program."""
        return asdict(self)

    def words(self) -> str:
        """Return it for a person."""
        return f"{self.detail}: {self.path}"


@dataclass(frozen=True, slots=True)
class Exported(Made):
    """An encrypted file that was written, its hex SHA-256 and size in bytes."""

    sha256: str
    size: int

    def words(self) -> str:
        """Return it for a person."""
        return (
            f"{self.detail}: {self.path} ({self.size} byte, mã hóa), SHA-256 {self.sha256}\n"
            "Mở lại bằng «console unpack». Báo mật khẩu cho người nhận bằng đường khác; quên thì phải xuất lại."
        )


def backup(workspace: Workspace, to: Path | None) -> Made:
    """Write a verified copy of the store and its attachments."""
    profile = workspace.profile
    made = back_up(
        profile.database, workspace.opened.key, to or profile.backups, profile.media, workspace.clock.now_ms()
    )
    return Made(str(made.path), "Đã sao lưu và kiểm tra")


def newest_backup(place: Path) -> Path:
    """Return ``place``, or where it is a folder of backups the newest complete one in it. Raises ``MaintenanceError``."""
    if not place.is_dir():
        if not (place.exists() or place.with_suffix(".json").exists()):
            raise MaintenanceError(
                f"Không thấy bản sao lưu {place}. Chưa thay đổi gì. Hãy chọn thư mục backups của hồ sơ, hoặc một bản trong đó."
            )
        return place
    found = list_backups(place)
    if not found:
        raise MaintenanceError(f"Không có bản sao lưu hoàn chỉnh nào trong {place}. Chưa thay đổi gì.")
    return found[0].path


@dataclass(frozen=True, slots=True)
class Drilled:
    """What a rehearsal of the restore showed."""

    backup: str
    at: int
    verified: Verified
    media: int

    @property
    def ok(self) -> bool:
        """Return whether the store would be back, whole."""
        return self.verified.ok

    def values(self) -> dict[str, object]:
        """Return it for a program."""
        return {"backup": self.backup, "at": self.at, "media": self.media, **self.verified.values()}

    def words(self) -> str:
        """Return it for a person."""
        if not self.ok:
            return f"Diễn tập HỎNG với {self.backup}: {self.verified.words()}"
        return (
            f"Diễn tập khôi phục đạt: {self.backup} lúc {_time(self.at)}, {self.media} tệp. {self.verified.words()} "
            "Kho đang dùng không bị đụng tới."
        )


def drill(
    backup_file: Path, root: Path | None, key_file: Path | None, source: KeySource | None = None
) -> Drilled:
    """Restore a backup beside the store, verify it there as ``verify`` does, and throw it away; nothing is replaced."""
    profile = open_profile(root, demo=is_demo(root))
    key = obtain_key(source or key_source(profile, key_file), profile.database, lost=True)
    with tempfile.TemporaryDirectory(prefix="drill-", dir=profile.root) as folder:
        place = Path(folder)
        done = restore_store(
            newest_backup(backup_file),
            key,
            place / "ban-truc.db",
            place / "media",
            SystemClock().now_ms(),
            former=former_key(profile.database, key),
        )
        migrate(place / "ban-truc.db", key, SystemClock().now_ms())
        engine = open_database(place / "ban-truc.db", key, create=False)
        try:
            with engine.connect() as connection:
                laws, _told = laws_of(connection, profile.root / "data")
            rules = load_rules(load_settings(profile.settings).unit_tree.value, laws)
            verified = verify_store(Store(engine, SystemClock(), Projector(rules), "drill"))
        finally:
            engine.dispose()
    return Drilled(done.backup.path.name, done.backup.at, verified, done.media)


def restore(
    backup_file: Path,
    root: Path | None,
    key_file: Path | None,
    *,
    force: bool,
    source: KeySource | None = None,
) -> Made:
    """Put a backup, or the newest of a folder, in the place of the store; the replaced one is kept aside."""
    backup_file = newest_backup(backup_file)
    profile = open_profile(root, demo=is_demo(root))
    with InstanceLock(profile.lock):
        key = obtain_key(source or key_source(profile, key_file), profile.database, lost=True)
        done = restore_store(
            backup_file,
            key,
            profile.database,
            profile.media,
            SystemClock().now_ms(),
            force=force,
            former=former_key(profile.database, key),
        )
        if done.settings and not profile.settings.exists():
            # A new machine; on an old one what was set there stays.
            write_whole(profile.settings, done.settings.encode(), "restore.settings")
    return Made(
        str(profile.database),
        f"Đã khôi phục về lúc {_time(done.backup.at)} với {done.media} tệp; kho cũ giữ ở {done.replaced or '(không có)'}",
    )


def officer_named(workspace: Workspace, officer_id: str) -> Officer:
    """Return an active officer by id. Raises ``MaintenanceError``: there is none; nothing was exported."""
    officer = load_officers(workspace).get(officer_id)
    if officer is None:
        raise MaintenanceError(f"Không có cán bộ {officer_id!r} trong kho. Chưa xuất gì.")
    return officer


def export_case(
    workspace: Workspace,
    number: str,
    to: Path,
    reason: str,
    officer_id: str,
    phrase: PassPhrase,
    *,
    packet: bool = False,
) -> Exported:
    """Write the messages and attachments of one case with their hashes into one encrypted file; that they leave is in the log first.

    The citizen's name, phone and Zalo id are not among them (domain.md §5.2). ``packet`` writes all the investigation body
    gets: the conversation and the slips as papers and the log of what was done beside them (features E-06).

    Args:
        workspace: the open profile.
        number: of the case.
        to: the new file, or a folder that gets one called by the case's number and the time.
        reason: why it leaves.
        officer_id: who takes it out.
        phrase: opens the file again (``console unpack``).
        packet: everything for the investigation body.

    Raises:
        MaintenanceError, ActionError, StoreError: nothing was written.

    """
    officer = officer_named(workspace, officer_id)
    files = SealedFiles(workspace.profile.media, subkey(workspace.opened.key, MEDIA))
    desk = Desk(workspace.store, officer, workspace.rules, load_reply_policy(), files)
    with workspace.store.read() as connection:
        case_id = connection.execute(select(t.case.c.case_id).where(t.case.c.number == number)).scalar()
    if case_id is None:
        raise MaintenanceError(f"Không có hồ sơ {number}. Chưa xuất gì.")
    path = to / file_name(number, workspace.clock.now_ms(), packet=packet) if to.is_dir() else to
    if path.exists():
        raise MaintenanceError(f"Đã có {path}. Chưa xuất gì; chọn tên khác.")
    if not path.parent.is_dir():
        raise MaintenanceError(f"Không có thư mục {path.parent}. Chưa xuất gì.")
    if packet:
        from console.app.packet import with_papers

        package = with_papers(desk, workspace.reader(), plan_packet(desk, case_id, reason))
    else:
        package = plan_case(desk, case_id, reason)
    written = write(files, package, path, phrase)
    papers = f", {len(package.papers)} phiếu, nhật ký" if packet else ""
    detail = f"Đã xuất {number}: {len(package.messages or ())} tin, {written.files} tệp{papers}"
    return Exported(str(path), detail, written.sha256, written.size)


def _time(at_ms: int) -> str:
    return local_datetime(at_ms).strftime("%H:%M:%S %d/%m/%Y")
