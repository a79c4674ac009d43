"""Shared by the gateway's tests: a desk with a real store, a real client and the simulated OA behind it."""

import random
import shutil
from dataclasses import dataclass, field

import pytest
from sqlalchemy import select

from console import failpoint
from console.cache import tables as t
from console.cache import walk_state
from console.cache.case_rows import Deadline, Guess
from console.cache.database import open_database
from console.cache.intake import Intake
from console.cache.opening import create_store
from console.cache.projector import Projector
from console.cache.store import Store
from console.domain.clock import ManualClock
from console.gateway.lane import Lane
from console.gateway.limiter import Limiter
from console.gateway.pages import Pages
from console.gateway.skew import SkewWatch
from console.gateway.walk import Walker
from console.simulator.config import Config
from console.simulator.server import Running
from console.zalo.client import ZaloClient
from console.zalo.secret import Secret
from console.zalo.session import Limits
from tests.support import quick_folder

KEY = bytes(range(32))


class PlainRules:
    """Rules without data files: no clocks, no guesses."""

    def deadline(self, case, priority):
        return Deadline()

    def priority_rank(self, priority):
        return 3

    def crime_report(self, category):
        return False

    def guess(self, texts, kinds):
        return Guess()


class FixedTokens:
    """A token that is simply there."""

    def __init__(self, value):
        self.secret = Secret(value)
        self.generation = 1
        self.renewals = 0

    def renew(self, after):
        self.renewals += 1
        return False


@dataclass
class Desk:
    """One PC: the store survives ``restart``, the workers do not."""

    path: object
    clock: ManualClock
    simulator: Running
    engines: list = field(default_factory=list)
    clients: list = field(default_factory=list)
    store: Store = None

    def __post_init__(self):
        self.skew = SkewWatch(self.clock.now_ms)
        self.open()

    def open(self):
        engine = open_database(self.path, KEY, create=False)
        self.engines.append(engine)
        self.store = Store(engine, self.clock, Projector(PlainRules()), "pc-1")

    def call(self, work):
        return work(self.store)

    def client(self, token=None):
        made = ZaloClient(
            token or (lambda: Secret(self.simulator.access_token)),
            base_url=self.simulator.base_url,
            limits=Limits(),
            on_date=self.skew.heard,
        )
        self.clients.append(made)
        return made

    def lane(self, tokens=None, limiter=None, **how):
        tokens = tokens or FixedTokens("x")
        limiter = limiter or Limiter(
            self.clock.mono, per_minute=10_000_000, burst=1_000_000, rng=random.Random(1)
        )
        return Lane(self.client(), limiter, tokens, **how)

    def pages(self):
        return Pages(self.call, Intake("TB-CAT", lambda text: False, random.Random(7)))

    def walker(self, lane=None, **how):
        return Walker(lane or self.lane(), self.pages(), self.call, self.clock, skew=self.skew, **how)

    def advance(self, ms):
        self.clock.advance(ms)
        self.simulator.control("clock", set_ms=self.clock.now_ms())

    def say(self, user="An", times=1, **given):
        """Put messages into the inbox of the OA; return their ids."""
        given = {"text": "tin {n}", "user": user, "times": times, **given}
        return [m["message_id"] for m in self.simulator.control("inject", **given)["messages"]]

    def fault(self, fault, **given):
        self.simulator.control("fault", fault=fault, **given)

    def listed(self):
        """Return the ids of everything that was ever in the OA's inbox."""
        return {m["message_id"] for m in self.simulator.control("messages")["messages"]}

    def requests(self, path=""):
        return [r for r in self.simulator.control("requests")["requests"] if path in r["path"]]

    def column(self, column):
        with self.store.read() as connection:
            return list(connection.execute(select(column)).scalars())

    def stored(self):
        """Return the ids of the stored messages; fails if one is there twice."""
        ids = self.column(t.message.c.message_id)
        assert len(ids) == len(set(ids))
        return set(ids)

    def poll(self):
        with self.store.read() as connection:
            return walk_state.poll(connection)

    def close(self):
        for client in self.clients:
            client.close()
        for engine in self.engines:
            engine.dispose()


@pytest.fixture(scope="session")
def _empty_store(tmp_path_factory):
    path = tmp_path_factory.mktemp("empty") / "ban-truc.db"
    create_store(path, KEY)
    return path


@pytest.fixture(scope="module")
def _running():
    with Running(Config(seed=1)) as running:
        yield running


@pytest.fixture
def simulator(_running):
    """The simulated OA, as at its start, its clock standing still."""
    _running.control("reset")
    yield _running
    assert _running.control("health")["bugs"] == []


@pytest.fixture
def desk(simulator, _empty_store, tmp_path):
    """A desk whose clock stands still together with the simulator's."""
    yield from _desk_in(tmp_path, simulator, _empty_store)


@pytest.fixture
def quick_desk(simulator, _empty_store):
    """The same in memory, for what commits thousands of times and is not about the disk."""
    with quick_folder() as folder:
        yield from _desk_in(folder, simulator, _empty_store)


def _desk_in(folder, simulator, empty_store):
    profile = folder / "profile"
    profile.mkdir()
    shutil.copyfile(empty_store, profile / "ban-truc.db")
    clock = ManualClock()
    simulator.control("clock", frozen=True, set_ms=clock.now_ms())
    made = Desk(profile / "ban-truc.db", clock, simulator)
    yield made
    made.close()


@pytest.fixture
def failpoints():
    """Set failpoints for one test."""
    yield failpoint.configure
    failpoint.configure("")
