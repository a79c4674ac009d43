"""Outbound rows that may be one of our own replies (features F-06).

A row that could be a permitted or unknown reply is kept aside, durably, until the reply's fate is known. Taken in at once
it would be shown as «gửi ngoài hệ thống» beside the very reply it is.
"""

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, select

from console.cache import tables as t
from console.cache.intake import InboundRow
from console.cache.outbox import Anchor, Waiting, anchor, could_be, in_state, reply
from console.cache.walk_state import set_state, states
from console.domain.case import ReplyState
from console.domain.event_json import from_plain, to_json
from console.domain.message import Direction

_MESSAGE_IDS = select(t.message.c.message_id).where(
    t.message.c.message_id.in_(bindparam("ids", expanding=True))
)
_REPLY_IDS = select(t.reply.c.zalo_message_id).where(
    t.reply.c.zalo_message_id.in_(bindparam("ids", expanding=True))
)
_IN_FLIGHT = (ReplyState.PERMITTED, ReplyState.UNKNOWN)


def stored_ids(connection: Connection, message_ids: Sequence[str]) -> set[str]:
    """Return which of these messages are stored: taken in, bound to a reply, or held back."""
    if not message_ids:
        return set()
    ids = {"ids": list(message_ids)}
    found = {str(i) for i in connection.execute(_MESSAGE_IDS, ids).scalars()}
    missing = [i for i in message_ids if i not in found]
    if missing:
        found.update(str(i) for i in connection.execute(_REPLY_IDS, {"ids": missing}).scalars())
        found.update(_held_ids(connection, missing))
    return found


def _held_ids(connection: Connection, message_ids: Sequence[str]) -> set[str]:
    names = connection.execute(
        select(t.gateway_state.c.name).where(t.gateway_state.c.name.in_([f"held:{i}" for i in message_ids]))
    ).scalars()
    return {name.removeprefix("held:") for name in names}


def has_held(connection: Connection) -> bool:
    """Return whether any row is held back."""
    return bool(states(connection, "held:"))


def hold_back(connection: Connection, rows: Iterable[InboundRow]) -> list[InboundRow]:
    """Return the rows to take in now; keep aside those that could be a reply whose fate is not known yet."""
    everything = list(rows)
    if not any(row.message.direction is Direction.OUTBOUND for row in everything):
        return everything
    pending = [(item, anchor(connection, item.reply_id)) for item in in_state(connection, *_IN_FLIGHT)]
    if not pending:
        return everything
    ready = []
    for row in everything:
        owner = next(
            (
                item.reply_id
                for item, mark in pending
                if item.zalo_user_id == row.zalo_user_id and could_be(item, mark, row.message)
            ),
            "",
        )
        if owner:
            value = json.dumps({"reply_id": owner, "row": to_json(row)})
            set_state(connection, f"held:{row.message.message_id}", value)
        else:
            ready.append(row)
    return ready


def held_for(connection: Connection, item: Waiting, mark: Anchor) -> dict[str, int]:
    """Return the rows held back that could be this reply, id to Zalo time (UTC ms).

    A row that was read once was there, also if somebody has taken it back since and Zalo shows its text no more.
    """
    rows = (
        from_plain(InboundRow, json.loads(json.loads(v)["row"])) for v in states(connection, "held:").values()
    )
    return {
        row.message.message_id: row.message.at
        for row in rows
        if row.zalo_user_id == item.zalo_user_id and could_be(item, mark, row.message)
    }


def take_released(connection: Connection) -> list[InboundRow]:
    """Return, and stop holding, the rows whose reply is settled.

    A reply that an officer confirmed without an id has one row of its own: the one nearest to its permit is dropped, since
    it is the reply itself; the others were sent by somebody else.
    """
    released: list[InboundRow] = []
    confirmed: dict[str, list[InboundRow]] = {}
    for name, value in states(connection, "held:").items():
        kept = json.loads(value)
        owner = reply(connection, kept["reply_id"])
        if owner is not None and owner.state in _IN_FLIGHT:
            continue
        row = from_plain(InboundRow, json.loads(kept["row"]))
        if owner is not None and owner.state is ReplyState.CONFIRMED:
            confirmed.setdefault(owner.reply_id, []).append(row)
        else:
            released.append(row)
        set_state(connection, name, "")
    for rows in confirmed.values():
        rows.sort(key=lambda row: row.message.at)
        released.extend(rows[1:])
    return released
