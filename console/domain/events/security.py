"""Alarms about the OA itself; they belong to no case (``@security``; threats T15)."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ForeignSent:
    """The OA has sent messages that nobody here wrote. Told once a burst; ``count`` as it was then, ``first_at`` UTC ms."""

    KIND: ClassVar[str] = "gw.foreign_sent"
    count: int
    first_at: int


@dataclass(frozen=True, slots=True)
class ForeignAcknowledged:
    """A commander answered for a burst: how many messages, when (UTC ms), who sent them and why, or that nobody of ours did."""

    KIND: ClassVar[str] = "security.foreign_acknowledged"
    count: int
    first_at: int
    last_at: int
    reason: str
