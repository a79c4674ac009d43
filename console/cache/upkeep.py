"""Looking after an open file: checking every page, emptying the log, driving out erased data."""

from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlcipher3 import dbapi2

from console.cache.database import connect
from console.cache.errors import CorruptedError, LockedError, known_error
from console.failpoint import fp


def check_integrity(connection: dbapi2.Connection, path: Path) -> None:
    """Check every page's authentication code, the structure and the foreign keys; seconds for a large file.

    Raises:
        CorruptedError: naming the check that failed.

    """
    for pragma in ("cipher_integrity_check", "integrity_check", "foreign_key_check"):
        try:
            rows = connection.execute(f"PRAGMA {pragma}").fetchall()
        except dbapi2.Error as error:
            raise known_error(error, f"{path}: {pragma}") or error from error
        if [tuple(row) for row in rows] not in ([], [("ok",)]):
            raise CorruptedError(f"{path}: {pragma}")


def purge_traces(engine: Engine) -> None:
    """Drive the last copies of deleted rows out of the file, after an erasure by law (threats T22).

    ``secure_delete`` zeroes freed pages, but a contentless FTS index only marks a row as gone until its segments are
    merged, and the write-ahead log keeps old pages until it is truncated. Rewrites the index: seconds for a large file.

    Raises:
        LockedError: a reader kept the write-ahead log from being emptied; run it again.

    """
    with engine.connect() as connection:
        fp("purge.optimize.before")
        connection.exec_driver_sql("INSERT INTO search_text (search_text) VALUES ('optimize')")
        fp("purge.optimize.after")
        checkpoint(connection)


def checkpoint(connection: Connection) -> None:
    """Write the write-ahead log back into the file and empty it.

    Raises:
        LockedError: a reader still needs it; nothing is lost.

    """
    fp("checkpoint.before")
    busy, _, _ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    fp("checkpoint.after")
    if busy:
        raise LockedError("wal_checkpoint")


def check_file(path: Path, key: bytes) -> None:
    """Check a closed file as ``check_integrity`` does; seconds for a large one.

    Raises:
        StoreError: it is damaged, or cannot be opened.

    """
    # Read-only: closing a writer would move the log into a file that may be damaged and still be saved.
    connection = connect(path, key, read_only=True)
    try:
        check_integrity(connection, path)
    finally:
        connection.close()
