"""Reads of the review screen, and the figures of reviews and surveys for reports."""

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Row, func, select

from console.cache import tables as t
from console.cache import tables_duty as d
from console.cache.case_query import load_case
from console.cache.duty_views import (
    Acknowledgement,
    ReviewRow,
    ReviewSheet,
    SampleFigures,
    SurveyFigures,
    Unsigned,
)
from console.cache.officer_rows import officer_names
from console.cache.projections.reviews import ANSWERED, ASKED, PENDING, SKIPPED
from console.cache.review_reads import checks_of, handlers_of
from console.cache.rules import CatalogRules
from console.cache.thread_query import MESSAGE_LIMIT, events, thread
from console.cache.views import EventItem, ThreadItem
from console.cache.visibility import Sight
from console.domain import events as e
from console.domain.case import OUTCOME_NAMES, Case, CaseState
from console.domain.event_json import KINDS, from_plain
from console.domain.officer import SYSTEM
from console.domain.review import Verdict, Why, draw
from console.domain.sentence import joined, sentence
from console.record.tables import event

MOST = 500
CLOCK_KIND = "clock"
_SEEN_ELSEWHERE = {
    e.MessageReceived,
    e.ReplyQueued,
    e.ReplyPermitted,
    e.ReplySent,
    e.ReplyRejected,
    e.ReplyUnknown,
    e.NoteAdded,
    e.MediaStored,
    e.LeaseRenewed,
    e.ReviewSeeded,
}
TIMELINE_KINDS = frozenset(kind for kind, body in KINDS.items() if body not in _SEEN_ELSEWHERE)
"""All that is told beside messages, replies and notes, looks among it: what the officer did and saw when (features H-04)."""


def rows(
    connection: Connection, sight: Sight, rules: CatalogRules, now_ms: int, only: str = ""
) -> list[ReviewRow]:
    """Return what waits for a reviewer or a second signature, oldest first; of one case with ``only``."""
    names = officer_names(connection)
    entries = [*_reviews(connection, sight, names, now_ms, only)]
    entries += _proposals(connection, sight, rules, names, now_ms, only)
    return sorted(entries, key=lambda row: (row.since, row.number))


def _reviews(
    connection: Connection, sight: Sight, names: Mapping[str, str], now_ms: int, only: str
) -> list[ReviewRow]:
    c = t.case.c
    statement = (
        select(d.review, c.body)
        .join(t.case, c.case_id == d.review.c.case_id)
        .where(d.review.c.state == PENDING, c.state == CaseState.CLOSED.value, *sight.conditions())
        .order_by(d.review.c.closed_at)
        .limit(MOST)
    )
    if only:
        statement = statement.where(d.review.c.case_id == only)
    found = []
    for row in connection.execute(statement):
        case: Case = from_plain(Case, json.loads(row.body))
        reasons = tuple(row.reasons.split(","))
        outcome = _outcome_words(case.outcome, case.close_reason)
        times = (row.closed_at, row.due_at)
        found.append(_row(case, row.review_id, False, outcome, row.handler, names, times, reasons, now_ms))
    return found


def _proposals(
    connection: Connection,
    sight: Sight,
    rules: CatalogRules,
    names: Mapping[str, str],
    now_ms: int,
    only: str,
) -> list[ReviewRow]:
    c = t.case.c
    statement = select(c.body).where(c.open == 1, c.awaiting_approval > 0, *sight.conditions()).limit(MOST)
    if only:
        statement = statement.where(c.case_id == only)
    words = {rule.code: rule.reason_vi for rule in rules.catalog.review.signatures}
    found = []
    for body in connection.execute(statement).scalars():
        case: Case = from_plain(Case, json.loads(body))
        closing = case.closing
        if closing is None:
            continue
        summary = _outcome_words(closing.outcome, closing.reason)
        times = (closing.at, rules.catalog.review.due_at(closing.at))
        reasons = (words.get(closing.rule, closing.rule),)
        found.append(
            _row(case, closing.proposal_id, True, summary, closing.by, names, times, reasons, now_ms)
        )
    return found


