"""Rows 10 to 13, reading: what is malformed, shuffled, late or taken back, and tokens that end in the middle.

A bad page moves nothing and is said; a bad row is set aside and counted; good rows are there once, whatever happened.
"""

import json

import pytest

from console.cache import tables as t
from console.cache.vault import TokenState
from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS
from console.gateway.lane import Lane
from console.gateway.limiter import Limiter
from console.gateway.tokens import DEAD, STUCK
from console.ui.frame.health_words import status_items
from console.zalo.secret import Secret
from tests.faults.proxy import Spoil, page

LIST, TOKEN = "/v2.0/oa/listrecentchat", "/v4/oa/access_token"

BODIES = {
    "empty": b"",
    "array": b"[]",
    "deep": b'{"error":0,"data":' + b"[" * 50_000,
    "cut": b'{"error":0,"data":[{"message_id":"a"',
    "types": b'{"error":0,"data":{"message_id":7}}',
    "null": b'{"error":0,"data":null}',
    "nan": b'{"error":0,"data":[NaN]}',
    "twice": b'{"error":-1,"error":0,"data":[]}',
    "code-text": b'{"error":"no","data":[]}',
    "no-code": b'{"message":"Success"}',
    "big-number": b'{"error":' + b"9" * 5_000 + b"}",
    "not-utf8": b'{"error":0,"data":"\xff\xfe"}',
    "huge": b'{"error":0,"data":["' + b"x" * (17 * 1024 * 1024) + b'"]}',
}


@pytest.mark.parametrize("name", BODIES, ids=lambda name: f"row10-poll-{name}")
def test_malformed_page_moves_nothing_and_the_next_tick_is_fine(desk, way, line, watch, name):
    desk.say(times=2)
    walker = desk.walker(way.lane())
    watch.round("walk", walker)
    linked, before = desk.poll().linked_at, desk.stored()
    desk.say(times=3)
    line.spoil(LIST, Spoil(instead=page(b"200 OK", BODIES[name])), always=True)
    for _ in range(8):
        desk.advance(10_000)
        watch.round("walk", walker)
    assert (desk.poll().linked_at, desk.stored()) == (linked, before)
    banner = watch.banner()
    assert (banner.tone, banner.icon) == ("red", "conn.off")
    line.clear()
    watch.round("walk", walker)
    assert desk.stored() == desk.listed()
    # That walk began when the trouble did, and claims no later proof; the next one does.
    desk.advance(5_000)
    watch.round("walk", walker)
    assert watch.banner() is None


@pytest.mark.parametrize("name", BODIES, ids=lambda name: f"row10-refresh-{name}")
def test_malformed_token_answer_is_put_aside_and_said(desk, keeper, line, watch, name):
    desk.advance(13 * HOUR_MS)
    line.spoil(TOKEN, Spoil(instead=page(b"200 OK", BODIES[name])))
    watch.round("tokens", keeper)
    assert keeper.generation == 1
    assert watch.kinds() == {STUCK}
    # Nothing had reached Zalo, so the old refresh token still buys the next pair.
    desk.advance(20 * MINUTE_MS)
    watch.round("tokens", keeper)
    assert keeper.generation == 2
    assert watch.kinds() == set()


@pytest.mark.parametrize(
    ("raw", "set_aside"),
    [
        ({"time": None}, True),
        ({"time": "hôm qua"}, True),
        ({"message_id": None}, True),
        ({"from_id": None, "to_id": None}, True),
        ({"src": "x"}, True),
        ({"type": "hologram"}, False),
        ({"message": 7}, False),
        ({"new_member": {"deep": [1, {"x": None}]}}, False),
        ({"message": "a\ud800b\u0000c"}, False),
    ],
    ids=[
        *(
            "row10-row-no-time",
            "row10-row-odd-time",
            "row10-row-no-id",
            "row10-row-nobody",
            "row10-row-odd-src",
        ),
        *("row10-row-odd-type", "row10-row-odd-text", "row10-row-unknown-member", "row10-row-surrogate"),
    ],
)
def test_bad_row_is_set_aside_and_counted_and_good_ones_are_there(desk, watch, raw, set_aside):
    good = desk.say(times=4, step_ms=1)
    walker = desk.walker()
    watch.round("walk", walker)
    desk.advance(1000)
    desk.say(raw=raw)
    good += desk.say(times=3, step_ms=1)
    for _ in range(4):
        watch.round("walk", walker)
        desk.advance(5_000)
    assert set(good) <= desk.stored()
    known = watch.health()
    assert known.quarantined == int(set_aside)
    assert len(desk.stored()) == len(good) + (not set_aside)
    items = [item.text for item in status_items(known, desk.clock.now_ms())]
    assert ("1 tin lạ đã giữ riêng" in items) is set_aside
    assert known.linked_at


ODD = ("short:1", "short:9", "dup:3", "shuffle", "repeat", "empty", "slide:2", "recall")


@pytest.mark.parametrize("fault", ODD, ids=lambda fault: f"row11-{fault}")
def test_odd_pages_lose_and_double_nothing(desk, watch, fault):
    """Half of the messages share one millisecond."""
    walker = desk.walker()
    for name in ("An", "Bình"):
        desk.say(user=name, times=15, step_ms=1, time_ms=desk.clock.now_ms() - 1000)
        desk.say(user=name, times=15)
        for skip in range(5):
            desk.fault(fault, path=LIST, skip=skip)
        for _ in range(25):
            watch.round("walk", walker)
            desk.advance(10_000)
    shown = {m["message_id"] for m in desk.simulator.control("messages")["messages"] if not m["recalled"]}
    assert shown <= desk.stored() <= desk.listed()
    assert watch.banner() is None


