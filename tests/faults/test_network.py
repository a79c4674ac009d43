"""Rows 7, 8 and 9: the line breaks, crawls, lies, or is somebody else's.

Reading is incomplete and says so; a send is unknown, never false and never doubled; a renewal recovers or raises its alarm;
a file is fetched again.
"""

import hashlib
import ssl
from dataclasses import replace

import pytest
from sqlalchemy import func, update

from console.cache import outbox
from console.cache import tables as t
from console.cache.health_query import health
from console.cache.keys import subkey
from console.cache.sealed import SealedFiles
from console.domain.clock import HOUR_MS, MINUTE_MS
from console.gateway.lane import Lane
from console.gateway.limiter import Limiter
from console.gateway.media import MediaWorker
from console.gateway.tokens import DEAD, STUCK
from console.ui.frame.banner_words import banner_state
from console.zalo.media import MediaPolicy
from console.zalo.secret import Secret
from console.zalo.session import Limits
from tests.faults.proxy import Spoil, page

LIST, SEND, TOKEN, MEDIA = "listrecentchat", "/v3.0/oa/message/cs", "/v4/oa/access_token", "/media/"
QUICK = Limits(total_s=1.0, connect_s=0.5, idle_s=0.4)
HTML = b"<html><script>location='http://wifi.khachsan.vn/login'</script></html>"


def places(length, step):
    """Return where to cut something: each byte of both ends, and every ``step``-th between."""
    ends = {*range(12), *range(max(0, length - 12), length)}
    return sorted(ends | set(range(0, length, step)))


def now_of(desk):
    with desk.store.read() as connection:
        return health(connection, desk.clock.now_ms())


# --- row 7: cut at every byte ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("rst", [False, True], ids=["row7-poll-closed", "row7-poll-reset"])
def test_poll_cut_at_any_byte_is_incomplete_and_the_next_one_whole(desk, way, line, rst):
    desk.say(times=3)
    walker = desk.walker(way.lane())
    walker.tick()
    length = line.seen["/v2.0/oa/" + LIST].answer
    failed = 0
    for count in places(length, 97):
        (new,) = desk.say()
        line.spoil(LIST, Spoil(cut_after=count, rst=rst))
        linked_before = desk.poll().linked_at
        desk.advance(60_000)
        outcome = walker.tick()
        if outcome.trouble:
            failed += 1
            poll = desk.poll()
            assert (poll.linked_at, poll.trouble) == (linked_before, outcome.trouble)
            assert new not in desk.stored()
            walker.tick()
        assert desk.stored() == desk.listed()
        assert desk.poll().trouble == ""
    assert failed > 20


@pytest.mark.parametrize("count", [0, 1, 17, 200], ids=lambda n: f"row7-poll-request-{n}")
def test_poll_whose_request_breaks_is_asked_again(desk, way, line, count):
    desk.say()
    line.spoil(LIST, Spoil(request_cut=count))
    walker = desk.walker(way.lane())
    assert walker.tick().trouble
    walker.tick()
    assert desk.stored() == desk.listed()


@pytest.mark.parametrize("rst", [False, True], ids=["row7-send-closed", "row7-send-reset"])
def test_send_whose_answer_is_cut_is_unknown_then_found_and_posted_once(mail, line, rst):
    first = mail.queue()
    mail.sender.tick()
    assert mail.state(first) == "sent"
    unknown = 0
    for count in places(line.seen[SEND].answer, 61):
        reply = mail.queue()
        line.spoil(SEND, Spoil(cut_after=count, rst=rst))
        mail.sender.tick()
        if mail.state(reply) == "unknown":
            unknown += 1
            assert now_of(mail.desk).unknown == 1
            mail.search()
        assert mail.state(reply) == "sent"
        assert len(mail.posted(mail.count)) == 1
    assert unknown > 20


@pytest.mark.parametrize("count", [0, 1, 40, 250, 300], ids=lambda n: f"row7-send-request-{n}")
def test_send_whose_request_breaks_is_unknown_and_never_posted_again(mail, line, count):
    reply = mail.queue()
    line.spoil(SEND, Spoil(request_cut=count))
    mail.sender.tick()
    assert mail.state(reply) == "unknown"
    mail.search(5)
    assert mail.state(reply) == "unknown"
    assert mail.posted(mail.count) == []
    with mail.desk.store.read() as connection:
        assert outbox.reply(connection, reply).propose_not_sent


