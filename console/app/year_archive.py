"""The archive of a year that is over: its register, duty books, figures and cases in one encrypted file (features R-11).

The table of contents lists every part with its hash, and says which earlier archive it replaces; its own hash stands in the
log before the file is written. The checkpoint is signed after that, so that its signature holds the log, the log the table of
contents, and that every part.
"""

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace

from sqlalchemy import Connection, or_, select

from console.actions.desk import Desk
from console.actions.guards import clock_text
from console.actions.reporting import ARCHIVE, may_archive, may_report, require_lines
from console.app import reporting
from console.app.auditing import head_of
from console.app.report_duty_book import BookWish, make_duty_book
from console.app.report_parts import ReportError
from console.cache import checkpoints
from console.cache.archive_query import Archived, newest_archive
from console.cache.tables_duty import shift
from console.domain.calendar import local_date, local_datetime
from console.domain.case_facts import CaseFacts
from console.domain.clock import Clock
from console.domain.period import Period, PeriodKind
from console.reports import facts as read
from console.reports import register, year_list
from console.reports.csv_file import csv_bytes
from console.reports.document import Letterhead, Sheet
from console.reports.register import Names
from console.reports.xlsx_file import xlsx_bytes

CONTENTS, CHECKPOINT = "muc-luc.json", "diem-doi-chung.checkpoint"


def prepare_year(
    desk: Desk,
    clock: Clock,
    connect: Callable[[], AbstractContextManager[Connection]],
    wish: "reporting.Wish",
) -> "reporting.Prepared":
    """Read and render everything of a year; see ``reporting.prepare``.

    Raises:
        ReportError: it is no whole year of the whole province, or the pass phrase is missing.
        ActionError: the officer may not, or sees only a part of the register; the year is not over, or has no numbers.

    """
    may_report(desk, wish.reason)
    period, now_ms, officer = wish.period, clock.now_ms(), desk.officer
    if period is None or period.kind is not PeriodKind.YEAR or wish.unit or wish.format != ARCHIVE:
        raise ReportError("Bản lưu là của trọn một năm và toàn tỉnh, ra tệp mã hóa .btx. Chưa xuất gì.")
    year = period.first.year
    may_archive(desk, wish.reason, year, local_date(now_ms).year)
    if wish.phrase is None:
        raise ReportError("Bản lưu năm chỉ ra khỏi máy khi đã mã hóa: thiếu mật khẩu. Chưa xuất gì.")
    mark = f"{officer.title} · {local_datetime(now_ms):%d/%m/%Y} {clock_text(now_ms)}"
    with connect() as connection:
        connection.exec_driver_sql("BEGIN")
        names = Names(desk.rules, reporting.officer_names(connection))
        lines = read.read_register(connection, desk.rules, desk.sight, period, now_ms)
        before = newest_archive(connection, year)
        later = year_list.later_numbers(connection, lines, before)
        sheets = _sheets(desk, connection, period, lines, before, names, now_ms, mark)
        connection.exec_driver_sql("ROLLBACK")
    require_lines(year, len(lines))
    parts: list[tuple[str, bytes]] = []
    for name, sheet in sheets:
        parts += [(f"{name}.csv", csv_bytes(sheet)), (f"{name}.xlsx", xlsx_bytes(sheet, officer.title))]
    told: dict[str, object] = {
        "year": year,
        "at": now_ms,
        "officer": officer.officer_id,
        "lines": len(lines),
        "hidden": lines.count(None),
        "replaces": before and {"log_seq": before.seq, "at": before.at, "sha256": before.sha256},
        "changed_since_replaced": list(later),
        "parts": [
            {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in parts
        ],
    }
    data = json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    return reporting.Prepared(
        wish,
        data,
        hashlib.sha256(data).hexdigest(),
        len(lines),
        "",
        f"luu-nam-{year}_{local_datetime(now_ms):%Y%m%d-%H%M%S}.{ARCHIVE}",
        officer.officer_id,
        now_ms,
        mark,
        (*parts, (CONTENTS, data)),
    )


def signed(desk: Desk, prepared: "reporting.Prepared") -> "reporting.Prepared":
    """Return the archive with the signed head of the log that tells of it. On the store's thread, right after that was noted."""
    head = head_of(desk.store)
    text = checkpoints.sign(desk.store, desk.store.device, head, prepared.at)
    return replace(prepared, parts=(*prepared.parts, (CHECKPOINT, text.encode())), head=head.hash)


def _sheets(
    desk: Desk,
    connection: Connection,
    period: Period,
    lines: Sequence[CaseFacts | None],
    before: Archived | None,
    names: Names,
    now_ms: int,
    mark: str,
) -> list[tuple[str, Sheet]]:
    """Return what is in the archive, by the name of its file without an ending."""
    year, letterhead = period.first.year, reporting.load_letterhead()
    later = year_list.later_numbers(connection, lines, before)
    notes = ["Bản lưu đầu tiên của năm." if before is None else _replacing(before, len(later))]
    book = register.sheet(lines, period, names, unit="", printed_at=now_ms, mark=mark, whole=True)
    made = [
        (f"so-tiep-nhan-{year}", replace(book, notes=(*book.notes, *notes))),
        (
            f"vu-viec-{year}",
            year_list.sheet(lines, set(later.values()), period, names, notes=notes, mark=mark),
        ),
        (f"thong-ke-{year}", _figures(desk, connection, period, names, letterhead, now_ms, mark)),
    ]
    for unit in _desks(connection, period):
        wish = BookWish(unit, "", period)
        sheet = make_duty_book(desk, connection, wish, names, letterhead, now_ms, mark).sheet
        assert sheet is not None
        code = re.sub(r"[^A-Za-z0-9-]", "_", unit)
        made.append((f"so-truc-ban-{year}-{code}", sheet))
    return made


def _replacing(before: Archived, count: int) -> str:
    return (
        f"Thay bản lưu lập lúc {register.when(before.at)} (mục lục SHA-256 {before.sha256[:12]}…): "
        f"{count} dòng có ghi thêm từ đó."
    )


def _figures(
    desk: Desk,
    connection: Connection,
    period: Period,
    names: Names,
    letterhead: Letterhead,
    now_ms: int,
    mark: str,
) -> Sheet:
    wish = reporting.Wish(reporting.Report.PERIOD, "csv", "", period)
    sheet = reporting.make_period(desk, connection, wish, period, names, letterhead, now_ms, mark).sheet
    assert sheet is not None
    return sheet


def _desks(connection: Connection, period: Period) -> list[str]:
    """Return the desks that had a shift in the period."""
    c = shift.c
    return list(
        connection.execute(
            select(c.unit)
            .where(c.opened_at < period.to_ms, or_(c.closed_at == 0, c.closed_at >= period.from_ms))
            .distinct()
            .order_by(c.unit)
        ).scalars()
    )
