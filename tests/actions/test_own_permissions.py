"""What only the commander may has a permission of its own each: taking one takes nothing else, giving one gives nothing else."""

import pytest
from sqlalchemy import select

from console.actions.classification import set_priority
from console.actions.clocks import decide_extension
from console.actions.closing import close
from console.actions.desk import ActionError, Missing, Refused
from console.actions.foreign import acknowledge
from console.actions.handing_over import hand_over, sign
from console.actions.retention import approve_and_run, hold, lift_hold
from console.actions.transfers import require_right_to_route
from console.actions.viewing import view
from console.cache import tables as t
from console.cache.accounts import ROLES, SPLIT, roles_in_force, split_grants
from console.cache.rebuild import rebuild
from console.cache.walk_state import set_state, state
from console.domain import events as e
from console.domain.case import Outcome
from console.domain.handover import Part
from console.domain.officer import Officer, Permission, Role
from console.runtime.resources import load_retention, load_roles
from tests.support import HANH, LONG

P = Permission
OWN = (P.CLOSE_URGENT, P.LOWER_URGENT, P.ROUTE, P.REASSIGN, P.EXTEND, P.HOLD, P.PURGE, P.ANSWER_FOREIGN)


def fresh(w, *bodies):
    """Return a case of a citizen of its own, read by somebody."""
    case = w.put("cháy nhà có người mắc kẹt", user=f"u{w.rows('SELECT count(*) FROM event')[0][0]}")
    view(w.desk(), case.case_id, case.last_inbound_id)
    if bodies:
        w.add(case.case_id, *bodies)
    return w.case(case.case_id)


def lower(w, officer):
    set_priority(w.desk(officer), fresh(w, e.PriorityChanged("P1", "P3")).case_id, "P3")


def close_urgent(w, officer):
    case = fresh(w, e.PriorityChanged("P1", "P3"))
    close(w.desk(officer), case.case_id, Outcome.UNFOUNDED, "diễn tập")


def route(w, officer):
    case = fresh(w)
    for number in range(w.rules.catalog.escalation.bounces):
        due = w.clock.now_ms() + 1
        w.add(case.case_id, e.CaseTransferred(f"t{number}", "CAH-TPCB", "lý do", due), actor="hanh")
        w.add(case.case_id, e.TransferReturned(f"t{number}", "sai nơi"), actor="diep")
    require_right_to_route(w.desk(officer), w.case(case.case_id))


def reassign(w, officer):
    case = fresh(w)
    w.add(case.case_id, e.CaseClaimed(w.clock.now_ms() + 10**6), actor=HANH.officer_id)
    hand_over(w.desk(officer), case.case_id, HANH.officer_id)


def extend(w, officer):
    decide_extension(w.desk(officer), fresh(w).case_id, "x1", granted=True, document="12/QĐ")


def keep(w, officer):
    case_id = fresh(w).case_id
    hold(w.desk(officer), case_id, "viện kiểm sát yêu cầu")
    lift_hold(w.desk(officer), case_id, "đã xong")


def purge(w, officer):
    approve_and_run(w.desk(officer), load_retention(), "không có")


def answer_foreign(w, officer):
    acknowledge(w.desk(officer), "đ/c Hạnh gửi từ điện thoại")


ACTS = {
    P.CLOSE_URGENT: close_urgent,
    P.LOWER_URGENT: lower,
    P.ROUTE: route,
    P.REASSIGN: reassign,
    P.EXTEND: extend,
    P.HOLD: keep,
    P.PURGE: purge,
    P.ANSWER_FOREIGN: answer_foreign,
}
REFUSALS = ("Vai trò của bạn không được", "Chỉ trực chỉ huy", "trực chỉ huy quyết định", "Bạn không giữ")


def refused_for_his_role(w, permission, officer):
    """Return whether the act is refused for the role; what else may stand against it does not count."""
    try:
        ACTS[permission](w, officer)
    except (Refused, Missing) as error:
        return any(words in str(error) for words in REFUSALS)
    except ActionError:
        return False
    return False


