import pytest

from console.domain.clock import DAY_MS, HOUR_MS
from console.domain.window import QuotaAnswer, reply_window
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


def test_quota_answer_older_than_the_last_message_is_ignored():
    quota = QuotaAnswer(remain=0, total=8, last_interaction_ms=None, at_ms=NOW - 3 * HOUR_MS)
    assert window(2, (), quota).free_left == 8


def test_zalo_knows_a_later_interaction():
    quota = QuotaAnswer(remain=8, total=8, last_interaction_ms=NOW - HOUR_MS, at_ms=NOW)
    found = window(24 * 8, (), quota)
    assert found.state == "open"
    assert found.closes_at_ms == NOW - HOUR_MS + 7 * DAY_MS


def test_rules_are_dated():
    assert RULES.at(0) is RULES.versions[0]
    assert RULES.at(1_800_000_000_000) is RULES.versions[-1]
