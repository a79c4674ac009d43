"""Everything that can happen to a case, one dataclass a kind.

An event's body is frozen data that JSON can carry. ``KIND`` is its name in the log for ever: never rename one, never
change what a field means; add a field with a default, or a new kind. Kinds that begin with ``gw.`` are written by the
gateway alone (architecture.md, rule 3).
"""

from dataclasses import dataclass
from typing import ClassVar

from console.domain.message import Message


@dataclass(frozen=True, slots=True)
class CaseOpened:
    """A conversation began, or a new matter in it. The record fills in ``number``."""

    KIND: ClassVar[str] = "case.opened"
    conversation_id: str
    pseudonym: str
    number: str = ""
    split_from: str = ""


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


@dataclass(frozen=True, slots=True)
class CaseViewed:
    """An officer opened the case; what came up to ``last_message_id`` is read."""

    KIND: ClassVar[str] = "case.viewed"
    last_message_id: str = ""


@dataclass(frozen=True, slots=True)
class CaseClaimed:
    """An officer holds the case until ``lease_until`` (features F-03)."""

    KIND: ClassVar[str] = "case.claimed"
    lease_until: int


@dataclass(frozen=True, slots=True)
class LeaseRenewed:
    """The holder was active."""

    KIND: ClassVar[str] = "case.lease_renewed"
    lease_until: int


@dataclass(frozen=True, slots=True)
class CaseReleased:
    """The case went back to the queue."""

    KIND: ClassVar[str] = "case.released"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CaseTakenOver:
    """An officer took a case that somebody else held."""

    KIND: ClassVar[str] = "case.taken_over"
    from_officer: str
    reason: str
    lease_until: int


@dataclass(frozen=True, slots=True)
class CaseClassified:
    """A person set or confirmed the category. ``suggested`` is what the machine had proposed."""

    KIND: ClassVar[str] = "case.classified"
    category: str
    previous: str = ""
    suggested: str = ""


@dataclass(frozen=True, slots=True)
class PriorityChanged:
    """A person set the priority."""

    KIND: ClassVar[str] = "case.prioritised"
    priority: str
    previous: str = ""


@dataclass(frozen=True, slots=True)
class PlaceSet:
    """A person set where it happened: a district code and the words for the place (features B-05)."""

    KIND: ClassVar[str] = "case.located"
    district: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tag was put on."""

    KIND: ClassVar[str] = "case.tagged"
    tag: str


@dataclass(frozen=True, slots=True)
class Untagged:
    """A tag was taken off."""

    KIND: ClassVar[str] = "case.untagged"
    tag: str


@dataclass(frozen=True, slots=True)
class NoteAdded:
    """An internal note. It has no way to the citizen (features C-08)."""

    KIND: ClassVar[str] = "note.added"
    note_id: str
    text: str


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
    """A second officer let the reply go (features C-12)."""

    KIND: ClassVar[str] = "reply.approved"
    reply_id: str


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


@dataclass(frozen=True, slots=True)
class CaseTransferred:
    """The case was handed to another unit, which must accept it (features E-01)."""

    KIND: ClassVar[str] = "case.transferred"
    transfer_id: str
    to_unit: str
    reason: str
    due_at: int
    info_units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TransferAccepted:
    """The receiving unit took the case."""

    KIND: ClassVar[str] = "transfer.accepted"
    transfer_id: str


@dataclass(frozen=True, slots=True)
class TransferReturned:
    """The receiving unit gave the case back, with a reason (features E-04)."""

    KIND: ClassVar[str] = "transfer.returned"
    transfer_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class CaseSnoozed:
    """Asleep until ``until`` (UTC ms) or the next inbound message (features B-08)."""

    KIND: ClassVar[str] = "case.snoozed"
    until: int
    reason: str


@dataclass(frozen=True, slots=True)
class CaseWoken:
    """Back in the queue before its time, by an officer."""

    KIND: ClassVar[str] = "case.woken"


@dataclass(frozen=True, slots=True)
class CaseClosed:
    """Work on the case has ended."""

    KIND: ClassVar[str] = "case.closed"
    outcome: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CaseReopened:
    """An officer opened a closed case again."""

    KIND: ClassVar[str] = "case.reopened"
    reason: str


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


@dataclass(frozen=True, slots=True)
class IdentityRevealed:
    """Somebody asked to see who the citizen is. In the log before anything is shown (threats T19)."""

    KIND: ClassVar[str] = "identity.revealed"
    reason: str
    until: int


@dataclass(frozen=True, slots=True)
class CaseExported:
    """A copy of the case left the store."""

    KIND: ClassVar[str] = "case.exported"
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class UnknownBody:
    """An event of a kind this version does not know. Kept as it is; changes nothing."""

    KIND: ClassVar[str] = "?"
    kind: str
    raw: str


EventBody = (
    CaseOpened
    | MessageReceived
    | MessageRecalled
    | MediaStored
    | MediaLost
    | CaseViewed
    | CaseClaimed
    | LeaseRenewed
    | CaseReleased
    | CaseTakenOver
    | CaseClassified
    | PriorityChanged
    | PlaceSet
    | Tagged
    | Untagged
    | NoteAdded
    | ReplyQueued
    | ReplyApproved
    | ReplyCancelled
    | ReplyPermitted
    | ReplySent
    | ReplyRejected
    | ReplyUnknown
    | ReplySearched
    | ReplyResolved
    | CaseTransferred
    | TransferAccepted
    | TransferReturned
    | CaseSnoozed
    | CaseWoken
    | CaseClosed
    | CaseReopened
    | CaseMerged
    | CaseAbsorbed
    | MessagesMovedOut
    | MessagesMovedIn
    | IdentityRevealed
    | CaseExported
    | UnknownBody
)


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the log. ``at`` is the record's time, ``client_at`` the machine's claim (both UTC ms)."""

    seq: int
    event_id: str
    case_id: str
    case_version: int
    unit: str
    actor: str
    device: str
    client_at: int
    at: int
    body: EventBody

    @property
    def kind(self) -> str:
        """Return the event's name in the log."""
        return self.body.kind if isinstance(self.body, UnknownBody) else self.body.KIND
