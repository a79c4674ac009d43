"""What rings, how loud, until when."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.alarm import (
    BUNDLE_S,
    LOUDER_S,
    REPEAT_S,
    AlarmBoard,
    Level,
    Ring,
    Waiting,
    expiry_step,
    is_night,
    volume,
)
from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS

URGENT, TIP, SOFT = (
    Waiting("khan", Level.URGENT),
    Waiting("to-giac", Level.NOTICE),
    Waiting("hoi", Level.SOFT),
)
MIDNIGHT = 1_790_010_000_000 // DAY_MS * DAY_MS - 7 * HOUR_MS


def sounds(board, waiting, seconds, start=0, **how):
    """Return (second, level) of every sound of a span in which nothing changes."""
    rings = [(s, board.update(waiting, float(s), **how)) for s in range(start, start + seconds)]
    return [(s, ring.level) for s, ring in rings if ring]


def test_urgent_rings_at_once_again_every_twenty_seconds_and_louder_after_sixty():
    assert (REPEAT_S, LOUDER_S) == (20.0, 60.0)
    assert sounds(AlarmBoard(), [URGENT], 101) == [
        (0, Level.URGENT),
        (20, Level.URGENT),
        (40, Level.URGENT),
        (60, Level.LOUD),
        (80, Level.LOUD),
        (100, Level.LOUD),
    ]


def test_it_ends_when_claimed_and_a_case_given_back_begins_anew():
    board = AlarmBoard()
    assert len(sounds(board, [URGENT], 70)) == 4
    assert sounds(board, [], 60, start=70) == []
    assert sounds(board, [URGENT], 25, start=130) == [(130, Level.URGENT), (150, Level.URGENT)]


def test_another_urgent_case_rings_at_once_and_the_older_one_keeps_it_loud():
    board = AlarmBoard()
    sounds(board, [URGENT], 65)
    ring = board.update([URGENT, Waiting("khan-2", Level.URGENT)], 70.0)
    assert ring == Ring(Level.LOUD, 1, 2)


def test_what_is_not_urgent_sounds_once():
    assert sounds(AlarmBoard(), [TIP], 300) == [(0, Level.NOTICE)]
    assert sounds(AlarmBoard(), [SOFT], 300) == [(0, Level.SOFT)]


def test_a_case_that_becomes_urgent_is_a_new_state():
    board = AlarmBoard()
    assert sounds(board, [Waiting("c", Level.SOFT)], 10) == [(0, Level.SOFT)]
    assert sounds(board, [Waiting("c", Level.URGENT)], 5, start=10) == [(10, Level.URGENT)]


def test_a_burst_is_two_sounds_the_first_at_once():
    board, cases, rings = AlarmBoard(), [], []
    for number in range(31):
        cases.append(Waiting(f"c{number}", Level.URGENT))
        ring = board.update(cases, number * 0.1)
        if ring:
            rings.append(ring)
    assert [ring.new for ring in rings] == [1, 30]
    assert board.update(cases, 3.0 + BUNDLE_S) is None


def test_at_night_soft_sounds_are_left_out_and_tips_are_not():
    board = AlarmBoard()
    assert sounds(board, [SOFT], 10, night=True) == []
    assert sounds(board, [SOFT, TIP], 10, start=10, night=True) == [(10, Level.NOTICE)]
    assert sounds(board, [SOFT, TIP], 10, start=20) == []


def test_what_lay_there_before_is_silent_unless_urgent():
    assert sounds(AlarmBoard([SOFT, TIP]), [SOFT, TIP], 10) == []
    assert sounds(AlarmBoard([URGENT]), [URGENT], 10) == [(0, Level.URGENT)]


@given(
    steps=st.lists(
        st.tuples(
            st.sets(st.sampled_from(["a", "b", "c"])),
            st.floats(0.1, 30.0),
            st.booleans(),
        ),
        max_size=60,
    )
)
def test_an_unclaimed_urgent_case_is_never_silent_for_longer_than_a_repeat(steps):
    board, now, last = AlarmBoard(), 0.0, None
    for cases, span, night in steps:
        now += span
        ring = board.update([Waiting(c, Level.URGENT) for c in cases], now, night=night)
        if not cases:
            assert ring is None
            last = None
            continue
        if ring:
            last = now
        # Looked at once a second in life; here the gap between looks counts as well.
        assert last is None or now - last < REPEAT_S


@pytest.mark.parametrize("chosen", [0.0, -1.0, 0.5, 1.0, 7.0])
def test_volume_has_a_floor_for_what_is_urgent_and_a_higher_one_at_night(chosen):
    for night in (False, True):
        loud = [volume(level, chosen, night=night) for level in Level]
        assert loud == sorted(loud)
        assert all(0.0 <= value <= 1.0 for value in loud)
    assert volume(Level.URGENT, chosen, night=True) >= 0.6
    assert volume(Level.LOUD, chosen, night=True) >= 0.9
    assert volume(Level.URGENT, 0.0, night=False) == 0.4
    assert volume(Level.SOFT, 0.0, night=True) == 0.0


@pytest.mark.parametrize(
    ("minutes", "night"),
    [(0, True), (299, True), (300, False), (12 * 60, False), (22 * 60 - 1, False), (22 * 60, True)],
)
def test_night_is_vietnams(minutes, night):
    assert is_night(MIDNIGHT + minutes * MINUTE_MS) is night


@pytest.mark.parametrize(
    ("left", "step"),
    [
        (15 * DAY_MS, None),
        (14 * DAY_MS, 14),
        (7 * DAY_MS + 1, 14),
        (7 * DAY_MS, 7),
        (3 * DAY_MS, 3),
        (DAY_MS, 1),
        (1, 1),
        (0, 0),
        (-DAY_MS, 0),
    ],
)
def test_expiry_steps(left, step):
    assert expiry_step(left) == step
