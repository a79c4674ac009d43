"""Reads whom a case speaks of, as far as rules see (features K-05, ``domain.accused``)."""

from sqlalchemy import Connection, bindparam, func, select

from console.cache import tables as t
from console.cache.people_query import written
from console.domain.accused import named_people
from console.domain.case import Case
from console.domain.message import Direction

_NEWEST, _OLDEST = 400, 100
_TEXTS = select(t.message.c.text).where(
    t.message.c.case_id == bindparam("id"),
    t.message.c.direction == Direction.INBOUND.value,
    t.message.c.text != "",
)
_FIRST = _TEXTS.order_by(t.message.c.at, t.message.c.seq).limit(_OLDEST)
_LAST = _TEXTS.order_by(t.message.c.at.desc(), t.message.c.seq.desc()).limit(_NEWEST)
_OFFICERS = select(t.officer.c.name).where(t.officer.c.officer_id.in_(bindparam("ids", expanding=True)))
_CATEGORY = select(func.coalesce(t.suggestion.c.category, "")).where(
    t.suggestion.c.case_id == bindparam("id")
)
_CITIZEN = select(t.identity.c.display_name).where(t.identity.c.conversation_id == bindparam("id"))


def people_of(connection: Connection, case: Case) -> tuple[str, ...]:
    """Return whom the citizen's messages name (of very many the first hundred and the newest), whom officers recorded as
    accused or victim, and the officers concerned. For checks, never for the screen.
    """
    told = {"id": case.case_id}
    texts = [*connection.execute(_FIRST, told).scalars(), *connection.execute(_LAST, told).scalars()]
    concerned = case.conflict.officers if case.conflict is not None else ()
    officers = connection.execute(_OFFICERS, {"ids": list(concerned)}).scalars() if concerned else ()
    recorded = (one.name for people in written(connection, case) for one in people.people)
    return (*named_people(texts), *recorded, *officers)


def citizen_name(connection: Connection, case: Case) -> str:
    """Return the name a citizen goes by at Zalo, "" where the store does not know it. For checks, never for the screen."""
    return str(connection.execute(_CITIZEN, {"id": case.conversation_id}).scalar() or "")


def category_of(connection: Connection, case: Case) -> str:
    """Return the category a person set, else the suggested one, else ""."""
    return case.category or str(connection.execute(_CATEGORY, {"id": case.case_id}).scalar() or "")
