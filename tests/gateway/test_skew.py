"""The machine's clock against Zalo's: told, kept, believed again when it is right, and never in the way (G-06)."""

import urllib.request
from dataclasses import replace
from email.utils import parsedate_to_datetime

import pytest

from console.cache import clock_skew
from console.cache import tables as t
from console.cache.health_query import health
from console.cache.window_query import conversation_window
from console.domain.clock import DAY_MS, HOUR_MS
from console.domain.skew import LIMIT_MS, Skew, span_words
from console.runtime.i18n import set_language
from console.runtime.resources import load_zalo_rules
from console.ui.frame.banner_words import banner_state


def known(desk):
    with desk.store.read() as connection:
        return health(connection, desk.clock.now_ms())


def banner(desk):
    set_language("vi")
    return banner_state(known(desk), desk.clock.now_ms())


def walk(desk, walker, times=2):
    for _ in range(times):
        desk.clock.advance(5_000)
        desk.simulator.control("clock", advance_ms=5_000)
        walker.tick()


def test_the_simulators_date_follows_its_own_clock(simulator):
    simulator.control("clock", frozen=True, set_ms=1_800_000_000_000)
    with urllib.request.urlopen(f"{simulator.base_url}/v2.0/oa/getoa", timeout=60) as answer:
        dates = answer.headers.get_all("date")
    assert [parsedate_to_datetime(date).timestamp() for date in dates] == [1_800_000_000]


@pytest.mark.parametrize("wrong_ms", [HOUR_MS, -HOUR_MS, LIMIT_MS + 5_000, -LIMIT_MS - 5_000])
def test_a_wrong_clock_is_told_with_both_times_and_nothing_is_held_up(desk, wrong_ms):
    walker = desk.walker()
    desk.say(times=3, step_ms=1)
    walk(desk, walker)
    assert banner(desk) is None
    desk.clock.jump(wrong_ms)
    desk.say(times=4, step_ms=1)
    walk(desk, walker, 3)
    assert desk.stored() == desk.listed()
    assert abs(known(desk).skew.ms - wrong_ms) < 1_000
    said = banner(desk)
    assert said.tone == "orange"
    assert "Zalo" in said.title
    desk.clock.jump(-wrong_ms)
    walk(desk, walker, 3)
    assert banner(desk) is None


def test_a_little_wrong_is_nothing_to_tell(desk):
    walker = desk.walker()
    desk.clock.jump(LIMIT_MS - 10_000)
    desk.say()
    walk(desk, walker, 3)
    assert known(desk).skew.ms > 100_000
    assert banner(desk) is None


def test_a_start_forgets_what_was_heard_before_it(desk):
    desk.clock.jump(HOUR_MS)
    walk(desk, desk.walker())
    assert known(desk).skew.wrong
    desk.clock.jump(-HOUR_MS)
    fresh = desk.walker()
    desk.fault("html")
    fresh.tick()
    assert known(desk).skew is None
    walk(desk, fresh)
    assert not known(desk).skew.wrong


def test_before_zalo_says_anything_the_newest_record_tells_of_a_clock_set_back(desk):
    walker = desk.walker()
    desk.say()
    walk(desk, walker)
    with desk.store.write() as tx:
        clock_skew.keep(tx.connection, None)
    read = known(desk)
    assert read.newest_record
    for back, tells in ((LIMIT_MS, False), (LIMIT_MS + 1, True)):
        now_ms = read.newest_record - back
        said = banner_state(replace(read, linked_at=now_ms), now_ms)
        assert (said is not None and "bị lùi" in said.title) is tells


def test_a_window_closed_by_the_clock_alone_says_so_and_one_closed_by_zalo_does_not(desk):
    walker = desk.walker()
    desk.say()
    walk(desk, walker)
    (conversation,) = desk.column(t.identity.c.conversation_id)
    rules = load_zalo_rules()
    with desk.store.write() as tx:
        late = tx.now_ms + 30 * DAY_MS
        clock_skew.keep(tx.connection, None)
        plain = conversation_window(tx.connection, conversation, rules, late)
        clock_skew.keep(tx.connection, Skew(late, tx.now_ms))
        wrong = conversation_window(tx.connection, conversation, rules, late)
        clock_skew.keep(tx.connection, Skew(late, late - HOUR_MS))
        over = conversation_window(tx.connection, conversation, rules, late)
    assert (plain.state, plain.wrong_clock) == ("closed", False)
    assert (wrong.state, wrong.wrong_clock) == ("closed", True)
    assert "Đồng hồ máy này nhanh 30 ngày" in wrong.reason
    assert (over.state, over.wrong_clock) == ("closed", False)


@pytest.mark.parametrize(
    ("ms", "words"),
    [(180_000, "3 phút"), (-HOUR_MS, "1 giờ"), (HOUR_MS + 300_000, "1 giờ 5 phút"), (12 * DAY_MS, "12 ngày")],
)
def test_a_difference_is_said_in_the_unit_that_counts(ms, words):
    assert span_words(ms) == words
