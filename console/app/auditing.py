"""Checkpoints and erasing, as commands and as what the timekeeper does each day (features U-02, I-06)."""

from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import select

from console.actions import retention
from console.actions.desk import Desk
from console.app.maintenance import MaintenanceError
from console.app.officers import load_officers
from console.app.sighted import seen_by, unnamed_words
from console.app.workspace import Workspace
from console.cache import checkpoints
from console.cache.keys import MEDIA, subkey
from console.cache.sealed import SealedFiles
from console.cache.store import Store
from console.domain.calendar import local_datetime
from console.record import chain
from console.record.tables import event as event_table
from console.record.verify import Checkpoint
from console.runtime.resources import load_reply_policy, load_retention


@dataclass(frozen=True, slots=True)
class Signed:
    """A checkpoint that was written."""

    path: str
    events: int
    head: str
    public_key: str

    def values(self) -> dict[str, object]:
        """Return it for a program."""
        return asdict(self)

    def words(self) -> str:
        """Return it for a person."""
        return (
            f"Điểm đối chứng: {self.events} sự kiện, {self.head}\n{self.path}\n"
            f"Khóa công khai (in, gửi hai nơi khác giữ): {self.public_key}"
        )


def folder_of(workspace: Workspace) -> Path:
    """Return where a profile keeps its checkpoints; copies belong elsewhere."""
    return workspace.profile.root / "checkpoints"


def head_of(store: Store) -> Checkpoint:
    """Return the head of the log as it is now, unchecked."""
    with store.read() as connection:
        row = connection.execute(
            select(event_table.c.seq, event_table.c.hash).order_by(event_table.c.seq.desc()).limit(1)
        ).one_or_none()
    return Checkpoint(row.seq, row.hash.hex()) if row else Checkpoint(0, chain.GENESIS.hex())


def sign_today(store: Store, workspace: Workspace) -> Path | None:
    """Write the day's checkpoint unless it is there; return its path if it was written now."""
    now_ms = workspace.clock.now_ms()
    day = local_datetime(now_ms).date().isoformat()
    if (folder_of(workspace) / f"{day}.checkpoint").exists():
        return None
    text = checkpoints.sign(store, workspace.machine, head_of(store), now_ms)
    return checkpoints.write(folder_of(workspace), day, text)


def sign_now(workspace: Workspace, to: Path | None) -> Signed:
    """Write a checkpoint of now into ``to``, the profile's folder by default."""
    store, now_ms = workspace.store, workspace.clock.now_ms()
    head = head_of(store)
    name = local_datetime(now_ms).strftime("%Y-%m-%d-%H%M%S")
    text = checkpoints.sign(store, workspace.machine, head, now_ms)
    path = checkpoints.write(to or folder_of(workspace), name, text)
    return Signed(str(path), head.seq, head.hash, checkpoints.public_key(store))


def read_checkpoint(workspace: Workspace, path: Path, key: str) -> Checkpoint:
    """Return what a checkpoint file holds, its signature checked against ``key``, the store's own where that is "".

    Raises:
        MaintenanceError: it cannot be read, is none, or somebody else signed it.

    """
    try:
        text = path.read_text(encoding="utf-8")
        return checkpoints.read(text, key or checkpoints.public_key(workspace.store)).head
    except (OSError, UnicodeDecodeError) as error:
        raise MaintenanceError(f"Không đọc được {path.name}. Chưa kiểm tra gì.") from error
    except checkpoints.CheckpointError as error:
        raise MaintenanceError(f"{error}. Chưa kiểm tra gì.") from error


@dataclass(frozen=True, slots=True)
class Kept:
    """What a step of erasing came to."""

    run: str
    cases: int
    bodies: int
    detail: str

    def values(self) -> dict[str, object]:
        """Return it for a program."""
        return asdict(self)

    def words(self) -> str:
        """Return it for a person."""
        return self.detail


def retain(workspace: Workspace, step: str, officer_id: str, reason: str, run: str) -> Kept:
    """Do one step of erasing: ``preview``, ``propose`` or ``approve``; a preview names the cases its reader may know of.

    Raises:
        MaintenanceError, ActionError: nothing was erased.

    """
    rule = load_retention()
    if step == "preview":
        due = retention.preview(workspace.store, rule)
        seen = seen_by(workspace, officer_id, (x.case_id for x in due))
        named = [x for x in due if x.case_id in seen]
        lines = [f"{len(due)} hồ sơ hết thời gian lưu giữ nội dung. Chưa xóa gì."]
        lines += [f"{x.number}  {x.category or '(chưa phân loại)'}" for x in named]
        lines += unnamed_words(officer_id, len(due) - len(named))
        return Kept("", len(due), 0, "\n".join(lines))
    officer = load_officers(workspace).get(officer_id)
    if officer is None:
        raise MaintenanceError(f"Không có cán bộ {officer_id!r} trong kho. Chưa xóa gì.")
    desk = Desk(workspace.store, officer, workspace.rules, load_reply_policy())
    if step == "propose":
        made, count = retention.propose(desk, rule, reason)
        words = f"Đã đề nghị xóa nội dung {count} hồ sơ, chờ người thứ hai duyệt. Mã: {made}"
        return Kept(made, count, 0, words)
    done = retention.approve_and_run(desk, rule, run)
    files = SealedFiles(workspace.profile.media, subkey(workspace.opened.key, MEDIA))
    for file_id in done.files:
        files.remove(file_id)
    words = (
        f"Đã xóa nội dung {done.cases} hồ sơ ({done.bodies} mục, {len(done.files)} tệp), để lại {done.skipped}. "
        "Số hồ sơ và số liệu còn nguyên. Bản sao lưu cũ còn nội dung cho tới khi được thay."
    )
    return Kept(run, done.cases, done.bodies, words)
