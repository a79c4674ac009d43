"""Bytes outside the database that only the database's key opens: pictures, files, the token journal.

A sealed file is a header and chunks of AES-256-GCM. Each file has a key of its own (HKDF over the purpose's key and the
file's random salt), so nonces can simply count; the last chunk is marked, so a cut file does not open.
"""

import hashlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from console.cache.errors import known_os_error
from console.cache.keys import HeldKey
from console.cache.place import sync_folder
from console.failpoint import fp

KeyBytes = bytes | bytearray
_MAGIC = b"BTS1"
_SALT = 16
CHUNK = 64 * 1024
TAG = 16
_HEADER = len(_MAGIC) + _SALT


class SealError(ValueError):
    """The bytes do not open with this key: damaged, cut, or of another store. Nothing of them is returned."""


def _cipher(key: KeyBytes, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(algorithm=SHA256(), length=32, salt=salt, info=_MAGIC).derive(key))


def nonce(number: int, *, last: bool) -> bytes:
    """Return the nonce of a chunk, counted from 0; the last one of a file is marked."""
    return number.to_bytes(11, "big") + (b"\x01" if last else b"\x00")


def seal_bytes(key: KeyBytes, data: bytes, context: bytes) -> bytes:
    """Return ``data`` sealed; it opens only with the same 32-byte key and ``context``."""
    salt = secrets.token_bytes(_SALT)
    header = _MAGIC + salt
    return header + _cipher(key, salt).encrypt(nonce(0, last=True), data, header + context)


def open_bytes(key: KeyBytes, sealed: bytes, context: bytes) -> bytes:
    """Return what ``seal_bytes`` was given. Raises ``SealError``."""
    header, body = sealed[:_HEADER], sealed[_HEADER:]
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise SealError("not a sealed file")
    try:
        return _cipher(key, header[len(_MAGIC) :]).decrypt(nonce(0, last=True), body, header + context)
    except InvalidTag:
        raise SealError("damaged, cut, or sealed with another key") from None


def move_seal(path: Path, old: bytes, new: bytes, context: bytes) -> bool:
    """Seal a file anew under another key, whole or not at all; return whether that was still to be done.

    Raises:
        SealError: neither key opens it; it stays as it is.
        OSError: it could not be written; it stays as it is.

    """
    try:
        for _chunk in _opened(path, new, context):
            pass
    except SealError:
        with SealedWriter(path, new, context) as writer:
            for chunk in _opened(path, old, context):
                writer.write(chunk)
            writer.commit()
        return True
    return False


def _opened(path: Path, key: KeyBytes, context: bytes) -> Iterator[bytes]:
    """Yield what a sealed file holds. Raises ``SealError`` where a part does not open."""
    with path.open("rb") as file:
        header = file.read(_HEADER)
        if len(header) < _HEADER or not header.startswith(_MAGIC):
            raise SealError("not a sealed file")
        cipher = _cipher(key, header[len(_MAGIC) :])
        bound = header + context
        chunk = file.read(CHUNK + TAG)
        number = 0
        while True:
            following = file.read(CHUNK + TAG)
            try:
                yield cipher.decrypt(nonce(number, last=not following), chunk, bound)
            except InvalidTag:
                raise SealError("damaged, cut, or sealed with another key") from None
            if not following:
                return
            chunk, number = following, number + 1


class SealedWriter:
    """Seals a stream into a file that appears whole or not at all. Use as a context manager; ``commit`` keeps it."""

    def __init__(self, path: Path, key: KeyBytes, context: bytes) -> None:
        """Open a temporary file beside ``path``, in its existing folder, for this user alone."""
        self.size = 0
        self._path = path
        self._new = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
        self._hash = hashlib.sha256()
        salt = secrets.token_bytes(_SALT)
        self._header = _MAGIC + salt
        self._context = self._header + context
        self._cipher = _cipher(key, salt)
        self._buffer = bytearray()
        self._number = 0
        descriptor = os.open(
            self._new, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600
        )
        self._file = open(descriptor, "wb")  # noqa: PTH123, SIM115 - takes the descriptor, closed in __exit__
        self._file.write(self._header)

    @property
    def sha256(self) -> str:
        """Return the hex SHA-256 of what was written so far."""
        return self._hash.hexdigest()

    def write(self, data: bytes) -> None:
        """Add bytes."""
        self._hash.update(data)
        self.size += len(data)
        self._buffer += data
        # One chunk stays behind: only the end knows which is the last.
        while len(self._buffer) > CHUNK:
            self._put(bytes(self._buffer[:CHUNK]), last=False)
            del self._buffer[:CHUNK]

    def commit(self) -> None:
        """Make the file durable under its name."""
        self._put(bytes(self._buffer), last=True)
        self._file.flush()
        fp("sealed.fsync.before")
        os.fsync(self._file.fileno())
        fp("sealed.fsync.after")
        self._file.close()
        fp("sealed.rename.before")
        self._new.replace(self._path)
        fp("sealed.rename.after")
        sync_folder(self._path.parent)

    def _put(self, chunk: bytes, *, last: bool) -> None:
        self._file.write(self._cipher.encrypt(nonce(self._number, last=last), chunk, self._context))
        self._number += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._file.close()
        fp("sealed.part_unlink.before")
        self._new.unlink(missing_ok=True)
        fp("sealed.part_unlink.after")


class SealedFiles:
    """The folder ``media/`` of a profile: one sealed file an attachment, named by an id and nothing else (threats T09)."""

    def __init__(self, root: Path, key: bytes) -> None:
        """Take the folder (made on first use) and the 32-byte key of this purpose."""
        self._root = root
        self._key = HeldKey(key)

    def forget(self) -> None:
        """Overwrite the key: no file opens any more. Nobody may be reading or writing one."""
        self._key.wipe()

    def path(self, file_id: str) -> Path:
        """Return where a file lies. Raises ``ValueError`` for an id that is not one of ours (32 hex digits)."""
        if len(file_id) != 32 or not set(file_id) <= set("0123456789abcdef"):
            raise ValueError("not a file id")
        return self._root / file_id[:2] / f"{file_id}.sealed"

    def writer(self, file_id: str) -> SealedWriter:
        """Return a writer for a new file. Raises ``StoreError`` where the disk refuses."""
        path = self.path(file_id)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return SealedWriter(path, self._key.use(), file_id.encode())
        except OSError as error:
            raise known_os_error(error, str(path)) from error

    def read(self, file_id: str, sha256: str) -> bytes:
        """Return the bytes of a file after checking them against their hash (features X-01).

        Raises:
            SealError: damaged, or not the bytes that were stored.
            FileNotFoundError: there is no such file.

        """
        data = b"".join(_opened(self.path(file_id), self._key.use(), file_id.encode()))
        if hashlib.sha256(data).hexdigest() != sha256:
            raise SealError("the bytes are not those that were stored")
        return data

    def remove(self, file_id: str) -> None:
        """Delete a file; it need not exist."""
        fp("sealed.unlink.before")
        self.path(file_id).unlink(missing_ok=True)
        fp("sealed.unlink.after")

    def remove_parts(self) -> int:
        """Delete what a crash left half written; return how many files."""
        parts = list(self._root.glob("??/*.part"))
        for part in parts:
            fp("sealed.clear.before")
            part.unlink(missing_ok=True)
            fp("sealed.clear.after")
        return len(parts)
