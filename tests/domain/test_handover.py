"""Rules of the handover that need no store: when shifts change, and who is asked whether he is awake."""

from datetime import datetime

import pytest

from console.domain.calendar import LOCAL, local_datetime
from console.domain.handover import AWAKE_EVERY_S, AWAKE_WAIT_S, AwakeWatch, Nudge, next_change, shift_key


def at(hour, minute=0, day=14):
    return int(datetime(2026, 3, day, hour, minute, tzinfo=LOCAL).timestamp() * 1000)


@pytest.mark.parametrize(
    ("now", "end"),
    [
        (at(7, 30), at(7, 30, 15)),
        (at(7, 15), at(7, 30, 15)),
        (at(6, 30), at(7, 30, 15)),
        (at(6, 29), at(7, 30)),
        (at(23), at(7, 30, 15)),
        (at(0, 10), at(7, 30)),
    ],
)
def test_a_shift_ends_at_the_next_change(now, end):
    assert next_change(now) == end


def test_a_shift_is_named_by_desk_and_local_time():
    assert shift_key("TB-CAT", at(7, 30)) == "TB-CAT-2026-03-14-073000"


def run(watch, seconds, start):
    """Tick each second; return the nudges with when they came (local hour)."""
    found = []
    for second in range(0, seconds, 60):
        nudge = watch.tick(second, start + second * 1000)
        if nudge:
            found.append((nudge, second))
    return found


def test_silent_then_louder_then_others():
    watch = AwakeWatch(0.0)
    found = run(watch, int(AWAKE_EVERY_S) + 1_000, at(22))
    assert found == [
        (Nudge.ASK, int(AWAKE_EVERY_S)),
        (Nudge.LOUDER, int(AWAKE_EVERY_S + AWAKE_WAIT_S)),
        (Nudge.OTHERS, int(AWAKE_EVERY_S + 2 * AWAKE_WAIT_S)),
        (Nudge.OTHERS, int(AWAKE_EVERY_S + 3 * AWAKE_WAIT_S)),
    ]
    assert watch.missed == 3
    watch.heard(9_000.0)
    assert (watch.asking, watch.missed) == (False, 0)


def test_whoever_works_is_not_asked():
    watch = AwakeWatch(0.0)
    for hour in range(22, 29):
        now = at(22) + (hour - 22) * 3_600_000
        assert watch.tick((hour - 22) * 3600.0, now) is Nudge.NONE
        watch.heard((hour - 22) * 3600.0)


def test_nobody_is_asked_by_day():
    assert run(AwakeWatch(0.0), 12 * 3600, at(6)) == []
    assert local_datetime(at(6)).hour == 6
