"""The shift and its handover (features F-05, R-05, R-06; officer-day.md §2). Streams ``@shift/<id>``, but for ``CaseHandedOver``."""

from dataclasses import dataclass
from typing import ClassVar

ASSIGNING = "Phân công"
"""The reason of a ``CaseHandedOver`` by which somebody assigns a case, not by which a shift or a holder passes it on."""


@dataclass(frozen=True, slots=True)
class CaseHandedOver:
    """A held case was given to another officer, who holds it from now on."""

    KIND: ClassVar[str] = "case.handed_over"
    to_officer: str
    from_officer: str
    lease_until: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ShiftOpened:
    """A shift began. ``checks`` are the checks of its start, ``code=result`` each; ``after`` is the shift before it."""

    KIND: ClassVar[str] = "shift.opened"
    unit: str
    officers: tuple[str, ...]
    planned_end: int
    checks: tuple[str, ...]
    after: str = ""


@dataclass(frozen=True, slots=True)
class ShiftJoined:
    """One more officer is on this shift."""

    KIND: ClassVar[str] = "shift.joined"
    officer: str


@dataclass(frozen=True, slots=True)
class ShiftNoted:
    """One line of the duty book (sổ trực ban). A line is never changed: ``corrects`` names the one it puts right."""

    KIND: ClassVar[str] = "shift.noted"
    line_id: str
    text: str
    corrects: str = ""


@dataclass(frozen=True, slots=True)
class ShiftRemarked:
    """The general remarks for the next shift, whole."""

    KIND: ClassVar[str] = "shift.remarked"
    text: str


@dataclass(frozen=True, slots=True)
class ShiftEquipped:
    """Whether a thing is handed over."""

    KIND: ClassVar[str] = "shift.equipped"
    item: str
    present: bool


@dataclass(frozen=True, slots=True)
class ShiftNextStep:
    """What the next shift must do about a case."""

    KIND: ClassVar[str] = "shift.next_step"
    case_id: str
    text: str


@dataclass(frozen=True, slots=True)
class ShiftLineAccepted:
    """The receiver took one line of the handover sheet."""

    KIND: ClassVar[str] = "shift.line_accepted"
    line: str


@dataclass(frozen=True, slots=True)
class ShiftLineAsked:
    """The receiver asks about a line before he takes it."""

    KIND: ClassVar[str] = "shift.line_asked"
    line: str
    question: str


@dataclass(frozen=True, slots=True)
class ShiftExplained:
    """Why a line that stands against closing the shift stays as it is."""

    KIND: ClassVar[str] = "shift.explained"
    line: str
    reason: str


@dataclass(frozen=True, slots=True)
class ShiftSigned:
    """A signature under the sheet: ``part`` is giao, nhan or chi-huy. ``head`` is the log's head hash at that moment (U-02).

    ``sheet`` is the hash of what was signed.
    """

    KIND: ClassVar[str] = "shift.signed"
    part: str
    head: str
    sheet: str


@dataclass(frozen=True, slots=True)
class ShiftClosed:
    """The shift ended and ``to_officer`` is on duty. ``absent``: the leaver did not sign, for ``reason`` (R-06)."""

    KIND: ClassVar[str] = "shift.closed"
    to_officer: str
    head: str
    sheet: str
    absent: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ShiftAwake:
    """What became of the question «còn thức?»: answered, or missed for the ``missed``-th time in a row."""

    KIND: ClassVar[str] = "shift.awake"
    asked_at: int
    missed: int = 0
