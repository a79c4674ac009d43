"""Handing cases to other units."""

import pytest

from console.actions.claims import claim
from console.actions.classification import classify, set_priority
from console.actions.desk import Conflict, Doubtful, HeldByOther, Missing, Refused
from console.actions.replies import queue_reply
from console.actions.tags import tag
from console.actions.transfers import (
    accept,
    accept_by_phone,
    give_back,
    inform,
    may_receive,
    recall,
    transfer,
)
from console.domain import events as e
from console.domain.case import CaseState, TransferState
from console.domain.clock import HOUR_MS, MINUTE_MS
from console.domain.officer import Officer, Role
from tests.support import DIEP, HANH, LONG, TUAN

BAO_LAM = Officer("blam", "Hoàng Văn Lâm", "TB-BLAM", (Role.DISTRICT_DUTY,))


def handed(w, **more):
    case = w.put("Có đánh bạc ở chợ Xanh")
    claim(w.desk(), case.case_id)
    transfer(w.desk(), case.case_id, "CAH-TPCB", "thuộc địa bàn thành phố", **more)
    return w.case(case.case_id)


def test_the_sender_answers_for_the_case_until_it_is_accepted(w):
    case = handed(w)
    assert (case.state, case.unit, case.owner) == (CaseState.TRANSFERRED, "TB-CAT", "hanh")
    assert (case.transfer.to_unit, case.transfer.state) == ("CAH-TPCB", TransferState.PENDING)
    assert case.transfer.due_at == w.clock.now_ms() + 30 * MINUTE_MS


def test_the_receiving_desk_accepts_and_holds_the_case(w):
    case = handed(w)
    accept(w.desk(DIEP), case.case_id, expected_version=case.version)
    after = w.case(case.case_id)
    assert (after.unit, after.owner, after.state) == ("CAH-TPCB", "diep", CaseState.HELD)
    assert after.transfer.state is TransferState.ACCEPTED
    with pytest.raises(Refused, match="không chờ đơn vị nào"):
        accept(w.desk(DIEP), case.case_id)


def test_only_the_unit_it_was_sent_to_accepts(w):
    case = handed(w)
    with pytest.raises(Refused, match="chỉ đơn vị đó tiếp nhận"):
        accept(w.desk(HANH), case.case_id)
    with pytest.raises(Missing):
        accept(w.desk(BAO_LAM), case.case_id)


def test_an_acceptance_by_phone_is_written_down_with_who_said_so(w):
    case = handed(w)
    with pytest.raises(Refused, match="Chỉ bên chuyển"):
        accept_by_phone(w.desk(DIEP), case.case_id, "Đ/c Điệp")
    accept_by_phone(w.desk(TUAN), case.case_id, "Đ/c Điệp")
    assert w.case(case.case_id).unit == "CAH-TPCB"
    ((text,),) = w.rows("SELECT text FROM note")
    assert text.endswith("tiếp nhận qua điện thoại, người nhận: Đ/c Điệp")


def test_giving_back_needs_a_reason_of_the_list_and_leaves_the_case_with_its_sender(w):
    case = handed(w)
    with pytest.raises(Refused, match="Chọn một lý do trả lại trong danh mục"):
        give_back(w.desk(DIEP), case.case_id, "vì thích")
    with pytest.raises(Refused, match="Thiếu lý do trả lại"):
        give_back(w.desk(DIEP), case.case_id, "KHAC", " ")
    give_back(w.desk(DIEP), case.case_id, "KHONG_DIA_BAN", "ở Hòa An")
    after = w.case(case.case_id)
    assert (after.state, after.owner, after.unit) == (CaseState.HELD, "hanh", "TB-CAT")
    assert after.transfer.answer_reason == "Không thuộc địa bàn: ở Hòa An"
    assert after.bounces == 1


def test_only_the_receiver_gives_back_and_only_the_sender_recalls(w):
    case = handed(w)
    with pytest.raises(Refused, match="bên chuyển thì thu hồi"):
        give_back(w.desk(), case.case_id, "KHONG_DIA_BAN")
    with pytest.raises(Refused, match="Chỉ bên chuyển thu hồi"):
        recall(w.desk(DIEP), case.case_id, "nhầm")
    recall(w.desk(TUAN), case.case_id, "chuyển nhầm")
    after = w.case(case.case_id)
    assert (after.transfer.state, after.owner, after.bounces) == (TransferState.RECALLED, "hanh", 0)


