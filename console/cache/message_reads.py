"""What the projector must look up among messages and replies, for many cases in one statement."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, select, text

from console.cache import tables as t
from console.domain.message import Direction

GUESSED_FROM = 30
"""So many messages of a case are looked at: what a matter is about is said at its beginning."""
# For each case its first rows by the index, and no more: whoever floods one conversation must not make every page dearer.
_FIRST_MESSAGES = text(
    "SELECT wanted.value, m.text, m.type FROM json_each(:ids) AS wanted CROSS JOIN message AS m "
    "WHERE m.message_id IN (SELECT x.message_id FROM message AS x "
    "WHERE x.case_id = wanted.value AND x.direction = :direction ORDER BY x.at, x.seq LIMIT :most) "
    "ORDER BY wanted.key, m.at, m.seq"
)
_REPLY_OF = select(t.reply.c.reply_id).where(t.reply.c.zalo_message_id == bindparam("id"))


def first_messages(connection: Connection, case_ids: Sequence[str]) -> dict[str, tuple[list[str], list[str]]]:
    """Return texts and types of each case's first messages from the citizen, oldest first."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    asked = {
        "ids": json.dumps(list(case_ids)),
        "direction": Direction.INBOUND.value,
        "most": GUESSED_FROM,
    }
    for case_id, said, kind in connection.execute(_FIRST_MESSAGES, asked):
        texts, kinds = found.setdefault(case_id, ([], []))
        texts.append(said)
        kinds.append(kind)
    return found


def reply_of_message(connection: Connection, message_id: str) -> str:
    """Return the reply that became this Zalo message, or ""."""
    return connection.execute(_REPLY_OF, {"id": message_id}).scalar() or ""
