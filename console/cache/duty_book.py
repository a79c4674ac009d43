"""Read the duty book (sổ trực ban) of a desk, whole: a shift, a day or more days (domain.md §6, features R-05).

The screen shows the last lines of the shift that runs; a book on paper leaves none out, so nothing here is limited, and what
happened while no shift was open is a line, too. Which cases it tells of is the reader's own sight, as on the screen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, and_, or_, select

from console.cache import tables_duty as d
from console.cache.handover_query import LOGGED, SHIFT_KINDS, shift_by_id
from console.cache.officer_rows import active_officers
from console.cache.rules import CatalogRules
from console.cache.visibility import Sight
from console.domain.events import Event
from console.domain.handover import TOPIC, ShiftView
from console.domain.subject import subject
from console.record.local import event_from_row
from console.record.tables import event as event_table
from console.record.tables import event_body

_MANY = 400
_EVER = 1 << 53


@dataclass(frozen=True, slots=True)
class BookLine:
    """One happening. ``shift_id`` is "" where no shift ran; ``erased`` says that its words are gone by the rules of retention."""

    event: Event
    shift_id: str
    case_id: str = ""
    erased: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A line that an officer wrote: when (UTC ms), its place in the log, and which line it puts right, "" for none."""

    line_id: str
    at: int
    seq: int
    corrects: str


@dataclass(frozen=True, slots=True)
class DutyBook:
    """The book of one desk, oldest line first.

    ``notes`` has every written line by its id, and those that put them right or that they put right, wherever they stand.
    """

    unit: str
    shifts: tuple[ShiftView, ...]
    lines: tuple[BookLine, ...]
    notes: Mapping[str, Note]

    def corrections_of(self, line_id: str) -> list[Note]:
        """Return what puts a line right, oldest first."""
        found = [note for note in self.notes.values() if note.corrects == line_id]
        return sorted(found, key=lambda note: note.seq)


def read_book(
    connection: Connection, unit: str, sight: Sight, from_ms: int, to_ms: int, shift_id: str = ""
) -> DutyBook:
    """Return the lines of a desk's book.

    Args:
        connection: a reader; open one read transaction around it.
        unit: the desk.
        sight: who reads; cases that are not there for him have no line.
        from_ms: the first instant, UTC ms; of a shift, when it was opened.
        to_ms: the first instant after it.
        shift_id: only this shift; "" for the whole span.

    """
    shifts = _shifts(connection, unit, from_ms, to_ms, shift_id)
    own = [subject(TOPIC, shift.shift_id) for shift in shifts]
    c = event_table.c
    of_cases = and_(c.kind.in_([body.KIND for body in LOGGED]), c.case_id.in_(sight.case_ids()))
    of_shifts = and_(c.kind.in_([body.KIND for body in SHIFT_KINDS]), c.case_id.in_(own))
    in_span = and_(c.at >= from_ms, c.at < to_ms)
    # What stands in a shift's own stream is of that shift, whatever a clock that was put right says.
    wanted = or_(and_(of_cases, in_span), of_shifts if shift_id else and_(of_shifts, in_span))
    rows = connection.execute(
        select(event_table, event_body.c.body)
        .join(event_body, event_body.c.seq == c.seq, isouter=True)
        .where(wanted)
        .order_by(c.at, c.seq)
    ).all()
    named = {subject(TOPIC, shift.shift_id): shift.shift_id for shift in shifts}
    lines = tuple(
        BookLine(
            event_from_row(row),
            named.get(row.case_id) or _running(shifts, row.at),
            "" if row.case_id in named else row.case_id,
            row.body is None,
        )
        for row in rows
    )
    return DutyBook(unit, shifts, lines, _notes(connection, [shift.shift_id for shift in shifts]))


def sight_at(connection: Connection, rules: CatalogRules, sight: Sight, unit: str) -> Sight:
    """Return what a reader may know of what a desk's book tells: at a desk of the province everything he may know of.

    Of another desk these are the cases of its unit, of those above it but for the root, and below it.
    """
    at_desk = (one for one in active_officers(connection) if one.unit == unit)
    if any(rules.roles.seat(one).province for one in at_desk):
        return sight
    above = rules.catalog.ancestors(unit) if unit in rules.catalog.units else ()
    near = (one.code for one in above if one.parent is not None)
    below = (code for code in rules.catalog.units if rules.catalog.is_within(code, unit))
    units = frozenset((unit, *near, *below))
    return replace(sight, units=units if sight.units is None else units & sight.units)


def latest_shifts(connection: Connection, unit: str, count: int) -> list[str]:
    """Return the ids of a desk's newest shifts, the newest first."""
    rows = connection.execute(
        select(d.shift.c.shift_id).where(d.shift.c.unit == unit).order_by(d.shift.c.opened_at.desc())
    ).scalars()
    return list(rows)[:count]


def _shifts(
    connection: Connection, unit: str, from_ms: int, to_ms: int, shift_id: str
) -> tuple[ShiftView, ...]:
    c = d.shift.c
    overlaps = and_(c.opened_at < to_ms, or_(c.closed_at == 0, c.closed_at >= from_ms))
    ids = connection.execute(
        select(c.shift_id)
        .where(c.unit == unit, c.shift_id == shift_id if shift_id else overlaps)
        .order_by(c.opened_at)
    ).scalars()
    found = (shift_by_id(connection, one) for one in list(ids))
    return tuple(shift for shift in found if shift is not None)


def _running(shifts: Sequence[ShiftView], at: int) -> str:
    """Return the shift that ran at a moment. Where one followed another in the same instant, the newer one."""
    running = [one.shift_id for one in shifts if one.opened_at <= at <= (one.closed_at or _EVER)]
    return running[-1] if running else ""


def _notes(connection: Connection, shift_ids: Sequence[str]) -> dict[str, Note]:
    c = d.shift_note.c
    found: dict[str, Note] = {}

    def read(column: object, values: Sequence[str]) -> None:
        for first in range(0, len(values), _MANY):
            part = list(values[first : first + _MANY])
            rows = connection.execute(
                select(c.line_id, c.at, c.seq, c.corrects).where(column.in_(part))  # type: ignore[attr-defined]
            )
            found.update({row.line_id: Note(row.line_id, row.at, row.seq, row.corrects) for row in rows})

    read(c.shift_id, shift_ids)
    read(c.line_id, [note.corrects for note in found.values() if note.corrects])
    read(c.corrects, list(found))
    return found
