"""The nameless account of a new store retires when officers with names do its work (features U-03, Y-01)."""

from collections.abc import Collection

from console.actions.desk import Desk, Refused
from console.actions.guards import clean_text, require
from console.cache.accounts import OFFICERS, roles_in_force
from console.cache.officer_rows import active_officers
from console.domain import events as e
from console.domain.nameless import find_nameless
from console.domain.officer import Permission


def retire_nameless(desk: Desk, holders: Collection[str], reason: str) -> None:
    """Let the nameless account sign in no more. What it did stays in the log under its name.

    Args:
        desk: who administers.
        holders: ids of officers who have a PIN.
        reason: why, in words.

    Raises:
        Refused: there is none in use, or nobody with a name of his own and a PIN could do its work; nothing was changed.

    """
    require(desk.officer, Permission.ADMINISTER)
    words = clean_text(reason, "lý do ngừng tài khoản")
    with desk.store.write() as tx:
        active = active_officers(tx.connection)
        found = find_nameless(active, holders, roles_in_force(tx.connection, desk.rules.roles))
        if found is None:
            raise Refused("Không còn tài khoản không tên nào đang dùng")
        if not found.successors:
            raise Refused(
                "Chưa ngừng «{name}»: chưa cán bộ trực nào của tỉnh có PIN để thay. Thêm cán bộ trực, cấp PIN, rồi ngừng",
                name=found.officer.name,
            )
        body = e.OfficerDisabled(found.officer.officer_id, words)
        tx.add(OFFICERS, body, actor=desk.officer.officer_id, unit=desk.officer.unit)
