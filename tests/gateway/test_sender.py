"""Replies against the simulated OA: one POST at most, and the state shown is the state that is known."""

import contextlib
import json

import pytest

from console.cache import outbox
from console.cache import tables as t
from console.cache.keys import subkey
from console.cache.sealed import SealedFiles
from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS
from console.domain.events import OutboundFile, ReplyQueued, ReplyResolved
from console.gateway.limiter import Limiter
from console.gateway.sender import THREAD_CHANGED, Sender
from console.runtime.resources import load_zalo_rules

SEND = "/v3.0/oa/message/cs"
READ = "/v2.0/oa/conversation"
PDF = b"%PDF-1.4 x"
GIF = b"GIF89a\x10\x00\x08\x00" + b"\x00" * 40


class Bench:
    """A desk with one conversation and a sender."""

    def __init__(self, desk):
        self.desk = desk
        self.files = SealedFiles(desk.path.parent / "media", subkey(bytes(32), "media"))
        self.inbound = desk.say(user="An", text="xin hỏi", time_ms=desk.clock.now_ms() - 60_000)[-1]
        self.walker = desk.walker()
        self.walker.tick()
        self.case_id = desk.column(t.case.c.case_id)[0]
        self.count = 0
        self.restart()

    def restart(self, lane=None):
        self.sender = Sender(
            lane or self.desk.lane(first=True),
            self.desk.pages(),
            self.desk.call,
            self.desk.clock,
            self.files,
            load_zalo_rules(),
        )

    def queue(self, text="chào anh/chị", *, case_id="", **how):
        self.count += 1
        reply_id = f"r{self.count}"
        how = {"seen_message_id": self.inbound, **how}
        with self.desk.store.write() as tx:
            tx.add(
                case_id or self.case_id, ReplyQueued(reply_id, text, **how), actor="officer-1", unit="TB-CAT"
            )
        return reply_id

    def run(self, ticks=3):
        for _ in range(ticks):
            self.sender.tick()

    def state(self, reply_id):
        with self.desk.store.read() as connection:
            return outbox.reply(connection, reply_id).state.value

    def row(self, reply_id):
        with self.desk.store.read() as connection:
            return connection.execute(t.reply.select().where(t.reply.c.reply_id == reply_id)).one()

    def posts(self):
        return self.desk.simulator.control("received")["received"]

    def outside(self):
        """Return the texts of outbound messages that nobody of ours sent."""
        with self.desk.store.read() as connection:
            rows = connection.execute(t.message.select().where(t.message.c.direction == "out"))
            return [row.text for row in rows if not row.reply_id]


@pytest.fixture
def bench(desk):
    return Bench(desk)


def test_a_reply_is_sent_once_with_its_message_id(bench):
    reply = bench.queue()
    bench.run()
    assert bench.state(reply) == "sent"
    assert [p["body"]["message"]["text"] for p in bench.posts()] == ["chào anh/chị"]
    assert bench.row(reply).zalo_message_id == bench.posts()[0]["message_id"]
    bench.walker.tick()
    assert bench.outside() == []
    assert json.loads(json.dumps(bench.desk.column(t.quota.c.remain))) == [7]


def test_replies_of_a_conversation_go_in_order(bench):
    for n in range(4):
        bench.queue(f"tin {n}")
    bench.run(8)
    assert [p["body"]["message"]["text"] for p in bench.posts()] == [f"tin {n}" for n in range(4)]


def test_hold_is_kept_and_ends_even_if_the_clock_was_set_back(bench):
    now = bench.desk.clock.now_ms()
    reply = bench.queue(not_before=now + 5000)
    bench.run()
    assert bench.posts() == []
    bench.desk.clock.jump(-HOUR_MS)
    bench.run()
    assert bench.posts() == []
    bench.desk.clock.advance(5000)
    bench.run()
    assert bench.state(reply) == "sent"


def test_quote_goes_along(bench):
    bench.queue(quote_message_id=bench.inbound)
    bench.run()
    assert bench.posts()[0]["body"]["message"]["quote_message_id"] == bench.inbound


