"""What a spreadsheet, a word processor or a viewer makes of the files: texts as texts, whatever they hold."""

import csv
import io

import docx
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from console.app.reporting import load_letterhead
from console.reports.csv_file import BOM, csv_bytes
from console.reports.document import Align, Column, Document, Fields, Paragraph, Sheet, Signature, Table
from console.reports.docx_file import docx_bytes
from console.reports.pdf import TEMPLATE, pdf_bytes, png_pages
from console.reports.writing import write_new
from console.reports.xlsx_file import xlsx_bytes
from console.runtime.resources import resource_path

FORMULAS = [
    "=1+1",
    '=HYPERLINK("http://e/"&A1)',
    "＝cmd|' /C calc'!A0",
    "+84 912",
    "-2+3",
    " -2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "|calc",
    "%0A=1",
    "＋1",
    "－1",
    "＠x",
    "\u200b=1+1",
    "\u00a0=1+1",
]
PLAIN = ["Nguyễn", "trộm ở chợ", "1.284", "https://e.vn", "a=b", "", "'đã có"]
MARKUP = [
    "#strong[x] $x^2$ *a* _b_ `c` @d <e> \\u{41} // z",
    '#read("/etc/passwd")',
    "[[",
    "]]",
    "=)",
    "- a\n+ b",
]
BROKEN = ["\ud800", "\x00", "\x1b[31m", "a\u202ebc", "\ufffe"]


def sheet(cells):
    columns = (Column("STT", 1, Align.RIGHT), Column("Chữ", 3))
    return Sheet(
        "Sổ [thử]: 1/2", ("=ghi chú",), columns, [(str(n), x) for n, x in enumerate(cells)], "dấu =x"
    )


@pytest.mark.parametrize("cell", FORMULAS)
def test_csv_gives_no_spreadsheet_a_formula(cell):
    data = csv_bytes(sheet([cell]))
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    (found,) = [row[1] for row in rows if row[:1] == ["0"]]
    assert found.startswith("'")
    assert found[1:].replace("\ufffd", "\0") == cell


def test_csv_keeps_plain_cells_and_says_its_encoding():
    data = csv_bytes(sheet(PLAIN)).decode("utf-8")
    assert data.startswith(BOM)
    rows = list(csv.reader(io.StringIO(data[1:])))
    assert [row[1] for row in rows if len(row) == 2 and row[0].isdigit()] == PLAIN
    assert rows[1] == ["'=ghi chú"]


@pytest.mark.parametrize("cell", [*FORMULAS, *PLAIN, *MARKUP])
def test_every_cell_of_a_workbook_is_a_string(cell):
    book = load_workbook(io.BytesIO(xlsx_bytes(sheet([cell]), "Hạnh")))
    cells = [one for page in book for row in page.iter_rows() for one in row if one.value is not None]
    assert {one.data_type for one in cells} == {"s"}
    assert all(one.hyperlink is None for one in cells)
    assert not cell.strip("\r\n\t ") or any(
        cell.strip() in str(one.value).replace("\r\n", "\n") for one in cells
    )


def test_a_workbook_is_ready_to_be_worked_with():
    more = Sheet("Sổ [thử]: 1/2", (), (Column("Cột"),), [("x",)])
    book = load_workbook(
        io.BytesIO(
            xlsx_bytes(Sheet("Sổ [thử]: 1/2", ("n",), (Column("Cột"),), [("x",)], "m", (more,)), "Hạnh")
        )
    )
    assert len(book.sheetnames) == 2 and len(set(book.sheetnames)) == 2
    page = book.worksheets[0]
    assert page.freeze_panes == "A6"
    assert page.auto_filter.ref == "A5:A6"
    assert book.properties.creator == "Hạnh"


def test_a_row_of_a_workbook_is_as_high_as_its_words_need():
    """A program that does not fit rows by itself lays one line over the next."""
    columns = (Column("STT", 0.5), Column("Chữ", 1))
    rows = [("1", "một"), ("2", "chữ " * 30), ("3", "a\nb\nc"), ("4", "x" * 30_000)]
    page = load_workbook(io.BytesIO(xlsx_bytes(Sheet("Sổ", (), columns, rows), "Hạnh"))).worksheets[0]
    heights = [page.row_dimensions[number].height for number in range(4, 8)]
    assert heights == [
        None,
        135,
        45,
        408.75,
    ]  # 15 is the usual height, a quarter of a point the smallest step


