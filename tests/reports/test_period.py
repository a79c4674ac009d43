"""Spans of days: their limits, names and the span before."""

from datetime import date

import pytest

from console.app.reporting import ReportError, wished_period
from console.domain.clock import DAY_MS
from console.domain.period import Period, PeriodKind, last_days, period_of

MIDNIGHT_14_MARCH = 1_773_421_200_000
"""14/03/2026 00:00 in Vietnam."""


@pytest.mark.parametrize(
    ("kind", "first", "last", "title"),
    [
        (PeriodKind.DAY, date(2026, 3, 14), date(2026, 3, 14), "ngày 14/03/2026"),
        (PeriodKind.WEEK, date(2026, 3, 9), date(2026, 3, 15), "tuần 11 (từ 09/03/2026 đến 15/03/2026)"),
        (PeriodKind.MONTH, date(2026, 3, 1), date(2026, 3, 31), "tháng 3 năm 2026"),
        (PeriodKind.QUARTER, date(2026, 1, 1), date(2026, 3, 31), "quý I năm 2026"),
        (PeriodKind.YEAR, date(2026, 1, 1), date(2026, 12, 31), "năm 2026"),
    ],
)
def test_a_day_lies_in_a_named_period(kind, first, last, title):
    found = period_of(kind, date(2026, 3, 14))
    assert (found.first, found.last, found.title) == (first, last, title)


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        (PeriodKind.DAY, date(2026, 2, 28), date(2026, 2, 28)),
        (PeriodKind.MONTH, date(2026, 2, 1), date(2026, 2, 28)),
        (PeriodKind.QUARTER, date(2025, 10, 1), date(2025, 12, 31)),
        (PeriodKind.YEAR, date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_the_period_before_is_of_the_same_name(kind, first, last):
    before = period_of(kind, date(2026, 3, 1)).before()
    assert (before.first, before.last) == (first, last)


def test_a_leap_february_ends_on_the_29th():
    assert period_of(PeriodKind.MONTH, date(2028, 2, 3)).last == date(2028, 2, 29)


def test_a_day_begins_and_ends_at_local_midnight():
    day = period_of(PeriodKind.DAY, date(2026, 3, 14))
    assert (day.from_ms, day.to_ms) == (MIDNIGHT_14_MARCH, MIDNIGHT_14_MARCH + DAY_MS)


def test_the_last_days_end_today_and_are_compared_with_as_many_before():
    found = last_days(14, MIDNIGHT_14_MARCH - 1)
    assert (found.first, found.last) == (date(2026, 2, 28), date(2026, 3, 13))
    assert found.before() == Period(PeriodKind.RANGE, date(2026, 2, 14), date(2026, 2, 27))
    assert len(found.days) == 14


@pytest.mark.parametrize("until", [None, date(2026, 3, 13)])
def test_a_range_needs_an_end_that_is_not_before_its_beginning(until):
    with pytest.raises(ReportError, match="Khoảng ngày"):
        wished_period(PeriodKind.RANGE, date(2026, 3, 14), until)


def test_a_range_is_not_named_by_one_day():
    with pytest.raises(ValueError, match="range"):
        period_of(PeriodKind.RANGE, date(2026, 3, 14))


def test_a_period_that_runs_is_compared_with_as_many_days_of_the_one_before():
    quarter = period_of(PeriodKind.QUARTER, date(2026, 3, 14))
    today = date(2026, 1, 10)
    assert quarter.so_far(today).days[-1] == today
    before = quarter.before_so_far(today)
    assert (before.first, before.last) == (date(2025, 10, 1), date(2025, 10, 10))
    assert quarter.so_far(date(2026, 3, 31)) == quarter
    assert quarter.before_so_far(date(2026, 4, 2)) == quarter.before()
    month = period_of(PeriodKind.MONTH, date(2026, 3, 31))
    assert month.before_so_far(date(2026, 3, 30)).last == date(2026, 2, 28), "February is shorter"
