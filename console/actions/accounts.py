"""Accounts and permissions: who may sit at a desk and what his roles let him do (features Y-01, domain.md §7)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import select

from console.actions.desk import Desk, Missing, Refused
from console.actions.guards import clean_text, require
from console.cache import queue_query
from console.cache import tables as t
from console.cache.accounts import OFFICERS, ROLES, roles_in_force
from console.cache.officer_rows import active_officers, officer_of
from console.cache.store import Transaction
from console.cache.views import Counts
from console.cache.visibility import sight_of
from console.domain import events as e
from console.domain.catalog import Catalog
from console.domain.events import EventBody
from console.domain.nameless import commands, does_duty
from console.domain.officer import Officer, Permission, Role
from console.domain.roles import RoleMatrix

NAME_LIMIT = 80
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{1,31}\Z")


def enter_officer(desk: Desk, officer: Officer) -> None:
    """Make an account. Raises ``Refused`` where the id is taken or something in it is wrong."""
    require(desk.officer, Permission.ADMINISTER)
    with desk.store.write() as tx:
        _tell(tx, desk, OFFICERS, [new_account(tx, desk.catalog, officer)])


def new_account(tx: Transaction, catalog: Catalog, officer: Officer) -> e.OfficerEntered:
    """Return the event that makes an account. Raises ``Refused`` where the id is taken or something in it is wrong."""
    if not _ID.match(officer.officer_id):
        raise Refused(
            "Số hiệu gồm 2 đến 32 chữ cái không dấu, chữ số, gạch ngang: «{code}»", code=officer.officer_id
        )
    name = clean_text(officer.name, "họ tên", NAME_LIMIT)
    _require_unit(catalog, officer.unit)
    if not officer.roles:
        raise Refused("Chọn ít nhất một vai trò cho {name}", name=name)
    rank = clean_text(officer.rank, "cấp bậc", NAME_LIMIT) if officer.rank.strip() else ""
    taken = tx.connection.execute(
        select(t.officer.c.officer_id).where(t.officer.c.officer_id == officer.officer_id)
    ).scalar()
    if taken is not None:
        raise Refused("Số hiệu «{code}» đã có người dùng", code=officer.officer_id)
    return e.OfficerEntered(
        officer.officer_id, name, rank, officer.unit, tuple(x.value for x in officer.roles)
    )


def change_officer(desk: Desk, officer_id: str, *, name: str = "", rank: str = "", unit: str = "") -> None:
    """Give an account another name, rank or unit; "" leaves one as it is."""
    require(desk.officer, Permission.ADMINISTER)
    wanted = {
        "name": clean_text(name, "họ tên", NAME_LIMIT) if name else "",
        "rank": clean_text(rank, "cấp bậc", NAME_LIMIT) if rank else "",
        "unit": unit,
    }
    if unit:
        _require_unit(desk.catalog, unit)
    with desk.store.write() as tx:
        before = _officer(tx, officer_id)
        bodies = [
            e.OfficerChanged(officer_id, field, getattr(before, field), value)
            for field, value in wanted.items()
            if value and value != getattr(before, field)
        ]
        _tell(tx, desk, OFFICERS, bodies)


def set_roles(desk: Desk, officer_id: str, roles: Iterable[Role]) -> None:
    """Let an officer have exactly these roles; the last administrator stays one."""
    require(desk.officer, Permission.ADMINISTER)
    wanted = tuple(dict.fromkeys(roles))
    if not wanted:
        raise Refused("Mỗi cán bộ cần ít nhất một vai trò; muốn ngừng thì ngừng tài khoản")
    with desk.store.write() as tx:
        before = _officer(tx, officer_id).roles
        if Role.ADMIN in before and Role.ADMIN not in wanted:
            _require_another_admin(tx, officer_id)
        others = [one for one in active_officers(tx.connection) if one.officer_id != officer_id]
        _require_somebody_left(tx, desk, [*others, replace(_officer(tx, officer_id), roles=wanted)])
        given = [e.RoleGiven(officer_id, role.value) for role in wanted if role not in before]
        taken = [e.RoleTaken(officer_id, role.value) for role in before if role not in wanted]
        _tell(tx, desk, OFFICERS, [*given, *taken])


def disable_officer(desk: Desk, officer_id: str, reason: str) -> None:
    """Let an officer sign in no more. What he holds goes back to the queue by its lease; his deeds keep his name."""
    require(desk.officer, Permission.ADMINISTER)
    words = clean_text(reason, "lý do ngừng tài khoản")
    if officer_id == desk.officer.officer_id:
        raise Refused("Không tự ngừng tài khoản của mình: nhờ quản trị khác")
    with desk.store.write() as tx:
        if Role.ADMIN in _officer(tx, officer_id).roles:
            _require_another_admin(tx, officer_id)
        others = [one for one in active_officers(tx.connection) if one.officer_id != officer_id]
        _require_somebody_left(tx, desk, others)
        _tell(tx, desk, OFFICERS, [e.OfficerDisabled(officer_id, words)])


def enable_officer(desk: Desk, officer_id: str, reason: str) -> None:
    """Let a disabled officer sign in again."""
    require(desk.officer, Permission.ADMINISTER)
    words = clean_text(reason, "lý do mở lại tài khoản")
    with desk.store.write() as tx:
        _officer(tx, officer_id)
        _tell(tx, desk, OFFICERS, [e.OfficerEnabled(officer_id, words)])


def change_grants(
    desk: Desk, role: Role, given: Iterable[Permission], taken: Iterable[Permission], reason: str
) -> RoleMatrix:
    """Let a role do more or less, and return the matrix that is in force now.

    Raises:
        Refused: the matrix would break one of its rules (``RoleMatrix.trouble``); nothing was changed.

    """
    require(desk.officer, Permission.ADMINISTER)
    words = clean_text(reason, "lý do đổi quyền")
    with desk.store.write() as tx:
        now = roles_in_force(tx.connection, desk.rules.roles)
        more = sorted(p.value for p in frozenset(given) - now.grants[role])
        less = sorted(p.value for p in frozenset(taken) & now.grants[role])
        after = now.changed(role, map(Permission, more), map(Permission, less))
        if trouble := after.trouble():
            raise Refused("Chưa đổi quyền: {trouble}", trouble=trouble)
        _require_somebody_left(tx, desk, active_officers(tx.connection), after)
        if more or less:
            _tell(tx, desk, ROLES, [e.RoleGrantsChanged(role.value, tuple(more), tuple(less), words)])
        return after


@dataclass(frozen=True, slots=True)
class SeenAs:
    """What an officer with some roles in some unit would see: numbers and rights, no content."""

    counts: Counts
    permissions: tuple[Permission, ...]


def see_as(desk: Desk, roles: tuple[Role, ...], unit: str, matrix: RoleMatrix | None = None) -> SeenAs:
    """Return what somebody would see who had these roles in this unit, before anything is saved (Y-01, «xem như»).

    Args:
        desk: an administrator's, who may read nothing himself: he gets the numbers of the rail and the rights.
        roles: the roles to try.
        unit: the unit to try.
        matrix: the matrix to try; the one in force when ``None``.

    """
    require(desk.officer, Permission.ADMINISTER)
    _require_unit(desk.catalog, unit)
    rules = desk.rules.with_roles(matrix or desk.rules.roles)
    # An id that nobody has: «của tôi» is empty, and no mark names him.
    officer = rules.roles.seat(Officer("", "", unit, roles))
    with desk.store.read() as connection:
        counts = queue_query.counts(
            connection, officer="?", sight=sight_of(officer, rules), now_ms=desk.store.clock.now_ms()
        )
    return SeenAs(counts, tuple(p for p in Permission if officer.may(p)))


def _require_unit(catalog: Catalog, code: str) -> None:
    if code not in catalog.units:
        raise Refused("Không có đơn vị «{code}»", code=code)


def _officer(tx: Transaction, officer_id: str) -> Officer:
    row = tx.connection.execute(select(t.officer).where(t.officer.c.officer_id == officer_id)).one_or_none()
    if row is None:
        raise Missing("Không có cán bộ «{code}»", code=officer_id)
    return officer_of(row)


def _require_another_admin(tx: Transaction, officer_id: str) -> None:
    others = [
        x for x in active_officers(tx.connection) if Role.ADMIN in x.roles and x.officer_id != officer_id
    ]
    if not others:
        raise Refused("Đây là quản trị duy nhất: giao vai trò quản trị cho người khác trước")


def _require_somebody_left(
    tx: Transaction, desk: Desk, officers: Iterable[Officer], matrix: RoleMatrix | None = None
) -> None:
    """Refuse a change after which a duty has nobody behind it that has somebody now (features Y-05).

    Args:
        tx: where the change is made.
        desk: who makes it.
        officers: who may sign in afterwards, and as what.
        matrix: what roles may do afterwards; as now when ``None``.

    Raises:
        Refused: nobody would read and answer what citizens write, or nobody be called where the ladder ends.

    """
    now = roles_in_force(tx.connection, desk.rules.roles)
    before = [now.seat(one) for one in active_officers(tx.connection)]
    after = [(matrix or now).seat(one) for one in officers]
    if any(map(does_duty, before)) and not any(map(does_duty, after)):
        raise Refused("Đây là cán bộ duy nhất đọc và trả lời được tin của công dân: thêm cán bộ trực trước")
    if any(map(commands, before)) and not any(map(commands, after)):
        raise Refused(
            "Không còn ai là trực chỉ huy: việc khẩn không người nhận sẽ không gọi được ai. Giao vai trò đó cho người khác trước"
        )


def _tell(tx: Transaction, desk: Desk, stream: str, bodies: Iterable[EventBody]) -> None:
    wanted = tuple(bodies)
    if wanted:
        tx.add(stream, *wanted, actor=desk.officer.officer_id, unit=desk.officer.unit)