def paper(*texts, landscape=False):
    return Document(
        load_letterhead(),
        "PHIẾU THỬ",
        texts[0],
        blocks=(
            *(Paragraph(text) for text in texts),
            Fields(tuple((f"Nhãn {n}", text) for n, text in enumerate(texts))),
            Table((Column("A"), Column("B", 2)), tuple((text, "x") for text in texts), "Bảng"),
            Table((Column("A"),), (), "Trống"),
        ),
        signatures=(Signature("TRỰC BAN", texts[0]),),
        recipients=texts,
        mark=texts[-1],
        landscape=landscape,
    )


def pdf(document):
    return pdf_bytes(document, resource_path("templates", TEMPLATE), resource_path("fonts"))


@pytest.mark.parametrize("text", [*MARKUP, *FORMULAS[:2], "Ẩ Ễ Ệ Ộ Ẫ ự ỵ đ Đ"])
def test_a_pdf_prints_texts_as_they_are(text):
    printed = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf(paper(text)))).pages)
    squeezed = "".join(printed.split())
    assert "".join(text.split()) in squeezed


@pytest.mark.parametrize("text", BROKEN)
def test_broken_characters_are_made_visible_and_stop_nothing(text):
    assert (
        "\ufffd" in "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf(paper(text)))).pages)
        or "\u202e" not in text
    )
    words = docx.Document(io.BytesIO(docx_bytes(paper(text)))).element.xpath("string()")
    assert "\x00" not in words and "\ud800" not in words


def test_a_long_table_repeats_its_head_on_every_page():
    rows = tuple((str(n), f"Nội dung dòng {n}, chợ Xanh phường Hợp Giang") for n in range(160))
    document = Document(
        load_letterhead(), "SỔ", blocks=(Table((Column("STT"), Column("Đầu cột", 5)), rows),), mark="Hạnh"
    )
    pages = PdfReader(io.BytesIO(pdf(document))).pages
    assert len(pages) >= 3
    for number, page in enumerate(pages, start=1):
        text = page.extract_text()
        assert "Đầu cột" in text
        assert f"Trang {number} / {len(pages)}" in text
        assert "Hạnh" in text


def test_every_page_can_be_looked_at():
    pages = png_pages(
        paper("một", "hai", landscape=True), resource_path("templates", TEMPLATE), resource_path("fonts"), 50
    )
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_a_docx_has_head_texts_tables_and_mark():
    document = docx.Document(io.BytesIO(docx_bytes(paper("#strong[x]", "hai", landscape=True))))
    words = document.element.xpath("string()")
    for text in (
        "CÔNG AN TỈNH CAO BẰNG",
        "Độc lập - Tự do - Hạnh phúc",
        "PHIẾU THỬ",
        "#strong[x]",
        "Không có dòng nào.",
    ):
        assert text in words
    assert document.sections[0].footer.paragraphs[0].text == "hai"
    assert document.sections[0].page_width > document.sections[0].page_height


def test_a_docx_keeps_together_what_belongs_together():
    """The state's name stands on one line of an upright page; no row and no head is torn from what it belongs to."""
    document = docx.Document(io.BytesIO(docx_bytes(paper("một", "hai"))))
    head, *tables = document.tables
    assert head.columns[1].width.cm > 9.3
    rows = [row for table in tables for row in table.rows[1:] if table.style.name == "Table Grid"]
    assert rows and all(row._tr.xpath("w:trPr/w:cantSplit") for row in rows)
    title = next(one for one in document.paragraphs if one.text == "PHIẾU THỬ")
    assert title.paragraph_format.keep_with_next


def test_a_file_that_stands_there_is_left_alone(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"alt")
    with pytest.raises(FileExistsError):
        write_new(path, b"neu", "ab")
    assert path.read_bytes() == b"alt"


def test_a_written_file_is_its_owners_alone(tmp_path):
    done = write_new(tmp_path / "b.pdf", b"neu", "ab")
    assert done.path.stat().st_mode & 0o077 == 0
    assert (done.size, done.sha256) == (3, "ab")
