"""Compares this machine's clock with the ``Date`` of Zalo's answers (reliability.md §4.7, features G-06)."""

import threading
from collections.abc import Callable

from sqlalchemy import Connection

from console.cache import clock_skew
from console.domain.skew import Skew

STEP_MS = 10_000
"""A smaller change is not written down again: answers take their time, and ``Date`` counts whole seconds."""


class SkewWatch:
    """Hears every answer on its lane's thread; a worker that writes anyway keeps it. Safe for many threads."""

    def __init__(self, now_ms: Callable[[], int]) -> None:
        """Take this machine's clock, UTC ms."""
        self._now_ms = now_ms
        self._lock = threading.Lock()
        self._heard: Skew | None = None

    def heard(self, zalo_ms: int) -> None:
        """Note when Zalo made the answer that came in just now (UTC ms)."""
        with self._lock:
            self._heard = Skew(self._now_ms(), zalo_ms)

    def keep(self, connection: Connection) -> None:
        """Write it down where it tells something new."""
        with self._lock:
            new = self._heard
        old = clock_skew.known(connection)
        if new is None or (old is not None and new.wrong == old.wrong and abs(new.ms - old.ms) < STEP_MS):
            return
        clock_skew.keep(connection, new)
