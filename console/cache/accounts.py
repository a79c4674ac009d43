"""Accounts and the matrix of roles in the store: entering them, and what is in force."""

from sqlalchemy import Connection, select

from console.cache import tables as t
from console.cache.officer_rows import officer_of
from console.cache.store import Store, Transaction
from console.cache.walk_state import set_state, state
from console.domain import events as e
from console.domain.officer import SYSTEM, Officer, Permission, Role
from console.domain.roles import RoleMatrix
from console.domain.subject import subject
from console.record.tables import event as event_table

OFFICERS = subject("officers")
ROLES = subject("roles")


def enter(tx: Transaction, officer: Officer, actor: str = SYSTEM) -> None:
    """Make an account."""
    roles = tuple(role.value for role in officer.roles)
    body = e.OfficerEntered(officer.officer_id, officer.name, officer.rank, officer.unit, roles)
    tx.add(OFFICERS, body, actor=actor, unit=officer.unit)


def adopt(store: Store) -> None:
    """Tell the log of accounts that were made before it was told of accounts, so that ``rebuild`` keeps them."""
    with store.read() as connection:
        told = connection.execute(
            select(event_table.c.seq).where(event_table.c.case_id == OFFICERS).limit(1)
        ).scalar()
        rows = connection.execute(select(t.officer)).all()
    if told is not None or not rows:
        return
    with store.write() as tx:
        for row in rows:
            enter(tx, officer_of(row))
            if not row.active:
                body = e.OfficerDisabled(row.officer_id, "đã ngừng từ trước")
                tx.add(OFFICERS, body, actor=SYSTEM, unit=row.unit)


SPLIT = {
    Permission.CLOSE_URGENT: (
        *(Permission.LOWER_URGENT, Permission.ROUTE, Permission.REASSIGN, Permission.EXTEND),
        *(Permission.HOLD, Permission.PURGE),
    ),
    Permission.APPROVE_REPLY: (Permission.ANSWER_FOREIGN,),
}
"""Permissions that were parts of another one until version 2 of the matrix."""
_SPLIT_DONE = "roles.split"


def split_grants(store: Store) -> None:
    """Tell the log once that roles which were given or denied a permission here have its former parts likewise.

    Who could let a case be kept because the desk's matrix let him close urgent ones can do so after an update, too, and who was
    denied it stays without.
    """
    with store.read() as connection:
        if state(connection, _SPLIT_DONE):
            return
        rows = connection.execute(select(t.role_grant)).all()
    former = {whole.value: parts for whole, parts in SPLIT.items()}
    with store.write() as tx:
        for row in rows:
            parts = tuple(part.value for part in former.get(row.permission, ()))
            if parts:
                given, taken = (parts, ()) if row.granted else ((), parts)
                body = e.RoleGrantsChanged(row.role, given, taken, "tách từ quyền đã đổi trước đây")
                tx.add(ROLES, body, actor=SYSTEM, unit="")
        set_state(tx.connection, _SPLIT_DONE, "2")


def roles_in_force(connection: Connection, shipped: RoleMatrix) -> RoleMatrix:
    """Return the shipped matrix with the changes made at this store; codes this version does not know count for nothing."""
    roles = {role.value: role for role in Role}
    permissions = {permission.value: permission for permission in Permission}
    matrix = shipped
    for row in connection.execute(select(t.role_grant)):
        role, permission = roles.get(row.role), permissions.get(row.permission)
        if role is not None and permission is not None:
            one = (permission,)
            matrix = matrix.changed(role, one if row.granted else (), () if row.granted else one)
    return matrix