def test_row7_send_answered_twice_is_sent_once(mail, line):
    for verb in (Spoil(duplicate=True), Spoil(slice=1), Spoil(slice=7)):
        reply = mail.queue()
        line.spoil(SEND, verb)
        mail.sender.tick()
        assert mail.state(reply) == "sent"
        assert len(mail.posted(mail.count)) == 1


def open_troubles(desk):
    return {trouble.kind for trouble in now_of(desk).troubles}


@pytest.mark.parametrize(
    "old_dies", [False, True], ids=["row7-refresh-old-token-lives", "row7-refresh-old-token-dies"]
)
def test_refresh_whose_answer_is_cut_says_so_and_a_consent_heals_it(desk, keeper, line, vietnamese, old_dies):
    """The answer is lost, the refresh token spent: Zalo may or may not end the old access token at once."""
    desk.simulator.control("knobs", old_token_dies=old_dies)
    desk.advance(13 * HOUR_MS)
    assert keeper.tick().worked
    lane = Lane(desk.client(keeper.access), Limiter(desk.clock.mono, per_minute=10_000_000), keeper)
    lost = 0
    for count in places(line.seen[TOKEN].answer, 83):
        desk.advance(13 * HOUR_MS)
        before = keeper.generation
        line.spoil(TOKEN, Spoil(cut_after=count, rst=bool(count % 2)))
        keeper.tick()
        if keeper.generation > before:
            lane.read(lambda api: api.oa.profile(), "test")
            continue
        lost += 1
        assert open_troubles(desk) == {STUCK}
        if not old_dies:
            lane.read(lambda api: api.oa.profile(), "test")
        desk.advance(20 * MINUTE_MS)
        walker = desk.walker(lane)
        walker.tick()
        assert not keeper.tick().worked
        assert open_troubles(desk) == {DEAD}
        banner = banner_state(now_of(desk), desk.clock.now_ms())
        assert (banner.tone, banner.acts[0].act) == ("red", "reconnect")
        assert ("Không nhận, không gửi được" in banner.text) is old_dies
        keeper.consent(Secret(desk.simulator.control("token", do="code")["code"]))
        assert keeper.generation == before + 1
        assert open_troubles(desk) == set()
        lane.read(lambda api: api.oa.profile(), "test")
    assert lost > 15


@pytest.mark.parametrize("count", [0, 1, 60, 300], ids=lambda n: f"row7-refresh-request-{n}")
def test_refresh_whose_request_breaks_is_made_again_with_the_same_token(desk, keeper, line, count):
    desk.advance(13 * HOUR_MS)
    line.spoil(TOKEN, Spoil(request_cut=count))
    assert not keeper.tick().worked
    assert open_troubles(desk) == {STUCK}
    desk.advance(10 * MINUTE_MS)
    assert keeper.tick().worked
    assert open_troubles(desk) == set()


@pytest.fixture
def shelf(desk, line):
    """A media worker whose files come over the line."""

    class Shelf:
        files = SealedFiles(desk.path.parent / "media", subkey(bytes(32), "media"))
        policy = MediaPolicy(loopback=frozenset({("127.0.0.1", line.port)}), floor_bytes_per_s=0)
        worker = MediaWorker(desk.call, desk.clock, files, policy)

        def receive(self):
            desk.say(type="photo")
            desk.walker().tick()
            old = desk.simulator.base_url
            with desk.store.write() as tx:
                url = func.replace(t.media_task.c.url, old, line.url)
                tx.connection.execute(update(t.media_task).values(url=url))

        def unknown(self):
            """Return what lies among the files and no row knows: half a file, or one that an erasure would miss."""
            known = {f"{file_id}.sealed" for file_id in desk.column(t.sealed_file.c.file_id)}
            folder = desk.path.parent / "media"
            return [p.name for p in folder.rglob("*") if p.is_file() and p.name not in known]

    return Shelf()


