"""Erasing the content of cases by law: bodies and salts go, the chain still verifies, nothing readable stays (threats T22)."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select, update

from console.cache import tables as t
from console.cache.releasing import copies_of_messages
from console.domain import events as e
from console.domain.draft import extra_from_text
from console.domain.event_json import from_plain
from console.domain.events import OutboundFile
from console.record.tables import command as command_table
from console.record.tables import event as event_table
from console.record.tables import event_body

KEPT_KINDS = frozenset(
    kind.KIND
    for kind in (
        e.CaseOpened,
        e.CaseViewed,
        e.CaseCopied,
        e.CaseClaimed,
        e.LeaseRenewed,
        e.CaseClassified,
        e.PriorityChanged,
        e.Tagged,
        e.Untagged,
        e.TransferAccepted,
        e.CaseErased,
    )
)
"""Bodies that hold codes and times alone: figures and the register's numbers need them."""
_MANY = 400


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased: bodies of the log, and the ids of sealed files that nothing refers to any more."""

    bodies: int
    files: tuple[str, ...]


def erase(connection: Connection, case_ids: Sequence[str]) -> Erased:
    """Erase the bodies of these cases, the citizens nobody else's case speaks of, drafts and file rows. In one transaction.

    Projections still hold the texts afterwards: ``rebuild`` makes them anew from what is left, then ``purge_traces`` drives
    the last copies out of the file.
    """
    files: list[str] = []
    bodies = 0
    for start in range(0, len(case_ids), _MANY):
        ids = list(case_ids[start : start + _MANY])
        files += _files(connection, ids)
        bodies += _bodies(connection, ids)
        connection.execute(delete(t.draft).where(t.draft.c.case_id.in_(ids)))
        connection.execute(delete(t.media_task).where(t.media_task.c.case_id.in_(ids)))
        _identities(connection, ids)
    if files:
        connection.execute(delete(t.sealed_file).where(t.sealed_file.c.file_id.in_(files)))
    return Erased(bodies, tuple(files))


def entangled(connection: Connection, case_ids: Sequence[str]) -> frozenset[str]:
    """Return those of the cases that share messages with a case that is not among them.

    Their own live on in it (split off, or merged into it), or its messages came here and are kept for longer than this one.
    """
    going = frozenset(case_ids)
    found: set[str] = set()
    for start in range(0, len(case_ids), _MANY):
        ids = list(case_ids[start : start + _MANY])
        rows = connection.execute(
            select(event_table.c.case_id, t.message.c.case_id.label("now"))
            .join(t.message, t.message.c.seq == event_table.c.seq)
            .where(event_table.c.case_id.in_(ids), t.message.c.case_id != event_table.c.case_id)
            .distinct()
        )
        found |= {row.case_id for row in rows if row.now not in going}
        came = connection.execute(
            select(event_table.c.case_id, t.message.c.case_id.label("now"))
            .join(t.message, t.message.c.seq == event_table.c.seq)
            .where(t.message.c.case_id.in_(ids), t.message.c.case_id != event_table.c.case_id)
            .distinct()
        )
        found |= {row.now for row in came if row.case_id not in going}
    return frozenset(found)


def _files(connection: Connection, ids: list[str]) -> list[str]:
    rows = connection.execute(
        select(t.attachment.c.file_id)
        .join(t.message, t.message.c.message_id == t.attachment.c.message_id)
        .where(t.message.c.case_id.in_(ids), t.attachment.c.file_id != "")
    ).scalars()
    found = {str(file_id) for file_id in rows} | set(copies_of_messages(connection, ids))
    # What officers attached, sent or not, is of the case as much as what the citizen sent.
    drafted = connection.execute(select(t.draft.c.extra).where(t.draft.c.case_id.in_(ids))).scalars()
    asked = connection.execute(select(t.reply.c.file).where(t.reply.c.case_id.in_(ids), t.reply.c.file != ""))
    chosen = [extra_from_text(text).file for text in drafted]
    chosen += [from_plain(OutboundFile, json.loads(text)) for text in asked.scalars()]
    return sorted(found | {file.file_id for file in chosen if file is not None})


def _bodies(connection: Connection, ids: list[str]) -> int:
    c = event_table.c
    wanted = select(c.seq).where(c.case_id.in_(ids), c.kind.not_in(KEPT_KINDS))
    first_last = select(command_table.c.command_id).where(
        select(c.seq)
        .where(c.case_id.in_(ids), c.seq.between(command_table.c.first_seq, command_table.c.last_seq))
        .exists()
    )
    # The hash of a request has no salt: a phone number could be guessed from it.
    connection.execute(
        update(command_table)
        .where(command_table.c.command_id.in_(first_last))
        .values(request_hash=secrets.token_bytes(32))
    )
    return connection.execute(delete(event_body).where(event_body.c.seq.in_(wanted))).rowcount


def _identities(connection: Connection, ids: list[str]) -> None:
    """Forget the citizens of these cases, unless another case of theirs is kept."""
    kept = (
        select(func.count())
        .select_from(t.case)
        .where(
            t.case.c.conversation_id == t.identity.c.conversation_id,
            t.case.c.case_id.not_in(ids),
            func.coalesce(func.json_extract(t.case.c.body, "$.erased_at"), 0) == 0,
        )
        .scalar_subquery()
    )
    going = select(t.case.c.conversation_id).where(t.case.c.case_id.in_(ids))
    connection.execute(delete(t.identity).where(t.identity.c.conversation_id.in_(going), kept == 0))
