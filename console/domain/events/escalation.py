"""Telling upwards and elsewhere: the urgent report, and where else the citizen was sent (features E-05, E-07)."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class UrgentReportOpened:
    """The matter is on the list of those that must be reported at once; its clocks run from the first of these of a case.

    ``kind_code`` is "" as long as nobody has said which of the list it is; another event says it then.
    """

    KIND: ClassVar[str] = "urgent.opened"
    kind_code: str


@dataclass(frozen=True, slots=True)
class UrgentReportStamped:
    """A line of the checklist was done: «đã điện lúc» is this event's time."""

    KIND: ClassVar[str] = "urgent.stamped"
    step: str
    to_whom: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class CitizenGuided:
    """The citizen was told of a body that can help; the answer itself is a reply of its own."""

    KIND: ClassVar[str] = "case.guided"
    body: str
    contact: str = ""
