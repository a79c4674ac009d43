"""Events to rows. The only code that writes projections, so that ``rebuild`` gets the same rows.

Within one transaction inserts are gathered and written with few statements; anything that changes an existing row
flushes them first.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.dialects.sqlite import insert as upsert

from console.cache import tables as t
from console.cache.case_rows import Guess, Rules, case_row
from console.cache.message_reads import first_messages, reply_of_message
from console.cache.projections import BY_KIND
from console.cache.search_index import SearchIndex
from console.cache.views import ChangeSet, MediaState
from console.cache.visibility import write_sight
from console.domain import events as e
from console.domain.case import SECRET_TAG, Case, ReplyState
from console.domain.event_json import from_plain, to_json
from console.domain.events import Event
from console.domain.message import Direction, Message
from console.domain.reduce import apply
from console.domain.subject import is_case, topic_of
from console.record.bulk import Row, insert_rows

SNIPPET_CHARS = 200


_LOAD_CASES = select(t.case.c.case_id, t.case.c.body, t.case.c.snippet, t.case.c.snippet_type).where(
    t.case.c.case_id.in_(bindparam("ids", expanding=True))
)
_MANY = 500
_LOOKS = (e.CaseViewed, e.AnswerSeen)
"""What changes nothing of a case but who has seen what."""


@dataclass(slots=True)
class _Live:
    """A case while its events are being applied."""

    case: Case
    snippet: str
    snippet_type: str
    guess: Guess | None = None
    guess_again: bool = False
    tags_changed: bool = False


class Projector:
    """Applies events to the projection tables. Belongs to the store's thread."""

    def __init__(self, rules: Rules) -> None:
        """Take the domain rules; see ``Rules``."""
        self._rules = rules
        self._search = SearchIndex()
        self._inserts: dict[str, tuple[Table, tuple[str, ...], list[Row]]] = {}

    def forget(self) -> None:
        """Drop what was gathered for a transaction that was rolled back."""
        self._inserts.clear()
        self._search.forget()

    def case(self, connection: Connection, case_id: str) -> Case | None:
        """Return a case as the projections hold it."""
        return self.cases(connection, [case_id]).get(case_id)

    def cases(self, connection: Connection, case_ids: Sequence[str]) -> dict[str, Case]:
        """Return cases as the projections hold them, by id; unknown ones are left out."""
        return {case_id: live.case for case_id, live in _load(connection, case_ids).items()}

    def apply(
        self, connection: Connection, events: Sequence[Event], now_ms: int, *, replay: bool = False
    ) -> ChangeSet:
        """Write what ``events`` change, and say what that was.

        With ``replay`` (rebuild) nothing is queued for work: media is not fetched again.
        """
        known = _load(
            connection, list(dict.fromkeys(event.case_id for event in events if is_case(event.case_id)))
        )
        before = {case_id: state.case for case_id, state in known.items()}
        live: dict[str, _Live] = {}
        opened: set[str] = set()
        inbound: set[str] = set()
        topics: set[str] = set()
        looks = {event.case_id for event in events if isinstance(event.body, _LOOKS)}
        for event in events:
            if not is_case(event.case_id):
                topics.add(topic_of(event.case_id))
                self._tell(connection, None, event)
                continue
            state = live.get(event.case_id)
            if state is None:
                state = known.get(event.case_id) or _Live(Case(event.case_id), "", "")
                live[event.case_id] = state
            if state.guess_again and isinstance(event.body, _ENDS_A_GUESS):
                # What the rules said must not depend on how many events are applied at a time (rebuild).
                self._flush(connection)
                self._guess(connection, [state])
            if not isinstance(event.body, _LOOKS):
                looks.discard(event.case_id)
            state.case = apply(state.case, event)
            self._project(connection, state, event, now_ms, replay=replay)
            self._tell(connection, state.case, event)
            if isinstance(event.body, e.CaseOpened):
                opened.add(event.case_id)
            elif (
                isinstance(event.body, e.MessageReceived)
                and event.body.message.direction is Direction.INBOUND
            ):
                inbound.add(event.case_id)
        self._flush(connection)
        self._write_cases(connection, live)
        for case_id, state in live.items():
            write_sight(connection, before.get(case_id) or Case(case_id), state.case)
        return ChangeSet(
            frozenset(live),
            frozenset(opened),
            frozenset(inbound),
            topics=frozenset(topics),
            looks=frozenset(looks),
        )

    def _tell(self, connection: Connection, case: Case | None, event: Event) -> None:
        """Let the projections beside the cases' own hear of an event."""
        handlers = BY_KIND.get(type(event.body))
        if handlers:
            self._flush(connection)
            for handler in handlers:
                handler(connection, case, event, event.body)

    def _project(
        self, connection: Connection, state: _Live, event: Event, now_ms: int, *, replay: bool
    ) -> None:
        handler = _HANDLERS.get(type(event.body))
        if handler:
            handler(self, connection, state, event, event.body)
        if isinstance(event.body, e.MessageReceived) and not replay:
            self._queue_media(event.case_id, event.body.message, now_ms)

    # --- one handler a kind -----------------------------------------------------------------------------------------

    def _message(self, connection: Connection, state: _Live, event: Event, body: e.MessageReceived) -> None:
        message = body.message
        bound = ""
        if message.direction is Direction.OUTBOUND:
            bound = reply_of_message(connection, message.message_id)
        self._insert(
            t.message,
            message_id=message.message_id,
            case_id=event.case_id,
            conversation_id=state.case.conversation_id,
            direction=message.direction.value,
            type=message.type.value,
            text=message.text,
            at=message.at,
            reply_id=bound,
            seq=event.seq,
        )
        for item in message.attachments:
            self._insert(
                t.attachment,
                message_id=message.message_id,
                number=item.index,
                kind=item.kind.value,
                url=item.url,
                thumb=item.thumb,
                name=item.name,
                latitude=item.latitude,
                longitude=item.longitude,
                state=(MediaState.WAITING if item.fetch else MediaState.NONE).value,
            )
        if message.text and not bound:
            kind = "citizen" if message.direction is Direction.INBOUND else "outside"
            self._search.add(connection, event.case_id, kind, message.message_id, message.at, message.text)
        if message.direction is Direction.INBOUND:
            if message.message_id == state.case.last_inbound_id:
                state.snippet = message.text[:SNIPPET_CHARS]
                state.snippet_type = message.type.value
            state.guess_again = not state.case.category

    def _queue_media(self, case_id: str, message: Message, now_ms: int) -> None:
        for item in message.attachments:
            if item.fetch:
                self._insert(
                    t.media_task,
                    message_id=message.message_id,
                    number=item.index,
                    case_id=case_id,
                    url=item.url,
                    next_at=now_ms,
                )

    def _recalled(
        self, connection: Connection, _state: _Live, _event: Event, body: e.MessageRecalled
    ) -> None:
        self._flush(connection)
        connection.execute(
            update(t.message)
            .where(t.message.c.message_id == body.message_id)
            .values(recalled_at=body.noticed_at)
        )

    def _media_stored(
        self, connection: Connection, _state: _Live, _event: Event, body: e.MediaStored
    ) -> None:
        self._set_attachment(
            connection,
            body.message_id,
            body.index,
            state=MediaState.STORED.value,
            file_id=body.file_id,
            sha256=body.sha256,
            size=body.size,
            media_type=body.media_type,
        )

    def _media_lost(self, connection: Connection, _state: _Live, _event: Event, body: e.MediaLost) -> None:
        self._set_attachment(
            connection, body.message_id, body.index, state=MediaState.LOST.value, reason=body.reason
        )

    def _set_attachment(self, connection: Connection, message_id: str, number: int, **values: Any) -> None:
        self._flush(connection)
        connection.execute(
            update(t.attachment)
            .where(t.attachment.c.message_id == message_id, t.attachment.c.number == number)
            .values(**values)
        )

    def _tags(self, _connection: Connection, state: _Live, _event: Event, _body: Any) -> None:
        state.tags_changed = True

    def _note(self, connection: Connection, _state: _Live, event: Event, body: e.NoteAdded) -> None:
        self._insert(
            t.note,
            note_id=body.note_id,
            case_id=event.case_id,
            author=event.actor,
            text=body.text,
            at=event.at,
            seq=event.seq,
        )
        self._search.add(connection, event.case_id, "note", body.note_id, event.at, body.text)

    def _reply_queued(self, connection: Connection, state: _Live, event: Event, body: e.ReplyQueued) -> None:
        mark = state.case.reply_state(body.reply_id) or ReplyState.QUEUED
        self._insert(
            t.reply,
            reply_id=body.reply_id,
            case_id=event.case_id,
            conversation_id=state.case.conversation_id,
            author=event.actor,
            text=body.text,
            file=to_json(body.file) if body.file else "",
            quote_message_id=body.quote_message_id,
            seen_message_id=body.seen_message_id,
            override_reason=body.override_reason,
            not_before=body.not_before,
            state=mark.value,
            queued_at=event.at,
            seq=event.seq,
        )
        if body.text:
            self._search.add(connection, event.case_id, "reply", body.reply_id, event.at, body.text)

    def _reply_changed(self, connection: Connection, state: _Live, event: Event, body: Any) -> None:
        mark = state.case.reply_state(body.reply_id)
        values: dict[str, Any] = {"state": mark.value} if mark else {}
        if isinstance(body, e.ReplyPermitted):
            values |= {"permit_at": body.permit_at}
        elif isinstance(body, e.ReplyApproved) and body.text:
            values |= {"text": body.text}
            self._search.add(connection, event.case_id, "reply", body.reply_id, event.at, body.text)
        elif isinstance(body, e.ReplySent):
            values |= {"zalo_message_id": body.message_id, "settled_at": body.sent_at}
        elif isinstance(body, e.ReplyRejected):
            values |= {"code": body.code, "reason": body.reason, "settled_at": event.at}
        elif isinstance(body, e.ReplyUnknown):
            values |= {"reason": body.cause, "settled_at": event.at}
        elif isinstance(body, e.ReplySearched):
            values |= {
                "searches": t.reply.c.searches + 1,
                "searched_at": body.searched_at,
                "matches": body.matches,
                "propose_not_sent": int(body.propose_not_sent),
            }
        elif isinstance(body, (e.ReplyResolved, e.ReplyCancelled)):
            values |= {"reason": body.reason, "settled_at": event.at}
        self._flush(connection)
        connection.execute(update(t.reply).where(t.reply.c.reply_id == body.reply_id).values(**values))
        if isinstance(body, e.ReplySent):
            connection.execute(
                update(t.message)
                .where(t.message.c.message_id == body.message_id)
                .values(reply_id=body.reply_id)
            )

    def _moved_in(self, connection: Connection, state: _Live, event: Event, body: Any) -> None:
        """Give messages to the case they moved into (split) or were merged into."""
        self._flush(connection)
        connection.execute(
            update(t.message).where(t.message.c.message_id.in_(body.messages)).values(case_id=event.case_id)
        )
        self._search.move(connection, body.messages, event.case_id)
        self._snippet_again(connection, state, ())

    def _moved_out(
        self, connection: Connection, state: _Live, _event: Event, body: e.MessagesMovedOut
    ) -> None:
        """Let the row say nothing any more of what went to another case."""
        self._flush(connection)
        self._snippet_again(connection, state, body.messages)

    def _merged(self, connection: Connection, _state: _Live, event: Event, body: e.CaseMerged) -> None:
        """Show what was answered and noted with the messages, which went to the case that goes on."""
        self._flush(connection)
        for table in (t.reply, t.note, t.search_source):
            connection.execute(
                update(table).where(table.c.case_id == event.case_id).values(case_id=body.into_case)
            )

    def _snippet_again(self, connection: Connection, state: _Live, without: Sequence[str]) -> None:
        newest = connection.execute(
            select(t.message.c.text, t.message.c.type)
            .where(
                t.message.c.case_id == state.case.case_id,
                t.message.c.direction == Direction.INBOUND.value,
                t.message.c.message_id.not_in(without),
            )
            .order_by(t.message.c.at.desc(), t.message.c.seq.desc())
            .limit(1)
        ).one_or_none()
        state.snippet, state.snippet_type = (newest.text[:SNIPPET_CHARS], newest.type) if newest else ("", "")
        state.guess_again = not state.case.category

    # --- writing ----------------------------------------------------------------------------------------------------

    def _insert(self, table: Table, **row: Any) -> None:
        """Gather one row; a table's rows all name the same columns, in the table's order."""
        held = self._inserts.get(table.name)
        if held is None:
            held = self._inserts[table.name] = (table, tuple(row), [])
        held[2].append(tuple(row.values()))

    def _flush(self, connection: Connection) -> None:
        for table, columns, rows in self._inserts.values():
            insert_rows(connection, table, columns, rows)
        self._inserts.clear()
        self._search.flush(connection)

    def _write_cases(self, connection: Connection, live: dict[str, _Live]) -> None:
        if not live:
            return
        self._guess(connection, [state for state in live.values() if state.guess_again])
        rows = [
            case_row(
                self._rules,
                state.case,
                state.guess or _known_guess(connection, state.case),
                state.snippet,
                state.snippet_type,
            )
            for state in live.values()
        ]
        connection.execute(_PUT_CASE, rows)
        for case_id, state in live.items():
            if state.tags_changed:
                connection.execute(delete(t.case_tag).where(t.case_tag.c.case_id == case_id))
                # Queue, search and the fetching of files know a locked case by this row, whoever took the tag off.
                tags = {*state.case.tags, *((SECRET_TAG,) if state.case.locked else ())}
                if tags:
                    connection.execute(
                        insert(t.case_tag), [{"tag": tag, "case_id": case_id} for tag in sorted(tags)]
                    )

    def _guess(self, connection: Connection, states: Sequence[_Live]) -> None:
        """Run the triage rules over cases that nobody has classified and that have new inbound messages."""
        rows = []
        messages = first_messages(connection, [state.case.case_id for state in states])
        for state in states:
            texts, kinds = messages.get(state.case.case_id, ([], []))
            guess = self._rules.guess(texts, kinds)
            state.guess, state.guess_again = guess, False
            rows.append(
                {
                    "case_id": state.case.case_id,
                    "category": guess.category,
                    "priority": guess.priority,
                    "district": guess.district,
                    "unit": guess.unit,
                    "body": guess.detail,
                }
            )
        if rows:
            connection.execute(_PUT_SUGGESTION, rows)


