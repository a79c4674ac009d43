"""Everything that can happen to a case, one dataclass a kind.

An event's body is frozen data that JSON can carry. ``KIND`` is its name in the log for ever: never rename one, never
change what a field means; add a field with a default, or a new kind. Kinds that begin with ``gw.`` are written by the
gateway alone (architecture.md, rule 3).
"""

from dataclasses import dataclass
from typing import ClassVar

from console.domain.events.cases import (
    AnswerSeen,
    CaseClaimed,
    CaseClassified,
    CaseClosed,
    CaseOpened,
    CaseReleased,
    CaseReopened,
    CaseSnoozed,
    CaseTakenOver,
    CaseViewed,
    CaseWoken,
    EmergencyDismissed,
    EmergencySeen,
    LeaseRenewed,
    NoteAdded,
    PlaceSet,
    PriorityChanged,
    Tagged,
    Untagged,
)
from console.domain.events.clocks import (
    ClockPaused,
    ClockResumed,
    ClocksReplaced,
    ClockWarned,
    ExtensionDecided,
    ExtensionRequested,
)
from console.domain.events.confidential import (
    ConfidentialBody,
    ConflictCleared,
    ConflictMarked,
    ContactAllowed,
    ContactRestricted,
    RevealAnswered,
    RevealAsked,
    SecretHandled,
    SecretPhoned,
    SecretSuspected,
)
from console.domain.events.escalation import CitizenGuided, UrgentReportOpened, UrgentReportStamped
from console.domain.events.incidents import IncidentLinked, IncidentOpened, IncidentUnlinked
from console.domain.events.knowledge import KnowledgeEntry, KnowledgeSaved
from console.domain.events.machine import ClockSteppedBack, OaConnected
from console.domain.events.messages import (
    MediaLost,
    MediaStored,
    MessageRecalled,
    MessageReceived,
)
from console.domain.events.moving import (
    CaseAbsorbed,
    CaseMerged,
    MessagesMovedIn,
    MessagesMovedOut,
)
from console.domain.events.national import NationalBody, NationalCopied, NationalEntered, NationalSeen
from console.domain.events.officers import (
    KeyHalfCopied,
    OfficerBody,
    OfficerChanged,
    OfficerDisabled,
    OfficerEnabled,
    OfficerEntered,
    PinRemoved,
    PinSet,
    RoleGiven,
    RoleGrantsChanged,
    RoleTaken,
    SignedIn,
    SignedOut,
)
from console.domain.events.organisation import CaseRehomed, OrganisationChanged
from console.domain.events.outside import OutsideExplained, OutsideSender
from console.domain.events.people import (
    CrimeDecided,
    PeopleRecorded,
    PeopleSeen,
    ProcuracyNotified,
    ResultNotified,
)
from console.domain.events.policies import (
    PolicyAnswerSeen,
    PolicyApproved,
    PolicyBody,
    PolicyDeclined,
    PolicyKept,
    PolicyProposed,
    PolicyReplaced,
    PolicyWithdrawn,
)
from console.domain.events.register import (
    DeedTimed,
    InstructionFollowed,
    InstructionGiven,
    InstructionWithdrawn,
    OfficerAssigned,
    PetitionHandled,
    PetitionSettled,
    RegisterBody,
    SlipNumbered,
)
from console.domain.events.release import FileCovered, FilesReleased
from console.domain.events.replies import (
    OutboundFile,
    ReplyApproved,
    ReplyCancelled,
    ReplyPermitted,
    ReplyQueued,
    ReplyRejected,
    ReplyResolved,
    ReplySearched,
    ReplySent,
    ReplyUnknown,
)
from console.domain.events.reports import ReportTaken
from console.domain.events.retention import (
    CaseErased,
    HoldLifted,
    HoldSet,
    RetentionApproved,
    RetentionProposed,
    RetentionRun,
)
from console.domain.events.reviews import (
    ClosingProposed,
    ClosingRefused,
    ClosingSigned,
    ClosingWithdrawn,
    ReviewAcknowledged,
    ReviewDrawn,
    ReviewGiven,
    ReviewSeeded,
)
from console.domain.events.sealed import (
    CaseCopied,
    CaseExported,
    HitsShown,
    IdentifierSearched,
    IdentityRevealed,
    RowsShown,
)
from console.domain.events.security import ForeignAcknowledged, ForeignSent
from console.domain.events.shifts import (
    ASSIGNING,
    CaseHandedOver,
    ShiftAwake,
    ShiftClosed,
    ShiftEquipped,
    ShiftExplained,
    ShiftJoined,
    ShiftLineAccepted,
    ShiftLineAsked,
    ShiftNextStep,
    ShiftNoted,
    ShiftOpened,
    ShiftRemarked,
    ShiftSigned,
)
from console.domain.events.surveys import (
    SurveyAnswered,
    SurveyAsked,
    SurveyFollowed,
    SurveySkipped,
)
from console.domain.events.transfers import (
    CaseInformed,
    CaseRaised,
    CaseTransferred,
    TransferAccepted,
    TransferRecalled,
    TransferReturned,
    TransferTimedOut,
)


