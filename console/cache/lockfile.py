"""One process a profile: an operating-system lock that dies with its holder, and a note of who holds it."""

import json
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from console.cache.errors import InUseError, known_os_error
from console.failpoint import fp


class InstanceLock:
    """Holds a profile for this process. Use as a context manager, or ``acquire`` and ``release``.

    The lock is the system's (flock, LockFileEx), so a killed process leaves none behind; the pid beside it is only told
    to the officer and may be stale without harm.
    """

    def __init__(self, path: Path) -> None:
        """Take the path of the lock file; the owner's pid goes to the same name with ``.pid``."""
        self._lock = FileLock(path, timeout=0, is_singleton=False)
        self._note = path.with_name(path.name + ".pid")
        self._path = path
        self.unclean = False
        """Whether the last holder was killed, so that the file wants a full check (reliability.md §4.1)."""

    def acquire(self) -> None:
        """Take the lock at once.

        Raises:
            InUseError: another process, or another lock of this one, holds it; names the pid where it is known.
            PlaceError: the lock file cannot be made.

        """
        try:
            self._lock.acquire()
        except Timeout as error:
            pid = self.owner()
            raise InUseError(f"{self._path}, pid {pid}" if pid else str(self._path)) from error
        except OSError as error:
            raise known_os_error(error, str(self._path)) from error
        self.unclean = self._note.exists()
        self._note.write_text(json.dumps({"pid": os.getpid()}), encoding="utf-8")

    def release(self) -> None:
        """Give the lock back; harmless when it is not held."""
        if self._lock.is_locked:
            fp("lock.unlink.before")
            self._note.unlink(missing_ok=True)
            fp("lock.unlink.after")
            self._lock.release()

    def owner(self) -> int:
        """Return the pid that the last holder left, 0 when unknown."""
        try:
            noted = json.loads(self._note.read_text(encoding="utf-8"))
            return int(noted["pid"])
        except (OSError, ValueError, KeyError, TypeError):
            return 0

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
