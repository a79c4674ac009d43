"""One walk over the simulator's inbox. The simulator is a process of its own, so only the console's CPU counts."""

import json
import random
import tempfile
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx

from console.app.simulator_process import simulator
from console.cache.database import connect
from console.domain.clock import ManualClock
from console.domain.text import fold
from console.gateway.lane import Lane
from console.gateway.limiter import Limiter
from console.gateway.pages import Pages
from console.gateway.walk import Walker
from console.zalo.client import ZaloClient
from console.zalo.secret import Secret
from tests.bench import seed
from tests.bench.measure import Cost, middle, timed

WALKS = 30
_FIRST = 5
NEW = 10
_KNOWN = 60
_TICK_MS = 15_000


class _Token:
    """A token that is simply there."""

    generation = 1

    def renew(self, after: int) -> bool:
        del after
        return False


class _Citizens:
    """The simulator's control endpoint."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._rng = random.Random(6)

    def ask(self, verb: str, **given: Any) -> dict[str, Any]:
        """Do one verb."""
        body = json.dumps(given).encode()
        request = urllib.request.Request(f"{self._url}/{verb}", body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            found: dict[str, Any] = json.load(answer)
        return found

    def write(self, count: int, now_ms: int) -> None:
        """Let ``count`` messages from some of 200 citizens arrive one second apart, the last one ``now_ms``."""
        self.ask("clock", frozen=True, set_ms=now_ms)
        messages = [
            {
                "user": f"dân {self._rng.randrange(200)}",
                "text": seed.text_of(self._rng),
                "time_ms": now_ms - (count - n) * 1000,
            }
            for n in range(count)
        ]
        self.ask("inject", messages=messages)


@contextmanager
def _inbox() -> Iterator[tuple[_Citizens, str, str]]:
    """Run a simulator; yield its citizens, the API's address and a valid token."""
    with simulator(1.0, "--empty", "--seed", "1") as ready:
        citizens = _Citizens(ready.control_url)
        citizens.write(_KNOWN, seed.NOW_MS)
        token: str = citizens.ask("tokens")["generations"][-1]["access_token"]
        yield citizens, ready.base_url, token


def walk_nothing(_folder: Path) -> Cost:
    """Walk with nothing new, the HTTP call and the proof included."""
    return _walks(0)


def walk_ten(_folder: Path) -> Cost:
    """Walk with ten new messages, applied."""
    return _walks(NEW)


def _walks(new: int) -> Cost:
    costs = []
    with (
        tempfile.TemporaryDirectory(prefix="bench-") as folder,
        seed.profile(Path(folder) / "p") as workspace,
        _inbox() as (citizens, url, token),
        ZaloClient(lambda: Secret(token), base_url=url) as client,
    ):
        clock = ManualClock(seed.NOW_MS)
        limiter = Limiter(clock.mono, per_minute=10_000_000, burst=1_000_000, rng=random.Random(1))

        def call(work: Callable[[Any], Any]) -> Any:
            return work(workspace.store)

        walker = Walker(Lane(client, limiter, _Token()), Pages(call, workspace.intake), call, clock)
        for number in range(_FIRST + WALKS):
            clock.advance(_TICK_MS)
            citizens.write(new, clock.now_ms())
            with timed("ms") as cost:
                outcome = walker.tick()
            assert not outcome.trouble, outcome.trouble
            # The first walks read everything and the safety nets; the store has seen its statements then.
            if number >= _FIRST:
                costs.append(cost)
        with workspace.store.read() as connection:
            stored = connection.exec_driver_sql("SELECT count(*) FROM message").scalar_one()
        assert stored == _KNOWN + new * (_FIRST + WALKS)
    return middle(costs)


def fetch_nothing(_folder: Path) -> Cost:
    """Ask for the same page with a bare client and parse its JSON."""
    return _fetches(0)


def fetch_ten(_folder: Path) -> Cost:
    """Ask for the same pages, parse, and write ten messages and their index entries with the driver alone."""
    return _fetches(NEW)


def _fetches(new: int) -> Cost:
    costs = []
    with (
        tempfile.TemporaryDirectory(prefix="bench-") as folder,
        seed.profile(Path(folder) / "p") as workspace,
        _inbox() as (citizens, url, token),
        httpx.Client(headers={"access_token": token}) as client,
        closing(connect(workspace.profile.database, seed.KEY)) as raw,
    ):
        for number in range(WALKS):
            citizens.write(new, seed.NOW_MS + (number + 1) * _TICK_MS)
            with timed("ms") as cost:
                # With ten new ones the page that links is the second.
                pages = [_page(client, url, offset) for offset in ((0, NEW) if new else (0,))]
                if new:
                    _store(raw, pages[0], number)
            costs.append(cost)
    return middle(costs)


def _page(client: httpx.Client, url: str, offset: int) -> list[dict[str, Any]]:
    asked = {"data": json.dumps({"offset": offset, "count": 10})}
    answer = client.get(f"{url}/v2.0/oa/listrecentchat", params=asked)
    found: list[dict[str, Any]] = json.loads(answer.content)["data"]
    return found


def _store(raw: Any, page: list[dict[str, Any]], number: int) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany(
        "INSERT INTO message (message_id, case_id, conversation_id, direction, type, text, at, seq) "
        "VALUES (?, 'c', 'v', 'in', 'text', ?, ?, 0)",
        [(row["message_id"], row["message"], row["time"]) for row in page],
    )
    raw.executemany(
        "INSERT INTO search_text (rowid, folded) VALUES (?, ?)",
        [(number * NEW + n + 1, fold(row["message"])) for n, row in enumerate(page)],
    )
    raw.execute("COMMIT")
