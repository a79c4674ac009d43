"""Messages that the OA sent without this console: what an officer found out about one of them (features F-06)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class OutsideSender(StrEnum):
    """Who sent a message outside the console."""

    SELF = "self"
    COLLEAGUE = "colleague"
    AUTOMATIC = "automatic"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class OutsideExplained:
    """An officer recorded who sent one message outside the console, and whether it answered the citizen.

    ``who`` is a code of ``OutsideSender``, ``name`` who it was where that is somebody else. The two times (UTC ms, 0 = never) are
    what the case has from now on as its last and its first answer: worked out once, when this was recorded. The newest
    record of a message counts.
    """

    KIND: ClassVar[str] = "message.explained"
    message_id: str
    who: str
    name: str
    answered: bool
    last_outbound_at: int
    first_reply_at: int
