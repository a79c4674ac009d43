"""The rate limiter: sends first, refusals honoured, nobody sleeps."""

import random

import pytest

from console.domain.clock import ManualClock
from console.gateway.limiter import MAX_BACKOFF_S, Limiter
from console.zalo.session import RateInfo


@pytest.fixture
def clock():
    return ManualClock()


def make(clock, **how):
    return Limiter(
        clock.mono, **{"per_minute": 60, "burst": 10, "reserve": 3, "rng": random.Random(1), **how}
    )


def test_reads_leave_the_last_calls_to_sends(clock):
    limiter = make(clock)
    reads = sum(limiter.take() == 0 for _ in range(20))
    assert reads == 7
    assert [limiter.take(send=True) for _ in range(3)] == [0.0] * 3
    assert limiter.take(send=True) == pytest.approx(1.0)


def test_calls_come_back_with_time(clock):
    limiter = make(clock)
    while limiter.take(send=True) == 0:
        pass
    clock.advance(2000)
    assert limiter.take(2, send=True) == 0
    assert limiter.take(2, send=True) == pytest.approx(2.0)


def test_reads_stand_aside_while_a_send_waits(clock):
    limiter = make(clock, reserve=0)
    while limiter.take(send=True) == 0:
        pass
    clock.advance(1000)
    assert limiter.take() > 0
    assert limiter.take(send=True) == 0
    clock.advance(1000)
    assert limiter.take() == 0


def test_retry_after_is_honoured(clock):
    limiter = make(clock)
    limiter.refused(30)
    assert 30 <= limiter.take(send=True) <= 37.5
    clock.advance(38_000)
    assert limiter.take() == 0


def test_refusals_double_up_to_five_minutes(clock):
    limiter = make(clock)
    waits = [limiter.refused() for _ in range(12)]
    assert all(2**n <= wait <= 2**n * 1.25 for n, wait in zip(range(1, 9), waits, strict=False))
    assert waits[-1] <= MAX_BACKOFF_S * 1.25
    limiter.accepted()
    assert limiter.refused() <= 2.5


def test_headers_slow_it_down(clock):
    limiter = make(clock, per_minute=6000)
    limiter.learn(RateInfo(60, 50))
    while limiter.take(send=True) == 0:
        pass
    clock.advance(1000)
    assert limiter.take(send=True) > 0
    clock.advance(500)
    assert limiter.take(send=True) == 0


def test_scarce_calls_are_kept_for_sends(clock):
    limiter = make(clock)
    limiter.learn(RateInfo(100, 2))
    assert limiter.take() > 0
    assert limiter.take(send=True) == 0
    limiter.learn(RateInfo(None, None))
