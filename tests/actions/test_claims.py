"""Holding a case."""

import pytest

from console.actions.claims import LEASE_MS, claim, claim_next, release, renew, take_over
from console.actions.classification import set_priority
from console.actions.desk import Conflict, HeldByOther, Missing, Refused
from console.actions.undoing import undo
from console.domain import events as e
from console.domain.case import CaseState
from console.domain.clock import MINUTE_MS
from console.record.base import CommandReusedError
from tests.support import DIEP, HANH, LONG, THANH_TRA, TUAN


def test_claiming_holds_the_case_for_ten_minutes(w):
    case = w.put()
    done = claim(w.desk(), case.case_id, expected_version=case.version)
    after = w.case(case.case_id)
    assert (after.owner, after.state, after.lease_until) == (
        "hanh",
        CaseState.HELD,
        w.clock.now_ms() + LEASE_MS,
    )
    assert (done.version, after.version) == (after.version, case.version + 1)


def test_the_slower_of_two_is_told_who_was_quicker_and_by_how_much(w):
    case = w.put()
    claim(w.desk(TUAN), case.case_id, expected_version=case.version)
    w.clock.advance(2_000)
    with pytest.raises(Conflict) as lost:
        claim(w.desk(HANH), case.case_id, expected_version=case.version)
    assert lost.value.text_vi == "Tuấn vừa nhận CB26-00001 trước bạn 2 giây"
    assert [item.words for item in lost.value.what_changed] == ["nhận việc"]
    with pytest.raises(Conflict, match="Tuấn vừa nhận CB26-00001 trước bạn 2 giây"):
        claim(w.desk(HANH), case.case_id)
    assert w.case(case.case_id).owner == "tuan"


def test_a_live_lease_is_never_claimed_away_but_an_expired_one_is_free(w):
    case = w.put()
    claim(w.desk(TUAN), case.case_id)
    w.clock.advance(LEASE_MS - 1)
    with pytest.raises(HeldByOther) as held:
        claim(w.desk(HANH), case.case_id)
    assert held.value.holder == "tuan"
    w.clock.advance(1)
    claim(w.desk(HANH), case.case_id)
    assert w.case(case.case_id).owner == "hanh"


def test_claiming_what_one_holds_writes_nothing(w):
    case = w.put()
    version = claim(w.desk(), case.case_id).version
    assert claim(w.desk(), case.case_id).events == ()
    assert w.case(case.case_id).version == version


def test_what_makes_no_difference_does_not_stop_a_claim(w):
    case = w.put()
    w.add(case.case_id, e.NoteAdded("n1", "đã gọi"), e.Tagged("co-bac"), actor="tuan")
    w.put("Tôi hỏi thêm")
    assert claim(w.desk(), case.case_id, expected_version=case.version).events


def test_activity_renews_the_lease_but_writes_at_most_every_three_minutes(w):
    case = w.put()
    claim(w.desk(), case.case_id)
    written = 0
    for _ in range(60):
        w.clock.advance(10_000)
        written += len(renew(w.desk(), case.case_id).events)
    assert written == 3
    assert w.case(case.case_id).lease_until > w.clock.now_ms() + 6 * MINUTE_MS


def test_only_the_holder_renews(w):
    case = w.put()
    claim(w.desk(TUAN), case.case_id)
    w.clock.advance(5 * MINUTE_MS)
    assert renew(w.desk(HANH), case.case_id).events == ()


def test_releasing_puts_the_case_back(w):
    case = w.put()
    claim(w.desk(), case.case_id)
    with pytest.raises(Refused, match="không giữ"):
        release(w.desk(TUAN), case.case_id)
    release(w.desk(), case.case_id, "ra hiện trường")
    after = w.case(case.case_id)
    assert (after.owner, after.state) == ("", CaseState.NEW)
    assert release(w.desk(), case.case_id).events == ()


def test_taking_over_needs_a_reason_and_names_who_lost_the_case(w):
    case = w.put()
    claim(w.desk(TUAN), case.case_id)
    with pytest.raises(Refused, match="Thiếu lý do"):
        take_over(w.desk(HANH), case.case_id, "  ")
    take_over(w.desk(HANH), case.case_id, "Tuấn đang đi hiện trường")
    body = w.events(case.case_id)[-1].body
    assert body == e.CaseTakenOver("tuan", "Tuấn đang đi hiện trường", w.clock.now_ms() + LEASE_MS)
    assert w.case(case.case_id).owner == "hanh"


