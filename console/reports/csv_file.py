"""Sheets as CSV that a spreadsheet opens rightly and never as a formula (threats T12)."""

import csv
import io

from console.reports.document import Sheet

BOM = "\ufeff"
_STARTS = frozenset("=+-@|%\t\r\n＝＋－＠")


def csv_bytes(sheet: Sheet) -> bytes:
    """Return a sheet as UTF-8 with byte order mark, every cell quoted; its notes stand above, further sheets below."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for one in (sheet, *sheet.more):
        writer.writerow([harmless(one.title)])
        writer.writerows([harmless(note)] for note in (*one.notes, one.mark) if note)
        writer.writerow([harmless(column.head) for column in one.columns])
        writer.writerows([harmless(cell) for cell in row] for row in one.rows)
        writer.writerow([])
    return (BOM + out.getvalue()).encode("utf-8", "replace")


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet runs: an apostrophe before what starts a formula."""
    cell = cell.replace("\0", "\ufffd")
    first = cell.lstrip(" \u00a0\u200b\ufeff")[:1]
    return f"'{cell}" if first in _STARTS and first else cell
