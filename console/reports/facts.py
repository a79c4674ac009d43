"""What reports know of a case, read once for a period. Register and statistics are made from the same facts."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select

from console.cache import tables as t
from console.cache.rules import CatalogRules
from console.cache.views import MediaState
from console.cache.visibility import Sight
from console.domain.case import Case, CaseState, TransferState
from console.domain.clocks import ClockState
from console.domain.event_json import from_plain
from console.domain.message import Direction
from console.reports.period import Period

SUMMARY_CHARS = 240
_MANY = 400


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """One case as its events left it at the moment of reading. Times are UTC ms, 0 is never.

    ``summary`` is the beginning of the citizen's first words; ``priority`` the suggested one until a person set one;
    ``clocks`` all its deadlines at the moment of reading.
    """

    case: Case
    priority: str
    summary: str
    attachments: int
    clocks: tuple[ClockState, ...]

    @property
    def received_at(self) -> int:
        """Return when Zalo had the first message; when the case was numbered where there is none."""
        return self.case.first_message_at or self.case.opened_at

    @property
    def void(self) -> bool:
        """Return whether the line stays in the register without a matter of its own (merged into another)."""
        return self.case.state is CaseState.MERGED

    @property
    def first_reply_ms(self) -> int | None:
        """Return how long the citizen waited for the first answer, ms; ``None`` while there is none."""
        if not self.case.first_reply_at:
            return None
        return max(0, self.case.first_reply_at - self.received_at)

    @property
    def on_time(self) -> bool | None:
        """Return whether every clock that ended was kept; ``None`` while none has ended and none is late."""
        if self.late:
            return False
        ended = [clock.met for clock in self.clocks if clock.met is not None]
        return all(ended) if ended else None

    @property
    def late(self) -> bool:
        """Return whether a clock has run out and the case is still open."""
        return self.case.open and any(clock.state == "late" for clock in self.clocks)

    @property
    def accepted_unit(self) -> str:
        """Return the unit that took the case over, or ""."""
        transfer = self.case.transfer
        return transfer.to_unit if transfer and transfer.state is TransferState.ACCEPTED else ""


def read_period(
    connection: Connection,
    rules: CatalogRules,
    sight: Sight,
    period: Period,
    now_ms: int,
    unit: str = "",
) -> list[CaseFacts]:
    """Return the cases numbered in a period that an officer may know of, by number.

    Args:
        connection: a reader; the statements run in one read transaction if the caller opened one.
        rules: the catalogue with calendar and clocks.
        sight: who reads.
        period: local days; a case belongs to the day its number was given.
        now_ms: the present, for clocks.
        unit: only cases of this unit and those below it; "" for all.

    """
    opened = func.json_extract(t.case.c.body, "$.opened_at")
    found = read_where(connection, rules, sight, now_ms, [opened >= period.from_ms, opened < period.to_ms])
    return [facts for facts in found if not unit or rules.catalog.is_within(facts.case.unit, unit)]


def read_case(
    connection: Connection, rules: CatalogRules, sight: Sight, number: str, now_ms: int
) -> CaseFacts | None:
    """Return one case by its number, or ``None`` if there is none that the officer may know of."""
    return next(iter(read_where(connection, rules, sight, now_ms, [t.case.c.number == number])), None)


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
) -> list[CaseFacts]:
    """Return the cases that meet ``conditions`` on ``tables.case`` and that an officer may know of, by number."""
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
    return [
        CaseFacts(
            case,
            case.priority or guessed,
            words.get(case.case_id, ""),
            counts.get(case.case_id, 0),
            rules.clocks(case, case.priority or guessed, now_ms),
        )
        for case, guessed in cases
    ]


def _first_words(connection: Connection, case_ids: Sequence[str]) -> dict[str, str]:
    """Return the beginning of the first inbound text of each case."""
    m = t.message.c
    found: dict[str, str] = {}
    for ids in _chunks(case_ids):
        rows = connection.execute(
            select(m.case_id, m.text)
            .where(m.case_id.in_(ids), m.direction == Direction.INBOUND.value, m.text != "")
            .order_by(m.case_id, m.at, m.seq)
        )
        for row in rows:
            text = " ".join(row.text[: SUMMARY_CHARS * 2].split())
            known = found.get(row.case_id, "")
            if len(known) < SUMMARY_CHARS:
                found[row.case_id] = f"{known} {text}".strip()[:SUMMARY_CHARS]
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
