"""The nameless account goes when somebody with a name can do its work, never sooner; nobody is locked out by it."""

import pytest

from console.actions.accounts import change_grants, disable_officer, enable_officer, set_roles
from console.actions.desk import Refused
from console.actions.retiring import retire_nameless
from console.cache.accounts import OFFICERS, enter
from console.cache.officer_rows import active_officers
from console.domain import events as e
from console.domain.nameless import NAMELESS, find_nameless
from console.domain.officer import Officer, Permission, Role
from console.record.local import read_case
from tests.actions.test_accounts import ADMIN
from tests.support import DIEP, HANH, LONG


@pytest.fixture
def admin(w):
    with w.store.write() as tx:
        for one in (ADMIN, NAMELESS):
            enter(tx, one)
    return w.desk(ADMIN)


def active(w):
    with w.store.read() as connection:
        return active_officers(connection)


def test_it_goes_with_an_event_and_what_it_did_keeps_its_name(w, admin):
    retire_nameless(admin, {HANH.officer_id, ADMIN.officer_id}, "đã có cán bộ trực")
    with w.store.read() as connection:
        last = read_case(connection, OFFICERS)[-1]
    assert (last.body, last.actor) == (
        e.OfficerDisabled(NAMELESS.officer_id, "đã có cán bộ trực"),
        ADMIN.officer_id,
    )
    assert NAMELESS.officer_id not in {one.officer_id for one in active(w)}
    with pytest.raises(Refused, match="Không còn tài khoản không tên"):
        retire_nameless(admin, {HANH.officer_id}, "lần nữa")


@pytest.mark.parametrize(
    "holders",
    [
        pytest.param((), id="nobody has a PIN"),
        pytest.param((ADMIN.officer_id,), id="an administrator reads nothing"),
        pytest.param((DIEP.officer_id,), id="a district sees the province's messages not"),
        pytest.param((NAMELESS.officer_id,), id="it is not its own successor"),
    ],
)
def test_it_stays_while_nobody_else_could_work_here(w, admin, holders):
    with pytest.raises(Refused, match="cấp PIN"):
        retire_nameless(admin, holders, "đã có cán bộ trực")
    assert NAMELESS.officer_id in {one.officer_id for one in active(w)}


def test_an_account_that_was_given_a_persons_name_is_nobody_elses(w):
    named = Officer(NAMELESS.officer_id, "Bế Thị Bình", NAMELESS.unit, NAMELESS.roles)
    assert find_nameless([named, HANH], {HANH.officer_id}, w.rules.roles) is None


@pytest.fixture
def alone(w, admin):
    """An administrator's desk where only the nameless account does duty; the commander takes and answers nothing himself."""
    for one in active(w):
        if one.officer_id not in (ADMIN.officer_id, NAMELESS.officer_id, LONG.officer_id):
            disable_officer(admin, one.officer_id, "chuyển công tác")
    change_grants(admin, Role.COMMANDER, (), {Permission.CLAIM}, "chỉ huy không nhận việc")
    return admin


def test_the_last_one_who_reads_and_answers_is_not_disabled(w, alone):
    with pytest.raises(Refused, match="duy nhất đọc và trả lời"):
        disable_officer(alone, NAMELESS.officer_id, "đã có quản trị")
    enable_officer(alone, HANH.officer_id, "trở lại")
    disable_officer(alone, NAMELESS.officer_id, "đã có cán bộ trực")
    assert {one.officer_id for one in active(w)} == {ADMIN.officer_id, HANH.officer_id, LONG.officer_id}


def test_the_last_one_who_reads_and_answers_keeps_that_role_and_the_role_its_rights(w, alone):
    before = active(w)
    for wrong in (
        lambda: set_roles(alone, NAMELESS.officer_id, (Role.REVIEWER,)),
        lambda: change_grants(alone, Role.PROVINCE_DUTY, (), {Permission.REPLY}, "thử"),
    ):
        with pytest.raises(Refused, match="duy nhất đọc và trả lời"):
            wrong()
    assert active(w) == before
    set_roles(alone, NAMELESS.officer_id, (Role.PROVINCE_DUTY, Role.REVIEWER))


def test_whom_the_ladder_calls_last_is_somebody(w, admin):
    for wrong in (
        lambda: disable_officer(admin, LONG.officer_id, "nghỉ"),
        lambda: set_roles(admin, LONG.officer_id, (Role.PROVINCE_DUTY,)),
        lambda: change_grants(admin, Role.COMMANDER, (), {Permission.READ}, "thử"),
    ):
        with pytest.raises(Refused):
            wrong()
    with pytest.raises(Refused, match="trực chỉ huy"):
        disable_officer(admin, LONG.officer_id, "nghỉ")
    set_roles(admin, HANH.officer_id, (Role.PROVINCE_DUTY, Role.COMMANDER))
    disable_officer(admin, LONG.officer_id, "nghỉ")


def test_a_desk_that_never_had_a_commander_can_still_be_changed(w, admin):
    set_roles(admin, HANH.officer_id, (Role.COMMANDER,))
    with w.store.write() as tx:
        for one in (HANH, LONG):
            tx.add(OFFICERS, e.OfficerDisabled(one.officer_id, "x"), actor="system", unit="CAT")
    set_roles(admin, DIEP.officer_id, (Role.DISTRICT_DUTY, Role.HANDLER))
    assert Role.HANDLER in next(one for one in active(w) if one.officer_id == DIEP.officer_id).roles
