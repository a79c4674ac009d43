"""What the walk must remember between two starts: the watermark, what it covered, gaps, rows it could not read, troubles."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from console.cache import tables as t
from console.domain.clock import DAY_MS
from console.domain.message import Direction

SETTINGS = "profile.settings"
"""Name under which the text of ``settings.json`` lies in the store, so that every backup holds it, under the store's key."""
_MANY = 500
_COVERED = select(t.covered.c.message_id).where(t.covered.c.message_id.in_(bindparam("ids", expanding=True)))
_STATE = select(t.gateway_state.c.value).where(t.gateway_state.c.name == bindparam("name"))
_KEPT_TROUBLES_MS = 90 * DAY_MS


class Mark(NamedTuple):
    """A place in the list of messages: Zalo's time (UTC ms), then the id."""

    at: int
    message_id: str


@dataclass(frozen=True, slots=True)
class Poll:
    """What the status bar needs to know of the walk; see ``console.cache.views.Health`` for the fields."""

    linked_at: int = 0
    attempted_at: int = 0
    catching_up: bool = False
    failed_ticks: int = 0
    trouble: str = ""
    retry_at: int = 0


@dataclass(frozen=True, slots=True)
class Gap:
    """A span of Zalo time (UTC ms) in which messages may exist that no read has shown."""

    gap_id: int
    open_from: int
    open_to: int
    noticed_at: int


