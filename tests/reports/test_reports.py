"""Register, periodic report and slips over a real store."""

import csv
import hashlib
import io
import json
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import docx
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from console.actions.desk import Desk, Refused
from console.actions.reporting import CLOSED
from console.app.reporting import FORMATS, Report, ReportError, Wish, load_letterhead, write_report
from console.app.unpacking import unpack
from console.cache.errors import PlaceError
from console.domain import events as e
from console.domain.case import Case, CaseState
from console.domain.case_facts import CaseFacts
from console.domain.clock import MINUTE_MS
from console.domain.figures import Kept, busiest, count, kept, percentile_min, waiting
from console.domain.numerals import number_text, percent
from console.domain.officer import Officer, Permission, Role
from console.domain.period import Period, PeriodKind
from console.reports import register_paper
from console.reports.document import Document, Spread
from console.reports.pdf import TEMPLATE, pdf_bytes
from console.reports.period_report import minutes
from console.reports.register import Names, missing_numbers, when_due
from console.runtime.resources import resource_path
from tests.parcels import PHRASE, report_in
from tests.reports.conftest import MARCH
from tests.scene import HANH, LAN, NOW

ADMIN = Officer("quan-tri", "Quản Trị", "TB-CAT", (Role.ADMIN,))
DISTRICT = Officer("ha", "Lý Thị Hà", "TB-HL", (Role.DISTRICT_DUTY,))
URGENT = "CB26-01482"


