from datetime import date, datetime

import pytest

from console.domain.calendar import (
    LOCAL,
    WorkCalendar,
    add_months,
    end_of_day_ms,
    local_date,
    local_datetime,
    parse_calendar,
)
from console.domain.catalog import CatalogError
from console.domain.clocks import clocks_for, due_at
from console.domain.jsonread import Node
from console.runtime.resources import load_calendar, load_catalog

POLICIES = load_catalog().policies
CALENDAR = load_calendar()


def ms(text):
    return int(datetime.fromisoformat(text).replace(tzinfo=LOCAL).timestamp() * 1000)


def local(at_ms):
    return local_datetime(at_ms).isoformat(timespec="minutes")[:16]


@pytest.mark.parametrize(
    ("code", "start", "due"),
    [
        # Hours run through the night and through days off.
        ("CRIME_FORWARD_24H", "2022-05-20T23:50", "2022-05-21T23:50"),
        ("SLA_ACK_P1", "2022-05-20T23:59", "2022-05-21T00:01"),
        # Calendar days: first day out, ends 24:00 of the last.
        ("CRIME_RESOLVE_20D", "2022-05-04T00:01", "2022-05-25T00:00"),
        ("CRIME_RESOLVE_20D", "2022-05-04T23:59", "2022-05-25T00:00"),
        # The last day is a Saturday: the next working day.
        ("CRIME_RESOLVE_20D", "2022-05-01T08:00", "2022-05-24T00:00"),
        # Working days skip the weekend.
        ("CRIME_NOTIFY_VKS", "2022-05-19T17:00", "2022-05-25T00:00"),
        # Tet 2025: 27-31 January off.
        ("CRIME_NOTIFY_VKS", "2025-01-24T17:00", "2025-02-06T00:00"),
        # 2 May 2025 was swapped for Saturday 26 April, which is worked.
        ("CRIME_NOTIFY_VKS", "2025-04-24T09:00", "2025-04-29T00:00"),
        # Months end on the same date; on the last day of a shorter month.
        ("CRIME_RESOLVE_2M", "2022-03-10T10:00", "2022-05-11T00:00"),
        ("CRIME_RESOLVE_2M", "2021-12-31T10:00", "2022-03-01T00:00"),
    ],
)
def test_due_at(code, start, due):
    at = due_at(POLICIES[code], ms(start), CALENDAR)
    assert at is not None
    assert local(at) == due


def test_due_at_variant_and_rule_without_limit():
    start = ms("2022-05-20T10:00")
    assert local(due_at(POLICIES["CRIME_FORWARD_24H"], start, CALENDAR, "REMOTE")) == "2022-05-22T10:00"
    assert due_at(POLICIES["CRIME_FORWARD_24H"], start, CALENDAR, "NOPE") == due_at(
        POLICIES["CRIME_FORWARD_24H"], start, CALENDAR
    )
    assert due_at(POLICIES["TC_NONCONFORMING"], start, CALENDAR) is None


def clocks(
    category="TO_GIAC", priority="P2", start="2022-05-18T10:00", now="2022-05-18T10:01", done=None, **more
):
    at = ms(start)
    starts = {"first_message": at, "received": at, **more.pop("starts", {})}
    found = clocks_for(
        category, priority, starts, POLICIES.values(), done or {}, now_ms=ms(now), calendar=CALENDAR, **more
    )
    return {clock.policy_code: clock for clock in found}


def test_several_clocks_run_side_by_side():
    found = clocks()
    assert {
        "CRIME_RECEIVE",
        "CRIME_FORWARD_24H",
        "CRIME_NOTIFY_VKS",
        "CRIME_RESOLVE_20D",
        "SLA_ACK_P2",
    } <= set(found)
    assert "CRIME_RESOLVE_2M" not in found  # needs a decision
    assert "CRIME_COMMUNE_PRELIM" not in found  # switched off in the data
    assert "DATA_BREACH_72H" not in found  # nothing of the sort happened
    assert "SLA_UNIT_ACCEPT" not in found  # not forwarded yet


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2022-05-18T12:00", "normal"),
        ("2022-05-18T23:00", "soon"),
        ("2022-05-19T06:00", "urgent"),
        ("2022-05-19T10:00", "late"),
        ("2022-05-30T10:00", "late"),
    ],
)
def test_states_by_share_used(now, state):
    assert clocks(now=now)["CRIME_FORWARD_24H"].state == state


