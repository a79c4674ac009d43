"""The life of one reply (reliability.md §4.4): what each event changes in the case."""

from typing import Any

from console.domain import events as e
from console.domain.case import Case, ReplyMark, ReplyState
from console.domain.events import Event
from console.domain.reduce.answers import answered
from console.domain.reduce.base import Changes, Rule
from console.domain.survey import survey_reply_id


def _reply_state(state: ReplyState) -> Rule:
    def change(case: Case, event: Event, body: Any) -> Changes:
        return _mark(case, body.reply_id, state, event.at)

    return change


def _reply_queued(case: Case, event: Event, body: e.ReplyQueued) -> Changes:
    state = ReplyState.AWAITING_APPROVAL if body.needs_approval else ReplyState.QUEUED
    return _mark(case, body.reply_id, state, event.at, event.actor) | dict(
        last_activity_at=max(case.last_activity_at, event.at)
    )


def _reply_sent(case: Case, event: Event, body: e.ReplySent) -> Changes:
    return _mark(case, body.reply_id, ReplyState.SENT, event.at) | dict(
        last_outbound_at=max(case.last_outbound_at, body.sent_at),
        first_reply_at=case.first_reply_at or body.sent_at,
    )


def _reply_cancelled(case: Case, event: Event, body: e.ReplyCancelled) -> Changes:
    changes = _mark(case, body.reply_id, ReplyState.CANCELLED, event.at)
    before = next((m for m in case.replies if m.reply_id == body.reply_id), None)
    if before is not None and before.state is ReplyState.AWAITING_APPROVAL and body.reason:
        changes |= answered(case, event, "reply", body.reply_id, before.by, granted=False, words=body.reason)
    # A survey that was not let go asked nobody: no answer is waited for.
    return changes | dict(survey_at=0) if body.reply_id == survey_reply_id(case.case_id) else changes


def _reply_resolved(case: Case, event: Event, body: e.ReplyResolved) -> Changes:
    if not body.arrived:
        return _mark(case, body.reply_id, ReplyState.NOT_SENT, event.at)
    mark = next((m for m in case.replies if m.reply_id == body.reply_id), None)
    at = mark.at if mark else event.at
    return _mark(case, body.reply_id, ReplyState.CONFIRMED, event.at) | dict(
        last_outbound_at=max(case.last_outbound_at, at),
        first_reply_at=case.first_reply_at or at,
    )


def _mark(case: Case, reply_id: str, state: ReplyState, at: int, by: str = "") -> Changes:
    kept = tuple(m for m in case.replies if m.reply_id != reply_id)
    asked = by or next((m.by for m in case.replies if m.reply_id == reply_id), "")
    return dict(replies=(*kept, ReplyMark(reply_id, state, at, asked)))


RULES: dict[type, Rule] = {
    e.ReplyQueued: _reply_queued,
    e.ReplyApproved: _reply_state(ReplyState.QUEUED),
    e.ReplyCancelled: _reply_cancelled,
    e.ReplyPermitted: _reply_state(ReplyState.PERMITTED),
    e.ReplySent: _reply_sent,
    e.ReplyRejected: _reply_state(ReplyState.REJECTED),
    e.ReplyUnknown: _reply_state(ReplyState.UNKNOWN),
    e.ReplyResolved: _reply_resolved,
}
