"""What people do to a case's clocks: pause a house clock, ask for and decide an extension (features G-04, G-07)."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ClockPaused:
    """A house clock stands still, with a reason. Statutory clocks never do (domain.md §3)."""

    KIND: ClassVar[str] = "clock.paused"
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class ClockResumed:
    """A paused clock runs on. A citizen's message does the same by itself."""

    KIND: ClassVar[str] = "clock.resumed"
    code: str


@dataclass(frozen=True, slots=True)
class ExtensionRequested:
    """Somebody asks for a longer limit: ``due_at`` was the end, ``until`` would be the new one (UTC ms)."""

    KIND: ClassVar[str] = "extension.requested"
    extension_id: str
    code: str
    due_at: int
    until: int
    reason: str


@dataclass(frozen=True, slots=True)
class ExtensionDecided:
    """The commander granted or refused it. ``document`` is the number of the written decision."""

    KIND: ClassVar[str] = "extension.decided"
    extension_id: str
    granted: bool
    reason: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class ClocksReplaced:
    """The case got another category: these clocks no longer apply. Each is ``CODE@start/due`` (UTC ms), so that none is lost."""

    KIND: ClassVar[str] = "clock.replaced"
    clocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClockWarned:
    """So many days are left of a limit that may be extended; told once each (features G-07)."""

    KIND: ClassVar[str] = "clock.warned"
    code: str
    due_at: int
    days: int
