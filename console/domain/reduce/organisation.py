"""Reorganisation (features W-05): what it changes in a case. Its clocks, holder and state stay."""

from console.domain import events as e
from console.domain.case import Case
from console.domain.events import Event
from console.domain.reduce.base import Changes, Rule


def _rehomed(_case: Case, _event: Event, body: e.CaseRehomed) -> Changes:
    return dict(unit=body.to_unit)


RULES: dict[type, Rule] = {e.CaseRehomed: _rehomed}
