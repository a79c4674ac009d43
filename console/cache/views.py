"""What the screen is given: frozen values, made by ``console.cache.queries``, painted by ``console.ui``.

Nothing here tells who a citizen is. Times are UTC ms, 0 means «never»; codes are those of the data files.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import NamedTuple

from console.cache.thread_views import (
    AttachmentView,
    AwaitingReply,
    EventItem,
    Explained,
    MediaState,
    MessageItem,
    NoteItem,
    ReplyFate,
    ReplyItem,
    ThreadItem,
    Waits,
)
from console.domain.case import Answer, Case, TransferState
from console.domain.draft import DraftExtra
from console.domain.message import MessageType
from console.domain.missing_info import Checklist
from console.domain.queue_filter import Term
from console.domain.sentence import sentence
from console.domain.skew import Skew


class View(StrEnum):
    """The fixed views of the rail, in its order (visual-design.md)."""

    NEW = "moi"
    MINE = "cua-toi"
    OVERDUE = "qua-han"
    WAITING = "cho-dan"
    TRANSFERRED = "da-chuyen"
    REVIEW = "cho-duyet"
    UNENTERED = "chua-nhap"
    """Crime reports of the register that nobody has entered into the national software, open or closed (features R-07)."""
    DONE = "da-xu-ly"
    ALL_OPEN = "dang-mo"


class Group(IntEnum):
    """Groups of the queue, in order; a case is in the first one it fits."""

    URGENT = 0
    LATE = 1
    SOON = 2
    TODAY = 3
    OLDER = 4


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What part of the cases a queue shows. Empty means «all»; ``terms`` are those of the typed sentence ``typed``."""

    view: View = View.ALL_OPEN
    categories: tuple[str, ...] = ()
    unit: str = ""
    tag: str = ""
    terms: tuple[Term, ...] = ()
    typed: str = ""


class Place(NamedTuple):
    """Where a case stands in a queue: compared as it is, smaller is higher."""

    group: Group
    order: int
    case_id: str


PRESENCE_TOPIC = "presence"
"""What a ``ChangeSet`` says when somebody came to a case, left one, or is still there."""
PRESENCE_BEAT_MS = 30_000
"""So often a window says where its officer is."""


class PresenceKind(StrEnum):
    """What another officer does at a case."""

    VIEWING = "viewing"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class Presence:
    """Another officer at a case, believed until ``until`` (UTC ms)."""

    name: str
    kind: PresenceKind
    until: int


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One row of the queue, whole.

    ``due_at``/``soon_at``/``started_at`` are those of the nearest running clock (0 = none); ``window_until`` is the end
    of the Zalo reply window, ``free_left`` the free replies left in it (-1 = unknown).
    """

    case_id: str
    number: str
    pseudonym: str
    category: str
    suggested_category: str
    priority: str
    suggested_priority: str
    unit: str
    tags: tuple[str, ...]
    snippet: str
    snippet_type: MessageType
    last_at: int
    unread: int
    owner: str
    owner_name: str
    lease_until: int
    started_at: int
    soon_at: int
    due_at: int
    clock_label: str
    window_until: int
    free_left: int
    answered: bool
    open: bool
    transfer_to: str
    transfer_state: TransferState | None
    snooze_until: int
    has_draft: bool
    unknown_replies: int
    media_failed: int
    others: tuple[Presence, ...] = ()
    checklist: Checklist = field(default_factory=Checklist)
    raised: int = 0
    """The highest rung of the ladder that was called because nobody took the case."""
    low_score: int = 0
    """A bad mark in the survey that nobody has followed up, 1–5; 0 for none."""
    fix_by: int = 0
    """By when a reviewer wants something put right; 0 where nothing is."""
    sealed: bool = False
    """Whether every look at its words is kept (threats T19)."""
    covered: bool = False
    """Whether its words are not shown yet: nobody has written down that they are about to be."""


@dataclass(frozen=True, slots=True)
class CaseClock:
    """One clock of the inspector."""

    code: str
    label: str
    started_at: int
    due_at: int
    done_at: int
    state: str
    share_used: float
    citation: str
    confidence: str
    kind: str
    ended_at: int = 0
    """When the case ended with the duty undone (UTC ms), 0 while it is open or where it was done."""
    owner: str = ""
    """The body the law binds, "" for the desk itself."""


SAME_INCIDENT = sentence("cùng vụ")
"""Why a related case stands there that a person linked to the same incident."""


@dataclass(frozen=True, slots=True)
class RelatedCase:
    """Another case that may belong together with this one."""

    case_id: str
    number: str
    category: str
    snippet: str
    why: str
    open: bool
    detail: str = ""
    """Why the machine thinks so: minutes, place, the words both wrote."""
    covered: bool = False
    """Whether its words are not shown yet: nobody has written down that they are about to be (threats T19)."""


@dataclass(frozen=True, slots=True)
class SuggestionView:
    """What the machine proposes; a person confirms."""

    category: str
    priority: str
    district: str
    unit: str
    tags: tuple[str, ...]
    missing: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WindowView:
    """The Zalo reply window of a conversation (domain ``window``). ``maybe_used`` of the ``free_left`` may be used already."""

    state: str
    free_left: int
    free_total: int
    free_until: int
    closes_at: int
    reason: str
    wrong_clock: bool = False
    """Closed only because this machine's clock is wrong."""
    maybe_used: int = 0

    @property
    def surely_free(self) -> int:
        """Return how many are free whatever became of the replies nobody knows of; -1 = unknown."""
        return self.free_left if self.free_left < 0 else self.free_left - self.maybe_used

    @property
    def free_words(self) -> str:
        """Return the number of free messages, as a range where nobody knows it: «8», «7–8»."""
        return f"{self.surely_free}–{self.free_left}" if self.maybe_used else str(self.free_left)


