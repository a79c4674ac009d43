"""Accounts, roles, and what a role may do: events with before and after, and nobody locks everybody out."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from console.actions.accounts import (
    change_grants,
    change_officer,
    disable_officer,
    enable_officer,
    enter_officer,
    see_as,
    set_roles,
)
from console.actions.desk import Missing, Refused
from console.cache import tables as t
from console.cache.accounts import OFFICERS, ROLES, adopt, enter, roles_in_force
from console.cache.officer_rows import active_officers, officer_of
from console.cache.rebuild import differences
from console.cache.views import View
from console.domain import events as e
from console.domain.officer import Officer, Permission, Role
from console.record.local import read_case
from tests.cache.rig import Rig
from tests.support import DIEP, HANH, TUAN

ADMIN = Officer("quan-tri", "Lý Thị Thu", "CAT", (Role.ADMIN,), "Đại úy")
NEW = Officer("CB-2207", "Đinh Văn Nam", "TB-TPCB", (Role.DISTRICT_DUTY,), "Trung úy")


@pytest.fixture
def admin(w):
    with w.store.write() as tx:
        enter(tx, ADMIN)
    return w.desk(ADMIN)


def told(w, stream=OFFICERS):
    with w.store.read() as connection:
        return read_case(connection, stream)


def known(w, officer_id):
    with w.store.read() as connection:
        return officer_of(
            connection.execute(select(t.officer).where(t.officer.c.officer_id == officer_id)).one()
        )


def test_an_account_is_an_event_with_its_actor_and_can_be_rebuilt(w, admin):
    enter_officer(admin, NEW)
    change_officer(admin, NEW.officer_id, rank="Thượng úy", unit="TB-CAT")
    set_roles(admin, NEW.officer_id, (Role.PROVINCE_DUTY, Role.HANDLER))
    disable_officer(admin, NEW.officer_id, "chuyển công tác")
    bodies = [x.body for x in told(w) if x.actor == ADMIN.officer_id]
    assert bodies == [
        e.OfficerEntered("CB-2207", "Đinh Văn Nam", "Trung úy", "TB-TPCB", ("truc-ban-don-vi",)),
        e.OfficerChanged("CB-2207", "rank", "Trung úy", "Thượng úy"),
        e.OfficerChanged("CB-2207", "unit", "TB-TPCB", "TB-CAT"),
        e.RoleGiven("CB-2207", "truc-ban-tinh"),
        e.RoleGiven("CB-2207", "can-bo-xu-ly"),
        e.RoleTaken("CB-2207", "truc-ban-don-vi"),
        e.OfficerDisabled("CB-2207", "chuyển công tác"),
    ]
    with w.store.read() as connection:
        assert "CB-2207" not in [x.officer_id for x in active_officers(connection)]
    enable_officer(admin, NEW.officer_id, "trở lại")
    assert known(w, "CB-2207") == replace(
        NEW, rank="Thượng úy", unit="TB-CAT", roles=(Role.PROVINCE_DUTY, Role.HANDLER)
    )
    assert differences(w.store) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"officer_id": "a b"},
        {"officer_id": "../x"},
        {"officer_id": HANH.officer_id},
        {"name": "  "},
        {"name": "x" * 81},
        {"unit": "KHÔNG"},
        {"roles": ()},
    ],
)
def test_a_wrong_account_is_not_made(w, admin, wrong):
    before = told(w)
    with pytest.raises(Refused):
        enter_officer(admin, replace(NEW, **wrong))
    assert told(w) == before


def test_nothing_to_change_is_no_event(w, admin):
    before = told(w)
    change_officer(admin, HANH.officer_id, rank=HANH.rank, unit=HANH.unit)
    set_roles(admin, HANH.officer_id, HANH.roles)
    change_grants(admin, Role.REVIEWER, {Permission.READ}, {Permission.REPLY}, "không đổi gì")
    assert told(w) == before and told(w, ROLES) == []


def test_the_last_administrator_stays(w, admin):
    with pytest.raises(Refused, match="duy nhất"):
        set_roles(admin, ADMIN.officer_id, (Role.REVIEWER,))
    with pytest.raises(Refused, match="của mình"):
        disable_officer(admin, ADMIN.officer_id, "nghỉ")
    enter_officer(admin, replace(NEW, officer_id="qt2", roles=(Role.ADMIN,)))
    disable_officer(admin, "qt2", "nghỉ")
    with pytest.raises(Refused, match="duy nhất"):
        set_roles(admin, ADMIN.officer_id, (Role.REVIEWER,))


def test_an_unknown_officer_is_missing(w, admin):
    with pytest.raises(Missing):
        set_roles(admin, "ai", (Role.REVIEWER,))


def test_a_change_of_the_matrix_is_an_event_and_in_force_from_then_on(w, admin):
    after = change_grants(
        admin,
        Role.DISTRICT_DUTY,
        {Permission.APPROVE_REPLY},
        {Permission.EXPORT, Permission.REVIEW},
        "thí điểm",
    )
    assert [x.body for x in told(w, ROLES)] == [
        e.RoleGrantsChanged("truc-ban-don-vi", ("approve-reply",), ("export",), "thí điểm")
    ]
    assert after.seat(DIEP).may(Permission.APPROVE_REPLY) and not after.seat(DIEP).may(Permission.EXPORT)
    with w.store.read() as connection:
        assert roles_in_force(connection, w.rules.roles) == after
    change_grants(
        w.desk(ADMIN), Role.DISTRICT_DUTY, {Permission.EXPORT}, {Permission.APPROVE_REPLY}, "hết thí điểm"
    )
    with w.store.read() as connection:
        assert roles_in_force(connection, w.rules.roles) == w.rules.roles
    assert differences(w.store) == ()


@pytest.mark.parametrize(
    ("role", "given", "taken", "why"),
    [
        (Role.ADMIN, {Permission.READ}, (), "không được đọc"),
        (Role.PROVINCE_DUTY, {Permission.ADMINISTER}, (), "không được đọc"),
        (Role.PROVINCE_DUTY, {Permission.REVEAL_DENOUNCER}, (), "hạn chế"),
        (Role.ADMIN, (), {Permission.ADMINISTER}, "administer"),
        (Role.HANDLER, (), {Permission.READ}, "không được đọc"),
    ],
)
def test_a_matrix_that_breaks_a_rule_is_refused(w, admin, role, given, taken, why):
    with pytest.raises(Refused, match=why):
        change_grants(admin, role, given, taken, "thử")
    assert told(w, ROLES) == []


def test_seeing_as_gives_the_numbers_that_officer_sees_and_no_content(w, admin):
    for number in range(4):
        case = w.put(f"chimxanh {number}", user=str(number))
        if number:
            w.add(case.case_id, e.CaseTransferred(f"t{number}", "TB-TPCB", "địa bàn", 1))
    hidden = w.put("chimxanh ẩn", user="9")
    w.add(hidden.case_id, e.ConflictMarked((), (), "x"))
    for officer, count in ((DIEP, 3), (HANH, 4)):
        seen = see_as(admin, officer.roles, officer.unit)
        assert seen.counts.views[View.ALL_OPEN] == count
        assert seen.counts == w.queries(officer).counts()
        assert "chimxanh" not in repr(seen)
    more = w.rules.roles.changed(Role.DISTRICT_DUTY, {Permission.READ_RESTRICTED}, ())
    assert Permission.READ_RESTRICTED in see_as(admin, DIEP.roles, DIEP.unit, more).permissions
    with pytest.raises(Refused):
        see_as(w.desk(HANH), DIEP.roles, DIEP.unit)


def test_accounts_from_before_are_told_of_once(tmp_path):
    rig = Rig(tmp_path)
    with rig.store.write() as tx:
        for person, active in ((HANH, 1), (TUAN, 0)):
            tx.connection.execute(
                t.officer.insert().values(
                    officer_id=person.officer_id, name=person.name, rank=person.rank, unit=person.unit,
                    roles=",".join(person.roles), active=active,
                )
            )  # fmt: skip
    adopt(rig.store)
    adopt(rig.store)
    assert [x.kind for x in told(rig)] == ["officer.entered", "officer.entered", "officer.disabled"]
    assert differences(rig.store) == ()
    rig.close()
