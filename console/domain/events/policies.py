"""Changes of the rules themselves; they belong to no case (``@policy``).

The text of a data file lies in the log: what is in force follows from it alone, and every version can be shown and come back.
"""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class PolicyKept:
    """The file that was in force before the first change (or that another release of the program brought), as a version."""

    KIND: ClassVar[str] = "policy.kept"
    file: str
    sha256: str
    content: str


@dataclass(frozen=True, slots=True)
class PolicyReplaced:
    """A data file of clocks or holidays was replaced by one with this SHA-256; it moved so many clocks of open cases.

    One person's act: no limit of the law is touched. ``content`` is "" in logs from before the log held it; ``back_to`` is the
    number of the version whose content came back, -1 for none.
    """

    KIND: ClassVar[str] = "policy.replaced"
    file: str
    sha256: str
    touched: int
    reason: str
    content: str = ""
    back_to: int = -1


@dataclass(frozen=True, slots=True)
class PolicyProposed:
    """Somebody proposes a file that changes limits of the law; nothing changes until a second person agrees (domain.md §7).

    ``base`` and ``base_number`` say which version it was compared with. ``touched`` are the running clocks of open cases that
    would end at another time as it looked then, each ``CASE CODE@before/after`` (UTC ms, 0 = none).
    """

    KIND: ClassVar[str] = "policy.proposed"
    proposal_id: str
    file: str
    base: str
    base_number: int
    sha256: str
    content: str
    touched: tuple[str, ...]
    reason: str
    back_to: int = -1


@dataclass(frozen=True, slots=True)
class PolicyApproved:
    """A second person saw the same preview and agreed to exactly this content: it is in force from here on."""

    KIND: ClassVar[str] = "policy.approved"
    proposal_id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class PolicyDeclined:
    """A second person did not agree; nothing changed."""

    KIND: ClassVar[str] = "policy.declined"
    proposal_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class PolicyWithdrawn:
    """Who proposed a change took the proposal back; nothing changed."""

    KIND: ClassVar[str] = "policy.withdrawn"
    proposal_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class PolicyAnswerSeen:
    """Who proposed a change has read what became of it; until then he is told anew at each sign-in."""

    KIND: ClassVar[str] = "policy.answer_seen"
    proposal_id: str


PolicyBody = (
    PolicyKept
    | PolicyReplaced
    | PolicyProposed
    | PolicyApproved
    | PolicyDeclined
    | PolicyWithdrawn
    | PolicyAnswerSeen
)
