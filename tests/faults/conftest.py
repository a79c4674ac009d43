"""A desk of the gateway's tests, with a proxy between it and the simulated OA."""

import pytest

from console.app.desktop import say_failed
from console.cache import outbox, vault
from console.cache import tables as t
from console.cache.health_query import health
from console.cache.keys import subkey
from console.cache.sealed import SealedFiles
from console.cache.vault import Journal
from console.domain.clock import MINUTE_MS
from console.domain.events import ReplyQueued
from console.gateway.lane import Lane
from console.gateway.limiter import Limiter
from console.gateway.sender import Sender
from console.gateway.tokens import TokenKeeper
from console.runtime.duty import Duty
from console.runtime.i18n import set_language
from console.runtime.parts import PartBoard
from console.runtime.resources import load_zalo_rules
from console.simulator.config import APP_ID, SECRET_KEY
from console.ui.frame.banner_words import banner_state
from console.zalo.client import ZaloClient
from console.zalo.oauth import OAuthClient
from console.zalo.secret import Secret
from console.zalo.session import Limits
from tests.faults.proxy import proxy_to
from tests.gateway.conftest import (
    FixedTokens,
    _empty_store,
    _running,
    desk,
    failpoints,
    quick_desk,
    simulator,
)

__all__ = ["_empty_store", "_running", "desk", "failpoints", "quick_desk", "simulator"]


@pytest.fixture(scope="module")
def _line(_running):
    with proxy_to(_running.base_url) as made:
        yield made


@pytest.fixture
def line(_line):
    """The line to Zalo, sound until told otherwise."""
    _line.clear()
    _line.seen.clear()
    yield _line
    _line.clear()


@pytest.fixture
def vietnamese():
    """Say what is said in Vietnamese, whatever another test chose."""
    set_language("vi")


class Way:
    """Makes lanes of a desk that go over the line."""

    def __init__(self, desk, line):
        self.desk, self.line = desk, line

    def client(self, base_url="", **how):
        limits = how.pop("limits", Limits())
        made = ZaloClient(
            lambda: Secret(self.desk.simulator.access_token),
            base_url=base_url or self.line.url,
            limits=limits,
            on_date=self.desk.skew.heard,
            **how,
        )
        self.desk.clients.append(made)
        return made

    def lane(self, *, first=False, **how):
        limiter = Limiter(self.desk.clock.mono, per_minute=10_000_000, burst=1_000_000)
        return Lane(self.client(**how), limiter, FixedTokens("x"), first=first)


class Watch:
    """What the window would say: rounds of workers as their duties make them, and the banner over what is known."""

    def __init__(self, desk):
        self.desk = desk
        self.board = PartBoard(desk.clock.mono)

    def round(self, name, worker):
        """Do one round of a worker as its duty does; return the seconds to rest."""

        def step():
            outcome = worker.tick()
            self.board.said(f"gateway-{name}", outcome.trouble)
            return outcome.next_in_s

        def failed(part, error):
            say_failed(self.board, part, error)

        return Duty(f"gateway-{name}", step, self.desk.clock.mono, failed).round()

    def health(self):
        with self.desk.store.read() as connection:
            return health(connection, self.desk.clock.now_ms())

    def banner(self, known=None):
        """Return what the banner says, over the health of now unless another one is given."""
        self.board.checked([])
        return banner_state(known or self.health(), self.desk.clock.now_ms(), self.board.states())

    def kinds(self):
        return {trouble.kind for trouble in self.health().troubles}


@pytest.fixture
def watch(desk, vietnamese):
    return Watch(desk)


@pytest.fixture
def way(desk, line):
    return Way(desk, line)


class Mail:
    """A conversation and a sender that posts over the line."""

    def __init__(self, desk, way):
        self.desk, self.way = desk, way
        self.files = SealedFiles(desk.path.parent / "media", subkey(bytes(32), "media"))
        self.walker = desk.walker()
        self.count = 0
        self.seen = ""
        self.sender = self.make()

    def make(self, **how):
        lane = self.way.lane(first=True, **how)
        pages, desk = self.desk.pages(), self.desk
        return Sender(lane, pages, desk.call, desk.clock, self.files, load_zalo_rules(), desk.skew)

    def queue(self, *, asked=True):
        """The citizen writes, unless ``asked`` is false, and the officer answers what was read."""
        self.count += 1
        self.desk.advance(1000)
        if asked:
            (self.seen,) = self.desk.say(user="An", text=f"hỏi {self.count}")
            self.walker.tick()
        (case_id,) = self.desk.column(t.case.c.case_id)
        reply = f"r{self.count}"
        body = ReplyQueued(reply, f"trả lời {self.count}", seen_message_id=self.seen)
        with self.desk.store.write() as tx:
            tx.add(case_id, body, actor="officer-1", unit="TB-CAT")
        return reply

    def state(self, reply):
        with self.desk.store.read() as connection:
            return outbox.reply(connection, reply).state.value

    def posted(self, number):
        received = self.desk.simulator.control("received")["received"]
        return [p for p in received if p["body"]["message"].get("text") == f"trả lời {number}"]

    def search(self, times=1):
        for _ in range(times):
            self.desk.advance(6 * MINUTE_MS)
            self.sender.tick()


@pytest.fixture
def mail(desk, way):
    return Mail(desk, way)


@pytest.fixture
def keeper(desk, line):
    """The keeper of the simulator's first pair, which renews it over the line."""
    shop = OAuthClient(APP_ID, Secret(SECRET_KEY), base_url=line.url, limits=Limits())
    first = desk.simulator.state.tokens.pairs[0]
    with desk.store.write() as tx:
        now = tx.now_ms
        vault.file_pair(tx.connection, 0, first.access_token, first.refresh_token, 90_000_000, now, now)
    made = TokenKeeper(
        desk.call, shop, Journal(desk.path.parent, subkey(bytes(32), "vault-journal")), desk.clock
    )
    made.recover()
    yield made
    shop.close()
