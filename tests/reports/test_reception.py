"""The book of citizens received and the register of complaints and denunciations: form, what is covered, who sees what."""

import csv
import io
from datetime import date

import pytest
from openpyxl import load_workbook

from console.actions import petitions, transfers
from console.app.report_reception import load_form
from console.domain import events as e
from console.domain.case import CONFLICT_TAG
from console.domain.clock import MINUTE_MS
from console.domain.message import Direction, Message, MessageType
from console.domain.petition import Handling
from console.reports.reception_book import Form
from tests.duty_scene import LONG, desk_of
from tests.parcels import cheap_guesses
from tests.reports.conftest import Office
from tests.reports.test_reports import pdf_text
from tests.scene import HANH, NOW, TUAN, _do, _take, at, scene

DAY = date(2026, 3, 14)
NAME, PHONE = "Lục Văn Páo", "0915 222 333"
CAME = {
    "takenup": ("KHIEU_NAI", "Khiếu nại quyết định xử phạt số 15, gọi tôi là Lục Văn Páo 0915 222 333"),
    "refused": ("KHIEU_NAI", "Khiếu nại lần hai về việc thu hồi đất"),
    "told": ("TO_CAO", "Tố cáo cán bộ xã nhận tiền làm giấy tờ"),
    "police": ("TO_CAO", "Tố cáo cán bộ công an xã đánh người"),
    "noise": ("PAKN", "Phản ánh quán karaoke ồn sau 23 giờ"),
    "road": ("GIAO_THONG", "Đèn tín hiệu ở ngã tư hỏng"),
}


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    """Six who wrote, two of them complaints with their papers; yields the workspace and case ids."""
    with scene(tmp_path_factory.mktemp("reception") / "profile") as workspace:
        clock, ids = workspace.clock, {}
        for order, (code, (category, text)) in enumerate(CAME.items()):
            when = at(10, order)
            message = Message(f"r{order:06d}", Direction.INBOUND, MessageType.TEXT, text, when, (), "{}")
            ids[code] = _take(workspace, clock, f"55{order:017d}", NAME, message)
            _do(workspace, clock, when + MINUTE_MS, ids[code], "hanh", e.CaseClassified(category))
        with workspace.store.write() as tx:
            tx.add(ids["police"], e.Tagged(CONFLICT_TAG), actor="hanh", unit="TB-CAT")
            tx.add(ids["noise"], e.CitizenGuided("UBND"), actor="hanh", unit="TB-CAT")
            tx.add(ids["takenup"], e.OfficerAssigned("tuan"), actor="hanh", unit="TB-CAT")
        clock.wall_ms = NOW
        desk = desk_of(workspace, HANH)
        taken, settled = "12/TB-CAT", ("44/QĐ-CAT", DAY)
        petitions.handle(desk, ids["takenup"], Handling.TAKEN_UP, taken, DAY, settled=settled)
        petitions.handle(
            desk, ids["refused"], Handling.REFUSED, "13/TB-CAT", DAY, f"hết thời hiệu, {NAME} đã rõ"
        )
        petitions.handle(desk, ids["told"], Handling.PASSED_ON, "14/CV-CAT", DAY, "Thanh tra huyện")
        transfers.transfer(desk, ids["noise"], "TB-TPCB", "theo địa bàn")
        yield workspace, ids


@pytest.fixture
def office(cases, tmp_path, monkeypatch):
    cheap_guesses(monkeypatch)
    return Office(cases[0], tmp_path)


def lines(office, report, **how):
    """Return a register's lines by their heads, and what stands above them."""
    text = office.take(report, "csv", **how).path.read_text("utf-8-sig")
    rows = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    heads = next(row for row in rows if row[0] == "STT")
    above = [row[0] for row in rows if len(row) == 1]
    return [dict(zip(heads, row, strict=True)) for row in rows if row[0].isdigit()], above


def about(found, words):
    return next(line for line in found if words in line["Nội dung vụ việc"])


def test_the_columns_are_those_of_the_form():
    """By domain.md §6; the three ways of handling stand beside each other."""
    made = [
        "STT", "Ngày tiếp", "Họ tên, địa chỉ, số CMND/hộ chiếu", "Nội dung vụ việc", "Phân loại đơn/số người",
        "Cơ quan đã giải quyết", "Hướng xử lý: thụ lý", "Hướng xử lý: trả lại đơn và hướng dẫn",
        "Hướng xử lý: chuyển đơn", "Theo dõi kết quả giải quyết", "Ghi chú",
    ]  # fmt: skip
    from console.reports.reception_book import _AFTER, _BEFORE, _STEPS

    assert [column.head for column in (*_BEFORE, *_AFTER)] == made
    assert [column.head for column in _STEPS] == ["Ngày thụ lý", "Hạn giải quyết", "Người giải quyết"]


