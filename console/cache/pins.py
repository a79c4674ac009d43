"""Passwords of officers as the second half of the store's key (threats T02, T04; decision 3).

The store has one random key. Each officer has it wrapped under a key that is derived from two halves: one in the system's
keyring, the same for all officers of the store, and one made from his password by Argon2id. Whoever has the keyring and the
whole folder but no password cannot open the store, nor can who has a password but not the keyring.

``pins.json`` beside the database holds the wraps. It is replaced whole (``write_whole``), so that a kill at any point leaves
the old file or the new one. The first password makes a new key for the store: half into the keyring, wraps of the new key into
the file with the former key under it, checked, and only then the former key out of the keyring; if it was killed before that
last step, ``unlock`` makes up for it. ``console.cache.rekey`` moves the store to the new key at the next opening. A store with
a key file keeps its key, which that file goes on opening.
"""

import json
import os
import secrets
import unicodedata
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from console.cache.errors import MissingKeyError, PinError, WrongKeyError
from console.cache.key_note import note_of, read_note
from console.cache.keys import FILE_SOURCE, KEY_BYTES, KeySource, key_id, subkey
from console.cache.pin_file import FORMER, PinFile, Wrap, former_key, pins_of, read_pins
from console.cache.place import write_whole
from console.cache.sealed import seal_bytes
from console.domain.pin import SHORTEST
from console.failpoint import fp

_SALT_BYTES = 16
_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class PinCost:
    """What one guess costs: memory in KiB, passes over it, lanes."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


class HalfKeeper(KeySource, Protocol):
    """A keyring that can also forget."""

    def forget(self, entry: str) -> None:
        """Let go of an entry; there need not be one. Raises ``StoreError``."""
        ...


class Pins:
    """The passwords of one store's officers."""

    def __init__(self, database: Path, keyring: HalfKeeper, cost: PinCost | None = None) -> None:
        """Take where the store lies, the keyring, and what a guess costs (a cheap one in tests)."""
        self._database = database
        self._keyring = keyring
        self._cost = cost or PinCost()
        self.new_key: bytes | None = None
        """What a first password put in the place of the store's key, for further ones before the store was moved to it."""

    @property
    def path(self) -> Path:
        """Return where the wraps lie."""
        return pins_of(self._database)

    def officers(self) -> tuple[str, ...]:
        """Return who has a password. Raises ``MissingKeyError`` where the file cannot be read."""
        found = read_pins(self.path)
        return tuple(wrap.officer for wrap in found.wraps) if found else ()

    def unlock(self, officer: str, pin: str) -> bytes:
        """Return the store's key. Slow on purpose: not for the UI thread.

        Raises:
            PinError: the password is not his, or he has none.
            KeyringError, MissingKeyError: the keyring's half cannot be had.
            WrongKeyError: what was wrapped is not this store's key.

        """
        found = read_pins(self.path)
        wrap = next((x for x in found.wraps if x.officer == officer), None) if found else None
        if found is None or wrap is None:
            # As slow as with a wrap: who has a password must not show in the time it takes.
            _pin_half(pin, secrets.token_bytes(_SALT_BYTES), self._cost)
            raise PinError
        key = _open(wrap, self._half(found), pin, found.key_id)
        if key_id(key) != found.key_id:
            raise WrongKeyError(str(self.path))
        self._finish_move(found)
        return key

    def once(self) -> frozenset[str]:
        """Return whose password is for one sign-in. Raises ``MissingKeyError`` where the file cannot be read."""
        found = read_pins(self.path)
        return frozenset(wrap.officer for wrap in found.wraps if wrap.once) if found else frozenset()

    def require_half(self) -> None:
        """Find the keyring's half before a password is tried: its absence is nobody's wrong password.

        Raises:
            KeyringError, MissingKeyError: it cannot be had.

        """
        found = read_pins(self.path)
        if found is not None:
            self._half(found)

    def set_pin(self, key: bytes, officer: str, pin: str, *, once: bool = False) -> None:
        """Give an officer a password, or another one; the first of a store moves its key out of the keyring.

        Args:
            key: the store's key; the caller has opened the store with it.
            officer: whose password.
            pin: at least ``SHORTEST`` characters.
            once: for one sign-in.

        Raises:
            PinError: too short, or the same that was for one sign-in.
            StoreError: it could not be kept; the earlier password holds.

        """
        if len(_normal(pin)) < SHORTEST:
            raise PinError
        found = read_pins(self.path) or self._first(key)
        if self.new_key is not None and former_key(self._database, self.new_key, found) == key:
            key = self.new_key
        if found.key_id != key_id(key):
            raise WrongKeyError(str(self.path))
        half = self._half(found)
        before = next((x for x in found.wraps if x.officer == officer and x.once), None)
        if before is not None and not once and _opens(before, half, pin, found.key_id):
            raise PinError
        wrap = _wrap(officer, key, half, pin, found.key_id, self._cost, once=once)
        others = tuple(x for x in found.wraps if x.officer != officer)
        self._write(replace(found, wraps=(*others, wrap)))
        self.unlock(officer, pin)

    def remove(self, officer: str) -> None:
        """Destroy an officer's way to the key. Raises ``PinError`` for the last one: nobody could open the store."""
        found = read_pins(self.path)
        if found is None or officer not in {x.officer for x in found.wraps}:
            return
        left = tuple(x for x in found.wraps if x.officer != officer)
        if not left:
            raise PinError
        self._write(replace(found, wraps=left))

    def _first(self, key: bytes) -> PinFile:
        note = read_note(note_of(self._database))
        if note is None:
            raise MissingKeyError(str(note_of(self._database)))
        half = f"{note.entry}-half"
        if self._keyring.load(half) is None:
            fp("pins.half.before")
            self._keyring.save(half, secrets.token_bytes(KEY_BYTES))
            fp("pins.half.after")
        if note.source.startswith(FILE_SOURCE):
            return PinFile(half, key_id(key), ())
        self.new_key = secrets.token_bytes(KEY_BYTES)
        former = seal_bytes(subkey(self.new_key, FORMER), key, half.encode())
        return PinFile(half, key_id(self.new_key), (), former.hex())

    def _half(self, found: PinFile) -> bytes:
        half = self._keyring.load(found.half)
        if half is None:
            raise MissingKeyError(f"{self._keyring.name}: {found.half}")
        return half

    def _write(self, wanted: PinFile) -> None:
        write_whole(self.path, json.dumps(asdict(wanted), indent=1).encode(), "pins")

    def _finish_move(self, found: PinFile) -> None:
        """Let the keyring forget the key itself, once a password has opened the store without it."""
        note = read_note(note_of(self._database))
        if note is not None and note.entry != found.half and self._keyring.load(note.entry) is not None:
            fp("pins.forget.before")
            self._keyring.forget(note.entry)
            fp("pins.forget.after")


