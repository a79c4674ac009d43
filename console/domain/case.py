"""The state of one case, as its events make it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from console.domain.crime import Decided, Paper, iso_day
from console.domain.instruction import Instruction
from console.domain.national import NationalEntry
from console.domain.people import PeopleMark
from console.domain.petition import Petition
from console.domain.sentence import sentence

CONFLICT_TAG = "lien-quan-can-bo"
"""The tag of tags.json that says «liên quan cán bộ, chiến sĩ»."""


SECRET_TAG = "nghi-bmnn"  # noqa: S105
"""The tag of tags.json that says «nghi có bí mật nhà nước»."""


SOURCE_TAG = "bao-mat-nguon-tin"
"""The tag of tags.json that says that who told of a matter is to be kept secret."""


PICTURES_TAG = "anh-xam-hai-tre-em"
"""The tag of tags.json that says that among a case's files are pictures of the sexual abuse of a child (domain.md §8)."""


URGENT = "P1"
"""The highest priority of categories.json: life in danger, or in progress (domain.md §8)."""


class CaseState(StrEnum):
    """Where a case stands (domain.md §7)."""

    NEW = "new"
    HELD = "held"
    TRANSFERRED = "transferred"
    CLOSED = "closed"
    MERGED = "merged"


class Outcome(StrEnum):
    """How a case ended (features B-03). The ones in ``REASON_NEEDED`` need a written reason."""

    ANSWERED = "da-tra-loi"
    HANDED_OVER = "da-chuyen-giai-quyet"
    GUIDED = "huong-dan-noi-khac"
    RESOLVED = "da-giai-quyet"
    UNFOUNDED = "khong-co-co-so"
    NOT_ACCEPTED = "khong-tiep-nhan"
    DUPLICATE = "trung-lap"
    SPAM = "rac-thu-nghiem"
    UNREACHABLE = "khong-the-tra-loi"


OUTCOME_NAMES: dict[Outcome, str] = {
    Outcome.ANSWERED: sentence("Đã trả lời"),
    Outcome.HANDED_OVER: sentence("Đã chuyển cơ quan giải quyết"),
    Outcome.GUIDED: sentence("Ngoài thẩm quyền, đã hướng dẫn"),
    Outcome.RESOLVED: sentence("Đã giải quyết xong"),
    Outcome.UNFOUNDED: sentence("Xác minh không có cơ sở"),
    Outcome.NOT_ACCEPTED: sentence("Không tiếp nhận"),
    Outcome.DUPLICATE: sentence("Trùng vụ việc khác"),
    Outcome.SPAM: sentence("Thư rác, tin thử"),
    Outcome.UNREACHABLE: sentence("Không thể trả lời công dân"),
}
REASON_NEEDED = frozenset({Outcome.UNFOUNDED, Outcome.NOT_ACCEPTED, Outcome.DUPLICATE, Outcome.UNREACHABLE})


class ReplyState(StrEnum):
    """Life of one reply (reliability.md §4.4). Nothing ever returns to ``QUEUED``."""

    AWAITING_APPROVAL = "awaiting-approval"
    QUEUED = "queued"
    PERMITTED = "permitted"
    SENT = "sent"
    REJECTED = "rejected"
    UNKNOWN = "unknown"
    NOT_SENT = "not-sent"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


REPLY_UNSETTLED = frozenset(
    {ReplyState.AWAITING_APPROVAL, ReplyState.QUEUED, ReplyState.PERMITTED, ReplyState.UNKNOWN}
)


