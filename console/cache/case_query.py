"""Reads of one case: facts, clocks, citizen without a name, suggestion, related cases, history, drafts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, select

from console.cache import incident_query, presence_query
from console.cache import tables as t
from console.cache.requests_query import told_of
from console.cache.rules import CatalogRules
from console.cache.thread_query import events, events_of_kinds, quoted
from console.cache.views import (
    CaseClock,
    CaseDetail,
    CitizenView,
    RelatedCase,
    SuggestionView,
)
from console.cache.visibility import Sight
from console.cache.window_query import conversation_window
from console.domain.case import Case
from console.domain.draft import DraftExtra, extra_from_text
from console.domain.event_json import KINDS, from_plain
from console.domain.events import AnswerSeen, CaseViewed, LeaseRenewed, MediaStored, MessageReceived
from console.domain.missing_info import Checklist, checklist
from console.domain.names import mask_name, mask_phone
from console.domain.trail import KINDS as TRAIL_KINDS
from console.domain.trail import trail

HISTORY_LIMIT = 30
_TOO_FREQUENT = {CaseViewed.KIND, AnswerSeen.KIND, LeaseRenewed.KIND, MediaStored.KIND, MessageReceived.KIND}
HISTORY_KINDS = frozenset(KINDS) - _TOO_FREQUENT

_CASE = select(t.case.c.body).where(t.case.c.case_id == bindparam("id"))
_OFFICER = select(func.trim(t.officer.c.rank + " " + t.officer.c.name)).where(
    t.officer.c.officer_id == bindparam("id")
)
_IDENTITY = select(t.identity).where(t.identity.c.conversation_id == bindparam("id"))
_SUGGESTION = select(t.suggestion).where(t.suggestion.c.case_id == bindparam("id"))
_DRAFTS = select(t.draft).where(
    t.draft.c.case_id == bindparam("id"), t.draft.c.officer == bindparam("officer")
)


@dataclass(frozen=True, slots=True)
class _OfCitizen:
    """The statements about the cases of one citizen, as they are there for one reader."""

    numbers: Select[str]
    count: Select[int]
    others: Select[Any]


# They run at each opening of a case: to put a statement together takes longer than to run it.
@lru_cache(maxsize=4)
def _of_citizen(sight: Sight) -> _OfCitizen:
    c = t.case.c
    his = c.conversation_id == bindparam("conversation")
    return _OfCitizen(
        select(c.number).where(his, *sight.barring()),
        select(func.count()).where(his, *sight.conditions()),
        select(t.case)
        .where(his, c.case_id != bindparam("id"), *sight.conditions())
        .order_by(c.last_activity_at.desc())
        .limit(5),
    )


def own_numbers(connection: Connection, case: Case, sight: Sight) -> frozenset[str]:
    """Return the numbers of a citizen's cases that may be named to him: those kept from the reader are as if not there."""
    found = connection.execute(_of_citizen(sight).numbers, {"conversation": case.conversation_id})
    return frozenset((case.number, *found.scalars()))


def load_case(connection: Connection, case_id: str) -> Case | None:
    """Return a case, or ``None`` if there is none with this id."""
    body = connection.execute(_CASE, {"id": case_id}).scalar()
    return from_plain(Case, json.loads(body)) if body else None