def test_taking_over_what_nobody_holds_is_a_claim(w):
    case = w.put()
    take_over(w.desk(), case.case_id, "nhận")
    assert isinstance(w.events(case.case_id)[-1].body, e.CaseClaimed)


def test_a_claim_is_taken_back(w):
    case = w.put()
    done = claim(w.desk(), case.case_id)
    undo(w.desk(), done.undo)
    assert w.case(case.case_id).state is CaseState.NEW
    assert w.kinds(case.case_id)[-2:] == ["case.claimed", "case.released"]


def test_an_undo_after_somebody_went_on_is_a_conflict(w):
    case = w.put()
    done = claim(w.desk(), case.case_id)
    take_over(w.desk(LONG), case.case_id, "chỉ huy trực tiếp xử lý")
    with pytest.raises(Conflict):
        undo(w.desk(), done.undo)
    assert w.case(case.case_id).owner == "long"


def test_a_lost_answer_is_asked_for_again_and_is_a_duplicate(w):
    case = w.put()
    first = claim(w.desk(), case.case_id, expected_version=case.version, command_id="c1")
    w.clock.advance(30_000)
    again = claim(w.desk(), case.case_id, expected_version=case.version, command_id="c1")
    assert again.duplicate
    assert again.events == first.events
    assert w.kinds(case.case_id).count("case.claimed") == 1


def test_a_command_id_belongs_to_one_request(w):
    one, other = w.put(user="1"), w.put(user="2")
    claim(w.desk(), one.case_id, command_id="c1")
    with pytest.raises(CommandReusedError):
        claim(w.desk(), other.case_id, command_id="c1")


def test_next_takes_the_head_of_the_queue_that_is_free(w):
    calm = w.put("Tôi hỏi về thủ tục làm căn cước", user="1")
    w.clock.advance(MINUTE_MS)
    urgent = w.put("Cứu tôi với, có người cầm dao chém nhau ở chợ Xanh", user="2")
    taken = [claim_next(w.desk()), claim_next(w.desk(TUAN)), claim_next(w.desk())]
    assert [done.case_id if done else None for done in taken] == [urgent.case_id, calm.case_id, None]


def test_next_repeated_is_the_same_case(w):
    w.put(user="1")
    w.put(user="2")
    first, again = (claim_next(w.desk(), command_id="c1") for _ in range(2))
    assert again.duplicate
    assert again.case_id == first.case_id


def test_next_offers_what_an_officer_left_lying_but_not_what_sleeps_or_waits_for_the_citizen(w):
    left, asleep, answered = w.put(user="1"), w.put(user="2"), w.put(user="3")
    for case in (left, answered):
        claim(w.desk(TUAN), case.case_id)
    w.add(asleep.case_id, e.CaseSnoozed(w.clock.now_ms() + 90 * MINUTE_MS, "chờ"))
    w.add(answered.case_id, e.ReplyQueued("r1", "Đã rõ"), e.ReplyPermitted("r1", 1))
    w.add(answered.case_id, e.ReplySent("r1", "z1", w.clock.now_ms() + 1))
    w.clock.advance(LEASE_MS)
    assert claim_next(w.desk()).case_id == left.case_id
    assert claim_next(w.desk()) is None


def test_next_gives_a_district_desk_only_its_own(w):
    w.put()
    assert claim_next(w.desk(DIEP)) is None


def test_three_urgent_talks_at_a_time_are_a_soft_stop(w):
    cases = [w.put(f"việc {n}", user=str(n)) for n in range(4)]
    for case in cases:
        set_priority(w.desk(), case.case_id, "P1")
    warnings = [claim(w.desk(), case.case_id).warnings for case in cases]
    assert [len(found) for found in warnings] == [0, 0, 0, 1]
    assert str(warnings[3][0]) == "Bạn đang giữ 3 việc khẩn khác: chuyển bớt cho người khác"


def test_who_may_not_claim_is_told_so(w):
    case = w.put()
    with pytest.raises(Refused, match="Vai trò của bạn không được nhận việc"):
        claim(w.desk(THANH_TRA), case.case_id)


def test_a_case_that_is_not_there_is_missing(w):
    with pytest.raises(Missing):
        claim(w.desk(), "không có")


def test_a_closed_case_is_not_claimed(w):
    case = w.put()
    w.add(case.case_id, e.CaseClosed("da-tra-loi"))
    with pytest.raises(Refused, match="đã đóng"):
        claim(w.desk(), case.case_id)


def test_another_units_case_is_out_of_a_district_officers_reach(w):
    case = w.put()
    with pytest.raises(Missing):
        claim(w.desk(DIEP), case.case_id)
