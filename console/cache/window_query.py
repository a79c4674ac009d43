"""The Zalo reply window of conversations: what was sent, what Zalo answered about quota, what is left."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, bindparam, exists, func, select
from sqlalchemy import case as sql_case

from console.cache import tables as t
from console.cache.clock_skew import known
from console.cache.views import WindowView
from console.domain.case import ReplyState
from console.domain.message import Direction
from console.domain.skew import refused_words
from console.domain.window import QuotaAnswer, Refusal, ZaloRules, reply_window

_QUOTAS = select(t.quota).where(t.quota.c.conversation_id.in_(bindparam("ids", expanding=True)))
_SENT_REPLIES = select(
    t.reply.c.conversation_id,
    # One that an officer says arrived was given to Zalo when it was permitted, not when he said so.
    sql_case(
        (t.reply.c.state == ReplyState.SENT.value, t.reply.c.settled_at), else_=t.reply.c.permit_at
    ).label("at"),
).where(
    t.reply.c.conversation_id.in_(bindparam("ids", expanding=True)),
    t.reply.c.state.in_([ReplyState.SENT.value, ReplyState.CONFIRMED.value]),
)
_DOUBTFUL = select(t.reply.c.conversation_id, t.reply.c.permit_at, t.reply.c.settled_at).where(
    t.reply.c.conversation_id.in_(bindparam("ids", expanding=True)),
    t.reply.c.state.in_([ReplyState.PERMITTED.value, ReplyState.UNKNOWN.value]),
)
_OUTSIDE = select(t.message.c.conversation_id, t.message.c.at).where(
    t.message.c.conversation_id.in_(bindparam("ids", expanding=True)),
    t.message.c.direction == Direction.OUTBOUND.value,
    t.message.c.reply_id == "",
)
_REFUSED = select(t.reply.c.conversation_id, t.reply.c.code, t.reply.c.settled_at, t.reply.c.reason).where(
    t.reply.c.state == ReplyState.REJECTED.value,
    t.reply.c.conversation_id.in_(bindparam("ids", expanding=True)),
    t.reply.c.code != 0,
    # In the order of the log, not of clocks: Zalo's and this machine's differ.
    ~exists().where(
        t.message.c.conversation_id == t.reply.c.conversation_id,
        t.message.c.direction == Direction.INBOUND.value,
        t.message.c.seq > t.reply.c.seq,
    ),
)
_LAST_INBOUND = select(func.max(t.message.c.at)).where(
    t.message.c.conversation_id == bindparam("id"), t.message.c.direction == Direction.INBOUND.value
)


def outbound_times(connection: Connection, conversation_ids: Sequence[str]) -> dict[str, list[int]]:
    """Return when the OA wrote to each citizen (UTC ms, ascending), from here or from elsewhere (features C-02)."""
    times: dict[str, list[int]] = {}
    for statement in (_SENT_REPLIES, _OUTSIDE):
        for conversation_id, at in connection.execute(statement, {"ids": conversation_ids}):
            times.setdefault(conversation_id, []).append(at)
    for found in times.values():
        found.sort()
    return times


def doubtful_times(connection: Connection, conversation_ids: Sequence[str]) -> dict[str, list[int]]:
    """Return when replies were given to Zalo (UTC ms) of which nobody knows yet whether they arrived (features C-04)."""
    times: dict[str, list[int]] = {}
    for row in connection.execute(_DOUBTFUL, {"ids": conversation_ids}):
        times.setdefault(row.conversation_id, []).append(row.permit_at or row.settled_at)
    return times


def quota_answers(connection: Connection, conversation_ids: Sequence[str]) -> dict[str, QuotaAnswer]:
    """Return the newest quota answer Zalo gave for each conversation."""
    return {
        row.conversation_id: QuotaAnswer(row.remain, row.total, row.last_interaction_at or None, row.at)
        for row in connection.execute(_QUOTAS, {"ids": conversation_ids})
    }


def refusals(connection: Connection, conversation_ids: Sequence[str]) -> dict[str, list[Refusal]]:
    """Return the replies Zalo refused with a code since each citizen wrote last."""
    found: dict[str, list[Refusal]] = {}
    for row in connection.execute(_REFUSED, {"ids": conversation_ids}):
        found.setdefault(row.conversation_id, []).append(Refusal(row.code, row.settled_at, row.reason))
    return found


def window_of(
    last_inbound_at: int,
    sent: Sequence[int],
    quota: QuotaAnswer | None,
    zalo: ZaloRules,
    now_ms: int,
    refused: Sequence[Refusal] = (),
    doubtful: Sequence[int] = (),
) -> WindowView:
    """Return the window as the screen shows it; times 0 where there is none."""
    window = reply_window(last_inbound_at or None, sent, quota, zalo, now_ms, refused, doubtful)
    return WindowView(
        window.state,
        -1 if window.free_left is None else window.free_left,
        -1 if window.free_total is None else window.free_total,
        window.free_until_ms or 0,
        window.closes_at_ms or 0,
        window.reason,
        maybe_used=window.maybe_used,
    )


def conversation_window(
    connection: Connection, conversation_id: str, zalo: ZaloRules, now_ms: int
) -> WindowView:
    """Return the window of one conversation over all its cases.

    One that is closed only by this machine's clock, not by Zalo's, says so (``wrong_clock``); it stays closed, for what is
    sent now would be timed wrongly everywhere.
    """
    last = connection.execute(_LAST_INBOUND, {"id": conversation_id}).scalar() or 0
    sent = outbound_times(connection, [conversation_id]).get(conversation_id, [])
    quota = quota_answers(connection, [conversation_id]).get(conversation_id)
    refused = refusals(connection, [conversation_id]).get(conversation_id, [])
    doubtful = doubtful_times(connection, [conversation_id]).get(conversation_id, [])
    window = window_of(last, sent, quota, zalo, now_ms, refused, doubtful)
    skew = known(connection)
    if window.state == "closed" and skew is not None and skew.wrong:
        there = window_of(last, sent, quota, zalo, now_ms - skew.ms, refused, doubtful)
        if there.state != "closed":
            return replace(window, reason=refused_words(skew), wrong_clock=True)
    return window