def pdf_text(path):
    """Return the words of a PDF; where a line was broken is not told."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def csv_rows(path):
    return [row for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")) if row]


def test_the_register_has_one_line_a_number_in_order(office):
    rows = csv_rows(office.take("register", "csv").path)
    lines = [row for row in rows if row[0].isdigit()]
    assert [row[0] for row in lines] == [str(n) for n in range(1, 11)]
    numbers = [row[1] for row in lines]
    assert numbers == sorted(numbers)
    assert numbers[-1] == URGENT
    urgent = dict(zip(next(row for row in rows if row[0] == "STT"), lines[-1], strict=True))
    assert urgent["Người tố giác, báo tin"] == "Công dân 4F7K (đề nghị giữ bí mật)"
    assert urgent["Ngày giờ tiếp nhận"] == "14/03/2026 14:30"
    assert urgent["Cán bộ tiếp nhận"] == "Đại úy Nông Thị Hạnh"
    assert urgent["Đơn vị nhận chuyển"] == "Trực ban Công an Thành phố Cao Bằng"
    assert urgent["Giờ nhận"] == "14/03/2026 14:35"


def test_the_head_says_the_filter_and_which_numbers_are_not_there(office):
    rows = [row[0] for row in csv_rows(office.take("register", "csv").path)]
    assert "tháng 3 năm 2026" in rows[1] and "toàn tỉnh" in rows[1]
    # The afternoon of the scene begins in the middle of a register: these numbers were given to nobody.
    assert any("14 số trong dãy không có hồ sơ" in row and "CB26-01468" in row for row in rows)


def test_no_report_says_who_the_citizen_is(office):
    with office.workspace.store.read() as connection:
        names = [
            value
            for row in connection.exec_driver_sql("SELECT display_name, phone, zalo_user_id FROM identity")
            for value in row
            if value
        ]
    assert names
    texts = [office.take("register", "csv").path.read_text("utf-8-sig")]
    texts.append(office.take("national", "csv", number=URGENT).path.read_text("utf-8-sig"))
    printed = [report for report, forms in FORMATS.items() if "pdf" in forms]
    texts += [pdf_text(office.take(report, "pdf", number=URGENT).path) for report in printed]
    for text in texts:
        assert not [name for name in names if name in text]


@pytest.mark.parametrize(("report", "form"), [(r, f) for r, forms in FORMATS.items() for f in forms])
def test_what_leaves_is_in_the_log_with_its_hash(office, report, form):
    of_case = report in (Report.INTAKE, Report.TRANSFER, Report.NATIONAL)
    kind = "case.exported" if of_case else "report.taken"
    before = len(office.log(kind))
    done = office.take(report, form, number=URGENT, reason="theo yêu cầu chỉ huy")
    (row,) = office.log(kind)[before:]
    body = json.loads(row[0])
    assert hashlib.sha256(done.path.read_bytes()).hexdigest() == done.sha256
    assert body["reason"] == "theo yêu cầu chỉ huy"
    assert done.sha256[:12] in (body.get("sha256") or body["what"])
    if kind == "report.taken":
        assert (body["report"], body["format"], body["size"]) == (report, form, done.size)
        assert body["lines"] == 10 or report not in (Report.REGISTER, Report.PERIOD)


def test_nothing_is_written_that_could_not_be_noted(office, monkeypatch):
    def broken(*_args, **_kwargs):
        raise OSError("full")

    monkeypatch.setattr("console.actions.reporting.note_report", broken)
    monkeypatch.setattr("console.app.reporting.note_report", broken)
    with pytest.raises(OSError, match="full"):
        office.take("register", "csv", to=office.folder / "x.csv")
    assert list(office.folder.iterdir()) == []


@pytest.mark.parametrize("officer", [ADMIN], ids=["admin"])
def test_who_may_not_take_out_takes_nothing(office, officer):
    before = len(office.log("report.taken"))
    with pytest.raises(Refused, match="không được"):
        office.take("register", "pdf", officer=officer)
    assert len(office.log("report.taken")) == before
    assert list(office.folder.iterdir()) == []


def test_a_reason_is_needed(office):
    with pytest.raises(Refused, match="lý do"):
        office.take("register", "pdf", reason="  ")


def test_an_officer_gets_only_what_he_may_know_of(office):
    assert len(office.facts()) == 10
    assert office.facts(officer=DISTRICT) == []
    with pytest.raises(ReportError, match="không được xem"):
        office.take("intake", "pdf", officer=DISTRICT, number=URGENT)


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ({"report": "intake", "form": "csv", "number": URGENT}, "không có dạng csv"),
        ({"report": "intake", "form": "pdf", "number": "CB26-99999"}, "Không có hồ sơ CB26-99999"),
        ({"report": "transfer", "form": "pdf", "number": "CB26-01467"}, "chưa được chuyển"),
        ({"report": "register", "form": "pdf", "unit": "KHONG-CO"}, "Không có đơn vị"),
        (
            {
                "report": "period",
                "form": "pdf",
                "period": Period(PeriodKind.DAY, date(2030, 1, 1), date(2030, 1, 1)),
            },
            "chưa tới",
        ),
    ],
)
def test_what_cannot_be_made_is_said(office, how, words):
    with pytest.raises(ReportError, match=words):
        office.take(how.pop("report"), how.pop("form"), **how)
    assert list(office.folder.iterdir()) == []


def test_a_file_that_stands_there_or_a_folder_that_is_gone_is_said(office):
    for form, name in (("docx", "x.docx"), ("csv", "x.btx")):
        (office.folder / name).write_text("alt")
        with pytest.raises(ReportError, match="Đã có tệp"):
            office.take("register", form, to=office.folder / name)
        with pytest.raises((ReportError, PlaceError), match=r"Không .*ghi được"):
            office.take("register", form, to=office.folder / "nicht" / name)
        assert (office.folder / name).read_text() == "alt"
    assert len(list(office.folder.iterdir())) == 2


def test_a_folder_gets_a_file_without_anybodys_name(office):
    name = "so-tiep-nhan_2026-03-01_2026-03-31_20260314-143945"
    done = office.leave("register", "csv", to=office.folder)
    assert done.path.name == f"{name}.csv.btx"
    assert report_in(done.path).name == f"{name}.csv"
    assert office.leave("register", "docx", to=office.folder).path.name == f"{name}.docx"


@pytest.mark.parametrize("report", ["register", "period"])
@pytest.mark.parametrize("form", sorted(CLOSED))
def test_data_leaves_encrypted_with_the_mark_of_who_took_it(office, report, form):
    """Nothing of it is on the disk in the clear, under no name, and it opens with the pass phrase alone (threats T12)."""
    done = office.leave(report, form, to=office.folder / f"x.{form}", reason="theo yêu cầu chỉ huy")
    assert done.path == office.folder / f"x.{form}.btx"
    assert list(office.folder.iterdir()) == [done.path]
    lying = done.path.read_bytes()
    assert hashlib.sha256(lying).hexdigest() == done.sha256
    assert lying.startswith(b"BTX1")
    for canary in (URGENT, "CB26-", "Nông Thị Hạnh", "Số tiếp nhận", "xl/workbook"):
        assert canary.encode() not in lying, canary
    checked = unpack(done.path, PHRASE, None)
    (item,) = checked.files
    assert item.name.endswith(f".{form}")
    assert checked.report.endswith("tháng 3 năm 2026") and checked.report in checked.words()
    assert (checked.case, checked.reason) == ("", "theo yêu cầu chỉ huy")
    assert checked.mark == "Đại úy Nông Thị Hạnh · 14/03/2026 14:39"
    # The log knows what leaves by the hash that opening it checks.
    assert json.loads(office.log("report.taken")[-1][0])["sha256"] == item.sha256
    inside = report_in(done.path)
    if form == "csv":
        assert any(checked.mark in cell for row in csv_rows(inside) for cell in row)
    else:
        book = load_workbook(inside)
        cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
        assert any(checked.mark in cell.value for cell in cells)
        assert {cell.data_type for cell in cells} == {"s"}


@pytest.mark.parametrize("form", sorted(CLOSED))
def test_data_without_a_pass_phrase_does_not_leave_and_is_not_said_to(office, form):
    before = len(office.log("report.taken"))
    with pytest.raises(ReportError, match="thiếu mật khẩu"):
        office.leave("register", form, phrase=None)
    assert len(office.log("report.taken")) == before
    assert list(office.folder.iterdir()) == []


def test_report_and_register_have_the_same_totals(office):
    facts = office.facts()
    figures = count(facts, MARCH)
    assert figures.lines == len(facts) == figures.received + figures.void
    for counts in (figures.by_category, figures.by_priority, figures.by_hour):
        assert sum(counts.values()) == figures.received
    assert sum(sum(day.values()) for day in figures.by_day.values()) == figures.received
    assert sum(unit.received for unit in figures.units) == figures.received
    assert figures.open + figures.closed == figures.received
    text = pdf_text(office.take("period", "pdf", remarks=("Đề nghị tăng tuần tra.",)).path)
    assert f"Tiếp nhận {figures.received} tin" in text
    assert "Đề nghị tăng tuần tra." in text


def test_the_handover_record_lists_what_the_next_shift_must_know(office):
    text = pdf_text(office.take("handover", "pdf").path)
    for words in (
        "BIÊN BẢN BÀN GIAO CA TRỰC",
        "Trực ban Công an tỉnh",
        URGENT,
        "(KHẨN)",
        "Nháp chưa gửi, tin chưa rõ",
        "chưa nhận",
        "(chưa ký)",
        "Mã băm nhật ký lúc in",
        "Máy trực: chưa kiểm",
    ):
        assert words in text
    assert "4F7K" not in text


def test_a_slip_gives_the_facts_and_what_the_limits_rest_on(office):
    text = pdf_text(office.take("intake", "pdf", number=URGENT).path)
    for words in ("PHIẾU TIẾP NHẬN TIN", "gần chợ Xanh", "BLTTHS 2015", "quy định nội bộ", "Công dân 4F7K"):
        assert words in text
    slip = pdf_text(office.take("transfer", "pdf", number=URGENT).path)
    assert "Kính gửi: Trực ban Công an Thành phố Cao Bằng" in slip
    assert "4F7K" not in slip


# --- counting ---------------------------------------------------------------------------------------------------------


def fact(n, **how):
    case = Case(f"c{n}", number=f"CB26-{n:05d}", opened_at=NOW, first_message_at=NOW, **how)
    return CaseFacts(case, "P3", "", 0, ())


def test_percentiles_are_times_within_which_that_share_was_answered():
    times = [n * MINUTE_MS for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 100)]
    assert (percentile_min(times, 0.5), percentile_min(times, 0.9), percentile_min(times, 1.0)) == (5, 9, 100)
    assert percentile_min([], 0.5) is None
    answered = [fact(n, first_reply_at=NOW + n * MINUTE_MS) for n in (1, 3, 8)]
    assert waiting([*answered, fact(9)]) == type(waiting([]))(3, 3.0, 8.0)


def test_a_void_line_is_a_line_and_no_matter():
    figures = count([fact(1), fact(2, state=CaseState.MERGED)], MARCH)
    assert (figures.lines, figures.void, figures.received) == (2, 1, 1)


def test_without_a_clock_that_ended_nothing_is_said_of_time():
    assert kept([fact(1)]) == Kept(0, 0)
    assert kept([fact(1)]).share is None


def test_the_busiest_hour_is_the_earliest_of_equals():
    assert busiest({(6, 20): 3, (0, 8): 3, (1, 1): 2}) == (0, 8)
    assert busiest({}) is None


def test_gaps_of_each_year_are_named():
    assert missing_numbers(["CB25-00007", "CB26-00001", "CB26-00004"]) == ["CB26-00002", "CB26-00003"]


def test_the_end_of_a_day_is_that_day():
    midnight = 1_773_421_200_000
    assert when_due(midnight) == "hết 13/03/2026"
    assert when_due(midnight + MINUTE_MS) == "14/03/2026 00:01"
    assert when_due(0) == ""


@pytest.mark.parametrize(
    ("value", "shown"), [(None, "–"), (0.4, "0 ph"), (59, "59 ph"), (125, "2 g 05 ph"), (4320, "3,0 ngày")]
)
def test_waiting_times_are_read_at_a_glance(value, shown):
    assert minutes(value) == shown


def test_numbers_are_written_as_vietnamese_do():
    assert (number_text(1284), percent(0.942), percent(None)) == ("1.284", "94,2 %", "–")


def test_the_taken_report_is_an_event_of_its_own_stream(office):
    office.take("register", "csv")
    with office.workspace.store.read() as connection:
        subjects = connection.exec_driver_sql(
            "SELECT DISTINCT case_id, actor FROM event WHERE kind = ?", (e.ReportTaken.KIND,)
        ).fetchall()
    assert subjects == [("@reports", HANH.officer_id)]


OFFICIAL = [
    "STT", "Số tiếp nhận", "Ngày giờ tiếp nhận", "Hình thức tiếp nhận", "Người tố giác, báo tin", "Nội dung tóm tắt",
    "Thời gian xảy ra", "Địa điểm xảy ra", "Người bị tố giác", "Bị hại", "Tài liệu, đồ vật kèm", "Cán bộ tiếp nhận",
    "Phân loại ban đầu", "Ý kiến chỉ đạo", "Đơn vị thụ lý", "Cơ quan, đơn vị nhận chuyển", "Số, ngày phiếu chuyển",
    "Người nhận, giờ nhận", "Số, ngày thông báo VKS", "Người được phân công", "Hạn giải quyết, gia hạn", "Kết quả",
    "Số, ngày thông báo người báo tin", "Ghi chú",
]  # fmt: skip
"""The register's columns by domain.md §6, written down by hand, with the number and the unit that has the matter."""


