"""A restored store knows nothing of what was sent after its backup, and must not send it again."""

import pytest

from console.cache import outbox
from console.cache import tables as t
from console.cache.backup import back_up
from console.cache.keys import subkey
from console.cache.restore import restore
from console.cache.sealed import SealedFiles
from console.domain.clock import HOUR_MS
from console.domain.events import ReplyQueued
from console.gateway.restored import doubt_waiting_replies
from console.gateway.sender import Sender
from console.runtime.resources import load_zalo_rules
from tests.gateway.conftest import KEY


def sender(desk):
    files = SealedFiles(desk.path.parent / "media", subkey(KEY, "media"))
    return Sender(desk.lane(first=True), desk.pages(), desk.call, desk.clock, files, load_zalo_rules())


def state(desk, reply_id="r1"):
    with desk.store.read() as connection:
        return outbox.reply(connection, reply_id).state.value


@pytest.fixture
def waiting(desk):
    """A desk with a reply that waits, and a backup of it."""
    inbound = desk.say(user="An", text="xin hỏi", time_ms=desk.clock.now_ms() - 60_000)[-1]
    desk.walker().tick()
    (case_id,) = desk.column(t.case.c.case_id)
    with desk.store.write() as tx:
        body = ReplyQueued("r1", "chào anh/chị", seen_message_id=inbound)
        tx.add(case_id, body, actor="officer-1", unit="TB-CAT")
    media = desk.path.parent / "media"
    desk.backup = back_up(desk.path, KEY, desk.path.parent / "backups", media, desk.clock.now_ms())
    return desk


def bring_back(desk):
    for engine in desk.engines:
        engine.dispose()
    desk.advance(HOUR_MS)
    restore(desk.backup.path, KEY, desk.path, desk.path.parent / "media", desk.clock.now_ms(), force=True)
    desk.open()


def test_what_was_sent_after_the_backup_is_found_and_not_sent_again(waiting):
    sender(waiting).tick()
    assert state(waiting) == "sent"
    bring_back(waiting)
    assert state(waiting) == "queued"
    assert doubt_waiting_replies(waiting.store) == 1
    assert state(waiting) == "unknown"
    waiting.walker().tick()
    again = sender(waiting)
    for _ in range(3):
        again.tick()
    assert state(waiting) == "sent"
    assert len(waiting.simulator.control("received")["received"]) == 1
    outside = [text for text, reply in _outbound(waiting) if not reply]
    assert outside == []


def test_what_was_never_sent_is_proposed_to_the_officer_and_not_sent_by_itself(waiting):
    bring_back(waiting)
    doubt_waiting_replies(waiting.store)
    again = sender(waiting)
    for _ in range(80):
        waiting.advance(10_000)
        again.tick()
    assert state(waiting) == "unknown"
    assert waiting.column(t.reply.c.propose_not_sent) == [1]
    assert waiting.simulator.control("received")["received"] == []


def test_only_a_restore_raises_doubt_and_only_once(waiting):
    assert doubt_waiting_replies(waiting.store) == 0
    assert state(waiting) == "queued"
    bring_back(waiting)
    assert doubt_waiting_replies(waiting.store) == 1
    assert doubt_waiting_replies(waiting.store) == 0


def _outbound(desk):
    with desk.store.read() as connection:
        rows = connection.execute(t.message.select().where(t.message.c.direction == "out"))
        return [(row.text, row.reply_id) for row in rows]
