"""Handing cases to other units."""

import pytest

from console.actions.claims import claim
from console.actions.classification import classify, set_priority
from console.actions.desk import Conflict, HeldByOther, Missing, Refused
from console.actions.tags import tag
from console.actions.transfers import accept, accept_by_phone, give_back, may_receive, transfer
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
    assert case.transfer.due_at == w.clock.now_ms() + HOUR_MS


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


def test_giving_back_needs_a_reason_and_leaves_the_case_with_its_sender(w):
    case = handed(w)
    with pytest.raises(Refused, match="Thiếu lý do trả lại"):
        give_back(w.desk(DIEP), case.case_id, "")
    give_back(w.desk(DIEP), case.case_id, "không thuộc địa bàn")
    after = w.case(case.case_id)
    assert (after.state, after.owner, after.unit) == (CaseState.HELD, "hanh", "TB-CAT")
    assert after.transfer.answer_reason == "không thuộc địa bàn"


def test_after_two_bounces_the_province_decides(w):
    sender = Officer("tp", "Lục Văn Tiến", "TB-TPCB", (Role.DISTRICT_DUTY,))
    case = handed(w)
    accept(w.desk(DIEP), case.case_id)
    warned = ()
    for _ in range(2):
        transfer(w.desk(DIEP), case.case_id, "CAH-BLAM", "thuộc Bảo Lâm")
        warned = give_back(w.desk(BAO_LAM), case.case_id, "không thuộc địa bàn").warnings
    assert "bị trả lại 2 lần: trực ban tỉnh quyết định" in str(warned[0])
    w.add(case.case_id, e.CaseReleased(), actor="diep")
    with pytest.raises(Refused, match="trực ban tỉnh quyết định"):
        transfer(w.desk(sender), case.case_id, "CAH-BLAM", "lần ba")
    transfer(w.desk(HANH), case.case_id, "CAH-BLAM", "tỉnh quyết định")


def test_what_the_sender_takes_back_is_no_bounce(w):
    case = handed(w)
    for _ in range(3):
        give_back(w.desk(), case.case_id, "chuyển nhầm")
        transfer(w.desk(), case.case_id, "CAH-BLAM", "đúng nơi")
    assert give_back(w.desk(BAO_LAM), case.case_id, "không phải").warnings == ()


def test_an_urgent_case_waits_five_minutes_at_most_whatever_was_asked(w):
    case = w.put()
    set_priority(w.desk(), case.case_id, "P1")
    transfer(w.desk(), case.case_id, "CAH-TPCB", "khẩn", due_at=w.clock.now_ms() + HOUR_MS)
    assert w.case(case.case_id).transfer.due_at == w.clock.now_ms() + 5 * MINUTE_MS


def test_a_deadline_of_the_officers_own(w):
    case = w.put()
    with pytest.raises(Refused, match="phải ở sau lúc này"):
        transfer(w.desk(), case.case_id, "CAH-TPCB", "x", due_at=w.clock.now_ms())
    transfer(w.desk(), case.case_id, "CAH-TPCB", "x", due_at=w.clock.now_ms() + 4 * HOUR_MS)
    assert w.case(case.case_id).transfer.due_at == w.clock.now_ms() + 4 * HOUR_MS


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
    give_back(w.desk(), case.case_id, "chuyển nhầm")
    with pytest.raises(Conflict, match="Nguyễn Thu Hạnh trả lại hồ sơ: chuyển nhầm"):
        accept(w.desk(DIEP), case.case_id, expected_version=case.version)


def test_a_transfer_asked_for_twice_happens_once(w):
    case = w.put()
    for _ in range(2):
        done = transfer(w.desk(), case.case_id, "CAH-TPCB", "x", command_id="c1")
    assert done.duplicate
    assert w.kinds(case.case_id).count("case.transferred") == 1