@pytest.mark.parametrize("fault", ["lost_answer", "truncated", "garbled", "blank", "cut:5", "answer:{}"])
def test_lost_answer_is_unknown_then_found_once(bench, fault):
    bench.desk.fault(fault, path=SEND)
    reply = bench.queue()
    bench.sender.tick()
    assert bench.state(reply) == "unknown"
    bench.walker.tick()
    assert bench.outside() == []
    bench.run()
    assert bench.state(reply) == "sent"
    assert bench.row(reply).zalo_message_id == bench.posts()[0]["message_id"]
    bench.run(5)
    bench.walker.tick()
    assert len(bench.posts()) == 1
    assert bench.outside() == []
    assert bench.desk.column(t.gateway_state.c.name).count("held") == 0


@pytest.mark.parametrize("fault", ["status:503", "html:502", "reset", "redirect"])
def test_unclear_refusal_is_unknown_and_after_ten_minutes_proposed_as_not_sent(bench, fault):
    bench.desk.fault(fault, path=SEND)
    reply = bench.queue()
    bench.sender.tick()
    assert bench.state(reply) == "unknown"
    while not bench.row(reply).propose_not_sent:
        assert bench.desk.clock.seconds < 660
        bench.desk.advance(10_000)
        bench.run(2)
    assert bench.desk.clock.seconds >= 600
    assert bench.row(reply).searches >= 3
    assert bench.state(reply) == "unknown"
    searches = bench.row(reply).searches
    for _ in range(5):
        bench.desk.advance(HOUR_MS)
        bench.run(2)
    assert bench.row(reply).searches == searches
    assert len(bench.posts()) <= 1


def test_late_echo_is_still_found(bench):
    bench.desk.simulator.control("knobs", echo_delay_ms=90_000)
    bench.desk.fault("lost_answer", path=SEND)
    reply = bench.queue()
    bench.run(4)
    assert bench.state(reply) == "unknown"
    for _ in range(40):
        bench.desk.advance(10_000)
        bench.run(1)
    assert bench.state(reply) == "sent"


@pytest.mark.parametrize("mode", ["remove", "mark"])
def test_a_reply_that_was_seen_and_then_taken_back_was_sent(bench, mode):
    bench.desk.simulator.control("knobs", recall_mode=mode)
    bench.desk.fault("lost_answer", path=SEND)
    reply = bench.queue()
    bench.sender.tick()
    assert bench.state(reply) == "unknown"
    bench.walker.tick()
    bench.desk.simulator.control("recall", message_id=bench.posts()[0]["message_id"])
    bench.run()
    assert bench.state(reply) == "sent"
    assert bench.row(reply).zalo_message_id == bench.posts()[0]["message_id"]
    assert bench.outside() == []


def test_a_row_that_a_capped_read_shows_proves_the_reply(bench):
    """What else Zalo may hide does not matter: one row is enough for «sent», all of them are needed for «not sent»."""
    seen = bench.desk.say(user="An", times=8, time_ms=bench.desk.clock.now_ms() - 1000)[-1]
    bench.walker.tick()
    bench.desk.fault("lost_answer", path=SEND)
    reply = bench.queue(seen_message_id=seen)
    bench.sender.tick()
    bench.desk.say(user="An", times=3, time_ms=bench.desk.clock.now_ms() + 1)
    bench.desk.simulator.control("knobs", conversation_cap=10)
    bench.run()
    assert bench.state(reply) == "sent"
    assert bench.row(reply).zalo_message_id == bench.posts()[0]["message_id"]


def test_a_reply_seen_before_it_was_taken_back_is_proven_even_if_nothing_can_be_read_whole(bench):
    bench.desk.simulator.control("knobs", recall_mode="mark")
    bench.desk.fault("lost_answer", path=SEND)
    reply = bench.queue()
    bench.sender.tick()
    bench.walker.tick()
    bench.desk.simulator.control("recall", message_id=bench.posts()[0]["message_id"])
    bench.desk.say(user="An", times=12, time_ms=bench.desk.clock.now_ms() + 1)
    bench.desk.simulator.control("knobs", conversation_cap=10)
    bench.run()
    assert bench.state(reply) == "sent"
    assert bench.outside() == []


