"""Polling without loss (reliability.md §4.2): the walk of every tick, and what is read beside it."""

from dataclasses import dataclass, replace

from console.cache import clock_skew, walk_state
from console.cache.store import Store, Transaction
from console.cache.walk_state import Mark, Poll
from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS, Clock
from console.failpoint import fp
from console.gateway.catchup import CatchUp
from console.gateway.chain import End, Passed
from console.gateway.lane import Lane
from console.gateway.pages import Pages
from console.gateway.ports import NotConnectedError, Outcome, StoreCall, WaitError
from console.gateway.reading import Task, passing, whole_list
from console.gateway.skew import SkewWatch
from console.zalo.chats import PAGE
from console.zalo.errors import ZaloError

FAILED_TICKS_ALARM = 3
_FORGETS_MS = 7 * DAY_MS
"""After so long without a message an empty list is believed: Zalo may have let everything go."""
_FIRST_LOOK_BACK_MS = 30 * DAY_MS
_RETRY_MAX_S = 30.0


@dataclass(frozen=True, slots=True)
class WalkTimes:
    """How often what is read. Seconds for ticks, ms for the safety nets."""

    idle_s: float = 5.0
    pages_per_tick: int = 60
    pages_past_link: int = 5
    hourly_ms: int = HOUR_MS
    nightly_ms: int = DAY_MS
    nightly_depth_ms: int = 7 * DAY_MS
    cross_check_ms: int = 10 * MINUTE_MS
    sweep_calls_per_tick: int = 6
    """Of the nightly reading of every conversation: about one a second, a tenth of what Zalo allows."""


USUAL = WalkTimes()


