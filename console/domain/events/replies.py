"""The life of one reply (reliability.md §4.4)."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class OutboundFile:
    """A file an officer sends: its sealed copy in the store and the name the citizen sees."""

    file_id: str
    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ReplyQueued:
    """An officer asked for a reply to be sent, once.

    ``seen_message_id`` is the citizen's last message the officer had on screen (features F-02); nothing goes out
    before ``not_before`` (UTC ms), the end of the hold in which it can be taken back (C-06).
    """

    KIND: ClassVar[str] = "reply.queued"
    reply_id: str
    text: str
    file: OutboundFile | None = None
    quote_message_id: str = ""
    seen_message_id: str = ""
    not_before: int = 0
    canned_code: str = ""
    canned_version: str = ""
    needs_approval: bool = False
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class ReplyApproved:
    """A second officer let the reply go (features C-12), with ``text`` instead of what its author wrote, "" for as it was."""

    KIND: ClassVar[str] = "reply.approved"
    reply_id: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class ReplyCancelled:
    """The reply was taken back, or refused approval, before anything was handed to Zalo."""

    KIND: ClassVar[str] = "reply.cancelled"
    reply_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReplyPermitted:
    """The right to POST this reply once. Durable before the socket opens (reliability.md §4.4)."""

    KIND: ClassVar[str] = "gw.reply_permitted"
    reply_id: str
    permit_at: int


@dataclass(frozen=True, slots=True)
class ReplySent:
    """Zalo answered with a message id, or a later read found the reply in the conversation."""

    KIND: ClassVar[str] = "gw.reply_sent"
    reply_id: str
    message_id: str
    sent_at: int
    reconciled: bool = False


@dataclass(frozen=True, slots=True)
class ReplyRejected:
    """The reply surely did not go out. ``code`` is Zalo's, or 0 where nothing left this machine."""

    KIND: ClassVar[str] = "gw.reply_rejected"
    reply_id: str
    code: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReplyUnknown:
    """Nobody knows whether the reply went out. It is never posted again by the program."""

    KIND: ClassVar[str] = "gw.reply_unknown"
    reply_id: str
    cause: str


@dataclass(frozen=True, slots=True)
class ReplySearched:
    """The conversation was read back down to before the permit; ``matches`` rows could be this reply."""

    KIND: ClassVar[str] = "gw.reply_searched"
    reply_id: str
    matches: int
    searched_at: int
    propose_not_sent: bool = False


@dataclass(frozen=True, slots=True)
class ReplyResolved:
    """An officer decided what an unknown reply was. ``arrived`` false allows a new reply, never a second POST."""

    KIND: ClassVar[str] = "reply.resolved"
    reply_id: str
    arrived: bool
    reason: str
