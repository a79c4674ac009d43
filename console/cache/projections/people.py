"""Who is accused and who is a victim."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert

from console.cache.tables_people import person
from console.domain import events as e
from console.domain.case import Case
from console.domain.events import Event


def _recorded(connection: Connection, _case: Case | None, event: Event, body: e.PeopleRecorded) -> None:
    connection.execute(delete(person).where(person.c.case_id == event.case_id, person.c.role == body.role))
    rows = [
        {"case_id": event.case_id, "role": body.role, "number": n, "name": one.name, "about": one.about}
        for n, one in enumerate(body.people, start=1)
    ]
    if rows:
        connection.execute(insert(person), rows)


def _erased(connection: Connection, _case: Case | None, event: Event, _body: e.CaseErased) -> None:
    connection.execute(delete(person).where(person.c.case_id == event.case_id))


HANDLERS: Mapping[type, Any] = {e.PeopleRecorded: _recorded, e.CaseErased: _erased}
