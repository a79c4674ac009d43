"""What became of an officer's own replies, wherever he is looking (features C-04, C-05)."""

from collections.abc import Collection
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, or_, select

from console.cache import tables as t
from console.cache.views import AwaitingReply, ReplyFate
from console.cache.visibility import Sight
from console.cache.window_query import conversation_window
from console.domain.case import ReplyState
from console.domain.window import ZaloRules

_OPEN = tuple(
    state.value
    for state in (
        ReplyState.AWAITING_APPROVAL,
        ReplyState.QUEUED,
        ReplyState.PERMITTED,
        ReplyState.UNKNOWN,
    )
)


def fates(connection: Connection, author: str, known: Collection[str], sight: Sight) -> list[ReplyFate]:
    """Return an author's replies that are not settled, and those of ``known`` whatever they are, oldest first.

    Of a case that is not there for him any more he is told nothing, whoever wrote the reply.
    """
    rows = connection.execute(_fates(sight), {"author": author, "known": list(known)})
    return [
        ReplyFate(row.reply_id, row.case_id, row.number, ReplyState(row.state), row.code, row.reason)
        for row in rows
    ]


# They run at each change: to put a statement together takes longer than to run it.
@lru_cache(maxsize=4)
def _fates(sight: Sight) -> Select[Any]:
    r = t.reply.c
    known = r.reply_id.in_(bindparam("known", expanding=True))
    return (
        select(r.reply_id, r.case_id, t.case.c.number, r.state, r.code, r.reason)
        .join(t.case, t.case.c.case_id == r.case_id)
        .where(r.author == bindparam("author"), or_(r.state.in_(_OPEN), known), *sight.conditions())
        .order_by(r.seq)
    )


def awaiting(connection: Connection, sight: Sight, zalo: ZaloRules, now_ms: int) -> list[AwaitingReply]:
    """Return the replies that wait for a second officer, the one whose window closes first at the head (features C-12)."""
    rows = connection.execute(_awaiting(sight)).all()
    found = [
        AwaitingReply(
            row.reply_id,
            row.case_id,
            row.number,
            row.author,
            row.queued_at,
            conversation_window(connection, row.conversation_id, zalo, now_ms).closes_at,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (one.closes_at, one.queued_at))


@lru_cache(maxsize=4)
def _awaiting(sight: Sight) -> Select[Any]:
    r = t.reply.c
    return (
        select(r.reply_id, r.case_id, r.conversation_id, r.author, r.queued_at, t.case.c.number)
        .join(t.case, t.case.c.case_id == r.case_id)
        .where(r.state == ReplyState.AWAITING_APPROVAL.value, *sight.conditions())
        .order_by(r.seq)
    )