DATED = {
    "Số tiếp nhận", "Ngày giờ tiếp nhận", "Thời gian xảy ra", "Số, ngày phiếu chuyển", "Người nhận, giờ nhận",
    "Số, ngày thông báo VKS", "Hạn giải quyết, gia hạn", "Kết quả", "Số, ngày thông báo người báo tin",
}  # fmt: skip
"""Columns that hold a number or a day, which is not to be broken."""


def _spread():
    empty = register_paper.document(
        [], MARCH, Names(None, {}), load_letterhead(), unit="", printed_at=NOW, mark="", whole=True
    )
    return next(block for block in empty.blocks if isinstance(block, Spread))


def test_the_paper_has_every_column_that_the_official_layout_asks_for():
    spread = _spread()
    assert [column.head for column in (*spread.left, *spread.right)] == OFFICIAL


def test_numbers_and_days_fit_their_columns_on_both_pages():
    """Ten characters at the size of the table take 43 points of the 763 of a page; the cell's margins another 7."""
    spread = _spread()
    for page in (spread.left, (*spread.left[: spread.keep], *spread.right)):
        whole = sum(column.width for column in page)
        wide = {column.head: column.width / whole * 763 for column in page}
        narrow = [head for head, width in wide.items() if width < 50 and head in DATED]
        assert not narrow, wide


