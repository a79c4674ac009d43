"""Reads of one conversation as the officer sees it: messages, replies, notes and what was done, in time order."""

import json
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection, Row, Text, bindparam, func, select

from console.cache import tables as t
from console.cache.outbox import waits
from console.cache.tables_outside import outside
from console.cache.views import (
    AttachmentView,
    EventItem,
    Explained,
    MediaState,
    MessageItem,
    NoteItem,
    ReplyItem,
    ThreadItem,
)
from console.cache.visibility import Sight, told
from console.domain import events as e
from console.domain.case import Case, ReplyState, TransferState
from console.domain.draft import DraftExtra
from console.domain.event_json import body_from_json
from console.domain.events import Event
from console.domain.message import Direction, MessageType
from console.domain.officer import SYSTEM
from console.domain.sentence import sentence
from console.domain.words import SHOWN_IN_THREAD, words_for
from console.record.local import event_from_row
from console.record.tables import event as event_table
from console.record.tables import event_body

MESSAGE_LIMIT = 500
"""The newest so many messages of a case are shown; older ones on demand."""

_MESSAGES = (
    select(
        t.message,
        outside.c.who,
        outside.c.name.label("who_name"),
        outside.c.answered,
        outside.c.officer,
        t.officer.c.name.label("officer_name"),
    )
    .join(outside, outside.c.message_id == t.message.c.message_id, isouter=True)
    .join(t.officer, t.officer.c.officer_id == outside.c.officer, isouter=True)
    .where(t.message.c.case_id == bindparam("id"), t.message.c.reply_id == "")
    .order_by(t.message.c.at.desc(), t.message.c.seq.desc())
    .limit(bindparam("limit"))
)
_ATTACHMENTS = (
    select(
        t.attachment,
        t.media_task.c.attempts,
        t.media_task.c.next_at,
        t.media_task.c.reason.label("put_off_because"),
    )
    .join(
        t.media_task,
        (t.media_task.c.message_id == t.attachment.c.message_id)
        & (t.media_task.c.number == t.attachment.c.number),
        isouter=True,
    )
    .where(t.attachment.c.message_id.in_(bindparam("ids", expanding=True)))
    .order_by(t.attachment.c.message_id, t.attachment.c.number)
)
_BODIES = select(event_body.c.seq, event_body.c.body).where(
    event_body.c.seq.in_(bindparam("seqs", expanding=True))
)
_QUOTED = select(t.message.c.message_id, t.message.c.text, t.message.c.recalled_at).where(
    t.message.c.message_id.in_(bindparam("ids", expanding=True))
)
_REPLIES = (
    select(t.reply, t.officer.c.name.label("author_name"))
    .join(t.officer, t.officer.c.officer_id == t.reply.c.author, isouter=True)
    .where(t.reply.c.case_id == bindparam("id"))
)
_NOTES = (
    select(t.note, t.officer.c.name.label("author_name"))
    .join(t.officer, t.officer.c.officer_id == t.note.c.author, isouter=True)
    .where(t.note.c.case_id == bindparam("id"))
)
_EVENTS = (
    select(event_table, event_body.c.body, t.officer.c.name.label("actor_name"))
    .join(event_body, event_body.c.seq == event_table.c.seq)
    .join(t.officer, t.officer.c.officer_id == event_table.c.actor, isouter=True)
    .where(
        event_table.c.case_id == bindparam("id"),
        # One parameter however many kinds: SQLAlchemy would write the statement anew for each of them.
        event_table.c.kind.in_(
            select(func.json_each(bindparam("kinds", type_=Text)).table_valued("value").c.value)
        ),
    )
    .order_by(event_table.c.seq.desc())
    .limit(bindparam("limit"))
)


