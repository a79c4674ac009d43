"""Which key belongs to which store: ``key.json`` beside the database, and the rules for making and missing keys.

A key is made once, for a store that does not exist yet, and never for a file that does: a new key would open nothing, and
an empty file in place of a lost one would hide the loss (threats T02).
"""

import json
import secrets
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from console.cache.errors import MissingFileError, MissingKeyError, WrongKeyError
from console.cache.keys import KEY_BYTES, KeySource, SystemKeyring, key_id
from console.cache.pin_file import former_key
from console.cache.place import write_whole
from console.failpoint import fp


@dataclass(frozen=True, slots=True)
class KeyNote:
    """What ``key.json`` beside the database says; nothing in it is secret.

    ``entry`` is the name in the keyring, ``source`` the place that keeps the key, ``key_id`` tells keys apart without
    telling anything about them, ``created`` that the database was made and must therefore exist.
    """

    entry: str
    source: str
    key_id: str
    created: bool


def obtain_key(source: KeySource, database: Path, *, lost: bool = False) -> bytes:
    """Return the key of a store; make one only if the store does not exist yet.

    Args:
        source: where the key is kept.
        database: the store.
        lost: the store may be gone, for a backup is about to take its place; its key must be there all the same.

    Raises:
        MissingKeyError: the store exists (or is noted) and its key is not there.
        MissingFileError: the key is noted as used, but the store is gone.
        WrongKeyError: the key found is not the one that was noted.
        KeyringError, KeyFileError: the place cannot be asked.

    """
    note_path = note_of(database)
    note = read_note(note_path)
    exists = database.exists()
    if note is None and exists and isinstance(source, SystemKeyring):
        # The name in the keyring went with the note; guessing one could find a stranger's key.
        raise MissingKeyError(str(note_path))
    if note is None:
        note = KeyNote(_new_entry(), source.name, "", created=exists)
        if not exists:
            write_note(note_path, note)
    key = source.load(note.entry)
    if key is None:
        if exists or note.created:
            raise MissingKeyError(f"{database}; {note.source}")
        key = secrets.token_bytes(KEY_BYTES)
        fp("key.save.before")
        source.save(note.entry, key)
        fp("key.save.after")
    if note.key_id and note.key_id not in (key_id(key), key_id(former_key(database, key) or b"")):
        raise WrongKeyError(f"{database}; {source.name}")
    if note.created and not exists and not lost:
        raise MissingFileError(str(database))
    wanted = replace(note, source=source.name, key_id=key_id(key))
    # Of an existing file the key is noted only after it opened it (mark_created).
    if wanted != note and not exists:
        write_note(note_path, wanted)
    return key


def mark_created(source: KeySource, database: Path, key: bytes) -> None:
    """Note that the store exists and that this key opened it; from now on its absence is a loss, not a first run."""
    note_path = note_of(database)
    note = read_note(note_path) or KeyNote(_new_entry(), source.name, "", created=True)
    wanted = replace(note, source=source.name, key_id=key_id(key), created=True)
    if wanted != note or not note_path.exists():
        write_note(note_path, wanted)


def adopt_key(source: KeySource, database: Path, key: bytes) -> None:
    """Keep a known key in another place from now on, such as a new machine's keyring after a restore.

    Args:
        source: the new place.
        database: the store, which exists; its note is changed.
        key: its key; the caller has opened the store with it.

    Raises:
        WrongKeyError: the new place holds another key by that name; it is not overwritten.
        StoreError: the place cannot keep it.

    """
    note = read_note(note_of(database)) or KeyNote(_new_entry(), source.name, "", created=True)
    kept = source.load(note.entry)
    if kept is None:
        source.save(note.entry, key)
    elif kept != key:
        raise WrongKeyError(f"{database}; {source.name}")
    write_note(note_of(database), replace(note, source=source.name, key_id=key_id(key), created=True))


def _new_entry() -> str:
    return f"profile-{secrets.token_hex(8)}"


def note_of(database: Path) -> Path:
    """Return where the note of a store lies."""
    return database.with_name("key.json")


def read_note(path: Path) -> KeyNote | None:
    """Return the note, or ``None`` if there is none.

    Raises:
        MissingKeyError: it is there but cannot be read, so the key cannot be found.

    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise MissingKeyError(str(path)) from error
    try:
        data = json.loads(text)
        note = KeyNote(**data)
    except (ValueError, TypeError) as error:
        raise MissingKeyError(str(path)) from error
    if not all(isinstance(value, str) for value in (note.entry, note.source, note.key_id)) or not isinstance(
        note.created, bool
    ):
        raise MissingKeyError(str(path))
    return note


def write_note(path: Path, note: KeyNote) -> None:
    """Write the note whole and durably. Raises ``StoreError``."""
    write_whole(path, json.dumps(asdict(note), indent=1, ensure_ascii=False).encode(), "key_note")