def test_each_has_an_act_and_the_old_ones_have_no_other_meaning():
    assert tuple(ACTS) == OWN
    assert {part for parts in SPLIT.values() for part in parts} == set(OWN) - {P.CLOSE_URGENT}


@pytest.mark.parametrize("permission", OWN)
def test_the_commander_without_it_is_refused_and_with_it_alone_another_role_is_not(w, permission):
    shipped = w.rules.roles
    assert not refused_for_his_role(w, permission, LONG)
    w.rules = w.rules.with_roles(shipped.changed(Role.COMMANDER, (), {permission}))
    assert refused_for_his_role(w, permission, LONG)
    for other in OWN:
        if other is not permission:
            assert not refused_for_his_role(w, other, LONG), other
    duty = Officer("truc", "Trực Ban", "TB-CAT", (Role.PROVINCE_DUTY,))
    w.rules = w.rules.with_roles(shipped)
    assert refused_for_his_role(w, permission, duty)
    w.rules = w.rules.with_roles(shipped.changed(Role.PROVINCE_DUTY, {permission}, ()))
    assert not refused_for_his_role(w, permission, duty)
    for other in OWN:
        if other is not permission:
            assert refused_for_his_role(w, other, duty), other


def test_the_commanders_line_of_the_handover_is_signed_by_whom_the_matrix_says(w):
    """The right is asked for before the shift is looked for only by who signs; here there is no shift at all."""
    able = {role for role in Role if P.SIGN_SHIFT in w.rules.roles.grants[role]}
    assert able == {Role.COMMANDER, Role.LEADER, Role.UNIT_HEAD}
    with pytest.raises(ActionError):
        sign(w.desk(), Part.COMMANDER, LONG.officer_id, "x", lambda _who, _secret: True)


# --- stores of before -----------------------------------------------------------------------------------------------------


def change(w, role, given, taken):
    body = e.RoleGrantsChanged(role.value, tuple(given), tuple(taken), "thí điểm")
    with w.store.write() as tx:
        set_state(tx.connection, "roles.split", "")
        tx.add(ROLES, body, actor="admin", unit="CAT")


def in_force(w):
    with w.store.read() as connection:
        return roles_in_force(connection, load_roles()).grants


def told(w):
    return w.rows("SELECT count(*) FROM event WHERE kind = 'role.grants_changed'")[0][0]


def test_a_matrix_changed_before_keeps_its_meaning(w):
    change(w, Role.UNIT_HEAD, ["close-urgent"], ["approve-reply"])
    change(w, Role.COMMANDER, [], ["close-urgent"])
    split_grants(w.store)
    now = in_force(w)
    parts = set(SPLIT[P.CLOSE_URGENT])
    assert parts <= now[Role.UNIT_HEAD] and P.ANSWER_FOREIGN not in now[Role.UNIT_HEAD]
    assert not parts & now[Role.COMMANDER] and P.ANSWER_FOREIGN in now[Role.COMMANDER]
    assert now[Role.LEADER] == load_roles().grants[Role.LEADER]
    count = told(w)
    split_grants(w.store)
    assert told(w) == count
    with w.store.read() as connection:
        assert state(connection, "roles.split") == "2"
        before = connection.execute(select(t.role_grant).order_by("role", "permission")).all()
    rebuild(w.store)
    with w.store.read() as connection:
        assert connection.execute(select(t.role_grant).order_by("role", "permission")).all() == before


def test_what_is_given_later_gives_only_itself(w):
    split_grants(w.store)
    with w.store.write() as tx:
        body = e.RoleGrantsChanged("chi-huy-don-vi", ("close-urgent",), (), "thí điểm")
        tx.add(ROLES, body, actor="admin", unit="CAT")
    split_grants(w.store)
    assert not set(SPLIT[P.CLOSE_URGENT]) & in_force(w)[Role.UNIT_HEAD]