def detail(
    connection: Connection,
    case_id: str,
    *,
    officer: str,
    sight: Sight,
    rules: CatalogRules,
    names: Mapping[str, str],
    now_ms: int,
) -> CaseDetail | None:
    """Return all that is shown of a case, or ``None`` where it is not there or may not be read."""
    case = load_case(connection, case_id)
    if case is None or not sight.sees(case):
        return None
    drafts = {row.mode: row for row in connection.execute(_DRAFTS, {"id": case_id, "officer": officer}).all()}
    extra = extra_from_text(drafts["reply"].extra) if "reply" in drafts else DraftExtra()
    suggested = connection.execute(_SUGGESTION, {"id": case_id}).one_or_none()
    suggestion = _suggestion(suggested)
    priority = case.priority or (suggestion.priority if suggestion else "")
    category = case.category or (suggestion.category if suggestion else "")
    alike, banner = incident_query.related(connection, case, category, sight)
    if case.locked:
        # What may be a state secret is not read on, not even in the machine's reasons (domain.md §5.5).
        suggestion = replace(suggestion, reasons=()) if suggestion else None
        alike = tuple(replace(one, detail="") for one in alike)
    return CaseDetail(
        case,
        connection.execute(_OFFICER, {"id": case.owner}).scalar() or case.owner,
        conversation_window(connection, case.conversation_id, rules.zalo, now_ms),
        _clocks(case, priority, rules, now_ms),
        _citizen(connection, case, sight),
        suggestion,
        (*alike, *_related(connection, case, sight)),
        tuple(events(connection, case, HISTORY_KINDS, names, HISTORY_LIMIT, sight)),
        drafts["reply"].text if "reply" in drafts else "",
        drafts["note"].text if "note" in drafts else "",
        presence_query.of_cases(connection, [case_id], officer=officer, now_ms=now_ms).get(case_id, ()),
        _checklist(suggested, case, suggestion),
        banner=banner,
        trail=_trail(connection, case, names),
        draft_extra=extra,
        draft_quote="" if case.locked else quoted(connection, {extra.quote_id}).get(extra.quote_id, ""),
        own_numbers=own_numbers(connection, case, sight),
        told=tuple(told_of(connection, [case], sight, now_ms)),
        called=_called(connection, case),
    )


def _called(connection: Connection, case: Case) -> Mapping[str, str]:
    """Return the names of the officers that the register's facts tell of, by id; few cases have any."""
    ids = {who for one in case.instructions for who in (one.by, one.done_by) if who}
    ids |= {one.by for one in case.national} | ({case.assigned} if case.assigned else set())
    return {one: connection.execute(_OFFICER, {"id": one}).scalar() or one for one in sorted(ids)}


def _trail(connection: Connection, case: Case, names: Mapping[str, str]) -> str:
    if case.transfer is None and not case.raised:
        return ""
    return trail(events_of_kinds(connection, case.case_id, TRAIL_KINDS), names)


def _checklist(row: Row[Any] | None, case: Case, suggestion: SuggestionView | None) -> Checklist:
    category = case.category or (suggestion.category if suggestion else "")
    said = json.loads(row.body).get("ticks", ()) if row is not None else ()
    return checklist(category, said, placed=bool(case.place or case.district), tags=case.tags)


def _clocks(case: Case, priority: str, rules: CatalogRules, now_ms: int) -> tuple[CaseClock, ...]:
    return tuple(
        CaseClock(
            clock.policy_code,
            clock.label,
            clock.started_ms,
            clock.due_ms or 0,
            clock.done_ms or 0,
            clock.state,
            clock.share_used,
            clock.citation,
            clock.confidence,
            clock.kind,
            clock.ended_ms or 0,
            clock.owner or "",
        )
        for clock in rules.clocks(case, priority, now_ms)
    )


def _citizen(connection: Connection, case: Case, sight: Sight) -> CitizenView:
    row = connection.execute(_IDENTITY, {"id": case.conversation_id}).one_or_none()
    count = connection.execute(_of_citizen(sight).count, {"conversation": case.conversation_id}).scalar_one()
    if row is None:
        return CitizenView(case.pseudonym, "", "", None, None, count)
    return CitizenView(
        case.pseudonym,
        mask_name(row.display_name),
        mask_phone(row.phone) if row.phone else "",
        None if row.follower is None else bool(row.follower),
        None if row.under_age is None else bool(row.under_age),
        count,
    )


def _suggestion(row: Row[Any] | None) -> SuggestionView | None:
    if row is None or not (row.category or row.priority or row.district):
        return None
    more = json.loads(row.body)
    return SuggestionView(
        row.category,
        row.priority,
        row.district,
        row.unit,
        tuple(more.get("tags", ())),
        tuple(more.get("missing", ())),
        tuple(more.get("reasons", ())),
    )


def _related(connection: Connection, case: Case, sight: Sight) -> tuple[RelatedCase, ...]:
    parameters = {"conversation": case.conversation_id, "id": case.case_id}
    rows = connection.execute(_of_citizen(sight).others, parameters)
    return tuple(_related_case(row, "cùng người") for row in rows)


def _related_case(row: Row[tuple[object, ...]], why: str) -> RelatedCase:
    return RelatedCase(
        row.case_id, row.number, row.category, incident_query.snippet_of(row), why, bool(row.open)
    )
