"""Read what reports know of cases, once for a period.

Nothing here says who told of a case: his name and numbers, as far as the store knows them, are covered wherever somebody
wrote them down, in the citizen's own words too (domain.md §5.1, §5.2). What may be a state secret is not read at all. Accused
and victims are named in the register and the intake slip alone, to who may know them (``Sight.knows_people``).

Which numbers stand in a register: ADR
--------------------------------------
The register (sổ tiếp nhận) must be gap-free, and a case in conflict must not be known to those it concerns. Both hold so:

* A register of the whole province, printed by somebody who sees the whole province, has a line for every number that was
  given in the period. Where the case is not there for the printer the line says «Dòng bị ẩn» and nothing else: no number,
  day, kind, unit or name. Such lines are the same for a tố cáo as for a matter about the printer himself, so that one tells
  nobody whether it is about him. That a number was given can be told from its neighbours in any gap-free register; that is
  what gap-free means, and it is all that can be told.
* A register of one unit, or by an officer of one unit, is an extract (trích sổ): its numbers have gaps anyway, so nothing
  stands in place of what he may not know of, and the head says that it is an extract.
* Figures, lists, slips, search and everything else leave such a case out without a trace; official totals are made by
  somebody whose sight is whole (the inspectorate, the command).
"""

import json
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select
from sqlalchemy import case as case_when

from console.cache import tables as t
from console.cache.identity_marks import marks_of_many
from console.cache.people_query import people_of_many, without_source
from console.cache.projections.reviews import SKIPPED
from console.cache.rules import CatalogRules
from console.cache.tables_duty import survey
from console.cache.views import MediaState
from console.cache.visibility import Sight
from console.domain import events as e
from console.domain.calendar import local_date
from console.domain.case import Case
from console.domain.case_facts import CaseFacts
from console.domain.confidentiality import shown_text
from console.domain.crime import Paper
from console.domain.event_json import from_plain
from console.domain.figures import Statistics, SurveyCase, SurveyFigures, count
from console.domain.masking import mask_source
from console.domain.message import Direction
from console.domain.period import Period
from console.record.tables import event as event_table
from console.record.tables import event_body

SUMMARY_CHARS = 240
BY_OFFICER = "can-bo"
"""The rule under which skips of officers are counted."""
_READ_CHARS = 2 * SUMMARY_CHARS
"""So much is read for a summary, so that no number is cut in two before it is covered."""
_MANY = 400


def read_period(
    connection: Connection,
    rules: CatalogRules,
    sight: Sight,
    period: Period,
    now_ms: int,
    unit: str = "",
    *,
    named: bool = False,
) -> list[CaseFacts]:
    """Return the cases numbered in a period that an officer may know of, by number.

    Args:
        connection: a reader; the statements run in one read transaction if the caller opened one.
        rules: the catalogue with calendar and clocks.
        sight: who reads.
        period: local days; a case belongs to the day its number was given.
        now_ms: the present, for clocks.
        unit: only cases of this unit and those below it; "" for all.
        named: whether accused and victims are wanted, too, of the cases whose people the officer may know.

    """
    opened = func.json_extract(t.case.c.body, "$.opened_at")
    asked = [opened >= period.from_ms, opened < period.to_ms]
    found = read_where(connection, rules, sight, now_ms, asked, named=named)
    return [facts for facts in found if not unit or rules.catalog.is_within(facts.case.unit, unit)]


def answered_for(sight: Sight, found: Sequence[CaseFacts]) -> list[CaseFacts]:
    """Return those that count in the figures of who reads: a unit that was only told of a case counts it nowhere (E-02)."""
    return [facts for facts in found if sight.answers_for(facts.case)]


def read_register(
    connection: Connection,
    rules: CatalogRules,
    sight: Sight,
    period: Period,
    now_ms: int,
    unit: str = "",
) -> list[CaseFacts | None]:
    """Return a register's lines by number; ``None`` is one the reader may not know of (see the ADR above)."""
    found: list[CaseFacts | None] = list(
        read_period(connection, rules, sight, period, now_ms, unit, named=True)
    )
    if unit or sight.units is not None:
        return found
    opened = func.json_extract(t.case.c.body, "$.opened_at")
    given = connection.execute(
        select(t.case.c.number)
        .where(opened >= period.from_ms, opened < period.to_ms)
        .order_by(t.case.c.number)
    ).scalars()
    seen = [facts.case.number for facts in found if facts is not None]
    for number in sorted(set(given) - set(seen), reverse=True):
        found.insert(bisect_left(seen, number), None)
    return found


def read_case(
    connection: Connection, rules: CatalogRules, sight: Sight, number: str, now_ms: int
) -> CaseFacts | None:
    """Return one case by its number, or ``None`` if there is none that the officer may know of."""
    found = read_where(connection, rules, sight, now_ms, [t.case.c.number == number], named=True)
    return next(iter(found), None)


