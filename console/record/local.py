"""The record of one PC: the log inside the same encrypted SQLite file as its projections.

A ``LocalRecord`` lives as long as one transaction. Whoever opens the transaction (the store) commits it together with
the projections, so that the log and what the screen shows can never disagree.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import sqlalchemy
from sqlalchemy import Connection, bindparam, func, select
from sqlalchemy.dialects.sqlite import insert as upsert

from console.domain.event_json import body_from_json, body_to_json
from console.domain.events import CaseOpened, Event
from console.record import chain
from console.record.base import Appended, Command, CommandReusedError, Status
from console.record.bulk import Row, insert_rows
from console.record.tables import command as command_table
from console.record.tables import event as event_table
from console.record.tables import event_body, register

VIETNAM = timezone(timedelta(hours=7))

_KNOWN_COMMANDS = select(command_table).where(
    command_table.c.command_id.in_(bindparam("ids", expanding=True))
)
_CASE_VERSIONS = (
    select(event_table.c.case_id, func.max(event_table.c.case_version).label("version"))
    .where(event_table.c.case_id.in_(bindparam("ids", expanding=True)))
    .group_by(event_table.c.case_id)
)
_EVENT_COLUMNS = tuple(column.name for column in event_table.c)
_COMMAND_COLUMNS = ("command_id", "first_seq", "last_seq", "request_hash")
_MANY = 500
_LAST_NUMBER = select(register.c.last).where(register.c.year == bindparam("year"))
_PUT_NUMBER = upsert(register)
_PUT_NUMBER = _PUT_NUMBER.on_conflict_do_update(
    index_elements=["year"], set_={"last": _PUT_NUMBER.excluded.last}
)
_HEAD = select(event_table.c.seq, event_table.c.hash).order_by(event_table.c.seq.desc()).limit(1)


class LocalRecord:
    """Appends to the log on one open transaction (``BEGIN IMMEDIATE``)."""

    def __init__(self, connection: Connection, now_ms: int) -> None:
        """Take the transaction's connection and the record's time (UTC ms) for all events of it."""
        self._connection = connection
        self._now_ms = now_ms
        head = connection.execute(_HEAD).one_or_none()
        self._seq: int = head.seq if head else 0
        self._hash: bytes = head.hash if head else chain.GENESIS
        self._versions: dict[str, int] = {}
        self._known: dict[str, sqlalchemy.Row[Any]] = {}
        self._registered: dict[int, int] = {}

    def append(self, command: Command) -> Appended:
        """Add one command's events, or say why not. Raises ``CommandReusedError``."""
        return self.append_all([command])[0]

    def append_all(self, commands: Sequence[Command]) -> list[Appended]:
        """Add many commands in order, with few statements. Raises ``CommandReusedError``."""
        self._look_up(commands)
        answers: list[Appended] = []
        rows: list[Row] = []
        bodies: list[Row] = []
        accepted: list[Row] = []
        fresh: dict[str, tuple[bytes, Appended]] = {}
        for command in commands:
            texts = [body_to_json(body) for body in command.bodies]
            request = _request_hash(command, texts)
            earlier = self._earlier(command, request, fresh)
            if earlier is not None:
                answers.append(earlier)
                continue
            version = self._versions[command.case_id]
            if command.expected_version is not None and command.expected_version != version:
                answers.append(Appended(Status.CONFLICT, version=version))
                continue
            first_seq = self._seq + 1
            events = tuple(
                self._next(command, number, texts[number], rows, bodies) for number in range(len(texts))
            )
            accepted.append((command.command_id, first_seq, self._seq, request))
            answer = Appended(Status.APPLIED, events, self._versions[command.case_id])
            fresh[command.command_id] = (request, answer)
            answers.append(answer)
        if rows:
            insert_rows(self._connection, event_table, _EVENT_COLUMNS, rows)
            insert_rows(self._connection, event_body, ("seq", "salt", "body"), bodies)
            insert_rows(self._connection, command_table, _COMMAND_COLUMNS, accepted)
            self._write_register()
        return answers

    def _earlier(
        self, command: Command, request: bytes, fresh: dict[str, tuple[bytes, Appended]]
    ) -> Appended | None:
        """Return the answer to a command that was applied before, in this call or any time ago."""
        if command.command_id in fresh:
            known, answer = fresh[command.command_id]
            _require_same(command, known, request)
            return replace(answer, status=Status.DUPLICATE)
        row = self._known.get(command.command_id)
        if row is None:
            return None
        _require_same(command, row.request_hash, request)
        events = read_events(self._connection, row.first_seq, row.last_seq)
        return Appended(Status.DUPLICATE, tuple(events), self._versions[command.case_id])

    def _look_up(self, commands: Sequence[Command]) -> None:
        """Read what the log knows of these commands and their cases, in a few statements for any number."""
        for ids in _chunks([c.command_id for c in commands]):
            for row in self._connection.execute(_KNOWN_COMMANDS, {"ids": ids}):
                self._known[row.command_id] = row
        unread = {c.case_id for c in commands} - self._versions.keys()
        for ids in _chunks(list(unread)):
            self._versions |= dict.fromkeys(ids, 0)
            for row in self._connection.execute(_CASE_VERSIONS, {"ids": ids}):
                self._versions[row.case_id] = row.version

    def _next(
        self,
        command: Command,
        number: int,
        text: str,
        rows: list[Row],
        bodies: list[Row],
    ) -> Event:
        """Make the next event of the chain and the rows it is stored as; ``text`` is its body as JSON."""
        body = command.bodies[number]
        if isinstance(body, CaseOpened) and not body.number:
            body = replace(body, number=self._take_number())
            text = body_to_json(body)
        self._seq += 1
        version = self._versions[command.case_id] + 1
        self._versions[command.case_id] = version
        event_id = command.command_id if number == 0 else f"{command.command_id}.{number}"
        event = Event(
            self._seq,
            event_id,
            command.case_id,
            version,
            command.unit,
            command.actor,
            command.device,
            command.client_at,
            self._now_ms,
            body,
        )
        header = chain.header_of(
            event.seq,
            event_id,
            event.case_id,
            version,
            event.unit,
            event.kind,
            event.actor,
            event.device,
            event.client_at,
            event.at,
        )
        made = chain.link(self._hash, header, text)
        self._hash = made.hash
        rows.append(
            (
                event.seq,
                event_id,
                event.case_id,
                version,
                event.unit,
                event.kind,
                event.actor,
                event.device,
                event.client_at,
                event.at,
                made.header,
                made.body_hash,
                made.prev,
                made.hash,
            )
        )
        bodies.append((event.seq, made.salt, text))
        return event

    def _take_number(self) -> str:
        """Return the next register number of the year, ``CB26-01482``: gap-free, never used twice (features R-01)."""
        year = datetime.fromtimestamp(self._now_ms / 1000, UTC).astimezone(VIETNAM).year
        if year not in self._registered:
            last = self._connection.execute(_LAST_NUMBER, {"year": year}).scalar()
            self._registered[year] = last or 0
        self._registered[year] += 1
        return f"CB{year % 100:02d}-{self._registered[year]:05d}"

    def _write_register(self) -> None:
        for year, last in self._registered.items():
            self._connection.execute(_PUT_NUMBER, {"year": year, "last": last})


