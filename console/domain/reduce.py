"""The one reducer: ``apply(case, event) -> case``.

Pure and total: it never raises, and an event it does not know leaves the case as it is, one version on. Whether an
event *may* happen was decided before it was appended; here it has happened.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from console.domain import events as e
from console.domain.case import Case, CaseState, ReplyMark, ReplyState, Transfer, TransferState
from console.domain.events import Event
from console.domain.message import Direction, Message

Changes = dict[str, Any]
"""Fields of the case that an event changes, with their new values."""
Rule = Callable[[Case, Event, Any], Changes]


def apply(case: Case, event: Event) -> Case:
    """Return ``case`` as it is after ``event``."""
    rule = _RULES.get(type(event.body))
    changes = rule(case, event, event.body) if rule else {}
    return replace(case, version=event.case_version, **changes)


def fold(case_id: str, events: Iterable[Event]) -> Case:
    """Return the case its events make, from nothing."""
    case = Case(case_id)
    for event in events:
        case = apply(case, event)
    return case


def _opened(_case: Case, event: Event, body: e.CaseOpened) -> Changes:
    return dict(
        number=body.number,
        conversation_id=body.conversation_id,
        pseudonym=body.pseudonym,
        unit=event.unit,
        opened_at=event.at,
        last_activity_at=event.at,
        split_from=body.split_from,
    )


def _received(case: Case, _event: Event, body: e.MessageReceived) -> Changes:
    message = body.message
    if message.direction is Direction.OUTBOUND:
        return dict(
            message_count=case.message_count + 1,
            last_outbound_at=max(case.last_outbound_at, message.at),
            first_reply_at=case.first_reply_at or message.at,
            last_activity_at=max(case.last_activity_at, message.at),
        )
    return _with_inbound(case, message, reopens=body.reopens)


def _with_inbound(case: Case, message: Message, *, reopens: bool) -> Changes:
    newest = message.at >= case.last_inbound_at
    state = case.state
    if reopens and not case.open:
        state = CaseState.NEW
    return dict(
        state=state,
        owner="" if reopens and not case.open else case.owner,
        reopened=case.reopened + (1 if reopens and not case.open else 0),
        message_count=case.message_count + 1,
        unread=case.unread + 1,
        first_message_at=min(case.first_message_at or message.at, message.at),
        last_inbound_at=max(case.last_inbound_at, message.at),
        last_inbound_id=message.message_id if newest else case.last_inbound_id,
        last_activity_at=max(case.last_activity_at, message.at),
        snooze_until=0,
        snooze_reason="",
    )


def _viewed(case: Case, _event: Event, body: e.CaseViewed) -> Changes:
    # What came in while the case was being opened is not read yet.
    return dict(unread=0) if body.last_message_id in ("", case.last_inbound_id) else {}


def _claimed(case: Case, event: Event, body: e.CaseClaimed) -> Changes:
    return _held(case, event, body.lease_until)


def _taken_over(case: Case, event: Event, body: e.CaseTakenOver) -> Changes:
    return _held(case, event, body.lease_until)


def _held(case: Case, event: Event, lease_until: int) -> Changes:
    state = CaseState.HELD if case.state is CaseState.NEW else case.state
    return dict(
        owner=event.actor,
        lease_until=lease_until,
        state=state,
        claimed_at=case.claimed_at or event.at,
        snooze_until=0,
        snooze_reason="",
    )


def _renewed(case: Case, event: Event, body: e.LeaseRenewed) -> Changes:
    return dict(lease_until=body.lease_until) if case.owner == event.actor else {}


def _released(case: Case, _event: Event, _body: e.CaseReleased) -> Changes:
    state = CaseState.NEW if case.state is CaseState.HELD else case.state
    return dict(owner="", lease_until=0, state=state)


def _classified(case: Case, event: Event, body: e.CaseClassified) -> Changes:
    # Without a category: a person took the first one back.
    at = (case.classified_at or event.at) if body.category else 0
    return dict(category=body.category, classified_at=at)


def _prioritised(_case: Case, _event: Event, body: e.PriorityChanged) -> Changes:
    return dict(priority=body.priority)


def _located(_case: Case, _event: Event, body: e.PlaceSet) -> Changes:
    return dict(district=body.district, place=body.place)


def _tagged(case: Case, _event: Event, body: e.Tagged) -> Changes:
    return {} if body.tag in case.tags else dict(tags=(*case.tags, body.tag))


def _untagged(case: Case, _event: Event, body: e.Untagged) -> Changes:
    return dict(tags=tuple(tag for tag in case.tags if tag != body.tag))


def _reply_state(state: ReplyState) -> Rule:
    def change(case: Case, event: Event, body: Any) -> Changes:
        return _mark(case, body.reply_id, state, event.at)

    return change


def _reply_queued(case: Case, event: Event, body: e.ReplyQueued) -> Changes:
    state = ReplyState.AWAITING_APPROVAL if body.needs_approval else ReplyState.QUEUED
    return _mark(case, body.reply_id, state, event.at) | dict(
        last_activity_at=max(case.last_activity_at, event.at)
    )


def _reply_sent(case: Case, event: Event, body: e.ReplySent) -> Changes:
    return _mark(case, body.reply_id, ReplyState.SENT, event.at) | dict(
        last_outbound_at=max(case.last_outbound_at, body.sent_at),
        first_reply_at=case.first_reply_at or body.sent_at,
    )


def _reply_resolved(case: Case, event: Event, body: e.ReplyResolved) -> Changes:
    if not body.arrived:
        return _mark(case, body.reply_id, ReplyState.NOT_SENT, event.at)
    mark = next((m for m in case.replies if m.reply_id == body.reply_id), None)
    at = mark.at if mark else event.at
    return _mark(case, body.reply_id, ReplyState.CONFIRMED, event.at) | dict(
        last_outbound_at=max(case.last_outbound_at, at),
        first_reply_at=case.first_reply_at or at,
    )


def _mark(case: Case, reply_id: str, state: ReplyState, at: int) -> Changes:
    kept = tuple(m for m in case.replies if m.reply_id != reply_id)
    return dict(replies=(*kept, ReplyMark(reply_id, state, at)))


def _transferred(case: Case, event: Event, body: e.CaseTransferred) -> Changes:
    transfer = Transfer(
        body.transfer_id, case.unit, body.to_unit, event.actor, body.reason, event.at, body.due_at
    )
    infos = tuple(dict.fromkeys((*case.info_units, *body.info_units)))
    return dict(transfer=transfer, info_units=infos, state=CaseState.TRANSFERRED)


def _accepted(case: Case, event: Event, body: e.TransferAccepted) -> Changes:
    transfer = case.transfer
    if transfer is None or transfer.transfer_id != body.transfer_id:
        return {}
    done = replace(transfer, state=TransferState.ACCEPTED, answered_by=event.actor, answered_at=event.at)
    return dict(
        transfer=done,
        unit=transfer.to_unit,
        state=CaseState.NEW,
        owner="",
        lease_until=0,
        accepted_at=case.accepted_at or event.at,
    )


def _returned(case: Case, event: Event, body: e.TransferReturned) -> Changes:
    transfer = case.transfer
    if transfer is None or transfer.transfer_id != body.transfer_id:
        return {}
    done = replace(
        transfer,
        state=TransferState.RETURNED,
        answered_by=event.actor,
        answered_at=event.at,
        answer_reason=body.reason,
    )
    state = CaseState.HELD if case.owner else CaseState.NEW
    return dict(transfer=done, state=state)


def _snoozed(_case: Case, _event: Event, body: e.CaseSnoozed) -> Changes:
    return dict(snooze_until=body.until, snooze_reason=body.reason)


def _woken(_case: Case, _event: Event, _body: e.CaseWoken) -> Changes:
    return dict(snooze_until=0, snooze_reason="")


def _closed(_case: Case, event: Event, body: e.CaseClosed) -> Changes:
    return dict(
        state=CaseState.CLOSED,
        closed_at=event.at,
        outcome=body.outcome,
        close_reason=body.reason,
        snooze_until=0,
        snooze_reason="",
        lease_until=0,
    )


def _reopened(case: Case, _event: Event, _body: e.CaseReopened) -> Changes:
    return dict(state=CaseState.NEW, owner="", lease_until=0, reopened=case.reopened + 1)


def _merged(_case: Case, event: Event, body: e.CaseMerged) -> Changes:
    return dict(
        state=CaseState.MERGED, merged_into=body.into_case, closed_at=event.at, unread=0, lease_until=0
    )


def _absorbed(case: Case, event: Event, body: e.CaseAbsorbed) -> Changes:
    return dict(
        message_count=case.message_count + len(body.messages),
        last_activity_at=max(case.last_activity_at, event.at),
    )


def _moved_out(case: Case, _event: Event, body: e.MessagesMovedOut) -> Changes:
    changes: Changes = dict(message_count=max(0, case.message_count - len(body.messages)))
    if body.last_at >= 0:
        changes |= dict(last_inbound_at=body.last_at, last_inbound_id=body.last_inbound_id)
    return changes


def _moved_in(case: Case, _event: Event, body: e.MessagesMovedIn) -> Changes:
    return dict(
        message_count=case.message_count + len(body.messages),
        first_message_at=min(case.first_message_at or body.first_at, body.first_at),
        last_inbound_at=max(case.last_inbound_at, body.last_at),
        last_inbound_id=body.last_inbound_id or case.last_inbound_id,
        last_outbound_at=max(case.last_outbound_at, body.last_outbound_at),
        last_activity_at=max(case.last_activity_at, body.last_at),
        unread=case.unread + body.unread,
    )


_RULES: dict[type, Rule] = {
    e.CaseOpened: _opened,
    e.MessageReceived: _received,
    e.CaseViewed: _viewed,
    e.CaseClaimed: _claimed,
    e.LeaseRenewed: _renewed,
    e.CaseReleased: _released,
    e.CaseTakenOver: _taken_over,
    e.CaseClassified: _classified,
    e.PriorityChanged: _prioritised,
    e.PlaceSet: _located,
    e.Tagged: _tagged,
    e.Untagged: _untagged,
    e.ReplyQueued: _reply_queued,
    e.ReplyApproved: _reply_state(ReplyState.QUEUED),
    e.ReplyCancelled: _reply_state(ReplyState.CANCELLED),
    e.ReplyPermitted: _reply_state(ReplyState.PERMITTED),
    e.ReplySent: _reply_sent,
    e.ReplyRejected: _reply_state(ReplyState.REJECTED),
    e.ReplyUnknown: _reply_state(ReplyState.UNKNOWN),
    e.ReplyResolved: _reply_resolved,
    e.CaseTransferred: _transferred,
    e.TransferAccepted: _accepted,
    e.TransferReturned: _returned,
    e.CaseSnoozed: _snoozed,
    e.CaseWoken: _woken,
    e.CaseClosed: _closed,
    e.CaseReopened: _reopened,
    e.CaseMerged: _merged,
    e.CaseAbsorbed: _absorbed,
    e.MessagesMovedOut: _moved_out,
    e.MessagesMovedIn: _moved_in,
}
