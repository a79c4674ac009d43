"""Reads of the queue: which cases, in which order, and the rows that are painted."""

import json
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Integer,
    Row,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
)
from sqlalchemy import case as sql_case

from console.cache import filter_terms, presence_query
from console.cache import tables as t
from console.cache import tables_duty as duty
from console.cache.case_rows import NO_DUE
from console.cache.filter_terms import NOW, of_categories
from console.cache.views import Counts, Group, MediaState, Place, QueueFilter, QueueRow, View
from console.cache.visibility import Sight
from console.cache.window_query import outbound_times, quota_answers, refusals, window_of
from console.domain.case import SECRET_TAG, URGENT, TransferState
from console.domain.clock import DAY_MS, HOUR_MS
from console.domain.confidentiality import LOCKED_TEXT
from console.domain.message import MessageType
from console.domain.missing_info import WANTED, Checklist, checklist
from console.domain.review import Verdict
from console.domain.window import ZaloRules

UTC_PLUS_7_MS = 7 * HOUR_MS
URGENT_RANK = 1
TODAY: BindParameter[int] = bindparam("today", type_=Integer)
_GROUPS = tuple(Group)
"""By number; asking the enumeration costs more than all else of a place."""
_OF_OPEN = tuple(view for view in View if view not in (View.UNENTERED, View.DONE))
"""The views that are counted among the open cases."""


def start_of_day(now_ms: int) -> int:
    """Return the last midnight in Vietnam, in UTC ms."""
    return (now_ms + UTC_PLUS_7_MS) // DAY_MS * DAY_MS - UTC_PLUS_7_MS


def places(
    connection: Connection,
    wanted: QueueFilter,
    *,
    officer: str,
    sight: Sight,
    now_ms: int,
    only: Iterable[str] | None = None,
) -> list[Place]:
    """Return where the cases of a queue stand, in order; with ``only``, just those of them that are in it."""
    times: dict[str, Any] = {"now": now_ms, "today": start_of_day(now_ms)}
    # Typed filters are as many as there are words; the few that are clicked come again and again.
    put_together = _place_statement if wanted.terms else _kept_statement
    statement = put_together(wanted, officer, sight, some=only is not None)
    found = connection.execute(statement, times if only is None else times | {"only": list(only)})
    return [Place(_GROUPS[g], o, i) for g, o, i in found.all()]


def _place_statement(wanted: QueueFilter, officer: str, sight: Sight, *, some: bool) -> Select[int, int, str]:
    group, order = _group(wanted)
    conditions = _conditions(wanted, officer=officer, sight=sight)
    if some:
        conditions.append(t.case.c.case_id.in_(bindparam("only", expanding=True)))
    # By their names: written out a second time, SQLite would work them out a second time for every row.
    columns = group.label("place_group"), order.label("place_order"), t.case.c.case_id
    return select(*columns).where(*conditions).order_by(*columns)


@lru_cache(maxsize=32)
def _kept_statement(wanted: QueueFilter, officer: str, sight: Sight, *, some: bool) -> Select[int, int, str]:
    return _place_statement(wanted, officer, sight, some=some)


def _group(wanted: QueueFilter) -> tuple[ColumnElement[int], ColumnElement[int]]:
    c = t.case.c
    if wanted.view is View.DONE:
        return sql_case((c.closed_at >= TODAY, int(Group.TODAY)), else_=int(Group.OLDER)), -c.closed_at
    asleep = c.snooze_until > NOW
    group = sql_case(
        (asleep, int(Group.OLDER)),
        (c.priority_rank == URGENT_RANK, int(Group.URGENT)),
        (c.due_at <= NOW, int(Group.LATE)),
        (or_(c.soon_at <= NOW, c.snooze_until > 0), int(Group.SOON)),
        (c.last_inbound_at >= TODAY, int(Group.TODAY)),
        else_=int(Group.OLDER),
    )
    # What was put off until now stands at the head of what is due soon, or among what is late by its own time (B-08); danger
    # keeps its own order.
    order = sql_case(
        (
            and_(c.snooze_until.between(1, NOW), c.priority_rank != URGENT_RANK, c.due_at > NOW),
            c.snooze_until,
        ),
        (or_(asleep, c.due_at >= NO_DUE), NO_DUE + c.last_inbound_at),
        else_=c.due_at,
    )
    return group, order