@dataclass(frozen=True, slots=True)
class CitizenView:
    """What may be shown of a citizen without revealing: masks and facts."""

    pseudonym: str
    masked_name: str
    masked_phone: str
    follower: bool | None
    under_age: bool | None
    case_count: int


@dataclass(frozen=True, slots=True)
class Revealed:
    """Who the citizen is; given only by the reveal action, after its event is durable."""

    name: str
    phone: str
    zalo_user_id: str
    until: int


@dataclass(frozen=True, slots=True)
class Told:
    """What another officer answered to one's own request and one has not read yet; see ``domain.case.Answer``."""

    case_id: str
    number: str
    answer: Answer
    by_name: str


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """Everything the conversation header, composer and inspector need of one case."""

    case: Case
    owner_name: str
    window: WindowView
    clocks: tuple[CaseClock, ...]
    citizen: CitizenView
    suggestion: SuggestionView | None
    related: tuple[RelatedCase, ...]
    history: tuple[EventItem, ...]
    draft_reply: str
    draft_note: str
    others: tuple[Presence, ...] = ()
    checklist: Checklist = field(default_factory=Checklist)
    banner: str = ""
    """«Có N tin giống, cùng nơi, trong 30 phút», or "" (features A-10)."""
    trail: str = ""
    """Where the case went, in one line (features E-08)."""
    draft_extra: DraftExtra = field(default_factory=DraftExtra)
    """What belongs to the draft of a reply beside its text, ``draft_quote`` the words of the message it quotes (C-07)."""
    draft_quote: str = ""
    own_numbers: frozenset[str] = frozenset()
    """Numbers of the citizen's cases, this one's among them; any other in a reply is somebody else's (features C-10)."""
    called: Mapping[str, str] = field(default_factory=dict)
    """What the officers are called who gave instructions or are answerable for the case, by id."""
    told: tuple[Told, ...] = ()
    """What was answered to the reader's own requests in it and he has not read yet, oldest first."""
    for_us: bool = False
    """Whether it waits for the reader's own unit to accept it (features E-01)."""
    answers: bool = True
    """Whether the reader's desk answers for it; who was only told of it reads (features E-02)."""


@dataclass(frozen=True, slots=True)
class Request:
    """What waits for a second officer: of which case, «reveal», «extension» or «route» (whose case it is), and its id."""

    case_id: str
    number: str
    kind: str
    request_id: str


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of the rail."""

    views: dict[View, int] = field(default_factory=dict)
    units: dict[str, int] = field(default_factory=dict)
    tags: dict[str, int] = field(default_factory=dict)
    new_urgent: int = 0


@dataclass(frozen=True, slots=True)
class Trouble:
    """An alarm that stays until its cause is gone. ``words`` are Vietnamese, of our own making; ``at`` is when it began."""

    kind: str
    words: str
    at: int


class MessagesLeft(NamedTuple):
    """How many messages the OA's packages still pay for, of how many, and until when (dd/MM/yyyy, "" without an end)."""

    remain: int
    total: int
    until: str


