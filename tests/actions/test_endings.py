"""Sleeping, closing, opening again."""

import pytest

from console.actions.claims import claim
from console.actions.classification import classify, set_priority
from console.actions.closing import close, reopen
from console.actions.desk import Conflict, HeldByOther, Refused
from console.actions.signing import sign_closing
from console.actions.snoozing import snooze, wake
from console.actions.transfers import accept, transfer
from console.actions.undoing import undo
from console.actions.viewing import view
from console.domain import events as e
from console.domain.case import REASON_NEEDED, CaseState, Outcome
from console.domain.clock import DAY_MS, HOUR_MS
from tests.support import DIEP, HANH, LONG, TUAN


def read(w, text="Tôi hỏi về căn cước", **more):
    """Put a message in and read it."""
    case = w.put(text, **more)
    view(w.desk(), case.case_id, case.last_inbound_id)
    return w.case(case.case_id)


def test_closing_keeps_how_it_ended(w):
    case = read(w)
    done = close(w.desk(), case.case_id, Outcome.GUIDED)
    after = w.case(case.case_id)
    assert (after.state, after.outcome, after.closed_at) == (
        CaseState.CLOSED,
        "huong-dan-noi-khac",
        w.clock.now_ms(),
    )
    assert [str(x) for x in done.warnings] == [
        "CB26-00001 chưa có loại: sổ tiếp nhận sẽ thiếu",
        "Tin cuối của công dân ở CB26-00001 chưa được trả lời",
    ]


def test_ending_a_source_of_crime_that_no_unit_took_says_so(w):
    case = read(w, "Có người đánh bạc ở chợ Xanh")
    classify(w.desk(), case.case_id, "TO_GIAC")
    done = close(w.desk(), case.case_id, Outcome.GUIDED)
    assert "phải chuyển Cơ quan điều tra" in str(done.warnings[0])
    other = read(w, "Có người đánh bạc ở chợ Xanh", user="2")
    claim(w.desk(), other.case_id)
    classify(w.desk(), other.case_id, "TO_GIAC")
    transfer(w.desk(), other.case_id, "TB-TPCB", "địa bàn")
    accept(w.desk(DIEP), other.case_id)
    done = close(w.desk(DIEP), other.case_id, Outcome.GUIDED)
    assert not any("Cơ quan điều tra" in str(one) for one in done.warnings)


@pytest.mark.parametrize("outcome", sorted(REASON_NEEDED))
def test_some_outcomes_need_a_reason(w, outcome):
    case = read(w)
    with pytest.raises(Refused, match="Thiếu lý do đóng"):
        close(w.desk(), case.case_id, outcome)
    close(w.desk(), case.case_id, outcome, "đã xác minh tại chỗ")
    after = w.case(case.case_id)
    kept = after.closing.reason if after.closing else after.close_reason
    assert kept == "đã xác minh tại chỗ"


def test_nothing_unread_is_closed_away(w):
    case = w.put()
    with pytest.raises(Refused, match="có 1 tin chưa đọc"):
        close(w.desk(), case.case_id, Outcome.RESOLVED)


def test_a_message_that_comes_while_closing_is_a_conflict(w):
    case = read(w)
    w.put("Nó lại đến rồi")
    with pytest.raises(Conflict, match="ghi nhận tin mới"):
        close(w.desk(), case.case_id, Outcome.RESOLVED, expected_version=case.version)


def test_answered_means_that_something_reached_the_citizen(w):
    case = read(w)
    with pytest.raises(Refused, match="Chưa có tin nào tới công dân"):
        close(w.desk(), case.case_id, Outcome.ANSWERED)
    w.put("Trả lời từ OA Manager", outbound=True)
    close(w.desk(), case.case_id, Outcome.ANSWERED)


@pytest.mark.parametrize(
    ("bodies", "why"),
    [
        ((e.ReplyQueued("r1", "x"),), "đang gửi"),
        ((e.ReplyQueued("r1", "x", needs_approval=True),), "chờ duyệt"),
        ((e.ReplyQueued("r1", "x"), e.ReplyPermitted("r1", 1)), "đang gửi"),
        ((e.ReplyQueued("r1", "x"), e.ReplyPermitted("r1", 1), e.ReplyUnknown("r1", "?")), "chưa rõ đã tới"),
        ((e.CaseTransferred("t1", "CAH-TPCB", "x", 1),), "chờ đơn vị khác"),
    ],
)
def test_what_is_not_settled_keeps_a_case_open(w, bodies, why):
    case = read(w)
    w.add(case.case_id, *bodies)
    with pytest.raises(Refused, match=why):
        close(w.desk(), case.case_id, Outcome.RESOLVED)


def test_an_urgent_case_is_closed_by_a_commander(w):
    case = read(w)
    set_priority(w.desk(), case.case_id, "P1")
    with pytest.raises(Refused, match="không được đóng hồ sơ khẩn"):
        close(w.desk(), case.case_id, Outcome.RESOLVED)
    close(w.desk(LONG), case.case_id, Outcome.RESOLVED)


