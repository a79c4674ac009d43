"""One simulator for all tests of a process, put back to its beginning before each of them."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest

from console.simulator.config import Config
from console.simulator.server import Running

NOW = 1_790_000_000_000  # 21/09/2026 21:13:20 in UTC+7
DAY = 86_400_000


class Api:
    """A client that knows nothing but HTTP."""

    def __init__(self, simulator: Running) -> None:
        self.simulator = simulator
        self.http = httpx.Client(base_url=simulator.base_url, timeout=60)

    @property
    def headers(self) -> dict[str, str]:
        return {"access_token": self.simulator.access_token}

    def read(self, path: str, **data: Any) -> dict[str, Any]:
        """GET with the `data` parameter."""
        return self.http.get(path, params={"data": json.dumps(data)}, headers=self.headers).json()

    def plain(self, path: str, **query: Any) -> dict[str, Any]:
        """GET with plain query parameters."""
        return self.http.get(path, params=query, headers=self.headers).json()

    def post(self, path: str, body: Any) -> dict[str, Any]:
        return self.http.post(path, json=body, headers=self.headers).json()

    def recent(self, offset: int = 0, count: int = 10) -> list[dict[str, Any]]:
        answer = self.read("/v2.0/oa/listrecentchat", offset=offset, count=count)
        assert answer["error"] == 0, answer
        return answer["data"]

    def send(self, user_id: str, message: dict[str, Any]) -> dict[str, Any]:
        return self.post("/v3.0/oa/message/cs", {"recipient": {"user_id": user_id}, "message": message})

    def control(self, verb: str, **given: Any) -> dict[str, Any]:
        return self.simulator.control(verb, **given)

    def hear(self, text: str = "xin chào", user: str = "mai", **given: Any) -> dict[str, Any]:
        """Let a citizen write; return the message."""
        return self.control("inject", user=user, text=text, **given)["messages"][-1]

    def knobs(self, **given: Any) -> None:
        self.control("knobs", **given)

    def wait(self, ms: int) -> None:
        self.control("clock", advance_ms=ms)


@pytest.fixture(scope="session")
def _shared() -> Iterator[Api]:
    with Running(Config(seed=7, wall=lambda: NOW)) as simulator:
        api = Api(simulator)
        with api.http:
            yield api


@pytest.fixture
def api(_shared: Api) -> Iterator[Api]:
    """A client of a simulator whose clock stands at NOW until a test moves it."""
    _shared.control("reset")
    yield _shared
    assert _shared.control("health")["bugs"] == []


@pytest.fixture
def start() -> Iterator[Callable[..., Api]]:
    """Start another simulator with a configuration of its own."""
    with ExitStack() as stack:

        def begin(**config: Any) -> Api:
            api = Api(stack.enter_context(Running(Config(**{"seed": 7, "wall": lambda: NOW} | config))))
            stack.enter_context(api.http)
            return api

        yield begin
