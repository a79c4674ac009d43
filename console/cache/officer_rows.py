"""Rows of officers as officers."""

from typing import Any

from sqlalchemy import Connection, select

from console.cache import tables as t
from console.domain.officer import Officer, Role

_KNOWN = {role.value: role for role in Role}


def officer_of(row: Any) -> Officer:
    """Return the officer of a row of ``tables.officer``; a role this version does not know is left out."""
    roles = tuple(_KNOWN[code] for code in row.roles.split(",") if code in _KNOWN)
    return Officer(row.officer_id, row.name, row.unit, roles, row.rank)


def active_officers(connection: Connection) -> list[Officer]:
    """Return the officers who may sign in here, in the order they were entered."""
    rows = connection.execute(select(t.officer).where(t.officer.c.active == 1))
    return [officer_of(row) for row in rows]


def all_officers(connection: Connection) -> list[tuple[Officer, bool]]:
    """Return every account with whether it may sign in."""
    rows = connection.execute(select(t.officer))
    return [(officer_of(row), bool(row.active)) for row in rows]


def officer_names(connection: Connection) -> dict[str, str]:
    """Return rank and name of all officers by id, those who left among them."""
    rows = connection.execute(select(t.officer.c.officer_id, t.officer.c.rank, t.officer.c.name))
    return {row.officer_id: f"{row.rank} {row.name}".strip() for row in rows}
