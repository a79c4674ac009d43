"""One budget of calls for everything the gateway asks of Zalo (zalo-openapi.md §8.3)."""

import random
import threading
from collections.abc import Callable

from console.zalo.session import RateInfo

MAX_BACKOFF_S = 300.0
_SHARE = 0.8
"""Of the allowed rate; the rest is for other programs of the same app."""
_SCARCE = 0.05
_SEND_WAITS_S = 2.0


class Limiter:
    """A token bucket shared by reads and sends, sends first. Safe for many threads; nobody sleeps in it.

    ``take`` returns 0 and spends a call, or the seconds to wait. Reads leave the last ``reserve`` calls to sends and stand
    aside while a send is waiting.
    """

    def __init__(
        self,
        mono: Callable[[], float],
        *,
        per_minute: int = 600,
        burst: int = 60,
        reserve: int = 5,
        rng: random.Random | None = None,
    ) -> None:
        """Take monotonic seconds, the calls allowed per minute, how many at once, and the source of jitter."""
        self._mono = mono
        self._rng = rng or random.Random()  # noqa: S311 - jitter, no secret
        self._lock = threading.Lock()
        self._own_rate = per_minute / 60
        self._rate = self._own_rate
        self._burst = float(burst)
        self._reserve = float(reserve)
        self._calls = float(burst)
        self._filled_at = mono()
        self._closed_until = 0.0
        self._reads_closed_until = 0.0
        self._send_waiting_until = 0.0
        self._refusals = 0

    def take(self, calls: int = 1, *, send: bool = False) -> float:
        """Return 0.0 and spend ``calls``, or how many seconds to wait before asking again."""
        with self._lock:
            now = self._mono()
            self._fill(now)
            wait = self._wait(now, calls, send=send)
            if wait <= 0:
                self._calls -= calls
                if send:
                    self._send_waiting_until = 0.0
                return 0.0
            if send:
                self._send_waiting_until = now + wait + _SEND_WAITS_S
            return wait

    def refused(self, retry_after_s: float | None = None) -> float:
        """Note HTTP 429 or -32; return the seconds for which nothing will be asked.

        ``Retry-After`` is honoured; without it the wait doubles up to five minutes. Jitter keeps many machines apart.
        """
        with self._lock:
            self._refusals += 1
            wait = min(MAX_BACKOFF_S, 2.0**self._refusals) if retry_after_s is None else retry_after_s
            wait *= 1 + 0.25 * self._rng.random()
            self._closed_until = max(self._closed_until, self._mono() + wait)
            return wait

    def accepted(self) -> None:
        """Note a call that was not refused for its rate."""
        with self._lock:
            self._refusals = 0

    def learn(self, rate: RateInfo) -> None:
        """Take over what the ``X-RateLimit-*`` headers of a reply say."""
        with self._lock:
            if not rate.limit:
                return
            self._rate = min(self._own_rate, rate.limit * _SHARE / 60)
            if rate.remain is not None and rate.remain <= max(2, rate.limit * _SCARCE):
                # The window is a calendar minute; what is left of it belongs to sends.
                self._reads_closed_until = self._mono() + 10.0

    def _fill(self, now: float) -> None:
        self._calls = min(self._burst, self._calls + (now - self._filled_at) * self._rate)
        self._filled_at = now

    def _wait(self, now: float, calls: int, *, send: bool) -> float:
        closed = self._closed_until - now
        if not send:
            closed = max(closed, self._reads_closed_until - now, self._send_waiting_until - now)
        needed = calls if send else calls + self._reserve
        return max(closed, (needed - self._calls) / self._rate)
