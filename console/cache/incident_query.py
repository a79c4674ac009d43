"""Which cases are like one, and which tell of the same incident; only those the officer may know of (features A-10, W-03)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from console.cache import tables as t
from console.cache import tables_incidents as ti
from console.cache.message_reads import first_messages
from console.cache.views import SAME_INCIDENT, RelatedCase
from console.cache.visibility import Sight
from console.domain.case import SECRET_TAG, Case
from console.domain.confidentiality import LOCKED_TEXT
from console.domain.duplicates import CLOSE_MS, INCIDENTS, WINDOW_MS, Likeness, Told, likeness
from console.domain.sentence import sentence

MOST = 40
"""So many cases of the two hours before and after are compared, the nearest in time first."""


_INCIDENTS = sorted(INCIDENTS)
_FIRST, _CHARS = 4, 1_000
"""What happened is said in the first messages; no more of a case is compared, so that opening one stays quick."""

_TOLD = (
    select(
        t.case.c.case_id,
        t.case.c.category,
        t.case.c.body,
        t.suggestion.c.category.label("guess"),
        t.suggestion.c.district.label("guessed"),
    )
    .join(t.suggestion, t.suggestion.c.case_id == t.case.c.case_id, isouter=True)
    .where(t.case.c.case_id.in_(bindparam("ids", expanding=True)))
)
_SPOTS = (
    select(t.message.c.case_id, t.attachment.c.latitude, t.attachment.c.longitude)
    .join(t.attachment, t.attachment.c.message_id == t.message.c.message_id)
    .where(t.message.c.case_id.in_(bindparam("ids", expanding=True)), t.attachment.c.latitude.is_not(None))
)
_CASES = select(t.case).where(t.case.c.case_id.in_(bindparam("ids", expanding=True)))


@dataclass(frozen=True, slots=True)
class Alike:
    """A case and how like the one in question it is."""

    case_id: str
    likeness: Likeness


def alike(connection: Connection, case: Case, category: str, sight: Sight) -> list[Alike]:
    """Return the cases that may tell of the same, the likest first.

    ``category`` is the case's own or, where nobody has said it yet, the suggested one.
    """
    if category not in INCIDENTS:
        return []
    at = case.first_message_at or case.opened_at
    asked = {
        "since": at - WINDOW_MS,
        "until": at + WINDOW_MS,
        "id": case.case_id,
        "conversation": case.conversation_id,
    }
    ids = connection.execute(_near(sight), asked).scalars().all()
    told = _told(connection, [case.case_id, *ids]) if ids else {}
    mine = told.get(case.case_id)
    if mine is None:
        return []
    found = [Alike(i, like) for i in ids if i in told and (like := likeness(mine, told[i])) is not None]
    return sorted(found, key=lambda x: (-x.likeness.percent, x.case_id))


# It runs at each opening of a case: to put a statement together takes longer than to run it.
@lru_cache(maxsize=4)
def _near(sight: Sight) -> Select[str]:
    m, c, s = t.message.c, t.case.c, t.suggestion.c
    near = (
        select(m.case_id)
        .where(m.at.between(bindparam("since"), bindparam("until")), m.case_id != bindparam("id"))
        .distinct()
    )
    return (
        select(c.case_id)
        .join(t.suggestion, s.case_id == c.case_id, isouter=True)
        .where(
            c.case_id.in_(near),
            c.conversation_id != bindparam("conversation"),
            c.state != "merged",
            func.iif(c.category != "", c.category, s.category).in_(_INCIDENTS),
            # What may be a state secret is compared with nothing (domain.md §5.5).
            c.case_id.not_in(select(t.case_tag.c.case_id).where(t.case_tag.c.tag == SECRET_TAG)),
            *sight.conditions(),
        )
        .order_by(c.last_inbound_at.desc())
        .limit(MOST)
    )


def _told(connection: Connection, case_ids: Sequence[str]) -> dict[str, Told]:
    asked = {"ids": list(case_ids)}
    rows = connection.execute(_TOLD, asked).all()
    spots: dict[str, list[tuple[float, float]]] = {}
    for case_id, latitude, longitude in connection.execute(_SPOTS, asked):
        spots.setdefault(case_id, []).append((latitude, longitude))
    texts = first_messages(connection, case_ids)
    told = {}
    for row in rows:
        body = json.loads(row.body)
        told[row.case_id] = Told(
            row.case_id,
            row.category or row.guess or "",
            body["district"] or row.guessed or "",
            body["place"],
            body["first_message_at"] or body["opened_at"],
            " . ".join(texts.get(row.case_id, ([], []))[0][:_FIRST])[:_CHARS],
            tuple(spots.get(row.case_id, ())),
        )
    return told


def related(
    connection: Connection, case: Case, category: str, sight: Sight
) -> tuple[tuple[RelatedCase, ...], str]:
    """Return what the block «Vụ liên quan» shows beside the citizen's own cases, and the words of the banner.

    First what a person linked to the same incident, then what the machine proposes, with a percentage.
    """
    linked = _same_incident(connection, case, sight)
    proposed = [x for x in alike(connection, case, category, sight) if x.case_id not in linked]
    wanted = [*linked, *(x.case_id for x in proposed)]
    if not wanted:
        return (), ""
    rows = {row.case_id: row for row in connection.execute(_CASES, {"ids": wanted})}
    found = [_view(rows[i], SAME_INCIDENT, "") for i in linked if i in rows]
    found += [
        _view(rows[x.case_id], f"{x.likeness.percent} %", x.likeness.why)
        for x in proposed
        if x.case_id in rows
    ]
    close = [x for x in proposed if x.likeness.same_place and x.likeness.minutes * 60_000 <= CLOSE_MS]
    count = sentence("từ {most} trở lên", most=MOST) if len(close) >= MOST else str(len(close))
    banner = sentence("Có {count} tin giống, cùng nơi, trong 30 phút", count=count) if close else ""
    return tuple(found), banner


def _same_incident(connection: Connection, case: Case, sight: Sight) -> list[str]:
    if not case.incident:
        return []
    rows = connection.execute(
        select(ti.incident_case.c.case_id)
        .join(t.case, t.case.c.case_id == ti.incident_case.c.case_id)
        .where(
            ti.incident_case.c.incident_id == case.incident,
            ti.incident_case.c.case_id != case.case_id,
            *sight.conditions(),
        )
        .order_by(ti.incident_case.c.at)
    )
    return [row.case_id for row in rows]


def _view(row: Any, why: str, detail: str) -> RelatedCase:
    return RelatedCase(row.case_id, row.number, row.category, snippet_of(row), why, bool(row.open), detail)


def snippet_of(row: Any) -> str:
    """Return the first words of a row of ``case`` as they may be shown beside another case."""
    return LOCKED_TEXT if SECRET_TAG in json.loads(row.body)["tags"] else str(row.snippet)
