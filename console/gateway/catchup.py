"""The safety nets of the walk: gaps in what the list shows, users who were active unseen, and what came late.

All of it runs with the pages that the walk of a tick left over, so it never delays a new message.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.cache import walk_state
from console.cache.store import Store
from console.cache.walk_state import Gap
from console.domain.clock import DAY_MS, HOUR_MS, Clock
from console.failpoint import fp
from console.gateway.chain import End, Enough, Passed, Seen
from console.gateway.depth import Depth
from console.gateway.lane import Lane
from console.gateway.pages import Pages
from console.gateway.ports import NotConnectedError, StoreCall, WaitError
from console.gateway.reading import Ask, Steps, Task, of_user, passing, whole_list
from console.gateway.recalls import look_for_recalled
from console.gateway.sweeping import Sweeping
from console.zalo.error_entry import Retry
from console.zalo.errors import ApiError, ZaloError
from console.zalo.payloads import UserList
from console.zalo.users import LAST_OFFSET
from console.zalo.users import PAGE as USER_PAGE

if TYPE_CHECKING:
    from console.gateway.walk import WalkTimes

MISSED = "walk.missed"
GAP = "walk.gap"
_VIETNAM_MS = 7 * HOUR_MS
_TRIES = 3
_LOOK_BACK_MS = 30 * DAY_MS


@dataclass(frozen=True, slots=True)
class Behind:
    """What is left behind after a tick: work under way, a repair that just finished, seconds until the next call."""

    busy: bool = False
    finished: bool = False
    next_in_s: float = 0.0


class CatchUp:
    """Jobs behind the walk, one at a time, in pieces. Belongs to the walker's thread.

    ``gaps_due`` says that open gaps, if there are any, have not been looked at yet.
    """

    def __init__(self, lane: Lane, pages: Pages, call: StoreCall, clock: Clock, times: "WalkTimes") -> None:
        """Take what the walker has. ``repairing`` says that an open gap is being read now, or is about to be."""
        self._lane = lane
        self._pages = pages
        self._call = call
        self._clock = clock
        self._times = times
        self._task: Task[None] | None = None
        self._tries = 0
        self._job = ""
        self.gaps_due = True
        self.repairing = False
        self._looked: set[tuple[int, str]] = set()
        now = clock.mono()
        self._cross_check_at = now
        self._hourly_at = now + times.hourly_ms / 1000
        self._sweeping = Sweeping(
            pages, call, clock, self._active, every_ms=times.nightly_ms, depth_ms=times.nightly_depth_ms
        )

    def look_for_gaps(self) -> None:
        """Repair open gaps at the next opportunity."""
        self.gaps_due = self.repairing = True

    def spend(self, calls: int) -> Behind:
        """Spend at most ``calls`` calls on what is due, few of them on what has the whole night."""
        slow = self._times.sweep_calls_per_tick
        for _ in range(calls):
            if self._task is None and not self._begin():
                return Behind()
            assert self._task is not None
            slow -= self._job == "sweep-users"
            if slow < 0:
                return Behind(busy=True, next_in_s=self._times.idle_s)
            try:
                self._task.step(self._lane)
                self._tries = 0
            except WaitError as wait:
                return Behind(busy=True, next_in_s=wait.seconds)
            except NotConnectedError:
                return Behind()
            except ZaloError as error:
                if not self._failed(error):
                    return Behind(busy=False)
            except BaseException:
                # The store refused, or a bug: the job is gone; open gaps are looked for again.
                self.gaps_due = self.gaps_due or self._job == "repair"
                self._task, self._job = None, ""
                raise
            if self._task.done and self._end():
                return Behind(busy=True, finished=True)
        return Behind(busy=self._task is not None)

    def _failed(self, error: ZaloError) -> bool:
        """Try a failed call again in the next tick; after some tries tell the job. Return whether it goes on now."""
        assert self._task is not None
        self._tries += 1
        hopeless = isinstance(error, ApiError) and error.entry.retry in (Retry.NEVER, Retry.LATER)
        if not hopeless and self._tries < _TRIES:
            return False
        self._tries = 0
        try:
            self._task.refuse(error)
        except ZaloError:
            self._task.done = True
        return True

    def _begin(self) -> bool:
        """Start the next job that is due; return whether there is one."""
        steps = self._next_job()
        if steps is None:
            self._job = ""
            return False
        self._task = Task(steps, "walk.behind")
        if self._task.done:
            self._end()
            return False
        return True

    def _end(self) -> bool:
        """Put a finished job away; return whether it was the repair of gaps."""
        repaired, self._job, self._task = self._job == "repair", "", None
        if repaired:
            self.repairing = self.gaps_due
        return repaired

    def _next_job(self) -> Steps[None] | None:
        now = self._clock.mono()
        if self.gaps_due:
            self.gaps_due = False
            gaps = self._call(_open_gaps)
            self.repairing = bool(gaps)
            if gaps:
                self._job = "repair"
                return self._repair(gaps)
        if now >= self._cross_check_at:
            self._cross_check_at = now + self._times.cross_check_ms / 1000
            return self._cross_check()
        if now >= self._hourly_at:
            self._hourly_at = now + self._times.hourly_ms / 1000
            past = self._times.pages_past_link
            return self._sweep(lambda _page, since_link: since_link > past)
        if self._nightly_due():
            self.gaps_due = True
            until = self._clock.now_ms() - self._times.nightly_depth_ms
            return self._sweep(lambda page, since_link: since_link > 0 and _older(page, until))
        self._job = "sweep-users"
        return self._sweeping.next()

    def _nightly_due(self) -> bool:
        """Return whether the last deep sweep is a day old, and note this one. A stepped clock only brings it forward."""

        def due(store: Store) -> bool:
            with store.read() as connection:
                last = int(walk_state.state(connection, "nightly_at") or 0)
            now = self._clock.now_ms()
            if last <= now < last + self._times.nightly_ms:
                return False
            with store.write() as tx:
                walk_state.set_state(tx.connection, "nightly_at", str(now))
            # The first walk has just read everything there is.
            return last > 0

        return self._call(due)

    # --- jobs -------------------------------------------------------------------------------------------------------

    def _sweep(self, enough: Enough) -> Steps[None]:
        """Read past the link: what Zalo lists late, with an old time, is found here."""
        passed = yield from passing(self._pages, whole_list, "sweep", enough)
        if passed.end is End.LINKED or (passed.end is End.ENDED and passed.touched):
            self._call(lambda store: _cover(store, passed))
            yield from look_for_recalled(self._pages, self._call, passed)

    def _cross_check(self) -> Steps[None]:
        """Read the conversation of everybody who was active today without a stored message today."""
        now = self._clock.now_ms()
        midnight = (now + _VIETNAM_MS) // DAY_MS * DAY_MS - _VIETNAM_MS
        active, _ = yield from self._active(("TODAY",))
        known = set(self._call(lambda store: _users_since(store, midnight)))
        self._looked = {(day, user) for day, user in self._looked if day == midnight}
        for user in active:
            if user in known or (midnight, user) in self._looked:
                continue
            passed = yield from passing(self._pages, of_user(user), "cross-check")
            # Following the OA or pressing a button counts as activity too; such a user need not be read again today.
            self._looked.add((midnight, user))
            if passed.fresh:
                self._call(lambda store, found=passed: _alarm_if_missed(store, found))  # type: ignore[misc]

    def _repair(self, gaps: list[Gap]) -> Steps[None]:
        """Read every conversation that may have messages in a gap; close it only if all of them are proven."""
        for gap in gaps:
            active, proven = yield from self._active(self._periods(gap))
            since = self._clock.now_ms() - _LOOK_BACK_MS
            stored = self._call(lambda store, since=since: _users_since(store, since))  # type: ignore[misc]
            depth, doubted = Depth(), []
            for user in dict.fromkeys((*active, *stored)):
                passed = yield from self._read_user(user, gap)
                if passed is None:
                    proven = False
                    continue
                depth = depth.with_one(passed)
                if passed.end in (End.LINKED, End.EMPTY):
                    self._call(lambda store, found=passed: _cover(store, found))  # type: ignore[misc]
                else:
                    doubted.append((user, passed))
            for user, passed in doubted:
                proven = self._settle_user(user, passed, gap, depth) and proven
            fp("walk.gap.before")
            self._call(lambda store, gap=gap, proven=proven: _settle_gap(store, gap, proven=proven))  # type: ignore[misc]
            fp("walk.gap.after")

    def _read_user(self, user: str, gap: Gap) -> Steps[Passed | None]:
        """Read one conversation down to what was covered before the gap; return ``None`` where it could not be read."""
        try:
            passed = yield from passing(self._pages, of_user(user), "gap", link_before=gap.open_from)
            if passed.end is End.EMPTY:
                # One empty answer proves nothing.
                passed = yield from passing(self._pages, of_user(user), "gap", link_before=gap.open_from)
        except ZaloError:
            return None
        return passed

    def _settle_user(self, user: str, passed: Passed, gap: Gap, depth: Depth) -> bool:
        """Cover a conversation that ended before anything covered, if that is proven to be its end; return whether it is."""

        def settle(store: Store) -> bool:
            with store.read() as connection:
                older = walk_state.has_older(connection, user, passed.oldest_at)
            if not depth.proves(passed, gap.open_from, older=older):
                return False
            _cover(store, passed)
            return True

        return self._call(settle)

    def _periods(self, gap: Gap) -> tuple[str, ...]:
        """Return what to ask ``getlist`` for, so that everybody active since the gap began is named."""
        now = self._clock.now_ms()
        midnight = (now + _VIETNAM_MS) // DAY_MS * DAY_MS - _VIETNAM_MS
        if gap.open_from >= midnight:
            return ("TODAY",)
        return ("TODAY", "L7D" if gap.open_from >= midnight - 7 * DAY_MS else "L30D")

    def _active(self, periods: tuple[str, ...]) -> Steps[tuple[list[str], bool]]:
        """Return who was active in these periods, and whether the lists are known to be whole."""
        users: dict[str, None] = {}
        whole = True
        for period in periods:
            offset = 0
            while True:
                try:
                    page = yield _user_page(offset, period)
                except ZaloError:
                    return list(users), False
                assert isinstance(page, UserList)
                users |= dict.fromkeys(page.user_ids)
                whole = whole and not page.skipped
                offset += USER_PAGE
                if not page.user_ids or (page.total is not None and offset >= page.total):
                    break
                if offset > LAST_OFFSET:
                    whole = False
                    break
        return list(users), whole


def _user_page(offset: int, period: str) -> Ask:
    return lambda api: api.users.list(offset=offset, count=USER_PAGE, period=period)


def _older(page: Seen, until_ms: int) -> bool:
    return page.newest is not None and page.newest.at < until_ms


def _open_gaps(store: Store) -> list[Gap]:
    with store.read() as connection:
        return walk_state.open_gaps(connection)


def _users_since(store: Store, since_ms: int) -> list[str]:
    with store.read() as connection:
        return walk_state.users_since(connection, since_ms)


def _cover(store: Store, passed: Passed) -> None:
    if not passed.uncovered:
        return
    with store.write() as tx:
        walk_state.add_covered(tx.connection, passed.uncovered)


def _alarm_if_missed(store: Store, passed: Passed) -> None:
    """Raise an alarm if rows were new to us although a linked walk had gone past their time."""
    with store.write() as tx:
        mark = walk_state.watermark(tx.connection)
        if mark is None or passed.oldest_at >= mark.at:
            return
        text = "Đối chiếu tìm thấy tin mà lượt đọc thường đã bỏ qua. Tin đã được lưu; báo quản trị kiểm tra kết nối Zalo."
        walk_state.raise_trouble(tx.connection, MISSED, text, tx.now_ms)
        tx.touch_health()


def _settle_gap(store: Store, gap: Gap, *, proven: bool) -> None:
    with store.write() as tx:
        if proven:
            walk_state.close_gap(tx.connection, gap.gap_id, tx.now_ms)
        if not proven:
            text = "Có khoảng thời gian Zalo không cho đọc đủ tin. Mở OA Manager để kiểm tra; máy thử lại mỗi đêm."
            walk_state.raise_trouble(tx.connection, GAP, text, tx.now_ms)
        elif not walk_state.open_gaps(tx.connection):
            walk_state.clear_trouble(tx.connection, GAP, tx.now_ms)
        tx.touch_health()
