"""Changing the organisation in one guided act: look first, then all of it or nothing (features W-05)."""

from sqlalchemy import Connection, select

from console.actions.desk import Desk, Refused
from console.actions.guards import clean_text, require
from console.cache import tables as t
from console.cache.officer_rows import active_officers
from console.cache.store import Store
from console.domain import events as e
from console.domain.catalog import Catalog
from console.domain.officer import Officer, Permission
from console.domain.organisation import Change, Move, UnitChange, plan, unit_changes
from console.domain.subject import subject


def preview(store: Store, old: Catalog, new: Catalog, change: Change) -> tuple[Move, ...]:
    """Return where open cases would go. Changes nothing."""
    with store.read() as connection:
        ids = [row.case_id for row in connection.execute(select(t.case.c.case_id).where(t.case.c.open == 1))]
        leaving = {one.officer_id for one in leavers(connection, new)}
        return plan(store.projector.cases(connection, ids).values(), old, new, change, leaving)


def leavers(connection: Connection, new: Catalog) -> tuple[Officer, ...]:
    """Return the accounts in use whose unit the new tree does not have: somebody must give each another unit."""
    return tuple(one for one in active_officers(connection) if one.unit not in new.units)


def apply(desk: Desk, new: Catalog, change: Change, seen: tuple[Move, ...], reason: str) -> int:
    """Put the new organisation in force: one event of it, one for every case that moves, in one transaction.

    Args:
        desk: the administrator, with the rules of the old tree.
        new: the new tree.
        change: what takes the place of what.
        seen: the preview that was agreed to; if anything moved differently since, nothing is done.
        reason: why, with the number of the decision.

    Returns:
        how many cases moved. The caller then switches the profile to the new tree.

    Raises:
        ActionError: not allowed, or the cases are not as they were when the preview was made.

    """
    require(desk.officer, Permission.ADMINISTER)
    words = clean_text(reason, "căn cứ sắp xếp")
    old, me = desk.catalog, desk.officer
    changes = tuple(_line(x) for x in unit_changes(old, new, change))
    with desk.store.write() as tx:
        ids = [
            row.case_id for row in tx.connection.execute(select(t.case.c.case_id).where(t.case.c.open == 1))
        ]
        cases = tx.cases(ids)
        leaving = {one.officer_id for one in leavers(tx.connection, new)}
        moves = plan(cases.values(), old, new, change, leaving)
        if moves != seen:
            raise Refused("Hồ sơ đã thay đổi từ lúc xem trước: xem lại rồi áp dụng")
        tx.add(
            subject("org"),
            e.OrganisationChanged(
                change.from_tree,
                change.to_tree,
                change.valid_from.isoformat(),
                change.citation,
                changes,
                len(moves),
                words,
            ),
            actor=me.officer_id,
            unit=me.unit,
        )
        for move in moves:
            bodies: list[e.EventBody] = []
            pending = cases[move.case_id].transfer
            if move.recalls and pending is not None:
                bodies.append(e.TransferRecalled(pending.transfer_id, "Đơn vị nhận đã giải thể"))
            if move.to_unit != move.from_unit:
                bodies.append(e.CaseRehomed(move.from_unit, move.from_name, move.to_unit, move.why))
            if move.frees:
                bodies.append(e.CaseReleased("Đơn vị của người giữ đã giải thể"))
            tx.add(move.case_id, *bodies, actor=me.officer_id, unit=move.to_unit)
    return len(moves)


def _line(change: UnitChange) -> str:
    return f"{change.what} {change.code} {change.before}>{change.after}>{','.join(change.into)}"
