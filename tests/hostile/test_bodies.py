"""Five thousand bodies that Zalo never sent, through the typed client, the translation and the walk into a real store (T13).

Whatever a body is: no exception leaves the walk, the next round works, and every well-formed row of a readable page is stored.
"""

import json
import random
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from console.gateway.lane import Lane
from console.gateway.limiter import Limiter
from console.gateway.pages import Pages
from console.gateway.walk import Walker
from console.record.verify import verify_chain
from console.zalo.client import ZaloClient
from console.zalo.secret import Secret
from console.zalo.session import Reply
from tests.support import quick_folder, store_template, world

__all__ = ["store_template"]

CHUNKS, EXAMPLES, BODIES = 5, 50, 20
"""Together 5,000 bodies."""
START_MS = 1_790_000_000_000
MEMBERS = [
    *(
        "src",
        "time",
        "type",
        "message",
        "message_id",
        "from_id",
        "to_id",
        "from_display_name",
        "url",
        "thumb",
    ),
    *("description", "location", "links", "file_name", "quote", "x"),
]
ODD = st.sampled_from(
    [
        None, True, -1, 0, 1, 2, 10**40, -0.0, 1e308, "", "0", "text", "location", "image", "nosuch", "\ud800", "\0",
        "<img src=x>", "9007199254740993123", 9007199254740993123, [], {}, [[]], {"": ""}, "1790000062000",
        {"latitude": "x"}, [{"url": 1}], 253402300799999, "\u202e", "a" * 5000,
    ]
)  # fmt: skip
CHANGES = st.dictionaries(st.sampled_from(MEMBERS), ODD | st.text(max_size=6), max_size=2)
ROWS = st.lists(st.tuples(st.booleans(), CHANGES), max_size=3)
ENVELOPES = st.sampled_from(
    ["good"] * 6
    + [
        "null",
        "object",
        "string-error",
        "twice",
        "nan",
        "deep",
        "html",
        "bare",
        "number",
        "refused",
        "nested",
    ]
)
DAMAGE = st.none() | st.none() | st.tuples(st.integers(0, 400), st.binary(max_size=4))
STATUS = st.sampled_from([200] * 8 + [400, 403, 429, 500, 502])
BODY = st.tuples(ROWS, ENVELOPES, DAMAGE, STATUS)


@dataclass
class FakeZalo:
    """Stands where the socket is: gives the bodies of a test, one a call, then empty pages."""

    waiting: list = field(default_factory=list)

    def exchange(self, _method, _url, **_how):
        return self.waiting.pop(0) if self.waiting else Reply(200, b'{"error":0,"data":[]}')

    def close(self):
        pass


class Tokens:
    generation = 1

    def renew(self, after):
        return False


class Rig:
    """A real client, walk and store; only the line is made up."""

    def __init__(self, made):
        self.world, self.line = made, FakeZalo()
        client = ZaloClient(lambda: Secret("x"), base_url="http://127.0.0.1:9")
        client._caller._session = self.line
        limiter = Limiter(made.clock.mono, per_minute=10**7, burst=10**6, rng=random.Random(1))
        pages = Pages(lambda work: work(made.store), made.intake)
        self.walker = Walker(
            Lane(client, limiter, Tokens()), pages, lambda work: work(made.store), made.clock
        )
        self.count = 0
        self.sound = set()

    def body(self, rows, envelope, damage, status):
        """Return the bytes of a page, and note which rows of it must be stored."""
        data, sound = [], set()
        for good, changes in rows:
            self.count += 1
            row = {
                "src": 1,
                "time": START_MS + self.count,
                "type": "text",
                "message": f"tin {self.count}",
                "message_id": f"fz{self.count}",
                "from_id": str(1000 + self.count % 7),
                "to_id": "579745863508884884",
                "from_display_name": "An",
            }
            if good:
                sound.add(row["message_id"])
            data.append(row if good else row | changes)
        text = json.dumps(wrap(envelope, data))
        body = TWISTS.get(envelope, str)(text).encode()
        if damage is None and envelope == "good" and status == 200:
            self.sound |= sound
        if damage is not None:
            at, junk = damage
            body = body[:at] + junk + body[at + len(junk) :]
        return Reply(status, body)

    def tick(self, *replies):
        """Walk until the replies were asked for: after a refusal the walk rests first."""
        self.line.waiting = list(replies)
        while self.line.waiting:
            self.world.clock.advance(60_000)
            outcome = self.walker.tick()
        return outcome

    def stored(self):
        return {
            row[0] for row in self.world.rows("SELECT message_id FROM message WHERE message_id LIKE 'fz%'")
        }


def wrap(envelope, data):
    return {
        "null": {"error": 0, "data": None},
        "object": {"error": 0, "data": {"rows": data}},
        "string-error": {"error": "0", "data": data},
        "bare": data,
        "number": 7,
        "refused": {"error": -201, "message": "no", "data": data},
        "nested": {"error": 0, "data": [data]},
    }.get(envelope, {"error": 0, "message": "Success", "data": data})


TWISTS = {
    "twice": lambda text: text[:-1] + ',"data":[]}',
    "nan": lambda text: text[:-1] + ',"x":NaN}',
    "deep": lambda text: text[:-1] + ',"x":' + "[" * 20_000 + "]" * 20_000 + "}",
    "html": lambda text: "<html><body>502</body></html>",
}


@pytest.fixture(scope="module")
def rig(store_template):
    with quick_folder() as folder, world(folder, store_template) as made:
        yield Rig(made)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_body_stops_the_walk_or_costs_a_well_formed_row(rig, chunk):
    # The store keeps what earlier bodies left in it, so a failure is told as it was met: nothing is made smaller.
    @seed(chunk)
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    @given(st.lists(BODY, min_size=BODIES, max_size=BODIES))
    def run(bodies):
        for body in bodies:
            rig.tick(rig.body(*body))
        outcome = rig.tick(rig.body([(True, {})], "good", None, 200))
        assert outcome.trouble == ""
        assert rig.sound <= rig.stored()

    before = len(rig.sound)
    run()
    with rig.world.store.read() as connection:
        assert verify_chain(connection).ok
    # Neither all good nor all bad: both kinds were there in numbers.
    assert len(rig.sound) - before > 80
    assert rig.world.rows("SELECT count(*) FROM quarantine")[0][0] > 20
