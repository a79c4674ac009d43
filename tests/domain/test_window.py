from dataclasses import replace

import pytest

from console.domain.clock import DAY_MS, HOUR_MS
from console.domain.window import QuotaAnswer, Refusal, ZaloRules, reply_window
from console.runtime.resources import load_zalo_rules

RULES = load_zalo_rules()
NOW = 1_653_000_000_000


def window(age_hours=0.0, sent=(), quota=None, now=NOW):
    last = None if age_hours is None else int(now - age_hours * HOUR_MS)
    return reply_window(last, [int(now - h * HOUR_MS) for h in sent], quota, RULES, now)


@pytest.mark.parametrize(
    ("age", "sent", "state", "left"),
    [
        (0, (), "open", 8),
        (1, (0.5, 0.4), "open", 6),
        (1, (5, 4), "open", 8),  # a new interaction starts the count again
        (1, (0.9,) * 6, "closing", 2),
        (1, (0.9,) * 9, "open", 0),
        (47.9, (), "open", 8),
        (48, (), "open", 0),
        (24 * 7 - 12, (), "closing", 0),
        (24 * 7 - 0.01, (), "closing", 0),
        (24 * 7, (), "closed", 0),
        (24 * 400, (), "closed", 0),
    ],
)
def test_window_by_messages(age, sent, state, left):
    found = window(age, sent)
    assert (found.state, found.free_left) == (state, left)
    assert found.reason


def test_no_interaction_yet_is_closed():
    assert window(None).state == "closed"


def test_quota_answer_counts_what_other_desks_sent():
    quota = QuotaAnswer(remain=3, total=8, last_interaction_ms=None, at_ms=NOW - HOUR_MS)
    assert window(2, (1.5, 0.5), quota).free_left == 2


@pytest.mark.parametrize(
    ("sent", "doubtful", "quota", "expected"),
    [
        ((), (0.5,), None, ("open", 8, 1)),
        ((0.6,) * 5, (0.5,), None, ("closing", 3, 1)),
        ((0.6,) * 7, (0.5, 0.4), None, ("closing", 1, 1)),
        ((0.6,) * 8, (0.5,), None, ("open", 0, 0)),
        ((), (5,), None, ("open", 8, 0)),  # before the citizen wrote again
        (
            (),
            (0.5,),
            QuotaAnswer(7, 8, None, NOW - HOUR_MS // 4),
            ("open", 7, 0),
        ),  # Zalo has counted it or not
        ((), (0.2,), QuotaAnswer(7, 8, None, NOW - HOUR_MS // 4), ("open", 7, 1)),
    ],
)
def test_a_reply_nobody_knows_of_is_maybe_used(sent, doubtful, quota, expected):
    times = [[int(NOW - h * HOUR_MS) for h in hours] for hours in (sent, doubtful)]
    found = reply_window(NOW - HOUR_MS, times[0], quota, RULES, NOW, (), times[1])
    assert (found.state, found.free_left, found.maybe_used) == expected


def test_the_last_free_ones_are_told_as_a_range():
    found = reply_window(NOW - HOUR_MS, [NOW - 1] * 5, None, RULES, NOW, (), [NOW - 1])
    assert found.reason == "Chỉ còn 2–3 tin miễn phí."


def test_without_a_limit_nothing_is_maybe_used():
    found = reply_window(
        NOW - HOUR_MS, [], None, ZaloRules((replace(RULES.at(NOW), free_messages=None),)), NOW, (), [NOW]
    )
    assert (found.free_left, found.maybe_used) == (None, 0)


def test_quota_answer_older_than_the_last_message_is_ignored():
    quota = QuotaAnswer(remain=0, total=8, last_interaction_ms=None, at_ms=NOW - 3 * HOUR_MS)
    assert window(2, (), quota).free_left == 8


def test_zalo_knows_a_later_interaction():
    quota = QuotaAnswer(remain=8, total=8, last_interaction_ms=NOW - HOUR_MS, at_ms=NOW)
    found = window(24 * 8, (), quota)
    assert found.state == "open"
    assert found.closes_at_ms == NOW - HOUR_MS + 7 * DAY_MS


def refused(code, hours=1, quota=None):
    last = NOW - 2 * HOUR_MS
    refusal = Refusal(code, NOW - hours * HOUR_MS, "Zalo nói vậy")
    return reply_window(last, [], quota, RULES, NOW, [refusal])


@pytest.mark.parametrize("code", [-230, -232, -305])
def test_zalos_refusal_closes_a_window_that_our_count_calls_open(code):
    found = refused(code)
    assert (found.state, found.free_left, found.reason) == ("closed", 0, "Zalo nói vậy")


@pytest.mark.parametrize("code", [-218, -311])
def test_a_refusal_for_want_of_free_messages_leaves_none(code):
    found = refused(code)
    assert (found.state, found.free_left) == ("open", 0)


@pytest.mark.parametrize("code", [-201, -213, -32])
def test_other_refusals_say_nothing_of_the_window(code):
    assert (refused(code).state, refused(code).free_left) == ("open", 8)


def test_zalos_own_word_of_a_later_interaction_lifts_a_refusal():
    quota = QuotaAnswer(remain=8, total=8, last_interaction_ms=NOW - HOUR_MS // 2, at_ms=NOW)
    assert refused(-230, quota=quota).state == "open"


def test_rules_are_dated():
    assert RULES.at(0) is RULES.versions[0]
    assert RULES.at(1_800_000_000_000) is RULES.versions[-1]