def _conditions(wanted: QueueFilter, *, officer: str, sight: Sight) -> list[ColumnElement[bool]]:
    c = t.case.c
    conditions = [_in_view(wanted.view, officer, sight), *sight.conditions()]
    if wanted.categories:
        conditions.append(of_categories(wanted.categories))
    if wanted.unit:
        conditions.append(or_(c.unit == wanted.unit, c.transfer_to == wanted.unit))
    if wanted.tag:
        tagged = select(t.case_tag.c.case_id).where(t.case_tag.c.tag == wanted.tag)
        conditions.append(c.case_id.in_(tagged))
    conditions.extend(filter_terms.condition(term, officer=officer) for term in wanted.terms)
    return conditions


def _in_view(view: View, officer: str, sight: Sight) -> ColumnElement[bool]:
    c = t.case.c
    ours = (
        sight.answering()
    )  # what a unit was only told of calls nobody there and is no work of its (features E-02)
    awake = c.snooze_until <= NOW
    conditions: dict[View, ColumnElement[bool]] = {
        View.NEW: and_(c.open == 1, c.state == "new", c.owner == "", awake, ours),
        View.MINE: and_(c.open == 1, c.owner == officer),
        View.OVERDUE: and_(c.open == 1, c.due_at <= NOW, awake, ours),
        View.WAITING: and_(c.open == 1, c.answered == 1),
        View.TRANSFERRED: and_(c.open == 1, c.transfer_to != ""),
        # A survey is asked after closing, and some must be let go by a second officer.
        View.REVIEW: c.awaiting_approval > 0,
        View.UNENTERED: and_(c.unentered == 1, ours),
        View.DONE: and_(c.open == 0, c.state == "closed"),
        View.ALL_OPEN: c.open == 1,
    }
    return conditions[view]


_ROWS = (
    select(
        t.case,
        t.suggestion.c.category.label("guess_category"),
        t.suggestion.c.priority.label("guess_priority"),
        t.suggestion.c.body.label("guess_body"),
        t.officer.c.name.label("owner_name"),
    )
    .join(t.suggestion, t.suggestion.c.case_id == t.case.c.case_id, isouter=True)
    .join(t.officer, t.officer.c.officer_id == t.case.c.owner, isouter=True)
    .where(t.case.c.case_id.in_(bindparam("ids", expanding=True)))
)
_TAGS = select(t.case_tag.c.case_id, t.case_tag.c.tag).where(
    t.case_tag.c.case_id.in_(bindparam("ids", expanding=True))
)
_LOW = select(duty.survey.c.case_id, duty.survey.c.score).where(
    duty.survey.c.case_id.in_(bindparam("ids", expanding=True)),
    duty.survey.c.low == 1,
    duty.survey.c.followed_at == 0,
)
# What a reviewer wants put right, until the case is ended again: by then he sees it anew.
_FIX_BY = (
    select(duty.review.c.case_id, func.min(duty.review.c.fix_by))
    .join(t.case, t.case.c.case_id == duty.review.c.case_id)
    .where(
        duty.review.c.case_id.in_(bindparam("ids", expanding=True)),
        duty.review.c.fix_by > 0,
        duty.review.c.state.in_([Verdict.RETURNED.value, Verdict.REOPENED.value]),
        or_(t.case.c.open == 1, duty.review.c.acknowledged_at == 0),
    )
    .group_by(duty.review.c.case_id)
)
_DRAFTS = select(t.draft.c.case_id).where(
    t.draft.c.case_id.in_(bindparam("ids", expanding=True)), t.draft.c.officer == bindparam("officer")
)
# Given up, or still tried again after a failure: either way nobody can look at it now.
_LOST = (
    select(t.message.c.case_id, func.count())
    .join(t.attachment, t.attachment.c.message_id == t.message.c.message_id)
    .join(
        t.media_task,
        and_(
            t.media_task.c.message_id == t.attachment.c.message_id,
            t.media_task.c.number == t.attachment.c.number,
        ),
        isouter=True,
    )
    .where(
        t.message.c.case_id.in_(bindparam("ids", expanding=True)),
        or_(t.attachment.c.state == MediaState.LOST.value, t.media_task.c.attempts > 0),
    )
    .group_by(t.message.c.case_id)
)


