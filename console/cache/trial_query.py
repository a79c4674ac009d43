"""The message by which somebody who connects an OA shows that it arrives, and what became of the answer to it."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from console.cache import tables as t
from console.domain.case import ReplyState
from console.domain.message import Direction

_NEWEST = 200
"""Messages that are looked at: who connects an OA writes the code a moment before."""


@dataclass(frozen=True, slots=True)
class TrialMessage:
    """Where the message with the code lies. ``at`` is Zalo's time of it, UTC ms."""

    case_id: str
    conversation_id: str
    message_id: str
    at: int


def find(connection: Connection, code: str) -> TrialMessage | None:
    """Return the newest message of a citizen that is this code and nothing else; ``None`` while there is none."""
    m = t.message.c
    rows = connection.execute(
        select(m.case_id, m.conversation_id, m.message_id, m.text, m.at)
        .where(m.direction == Direction.INBOUND.value, m.recalled_at == 0)
        .order_by(m.at.desc(), m.seq.desc())
        .limit(_NEWEST)
    )
    for row in rows:
        if "".join(row.text.split()).casefold() == code.casefold():
            return TrialMessage(row.case_id, row.conversation_id, row.message_id, row.at)
    return None


def is_last(connection: Connection, found: TrialMessage) -> bool:
    """Return whether nothing came in that conversation after the code."""
    m = t.message.c
    last = connection.execute(
        select(m.message_id)
        .where(m.conversation_id == found.conversation_id, m.direction == Direction.INBOUND.value)
        .order_by(m.at.desc(), m.seq.desc())
        .limit(1)
    ).scalar()
    return last == found.message_id


def reply_state(connection: Connection, reply_id: str) -> ReplyState | None:
    """Return what became of a reply, ``None`` where there is no such one."""
    found = connection.execute(select(t.reply.c.state).where(t.reply.c.reply_id == reply_id)).scalar()
    return ReplyState(found) if found else None
