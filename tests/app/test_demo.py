"""The rehearsed officer of the demo: answered by what a citizen wrote late, and given time where the machine has none."""

import pytest

from console.app.demo import LAST_REPLY_MS, PATIENCE_MS, Rehearsal, Report, over
from console.domain import events as e
from console.domain.case import ReplyState
from console.domain.clock import MINUTE_MS
from tests.support import store_template, world

__all__ = ["store_template"]


@pytest.fixture
def w(tmp_path, store_template):
    with world(tmp_path, store_template) as made:
        yield made


def test_a_message_that_came_in_late_with_an_old_time_is_read_and_answered(w):
    case = w.put("Có đánh nhau ở chợ Xanh")
    w.put("đông người lắm", at=w.clock.now_ms() - MINUTE_MS)
    report = Report()
    officer = Rehearsal(w.desk(), report)
    assert officer.step()
    assert report.replies_queued == 1
    assert [reply.state for reply in w.case(case.case_id).replies] == [ReplyState.QUEUED]


def test_an_answer_that_was_stopped_is_given_again_and_what_zalo_confirmed_is_known(w):
    case = w.put("Có đánh nhau ở chợ Xanh")
    officer = Rehearsal(w.desk(), Report())
    officer.step()
    (first,) = w.case(case.case_id).replies
    w.put("đông người lắm")
    w.add(case.case_id, e.ReplyCancelled(first.reply_id))
    assert officer.step()
    replies = w.case(case.case_id).replies
    assert [reply.state for reply in replies] == [ReplyState.CANCELLED, ReplyState.QUEUED]
    assert not officer.confirmed
    now = w.clock.now_ms()
    w.add(
        case.case_id, e.ReplyPermitted(replies[1].reply_id, now), e.ReplySent(replies[1].reply_id, "z9", now)
    )
    officer.step()
    assert officer.confirmed


@pytest.mark.parametrize(
    ("now_ms", "written_ms", "confirmed", "ends"),
    [
        (11_999, 7_000, True, False),
        (12_000, 7_000, True, True),
        (12_000, 7_000, False, False),
        (14_000, 13_000, True, False),
        (13_000 + LAST_REPLY_MS, 13_000, True, True),
        (12_000 + PATIENCE_MS, 71_000, False, True),
    ],
)
def test_it_ends_in_time_or_once_the_first_reply_was_confirmed(now_ms, written_ms, confirmed, ends):
    assert over(now_ms, 12_000, written_ms, confirmed=confirmed) is ends
