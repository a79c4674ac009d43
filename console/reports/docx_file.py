"""Documents as DOCX, to be edited before signing."""

import io
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from console.reports.document import (
    Align,
    Block,
    Document,
    Fields,
    Letterhead,
    Paragraph,
    Signature,
    Spread,
    Table,
    printable,
    shortened,
)

_FONT = "Times New Roman"
_ALIGN = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}
_DOTS = "." * 60


def docx_bytes(document: Document) -> bytes:
    """Return a document as DOCX in the official layout; the mark stands in every page's foot."""
    paper = docx.Document()
    _page(paper, document)
    _head(paper, document.letterhead, document)
    _line(paper, document.title, bold=True, size=15, align=Align.CENTER)
    if document.subtitle:
        _line(paper, document.subtitle, bold=True, align=Align.CENTER)
    for block in document.blocks:
        _block(paper, block, small=document.landscape)
    _sign(paper, document.signatures)
    if document.recipients:
        _line(paper, "Nơi nhận:", bold=True, size=10)
        for one in document.recipients:
            _line(paper, f"- {one};", size=10).paragraph_format.keep_with_next = (
                one != document.recipients[-1]
            )
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _page(paper: Any, document: Document) -> None:
    style = paper.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(10 if document.landscape else 13)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(4)
    section = paper.sections[0]
    width, height = Cm(21.0), Cm(29.7)
    if _has_spread(document):
        width, height = height, Cm(42.0)
    if document.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        width, height = height, width
    section.page_width, section.page_height = width, height
    section.left_margin, section.right_margin = Cm(1.5 if document.landscape else 3.0), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(1.8)
    foot = section.footer.paragraphs[0]
    foot.text = safe(document.mark)
    foot.runs[0].font.size = Pt(8)
    paper.core_properties.title = safe(document.title)
    paper.core_properties.author = safe(document.letterhead.agency)
    paper.core_properties.comments = safe(document.mark)


def _has_spread(document: Document) -> bool:
    """Return whether a table needs an A3 sheet: a word processor cannot keep rows of two pages at one height."""
    return any(isinstance(block, Spread) for block in document.blocks)


def _head(paper: Any, letterhead: Letterhead, document: Document) -> None:
    table = paper.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    section = paper.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    # «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM» stands on one line, on an upright page too.
    for column, cell, share in zip(table.columns, (left, right), (0.42, 0.58), strict=True):
        column.width = cell.width = round(room * share)
    _cell(left, (letterhead.authority, False), (letterhead.agency, True), (letterhead.unit, False))
    _cell(left, (document.number, False), more=True)
    _cell(right, (letterhead.state, True), (letterhead.motto, True))
    _cell(right, (document.date_line, False), more=True)


def _cell(cell: Any, *lines: tuple[str, bool], more: bool = False) -> None:
    for number, (text, bold) in enumerate(lines):
        place = cell.paragraphs[0] if number == 0 and not more else cell.add_paragraph()
        place.alignment = WD_ALIGN_PARAGRAPH.CENTER
        place.paragraph_format.space_after = Pt(0)
        run = place.add_run(safe(text))
        run.bold, run.font.size = bold, Pt(12)


def _block(paper: Any, block: Block, *, small: bool) -> None:
    match block:
        case Paragraph():
            _line(paper, block.text, bold=block.strong)
        case Fields():
            for label, value in block.items:
                place = paper.add_paragraph()
                place.add_run(safe(f"{label}: "))
                place.add_run(safe(value) or _DOTS)
        case Table():
            _table(paper, block, small=small)
        case Spread():
            whole = Table((*block.left, *block.right), block.rows, empty=block.empty)
            _table(paper, whole, small=small, room=39.0)


def _table(paper: Any, block: Table, *, small: bool, room: float = 0) -> None:
    if block.title:
        _line(paper, block.title, bold=True)
    if not block.rows:
        _line(paper, block.empty)
        return
    size = 8 if small else 10
    table = paper.add_table(rows=1, cols=len(block.columns))
    table.style = "Table Grid"
    _tighten(table, 28 if room else 57)
    for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
        _fill(cell, column.head, WD_ALIGN_PARAGRAPH.CENTER, size, bold=True)
    # Rows are appended whole: python-docx looks a table's cells up anew for every single one.
    for row in block.rows:
        line = table.add_row()
        _mark(line, "w:cantSplit")
        for cell, column, text in zip(line.cells, block.columns, row, strict=True):
            _fill(cell, text, _ALIGN[column.align], size)
    total = sum(column.width for column in block.columns)
    room = room or (26.7 if small else 16.5)
    for number, column in enumerate(block.columns):
        table.columns[number].width = Cm(room * column.width / total)
    _mark(table.rows[0], "w:tblHeader")


def _mark(row: Any, name: str) -> None:
    """Let a row be repeated as a head (``w:tblHeader``) or stay whole on a page (``w:cantSplit``)."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no other way
    properties.append(properties.makeelement(qn(name), {qn("w:val"): "true"}))


def _tighten(table: Any, margin: int) -> None:
    """Leave so much beside the words of a cell, in 1/567 cm: with the usual 0.19 cm dates break in narrow columns."""
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx knows no margins of cells
    margins = properties.makeelement(qn("w:tblCellMar"), {})
    for side in ("left", "right"):
        margins.append(margins.makeelement(qn(f"w:{side}"), {qn("w:w"): str(margin), qn("w:type"): "dxa"}))
    look = properties.find(qn("w:tblLook"))
    if look is None:
        properties.append(margins)
    else:
        look.addprevious(margins)  # the schema's order; Word refuses another


def _fill(cell: Any, text: str, align: Any, size: float, *, bold: bool = False) -> None:
    place = cell.paragraphs[0]
    place.alignment = align
    place.paragraph_format.space_after = Pt(0)
    run = place.add_run(safe(text))
    run.bold, run.font.size = bold, Pt(size)


def _sign(paper: Any, signatures: tuple[Signature, ...]) -> None:
    if not signatures:
        return
    paper.add_paragraph()  # Word makes one table of two that touch
    table = paper.add_table(rows=1, cols=len(signatures))
    for cell, one in zip(table.rows[0].cells, signatures, strict=True):
        _cell(cell, (one.role, True), (one.hint, False), ("\n\n\n", False), (one.name, True))


def _line(paper: Any, text: str, *, bold: bool = False, size: float = 0, align: Align = Align.LEFT) -> Any:
    place = paper.add_paragraph()
    place.alignment = _ALIGN[align]
    run = place.add_run(safe(text))
    run.bold = bold
    if bold:
        place.paragraph_format.space_before = Pt(8)
        place.paragraph_format.keep_with_next = True
    if size:
        run.font.size = Pt(size)
    return place


def safe(text: str) -> str:
    """Return a text as a paper in XML can hold it."""
    return printable(shortened(text))
