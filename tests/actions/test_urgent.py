"""The urgent report, guidance, and the trail of desks."""

import pytest

from console.actions.classification import classify, set_place
from console.actions.desk import Refused
from console.actions.tags import tag
from console.actions.transfers import accept, give_back, transfer
from console.actions.urgent import draft_report, guide, open_report, stamp
from console.domain.clock import HOUR_MS, MINUTE_MS
from console.domain.words import words_for
from tests.support import DIEP


def said_of(w, body):
    return words_for(body, w.rules.names())


def clocks(w, case_id):
    case = w.case(case_id)
    return {c.policy_code: c for c in w.rules.clocks(case, "P1", w.clock.now_ms())}


def test_the_checklist_starts_two_clocks_that_its_stamps_stop(w):
    case = w.put("Có người cướp có súng")
    assert "SLA_URGENT_REPORT_1" not in clocks(w, case.case_id)
    open_report(w.desk(), case.case_id, "CUOP_VU_KHI")
    start = w.clock.now_ms()
    found = clocks(w, case.case_id)
    assert found["SLA_URGENT_REPORT_1"].due_ms == start + 2 * HOUR_MS
    assert found["SLA_URGENT_REPORT_2"].due_ms == start + 4 * HOUR_MS
    w.clock.advance(3 * MINUTE_MS)
    stamp(w.desk(), case.case_id, "phone", to_whom="Đ/c Long")
    w.clock.advance(HOUR_MS)
    stamp(w.desk(), case.case_id, "written", document="12/BC")
    report = w.case(case.case_id).urgent_report
    assert [(s.step, s.by) for s in report.stamps] == [("phone", "hanh"), ("written", "hanh")]
    assert report.stamp("phone").at == start + 3 * MINUTE_MS
    found = clocks(w, case.case_id)
    assert (found["SLA_URGENT_REPORT_1"].state, found["SLA_URGENT_REPORT_2"].state) != ("done", "done")
    assert found["SLA_URGENT_REPORT_1"].done_ms == start + 3 * MINUTE_MS + HOUR_MS


def test_one_stamp_opens_the_checklist_and_the_tags_name_its_kind(w):
    case = w.put("Nhặt được quả bom")
    tag(w.desk(), case.case_id, "vu-khi-vat-lieu-no")
    stamp(w.desk(), case.case_id, "phone")
    assert w.case(case.case_id).urgent_report.kind == "MAT_VU_KHI"
    with pytest.raises(Refused, match="Không có bước"):
        stamp(w.desk(), case.case_id, "bo-cau")
    with pytest.raises(Refused, match="danh mục báo cáo khẩn"):
        open_report(w.desk(), case.case_id, "TROM_GA")


def test_a_stamp_claims_no_kind_that_nobody_chose_and_the_kind_is_said_later(w):
    case = w.put("Có nhóm cầm dao đuổi nhau")
    stamp(w.desk(), case.case_id, "phone")
    report, opened_at = w.case(case.case_id).urgent_report, w.clock.now_ms()
    assert (report.kind, report.stamp("phone").at) == ("", opened_at)
    bodies = [one.body for one in w.events(case.case_id)[-2:]]
    assert [said_of(w, body) for body in bodies] == [
        "mở báo cáo khẩn, chưa chọn loại việc",
        "đã điện",
    ]
    assert "– chưa phân loại" in draft_report(w.desk(), case.case_id)
    w.clock.advance(10 * MINUTE_MS)
    open_report(w.desk(), case.case_id, "KHAC")
    report = w.case(case.case_id).urgent_report
    assert (report.kind, report.at, len(report.stamps)) == ("KHAC", opened_at, 1)
    assert clocks(w, case.case_id)["SLA_URGENT_REPORT_1"].due_ms == opened_at + 2 * HOUR_MS


def test_the_draft_holds_what_was_told_and_done_and_nothing_of_who_told_it(w):
    case = w.put("Có đánh nhau {number} ở chợ Xanh", name="Nguyễn Thị Mười")
    classify(w.desk(), case.case_id, "TO_GIAC")
    set_place(w.desk(), case.case_id, "TPCB", "chợ Xanh")
    transfer(w.desk(), case.case_id, "CAH-TPCB", "x")
    open_report(w.desk(), case.case_id, "GIET_NGUOI")
    stamp(w.desk(), case.case_id, "phone", to_whom="Đ/c Long")
    text = draft_report(w.desk(), case.case_id)
    assert case.number in text and "Giết người" in text and "chợ Xanh, Thành phố Cao Bằng" in text
    assert "Có đánh nhau {number} ở chợ Xanh" in text
    assert "chuyển Công an Thành phố Cao Bằng lúc" in text and "(Đ/c Long)" in text
    assert "Mười" not in text and "1001" not in text


@pytest.mark.parametrize("said", ["Nguyễn Thị Mười", "NGUYEN THI MUOI", "nguyễn  thị mười"])
def test_the_draft_covers_the_name_a_citizen_wrote_himself(w, said):
    case = w.put(f"Tôi là {said}, gọi 0912.345.678, có đánh nhau ở chợ Xanh", name="Nguyễn Thị Mười")
    with w.store.write() as tx:
        tx.connection.exec_driver_sql("UPDATE identity SET phone = '+84912345678'")
    set_place(w.desk(), case.case_id, "TPCB", f"nhà {said}")
    text = draft_report(w.desk(), case.case_id)
    assert "Tôi là [đã che], gọi [đã che], có đánh nhau ở chợ Xanh" in text
    assert said not in text and "nhà [đã che]" in text


def test_a_citizen_is_sent_to_the_right_body_with_its_public_number(w):
    case = w.put("Con tôi bị đánh ở trường")
    done, text = guide(w.desk(), case.case_id, "BV_TRE_EM")
    assert "Tổng đài quốc gia bảo vệ trẻ em, điện thoại 111" in text
    assert done.events[0].body.contact == "N111"
    _, text = guide(w.desk(), case.case_id, "UBND")
    assert "điện thoại" not in text and "{" not in text
    with pytest.raises(Refused, match="Không có cơ quan"):
        guide(w.desk(), case.case_id, "LIEN_HIEP_QUOC")


def test_the_trail_is_one_line(w):
    case = w.put("Có đánh bạc")
    assert w.queries().detail(case.case_id).trail == ""
    transfer(w.desk(), case.case_id, "CAH-TPCB", "x")
    w.clock.advance(3 * MINUTE_MS)
    accept(w.desk(DIEP), case.case_id)
    w.clock.advance(25 * MINUTE_MS)
    give_back(w.desk(DIEP), case.case_id, "KHONG_DIA_BAN")
    line = w.queries().detail(case.case_id).trail
    parts = [part.rsplit(" ", 1)[0] for part in line.split(" → ")]
    assert parts == ["Trực ban CAT", "CATP nhận", "trả"]


def test_a_remote_district_has_forty_eight_hours_to_hand_over(w):
    case = w.put("Trộm trâu")
    classify(w.desk(), case.case_id, "TO_GIAC")
    start = w.case(case.case_id).first_message_at
    assert clocks(w, case.case_id)["CRIME_FORWARD_24H"].due_ms == start + 24 * HOUR_MS
    set_place(w.desk(), case.case_id, "BLAM", "")
    assert clocks(w, case.case_id)["CRIME_FORWARD_24H"].due_ms == start + 48 * HOUR_MS