def test_a_capped_read_without_the_row_proves_nothing(bench):
    bench.desk.fault("status:503", path=SEND)
    reply = bench.queue()
    bench.sender.tick()
    bench.desk.say(user="An", times=12, time_ms=bench.desk.clock.now_ms() + 1)
    bench.desk.simulator.control("knobs", conversation_cap=10)
    for _ in range(80):
        bench.desk.advance(10_000)
        bench.run(1)
    assert bench.state(reply) == "unknown"
    assert not bench.row(reply).propose_not_sent


def test_a_long_conversation_is_looked_through_over_many_ticks(bench):
    """More pages than calls there are at once: the look goes on where the limiter stopped it."""
    bench.desk.fault("lost_answer", path=SEND)
    reply = bench.queue()
    bench.sender.tick()
    bench.desk.say(user="An", times=500, time_ms=bench.desk.clock.now_ms() + 1)
    limiter = Limiter(bench.desk.clock.mono, per_minute=600, burst=20)
    bench.restart(bench.desk.lane(limiter=limiter, first=True))
    for _ in range(120):
        bench.desk.advance(1000)
        bench.sender.tick()
    assert bench.state(reply) == "sent"
    assert len(bench.posts()) == 1


def test_two_rows_that_could_be_it_are_for_a_person(bench):
    bench.desk.fault("lost_answer", path=SEND)
    reply = bench.queue()
    bench.sender.tick()
    bench.desk.say(user="An", src=0, text="chào  anh/chị ")
    bench.walker.tick()
    bench.run()
    assert bench.state(reply) == "unknown"
    assert bench.row(reply).matches == 2
    assert bench.outside() == []
    with bench.desk.store.write() as tx:
        tx.add(bench.case_id, ReplyResolved(reply, True, "đã gọi điện"), actor="officer-1", unit="TB-CAT")
    bench.run()
    assert len(bench.outside()) == 1


def test_resolved_as_not_sent_gives_the_rows_back(bench):
    bench.desk.fault("status:503", path=SEND)
    reply = bench.queue()
    bench.sender.tick()
    bench.desk.say(user="An", src=0, text="chào anh/chị", time_ms=bench.desk.clock.now_ms() + 1)
    bench.walker.tick()
    with bench.desk.store.write() as tx:
        tx.add(bench.case_id, ReplyResolved(reply, False, "xem OA"), actor="officer-1", unit="TB-CAT")
    bench.run()
    assert bench.outside() == ["chào anh/chị"]


def test_same_text_waits_while_the_first_is_unknown(bench):
    bench.desk.fault("status:503", path=SEND)
    first = bench.queue("giống nhau")
    bench.run(2)
    bench.queue("giống  nhau")
    other = bench.queue("khác")
    bench.run(4)
    assert bench.state(first) == "unknown"
    assert [p["body"]["message"]["text"] for p in bench.posts() if p["message_id"]] == []
    with bench.desk.store.write() as tx:
        tx.add(bench.case_id, ReplyResolved(first, False, "không thấy"), actor="officer-1", unit="TB-CAT")
    bench.run(4)
    assert bench.state(other) == "sent"


@pytest.mark.parametrize(
    ("code", "setup"),
    [(-230, {"last_interaction_ms": 1_789_000_000_000}), (-244, {"blocked": True})],
)
def test_refusal_is_rejected_with_its_code(bench, code, setup):
    bench.desk.simulator.control("user", user="An", **setup)
    reply = bench.queue()
    bench.run()
    assert bench.state(reply) == "rejected"
    assert bench.row(reply).code == code
    assert bench.row(reply).reason
    assert len(bench.posts()) == 1


def test_expired_token_at_the_post_is_rejected_and_never_posted_again(bench):
    bench.desk.fault("rate:-216", path=SEND)
    reply = bench.queue()
    bench.run()
    assert bench.state(reply) == "rejected"
    assert bench.row(reply).code == -216
    bench.run(3)
    assert len(bench.desk.requests(SEND)) == 1


