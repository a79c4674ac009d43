"""Keeping and erasing (features I-06, R-09; threats T22). A run belongs to ``@retention/ID``, the rest to a case."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class HoldSet:
    """The case is kept whatever its age: a procuracy, a court or the commander wants it."""

    KIND: ClassVar[str] = "hold.set"
    reason: str


@dataclass(frozen=True, slots=True)
class HoldLifted:
    """The case may be erased again when its time is over."""

    KIND: ClassVar[str] = "hold.lifted"
    reason: str


@dataclass(frozen=True, slots=True)
class RetentionProposed:
    """Somebody proposes to erase the content of these cases; a second person must agree."""

    KIND: ClassVar[str] = "retention.proposed"
    cases: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class RetentionApproved:
    """A second person agreed. Durable before anything is erased."""

    KIND: ClassVar[str] = "retention.approved"


@dataclass(frozen=True, slots=True)
class RetentionRun:
    """What a run erased."""

    KIND: ClassVar[str] = "retention.run"
    cases: int
    bodies: int
    skipped: int


@dataclass(frozen=True, slots=True)
class CaseErased:
    """The content of the case goes; what figures need of it is written down here once more (R-09)."""

    KIND: ClassVar[str] = "case.erased"
    run: str
    number: str
    unit: str
    state: str
    category: str
    priority: str
    district: str
    outcome: str
    merged_into: str
    opened_at: int
    first_message_at: int
    last_inbound_at: int
    last_outbound_at: int
    classified_at: int
    claimed_at: int
    first_reply_at: int
    accepted_at: int
    closed_at: int
    message_count: int
    reopened: int
    bounces: int
    tags: tuple[str, ...] = ()
    clocks: tuple[str, ...] = ()
    """How its limits stood when it ended, each ``CODE@start/due/done`` (UTC ms, done 0 = undone): figures stay what they were."""
