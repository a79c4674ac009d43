"""What actions and the review screen must know of a case's past: who handled it, what it was classified as, what left the desk."""

import json

from sqlalchemy import Connection, select

from console.cache import tables as t
from console.cache import tables_duty as d
from console.cache.rules import CatalogRules
from console.domain import events as e
from console.domain.case import Case
from console.domain.officer import SYSTEM
from console.domain.review import Check, Why, machine_checks
from console.record.tables import event as event_table
from console.record.tables import event_body

HANDLING = (
    e.CaseClaimed,
    e.CaseTakenOver,
    e.CaseClassified,
    e.PriorityChanged,
    e.PlaceSet,
    e.CaseSnoozed,
    e.ReplyQueued,
    e.ReplyApproved,
    e.ReplyCancelled,
    e.ReplyResolved,
    e.CaseTransferred,
    e.TransferAccepted,
    e.TransferReturned,
    e.ClosingProposed,
    e.ClosingSigned,
    e.ClosingRefused,
    e.CaseClosed,
    e.CaseMerged,
)
"""Whoever did one of these has handled the case. Looking, notes, tags and reviewing are no handling."""


def handlers_of(connection: Connection, case_id: str) -> frozenset[str]:
    """Return the officers who handled a case, and those it was handed to."""
    c = event_table.c
    kinds = [body.KIND for body in HANDLING]
    found = connection.execute(
        select(c.actor).distinct().where(c.case_id == case_id, c.kind.in_(kinds), c.actor != SYSTEM)
    ).scalars()
    given = (body["to_officer"] for body in _bodies(connection, case_id, e.CaseHandedOver.KIND))
    return frozenset((*found, *given))


def categories_ever(connection: Connection, case: Case) -> frozenset[str]:
    """Return all categories a person ever gave the case, the present one among them."""
    bodies = _bodies(connection, case.case_id, e.CaseClassified.KIND)
    known = {code for body in bodies for code in (body.get("category", ""), body.get("previous", ""))}
    return frozenset((known | {case.category}) - {""})


def tags_ever(connection: Connection, case: Case) -> frozenset[str]:
    """Return all tags a person ever put on the case, those that were taken off again among them."""
    put_on = (body.get("tag", "") for body in _bodies(connection, case.case_id, e.Tagged.KIND))
    return frozenset((*put_on, *case.tags)) - {""}


def _bodies(connection: Connection, case_id: str, kind: str) -> list[dict[str, str]]:
    rows = connection.execute(
        select(event_body.c.body)
        .join(event_table, event_table.c.seq == event_body.c.seq)
        .where(event_table.c.case_id == case_id, event_table.c.kind == kind)
        .order_by(event_table.c.seq)
    ).scalars()
    return [json.loads(row) for row in rows]


def was_in_sample(connection: Connection, case_id: str) -> bool:
    """Return whether the case was drawn before: closing it again does not lead out of the sample."""
    rows = connection.execute(select(d.review.c.reasons).where(d.review.c.case_id == case_id)).scalars()
    return any(Why.SAMPLE in reasons.split(",") for reasons in rows)


def checks_of(connection: Connection, case: Case, rules: CatalogRules, now_ms: int) -> tuple[Check, ...]:
    """Return what the machine finds in a case as it stood when it was closed; of the identity only a yes or no leaves here."""
    at = case.closed_at if not case.open else now_ms
    clocks = rules.clocks(case, case.priority, at)
    identity = connection.execute(
        select(t.identity.c.display_name, t.identity.c.phone, t.identity.c.zalo_user_id).where(
            t.identity.c.conversation_id == case.conversation_id
        )
    ).one_or_none()
    replies = connection.execute(select(t.reply.c.text).where(t.reply.c.case_id == case.case_id)).scalars()
    transfers = (body["reason"] for body in _bodies(connection, case.case_id, e.CaseTransferred.KIND))
    # To the citizen himself his own name may be written; what other units and print-outs get must not have it.
    numbers = tuple(identity[1:]) if identity else ()
    told = [(text, numbers) for text in replies]
    told += [(text, tuple(identity or ())) for text in (*transfers, case.close_reason)]
    return machine_checks(case, clocks, told)