def test_no_connection_is_rejected_because_nothing_left(bench, monkeypatch):
    reply = bench.queue()
    slow = bench.sender._lane.call

    def late(ask, name):
        if name == "reply.post":
            bench.desk.clock.seconds += 21
        return slow(ask, name)

    monkeypatch.setattr(bench.sender._lane, "call", late)
    bench.run(1)
    assert bench.state(reply) == "rejected"
    assert bench.row(reply).code == 0
    assert "quá hạn" in bench.row(reply).reason
    assert bench.desk.requests(SEND) == []


def test_closed_window_is_rejected_before_anything_is_posted(bench):
    reply = bench.queue()
    bench.desk.advance(8 * DAY_MS)
    bench.run()
    assert bench.state(reply) == "rejected"
    assert "7 ngày" in bench.row(reply).reason
    assert bench.desk.requests(SEND) == []


def test_thread_that_changed_stops_the_reply(bench):
    reply = bench.queue()
    bench.desk.say(user="An", text="à mà thôi")
    bench.run()
    assert bench.state(reply) == "cancelled"
    assert bench.row(reply).reason == THREAD_CHANGED
    assert bench.posts() == []
    assert "à mà thôi" in bench.desk.column(t.message.c.text)


def test_late_message_with_an_old_time_stops_the_reply_too(bench):
    reply = bench.queue()
    bench.desk.say(user="An", text="đến muộn", time_ms=bench.desk.clock.now_ms() - 120_000)
    bench.run()
    assert bench.state(reply) == "cancelled"


def test_reason_lets_it_go_out_all_the_same(bench):
    reply = bench.queue(override_reason="khẩn")
    bench.desk.say(user="An", text="à mà thôi")
    bench.run()
    assert bench.state(reply) == "sent"


def test_somebody_elses_message_stops_nothing(bench):
    bench.desk.say(user="Bình", text="việc khác")
    bench.walker.tick()
    reply = bench.queue()
    bench.run()
    assert bench.state(reply) == "sent"


def test_failing_fresh_read_leaves_the_reply_queued(bench):
    reply = bench.queue()
    bench.desk.fault("http500", path=READ, times=2)
    outcome = bench.sender.tick()
    assert outcome.trouble
    assert bench.state(reply) == "queued"
    bench.run()
    assert len(bench.desk.requests(READ)) == 1
    bench.desk.advance(10_000)
    bench.run()
    bench.desk.advance(10_000)
    bench.run()
    assert bench.state(reply) == "sent"


def test_empty_fresh_read_is_not_believed(bench):
    reply = bench.queue()
    bench.desk.fault("empty", path=READ)
    bench.run()
    assert bench.state(reply) == "queued"
    bench.desk.advance(3000)
    bench.run()
    assert bench.state(reply) == "sent"


STEPS = [
    "reply.permit.before",
    "store.commit.before",
    "store.commit.after",
    "reply.permit.after",
    "reply.post.http.before",
    "reply.post.http.after",
    "reply.settle.before",
    "reply.settle.after",
]


@pytest.mark.parametrize("hit", [1, 2])
@pytest.mark.parametrize("step", STEPS)
def test_interrupted_anywhere_nothing_is_sent_twice(bench, failpoints, step, hit):
    reply = bench.queue()
    failpoints(f"{step}=raise:5@{hit}")
    with contextlib.suppress(OSError):
        bench.run(3)
    failpoints("")
    bench.restart()
    for _ in range(20):
        bench.run(3)
        bench.walker.tick()
        bench.desk.advance(60_000)
    posted = [p for p in bench.posts() if p["message_id"]]
    assert len(bench.posts()) <= 1
    assert bench.state(reply) == ("sent" if posted else "unknown")
    if not posted:
        assert bench.row(reply).propose_not_sent
    assert bench.outside() == []


def test_result_is_kept_until_the_store_takes_it(bench, failpoints):
    reply = bench.queue()
    failpoints("reply.settle.before=raise:28@1")
    with pytest.raises(OSError):
        bench.sender.tick()
    assert bench.state(reply) == "permitted"
    bench.sender.tick()
    assert bench.state(reply) == "sent"
    assert len(bench.posts()) == 1


