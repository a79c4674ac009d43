"""Merging cases and splitting them (features C-13)."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class CaseMerged:
    """The case lives on in another one; its register line stays."""

    KIND: ClassVar[str] = "case.merged"
    into_case: str
    into_number: str
    reason: str


@dataclass(frozen=True, slots=True)
class CaseAbsorbed:
    """Another case was merged into this one."""

    KIND: ClassVar[str] = "case.absorbed"
    from_case: str
    from_number: str
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MessagesMovedOut:
    """These messages became a case of their own (features C-13), or went along when the case was merged.

    ``last_at`` and ``last_inbound_id`` are the citizen's last message that stays, 0 and "" if none does; -1 leaves them.
    """

    KIND: ClassVar[str] = "case.messages_moved_out"
    to_case: str
    messages: tuple[str, ...]
    last_at: int = -1
    last_inbound_id: str = ""


@dataclass(frozen=True, slots=True)
class MessagesMovedIn:
    """These messages came from another case of the same conversation.

    ``first_at``, ``last_at`` and ``last_inbound_id`` are about the citizen's messages among them; the id is "" where the
    case has a later one. ``unread`` of them nobody has read, and an answer was last given at ``last_outbound_at`` (0 = never).
    """

    KIND: ClassVar[str] = "case.messages_moved_in"
    from_case: str
    messages: tuple[str, ...]
    first_at: int
    last_at: int
    last_inbound_id: str
    unread: int = 0
    last_outbound_at: int = 0
