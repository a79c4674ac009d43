"""Whom a matter is about, that the procuracy was told of it, and how it was decided (domain.md §6, sổ tiếp nhận nguồn tin về tội phạm)."""

from dataclasses import dataclass
from typing import ClassVar

from console.domain.people import Person


@dataclass(frozen=True, slots=True)
class PeopleRecorded:
    """An officer said who is in a role of the matter; takes the place of what was said of that role before.

    ``role`` is a code of ``PersonRole``, ``others`` one of ``Others``. Nobody in the list and ``others`` "" takes it back.
    """

    KIND: ClassVar[str] = "people.recorded"
    role: str
    people: tuple[Person, ...]
    others: str = ""


@dataclass(frozen=True, slots=True)
class PeopleSeen:
    """An officer had the names of accused and victims shown; in the log before they were read (threats T19)."""

    KIND: ClassVar[str] = "people.seen"


@dataclass(frozen=True, slots=True)
class ProcuracyNotified:
    """The written notice that a crime report was received went to the procuracy (TTLT 01/2017 Đ14(1)).

    ``document`` is its number, ``on`` its day in Vietnam (ISO), ``informant`` whether whoever reported was told in writing,
    too, as the same article asks. The newest one counts.
    """

    KIND: ClassVar[str] = "procuracy.notified"
    document: str
    on: str
    informant: bool


@dataclass(frozen=True, slots=True)
class CrimeDecided:
    """The investigation body decided on a crime report: ``decision`` is a code of ``domain.crime.Decision``.

    ``document`` is the decision's number, ``on`` its day in Vietnam (ISO). The newest one counts.
    """

    KIND: ClassVar[str] = "crime.decided"
    decision: str
    document: str
    on: str


@dataclass(frozen=True, slots=True)
class ResultNotified:
    """Whoever reported was told the result in writing (TTLT 01/2017 Đ14(3)); number and day as in ``CrimeDecided``."""

    KIND: ClassVar[str] = "crime.result_notified"
    document: str
    on: str