def test_what_only_the_machine_holds_for_urgent_is_decided_by_a_person_first(w):
    case = read(w, "Cứu tôi với, có người cầm dao chém nhau ở chợ Xanh")
    with pytest.raises(Refused, match="khẩn"):
        close(w.desk(), case.case_id, Outcome.SPAM)
    set_priority(w.desk(), case.case_id, "P4")
    close(w.desk(), case.case_id, Outcome.SPAM)


def test_a_case_in_another_officers_hands_is_not_closed(w):
    case = read(w)
    claim(w.desk(TUAN), case.case_id)
    with pytest.raises(HeldByOther):
        close(w.desk(HANH), case.case_id, Outcome.RESOLVED)


def test_a_closed_case_keeps_its_messages_and_can_be_undone_or_reopened(w):
    case = read(w)
    claim(w.desk(), case.case_id)
    done = close(w.desk(), case.case_id, Outcome.RESOLVED)
    assert w.rows("SELECT count(*) FROM message") == [(1,)]
    undo(w.desk(), done.undo)
    after = w.case(case.case_id)
    assert (after.state, after.owner) == (CaseState.HELD, "hanh")
    close(w.desk(), case.case_id, Outcome.RESOLVED)
    with pytest.raises(Refused, match="Thiếu lý do mở lại"):
        reopen(w.desk(), case.case_id, "")
    reopen(w.desk(), case.case_id, "công dân gọi lại")
    after = w.case(case.case_id)
    assert (after.state, after.number, after.owner) == (CaseState.NEW, "CB26-00001", "")
    with pytest.raises(Refused, match="đang mở"):
        reopen(w.desk(), case.case_id, "lần nữa")


def test_sleeping_needs_a_reason_and_a_time_to_come(w):
    case = read(w)
    desk, now = w.desk(), w.clock.now_ms()
    for until, reason, why in (
        (now + HOUR_MS, "", "Thiếu lý do"),
        (now, "x", "sau lúc này"),
        (now + 30 * DAY_MS + 1, "x", "30 ngày"),
    ):
        with pytest.raises(Refused, match=why):
            snooze(desk, case.case_id, until, reason)
    snooze(desk, case.case_id, now + HOUR_MS, "chờ công dân gửi ảnh")
    after = w.case(case.case_id)
    assert (after.snooze_until, after.snooze_reason) == (now + HOUR_MS, "chờ công dân gửi ảnh")


def test_the_citizens_next_message_wakes_a_case(w):
    case = read(w)
    snooze(w.desk(), case.case_id, w.clock.now_ms() + HOUR_MS, "chờ")
    w.put("ảnh đây")
    assert w.case(case.case_id).snooze_until == 0


def test_what_nobody_has_read_does_not_sleep(w):
    case = w.put()
    with pytest.raises(Refused, match="chưa đọc"):
        snooze(w.desk(), case.case_id, w.clock.now_ms() + HOUR_MS, "chờ")


def test_waking_and_its_undo(w):
    case = read(w)
    until = w.clock.now_ms() + HOUR_MS
    first = snooze(w.desk(), case.case_id, until, "chờ")
    done = wake(w.desk(), case.case_id)
    assert w.case(case.case_id).snooze_until == 0
    undo(w.desk(), done.undo)
    assert w.case(case.case_id).snooze_until == until
    assert wake(w.desk(), w.put(user="2").case_id).events == ()
    second = snooze(w.desk(), case.case_id, until + 1, "chờ thêm")
    undo(w.desk(), second.undo)
    assert w.case(case.case_id).snooze_until == until
    with pytest.raises(AttributeError):
        first.undo.version = 1


def test_nobody_gets_round_the_second_signature_by_classifying_anew(w):
    case = w.put("Có người bán ma túy")
    claim(w.desk(), case.case_id)
    classify(w.desk(), case.case_id, "TO_GIAC")
    classify(w.desk(), case.case_id, "HOI_DAP")
    view(w.desk(), case.case_id, case.last_inbound_id)
    done = close(w.desk(), case.case_id, Outcome.UNFOUNDED, "không có gì")
    assert [x.kind for x in done.events] == ["closing.proposed"]
    assert w.case(case.case_id).open


def test_a_matter_leaves_the_police_by_two_people(w):
    """domain.md §7: one person alone does not hand a matter to a body outside; inside, the unit that takes it is the second."""
    case = w.put("Trạm biến áp hỏng, mong điện lực sửa")
    claim(w.desk(), case.case_id)
    view(w.desk(), case.case_id, case.last_inbound_id)
    classify(w.desk(), case.case_id, "PAKN")
    with pytest.raises(Refused, match="ngoài ngành"):
        transfer(w.desk(), case.case_id, "DT-BDBP", "biên giới")
    done = close(w.desk(), case.case_id, Outcome.HANDED_OVER, "điện lực, công văn 5")
    (proposed,) = done.events
    assert proposed.kind == "closing.proposed" and w.case(case.case_id).open
    with pytest.raises(Refused):
        sign_closing(w.desk(), case.case_id, proposed.body.proposal_id)
    sign_closing(w.desk(LONG), case.case_id, proposed.body.proposal_id)
    assert w.case(case.case_id).outcome == Outcome.HANDED_OVER
    assert [one.granted for one in w.case(case.case_id).answers] == [True], "its author is told"
