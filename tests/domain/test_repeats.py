"""What comes again: the same place under several spellings, apart in time; cases opened anew; citizens who write often (R-08)."""

from datetime import date

import pytest

from console.domain.case import SECRET_TAG, Case, CaseState
from console.domain.case_facts import CaseFacts
from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS
from console.domain.figures import count
from console.domain.period import Period, PeriodKind
from console.domain.repeats import Repeats, place_key, repeats
from tests.scene import at


def facts(number, when, place="chợ Xanh", district="TPCB", **fields):
    case = Case(
        f"c{number}",
        number=f"CB26-{number:05d}",
        place=place,
        district=district,
        opened_at=when,
        first_message_at=when,
        **fields,
    )
    return CaseFacts(case, "P3", "", 0, ())


@pytest.mark.parametrize(
    "place", ["chợ Xanh", "Chợ xanh", "gần chợ Xanh, P. Tân Giang", "cho xanh", "ở đối diện chợ Xanh"]
)
def test_spellings_of_a_place_are_one(place):
    assert place_key(place) == "cho xanh"


def test_a_place_told_of_on_several_days_comes_again_with_its_hours():
    found = repeats(
        [
            facts(1, at(22, 10)),
            facts(2, at(23, 5, day=15), "gần chợ Xanh, P. Tân Giang"),
            facts(3, at(9, 0, day=16), "chợ xanh"),
            facts(4, at(22, 0), "chợ Xanh", "TK"),
            facts(5, at(22, 0, day=15), "cầu Bằng Giang"),
            facts(6, at(22, 0, day=16), ""),
            facts(7, at(22, 0, day=17), ""),
        ]
    )
    (place,) = found.places
    assert (place.district, place.place, place.times, place.band) == ("TPCB", "chợ xanh", 3, 21)
    assert (place.case_ids, place.last_at) == (("c1", "c2", "c3"), at(9, 0, day=16))


def test_reports_of_one_thing_are_no_repetition():
    start = at(8, 0)
    near = [facts(n, start + n * HOUR_MS) for n in range(5)]
    assert repeats(near).places == (), "an hour apart each, it goes on"
    linked = [facts(1, start, incident="i"), facts(2, start + DAY_MS, incident="i")]
    assert repeats(linked).places == ()
    (place,) = repeats([*linked, facts(3, start + 2 * DAY_MS)]).places
    assert (place.times, len(place.case_ids)) == (2, 3)


def test_neither_void_lines_nor_state_secrets_nor_split_hours_tell_anything():
    start = at(8, 0)
    void = facts(1, start, state=CaseState.MERGED)
    sealed = facts(2, start + DAY_MS, tags=(SECRET_TAG,))
    assert repeats([void, sealed, facts(3, start + 2 * DAY_MS)]).places == ()
    (place,) = repeats([facts(1, at(8, 0)), facts(2, at(20, 0, day=15))]).places
    assert place.band is None


def test_the_most_frequent_place_comes_first_then_the_newest():
    start = at(8, 0)
    one = [facts(n, start + n * DAY_MS, "a1") for n in range(2)]
    two = [facts(n, start + n * DAY_MS, "b1") for n in range(2, 4)]
    three = [facts(n, start + n * DAY_MS, "c1") for n in range(4, 7)]
    assert [p.place for p in repeats([*one, *two, *three]).places] == ["c1", "b1", "a1"]


def test_reopened_and_frequent_citizens_are_counted_with_their_cases():
    start = at(8, 0)
    own = [facts(n, start + n * MINUTE_MS, "", conversation_id="k") for n in range(3)]
    other = [facts(n, start, "", conversation_id="m") for n in (7, 8)]
    anew = facts(9, start, "", reopened=2)
    ended = facts(10, start, "", state=CaseState.CLOSED)
    found = repeats([*other, *own, anew, ended])
    assert (found.people, found.people_case_ids) == (1, ("c0", "c1", "c2"))
    assert (found.reopened, found.reopenings, found.ended, found.reopened_share) == (1, 2, 2, 0.5)
    assert Repeats().reopened_share is None
    day = date(2026, 3, 14)
    period = Period(PeriodKind.DAY, day, day)
    assert count([anew, ended], period).repeats.reopened == count([anew, ended], period).reopened == 1
