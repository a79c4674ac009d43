"""The one way to open the encrypted file.

SQLCipher 4 with a raw 256-bit key. Every connection gets the same profile (reliability.md §4.1) and what SQLite made of it
is read back; a connection that does not hold all of it is not handed out. A file that is plain, that the key does not
open, or that a newer version wrote is refused and left as it is: nothing here ever replaces a file.
"""

import os
import sys
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from console.cache.errors import (
    AlreadyThereError,
    CorruptedError,
    DiskError,
    DiskFullError,
    MissingFileError,
    NotEncryptedError,
    OldSchemaError,
    PlaceError,
    TooNewError,
    known_error,
    known_os_error,
)
from console.cache.migrations import SCHEMA_VERSION
from console.cache.place import Reserve, require_local
from console.cache.schema import schema_version
from console.cache.soundness import is_damaged, note_damage
from console.failpoint import fp

KEY_BYTES = 32
PAGE_BYTES = 4096
PLAIN_HEADER = b"SQLite format 3\x00"
BUSY_TIMEOUT_MS = 5000
CHECKOUT_TIMEOUT_S = 30.0
AUTO_VACUUM_FULL = 1

# PRAGMA, value written, value SQLite must read back.
_ALWAYS: tuple[tuple[str, str, object], ...] = (
    ("trusted_schema", "OFF", 0),
    ("temp_store", "MEMORY", 2),
    ("busy_timeout", str(BUSY_TIMEOUT_MS), BUSY_TIMEOUT_MS),
    ("foreign_keys", "ON", 1),
    ("cell_size_check", "ON", 1),
    ("secure_delete", "ON", 1),
    ("synchronous", "FULL", 2),
)
# Only macOS has the call these two ask for; elsewhere SQLite ignores them.
_MACOS: tuple[tuple[str, str, object], ...] = (("fullfsync", "ON", 1), ("checkpoint_fullfsync", "ON", 1))


def open_database(path: Path, key: bytes, *, create: bool, read_only: bool = False) -> Engine:
    """Open the encrypted file and return an engine with one connection.

    Transactions are the caller's: the driver runs in autocommit and never sends ``BEGIN`` by itself, so a writer says
    ``BEGIN IMMEDIATE``. The pool hands its connection to one thread at a time. Known troubles (full disk, locked, damaged
    page) come out of every statement as a ``StoreError``; on a full disk the reserve beside the file is given back.

    Args:
        path: the file, on a local disk.
        key: 32 raw bytes.
        create: make a new file, which must not exist; ``create_schema`` then fills it. Without it the file must exist
            with the newest schema.
        read_only: refuse writes, for readers beside the one writer.

    Raises:
        StoreError: the named known trouble (see ``console.cache.errors``).
        ValueError: the key is not 32 bytes, or ``create`` and ``read_only`` are both given.

    """
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes, not {len(key)}")
    if create and read_only:
        raise ValueError("a file cannot be created read-only")
    require_local(path)
    if create:
        _reserve_name(path)
    engine = make_engine(path, key, create=create, read_only=read_only)
    try:
        with engine.connect() as connection:
            if not create:
                _require_current(connection, path)
    except BaseException:
        engine.dispose()
        if create:
            # Ours alone since _reserve_name, and without a page that anybody could miss.
            fp("database.undo.before")
            path.unlink(missing_ok=True)
            fp("database.undo.after")
        raise
    return engine


def read_engine(path: Path, key: bytes) -> Engine:
    """Open one more, read-only connection to a file that its writer keeps, for reads beside it. See ``open_database``."""
    return open_database(path, key, create=False, read_only=True)


def connect(path: Path, key: bytes, *, create: bool = False, read_only: bool = False) -> dbapi2.Connection:
    """Open one connection of the driver with the whole profile asserted, whatever schema the file has.

    For backup and migration, which work below SQLAlchemy; all else uses ``open_database``.

    Raises:
        StoreError: the named known trouble.

    """
    if not create:
        require_encrypted(path)
    try:
        uri = f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rwc' if create else 'rw'}"
        # The engine's pool, or the caller, gives the connection to one thread at a time.
        connection = dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        try:
            _configure(connection, path, key, create=create, read_only=read_only)
        except BaseException:
            connection.close()
            raise
    except (dbapi2.Error, OSError) as error:
        known = known_error(error, str(path))
        if known is None:
            raise
        raise known from error
    return connection


def require_encrypted(path: Path) -> None:
    """Look at the raw file before any driver does.

    Raises:
        MissingFileError: there is none.
        NotEncryptedError: its first bytes are those of a plain SQLite file.
        CorruptedError: it is too short to hold a page.
        PlaceError: it cannot be read.

    """
    try:
        with path.open("rb") as file:
            header = file.read(PAGE_BYTES)
    except FileNotFoundError as error:
        raise MissingFileError(str(path)) from error
    except OSError as error:
        raise PlaceError(str(path)) from error
    if header.startswith(PLAIN_HEADER):
        raise NotEncryptedError(str(path))
    if len(header) < PAGE_BYTES:
        raise CorruptedError(str(path))