def rows(
    connection: Connection,
    case_ids: Sequence[str],
    *,
    officer: str,
    sight: Sight,
    zalo: ZaloRules,
    now_ms: int,
    sealed: Container[str] = (),
) -> list[QueueRow]:
    """Return the rows of these cases in the order asked for; a case that may not be read is left out.

    ``sealed`` are those of the cases whose every look is kept (``covering.sealed_of``).
    """
    ids = list(case_ids)
    found = {row.case_id: row for row in connection.execute(_ROWS.where(*sight.conditions()), {"ids": ids})}
    tags: dict[str, list[str]] = {}
    for case_id, tag in connection.execute(_TAGS, {"ids": ids}):
        tags.setdefault(case_id, []).append(tag)
    drafts = set(connection.execute(_DRAFTS, {"ids": ids, "officer": officer}).scalars())
    lost: dict[str, int] = dict(connection.execute(_LOST, {"ids": ids}).all())
    conversations = [row.conversation_id for row in found.values()]
    sent = outbound_times(connection, conversations)
    quotas = quota_answers(connection, conversations)
    others = presence_query.of_cases(connection, ids, officer=officer, now_ms=now_ms)
    refused = refusals(connection, conversations)
    scores: dict[str, int] = dict(connection.execute(_LOW, {"ids": ids}).all())
    fixes: dict[str, int] = dict(connection.execute(_FIX_BY, {"ids": ids}).all())
    result = []
    for case_id in ids:
        row = found.get(case_id)
        if row is None:
            continue
        window = window_of(
            row.last_inbound_at,
            sent.get(row.conversation_id, []),
            quotas.get(row.conversation_id),
            zalo,
            now_ms,
            refused.get(row.conversation_id, ()),
        )
        body = json.loads(row.body)
        transfer = body["transfer"]
        result.append(
            QueueRow(
                case_id=case_id,
                number=row.number,
                pseudonym=row.pseudonym,
                category=row.category,
                suggested_category=row.guess_category or "",
                # What the machine sees now stands above what a person had said before.
                priority="" if body.get("emergency") else body["priority"],
                suggested_priority=URGENT if body.get("emergency") else row.guess_priority or "",
                unit=row.unit,
                tags=tuple(sorted(tags.get(case_id, ()))),
                snippet=row.snippet if SECRET_TAG not in tags.get(case_id, ()) else LOCKED_TEXT,
                snippet_type=MessageType(row.snippet_type or "text"),
                last_at=row.last_inbound_at or row.last_activity_at,
                unread=row.unread,
                owner=row.owner,
                owner_name=row.owner_name or row.owner,
                lease_until=body["lease_until"],
                started_at=row.started_at,
                soon_at=_time(row.soon_at),
                due_at=_time(row.due_at),
                clock_label=row.clock_label,
                window_until=window.closes_at,
                free_left=window.free_left,
                answered=bool(row.answered),
                open=bool(row.open),
                transfer_to=transfer["to_unit"] if transfer else "",
                transfer_state=TransferState(transfer["state"]) if transfer else None,
                snooze_until=row.snooze_until,
                has_draft=case_id in drafts,
                unknown_replies=row.unknown_replies,
                media_failed=lost.get(case_id, 0),
                others=others.get(case_id, ()),
                checklist=_checklist(row, body, tags.get(case_id, ())),
                raised=body.get("raised", 0),
                low_score=scores.get(case_id, 0),
                fix_by=fixes.get(case_id, 0),
                sealed=row.case_id in sealed,
            )
        )
    return result