def test_done_clock_remembers_whether_it_was_met():
    early = clocks(now="2022-06-30T10:00", done={"CRIME_FORWARD_24H": ms("2022-05-18T11:00")})
    late = clocks(now="2022-06-30T10:00", done={"CRIME_FORWARD_24H": ms("2022-05-20T11:00")})
    assert early["CRIME_FORWARD_24H"].state == late["CRIME_FORWARD_24H"].state == "done"
    assert early["CRIME_FORWARD_24H"].met is True
    assert late["CRIME_FORWARD_24H"].met is False


def test_statutory_clocks_cannot_be_paused():
    paused = {code: ms("2022-05-18T10:02") for code in POLICIES}
    found = clocks(now="2022-05-30T10:00", paused=paused)
    assert found["CRIME_FORWARD_24H"].state == "late"
    assert found["SLA_ACK_P2"].state == "paused"
    assert found["SLA_ACK_P2"].share_used == pytest.approx(0.2)


def test_reclassification_keeps_the_original_start():
    before = clocks("HOI_DAP", "P4", now="2022-05-18T18:00")
    after = clocks("TO_GIAC", "P2", now="2022-05-18T18:00")
    assert "CRIME_FORWARD_24H" not in before
    assert after["CRIME_FORWARD_24H"].started_ms == ms("2022-05-18T10:00")
    assert after["SLA_ACK_P2"].state == "late"


def test_clock_counted_back_from_another_ones_end():
    found = clocks(starts={"CRIME_RESOLVE_2M": ms("2022-05-18T10:00")})
    assert local(found["CRIME_RESOLVE_2M"].due_ms) == "2022-07-19T00:00"
    assert local(found["CRIME_EXT_REQUEST_5D"].due_ms) == "2022-07-14T00:00"
    assert found["CRIME_EXT_REQUEST_5D"].state == "normal"


def test_most_pressing_clock_comes_first():
    at = ms("2022-05-18T10:00")
    found = clocks_for(
        "TO_GIAC", "P2", {"received": at}, POLICIES.values(), {}, now_ms=at + 3_600_000, calendar=CALENDAR
    )
    assert found[0].state == "late"
    assert [clock.state for clock in found].index("normal") > 0


def test_year_without_holiday_data_is_marked():
    assert not clocks(start="2031-05-18T10:00", now="2031-05-18T10:00")["CRIME_RESOLVE_20D"].calendar_known


def test_calendar_basics():
    calendar = WorkCalendar(frozenset({date(2025, 5, 2)}), frozenset({date(2025, 4, 26)}), frozenset({2025}))
    assert calendar.is_working(date(2025, 4, 26))
    assert not calendar.is_working(date(2025, 5, 2))
    assert calendar.roll_forward(date(2025, 5, 2)) == date(2025, 5, 5)
    assert calendar.add_working_days(date(2025, 5, 5), -1) == date(2025, 5, 1)
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2024, 11, 30), 3) == date(2025, 2, 28)
    assert local_date(ms("2022-05-20T00:00") - 1) == date(2022, 5, 19)
    assert end_of_day_ms(date(2022, 5, 19)) == ms("2022-05-20T00:00")


@pytest.mark.parametrize("at_ms", [-(10**30), -1, 0, 10**30])
def test_absurd_instants_do_not_raise(at_ms):
    assert local_datetime(at_ms).year >= 1970


def test_calendar_data_errors_are_named():
    bad = {"years": [{"year": 2025, "days_off": [{"date": "2024-01-01"}], "makeup_days": []}]}
    with pytest.raises(CatalogError, match=r"holidays\.json: years\[0\]\.days_off\[0\]\.date"):
        parse_calendar(Node("holidays.json", "", bad))
