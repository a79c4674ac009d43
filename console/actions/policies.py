"""What a change of clocks or calendar would do, shown before it is applied (features G-03)."""

from dataclasses import dataclass

from sqlalchemy import select

from console.actions.desk import Desk
from console.actions.guards import clean_text, require
from console.cache import tables as t
from console.cache.rules import CatalogRules
from console.cache.store import Store
from console.domain import events as e
from console.domain.officer import Permission
from console.domain.subject import subject


@dataclass(frozen=True, slots=True)
class Touched:
    """One clock of an open case that would end at another time (UTC ms); 0 where there is none before or after."""

    case_id: str
    number: str
    code: str
    before: int
    after: int


def preview(store: Store, now: CatalogRules, then: CatalogRules) -> tuple[Touched, ...]:
    """Return every running clock of an open case that the new rules would move, start or end. Changes nothing."""
    with store.read() as connection:
        ids = [row.case_id for row in connection.execute(select(t.case.c.case_id).where(t.case.c.open == 1))]
        cases = store.projector.cases(connection, ids)
    now_ms = store.clock.now_ms()
    found: list[Touched] = []
    for case_id in sorted(cases):
        case = cases[case_id]
        before = {
            c.policy_code: c.due_ms for c in now.clocks(case, case.priority, now_ms) if c.state != "done"
        }
        after = {
            c.policy_code: c.due_ms for c in then.clocks(case, case.priority, now_ms) if c.state != "done"
        }
        found += [
            Touched(case_id, case.number, code, before.get(code, 0), after.get(code, 0))
            for code in sorted(before.keys() | after.keys())
            if before.get(code) != after.get(code)
        ]
    return tuple(found)


def note_change(desk: Desk, file: str, digest: str, touched: int, reason: str) -> None:
    """Write down that a data file of clocks or holidays is about to be replaced; durable before it is.

    Args:
        desk: the administrator.
        file: name of the data file.
        digest: hex SHA-256 of the new file.
        touched: how many clocks of open cases it moves.
        reason: why.

    """
    require(desk.officer, Permission.ADMINISTER)
    reason = clean_text(reason, "căn cứ thay đổi")
    with desk.store.write() as tx:
        tx.add(
            subject("policy"),
            e.PolicyReplaced(file, digest, touched, reason),
            actor=desk.officer.officer_id,
            unit=desk.officer.unit,
        )
