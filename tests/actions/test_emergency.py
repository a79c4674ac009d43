"""An emergency in a message of a case that somebody had already put aside as something else (domain.md §8, P1)."""

import pytest

from console.actions import bulk
from console.actions.claims import claim
from console.actions.classification import classify, dismiss_emergency, set_priority
from console.actions.closing import close
from console.actions.desk import HeldByOther, Refused
from console.actions.merging import split
from console.actions.undoing import undo
from console.actions.urgent import open_report
from console.actions.viewing import view
from console.cache.rebuild import rebuild
from console.cache.views import Group, QueueFilter, View
from console.domain.case import CaseState, Outcome
from tests.support import HANH, TUAN

QUESTION = "Cho tôi hỏi thủ tục làm căn cước cần giấy tờ gì"
CRY = "nó đang cầm dao đuổi chém người ở chợ Xanh, cứu với"


@pytest.fixture
def decided(w):
    """A question about papers that an officer classified, gave a low priority, and keeps."""
    case = w.put(QUESTION)
    claim(w.desk(), case.case_id)
    classify(w.desk(), case.case_id, "TTHC")
    set_priority(w.desk(), case.case_id, "P4")
    return w.case(case.case_id)


def cry(w):
    w.clock.advance(60_000)
    return w.put(CRY)


def place(w, case):
    (found,) = [p for p in w.queries().queue_index(QueueFilter(View.ALL_OPEN)) if p.case_id == case.case_id]
    return found.group


def test_a_cry_for_help_puts_a_decided_case_among_the_urgent_ones_until_somebody_answers(w, decided):
    assert place(w, decided) is not Group.URGENT
    case = cry(w)
    assert case.case_id == decided.case_id
    assert (case.priority, case.emergency.message_id) == ("P4", case.last_inbound_id)
    assert w.kinds(case.case_id)[-2:] == ["gw.message_received", "case.emergency_seen"]
    assert place(w, case) is Group.URGENT
    (row,) = w.queries().queue_rows([case.case_id])
    assert (row.priority, row.suggested_priority) == ("", "P1")
    set_priority(w.desk(), case.case_id, "P1")
    after = w.case(case.case_id)
    assert (after.priority, after.emergency) == ("P1", None)


def test_an_ordinary_message_raises_nothing_and_a_case_that_is_urgent_already_is_not_raised_again(w, decided):
    assert w.put("Dạ cảm ơn, cho em hỏi thêm lệ phí bao nhiêu ạ").emergency is None
    set_priority(w.desk(), decided.case_id, "P1")
    assert cry(w).emergency is None


def test_where_nobody_has_decided_the_whole_case_is_read_as_before(w):
    w.put(QUESTION)
    case = cry(w)
    assert case.emergency is None
    assert place(w, case) is Group.URGENT


def test_a_cry_after_thirty_messages_is_heard_where_nobody_has_decided_anything(w):
    for number in range(30):
        w.put(f"{QUESTION} {number}")
    case = cry(w)
    assert case.emergency is not None
    assert place(w, case) is Group.URGENT


def test_it_calls_whoever_sits_here_until_it_was_read(w, decided):
    assert w.queries().emergencies() == ()
    case = cry(w)
    assert w.queries(TUAN).emergencies() == w.queries().emergencies() == (case.case_id,)
    view(w.desk(), case.case_id, case.last_inbound_id)
    assert w.queries().emergencies() == ()
    assert place(w, case) is Group.URGENT, "read is not answered"


def test_no_emergency_is_said_by_name_and_the_next_cry_is_heard_again(w, decided):
    first = cry(w)
    done = dismiss_emergency(w.desk(), first.case_id, first.emergency.message_id)
    assert w.events(first.case_id)[-1].actor == HANH.officer_id
    assert (w.case(first.case_id).emergency, place(w, first)) == (None, place(w, decided))
    undo(w.desk(), done.undo)
    assert w.case(first.case_id).emergency.message_id == first.emergency.message_id
    second = cry(w)
    with pytest.raises(Refused, match="vừa có tin khác máy báo khẩn"):
        dismiss_emergency(w.desk(), first.case_id, first.emergency.message_id)
    dismiss_emergency(w.desk(), first.case_id, second.emergency.message_id)
    assert dismiss_emergency(w.desk(), first.case_id, second.emergency.message_id).events == ()
    assert cry(w).emergency is not None


def test_an_answer_that_is_taken_back_is_none(w, decided):
    case = cry(w)
    undo(w.desk(), set_priority(w.desk(), case.case_id, "P2").undo)
    after = w.case(case.case_id)
    assert (after.priority, after.emergency.message_id) == ("P4", case.emergency.message_id)


def test_an_urgent_report_answers_too(w, decided):
    case = cry(w)
    open_report(w.desk(), case.case_id, next(iter(w.rules.catalog.escalation.urgent_kinds)))
    assert w.case(case.case_id).emergency is None


def test_nobody_closes_over_it_by_itself_or_in_bulk(w, decided):
    case = cry(w)
    with pytest.raises(Refused, match="còn tin máy báo khẩn chưa ai trả lời"):
        close(w.desk(), case.case_id, Outcome.RESOLVED, "đã gọi")
    (skipped,) = bulk.look(w.desk(), [case.case_id]).skipped
    assert "máy báo khẩn" in str(skipped.words)
    dismiss_emergency(w.desk(), case.case_id, case.emergency.message_id)
    view(w.desk(), case.case_id, case.last_inbound_id)
    close(w.desk(), case.case_id, Outcome.RESOLVED, "đã gọi")
    assert w.case(case.case_id).state is CaseState.CLOSED


def test_who_does_not_hold_the_case_does_not_answer_for_it(w, decided):
    case = cry(w)
    with pytest.raises(HeldByOther):
        dismiss_emergency(w.desk(TUAN), case.case_id, case.emergency.message_id)


def test_it_goes_with_its_message_to_a_case_of_its_own(w, decided):
    case = cry(w)
    split(w.desk(), case.case_id, [case.last_inbound_id])
    assert w.case(case.case_id).emergency is None
    urgent = [
        p.case_id for p in w.queries().queue_index(QueueFilter(View.ALL_OPEN)) if p.group is Group.URGENT
    ]
    assert len(urgent) == 1
    assert urgent != [case.case_id]


def test_the_tables_made_anew_say_the_same(w, decided):
    case = cry(w)
    before = w.rows("SELECT * FROM case_file ORDER BY case_id")
    rebuild(w.store)
    assert w.rows("SELECT * FROM case_file ORDER BY case_id") == before
    assert place(w, case) is Group.URGENT
