"""Who may not know of a case: what each event changes in the case."""

from dataclasses import replace

from console.domain import events as e
from console.domain.case import Case, CaseState, Conflict, ContactLimit, RevealRequest, Secret
from console.domain.events import Event
from console.domain.reduce.answers import answered
from console.domain.reduce.base import Changes, Rule


def _marked(case: Case, event: Event, body: e.ConflictMarked) -> Changes:
    # Whoever held it may be concerned: it goes back to the queue of those who may know of it.
    state = CaseState.NEW if case.state is CaseState.HELD else case.state
    conflict = Conflict(body.units, body.officers, body.reason, event.actor, event.at, body.routed_to)
    return dict(conflict=conflict, owner="", lease_until=0, state=state)


def _cleared(_case: Case, _event: Event, _body: e.ConflictCleared) -> Changes:
    return dict(conflict=None)


def _restricted(case: Case, event: Event, body: e.ContactRestricted) -> Changes:
    others = tuple(one for one in case.contact_limits if one.code != body.code)
    return dict(contact_limits=(*others, ContactLimit(body.code, body.words, event.actor, event.at)))


def _allowed(case: Case, _event: Event, body: e.ContactAllowed) -> Changes:
    return dict(contact_limits=tuple(one for one in case.contact_limits if one.code != body.code))


def _asked(case: Case, event: Event, body: e.RevealAsked) -> Changes:
    # Only the newest of an officer's requests counts.
    others = tuple(one for one in case.reveals if one.by != event.actor)
    return dict(reveals=(*others, RevealRequest(body.request_id, event.actor, body.reason, event.at)))


def _answered(case: Case, event: Event, body: e.RevealAnswered) -> Changes:
    def answer(one: RevealRequest) -> RevealRequest:
        if one.request_id != body.request_id:
            return one
        return replace(
            one,
            granted=body.granted,
            answered_by=event.actor,
            answered_at=event.at,
            answer=body.reason,
        )

    changes: Changes = dict(reveals=tuple(answer(one) for one in case.reveals))
    asked = next((one for one in case.reveals if one.request_id == body.request_id), None)
    if asked is None:
        return changes
    words = "" if body.granted else body.reason
    return changes | answered(
        case, event, "reveal", asked.request_id, asked.by, granted=body.granted, words=words
    )


def _revealed(case: Case, _event: Event, body: e.IdentityRevealed) -> Changes:
    return dict(
        reveals=tuple(
            replace(one, used=one.used or one.request_id == body.request_id) for one in case.reveals
        ),
        # Whoever used what he was allowed has read that he was.
        answers=tuple(one for one in case.answers if one.request_id != body.request_id),
    )


def _suspected(_case: Case, event: Event, body: e.SecretSuspected) -> Changes:
    return dict(secret=Secret(body.reason, event.actor, event.at))


def _phoned(case: Case, event: Event, body: e.SecretPhoned) -> Changes:
    if case.secret is None:
        return {}
    return dict(secret=replace(case.secret, phoned_to=body.to_whom, phoned_at=event.at))


def _handled(case: Case, _event: Event, body: e.SecretHandled) -> Changes:
    if case.secret is None:
        return {}
    return dict(secret=replace(case.secret, moved=True) if body.moved else None)


RULES: dict[type, Rule] = {
    e.ConflictMarked: _marked,
    e.ConflictCleared: _cleared,
    e.ContactRestricted: _restricted,
    e.ContactAllowed: _allowed,
    e.RevealAsked: _asked,
    e.RevealAnswered: _answered,
    e.IdentityRevealed: _revealed,
    e.SecretSuspected: _suspected,
    e.SecretPhoned: _phoned,
    e.SecretHandled: _handled,
}
