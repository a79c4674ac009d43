"""What officers do with a case as such."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class CaseOpened:
    """A conversation began, or a new matter in it. The record fills in ``number``."""

    KIND: ClassVar[str] = "case.opened"
    conversation_id: str
    pseudonym: str
    number: str = ""
    split_from: str = ""


@dataclass(frozen=True, slots=True)
class CaseViewed:
    """An officer opened the case; what came up to ``last_message_id`` is read."""

    KIND: ClassVar[str] = "case.viewed"
    last_message_id: str = ""


@dataclass(frozen=True, slots=True)
class AnswerSeen:
    """Who asked for something in the case (a longer limit, an identity, a signature) has read what was answered."""

    KIND: ClassVar[str] = "answer.seen"
    request_id: str


@dataclass(frozen=True, slots=True)
class CaseClaimed:
    """An officer holds the case until ``lease_until`` (features F-03)."""

    KIND: ClassVar[str] = "case.claimed"
    lease_until: int


@dataclass(frozen=True, slots=True)
class LeaseRenewed:
    """The holder was active."""

    KIND: ClassVar[str] = "case.lease_renewed"
    lease_until: int


@dataclass(frozen=True, slots=True)
class CaseReleased:
    """The case went back to the queue."""

    KIND: ClassVar[str] = "case.released"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CaseTakenOver:
    """An officer took a case that somebody else held."""

    KIND: ClassVar[str] = "case.taken_over"
    from_officer: str
    reason: str
    lease_until: int


@dataclass(frozen=True, slots=True)
class CaseClassified:
    """A person set or confirmed the category. ``suggested`` is what the machine had proposed."""

    KIND: ClassVar[str] = "case.classified"
    category: str
    previous: str = ""
    suggested: str = ""


@dataclass(frozen=True, slots=True)
class PriorityChanged:
    """A person set the priority."""

    KIND: ClassVar[str] = "case.prioritised"
    priority: str
    previous: str = ""


@dataclass(frozen=True, slots=True)
class EmergencySeen:
    """The machine saw an emergency in a message of a case that a person had already decided on (domain.md §8, P1).

    Written with the message. A person answers for it: by a priority, an urgent report, ``EmergencyDismissed``, or by closing.
    """

    KIND: ClassVar[str] = "case.emergency_seen"
    message_id: str


@dataclass(frozen=True, slots=True)
class EmergencyDismissed:
    """A person read the message and found no emergency in it."""

    KIND: ClassVar[str] = "case.emergency_dismissed"
    message_id: str


@dataclass(frozen=True, slots=True)
class PlaceSet:
    """A person set where it happened: a district code and the words for the place (features B-05)."""

    KIND: ClassVar[str] = "case.located"
    district: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tag was put on."""

    KIND: ClassVar[str] = "case.tagged"
    tag: str


@dataclass(frozen=True, slots=True)
class Untagged:
    """A tag was taken off."""

    KIND: ClassVar[str] = "case.untagged"
    tag: str


@dataclass(frozen=True, slots=True)
class NoteAdded:
    """An internal note. It has no way to the citizen (features C-08)."""

    KIND: ClassVar[str] = "note.added"
    note_id: str
    text: str


@dataclass(frozen=True, slots=True)
class CaseSnoozed:
    """Asleep until ``until`` (UTC ms) or the next inbound message (features B-08)."""

    KIND: ClassVar[str] = "case.snoozed"
    until: int
    reason: str


@dataclass(frozen=True, slots=True)
class CaseWoken:
    """Back in the queue before its time, by an officer."""

    KIND: ClassVar[str] = "case.woken"


@dataclass(frozen=True, slots=True)
class CaseClosed:
    """Work on the case has ended."""

    KIND: ClassVar[str] = "case.closed"
    outcome: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CaseReopened:
    """An officer opened a closed case again."""

    KIND: ClassVar[str] = "case.reopened"
    reason: str
