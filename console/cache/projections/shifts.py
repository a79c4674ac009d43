"""Shifts and what was written on their handover sheet, as rows."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from console.cache import tables_duty as t
from console.domain import events as e
from console.domain.case import Case
from console.domain.events import Event

TOPIC = "shift"


def shift_id(subject_id: str) -> str:
    """Return the shift's own id from its stream's."""
    return subject_id.partition("/")[2]


def _opened(connection: Connection, _case: Case | None, event: Event, body: e.ShiftOpened) -> None:
    connection.execute(
        insert(t.shift).values(
            shift_id=shift_id(event.case_id),
            unit=body.unit,
            officers=",".join(body.officers),
            opened_by=event.actor,
            opened_at=event.at,
            planned_end=body.planned_end,
            checks=",".join(body.checks),
            after=body.after,
        )
    )


def _set(connection: Connection, event: Event, **values: Any) -> None:
    connection.execute(update(t.shift).where(t.shift.c.shift_id == shift_id(event.case_id)).values(**values))


def _joined(connection: Connection, _case: Case | None, event: Event, body: e.ShiftJoined) -> None:
    known = connection.execute(
        select(t.shift.c.officers).where(t.shift.c.shift_id == shift_id(event.case_id))
    ).scalar()
    names = [name for name in (known or "").split(",") if name]
    if body.officer not in names:
        _set(connection, event, officers=",".join([*names, body.officer]))


def _noted(connection: Connection, _case: Case | None, event: Event, body: e.ShiftNoted) -> None:
    connection.execute(
        insert(t.shift_note).values(
            line_id=body.line_id,
            shift_id=shift_id(event.case_id),
            at=event.at,
            author=event.actor,
            text=body.text,
            corrects=body.corrects,
            seq=event.seq,
        )
    )


def _remarked(connection: Connection, _case: Case | None, event: Event, body: e.ShiftRemarked) -> None:
    _set(connection, event, remark=body.text)


def _equipped(connection: Connection, _case: Case | None, event: Event, body: e.ShiftEquipped) -> None:
    known = connection.execute(
        select(t.shift.c.equipment).where(t.shift.c.shift_id == shift_id(event.case_id))
    ).scalar()
    items = json.loads(known or "{}") | {body.item: body.present}
    _set(connection, event, equipment=json.dumps(items, ensure_ascii=False, sort_keys=True))


def _next_step(connection: Connection, _case: Case | None, event: Event, body: e.ShiftNextStep) -> None:
    values = dict(text=body.text, author=event.actor, at=event.at)
    connection.execute(
        upsert(t.shift_step)
        .values(shift_id=shift_id(event.case_id), case_id=body.case_id, **values)
        .on_conflict_do_update(index_elements=["shift_id", "case_id"], set_=values)
    )


def _mark(connection: Connection, event: Event, line: str, kind: str, text: str) -> None:
    values = dict(author=event.actor, text=text, at=event.at)
    connection.execute(
        upsert(t.shift_mark)
        .values(shift_id=shift_id(event.case_id), line=line, kind=kind, **values)
        .on_conflict_do_update(index_elements=["shift_id", "line", "kind"], set_=values)
    )


def _accepted(connection: Connection, _case: Case | None, event: Event, body: e.ShiftLineAccepted) -> None:
    _mark(connection, event, body.line, "accepted", "")


def _asked(connection: Connection, _case: Case | None, event: Event, body: e.ShiftLineAsked) -> None:
    _mark(connection, event, body.line, "asked", body.question)


def _explained(connection: Connection, _case: Case | None, event: Event, body: e.ShiftExplained) -> None:
    _mark(connection, event, body.line, "explained", body.reason)


def _signed(connection: Connection, _case: Case | None, event: Event, body: e.ShiftSigned) -> None:
    values = dict(officer=event.actor, at=event.at, head=body.head, sheet=body.sheet)
    connection.execute(
        upsert(t.shift_signature)
        .values(shift_id=shift_id(event.case_id), part=body.part, **values)
        .on_conflict_do_update(index_elements=["shift_id", "part"], set_=values)
    )


def _closed(connection: Connection, _case: Case | None, event: Event, body: e.ShiftClosed) -> None:
    _set(
        connection,
        event,
        closed_at=event.at,
        closed_by=event.actor,
        to_officer=body.to_officer,
        absent=int(body.absent),
        head=body.head,
    )


HANDLERS: Mapping[type, Any] = {
    e.ShiftOpened: _opened,
    e.ShiftJoined: _joined,
    e.ShiftNoted: _noted,
    e.ShiftRemarked: _remarked,
    e.ShiftEquipped: _equipped,
    e.ShiftNextStep: _next_step,
    e.ShiftLineAccepted: _accepted,
    e.ShiftLineAsked: _asked,
    e.ShiftExplained: _explained,
    e.ShiftSigned: _signed,
    e.ShiftClosed: _closed,
}
