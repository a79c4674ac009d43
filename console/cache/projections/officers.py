"""Officers and the changes to the matrix of roles, as the events tell them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from console.cache import tables as t
from console.domain import events as e
from console.domain.case import Case
from console.domain.events import Event

_FIELDS = frozenset({"name", "rank", "unit"})


def _entered(connection: Connection, _case: Case | None, _event: Event, body: e.OfficerEntered) -> None:
    values = {
        "officer_id": body.officer_id,
        "name": body.name,
        "rank": body.rank,
        "unit": body.unit,
        "roles": ",".join(body.roles),
        "active": 1,
    }
    statement = upsert(t.officer).values(**values)
    connection.execute(statement.on_conflict_do_update(index_elements=["officer_id"], set_=values))


def _changed(connection: Connection, _case: Case | None, _event: Event, body: e.OfficerChanged) -> None:
    if body.field in _FIELDS:
        _set(connection, body.officer_id, **{body.field: body.after})


def _role_given(connection: Connection, _case: Case | None, _event: Event, body: e.RoleGiven) -> None:
    roles = _roles(connection, body.officer_id)
    if body.role not in roles:
        _set(connection, body.officer_id, roles=",".join([*roles, body.role]))


def _role_taken(connection: Connection, _case: Case | None, _event: Event, body: e.RoleTaken) -> None:
    roles = [role for role in _roles(connection, body.officer_id) if role != body.role]
    _set(connection, body.officer_id, roles=",".join(roles))


def _disabled(connection: Connection, _case: Case | None, _event: Event, body: e.OfficerDisabled) -> None:
    _set(connection, body.officer_id, active=0)


def _enabled(connection: Connection, _case: Case | None, _event: Event, body: e.OfficerEnabled) -> None:
    _set(connection, body.officer_id, active=1)


def _roles(connection: Connection, officer_id: str) -> list[str]:
    found = connection.execute(select(t.officer.c.roles).where(t.officer.c.officer_id == officer_id)).scalar()
    return [role for role in (found or "").split(",") if role]


def _set(connection: Connection, officer_id: str, **values: Any) -> None:
    connection.execute(update(t.officer).where(t.officer.c.officer_id == officer_id).values(**values))


def _grants(connection: Connection, _case: Case | None, _event: Event, body: e.RoleGrantsChanged) -> None:
    for permission, granted in (*((p, 1) for p in body.given), *((p, 0) for p in body.taken)):
        values = {"role": body.role, "permission": permission, "granted": granted}
        statement = upsert(t.role_grant).values(**values)
        connection.execute(
            statement.on_conflict_do_update(index_elements=["role", "permission"], set_=values)
        )


HANDLERS: Mapping[type, Any] = {
    e.OfficerEntered: _entered,
    e.OfficerChanged: _changed,
    e.RoleGiven: _role_given,
    e.RoleTaken: _role_taken,
    e.OfficerDisabled: _disabled,
    e.OfficerEnabled: _enabled,
    e.RoleGrantsChanged: _grants,
}
