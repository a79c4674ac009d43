"""Spans of local days that a report is about."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from console.domain.calendar import LOCAL, local_date

DAY = timedelta(days=1)
_ROMAN = ("I", "II", "III", "IV")


class PeriodKind(StrEnum):
    """How a period was named; decides its title and the period it is compared with."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Period:
    """The local days ``first``..``last``, both included."""

    kind: PeriodKind
    first: date
    last: date

    @property
    def from_ms(self) -> int:
        """Return the first instant, UTC ms."""
        return _midnight_ms(self.first)

    @property
    def to_ms(self) -> int:
        """Return the first instant after it, UTC ms."""
        return _midnight_ms(self.last + DAY)

    @property
    def days(self) -> tuple[date, ...]:
        """Return its days in order."""
        return tuple(self.first + DAY * n for n in range((self.last - self.first).days + 1))

    @property
    def title(self) -> str:
        """Return what it is called in a Vietnamese document."""
        first, last = day_text(self.first), day_text(self.last)
        match self.kind:
            case PeriodKind.DAY:
                return f"ngày {first}"
            case PeriodKind.WEEK:
                return f"tuần {self.first.isocalendar().week} (từ {first} đến {last})"
            case PeriodKind.MONTH:
                return f"tháng {self.first.month} năm {self.first.year}"
            case PeriodKind.QUARTER:
                return f"quý {_ROMAN[(self.first.month - 1) // 3]} năm {self.first.year}"
            case PeriodKind.YEAR:
                return f"năm {self.first.year}"
            case _:
                return f"từ {first} đến {last}"

    def before(self) -> "Period":
        """Return the period just before, as long or of the same name: what figures are compared with."""
        if self.kind is PeriodKind.RANGE:
            length = self.last - self.first + DAY
            return Period(self.kind, self.first - length, self.last - length)
        return period_of(self.kind, self.first - DAY)

    def so_far(self, today: date) -> "Period":
        """Return its days up to today; itself where it is over."""
        return self if today >= self.last else Period(PeriodKind.RANGE, self.first, max(self.first, today))

    def before_so_far(self, today: date) -> "Period":
        """Return what is fairly compared with: as many days of the period before as have passed of this one."""
        before = self.before()
        if today >= self.last:
            return before
        passed = DAY * (max(today, self.first) - self.first).days
        return Period(PeriodKind.RANGE, before.first, min(before.last, before.first + passed))


def period_of(kind: PeriodKind, day: date) -> Period:
    """Return the day, ISO week, month, quarter or year that ``day`` lies in. Raises ``ValueError`` for a range."""
    match kind:
        case PeriodKind.DAY:
            return Period(kind, day, day)
        case PeriodKind.WEEK:
            first = day - DAY * day.weekday()
            return Period(kind, first, first + DAY * 6)
        case PeriodKind.MONTH:
            first = day.replace(day=1)
            return Period(kind, first, _next_month(first) - DAY)
        case PeriodKind.QUARTER:
            first = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
            return Period(kind, first, _next_month(_next_month(_next_month(first))) - DAY)
        case PeriodKind.YEAR:
            return Period(kind, day.replace(month=1, day=1), day.replace(month=12, day=31))
        case PeriodKind.RANGE:
            raise ValueError("a range has no name of its own: give both its days")


def ended_year(day: date, today: date) -> Period:
    """Return the year that ``day`` lies in, or the one before today's where that is not over yet."""
    return period_of(PeriodKind.YEAR, date(min(day.year, today.year - 1), 1, 1))


def last_days(count: int, now_ms: int) -> Period:
    """Return the ``count`` days up to today, local time."""
    today = local_date(now_ms)
    return Period(PeriodKind.RANGE, today - DAY * (count - 1), today)


def day_text(day: date) -> str:
    """Return a day as Vietnamese documents write it, ``05/03/2026``."""
    return day.strftime("%d/%m/%Y")


def _next_month(first: date) -> date:
    return (first + DAY * 31).replace(day=1)


def _midnight_ms(day: date) -> int:
    return round(datetime.combine(day, time(), LOCAL).timestamp() * 1000)