class PinSource:
    """A source for ``open_store``: the key that one officer's password opens."""

    def __init__(self, pins: Pins, officer: str, pin: str, name: str) -> None:
        """Take the passwords, who signs in, his password, and the keyring's name for ``key.json``."""
        self._pins, self._officer, self._pin = pins, officer, pin
        self._name = name

    @property
    def name(self) -> str:
        """Return the name of the keyring that holds the other half."""
        return self._name

    def load(self, entry: str) -> bytes | None:
        """Return the store's key. Raises as ``Pins.unlock``."""
        del entry
        return self._pins.unlock(self._officer, self._pin)

    def save(self, entry: str, key: bytes) -> None:
        """Refuse: a store with passwords exists already."""
        del key
        raise MissingKeyError(entry)


def _wrap(officer: str, key: bytes, half: bytes, pin: str, name: str, cost: PinCost, *, once: bool) -> Wrap:
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    wrapping = _both(half, _pin_half(pin, salt, cost), officer)
    sealed = AESGCM(wrapping).encrypt(nonce, key, _bound_to(officer, name, once=once))
    costs = (cost.memory_kib, cost.passes, cost.lanes)
    return Wrap(officer, salt.hex(), *costs, nonce.hex(), sealed.hex(), once)


def _opens(wrap: Wrap, half: bytes, pin: str, name: str) -> bool:
    try:
        _open(wrap, half, pin, name)
    except PinError:
        return False
    return True


def _open(wrap: Wrap, half: bytes, pin: str, name: str) -> bytes:
    cost = PinCost(wrap.memory_kib, wrap.passes, wrap.lanes)
    wrapping = _both(half, _pin_half(pin, bytes.fromhex(wrap.salt), cost), wrap.officer)
    try:
        return AESGCM(wrapping).decrypt(
            bytes.fromhex(wrap.nonce),
            bytes.fromhex(wrap.sealed),
            _bound_to(wrap.officer, name, once=wrap.once),
        )
    except InvalidTag as error:
        raise PinError from error


def _pin_half(pin: str, salt: bytes, cost: PinCost) -> bytes:
    kdf = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return kdf.derive(_normal(pin).encode())


def _both(half: bytes, pin_half: bytes, officer: str) -> bytes:
    info = f"ban-truc/wrap/{officer}".encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(half + pin_half)


def _bound_to(officer: str, name: str, *, once: bool) -> bytes:
    return (f"{officer}|{name}|once" if once else f"{officer}|{name}").encode()


def _normal(pin: str) -> str:
    """Return the password as every keyboard and input method writes it (NFC)."""
    return unicodedata.normalize("NFC", pin)
