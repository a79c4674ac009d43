"""Sheets as XLSX: every cell a string, no formula, no link (threats T12)."""

import io
from collections.abc import Sequence
from math import ceil

import xlsxwriter

from console.reports.document import Align, Column, Sheet, printable

_NAME_CHARS = 31
_CELL_CHARS = 32_000
_WIDTH = 13.0
_A4_COLUMNS = 16
_LINE, _HIGHEST = 15.0, 409.0
"""Points: a line of a cell, and the highest row Excel knows."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def xlsx_bytes(sheet: Sheet, author: str) -> bytes:
    """Return a workbook with a sheet and those beside it; heads are frozen and can be filtered."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties(
            {"title": printable(sheet.title), "author": printable(author), "comments": printable(sheet.mark)}
        )
        taken: set[str] = set()
        for one in (sheet, *sheet.more):
            _write(book, one, taken)
    return out.getvalue()


def _write(book: xlsxwriter.Workbook, sheet: Sheet, taken: set[str]) -> None:
    base = {"font_name": "Times New Roman", "font_size": 11, "valign": "top", "text_wrap": True}
    title = book.add_format({**base, "bold": True, "font_size": 14, "text_wrap": False})
    note = book.add_format({**base, "italic": True, "text_wrap": False})
    head = book.add_format({**base, "bold": True, "border": 1, "bg_color": "#EEF2F4", "align": "center"})
    cells = {
        align: book.add_format({**base, "border": 1, "align": align.value, "num_format": "@"})
        for align in Align
    }
    page = book.add_worksheet(_free_name(sheet.title, taken))
    page.write_string(0, 0, printable(sheet.title), title)
    row = 1
    for text in (*sheet.notes, sheet.mark):
        if text:
            page.write_string(row, 0, printable(text), note)
            row += 1
    row += 1
    for number, column in enumerate(sheet.columns):
        page.write_string(row, number, column.head, head)
        page.set_column(number, number, _letters(column))
    page.freeze_panes(row + 1, 0)
    for offset, cells_of_row in enumerate(sheet.rows, start=1):
        # Not every program makes a row as high as its words: where none does, one line would lie over the next.
        page.set_row(row + offset, _height(sheet.columns, cells_of_row))
        for number, cell in enumerate(cells_of_row):
            page.write_string(
                row + offset, number, printable(cell)[:_CELL_CHARS], cells[sheet.columns[number].align]
            )
    page.autofilter(row, 0, row + max(1, len(sheet.rows)), len(sheet.columns) - 1)
    page.set_landscape()
    # More columns than an A4 page can show in letters that can be read go on A3 (codes of Excel: 9 and 8).
    page.set_paper(8 if len(sheet.columns) > _A4_COLUMNS else 9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(row)
    page.set_footer(f"&L{printable(sheet.mark)[:90].replace('&', '&&')}&R&P/&N")


def _letters(column: Column) -> float:
    """Return how wide a column is, in letters."""
    return max(6.0, column.width * _WIDTH)


def _height(columns: Sequence[Column], cells: Sequence[str]) -> float:
    """Return how high a row must be for the words of its cells, in points."""
    lines = max(
        (
            sum(max(1, ceil(len(part) / (_letters(column) * 1.1))) for part in cell[:_CELL_CHARS].split("\n"))
            for column, cell in zip(columns, cells, strict=True)
        ),
        default=1,
    )
    return min(_HIGHEST, _LINE * lines)


def _free_name(title: str, taken: set[str]) -> str:
    """Return a name for a sheet that Excel takes and that is not in use."""
    plain = "".join(" " if char in "[]:*?/\\'" else char for char in title).strip()[:_NAME_CHARS] or "Sheet"
    name, number = plain, 2
    while name.casefold() in taken:
        name = f"{plain[: _NAME_CHARS - 4]} {number}"
        number += 1
    taken.add(name.casefold())
    return name
