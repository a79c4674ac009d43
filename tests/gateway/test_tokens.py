"""The token keeper against the simulated token service: single use, never two at once, nothing lost once received."""

import contextlib
import random
import threading

import pytest
from sqlalchemy import select

from console.cache import tables as t
from console.cache import vault
from console.cache.keys import subkey
from console.cache.vault import Journal, TokenState
from console.domain.clock import HOUR_MS
from console.gateway.lane import Lane
from console.gateway.limiter import Limiter
from console.gateway.ports import NotConnectedError
from console.gateway.tokens import TokenKeeper
from console.simulator.config import APP_ID, SECRET_KEY
from console.zalo.errors import ApiError
from console.zalo.oauth import OAuthClient
from console.zalo.secret import Secret
from console.zalo.session import Limits

TOKEN_PATH = "/v4/oa/access_token"
HALF_MS = 13 * HOUR_MS
"""Past 40 % of 25 hours."""
STEPS = [
    "token.begin.before",
    "token.begin.after",
    "token.http.before",
    "token.http.after",
    "token.journal.fsync.before",
    "token.journal.fsync.after",
    "token.journal.rename.before",
    "token.journal.rename.after",
    "token.file.before",
    "token.file.after",
    "token.journal.unlink.before",
    "token.journal.unlink.after",
]


@pytest.fixture
def shop(desk):
    made = OAuthClient(
        APP_ID, Secret(SECRET_KEY), base_url=desk.simulator.base_url, limits=Limits(total_s=5, idle_s=2)
    )
    yield made
    made.close()


@pytest.fixture
def make(desk, shop):
    """Make a keeper as a start of the program does."""

    def start():
        keeper = TokenKeeper(
            desk.call, shop, Journal(desk.path.parent, subkey(bytes(32), "vault-journal")), desk.clock
        )
        keeper.recover()
        return keeper

    return start


@pytest.fixture
def keeper(desk, make):
    """A keeper that holds the simulator's first pair."""
    first = desk.simulator.state.tokens.pairs[0]
    with desk.store.write() as tx:
        now = tx.now_ms
        vault.file_pair(tx.connection, 0, first.access_token, first.refresh_token, 90_000_000, now, now)
    return make()


def generations(desk):
    return desk.simulator.control("tokens")["generations"]


def alarms(desk):
    """Return the kinds of the alarms that nobody has cleared."""
    with desk.store.read() as connection:
        return list(connection.execute(select(t.trouble.c.kind).where(t.trouble.c.cleared_at == 0)).scalars())


def works(desk, keeper):
    """Return whether Zalo takes the token the keeper gives out."""
    client = desk.client(keeper.access)
    try:
        client.oa.profile()
    except ApiError:
        return False
    return True


def test_first_consent(desk, make):
    keeper = make()
    with pytest.raises(NotConnectedError):
        keeper.access()
    assert keeper.generation == 0
    code = desk.simulator.control("token", do="code")["code"]
    keeper.consent(Secret(code))
    assert keeper.generation == 1
    assert works(desk, keeper)
    assert works(desk, make())


def test_rotates_at_two_fifths_of_its_life(desk, keeper):
    desk.advance(10 * HOUR_MS - 1000)
    assert not keeper.tick().worked
    desk.advance(2000)
    assert keeper.tick().worked
    assert keeper.generation == 2
    assert works(desk, keeper)
    assert desk.column(t.token.c.state) == ["SPENT", "ACTIVE"]
    assert len(generations(desk)) == 2
    assert not list(desk.path.parent.glob("vault.j*"))


def test_clock_that_steps_back_rotates_early_rather_than_late(desk, keeper):
    desk.clock.jump(-400 * 24 * HOUR_MS)
    assert keeper.tick().worked
    assert works(desk, keeper)


@pytest.mark.parametrize("step", STEPS)
def test_interrupted_anywhere_the_next_start_has_working_tokens(desk, keeper, make, failpoints, step):
    desk.advance(HALF_MS)
    failpoints(f"{step}=raise:5@1")
    with contextlib.suppress(OSError):
        keeper.tick()
    failpoints("")
    again = make()
    desk.advance(HOUR_MS)
    again.tick()
    assert works(desk, again)
    assert again.generation == 2
    assert len(generations(desk)) == 2
    assert desk.column(t.trouble.c.kind) == []
    assert not list(desk.path.parent.glob("vault.j*"))


@pytest.mark.parametrize("step", STEPS)
def test_interrupted_anywhere_the_same_keeper_goes_on(desk, keeper, failpoints, step):
    desk.advance(HALF_MS)
    failpoints(f"{step}=raise:28@1")
    with contextlib.suppress(OSError):
        keeper.tick()
    desk.advance(HOUR_MS)
    keeper.tick()
    assert works(desk, keeper)
    assert len(generations(desk)) == 2