@dataclass(frozen=True, slots=True)
class Sweep:
    """The last reading of every conversation of the last days that came to its end, and how far the one under way is.

    Times are UTC ms, ``ended_at`` is 0 before the first; ``failed`` conversations could not be read, ``found`` messages were
    new. ``total`` is 0 while none is under way.
    """

    started_at: int = 0
    ended_at: int = 0
    failed: int = 0
    found: int = 0
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Health:
    """What the status bar and the banners say. ``*_at`` are UTC ms of the last good one, 0 = never.

    ``linked_at`` proves that the list was read without a gap up to then (features B-11); ``catching_up`` means a walk
    is under way that has not linked yet. ``waiting_since`` is when the oldest reply that was free to go became so.
    ``retry_at`` is when the next try to read is due after one that failed; ``skew`` is what Zalo's last answer told of this machine's clock, ``newest_record`` the latest time in the last records.
    """

    linked_at: int = 0
    attempted_at: int = 0
    catching_up: bool = False
    failed_ticks: int = 0
    trouble: str = ""
    store_at: int = 0
    cache_ok: bool = True
    sending: int = 0
    queued: int = 0
    unknown: int = 0
    behind_unknown: int = 0
    """Queued replies that wait until it is known what became of the one before them."""
    token_state: str = ""
    token_expires_at: int = 0
    refresh_expires_at: int = 0
    package_until: str = ""
    messages_left: MessagesLeft | None = None
    media_waiting: int = 0
    gaps: int = 0
    quarantined: int = 0
    waiting_since: int = 0
    troubles: tuple[Trouble, ...] = ()
    retry_at: int = 0
    skew: Skew | None = None
    newest_record: int = 0
    sweep: Sweep = Sweep()


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What a write changed; views apply exactly that."""

    cases: frozenset[str] = frozenset()
    opened: frozenset[str] = frozenset()
    inbound: frozenset[str] = frozenset()
    health: bool = False
    topics: frozenset[str] = frozenset()
    """What changed beside cases, by topic (``domain/subject.py``)."""
    looks: frozenset[str] = frozenset()
    """Those of ``cases`` that somebody only looked at: what is unread, and who is there, changed; no number hangs on it."""

    def __or__(self, other: "ChangeSet") -> "ChangeSet":
        """Return both changes as one."""
        return ChangeSet(
            self.cases | other.cases,
            self.opened | other.opened,
            self.inbound | other.inbound,
            self.health or other.health,
            self.topics | other.topics,
            (self.looks | other.looks) - self.more_than_looks - other.more_than_looks,
        )

    @property
    def more_than_looks(self) -> frozenset[str]:
        """Return the cases of which more changed than that somebody looked at them."""
        return self.cases - self.looks

    def __bool__(self) -> bool:
        """Return whether anything changed."""
        return bool(self.cases) or self.health or bool(self.topics)


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One match. ``marks`` are (start, length) in ``text``."""

    case_id: str
    number: str
    pseudonym: str
    category: str
    where: str
    ref: str
    at: int
    text: str
    marks: tuple[tuple[int, int], ...]
    unit: str = ""
    state: str = ""
    priority_rank: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found. ``limited`` says that there are more matches the officer may see than were looked at."""

    hits: tuple[SearchHit, ...]
    limited: bool = False
    loose: bool = False
    """Whether no place has all the words, and these have all but one."""


__all__ = [
    "SAME_INCIDENT",
    "AttachmentView",
    "AwaitingReply",
    "CaseClock",
    "CaseDetail",
    "ChangeSet",
    "CitizenView",
    "Counts",
    "EventItem",
    "Explained",
    "Found",
    "Group",
    "Health",
    "MediaState",
    "MessageItem",
    "MessagesLeft",
    "NoteItem",
    "Place",
    "Presence",
    "PresenceKind",
    "QueueFilter",
    "QueueRow",
    "RelatedCase",
    "ReplyFate",
    "ReplyItem",
    "Revealed",
    "SearchHit",
    "SuggestionView",
    "Sweep",
    "ThreadItem",
    "Trouble",
    "View",
    "Waits",
    "WindowView",
]
