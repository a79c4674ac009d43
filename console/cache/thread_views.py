"""What the conversation shows: frozen values, told of to the screen by ``console.cache.views``. Times are UTC ms, 0 is never."""

from dataclasses import dataclass, field
from enum import StrEnum

from console.domain.case import ReplyState, TransferState
from console.domain.draft import DraftExtra
from console.domain.message import Direction, MessageType


class MediaState(StrEnum):
    """State of an attachment's bytes."""

    NONE = "none"
    WAITING = "waiting"
    STORED = "stored"
    LOST = "lost"
    WITHHELD = "withheld"
    """Of a sealed matter, and not let through to the reader's unit (features E-03); never in a table."""


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """One attachment in the conversation.

    ``attempts`` counts the tries that failed so far while it waits, ``retry_at`` is the next one (UTC ms).
    """

    number: int
    kind: MessageType
    name: str
    url: str
    latitude: float | None
    longitude: float | None
    state: MediaState
    file_id: str
    sha256: str
    size: int
    media_type: str
    reason: str
    attempts: int = 0
    retry_at: int = 0
    covered: bool = False
    """Whether it is a copy with parts blackened; the reader gets no other."""


@dataclass(frozen=True, slots=True)
class Explained:
    """Who sent a message outside the console, as an officer (``by_name``) recorded it; ``who`` is a code of ``OutsideSender``."""

    who: str
    name: str
    answered: bool
    by_name: str


@dataclass(frozen=True, slots=True)
class MessageItem:
    """A message of the citizen, or one the OA sent outside this console (``outside``).

    ``raw_kind`` is Zalo's own word for a kind nobody here knows.
    """

    seq: int
    at: int
    message_id: str
    direction: Direction
    type: MessageType
    text: str
    attachments: tuple[AttachmentView, ...]
    recalled_at: int
    outside: bool
    raw_kind: str = ""
    explained: Explained | None = None


class Waits(StrEnum):
    """What a queued reply waits for in its conversation.

    ``UNKNOWN``: nobody knows yet whether the one before arrived, and this could be the same one again. ``EARLIER``: it goes
    when its turn comes.
    """

    UNKNOWN = "unknown"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class ReplyItem:
    """A reply of this console with what is known of it; ``quote_id`` is the message it quotes, ``quote_text`` its words."""

    seq: int
    at: int
    reply_id: str
    author: str
    author_name: str
    text: str
    file_name: str
    state: ReplyState
    not_before: int
    permit_at: int
    settled_at: int
    code: int
    reason: str
    searches: int
    searched_at: int
    matches: int
    propose_not_sent: bool
    quote_id: str = ""
    quote_text: str = ""
    extra: DraftExtra = field(default_factory=DraftExtra)
    first_text: str = ""
    """As its author wrote it, where an approver changed it since."""
    canned_version: str = ""
    waits: Waits | None = None


@dataclass(frozen=True, slots=True)
class ReplyFate:
    """How far one of an officer's own replies has come. ``code`` is Zalo's if it refused, ``reason`` says why it stopped."""

    reply_id: str
    case_id: str
    number: str
    state: ReplyState
    code: int
    reason: str


@dataclass(frozen=True, slots=True)
class AwaitingReply:
    """A reply that waits for a second officer; ``closes_at`` is when Zalo takes no answer any more."""

    reply_id: str
    case_id: str
    number: str
    author: str
    queued_at: int
    closes_at: int


@dataclass(frozen=True, slots=True)
class NoteItem:
    """An internal note. Another type than a reply on purpose: there is no conversion."""

    seq: int
    at: int
    note_id: str
    author: str
    author_name: str
    text: str


@dataclass(frozen=True, slots=True)
class EventItem:
    """One line about what somebody did. ``words`` is ready Vietnamese text without the actor's name."""

    seq: int
    at: int
    kind: str
    actor_name: str
    words: str
    transfer_unit: str = ""
    transfer_state: TransferState | None = None
    transfer_due_at: int = 0
    transfer_answered_at: int = 0
    ref: str = ""
    """Name of a line of the duty book, by which another line puts it right."""
    corrected: bool = False
    """Whether another line of the duty book puts this one right."""


ThreadItem = MessageItem | ReplyItem | NoteItem | EventItem
