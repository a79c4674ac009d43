"""The nameless account goes when somebody with a name can do its work, never sooner; nobody is locked out by it."""

import pytest

from console.actions.accounts import disable_officer, set_roles
from console.actions.desk import Refused
from console.actions.retiring import retire_nameless
from console.cache.accounts import OFFICERS, enter
from console.cache.officer_rows import active_officers
from console.domain import events as e
from console.domain.nameless import NAMELESS, find_nameless
from console.domain.officer import Officer, Role
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


def test_the_last_one_who_reads_and_answers_is_not_disabled(w, admin):
    for one in active(w):
        if one.officer_id not in (ADMIN.officer_id, NAMELESS.officer_id, LONG.officer_id):
            disable_officer(admin, one.officer_id, "chuyển công tác")
    set_roles(admin, LONG.officer_id, (Role.REVIEWER,))
    with pytest.raises(Refused, match="duy nhất đọc và trả lời"):
        disable_officer(admin, NAMELESS.officer_id, "đã có quản trị")
    disable_officer(admin, LONG.officer_id, "chuyển công tác")
    assert {one.officer_id for one in active(w)} == {ADMIN.officer_id, NAMELESS.officer_id}