def _row(
    case: Case,
    ref: str,
    is_proposal: bool,
    summary: str,
    handler: str,
    names: Mapping[str, str],
    times: tuple[int, int],
    reasons: tuple[str, ...],
    now_ms: int,
) -> ReviewRow:
    since, due_at = times
    return ReviewRow(
        case.case_id,
        ref,
        is_proposal,
        case.number,
        case.pseudonym,
        case.category,
        case.priority,
        case.unit,
        case.tags,
        summary,
        handler,
        names.get(handler, sentence("Hệ thống") if handler == SYSTEM else handler),
        since,
        due_at,
        reasons,
        due_at <= now_ms,
    )


def _outcome_words(outcome: str, reason: str) -> str:
    known = {str(one): name for one, name in OUTCOME_NAMES.items()}
    return joined(": ", (known.get(outcome, outcome), reason))


def waiting(connection: Connection, sight: Sight) -> int:
    """Return how many reviews wait."""
    c = t.case.c
    statement = (
        select(func.count())
        .select_from(d.review)
        .join(t.case, c.case_id == d.review.c.case_id)
        .where(d.review.c.state == PENDING, c.state == CaseState.CLOSED.value, *sight.conditions())
    )
    return int(connection.execute(statement).scalar_one())


def sheet(
    connection: Connection,
    row: ReviewRow,
    *,
    officer: str,
    sight: Sight,
    rules: CatalogRules,
    names: Mapping[str, str],
    now_ms: int,
) -> ReviewSheet | None:
    """Return all of one entry, or ``None`` where it is gone or not there for the reader."""
    case = load_case(connection, row.case_id)
    if case is None or not sight.sees(case):
        return None
    people = officer_names(connection)
    handlers = handlers_of(connection, case.case_id)
    closing = case.closing
    transfer = case.transfer
    district = rules.catalog.districts.get(case.district)
    return ReviewSheet(
        row,
        case,
        _timeline(connection, case, rules, dict(names) | people, now_ms, sight),
        checks_of(connection, case, rules, now_ms),
        tuple(sorted(people.get(one, one) for one in handlers)),
        (closing.by == officer if closing else officer in handlers),
        closing.outcome if closing else case.outcome,
        closing.reason if closing else case.close_reason,
        case.last_outbound_at,
        transfer.to_unit if transfer else "",
        ", ".join(filter(None, (case.place, district.name if district else ""))),
        tuple(events(connection, case, frozenset({e.ReviewGiven.KIND}), names, 20, sight)),
    )


def _timeline(
    connection: Connection,
    case: Case,
    rules: CatalogRules,
    names: Mapping[str, str],
    now_ms: int,
    sight: Sight,
) -> tuple[ThreadItem, ...]:
    """Return the thread with all that happened beside it, and where its clocks stood."""
    items = thread(connection, case, names, sight, kinds=TIMELINE_KINDS, limit=MESSAGE_LIMIT)
    at = case.closed_at if not case.open else now_ms
    last = max((item.seq for item in items), default=0)
    clocks = []
    for number, clock in enumerate(rules.clocks(case, case.priority, at), start=1):
        ended = clock.done_ms if clock.done_ms is not None else (clock.due_ms if clock.due_ms <= at else 0)
        if not ended:
            continue
        kept = clock.done_ms is not None and clock.done_ms <= clock.due_ms
        words = joined(": ", (clock.label, sentence("đúng hạn") if kept else sentence("quá hạn")))
        clocks.append(EventItem(last + number, ended, CLOCK_KIND, sentence("Đồng hồ"), words))
    return tuple(sorted((*items, *clocks), key=lambda item: (item.at, item.seq)))


