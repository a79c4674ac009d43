"""Row 15: the clock of the machine is wrong, jumps, or stands still while it sleeps. It labels, and decides nothing that is lost."""

import pytest

from console.cache import tables as t
from console.cache.rebuild import differences
from console.cache.vault import Journal
from console.domain.clock import DAY_MS, HOUR_MS
from console.domain.skew import LIMIT_MS
from console.record.verify import verify_chain

JUMPS = {
    "plus-10y": 3_652 * DAY_MS,
    "minus-10y": -3_652 * DAY_MS,
    "minus-1h": -HOUR_MS,
    "plus-1h": HOUR_MS,
    "ntp-step": 3_000,
    "suspend-8h": 8 * HOUR_MS,
}
JUMP = pytest.mark.parametrize("name", JUMPS, ids=lambda name: f"row15-{name}")


def holds(desk):
    """The log is in order, and every table is what it says."""
    with desk.store.read() as connection:
        assert verify_chain(connection).ok
        seqs = connection.exec_driver_sql("SELECT seq FROM event ORDER BY seq").scalars().all()
    assert seqs == list(range(1, len(seqs) + 1))
    assert differences(desk.store) == ()


@JUMP
def test_a_jump_loses_and_doubles_nothing_and_an_old_proof_is_not_believed(desk, watch, name):
    desk.say(times=12, step_ms=1, time_ms=desk.clock.now_ms() - 1000)
    walker = desk.walker()
    watch.round("walk", walker)
    assert watch.banner() is None
    desk.clock.jump(JUMPS[name])
    if abs(JUMPS[name]) > 60_000:
        # Until the next walk nothing proves that messages come in, whichever way the clock went.
        assert watch.banner().tone == "red"
    desk.say(times=12, step_ms=1)
    for _ in range(3):
        watch.round("walk", walker)
        desk.clock.advance(5_000)
    assert desk.stored() == desk.listed()
    says_so = watch.banner()
    if abs(JUMPS[name]) > LIMIT_MS:
        # Zalo's answers tell that the clock is wrong; that is said, and everything goes on.
        assert (says_so.tone, "Đồng hồ máy này sai" in says_so.title) == ("orange", True)
    else:
        assert says_so is None
    desk.clock.jump(-JUMPS[name])
    desk.say(times=3, step_ms=1)
    for _ in range(3):
        watch.round("walk", walker)
        desk.clock.advance(5_000)
    assert desk.stored() == desk.listed()
    assert watch.banner() is None
    holds(desk)


@JUMP
def test_a_jump_costs_no_tokens(desk, keeper, watch, name):
    desk.clock.jump(JUMPS[name])
    watch.round("tokens", keeper)
    desk.clock.advance(60_000)
    watch.round("tokens", keeper)
    client = desk.client(keeper.access)
    client.oa.profile()
    assert watch.kinds() == set()
    desk.clock.jump(-JUMPS[name])
    watch.round("tokens", keeper)
    client.oa.profile()
    assert watch.kinds() == set()
    assert keeper.generation <= 4
    assert not list(desk.path.parent.glob("vault.j*"))
    assert Journal(desk.path.parent, bytes(32)).read() is None


@pytest.mark.parametrize(
    "name", [n for n in JUMPS if n not in ("plus-10y", "suspend-8h")], ids=lambda name: f"row15-reply-{name}"
)
def test_a_reply_that_waits_goes_out_once(desk, mail, watch, name):
    reply = mail.queue()
    desk.clock.jump(JUMPS[name])
    for _ in range(3):
        watch.round("sender", mail.sender)
        desk.clock.advance(2_000)
    assert mail.state(reply) == "sent"
    assert len(mail.posted(1)) == 1
    holds(desk)


def test_row15_reply_after_a_sleep_is_sent_or_stopped_but_not_lost(desk, mail, watch):
    """The lid was closed with a reply in the outbox; the citizen wrote meanwhile, so a person looks again."""
    reply = mail.queue()
    desk.clock.jump(8 * HOUR_MS)
    desk.say(user="An", text="thôi, tôi tự làm được rồi")
    for _ in range(3):
        watch.round("sender", mail.sender)
    assert mail.state(reply) == "cancelled"
    assert mail.posted(1) == []


def test_row15_far_ahead_a_reply_is_refused_rather_than_sent_late(desk, mail, watch):
    reply = mail.queue()
    desk.clock.jump(JUMPS["plus-10y"])
    watch.round("sender", mail.sender)
    assert mail.state(reply) == "rejected"
    assert mail.posted(1) == []
    (reason,) = desk.column(t.reply.c.reason)
    assert "Đồng hồ máy này nhanh" in reason
    assert "Đã quá" not in reason
