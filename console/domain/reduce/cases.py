"""What officers do with a case as such: what each event changes in the case."""

from console.domain import events as e
from console.domain.case import URGENT, Case, CaseState, EmergencySign
from console.domain.events import Event
from console.domain.reduce.base import Changes, Rule


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
        free_since=0,
        raised=0,
        snooze_until=0,
        snooze_reason="",
    )


def _renewed(case: Case, event: Event, body: e.LeaseRenewed) -> Changes:
    return dict(lease_until=body.lease_until, raised=0) if case.owner == event.actor else {}


def _released(case: Case, event: Event, _body: e.CaseReleased) -> Changes:
    state = CaseState.NEW if case.state is CaseState.HELD else case.state
    return dict(owner="", lease_until=0, state=state, free_since=event.at, raised=0)


def _classified(case: Case, event: Event, body: e.CaseClassified) -> Changes:
    # Without a category: a person took the first one back.
    at = (case.classified_at or event.at) if body.category else 0
    return dict(category=body.category, classified_at=at)


def _prioritised(case: Case, event: Event, body: e.PriorityChanged) -> Changes:
    changes: Changes = dict(priority=body.priority, emergency=None)
    if body.priority == URGENT and not case.urgent_at:
        changes |= dict(urgent_at=event.at)
    if not case.owner and case.open and body.priority != case.priority:
        # Whoever gave it another priority saw it just now; the ladder counts from there.
        changes |= dict(free_since=event.at, raised=0)
    return changes


def _emergency_seen(_case: Case, event: Event, body: e.EmergencySeen) -> Changes:
    return dict(emergency=EmergencySign(body.message_id, event.at))


def _emergency_dismissed(_case: Case, _event: Event, _body: e.EmergencyDismissed) -> Changes:
    return dict(emergency=None)


def _located(_case: Case, _event: Event, body: e.PlaceSet) -> Changes:
    return dict(district=body.district, place=body.place)


def _tagged(case: Case, _event: Event, body: e.Tagged) -> Changes:
    return {} if body.tag in case.tags else dict(tags=(*case.tags, body.tag))


def _untagged(case: Case, _event: Event, body: e.Untagged) -> Changes:
    return dict(tags=tuple(tag for tag in case.tags if tag != body.tag))


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
        closing=None,
        fix_by=0,
        emergency=None,
    )


def _reopened(case: Case, event: Event, _body: e.CaseReopened) -> Changes:
    return dict(
        state=CaseState.NEW,
        owner="",
        lease_until=0,
        reopened=case.reopened + 1,
        closed_at=0,  # an end that was taken back ends no clock
        free_since=event.at,
        raised=0,
    )


RULES: dict[type, Rule] = {
    e.CaseOpened: _opened,
    e.CaseViewed: _viewed,
    e.CaseClaimed: _claimed,
    e.LeaseRenewed: _renewed,
    e.CaseReleased: _released,
    e.CaseTakenOver: _taken_over,
    e.CaseClassified: _classified,
    e.PriorityChanged: _prioritised,
    e.EmergencySeen: _emergency_seen,
    e.EmergencyDismissed: _emergency_dismissed,
    e.PlaceSet: _located,
    e.Tagged: _tagged,
    e.Untagged: _untagged,
    e.CaseSnoozed: _snoozed,
    e.CaseWoken: _woken,
    e.CaseClosed: _closed,
    e.CaseReopened: _reopened,
}