def test_what_was_accepted_first_can_still_be_given_back(w):
    case = handed(w)
    accept(w.desk(DIEP), case.case_id)
    give_back(w.desk(DIEP), case.case_id, "KHONG_THAM_QUYEN")
    after = w.case(case.case_id)
    assert (after.unit, after.owner, after.state) == ("TB-CAT", "", CaseState.NEW)
    assert (after.transfer.state, after.bounces) == (TransferState.RETURNED, 1)


def test_after_two_bounces_the_commander_decides_and_is_called(w):
    case = handed(w)
    give_back(w.desk(DIEP), case.case_id, "KHONG_DIA_BAN")
    transfer(w.desk(), case.case_id, "CAH-BLAM", "thuộc Bảo Lâm")
    done = give_back(w.desk(BAO_LAM), case.case_id, "THIEU_THONG_TIN", "không rõ nơi xảy ra")
    assert "bị trả lại 2 lần: trực chỉ huy quyết định" in str(done.warnings[0])
    raised = [x.body for x in done.events if isinstance(x.body, e.CaseRaised)]
    assert [(x.to, x.why) for x in raised] == [("commander", "bounced")]
    with pytest.raises(Refused, match="trực chỉ huy quyết định"):
        transfer(w.desk(), case.case_id, "CAH-TPCB", "lần ba")
    transfer(w.desk(LONG), case.case_id, "CAH-TPCB", "chỉ huy quyết định")
    after = w.case(case.case_id)
    assert (after.owner, after.transfer.by) == ("hanh", "long"), (
        "she held it and answers for it until it is accepted"
    )
    assert [(one.kind, one.to, one.code) for one in after.answers] == [("route", "hanh", "CAH-TPCB")]


def test_the_commander_does_not_send_on_what_somebody_holds_before_units_gave_it_back_twice(w):
    case = handed(w)
    give_back(w.desk(DIEP), case.case_id, "KHONG_DIA_BAN")
    with pytest.raises(HeldByOther):
        transfer(w.desk(LONG), case.case_id, "CAH-BLAM", "x")


def test_what_the_sender_takes_back_is_no_bounce(w):
    case = handed(w)
    for _ in range(3):
        recall(w.desk(), case.case_id, "chuyển nhầm")
        transfer(w.desk(), case.case_id, "CAH-BLAM", "đúng nơi")
    assert give_back(w.desk(BAO_LAM), case.case_id, "KHONG_DIA_BAN").warnings == ()


def test_an_urgent_case_waits_five_minutes_at_most(w):
    case = w.put()
    set_priority(w.desk(), case.case_id, "P1")
    transfer(w.desk(), case.case_id, "CAH-TPCB", "khẩn")
    assert w.case(case.case_id).transfer.due_at == w.clock.now_ms() + 5 * MINUTE_MS
    clock = next(
        c
        for c in w.rules.clocks(w.case(case.case_id), "P1", w.clock.now_ms())
        if c.policy_code == "SLA_UNIT_ACCEPT"
    )
    assert clock.due_ms == w.case(case.case_id).transfer.due_at


def test_what_is_asked_of_the_unit_and_by_when_it_reports_back(w):
    case = w.put()
    with pytest.raises(Refused, match="phải ở sau lúc này"):
        transfer(w.desk(), case.case_id, "CAH-TPCB", "x", respond_by=w.clock.now_ms())
    with pytest.raises(Refused, match="Không có yêu cầu"):
        transfer(w.desk(), case.case_id, "CAH-TPCB", "x", request="CHO-VUI")
    transfer(w.desk(), case.case_id, "CAH-TPCB", "x", request="HANDLE", respond_by=w.clock.now_ms() + HOUR_MS)
    sent = w.case(case.case_id).transfer
    assert (sent.request, sent.respond_by) == ("HANDLE", w.clock.now_ms() + HOUR_MS)


def test_units_are_told_without_being_asked_for_anything(w):
    case = w.put("Có đánh bạc ở chợ Xanh")
    inform(w.desk(), case.case_id, ("PC02", "PK02", "PC02"), "để biết")
    after = w.case(case.case_id)
    assert (after.info_units, after.transfer, after.unit) == (("PC02", "PK02"), None, "TB-CAT")
    assert inform(w.desk(), case.case_id, ("PC02",), "để biết").events == ()
    with pytest.raises(Refused, match="ngoài ngành"):
        inform(w.desk(), case.case_id, ("DT-BDBP",), "để biết")
    # Only the unit that answers for it counts in figures.
    assert w.queries().counts().units == {"TB-CAT": 1}