@dataclass(frozen=True, slots=True)
class UnknownBody:
    """An event of a kind this version does not know. Kept as it is; changes nothing."""

    KIND: ClassVar[str] = "?"
    kind: str
    raw: str


CaseBody = (
    CaseOpened
    | CaseViewed
    | AnswerSeen
    | CaseClaimed
    | LeaseRenewed
    | CaseReleased
    | CaseTakenOver
    | CaseClassified
    | PriorityChanged
    | EmergencySeen
    | EmergencyDismissed
    | PlaceSet
    | Tagged
    | Untagged
    | NoteAdded
    | CaseSnoozed
    | CaseWoken
    | CaseClosed
    | CaseReopened
)
MessageBody = MessageReceived | MessageRecalled | MediaStored | MediaLost | OutsideExplained
ReplyBody = (
    ReplyQueued
    | ReplyApproved
    | ReplyCancelled
    | ReplyPermitted
    | ReplySent
    | ReplyRejected
    | ReplyUnknown
    | ReplySearched
    | ReplyResolved
)
TransferBody = (
    CaseTransferred
    | TransferAccepted
    | TransferReturned
    | TransferRecalled
    | TransferTimedOut
    | CaseRaised
    | CaseInformed
    | UrgentReportOpened
    | UrgentReportStamped
    | CitizenGuided
)
MovingBody = CaseMerged | CaseAbsorbed | MessagesMovedOut | MessagesMovedIn
SealedBody = IdentityRevealed | CaseCopied | CaseExported | HitsShown | RowsShown | IdentifierSearched
ReviewBody = (
    ClosingProposed
    | ClosingSigned
    | ClosingRefused
    | ClosingWithdrawn
    | ReviewSeeded
    | ReviewDrawn
    | ReviewGiven
    | ReviewAcknowledged
)
ShiftBody = (
    CaseHandedOver
    | ShiftOpened
    | ShiftJoined
    | ShiftNoted
    | ShiftRemarked
    | ShiftEquipped
    | ShiftNextStep
    | ShiftLineAccepted
    | ShiftLineAsked
    | ShiftExplained
    | ShiftSigned
    | ShiftClosed
    | ShiftAwake
)
SurveyBody = SurveyAsked | SurveySkipped | SurveyAnswered | SurveyFollowed
KnowledgeBody = KnowledgeSaved
ClockBody = ClockPaused | ClockResumed | ExtensionRequested | ExtensionDecided | ClocksReplaced | ClockWarned
RetentionBody = HoldSet | HoldLifted | RetentionProposed | RetentionApproved | RetentionRun | CaseErased
PeopleBody = PeopleRecorded | PeopleSeen | ProcuracyNotified | CrimeDecided | ResultNotified
ReleaseBody = FileCovered | FilesReleased
IncidentBody = IncidentOpened | IncidentLinked | IncidentUnlinked
EventBody = (
    OrganisationChanged
    | CaseRehomed
    | IncidentBody
    | NationalBody
    | PeopleBody
    | RegisterBody
    | ReleaseBody
    | RetentionBody
    | ClockBody
    | PolicyBody
    | ClockSteppedBack
    | OaConnected
    | ForeignSent
    | ForeignAcknowledged
    | CaseBody
    | ReportTaken
    | MessageBody
    | ReplyBody
    | TransferBody
    | MovingBody
    | SealedBody
    | ConfidentialBody
    | ReviewBody
    | ShiftBody
    | SurveyBody
    | KnowledgeBody
    | OfficerBody
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


__all__ = [
    "ASSIGNING",
    "AnswerSeen",
    "CaseAbsorbed",
    "CaseClaimed",
    "CaseClassified",
    "CaseClosed",
    "CaseCopied",
    "CaseErased",
    "CaseExported",
    "CaseHandedOver",
    "CaseInformed",
    "CaseMerged",
    "CaseOpened",
    "CaseRaised",
    "CaseRehomed",
    "CaseReleased",
    "CaseReopened",
    "CaseSnoozed",
    "CaseTakenOver",
    "CaseTransferred",
    "CaseViewed",
    "CaseWoken",
    "CitizenGuided",
    "ClockPaused",
    "ClockResumed",
    "ClockSteppedBack",
    "ClockWarned",
    "ClocksReplaced",
    "ClosingProposed",
    "ClosingRefused",
    "ClosingSigned",
    "ClosingWithdrawn",
    "ConflictCleared",
    "ConflictMarked",
    "ContactAllowed",
    "ContactRestricted",
    "CrimeDecided",
    "DeedTimed",
    "EmergencyDismissed",
    "EmergencySeen",
    "Event",
    "EventBody",
    "ExtensionDecided",
    "ExtensionRequested",
    "FileCovered",
    "FilesReleased",
    "ForeignAcknowledged",
    "ForeignSent",
    "HitsShown",
    "HoldLifted",
    "HoldSet",
    "IdentifierSearched",
    "IdentityRevealed",
    "IncidentLinked",
    "IncidentOpened",
    "IncidentUnlinked",
    "InstructionFollowed",
    "InstructionGiven",
    "InstructionWithdrawn",
    "KeyHalfCopied",
    "KnowledgeEntry",
    "KnowledgeSaved",
    "LeaseRenewed",
    "MediaLost",
    "MediaStored",
    "MessageRecalled",
    "MessageReceived",
    "MessagesMovedIn",
    "MessagesMovedOut",
    "NationalCopied",
    "NationalEntered",
    "NationalSeen",
    "NoteAdded",
    "OaConnected",
    "OfficerAssigned",
    "OfficerChanged",
    "OfficerDisabled",
    "OfficerEnabled",
    "OfficerEntered",
    "OrganisationChanged",
    "OutboundFile",
    "OutsideExplained",
    "OutsideSender",
    "PeopleRecorded",
    "PeopleSeen",
    "PetitionHandled",
    "PetitionSettled",
    "PinRemoved",
    "PinSet",
    "PlaceSet",
    "PolicyAnswerSeen",
    "PolicyApproved",
    "PolicyDeclined",
    "PolicyKept",
    "PolicyProposed",
    "PolicyReplaced",
    "PolicyWithdrawn",
    "PriorityChanged",
    "ProcuracyNotified",
    "ReplyApproved",
    "ReplyCancelled",
    "ReplyPermitted",
    "ReplyQueued",
    "ReplyRejected",
    "ReplyResolved",
    "ReplySearched",
    "ReplySent",
    "ReplyUnknown",
    "ReportTaken",
    "ResultNotified",
    "RetentionApproved",
    "RetentionProposed",
    "RetentionRun",
    "RevealAnswered",
    "RevealAsked",
    "ReviewAcknowledged",
    "ReviewDrawn",
    "ReviewGiven",
    "ReviewSeeded",
    "RoleGiven",
    "RoleGrantsChanged",
    "RoleTaken",
    "RowsShown",
    "SecretHandled",
    "SecretPhoned",
    "SecretSuspected",
    "ShiftAwake",
    "ShiftClosed",
    "ShiftEquipped",
    "ShiftExplained",
    "ShiftJoined",
    "ShiftLineAccepted",
    "ShiftLineAsked",
    "ShiftNextStep",
    "ShiftNoted",
    "ShiftOpened",
    "ShiftRemarked",
    "ShiftSigned",
    "SignedIn",
    "SignedOut",
    "SlipNumbered",
    "SurveyAnswered",
    "SurveyAsked",
    "SurveyFollowed",
    "SurveySkipped",
    "Tagged",
    "TransferAccepted",
    "TransferRecalled",
    "TransferReturned",
    "TransferTimedOut",
    "UnknownBody",
    "Untagged",
    "UrgentReportOpened",
    "UrgentReportStamped",
]
