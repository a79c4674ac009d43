"""What the store holds at the end of a trial, as plain data for the judge."""

import json
import random
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, select

from console.actions.settling import resolve_unknown
from console.cache import tables as t
from console.cache import walk_state
from console.cache.rebuild import differences
from console.cache.sealed import SealError
from console.domain.case import ReplyState
from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS
from console.record.tables import event, event_body
from console.record.verify import verify_chain
from tests.crash.desk import Desk
from tests.crash.officer import Officer

Facts = dict[str, Any]
_MOST_ROUNDS = 400
_RECONCILE_MS = (11_000, 31_000, 5 * MINUTE_MS, 6 * MINUTE_MS, 31 * MINUTE_MS)
_BUSY = ("walk", "sender", "media")
_UNSETTLED = (ReplyState.QUEUED.value, ReplyState.PERMITTED.value, ReplyState.UNKNOWN.value)


def settle(desk: Desk, *, sweep: bool, save: Callable[[str, Facts], None]) -> None:
    """Let the program come to rest without any fault, and save what it holds: at first, once unknown replies were looked
    for, and in the end, when somebody has decided what the program must not decide alone.
    """
    quiet = _rest(desk)
    save("first", {"quiet": quiet, "messages": _messages(desk)})
    for pause_ms in _RECONCILE_MS:
        if not _count_unknown(desk):
            break
        desk.clock.advance(pause_ms)
        quiet = _rest(desk) and quiet
    # What was held back for a reply is released by the next round, and echoes come late.
    desk.clock.advance(2 * MINUTE_MS)
    desk.wake()
    quiet = _rest(desk) and quiet
    if sweep:
        # What is due behind the walk begins one job a tick: three rounds more for the other jobs of that time.
        # So late in the day the nightly reading waits for no quiet hour any more.
        for pause_ms in (HOUR_MS, DAY_MS + 7 * HOUR_MS, *(10_000,) * 3):
            desk.clock.advance(pause_ms)
            quiet = _rest(desk) and quiet
    save("found", {"replies": _replies(desk)})
    if _decide(desk):
        # What waited behind an unknown reply goes out now.
        desk.clock.advance(MINUTE_MS)
        quiet = _rest(desk) and quiet
    # One more backup clears away what killed ones left.
    desk.clock.advance(HOUR_MS)
    desk.back_up()
    save("last", collect(desk) | {"quiet": quiet, "backups": desk.verify_backups()})


def _decide(desk: Desk) -> bool:
    """Decide as an officer does what every unknown reply was, by what the program found; return whether there was one."""
    at = Officer(desk, random.Random(1), "end").at
    with desk.store.read() as connection:
        rows = connection.execute(select(t.reply).where(t.reply.c.state == ReplyState.UNKNOWN.value)).all()
    for row in rows:
        resolve_unknown(at, row.case_id, row.reply_id, arrived=row.matches > 0, reason="đã xem hội thoại")
    return bool(rows)


def _rest(desk: Desk) -> bool:
    """Work until a walk has linked that began now, and nothing is left to do; return whether that came to be."""
    # A walk of an earlier life may have linked in this very millisecond.
    desk.clock.advance(1)
    began = desk.clock.now_ms()
    outcomes: dict[str, Any] = {}
    desk.wake()
    for _ in range(_MOST_ROUNDS):
        desk.consent()
        outcomes |= desk.round()
        if not any(outcomes[name].worked for name in _BUSY) and _is_quiet(desk, began):
            return True
        desk.sleep()
    return False


def _is_quiet(desk: Desk, began: int) -> bool:
    now = desk.clock.now_ms()
    with desk.store.read() as connection:
        poll = walk_state.poll(connection)
        unsettled = select(t.reply.c.conversation_id, t.reply.c.state).where(t.reply.c.state.in_(_UNSETTLED))
        states: dict[str, set[str]] = {}
        for conversation, state in connection.execute(unsettled):
            states.setdefault(conversation, set()).add(state)
        fetching = select(t.media_task.c.url).where(t.media_task.c.next_at <= now).limit(1)
        return (
            poll.linked_at >= began
            and not poll.catching_up
            # A reply may wait for an unknown one of its conversation until somebody has decided (features C-04).
            and all(
                ReplyState.UNKNOWN in found and ReplyState.PERMITTED not in found for found in states.values()
            )
            and connection.execute(fetching).first() is None
        )


