"""A desk of the gateway's tests, with a proxy between it and the simulated OA."""

import pytest

from console.gateway.lane import Lane
from console.gateway.limiter import Limiter
from console.runtime.i18n import set_language
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


@pytest.fixture
def way(desk, line):
    return Way(desk, line)