class Walker:
    """Reads the OA's messages. Belongs to one thread; its position inside a walk lives in memory and may be lost."""

    def __init__(
        self,
        lane: Lane,
        pages: Pages,
        call: StoreCall,
        clock: Clock,
        times: WalkTimes = USUAL,
        skew: SkewWatch | None = None,
    ) -> None:
        """Take the worker's way to Zalo, the way to the store, how often to read what, and what heard Zalo's clock."""
        self._skew = skew
        self._lane = lane
        self._pages = pages
        self._call = call
        self._clock = clock
        self._times = times
        self._task: Task[Passed] | None = None
        self._top_at = 0
        self._peeked_at = 0.0
        self._catch_up = CatchUp(lane, pages, call, clock, times)
        self._behind = False
        self._walk_due = 0.0
        self._lost = False
        self._poll: Poll | None = None

    @property
    def poll(self) -> Poll:
        """Return the state of the walk as of the last tick."""
        return self._poll or Poll()

    def tick(self) -> Outcome:
        """Read until linked, at most ``pages_per_tick`` pages; then use the rest for what lies behind."""
        if self._poll is None:
            self._poll = self._call(_start)
            self._pages.retry_set_aside()
        try:
            left = self._times.pages_per_tick
            if self._is_due():
                left = self._walk(left)
        except WaitError as wait:
            return Outcome(wait.seconds, trouble=self.poll.trouble)
        except NotConnectedError as error:
            return self._failed(error.text_vi)
        except ZaloError as error:
            return self._failed(error.text_vi)
        except BaseException:
            # The store refused, or a bug: nothing may be concluded from a chain whose pages may not be durable.
            self._task = None
            raise
        if left <= 0:
            if self._task is not None:
                self._note(catching_up=True)
            else:
                # Linked with the last page of the budget. What lies behind has the next tick, or a walk that always
                # needs the whole budget would keep every gap open for ever.
                self._behind = True
            return Outcome(0.0, worked=True)
        behind = self._catch_up.spend(left)
        self._behind = behind.busy
        if behind.finished and not self._catch_up.repairing:
            self._note(catching_up=False)
        return Outcome(behind.next_in_s if behind.busy else self._times.idle_s, worked=behind.busy)

    def _is_due(self) -> bool:
        """Return whether to walk in this tick. Where calls are scarce, a walk at each would leave none for what lies behind."""
        return self._task is not None or not self._behind or self._clock.mono() >= self._walk_due

    def _walk(self, budget: int) -> int:
        """Go on with the walk; return how many pages are left of the budget, 0 if it has not ended."""
        if self._task is None:
            self._task = Task(passing(self._pages, whole_list, "list"), "walk.list")
            self._top_at = self._clock.now_ms()
            self._peeked_at = self._clock.mono()
        elif self._clock.mono() - self._peeked_at >= self._times.idle_s:
            # Messages that came meanwhile should not wait for the end of a long catch-up. No part of the proof.
            self._peek()
            budget -= 1
        task = self._task
        while budget > 0 and not task.done:
            task.step(self._lane)
            budget -= 1
        if not task.done:
            return 0
        self._task = None
        assert task.result is not None
        self._conclude(task.result)
        return budget

    def _peek(self) -> None:
        page = self._lane.read(lambda api: api.chats.list_recent_chat(0), "walk.peek")
        self._pages.take(page, "list")
        self._peeked_at = self._clock.mono()

    def _conclude(self, passed: Passed) -> None:
        """Move the watermark if the chain proves that it may, in one transaction with what it covered."""
        if passed.end is End.LOST:
            self._lost = True
            self._failed("Danh sách tin của Zalo thay đổi liên tục nên chưa đọc trọn. Máy đọc lại ngay.")
            return
        fp("walk.link.before")
        self._poll = self._call(lambda store: self._settle(store, passed))
        fp("walk.link.after")
        self._lost = False
        self._walk_due = self._clock.mono() + self._times.idle_s
        if self.poll.catching_up:
            self._catch_up.look_for_gaps()

    def _settle(self, store: Store, passed: Passed) -> Poll:
        with store.write() as tx:
            mark = walk_state.watermark(tx.connection)
            before = walk_state.poll(tx.connection)
            now = tx.now_ms
            if passed.end is End.EMPTY and mark is not None and now - mark.at < _FORGETS_MS:
                poll = _failure(
                    before, now, "Zalo trả danh sách tin trống. Tin đã lưu còn nguyên; máy đọc lại ngay."
                )
            else:
                reached = mark is not None and walk_state.has_covered_before(tx.connection, mark.at)
                hole = _hole(passed, mark, now, covered_below=reached)
                if hole is not None:
                    walk_state.open_gap(tx.connection, *hole, now)
                if passed.newest is not None and passed.newest != mark:
                    walk_state.set_watermark(tx.connection, passed.newest)
                walk_state.add_covered(tx.connection, passed.uncovered)
                # A gap that an earlier start left open is one from the first walk on, not only once it is being read.
                left_open = self._catch_up.gaps_due and bool(walk_state.open_gaps(tx.connection))
                busy = hole is not None or self._catch_up.repairing or left_open
                poll = Poll(
                    linked_at=before.linked_at if busy else self._top_at,
                    attempted_at=now,
                    catching_up=busy,
                )
            walk_state.set_poll(tx.connection, poll)
            self._keep_skew(tx)
            tx.touch_health()
        return poll

    def _keep_skew(self, tx: Transaction) -> None:
        if self._skew is not None:
            self._skew.keep(tx.connection)

    def _failed(self, trouble: str) -> Outcome:
        """Count a tick that could not read on; the watermark stays where it is."""

        def note(store: Store) -> Poll:
            with store.write() as tx:
                poll = _failure(walk_state.poll(tx.connection), tx.now_ms, trouble)
                poll = replace(poll, retry_at=tx.now_ms + round(1000 * self._rest_s(poll)))
                walk_state.set_poll(tx.connection, poll)
                tx.touch_health()
            return poll

        self._poll = self._call(note)
        return Outcome(self._rest_s(self._poll), trouble=trouble)

    def _rest_s(self, poll: Poll) -> float:
        """Return how long to wait after so many failures, seconds."""
        return min(_RETRY_MAX_S, self._times.idle_s * 2.0 ** min(5, poll.failed_ticks - 1))

    def _note(self, *, catching_up: bool) -> None:
        """Keep the walk's state current while nothing is concluded. The pages of this tick were read: no trouble now.

        Unless the last walk found no order in them: that one more is under way is no news then, and the trouble stays.
        """

        def note(store: Store) -> Poll:
            with store.write() as tx:
                old = walk_state.poll(tx.connection)
                kept = old if self._lost else Poll(old.linked_at)
                poll = replace(kept, attempted_at=tx.now_ms, catching_up=catching_up)
                walk_state.set_poll(tx.connection, poll)
                tx.touch_health()
            return poll

        self._poll = self._call(note)


def _start(store: Store) -> Poll:
    with store.write() as tx:
        walk_state.stop_claiming(tx.connection)
        # Whoever set the clock right did it while nobody was here.
        clock_skew.keep(tx.connection, None)
        return walk_state.poll(tx.connection)


def _failure(poll: Poll, now_ms: int, trouble: str) -> Poll:
    return replace(poll, attempted_at=now_ms, failed_ticks=poll.failed_ticks + 1, trouble=trouble, retry_at=0)


def _hole(passed: Passed, mark: Mark | None, now_ms: int, *, covered_below: bool) -> tuple[int, int] | None:
    """Return the span that the list did not show: it ended before anything that an earlier walk had covered.

    On the very first walk a list is suspicious that is visibly cut, or that fills its pages exactly: the documents speak of
    «at most the 10 latest messages», and nobody has shown a second page (zalo-openapi.md §2.1, §11). What counts is where it
    ended, not how many rows were read: of those, some may have been recalled meanwhile.

    A covered row of the watermark's own millisecond is no proof: others of that millisecond may be listed below it, where
    the list ends. Nothing is suspected if nothing new was listed, or if the list looks whole and nothing older was ever
    covered (``covered_below``).
    """
    if passed.end is not End.ENDED or passed.touched:
        return None
    cut = passed.cut or passed.listed % PAGE == 0
    if mark is not None:
        whole = passed.met and not (passed.uncovered and (cut or covered_below))
        return None if whole else (mark.at, max(mark.at, passed.oldest_at))
    if cut:
        return now_ms - _FIRST_LOOK_BACK_MS, passed.oldest_at
    return None
