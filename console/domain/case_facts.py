"""What reports and statistics know of a case. Register and figures are made from the same facts."""

from dataclasses import dataclass, field

from console.domain.case import Case, CaseState, TransferState
from console.domain.clocks import ClockState
from console.domain.people import PeopleList


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """One case as its events left it at the moment of reading. Times are UTC ms, 0 is never.

    ``summary`` is the beginning of the citizen's first words; ``priority`` the suggested one until a person set one;
    ``clocks`` all its deadlines at the moment of reading; ``received_by`` who took the case first, whoever has it now;
    ``first_category`` what a person first classified it as, "" where the log does not tell any more; ``people`` the lists of
    accused and victims where a paper names them and the reader may know them.
    """

    case: Case
    priority: str
    summary: str
    attachments: int
    clocks: tuple[ClockState, ...]
    received_by: str = ""
    first_category: str = ""
    people: tuple[PeopleList, ...] = field(default=(), repr=False)

    @property
    def received_at(self) -> int:
        """Return when Zalo had the first message; when the case was numbered where there is none."""
        return self.case.first_message_at or self.case.opened_at

    @property
    def void(self) -> bool:
        """Return whether the line stays in the register without a matter of its own (merged into another)."""
        return self.case.state is CaseState.MERGED

    @property
    def first_reply_ms(self) -> int | None:
        """Return how long the citizen waited for the first answer, ms; ``None`` while there is none."""
        if not self.case.first_reply_at:
            return None
        return max(0, self.case.first_reply_at - self.received_at)

    @property
    def on_time(self) -> bool | None:
        """Return whether every clock that ended was kept; ``None`` while none has ended and none is late."""
        if self.late:
            return False
        ended = [clock.met for clock in self.clocks if clock.met is not None]
        return all(ended) if ended else None

    @property
    def late(self) -> bool:
        """Return whether a clock has run out and the case is still open."""
        return self.case.open and any(clock.state == "late" for clock in self.clocks)

    @property
    def accepted_unit(self) -> str:
        """Return the unit that took the case over, or ""."""
        transfer = self.case.transfer
        return transfer.to_unit if transfer and transfer.state is TransferState.ACCEPTED else ""