def thread(
    connection: Connection,
    case: Case,
    names: Mapping[str, str],
    sight: Sight,
    *,
    kinds: frozenset[str] = SHOWN_IN_THREAD,
    limit: int = MESSAGE_LIMIT,
) -> list[ThreadItem]:
    """Return the items of a case, oldest first; the newest ``limit`` messages and all that stands beside them.

    ``kinds`` are the events told of beside messages, replies and notes.
    """
    messages = _messages(connection, case.case_id, limit)
    since = messages[0].at if len(messages) == limit else 0
    beside: list[ThreadItem] = [*_replies(connection, case), *_notes(connection, case.case_id)]
    beside += events(connection, case, kinds, names, limit, sight)
    return sorted([*messages, *(item for item in beside if item.at >= since)], key=lambda i: (i.at, i.seq))


def _messages(connection: Connection, case_id: str, limit: int) -> list[MessageItem]:
    rows = connection.execute(_MESSAGES, {"id": case_id, "limit": limit}).all()
    files: dict[str, list[AttachmentView]] = {}
    for row in connection.execute(_ATTACHMENTS, {"ids": [r.message_id for r in rows]}):
        files.setdefault(row.message_id, []).append(_attachment(row))
    kinds = _raw_kinds(connection, [r.seq for r in rows if r.type == MessageType.UNSUPPORTED.value])
    items = [
        MessageItem(
            row.seq,
            row.at,
            row.message_id,
            Direction(row.direction),
            MessageType(row.type),
            row.text,
            tuple(files.get(row.message_id, ())),
            row.recalled_at,
            row.direction == Direction.OUTBOUND.value,
            kinds.get(row.seq, ""),
            _explained(row),
        )
        for row in rows
    ]
    return items[::-1]


def _explained(row: Row[tuple[object, ...]]) -> Explained | None:
    if row.who is None:
        return None
    return Explained(row.who, row.who_name, bool(row.answered), row.officer_name or row.officer)


def _raw_kinds(connection: Connection, seqs: list[int]) -> dict[int, str]:
    """Return what Zalo called the kinds that nobody here knows, by the sequence number of the message's event."""
    if not seqs:
        return {}
    found = {}
    for row in connection.execute(_BODIES, {"seqs": seqs}):
        try:
            raw = json.loads(json.loads(row.body)["message"]["raw"])
            found[row.seq] = str(raw.get("type", ""))[:60]
        except (KeyError, TypeError, ValueError, AttributeError):
            continue
    return found


def _attachment(row: Row[tuple[object, ...]]) -> AttachmentView:
    return AttachmentView(
        row.number,
        MessageType(row.kind),
        row.name,
        row.url,
        row.latitude,
        row.longitude,
        MediaState(row.state),
        row.file_id,
        row.sha256,
        row.size,
        row.media_type,
        row.put_off_because or row.reason,
        row.attempts or 0,
        row.next_at or 0,
    )


def _replies(connection: Connection, case: Case) -> list[ReplyItem]:
    rows = connection.execute(_REPLIES, {"id": case.case_id}).all()
    queued = any(row.state == ReplyState.QUEUED.value for row in rows)
    waiting = waits(connection, case.conversation_id) if queued else {}
    words = quoted(connection, {row.quote_message_id for row in rows if row.quote_message_id})
    bodies = _queued_bodies(connection, [row.seq for row in rows])
    return [
        ReplyItem(
            row.seq,
            row.settled_at if row.state == ReplyState.SENT.value else row.queued_at,
            row.reply_id,
            row.author,
            row.author_name or row.author,
            row.text,
            json.loads(row.file)["name"] if row.file else "",
            ReplyState(row.state),
            row.not_before,
            row.permit_at,
            row.settled_at,
            row.code,
            row.reason,
            row.searches,
            row.searched_at,
            row.matches,
            bool(row.propose_not_sent),
            row.quote_message_id,
            words.get(row.quote_message_id, ""),
            *_origin(bodies.get(row.seq)),
            waiting.get(row.reply_id),
        )
        for row in rows
    ]