def test_row11_five_hundred_in_one_millisecond(desk, watch):
    desk.say(times=500)
    walker = desk.walker()
    for _ in range(12):
        watch.round("walk", walker)
    assert len(desk.stored()) == 500
    assert watch.health().linked_at == desk.clock.now_ms()


# --- row 12 ---------------------------------------------------------------------------------------------------------


def settle(desk, watch, walker, times=6):
    for _ in range(times):
        watch.round("walk", walker)
        desk.advance(5_000)


def test_row12_late_message_with_an_old_time_is_found_by_the_sweep(desk, watch):
    desk.say(times=40, step_ms=1000, time_ms=desk.clock.now_ms() - HOUR_MS)
    walker = desk.walker()
    settle(desk, watch, walker)
    (late,) = desk.say(user="Muộn", time_ms=desk.clock.now_ms() - HOUR_MS + 10_000)
    settle(desk, watch, walker, 1)
    desk.advance(DAY_MS)
    settle(desk, watch, walker, 20)
    assert late in desk.stored()
    assert desk.stored() == desk.listed()


def test_row12_recall_is_an_event_and_the_words_stay(desk, watch):
    ids = desk.say(times=15, step_ms=1000, time_ms=desk.clock.now_ms() - MINUTE_MS)
    walker = desk.walker()
    settle(desk, watch, walker)
    desk.simulator.control("recall", message_id=ids[7])
    desk.advance(HOUR_MS)
    settle(desk, watch, walker)
    with desk.store.read() as connection:
        kept = connection.execute(t.message.select().where(t.message.c.recalled_at > 0)).all()
        noted = connection.exec_driver_sql("SELECT count(*) FROM event WHERE kind LIKE '%recalled'").scalar()
    assert [(row.message_id, row.text) for row in kept] == [(ids[7], "tin 8")]
    assert noted == 1


def test_row12_reply_from_another_tool_is_a_message_nobody_here_sent(desk, watch, mail):
    reply = mail.queue()
    mail.sender.tick()
    assert mail.state(reply) == "sent"
    (echo,) = desk.say(user="An", src=0, text="trả lời từ OA Manager")
    settle(desk, watch, mail.walker)
    with desk.store.read() as connection:
        sent = connection.execute(t.message.select().where(t.message.c.direction == "out")).all()
    # Our own reply is in the list, too; it is known and not taken for somebody else's.
    assert [(row.message_id, row.reply_id) for row in sent] == [(echo, "")]
    assert len(mail.posted(1)) == 1


# --- row 13 ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def walker(desk, keeper):
    """A walk with the keeper's tokens."""
    return desk.walker(
        Lane(desk.client(keeper.access), Limiter(desk.clock.mono, per_minute=10_000_000), keeper)
    )


def renewals(desk):
    return [r for r in desk.requests(TOKEN) if r["status"] == 200]


@pytest.mark.parametrize("call", range(5), ids=lambda call: f"row13-expired-at-page-{call}")
def test_token_that_expires_in_a_walk_is_renewed_once(desk, watch, keeper, walker, call):
    desk.say(times=35, step_ms=1)
    desk.fault("expire_token", path=LIST, skip=call)
    settle(desk, watch, walker)
    assert desk.stored() == desk.listed()
    assert keeper.generation == 2
    assert len(renewals(desk)) == 1
    assert watch.banner() is None


@pytest.mark.parametrize("how", ["revoked", "rotated"], ids=["row13-revoked", "row13-rotated-elsewhere"])
def test_a_token_somebody_ended_is_an_alarm_until_a_new_consent(desk, watch, keeper, walker, how):
    """Who else holds the refresh token and used it may be an attacker (threats T15)."""
    desk.say(times=2)
    settle(desk, watch, walker, 1)
    if how == "revoked":
        desk.simulator.control("token", do="revoke")
    else:
        pair = desk.simulator.state.tokens.pairs[0]
        assert desk.simulator.state.tokens.renew(pair.refresh_token) is not None
    desk.say(times=2)
    settle(desk, watch, walker, 1)
    assert watch.kinds() == {DEAD}
    assert desk.column(t.token.c.state) == [TokenState.DEAD.value]
    assert any("chiếm quyền" in trouble.words for trouble in watch.health().troubles)
    banner = watch.banner()
    assert (banner.tone, banner.acts[0].act) == ("red", "reconnect")
    asked = len(desk.requests(TOKEN))
    settle(desk, watch, walker, 3)
    assert len(desk.requests(TOKEN)) == asked == 1
    keeper.consent(Secret(desk.simulator.control("token", do="code")["code"]))
    settle(desk, watch, walker, 2)
    assert desk.stored() == desk.listed()
    assert watch.banner() is None


def test_row13_two_at_once_renew_once(desk, keeper):
    """The second asks with a token that the first has already replaced."""
    desk.simulator.control("token", do="expire")
    assert keeper.renew(1)
    assert keeper.renew(1)
    assert keeper.generation == 2
    assert len(renewals(desk)) == 1


def test_row13_answers_of_no_use_are_told_apart():
    """The bodies above are what they say: JSON where it matters."""
    assert json.loads(BODIES["null"]) == {"error": 0, "data": None}
    with pytest.raises(ValueError, match=r"Expecting|Unterminated|delimiter"):
        json.loads(BODIES["cut"])
