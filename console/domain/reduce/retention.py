"""Holding and erasing (features I-06): what each event changes in the case."""

from console.domain import events as e
from console.domain.case import Case, CaseState
from console.domain.events import Event
from console.domain.reduce.base import Changes, Rule


def _held(_case: Case, _event: Event, body: e.HoldSet) -> Changes:
    return dict(hold=body.reason)


def _lifted(_case: Case, _event: Event, _body: e.HoldLifted) -> Changes:
    return dict(hold="")


def _erased(case: Case, event: Event, body: e.CaseErased) -> Changes:
    """Make the case what its snapshot says, whatever of its history can still be read."""
    fresh = Case(case.case_id)
    whole = {name: getattr(fresh, name) for name in Case.__dataclass_fields__ if name not in _KEPT}
    return whole | dict(
        number=body.number,
        unit=body.unit,
        state=_STATES.get(body.state, CaseState.CLOSED),
        category=body.category,
        priority=body.priority,
        district=body.district,
        outcome=body.outcome,
        merged_into=body.merged_into,
        opened_at=body.opened_at,
        first_message_at=body.first_message_at,
        last_inbound_at=body.last_inbound_at,
        last_outbound_at=body.last_outbound_at,
        last_activity_at=body.closed_at,
        classified_at=body.classified_at,
        claimed_at=body.claimed_at,
        first_reply_at=body.first_reply_at,
        accepted_at=body.accepted_at,
        closed_at=body.closed_at,
        message_count=body.message_count,
        reopened=body.reopened,
        bounces=body.bounces,
        tags=body.tags,
        erased_at=event.at,
        ended_clocks=body.clocks,
    )


_STATES = {state.value: state for state in CaseState}
"""A state that a later version wrote is none of ours: what was erased had ended."""
_KEPT = frozenset({"case_id", "version", "conversation_id", "pseudonym"})
"""Fields that an erased case keeps by itself: the code that stands for the citizen says nothing without the identity."""

RULES: dict[type, Rule] = {
    e.HoldSet: _held,
    e.HoldLifted: _lifted,
    e.CaseErased: _erased,
}
