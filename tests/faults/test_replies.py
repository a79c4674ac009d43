"""Rows 10, 13 and 14, sending: what Zalo refuses is told with its reason, what nobody knows is told as unknown.

Whatever happens between the permit and the POST, a reply is posted at most once.
"""

import pytest
from sqlalchemy import select

from console.cache import tables as t
from console.domain.clock import DAY_MS, HOUR_MS
from console.gateway.lane import Lane
from console.gateway.limiter import Limiter
from console.gateway.sender import Sender
from console.runtime.resources import load_zalo_rules
from console.ui.frame.health_words import outbox_item
from tests.faults.proxy import Spoil, page
from tests.faults.test_inbox import BODIES

SEND = "/v3.0/oa/message/cs"


def row_of(desk, reply):
    with desk.store.read() as connection:
        return connection.execute(select(t.reply).where(t.reply.c.reply_id == reply)).one()


# An id that is a number is an id.
@pytest.mark.parametrize(
    "name", [name for name in BODIES if name != "types"], ids=lambda name: f"row10-send-{name}"
)
def test_malformed_answer_to_a_post_is_unknown_and_said_so(desk, mail, line, watch, name):
    reply = mail.queue()
    line.spoil(SEND, Spoil(instead=page(b"200 OK", BODIES[name])))
    watch.round("sender", mail.sender)
    assert mail.state(reply) == "unknown"
    item = outbox_item(watch.health())
    assert (item.text, item.tone) == ("Hộp gửi: 1 chưa rõ", "orangeText")
    mail.search(4)
    assert mail.state(reply) == "unknown"
    assert mail.posted(1) == []


class Between:
    """Does something after the permit is committed and before the POST leaves."""

    def __init__(self, sender, do):
        self._call, self._do = sender._lane.call, do
        sender._lane.call = self

    def __call__(self, ask, name):
        if name == "reply.post":
            self._do()
        return self._call(ask, name)


def blocked(desk):
    desk.simulator.control("user", user="An", blocked=True)


def left(desk):
    desk.simulator.control("user", user="An", last_interaction_ms=desk.clock.now_ms() - 8 * DAY_MS)


def used_up(desk):
    desk.simulator.control("knobs", after_free="refuse")
    desk.simulator.control("user", user="An", free_used=8)


def code(number):
    return lambda desk: desk.fault(f"rate:{number}", path=SEND)


@pytest.mark.parametrize(
    ("change", "number", "words"),
    [
        (blocked, -244, "chặn"),
        (left, -230, "7 ngày"),
        (used_up, -211, "hết"),
        (code(-213), -213, "quan tâm"),
        (code(-221), -221, "quản trị"),
        (code(-223), -223, "quản trị"),
        (code(-224), -224, "gói"),
        (code(-227), -227, ""),
        (code(-216), -216, "khóa"),
    ],
    ids=[
        *("row14-user-blocked", "row14-window-closed", "row14-quota-used-up", "row14-not-a-follower"),
        *("row14-not-verified", "row14-permission-removed", "row14-package-too-low", "row14-user-idle"),
        "row14-token-revoked",
    ],
)
def test_refusal_between_permit_and_post_is_rejected_with_its_reason(
    desk, mail, watch, change, number, words
):
    reply = mail.queue()
    Between(mail.sender, lambda: change(desk))
    for _ in range(4):
        watch.round("sender", mail.sender)
        desk.advance(10_000)
    row = row_of(desk, reply)
    assert (row.state, row.code) == ("rejected", number)
    assert words.lower() in row.reason.lower()
    assert len(row.reason) > 20
    assert len([r for r in desk.requests(SEND) if r["method"] == "POST"]) == 1
    assert outbox_item(watch.health()).text == "Hộp gửi trống"


def test_row14_window_that_closes_before_the_permit_costs_no_post(desk, mail, watch):
    reply = mail.queue()
    desk.advance(8 * DAY_MS)
    watch.round("sender", mail.sender)
    row = row_of(desk, reply)
    assert row.state == "rejected"
    assert row.reason
    assert desk.requests(SEND) == []


def test_row14_permit_that_grew_old_is_withdrawn_and_nothing_leaves(desk, mail, watch):
    """The machine slept between the permit and the POST."""
    reply = mail.queue()
    Between(mail.sender, lambda: desk.clock.advance(8 * HOUR_MS))
    watch.round("sender", mail.sender)
    row = row_of(desk, reply)
    assert row.state == "rejected"
    assert "quá hạn cho phép gửi" in row.reason
    assert desk.requests(SEND) == []


@pytest.mark.parametrize("call", range(6), ids=lambda call: f"row13-expired-at-call-{call}")
def test_token_that_expires_in_a_batch_doubles_and_hides_nothing(desk, mail, keeper, watch, call):
    """Three replies take two calls each: a fresh read, which renews and goes on, and the POST, which is never repeated."""
    lane = Lane(
        desk.client(keeper.access), Limiter(desk.clock.mono, per_minute=10_000_000), keeper, first=True
    )
    sender = Sender(lane, desk.pages(), desk.call, desk.clock, mail.files, load_zalo_rules())
    replies = [mail.queue(), mail.queue(asked=False), mail.queue(asked=False)]
    desk.fault("expire_token", path="/v", skip=call)
    for _ in range(8):
        watch.round("sender", sender)
        desk.advance(10_000)
    states = [mail.state(reply) for reply in replies]
    wanted = ["sent"] * 3
    if call % 2:
        wanted[call // 2] = "rejected"
        assert row_of(desk, replies[call // 2]).code == -216
    assert states == wanted
    for number, state in enumerate(states, start=1):
        assert len([post for post in mail.posted(number) if post["message_id"]]) == (state == "sent")
        assert len(mail.posted(number)) == 1
    # The refusal of the last POST needs no renewal until the next read.
    assert keeper.generation == 1 + (call < 5)
    assert watch.kinds() == set()
