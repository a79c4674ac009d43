"""The gateway as a whole: wired as in real use, synchronously and on threads."""

import random
import shutil
import threading
import time
from datetime import date
from functools import partial

import pytest

from console.cache import tables as t
from console.cache import walk_state
from console.cache.health_query import health
from console.cache.intake import Intake
from console.domain.clock import HOUR_MS
from console.domain.events import ReplyQueued
from console.gateway.ports import Outcome
from console.gateway.service import Gateway, GatewayConfig
from console.gateway.walk import WalkTimes
from console.runtime.duty import Duty
from console.runtime.resources import load_zalo_rules
from console.simulator.config import APP_ID, SECRET_KEY
from console.zalo.secret import Secret
from console.zalo.session import Limits


@pytest.fixture
def gateway(desk):
    host, port = desk.simulator.base_url.removeprefix("http://").rsplit(":", 1)
    config = GatewayConfig(
        profile=desk.path.parent,
        app_id=APP_ID,
        app_secret=Secret(SECRET_KEY),
        media_hosts=("zdn.vn",),
        openapi_url=desk.simulator.base_url,
        oauth_url=desk.simulator.base_url,
        loopback_media=frozenset({(host, int(port))}),
        per_minute=100_000,
        limits=Limits(total_s=5, idle_s=2),
    )
    lock = threading.Lock()

    def call(work):
        with lock:
            return work(desk.store)

    intake = Intake("TB-CAT", lambda text: False, random.Random(7))
    made = Gateway(config, call, desk.clock, intake, load_zalo_rules(), bytes(range(32)), random.Random(1))
    yield made
    made.close()


@pytest.fixture
def connected(desk, gateway):
    gateway.tokens.consent(Secret(desk.simulator.control("token", do="code")["code"]))
    return gateway


def test_without_consent_every_lane_waits_and_says_why(gateway):
    outcomes = gateway.run_once()
    assert "cấp quyền" in outcomes["tokens"].trouble
    assert "cấp quyền" in outcomes["walk"].trouble
    assert all(outcome.next_in_s > 0 for outcome in outcomes.values())


def test_whole_round(desk, connected):
    (inbound,) = desk.say(user="An", name="Nguyễn Văn An", type="photo")
    desk.simulator.control(
        "user", user="An", shared={"phone": 84912345678, "address": "Tổ 1"}, sensitive=True
    )
    for _ in range(8):
        connected.run_once()
    case_id = desk.column(t.case.c.case_id)[0]
    with desk.store.write() as tx:
        tx.add(case_id, ReplyQueued("r1", "chào", seen_message_id=inbound), actor="o", unit="TB-CAT")
    for _ in range(4):
        connected.run_once()
    assert desk.column(t.reply.c.state) == ["sent"]
    assert desk.column(t.attachment.c.state) == ["stored"]
    assert desk.column(t.identity.c.phone) == ["84912345678"]
    assert desk.column(t.identity.c.under_age) == [1]
    with desk.store.read() as connection:
        now = health(connection, desk.clock.now_ms())
    assert now.linked_at == desk.clock.now_ms()
    assert now.token_expires_at > desk.clock.now_ms()
    assert date.fromisoformat("-".join(reversed(now.package_until.split("/"))))
    assert (now.unknown, now.gaps, now.quarantined, now.media_waiting) == (0, 0, 0, 0)


def test_citizen_is_asked_about_once_a_day(desk, connected):
    desk.say(user="An")
    for _ in range(6):
        connected.run_once()
    assert len(desk.requests("/user/detail")) == 1
    desk.advance(23 * HOUR_MS)
    desk.say(user="An")
    for _ in range(6):
        connected.run_once()
    assert len(desk.requests("/user/detail")) == 1
    desk.advance(2 * HOUR_MS)
    desk.say(user="An")
    for _ in range(6):
        connected.run_once()
    assert len(desk.requests("/user/detail")) == 2


def test_citizen_zalo_does_not_know_is_not_asked_about_in_a_loop(desk, connected):
    desk.say(user="An")
    desk.fault("rate:-201", path="/v3.0/oa/user/detail")
    for _ in range(6):
        connected.run_once()
    assert len(desk.requests("/user/detail")) == 1


def test_quota_is_asked_after_new_messages_only(desk, connected):
    desk.say(user="An")
    for _ in range(6):
        connected.run_once()
    # Once for the OA's own packages, and once for An.
    assert len(desk.requests("/quota/message")) == 2
    assert desk.column(t.quota.c.total) == [8]
    desk.advance(HOUR_MS)
    for _ in range(6):
        connected.run_once()
    assert len(desk.requests("/quota/message")) == 2
    desk.say(user="An")
    for _ in range(6):
        connected.run_once()
    assert len(desk.requests("/quota/message")) == 3