def test_clock_far_ahead_does_not_hide_a_sent_reply(bench):
    bench.desk.clock.jump(2 * HOUR_MS)
    bench.desk.fault("lost_answer", path=SEND)
    reply = bench.queue()
    bench.run(4)
    assert bench.state(reply) == "sent"


def test_row_older_than_the_permit_is_not_taken_for_the_reply(bench):
    bench.desk.say(user="An", src=0, text="chào anh/chị", time_ms=bench.desk.clock.now_ms() - 30_000)
    bench.walker.tick()
    bench.desk.fault("status:503", path=SEND)
    reply = bench.queue()
    bench.run(4)
    assert bench.state(reply) == "unknown"
    assert bench.row(reply).matches == 0
    assert bench.outside() == ["chào anh/chị"]


def test_outside_reply_is_recognised(bench):
    bench.desk.say(user="An", src=0, text="OA Manager trả lời")
    bench.walker.tick()
    assert bench.outside() == ["OA Manager trả lời"]


@pytest.mark.parametrize("change", ["trim", "nfc", "nfd"])
def test_text_that_zalo_alters_is_still_recognised(bench, change):
    bench.desk.simulator.control("knobs", text_change=change)
    bench.desk.fault("lost_answer", path=SEND)
    reply = bench.queue("  Chào anh, việc của anh đã được tiếp nhận ạ. ")
    bench.run(4)
    assert bench.state(reply) == "sent"


def sealed(bench, content, name, media_type):
    file_id = f"{bench.count:032x}"
    with bench.files.writer(file_id) as writer:
        writer.write(content)
        writer.commit()
    return OutboundFile(file_id, name, media_type, writer.size, writer.sha256)


@pytest.mark.parametrize(
    ("content", "name", "media_type", "text"),
    [
        (b"\xff\xd8\xff\xe0" + b"\x00" * 60, "ảnh.jpg", "image/jpeg", "xem ảnh"),
        (GIF, "a.gif", "image/gif", ""),
        (PDF, "mẫu đơn.pdf", "application/pdf", ""),
    ],
)
def test_files_are_uploaded_first_and_sent_once(bench, content, name, media_type, text):
    reply = bench.queue(text, file=sealed(bench, content, name, media_type))
    bench.desk.fault("http500", path="/v2.0/oa/upload")
    bench.run()
    assert bench.state(reply) == "queued"
    bench.desk.advance(10_000)
    bench.run()
    assert bench.state(reply) == "sent"
    assert len(bench.posts()) == 1
    bench.walker.tick()
    assert bench.outside() == []


def test_lost_answer_to_a_file_is_found(bench):
    reply = bench.queue("", file=sealed(bench, PDF, "a.pdf", "application/pdf"))
    bench.desk.fault("lost_answer", path=SEND)
    bench.run(4)
    assert bench.state(reply) == "sent"


def test_file_with_words_is_refused_before_anything_happens(bench):
    reply = bench.queue("kèm lời", file=sealed(bench, PDF, "a.pdf", "application/pdf"))
    bench.run()
    assert bench.state(reply) == "rejected"
    assert "hai tin" in bench.row(reply).reason
    assert bench.desk.requests("/upload/") == []


def test_damaged_file_is_refused(bench):
    file = sealed(bench, PDF, "a.pdf", "application/pdf")
    path = bench.files.path(file.file_id)
    path.write_bytes(path.read_bytes()[:-1] + b"\x00")
    reply = bench.queue("", file=file)
    bench.run()
    assert bench.state(reply) == "rejected"


def test_rate_limit_makes_the_reply_wait_not_fail(bench):
    reply = bench.queue()
    bench.sender._lane._limiter = Limiter(bench.desk.clock.mono, per_minute=60, burst=2)
    bench.sender._lane._limiter.take(2, send=True)
    assert bench.sender.tick().next_in_s > 0
    assert bench.state(reply) == "queued"
    bench.desk.advance(MINUTE_MS)
    bench.run()
    assert bench.state(reply) == "sent"