def _put(table: Table) -> Insert:
    """Return the statement that writes a case's row of ``table``, new or not."""
    statement = upsert(table)
    fields = {c.name: statement.excluded[c.name] for c in table.c if c.name != "case_id"}
    return statement.on_conflict_do_update(index_elements=["case_id"], set_=fields)


_PUT_CASE = _put(t.case)
_PUT_SUGGESTION = _put(t.suggestion)
_ENDS_A_GUESS = (e.CaseClassified, e.MessagesMovedOut, e.MessagesMovedIn, e.CaseAbsorbed, e.CaseMerged)
_GUESS_OF = select(t.suggestion).where(t.suggestion.c.case_id == bindparam("id"))


def _load(connection: Connection, case_ids: Sequence[str]) -> dict[str, _Live]:
    found: dict[str, _Live] = {}
    for start in range(0, len(case_ids), _MANY):
        for row in connection.execute(_LOAD_CASES, {"ids": case_ids[start : start + _MANY]}):
            found[row.case_id] = _Live(from_plain(Case, json.loads(row.body)), row.snippet, row.snippet_type)
    return found


def _known_guess(connection: Connection, case: Case) -> Guess:
    if case.priority:
        return Guess()
    row = connection.execute(_GUESS_OF, {"id": case.case_id}).one_or_none()
    return Guess(row.category, row.priority, row.district, row.unit, row.body) if row else Guess()


