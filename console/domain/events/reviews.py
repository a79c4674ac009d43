"""Ending a case with a second signature, and what a reviewer finds in it afterwards (features H-01 to H-06)."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ClosingProposed:
    """An officer asks for a case to be closed that takes a second signature (H-05). ``rule`` is the policy's code."""

    KIND: ClassVar[str] = "closing.proposed"
    proposal_id: str
    outcome: str
    reason: str
    rule: str


@dataclass(frozen=True, slots=True)
class ClosingSigned:
    """A second officer signed; ``case.closed`` follows in the same transaction."""

    KIND: ClassVar[str] = "closing.signed"
    proposal_id: str


@dataclass(frozen=True, slots=True)
class ClosingRefused:
    """A second officer did not sign; the case stays with who proposed."""

    KIND: ClassVar[str] = "closing.refused"
    proposal_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class ClosingWithdrawn:
    """Who proposed took it back."""

    KIND: ClassVar[str] = "closing.withdrawn"
    proposal_id: str


@dataclass(frozen=True, slots=True)
class ReviewSeeded:
    """The number all draws of a month depend on; in the log before the first of them (H-02)."""

    KIND: ClassVar[str] = "review.seeded"
    period: str
    seed: str


@dataclass(frozen=True, slots=True)
class ReviewDrawn:
    """What a closing means for review: ``reasons`` why it is reviewed, empty where it is not.

    ``drawn`` of 1000 came from the seed of ``period`` and the case's id; below ``limit`` the case is in the sample.
    ``handler`` closed it. Written by the program, never by an officer.
    """

    KIND: ClassVar[str] = "review.drawn"
    review_id: str
    period: str
    drawn: int
    limit: int
    reasons: tuple[str, ...]
    handler: str
    due_at: int


@dataclass(frozen=True, slots=True)
class ReviewGiven:
    """A reviewer's verdict. A later one corrects an earlier one (``corrects``), which stays in the log (H-06).

    ``checks`` is what the machine had found, ``code=state`` each; ``passed`` and ``failed`` are the items a person judged.
    """

    KIND: ClassVar[str] = "review.given"
    review_id: str
    verdict_id: str
    verdict: str
    handler: str
    comment: str = ""
    findings: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    fix_by: int = 0
    corrects: str = ""


@dataclass(frozen=True, slots=True)
class ReviewAcknowledged:
    """The officer concerned has read the findings, and says what he has to say to them."""

    KIND: ClassVar[str] = "review.acknowledged"
    review_id: str
    verdict_id: str
    words: str = ""
