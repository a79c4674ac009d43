"""What came in from Zalo and what became of its attachments; written by the gateway alone."""

from dataclasses import dataclass
from typing import ClassVar

from console.domain.message import Message


@dataclass(frozen=True, slots=True)
class MessageReceived:
    """A message came in, or an answer written outside the console was seen (features F-06).

    ``reopens`` is decided once, when the message is taken in, and kept (features C-14).
    """

    KIND: ClassVar[str] = "gw.message_received"
    message: Message
    reopens: bool = False


@dataclass(frozen=True, slots=True)
class MessageRecalled:
    """A message that Zalo listed is listed no more (features C-15); our copy stays."""

    KIND: ClassVar[str] = "gw.message_recalled"
    message_id: str
    noticed_at: int


@dataclass(frozen=True, slots=True)
class MediaStored:
    """The bytes of one attachment are in the store (features A-08, X-01)."""

    KIND: ClassVar[str] = "gw.media_stored"
    message_id: str
    index: int
    file_id: str
    sha256: str
    size: int
    media_type: str


@dataclass(frozen=True, slots=True)
class MediaLost:
    """An attachment cannot be had any more; shown as «chưa tải được» with the reason."""

    KIND: ClassVar[str] = "gw.media_lost"
    message_id: str
    index: int
    reason: str
