"""What is measured and how it is shown."""

import math
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path


@dataclass(slots=True)
class Cost:
    """What one run took: ``value`` in the work's unit (CPU seconds as seconds or ms, MB), ``wall`` seconds."""

    value: float = 0.0
    wall: float = 0.0


class NotYetError(Exception):
    """This cannot be measured here; ``str`` says why."""


Sample = Callable[[Path], Cost]
"""One run over the profile in a folder. Each runs in a process of its own."""


@dataclass(frozen=True, slots=True)
class Work:
    """One row: what is done, the console's way and the floor (each ``module.function``, a ``Sample``), the budget.

    By name, so that the process of a run reads its own side and nothing else: what is read counts as memory, too.

    ``seed`` names the profile both read (``tests.bench.seed.make``). ``quick`` rows run with ``--quick``, ``full`` ones only
    with ``--full``. The runs' median counts.
    """

    name: str
    words: str
    budget: float
    unit: str
    ours: str
    floor: str
    seed: str = ""
    runs: int = 5
    quick: bool = True
    full: bool = False

    def sample(self, side: str) -> Sample:
        """Return what measures one side, ``ours`` or ``floor``."""
        module, _, function = (self.ours if side == "ours" else self.floor).partition(".")
        found: Sample = getattr(import_module(f"tests.bench.{module}"), function)
        return found


@dataclass(slots=True)
class Found:
    """A finished row; ``trouble`` says why there is none."""

    work: Work
    ours: list[Cost] = field(default_factory=list)
    floor: list[Cost] = field(default_factory=list)
    trouble: str = ""

    @property
    def value(self) -> float:
        """Return what the console took, the median of its runs."""
        return statistics.median(cost.value for cost in self.ours)

    @property
    def bare(self) -> float:
        """Return the floor."""
        return statistics.median(cost.value for cost in self.floor)

    @property
    def wall(self) -> float:
        """Return the console's wall time in seconds."""
        return statistics.median(cost.wall for cost in self.ours)

    @property
    def ok(self) -> bool:
        """Return whether the budget is kept."""
        return not self.trouble and self.value <= self.work.budget

    def plain(self) -> dict[str, object]:
        """Return the row for ``--json``."""
        row: dict[str, object] = {"name": self.work.name, "work": self.work.words, "unit": self.work.unit}
        if self.trouble:
            return row | {"trouble": self.trouble}
        return row | {
            "ours": round(self.value, 3),
            "floor": round(self.bare, 3),
            "ratio": round(self.value / self.bare, 2),
            "budget": self.work.budget,
            "wall_s": round(self.wall, 4),
            "runs": [round(cost.value, 3) for cost in self.ours],
            "ok": self.ok,
        }


@contextmanager
def timed(unit: str = "s") -> Iterator[Cost]:
    """Measure the block: CPU of all threads of this process in ``unit`` (s or ms), and wall time."""
    cost = Cost()
    wall, cpu = time.perf_counter(), time.process_time()
    yield cost
    cost.value = (time.process_time() - cpu) * (1000 if unit == "ms" else 1)
    cost.wall = time.perf_counter() - wall


def middle(costs: Sequence[Cost]) -> Cost:
    """Return the medians of several costs."""
    return Cost(statistics.median(c.value for c in costs), statistics.median(c.wall for c in costs))


def late(costs: Sequence[Cost]) -> Cost:
    """Return the cost that only one of twenty is above (the 95th percentile)."""
    ordered = sorted(costs, key=lambda cost: cost.value)
    return ordered[math.ceil(len(ordered) * 0.95) - 1]


HEAD = ("work", "ours", "floor", "ratio", "budget", "wall", "ok")


def line(found: Found) -> tuple[str, ...]:
    """Return the cells of a row."""
    work = found.work
    if found.trouble:
        return (work.words, "–", "–", "–", _amount(work.budget, work.unit), "–", found.trouble)
    return (
        work.words,
        _amount(found.value, work.unit),
        _amount(found.bare, work.unit),
        f"{found.value / found.bare:.1f}",
        _amount(work.budget, work.unit),
        _amount(found.wall * 1000, "ms") if found.wall < 1 else _amount(found.wall, "s"),
        "ok" if found.ok else "OVER",
    )


def _amount(value: float, unit: str) -> str:
    digits = 0 if value >= 100 else 1 if value >= 10 else 3 if unit == "s" and value < 1 else 2
    return f"{value:.{digits}f} {unit}"


def table(found: Sequence[Found]) -> str:
    """Return the rows as text, columns aligned."""
    rows = [HEAD, *(line(one) for one in found)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(HEAD))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if n in (0, len(HEAD) - 1) else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
