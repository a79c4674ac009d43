"""The nightly reading of every conversation of the last days, one citizen after the other (reliability.md §4.2).

What Zalo lists late, with an old time, and deeper than its list of all messages goes, is found here and nowhere else. Slow on
purpose: a few calls a tick, behind everything else, from where it was when the program ended.
"""

from collections.abc import Callable
from dataclasses import replace

from console.cache import sweep_state, walk_state
from console.cache.store import Store
from console.cache.sweep_state import UnderWay
from console.domain.calendar import local_datetime
from console.domain.clock import Clock
from console.failpoint import fp
from console.gateway.chain import End, Passed, Seen
from console.gateway.pages import Pages
from console.gateway.ports import StoreCall
from console.gateway.reading import Steps, of_user, passing
from console.zalo.errors import ZaloError

QUIET_HOURS = range(1, 5)
"""In Vietnam. A sweep that is a quarter of its period late no longer waits for them."""

Active = Callable[[tuple[str, ...]], Steps[tuple[list[str], bool]]]


class Sweeping:
    """Gives one job at a time: who is to be read, then one conversation each. Belongs to the walker's thread."""

    def __init__(
        self, pages: Pages, call: StoreCall, clock: Clock, active: Active, *, every_ms: int, depth_ms: int
    ) -> None:
        """Take what the walk has; ``active`` reads who was active in periods of ``getlist``."""
        self._pages, self._call, self._clock, self._active = pages, call, clock, active
        self._every_ms, self._depth_ms = every_ms, depth_ms
        self._left: list[str] | None = None
        """Who is still to be read; ``None`` while nobody has looked who that is."""

    def next(self) -> Steps[None] | None:
        """Return the next job, ``None`` while no sweep is due."""
        if self._left is None:
            return self._list_users() if self._call(self._due) else None
        return self._read(self._left[0]) if self._left else self._end()

    def _due(self, store: Store) -> bool:
        """Return whether a sweep is under way or is to begin now, which is noted."""
        now = self._clock.now_ms()
        with store.read() as connection:
            if sweep_state.under_way(connection) is not None:
                return True
            last = sweep_state.sweep(connection).started_at
        late = now - last - self._every_ms
        quiet = local_datetime(now).hour in QUIET_HOURS
        if last and last <= now and (late < 0 or (late < self._every_ms // 4 and not quiet)):
            return False
        with store.write() as tx:
            if last:
                sweep_state.keep(tx.connection, UnderWay(now))
            else:
                # The first walk has just read everything there is.
                sweep_state.begin_counting(tx.connection, now)
            tx.touch_health()
        return bool(last)

    def _list_users(self) -> Steps[None]:
        active, _ = yield from self._active(("TODAY", "L7D"))

        def whom(store: Store) -> list[str]:
            with store.read() as connection:
                since = self._clock.now_ms() - self._depth_ms
                known = walk_state.users_since(connection, since)
                sweep = sweep_state.under_way(connection) or UnderWay(self._clock.now_ms())
            users = sorted({*active, *known})
            left = [user for user in users if user > sweep.after]
            with store.write() as tx:
                sweep_state.keep(tx.connection, replace(sweep, done=len(users) - len(left), total=len(users)))
                tx.touch_health()
            return left

        fp("walk.sweep.begin.before")
        self._left = self._call(whom)
        fp("walk.sweep.begin.after")

    def _read(self, user: str) -> Steps[None]:
        """Read one conversation down to where it is older than the sweep goes."""
        until = self._clock.now_ms() - self._depth_ms
        passed: Passed | None = None
        try:
            passed = yield from passing(
                self._pages, of_user(user), "sweep-user", lambda page, _since_link: _older(page, until)
            )
        except ZaloError:
            # Refused for good or failed too often; the next night tries again, and the figure says so.
            passed = None
        fp("walk.sweep.user.before")
        self._call(lambda store: _settle(store, user, passed))
        fp("walk.sweep.user.after")
        assert self._left is not None
        self._left.pop(0)

    def _end(self) -> Steps[None]:
        def finish(store: Store) -> None:
            with store.write() as tx:
                sweep = sweep_state.under_way(tx.connection)
                if sweep is not None:
                    sweep_state.finish(tx.connection, sweep, tx.now_ms)
                tx.touch_health()

        fp("walk.sweep.end.before")
        self._call(finish)
        fp("walk.sweep.end.after")
        self._left = None
        yield from ()


def _settle(store: Store, user: str, passed: Passed | None) -> None:
    """Note that a conversation was read; what an unbroken chain to its end or to covered rows passed over is covered."""
    read = passed is not None and passed.end is not End.LOST
    with store.write() as tx:
        if passed is not None and passed.end in (End.LINKED, End.ENDED) and passed.uncovered:
            walk_state.add_covered(tx.connection, passed.uncovered)
        sweep = sweep_state.under_way(tx.connection)
        if sweep is not None:
            done = replace(
                sweep,
                after=user,
                done=sweep.done + 1,
                failed=sweep.failed + (not read),
                found=sweep.found + (passed.fresh if passed else 0),
            )
            sweep_state.keep(tx.connection, done)
        tx.touch_health()


def _older(page: Seen, until_ms: int) -> bool:
    return page.newest is not None and page.newest.at < until_ms
