"""Our client against the simulator over real HTTP. Where the two disagree, the API document decides."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from console.simulator.config import Config
from console.simulator.server import Running
from console.zalo.client import ZaloClient
from console.zalo.oauth import OAuthClient
from console.zalo.secret import Secret
from console.zalo.session import Limits

# Quiet long enough for a loaded machine; faults that stall use a client of their own.
PATIENT = Limits(total_s=20, connect_s=5, idle_s=10)
HASTY = Limits(total_s=5, connect_s=2, idle_s=0.3)


@dataclass
class Line:
    """A simulated OA with its control, and clients made for it."""

    oa: Running
    client: ZaloClient
    oauth: OAuthClient

    def write(self, text: str = "xin chào", **more: Any) -> dict[str, Any]:
        """Let a citizen write; return the message as the simulator keeps it."""
        message: dict[str, Any] = self.oa.control("inject", text=text, **more)["messages"][0]
        return message

    def knob(self, **changes: Any) -> None:
        self.oa.control("knobs", **changes)

    def fault(self, fault: str, path: str = "", **more: Any) -> None:
        self.oa.control("fault", fault=fault, path=path, **more)


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    with Running(Config(seed=7)) as oa:
        yield oa


@pytest.fixture
def line(running: Running) -> Iterator[Line]:
    running.control("reset")
    with (
        ZaloClient(lambda: Secret(running.access_token), base_url=running.base_url, limits=PATIENT) as client,
        OAuthClient(
            running.state.config.app_id,
            Secret(running.state.config.secret_key),
            base_url=running.base_url,
            limits=PATIENT,
        ) as oauth,
    ):
        yield Line(running, client, oauth)
    assert not running.control("health")["bugs"]


@pytest.fixture
def hasty(running: Running, line: Line) -> Iterator[ZaloClient]:
    """A client that loses patience after 0.3 s of silence."""
    with ZaloClient(lambda: Secret(running.access_token), base_url=running.base_url, limits=HASTY) as client:
        yield client