def test_every_line_lies_on_two_facing_pages_the_left_one_even(office):
    """An open book has its even page on the left; a line that is on one and not on the other would be lost to a reader."""
    pages = [page.extract_text() for page in PdfReader(office.take("register", "pdf").path).pages]
    numbers = [re.findall(r"CB26-0\d+", text) for text in pages]
    assert "SỔ TIẾP NHẬN" in pages[0] and "TRỰC CHỈ HUY" in pages[0]
    assert len(pages) % 2 == 1
    left, right = numbers[1::2], numbers[2::2]
    assert left == right
    told = [number for page in left for number in page]
    assert told == sorted(told) and len(told) == 10 and told[-1] == URGENT
    assert all("Nội dung tóm tắt" in " ".join(text.split()) for text in pages[1::2])
    assert all("Ý kiến chỉ đạo" in " ".join(text.split()) for text in pages[2::2])


def test_a_line_that_is_higher_than_a_page_is_whole_and_the_next_one_begins_on_a_left_page():
    spread = _spread()
    cells = [""] * len(OFFICIAL)
    long = list(cells)
    long[1], long[5], long[-1] = "CB26-00001", "đánh bạc " * 400 + "HẾT", "cuối"
    after = list(cells)
    after[1] = "CB26-00002"
    book = Document(
        load_letterhead(),
        "SỔ",
        blocks=(replace(spread, rows=(tuple(long), tuple(after))),),
        landscape=True,
    )
    made = pdf_bytes(book, resource_path("templates", TEMPLATE), resource_path("fonts"))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]
    where = {
        word: [n for n, text in enumerate(pages, start=1) if word in text]
        for word in ("HẾT", "cuối", "CB26-00002")
    }
    assert len(where["HẾT"]) == 1 and len(where["cuối"]) == 1
    assert where["cuối"][0] % 2 == 1 and where["cuối"][0] > where["HẾT"][0]
    left, right = where["CB26-00002"]
    assert left % 2 == 0 and right == left + 1


