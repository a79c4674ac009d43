"""Reviews and surveys as rows."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, update
from sqlalchemy.dialects.sqlite import insert as upsert

from console.cache import tables_duty as t
from console.domain import events as e
from console.domain.case import Case
from console.domain.events import Event
from console.domain.review import Verdict
from console.domain.survey import survey_reply_id

PENDING, NOT_DRAWN, WITHDRAWN = "cho", "khong-trung", "rut"
"""States of a review beside the verdicts: waiting; closed but not reviewed; the case was opened again before."""
ASKED, SKIPPED, ANSWERED = "da-hoi", "bo-qua", "da-tra-loi"
NOT_LET = "khong-duyet"
"""The rule by which nobody was asked because a second officer did not let it go."""


def _seeded(connection: Connection, _case: Case | None, event: Event, body: e.ReviewSeeded) -> None:
    connection.execute(
        upsert(t.review_seed)
        .values(period=body.period, seed=body.seed, at=event.at)
        .on_conflict_do_nothing(index_elements=["period"])
    )


def _drawn(connection: Connection, _case: Case | None, event: Event, body: e.ReviewDrawn) -> None:
    # The case was opened again before anybody reviewed it: what counts now is how it was closed this time.
    connection.execute(
        update(t.review)
        .where(t.review.c.case_id == event.case_id, t.review.c.state == PENDING)
        .values(state=WITHDRAWN)
    )
    connection.execute(
        insert(t.review).values(
            review_id=body.review_id,
            case_id=event.case_id,
            period=body.period,
            drawn=body.drawn,
            sample_limit=body.limit,
            reasons=",".join(body.reasons),
            handler=body.handler,
            closed_at=event.at,
            due_at=body.due_at,
            state=PENDING if body.reasons else NOT_DRAWN,
        )
    )


def _given(connection: Connection, _case: Case | None, event: Event, body: e.ReviewGiven) -> None:
    connection.execute(
        update(t.review)
        .where(t.review.c.review_id == body.review_id)
        .values(
            state=body.verdict,
            verdict_id=body.verdict_id,
            reviewer=event.actor,
            decided_at=event.at,
            comment=body.comment,
            findings=",".join(body.findings),
            failed=",".join(body.failed),
            fix_by=body.fix_by,
            acknowledged_at=0,
            acknowledged="",
        )
    )


def _acknowledged(
    connection: Connection, _case: Case | None, event: Event, body: e.ReviewAcknowledged
) -> None:
    connection.execute(
        update(t.review)
        .where(t.review.c.review_id == body.review_id, t.review.c.verdict_id == body.verdict_id)
        .values(acknowledged_at=event.at, acknowledged=body.words)
    )


def _survey(connection: Connection, case: Case | None, event: Event, **values: Any) -> None:
    values = dict(decided_by=event.actor, decided_at=event.at) | values
    facts = dict(unit=event.unit, category=case.category if case else "")
    connection.execute(
        upsert(t.survey)
        .values(case_id=event.case_id, **facts, **values)
        .on_conflict_do_update(index_elements=["case_id"], set_=values)
    )


def _asked(connection: Connection, case: Case | None, event: Event, body: e.SurveyAsked) -> None:
    _survey(connection, case, event, state=ASKED, reply_id=body.reply_id, version=body.version)


def _skipped(connection: Connection, case: Case | None, event: Event, body: e.SurveySkipped) -> None:
    _survey(connection, case, event, state=SKIPPED, rule=body.rule, reason=body.reason)


def _cancelled(connection: Connection, _case: Case | None, event: Event, body: e.ReplyCancelled) -> None:
    """Note that a survey somebody had to let go, or that was taken back, asked nobody after all."""
    if body.reply_id != survey_reply_id(event.case_id):
        return
    connection.execute(
        update(t.survey)
        .where(t.survey.c.case_id == event.case_id, t.survey.c.state == ASKED)
        .values(state=SKIPPED, reply_id="", rule=NOT_LET, reason=body.reason, decided_by=event.actor)
    )


def _answered(connection: Connection, _case: Case | None, event: Event, body: e.SurveyAnswered) -> None:
    connection.execute(
        update(t.survey)
        .where(t.survey.c.case_id == event.case_id)
        .values(
            state=ANSWERED,
            score=body.score,
            answered_at=event.at,
            message_id=body.message_id,
            low=int(body.low),
        )
    )


def _followed(connection: Connection, _case: Case | None, event: Event, _body: e.SurveyFollowed) -> None:
    connection.execute(
        update(t.survey).where(t.survey.c.case_id == event.case_id).values(followed_at=event.at)
    )


HANDLERS: Mapping[type, Any] = {
    e.ReplyCancelled: _cancelled,
    e.ReviewSeeded: _seeded,
    e.ReviewDrawn: _drawn,
    e.ReviewGiven: _given,
    e.ReviewAcknowledged: _acknowledged,
    e.SurveyAsked: _asked,
    e.SurveySkipped: _skipped,
    e.SurveyAnswered: _answered,
    e.SurveyFollowed: _followed,
}
DECIDED = frozenset(verdict.value for verdict in Verdict)
