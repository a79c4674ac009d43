"""What papers say stays true when a case goes from hand to hand: who took it in, as what, who accepted it, who was told."""

from dataclasses import replace
from datetime import date

from console.app.reporting import load_letterhead, officer_names
from console.cache.visibility import sight_of
from console.domain import events as e
from console.domain.case import Case, Transfer, TransferState, UrgentReport, UrgentStamp
from console.domain.case_facts import CaseFacts
from console.domain.clock import HOUR_MS, MINUTE_MS
from console.domain.figures import SurveyFigures, count
from console.reports.document import Fields
from console.reports.facts import read_case
from console.reports.period_report import document, tables
from console.reports.register import COLUMNS, Names, line
from console.reports.slips import intake_slip, told_whom, transfer_slip
from tests.reports.conftest import MARCH
from tests.scene import HANH, NOW, scene

OFFICERS = {"hanh": "Đại úy Nông Thị Hạnh", "tuan": "Trung úy Mông Văn Tuấn"}
SENT = Transfer(
    "t1",
    "TB-CAT",
    "TB-TPCB",
    "hanh",
    "thuộc địa bàn",
    NOW,
    NOW + 5 * MINUTE_MS,
    request="HANDLE",
    respond_by=NOW + HOUR_MS,
)
CASE = Case(
    "c1",
    number="CB26-00001",
    owner="tuan",
    category="PAKN",
    opened_at=NOW,
    first_message_at=NOW,
    unit="TB-CAT",
)


def names(office):
    return Names(office.workspace.rules, OFFICERS)


def row(facts, office):
    return dict(zip((column.head for column in COLUMNS), line(1, facts, names(office)), strict=True))


def fields(paper):
    return dict(pair for block in paper.blocks if isinstance(block, Fields) for pair in block.items)


def test_the_register_keeps_who_took_the_case_in_and_as_what(office):
    facts = CaseFacts(replace(CASE, transfer=SENT), "P3", "", 0, (), "hanh", "TO_GIAC")
    found = row(facts, office)
    assert found["Cán bộ tiếp nhận"] == "Đại úy Nông Thị Hạnh"
    assert found["Phân loại ban đầu"] == "Tố giác về tội phạm"
    assert "Phân loại lại: Phản ánh, kiến nghị" in found["Ghi chú"]
    assert "chưa tiếp nhận" in found["Ghi chú"]
    accepted = replace(SENT, state=TransferState.ACCEPTED, answered_at=NOW)
    assert row(replace(facts, case=replace(CASE, transfer=accepted)), office)["Ghi chú"] == (
        "Phân loại lại: Phản ánh, kiến nghị"
    )


def test_it_is_read_from_the_log_whoever_has_the_case_now(tmp_path):
    with scene(tmp_path / "profile") as workspace:
        with workspace.store.read() as connection:
            case_id = connection.exec_driver_sql(
                "SELECT case_id FROM case_file WHERE number = 'CB26-01461'"
            ).scalar_one()
        with workspace.store.write() as tx:
            tx.add(case_id, e.CaseTakenOver("tuan", "nghỉ", NOW + HOUR_MS), actor="hanh", unit="TB-CAT")
            tx.add(case_id, e.CaseClassified("TO_GIAC", "GIAO_THONG"), actor="hanh", unit="TB-CAT")
        with workspace.store.read() as connection:
            sight = sight_of(HANH, workspace.rules)
            facts = read_case(connection, workspace.rules, sight, "CB26-01461", NOW)
            assert officer_names(connection)[facts.received_by] == "Trung úy Mông Văn Tuấn"
        assert (facts.case.owner, facts.case.category) == ("hanh", "TO_GIAC")
        assert facts.first_category == "GIAO_THONG"


def test_a_slip_does_not_take_the_time_to_accept_for_the_time_to_report_back(office):
    facts = CaseFacts(replace(CASE, transfer=SENT), "P1", "", 0, (), "hanh", "TO_GIAC")
    paper = transfer_slip(facts, names(office), load_letterhead(), printed_at=NOW, mark="x")
    said = fields(paper)
    assert said["Tiếp nhận trước"] == "14/03/2026 14:44"
    assert said["Phản hồi trước"] == "14/03/2026 15:39"
    assert said["Yêu cầu"] == "Xử lý tại chỗ"
    assert [one.role for one in paper.signatures] == ["NGƯỜI GIAO", "NGƯỜI NHẬN", "TRỰC CHỈ HUY"]


def test_the_intake_slip_says_who_was_told_when_and_how(office):
    stamps = (
        UrgentStamp("phone", NOW, "hanh", "Đ/c Long", ""),
        UrgentStamp("written", NOW, "hanh", "", "12/BC"),
    )
    case = replace(
        CASE,
        transfer=SENT,
        info_units=("PC02",),
        urgent_report=UrgentReport("GIET_NGUOI", NOW, "hanh", stamps),
    )
    facts = CaseFacts(case, "P1", "", 0, (), "hanh", "TO_GIAC")
    told = told_whom(facts, names(office))
    assert "Chuyển Trực ban Công an Thành phố Cao Bằng 14/03/2026 14:39 (chờ tiếp nhận)" in told
    assert "Điện ngay cho cấp trên trực tiếp 14/03/2026 14:39 (Đ/c Long)" in told
    assert "(12/BC)" in told and "Để biết: Phòng Cảnh sát hình sự" in told
    paper = intake_slip(facts, names(office), load_letterhead(), files=(), printed_at=NOW, mark="x")
    said = fields(paper)
    assert (said["Cán bộ tiếp nhận"], said["Cán bộ đang xử lý"]) == tuple(OFFICERS.values())


def test_the_report_tells_what_citizens_thought_and_nothing_of_days_to_come(office):
    figures = count(office.facts(), MARCH)
    survey = SurveyFigures(4, {5: 1, 2: 2}, {"to-giac": 3}, 2)
    made = {table.title: table for table in tables(figures, survey, names(office), date(2026, 3, 14))}
    assert [row[0] for row in made["Theo ngày"].rows][-1] == "14/03/2026"
    assert [row[:2] for row in made["Theo khảo sát sự hài lòng"].rows] == [("5 sao", "1"), ("2 sao", "2")]
    paper = document(
        figures,
        figures,
        survey,
        names(office),
        load_letterhead(),
        unit="",
        remarks=("Nêu rõ.",),
        printed_at=NOW,
        mark="x",
    )
    texts = [getattr(block, "text", "") for block in paper.blocks]
    assert any("đã hỏi 4" in text and "không hỏi 3" in text and "3,0 / 5" in text for text in texts)
    assert "Nêu rõ." in texts and "Không." not in texts
