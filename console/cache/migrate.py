"""Bring an older file to this program's schema: on a copy, checked, renamed, the old file kept.

Killed anywhere, either the old file or the finished new one lies at the database's path (reliability.md §4.7).
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from console.cache.copying import copy_database, link_or_copy, put_in_place, remove_database
from console.cache.database import connect, driver_of, make_engine
from console.cache.errors import DiskFullError, LockedError, MigrationError, TooNewError
from console.cache.migrations import SCHEMA_VERSION
from console.cache.place import free_bytes, sync_file
from console.cache.schema import MIGRATIONS, upgrade_connection
from console.cache.upkeep import check_integrity, checkpoint
from console.failpoint import fp

ROOM_FACTOR = 2.5
KEPT = 3
# The search index is checked by SQLite itself; its shadow tables change with every merge.
_NOT_COMPARED = ("alembic_version", "search_text", "sqlite_")


@dataclass(frozen=True, slots=True)
class Migrated:
    """What a migration did. ``kept`` is the old file, now beside the new one."""

    from_version: int
    to_version: int
    rows: int
    kept: Path


@dataclass(frozen=True, slots=True)
class TableContent:
    """What a table holds: its columns, how many rows, and a hash over them in key order."""

    columns: tuple[str, ...]
    rows: int
    hash: str


def migrate(
    path: Path,
    key: bytes,
    now_ms: int,
    *,
    scripts: Path = MIGRATIONS,
    version: int = SCHEMA_VERSION,
    transformed: Iterable[str] = (),
) -> Migrated | None:
    """Migrate the file if it is older than this program. The caller holds the ``InstanceLock``.

    Args:
        path: the database.
        key: 32 raw bytes.
        now_ms: UTC ms, for the name of the kept file.
        scripts: the folder of migrations; the shipped one but in tests.
        version: the newest schema version; the shipped one but in tests.
        transformed: tables whose rows a migration is meant to change; all others must keep every row and value.

    Returns:
        What was done, or ``None`` if the file is current.

    Raises:
        TooNewError: a newer program wrote the file.
        DiskFullError: less than 2.5 times the file is free; nothing was begun.
        MigrationError: the new file does not hold what the old one holds; the old one stays.
        StoreError: any other known trouble; the old file stays.

    """
    new = path.with_name(path.name + ".new")
    source = connect(path, key)
    try:
        old_version = int(source.execute("PRAGMA user_version").fetchone()[0])
        if old_version > version:
            raise TooNewError(str(path))
        if old_version == version:
            return None
        _require_room(path)
        before = contents(source)
        copy_database(source, new, key, "migrate")
        # Empties the write-ahead log: it must not lie beside the new file after the rename.
        if source.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            raise LockedError(str(path))
    finally:
        source.close()
    try:
        rows = _migrate_copy(new, key, before, scripts, version, frozenset(transformed))
        kept = _keep(path, old_version, now_ms)
        put_in_place(path, new, "migrate")
    except BaseException:
        remove_database(new)
        raise
    _forget_older(path)
    return Migrated(old_version, version, rows, kept)


def contents(connection: dbapi2.Connection) -> dict[str, TableContent]:
    """Return what every table of an open file holds, for comparing before and after."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return {name: _content(connection, name) for (name,) in names if not name.startswith(_NOT_COMPARED)}


def _content(connection: dbapi2.Connection, table: str, columns: tuple[str, ...] = ()) -> TableContent:
    info = connection.execute(f"PRAGMA table_info({_quoted(table)})").fetchall()
    kept = columns or tuple(row[1] for row in info)
    if not info or not {row[1] for row in info}.issuperset(kept):
        return TableContent((), 0, "")
    order = [row[1] for row in sorted(info, key=lambda row: row[5]) if row[5]] or [row[1] for row in info]
    digest, rows = hashlib.sha256(), 0
    chosen, by = (", ".join(_quoted(name) for name in names) for names in (kept, order))
    for row in connection.execute(f"SELECT {chosen} FROM {_quoted(table)} ORDER BY {by}"):  # noqa: S608 - own schema
        digest.update(repr(row).encode())
        rows += 1
    return TableContent(kept, rows, digest.hexdigest())


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _require_room(path: Path) -> None:
    wal = path.with_name(path.name + "-wal")
    size = path.stat().st_size + (wal.stat().st_size if wal.exists() else 0)
    if free_bytes(path.parent) < ROOM_FACTOR * size:
        raise DiskFullError(f"{path.parent}: {ROOM_FACTOR * size / 1e6:.0f} MB")


def _migrate_copy(
    new: Path,
    key: bytes,
    before: dict[str, TableContent],
    scripts: Path,
    version: int,
    transformed: frozenset[str],
) -> int:
    """Migrate and check the copy; return the number of rows compared."""
    engine = make_engine(new, key, create=False, read_only=False)
    try:
        with engine.connect() as connection:
            fp("migrate.commit.before")
            upgrade_connection(connection, scripts, version)
            fp("migrate.commit.after")
            rows = _require_same(driver_of(connection), new, before, transformed)
            check_integrity(driver_of(connection), new)
            checkpoint(connection)
    finally:
        engine.dispose()
    fp("migrate.fsync.before")
    sync_file(new)
    fp("migrate.fsync.after")
    return rows


def _require_same(
    connection: dbapi2.Connection, new: Path, before: dict[str, TableContent], transformed: frozenset[str]
) -> int:
    rows = 0
    for table, old in before.items():
        if table in transformed:
            continue
        if _content(connection, table, old.columns) != old:
            raise MigrationError(f"{new}: {table}")
        rows += old.rows
    return rows


def _keep(path: Path, old_version: int, now_ms: int) -> Path:
    """Give the old file another name beside its own."""
    stamp = datetime.fromtimestamp(now_ms / 1000, UTC).strftime("%Y%m%d-%H%M%SZ")
    kept = path.with_name(f"{path.name}.v{old_version}-{stamp}")
    fp("migrate.keep.before")
    link_or_copy(path, kept)
    fp("migrate.keep.after")
    return kept


def _forget_older(path: Path) -> None:
    kept = sorted(
        path.parent.glob(f"{path.name}.v*-*Z"), key=lambda file: file.name.rsplit(".v", 1)[1].split("-", 1)[1]
    )
    for old in kept[:-KEPT]:
        fp("migrate.unlink.before")
        old.unlink()
        fp("migrate.unlink.after")
