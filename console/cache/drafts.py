"""Drafts in the encrypted file, and the way back into them of a reply that did not go out (features C-07)."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from console.cache import tables as t
from console.cache.store import Transaction
from console.cache.views import ChangeSet
from console.domain import events as e
from console.domain.draft import NOTHING, DraftExtra, extra_from_text, joined
from console.domain.event_json import body_from_json
from console.domain.officer import SYSTEM
from console.record.tables import event_body

REPLY = "reply"
"""The mode of the drafts that may become a reply."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished text; ``extra`` is ``DraftExtra`` as text."""

    text: str
    extra: str = NOTHING
    at: int = 0


def get(connection: Connection, case_id: str, officer_id: str, mode: str) -> Draft | None:
    """Return what is kept, or ``None``."""
    row = connection.execute(
        select(t.draft).where(
            t.draft.c.case_id == case_id, t.draft.c.officer == officer_id, t.draft.c.mode == mode
        )
    ).one_or_none()
    return Draft(row.text, row.extra, row.at) if row else None


def put(tx: Transaction, case_id: str, officer_id: str, mode: str, draft: Draft) -> None:
    """Keep a draft instead of the one before."""
    values = {"text": draft.text, "extra": draft.extra, "at": draft.at}
    known = get(tx.connection, case_id, officer_id, mode)
    statement = upsert(t.draft).values(case_id=case_id, officer=officer_id, mode=mode, **values)
    tx.connection.execute(
        statement.on_conflict_do_update(index_elements=["case_id", "officer", "mode"], set_=values)
    )
    if known is None:
        tx.changes |= ChangeSet(frozenset({case_id}))


def drop(tx: Transaction, case_id: str, officer_id: str, mode: str) -> None:
    """Drop a draft; there need not be one."""
    gone = tx.connection.execute(
        delete(t.draft).where(
            t.draft.c.case_id == case_id, t.draft.c.officer == officer_id, t.draft.c.mode == mode
        )
    )
    if gone.rowcount:
        tx.changes |= ChangeSet(frozenset({case_id}))


def give_back(tx: Transaction, reply_id: str) -> None:
    """Put a reply that did not go out back into its author's draft: text, file, quote and ready answer.

    In the transaction that says why it did not go out, so that no crash comes between. What he wrote since stays above.
    """
    row = tx.connection.execute(select(t.reply).where(t.reply.c.reply_id == reply_id)).one_or_none()
    if row is None or row.author == SYSTEM:
        return
    body = tx.connection.execute(select(event_body.c.body).where(event_body.c.seq == row.seq)).scalar()
    queued = body_from_json(e.ReplyQueued.KIND, body or "")
    if not isinstance(queued, e.ReplyQueued):
        return
    back = DraftExtra(queued.file, queued.quote_message_id, queued.canned_code)
    there = get(tx.connection, row.case_id, row.author, REPLY) or Draft("")
    extra = extra_from_text(there.extra).over(back).to_text()
    put(tx, row.case_id, row.author, REPLY, Draft(joined(there.text, queued.text), extra, tx.now_ms))


def uses_file(connection: Connection, file_id: str) -> bool:
    """Return whether a draft, a reply or a message holds a sealed file."""
    told = f'%"{file_id}"%'
    for table, column in ((t.draft, t.draft.c.extra), (t.reply, t.reply.c.file)):
        if connection.execute(select(table.c.case_id).where(column.like(told)).limit(1)).first():
            return True
    found = select(t.attachment.c.message_id).where(t.attachment.c.file_id == file_id).limit(1)
    return connection.execute(found).first() is not None
