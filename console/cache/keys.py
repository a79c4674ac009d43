"""Where the one key of the encrypted file is kept, and what is derived from it.

The operating system's keyring keeps it, and only an allow-listed one: a back end that writes a plain file, chosen by an
environment variable or a plug-in, would be the key lying next to the database (threats T02). Servers without a keyring
name a key file.
"""

import ctypes
import importlib
import os
import re
import secrets
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from console.cache.errors import (
    AlreadyThereError,
    KeyFileError,
    KeyringError,
    known_os_error,
)
from console.failpoint import fp

if TYPE_CHECKING:  # reading the package takes as long as reading the store; a key file needs none of it
    from keyring.backend import KeyringBackend

KEY_BYTES = 32
SERVICE = "ban-truc"
FILE_SOURCE = "file:"
"""How the name of a key file begins in ``key.json``."""
MEDIA, TOKEN_JOURNAL = "media", "vault-journal"
"""Purposes of ``subkey``: sealed attachments, and the journal of the OA's tokens."""
_HEX_KEY = re.compile(r"[0-9a-fA-F]{64}\Z")

# Module and class of every back end that may hold the key. Anything else is refused: keyrings.alt (plain files), fail,
# null, and chainer, which falls back to the next one without a word.
ALLOWED_BACKENDS = (
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.libsecret", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
)


class KeySource(Protocol):
    """A place that keeps keys."""

    @property
    def name(self) -> str:
        """What to call the place in ``key.json`` and in messages."""
        ...

    def load(self, entry: str) -> bytes | None:
        """Return the key kept as ``entry``; ``None`` only where there surely is none. Raises ``StoreError``."""
        ...

    def save(self, entry: str, key: bytes) -> None:
        """Keep a new key as ``entry``. Raises ``StoreError``."""
        ...


class SystemKeyring:
    """The operating system's keyring, through one allow-listed back end."""

    def __init__(self, backend: "KeyringBackend | None" = None) -> None:
        """Use the given back end, or the best allow-listed one of this machine.

        Raises:
            KeyringError: this machine has none, or the given one is not allowed.

        """
        chosen = backend or find_backend()
        if chosen is None:
            raise KeyringError
        if not is_allowed(chosen):
            raise KeyringError(backend_name(chosen))
        self._backend = chosen

    @property
    def name(self) -> str:
        """Return the back end's module and class."""
        return backend_name(self._backend)

    def load(self, entry: str) -> bytes | None:
        """Return the key kept as ``entry``, or ``None``.

        Raises:
            KeyringError: locked, refused or broken: nobody knows whether there is a key.

        """
        try:
            text = self._backend.get_password(SERVICE, entry)
        except Exception as error:  # D-Bus and the Windows API raise what they like; «no key» must be certain
            raise KeyringError(self.name) from error
        if text is None:
            return None
        if not _HEX_KEY.match(text):
            raise KeyringError(f"{self.name}: {entry}")
        return bytes.fromhex(text)

    def save(self, entry: str, key: bytes) -> None:
        """Keep a new key, and read it back.

        Raises:
            AlreadyThereError: there is one by that name; it is never overwritten.
            KeyringError: it could not be kept.

        """
        if self.load(entry) is not None:
            raise AlreadyThereError(f"{self.name}: {entry}")
        try:
            self._backend.set_password(SERVICE, entry, key.hex())
        except Exception as error:
            raise KeyringError(self.name) from error
        if self.load(entry) != key:
            raise KeyringError(self.name)

    def forget(self, entry: str) -> None:
        """Let go of an entry; there need not be one. Raises ``KeyringError``."""
        if self.load(entry) is None:
            return
        try:
            self._backend.delete_password(SERVICE, entry)
        except Exception as error:
            raise KeyringError(self.name) from error
        if self.load(entry) is not None:
            raise KeyringError(self.name)


