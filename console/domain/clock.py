"""Time as an argument.

Correctness never depends on a wall clock (reliability.md I13): the wall clock labels events, the monotonic clock
measures spans. All code takes a ``Clock``; the real one lives in ``console.runtime.clock``.
"""

from dataclasses import dataclass
from typing import Protocol

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS


class Clock(Protocol):
    """The two clocks of a machine."""

    def now_ms(self) -> int:
        """Return the wall time as UTC milliseconds since 1970."""
        ...

    def mono(self) -> float:
        """Return monotonic seconds; only differences mean anything."""
        ...


@dataclass(slots=True)
class ManualClock:
    """A clock that moves only when told to, for tests and rehearsed screens."""

    wall_ms: int = 1_790_000_000_000
    seconds: float = 0.0

    def now_ms(self) -> int:
        """Return the wall time as UTC milliseconds since 1970."""
        return self.wall_ms

    def mono(self) -> float:
        """Return monotonic seconds."""
        return self.seconds

    def advance(self, ms: int) -> None:
        """Let ``ms`` milliseconds pass on both clocks."""
        self.wall_ms += ms
        self.seconds += ms / 1000

    def jump(self, ms: int) -> None:
        """Step the wall clock alone, as a correction of the system time does."""
        self.wall_ms += ms
