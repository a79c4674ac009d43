"""What was answered to an officer's request stands in the case until he has read it (features G-07, I-02, H-06, C-12)."""

from console.domain import events as e
from console.domain.case import Answer, Case
from console.domain.events import Event
from console.domain.officer import SYSTEM
from console.domain.reduce.base import Changes, Rule


def answered(
    case: Case,
    event: Event,
    kind: str,
    request_id: str,
    to: str,
    *,
    granted: bool,
    words: str = "",
    code: str = "",
    until: int = 0,
) -> Changes:
    """Return the change that lets an answer stand; what one answers oneself, or the program asked, needs no telling."""
    if to in ("", SYSTEM, event.actor):
        return {}
    made = Answer(request_id, kind, to, event.actor, event.at, granted, words, code, until)
    return dict(answers=(*(one for one in case.answers if one.request_id != request_id), made))


def _seen(case: Case, event: Event, body: e.AnswerSeen) -> Changes:
    return dict(
        answers=tuple(
            one for one in case.answers if (one.request_id, one.to) != (body.request_id, event.actor)
        )
    )


RULES: dict[type, Rule] = {e.AnswerSeen: _seen}
