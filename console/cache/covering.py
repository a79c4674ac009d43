"""Whose own words are read without who told them: units that got a sealed matter handed to them (features E-03, threats T01).

Who takes a tip-off in at the province reads what was written. A unit that it was handed to, or told of, reads the same words
without the informant's name and numbers, as far as the store knows them or he tells them himself; the original stays, and
whoever must know asks to see it (features I-02). Which matters are sealed says `confidentiality.json`.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from sqlalchemy import Connection, and_, bindparam, func, or_, select

from console.cache import tables as t
from console.cache.rules import CatalogRules
from console.cache.views import MessageItem, NoteItem, ReplyItem, ThreadItem
from console.cache.visibility import Sight
from console.domain import events as e
from console.domain.masking import mask_source
from console.record.tables import event as event_table
from console.record.tables import event_body

Marks = dict[str, tuple[str, ...]]
"""By case: what the store knows of who wrote; a case that is not in it is read as it was written."""

_KIND = func.coalesce(func.nullif(t.case.c.category, ""), t.suggestion.c.category)
_TOLD = event_table.c
# Whoever has a case may classify it anew and untag it: what a person ever sealed stays sealed, or a unit would open it so.
_EVER = (
    select(_TOLD.case_id)
    .join(event_body, event_body.c.seq == _TOLD.seq)
    .where(
        _TOLD.case_id.in_(bindparam("ids", expanding=True)),
        or_(
            and_(
                _TOLD.kind == e.CaseClassified.KIND,
                func.json_extract(event_body.c.body, "$.category").in_(bindparam("kinds", expanding=True)),
            ),
            and_(
                _TOLD.kind == e.Tagged.KIND,
                func.json_extract(event_body.c.body, "$.tag").in_(bindparam("tags", expanding=True)),
            ),
        ),
    )
)
_MARKS = (
    select(t.case.c.case_id, t.identity.c.display_name, t.identity.c.phone, t.identity.c.zalo_user_id)
    .join(t.suggestion, t.suggestion.c.case_id == t.case.c.case_id, isouter=True)
    .join(t.identity, t.identity.c.conversation_id == t.case.c.conversation_id, isouter=True)
    .where(
        t.case.c.case_id.in_(bindparam("ids", expanding=True)),
        or_(
            _KIND.in_(bindparam("kinds", expanding=True)),
            t.case.c.case_id.in_(
                select(t.case_tag.c.case_id).where(t.case_tag.c.tag.in_(bindparam("tags", expanding=True)))
            ),
            t.case.c.case_id.in_(_EVER),
        ),
    )
)

_SEALED = (
    select(t.case.c.case_id)
    .join(t.suggestion, t.suggestion.c.case_id == t.case.c.case_id, isouter=True)
    .where(
        t.case.c.case_id.in_(bindparam("ids", expanding=True)),
        or_(_KIND.in_(bindparam("kinds", expanding=True)), t.case.c.case_id.in_(_EVER)),
    )
)


def covered_for(
    connection: Connection, rules: CatalogRules, sight: Sight, case_ids: Collection[str]
) -> Marks:
    """Return the marks of those of these cases that this reader reads without their source."""
    return {} if sight.units is None else sealed_marks(connection, rules, case_ids)


def sealed_marks(connection: Connection, rules: CatalogRules, case_ids: Collection[str]) -> Marks:
    """Return the marks of those of these cases whose source is sealed."""
    house = rules.confidential
    kinds = [c.code for c in rules.catalog.categories.values() if c.confidentiality in house.levels]
    asked = {"ids": list(case_ids), "kinds": kinds, "tags": sorted(house.tags)}
    return {
        row.case_id: tuple(mark or "" for mark in (row.display_name, row.phone, row.zalo_user_id))
        for row in connection.execute(_MARKS, asked)
    }


def sealed_of(connection: Connection, rules: CatalogRules, case_ids: Collection[str]) -> frozenset[str]:
    """Return those of these cases whose every look is kept in the log (threats T19), by any kind a person ever gave them."""
    asked = {"ids": list(case_ids), "kinds": sorted(rules.sealed_kinds), "tags": []}
    return frozenset(connection.execute(_SEALED, asked).scalars())


def cover_item(item: ThreadItem, marks: Iterable[str]) -> ThreadItem:
    """Return a line of the conversation without who told; what somebody did, not wrote, stays."""
    marks = tuple(marks)
    match item:
        case MessageItem():
            return replace(item, text=mask_source(item.text, marks))
        case ReplyItem():
            return replace(
                item,
                text=mask_source(item.text, marks),
                first_text=mask_source(item.first_text, marks),
                quote_text=mask_source(item.quote_text, marks),
            )
        case NoteItem():
            return replace(item, text=mask_source(item.text, marks))
        case _:
            return item
