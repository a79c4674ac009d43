"""Texts being written. They are nobody else's business, go into no log, and are never lost (features C-07)."""

from enum import StrEnum

from sqlalchemy import select

from console.actions.desk import Desk, Missing
from console.actions.guards import require, visible_case
from console.cache import drafts as kept
from console.cache import tables as t
from console.cache.drafts import Draft
from console.cache.store import Transaction
from console.domain.draft import NOTHING, DraftExtra, extra_from_text
from console.domain.events import OutboundFile
from console.domain.officer import Permission


class Mode(StrEnum):
    """What a draft is going to be. There is no way from one to the other."""

    REPLY = "reply"
    NOTE = "note"


def save_draft(desk: Desk, case_id: str, mode: Mode, text: str, extra: str = NOTHING) -> None:
    """Keep a draft, durably, for this case, officer and mode; an empty one is dropped.

    No rule of the case is asked: what somebody typed is kept even if the case was closed or taken over meanwhile. Of a case whose
    content was erased by law nothing is kept.

    Raises:
        Missing: there is no such case.
        Refused: the officer's roles read nothing.

    """
    require(desk.officer, Permission.READ)
    mode = Mode(mode)
    with desk.store.write() as tx:
        case = tx.case(case_id)
        if case is None:
            raise Missing("Không có hồ sơ này")
        # Content must not come back by the draft of a desk that had the case open when it was erased.
        if (text or extra != NOTHING) and not case.erased_at:
            kept.put(tx, case_id, desk.officer.officer_id, mode, Draft(_storable(text), extra, tx.now_ms))
        else:
            drop_draft(tx, case_id, desk.officer.officer_id, mode)


def keep_file(desk: Desk, case_id: str, file: OutboundFile) -> None:
    """Put a sealed file into the draft of a reply that is not on screen any more; its text stays as it is."""
    require(desk.officer, Permission.READ)
    me = desk.officer.officer_id
    with desk.store.write() as tx:
        if tx.case(case_id) is None:
            raise Missing("Không có hồ sơ này")
        there = kept.get(tx.connection, case_id, me, Mode.REPLY) or Draft("")
        extra = DraftExtra(file).over(extra_from_text(there.extra)).to_text()
        kept.put(tx, case_id, me, Mode.REPLY, Draft(there.text, extra, tx.now_ms))


def load_draft(desk: Desk, case_id: str, mode: Mode) -> Draft | None:
    """Return what was kept, or ``None``. Raises ``Missing`` where the officer may no longer see the case."""
    require(desk.officer, Permission.READ)
    with desk.store.write() as tx:
        visible_case(tx, desk, case_id)
        return kept.get(tx.connection, case_id, desk.officer.officer_id, Mode(mode))


def delete_draft(desk: Desk, case_id: str, mode: Mode) -> None:
    """Drop one's own draft; there need not be one."""
    require(desk.officer, Permission.READ)
    with desk.store.write() as tx:
        drop_draft(tx, case_id, desk.officer.officer_id, Mode(mode))


def drop_draft(tx: Transaction, case_id: str, officer_id: str, mode: Mode) -> None:
    """Drop a draft in the transaction that made something of it."""
    kept.drop(tx, case_id, officer_id, mode)


def move_drafts(tx: Transaction, from_case: str, to_case: str) -> None:
    """Give the drafts of a case to the one it was merged into; where both have one, they become one text."""
    rows = tx.connection.execute(select(t.draft).where(t.draft.c.case_id == from_case)).all()
    for row in rows:
        mode = Mode(row.mode)
        there = kept.get(tx.connection, to_case, row.officer, mode)
        text = (
            f"{there.text}\n\n{row.text}"
            if there and there.text and row.text
            else row.text or (there.text if there else "")
        )
        mine = extra_from_text(row.extra)
        extra = (extra_from_text(there.extra).over(mine) if there else mine).to_text()
        kept.put(tx, to_case, row.officer, mode, Draft(text, extra, tx.now_ms))
        drop_draft(tx, from_case, row.officer, mode)


def _storable(text: str) -> str:
    """Return the text without halves of characters, which UTF-8 cannot hold; an input method may leave one."""
    return text.encode("utf-8", "ignore").decode()
