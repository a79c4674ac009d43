"""From the key that a store had before its first password to one that never lay in the keyring whole (threats T04).

Who read the keyring once, before there was a password, must not open what comes later. So the first password wraps a new key,
and the next opening of the store, which nobody else has open then, moves everything to it: the database as a checked copy that
takes the old file's place, then each sealed file. ``key.json`` names the new key last; until then each opening goes on where the
one before was killed. The former key lies in ``pins.json`` under the new one, so that backups of before can still be restored;
whoever kept it elsewhere can open those and nothing else.
"""

from pathlib import Path

from sqlcipher3 import dbapi2

from console.cache.copying import copy_database, put_in_place, read_head, remove_database, verify_copy
from console.cache.database import connect
from console.cache.errors import DiskFullError, LockedError, RekeyError, WrongKeyError, known_os_error
from console.cache.key_note import note_of, read_note
from console.cache.keys import MEDIA, TOKEN_JOURNAL, key_id, subkey
from console.cache.pin_file import former_key
from console.cache.place import free_bytes
from console.cache.sealed import SealError, move_seal
from console.cache.vault import Journal

ROOM_FACTOR = 1.5


def finish_rekey(path: Path, key: bytes) -> bool:
    """Move a store to its new key if that is still to be done. The caller holds the ``InstanceLock``.

    Args:
        path: the database; ``key.json``, ``pins.json``, ``media/`` and the token journal lie beside it.
        key: the key that a password has opened.

    Returns:
        Whether there was something to do. The caller notes the key as the store's own when the store has opened.

    Raises:
        StoreError: it could not be finished; the store opens under the former or the new key, and the next try goes on.

    """
    note, old = read_note(note_of(path)), former_key(path, key)
    if old is None or note is None or note.key_id == key_id(key):
        return False
    change_key(path, old, key)
    reseal_media(path.with_name("media"), old, key)
    before = Journal(path.parent, subkey(old, TOKEN_JOURNAL))
    entry = before.read()
    if entry is not None:
        Journal(path.parent, subkey(key, TOKEN_JOURNAL)).write(entry)
    return True


def change_key(path: Path, old: bytes, new: bytes) -> None:
    """Put a copy under another key in the place of a closed database; nothing is done where the new key opens it already.

    Raises:
        LockedError: somebody has it open.
        RekeyError: the copy does not hold what the file holds; the file stays.
        StoreError: any other known trouble; the file stays.

    """
    try:
        connect(path, new).close()
    except WrongKeyError:
        pass
    else:
        return
    target = path.with_name(path.name + ".rekey")
    source = connect(path, old)
    try:
        if source.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            raise LockedError(str(path))
        if free_bytes(path.parent) < ROOM_FACTOR * path.stat().st_size:
            raise DiskFullError(str(path.parent))
        copy_database(source, target, new, "rekey")
        head, rows = read_head(source), _row_counts(source)
    finally:
        source.close()
    try:
        if verify_copy(target, new) != head:
            raise RekeyError(str(target))
        copy = connect(target, new, read_only=True)
        try:
            if _row_counts(copy) != rows:
                raise RekeyError(str(target))
        finally:
            copy.close()
        put_in_place(path, target, "rekey")
    except OSError as error:
        raise known_os_error(error, str(path)) from error
    finally:
        remove_database(target)


def reseal_media(media: Path, old: bytes, new: bytes) -> int:
    """Seal each file of a folder anew that the old key opens; return how many. A file that neither opens stays as it is."""
    before, after = subkey(old, MEDIA), subkey(new, MEDIA)
    moved = 0
    for file in sorted(media.glob("??/*.sealed")):
        try:
            moved += move_seal(file, before, after, file.stem.encode())
        except SealError:
            continue  # damaged: what reads it says so, now as before
        except OSError as error:
            raise known_os_error(error, str(file)) from error
    return moved


def _row_counts(connection: dbapi2.Connection) -> dict[str, int]:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - own schema
        for (name,) in names
    }
