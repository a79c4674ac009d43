"""Messages of a case that did not come from this console, and when the citizen was answered (features F-06)."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from console.cache import tables as t
from console.cache.tables_outside import outside
from console.domain.case import ReplyState
from console.domain.message import Direction

_THERE = (ReplyState.SENT.value, ReplyState.CONFIRMED.value)


@dataclass(frozen=True, slots=True)
class OutsideMessage:
    """One such message; ``answered`` is ``None`` while nobody has recorded who sent it. Zalo's time, UTC ms."""

    message_id: str
    at: int
    answered: bool | None


def outside_messages(connection: Connection, case_id: str) -> list[OutsideMessage]:
    """Return them, oldest first."""
    m = t.message.c
    rows = connection.execute(
        select(m.message_id, m.at, outside.c.answered)
        .join(outside, outside.c.message_id == m.message_id, isouter=True)
        .where(m.case_id == case_id, m.direction == Direction.OUTBOUND.value, m.reply_id == "")
        .order_by(m.at, m.seq)
    )
    return [
        OutsideMessage(row.message_id, row.at, None if row.answered is None else bool(row.answered))
        for row in rows
    ]


def answer_times(connection: Connection, case_id: str, besides: str = "") -> list[int]:
    """Return when the citizen was answered: by this console, or outside it by what nobody says was no answer.

    ``besides`` is a message that is left out.
    """
    r = t.reply.c
    replies = connection.execute(
        select(r.settled_at, r.permit_at, r.state).where(r.case_id == case_id, r.state.in_(_THERE))
    )
    times = [
        row.settled_at if row.state == ReplyState.SENT.value else row.permit_at or row.settled_at
        for row in replies
    ]
    times += [
        one.at
        for one in outside_messages(connection, case_id)
        if one.message_id != besides and one.answered is not False
    ]
    return times
