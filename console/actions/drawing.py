"""What a closing means for review, decided in the transaction that closes and signed by the program (features H-01, H-02)."""

import secrets
from dataclasses import replace

from sqlalchemy import select

from console.actions.desk import Desk, Done
from console.cache import tables_duty as d
from console.cache.review_reads import categories_ever, was_in_sample
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.calendar import local_date
from console.domain.ids import derived_id
from console.domain.officer import SYSTEM
from console.domain.review import Why, draw
from console.domain.subject import subject

TOPIC = "review"


def draw_review(tx: Transaction, desk: Desk, done: Done, handler: str = "") -> Done:
    """Note for a case that was just closed whether it is reviewed; other acts pass through as they are.

    ``handler`` is who answers for how it was closed where that is not the one who closed.

    Nobody can choose: what makes the sample is a random number that was in the log before, and the case's id.
    """
    closed = next((x for x in done.events if isinstance(x.body, e.CaseClosed)), None)
    if closed is None or done.duplicate:
        return done
    case = tx.case(closed.case_id)
    assert case is not None
    policy = desk.catalog.review
    period = local_date(tx.now_ms).strftime("%Y-%m")
    drawn = draw(_seed(tx, desk, period), case.case_id)
    reasons = policy.reasons(categories_ever(tx.connection, case), case.outcome, drawn)
    if not reasons and was_in_sample(tx.connection, case.case_id):
        reasons = (Why.SAMPLE,)
    body = e.ReviewDrawn(
        derived_id("review", closed.event_id),
        period,
        drawn,
        policy.sample_per_mille,
        tuple(reason.value for reason in reasons),
        handler or closed.actor,
        policy.due_at(tx.now_ms),
    )
    answer = tx.add(case.case_id, body, actor=SYSTEM, unit=case.unit)
    return replace(done, version=answer.version)


def _seed(tx: Transaction, desk: Desk, period: str) -> str:
    known = tx.connection.execute(
        select(d.review_seed.c.seed).where(d.review_seed.c.period == period)
    ).scalar()
    if known:
        return str(known)
    seed = secrets.token_hex(16)
    unit = desk.catalog.default_desk().code
    tx.add(subject(TOPIC), e.ReviewSeeded(period, seed), actor=SYSTEM, unit=unit)
    return seed