def read_events(connection: Connection, first_seq: int, last_seq: int) -> list[Event]:
    """Return the events ``first_seq``..``last_seq``, in order; erased bodies come back as unknown ones."""
    rows = connection.execute(
        select(event_table, event_body.c.body)
        .join(event_body, event_body.c.seq == event_table.c.seq, isouter=True)
        .where(event_table.c.seq.between(first_seq, last_seq))
        .order_by(event_table.c.seq)
    )
    return [event_from_row(row) for row in rows]


def read_case(connection: Connection, case_id: str, after_version: int = 0) -> list[Event]:
    """Return the events of one case with a version above ``after_version``, in order."""
    rows = connection.execute(
        select(event_table, event_body.c.body)
        .join(event_body, event_body.c.seq == event_table.c.seq, isouter=True)
        .where(event_table.c.case_id == case_id, event_table.c.case_version > after_version)
        .order_by(event_table.c.case_version)
    )
    return [event_from_row(row) for row in rows]


def event_from_row(row: Any) -> Event:
    """Return the event that a row of ``event`` joined with its body holds."""
    return Event(
        row.seq,
        row.event_id,
        row.case_id,
        row.case_version,
        row.unit,
        row.actor,
        row.device,
        row.client_at,
        row.at,
        body_from_json(row.kind, row.body or ""),
    )


def _chunks(items: Sequence[str]) -> Iterable[Sequence[str]]:
    return (items[start : start + _MANY] for start in range(0, len(items), _MANY))


def _request_hash(command: Command, texts: Sequence[str]) -> bytes:
    digest = hashlib.sha256(command.case_id.encode())
    for body, text in zip(command.bodies, texts, strict=True):
        digest.update(body.KIND.encode() + b"\x1f" + text.encode() + b"\x1e")
    return digest.digest()


def _require_same(command: Command, known: bytes, request: bytes) -> None:
    if known != request:
        raise CommandReusedError(f"command {command.command_id} was applied with another content before")
