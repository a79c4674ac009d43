"""Saying where one is: a beat for everybody else's screens (features F-01). It is no event and no part of the audit; it is believed
for a short while only (``cache.presence_query``) and the next beat writes over it.
"""

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert as upsert

from console.actions.desk import Desk
from console.actions.guards import require, visible_case
from console.cache import tables as t
from console.cache.store import Transaction
from console.cache.views import PRESENCE_TOPIC, ChangeSet, PresenceKind
from console.domain.officer import Permission


def be_at(desk: Desk, case_id: str, kind: PresenceKind) -> None:
    """Say that the officer looks at a case, or writes in it.

    Raises:
        Missing: he may not know of the case.
        Refused: the officer's roles read nothing.

    """
    require(desk.officer, Permission.READ)
    with desk.store.write() as tx:
        visible_case(tx, desk, case_id)
        _put(tx, desk.officer.officer_id, case_id, PresenceKind(kind).value)


def leave(desk: Desk) -> None:
    """Say that the officer is at no case any more."""
    require(desk.officer, Permission.READ)
    with desk.store.write() as tx:
        known = tx.connection.execute(
            select(t.presence.c.case_id).where(t.presence.c.officer == desk.officer.officer_id)
        ).scalar()
        if known:
            _put(tx, desk.officer.officer_id, "", PresenceKind.VIEWING.value)


def _put(tx: Transaction, officer_id: str, case_id: str, kind: str) -> None:
    values = {"case_id": case_id, "kind": kind, "at": tx.now_ms}
    statement = upsert(t.presence).values(officer=officer_id, **values)
    tx.connection.execute(statement.on_conflict_do_update(index_elements=["officer"], set_=values))
    tx.changes |= ChangeSet(topics=frozenset({PRESENCE_TOPIC}))
