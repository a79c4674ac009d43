"""Incidents (features A-10): what each event changes in the case."""

from console.domain import events as e
from console.domain.case import Case
from console.domain.events import Event
from console.domain.reduce.base import Changes, Rule


def _linked(_case: Case, _event: Event, body: e.IncidentLinked) -> Changes:
    return dict(incident=body.incident_id)


def _unlinked(case: Case, _event: Event, body: e.IncidentUnlinked) -> Changes:
    return dict(incident="") if case.incident == body.incident_id else {}


RULES: dict[type, Rule] = {
    e.IncidentLinked: _linked,
    e.IncidentUnlinked: _unlinked,
}
