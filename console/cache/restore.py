"""Put a backup in a store's place. What lies there now is kept beside it, whatever state it is in."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from console.cache.backup import Backup, read_backup, verify_backup
from console.cache.copying import remove_database, verify_copy
from console.cache.database import connect
from console.cache.errors import (
    DiskFullError,
    HealthyStoreError,
    LockedError,
    PlaceError,
    StoreError,
    TooNewError,
    known_os_error,
)
from console.cache.keys import MEDIA, key_id, subkey
from console.cache.migrations import SCHEMA_VERSION
from console.cache.outbox import RESTORED
from console.cache.place import free_bytes, require_local, sync_file, sync_folder
from console.cache.rekey import change_key
from console.cache.sealed import move_seal
from console.cache.soundness import forget_damage
from console.cache.upkeep import check_file
from console.cache.walk_state import SETTINGS
from console.failpoint import fp


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    ``backup.at`` is the UTC ms the store now equals, ``backup.head`` the end of its log; what came later is in
    ``replaced``, if that can be read, and the next walk reads Zalo's messages again. ``media`` counts the files put back.
    ``settings`` is the text of the settings file as it was then, "" if none was kept.
    """

    backup: Backup
    replaced: Path | None
    media: int
    settings: str = ""


def restore(
    backup_file: Path,
    key: bytes,
    database: Path,
    media: Path,
    now_ms: int,
    *,
    force: bool = False,
    former: bytes | None = None,
) -> Restored:
    """Replace a lost or damaged store by a backup. The caller holds the ``InstanceLock``.

    Killed anywhere, the path holds the old file, the restored one, or none (which opening says, ``MissingFileError``);
    never the one with the log of the other. Running it again finishes the work.

    Args:
        backup_file: a backup's database or manifest.
        key: 32 raw bytes.
        database: where the store lies.
        media: the folder of sealed files; missing ones come back, others stay.
        now_ms: UTC ms, for the name of the replaced file.
        force: replace a store even though it is sound.
        former: the key of the store before its first password; a backup of that time comes back under ``key``.

    Raises:
        BackupError, WrongKeyError, TooNewError: the backup cannot be used; nothing was changed.
        HealthyStoreError: the store is sound and ``force`` was not given; nothing was changed.
        LockedError: somebody uses the store.
        StoreError: any other known trouble.

    """
    require_local(database)
    backup = read_backup(backup_file)
    if backup.schema_version > SCHEMA_VERSION:
        raise TooNewError(str(backup.path))
    own = former if former is not None and backup.key_id == key_id(former) else key
    verify_backup(backup, own)
    if not force and _is_sound(database, key):
        raise HealthyStoreError(str(database))
    new = database.with_name(database.name + ".restore")
    try:
        database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if free_bytes(database.parent) < backup.size:
            raise DiskFullError(str(database.parent))
        remove_database(new)
        fp("restore.copy.before")
        shutil.copyfile(backup.path, new)
        new.chmod(0o600)
        sync_file(new)
        fp("restore.copy.after")
        verify_copy(new, own)
        if own != key:
            change_key(new, own, key)
        settings = _note_restored(new, key, now_ms)
        # Media first: the restored log speaks of these files.
        count = _put_media_back(backup, media, own, key)
        replaced = _set_aside(database, now_ms)
        fp("restore.rename.before")
        new.replace(database)
        fp("restore.rename.after")
        forget_damage(database)
        sync_folder(database.parent)
    except OSError as error:
        raise known_os_error(error, str(database)) from error
    finally:
        remove_database(new)
    return Restored(backup, replaced, count, settings)


def _note_restored(new: Path, key: bytes, now_ms: int) -> str:
    """Tell the next start that replies which wait in this file may have been sent since; return the settings it holds."""
    connection = connect(new, key)
    try:
        fp("restore.note.before")
        connection.execute(
            "INSERT OR REPLACE INTO gateway_state (name, value) VALUES (?, ?)", (RESTORED, str(now_ms))
        )
        fp("restore.note.after")
        kept = connection.execute("SELECT value FROM gateway_state WHERE name = ?", (SETTINGS,)).fetchone()
        # Nothing may lie in a log that stays behind when the file is renamed.
        if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            raise LockedError(str(new))
    finally:
        connection.close()
    sync_file(new)
    return str(kept[0]) if kept else ""


def _is_sound(database: Path, key: bytes) -> bool:
    if not database.exists():
        return False
    try:
        check_file(database, key)
    except (LockedError, PlaceError):
        # In use or forbidden says nothing about the file.
        raise
    except StoreError:
        return False
    return True


def _put_media_back(backup: Backup, media: Path, own: bytes, key: bytes) -> int:
    """Put the missing files back, under the store's key whatever key the backup has."""
    count = 0
    for item in backup.media:
        target = media / item.name
        if target.exists() and target.stat().st_size == item.size:
            continue
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = target.with_name(target.name + ".new")
        fp("restore.media.before")
        shutil.copyfile(backup.path.parent / backup.media_folder / item.name, new)
        if own != key:
            move_seal(new, subkey(own, MEDIA), subkey(key, MEDIA), target.stem.encode())
        sync_file(new)
        fp("restore.media_rename.before")
        new.replace(target)
        fp("restore.media_rename.after")
        fp("restore.media.after")
        count += 1
    return count


def _set_aside(database: Path, now_ms: int) -> Path | None:
    """Rename the old file, then its log: neither may lie beside the restored file, and neither is thrown away."""
    stamp = datetime.fromtimestamp(now_ms / 1000, UTC).strftime("%Y%m%d-%H%M%SZ")
    replaced = database.with_name(f"{database.name}.replaced-{stamp}")
    existed = database.exists()
    # The file first: alone, its log would be taken for the log of what comes in its place, or the file would be opened
    # without the commits that lie in the log only.
    for suffix in ("", "-wal"):
        old = database.with_name(database.name + suffix)
        if old.exists():
            fp("restore.aside.before")
            old.rename(replaced.with_name(replaced.name + suffix))
            fp("restore.aside.after")
            sync_folder(database.parent)
    fp("restore.shm_unlink.before")
    database.with_name(database.name + "-shm").unlink(missing_ok=True)
    fp("restore.shm_unlink.after")
    return replaced if existed else None
