"""Make and check a copy of the encrypted file while its writer goes on."""

import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from console.cache.database import connect
from console.cache.errors import LockedError, known_error
from console.cache.place import sync_file, sync_folder
from console.cache.upkeep import check_integrity
from console.failpoint import fp

CHUNK_PAGES = 256
READ_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Head:
    """Where the log of a file ends: what a copy is equal to. ``at`` is the last event's UTC ms, 0 without events."""

    seq: int
    hash: str
    at: int


def copy_database(source: dbapi2.Connection, target: Path, key: bytes, failpoint: str) -> None:
    """Write a copy of an open file under the same key and make its bytes durable.

    One read transaction holds the state of the start; in WAL mode the writer is not blocked by it. Killed on the way, it
    leaves an unfinished ``target`` that nothing opens.

    Raises:
        StoreError: a known trouble of the place; the source is untouched.

    """
    remove_database(target)
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        copy = dbapi2.connect(str(target), isolation_level=None, check_same_thread=False)
        try:
            copy.execute("PRAGMA cipher_log_level = NONE")
            copy.set_key(f"x'{key.hex()}'")
            source.execute("BEGIN")
            try:
                # The first read fixes the snapshot; without it a busy writer would make the copy start over and over.
                source.execute("SELECT count(*) FROM sqlite_master").fetchone()
                fp(f"{failpoint}.copy.before")
                source.backup(copy, pages=CHUNK_PAGES)
                fp(f"{failpoint}.copy.after")
            finally:
                source.execute("ROLLBACK")
        finally:
            copy.close()
        fp(f"{failpoint}.copy_fsync.before")
        sync_file(target)
        fp(f"{failpoint}.copy_fsync.after")
    except (dbapi2.Error, OSError) as error:
        raise known_error(error, str(target)) or error from error


def verify_copy(path: Path, key: bytes) -> Head:
    """Open a copy with the whole profile, check every page, and return where its log ends.

    Raises:
        StoreError: it is not a sound copy.

    """
    connection = connect(path, key, read_only=True)
    try:
        check_integrity(connection, path)
        return read_head(connection)
    finally:
        connection.close()
        remove_companions(path)


def read_head(connection: dbapi2.Connection) -> Head:
    """Return where the log of an open file ends."""
    row = connection.execute("SELECT seq, hash, at FROM event ORDER BY seq DESC LIMIT 1").fetchone()
    return Head(row[0], bytes(row[1]).hex(), row[2]) if row else Head(0, "", 0)


def remove_companions(path: Path) -> None:
    """Remove the empty ``-wal`` and ``-shm`` that a read-only connection leaves beside a file of ours."""
    for suffix in ("-wal", "-shm"):
        fp("database.companion_unlink.before")
        path.with_name(path.name + suffix).unlink(missing_ok=True)
        fp("database.companion_unlink.after")


def remove_database(path: Path) -> None:
    """Remove an unfinished file and its companions."""
    fp("database.unlink.before")
    path.unlink(missing_ok=True)
    fp("database.unlink.after")
    remove_companions(path)
    fp("database.journal_unlink.before")
    path.with_name(path.name + "-journal").unlink(missing_ok=True)
    fp("database.journal_unlink.after")


def put_in_place(path: Path, new: Path, failpoint: str) -> None:
    """Put a finished file in a closed database's place in one step; no log of either may lie beside it afterwards.

    Killed anywhere, the one or the other lies at ``path``, whole. ``failpoint`` is what the names of its failpoints begin with.

    Raises:
        LockedError: the log of the file at ``path`` holds something, so somebody writes; nothing was changed.
        OSError: the disk refused.

    """
    wal = path.with_name(path.name + "-wal")
    if wal.exists() and wal.stat().st_size:
        raise LockedError(str(wal))
    fp(f"{failpoint}.wal_unlink.before")
    wal.unlink(missing_ok=True)
    fp(f"{failpoint}.wal_unlink.after")
    fp(f"{failpoint}.shm_unlink.before")
    path.with_name(path.name + "-shm").unlink(missing_ok=True)
    fp(f"{failpoint}.shm_unlink.after")
    remove_companions(new)
    fp(f"{failpoint}.rename.before")
    new.replace(path)
    fp(f"{failpoint}.rename.after")
    sync_folder(path.parent)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hex."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(READ_BYTES):
            digest.update(block)
    return digest.hexdigest()


def link_or_copy(source: Path, target: Path) -> None:
    """Give a file that never changes a second name; copy it durably where the disk knows no hard links."""
    fp("copying.unlink.before")
    target.unlink(missing_ok=True)
    fp("copying.unlink.after")
    try:
        fp("copying.link.before")
        os.link(source, target)
        fp("copying.link.after")
    except OSError:
        new = target.with_name(target.name + ".new")
        shutil.copyfile(source, new)
        sync_file(new)
        fp("copying.rename.before")
        new.replace(target)
        fp("copying.rename.after")