_KINDS = (
    select(t.case.c.case_id, t.case.c.category, t.suggestion.c.category.label("guess"))
    .join(t.suggestion, t.suggestion.c.case_id == t.case.c.case_id, isouter=True)
    .where(t.case.c.case_id.in_(bindparam("ids", expanding=True)))
)


def kinds(connection: Connection, case_ids: Sequence[str], sight: Sight) -> dict[str, str]:
    """Return the category of each of these cases that may be read, the suggested one while nobody has said it."""
    found = connection.execute(_KINDS.where(*sight.conditions()), {"ids": list(case_ids)})
    return {case_id: category or guess or "" for case_id, category, guess in found}


def _checklist(row: Row[tuple[object, ...]], body: Mapping[str, Any], tags: Sequence[str]) -> Checklist:
    """Return what a case's report tells and what not; only kinds of report have one (features B-04)."""
    category = row.category or row.guess_category or ""
    if category not in WANTED:
        return Checklist()
    said = json.loads(row.guess_body).get("ticks", ()) if row.guess_body else ()
    return checklist(category, said, placed=bool(body["place"] or body["district"]), tags=tags)


def _time(at: int) -> int:
    return 0 if at >= NO_DUE else at


def counts(connection: Connection, *, officer: str, sight: Sight, now_ms: int) -> Counts:
    """Return the numbers of the rail; «đã xử lý» counts what was closed today."""
    times = {"now": now_ms, "today": start_of_day(now_ms)}
    of_open, done, review, unentered, units, tags = (
        connection.execute(statement, times) for statement in _counting(officer, sight)
    )
    row = of_open.one()
    views: dict[View, int] = {view: int(getattr(row, view.name)) for view in _OF_OPEN}
    views[View.REVIEW] += review.scalar_one()
    views[View.UNENTERED] = unentered.scalar_one()
    views[View.DONE] = done.scalar_one()
    return Counts(views, dict(units.all()), dict(tags.all()), int(row.urgent))


@lru_cache(maxsize=4)
def _counting(officer: str, sight: Sight) -> tuple[Select[Any], ...]:
    """Return the statements of ``counts``: to put them together takes longer than to run them, and they run all day."""
    c = t.case.c
    readable = sight.conditions()
    urgent = and_(c.priority_rank == URGENT_RANK, c.owner == "", c.state == "new", sight.answering())
    shown = {view.name: _in_view(view, officer, sight) for view in _OF_OPEN}
    of_open = select(
        *(
            func.coalesce(func.sum(sql_case((condition, 1), else_=0)), 0).label(name)
            for name, condition in (*shown.items(), ("urgent", urgent))
        )
    ).where(c.open == 1, *readable)
    done = select(func.count()).where(c.open == 0, c.state == "closed", c.closed_at >= TODAY, *readable)
    review = select(func.count()).where(c.open == 0, c.awaiting_approval > 0, *readable)
    unentered = select(func.count()).where(_in_view(View.UNENTERED, officer, sight), *readable)
    units = select(c.unit, func.count()).where(c.open == 1, *readable).group_by(c.unit)
    # Not a join: SQLite would read every tagged case whole.
    tags = (
        select(t.case_tag.c.tag, func.count())
        .where(t.case_tag.c.case_id.in_(select(c.case_id).where(c.open == 1, *readable)))
        .group_by(t.case_tag.c.tag)
    )
    return of_open, done, review, unentered, units, tags
