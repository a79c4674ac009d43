"""What the projector must look up among messages and replies, for many cases in one statement."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, func, select

from console.cache import tables as t
from console.domain.message import Direction

_MANY = 500
_GUESSED_FROM = 30
"""So many messages of a case are looked at: what a matter is about is said at its beginning."""
_NUMBERED = (
    select(
        t.message.c.case_id,
        t.message.c.text,
        t.message.c.type,
        func.row_number()
        .over(partition_by=t.message.c.case_id, order_by=(t.message.c.at, t.message.c.seq))
        .label("place"),
    )
    .where(
        t.message.c.case_id.in_(bindparam("ids", expanding=True)),
        t.message.c.direction == Direction.INBOUND.value,
    )
    .subquery()
)
_FIRST_MESSAGES = (
    select(_NUMBERED.c.case_id, _NUMBERED.c.text, _NUMBERED.c.type)
    .where(_NUMBERED.c.place <= _GUESSED_FROM)
    .order_by(_NUMBERED.c.case_id, _NUMBERED.c.place)
)
_REPLY_OF = select(t.reply.c.reply_id).where(t.reply.c.zalo_message_id == bindparam("id"))


def first_messages(connection: Connection, case_ids: Sequence[str]) -> dict[str, tuple[list[str], list[str]]]:
    """Return texts and types of each case's first messages from the citizen, oldest first."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for start in range(0, len(case_ids), _MANY):
        for case_id, text, kind in connection.execute(
            _FIRST_MESSAGES, {"ids": case_ids[start : start + _MANY]}
        ):
            texts, kinds = found.setdefault(case_id, ([], []))
            texts.append(text)
            kinds.append(kind)
    return found


def reply_of_message(connection: Connection, message_id: str) -> str:
    """Return the reply that became this Zalo message, or ""."""
    return connection.execute(_REPLY_OF, {"id": message_id}).scalar() or ""
