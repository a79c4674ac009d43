"""Who sent a message outside the console, and what that makes of the case (features F-06)."""

import pytest

from console.actions import foreign
from console.actions.desk import Missing, Refused
from console.actions.replies import queue_reply
from console.cache.rebuild import rebuild
from console.domain import events as e
from console.domain.events import OutsideSender
from console.record.verify import verify_chain
from tests.support import HANH, TUAN

NAME = "Đ/c Mai, PV01, gửi bằng OA Manager"


def outside(w, text="OA trả lời", **more):
    return w.put(text, outbound=True, **more)


def last_id(w, case):
    (row,) = w.rows(
        "SELECT message_id FROM message WHERE case_id = ? ORDER BY seq DESC LIMIT 1", case.case_id
    )
    return row.message_id


def explain(w, case, message_id, who=OutsideSender.COLLEAGUE, name=NAME, *, answered=True, officer=HANH):
    return foreign.explain(w.desk(officer), case.case_id, message_id, who, name, answered=answered)


def items(w, case):
    return [item for item in w.queries().thread(case.case_id) if getattr(item, "outside", False)]


def test_each_message_is_an_entry_of_its_own_with_who_sent_it(w):
    case = w.put()
    for text in ("một", "hai"):
        w.clock.advance(1_000)
        outside(w, text)
    first, second = items(w, case)
    assert (first.explained, second.explained) == (None, None)
    explain(w, case, first.message_id, officer=TUAN)
    first, second = items(w, case)
    told = first.explained
    assert (told.who, told.name, told.answered, told.by_name) == ("colleague", NAME, True, "Lê Anh Tuấn")
    assert second.explained is None


def test_what_was_no_answer_leaves_the_case_unanswered_until_somebody_answers(w):
    case = w.put()
    w.clock.advance(60_000)
    case = outside(w)
    assert case.answered and case.first_reply_at
    message_id = last_id(w, case)
    explain(w, case, message_id, OutsideSender.AUTOMATIC, "", answered=False)
    case = w.case(case.case_id)
    assert not case.answered
    assert (case.last_outbound_at, case.first_reply_at) == (0, 0)
    assert w.rows("SELECT answered FROM case_file") == [(0,)]
    explain(w, case, message_id, OutsideSender.SELF, "", answered=True)
    case = w.case(case.case_id)
    assert case.answered
    assert case.first_reply_at == case.last_inbound_at + 60_000


def test_the_consoles_own_answer_counts_whatever_the_other_message_was(w):
    case = w.put()
    done = queue_reply(
        w.desk(), case.case_id, case.conversation_id, "Đã nhận", seen_message_id=case.last_inbound_id
    )
    (reply_id,) = done.reply_ids
    w.clock.advance(10_000)
    sent_at = w.clock.now_ms()
    w.add(case.case_id, e.ReplyPermitted(reply_id, sent_at), e.ReplySent(reply_id, "z1", sent_at))
    w.clock.advance(10_000)
    case = outside(w)
    explain(w, case, last_id(w, case), OutsideSender.AUTOMATIC, "", answered=False)
    case = w.case(case.case_id)
    assert (case.last_outbound_at, case.first_reply_at, case.answered) == (sent_at, sent_at, True)


def test_what_nobody_admits_to_is_no_answer_and_raises_the_alarm_again(w):
    case = w.put()
    w.clock.advance(1_000)
    case = outside(w)
    explain(w, case, last_id(w, case), OutsideSender.NOBODY, "", answered=True)
    assert not w.case(case.case_id).answered
    with w.store.read() as connection:
        assert foreign.foreign.burst(connection).count == 1
    troubles = w.queries().health().troubles
    assert [trouble.kind for trouble in troubles] == ["oa.foreign"]
    assert "ngoài hệ thống" not in troubles[0].words, "the banner's title says it"


def test_only_messages_from_outside_with_a_name_are_recorded(w):
    case, other = w.put(), w.put(user="2")
    inbound = case.last_inbound_id
    w.clock.advance(1_000)
    case = outside(w)
    message_id = last_id(w, case)
    before = len(w.events(case.case_id))
    with pytest.raises(Refused, match="không phải tin gửi ngoài"):
        explain(w, case, inbound)
    with pytest.raises(Missing):
        explain(w, other, message_id)
    with pytest.raises(Refused, match="họ tên"):
        explain(w, case, message_id, name="  ")
    assert len(w.events(case.case_id)) == before


def test_a_rebuild_makes_the_same_rows_and_the_chain_holds(w):
    case = w.put()
    w.clock.advance(1_000)
    case = outside(w)
    explain(w, case, last_id(w, case), OutsideSender.SELF, "", answered=False)
    explain(w, case, last_id(w, case), OutsideSender.COLLEAGUE, NAME, answered=False)
    table = "SELECT * FROM outside_message"
    before = w.rows(table), w.case(case.case_id)
    assert before[0][0].name == NAME
    rebuild(w.store)
    assert (w.rows(table), w.case(case.case_id)) == before
    with w.store.read() as connection:
        assert verify_chain(connection).ok