def test_each_way_of_handling_stands_in_its_own_column(office):
    found, _ = lines(office, "reception", officer=LONG)
    assert [line["STT"] for line in found] == [str(n) for n in range(1, len(found) + 1)]
    assert about(found, "số 15")["Hướng xử lý: thụ lý"] == "Thụ lý; Số 12/TB-CAT, ngày 14/03/2026"
    assert about(found, "số 15")["Theo dõi kết quả giải quyết"].startswith("Văn bản giải quyết: Số 44/QĐ-CAT")
    back = about(found, "lần hai")["Hướng xử lý: trả lại đơn và hướng dẫn"]
    assert back == "Không thụ lý; hết thời hiệu, [đã che] đã rõ; Số 13/TB-CAT, ngày 14/03/2026"
    passed = about(found, "nhận tiền")["Hướng xử lý: chuyển đơn"]
    assert passed == "Chuyển cơ quan có thẩm quyền; Thanh tra huyện; Số 14/CV-CAT, ngày 14/03/2026"
    noise = about(found, "karaoke ồn sau 23")
    assert noise["Hướng xử lý: chuyển đơn"].endswith("Thành phố Cao Bằng; chưa tiếp nhận")
    assert noise["Hướng xử lý: trả lại đơn và hướng dẫn"].startswith("Đã hướng dẫn: UBND")
    assert noise["Hướng xử lý: thụ lý"] == "" and noise["Ngày tiếp"] == "14/03/2026"
    assert not [line for line in found if "Đèn tín hiệu" in line["Nội dung vụ việc"]]


def test_complaints_and_denunciations_have_their_day_term_and_who_settles_them(office):
    found, _ = lines(office, "petitions", officer=LONG)
    assert {line["Phân loại đơn/số người"] for line in found} == {"Khiếu nại", "Tố cáo (nội dung tố cáo)"}
    taken = about(found, "số 15")
    assert taken["Ngày thụ lý"] == "14/03/2026" and taken["Hạn giải quyết"].startswith("hết ")
    assert taken["Người giải quyết"].endswith("Trung úy Mông Văn Tuấn")
    refused = about(found, "lần hai")
    assert (refused["Ngày thụ lý"], refused["Hạn giải quyết"]) == ("", "")


@pytest.mark.parametrize("report", ["reception", "petitions"])
def test_nobody_is_named_and_what_the_console_does_not_hold_is_left_to_the_hand(office, report):
    found, above = lines(office, report, officer=LONG)
    paper = pdf_text(office.take(report, "pdf", officer=LONG).path)
    for text in (repr(found), paper):
        assert NAME not in text and PHONE not in text and "0915222333" not in text
    whose = "Họ tên, địa chỉ, số CMND/hộ chiếu"
    assert about(found, "số 15")[whose].endswith("(đã che)")
    assert about(found, "nhận tiền")[whose].endswith("(giữ bí mật danh tính)")
    assert {line["Cơ quan đã giải quyết"] for line in found} == {""}
    # A line to write on for each that may be named, none for whom the law keeps secret.
    open_lines = [line for line in found if line[whose].endswith("(đã che)")]
    assert paper.count("CMND/hộ chiếu: ....") == len(open_lines) > 0
    assert paper.count("Số người: ....") == len(found)
    assert any("TT 04/2021/TT-TTCP" in line and "chưa đối chiếu" in line for line in above)
    assert "TT 04/2021/TT-TTCP" in paper and "chưa đối chiếu với văn bản" in paper


def test_who_may_not_know_of_denunciations_has_no_line_and_no_trace_of_them(office):
    """A hidden line would say what kind it is; the count would, too (reports.facts)."""
    all_lines, _ = lines(office, "petitions", officer=LONG)
    few, above = lines(office, "petitions", officer=TUAN)
    assert len(all_lines) - len(few) == 2
    assert not [line for line in few if "Tố cáo" in "".join(line.values())]
    assert f"{len(few)} dòng" in above[2] and [line["STT"] for line in few] == ["1", "2"]
    book = load_workbook(office.take("petitions", "xlsx", officer=TUAN).path)
    said = " ".join(str(c.value) for page in book for row in page.iter_rows() for c in row if c.value)
    assert "nhận tiền" not in said and "đánh người" not in said


def test_how_sure_the_form_is_is_said():
    assert load_form("reception").confidence == "unverified"
    assert "chưa đối chiếu" in load_form("reception").basis
    assert Form("x", "mẫu 3", "source", ()).basis == "Lập theo mẫu 3."
