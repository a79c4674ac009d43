"""Who may not know of a case: what each event changes in the case."""

from console.domain import events as e
from console.domain.case import Case, CaseState, Conflict
from console.domain.events import Event
from console.domain.reduce.base import Changes, Rule


def _marked(case: Case, event: Event, body: e.ConflictMarked) -> Changes:
    # Whoever held it may be concerned: it goes back to the queue of those who may know of it.
    state = CaseState.NEW if case.state is CaseState.HELD else case.state
    conflict = Conflict(body.units, body.officers, body.reason, event.actor, event.at, body.routed_to)
    return dict(conflict=conflict, owner="", lease_until=0, state=state)


def _cleared(_case: Case, _event: Event, _body: e.ConflictCleared) -> Changes:
    return dict(conflict=None)


RULES: dict[type, Rule] = {e.ConflictMarked: _marked, e.ConflictCleared: _cleared}
