"""Giving a case nobody works on to a colleague who is on duty and may know of it (features F-04). Nothing goes to the citizen."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from console.actions.claims import LEASE_MS
from console.actions.desk import Desk, Done, Refused
from console.actions.guards import officer_name, require_free, require_open
from console.actions.perform import Ask, Step, perform
from console.cache import handover_query
from console.cache import tables as t
from console.cache.officer_rows import active_officers, officer_of
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import Case
from console.domain.conflict import Action
from console.domain.officer import Officer, Permission


def assignees(desk: Desk, connection: Connection) -> list[Officer]:
    """Return who can be given work now: may hold cases, and is not off the shift that runs at his desk; not who asks."""
    shifts: dict[str, Collection[str]] = {}
    return [
        one
        for one in (desk.seat(person) for person in active_officers(connection))
        if one.officer_id != desk.officer.officer_id
        and one.may(Permission.CLAIM)
        and _on_duty(connection, one, shifts)
    ]


def assign(
    desk: Desk,
    case_id: str,
    to_officer: str,
    *,
    expected_version: int | None = None,
    command_id: str = "",
) -> Done:
    """Let another officer hold a case for ten minutes: one of one's own, or one nobody holds.

    Raises:
        Refused: he may not know of the case (``cache.visibility``), may not hold cases, or is off shift.
        HeldByOther: a third officer works on it.

    """
    ask = Ask(
        case_id,
        Action.HAND_OVER,
        Permission.TAKE_OVER,
        expected_version,
        command_id,
        {"to_officer": to_officer},
    )

    def plan(tx: Transaction, case: Case) -> Step:
        require_open(case)
        if case.owner == to_officer and case.lease_until > tx.now_ms:
            return Step()
        require_free(tx, desk, case)
        other = _able(tx, desk, case, to_officer)
        before = case.owner if case.lease_until > tx.now_ms else ""
        back: e.EventBody = e.CaseReleased("Hoàn tác")
        if before:
            back = e.CaseHandedOver(before, other.officer_id, case.lease_until, "Hoàn tác")
        given = e.CaseHandedOver(other.officer_id, before, tx.now_ms + LEASE_MS, e.ASSIGNING)
        # The lease runs out; who was made answerable stays so, and stands in the register.
        return Step((given, e.OfficerAssigned(other.officer_id)), (back, e.OfficerAssigned(case.assigned)))

    return perform(desk, ask, plan)


def _able(tx: Transaction, desk: Desk, case: Case, officer_id: str) -> Officer:
    row = tx.connection.execute(
        select(t.officer).where(t.officer.c.officer_id == officer_id, t.officer.c.active == 1)
    ).one_or_none()
    # One refusal for all: who is barred from the case must not be told apart from who has no account here.
    if row is None:
        raise Refused("Không giao được {number} cho cán bộ này", number=case.number)
    other = desk.seat(officer_of(row))
    if not other.may(Permission.CLAIM) or not desk.sight_of(other).answers_for(case):
        raise Refused("Không giao được {number} cho cán bộ này", number=case.number)
    if not _on_duty(tx.connection, other, {}):
        raise Refused(
            "{who} không trong ca đang trực: chọn người đang trực",
            who=officer_name(tx.connection, officer_id),
        )
    return other


def _on_duty(connection: Connection, officer: Officer, shifts: dict[str, Collection[str]]) -> bool:
    """Return whether an officer works now; where no shift runs at his desk, nobody there is off it."""
    if officer.unit not in shifts:
        shifts[officer.unit] = handover_query.current_shift(connection, officer.unit).officers
    there = shifts[officer.unit]
    return not there or officer.officer_id in there
