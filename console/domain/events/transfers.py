"""Handing a case from unit to unit (features E-01)."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class CaseTransferred:
    """The case was handed to another unit, which must accept it until ``due_at`` (features E-01).

    ``request`` is a code of what is asked of it, ``respond_by`` when it is to report back (UTC ms, 0 = not said).
    """

    KIND: ClassVar[str] = "case.transferred"
    transfer_id: str
    to_unit: str
    reason: str
    due_at: int
    info_units: tuple[str, ...] = ()
    request: str = ""
    respond_by: int = 0


@dataclass(frozen=True, slots=True)
class TransferAccepted:
    """The receiving unit took the case."""

    KIND: ClassVar[str] = "transfer.accepted"
    transfer_id: str


@dataclass(frozen=True, slots=True)
class TransferReturned:
    """The receiving unit gave the case back, with a reason (features E-04); ``code`` is one of the list."""

    KIND: ClassVar[str] = "transfer.returned"
    transfer_id: str
    reason: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class TransferRecalled:
    """The sender took the case back before anybody accepted it."""

    KIND: ClassVar[str] = "transfer.recalled"
    transfer_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class TransferTimedOut:
    """Nobody accepted in time: the case is its sender's again, free for whoever is at that desk (features E-01)."""

    KIND: ClassVar[str] = "transfer.timed_out"
    transfer_id: str
    due_at: int


@dataclass(frozen=True, slots=True)
class CaseRaised:
    """A rung of the ladder was called because nobody took the case. ``why`` is unclaimed, unaccepted or bounced.

    ``unit`` is the desk that is called, "" for the commander; ``since`` is when the waiting began.
    """

    KIND: ClassVar[str] = "case.raised"
    level: int
    to: str
    unit: str
    why: str
    since: int


@dataclass(frozen=True, slots=True)
class CaseInformed:
    """Units got to know of the case; they answer for nothing and count in no figure (features E-02)."""

    KIND: ClassVar[str] = "case.informed"
    units: tuple[str, ...]
    reason: str
