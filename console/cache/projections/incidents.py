"""Incidents and which cases tell of them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert

from console.cache import tables_incidents as ti
from console.domain import events as e
from console.domain.case import Case
from console.domain.events import Event


def _opened(connection: Connection, _case: Case | None, event: Event, body: e.IncidentOpened) -> None:
    connection.execute(
        insert(ti.incident).values(
            incident_id=event.case_id.partition("/")[2],
            category=body.category,
            district=body.district,
            place=body.place,
            at=event.at,
            actor=event.actor,
        )
    )


def _linked(connection: Connection, _case: Case | None, event: Event, body: e.IncidentLinked) -> None:
    connection.execute(delete(ti.incident_case).where(ti.incident_case.c.case_id == event.case_id))
    connection.execute(
        insert(ti.incident_case).values(case_id=event.case_id, incident_id=body.incident_id, at=event.at)
    )


def _unlinked(connection: Connection, _case: Case | None, event: Event, body: e.IncidentUnlinked) -> None:
    c = ti.incident_case.c
    connection.execute(
        delete(ti.incident_case).where(c.case_id == event.case_id, c.incident_id == body.incident_id)
    )


HANDLERS: Mapping[type, Any] = {
    e.IncidentOpened: _opened,
    e.IncidentLinked: _linked,
    e.IncidentUnlinked: _unlinked,
}
