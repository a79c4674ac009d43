"""What every record promises, whether it lies in the local file or on a server."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from console.domain.events import Event, EventBody


class Status(StrEnum):
    """What became of a command (architecture.md, Words)."""

    APPLIED = "applied"
    DUPLICATE = "duplicate"
    CONFLICT = "conflict"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Command:
    """A wish to add events to one case, all or none.

    ``expected_version`` is the version the wisher saw; ``None`` where it does not matter (a note, a tag, the gateway).
    ``client_at`` is the machine's own UTC ms. Repeating a command with the same ``command_id`` and the same bodies is a
    duplicate; with other bodies it is refused.
    """

    command_id: str
    case_id: str
    bodies: tuple[EventBody, ...]
    actor: str
    unit: str
    device: str
    client_at: int
    expected_version: int | None = None


@dataclass(frozen=True, slots=True)
class Appended:
    """The answer to a command. ``events`` are the new ones, or for a duplicate the ones it made the first time."""

    status: Status
    events: tuple[Event, ...] = ()
    version: int = 0


class CommandReusedError(ValueError):
    """A command id came back with another content; somebody generates ids wrongly."""


class Record(Protocol):
    """An append-only event log."""

    def append(self, command: Command) -> Appended:
        """Add the command's events, once; see ``Command`` and ``Status``."""
        ...

    def append_all(self, commands: Sequence[Command]) -> list[Appended]:
        """Add many commands in order; each has its own answer."""
        ...