def unacknowledged(connection: Connection, officer: str, sight: Sight) -> list[Acknowledgement]:
    """Return the findings about an officer's work that he has not acknowledged, oldest first."""
    r, c = d.review.c, t.case.c
    found = connection.execute(
        select(r.case_id, r.review_id, r.comment, r.findings, r.fix_by, c.number)
        .join(t.case, c.case_id == r.case_id)
        .where(
            r.handler == officer,
            r.state.in_([Verdict.RETURNED.value, Verdict.REOPENED.value]),
            r.acknowledged_at == 0,
            *sight.conditions(),
        )
        .order_by(r.decided_at)
        .limit(MOST)
    )
    return [
        Acknowledgement(
            row.case_id,
            row.review_id,
            row.number,
            row.comment,
            tuple(code for code in row.findings.split(",") if code),
            row.fix_by,
        )
        for row in found
    ]


def unsigned(connection: Connection, officer: str, sight: Sight) -> list[Unsigned]:
    """Return the ends an officer proposed that nobody signs, until he does something in the case again (H-06)."""
    c, log = t.case.c, event.c
    refused = (
        select(func.max(log.seq))
        .where(log.case_id == c.case_id, log.kind == e.ClosingRefused.KIND)
        .scalar_subquery()
    )
    touched = (
        select(func.coalesce(func.max(log.seq), 0))
        .where(log.case_id == c.case_id, log.actor == officer)
        .scalar_subquery()
    )
    rows = connection.execute(
        select(c.case_id, c.number, refused.label("seq"))
        .where(c.open == 1, c.owner == officer, refused > touched, *sight.conditions())
        .order_by(c.number)
    )
    return [Unsigned(row.case_id, row.number, row.seq) for row in rows]


def sample_figures(connection: Connection, sight: Sight) -> list[SampleFigures]:
    """Return what was drawn of the cases that are there for the reader, newest month first.

    ``sampled`` is counted anew from the seed and the cases' ids, so that a draw that was tampered with would not agree.
    """
    seeds = connection.execute(select(d.review_seed).order_by(d.review_seed.c.period.desc())).all()
    return [_sample(connection, seed, sight) for seed in seeds]


def _sample(connection: Connection, seed: Row[tuple[object, ...]], sight: Sight) -> SampleFigures:
    drawn = connection.execute(
        select(d.review.c.case_id, d.review.c.reasons, d.review.c.sample_limit).where(
            d.review.c.period == seed.period, d.review.c.case_id.in_(sight.case_ids())
        )
    ).all()
    rest = [row for row in drawn if not set(row.reasons.split(",")) - {Why.SAMPLE.value, ""}]
    sampled = sum(draw(seed.seed, row.case_id) < row.sample_limit for row in rest)
    limit = max((row.sample_limit for row in drawn), default=0)
    return SampleFigures(
        seed.period, seed.seed, len(drawn), len(drawn) - len(rest), len(rest), sampled, limit
    )


def survey_figures(connection: Connection, sight: Sight, since: int, until: int) -> SurveyFigures:
    """Return what came of the surveys that were decided in a span of time (UTC ms, the end excluded)."""
    s = d.survey.c
    found: Sequence[Row[tuple[object, ...]]] = connection.execute(
        select(d.survey).where(s.decided_at >= since, s.decided_at < until, s.case_id.in_(sight.case_ids()))
    ).all()
    scores: dict[int, int] = {}
    by_rule: dict[str, int] = {}
    by_officer: dict[str, int] = {}
    for row in found:
        if row.state == ANSWERED:
            scores[row.score] = scores.get(row.score, 0) + 1
        elif row.state == SKIPPED and row.rule:
            by_rule[row.rule] = by_rule.get(row.rule, 0) + 1
        elif row.state == SKIPPED:
            by_officer[row.decided_by] = by_officer.get(row.decided_by, 0) + 1
    return SurveyFigures(
        sum(row.state in (ASKED, ANSWERED) for row in found),
        sum(scores.values()),
        sum(bool(row.low) for row in found),
        sum(bool(row.low and row.followed_at) for row in found),
        scores,
        by_rule,
        by_officer,
    )
