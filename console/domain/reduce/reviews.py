"""Second signatures, reviews and surveys: what each event changes in the case."""

from console.domain import events as e
from console.domain.case import Case, CaseState, Closing
from console.domain.events import Event
from console.domain.reduce.answers import answered
from console.domain.reduce.base import Changes, Rule
from console.domain.review import Verdict


def _proposed(_case: Case, event: Event, body: e.ClosingProposed) -> Changes:
    return dict(
        closing=Closing(body.proposal_id, event.actor, event.at, body.outcome, body.reason, body.rule)
    )


def _settled(
    case: Case, event: Event, body: e.ClosingSigned | e.ClosingRefused | e.ClosingWithdrawn
) -> Changes:
    closing = case.closing
    if closing is None or closing.proposal_id != body.proposal_id:
        return {}
    changes: Changes = dict(closing=None)
    if isinstance(body, e.ClosingWithdrawn):
        return changes
    words = body.reason if isinstance(body, e.ClosingRefused) else ""
    granted = isinstance(body, e.ClosingSigned)
    return changes | answered(
        case, event, "closing", closing.proposal_id, closing.by, granted=granted, words=words
    )


def _given(case: Case, event: Event, body: e.ReviewGiven) -> Changes:
    """Give a case that must be put right back to who handled it; what is to be done anew goes to the queue."""
    if body.corrects and case.open:
        return dict(fix_by=body.fix_by)
    if body.verdict == Verdict.PASSED or case.state is CaseState.MERGED:
        return {}
    again = body.verdict == Verdict.REOPENED
    owner = "" if again else body.handler
    changes: Changes = dict(
        state=CaseState.HELD if owner else CaseState.NEW,
        owner=owner,
        lease_until=0,
        reopened=case.reopened + (1 if case.state is CaseState.CLOSED else 0),
        fix_by=body.fix_by,
    )
    if not owner:
        # From now on it waits for somebody, and the ladder counts.
        changes |= dict(free_since=event.at, raised=0)
    # An end that does not hold ends no clock: what the law asks for is still owed, from the day the matter came.
    return changes | dict(closed_at=0) if again else changes


def _asked(_case: Case, event: Event, _body: e.SurveyAsked) -> Changes:
    return dict(survey_at=event.at)


def _answered(_case: Case, _event: Event, _body: e.SurveyAnswered) -> Changes:
    return dict(survey_at=0)


def _handed_over(case: Case, _event: Event, body: e.CaseHandedOver) -> Changes:
    state = CaseState.HELD if case.state is CaseState.NEW else case.state
    changes: Changes = dict(owner=body.to_officer, lease_until=body.lease_until, state=state)
    # Before assignments had an event of their own they were told by their reason alone.
    return changes | dict(assigned=body.to_officer) if body.reason == e.ASSIGNING else changes


RULES: dict[type, Rule] = {
    e.ClosingProposed: _proposed,
    e.ClosingSigned: _settled,
    e.ClosingRefused: _settled,
    e.ClosingWithdrawn: _settled,
    e.ReviewGiven: _given,
    e.SurveyAsked: _asked,
    e.SurveyAnswered: _answered,
    e.CaseHandedOver: _handed_over,
}