class TransferState(StrEnum):
    """Life of one transfer between desks (features E-01)."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    RECALLED = "recalled"
    TIMED_OUT = "timed-out"


_CAME_BACK = frozenset({TransferState.RETURNED, TransferState.TIMED_OUT, TransferState.RECALLED})


@dataclass(frozen=True, slots=True)
class Transfer:
    """A case handed to another unit. The sender stays responsible until ``ACCEPTED``."""

    transfer_id: str
    from_unit: str
    to_unit: str
    by: str
    reason: str
    at: int
    due_at: int
    state: TransferState = TransferState.PENDING
    answered_by: str = ""
    answered_at: int = 0
    answer_reason: str = ""
    request: str = ""
    respond_by: int = 0
    slip: Paper | None = None
    """Number and day of the paper that went with it, as the clerk gave them."""


@dataclass(frozen=True, slots=True)
class UrgentStamp:
    """One line of the urgent report that was done: told whom, or the document's number."""

    step: str
    at: int
    by: str
    to_whom: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class UrgentReport:
    """A matter that must be reported upwards at once (features E-05), and what of it was done.

    ``kind`` is "" until somebody has said which of the list it is.
    """

    kind: str
    at: int
    by: str
    stamps: tuple[UrgentStamp, ...] = ()

    def stamp(self, step: str) -> UrgentStamp | None:
        """Return the first stamp of a step."""
        return next((stamp for stamp in self.stamps if stamp.step == step), None)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Whom a case about police officers concerns: ``units`` with all below them, and ``officers`` by id."""

    units: tuple[str, ...]
    officers: tuple[str, ...]
    reason: str
    by: str
    at: int
    routed_to: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """An end that waits for a second signature (features H-05)."""

    proposal_id: str
    by: str
    at: int
    outcome: str
    reason: str
    rule: str


@dataclass(frozen=True, slots=True)
class ClockPause:
    """A house clock stood still from ``at`` to ``until`` (0 = still does)."""

    code: str
    at: int
    until: int
    reason: str


class ExtensionState(StrEnum):
    """Life of a request for a longer limit."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Extension:
    """A longer limit that somebody asked for; it counts once granted."""

    extension_id: str
    code: str
    due_at: int
    until: int
    reason: str
    by: str
    state: ExtensionState = ExtensionState.ASKED
    decided_by: str = ""
    decided_at: int = 0
    document: str = ""


@dataclass(frozen=True, slots=True)
class ContactLimit:
    """A way in which the informant asked not to be reached; ``code`` of confidentiality.json."""

    code: str
    words: str
    by: str
    at: int


@dataclass(frozen=True, slots=True)
class RevealRequest:
    """One officer's request to see who the citizen is. ``granted`` is ``None`` until a second one has answered."""

    request_id: str
    by: str
    reason: str
    at: int
    granted: bool | None = None
    answered_by: str = ""
    answered_at: int = 0
    answer: str = ""
    used: bool = False


@dataclass(frozen=True, slots=True)
class Secret:
    """A suspected state secret: who said so, who of the command was phoned, and whether it went its own way."""

    reason: str
    by: str
    at: int
    phoned_to: str = ""
    phoned_at: int = 0
    moved: bool = False


@dataclass(frozen=True, slots=True)
class ProcuracyNotice:
    """The written notice to the procuracy: its number, its day (ISO), whether the informant had one, too; UTC ms."""

    document: str
    on: str
    informant: bool
    by: str
    at: int

    @property
    def day(self) -> date | None:
        """Return its day; ``None`` where a later version wrote something else."""
        return iso_day(self.on)


