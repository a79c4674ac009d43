"""What time alone does to the queue: when the next case changes its group, and which did since."""

from sqlalchemy import Connection, and_, func, or_, select

from console.cache import tables as t
from console.cache.queue_query import start_of_day
from console.domain.clock import DAY_MS

_TURNS = (t.case.c.due_at, t.case.c.soon_at, t.case.c.snooze_until)
"""Times at which an open case goes to another group, or comes into a view or out of it."""


def next_turn(connection: Connection, after_ms: int) -> int:
    """Return the first moment later than ``after_ms`` (UTC ms) at which a case stands elsewhere; midnight at the latest."""
    c = t.case.c
    (*found,) = connection.execute(
        select(*(func.min(at).filter(at > after_ms) for at in _TURNS)).where(c.open == 1)
    ).one()
    return min([start_of_day(after_ms) + DAY_MS, *(int(at) for at in found if at is not None)])


def turned(connection: Connection, since_ms: int, until_ms: int) -> frozenset[str]:
    """Return the cases whose place may be another at ``until_ms`` than at ``since_ms`` though nothing was written."""
    c = t.case.c
    passed = [and_(at > since_ms, at <= until_ms) for at in _TURNS]
    today = start_of_day(since_ms)
    if start_of_day(until_ms) == today:
        asked = [select(c.case_id).where(c.open == 1, or_(*passed))]
    else:
        asked = [
            select(c.case_id).where(c.open == 1, or_(c.last_inbound_at >= today, *passed)),
            select(c.case_id).where(c.open == 0, c.closed_at >= today),
        ]
    return frozenset(case_id for one in asked for case_id in connection.execute(one).scalars())
