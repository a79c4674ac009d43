"""Copies that leave the store, with a list of what left and its hashes (features X-01, X-04; threats T08, T09).

``plan_case`` and ``plan_file`` run on the store's thread and note in the log that something leaves, before anything is
read for it; ``write`` runs anywhere and touches only the sealed files and the new folder.
"""

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Row, select

from console.actions.desk import Desk, Missing, Refused
from console.actions.files import export_case, export_file, sealed_files
from console.actions.guards import clock_text, require, require_open_text, visible_case
from console.cache import tables as t
from console.cache.errors import known_os_error
from console.cache.handover_query import head_hash
from console.cache.identity_marks import source_marks
from console.cache.sealed import SealedFiles, SealError
from console.cache.store import Transaction
from console.cache.visibility import told
from console.domain.calendar import local_datetime
from console.domain.file_names import export_name
from console.domain.masking import mask_source
from console.domain.officer import Permission
from console.domain.picture_facts import PictureFacts, picture_facts
from console.domain.words import words_for
from console.record.local import read_case
from console.record.tables import event as event_table

MANIFEST = "manifest.json"
MESSAGES = "messages.json"
LOG = "nhat-ky.json"
_FACTS = ("message_id", "direction", "type", "text", "at")


@dataclass(frozen=True, slots=True)
class Leaving:
    """A file that leaves: where it lies sealed, what it is, and the name it gets outside."""

    file_id: str
    sha256: str
    size: int
    media_type: str
    message_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Package:
    """Everything that leaves in one export. ``messages`` is JSON of the case's messages, the source covered; ``mark`` says who
    took it out and when.
    """

    number: str
    reason: str
    officer_id: str
    at: int
    messages: str
    files: tuple[Leaving, ...]
    case_id: str = ""
    log: str = ""
    """JSON of what was done to the case, each with its hash in the chain; "" in an export that is no packet."""
    head: str = ""
    """Hex hash of the newest event of the whole log when the packet was made."""
    papers: tuple[tuple[str, bytes], ...] = ()
    """Papers made of the case, by file name."""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file was found to be: whole, as received. Times are UTC ms, ``size`` bytes. ``told``: what a picture tells beside itself."""

    sha256: str
    size: int
    media_type: str
    message_id: str
    received_at: int
    told: PictureFacts = field(default_factory=PictureFacts)


def plan_case(desk: Desk, case_id: str, reason: str) -> Package:
    """Note in the log that a case leaves, then return what of it does.

    The citizen's name, phone and Zalo id are not among it, and are covered in his words, as what he tells of himself is: whoever
    may export is not by that who may know the source (domain.md §5.1, §5.2).

    Raises:
        ActionError: it may not leave; nothing was noted.

    """
    require(desk.officer, Permission.EXPORT)
    words = export_case(desk, case_id, reason)
    with desk.store.write() as tx:
        case = visible_case(tx, desk, case_id)
        require_open_text(case)
        marks = source_marks(tx.connection, case.conversation_id)
        text = _messages(tx, case_id, marks)
        files = _files_of(tx, case_id, case.number, "")
        return Package(
            case.number, words, desk.officer.officer_id, tx.now_ms, text, files, mark=_mark(desk, tx.now_ms)
        )


def plan_packet(desk: Desk, case_id: str, reason: str) -> Package:
    """Note in the log that a case goes to the investigation body, then return what goes (features E-06).

    Messages with the source covered and the hash of what was really written, attachments as they came, and the log of
    everything that was done, each event with its hash. The papers are added by who can print them; who told of the matter
    goes separately, on demand (domain.md §5.2).

    Raises:
        ActionError: it may not leave; nothing was noted.

    """
    require(desk.officer, Permission.EXPORT)
    words = export_case(desk, case_id, reason, "bộ hồ sơ chuyển Cơ quan điều tra")
    with desk.store.write() as tx:
        case = visible_case(tx, desk, case_id)
        require_open_text(case)
        marks = source_marks(tx.connection, case.conversation_id)
        messages = _messages(tx, case_id, marks)
        names = desk.rules.names()
        c = event_table.c
        hashes = dict(tx.connection.execute(select(c.seq, c.hash).where(c.case_id == case_id)).all())
        log = [
            {
                "seq": event.seq,
                "at": event.at,
                "actor": event.actor,
                "kind": event.kind,
                "words": mask_source(words_for(told(tx.connection, desk.sight, event.body), names), marks),
                "sha256": hashes[event.seq].hex(),
            }
            for event in read_case(tx.connection, case_id)
        ]
        return Package(
            case.number,
            words,
            desk.officer.officer_id,
            tx.now_ms,
            messages,
            _files_of(tx, case_id, case.number, ""),
            case_id,
            _json(log),
            head_hash(tx.connection),
            mark=_mark(desk, tx.now_ms),
        )


def _mark(desk: Desk, at_ms: int) -> str:
    """Return who takes something out and when, as it stands on papers: for every copy that leaves (threats T12, T21)."""
    return f"{desk.officer.title} · {local_datetime(at_ms):%d/%m/%Y} {clock_text(at_ms)}"


def _messages(tx: Transaction, case_id: str, marks: tuple[str, ...]) -> str:
    rows = tx.connection.execute(
        select(t.message).where(t.message.c.case_id == case_id).order_by(t.message.c.at, t.message.c.seq)
    ).all()
    return _json([_covered(row, marks) for row in rows])


def _covered(row: Row[tuple[object, ...]], marks: tuple[str, ...]) -> dict[str, object]:
    """Return a message with the source covered, and the hash of its words as they came."""
    found = {name: getattr(row, name) for name in _FACTS}
    text = str(found["text"])
    return found | {
        "text": mask_source(text, marks),
        "sha256_of_text": hashlib.sha256(text.encode()).hexdigest(),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def plan_file(desk: Desk, case_id: str, file_id: str, reason: str) -> Package:
    """Note in the log that one attachment leaves, then return it. Raises ``ActionError``: nothing was noted."""
    require(desk.officer, Permission.EXPORT)
    export_file(desk, case_id, file_id, reason)
    with desk.store.write() as tx:
        case = visible_case(tx, desk, case_id)
        require_open_text(case)
        files = _files_of(tx, case_id, case.number, file_id)
        return Package(
            case.number,
            reason.strip(),
            desk.officer.officer_id,
            tx.now_ms,
            "",
            files,
            mark=_mark(desk, tx.now_ms),
        )


def write(files: SealedFiles | None, package: Package, folder: Path) -> int:
    """Write a package into a folder that does not exist yet; return how many attachments are in it.

    Each attachment is checked against its hash before and after it is written. The manifest comes last: a folder without
    one is not whole.

    Raises:
        Refused: the folder is there already, a sealed copy is damaged, or this machine keeps no attachments.
        StoreError: the disk refused.

    """
    try:
        folder.mkdir(mode=0o700, parents=True)
    except OSError as error:
        raise Refused(
            "Không tạo được thư mục mới {folder}: {why}. Chưa xuất gì.",
            folder=str(folder),
            why=error.strerror or "?",
        ) from error
    written: list[dict[str, object]] = []
    try:
        for item in package.files:
            data = _read(files, item)
            _put(folder, item.name, data)
            written.append(
                {
                    "name": item.name,
                    "size": item.size,
                    "sha256": item.sha256,
                    "media_type": item.media_type,
                    "message": item.message_id,
                }
            )
        others = [
            (MESSAGES, _marked(package, "messages", package.messages)),
            (LOG, _marked(package, "log", package.log)),
            *package.papers,
        ]
        for name, data in others:
            if not data:
                continue
            _put(folder, name, data)
            media_type = "application/pdf" if name.endswith(".pdf") else "application/json"
            digest = hashlib.sha256(data).hexdigest()
            written.append({"name": name, "size": len(data), "sha256": digest, "media_type": media_type})
        head: dict[str, object] = {
            "case": package.number,
            "reason": package.reason,
            "officer": package.officer_id,
            "at": package.at,
            "mark": package.mark,
            "files": written,
        }
        if package.head:
            head["log_head"] = package.head
        _put(folder, MANIFEST, json.dumps(head, ensure_ascii=False, indent=1).encode())
    except OSError as error:
        raise known_os_error(error, str(folder)) from error
    return len(package.files)


def _marked(package: Package, what: str, listed: str) -> bytes:
    """Return a list as a file that tells by itself which case it is of, who took it out and when; b"" for no list."""
    if not listed:
        return b""
    return _json({"case": package.number, "mark": package.mark, what: json.loads(listed)}).encode()


def verify_file(desk: Desk, case_id: str, file_id: str) -> Callable[[], Checked]:
    """Return what reads an attachment and checks it against the hash taken at receipt; call that beside the store's thread.

    Raises:
        Missing, Refused: the case has no such file; the returned call raises ``Refused`` for a damaged or lost copy.

    """
    require(desk.officer, Permission.READ)
    files = sealed_files(desk)
    with desk.store.write() as tx:
        case = visible_case(tx, desk, case_id)
        require_open_text(case)
        found = _files_of(tx, case_id, case.number, file_id)
        kept_at = tx.connection.execute(
            select(t.sealed_file.c.at).where(t.sealed_file.c.file_id == file_id)
        ).scalar_one()
    item = found[0]

    def check() -> Checked:
        data = _read(files, item)
        return Checked(
            hashlib.sha256(data).hexdigest(),
            len(data),
            item.media_type,
            item.message_id,
            int(kept_at),
            picture_facts(data, item.media_type),
        )

    return check


def _files_of(tx: Transaction, case_id: str, number: str, file_id: str) -> tuple[Leaving, ...]:
    """Return the stored attachments of a case, or one of them, with the names they get outside."""
    wanted = t.attachment.c.file_id == file_id if file_id else t.attachment.c.file_id != ""
    rows = tx.connection.execute(
        select(t.attachment, t.message.c.conversation_id)
        .join(t.message, t.message.c.message_id == t.attachment.c.message_id)
        .where(t.message.c.case_id == case_id, wanted)
        .order_by(t.message.c.at, t.message.c.seq, t.attachment.c.number)
    ).all()
    if file_id and not rows:
        raise Missing("Hồ sơ không có tệp này")
    if file_id:
        rows = rows[:1]
    secrets = _people(tx, case_id)
    return tuple(
        Leaving(
            row.file_id,
            row.sha256,
            row.size,
            row.media_type,
            row.message_id,
            _name(row, number, place, secrets),
        )
        for place, row in enumerate(rows, start=1)
    )


def _name(row: Row[tuple[object, ...]], number: str, place: int, secrets: tuple[str, ...]) -> str:
    return f"{number}-{place:03}-{export_name(row.name, row.media_type, secrets=secrets)}"


def _people(tx: Transaction, case_id: str) -> tuple[str, ...]:
    """Return the citizen's name and its parts that could give a file's name away."""
    name = tx.connection.execute(
        select(t.identity.c.display_name)
        .join(t.case, t.case.c.conversation_id == t.identity.c.conversation_id)
        .where(t.case.c.case_id == case_id)
    ).scalar()
    return (str(name),) if name else ()


def _read(files: SealedFiles | None, item: Leaving) -> bytes:
    if files is None:
        raise Refused("Máy này không giữ tệp đính kèm")
    try:
        return files.read(item.file_id, item.sha256)
    except (SealError, OSError) as error:
        raise Refused("Bản lưu của tệp bị hỏng hoặc mất: báo quản trị, không dùng tệp này") from error


def _put(folder: Path, name: str, data: bytes) -> None:
    """Write one new file into the folder and nowhere else, and read back what lies there."""
    path = folder / name
    if path.resolve().parent != folder.resolve():
        raise Refused("Tên tệp không an toàn nên không xuất")
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if path.read_bytes() != data:
        raise Refused("Đọc lại tệp vừa ghi không khớp: kiểm tra ổ đĩa đích rồi xuất lại")
    _mark_as_foreign(path)


def _mark_as_foreign(path: Path) -> None:
    """Tell Windows that the file came from outside, so that its programs open it with care (threats T08)."""
    if os.name == "nt":
        Path(f"{path}:Zone.Identifier").write_text("[ZoneTransfer]\r\nZoneId=3\r\n", encoding="ascii")
