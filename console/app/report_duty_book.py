"""Make the duty book (sổ trực ban) of a desk from an open store."""

from dataclasses import dataclass

from sqlalchemy import Connection

from console.actions.desk import Desk
from console.app.report_parts import Made, ReportError
from console.cache.duty_book import latest_shifts, read_book, sight_at
from console.cache.handover_query import current_shift, shift_by_id
from console.domain.calendar import local_date
from console.domain.handover import ShiftView
from console.domain.period import Period, PeriodKind
from console.reports import duty_book
from console.reports import facts as read
from console.reports.covered import cover_span
from console.reports.document import Letterhead
from console.reports.register import Names

RUNNING = "now"
"""The shift that runs, in place of a shift's id."""
_SHOWN = 5
_MANY = 400


@dataclass(frozen=True, slots=True)
class BookWish:
    """Which book: the desk's ("" for the officer's own), of a shift (its id or ``RUNNING``) or of the days of ``period``."""

    unit: str
    shift: str
    period: Period | None


def make_duty_book(
    desk: Desk,
    connection: Connection,
    wish: BookWish,
    names: Names,
    letterhead: Letterhead,
    now_ms: int,
    mark: str,
) -> Made:
    """Read a desk's book and lay it out. Raises ``ReportError``: no such shift, or not the officer's business."""
    unit = wish.unit or desk.officer.unit
    if desk.sight.units is not None and unit not in desk.sight.units:
        raise ReportError(f"Sổ trực ban của {names.unit(unit)} không thuộc phạm vi của bạn. Chưa xuất gì.")
    shift = _shift(connection, unit, wish.shift, names)
    if shift is not None:
        from_ms, to_ms = shift.opened_at, (shift.closed_at or now_ms) + 1
        first, last = local_date(from_ms), local_date(to_ms - 1)
        period = Period(PeriodKind.DAY if first == last else PeriodKind.RANGE, first, last)
        title = duty_book.shift_title(shift)
    else:
        assert wish.period is not None
        period = wish.period
        from_ms, to_ms, title = period.from_ms, period.to_ms, period.title
    sight = sight_at(connection, desk.rules, desk.sight, unit)
    book = read_book(connection, unit, sight, from_ms, to_ms, shift.shift_id if shift else "")
    ids = sorted({line.case_id for line in book.lines if line.case_id})
    cases = {
        facts.case.case_id: facts
        for first_id in range(0, len(ids), _MANY)
        for facts in read.read_cases(connection, desk.rules, sight, ids[first_id : first_id + _MANY], now_ms)
    }
    cover = cover_span(connection, from_ms, [facts.case.conversation_id for facts in cases.values()])
    codes = desk.rules.names() | dict(names.officers)
    made = duty_book.Printing(book, cases, names, codes, cover, title, now_ms, mark)
    return Made(
        duty_book.document(made, letterhead, single=shift is not None),
        duty_book.sheet(made),
        len(book.lines),
        period=period,
    )


def _shift(connection: Connection, unit: str, wanted: str, names: Names) -> ShiftView | None:
    if not wanted:
        return None
    found = current_shift(connection, unit) if wanted == RUNNING else shift_by_id(connection, wanted)
    if found is not None and found.shift_id and found.unit == unit:
        return found
    if wanted == RUNNING:
        raise ReportError(f"{names.unit(unit)} chưa mở ca trực: không có sổ của ca đang trực.")
    known = latest_shifts(connection, unit, _SHOWN)
    told = f"Các ca gần nhất: {', '.join(known)}." if known else "Bàn trực này chưa mở ca nào."
    raise ReportError(f"{names.unit(unit)} không có ca {wanted}. {told}")
