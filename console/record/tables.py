"""Tables of the log. Rows of ``event`` are never changed; of ``event_body`` only erased by law."""

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint

metadata = MetaData()

event = Table(
    "event",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("event_id", Text, nullable=False, unique=True),
    Column("case_id", Text, nullable=False),
    Column("case_version", Integer, nullable=False),
    Column("unit", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("client_at", Integer, nullable=False),
    Column("at", Integer, nullable=False),
    Column("header", LargeBinary, nullable=False),
    Column("body_hash", LargeBinary, nullable=False),
    Column("prev", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    UniqueConstraint("case_id", "case_version"),
)

event_body = Table(
    "event_body",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("salt", LargeBinary, nullable=False),
    Column("body", Text, nullable=False),
)

command = Table(
    "command",
    metadata,
    Column("command_id", Text, primary_key=True),
    Column("first_seq", Integer, nullable=False),
    Column("last_seq", Integer, nullable=False),
    Column("request_hash", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

register = Table(
    "register",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
)

TRIGGERS = (
    "CREATE TRIGGER event_is_append_only_update BEFORE UPDATE ON event "
    "BEGIN SELECT RAISE(ABORT, 'event is append-only'); END",
    "CREATE TRIGGER event_is_append_only_delete BEFORE DELETE ON event "
    "BEGIN SELECT RAISE(ABORT, 'event is append-only'); END",
    "CREATE TRIGGER event_body_is_not_changed BEFORE UPDATE ON event_body "
    "BEGIN SELECT RAISE(ABORT, 'event_body is erased, never changed'); END",
)
"""Part of the schema; the first migration creates them with the tables."""
