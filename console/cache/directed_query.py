"""What was reported to a leader in a shift, and what leaders directed: a part of the handover sheet (domain.md §6)."""

import json

from sqlalchemy import Connection, Select, or_, select, text

from console.cache import tables as t
from console.cache.officer_rows import officer_names
from console.cache.rules import CatalogRules
from console.cache.visibility import Sight
from console.domain import events as e
from console.domain.case import Case
from console.domain.confidentiality import shown_text
from console.domain.event_json import from_plain
from console.domain.handover import Directed, ShiftView
from console.domain.words import words_for

_EVER = 1 << 53


KINDS = (
    e.InstructionGiven.KIND,
    e.InstructionFollowed.KIND,
    e.UrgentReportStamped.KIND,
)
"""Events that put a case there in the shift in which they happen, closed or not."""


def directed(
    connection: Connection,
    shift: ShiftView,
    sight: Sight,
    rules: CatalogRules,
    touched: Select[tuple[str]],
    most: int,
) -> tuple[Directed, ...]:
    """Return the instructions the next shift must know, and what was reported upwards, oldest first.

    An instruction is there while its case is open and nobody reported what was done on it, and in the shift in which it was
    given or reported on. A report upwards is there in the shift in which it was made.

    Args:
        connection: a reader.
        shift: the shift that is handed over; without one only what is still to be done is there.
        sight: who reads.
        rules: what codes are called.
        touched: the ids of cases to which one of ``KINDS`` happened in the shift.
        most: so many cases at most, the newest.

    """
    c = t.case.c
    since = shift.opened_at or _EVER
    rows = connection.execute(
        select(c.body)
        .where(text(f"({t.DIRECTED})"), or_(c.open == 1, c.case_id.in_(touched)), *sight.conditions())
        .order_by(c.number.desc())
        .limit(most)
    ).scalars()
    called = officer_names(connection)
    names = rules.names() | called
    found = [
        one for row in rows for one in _of(from_plain(Case, json.loads(row)), since, shift, called, names)
    ]
    return tuple(sorted(found, key=lambda one: (one.first_at, one.case_id, one.instruction_id)))


def _of(
    case: Case, since: int, shift: ShiftView, called: dict[str, str], names: dict[str, str]
) -> list[Directed]:
    until = shift.closed_at or _EVER
    stamps = case.urgent_report.stamps if case.urgent_report is not None else ()
    reported = tuple(
        (one.at, words_for(e.UrgentReportStamped(one.step, one.to_whom, one.document), names))
        for one in stamps
        if since <= one.at <= until
    )
    about = Directed(
        case.case_id, case.number, case.category, reported, closed_at=0 if case.open else case.closed_at
    )
    given = [
        Directed(
            about.case_id,
            about.number,
            about.category,
            reported,
            one.instruction_id,
            shown_text(case, one.words),
            called.get(one.by, one.by),
            one.at,
            shown_text(case, one.done) if one.done else "",
            called.get(one.done_by, one.done_by),
            one.done_at,
            about.closed_at,
        )
        for one in case.instructions
        if (case.open and not one.done) or one.at >= since or one.done_at >= since
    ]
    return given or ([about] if reported else [])
