"""What waits for a second officer in a case and is nobody's reply: to see who the citizen is, and for a longer limit (I-02, G-07)."""

import json
from collections.abc import Collection
from functools import lru_cache

from sqlalchemy import Connection, Integer, Select, bindparam, func, or_, select

from console.cache import tables as t
from console.cache.views import Request, RevealAnswer
from console.cache.visibility import Sight
from console.domain.case import Case, ExtensionState, TransferState
from console.domain.event_json import from_plain

_GIVEN_BACK = (TransferState.RETURNED, TransferState.TIMED_OUT)


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
        transfer = case.transfer
        if case.bounces >= bounces and transfer and transfer.state in _GIVEN_BACK:
            found.append(Request(case.case_id, case.number, "route", transfer.transfer_id))
    return tuple(found)


def reveal_answers(connection: Connection, sight: Sight, only: Collection[str]) -> tuple[RevealAnswer, ...]:
    """Return what was answered in these open cases to the reader's own wishes to see who the citizen is, and not used yet."""
    found: list[RevealAnswer] = []
    for row in connection.execute(_answered(sight), {"only": sorted(only)}):
        case = from_plain(Case, json.loads(row.body))
        found += [
            RevealAnswer(case.case_id, case.number, one.request_id, one.granted, one.answer)
            for one in case.reveals
            if one.granted is not None and one.by == sight.officer_id and not one.used
        ]
    return tuple(found)


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


@lru_cache(maxsize=4)
def _answered(sight: Sight) -> Select[str]:
    c = t.case.c
    answered = or_(c.body.contains('"granted":true'), c.body.contains('"granted":false'))
    named = c.case_id.in_(bindparam("only", expanding=True))
    return select(c.body).where(c.open == 1, answered, named, *sight.conditions()).order_by(c.case_id)
