"""Which yearly archive was made last, and which cases got something new since (features R-11)."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from console.domain import events as e
from console.record.tables import event as event_table
from console.record.tables import event_body

YEAR = "year"
"""What ``ReportTaken`` calls the archive of a year."""
_LOOKS = (
    e.CaseViewed,
    e.AnswerSeen,
    e.LeaseRenewed,
    e.PeopleSeen,
    e.NationalSeen,
    e.NationalCopied,
    e.IdentityRevealed,
    e.CaseCopied,
    e.CaseExported,
    e.HitsShown,
    e.RowsShown,
    e.IdentifierSearched,
    e.ClockWarned,
)
"""What stands in a case's stream and changes nothing that a register or list says of it."""
_LOOK_KINDS = tuple(body.KIND for body in _LOOKS)
_MANY = 400


@dataclass(frozen=True, slots=True)
class Archived:
    """An archive as the log has it. ``seq`` of its event, ``at`` UTC ms, ``sha256`` of its table of contents, ``by`` an officer's id."""

    seq: int
    at: int
    sha256: str
    by: str


def newest_archive(connection: Connection, year: int) -> Archived | None:
    """Return the newest archive of a year that the log tells of, ``None`` where none was made."""
    c, body = event_table.c, event_body.c.body
    row = connection.execute(
        select(c.seq, c.at, c.actor, func.json_extract(body, "$.sha256").label("sha256"))
        .join(event_body, event_body.c.seq == c.seq)
        .where(
            c.kind == e.ReportTaken.KIND,
            func.json_extract(body, "$.report") == YEAR,
            func.json_extract(body, "$.first") == f"{year:04d}-01-01",
        )
        .order_by(c.seq.desc())
        .limit(1)
    ).one_or_none()
    return Archived(row.seq, row.at, row.sha256, row.actor) if row else None


def changed_since(connection: Connection, case_ids: Sequence[str], seq: int) -> frozenset[str]:
    """Return those of these cases that something was written to after an event of the log; mere looks do not count."""
    c = event_table.c
    found: set[str] = set()
    for start in range(0, len(case_ids), _MANY):
        ids = list(case_ids[start : start + _MANY])
        found |= set(
            connection.execute(
                select(c.case_id)
                .where(c.case_id.in_(ids), c.seq > seq, c.kind.not_in(_LOOK_KINDS))
                .distinct()
            ).scalars()
        )
    return frozenset(found)
