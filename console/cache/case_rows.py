"""The row of a case in the queue, and the domain rules it takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from console.domain.case import URGENT, Case, ReplyState, TransferState
from console.domain.entered import is_for_national, newest_entry
from console.domain.event_json import to_json

NO_DUE = 1 << 53
"""``due_at`` and ``soon_at`` of a case without a running clock: later than any time."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The nearest running clock of a case (UTC ms)."""

    label: str = ""
    started_at: int = 0
    soon_at: int = NO_DUE
    due_at: int = NO_DUE


@dataclass(frozen=True, slots=True)
class Guess:
    """What the triage rules say of a case; codes or ""."""

    category: str = ""
    priority: str = ""
    district: str = ""
    unit: str = ""
    detail: str = "{}"


class Rules(Protocol):
    """The domain rules a projection needs, with the data files already in them."""

    def deadline(self, case: Case, priority: str) -> Deadline:
        """Return the nearest running clock of an open case; ``priority`` is the suggested one until one is set."""
        ...

    def priority_rank(self, priority: str) -> int:
        """Return 1 for the most urgent priority; the rank of a normal one for "" or an unknown code."""
        ...

    def crime_report(self, category: str) -> bool:
        """Return whether a category belongs into the register of crime reports."""
        ...

    def guess(self, texts: Sequence[str], kinds: Sequence[str]) -> Guess:
        """Return what the triage rules make of a case's inbound messages."""
        ...


def case_row(rules: Rules, case: Case, guess: Guess, snippet: str, snippet_type: str) -> dict[str, Any]:
    """Return the row of ``case`` as the queue reads it."""
    priority = case.priority or guess.priority
    deadline = rules.deadline(case, priority) if case.open else Deadline()
    transfer = case.transfer
    entry = newest_entry(case)
    for_national = is_for_national(case, crime_report=rules.crime_report(case.category))
    pending = transfer is not None and transfer.state is TransferState.PENDING and case.open
    return {
        "case_id": case.case_id,
        "number": case.number,
        "conversation_id": case.conversation_id,
        "pseudonym": case.pseudonym,
        "unit": case.unit,
        "state": case.state.value,
        "category": case.category,
        "priority_rank": rules.priority_rank(URGENT if case.emergency is not None else priority),
        "owner": case.owner,
        "unread": case.unread,
        "answered": int(case.answered),
        "unknown_replies": sum(m.state is ReplyState.UNKNOWN for m in case.replies),
        "awaiting_approval": sum(m.state is ReplyState.AWAITING_APPROVAL for m in case.replies)
        + (case.closing is not None),
        "snooze_until": case.snooze_until,
        "transfer_to": transfer.to_unit if transfer and pending else "",
        "clock_label": deadline.label,
        "started_at": deadline.started_at,
        "soon_at": deadline.soon_at,
        "due_at": deadline.due_at,
        "last_inbound_at": case.last_inbound_at,
        "last_activity_at": case.last_activity_at,
        "closed_at": case.closed_at,
        "snippet": snippet,
        "snippet_type": snippet_type,
        "body": to_json(case),
        "open": int(case.open),
        "unentered": int(entry is None and for_national),
        "national_number": entry.number.casefold() if entry is not None else "",
    }
