"""Wrong passwords slow the next try down; counted on disk, so that starting anew forgets nothing (threats T03)."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

from console.cache.place import write_whole
from console.domain.clock import MINUTE_MS, Clock

FREE = 5
"""Wrong passwords before the first wait."""
FIRST_WAIT_MS = 15 * MINUTE_MS
LONGEST_WAIT_MS = 120 * MINUTE_MS


@dataclass(frozen=True, slots=True)
class _Count:
    """``wrong`` passwords in a row, and what was left of the wait (ms) when the wall clock showed ``at``."""

    wrong: int = 0
    left_ms: int = 0
    at: int = 0


class PinTries:
    """How long each officer has to wait. While the program runs its monotonic clock decides; across a restart the wall
    clock does, and one that shows less than was seen before gives nothing away.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        """Take the file, which need not exist, and the clock. One that cannot be read counts as the longest wait."""
        self._path, self._clock = path, clock
        self._counts: dict[str, _Count] = {}
        self._until: dict[str, float] = {}
        self._spoilt = False
        self._seen = 0
        self._load()

    def wrong(self, officer: str) -> int:
        """Return how many wrong passwords in a row were tried for an officer."""
        return self._counts.get(officer, _Count()).wrong

    def wait_ms(self, officer: str) -> int:
        """Return how long to wait before the next try; 0 is now."""
        until = self._until.get(officer, self._until.get("*", 0.0) if self._spoilt else 0.0)
        return max(0, round((until - self._clock.mono()) * 1000))

    def left(self, officer: str) -> int:
        """Return how many tries are left before the next wait; 1 after the first wait."""
        return max(1, FREE - self.wrong(officer))

    def begin(self, officer: str) -> None:
        """Count a try as wrong before it is made: who kills the program while it is made gains nothing.

        Raises:
            StoreError: it could not be counted; the password must not be tried.

        """
        wrong = self.wrong(officer) + 1
        wait = 0 if wrong < FREE else min(LONGEST_WAIT_MS, FIRST_WAIT_MS << min(wrong - FREE, 8))
        self._keep(officer, _Count(wrong, wait, self._clock.now_ms()))

    def succeeded(self, officer: str) -> int:
        """Forget the wrong ones, the one just begun too; return how many there were before it."""
        before = max(0, self.wrong(officer) - 1)
        self._keep(officer, _Count(at=self._clock.now_ms()))
        self._spoilt = False
        return before

    def _keep(self, officer: str, count: _Count) -> None:
        counts = {
            name: replace(one, left_ms=self.wait_ms(name), at=self._clock.now_ms())
            for name, one in self._counts.items()
        }
        counts[officer] = count
        self._seen = max(self._seen, self._clock.now_ms())
        data = {
            "seen": self._seen,
            "officers": {n: {"wrong": c.wrong, "left_ms": c.left_ms, "at": c.at} for n, c in counts.items()},
        }
        write_whole(self._path, json.dumps(data).encode(), "pin_tries")
        self._counts = counts
        self._until[officer] = self._clock.mono() + count.left_ms / 1000

    def _load(self) -> None:
        now, mono = self._clock.now_ms(), self._clock.mono()
        try:
            data = json.loads(self._path.read_text(encoding="utf-8"))
            self._seen = int(data["seen"])
            self._counts = {
                str(name): _Count(int(c["wrong"]), int(c["left_ms"]), int(c["at"]))
                for name, c in data["officers"].items()
            }
        except FileNotFoundError:
            return
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            self._spoilt = True
            self._until["*"] = mono + FIRST_WAIT_MS / 1000
            return
        for name, count in self._counts.items():
            passed = now - count.at if now >= self._seen else 0
            self._until[name] = mono + max(0, count.left_ms - passed) / 1000
