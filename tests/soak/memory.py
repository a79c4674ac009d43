"""What memory came to stay in a long run, and where: with the cases, in use by something else, or idle in the allocator."""

import ctypes
import gc
import statistics
import sys
import tracemalloc
from dataclasses import dataclass, field
from typing import Any

import psutil

_LINES = 25
_MB = 1e6


class _Mallinfo2(ctypes.Structure):
    """glibc's account of its heaps, bytes (mallinfo(3))."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks"),
            *("uordblks", "fordblks", "keepcost"),
        )
    )


@dataclass(frozen=True, slots=True)
class Sample:
    """One look, at ``seconds`` since the start; MB of 10^6 bytes.

    ``in_use_mb`` is what C code holds, ``idle_mb`` what was freed but stays with the process for the next one who asks; both
    -1 where the system does not tell. ``blocks`` are Python's own. Mapped files and Python's pools are in ``resident_mb`` only.
    """

    seconds: float
    cases: int
    resident_mb: float
    in_use_mb: float = -1.0
    idle_mb: float = -1.0
    blocks: int = 0


def look(seconds: float, cases: int) -> Sample:
    """Return what this process holds now."""
    resident = psutil.Process().memory_info().rss / _MB
    libc = _glibc()
    if libc is None:
        return Sample(seconds, cases, resident, blocks=sys.getallocatedblocks())
    told = libc.mallinfo2()
    in_use, idle = (told.uordblks + told.hblkhd) / _MB, told.fordblks / _MB
    return Sample(seconds, cases, resident, in_use, idle, sys.getallocatedblocks())


def give_back() -> None:
    """Let the allocator give back to the system what nobody uses, where it can."""
    gc.collect()
    libc = _glibc()
    if libc is not None:
        libc.malloc_trim(0)


def _glibc() -> Any:
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None
    if libc is None or not hasattr(libc, "mallinfo2"):
        return None
    libc.mallinfo2.restype = _Mallinfo2
    return libc


@dataclass(slots=True)
class Memory:
    """Memory of this process, sampled, beside how many cases the store held.

    With ``traced`` Python's own allocations are compared, too: which lines hold more at the end than after warming up.
    """

    traced: bool = False
    samples: list[Sample] = field(default_factory=list)
    _warm: tracemalloc.Snapshot | None = None

    def sample(self, seconds: float, cases: int, warm_s: float) -> None:
        """Look once more."""
        self.samples.append(look(seconds, cases))
        if self.traced and self._warm is None and seconds >= warm_s:
            self._warm = tracemalloc.take_snapshot()

    def report(self, warm_s: float, trimmed: Sample) -> dict[str, Any]:
        """Return MB after warming up and in the end (medians over a tenth of the time between), and the drift.

        ``trimmed`` is a look after what is idle was given back. The drift is what counts, whatever it is made of. Beside it stands what it was made of: ``in_use_drift_mb`` in the
        hands of C code (Qt, SQLite), ``idle_drift_mb`` freed but kept by the allocator, ``python_blocks_drift``; what is left
        once that is given back (``trimmed_mb``); and how many cases came, with the drift of each hundred.
        """
        warm = [one for one in self.samples if one.seconds >= warm_s] or [self.samples[-1]]
        tenth = max(1, len(warm) // 10)
        begin, end = warm[:tenth], warm[-tenth:]

        def of(samples: list[Sample], name: str) -> float:
            return statistics.median(getattr(one, name) for one in samples)

        def drift(name: str) -> float:
            return of(end, name) - of(begin, name)

        resident, came = of(begin, "resident_mb"), warm[-1].cases - warm[0].cases
        report: dict[str, Any] = {
            "warm_mb": round(resident, 1),
            "end_mb": round(of(end, "resident_mb"), 1),
            "drift_mb": round(drift("resident_mb"), 1),
            "drift_percent": round(100 * drift("resident_mb") / resident, 2),
            "peak_mb": round(max(one.resident_mb for one in self.samples), 1),
            "in_use_drift_mb": round(drift("in_use_mb"), 1),
            "idle_drift_mb": round(drift("idle_mb"), 1),
            "python_blocks_drift": round(drift("blocks")),
            "trimmed_mb": round(trimmed.resident_mb, 1),
            "warm_cases": warm[0].cases,
            "end_cases": warm[-1].cases,
            "mb_per_100_cases": round(100 * drift("resident_mb") / max(1, came), 2),
        }
        if self._warm is not None:
            gc.collect()
            grown = tracemalloc.take_snapshot().compare_to(self._warm, "lineno")
            report["grown"] = [str(one) for one in grown[:_LINES]]
        return report

    def trimmed(self) -> Sample:
        """Return a last look, after what is idle was given back."""
        give_back()
        return look(self.samples[-1].seconds, self.samples[-1].cases)
