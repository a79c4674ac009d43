"""What this machine did that bears on what the log tells (``@machine``); it belongs to no case."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ClockSteppedBack:
    """The wall clock had reached ``from_at`` and then stood at ``to_at`` (UTC ms).

    ``running`` tells whether the program was running meanwhile, and so measured the step by the monotonic clock; else the
    clock stood earlier at a start than it had at the last one. Times between the two occur twice in the log
    (reliability.md §4.7).
    """

    KIND: ClassVar[str] = "machine.clock_stepped_back"
    from_at: int
    to_at: int
    running: bool


@dataclass(frozen=True, slots=True)
class OaConnected:
    """Zalo let this console work for an OA with an app; both ids are public. Whose hand it was, the actor says (threats T15)."""

    KIND: ClassVar[str] = "oa.connected"
    app_id: str
    oa_id: str