class KeyFile:
    """A key file, for servers without a keyring and for the demo; ``entry`` does not matter to it."""

    def __init__(self, path: Path, *, may_create: bool = False) -> None:
        """Use the file at ``path``; ``may_create`` lets a new store make it (the demo), otherwise it must exist."""
        self.path = path
        self._may_create = may_create

    @property
    def name(self) -> str:
        """Return where the file lies."""
        return f"{FILE_SOURCE}{self.path}"

    def load(self, entry: str) -> bytes | None:
        """Return the file's key; ``None`` where the file may still be made.

        Raises:
            KeyFileError: it is missing, malformed, or open to others.

        """
        del entry
        try:
            with self.path.open("rb") as file:
                status = os.fstat(file.fileno())
                text = file.read(200).decode("ascii", errors="replace").strip()
        except FileNotFoundError as error:
            if self._may_create:
                return None
            raise KeyFileError(str(self.path)) from error
        except OSError as error:
            raise KeyFileError(str(self.path)) from error
        if sys.platform != "win32" and (
            status.st_mode & (stat.S_IRWXG | stat.S_IRWXO) or status.st_uid != os.geteuid()
        ):
            raise KeyFileError(f"{self.path}: {stat.filemode(status.st_mode)}")
        if not _HEX_KEY.match(text):
            raise KeyFileError(str(self.path))
        return bytes.fromhex(text)

    def save(self, entry: str, key: bytes) -> None:
        """Write a new key file for this user alone.

        Raises:
            AlreadyThereError: there is a file; it is never overwritten.

        """
        del entry
        write_key_file(self.path, key)


def create_key_file(path: Path) -> str:
    """Make a new random key file that only this user may read, and return its key id (``console key new``).

    Raises:
        AlreadyThereError: there is a file; it is never overwritten.
        PlaceError: it cannot be written there.

    """
    key = secrets.token_bytes(KEY_BYTES)
    write_key_file(path, key)
    return key_id(key)


def subkey(key: bytes, purpose: str) -> bytes:
    """Return the 256-bit key for one purpose, by HKDF-SHA256 (RFC 5869).

    Args:
        key: the store's key.
        purpose: a constant of the program, such as ``"vault-journal"`` or ``"media"``; another one, another key.

    """
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=f"ban-truc/{purpose}".encode()).derive(
        key
    )


def key_id(key: bytes) -> str:
    """Return 16 hex digits that tell keys apart and tell nothing about the key."""
    return subkey(key, "key-id")[:8].hex()


def find_backend() -> "KeyringBackend | None":
    """Return the allow-listed back end with the highest priority on this machine.

    Asks the classes themselves, not ``keyring.get_keyring()``: that one obeys an environment variable, a configuration
    file and installed plug-ins.
    """
    found: list[tuple[float, KeyringBackend]] = []
    for module, name in ALLOWED_BACKENDS:
        try:
            kind: type[KeyringBackend] = getattr(importlib.import_module(module), name)
            found.append((float(kind.priority), kind()))
        except Exception:  # noqa: S112 - a back end says «not on this machine» with whatever its libraries raise
            continue
    return max(found, key=lambda pair: pair[0])[1] if found else None


def is_allowed(backend: "KeyringBackend") -> bool:
    """Return whether this very class may hold the key; a subclass may not."""
    return (type(backend).__module__, type(backend).__qualname__) in ALLOWED_BACKENDS


def backend_name(backend: "KeyringBackend") -> str:
    """Return a back end's module and class."""
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def write_key_file(path: Path, key: bytes) -> None:
    """Write a key to a new file that only this user may read; to keep a keyring's key in a safe place, too.

    Without such a copy, backups die with the machine whose keyring holds their key.

    Raises:
        AlreadyThereError: there is a file; it is never overwritten.
        PlaceError: it cannot be written there.

    """
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError as error:
        raise AlreadyThereError(str(path)) from error
    except OSError as error:
        raise known_os_error(error, str(path)) from error
    with open(descriptor, "wb") as file:  # noqa: PTH123 - takes the descriptor
        file.write(key.hex().encode() + b"\n")
        file.flush()
        fp("key.fsync.before")
        os.fsync(file.fileno())
        fp("key.fsync.after")


class HeldKey:
    """A derived key in memory that is ours to overwrite: a copy that nobody shares (adr-lock.md)."""

    __slots__ = ("_bytes",)

    def __init__(self, key: bytes) -> None:
        self._bytes: bytearray | None = bytearray(key)

    def use(self) -> bytearray:
        """Return the key itself, not a copy: use it at once and keep it nowhere. Raises ``RuntimeError`` once it is wiped."""
        if self._bytes is None:
            message = "the key was given up"
            raise RuntimeError(message)
        return self._bytes

    def wipe(self) -> None:
        """Overwrite it. Nobody may be using it, in no thread."""
        if self._bytes is not None:
            self._bytes[:] = bytes(len(self._bytes))
            self._bytes = None


def wipe(key: bytes) -> None:
    """Overwrite a key where it lies in memory. Nobody may use it any more, in no thread: it is another key from now on.

    Python's bytes are not meant to change, so this is for CPython only and for bytes that nothing shares, as a key's are.
    """
    if sys.implementation.name == "cpython" and len(key) == KEY_BYTES:
        ctypes.memset(id(key) + bytes.__basicsize__ - 1, 0, KEY_BYTES)
