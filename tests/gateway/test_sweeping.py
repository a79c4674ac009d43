"""Every conversation is read each night, slowly and from where it was: nothing else finds what lies below a capped list."""

import json
from dataclasses import replace

import pytest

from console.cache import sweep_state, walk_state
from console.cache import tables as t
from console.cache.health_query import health
from console.cache.views import Health, Sweep
from console.domain.clock import DAY_MS, HOUR_MS
from console.gateway.walk import WalkTimes
from console.runtime.i18n import set_language
from console.ui.frame.health_words import ages_item, status_items, sweep_item
from tests.gateway.test_walk import walk_until_idle

CONVERSATION = "/v2.0/oa/conversation"
PEOPLE = ("An", "Bình", "Chi")


def sweep_of(desk):
    with desk.store.read() as connection:
        return health(connection, desk.clock.now_ms()).sweep


def under_way(desk):
    with desk.store.read() as connection:
        return sweep_state.under_way(connection)


@pytest.fixture
def capped(desk):
    """An OA that lists no more than ten messages, all read; one came late, with an old time, below those."""
    desk.simulator.control("knobs", list_cap=10)
    for who in PEOPLE:
        desk.say(user=who, times=4, step_ms=1000, time_ms=desk.clock.now_ms() - 3 * HOUR_MS)
    walker = desk.walker()
    walk_until_idle(walker)
    desk.say(user="Đông", times=6, step_ms=1)
    walk_until_idle(walker)
    (desk.late,) = desk.say(user="An", time_ms=desk.clock.now_ms() - 4 * HOUR_MS)
    walk_until_idle(walker)
    assert desk.late not in desk.stored()
    with desk.store.read() as connection:
        assert walk_state.open_gaps(connection) == []
    return desk


def next_night(desk):
    """Let a day and the longest wait for quiet hours pass; somebody keeps writing, so that the ten newest rows are others."""
    desk.advance(DAY_MS + 7 * HOUR_MS)


def test_a_late_message_below_a_capped_list_is_found_by_the_night_alone(capped):
    desk = capped
    walker = desk.walker()
    walk_until_idle(walker)
    for _ in range(8):
        desk.advance(2 * HOUR_MS)
        walk_until_idle(walker)
    assert desk.late not in desk.stored()
    next_night(desk)
    walk_until_idle(walker)
    assert desk.late in desk.stored()
    assert desk.stored() == desk.listed()
    swept = sweep_of(desk)
    assert (swept.found, swept.failed, swept.total) == (1, 0, 0)
    assert swept.ended_at == desk.clock.now_ms()


def test_it_takes_few_calls_a_tick_and_no_walk_waits_for_it(capped):
    desk = capped
    walker = desk.walker(times=WalkTimes(sweep_calls_per_tick=3, hourly_ms=1 << 60, cross_check_ms=1 << 60))
    walk_until_idle(walker)
    next_night(desk)
    walk_until_idle_but_sweep(desk, walker)
    ticks = 0
    while under_way(desk):
        desk.advance(5_000)
        desk.say(user="Gấp", times=1)
        before = len(desk.requests(CONVERSATION))
        outcome = walker.tick()
        assert len(desk.requests(CONVERSATION)) - before <= 3
        assert desk.listed() - desk.stored() <= {desk.late}
        if under_way(desk):
            assert outcome.next_in_s in (0.0, 5.0)
        ticks += 1
        assert ticks < 60
    assert ticks > 4
    assert desk.late in desk.stored()


def walk_until_idle_but_sweep(desk, walker):
    """Tick until the sweep has begun."""
    for _ in range(60):
        walker.tick()
        if under_way(desk):
            return
        desk.advance(5_000)
    raise AssertionError("no sweep began")


def test_after_a_restart_it_goes_on_where_it_was(capped):
    desk = capped
    times = WalkTimes(sweep_calls_per_tick=1, hourly_ms=1 << 60, cross_check_ms=1 << 60)
    walker = desk.walker(times=times)
    walk_until_idle(walker)
    next_night(desk)
    walk_until_idle_but_sweep(desk, walker)
    while not (under_way(desk) and under_way(desk).done == 2):
        walker.tick()
        desk.advance(5_000)
    read = under_way(desk)
    assert (read.total, sweep_of(desk).done) == (4, 2)
    before = len(desk.requests(CONVERSATION))
    again = desk.walker(times=times)
    for _ in range(60):
        again.tick()
        desk.advance(5_000)
        if not under_way(desk):
            break
    assert under_way(desk) is None
    users = sorted(row for row in desk.column(t.identity.c.zalo_user_id))
    asked = {json.loads(request["data"])["user_id"] for request in desk.requests(CONVERSATION)[before:]}
    assert asked == set(users[2:])
    assert sweep_of(desk).ended_at
    assert sweep_of(desk).started_at == read.started_at


def test_a_conversation_that_cannot_be_read_is_counted_and_the_others_are_read(capped):
    desk = capped
    walker = desk.walker(times=WalkTimes(hourly_ms=1 << 60, cross_check_ms=1 << 60))
    walk_until_idle(walker)
    next_night(desk)
    desk.fault("http500", path=CONVERSATION, times=3)
    for _ in range(40):
        walker.tick()
        desk.advance(5_000)
    swept = sweep_of(desk)
    assert swept.ended_at
    assert swept.failed == 1
    assert swept.total == 0


def test_it_waits_for_quiet_hours_but_not_for_ever(desk):
    desk.say()
    walker = desk.walker(times=WalkTimes(hourly_ms=1 << 60, cross_check_ms=1 << 60))
    walk_until_idle(walker)
    begun = sweep_of(desk).started_at
    began_late = []
    for _ in range(4 * 24):
        desk.advance(HOUR_MS)
        walk_until_idle(walker)
        if (started := sweep_of(desk).started_at) != begun:
            began_late.append((started - begun) / HOUR_MS)
            begun = started
    assert 3 <= len(began_late) <= 4
    assert all(24 <= hours <= 31 for hours in began_late)


# --- what the officer sees ----------------------------------------------------------------------------------------------


def test_progress_and_the_last_end_are_told():
    set_language("vi")
    now = 1_790_000_000_000
    read = Health(linked_at=now, store_at=now)
    assert "chưa đối chiếu từng hội thoại" in ages_item(read, now).tip
    running = replace(read, sweep=Sweep(now - DAY_MS, now - DAY_MS, done=12, total=480))
    assert "đang đối chiếu từng hội thoại 12/480" in ages_item(running, now).tip
    ended = replace(read, sweep=Sweep(now - HOUR_MS, now, failed=2, found=3))
    assert "thêm 3 tin" in ages_item(ended, now).tip
    assert "2 hội thoại chưa đọc được" in ages_item(ended, now).tip
    assert sweep_item(ended, now) is None


def test_a_sweep_that_does_not_come_to_its_end_is_a_warning():
    set_language("vi")
    now = 1_790_000_000_000
    for swept in (
        Sweep(now - 2 * DAY_MS - 1),
        Sweep(now - 3 * DAY_MS, now - 2 * DAY_MS - 1, done=3, total=9),
    ):
        read = Health(linked_at=now, store_at=now, sweep=swept)
        assert any("Chưa đối chiếu từng hội thoại từ" in item.text for item in status_items(read, now))
    assert sweep_item(Health(linked_at=now, sweep=Sweep(now - 2 * DAY_MS)), now) is None
