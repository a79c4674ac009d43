"""The walk's proof (reliability.md §4.2), free of input and output.

A list of messages, newest first, is read in pages that slide: new messages push rows down (repeats), recalled ones pull
rows up (misses). The generator below asks for offsets and is given what was read *and stored*; it returns only when an
unbroken chain of overlapping pages joins the newest row to rows that an earlier walk had already covered, or to a proven
end of the list. «Known» rows prove nothing, since a walk that was cut short leaves them too; time proves nothing either,
since many messages may share a millisecond and some come late.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from enum import StrEnum

from console.cache.walk_state import Mark
from console.zalo.chats import PAGE
from console.zalo.rows import ChatRow

OVERLAP = 2
"""Rows that a page shares with the one before."""
_SHORT_TRIES = 5
_RESTARTS = 20


@dataclass(frozen=True, slots=True)
class Seen:
    """One page after its rows became durable.

    ``keys`` maps message ids (and digests of rows that cannot be filed) to their times; ``links`` says that some row is
    older than the watermark and every such row is covered; ``touches`` that any row is that is older than the watermark
    and covered; ``meets`` that any row is covered, be it of the watermark's own millisecond, in which nobody knows Zalo's
    order; ``fresh`` counts rows that nobody had stored before.
    """

    keys: dict[str, int] = field(default_factory=dict)
    rows: tuple[ChatRow, ...] = ()
    newest: Mark | None = None
    oldest_at: int = 0
    links: bool = False
    touches: bool = False
    meets: bool = False
    uncovered: frozenset[str] = frozenset()
    fresh: int = 0


class End(StrEnum):
    """How a pass over a list ended."""

    LINKED = "linked"
    REACHED = "reached"
    ENDED = "ended"
    EMPTY = "empty"
    LOST = "lost"


@dataclass(slots=True)
class Passed:
    """An unbroken chain from the newest row down, and how it ended.

    ``ENDED`` is the proven end of what Zalo lists, ``cut`` where rows known to follow are not shown; ``REACHED`` means that the caller had enough before any link;
    ``LOST`` that the list kept moving. ``uncovered`` are the keys to add to the covered ones. ``listed`` is how many rows deep
    the list was seen, at its end how many it had: fewer than ``keys`` where some were recalled while it was read.
    """

    end: End
    newest: Mark | None = None
    oldest_at: int = 0
    keys: set[str] = field(default_factory=set)
    touched: bool = False
    met: bool = False
    cut: bool = False
    listed: int = 0
    fresh: int = 0
    uncovered: dict[str, int] = field(default_factory=dict)
    rows: dict[str, ChatRow] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Return whether it ended by itself, as far as the list alone tells.

        Not where rows known to follow are not shown, nor after just as many as the documents speak of («at most the 10 latest
        messages», zalo-openapi.md §2.2).
        """
        return self.end is End.ENDED and not self.cut and self.listed != PAGE

    def add(self, page: Seen, offset: int, *, keep_rows: bool) -> None:
        """Take one more page of the chain in, which was read at ``offset``."""
        self.listed = offset + len(page.keys)
        if self.newest is None or (page.newest and page.newest > self.newest):
            self.newest = page.newest
        self.oldest_at = min(self.oldest_at, page.oldest_at) if self.keys else page.oldest_at
        self.keys |= page.keys.keys()
        self.touched = self.touched or page.touches
        self.met = self.met or page.meets
        self.fresh += page.fresh
        self.uncovered |= {key: page.keys[key] for key in page.uncovered}
        if keep_rows:
            self.rows |= {row.message_id: row for row in page.rows}


Enough = Callable[[Seen, int], bool]
"""Asked after each page with the number of pages since the link (1 = this one linked, 0 = no link yet)."""

Walk = Generator[int, Seen, Passed]


def linked(_page: Seen, since_link: int) -> bool:
    """Stop at the link: the walk of every tick."""
    return since_link > 0


def walk(enough: Enough = linked, *, keep_rows: bool = False) -> Walk:
    """Yield offsets, take pages, return the chain. Restarts from the newest row whenever the chain breaks."""
    for _ in range(_RESTARTS):
        passed = yield from _pass(enough, keep_rows=keep_rows)
        if passed is not None:
            return passed
    return Passed(End.LOST)


def _pass(enough: Enough, *, keep_rows: bool) -> Generator[int, Seen, Passed | None]:
    """Return the chain from the newest row, or ``None`` where it broke."""
    passed = Passed(End.LOST)
    offset = previous_offset = since_link = short = 0
    previous: Seen | None = None
    while True:
        page = yield offset
        if not page.keys:
            if previous is None:
                passed.end = End.EMPTY
                return passed
            # Rows that were listed at this place a moment ago are not: the list shrank, or Zalo lists no deeper.
            ended = yield from _is_end(previous_offset, previous, offset)
            passed.end, passed.cut = End.ENDED, True
            return passed if ended else None
        if previous is not None and not page.keys.keys() & previous.keys.keys():
            return None
        passed.add(page, offset, keep_rows=keep_rows)
        since_link += bool(since_link or page.links)
        if enough(page, since_link):
            passed.end = End.LINKED if since_link else End.REACHED
            return passed
        if len(page.keys) > OVERLAP:
            previous, previous_offset = page, offset
            offset += len(page.keys) - OVERLAP
            short = 0
            continue
        beyond = offset + len(page.keys)
        if (yield beyond).keys:
            # A short page in the middle of the list. Ask again rather than take it for the end.
            short += 1
            if short > _SHORT_TRIES:
                return None
            continue
        ended = yield from _is_end(offset, page, beyond)
        passed.end = End.LINKED if since_link else End.ENDED
        return passed if ended else None


def _is_end(offset: int, last: Seen, beyond: int) -> Generator[int, Seen, bool]:
    """Return whether ``last`` is really the last page: it reads the same again, and what follows is empty again.

    One empty answer proves nothing: recalls between two reads look the same (lab: 2 messages lost in 32,765 kills).
    """
    again = yield offset
    if again.keys.keys() != last.keys.keys():
        return False
    return not (yield beyond).keys
