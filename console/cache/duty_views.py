"""What the review and shift screens are given: frozen values. Times are UTC ms, 0 means «never»; nothing tells who a citizen is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from console.cache.views import EventItem, ThreadItem
from console.domain.case import Case
from console.domain.review import Check


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One entry of the review queue: a closed case to review, or one whose end waits for a second signature.

    ``ref`` is the review's id or the proposal's; ``reasons`` why it is reviewed (``review.Why``), or the policy's words.
    """

    case_id: str
    ref: str
    is_proposal: bool
    number: str
    pseudonym: str
    category: str
    priority: str
    unit: str
    tags: tuple[str, ...]
    summary: str
    handler: str
    handler_name: str
    since: int
    due_at: int
    reasons: tuple[str, ...]
    late: bool


@dataclass(frozen=True, slots=True)
class Unsigned:
    """An end that somebody did not sign; ``seq`` is the event. The officer holds the case and has not touched it since."""

    case_id: str
    number: str
    seq: int


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """Findings an officer has not acknowledged yet."""

    case_id: str
    review_id: str
    number: str
    comment: str
    findings: tuple[str, ...]
    fix_by: int


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """All a reviewer sees of one entry: the thread with everything that happened, how it ended, what the machine found.

    ``own``: the reader handled the case and so may not review it. ``verdicts`` are earlier ones, newest first.
    """

    row: ReviewRow
    case: Case
    items: tuple[ThreadItem, ...]
    checks: tuple[Check, ...]
    handlers: tuple[str, ...]
    own: bool
    outcome: str
    reason: str
    replied_at: int
    transfer_unit: str
    place: str
    verdicts: tuple[EventItem, ...] = ()


@dataclass(frozen=True, slots=True)
class SampleFigures:
    """What was drawn in one month, for the report: the seed proves that nobody chose (features H-02)."""

    period: str
    seed: str
    closed: int
    by_rule: int
    eligible: int
    sampled: int
    limit: int


@dataclass(frozen=True, slots=True)
class SurveyFigures:
    """What came of the surveys decided in a span: how many were asked, answered, and not asked by which rule or officer."""

    asked: int = 0
    answered: int = 0
    low: int = 0
    followed: int = 0
    scores: Mapping[int, int] = field(default_factory=dict)
    skipped_by_rule: Mapping[str, int] = field(default_factory=dict)
    skipped_by_officer: Mapping[str, int] = field(default_factory=dict)

    @property
    def mean(self) -> float:
        """Return the mean score, 0.0 where nobody answered."""
        total = sum(self.scores.values())
        return sum(score * count for score, count in self.scores.items()) / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Reminder:
    """A case that was put off until ``at`` (UTC ms), which has come."""

    case_id: str
    number: str
    at: int

    @property
    def key(self) -> str:
        """Return what tells it from a later reminder of the same case."""
        return f"{self.case_id}/{self.at}"


@dataclass(frozen=True, slots=True)
class Held:
    """A case an officer holds; ``lease_until`` (UTC ms) is 0 where nobody waits for him: it is answered, asleep or on its way."""

    case_id: str
    number: str
    lease_until: int
    urgent: bool


@dataclass(frozen=True, slots=True)
class Change:
    """Who holds a case now, and who made it so: both ids and names."""

    case_id: str
    number: str
    owner: str
    owner_name: str
    by: str
    by_name: str
