"""The machine's clocks. The only place that asks the system for the time."""

import ctypes
import sys
import time


class SystemClock:
    """The real ``console.domain.clock.Clock``."""

    def now_ms(self) -> int:
        """Return the wall time as UTC milliseconds since 1970; it may jump."""
        return time.time_ns() // 1_000_000

    def mono(self) -> float:
        """Return monotonic seconds; only differences mean anything."""
        return time.monotonic()


def slept_s() -> float:
    """Return for how many seconds this machine has slept since it was started; only differences mean anything.

    It is what a clock that goes on in a sleep has ahead of one that stands still: Linux clock_gettime(2), CLOCK_BOOTTIME;
    macOS clock_gettime_nsec_np(3), CLOCK_UPTIME_RAW; Windows QueryUnbiasedInterruptTime. Setting the hour moves neither.
    0.0 where the system does not tell.
    """
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32")
        kernel.GetTickCount64.restype = ctypes.c_ulonglong
        awake = ctypes.c_ulonglong()
        kernel.QueryUnbiasedInterruptTime(ctypes.byref(awake))
        return float(kernel.GetTickCount64() / 1e3 - awake.value / 1e7)
    names = {
        "linux": ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"),
        "darwin": ("CLOCK_MONOTONIC_RAW", "CLOCK_UPTIME_RAW"),
    }
    clocks = [getattr(time, name, None) for name in names.get(sys.platform, ())]
    if len(clocks) < 2 or None in clocks:
        return 0.0
    on, still = (time.clock_gettime(clock) for clock in clocks if clock is not None)
    return on - still