@pytest.mark.parametrize("rst", [False, True], ids=["row7-media-closed", "row7-media-reset"])
def test_file_cut_at_any_byte_is_fetched_again_whole(desk, shelf, line, rst):
    shelf.receive()
    shelf.worker.tick()
    (length,) = [seen.answer for path, seen in line.seen.items() if MEDIA in path]
    failed = 0
    for count in places(length, max(1, length // 25)):
        shelf.receive()
        line.spoil(MEDIA, Spoil(cut_after=count, rst=rst))
        shelf.worker.tick()
        waiting = now_of(desk).media_waiting
        if waiting:
            failed += 1
            assert desk.column(t.attachment.c.state).count("waiting") == 1
            assert shelf.unknown() == []
            desk.advance(2 * MINUTE_MS)
            shelf.worker.tick()
        assert now_of(desk).media_waiting == 0
    assert failed > 20
    assert shelf.unknown() == []
    served = {hashlib.sha256(file.read()).hexdigest() for file in desk.simulator.state.media.files.values()}
    with desk.store.read() as connection:
        kept = connection.execute(t.attachment.select()).all()
    assert {row.state for row in kept} == {"stored"}
    assert {row.sha256 for row in kept} <= served
    for row in kept:
        content = shelf.files.read(row.file_id, row.sha256)
        assert hashlib.sha256(content).hexdigest() == row.sha256


# --- row 8: slow, silent, endless -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "verb",
    [Spoil(blackhole=True), Spoil(latency_s=2.0), Spoil(cut_after=30, latency_s=2.0)],
    ids=["row8-blackhole", "row8-latency", "row8-stalled-answer"],
)
def test_a_line_that_hangs_ends_within_the_limits_of_every_lane(desk, mail, way, line, verb):
    reply = mail.queue()
    mail.sender = mail.make(limits=QUICK)
    walker = desk.walker(way.lane(limits=QUICK))
    line.spoil("/", verb, always=True)
    assert walker.tick().trouble
    assert mail.sender.tick().trouble
    assert mail.state(reply) == "queued"
    line.clear()
    desk.advance(60_000)
    desk.walker(way.lane()).tick()
    mail.sender = mail.make()
    mail.sender.tick()
    assert desk.stored() >= desk.listed() - {p["message_id"] for p in mail.posted(mail.count)}
    assert mail.state(reply) == "sent"
    assert len(mail.posted(mail.count)) == 1


@pytest.mark.parametrize(
    "verb", [Spoil(blackhole=True), Spoil(latency_s=3.0)], ids=["row8-send-blackhole", "row8-send-late"]
)
def test_a_post_that_hangs_is_unknown_and_found_if_it_arrived(mail, line, verb):
    reply = mail.queue()
    mail.sender = mail.make(limits=Limits(total_s=4.0, idle_s=1.5))
    line.spoil(SEND, verb)
    while mail.state(reply) == "queued":  # the read before the POST may be slow on a busy machine
        mail.sender.tick()
        mail.desk.advance(10_000)
    assert mail.state(reply) == "unknown"
    mail.sender = mail.make()
    # The late answer's request reached Zalo when the proxy passed it on, before the client gave up.
    arrived = bool(mail.posted(mail.count))
    mail.search()
    assert mail.state(reply) == ("sent" if arrived else "unknown")
    assert arrived is not verb.blackhole


MONSTERS = ("endless", "bomb:64", "drip")


@pytest.mark.parametrize("fault", MONSTERS, ids=lambda fault: f"row8-{fault.partition(':')[0]}")
@pytest.mark.parametrize("lane", ["poll", "send", "refresh", "media"])
def test_a_monstrous_answer_is_left_within_its_bounds(
    desk, way, mail, keeper, shelf, line, watch, lane, fault
):
    """Neither time nor memory goes on without end; what may have happened is told as the lane's rules want it."""
    limits = Limits(total_s=1.5, connect_s=1.0, idle_s=1.0) if fault == "drip" else Limits()
    if lane == "poll":
        linked = desk.poll().linked_at
        desk.say()
        desk.fault(fault, path="/v2.0/oa/" + LIST)
        walker = desk.walker(way.lane(limits=limits))
        watch.round("walk", walker)
        assert desk.poll().trouble
        assert desk.poll().linked_at == linked
        desk.walker(way.lane()).tick()
        assert desk.stored() == desk.listed()
    elif lane == "send":
        reply = mail.queue()
        mail.sender = mail.make(limits=limits)
        desk.fault(fault, path=SEND)
        while mail.state(reply) == "queued":
            mail.sender.tick()
            desk.advance(10_000)
        assert mail.state(reply) == "unknown"
        assert len([r for r in desk.requests(SEND) if r["method"] == "POST"]) == 1
    elif lane == "refresh":
        keeper._shop._session._limits = limits
        desk.advance(13 * HOUR_MS)
        desk.fault(fault, path=TOKEN)
        watch.round("tokens", keeper)
        assert watch.kinds() == {STUCK}
        assert keeper.access()
    else:
        shelf.worker._policy = replace(shelf.policy, total_s=limits.total_s)
        shelf.receive()
        desk.fault(fault, path=MEDIA)
        shelf.worker.tick()
        assert desk.column(t.attachment.c.state) in (["waiting"], ["lost"])
        assert shelf.unknown() == []


# --- row 9: portal, TLS, DNS ----------------------------------------------------------------------------------------


def no_such_name(host, port):
    raise OSError("name or service not known")


PORTALS = {
    "row9-portal-200": page(b"200 OK", HTML),
    "row9-portal-302": page(b"302 Found", b"", b"Location: http://wifi.khachsan.vn/login\r\n"),
    "row9-portal-511": page(b"511 Network Authentication Required", HTML),
    "row9-html-502": page(b"502 Bad Gateway", HTML),
    "row9-http-500": page(b"500 Internal Server Error", b"{}"),
    "row9-not-http": b"SSH-2.0-OpenSSH_9.2\r\n",
}


@pytest.mark.parametrize("answer", PORTALS.values(), ids=PORTALS.keys())
def test_a_portal_stops_reading_and_says_so_and_nothing_is_believed(desk, way, line, vietnamese, answer):
    desk.say(times=2)
    walker = desk.walker(way.lane())
    walker.tick()
    linked = desk.poll().linked_at
    (new,) = desk.say()
    line.spoil("/", Spoil(instead=answer), always=True)
    for _ in range(3):
        desk.advance(20_000)
        assert walker.tick().trouble
    assert desk.poll().linked_at == linked
    assert new not in desk.stored()
    banner = banner_state(now_of(desk), desk.clock.now_ms())
    assert banner.tone == "red"
    assert desk.poll().trouble[:40] in banner.text
    line.clear()
    walker.tick()
    assert desk.stored() == desk.listed()
    after = banner_state(now_of(desk), desk.clock.now_ms())
    assert after is None or after.icon != "conn.off"


@pytest.mark.parametrize("answer", PORTALS.values(), ids=[f"{name}-send" for name in PORTALS])
def test_a_portal_before_the_post_leaves_the_reply_queued_and_at_the_post_unknown(mail, line, answer):
    queued = mail.queue()
    line.spoil("/conversation", Spoil(instead=answer))
    assert mail.sender.tick().trouble
    assert mail.state(queued) == "queued"
    line.spoil(SEND, Spoil(instead=answer))
    mail.desk.advance(10_000)
    mail.sender.tick()
    assert mail.state(queued) == "unknown"
    mail.search(5)
    assert mail.posted(mail.count) == []


@pytest.mark.parametrize(
    ("how", "words"),
    [
        (
            {"base_url": "https://openapi.zalo.example:443", "resolve": no_such_name},
            "Không nối được tới Zalo",
        ),
        ({"tls": True}, "Không xác minh được máy chủ Zalo"),
        ({"base_url": "http://127.0.0.1:1"}, "Không nối được tới Zalo"),
    ],
    ids=["row9-dns", "row9-tls", "row9-refused"],
)
def test_no_way_to_zalo_leaves_everything_as_it_was(desk, mail, way, line, how, words):
    if how.pop("tls", False):
        how = {"base_url": line.url.replace("http:", "https:"), "ssl_context": ssl.create_default_context()}
        # What answers a TLS hello with plain words is no TLS server.
        line.spoil("", Spoil(instead=page(b"400 Bad Request")), always=True)
    reply = mail.queue()
    linked = desk.poll().linked_at
    walker, sender = desk.walker(way.lane(**how)), mail.make(**how)
    assert words in walker.tick().trouble
    assert words in sender.tick().trouble
    assert desk.poll().linked_at == linked
    assert mail.state(reply) == "queued"


@pytest.mark.parametrize("lane", ["poll", "send"], ids=["row9-429-poll", "row9-429-send"])
def test_429_is_waited_out_as_long_as_asked(desk, mail, watch, lane):
    reply = mail.queue()
    path = "/v2.0/oa/" + (LIST if lane == "poll" else "conversation")
    worker = mail.walker if lane == "poll" else mail.sender
    desk.say(user="Bình")
    desk.fault("status:429", path=path, retry_after=40)
    watch.round(lane, worker)
    asked = len(desk.requests(path))
    for _ in range(3):
        desk.advance(10_000)
        watch.round(lane, worker)
    assert len(desk.requests(path)) == asked
    assert mail.state(reply) == "queued"
    for _ in range(3):
        desk.advance(20_000)
        watch.round(lane, worker)
    assert len(desk.requests(path)) > asked
    if lane == "poll":
        assert desk.stored() == desk.listed()
    else:
        assert mail.state(reply) == "sent"
        assert len(mail.posted(1)) == 1