class StoredMessage(NamedTuple):
    """One stored message, as far as reading it again takes. ``at`` is Zalo's time (UTC ms)."""

    message_id: str
    case_id: str
    zalo_user_id: str
    at: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that could not be filed: its whole JSON, who gave it, and why it could not."""

    digest: str
    source: str
    reason: str
    raw: str = field(repr=False)


def state(connection: Connection, name: str) -> str:
    """Return a value the gateway keeps under ``name``, or ""."""
    return connection.execute(_STATE, {"name": name}).scalar() or ""


def set_state(connection: Connection, name: str, value: str) -> None:
    """Keep ``value`` under ``name``; "" forgets it."""
    if not value:
        connection.execute(delete(t.gateway_state).where(t.gateway_state.c.name == name))
        return
    statement = upsert(t.gateway_state).values(name=name, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def states(connection: Connection, prefix: str) -> dict[str, str]:
    """Return all values whose name begins with ``prefix``, by name."""
    rows = connection.execute(
        select(t.gateway_state.c.name, t.gateway_state.c.value).where(
            t.gateway_state.c.name.between(prefix, prefix + "\U0010ffff")
        )
    )
    return {row.name: row.value for row in rows}


def watermark(connection: Connection) -> Mark | None:
    """Return the newest row of the last linked walk, ``None`` before the first one."""
    text = state(connection, "watermark")
    return Mark(*json.loads(text)) if text else None


def set_watermark(connection: Connection, mark: Mark) -> None:
    """Move the watermark. Only a proven chain may do so."""
    set_state(connection, "watermark", json.dumps(mark))


def covered(connection: Connection, keys: Iterable[str]) -> set[str]:
    """Return which of ``keys`` a linked walk has covered."""
    wanted = list(keys)
    found: set[str] = set()
    for start in range(0, len(wanted), _MANY):
        found.update(connection.execute(_COVERED, {"ids": wanted[start : start + _MANY]}).scalars())
    return found


def add_covered(connection: Connection, keys: Mapping[str, int]) -> None:
    """Remember that an unbroken chain has passed over ``keys`` (key to Zalo time)."""
    if keys:
        connection.execute(
            upsert(t.covered).on_conflict_do_nothing(),
            [{"message_id": key, "at": at} for key, at in keys.items()],
        )


def has_covered_before(connection: Connection, at: int) -> bool:
    """Return whether a chain has passed over a row older than ``at`` (UTC ms)."""
    older = select(t.covered.c.message_id).where(t.covered.c.at.between(1, at - 1)).limit(1)
    return connection.execute(older).first() is not None


def poll(connection: Connection) -> Poll:
    """Return the state of the walk as it was last written."""
    text = state(connection, "poll")
    return Poll(**json.loads(text)) if text else Poll()


def set_poll(connection: Connection, value: Poll) -> None:
    """Write the state of the walk."""
    set_state(connection, "poll", json.dumps(asdict(value), ensure_ascii=False))


def stop_claiming(connection: Connection) -> None:
    """Forget that a walk was under way: nobody walks any more after a start."""
    set_poll(connection, replace(poll(connection), catching_up=False))


def open_gap(connection: Connection, open_from: int, open_to: int, now_ms: int) -> None:
    """Note a span that no read has shown whole."""
    connection.execute(insert(t.gap).values(open_from=open_from, open_to=open_to, noticed_at=now_ms))


def open_gaps(connection: Connection) -> list[Gap]:
    """Return the gaps that nobody closed, oldest first."""
    rows = connection.execute(select(t.gap).where(t.gap.c.closed_at == 0).order_by(t.gap.c.open_from))
    return [Gap(row.gap_id, row.open_from, row.open_to, row.noticed_at) for row in rows]


def close_gap(connection: Connection, gap_id: int, now_ms: int) -> None:
    """Note that everything in the span has been read."""
    connection.execute(update(t.gap).where(t.gap.c.gap_id == gap_id).values(closed_at=now_ms))


def set_aside(connection: Connection, row: SetAside, now_ms: int) -> None:
    """Keep a row that cannot be filed, once (reliability.md I14)."""
    connection.execute(
        upsert(t.quarantine)
        .values(digest=row.digest, source=row.source, reason=row.reason, raw=row.raw, at=now_ms)
        .on_conflict_do_nothing()
    )


def set_aside_already(connection: Connection, digests: Iterable[str]) -> set[str]:
    """Return which rows were set aside before."""
    wanted = list(digests)
    if not wanted:
        return set()
    return set(
        connection.execute(select(t.quarantine.c.digest).where(t.quarantine.c.digest.in_(wanted))).scalars()
    )


def all_set_aside(connection: Connection) -> list[SetAside]:
    """Return every row that is set aside, oldest first."""
    rows = connection.execute(select(t.quarantine).order_by(t.quarantine.c.quarantine_id))
    return [SetAside(row.digest, row.source, row.reason, row.raw) for row in rows]


def take_back(connection: Connection, digest: str) -> None:
    """Forget a row that was set aside and has been taken in since."""
    connection.execute(delete(t.quarantine).where(t.quarantine.c.digest == digest))


def raise_trouble(connection: Connection, kind: str, detail: str, now_ms: int) -> None:
    """Raise an alarm that stays until it is cleared; the same kind is raised once and its words are kept up to date."""
    open_one = connection.execute(
        select(t.trouble.c.trouble_id).where(t.trouble.c.kind == kind, t.trouble.c.cleared_at == 0)
    ).scalar()
    if open_one is None:
        connection.execute(insert(t.trouble).values(at=now_ms, kind=kind, detail=detail))
    else:
        connection.execute(update(t.trouble).where(t.trouble.c.trouble_id == open_one).values(detail=detail))


def clear_trouble(connection: Connection, kind: str, now_ms: int) -> None:
    """Take an alarm back, and forget those that were taken back long ago."""
    connection.execute(
        update(t.trouble)
        .where(t.trouble.c.kind == kind, t.trouble.c.cleared_at == 0)
        .values(cleared_at=now_ms)
    )
    old = now_ms - _KEPT_TROUBLES_MS
    connection.execute(delete(t.trouble).where(t.trouble.c.cleared_at.between(1, old)))


def trouble_since(connection: Connection, kind: str) -> int:
    """Return since when an alarm of this kind is open (UTC ms), 0 where none is."""
    open_one = select(t.trouble.c.at).where(t.trouble.c.kind == kind, t.trouble.c.cleared_at == 0)
    return connection.execute(open_one).scalar() or 0


def users_since(connection: Connection, since_ms: int) -> list[str]:
    """Return the Zalo ids of citizens with a message at or after ``since_ms``, the latest first."""
    return list(
        connection.execute(
            select(t.identity.c.zalo_user_id)
            .join(t.message, t.message.c.conversation_id == t.identity.c.conversation_id)
            .where(t.message.c.at >= since_ms)
            .group_by(t.identity.c.zalo_user_id)
            .order_by(func.max(t.message.c.at).desc())
        ).scalars()
    )


def has_older(connection: Connection, zalo_user_id: str, at: int) -> bool:
    """Return whether a message of this citizen's conversation from before ``at`` (UTC ms) is stored and not noted as recalled."""
    found = connection.execute(
        select(t.message.c.message_id)
        .join(t.identity, t.identity.c.conversation_id == t.message.c.conversation_id)
        .where(t.identity.c.zalo_user_id == zalo_user_id, t.message.c.at < at, t.message.c.recalled_at == 0)
        .limit(1)
    ).first()
    return found is not None


def inbound_between(connection: Connection, after: int, before: int) -> list[StoredMessage]:
    """Return the citizens' messages with a Zalo time strictly between the two, newest first, that are not noted as recalled."""
    rows = connection.execute(
        select(t.message.c.message_id, t.message.c.case_id, t.identity.c.zalo_user_id, t.message.c.at)
        .join(t.identity, t.identity.c.conversation_id == t.message.c.conversation_id)
        .where(
            t.message.c.at > after,
            t.message.c.at < before,
            t.message.c.recalled_at == 0,
            t.message.c.direction == Direction.INBOUND.value,
        )
        .order_by(t.message.c.at.desc())
    )
    return [StoredMessage(*row) for row in rows]