def now_of(desk):
    with desk.store.read() as connection:
        return health(connection, desk.clock.now_ms())


def test_little_that_is_paid_for_raises_an_alarm_until_more_is_bought(desk, connected):
    for _ in range(3):
        connected.run_once()
    total = desk.simulator.state.knobs.package_total
    left = now_of(desk).messages_left
    assert (left.remain, left.total) == (total, total)
    assert date.fromisoformat("-".join(reversed(left.until.split("/"))))
    assert now_of(desk).troubles == ()
    for used, alarms in ((total - total // 10, 1), (total - total // 10 - 1, 0), (total, 1)):
        desk.simulator.state.package_used = used
        desk.advance(7 * HOUR_MS)
        for _ in range(3):
            connected.run_once()
        assert now_of(desk).messages_left.remain == total - used
        troubles = [trouble.words for trouble in now_of(desk).troubles]
        assert len(troubles) == alarms
        assert all(f"{total - used}/{total}" in words for words in troubles)


@pytest.mark.parametrize("fault", ["rate:-223", "answer:{}", 'answer:{"error": 0, "data": []}'])
def test_an_oa_that_does_not_tell_its_packages_is_not_asked_in_a_loop(desk, connected, fault):
    desk.fault(fault, path="/v3.0/oa/quota/message")
    for _ in range(5):
        connected.run_once()
    assert len(desk.requests("/quota/message")) == 1
    assert now_of(desk).messages_left is None
    assert now_of(desk).troubles == ()


def test_end_of_the_consent_raises_an_alarm_in_time(desk, connected):
    connected.run_once()
    assert desk.column(t.trouble.c.kind) == []
    with desk.store.write() as tx:
        tx.connection.execute(t.token.update().values(refresh_expires_at=tx.now_ms + 8 * 24 * HOUR_MS))
    desk.advance(7 * HOUR_MS)
    connected.run_once()
    assert desk.column(t.trouble.c.kind) == ["token.consent"]
    assert "7 ngày" in desk.column(t.trouble.c.detail)[0]


def test_threads_take_in_without_a_hand(desk, connected):
    rested = threading.Event()
    told = set()

    def tell(name, outcome):
        told.add(name)
        if name == "walk" and outcome == Outcome(5.0) and told == set(connected.workers):
            rested.set()

    desk.say(times=40, step_ms=1, time_ms=desk.clock.now_ms() - 1000)
    connected.walker._times = WalkTimes(idle_s=5.0, pages_per_tick=2)

    def step(name, worker):
        outcome = worker.tick()
        tell(name, outcome)
        return outcome.next_in_s

    failures = []
    duties = [
        Duty(name, partial(step, name, worker), time.monotonic, lambda *what: failures.append(what))
        for name, worker in connected.workers.items()
    ]
    for duty in duties:
        duty.start()
    walked = rested.wait(60)
    for duty in duties:
        duty.stop(60)
    assert failures == []
    assert walked
    assert len(desk.stored()) == 40


def test_what_is_set_aside_is_tried_again_at_the_next_start(desk, connected, monkeypatch):
    taken = connected.walker._pages._intake.take_in

    def choke(tx, rows):
        raise TypeError("a bug of ours")

    monkeypatch.setattr(connected.walker._pages._intake, "take_in", choke)
    desk.say(times=3)
    connected.walker.tick()
    assert desk.stored() == set()
    assert len(desk.column(t.quarantine.c.digest)) == 3
    with desk.store.read() as connection:
        assert health(connection, 0).quarantined == 3
    assert desk.column(t.trouble.c.kind) == ["walk.unreadable"]
    monkeypatch.setattr(connected.walker._pages._intake, "take_in", taken)
    desk.walker().tick()
    assert desk.stored() == desk.listed()
    assert desk.column(t.quarantine.c.digest) == []
    assert all(desk.column(t.trouble.c.cleared_at))


def test_profile_folder_holds_nothing_readable(desk, connected, tmp_path):
    desk.say(user="An", name="Nguyễn Văn Kín", text="chuyện kín", type="text")
    for _ in range(6):
        connected.run_once()
    copy = tmp_path / "copy"
    shutil.copytree(desk.path.parent, copy)
    for path in copy.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert "kín".encode() not in data
            assert desk.simulator.access_token.encode() not in data


def test_poll_state_says_nobody_walks_after_a_start(desk):
    with desk.store.write() as tx:
        walk_state.set_poll(tx.connection, walk_state.Poll(linked_at=5, catching_up=True))
    desk.fault("http500")
    desk.walker().tick()
    assert not desk.poll().catching_up
