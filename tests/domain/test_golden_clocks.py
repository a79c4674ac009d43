"""Limits around the days on which they go wrong: Tết, swapped days, ends of months, the last second, leap days. By hand."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from console.domain.calendar import LOCAL, local_datetime, parse_calendar, with_public
from console.domain.clocks import clocks_for, due_at
from console.domain.jsonread import Node
from console.runtime.public_days import reckon_public_days
from console.runtime.resources import load_calendar, load_catalog

CATALOG = load_catalog()
CALENDAR = load_calendar()

GOLDEN = [
    # Tết 2026 (mùng 1 = 17/02): off 16–20/02 and the weekends around it.
    ("CRIME_NOTIFY_VKS", "2026-02-13T16:00:00", "2026-02-26T00:00:00"),
    ("CRIME_RESOLVE_20D", "2026-01-28T09:00:00", "2026-02-24T00:00:00"),
    ("PAKN_REPLY", "2026-02-10T09:00:00", "2026-03-04T00:00:00"),
    # Tết 2027 (mùng 1 = Saturday 06/02): off 04–10/02.
    ("CRIME_NOTIFY_VKS", "2027-02-03T10:00:00", "2027-02-16T00:00:00"),
    ("CRIME_RESOLVE_20D", "2027-01-15T23:59:59", "2027-02-12T00:00:00"),
    # 30/4–1/5: 2026 is a Thursday and a Friday; 2027 Friday and Saturday with Monday off in its place.
    ("CRIME_NOTIFY_VKS", "2026-04-29T23:59:59", "2026-05-07T00:00:00"),
    ("CRIME_NOTIFY_VKS", "2027-04-28T08:00:00", "2027-05-06T00:00:00"),
    # Quốc khánh 2026: 31/8 off in exchange for Saturday 22/8, which is worked.
    ("CRIME_NOTIFY_VKS", "2026-08-20T08:00:00", "2026-08-25T00:00:00"),
    ("CRIME_NOTIFY_VKS", "2026-08-28T08:00:00", "2026-09-08T00:00:00"),
    # The last second of a day belongs to it; the first of the next does not.
    ("CRIME_RESOLVE_20D", "2026-06-10T23:59:59", "2026-07-01T00:00:00"),
    ("CRIME_RESOLVE_20D", "2026-06-11T00:00:00", "2026-07-02T00:00:00"),
    # Months: same date, the last day of a shorter month, and never into a weekend.
    ("CRIME_RESOLVE_2M", "2026-12-31T10:00:00", "2027-03-02T00:00:00"),
    ("CRIME_RESOLVE_2M", "2026-01-31T10:00:00", "2026-04-01T00:00:00"),
    # Leap day: two months from 31/12/2027 end on 29/02/2028.
    ("CRIME_RESOLVE_2M", "2027-12-31T10:00:00", "2028-03-01T00:00:00"),
    ("CRIME_NOTIFY_VKS", "2028-02-25T10:00:00", "2028-03-02T00:00:00"),
    # Hours know no holiday.
    ("CRIME_FORWARD_24H", "2026-02-16T23:59:59", "2026-02-17T23:59:59"),
]  # fmt: skip


def ms(text):
    return int(datetime.fromisoformat(text).replace(tzinfo=LOCAL).timestamp() * 1000)


@pytest.mark.parametrize(("code", "start", "due"), GOLDEN)
def test_golden(code, start, due):
    found = due_at(CATALOG.policies[code], ms(start), CALENDAR)
    assert local_datetime(found).isoformat()[:19] == due


def test_a_case_keeps_the_version_that_was_valid_at_its_start():
    new = CATALOG.policies["CRIME_FORWARD_24H"]
    new = replace(new, valid_from=date(2026, 7, 1), citation="mới")
    old = replace(new, duration=48, valid_from=None, valid_to=date(2026, 6, 30), citation="cũ")

    def forward(start):
        found = clocks_for(
            "TO_GIAC",
            "P3",
            {"first_message": start, "received": start},
            [new, old],
            {},
            now_ms=start,
            calendar=CALENDAR,
        )
        return [(c.citation, (c.due_ms - start) // 3_600_000) for c in found]

    assert forward(ms("2026-06-30T23:59:59")) == [("cũ", 48)]
    assert forward(ms("2026-07-01T00:00:00")) == [("mới", 24)]


def test_the_library_fills_in_what_nobody_entered_and_a_person_wins():
    off, worked = reckon_public_days(2024, 2024)
    assert date(2024, 2, 10) in off and date(2024, 5, 4) in worked
    entered = parse_calendar(
        Node("h.json", "", {"years": [{
            "year": 2024, "days_off": [{"date": "2024-05-04", "vi": "x"}],
            "makeup_days": [{"date": "2024-02-08", "vi": "x"}], "not_off": [{"date": "2024-04-29", "vi": "x"}],
        }]})
    )  # fmt: skip
    both = with_public(entered, off, worked)
    assert both.is_working(date(2024, 2, 8))
    assert both.is_working(date(2024, 4, 29))
    assert not both.is_working(date(2024, 5, 4))
    assert not both.is_working(date(2024, 2, 12))
