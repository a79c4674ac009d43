"""What became of an unknown reply: read its conversation back and look (reliability.md §4.4, features C-04).

Exactly one row that could be it settles the matter; none after three reads over ten minutes lets the officer be asked
whether it was not sent; more than one is for a person. Nothing here ever posts.
"""

from collections import deque
from dataclasses import dataclass

from console.cache import held, outbox
from console.cache.outbox import Anchor, Waiting
from console.cache.store import Store
from console.domain.case import ReplyState
from console.domain.clock import HOUR_MS, MINUTE_MS, Clock
from console.domain.events import EventBody, ReplySearched, ReplySent
from console.domain.ids import derived_id
from console.domain.officer import SYSTEM
from console.failpoint import fp
from console.gateway.chain import End, Seen
from console.gateway.lane import Lane
from console.gateway.pages import Pages
from console.gateway.ports import StoreCall, WaitError
from console.gateway.reading import Task, of_user, passing
from console.gateway.translate import to_message

SEARCHES = 3
SEARCH_SPAN_MS = 10 * MINUTE_MS
_PAUSES_MS = (10_000, 30_000, 5 * MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS)
_LATER_MS = HOUR_MS
_MOST = 400
"""Pages of one conversation; more than a citizen can fill within the time in which it is looked for."""
_MOST_ASKED = 20


@dataclass(frozen=True, slots=True)
class _Search:
    """When a reply was looked for in this run, in monotonic seconds."""

    first: float
    last: float
    count: int


class _Reading:
    """One conversation on its way to being read down to before a permit."""

    def __init__(self, item: Waiting, mark: Anchor, pages: Pages) -> None:
        self.item, self.mark = item, mark
        self._floor = outbox.search_floor(item, mark)
        self._left = _MOST
        steps = passing(pages, of_user(item.zalo_user_id), "reconcile", self._enough, keep_rows=True)
        self.task = Task(steps, "reply.search")

    def _enough(self, page: Seen, _since_link: int) -> bool:
        self._left -= 1
        return self._left <= 0 or (page.newest is not None and page.newest.at < self._floor)

    def whole(self) -> bool:
        """Return whether all was read that could hold the reply; only then is «not there» a fact."""
        passed = self.task.result
        if passed is None or self._left <= 0 or passed.end in (End.LOST, End.EMPTY):
            return False
        # An OA whose reads show only the newest rows may hide the very one that is looked for.
        cut = passed.end is End.ENDED and not passed.whole
        return not (cut and passed.oldest_at > self._floor)


class Reconciler:
    """Looks for unknown replies, one at a time. Belongs to the sender's thread."""

    def __init__(self, lane: Lane, pages: Pages, call: StoreCall, clock: Clock) -> None:
        """Take what the sender has."""
        self._lane = lane
        self._pages = pages
        self._call = call
        self._clock = clock
        self._searches: dict[str, _Search] = {}
        self._reading: _Reading | None = None
        self._asked: deque[str] = deque(maxlen=_MOST_ASKED)

    def look_for(self, reply_id: str) -> None:
        """Let this reply be due in the next tick: an officer asks. For any thread."""
        self._asked.append(reply_id)

    def tick(self) -> bool:
        """Look for the unknown reply that is due; return whether there was one. Raises as ``Lane.read``."""
        reading = self._reading or self._begin()
        if reading is None:
            return False
        try:
            while not reading.task.done:
                reading.task.step(self._lane)
        except WaitError:
            # A long conversation takes more calls than there are at once; the next tick goes on where this one stopped.
            self._reading = reading
            raise
        except BaseException:
            self._reading = None
            raise
        self._reading = None
        item, mark, passed = reading.item, reading.mark, reading.task.result
        shown = passed.rows.values() if passed else ()
        found = {row.message_id: row.at_ms for row in shown if outbox.could_be(item, mark, to_message(row))}
        whole = reading.whole()
        self._call(lambda store: self._conclude(store, item, mark, found, whole=whole))
        return True

    def _begin(self) -> "_Reading | None":
        item = self._due()
        if item is None:
            return None
        mark = self._call(lambda store: _anchor(store, item))
        # Noted before the read: a search that fails is tried again after the pause, not at once.
        self._note(item)
        return _Reading(item, mark, self._pages)

    def _due(self) -> Waiting | None:
        def unknown(store: Store) -> list[Waiting]:
            with store.read() as connection:
                return outbox.in_state(connection, ReplyState.UNKNOWN)

        waiting = self._call(unknown)
        known = {item.reply_id for item in waiting}
        self._searches = {name: search for name, search in self._searches.items() if name in known}
        while self._asked:
            asked = self._asked.popleft()
            if asked in known:
                return next(item for item in waiting if item.reply_id == asked)
        return next((item for item in waiting if self._is_due(item)), None)

    def _is_due(self, item: Waiting) -> bool:
        """Spans are monotonic within a run; after a start the first look is at once."""
        search = self._searches.get(item.reply_id)
        if search is None:
            return True
        pause = _PAUSES_MS[search.count - 1] if search.count <= len(_PAUSES_MS) else _LATER_MS
        return (self._clock.mono() - search.last) * 1000 >= pause

    def _note(self, item: Waiting) -> None:
        now = self._clock.mono()
        before = self._searches.get(item.reply_id)
        self._searches[item.reply_id] = (
            _Search(before.first, now, before.count + 1) if before else _Search(now, now, 1)
        )

    def _conclude(
        self, store: Store, item: Waiting, mark: Anchor, found: dict[str, int], *, whole: bool
    ) -> None:
        """Settle the reply if exactly one row (id to Zalo time) can be it; otherwise note what was seen.

        A conversation that could not be read ``whole`` still proves what it showed, or had shown before; only that nothing
        is there it does not prove.
        """
        fp("reply.found.before")
        with store.write() as tx:
            current = outbox.reply(tx.connection, item.reply_id)
            if current is None or current.state is not ReplyState.UNKNOWN:
                return
            bound = outbox.bound_ids(tx.connection, item.conversation_id)
            rows = found | held.held_for(tx.connection, item, mark)
            free = [(name, at) for name, at in rows.items() if name not in bound]
            if not free and not whole:
                return
            body: EventBody
            if len(free) == 1:
                body = ReplySent(item.reply_id, *free[0], reconciled=True)
                command = derived_id("reply.settled", item.reply_id)
                outbox.forget_anchor(tx.connection, item.reply_id)
            else:
                propose = not free and self._long_enough(current)
                if (len(free), propose) == (current.matches, current.propose_not_sent) and (
                    current.searches >= SEARCHES
                ):
                    # Nothing new to tell; the log is not for counting.
                    return
                body = ReplySearched(item.reply_id, len(free), tx.now_ms, propose)
                command = derived_id("reply.searched", item.reply_id, str(current.searches + 1))
            case = tx.case(item.case_id)
            tx.add(item.case_id, body, actor=SYSTEM, unit=case.unit if case else "", command_id=command)
            tx.touch_health()
        fp("reply.found.after")

    def _long_enough(self, item: Waiting) -> bool:
        """Return whether this is at least the third look, ten minutes after the first of this run."""
        search = self._searches[item.reply_id]
        span_ms = (search.last - search.first) * 1000
        return item.propose_not_sent or (search.count >= SEARCHES and span_ms >= SEARCH_SPAN_MS)


def _anchor(store: Store, item: Waiting) -> Anchor:
    with store.read() as connection:
        return outbox.anchor(connection, item.reply_id)