@dataclass(frozen=True, slots=True)
class EmergencySign:
    """A message in which the machine saw an emergency after a person had decided what the case is; UTC ms."""

    message_id: str
    at: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What another officer answered to somebody's request in the case, until that one has read it.

    ``kind`` is «extension», «reveal», «closing», «reply» or «route»; ``to`` asked, ``by`` answered ``at`` (UTC ms). ``words`` are the
    reason of a refusal, or the document's number of an extension; ``code`` and ``until`` are its clock and the end that holds from
    here on. Of a «route» ``to`` holds the case, ``code`` is the unit it goes to and ``words`` say why.
    """

    request_id: str
    kind: str
    to: str
    by: str
    at: int
    granted: bool
    words: str = ""
    code: str = ""
    until: int = 0


@dataclass(frozen=True, slots=True)
class ReplyMark:
    """What the case remembers of one reply: enough for the queue and for the guards on closing."""

    reply_id: str
    state: ReplyState
    at: int
    by: str = ""
    """Who asked for it."""


@dataclass(frozen=True, slots=True)
class Case:
    """One numbered piece of work. Times are UTC ms, 0 means «never»; codes are those of the data files."""

    case_id: str
    version: int = 0
    number: str = ""
    conversation_id: str = ""
    pseudonym: str = ""
    unit: str = ""
    state: CaseState = CaseState.NEW
    category: str = ""
    priority: str = ""
    district: str = ""
    place: str = ""
    tags: tuple[str, ...] = ()
    owner: str = ""
    lease_until: int = 0
    opened_at: int = 0
    first_message_at: int = 0
    last_inbound_at: int = 0
    last_inbound_id: str = ""
    last_outbound_at: int = 0
    last_activity_at: int = 0
    unread: int = 0
    message_count: int = 0
    classified_at: int = 0
    urgent_at: int = 0
    """When a person first gave it the highest priority; it keeps that start through every later change."""
    claimed_at: int = 0
    first_reply_at: int = 0
    accepted_at: int = 0
    replies: tuple[ReplyMark, ...] = ()
    transfer: Transfer | None = None
    info_units: tuple[str, ...] = ()
    snooze_until: int = 0
    snooze_reason: str = ""
    closed_at: int = 0
    outcome: str = ""
    close_reason: str = ""
    reopened: int = 0
    merged_into: str = ""
    split_from: str = ""
    conflict: Conflict | None = None
    contact_limits: tuple[ContactLimit, ...] = ()
    reveals: tuple[RevealRequest, ...] = ()
    secret: Secret | None = None
    closing: Closing | None = None
    fix_by: int = 0
    survey_at: int = 0
    bounces: int = 0
    """How often a unit that was asked gave the case back."""
    free_since: int = 0
    """Since when nobody has held the case; 0 while somebody does."""
    emergency: EmergencySign | None = None
    """What nobody has answered for yet; until then the case stands among the urgent ones, whatever its priority."""
    raised: int = 0
    """The highest rung of the ladder that was called since then (features E-01)."""
    urgent_report: UrgentReport | None = None
    guided: str = ""
    pauses: tuple[ClockPause, ...] = ()
    extensions: tuple[Extension, ...] = ()
    warned: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    """What was answered to officers' requests and they have not read yet."""
    hold: str = ""
    """Why the case is kept whatever its age; "" if it is not."""
    erased_at: int = 0
    ended_clocks: tuple[str, ...] = ()
    """How the limits of an erased case stood when it ended, each ``CODE@start/due/done`` (UTC ms, done 0 = undone)."""
    incident: str = ""
    """The incident the case tells of, of which others may tell too (features A-10)."""
    people: tuple[PeopleMark, ...] = ()
    """How many accused and victims were recorded; who they are is not in the case (``cache.people_query``)."""
    procuracy: ProcuracyNotice | None = None
    decided: Decided | None = None
    """What the investigation body made of a crime report."""
    result_notice: Paper | None = None
    """By which paper whoever reported was told the result."""
    deed_time: str = ""
    """When it happened, in a person's words; "" while nobody wrote it."""
    instructions: tuple[Instruction, ...] = ()
    assigned: str = ""
    """Who was made answerable for the matter by the unit that has it, whoever holds it now; "" is nobody."""
    petition: Petition | None = None
    """What was made of a denunciation or complaint."""
    settled: Paper | None = None
    """By which paper a denunciation or complaint that was taken up was settled."""
    national: tuple[NationalEntry, ...] = ()
    """When it was entered into the national software, the newest last; earlier ones were corrected by it (features R-07)."""

    @property
    def concerns_police(self) -> bool:
        """Return whether the case concerns police officers: only the few may know of it (domain.md §5.3)."""
        return self.conflict is not None or CONFLICT_TAG in self.tags

    @property
    def locked(self) -> bool:
        """Return whether texts and files may be a state secret, or went their own way as one (domain.md §5.5)."""
        return self.secret is not None or SECRET_TAG in self.tags

    @property
    def files_locked(self) -> bool:
        """Return whether nobody may look at, fetch or take out the case's files; its texts may be open (domain.md §8)."""
        return self.locked or PICTURES_TAG in self.tags

    @property
    def open(self) -> bool:
        """Return whether the case still asks for work."""
        return self.state not in (CaseState.CLOSED, CaseState.MERGED)

    @property
    def came_back(self) -> bool:
        """Return whether the case was handed on and is its sender's again: given back, not accepted in time, or taken back."""
        return self.transfer is not None and self.transfer.state in _CAME_BACK

    def waits_for_commander(self, bounces: int) -> bool:
        """Return whether units gave it back so often, ``bounces`` times, that a commander must say whose it is (E-04)."""
        return self.open and self.came_back and self.bounces >= bounces

    @property
    def answered(self) -> bool:
        """Return whether a confirmed reply came after the citizen's last message (features C-09)."""
        return self.last_outbound_at >= self.last_inbound_at > 0

    def reply_state(self, reply_id: str) -> ReplyState | None:
        """Return the state of one reply, or ``None`` if this case never heard of it."""
        for mark in self.replies:
            if mark.reply_id == reply_id:
                return mark.state
        return None

    def held_by_other(self, officer_id: str, now_ms: int) -> bool:
        """Return whether somebody else's lease is running (features F-03)."""
        return bool(self.owner) and self.owner != officer_id and self.lease_until > now_ms
