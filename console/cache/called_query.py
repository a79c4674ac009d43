"""Who is called to a case that somebody has, but nobody works on: it must be heard until it is taken (features B-06, E-01, N-01).

What nobody holds is the queue's view of new cases; these are the others. A case that was handed on waits at the desk it went
to, and once the ladder has called the province, there, too. An urgent case whose holder let his time run out is nobody's.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, and_, bindparam, func, or_, select

from console.cache import tables as t
from console.cache.duty_views import Reminder
from console.cache.visibility import Sight
from console.domain.case import TransferState

_URGENT_RANK = 1
_NOW: ColumnElement[int] = bindparam("now", type_=Integer)
_PROVINCE_LEVEL = 2
"""From this rung of the ladder on a case that no unit accepts is the province's concern again."""


@dataclass(frozen=True, slots=True)
class Called:
    """A case that calls the officer's desk; ``ours`` waits for his own unit to accept it."""

    case_id: str
    urgent: bool
    ours: bool


@dataclass(frozen=True, slots=True)
class CameBack:
    """A case the officer handed on and still holds that its receiver gave back."""

    case_id: str
    number: str
    transfer_id: str


def called(connection: Connection, sight: Sight, now_ms: int) -> tuple[Called, ...]:
    """Return the cases that call the desk of who reads, the urgent and those of his own unit first."""
    rows = connection.execute(_called(sight), {"now": now_ms})
    return tuple(Called(row.case_id, row.priority_rank == _URGENT_RANK, bool(row.ours)) for row in rows)


# They run at each change: to put a statement together takes longer than to run it.
@lru_cache(maxsize=4)
def _called(sight: Sight) -> Select[Any]:
    c = t.case.c
    ours = c.transfer_to.in_(sight.own)
    conditions: list[ColumnElement[bool]] = [ours, _let_go(sight)]
    if sight.units is None:
        conditions.append(
            and_(
                c.transfer_to != "",
                c.priority_rank == _URGENT_RANK,
                func.json_extract(c.body, "$.raised") >= _PROVINCE_LEVEL,
            )
        )
    return (
        select(c.case_id, c.priority_rank, ours.label("ours"))
        .where(c.open == 1, or_(*conditions), *sight.conditions())
        .order_by(c.priority_rank, ours.desc(), c.case_id)
    )


def _let_go(sight: Sight) -> ColumnElement[bool]:
    """Return the condition for an urgent case whose holder's time ran out while the citizen waits for an answer."""
    c = t.case.c
    return and_(
        sight.answering(),
        c.priority_rank == _URGENT_RANK,
        c.owner != "",
        c.transfer_to == "",
        c.answered == 0,
        c.snooze_until <= _NOW,
        func.json_extract(c.body, "$.lease_until").between(1, _NOW),
    )


def emergencies(connection: Connection, sight: Sight) -> tuple[str, ...]:
    """Return the cases in which the machine saw an emergency after a person decided on them, until somebody has read it."""
    return tuple(connection.execute(_emergencies(sight)).scalars())


@lru_cache(maxsize=4)
def _emergencies(sight: Sight) -> Select[Any]:
    c = t.case.c
    seen = func.json_extract(c.body, "$.emergency.message_id")
    conditions = (c.open == 1, c.priority_rank == _URGENT_RANK, c.unread > 0, seen.is_not(None))
    return select(c.case_id).where(*conditions, *sight.conditions()).order_by(c.case_id)


def reminders(connection: Connection, sight: Sight, now_ms: int) -> tuple[Reminder, ...]:
    """Return what was put off until now: the reader's own, and what nobody is at; the earliest first (features B-08)."""
    rows = connection.execute(_reminders(sight), {"now": now_ms})
    return tuple(Reminder(row.case_id, row.number, row.snooze_until) for row in rows)


@lru_cache(maxsize=4)
def _reminders(sight: Sight) -> Select[Any]:
    c = t.case.c
    nobody = or_(c.owner == "", func.json_extract(c.body, "$.lease_until") <= _NOW)
    return (
        select(c.case_id, c.number, c.snooze_until)
        .where(
            c.open == 1,
            c.snooze_until.between(1, _NOW),
            c.transfer_to == "",
            or_(c.owner == sight.officer_id, nobody),
            *sight.conditions(),
        )
        .order_by(c.snooze_until, c.case_id)
    )


def came_back(connection: Connection, sight: Sight) -> tuple[CameBack, ...]:
    """Return what the reader holds of cases that a unit gave back."""
    rows = connection.execute(_came_back(sight))
    return tuple(CameBack(row.case_id, row.number, row.transfer_id) for row in rows)


@lru_cache(maxsize=4)
def _came_back(sight: Sight) -> Select[Any]:
    c = t.case.c
    body = c.body
    return select(
        c.case_id,
        c.number,
        func.json_extract(body, "$.transfer.transfer_id").label("transfer_id"),
    ).where(
        c.open == 1,
        c.owner == sight.officer_id,
        c.transfer_to == "",
        func.json_extract(body, "$.transfer.state") == TransferState.RETURNED.value,
        *sight.conditions(),
    )
