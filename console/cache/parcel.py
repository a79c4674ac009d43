"""The file a case leaves in: opened by a pass phrase and nothing of this machine (threats T08, T12; ADR-export-file.md).

A head and chunks of AES-256-GCM, as in a sealed file, under a key that Argon2id makes of the pass phrase. The head holds a
hash that only this key gives, so that a wrong pass phrase is told from a damaged file and no second key opens the same
bytes. Nothing is ever written that is not encrypted.
"""

import errno
import hashlib
import io
import os
import secrets
import struct
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.constant_time import bytes_eq
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from console.cache.copying import sha256_of
from console.cache.errors import AlreadyThereError, ParcelError, ParcelKeyError, TargetDiskError, target_error
from console.cache.leftovers import hold, remove_files
from console.cache.place import sync_folder
from console.cache.sealed import CHUNK, TAG, nonce
from console.failpoint import fp

MAGIC = b"BTX1"
"""The fourth byte is the version of the layout; another layout gets another one."""
ENDING = ".btx"
_HEAD = struct.Struct(">4sIIB16s32s")
"""Magic, memory in KiB, passes, lanes, salt, proof of the key; big-endian, 61 bytes."""
_SALT, _KEY = 16, 32
_BLOCK = CHUNK + TAG


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess of a pass phrase costs: memory in KiB, passes over it, lanes."""

    memory_kib: int = 256 * 1024
    passes: int = 3
    lanes: int = 4


USUAL = Cost()
"""Half a second and 256 MiB a guess on a machine of an office."""
MOST = Cost(2 * 1024 * 1024, 32, 16)
"""What a file may ask of the machine that opens it: a forged head must not take all its memory."""


class ParcelWriter:
    """Encrypts a stream into a file that appears whole or not at all. Use as a context manager; ``commit`` keeps it.

    ``zipfile`` can write to it; it cannot go back.
    """

    def __init__(self, path: Path, secret: bytes, cost: Cost | None = None) -> None:
        """Open an unfinished file beside ``path``, in its existing folder, for this user alone. Slow on purpose.

        Unfinished files there that a kill left are taken away.

        Raises:
            AlreadyThereError: there is something at ``path``.
            StoreError: the disk refused.

        """
        if path.exists():
            raise AlreadyThereError(str(path))
        cost = cost or USUAL
        salt = secrets.token_bytes(_SALT)
        key, proof = _key(secret, salt, cost)
        self._head = _HEAD.pack(MAGIC, cost.memory_kib, cost.passes, cost.lanes, salt, proof)
        self._cipher = AESGCM(key)
        self._path, self._new = path, path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
        self._hash = hashlib.sha256()
        self._buffer = bytearray()
        self._number = 0
        self.size = 0
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
        try:
            self._file = os.fdopen(os.open(self._new, flags, 0o600), "wb")
        except OSError as error:
            raise target_error(error, path) from error
        hold(self._file.fileno())
        try:
            self._out(self._head)
            self._file.flush()  # whatever happens from here, the next export knows it as ours
        except OSError as error:
            self.close()
            raise target_error(error, path) from error
        remove_files(self._new, _HEAD.size, lambda head: _cost(head) is not None)

    @property
    def sha256(self) -> str:
        """Return the hex SHA-256 of the encrypted bytes written so far."""
        return self._hash.hexdigest()

    def write(self, data: bytes) -> int:
        """Add bytes. Raises ``StoreError``: the disk refused."""
        self._buffer += data
        # One chunk stays behind: only the end knows which is the last.
        while len(self._buffer) > CHUNK:
            self._put(bytes(self._buffer[:CHUNK]), last=False)
            del self._buffer[:CHUNK]
        return len(data)

    def flush(self) -> None:
        """Do nothing: a chunk is written when it is full."""

    def commit(self) -> None:
        """Make the file durable under its name, after reading it back.

        Raises:
            StoreError: it is not there; the disk refused, or gave back other bytes.

        """
        try:
            self._put(bytes(self._buffer), last=True)
            self._file.flush()
            fp("parcel.fsync.before")
            os.fsync(self._file.fileno())
            fp("parcel.fsync.after")
            self._file.close()
            if sha256_of(self._new) != self.sha256:
                raise TargetDiskError(str(self._path))
            if self._path.exists():
                raise AlreadyThereError(str(self._path))
            fp("parcel.rename.before")
            self._new.replace(self._path)
            fp("parcel.rename.after")
            sync_folder(self._path.parent)
        except OSError as error:
            raise target_error(error, self._path) from error

    def _put(self, chunk: bytes, *, last: bool) -> None:
        try:
            self._out(self._cipher.encrypt(nonce(self._number, last=last), chunk, self._head))
        except OSError as error:
            raise target_error(error, self._path) from error
        self._number += 1

    def _out(self, data: bytes) -> None:
        self._file.write(data)
        self._hash.update(data)
        self.size += len(data)

    def close(self) -> None:
        """Throw away what was not committed."""
        with suppress(OSError):  # a full disk refuses what was buffered once more; the file goes anyway
            self._file.close()
        with suppress(OSError):  # the stick is gone: what stopped the export says so
            fp("parcel.part_unlink.before")
            self._new.unlink(missing_ok=True)
            fp("parcel.part_unlink.after")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class Parcel(io.RawIOBase):
    """An export file, open for reading; what it holds can be read in any order and is checked before it is given out."""

    def __init__(self, path: Path, secret: bytes) -> None:
        """Open a file. Slow on purpose.

        Raises:
            ParcelKeyError: the pass phrase is not its.
            ParcelError: it is no such file.
            StoreError: it cannot be read.

        """
        super().__init__()
        try:
            self._file = path.open("rb")
        except OSError as error:
            raise target_error(error, path) from error
        self._path = path
        try:
            self._cipher, self._head = self._unlock(secret)
            body = os.fstat(self._file.fileno()).st_size - _HEAD.size
        except BaseException:
            self._file.close()
            raise
        self._chunks = max(-(-body // _BLOCK), 1)
        self._size = max(body - self._chunks * TAG, 0)
        self._at = 0
        self._held: tuple[int, bytes] = (-1, b"")

    def _unlock(self, secret: bytes) -> tuple[AESGCM, bytes]:
        head = self._file.read(_HEAD.size)
        cost = _cost(head)
        if cost is None:
            raise ParcelError(str(self._path))
        *_, salt, proof = _HEAD.unpack(head)
        key, known = _key(secret, salt, cost)
        if not bytes_eq(known, proof):
            raise ParcelKeyError(str(self._path))
        return AESGCM(key), head

    def verify(self) -> None:
        """Read every byte. Raises ``ParcelError``: cut or changed; ``StoreError``: it cannot be read."""
        for number in range(self._chunks):
            self._chunk(number)

    def _chunk(self, number: int) -> bytes:
        if self._held[0] != number:
            last = number == self._chunks - 1
            try:
                self._file.seek(_HEAD.size + number * _BLOCK)
                sealed = self._file.read(_BLOCK)
                self._held = (number, self._cipher.decrypt(nonce(number, last=last), sealed, self._head))
            except InvalidTag:
                raise ParcelError(str(self._path)) from None
            except OSError as error:
                raise target_error(error, self._path) from error
        return self._held[1]

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        if start + offset < 0:
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        self._at = start + offset
        return self._at

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        if self._at >= self._size:
            return 0
        number, within = divmod(self._at, CHUNK)
        part = self._chunk(number)[within : within + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def close(self) -> None:
        self._held = (-1, b"")
        self._file.close()
        super().close()


def _cost(head: bytes) -> Cost | None:
    """Return what a guess costs by the head of an export file; ``None`` where it is none, or asks for more than it may."""
    if len(head) < _HEAD.size or not head.startswith(MAGIC):
        return None
    _, memory, passes, lanes, *_ = _HEAD.unpack(head)
    allowed = 0 < lanes <= MOST.lanes and 0 < passes <= MOST.passes and 8 * lanes <= memory <= MOST.memory_kib
    return Cost(memory, passes, lanes) if allowed else None


def _key(secret: bytes, salt: bytes, cost: Cost) -> tuple[bytes, bytes]:
    """Return the key that a pass phrase makes, and what proves it without telling it."""
    kdf = Argon2id(
        salt=salt, length=2 * _KEY, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    both = kdf.derive(secret)
    return both[:_KEY], both[_KEY:]
