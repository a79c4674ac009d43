"""What is known of a file's soundness from one start to the next: that damage was met, and when all of it was checked.

Once a page fails its authentication code nothing more is written (reliability.md §4.7): what a broken tree says of free
pages may be wrong, and each write lessens what can be saved. Two small notes beside the database, so that a new start
knows it, too.
"""

import contextlib
import os
from pathlib import Path

from console.cache.errors import StoreError
from console.cache.place import write_whole
from console.domain.clock import DAY_MS
from console.failpoint import fp

CHECK_EVERY_MS = 7 * DAY_MS


def note_damage(database: Path) -> None:
    """Remember that a page of the file could not be read. Never fails: the error that led here is the one to tell."""
    with contextlib.suppress(OSError):
        os.close(os.open(_damage(database), os.O_CREAT | os.O_WRONLY, 0o600))


def is_damaged(database: Path) -> bool:
    """Return whether damage was met since the file was last found sound."""
    return _damage(database).exists()


def forget_damage(database: Path) -> None:
    """Forget it: the file was checked and found sound, or another one lies in its place."""
    fp("damage.unlink.before")
    _damage(database).unlink(missing_ok=True)
    fp("damage.unlink.after")


def check_is_due(database: Path, now_ms: int) -> bool:
    """Return whether every page wants a check: after damage, once a week, or where nobody knows when it last had one."""
    if is_damaged(database):
        return True
    try:
        at = int(_checked(database).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return True
    return not 0 <= now_ms - at < CHECK_EVERY_MS


def note_checked(database: Path, now_ms: int) -> None:
    """Remember that the file was sound at ``now_ms``. A disk without room for that only means another check."""
    forget_damage(database)
    with contextlib.suppress(StoreError):
        write_whole(_checked(database), str(now_ms).encode("ascii"), "checked")


def _damage(database: Path) -> Path:
    return database.with_name(database.name + ".damaged")


def _checked(database: Path) -> Path:
    return database.with_name(database.name + ".checked")
