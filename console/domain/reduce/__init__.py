"""The one reducer: ``apply(case, event) -> case``.

Pure and total: it never raises, and an event it does not know leaves the case as it is, one version on. Whether an
event *may* happen was decided before it was appended; here it has happened.
"""

from collections.abc import Iterable
from dataclasses import replace

from console.domain.case import Case
from console.domain.events import Event
from console.domain.reduce import (
    answers,
    cases,
    clocks,
    confidential,
    escalation,
    incidents,
    messages,
    moving,
    organisation,
    outside,
    people,
    register,
    replies,
    retention,
    reviews,
    transfers,
)
from console.domain.reduce.base import Rule


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


_RULES: dict[type, Rule] = (
    cases.RULES
    | messages.RULES
    | outside.RULES
    | people.RULES
    | register.RULES
    | replies.RULES
    | transfers.RULES
    | moving.RULES
    | confidential.RULES
    | reviews.RULES
    | escalation.RULES
    | clocks.RULES
    | answers.RULES
    | organisation.RULES
    | incidents.RULES
    | retention.RULES
)