def make_engine(path: Path, key: bytes, *, create: bool, read_only: bool) -> Engine:
    """Return an engine without looking at the file's schema; all but migration use ``open_database``."""
    waiting = [create]
    opened: list[bool] = []

    def creator() -> dbapi2.Connection:
        # Only the very first connection makes the file: a pool that reconnects must find what it left.
        try:
            connection = connect(path, key, create=waiting[0], read_only=read_only)
        except CorruptedError:
            if opened:
                # It was sound a moment ago. At a start the refusal itself is enough.
                note_damage(path)
            raise
        opened[:] = [True]
        waiting[0] = False
        return connection

    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=creator,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=CHECKOUT_TIMEOUT_S,
        hide_parameters=True,
    )
    reserve = None if read_only else Reserve(path.with_name("reserve"))

    @event.listens_for(engine, "handle_error")
    def name_the_trouble(context: ExceptionContext) -> None:
        known = known_error(context.original_exception, str(path))
        if known is None or (read_only and isinstance(known, PlaceError)):
            # A write through a reader is a bug of ours and looks like one.
            return
        if isinstance(known, DiskFullError) and reserve is not None:
            reserve.release()
        if isinstance(known, CorruptedError):
            note_damage(path)
        if isinstance(known, DiskError | CorruptedError):
            # After a failed fsync nobody knows what the system still holds; a fresh connection reads what is there.
            context.is_disconnect = True
        raise known from context.original_exception

    if not read_only:

        @event.listens_for(engine, "checkout")
        def refuse_damaged(*_arguments: object) -> None:
            # A reader may have met the damage; from then on nobody writes (``console.cache.soundness``).
            if is_damaged(path):
                raise CorruptedError(str(path))

    return engine


def require_absent(path: Path) -> None:
    """Refuse a name under which a file, or the write-ahead log of one, lies.

    Raises:
        AlreadyThereError: naming it.

    """
    for there in (path, path.with_name(path.name + "-wal")):
        if there.exists():
            raise AlreadyThereError(str(there))


def _reserve_name(path: Path) -> None:
    """Create the empty file exclusively and for this user alone, so that nothing is ever opened over."""
    require_absent(path)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError as error:
        raise AlreadyThereError(str(path)) from error
    except OSError as error:
        raise known_os_error(error, str(path)) from error


def _configure(
    connection: dbapi2.Connection, path: Path, key: bytes, *, create: bool, read_only: bool
) -> None:
    """Give the key and the profile to a fresh connection and read back what came of it."""
    # SQLCipher prints to stderr otherwise; the errors themselves arrive as exceptions.
    connection.execute("PRAGMA cipher_log_level = NONE")
    # Through the C interface, so that the key is never part of a statement that a trace could show.
    connection.set_key(f"x'{key.hex()}'")
    if not _value(connection, "cipher_version"):
        raise NotEncryptedError(str(path))
    profile = _ALWAYS + (_MACOS if sys.platform == "darwin" else ())
    for name, wanted, _ in profile:
        connection.execute(f"PRAGMA {name} = {wanted}")
    if create:
        # Must come before the first page. Freed pages, once zeroed, go back to the disk at each commit (threats T22);
        # measured, it costs nothing beside the search index and keeps the file a quarter smaller.
        connection.execute("PRAGMA auto_vacuum = FULL")
        connection.execute("PRAGMA journal_mode = WAL")
        # Writes the first page, encrypted.
        connection.execute("PRAGMA user_version = 0")
        require_encrypted(path)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    expected: list[tuple[str, object]] = [(name, value) for name, _, value in profile]
    expected += [("journal_mode", "wal"), ("auto_vacuum", AUTO_VACUUM_FULL), ("query_only", int(read_only))]
    for name, value in expected:
        found = _value(connection, name)
        if found != value:
            # Not a trouble of the place but of the build: none of these can fail on a sound SQLCipher.
            raise RuntimeError(f"SQLite keeps {name} at {found!r} instead of {value!r}")


def driver_of(connection: Connection) -> dbapi2.Connection:
    """Return the driver's connection below SQLAlchemy's."""
    return connection.connection.dbapi_connection


def _value(connection: dbapi2.Connection, pragma: str) -> object:
    row = connection.execute(f"PRAGMA {pragma}").fetchone()
    return row[0] if row else None


def _require_current(connection: Connection, path: Path) -> None:
    version = schema_version(connection)
    if version > SCHEMA_VERSION:
        raise TooNewError(str(path))
    if version < SCHEMA_VERSION:
        raise OldSchemaError(str(path))
