"""Opening an export file again, on any machine that has its pass phrase (features X-04; threats T08, T09, T12)."""

import hashlib
import json
import os
import secrets
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

from console.actions.packing import MANIFEST, mark_as_foreign
from console.app.maintenance import MaintenanceError
from console.cache.copying import sha256_of
from console.cache.errors import ParcelError, target_error
from console.cache.leftovers import hold_folder, remove_folders
from console.cache.parcel import Parcel
from console.cache.place import sync_file, sync_folder
from console.domain.file_names import NAME_BYTES
from console.domain.jsonread import CatalogError, Node
from console.domain.pass_phrase import PassPhrase

_BLOCK = 64 * 1024
_MOST_MANIFEST = 16 * 1024 * 1024
_LONGEST_NAME = NAME_BYTES + 60
"""Bytes of a name in an export: the case's number and a count stand before it."""
_FORBIDDEN = frozenset('<>:"/\\|?*')


@dataclass(frozen=True, slots=True)
class Item:
    """A file of an export. ``size`` in bytes, ``sha256`` in hex."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What an export file holds, every byte of it checked; ``to`` is the folder it was opened into, "" for none."""

    case: str
    mark: str
    reason: str
    files: tuple[Item, ...]
    to: str
    sha256: str
    """Of the file itself, as the export told it."""
    report: str = ""
    """What a register or report is called; ``case`` is "" then."""

    def values(self) -> dict[str, object]:
        """Return it for a program."""
        return asdict(self)

    def words(self) -> str:
        """Return it for a person."""
        lines = [f"{item.sha256}  {item.size:>10}  {item.name}" for item in self.files]
        where = (
            f"đã mở vào {self.to}; tệp có thể chứa mã độc" if self.to else "còn nguyên vẹn, chưa mở ra đĩa"
        )
        what = self.report or f"Hồ sơ {self.case}"
        head = f"{what} · {self.mark} · lý do: {self.reason}"
        return "\n".join([head, *lines, f"{len(lines)} tệp: {where}. SHA-256 của tệp xuất: {self.sha256}"])


def unpack(path: Path, phrase: PassPhrase, to: Path | None) -> Unpacked:
    """Check an export file, and open it into a new folder. Slow on purpose.

    Args:
        path: the file.
        phrase: as at the export.
        to: a folder that does not exist yet; ``None`` only checks, and writes nothing.

    Raises:
        MaintenanceError: there is something at ``to``.
        StoreError: the pass phrase is wrong, the file is damaged or cannot be read, the disk refused. There is no folder then.

    """
    if to is not None and to.exists():
        raise MaintenanceError(f"Đã có {to}. Chưa mở gì; chọn thư mục khác.")
    with _opened(path, phrase) as archive:
        found = _listed(archive, path, str(to or ""))
        if to is None:
            for item in found.files:
                _copy(archive, item, None, path)
        else:
            _open_into(archive, found, to, path)
    return found


def read_items(path: Path, phrase: PassPhrase, ending: str) -> tuple[Unpacked, list[tuple[str, bytes]]]:
    """Check an export file as ``unpack`` does; return the files in it of one kind, in memory alone."""
    with _opened(path, phrase) as archive:
        found = _listed(archive, path, "")
        for item in found.files:
            _copy(archive, item, None, path)
        wanted = [item.name for item in found.files if item.name.endswith(ending)]
        return found, [(name, archive.read(name)) for name in wanted]


@contextmanager
def _opened(path: Path, phrase: PassPhrase) -> Iterator[ZipFile]:
    with Parcel(path, phrase.secret) as parcel:
        parcel.verify()
        try:
            with ZipFile(parcel) as archive:
                yield archive
        except (BadZipFile, RuntimeError, KeyError) as error:
            raise ParcelError(str(path)) from error


def _listed(archive: ZipFile, path: Path, to: str) -> Unpacked:
    """Return what the manifest says; it lists each file of the archive once, and nothing else."""
    if archive.getinfo(MANIFEST).file_size > _MOST_MANIFEST:
        raise ParcelError(str(path))
    try:
        told = Node(MANIFEST, "", json.loads(archive.read(MANIFEST)))
        files = tuple(
            Item(one.get("name").text(), one.get("size").whole(), one.get("sha256").text())
            for one in told.get("files").items()
        )
        report = told.get("report").opt_text() or ""
        found = Unpacked(
            "" if report else told.get("case").text(),
            told.get("mark").text(),
            told.get("reason").text(),
            files,
            to,
            sha256_of(path),
            report,
        )
    except (CatalogError, ValueError) as error:
        raise ParcelError(str(path)) from error
    names = [item.name for item in files]
    if sorted([*names, MANIFEST]) != sorted(archive.namelist()) or not all(map(_is_safe, names)):
        raise ParcelError(str(path))
    return found


def _is_safe(name: str) -> bool:
    """Return whether a name can only land in the folder it is put into; whoever closed the file chose it (threats T09)."""
    odd = any(char in _FORBIDDEN or unicodedata.category(char).startswith("C") for char in name)
    return (
        not odd
        and not name.startswith(".")
        and not name.endswith((".", " "))
        and len(name.encode()) <= _LONGEST_NAME
    )


def _open_into(archive: ZipFile, found: Unpacked, to: Path, path: Path) -> None:
    new = to.with_name(f"{to.name}.{secrets.token_hex(4)}.part")
    held: int | None = None
    try:
        new.mkdir(mode=0o700)
        try:
            held = hold_folder(new)
            # First, so that what a kill leaves tells what it is; it is taken away here, at the next opening.
            (new / MANIFEST).write_bytes(archive.read(MANIFEST))
            sync_file(new / MANIFEST)
            remove_folders(new, MANIFEST, _names_in)
            for item in found.files:
                _copy(archive, item, new / item.name, path)
            sync_folder(new)
            new.replace(to)
            sync_folder(to.parent)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
    except OSError as error:
        raise target_error(error, to) from error
    finally:
        if held is not None:
            os.close(held)


def _names_in(manifest: Path) -> frozenset[str] | None:
    """Return the names of files that a manifest on the disk lists; ``None`` where it is no export's."""
    try:
        if manifest.is_symlink() or manifest.stat().st_size > _MOST_MANIFEST:
            return None
        told = Node(MANIFEST, "", json.loads(manifest.read_bytes()))
        told.get("mark").text()
        told.get("reason").text()
        return frozenset(one.get("name").text() for one in told.get("files").items())
    except (OSError, ValueError):
        return None


def _copy(archive: ZipFile, item: Item, target: Path | None, path: Path) -> None:
    """Read a file of the archive against its size and hash, and write it where it is wanted."""
    digest, left = hashlib.sha256(), item.size
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    out: IO[bytes] | None = None if target is None else os.fdopen(os.open(target, flags, 0o600), "wb")
    try:
        with archive.open(item.name) as file:
            while block := file.read(_BLOCK):
                left -= len(block)
                if left < 0:
                    break
                digest.update(block)
                if out is not None:
                    out.write(block)
        if left or digest.hexdigest() != item.sha256:
            raise ParcelError(str(path))
        if out is not None and target is not None:
            out.flush()
            os.fsync(out.fileno())
            mark_as_foreign(target)
    finally:
        if out is not None:
            out.close()
