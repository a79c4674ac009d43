"""The highest time the wall clock ever showed here, and the audit of its steps back (reliability.md §4.7).

Time decides nothing that is lost (I13); but what the log says of *when* is only as good as this clock, so a step back is
itself a fact of the log.
"""

from dataclasses import dataclass

from console.cache import walk_state
from console.cache.clock_skew import newest_record
from console.cache.store import Store
from console.domain import events as e
from console.domain.calendar import local_datetime
from console.domain.clock import DAY_MS, Clock
from console.domain.officer import SYSTEM
from console.domain.skew import span_words
from console.domain.subject import subject

STREAM = subject("machine")
KIND = "clock.back"
"""Of the alarm that stands for a day after a step."""
HIGH_WATER = "clock.high_water"
STEP_MS = 1_000
"""Less is what a system does while it follows a time server."""
KEEP_MS = 30_000
"""The high water is written so often; what the clock did in between is measured by the monotonic clock."""


def step_words(step: e.ClockSteppedBack) -> str:
    """Return what happened, what it means and what to do, in Vietnamese; nothing of a citizen."""
    return (
        f"Đồng hồ máy này bị lùi {_span(step)}: từ {_time(step.from_at)} về {_time(step.to_at)}; đã ghi vào nhật ký. "
        "Tin không mất; giờ ghi trong khoảng đó có thể trùng. Kiểm tra ai chỉnh giờ máy, bật tự chỉnh giờ theo mạng."
    )


@dataclass(slots=True)
class ClockWatch:
    """Looks at the clock in its turn on the store's thread: at the start, every round of the timekeeper, at the end."""

    clock: Clock
    _wall: int = 0
    _mono: float = 0.0

    def look(self, store: Store) -> e.ClockSteppedBack | None:
        """Tell the log of a step back; return it if there was one since the last look.

        Raises:
            StoreError: it could not be written; the next look finds the same step.

        """
        now, mono = self.clock.now_ms(), self.clock.mono()
        ran_to = self._wall + int((mono - self._mono) * 1000) if self._wall else 0
        with store.read() as connection:
            kept = int(walk_state.state(connection, HIGH_WATER) or 0) or newest_record(connection)
            told_at = walk_state.trouble_since(connection, KIND)
        reached = max(ran_to, kept)
        step = None
        if reached - now > STEP_MS:
            step = e.ClockSteppedBack(reached, now, bool(self._wall))
            with store.write() as tx:
                tx.add(STREAM, step, actor=SYSTEM, unit="")
                walk_state.set_state(tx.connection, HIGH_WATER, str(now))
                walk_state.clear_trouble(tx.connection, KIND, now)
                walk_state.raise_trouble(tx.connection, KIND, step_words(step), now)
                tx.touch_health()
        elif now - kept >= KEEP_MS or (told_at and now - told_at >= DAY_MS):
            with store.write() as tx:
                walk_state.set_state(tx.connection, HIGH_WATER, str(max(now, kept)))
                if told_at and now - told_at >= DAY_MS:
                    walk_state.clear_trouble(tx.connection, KIND, now)
                    tx.touch_health()
        self._wall, self._mono = now, mono
        return step


def _span(step: e.ClockSteppedBack) -> str:
    ms = step.from_at - step.to_at
    return f"{ms // 1000} giây" if ms < 60_000 else span_words(ms)


def _time(at_ms: int) -> str:
    return local_datetime(at_ms).strftime("%H:%M:%S %d/%m/%Y")
