"""A wall clock that goes back is a fact of the log, told once, and an alarm for a day (reliability.md §4.7)."""

import pytest
from sqlalchemy import select

from console.cache import walk_state
from console.cache.clock_watch import KEEP_MS, KIND, STREAM, ClockWatch
from console.cache.errors import DiskFullError
from console.cache.health_query import health
from console.cache.rebuild import differences
from console.domain import events as e
from console.domain.clock import DAY_MS, HOUR_MS
from console.domain.event_json import body_from_json
from console.record.tables import event, event_body
from console.record.verify import verify_chain
from tests.cache.rig import Rig, row


@pytest.fixture
def rig(tmp_path):
    rig = Rig(tmp_path)
    yield rig
    rig.close()


@pytest.fixture
def watch(rig):
    made = ClockWatch(rig.clock)
    made.look(rig.store)
    return made


def told(rig):
    rows = select(event.c.kind, event_body.c.body).join(event_body, event_body.c.seq == event.c.seq)
    with rig.store.read() as connection:
        assert verify_chain(connection).ok
        found = connection.execute(rows.where(event.c.case_id == STREAM).order_by(event.c.seq)).all()
    assert differences(rig.store) == ()
    return [body_from_json(kind, body) for kind, body in found]


def alarms(rig):
    with rig.store.read() as connection:
        return [one.words for one in health(connection, rig.clock.now_ms()).troubles]


def test_a_clock_that_only_goes_on_is_no_event(rig, watch):
    for ms in (0, 5_000, KEEP_MS, DAY_MS):
        rig.clock.advance(ms)
        assert watch.look(rig.store) is None
    rig.clock.jump(8 * HOUR_MS)  # the machine slept: its monotonic clock stood still
    assert watch.look(rig.store) is None
    assert told(rig) == []
    assert alarms(rig) == []


def test_a_step_back_while_running_is_seen_though_time_went_on_by_more(rig, watch):
    start = rig.clock.now_ms()
    rig.clock.advance(60_000)
    rig.clock.jump(-45_000)
    rig.clock.advance(5_000)
    assert watch.look(rig.store) == e.ClockSteppedBack(start + 65_000, start + 20_000, True)
    assert watch.look(rig.store) is None
    rig.clock.advance(5_000)
    assert watch.look(rig.store) is None
    assert told(rig) == [e.ClockSteppedBack(start + 65_000, start + 20_000, True)]
    (words,) = alarms(rig)
    assert "bị lùi 45 giây" in words


def test_following_a_time_server_is_no_step(rig, watch):
    rig.clock.advance(10_000)
    rig.clock.jump(-1_000)
    assert watch.look(rig.store) is None
    assert told(rig) == []


def test_a_step_back_while_closed_is_seen_at_the_next_start(rig, watch):
    rig.clock.advance(HOUR_MS)
    watch.look(rig.store)
    reached = rig.clock.now_ms()
    rig.clock.jump(-2 * DAY_MS)
    again = ClockWatch(rig.clock)
    assert again.look(rig.store) == e.ClockSteppedBack(reached, reached - 2 * DAY_MS, False)
    assert "bị lùi 2 ngày" in alarms(rig)[0]
    assert ClockWatch(rig.clock).look(rig.store) is None
    assert len(told(rig)) == 1


def test_a_store_of_before_is_measured_by_its_newest_record(rig):
    rig.take_in(row(1))
    reached = rig.clock.now_ms()
    rig.clock.jump(-HOUR_MS)
    assert ClockWatch(rig.clock).look(rig.store) == e.ClockSteppedBack(reached, reached - HOUR_MS, False)


def test_what_could_not_be_written_is_told_by_the_next_look(rig, watch, monkeypatch):
    def full():
        raise DiskFullError("x")

    rig.clock.jump(-HOUR_MS)
    with monkeypatch.context() as patched:
        patched.setattr(rig.store, "write", full)
        with pytest.raises(DiskFullError):
            watch.look(rig.store)
    assert told(rig) == []
    assert watch.look(rig.store) is not None
    assert len(told(rig)) == 1


def test_two_steps_are_two_events_and_the_alarm_ends_a_day_after_the_last(rig, watch):
    rig.clock.jump(-HOUR_MS)
    watch.look(rig.store)
    rig.clock.advance(DAY_MS - 1)
    rig.clock.jump(-HOUR_MS)
    watch.look(rig.store)
    assert len(told(rig)) == 2
    assert len(alarms(rig)) == 1
    rig.clock.advance(DAY_MS - 1)
    watch.look(rig.store)
    assert len(alarms(rig)) == 1
    rig.clock.advance(1)
    watch.look(rig.store)
    assert alarms(rig) == []
    with rig.store.read() as connection:
        assert walk_state.trouble_since(connection, KIND) == 0
