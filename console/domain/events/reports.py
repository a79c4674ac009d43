"""What left the store as a report (threats T19)."""

from dataclasses import dataclass
from typing import ClassVar

TOPIC = "reports"
"""The stream these events stand in, see ``domain/subject.py``."""


@dataclass(frozen=True, slots=True)
class ReportTaken:
    """A register, report or set of figures was made to be saved outside; in the log before the file is written.

    ``first`` and ``last`` are the local days it is about, as ISO dates; ``unit`` whose cases, "" for all; ``lines`` how many
    cases are in it; ``sha256`` and ``size`` (bytes) those of the file.
    """

    KIND: ClassVar[str] = "report.taken"
    report: str
    format: str
    first: str
    last: str
    unit: str
    lines: int
    reason: str
    sha256: str
    size: int