def _queued_bodies(connection: Connection, seqs: list[int]) -> dict[int, e.ReplyQueued]:
    """Return how each reply was asked for, by the sequence number of its event."""
    found = {}
    for row in connection.execute(_BODIES, {"seqs": seqs}) if seqs else ():
        body = body_from_json(e.ReplyQueued.KIND, row.body)
        if isinstance(body, e.ReplyQueued):
            found[row.seq] = body
    return found


def _origin(body: e.ReplyQueued | None) -> tuple[DraftExtra, str, str]:
    """Return what belongs to a reply, as it was first written and from which version of which ready answer."""
    if body is None:
        return DraftExtra(), "", ""
    return (
        DraftExtra(body.file, body.quote_message_id, body.canned_code),
        body.text,
        body.canned_version,
    )


def quoted(connection: Connection, message_ids: set[str]) -> dict[str, str]:
    """Return the words of quoted messages; a recalled one's are not repeated (features C-15)."""
    if not any(message_ids):
        return {}
    found = connection.execute(_QUOTED, {"ids": sorted(message_ids)})
    return {row.message_id: "" if row.recalled_at else row.text for row in found}


def _notes(connection: Connection, case_id: str) -> list[NoteItem]:
    return [
        NoteItem(row.seq, row.at, row.note_id, row.author, row.author_name or row.author, row.text)
        for row in connection.execute(_NOTES, {"id": case_id})
    ]


def events(
    connection: Connection,
    case: Case,
    kinds: frozenset[str],
    names: Mapping[str, str],
    limit: int,
    sight: Sight,
) -> list[EventItem]:
    """Return what was done to a case, newest first; ``kinds`` are the event kinds wanted.

    Another case that such an event names is named only where it is there for ``sight``.
    """
    parameters = {"id": case.case_id, "kinds": json.dumps(sorted(kinds)), "limit": limit}
    items = []
    ended = _ended(connection, case) if case.transfer is not None else {}
    for row in connection.execute(_EVENTS, parameters):
        event = event_from_row(row)
        actor = sentence("Hệ thống") if event.actor == SYSTEM else row.actor_name or event.actor
        body = told(connection, sight, event.body)
        if case.locked and isinstance(body, e.CaseTransferred):
            body = replace(body, reason="")  # it begins with what the citizen wrote
        item = EventItem(event.seq, event.at, event.kind, actor, words_for(body, names))
        if isinstance(event.body, e.CaseTransferred):
            item = _transfer(item, event.body, case, ended)
        items.append(item)
    return items


def events_of_kinds(connection: Connection, case_id: str, kinds: frozenset[str]) -> list[Event]:
    """Return the events of these kinds of one case, oldest first."""
    parameters = {"id": case_id, "kinds": json.dumps(sorted(kinds)), "limit": MESSAGE_LIMIT}
    return [event_from_row(row) for row in connection.execute(_EVENTS, parameters)][::-1]


def _ended(connection: Connection, case: Case) -> dict[str, TransferState]:
    """Return how each of the case's transfers ended; the latest answer counts."""
    states: dict[type, TransferState] = {
        e.TransferAccepted: TransferState.ACCEPTED,
        e.TransferReturned: TransferState.RETURNED,
        e.TransferRecalled: TransferState.RECALLED,
        e.TransferTimedOut: TransferState.TIMED_OUT,
    }
    kinds = frozenset(str(getattr(kind, "KIND", "")) for kind in states)
    found = events_of_kinds(connection, case.case_id, kinds)
    return {getattr(x.body, "transfer_id", ""): states[type(x.body)] for x in found if type(x.body) in states}


def _transfer(
    item: EventItem, body: e.CaseTransferred, case: Case, ended: Mapping[str, TransferState]
) -> EventItem:
    """Return the line of a transfer with what became of it."""
    transfer = case.transfer
    current = transfer is not None and transfer.transfer_id == body.transfer_id
    return EventItem(
        item.seq,
        item.at,
        item.kind,
        item.actor_name,
        item.words,
        body.to_unit,
        transfer.state if transfer and current else ended.get(body.transfer_id, TransferState.PENDING),
        body.due_at,
        transfer.answered_at if transfer and current else 0,
    )
