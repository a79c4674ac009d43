"""Merging cases and splitting them (features C-13): what each event changes in the case."""

from console.domain import events as e
from console.domain.case import Case, CaseState
from console.domain.events import Event
from console.domain.reduce.base import Changes, Rule


def _merged(_case: Case, event: Event, body: e.CaseMerged) -> Changes:
    return dict(
        state=CaseState.MERGED,
        merged_into=body.into_case,
        closed_at=event.at,
        unread=0,
        lease_until=0,
        emergency=None,
    )


def _absorbed(case: Case, event: Event, body: e.CaseAbsorbed) -> Changes:
    return dict(
        message_count=case.message_count + len(body.messages),
        last_activity_at=max(case.last_activity_at, event.at),
    )


def _moved_out(case: Case, _event: Event, body: e.MessagesMovedOut) -> Changes:
    changes: Changes = dict(message_count=max(0, case.message_count - len(body.messages)))
    if case.emergency is not None and case.emergency.message_id in body.messages:
        # It is seen again where the message went: that case's triage reads it.
        changes |= dict(emergency=None)
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


RULES: dict[type, Rule] = {
    e.CaseMerged: _merged,
    e.CaseAbsorbed: _absorbed,
    e.MessagesMovedOut: _moved_out,
    e.MessagesMovedIn: _moved_in,
}
