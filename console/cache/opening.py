"""From a folder and a key source to an open store: first run, every later run, and each way it can be refused."""

from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine

from console.cache.copying import remove_database
from console.cache.database import open_database, require_absent
from console.cache.key_note import mark_created, obtain_key
from console.cache.keys import KeySource
from console.cache.migrate import Migrated, migrate
from console.cache.place import RESERVE_BYTES, Reserve, require_local, sync_file, sync_folder
from console.cache.rekey import finish_rekey
from console.cache.schema import create_schema
from console.cache.soundness import check_is_due, note_checked
from console.cache.upkeep import check_file, checkpoint
from console.failpoint import fp


@dataclass(frozen=True, slots=True)
class OpenedStore:
    """An open store. ``key`` is for ``read_engine`` and ``subkey``; it never shows in a repr."""

    engine: Engine
    key: bytes = field(repr=False)
    created: bool
    migrated: Migrated | None
    reserve: Reserve


def open_store(
    path: Path, source: KeySource, now_ms: int, *, check: bool = False, reserve_bytes: int = RESERVE_BYTES
) -> OpenedStore:
    """Open the store, make it on the first run, migrate an older one. The caller holds the ``InstanceLock``.

    Args:
        path: the database; ``key.json`` and ``reserve`` lie beside it.
        source: where the key is kept.
        now_ms: UTC ms.
        check: check every page first, as after an unclean exit; it is done by itself once a week and after damage.
        reserve_bytes: how much room to keep aside.

    Raises:
        StoreError: the named known trouble; no existing file was changed.

    """
    require_local(path)
    key = obtain_key(source, path)
    finish_rekey(path, key)
    created = not path.exists()
    migrated = None
    if created:
        create_store(path, key)
        note_checked(path, now_ms)
    else:
        if check or check_is_due(path, now_ms):
            check_file(path, key)
            note_checked(path, now_ms)
        migrated = migrate(path, key, now_ms)
    engine = open_database(path, key, create=False)
    mark_created(source, path, key)
    reserve = Reserve(path.with_name("reserve"), reserve_bytes)
    reserve.hold()
    return OpenedStore(engine, key, created, migrated, reserve)


def create_store(path: Path, key: bytes) -> None:
    """Make a store with the newest schema; it appears at ``path`` whole or not at all.

    Raises:
        StoreError: it could not be made, or ``path`` exists (``AlreadyThereError``).

    """
    new = path.with_name(path.name + ".new")
    remove_database(new)
    engine = open_database(new, key, create=True)
    try:
        create_schema(engine)
        with engine.connect() as connection:
            checkpoint(connection)
    finally:
        engine.dispose()
    fp("create.fsync.before")
    sync_file(new)
    fp("create.fsync.after")
    require_absent(path)
    fp("create.rename.before")
    new.replace(path)
    fp("create.rename.after")
    sync_folder(path.parent)
