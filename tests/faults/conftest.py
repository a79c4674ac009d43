"""A desk of the gateway's tests, with a proxy between it and the simulated OA."""

import pytest

from console.app.desktop import say_failed
from console.cache.health_query import health
from console.gateway.lane import Lane
from console.gateway.limiter import Limiter
from console.runtime.duty import Duty
from console.runtime.i18n import set_language
from console.runtime.parts import PartBoard
from console.ui.frame.banner_words import banner_state
from console.zalo.client import ZaloClient
from console.zalo.secret import Secret
from console.zalo.session import Limits
from tests.faults.proxy import proxy_to
from tests.gateway.conftest import FixedTokens, _empty_store, _running, desk, failpoints, simulator

__all__ = ["_empty_store", "_running", "desk", "failpoints", "simulator"]


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
        limits = how.pop("limits", Limits(total_s=5, connect_s=2, idle_s=1))
        made = ZaloClient(
            lambda: Secret(self.desk.simulator.access_token),
            base_url=base_url or self.line.url,
            limits=limits,
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
