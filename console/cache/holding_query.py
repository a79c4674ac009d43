"""What an officer holds and until when, and who took a case from him or gave him one (features F-03)."""

from collections.abc import Collection
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from console.cache import tables as t
from console.cache.duty_views import Change, Held
from console.cache.visibility import Sight
from console.domain.events import CaseClaimed, CaseHandedOver, CaseTakenOver
from console.record.tables import event

_URGENT_RANK = 1
_KINDS = (CaseClaimed.KIND, CaseTakenOver.KIND, CaseHandedOver.KIND)


def held(connection: Connection, sight: Sight, now_ms: int) -> dict[str, Held]:
    """Return by case what the reader holds."""
    return {
        row.case_id: Held(
            row.case_id,
            row.number,
            0 if row.answered or row.transfer_to or row.snooze_until > now_ms else row.lease_until,
            row.priority_rank == _URGENT_RANK,
        )
        for row in connection.execute(_held(sight))
    }


# It runs at each change: to put a statement together takes longer than to run it.
@lru_cache(maxsize=4)
def _held(sight: Sight) -> Select[Any]:
    c = t.case.c
    return select(
        c.case_id,
        c.number,
        c.answered,
        c.transfer_to,
        c.snooze_until,
        c.priority_rank,
        func.json_extract(c.body, "$.lease_until").label("lease_until"),
    ).where(c.open == 1, c.owner == sight.officer_id, *sight.conditions())


def changes(connection: Connection, sight: Sight, case_ids: Collection[str]) -> tuple[Change, ...]:
    """Return of these cases who holds them now and by whose act; those that nobody holds or that are not there are left out."""
    if not case_ids:
        return ()
    c, owner, actor, any_event = t.case.c, t.officer.alias(), t.officer.alias(), event.alias()
    last = (
        select(func.max(any_event.c.seq))
        .where(any_event.c.case_id == c.case_id, any_event.c.kind.in_(_KINDS))
        .correlate(t.case)
        .scalar_subquery()
    )
    rows = connection.execute(
        select(c.case_id, c.number, c.owner, owner.c.name, event.c.actor, actor.c.name.label("by_name"))
        .select_from(t.case)
        .join(event, event.c.seq == last)
        .join(owner, owner.c.officer_id == c.owner, isouter=True)
        .join(actor, actor.c.officer_id == event.c.actor, isouter=True)
        .where(
            c.case_id.in_(bindparam("ids", expanding=True)), c.open == 1, c.owner != "", *sight.conditions()
        )
        .order_by(c.number),
        {"ids": list(case_ids)},
    )
    return tuple(
        Change(row.case_id, row.number, row.owner, row.name or row.owner, row.actor, row.by_name or row.actor)
        for row in rows
    )
