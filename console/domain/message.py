"""A Zalo message as the console keeps it, without the citizen's identity."""

from dataclasses import dataclass
from enum import StrEnum


class Direction(StrEnum):
    """Who wrote a message."""

    INBOUND = "in"
    OUTBOUND = "out"


class MessageType(StrEnum):
    """What a message is. What nobody knows is ``UNSUPPORTED`` and keeps its raw row."""

    TEXT = "text"
    PHOTO = "photo"
    GIF = "gif"
    VOICE = "voice"
    VIDEO = "video"
    FILE = "file"
    STICKER = "sticker"
    LINK = "link"
    LOCATION = "location"
    CARD = "card"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One thing a message carries besides its text.

    ``fetch`` says whether bytes stand behind ``url`` that must be saved before the link dies (features A-08);
    a link a citizen pasted is text and is never fetched (C-17).
    """

    index: int
    kind: MessageType
    url: str = ""
    thumb: str = ""
    name: str = ""
    latitude: float | None = None
    longitude: float | None = None
    fetch: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """One message. ``at`` is Zalo's time in UTC ms; ``raw`` is the row as it came (JSON), names and avatars removed."""

    message_id: str
    direction: Direction
    type: MessageType
    text: str
    at: int
    attachments: tuple[Attachment, ...] = ()
    raw: str = ""