def _count_unknown(desk: Desk) -> int:
    with desk.store.read() as connection:
        unknown = t.reply.c.state == ReplyState.UNKNOWN.value
        return len(connection.execute(select(t.reply.c.reply_id).where(unknown)).all())


def _messages(desk: Desk) -> list[list[Any]]:
    with desk.store.read() as connection:
        rows = connection.execute(
            select(t.message.c.message_id, t.message.c.direction, t.message.c.text, t.message.c.reply_id)
        )
        return [list(row) for row in rows]


def collect(desk: Desk) -> Facts:
    """Return everything the judge wants to know."""
    with desk.store.read() as connection:
        found: Facts = {
            "messages": [],
            "held": [name.removeprefix("held:") for name in walk_state.states(connection, "held:")],
            "owners": {
                row.message_id: row.zalo_user_id
                for row in connection.execute(
                    select(t.message.c.message_id, t.identity.c.zalo_user_id).join(
                        t.identity, t.identity.c.conversation_id == t.message.c.conversation_id
                    )
                )
            },
            "quarantine": [item.raw for item in walk_state.all_set_aside(connection)],
            "tokens": [
                [row.access_token, row.state]
                for row in connection.execute(select(t.token).order_by(t.token.c.generation))
            ],
            "notes": list(connection.execute(select(t.note.c.text)).scalars()),
            "drafts": {row.case_id: row.text for row in connection.execute(select(t.draft))},
            "gaps": len(walk_state.open_gaps(connection)),
            "chain": verify_chain(connection).what,
            "events": _event_counts(connection),
            "media": _media(desk, connection),
        }
    found["replies"] = _replies(desk)
    found["messages"] = _messages(desk)
    found["differences"] = list(differences(desk.store))
    found["files"] = _files(desk)
    return found


def _replies(desk: Desk) -> list[dict[str, Any]]:
    r = t.reply.c
    wanted = (
        r.reply_id,
        r.case_id,
        r.text,
        r.state,
        r.zalo_message_id,
        r.searches,
        r.matches,
        t.identity.c.zalo_user_id,
    )
    rows = select(*wanted).join(t.identity, t.identity.c.conversation_id == r.conversation_id)
    with desk.store.read() as connection:
        return [dict(row._mapping) for row in connection.execute(rows)]


def _event_counts(connection: Connection) -> list[str]:
    """Return what the log says twice although it may happen once."""
    seen: set[tuple[str, str]] = set()
    twice = []
    for kind, member in (
        ("gw.message_received", "message.message_id"),
        ("gw.reply_permitted", "reply_id"),
        ("gw.reply_sent", "reply_id"),
        ("gw.media_stored", "message_id"),
        ("reply.queued", "reply_id"),
    ):
        rows = connection.execute(
            select(event_body.c.body).join(event, event.c.seq == event_body.c.seq).where(event.c.kind == kind)
        )
        for (body,) in rows:
            value = json.loads(body)
            for name in member.split("."):
                value = value[name]
            if (kind, value) in seen:
                twice.append(f"{kind} {value}")
            seen.add((kind, value))
    return twice


def _media(desk: Desk, connection: Connection) -> list[dict[str, Any]]:
    """Return every attachment that is to be fetched, with the hash its stored file really has."""
    found = []
    tasks = {(row.message_id, row.number) for row in connection.execute(select(t.media_task))}
    wanted = t.attachment.c.state != "none"
    for row in connection.execute(select(t.attachment).where(wanted)):
        opened = ""
        if row.state == "stored":
            try:
                desk.gateway.files.read(row.file_id, row.sha256)
                opened = "ok"
            except (SealError, OSError) as error:
                opened = repr(error)
        queued = (row.message_id, row.number) in tasks
        found.append(
            {
                "url": row.url,
                "state": row.state,
                "sha256": row.sha256,
                "opened": opened,
                "queued": queued,
            }
        )
    return found


def _files(desk: Desk) -> list[str]:
    """Return sealed files on the disk that no row knows."""
    with desk.store.read() as connection:
        known = set(connection.execute(select(t.sealed_file.c.file_id)).scalars())
    there = {path.name.partition(".")[0] for path in (desk.place.profile / "media").glob("??/*.sealed")}
    return sorted(there - known)
