"""Counts over the facts of a period: what the statistics screen draws and the periodic report prints.

Every count is over the same list of facts as the register's lines, so that the totals agree (features R-04).
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import ceil

from console.domain.calendar import local_date, local_datetime
from console.domain.case_facts import CaseFacts
from console.domain.clock import MINUTE_MS
from console.domain.period import Period
from console.domain.repeats import Repeats, repeats

UNCLASSIFIED = ""
PUBLIC_LEAST = 5
"""Fewer than this in one commune are not told in public figures (domain.md §6)."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """First answers of some cases: how many, median and 90th percentile in minutes; ``None`` without any."""

    answered: int
    median_min: float | None
    p90_min: float | None


@dataclass(frozen=True, slots=True)
class Kept:
    """Cases whose clocks ended: how many in time, how many of them all."""

    kept: int
    ended: int

    @property
    def share(self) -> float | None:
        """Return the share in time, 0..1; ``None`` where no clock has ended."""
        return self.kept / self.ended if self.ended else None


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """One unit's part of the whole."""

    unit: str
    received: int
    kept: Kept
    waiting: Waiting


@dataclass(frozen=True, slots=True)
class Figures:
    """All counts of one period. Codes are those of the data files; void lines count in ``lines`` alone.

    ``by_hour`` holds weekday (0 is Monday) and hour of the day's local time.
    """

    period: Period
    lines: int
    void: int
    received: int
    by_day: Mapping[date, Mapping[str, int]]
    by_category: Mapping[str, int]
    by_priority: Mapping[str, int]
    by_outcome: Mapping[str, int]
    by_hour: Mapping[tuple[int, int], int]
    by_district: Mapping[str, int]
    units: tuple[UnitFigures, ...]
    waiting: Waiting
    waiting_by_day: Mapping[date, Waiting]
    kept: Kept
    open: int
    closed: int
    reopened: int
    handed_over: int
    late: int
    repeats: Repeats = field(default_factory=Repeats)


def count(facts: Sequence[CaseFacts], period: Period) -> Figures:
    """Count the facts of a period."""
    real = [one for one in facts if not one.void]
    by_day: dict[date, Counter[str]] = {day: Counter() for day in period.days}
    for one in real:
        by_day[local_date(one.case.opened_at)][one.case.category] += 1
    return Figures(
        period=period,
        lines=len(facts),
        void=len(facts) - len(real),
        received=len(real),
        by_day=by_day,
        by_category=_counter(real, lambda one: one.case.category),
        by_priority=_counter(real, lambda one: one.priority),
        by_outcome=Counter(one.case.outcome for one in real if not one.case.open),
        by_hour=Counter(_hour(one.received_at) for one in real),
        by_district=Counter(one.case.district for one in real if one.case.district),
        units=_units(real),
        waiting=waiting(real),
        waiting_by_day=_waiting_by_day(real, period),
        kept=kept(real),
        open=sum(one.case.open for one in real),
        closed=sum(not one.case.open for one in real),
        reopened=sum(one.case.reopened > 0 for one in real),
        handed_over=sum(bool(one.accepted_unit) for one in real),
        late=sum(one.late for one in real),
        repeats=repeats(real),
    )


def by_month(
    facts: Sequence[CaseFacts], period: Period
) -> tuple[dict[date, Counter[str]], dict[date, Waiting]]:
    """Return cases by category and first answers of each month, by its first day; for spans too long to draw day by day."""
    months: dict[date, list[CaseFacts]] = {day.replace(day=1): [] for day in period.days}
    for one in facts:
        if not one.void:
            months[local_date(one.case.opened_at).replace(day=1)].append(one)
    return (
        {month: _counter(own, lambda one: one.case.category) for month, own in months.items()},
        {month: waiting(own) for month, own in months.items()},
    )


def waiting(facts: Sequence[CaseFacts]) -> Waiting:
    """Return how long citizens waited for their first answer."""
    times = sorted(ms for one in facts if (ms := one.first_reply_ms) is not None)
    return Waiting(len(times), percentile_min(times, 0.5), percentile_min(times, 0.9))


def kept(facts: Sequence[CaseFacts]) -> Kept:
    """Return how many cases kept their clocks, of those whose clocks ended or ran out."""
    ended = [one.on_time for one in facts if one.on_time is not None]
    return Kept(sum(ended), len(ended))


def percentile_min(times_ms: Sequence[int], share: float) -> float | None:
    """Return the nearest-rank percentile of sorted times in minutes: the time within which ``share`` were answered."""
    if not times_ms:
        return None
    return times_ms[max(0, ceil(share * len(times_ms)) - 1)] / MINUTE_MS


def busiest(by_hour: Mapping[tuple[int, int], int]) -> tuple[int, int] | None:
    """Return the weekday and hour with most messages, the earliest of equals; ``None`` without any."""
    return min(by_hour, key=lambda at: (-by_hour[at], at), default=None)


def _counter(facts: Sequence[CaseFacts], key: Callable[[CaseFacts], str]) -> Counter[str]:
    return Counter(key(one) for one in facts)


def _hour(at_ms: int) -> tuple[int, int]:
    local = local_datetime(at_ms)
    return local.weekday(), local.hour


def _units(facts: Sequence[CaseFacts]) -> tuple[UnitFigures, ...]:
    """Return each unit's figures, the busiest first. Only the responsible unit counts, not those told (features E-02)."""
    by_unit: dict[str, list[CaseFacts]] = {}
    for one in facts:
        by_unit.setdefault(one.case.unit, []).append(one)
    found = [UnitFigures(unit, len(own), kept(own), waiting(own)) for unit, own in by_unit.items()]
    return tuple(sorted(found, key=lambda one: (-one.received, one.unit)))


def _waiting_by_day(facts: Sequence[CaseFacts], period: Period) -> dict[date, Waiting]:
    by_day: dict[date, list[CaseFacts]] = {day: [] for day in period.days}
    for one in facts:
        by_day[local_date(one.case.opened_at)].append(one)
    return {day: waiting(own) for day, own in by_day.items()}


@dataclass(frozen=True, slots=True)
class SurveyFigures:
    """Answers to the satisfaction survey: how many by mark (1–5), and why others were not asked (features V-04)."""

    asked: int
    by_score: Mapping[int, int]
    skipped: Mapping[str, int]
    low_open: int

    @property
    def answered(self) -> int:
        """Return how many gave a mark."""
        return sum(self.by_score.values())

    @property
    def mean(self) -> float | None:
        """Return the mean mark; ``None`` without an answer."""
        if not self.answered:
            return None
        return sum(score * times for score, times in self.by_score.items()) / self.answered


@dataclass(frozen=True, slots=True)
class SurveyCase:
    """What the survey came to in one case: whether it was asked about, its mark (0 is none), or by which rule it was not.

    ``low_open``: a low mark that nobody has followed up.
    """

    facts: CaseFacts
    asked: bool
    score: int
    rule: str
    low_open: bool


@dataclass(frozen=True, slots=True)
class Statistics:
    """All that the statistics screen shows, read at one moment.

    ``facts`` are the cases behind the numbers, so that each number leads to them; ``late`` those that are overdue now,
    whenever they were numbered; ``survey_cases`` those behind the survey's numbers of the period.
    """

    figures: Figures
    before: Figures
    survey: SurveyFigures
    survey_before: SurveyFigures
    facts: tuple[CaseFacts, ...]
    late: tuple[CaseFacts, ...]
    read_at: int
    survey_cases: tuple[SurveyCase, ...] = ()
