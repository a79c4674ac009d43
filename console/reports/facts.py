"""Read what reports know of cases, once for a period."""

import json
from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, func, select

from console.cache import tables as t
from console.cache.rules import CatalogRules
from console.cache.tables_duty import survey
from console.cache.views import MediaState
from console.cache.visibility import Sight
from console.domain.case import Case
from console.domain.case_facts import CaseFacts
from console.domain.event_json import from_plain
from console.domain.figures import Statistics, SurveyFigures, count
from console.domain.message import Direction
from console.domain.period import Period

SUMMARY_CHARS = 240
_MANY = 400


def read_period(
    connection: Connection,
    rules: CatalogRules,
    sight: Sight,
    period: Period,
    now_ms: int,
    unit: str = "",
) -> list[CaseFacts]:
    """Return the cases numbered in a period that an officer may know of, by number.

    Args:
        connection: a reader; the statements run in one read transaction if the caller opened one.
        rules: the catalogue with calendar and clocks.
        sight: who reads.
        period: local days; a case belongs to the day its number was given.
        now_ms: the present, for clocks.
        unit: only cases of this unit and those below it; "" for all.

    """
    opened = func.json_extract(t.case.c.body, "$.opened_at")
    found = read_where(connection, rules, sight, now_ms, [opened >= period.from_ms, opened < period.to_ms])
    return [facts for facts in found if not unit or rules.catalog.is_within(facts.case.unit, unit)]


def read_case(
    connection: Connection, rules: CatalogRules, sight: Sight, number: str, now_ms: int
) -> CaseFacts | None:
    """Return one case by its number, or ``None`` if there is none that the officer may know of."""
    return next(iter(read_where(connection, rules, sight, now_ms, [t.case.c.number == number])), None)


def read_late(connection: Connection, rules: CatalogRules, sight: Sight, now_ms: int) -> list[CaseFacts]:
    """Return the open cases whose nearest clock has run out, whenever they were numbered."""
    found = read_where(connection, rules, sight, now_ms, [t.case.c.open == 1, t.case.c.due_at <= now_ms])
    return [facts for facts in found if facts.late]


def read_where(
    connection: Connection,
    rules: CatalogRules,
    sight: Sight,
    now_ms: int,
    conditions: Sequence[ColumnElement[bool]],
) -> list[CaseFacts]:
    """Return the cases that meet ``conditions`` on ``tables.case`` and that an officer may know of, by number."""
    suggested = t.suggestion.c.priority
    rows = connection.execute(
        select(t.case.c.body, suggested)
        .join(t.suggestion, t.suggestion.c.case_id == t.case.c.case_id, isouter=True)
        .where(*conditions, *sight.conditions())
        .order_by(t.case.c.number)
    ).all()
    cases = [(from_plain(Case, json.loads(row.body)), row.priority or "") for row in rows]
    ids = [case.case_id for case, _ in cases]
    words, counts = _first_words(connection, ids), _attachments(connection, ids)
    return [
        CaseFacts(
            case,
            case.priority or guessed,
            words.get(case.case_id, ""),
            counts.get(case.case_id, 0),
            rules.clocks(case, case.priority or guessed, now_ms),
        )
        for case, guessed in cases
    ]


def _first_words(connection: Connection, case_ids: Sequence[str]) -> dict[str, str]:
    """Return the beginning of the first inbound text of each case."""
    m = t.message.c
    found: dict[str, str] = {}
    for ids in _chunks(case_ids):
        rows = connection.execute(
            select(m.case_id, m.text)
            .where(m.case_id.in_(ids), m.direction == Direction.INBOUND.value, m.text != "")
            .order_by(m.case_id, m.at, m.seq)
        )
        for row in rows:
            text = " ".join(row.text[: SUMMARY_CHARS * 2].split())
            known = found.get(row.case_id, "")
            if len(known) < SUMMARY_CHARS:
                found[row.case_id] = f"{known} {text}".strip()[:SUMMARY_CHARS]
    return found


def _attachments(connection: Connection, case_ids: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for ids in _chunks(case_ids):
        rows = connection.execute(
            select(t.message.c.case_id, func.count().label("n"))
            .join(t.attachment, t.attachment.c.message_id == t.message.c.message_id)
            .where(t.message.c.case_id.in_(ids), t.attachment.c.state != MediaState.NONE.value)
            .group_by(t.message.c.case_id)
        )
        found |= {row.case_id: row.n for row in rows}
    return found


def _chunks(items: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(items), _MANY):
        yield items[start : start + _MANY]


def read_survey(
    connection: Connection, sight: Sight, period: Period, unit: Collection[str] = ()
) -> SurveyFigures:
    """Return the survey's answers of a period, of cases an officer may know of.

    Args:
        connection: a reader.
        sight: who reads.
        period: an answer belongs to the day it was given, a question or skip to the day of that.
        unit: only these units; all where it is empty.

    """
    s = survey.c
    where = [s.case_id.in_(sight.case_ids())]
    if unit:
        where.append(s.unit.in_(sorted(unit)))
    decided = (s.decided_at >= period.from_ms, s.decided_at < period.to_ms)
    answered = (s.answered_at >= period.from_ms, s.answered_at < period.to_ms)
    scores = connection.execute(
        select(s.score, func.count().label("n")).where(*where, *answered, s.score > 0).group_by(s.score)
    )
    skips = connection.execute(
        select(s.rule, func.count().label("n"))
        .where(*where, *decided, s.reply_id == "", s.rule != "")
        .group_by(s.rule)
    )
    return SurveyFigures(
        connection.execute(select(func.count()).where(*where, *decided, s.reply_id != "")).scalar() or 0,
        {row.score: row.n for row in scores},
        {row.rule: row.n for row in skips},
        connection.execute(
            select(func.count()).where(*where, *answered, s.low == 1, s.followed_at == 0)
        ).scalar()
        or 0,
    )


def read_statistics(
    connection: Connection, rules: CatalogRules, sight: Sight, period: Period, now_ms: int, unit: str = ""
) -> Statistics:
    """Return the figures of a period and of the one before it; see ``read_period`` for the arguments."""
    before = period.before()
    facts = read_period(connection, rules, sight, period, now_ms, unit)
    earlier = read_period(connection, rules, sight, before, now_ms, unit)
    late = read_late(connection, rules, sight, now_ms)
    units = {code for code in rules.catalog.units if rules.catalog.is_within(code, unit)} if unit else set()
    return Statistics(
        count(facts, period),
        count(earlier, before),
        read_survey(connection, sight, period, units),
        read_survey(connection, sight, before, units),
        tuple(facts),
        tuple(one for one in late if not units or one.case.unit in units),
        now_ms,
    )
