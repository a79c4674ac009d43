"""What is known of receiving, sending and the store, for the status bar and the banners (features O-03, B-11)."""

import json
from functools import lru_cache

from sqlalchemy import Connection, Integer, Select, bindparam, func, select, true

from console.cache import clock_skew, outbox, sweep_state, walk_state
from console.cache import tables as t
from console.cache.views import Health, MessagesLeft, Trouble, Waits
from console.cache.visibility import Sight
from console.domain.case import ReplyState

PACKAGE_UNTIL = "oa.package_until"
"""Name in ``gateway_state`` under which the gateway keeps the end of the OA package (dd/MM/yyyy)."""
MESSAGES_LEFT = "oa.messages_left"
"""Name under which it keeps how many messages are paid for: a ``MessagesLeft`` as JSON."""


_UNSETTLED = (ReplyState.PERMITTED, ReplyState.QUEUED, ReplyState.UNKNOWN)
_TOKEN = select(t.token).where(t.token.c.state != "SPENT").order_by(t.token.c.generation.desc()).limit(1)
_MEDIA = select(func.count()).select_from(t.media_task)
_QUARANTINED = select(func.count()).select_from(t.quarantine)
_TROUBLES = select(t.trouble).where(t.trouble.c.cleared_at == 0).order_by(t.trouble.c.trouble_id)
_FREE = func.max(t.reply.c.queued_at, t.reply.c.not_before)
_WAITING_SINCE = select(func.min(_FREE)).where(
    t.reply.c.state == ReplyState.QUEUED.value, bindparam("now", type_=Integer) >= _FREE
)


# It runs each second: to put a statement together takes longer than to run it.
@lru_cache(maxsize=4)
def _unsettled(sight: Sight | None) -> Select[str, int]:
    return (
        select(t.reply.c.state, func.count())
        .where(
            t.reply.c.state.in_([state.value for state in _UNSETTLED]),
            true() if sight is None else t.reply.c.case_id.in_(sight.case_ids()),
        )
        .group_by(t.reply.c.state)
    )


def health(connection: Connection, now_ms: int, sight: Sight | None = None) -> Health:
    """Return the state of things as the file knows it at ``now_ms``.

    Replies are counted of the cases that are there for ``sight``; of all where nobody in particular asks.
    """
    poll = walk_state.poll(connection)
    replies: dict[str, int] = dict(connection.execute(_unsettled(sight)).all())
    token = connection.execute(_TOKEN).one_or_none()
    return Health(
        linked_at=poll.linked_at,
        attempted_at=poll.attempted_at,
        catching_up=poll.catching_up,
        failed_ticks=poll.failed_ticks,
        trouble=poll.trouble,
        retry_at=poll.retry_at,
        store_at=now_ms,
        cache_ok=True,
        sending=replies.get(ReplyState.PERMITTED.value, 0),
        queued=replies.get(ReplyState.QUEUED.value, 0),
        unknown=replies.get(ReplyState.UNKNOWN.value, 0),
        behind_unknown=_behind_unknown(connection, sight) if replies.get(ReplyState.UNKNOWN.value) else 0,
        token_state=token.state if token else "",
        token_expires_at=token.expires_at if token else 0,
        refresh_expires_at=token.refresh_expires_at if token else 0,
        package_until=walk_state.state(connection, PACKAGE_UNTIL),
        messages_left=_messages_left(connection),
        media_waiting=_count(connection, _MEDIA),
        gaps=len(walk_state.open_gaps(connection)),
        quarantined=_count(connection, _QUARANTINED),
        waiting_since=_waiting_since(connection, now_ms),
        troubles=_troubles(connection),
        skew=clock_skew.known(connection),
        newest_record=clock_skew.newest_record(connection),
        sweep=sweep_state.sweep(connection),
    )


def _behind_unknown(connection: Connection, sight: Sight | None) -> int:
    ids = [name for name, kind in outbox.waits(connection).items() if kind == Waits.UNKNOWN]
    if sight is None or not ids:
        return len(ids)
    mine = select(func.count()).where(t.reply.c.reply_id.in_(ids), t.reply.c.case_id.in_(sight.case_ids()))
    return _count(connection, mine)


def _messages_left(connection: Connection) -> MessagesLeft | None:
    text = walk_state.state(connection, MESSAGES_LEFT)
    return MessagesLeft(*json.loads(text)) if text else None


def _count(connection: Connection, statement: Select[int]) -> int:
    return connection.execute(statement).scalar_one()


def _waiting_since(connection: Connection, now_ms: int) -> int:
    """Return since when the longest waiting reply has been free to go; 0 while all that wait are still held."""
    return connection.execute(_WAITING_SINCE, {"now": now_ms}).scalar() or 0


def _troubles(connection: Connection) -> tuple[Trouble, ...]:
    return tuple(Trouble(row.kind, row.detail, row.at) for row in connection.execute(_TROUBLES))