@pytest.mark.parametrize(
    ("unit", "why"),
    [
        ("KHONG-CO", "Không có đơn vị"),
        ("CAT", "không nhận hồ sơ trực tiếp"),
        ("PX01", "không nhận hồ sơ trực tiếp"),
        ("DT-BDBP", "ngoài ngành"),
        ("TB-CAT", "Hồ sơ đang ở"),
    ],
)
def test_units_that_cannot_be_given_a_case(w, unit, why):
    case = w.put()
    with pytest.raises(Refused, match=why):
        transfer(w.desk(), case.case_id, unit, "lý do")
    with pytest.raises(Refused, match=why):
        transfer(w.desk(), case.case_id, "CAH-TPCB", "lý do", info_units=(unit,))
    assert w.case(case.case_id).transfer is None


def test_a_matter_about_officers_goes_to_inspection_or_leadership_only(w):
    case = w.put("Cán bộ nhận tiền của tôi")
    tag(w.desk(), case.case_id, "lien-quan-can-bo")
    with pytest.raises(Missing):
        transfer(w.desk(), case.case_id, "PX05", "thẩm quyền thanh tra")
    with pytest.raises(Refused, match="chỉ chuyển cho thanh tra hoặc lãnh đạo"):
        transfer(w.desk(LONG), case.case_id, "CAH-TPCB", "địa bàn")
    free = [c for c in w.rules.catalog.units if not may_receive(w.desk(LONG), w.case(case.case_id), c)]
    assert set(free) == {"BGD", "PX05", "PX06"}
    transfer(w.desk(LONG), case.case_id, "PX05", "thẩm quyền thanh tra")


def test_a_denunciation_cannot_reach_the_unit_it_may_be_about(w):
    case = w.put("Tôi tố cáo")
    classify(w.desk(LONG), case.case_id, "TO_CAO")
    with pytest.raises(Refused, match="thanh tra hoặc lãnh đạo"):
        transfer(w.desk(LONG), case.case_id, "PC02", "xác minh")


def test_units_that_only_get_to_know(w):
    case = handed(w, info_units=("PC02", "PC02", "CAH-TPCB"))
    assert case.info_units == ("PC02",)


def test_a_case_is_handed_to_one_unit_at_a_time(w):
    case = handed(w)
    with pytest.raises(Refused, match="đang chờ đơn vị khác"):
        transfer(w.desk(), case.case_id, "CAH-BLAM", "khác")


def test_a_held_case_is_handed_on_by_its_holder(w):
    case = w.put()
    claim(w.desk(TUAN), case.case_id)
    with pytest.raises(HeldByOther):
        transfer(w.desk(), case.case_id, "CAH-TPCB", "x")


def test_accepting_what_was_taken_back_meanwhile_is_a_conflict(w):
    case = handed(w)
    recall(w.desk(), case.case_id, "chuyển nhầm")
    with pytest.raises(Conflict, match="Nguyễn Thu Hạnh thu hồi hồ sơ đã chuyển: chuyển nhầm"):
        accept(w.desk(DIEP), case.case_id, expected_version=case.version)


def test_a_transfer_asked_for_twice_happens_once(w):
    case = w.put()
    for _ in range(2):
        done = transfer(w.desk(), case.case_id, "CAH-TPCB", "x", command_id="c1")
    assert done.duplicate
    assert w.kinds(case.case_id).count("case.transferred") == 1


def test_a_citizen_is_not_told_that_a_unit_has_his_matter_which_gave_it_back(w):
    """The text is put into the composer with the transfer, and still stands there when the case has come back."""
    case = handed(w)
    name = w.rules.catalog.unit_name("CAH-TPCB")
    text = f"Thông tin của ông/bà đã được chuyển đến {name}."
    send = {"seen_message_id": case.last_inbound_id}
    give_back(w.desk(DIEP), case.case_id, "KHONG_DIA_BAN", "ở Hòa An")
    claim(w.desk(), case.case_id)
    with pytest.raises(Doubtful, match="đã trả lại"):
        queue_reply(w.desk(), case.case_id, case.conversation_id, text, **send)
    other = f"Đã nhận tin, {name} không thụ lý"
    assert queue_reply(w.desk(), case.case_id, case.conversation_id, other, **send).reply_ids
    transfer(w.desk(), case.case_id, "CAH-TPCB", "đã hỏi lại, đúng địa bàn")
    assert queue_reply(w.desk(), case.case_id, case.conversation_id, text, **send).reply_ids