def test_lost_answer_leaves_the_access_token_and_an_alarm(desk, keeper, make):
    desk.simulator.control("knobs", old_token_dies=False)
    desk.advance(HALF_MS)
    desk.fault("lost_answer", path=TOKEN_PATH)
    keeper.tick()
    assert desk.column(t.token.c.state) == ["ROTATING"]
    again = make()
    desk.advance(60_000)
    again.tick()
    assert desk.column(t.token.c.state) == ["DEAD"]
    assert alarms(desk) == ["token.dead"]
    assert works(desk, again)
    assert again.tick().trouble
    before = len(desk.requests(TOKEN_PATH))
    desk.advance(HOUR_MS)
    again.tick()
    assert len(desk.requests(TOKEN_PATH)) == before
    code = desk.simulator.control("token", do="code")["code"]
    again.consent(Secret(code))
    assert works(desk, again)
    assert alarms(desk) == []


@pytest.mark.parametrize("fault", ["status:503", "html:502", "reset"])
def test_request_that_changed_nothing_is_tried_again_later(desk, keeper, fault):
    desk.advance(HALF_MS)
    desk.fault(fault, path=TOKEN_PATH)
    keeper.tick()
    assert keeper.generation == 1
    before = len(desk.requests(TOKEN_PATH))
    keeper.tick()
    assert len(desk.requests(TOKEN_PATH)) == before
    desk.advance(60_000)
    keeper.tick()
    assert keeper.generation == 2
    assert works(desk, keeper)


def test_unreadable_answer_is_put_aside(desk, keeper):
    desk.advance(HALF_MS)
    desk.fault("truncated:40", path=TOKEN_PATH)
    keeper.tick()
    assert (desk.path.parent / "vault.j.unread").exists()


def test_many_threads_refresh_once(desk, keeper):
    desk.simulator.control("token", do="expire")
    results = []
    threads = [threading.Thread(target=lambda: results.append(keeper.renew(1))) for _ in range(8)]
    # The store belongs to one thread at a time; the keeper's own lock is what is under test.
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [True] * 8
    assert len(generations(desk)) == 2
    assert works(desk, keeper)


def test_expired_in_the_middle_is_refreshed_once_and_asked_again(desk, keeper):
    lane = Lane(desk.client(keeper.access), Limiter(desk.clock.mono, rng=random.Random(1)), keeper)
    desk.say(times=25, step_ms=1)
    desk.fault("expire_token", path="/v2.0/oa/listrecentchat", skip=1)
    walker = desk.walker(lane)
    while walker.tick().worked:
        pass
    assert desk.stored() == desk.listed()
    assert keeper.generation == 2


def test_revoked_for_good_asks_once_more_and_stops(desk, keeper):
    lane = Lane(desk.client(keeper.access), Limiter(desk.clock.mono, rng=random.Random(1)), keeper)
    desk.simulator.control("token", do="revoke")
    walker = desk.walker(lane)
    assert walker.tick().trouble
    assert desk.column(t.token.c.state) == [TokenState.DEAD.value]
    before = len(desk.requests(TOKEN_PATH))
    assert walker.tick().trouble
    assert len(desk.requests(TOKEN_PATH)) == before == 1


def test_tokens_are_nowhere_in_the_clear(desk, keeper, failpoints):
    desk.advance(HALF_MS)
    failpoints("token.file.before=raise:5@1")
    with pytest.raises(OSError):
        keeper.tick()
    secrets = [p["access_token"] for p in generations(desk)] + [p["refresh_token"] for p in generations(desk)]
    for path in desk.path.parent.iterdir():
        data = path.read_bytes()
        assert not any(secret.encode() in data for secret in secrets), path
    assert not any(secret in repr(vars(keeper)) for secret in secrets)


def test_access_that_ends_with_its_grant_is_not_said_to_last(desk, keeper):
    """Somebody else spent the refresh token, and Zalo ended the access token with it (threats T15)."""
    lane = Lane(desk.client(keeper.access), Limiter(desk.clock.mono, rng=random.Random(1)), keeper)
    desk.simulator.control("token", do="revoke")
    assert "vẫn được nhận" not in desk.walker(lane).tick().trouble
    assert keeper.expired
    assert "không cho truy cập OA nữa" in keeper.tick().trouble
    (detail,) = desk.column(t.trouble.c.detail)
    assert "chiếm quyền" in detail
    keeper.consent(Secret(desk.simulator.control("token", do="code")["code"]))
    assert not keeper.expired
    assert works(desk, keeper)
