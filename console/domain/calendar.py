"""The working calendar of Vietnam: weekends, holidays, make-up days, and local days as instants.

Holidays are yearly data (`holidays.json`); the code knows only that Saturday and Sunday are off. All
local time is Asia/Ho_Chi_Minh, UTC+7 without daylight saving.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from console.domain.jsonread import Node

LOCAL = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Days off and days worked in exchange; `years` are those the data covers."""

    holidays: frozenset[date]
    makeup_days: frozenset[date]
    years: frozenset[int]
    not_off: frozenset[date] = frozenset()
    """Days that a library takes for holidays and the province says are none."""

    def is_working(self, day: date) -> bool:
        """Tell whether offices work on the day."""
        if day in self.makeup_days:
            return True
        return day.weekday() < _SATURDAY and day not in self.holidays

    def knows(self, day: date) -> bool:
        """Tell whether the holidays of the day's year are in the data; if not, say so beside a limit."""
        return day.year in self.years

    def roll_forward(self, day: date) -> date:
        """Return the day itself or the next working day."""
        while not self.is_working(day):
            day += DAY
        return day

    def add_working_days(self, day: date, count: int) -> date:
        """Return the working day `count` working days after (before, if negative) the day."""
        step = DAY if count > 0 else -DAY
        left = abs(count)
        while left:
            day += step
            if self.is_working(day):
                left -= 1
        return day


def with_public(calendar: WorkCalendar, off: frozenset[date], worked: frozenset[date]) -> WorkCalendar:
    """Return the calendar with the public days of a library added; what was entered by hand wins."""
    entered_off, entered_worked = calendar.holidays, calendar.makeup_days
    return WorkCalendar(
        (off | entered_off) - entered_worked - calendar.not_off,
        (worked - entered_off) | entered_worked,
        calendar.years,
        calendar.not_off,
    )


def parse_calendar(file: Node) -> WorkCalendar:
    """Build the calendar from `holidays.json`.

    Raises:
        CatalogError: a date is malformed, lies outside its year, or is both off and worked.

    """
    holidays: set[date] = set()
    makeup: set[date] = set()
    years: set[int] = set()
    not_off: set[date] = set()
    for node in file.get("years").items():
        year = node.get("year").whole()
        years.add(year)
        for entry in node.get("days_off").items():
            holidays.add(_day_of(entry.get("date"), year))
        for entry in node.get("makeup_days").opt_items():
            day = _day_of(entry.get("date"), year)
            if day in holidays:
                raise entry.get("date").fail(f"{day} vừa nghỉ vừa làm bù")
            makeup.add(day)
        not_off |= {_day_of(entry.get("date"), year) for entry in node.get("not_off").opt_items()}
    return WorkCalendar(frozenset(holidays), frozenset(makeup), frozenset(years), frozenset(not_off))


def _day_of(node: Node, year: int) -> date:
    day = node.day()
    if day.year != year:
        raise node.fail(f"{day} không thuộc năm {year}")
    return day


def local_datetime(at_ms: int) -> datetime:
    """Return the instant as local time; instants outside 1970–9998 are clamped, never an error."""
    seconds = min(max(at_ms, 0), 253_370_000_000_000) / 1000
    return datetime.fromtimestamp(seconds, UTC).astimezone(LOCAL)


def local_date(at_ms: int) -> date:
    """Return the local day of an instant."""
    return local_datetime(at_ms).date()


def start_of_day_ms(day: date) -> int:
    """Return the instant the local day begins."""
    return int(datetime(day.year, day.month, day.day, tzinfo=LOCAL).timestamp()) * 1000


def end_of_day_ms(day: date) -> int:
    """Return the instant the local day ends (24:00; BLTTHS 2015 Đ134)."""
    return start_of_day_ms(day) + 86_400_000


def add_months(day: date, months: int) -> date:
    """Return the same date `months` later; the last day of a month too short for it."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (following - DAY).day))
