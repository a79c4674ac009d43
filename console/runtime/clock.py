"""The machine's clocks. The only place that asks the system for the time."""

import time


class SystemClock:
    """The real ``console.domain.clock.Clock``."""

    def now_ms(self) -> int:
        """Return the wall time as UTC milliseconds since 1970; it may jump."""
        return time.time_ns() // 1_000_000

    def mono(self) -> float:
        """Return monotonic seconds; only differences mean anything."""
        return time.monotonic()
