"""Which events may come between what an officer saw and what he then does.

An officer acts on what is on screen; meanwhile others act too. What makes no difference to his act is let through, what
does is shown to him with names. What this table does not name makes a difference: a new kind of event is never merged
silently (architecture.md, rule 2).
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import get_args

from console.domain import events as e
from console.domain.events import Event, EventBody
from console.domain.message import Direction


class Action(StrEnum):
    """What an officer does to a case."""

    VIEW = "view"
    CLAIM = "claim"
    RELEASE = "release"
    TAKE_OVER = "take-over"
    CLASSIFY = "classify"
    PRIORITISE = "prioritise"
    LOCATE = "locate"
    TAG = "tag"
    NOTE = "note"
    REPLY = "reply"
    SETTLE_REPLY = "settle-reply"
    TRANSFER = "transfer"
    ANSWER_TRANSFER = "answer-transfer"
    SNOOZE = "snooze"
    CLOSE = "close"
    REOPEN = "reopen"
    MERGE = "merge"
    SPLIT = "split"
    REVEAL = "reveal"
    EXPORT = "export"
    MARK_CONFLICT = "mark-conflict"
    RESTRICT_CONTACT = "restrict-contact"
    SECRET = "secret"  # noqa: S105
    SIGN_CLOSING = "sign-closing"
    REVIEW = "review"
    ACKNOWLEDGE = "acknowledge"
    SURVEY = "survey"
    HAND_OVER = "hand-over"
    REPORT = "report"
    CLOCK = "clock"
    HOLD = "hold"
    GUIDE = "guide"
    PEOPLE = "people"
    DATE = "date"
    INSTRUCT = "instruct"
    NATIONAL = "national"


Kinds = frozenset[type]

_LOOKING: Kinds = frozenset(
    {
        e.CaseViewed,
        e.AnswerSeen,
        e.LeaseRenewed,
        e.IdentityRevealed,
        e.PeopleSeen,
        e.RevealAsked,
        e.RevealAnswered,
        e.ContactRestricted,
        e.ContactAllowed,
        e.CaseCopied,
        e.CaseExported,
        e.FileCovered,
        e.FilesReleased,
        e.NationalSeen,
        e.NationalCopied,
    }
)
_EVIDENCE: Kinds = frozenset({e.MediaStored, e.MediaLost, e.MessageRecalled})
_PEOPLE: Kinds = frozenset({e.PeopleRecorded})
_BESIDE: Kinds = _PEOPLE | frozenset(
    {
        e.NoteAdded,
        e.OutsideExplained,
        e.ProcuracyNotified,
        e.CrimeDecided,
        e.ResultNotified,
        e.NationalEntered,
        *(e.InstructionFollowed, e.SlipNumbered, e.OfficerAssigned, e.PetitionHandled, e.PetitionSettled),
        e.Tagged,
        e.Untagged,
    }
)
_INBOUND: Kinds = frozenset({e.MessageReceived, e.EmergencySeen})
_FACTS: Kinds = frozenset(
    {e.CaseClassified, e.PriorityChanged, e.EmergencyDismissed, e.PlaceSet, e.DeedTimed}
)
_TOLD: Kinds = frozenset({e.InstructionGiven, e.InstructionWithdrawn})
"""What a commander says in between is shown before anything that reaches beyond the desk."""
_HOLDING: Kinds = frozenset({e.CaseClaimed, e.CaseReleased, e.CaseTakenOver, e.CaseHandedOver})
_SLEEP: Kinds = frozenset({e.CaseSnoozed, e.CaseWoken})
_ASKED: Kinds = frozenset({e.ReplyQueued, e.ReplyApproved, e.ReplyCancelled, e.ReplyResolved})
_SENDING: Kinds = frozenset({e.ReplyPermitted, e.ReplySent, e.ReplyRejected, e.ReplyUnknown, e.ReplySearched})
_REPLIES = _ASKED | _SENDING
_SIGNING: Kinds = frozenset({e.ClosingProposed, e.ClosingSigned, e.ClosingRefused, e.ClosingWithdrawn})
_ENDING: Kinds = frozenset({e.CaseClosed, e.CaseReopened, e.ReviewGiven}) | _SIGNING
_AFTER: Kinds = frozenset(
    {e.ReviewDrawn, e.ReviewAcknowledged, e.SurveyAsked, e.SurveySkipped, e.SurveyFollowed}
)
_HANDING: Kinds = frozenset(
    {e.CaseTransferred, e.TransferAccepted, e.TransferReturned, e.TransferRecalled, e.TransferTimedOut}
)
_CLOCKS: Kinds = frozenset(
    {
        *(e.ClockPaused, e.ClockResumed, e.ClocksReplaced, e.ClockWarned),
        *(e.ExtensionRequested, e.ExtensionDecided),
        *(e.HoldSet, e.HoldLifted),
        *(e.IncidentLinked, e.IncidentUnlinked),
    }
)
_CALLING: Kinds = _CLOCKS | frozenset(
    {e.CaseRaised, e.CaseInformed, e.UrgentReportOpened, e.UrgentReportStamped, e.CitizenGuided}
)
_GREW: Kinds = frozenset({e.CaseAbsorbed, e.MessagesMovedIn})
_GONE: Kinds = frozenset({e.CaseMerged, e.MessagesMovedOut})

_CONFLICT: Kinds = frozenset({e.ConflictMarked, e.ConflictCleared})

_FREED: Kinds = frozenset({e.CaseReleased})
_ALWAYS = _LOOKING | _EVIDENCE | _BESIDE | _AFTER | _CALLING
_TRIAGE = _ALWAYS | _INBOUND | _REPLIES | _SLEEP | _GREW | _FREED | _TOLD
_EVERYTHING: Kinds = frozenset(get_args(EventBody)) - {e.UnknownBody, e.CaseOpened}

HARMLESS: dict[Action, Kinds] = {
    Action.VIEW: _EVERYTHING,
    # A note or a tag belongs to the matter: it matters only where the matter went elsewhere.
    Action.NOTE: _EVERYTHING - _GONE,
    Action.TAG: _EVERYTHING - _GONE,
    Action.CLAIM: _ALWAYS | _INBOUND | _FACTS | _SENDING | _SLEEP | _GREW | _TOLD,
    Action.RELEASE: _EVERYTHING - _HOLDING - _HANDING - _GONE,
    Action.TAKE_OVER: _ALWAYS | _INBOUND | _FACTS | _REPLIES | _SLEEP | _GREW | _TOLD,
    Action.CLASSIFY: _TRIAGE | (_FACTS - {e.CaseClassified}),
    Action.PRIORITISE: _TRIAGE | (_FACTS - {e.PriorityChanged, e.EmergencyDismissed}),
    Action.LOCATE: _TRIAGE | (_FACTS - {e.PlaceSet}),
    Action.DATE: _TRIAGE | (_FACTS - {e.DeedTimed}),
    # What the citizen wrote meanwhile is compared by message (features F-02), see ``clashes``.
    Action.REPLY: _ALWAYS | _INBOUND | _FACTS | _SENDING | _SLEEP | _FREED,
    Action.SETTLE_REPLY: _EVERYTHING - _REPLIES - _GONE,
    Action.TRANSFER: _ALWAYS
    | _INBOUND
    | _SENDING
    | _SLEEP
    | _FREED
    | {e.PriorityChanged, e.EmergencyDismissed},
    Action.ANSWER_TRANSFER: _EVERYTHING - _HANDING - _ENDING - _GONE,
    Action.SNOOZE: _ALWAYS | _SENDING | _FACTS | _FREED,
    Action.CLOSE: _ALWAYS | _FREED | {e.ReplySent, e.CaseClassified, e.PlaceSet, e.DeedTimed},
    Action.REOPEN: _ALWAYS | _SENDING,
    Action.MERGE: _ALWAYS | _FACTS | _FREED | {e.ReplySent},
    Action.SPLIT: _ALWAYS | _INBOUND | _FACTS | _SENDING | _FREED,
    Action.REVEAL: _EVERYTHING - _HOLDING - _GONE - {e.CaseClassified},
    Action.EXPORT: _EVERYTHING - _GONE,
    # Keeping a matter from whom it concerns never waits for anything but another such decision.
    Action.RESTRICT_CONTACT: _EVERYTHING - _GONE,
    Action.SECRET: _EVERYTHING - _GONE,
    Action.MARK_CONFLICT: _EVERYTHING - _CONFLICT - _GONE,
    Action.SIGN_CLOSING: _ALWAYS | _SENDING | _FREED,
    Action.REVIEW: _ALWAYS | _SENDING,
    Action.ACKNOWLEDGE: _EVERYTHING - _GONE - {e.ReviewGiven},
    Action.SURVEY: _EVERYTHING - _ENDING - _GONE,
    Action.HAND_OVER: _EVERYTHING - _HOLDING - _HANDING - _ENDING - _GONE,
    Action.REPORT: _EVERYTHING - _GONE,
    # Two instructions stand beside each other.
    Action.INSTRUCT: _EVERYTHING - _GONE,
    # What somebody else entered meanwhile would be entered twice; what changed is told of in the entry itself.
    Action.NATIONAL: _EVERYTHING - _GONE - {e.NationalEntered},
    Action.HOLD: _EVERYTHING - _GONE - {e.CaseErased},
    Action.CLOCK: _EVERYTHING - _GONE - _ENDING - {e.CaseClassified},
    Action.GUIDE: _EVERYTHING - _GONE - _ENDING,
    # The whole list of a role is written anew: what somebody else put into it meanwhile must not be lost.
    Action.PEOPLE: _EVERYTHING - _PEOPLE - _GONE - _HANDING - {e.SecretSuspected, e.CaseErased},
}


def clashes(action: Action, since: Iterable[Event], actor: str, device: str) -> tuple[Event, ...]:
    """Return the events since the officer looked that make his action another one than he meant.

    What the same officer did at the same machine is known to him and never clashes.
    """
    harmless = HARMLESS[action]
    return tuple(
        event
        for event in since
        if (event.actor, event.device) != (actor, device)
        and (type(event.body) not in harmless or (action is Action.REPLY and _answered_elsewhere(event.body)))
    )


def _answered_elsewhere(body: EventBody) -> bool:
    """Return whether somebody answered the citizen outside this console (features F-06)."""
    return isinstance(body, e.MessageReceived) and body.message.direction is Direction.OUTBOUND
