"""What the investigation body makes of a crime report, as the register keeps it (domain.md §6; BLTTHS 2015 Đ147)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from console.domain.sentence import sentence


class Decision(StrEnum):
    """How checking a report ended (BLTTHS 2015 Đ147(1))."""

    PROSECUTE = "prosecute"
    NOT_PROSECUTE = "not-prosecute"
    SUSPEND = "suspend"


DECISION_NAMES = {
    Decision.PROSECUTE: sentence("Khởi tố vụ án hình sự"),
    Decision.NOT_PROSECUTE: sentence("Không khởi tố vụ án hình sự"),
    Decision.SUSPEND: sentence("Tạm đình chỉ giải quyết"),
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A written paper of somebody else: its number, its day in Vietnam (ISO); who recorded it, when (UTC ms)."""

    document: str
    on: str
    by: str
    at: int

    @property
    def day(self) -> date | None:
        """Return its day; ``None`` where a later version wrote something else."""
        return iso_day(self.on)


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision on a report, a code of ``Decision``, and its paper."""

    decision: str
    paper: Paper


def iso_day(text: str) -> date | None:
    """Return the day an ISO date says, ``None`` where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