def read_kinds(
    connection: Connection,
    rules: CatalogRules,
    sight: Sight,
    period: Period,
    now_ms: int,
    categories: Sequence[str],
    unit: str = "",
) -> list[CaseFacts]:
    """Return the cases of some categories numbered in a period, those that were handled as one of them among them."""
    opened = func.json_extract(t.case.c.body, "$.opened_at")
    handled = func.json_extract(t.case.c.body, "$.petition.category")
    asked = [
        opened >= period.from_ms,
        opened < period.to_ms,
        or_(t.case.c.category.in_(categories), handled.in_(categories)),
    ]
    found = read_where(connection, rules, sight, now_ms, asked)
    return [facts for facts in found if not unit or rules.catalog.is_within(facts.case.unit, unit)]


def read_cases(
    connection: Connection, rules: CatalogRules, sight: Sight, case_ids: Sequence[str], now_ms: int
) -> list[CaseFacts]:
    """Return those of these cases that an officer may know of, by number."""
    return read_where(connection, rules, sight, now_ms, [t.case.c.case_id.in_(list(case_ids))])


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
    *,
    named: bool = False,
) -> list[CaseFacts]:
    """Return the cases that meet ``conditions`` on ``tables.case`` and that an officer may know of, by number.

    ``named`` reads accused and victims, too, where the officer may know them.
    """
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
    takers, kinds = _takers(connection, ids), _first_kinds(connection, ids)
    marks = marks_of_many(connection, {case.conversation_id for case, _ in cases})
    people = people_of_many(connection, sight, [case for case, _ in cases]) if named else {}
    return [
        CaseFacts(
            _masked(case, marks.get(case.conversation_id, ())),
            case.priority or guessed,
            shown_text(
                case,
                mask_source(words.get(case.case_id, ""), marks.get(case.conversation_id, ()))[:SUMMARY_CHARS],
            ),
            counts.get(case.case_id, 0),
            rules.clocks(case, case.priority or guessed, now_ms),
            takers.get(case.case_id, ""),
            kinds.get(case.case_id, ""),
            without_source(people.get(case.case_id, ()), marks.get(case.conversation_id, ())),
        )
        for case, guessed in cases
    ]


def _masked(case: Case, marks: Iterable[str]) -> Case:
    """Return the case with what officers wrote about it, the source covered there too."""
    marks = tuple(marks)

    def written(words: str) -> str:
        """Return what somebody wrote about the matter; of a possible state secret only that it is locked (domain.md §5.5)."""
        return shown_text(case, mask_source(words, marks)) if words else ""

    handed = case.transfer
    transfer = handed and replace(
        handed,
        slip=handed.slip and _masked_paper(handed.slip, marks),
        reason=written(handed.reason),
        answer_reason=written(handed.answer_reason),
    )
    notice = case.procuracy and replace(case.procuracy, document=mask_source(case.procuracy.document, marks))
    decided = case.decided and replace(case.decided, paper=_masked_paper(case.decided.paper, marks))
    told = case.result_notice and _masked_paper(case.result_notice, marks)
    known = case.petition
    petition = known and replace(known, reason=written(known.reason), paper=_masked_paper(known.paper, marks))
    report = case.urgent_report and replace(
        case.urgent_report,
        stamps=tuple(
            replace(one, to_whom=mask_source(one.to_whom, marks), document=mask_source(one.document, marks))
            for one in case.urgent_report.stamps
        ),
    )
    longer = tuple(replace(one, document=mask_source(one.document, marks)) for one in case.extensions)
    return replace(
        case,
        urgent_report=report,
        extensions=longer,
        procuracy=notice,
        decided=decided,
        result_notice=told,
        place=mask_source(case.place, marks),
        deed_time=mask_source(case.deed_time, marks),
        instructions=tuple(
            replace(one, words=written(one.words), done=written(one.done)) for one in case.instructions
        ),
        petition=petition,
        national=tuple(replace(one, number=mask_source(one.number, marks)) for one in case.national),
        settled=case.settled and _masked_paper(case.settled, marks),
        close_reason=written(case.close_reason),
        transfer=transfer,
    )


def _masked_paper(paper: Paper, marks: Iterable[str]) -> Paper:
    return replace(paper, document=mask_source(paper.document, marks))


def _first_words(connection: Connection, case_ids: Sequence[str]) -> dict[str, str]:
    """Return the beginning of what the citizen wrote in each case, longer than a summary is."""
    m = t.message.c
    found: dict[str, str] = {}
    for ids in _chunks(case_ids):
        rows = connection.execute(
            select(m.case_id, m.text)
            .where(m.case_id.in_(ids), m.direction == Direction.INBOUND.value, m.text != "")
            .order_by(m.case_id, m.at, m.seq)
        )
        for row in rows:
            text = " ".join(row.text[:_READ_CHARS].split())
            known = found.get(row.case_id, "")
            if len(known) < _READ_CHARS:
                found[row.case_id] = f"{known} {text}".strip()[:_READ_CHARS]
    return found


