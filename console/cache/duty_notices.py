"""What the duty of one desk must know of another: a leaver who had gone, officers who do not answer at night (R-06, officer-day.md §2)."""

from sqlalchemy import Connection, func, select

from console.cache import tables_duty as d
from console.cache.officer_rows import officer_names
from console.domain import events as e
from console.domain.events import EventBody
from console.domain.handover import TOPIC, DutyNotice
from console.domain.subject import subject
from console.record.local import read_events
from console.record.tables import event as event_table

MISSED = 2
"""Unanswered questions after which others are told (``AwakeWatch``)."""


def duty_notices(connection: Connection, unit: str, *, province: bool) -> tuple[DutyNotice, ...]:
    """Return the notices for a desk: of its own shift, and for the province of every desk.

    Args:
        connection: to the store.
        unit: the desk's.
        province: whether the reader oversees every desk.

    """
    names = officer_names(connection)
    shifts = connection.execute(select(d.shift).where(d.shift.c.closed_at == 0)).all()
    found: list[DutyNotice] = []
    for shift in shifts:
        if not province and shift.unit != unit:
            continue
        absent = _absent(connection, shift.after, shift.unit)
        if absent is not None:
            found.append(absent)
        last = _last(connection, shift.shift_id, e.ShiftAwake.KIND)
        if last is not None and isinstance(last[1], e.ShiftAwake) and last[1].missed >= MISSED:
            who = ", ".join(names.get(one, one) for one in shift.officers.split(",") if one)
            found.append(DutyNotice("asleep", shift.unit, last[1].asked_at, who))
    # Between two shifts, too: whoever took over alone has closed the one and not opened the next.
    opened = {shift.unit for shift in shifts}
    newest = (
        select(d.shift.c.unit, func.max(d.shift.c.opened_at).label("at")).group_by(d.shift.c.unit).subquery()
    )
    ended = select(d.shift).join(
        newest, (newest.c.unit == d.shift.c.unit) & (newest.c.at == d.shift.c.opened_at)
    )
    for shift in connection.execute(ended.where(d.shift.c.absent == 1)):
        if shift.unit not in opened and (province or shift.unit == unit):
            absent = _absent(connection, shift.shift_id, shift.unit)
            if absent is not None:
                found.append(absent)
    return tuple(sorted(found, key=lambda one: (one.kind != "asleep", one.unit != unit, -one.at)))


def _absent(connection: Connection, ended: str, unit: str) -> DutyNotice | None:
    """Return how a shift that ended was taken over from a leaver who had gone; ``None`` where he had not."""
    if not ended:
        return None
    before = connection.execute(select(d.shift.c.absent).where(d.shift.c.shift_id == ended)).one_or_none()
    if before is None or not before.absent:
        return None
    at, body = _last(connection, ended, e.ShiftClosed.KIND) or (0, None)
    if not isinstance(body, e.ShiftClosed):
        return None
    names = officer_names(connection)
    return DutyNotice("absent", unit, at, names.get(body.to_officer, body.to_officer), body.reason)


def _last(connection: Connection, shift_id: str, kind: str) -> tuple[int, EventBody] | None:
    """Return the newest event of a kind in a shift's stream: when, and what it says."""
    c = event_table.c
    seq = connection.execute(
        select(c.seq)
        .where(c.case_id == subject(TOPIC, shift_id), c.kind == kind)
        .order_by(c.case_version.desc())
        .limit(1)
    ).scalar()
    if seq is None:
        return None
    (found,) = read_events(connection, seq, seq)
    return found.at, found.body
