"""What waits for a second officer in a case and is nobody's reply: to see who the citizen is, and for a longer limit (I-02, G-07)."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from sqlalchemy import (
    CompoundSelect,
    Connection,
    Integer,
    Select,
    Text,
    and_,
    bindparam,
    func,
    or_,
    select,
    union_all,
)

from console.cache import tables as t
from console.cache.views import Request, Told
from console.cache.visibility import Sight
from console.domain.case import Case, ExtensionState
from console.domain.clock import DAY_MS
from console.domain.event_json import from_plain

TOLD_MS = 30 * DAY_MS
_OFFICER = select(func.trim(t.officer.c.rank + " " + t.officer.c.name)).where(
    t.officer.c.officer_id == bindparam("id")
)


def requests(
    connection: Connection, sight: Sight, bounces: int, only: Collection[str] | None = None
) -> tuple[Request, ...]:
    """Return what others asked for and nobody has answered, in open cases the reader may know of; ``only`` in these cases.

    A case that units gave back ``bounces`` times waits for a commander to say whose it is (features E-04).

    Without ``only`` every open case is looked at: not for the UI thread.
    """
    found: list[Request] = []
    asked = {"bounces": bounces} if only is None else {"bounces": bounces, "only": sorted(only)}
    for row in connection.execute(_asked(sight, some=only is not None), asked):
        case = from_plain(Case, json.loads(row.body))
        found += [
            Request(case.case_id, case.number, "reveal", one.request_id)
            for one in case.reveals
            if one.granted is None and one.by != sight.officer_id
        ]
        found += [
            Request(case.case_id, case.number, "extension", one.extension_id)
            for one in case.extensions
            if one.state is ExtensionState.ASKED and one.by != sight.officer_id
        ]
        if case.transfer is not None and case.waits_for_commander(bounces):
            found.append(Request(case.case_id, case.number, "route", case.transfer.transfer_id))
    return tuple(found)


def answers(
    connection: Connection, sight: Sight, now_ms: int, only: Collection[str] | None = None
) -> tuple[Told, ...]:
    """Return what was answered to the reader's own requests and he has not read yet, oldest first; ``only`` in these cases.

    After a month it is old news: a log from before reading was an event tells of none. Without ``only`` every open case and
    those closed within the month are looked at: not for the UI thread.
    """
    asked: dict[str, object] = {"to": f'"to":{json.dumps(sight.officer_id)}', "since": now_ms - TOLD_MS}
    asked |= {} if only is None else {"only": sorted(only)}
    cases = [
        from_plain(Case, json.loads(row.body))
        for row in connection.execute(_answered(sight, some=only is not None), asked)
    ]
    return tuple(sorted(told_of(connection, cases, sight, now_ms), key=lambda one: one.answer.at))


def told_of(connection: Connection, cases: Iterable[Case], sight: Sight, now_ms: int) -> Iterator[Told]:
    """Return what was answered to the reader in these cases, which he may know of."""
    for case in cases:
        for one in case.answers:
            if one.to != sight.officer_id or one.at < now_ms - TOLD_MS:
                continue
            by = connection.execute(_OFFICER, {"id": one.by}).scalar() or one.by
            yield Told(case.case_id, case.number, replace(one, words="") if case.locked else one, by)


# They run at each change: to put a statement together takes longer than to run it.
@lru_cache(maxsize=8)
def _asked(sight: Sight, *, some: bool) -> Select[str, str]:
    c = t.case.c
    # The body is parsed only where such a thing stands in it at all.
    asked = or_(
        c.body.contains('"state":"asked"'),
        c.body.contains('"granted":null'),
        func.json_extract(c.body, "$.bounces") >= bindparam("bounces", type_=Integer),
    )
    statement = select(c.case_id, c.body).where(c.open == 1, asked, *sight.conditions())
    if some:
        statement = statement.where(c.case_id.in_(bindparam("only", expanding=True)))
    return statement.order_by(c.case_id)


@lru_cache(maxsize=8)
def _answered(sight: Sight, *, some: bool) -> CompoundSelect[str]:
    c = t.case.c
    conditions = [c.body.contains(bindparam("to", type_=Text)), *sight.conditions()]
    if some:
        conditions.append(c.case_id.in_(bindparam("only", expanding=True)))
    # Two statements, for with «or» SQLite reads every case there ever was.
    recent = and_(c.open == 0, c.closed_at >= bindparam("since", type_=Integer))
    return union_all(*(select(c.body).where(which, *conditions) for which in (c.open == 1, recent)))
