"""Webhooks (API document §7, §10.5, §10.8), posted to a real server."""

import asyncio
import hashlib
import json
import queue
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from console.simulator.cli import main
from console.simulator.config import APP_ID, OA_ID, WEBHOOK_SECRET, Config
from console.simulator.content import compose
from console.simulator.state import State

NOW = 1_790_000_000_000
MINUTE = 60_000


class Listener(HTTPServer):
    """Answers with ``status`` and keeps what came as (headers, raw body)."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.status = 200
        self.came = queue.Queue()
        self.url = f"http://127.0.0.1:{self.server_port}/hook"


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        # Kept before the answer: whoever has the answer may look at once.
        self.server.came.put((dict(self.headers), raw))
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def listener():
    with Listener() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


class World:
    """A state nobody serves: time passes and events are posted only when a test says so."""

    def __init__(self, url, faults=""):
        self.now = NOW
        self.state = State(Config(seed=7, webhook=url, wall=lambda: self.now, faults=faults), "http://api")
        self.state.user("1001", "Mai")

    def hear(self, **given):
        kind, fields = compose(self.state, given)
        return self.state.say("1001", kind, fields)

    def wait(self, ms=0):
        self.now += ms
        asyncio.run(self.state.webhooks.deliver())


def drain(listener):
    came = []
    while not listener.came.empty():
        came.append(listener.came.get_nowait())
    return [(headers, json.loads(raw)) for headers, raw in came]


def names(listener):
    return [event["event_name"] for _, event in drain(listener)]


def test_a_citizens_text_is_posted_signed_over_the_raw_bytes(listener):
    world = World(listener.url)
    message = world.hear(text="còn ai ở đó không ạ?")
    world.wait()
    headers, raw = listener.came.get_nowait()
    assert json.loads(raw) == {
        "app_id": APP_ID,
        "user_id_by_app": "143",
        "event_name": "user_send_text",
        "timestamp": str(NOW),
        "sender": {"id": "1001"},
        "recipient": {"id": OA_ID},
        "message": {"msg_id": message.message_id, "text": "còn ai ở đó không ạ?"},
    }
    signed = f"{APP_ID}{raw.decode()}{NOW}{WEBHOOK_SECRET}"
    assert headers["X-ZEvent-Signature"] == f"mac={hashlib.sha256(signed.encode()).hexdigest()}"
    assert "num_retry" not in headers


@pytest.mark.parametrize(
    ("given", "event", "kind", "member"),
    [
        ({"type": "image", "description": "biển số"}, "user_send_image", "image", "thumbnail"),
        ({"type": "gif"}, "user_send_gif", "gif", "thumbnail"),
        ({"type": "voice"}, "user_send_audio", "audio", "url"),
        ({"type": "video"}, "user_send_video", "video", "description"),
        ({"type": "sticker"}, "user_send_sticker", "sticker", "id"),
        ({"type": "location", "lat": 10.5, "lon": 106.25}, "user_send_location", "location", "coordinates"),
        ({"type": "link", "url": "https://example.org"}, "user_send_link", "link", "description"),
        ({"type": "file", "name": "don.pdf"}, "user_send_file", "file", "checksum"),
    ],
)
def test_attachments_by_kind(listener, given, event, kind, member):
    world = World(listener.url)
    world.hear(**given)
    world.wait()
    ((_, told),) = drain(listener)
    (attachment,) = told["message"]["attachments"]
    assert (told["event_name"], attachment["type"]) == (event, kind)
    assert attachment["payload"][member]


def test_numbers_of_attachments_are_text(listener):
    world = World(listener.url)
    world.hear(type="location", lat=10.5, lon=106.25)
    world.hear(type="file", name="don.pdf")
    world.wait()
    place, file = (told["message"]["attachments"][0]["payload"] for _, told in drain(listener))
    assert place["coordinates"] == {"latitude": "10.5", "longitude": "106.25"}
    assert file["size"].isdecimal()
    assert (file["name"], file["type"], len(file["checksum"])) == ("don.pdf", "pdf", 32)


def test_a_reply_is_told_of_then_its_receipts(listener):
    world = World(listener.url)
    sent = world.state.say("1001", "text", {"message": "Dạ có"}, src=0)
    world.wait()
    assert names(listener) == ["oa_send_text"]
    world.wait(300)
    assert names(listener) == ["user_received_message"]
    world.wait(MINUTE)
    ((_, seen),) = drain(listener)
    assert (seen["event_name"], seen["message"]) == ("user_seen_message", {"msg_ids": [sent.message_id]})
    assert (seen["sender"], seen["recipient"]) == ({"id": OA_ID}, {"id": "1001"})


def test_a_blocked_user_receives_nothing(listener):
    world = World(listener.url)
    world.state.users["1001"].blocked = True
    world.state.say("1001", "text", {"message": "Dạ có"}, src=0)
    world.wait(10 * MINUTE)
    assert names(listener) == ["oa_send_text"]


def test_what_fails_comes_again_after_the_documented_waits_then_the_subscription_ends(listener):
    world = World(listener.url)
    listener.status = 500
    world.hear(text="a")
    world.wait()
    bodies = [listener.came.get_nowait()[1]]
    for number, seconds in enumerate((30, 300, 900, 1800, 3600), start=1):
        world.wait(seconds * 1000 - 1)
        assert listener.came.empty()
        world.wait(1)
        headers, raw = listener.came.get_nowait()
        assert headers["num_retry"] == str(number)
        bodies.append(raw)
    assert len(set(bodies)) == 1
    assert not world.state.webhooks.on
    listener.status = 200
    world.hear(text="b")
    world.wait()
    assert listener.came.empty()


def test_an_address_nobody_listens_at_is_a_failed_try():
    world = World("http://127.0.0.1:9/")
    world.hear(text="a")
    world.wait()
    assert world.state.webhooks.log[0]["status"] is None
    assert world.state.webhooks.waiting[0].tried == 1


def test_doubled_and_out_of_order_on_demand(listener):
    world = World(listener.url, faults="webhook_dup=1")
    world.hear(text="a")
    world.wait()
    (_, first), (_, second) = drain(listener)
    assert first == second
    world = World(listener.url, faults="webhook_swap=1")
    world.hear(text="sớm")
    world.state.faults.mixture.clear()
    world.hear(text="muộn")
    world.wait(1000)
    assert [told["message"]["text"] for _, told in drain(listener)] == ["muộn", "sớm"]


def test_faults_of_webhooks_and_of_calls_stay_apart(api):
    api.control("faults", spec="webhook_dup=1,webhook_swap=1")
    api.hear("a")
    assert len(api.recent()) == 1
    assert api.control("health")["bugs"] == []


def test_only_texts_with_a_hash_if_the_oa_is_set_so(listener):
    world = World(listener.url)
    world.state.knobs.webhook_hash_only = True
    world.hear(text="không")
    world.hear(text="#có")
    world.wait()
    ((_, told),) = drain(listener)
    assert told["message"]["text"] == "#có"


def test_a_served_simulator_posts_by_itself(api, listener):
    api.control("webhooks", url=listener.url)
    user_id = api.hear("xin chào")["user_id"]
    api.control("user", user="mai", follower=False)
    api.post("/v2.0/oa/tag/tagfollower", {"user_id": user_id, "tag_name": "ma túy"})
    api.control("inject", user="mai", src=0, text="trả lời trong công cụ của Zalo")
    told = [json.loads(listener.came.get(timeout=60)[1]) for _ in range(4)]
    by_name = {event["event_name"]: event for event in told}
    assert by_name["user_send_text"]["message"]["text"] == "xin chào"
    assert by_name["unfollow"]["follower"] == {"id": user_id}
    assert by_name["add_user_to_tag"]["tag"] == {"user_ids": [user_id], "name": "ma túy"}
    assert by_name["oa_send_text"]["sender"]["admin_id"]
    assert api.control("webhooks", url="")["on"] is False


@pytest.mark.parametrize("url", ["ftp://x/", "nowhere", "http://"])
def test_an_address_that_is_none_is_named(url, capsys):
    assert main(["--webhook", url, "--empty"]) == 2
    assert url in capsys.readouterr().err
