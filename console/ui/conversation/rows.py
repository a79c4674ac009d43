"""Rows of the conversation: the items in order, with day lines, the «new» line and who begins a run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from console.cache.views import EventItem, MessageItem, NoteItem, ReplyItem, ThreadItem
from console.domain.case import ReplyState
from console.domain.message import Direction
from console.domain.text import safe_block, safe_line
from console.runtime.i18n import said, tr
from console.ui.common.sharing import words_shown
from console.ui.common.times import date_text, local

NEW_KEY = "new"
# A longer text is cut in its bubble; opening it shows the whole.
BUBBLE_CHARS = 6_000
BUBBLE_LINES = 120


@dataclass(frozen=True, slots=True)
class Row:
    """One row. ``key`` never changes while the item lives; ``first`` begins a run of one speaker.

    Rows without an item are lines: a day, or «n tin mới», whose words are ``label``. ``repeats`` are later events that say
    the same of the same person with nothing between: they stand in this row with their number and the time of the last.
    """

    key: str
    item: ThreadItem | None
    first: bool = True
    label: str = ""
    repeats: tuple[EventItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """What a row needs to know besides its item.

    ``initials`` stand for the citizen; ``opened`` holds the ids of recalled messages the officer chose to read.
    """

    width: int
    now_ms: int = 0
    online: bool = True
    initials: str = ""
    may_approve: bool = False
    may_explain: bool = False
    officer_id: str = ""
    opened: frozenset[str] = frozenset()
    unit_name: Callable[[str], str] = str


def row_key(item: ThreadItem) -> str:
    """Return the stable key of an item."""
    match item:
        case MessageItem():
            return f"m:{item.message_id}"
        case ReplyItem():
            return f"r:{item.reply_id}"
        case NoteItem():
            return f"n:{item.note_id}"
        case EventItem():
            return f"e:{item.seq}"


def is_inbound(item: ThreadItem | None) -> bool:
    """Return whether the citizen wrote it."""
    return isinstance(item, MessageItem) and item.direction is Direction.INBOUND


def _speaker(item: ThreadItem | None) -> str:
    match item:
        case MessageItem(direction=Direction.INBOUND):
            return "citizen"
        case MessageItem():
            return "outside"
        case ReplyItem():
            return item.author or "us"
        case _:
            return ""


def _repeats(row: Row, item: ThreadItem) -> bool:
    """Return whether an item says again what the row above says; a transfer has a card of its own each time."""
    above = row.item
    return (
        isinstance(above, EventItem)
        and isinstance(item, EventItem)
        and not item.transfer_unit
        and (above.kind, above.actor_name, above.words) == (item.kind, item.actor_name, item.words)
    )


def make_rows(items: Sequence[ThreadItem], new_key: str = "") -> list[Row]:
    """Return the rows of a conversation, oldest first.

    Args:
        items: in the order they are shown.
        new_key: key of the first item the officer has not seen; the «new» line stands before it.

    """
    rows: list[Row] = []
    day = ""
    speaker = ""
    several_days = bool(items) and local(items[0].at).date() != local(items[-1].at).date()
    for position, item in enumerate(items):
        today = date_text(item.at)
        if several_days and today != day:
            rows.append(Row(f"d:{today}", None, label=today))
            speaker = ""
        day = today
        key = row_key(item)
        if key == new_key:
            count = sum(is_inbound(later) for later in items[position:])
            rows.append(Row(NEW_KEY, None, label=tr("{count} tin mới", count=count)))
            speaker = ""
        elif rows and _repeats(rows[-1], item):
            assert isinstance(item, EventItem)
            rows[-1] = replace(rows[-1], repeats=(*rows[-1].repeats, item))
            continue
        now_speaking = _speaker(item)
        rows.append(Row(key, item, first=not now_speaking or now_speaking != speaker))
        speaker = now_speaking
    return rows


def shown_text(item: ThreadItem | None) -> str:
    """Return an item's text as it may be shown and copied: whole, with hidden characters named."""
    match item:
        case MessageItem() | ReplyItem() | NoteItem():
            return safe_block(said(item.text))
        case EventItem():
            return safe_line(f"{said(item.actor_name)} {said(item.words)}".strip(), 1000)
        case _:
            return ""


def bubble_text(item: MessageItem | ReplyItem | NoteItem) -> str:
    """Return the text of a bubble; «…» ends one that is too long to lay out whole."""
    return words_shown(safe_block(said(item.text), BUBBLE_CHARS, BUBBLE_LINES))


def hold_left_s(item: ThreadItem | None, now_ms: int) -> int:
    """Return the seconds in which a reply can still be taken back, rounded up; 0 when it cannot."""
    if not isinstance(item, ReplyItem) or item.state is not ReplyState.QUEUED:
        return 0
    return max(0, -(-(item.not_before - now_ms) // 1000))