def _takers(connection: Connection, case_ids: Sequence[str]) -> dict[str, str]:
    """Return who took each case first; a case that nobody took is left out."""
    c = event_table.c
    taking = (e.CaseClaimed.KIND, e.CaseTakenOver.KIND)
    found: dict[str, str] = {}
    for ids in _chunks(case_ids):
        rows = connection.execute(
            select(c.case_id, c.actor)
            .where(c.case_id.in_(ids), c.kind.in_(taking))
            .order_by(c.case_id, c.case_version.desc())
        )
        found |= {row.case_id: row.actor for row in rows}
    return found


def _first_kinds(connection: Connection, case_ids: Sequence[str]) -> dict[str, str]:
    """Return what a person first classified each case as; bodies that were erased tell nothing."""
    c = event_table.c
    found: dict[str, str] = {}
    for ids in _chunks(case_ids):
        rows = connection.execute(
            select(c.case_id, func.json_extract(event_body.c.body, "$.category").label("category"))
            .join(event_body, event_body.c.seq == c.seq)
            .where(c.case_id.in_(ids), c.kind == e.CaseClassified.KIND)
            .order_by(c.case_id, c.case_version.desc())
        )
        found |= {row.case_id: row.category for row in rows if row.category}
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
    # An officer's own skip has no rule; it is reported with the others (features V-04).
    rule = func.coalesce(func.nullif(s.rule, ""), BY_OFFICER)
    skips = connection.execute(
        select(rule.label("rule"), func.count().label("n"))
        .where(*where, *decided, s.state == SKIPPED)
        .group_by(rule)
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


def read_survey_cases(
    connection: Connection,
    rules: CatalogRules,
    sight: Sight,
    period: Period,
    now_ms: int,
    unit: Collection[str] = (),
    known: Iterable[CaseFacts] = (),
) -> list[SurveyCase]:
    """Return the cases behind ``read_survey``'s numbers, by number; ``known`` are facts that were read already."""
    s = survey.c
    decided = and_(s.decided_at >= period.from_ms, s.decided_at < period.to_ms)
    answered = and_(s.answered_at >= period.from_ms, s.answered_at < period.to_ms)
    where = [s.case_id.in_(sight.case_ids()), or_(decided, answered)]
    if unit:
        where.append(s.unit.in_(sorted(unit)))
    asked, skipped = and_(decided, s.reply_id != ""), and_(decided, s.state == SKIPPED)
    rows = connection.execute(
        select(
            s.case_id,
            asked.label("asked"),
            case_when((answered, s.score), else_=0).label("score"),
            case_when((skipped, func.coalesce(func.nullif(s.rule, ""), BY_OFFICER)), else_="").label("rule"),
            and_(answered, s.low == 1, s.followed_at == 0).label("low_open"),
        ).where(*where)
    ).all()
    facts = {one.case.case_id: one for one in known}
    for ids in _chunks([row.case_id for row in rows if row.case_id not in facts]):
        found = read_where(connection, rules, sight, now_ms, [t.case.c.case_id.in_(ids)])
        facts |= {one.case.case_id: one for one in found}
    made = [
        SurveyCase(facts[row.case_id], bool(row.asked), row.score, row.rule, bool(row.low_open))
        for row in rows
        if row.case_id in facts
    ]
    return sorted(made, key=lambda one: one.facts.case.number)


def read_statistics(
    connection: Connection, rules: CatalogRules, sight: Sight, period: Period, now_ms: int, unit: str = ""
) -> Statistics:
    """Return the figures of a period so far and of as many days of the one before it; see ``read_period`` for the arguments."""
    today = local_date(now_ms)
    before = period.before_so_far(today)
    facts = answered_for(sight, read_period(connection, rules, sight, period, now_ms, unit))
    earlier = answered_for(sight, read_period(connection, rules, sight, before, now_ms, unit))
    late = answered_for(sight, read_late(connection, rules, sight, now_ms))
    units = {code for code in rules.catalog.units if rules.catalog.is_within(code, unit)} if unit else set()
    return Statistics(
        count(facts, period.so_far(today)),
        count(earlier, before),
        read_survey(connection, sight, period, units),
        read_survey(connection, sight, before, units),
        tuple(facts),
        tuple(one for one in late if not units or one.case.unit in units),
        now_ms,
        tuple(read_survey_cases(connection, rules, sight, period, now_ms, units, facts)),
    )
