"""What leaves a store, as one encrypted file: a ZIP of the attachments and lists, with a manifest of their hashes (X-04, T12).

``write`` runs anywhere, takes its time, and touches only the sealed files and the new file. At no time does any of it lie on
a disk in the clear: it is made in memory, one attachment at a time.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from console.actions.desk import Refused, Words
from console.cache.parcel import ENDING, ParcelWriter
from console.cache.sealed import SealedFiles, SealError
from console.domain.calendar import local_datetime
from console.domain.pass_phrase import SHORTEST, PassPhrase, Strength, strength

MANIFEST = "manifest.json"
MESSAGES = "messages.json"
LOG = "nhat-ky.json"
Listed = Mapping[str, object]
_MEDIA_TYPES = {
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".csv": "text/csv",
    ".checkpoint": "text/plain",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


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
    """Everything that leaves in one export. ``mark`` says who took it out and when."""

    number: str
    """Of the case; "" for a report on many."""
    reason: str
    officer_id: str
    at: int
    messages: tuple[Listed, ...] | None
    """The case's messages, the source covered; ``None`` in an export of one file."""
    files: tuple[Leaving, ...]
    case_id: str = ""
    log: tuple[Listed, ...] | None = None
    """What was done to the case, each with its hash in the chain; ``None`` in an export that is no packet."""
    head: str = ""
    """Hex hash of the newest event of the whole log when the packet was made."""
    papers: tuple[tuple[str, bytes], ...] = ()
    """Papers made of the case, or the report, by file name."""
    mark: str = ""
    report: str = ""
    """What a report is called; "" for a case."""


@dataclass(frozen=True, slots=True)
class Written:
    """An export that lies on the disk: the encrypted file, its hex SHA-256 and size in bytes, attachments in it."""

    path: Path
    sha256: str
    size: int
    files: int


def file_name(number: str, at_ms: int, *, packet: bool = False) -> str:
    """Return what a new export file is called: by number and time, nobody's name."""
    body = "-CQDT" if packet else ""
    return f"{number}{body}-{local_datetime(at_ms):%Y%m%d-%H%M%S}{ENDING}"


def phrase_trouble(typed: str) -> Words | None:
    """Return why a pass phrase is not taken, or ``None`` where it is."""
    match strength(typed):
        case Strength.SHORT:
            return Words("Mật khẩu cần ít nhất {least} ký tự: ai có tệp thì được đoán mãi", least=SHORTEST)
        case Strength.ALIKE:
            return Words("Mật khẩu chỉ lặp lại vài ký tự: dùng nhiều ký tự khác nhau hơn")
        case Strength.WEAK:
            return Words("Mật khẩu dễ đoán: tránh tên đơn vị, năm, phím liền nhau; thêm từ hoặc ký tự")
    return None


def write(
    files: SealedFiles | None,
    package: Package,
    path: Path,
    phrase: PassPhrase,
) -> Written:
    """Write a package into a new encrypted file; return what lies there then. What fails leaves nothing behind.

    Each attachment is checked against its hash before it goes in, and the whole file is read back.

    Args:
        files: where attachments lie sealed.
        package: what leaves.
        path: the new file, in a folder that exists.
        phrase: opens it again; kept nowhere.

    Raises:
        Refused: a sealed copy is damaged, or this machine keeps no attachments.
        StoreError: there is something at ``path``, or the disk refused.

    """
    with ParcelWriter(path, phrase.secret) as writer:
        with ZipFile(writer, "w", ZIP_STORED) as archive:
            _fill(archive, files, package)
        writer.commit()
        written = Written(path, writer.sha256, writer.size, len(package.files))
    mark_as_foreign(path)
    return written


def _fill(archive: ZipFile, files: SealedFiles | None, package: Package) -> None:
    time = local_datetime(package.at).timetuple()[:6]
    listed: list[Listed] = []

    def put(name: str, data: bytes) -> None:
        item = ZipInfo(name, time)
        item.external_attr = 0o600 << 16
        archive.writestr(item, data)

    for item in package.files:
        put(item.name, read_leaving(files, item))
        known = {"name": item.name, "size": item.size, "sha256": item.sha256}
        listed.append(known | {"media_type": item.media_type, "message": item.message_id})
    for name, data in _made(package):
        put(name, data)
        media_type = _MEDIA_TYPES[Path(name).suffix]
        digest = hashlib.sha256(data).hexdigest()
        listed.append({"name": name, "size": len(data), "sha256": digest, "media_type": media_type})
    head: dict[str, object] = {"report": package.report} if package.report else {"case": package.number}
    head |= {
        "reason": package.reason,
        "officer": package.officer_id,
        "at": package.at,
        "mark": package.mark,
        "files": listed,
    }
    if package.head:
        head["log_head"] = package.head
    put(MANIFEST, _json(head))


def _made(package: Package) -> list[tuple[str, bytes]]:
    """Return the lists and papers; each list tells by itself which case it is of, who took it out and when."""
    told = {"case": package.number, "mark": package.mark}
    lists = ((MESSAGES, "messages", package.messages), (LOG, "log", package.log))
    made = [(name, _json(told | {what: rows})) for name, what, rows in lists if rows is not None]
    return [*made, *package.papers]


def _json(value: object) -> bytes:
    # An officer's name may hold half a character, which no file can; the CSV shows it so too.
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def read_leaving(files: SealedFiles | None, item: Leaving) -> bytes:
    """Return the bytes of an attachment as they came. Raises ``Refused``: lost or damaged, or none are kept here."""
    if files is None:
        raise Refused("Máy này không giữ tệp đính kèm")
    try:
        return files.read(item.file_id, item.sha256)
    except (SealError, OSError) as error:
        raise Refused("Bản lưu của tệp bị hỏng hoặc mất: báo quản trị, không dùng tệp này") from error


def mark_as_foreign(path: Path) -> None:
    """Tell Windows that a file came from outside, so that its programs open it with care (threats T08)."""
    if os.name == "nt":
        # A stick whose file system has no room for the mark is no reason to take nothing out.
        with suppress(OSError):
            Path(f"{path}:Zone.Identifier").write_text("[ZoneTransfer]\r\nZoneId=3\r\n", encoding="ascii")
