"""The simulator's own time, which tests can stop, set and push forward."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))


@dataclass(slots=True)
class SimClock:
    """UTC milliseconds: the wall time plus whatever a test added, or a frozen moment."""

    wall: Callable[[], int]
    offset_ms: int = 0
    frozen_ms: int | None = None

    def now(self) -> int:
        """Return the simulator's time, UTC milliseconds since 1970."""
        return self.wall() + self.offset_ms if self.frozen_ms is None else self.frozen_ms

    def set(self, at_ms: int) -> None:
        """Make it `at_ms` now; a frozen clock stays frozen."""
        if self.frozen_ms is not None:
            self.frozen_ms = at_ms
        else:
            self.offset_ms = at_ms - self.wall()

    def freeze(self, frozen: bool) -> None:
        """Stop the clock where it is, or let it run on from there."""
        if frozen:
            self.frozen_ms = self.now()
        elif self.frozen_ms is not None:
            at_ms, self.frozen_ms = self.frozen_ms, None
            self.set(at_ms)


def day_text(at_ms: int) -> str:
    """Return dd/MM/yyyy in UTC+7, as the API writes dates."""
    return datetime.fromtimestamp(at_ms / 1000, VIETNAM).strftime("%d/%m/%Y")


def sent_time_text(at_ms: int) -> str:
    """Return HH:mm:ss dd/MM/yyyy in UTC+7, as `sent_time` is written on the live service."""
    return datetime.fromtimestamp(at_ms / 1000, VIETNAM).strftime("%H:%M:%S %d/%m/%Y")