_Handler = Callable[[Projector, Connection, _Live, Event, Any], None]
_REPLY_KINDS = (
    e.ReplyApproved,
    e.ReplyCancelled,
    e.ReplyPermitted,
    e.ReplySent,
    e.ReplyRejected,
    e.ReplyUnknown,
    e.ReplySearched,
    e.ReplyResolved,
)
_HANDLERS: dict[type, _Handler] = {
    e.MessageReceived: Projector._message,  # noqa: SLF001
    e.MessageRecalled: Projector._recalled,  # noqa: SLF001
    e.MediaStored: Projector._media_stored,  # noqa: SLF001
    e.MediaLost: Projector._media_lost,  # noqa: SLF001
    e.Tagged: Projector._tags,  # noqa: SLF001
    e.Untagged: Projector._tags,  # noqa: SLF001
    e.SecretSuspected: Projector._tags,  # noqa: SLF001
    e.SecretHandled: Projector._tags,  # noqa: SLF001
    e.NoteAdded: Projector._note,  # noqa: SLF001
    e.ReplyQueued: Projector._reply_queued,  # noqa: SLF001
    e.MessagesMovedIn: Projector._moved_in,  # noqa: SLF001
    e.MessagesMovedOut: Projector._moved_out,  # noqa: SLF001
    e.CaseAbsorbed: Projector._moved_in,  # noqa: SLF001
    e.CaseMerged: Projector._merged,  # noqa: SLF001
    **dict.fromkeys(_REPLY_KINDS, Projector._reply_changed),  # noqa: SLF001
}
