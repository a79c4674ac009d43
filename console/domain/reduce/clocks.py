"""Pausing and extending clocks (features G-04, G-07): what each event changes in the case."""

from dataclasses import replace

from console.domain import events as e
from console.domain.case import Case, ClockPause, Extension, ExtensionState
from console.domain.events import Event
from console.domain.reduce.answers import answered
from console.domain.reduce.base import Changes, Rule


def _paused(case: Case, event: Event, body: e.ClockPaused) -> Changes:
    if any(pause.code == body.code and not pause.until for pause in case.pauses):
        return {}
    return dict(pauses=(*case.pauses, ClockPause(body.code, event.at, 0, body.reason)))


def _resumed(case: Case, event: Event, body: e.ClockResumed) -> Changes:
    return dict(pauses=resumed(case, event.at, body.code))


def resumed(case: Case, at_ms: int, code: str = "") -> tuple[ClockPause, ...]:
    """Return the pauses with the open ones of a clock ended; of all clocks without ``code``."""
    return tuple(
        replace(pause, until=max(at_ms, pause.at)) if not pause.until and code in ("", pause.code) else pause
        for pause in case.pauses
    )


def _requested(case: Case, event: Event, body: e.ExtensionRequested) -> Changes:
    asked = Extension(body.extension_id, body.code, body.due_at, body.until, body.reason, event.actor)
    return dict(extensions=(*case.extensions, asked))


def _decided(case: Case, event: Event, body: e.ExtensionDecided) -> Changes:
    asked = next(
        (
            x
            for x in case.extensions
            if x.extension_id == body.extension_id and x.state is ExtensionState.ASKED
        ),
        None,
    )
    if asked is None:
        return {}
    state = ExtensionState.GRANTED if body.granted else ExtensionState.REFUSED
    decided = replace(asked, state=state, decided_by=event.actor, decided_at=event.at, document=body.document)
    changes: Changes = dict(extensions=tuple(decided if x is asked else x for x in case.extensions))
    return changes | answered(
        case,
        event,
        "extension",
        asked.extension_id,
        asked.by,
        granted=body.granted,
        words=body.document if body.granted else body.reason,
        code=asked.code,
        until=asked.until if body.granted else asked.due_at,
    )


def _warned(case: Case, _event: Event, body: e.ClockWarned) -> Changes:
    return dict(warned=(*case.warned, f"{body.code}/{body.due_at}/{body.days}"))


RULES: dict[type, Rule] = {
    e.ClockPaused: _paused,
    e.ClockResumed: _resumed,
    e.ExtensionRequested: _requested,
    e.ExtensionDecided: _decided,
    e.ClockWarned: _warned,
}
