"""The file ``pins.json`` beside the database: the store's key under each officer's password. Nothing in it opens anything alone."""

import json
from dataclasses import dataclass
from pathlib import Path

from console.cache.errors import MissingKeyError
from console.cache.keys import subkey
from console.cache.sealed import SealError, open_bytes

FORMER = "former-key"
"""Purpose of the ``subkey`` that the former key is sealed with."""


@dataclass(frozen=True, slots=True)
class Wrap:
    """The store's key as one officer's password opens it; bytes as hexadecimal digits.

    ``once``: another officer knows the password, so that it opens the store only to be changed at once. The seal holds for that
    word too: who changes it in the file has a wrap that opens with nothing.
    """

    officer: str
    salt: str
    memory_kib: int
    passes: int
    lanes: int
    nonce: str
    sealed: str
    once: bool = False


@dataclass(frozen=True, slots=True)
class PinFile:
    """What ``pins.json`` says: under which name the keyring holds its half, which key is wrapped, and the wraps.

    ``former`` is the key of the store before its first password, sealed under the wrapped one, in hexadecimal; "" for none.
    """

    half: str
    key_id: str
    wraps: tuple[Wrap, ...]
    former: str = ""


def pins_of(database: Path) -> Path:
    """Return where the wraps of a store lie."""
    return database.with_name("pins.json")


def read_pins(path: Path) -> PinFile | None:
    """Return what the file says, ``None`` where there is none.

    Raises:
        MissingKeyError: it is there and cannot be read, so that nobody's password opens anything.

    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise MissingKeyError(str(path)) from error
    try:
        data = json.loads(text)
        wraps = tuple(Wrap(**item) for item in data.pop("wraps"))
        for wrap in wraps:
            if not isinstance(wrap.once, bool):
                raise TypeError(wrap.officer)
            for digits in (wrap.salt, wrap.nonce, wrap.sealed):
                bytes.fromhex(digits)
            if not (
                8 <= wrap.memory_kib <= 4 * 1024 * 1024 and 1 <= wrap.passes <= 64 and 1 <= wrap.lanes <= 64
            ):
                raise ValueError(wrap.officer)
        found = PinFile(wraps=wraps, **data)
        bytes.fromhex(found.former)
        return found
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise MissingKeyError(str(path)) from error


def former_key(database: Path, key: bytes, found: PinFile | None = None) -> bytes | None:
    """Return the key that a store had before its first password, as its key now opens it; ``None`` where there was none.

    Raises:
        MissingKeyError: ``pins.json`` cannot be read.

    """
    found = found or read_pins(pins_of(database))
    if found is None or not found.former:
        return None
    try:
        return open_bytes(subkey(key, FORMER), bytes.fromhex(found.former), found.half.encode())
    except SealError:
        return None