def test_the_register_as_a_text_document_lies_on_one_a3_sheet_with_all_columns(office):
    paper = docx.Document(str(office.take("register", "docx").path))
    section = paper.sections[0]
    assert (round(section.page_width.cm), round(section.page_height.cm)) == (42, 30)
    table = next(one for one in paper.tables if len(one.columns) == len(OFFICIAL))
    assert [cell.text for cell in table.rows[0].cells] == OFFICIAL
    assert len(table.rows) == 11
    # A date of 8 points takes 1.35 cm: beside Word's usual margins it breaks in its column.
    properties = [child.tag.rpartition("}")[2] for child in table._tbl.tblPr]
    assert properties.index("tblCellMar") < properties.index("tblLook")
    side = int(table._tbl.tblPr.xpath("w:tblCellMar/w:left/@w:w")[0]) / 567
    assert table.columns[OFFICIAL.index("Ngày giờ tiếp nhận")].width.cm - 2 * side > 1.35
    body = [child.tag.rpartition("}")[2] for child in paper.element.body]
    assert ("tbl", "tbl") not in list(pairwise(body))  # Word makes one of two that touch


def test_a_fault_on_the_handover_record_says_what_it_is(office):
    found = pdf_text(office.take("handover", "pdf").path)
    assert "tệp đính kèm chờ tải" in found


def test_the_fields_for_the_national_software_leave_in_the_registers_order(office):
    """One case by its number; of a period what is not entered yet, crime reports alone (features R-07)."""
    one = csv_rows(office.take("national", "csv", number=URGENT).path)
    at = next(n for n, row in enumerate(one) if row[0] == "Số tiếp nhận")
    assert one[at][:3] == ["Số tiếp nhận", "Ngày giờ tiếp nhận", "Hình thức tiếp nhận"]
    line = dict(zip(one[at], one[at + 1], strict=True))
    assert line["Số tiếp nhận"] == URGENT and len(one) == at + 2
    assert line["Người tố giác, báo tin"] == "Công dân 4F7K (đề nghị giữ bí mật)"
    office.take("national", "xlsx")
    told = json.loads(office.log("report.taken")[-1][0])
    assert (told["report"], told["lines"]) == ("national", 3)
    with pytest.raises(ReportError, match="không phải nguồn tin"):
        office.take("national", "csv", number="CB26-01459")


def test_who_may_take_out_but_not_enter_takes_no_fields(office):
    desk = office.desk(LAN)
    rules = desk.rules.with_roles(desk.rules.roles.changed(Role.HANDLER, {Permission.EXPORT}, ()))
    desk = Desk(desk.store, LAN, rules, desk.policy)
    wish = Wish(Report.NATIONAL, "csv", "lý do", MARCH, number=URGENT, phrase=PHRASE)
    with pytest.raises(Refused, match="nhập phần mềm tin báo"):
        write_report(desk, office.workspace.clock, office.workspace.reader(), wish, office.folder / "x.csv")
    assert list(office.folder.iterdir()) == []
