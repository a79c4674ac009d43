"""Replies on their way to Zalo, as the sender needs them (reliability.md §4.4).

The state of a reply is a projection of events; what is kept here beside it is the permit's anchor: what the conversation
held just before the POST.
"""

import json
import unicodedata
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from console.cache import tables as t
from console.cache.views import Waits
from console.cache.walk_state import set_state, state
from console.domain.case import ReplyState
from console.domain.clock import MINUTE_MS
from console.domain.event_json import from_plain
from console.domain.events import OutboundFile
from console.domain.message import Direction, Message, MessageType

MARGIN_MS = 2 * MINUTE_MS
RESTORED = "restored"
"""Name in ``gateway_state`` that a restore sets until the waiting replies have been looked at."""
_FILE_TYPES = frozenset(
    {
        MessageType.PHOTO,
        MessageType.GIF,
        MessageType.FILE,
        MessageType.VIDEO,
        MessageType.LINK,
        MessageType.UNSUPPORTED,
    }
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a conversation held when a reply was permitted: the ids read then and the newest Zalo time (UTC ms)."""

    ids: tuple[str, ...] = ()
    newest_at: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """A reply with all that sending it, or finding it again, takes."""

    reply_id: str
    case_id: str
    conversation_id: str
    zalo_user_id: str
    text: str
    file: OutboundFile | None
    quote_message_id: str
    seen_message_id: str
    override_reason: str
    not_before: int
    queued_at: int
    state: ReplyState
    permit_at: int
    settled_at: int
    searches: int
    searched_at: int
    matches: int
    propose_not_sent: bool
    seq: int


def normal_text(text: str) -> str:
    """Return a text as it is compared: NFC, and any run of white space as one blank. What Zalo alters is not known."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _replies(*states_wanted: ReplyState) -> Select[Any]:
    return (
        select(t.reply, t.identity.c.zalo_user_id)
        .join(t.identity, t.identity.c.conversation_id == t.reply.c.conversation_id)
        .where(t.reply.c.state.in_([s.value for s in states_wanted]))
        .order_by(t.reply.c.seq)
    )


def _waiting(row: Row[Any]) -> Waiting:
    return Waiting(
        row.reply_id,
        row.case_id,
        row.conversation_id,
        row.zalo_user_id,
        row.text,
        from_plain(OutboundFile, json.loads(row.file)) if row.file else None,
        row.quote_message_id,
        row.seen_message_id,
        row.override_reason,
        row.not_before,
        row.queued_at,
        ReplyState(row.state),
        row.permit_at,
        row.settled_at,
        row.searches,
        row.searched_at,
        row.matches,
        bool(row.propose_not_sent),
        row.seq,
    )


def reply(connection: Connection, reply_id: str) -> Waiting | None:
    """Return one reply in whatever state it is."""
    row = connection.execute(_replies(*ReplyState).where(t.reply.c.reply_id == reply_id)).one_or_none()
    return _waiting(row) if row else None


def in_state(connection: Connection, *wanted: ReplyState) -> list[Waiting]:
    """Return the replies in these states, in the order they were asked for."""
    return [_waiting(row) for row in connection.execute(_replies(*wanted))]


def next_queued(connection: Connection) -> list[Waiting]:
    """Return for each conversation the one reply that may go next, in the order they were asked for.

    First in, first out within a conversation; none while another one of it is permitted, nor while an unknown one could be
    this very reply (features C-04: no resend before the first is reconciled).
    """
    permitted: set[str] = set()
    unknown: dict[str, list[Waiting]] = {}
    first: dict[str, Waiting] = {}
    for item in in_state(connection, ReplyState.PERMITTED, ReplyState.UNKNOWN, ReplyState.QUEUED):
        if item.state is ReplyState.PERMITTED:
            permitted.add(item.conversation_id)
        elif item.state is ReplyState.UNKNOWN:
            unknown.setdefault(item.conversation_id, []).append(item)
        else:
            first.setdefault(item.conversation_id, item)
    return [
        item
        for item in first.values()
        if item.conversation_id not in permitted
        and not any(_same_content(item, other) for other in unknown.get(item.conversation_id, ()))
    ]


def waits(connection: Connection, conversation_id: str = "") -> dict[str, Waits]:
    """Return which queued replies wait for another one of their conversation, and for what kind of one.

    As ``next_queued`` decides; what stands behind one that waits for an unknown one waits for it too.
    """
    found: dict[str, Waits] = {}
    unknown: dict[str, list[Waiting]] = {}
    before: dict[str, Waits] = {}
    items = in_state(connection, ReplyState.UNKNOWN) + in_state(
        connection, ReplyState.PERMITTED, ReplyState.QUEUED
    )
    for item in items:
        where = item.conversation_id
        if conversation_id and where != conversation_id:
            continue
        if item.state is ReplyState.UNKNOWN:
            unknown.setdefault(where, []).append(item)
            continue
        if item.state is ReplyState.QUEUED:
            doubt = any(_same_content(item, other) for other in unknown.get(where, ()))
            if doubt or before.get(where) is Waits.UNKNOWN:
                found[item.reply_id] = before[where] = Waits.UNKNOWN
            elif where in before:
                found[item.reply_id] = Waits.EARLIER
        before.setdefault(where, Waits.EARLIER)
    return found


def _same_content(one: Waiting, other: Waiting) -> bool:
    if one.file or other.file:
        return bool(one.file) and bool(other.file)
    return normal_text(one.text) == normal_text(other.text)


def unseen_inbound(connection: Connection, item: Waiting) -> int:
    """Return how many of the case's inbound messages the officer had not seen when the reply was asked for.

    Those are the ones after ``seen_message_id`` in the conversation, and whatever was taken in after the reply was queued,
    however old Zalo says it is (features F-02).
    """
    mine = (
        (t.message.c.case_id == item.case_id)
        & (t.message.c.direction == Direction.INBOUND.value)
        & (t.message.c.message_id != item.seen_message_id)
    )
    seen = connection.execute(
        select(t.message.c.at, t.message.c.seq).where(t.message.c.message_id == item.seen_message_id)
    ).one_or_none()
    at, seq = (seen.at, seen.seq) if seen else (-1, -1)
    after = (
        (t.message.c.at > at)
        | ((t.message.c.at == at) & (t.message.c.seq > seq))
        | (t.message.c.seq > item.seq)
    )
    return connection.execute(select(func.count()).select_from(t.message).where(mine & after)).scalar_one()


def has_inbound(connection: Connection, conversation_id: str) -> bool:
    """Return whether the citizen ever wrote in this conversation."""
    found = connection.execute(
        select(t.message.c.message_id)
        .where(
            t.message.c.conversation_id == conversation_id,
            t.message.c.direction == Direction.INBOUND.value,
        )
        .limit(1)
    ).first()
    return found is not None


def bound_ids(connection: Connection, conversation_id: str) -> set[str]:
    """Return the Zalo ids that belong to replies of this conversation already."""
    return {
        str(i)
        for i in connection.execute(
            select(t.reply.c.zalo_message_id).where(
                t.reply.c.conversation_id == conversation_id, t.reply.c.zalo_message_id.is_not(None)
            )
        ).scalars()
    }


# --- the permit's anchor --------------------------------------------------------------------------------------------


def set_anchor(connection: Connection, reply_id: str, anchor: Anchor) -> None:
    """Keep what the conversation held at the permit, in the permit's own transaction."""
    set_state(connection, f"permit:{reply_id}", json.dumps(asdict(anchor)))


def anchor(connection: Connection, reply_id: str) -> Anchor:
    """Return what ``set_anchor`` kept; an empty one if nothing."""
    text = state(connection, f"permit:{reply_id}")
    return from_plain(Anchor, json.loads(text)) if text else Anchor()


def forget_anchor(connection: Connection, reply_id: str) -> None:
    """Drop the anchor of a reply whose fate is known."""
    set_state(connection, f"permit:{reply_id}", "")


def could_be(item: Waiting, mark: Anchor, message: Message) -> bool:
    """Return whether an outbound message could be this permitted or unknown reply.

    The anchor decides, not this machine's clock: what was there before the permit is not the reply.
    """
    if message.direction is not Direction.OUTBOUND or message.message_id in mark.ids:
        return False
    if message.at < search_floor(item, mark):
        return False
    sent, seen = normal_text(item.text), normal_text(message.text)
    if item.file is None:
        return sent == seen
    # What text a row about a file carries is not documented: none, the caption, or the file's name.
    return message.type in _FILE_TYPES and (sent == seen or not sent or not seen)


def search_floor(item: Waiting, mark: Anchor) -> int:
    """Return the Zalo time (UTC ms) above which a reply must be if it arrived.

    A PC clock that runs ahead would put ``permit_at`` past the row; the newest message seen before the permit bounds it.
    A restored reply may have had its permit after the backup was taken; then it was queued at least.
    """
    began = item.permit_at or item.queued_at
    return min(began, mark.newest_at or began) - MARGIN_MS
