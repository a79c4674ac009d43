"""Texts being written. They are nobody else's business, go into no log, and are never lost (features C-07)."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from console.actions.desk import Desk, Missing
from console.actions.guards import require, visible_case
from console.cache import tables as t
from console.cache.store import Transaction
from console.cache.views import ChangeSet
from console.domain.officer import Permission


class Mode(StrEnum):
    """What a draft is going to be. There is no way from one to the other."""

    REPLY = "reply"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished text; ``extra`` is JSON of the composer's own (a chosen file, a ready answer's code)."""

    text: str
    extra: str = "{}"
    at: int = 0


def save_draft(desk: Desk, case_id: str, mode: Mode, text: str, extra: str = "{}") -> None:
    """Keep a draft, durably, for this case, officer and mode; an empty one is dropped.

    No rule of the case is asked: what somebody typed is kept even if the case was closed or taken over meanwhile.

    Raises:
        Missing: there is no such case.
        Refused: the officer's roles read nothing.

    """
    require(desk.officer, Permission.READ)
    mode = Mode(mode)
    with desk.store.write() as tx:
        if tx.case(case_id) is None:
            raise Missing("Không có hồ sơ này")
        if text or extra != "{}":
            _put(tx, case_id, desk.officer.officer_id, mode, Draft(_storable(text), extra, tx.now_ms))
        else:
            drop_draft(tx, case_id, desk.officer.officer_id, mode)


def load_draft(desk: Desk, case_id: str, mode: Mode) -> Draft | None:
    """Return what was kept, or ``None``. Raises ``Missing`` where the officer may no longer see the case."""
    require(desk.officer, Permission.READ)
    with desk.store.write() as tx:
        visible_case(tx, desk, case_id)
        return _get(tx, case_id, desk.officer.officer_id, Mode(mode))


def delete_draft(desk: Desk, case_id: str, mode: Mode) -> None:
    """Drop one's own draft; there need not be one."""
    require(desk.officer, Permission.READ)
    with desk.store.write() as tx:
        drop_draft(tx, case_id, desk.officer.officer_id, Mode(mode))


def drop_draft(tx: Transaction, case_id: str, officer_id: str, mode: Mode) -> None:
    """Drop a draft in the transaction that made something of it."""
    gone = tx.connection.execute(
        delete(t.draft).where(
            t.draft.c.case_id == case_id, t.draft.c.officer == officer_id, t.draft.c.mode == mode.value
        )
    )
    if gone.rowcount:
        tx.changes |= ChangeSet(frozenset({case_id}))


def move_drafts(tx: Transaction, from_case: str, to_case: str) -> None:
    """Give the drafts of a case to the one it was merged into; where both have one, they become one text."""
    rows = tx.connection.execute(select(t.draft).where(t.draft.c.case_id == from_case)).all()
    for row in rows:
        mode = Mode(row.mode)
        there = _get(tx, to_case, row.officer, mode)
        text = (
            f"{there.text}\n\n{row.text}"
            if there and there.text and row.text
            else row.text or (there.text if there else "")
        )
        extra = there.extra if there and there.extra != "{}" else row.extra
        _put(tx, to_case, row.officer, mode, Draft(text, extra, tx.now_ms))
        drop_draft(tx, from_case, row.officer, mode)


def _get(tx: Transaction, case_id: str, officer_id: str, mode: Mode) -> Draft | None:
    row = tx.connection.execute(
        select(t.draft).where(
            t.draft.c.case_id == case_id, t.draft.c.officer == officer_id, t.draft.c.mode == mode.value
        )
    ).one_or_none()
    return Draft(row.text, row.extra, row.at) if row else None


def _put(tx: Transaction, case_id: str, officer_id: str, mode: Mode, draft: Draft) -> None:
    values = {"text": draft.text, "extra": draft.extra, "at": draft.at}
    known = _get(tx, case_id, officer_id, mode)
    statement = upsert(t.draft).values(case_id=case_id, officer=officer_id, mode=mode.value, **values)
    tx.connection.execute(
        statement.on_conflict_do_update(index_elements=["case_id", "officer", "mode"], set_=values)
    )
    if known is None:
        tx.changes |= ChangeSet(frozenset({case_id}))


def _storable(text: str) -> str:
    """Return the text without halves of characters, which UTF-8 cannot hold; an input method may leave one."""
    return text.encode("utf-8", "ignore").decode()
