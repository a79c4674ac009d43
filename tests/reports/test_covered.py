"""An officer who writes a citizen's name by hand does not put it on a paper: handover record, report, slip, register."""

import pytest

from console.actions import directing, handing_over, shifts, urgent
from console.actions.clocks import decide_extension, request_extension
from console.domain import events as e
from console.domain.clock import HOUR_MS
from console.reports.register import RESOLVE
from tests.parcels import cheap_guesses
from tests.reports.conftest import Office
from tests.reports.test_reports import URGENT, pdf_text
from tests.scene import NOW, TUAN, scene

NAME, UNMARKED, PHONE = "Nông Thị Hoa", "nong thi hoa", "0912 345 627"
MASK = "[đã che]"
GOOD = (shifts.StartCheck("chuong", True, ""), shifts.StartCheck("den", True, ""))


@pytest.fixture
def office(tmp_path, monkeypatch):
    cheap_guesses(monkeypatch)
    with scene(tmp_path / "profile") as workspace:
        yield Office(workspace, tmp_path)


def the_case(office):
    with office.workspace.store.read() as connection:
        return connection.exec_driver_sql(
            "SELECT case_id FROM case_file WHERE number = ?", (URGENT,)
        ).scalar_one()


def assert_covered(text):
    assert NAME not in text and UNMARKED not in text and PHONE not in text


def test_the_handover_record_names_no_source_whoever_wrote_it_where(office):
    desk, case_id = office.desk(), the_case(office)
    shifts.open_shift(desk, [], GOOD)
    shifts.remark(desk, f"Bà {NAME} ({PHONE}) hẹn gọi lại, xe 11B1-27 chưa tìm thấy")
    shifts.next_step(desk, case_id, f"Gọi {UNMARKED} trước 18 giờ")
    handing_over.ask_back(desk, f"case:{case_id}", f"Số {PHONE} của ai?")
    handing_over.explain(desk, f"case:{case_id}", f"{NAME} chưa trả lời")
    signed = shifts.read_sheet(desk).digest
    text = pdf_text(office.take("handover", "pdf").path)
    assert_covered(text)
    for words in (
        f"Bà {MASK} ({MASK}) hẹn gọi lại, xe 11B1-27 chưa tìm thấy",
        f"Gọi {MASK} trước 18 giờ",
        f"Hỏi lại: Số {MASK} của ai?",
        f"Giải trình: {MASK} chưa trả lời",
    ):
        assert words in text
    # The hash is that of what both signed, not of what was covered for the print.
    assert signed.replace(" ", "") in text.replace(" ", "")
    assert NAME in shifts.read_sheet(desk).shift.remark


def test_the_handover_record_lists_what_leaders_directed_with_who_when_and_what_was_done(office):
    desk, case_id = office.desk(), the_case(office)
    shifts.open_shift(desk, [], GOOD)
    urgent.stamp(desk, case_id, "phone", to_whom=f"Đ/c Long, theo lời {NAME}")
    given = directing.instruct(desk, case_id, "Cử tổ công tác xuống ngay").events[0].body.instruction_id
    directing.instruct(desk, case_id, "Báo cáo trước 16 giờ")
    text = pdf_text(office.take("handover", "pdf").path)
    assert "Vụ việc đã báo cáo lãnh đạo, ý kiến chỉ đạo" in text
    assert f"14/03/2026 14:39: đã điện Đ/c Long, theo lời {MASK}" in text
    assert text.count("Đại úy Nông Thị Hạnh 14/03/2026 14:39") == 2
    assert text.count("chưa báo kết quả") == 2
    directing.follow(desk, case_id, given, "Tổ 3 đồng chí đã có mặt 15 giờ")
    text = pdf_text(office.take("handover", "pdf").path)
    assert "Tổ 3 đồng chí đã có mặt 15 giờ (Đại úy Nông Thị Hạnh, 14/03/2026 14:39)" in text
    assert text.count("chưa báo kết quả") == 1
    assert_covered(text)


def test_what_an_officer_adds_to_a_report_names_no_source(office):
    text = pdf_text(
        office.take("period", "pdf", remarks=(f"Khen bà {NAME}, điện thoại {PHONE}.", "Nêu rõ.")).path
    )
    assert_covered(text)
    assert f"Khen bà {MASK}, điện thoại {MASK}." in text and "Nêu rõ." in text


def test_stamps_of_the_urgent_report_and_papers_of_an_extension_name_no_source(office):
    desk, case_id = office.desk(), the_case(office)
    urgent.stamp(desk, case_id, "phone", to_whom=f"Đ/c Long, theo lời {NAME}")
    asked = request_extension(office.desk(TUAN), case_id, RESOLVE, "phức tạp").events
    (extension,) = (x.body for x in asked if hasattr(x.body, "extension_id"))
    decide_extension(desk, case_id, extension.extension_id, granted=True, document=f"12/QĐ {NAME}")
    assert f"Đ/c Long, theo lời {MASK}" in pdf_text(office.take("intake", "pdf", number=URGENT).path)
    sheet = office.take("register", "csv").path.read_text("utf-8-sig")
    assert_covered(sheet)
    assert f"12/QĐ {MASK}" in sheet


@pytest.mark.parametrize("report", ["register", "transfer"])
def test_nothing_anybody_wrote_about_a_possible_state_secret_is_on_a_paper(office, report):
    case_id = the_case(office)
    known = "kho đạn ở hang Ngườm Ngao"
    with office.workspace.store.write() as tx:
        tx.add(
            case_id,
            e.InstructionGiven("i1", f"giữ kín {known}"),
            e.InstructionFollowed("i1", f"đã rào {known}"),
            e.CaseTransferred("t9", "TB-TPCB", f"có {known}", NOW + HOUR_MS),
            e.TransferReturned("t9", f"chưa rõ {known}", "thieu-thong-tin"),
            e.CaseClosed("da-giai-quyet", f"đã xử lý {known}"),
            actor="long",
            unit="TB-CAT",
        )
    number = {} if report == "register" else {"number": URGENT}
    assert "Ngườm Ngao" in pdf_text(office.take(report, "pdf", **number).path)
    with office.workspace.store.write() as tx:
        tx.add(case_id, e.SecretSuspected("nghi ngờ"), actor="hanh", unit="TB-CAT")
    text = pdf_text(office.take(report, "pdf", **number).path)
    assert URGENT in text and "Ngườm Ngao" not in text
    assert "đã khóa: nghi có bí mật nhà nước" in text
