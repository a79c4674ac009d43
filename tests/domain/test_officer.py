"""Who may do what (domain.md §7)."""

import pytest

from console.domain.officer import ROLE_NAMES, Officer, Permission, Role
from console.runtime.resources import load_roles

MATRIX = load_roles()
GRANTS = MATRIX.grants
DUTY = Officer("hanh", "Nguyễn Thu Hạnh", "TB-CAT", (Role.PROVINCE_DUTY,), "Đại úy")


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_name_and_grants(role):
    assert ROLE_NAMES[role]
    assert GRANTS[role] <= set(Permission)


@pytest.mark.parametrize(
    ("role", "may_not"),
    [
        (
            Role.PROVINCE_DUTY,
            {Permission.CLOSE_URGENT, Permission.REVEAL_DENOUNCER, Permission.READ_RESTRICTED},
        ),
        (Role.DISTRICT_DUTY, {Permission.CLOSE_URGENT, Permission.APPROVE_REPLY, Permission.ADMINISTER}),
        (Role.REVIEWER, {Permission.REPLY, Permission.CLOSE, Permission.REVEAL, Permission.READ_RESTRICTED}),
        (Role.LEADER, {Permission.REPLY, Permission.CLOSE, Permission.REVEAL}),
        (Role.INSPECTOR, {Permission.REPLY, Permission.CLOSE, Permission.EXPORT}),
        (Role.HANDLER, {Permission.TRANSFER, Permission.CLOSE, Permission.REVEAL}),
    ],
)
def test_what_a_role_may_not(role, may_not):
    assert GRANTS[role].isdisjoint(may_not)


def test_an_administrator_reads_nothing():
    assert GRANTS[Role.ADMIN] == {Permission.ADMINISTER}


def test_only_who_may_read_restricted_cases_may_know_denouncers():
    for role, granted in GRANTS.items():
        if Permission.REVEAL_DENOUNCER in granted:
            assert Permission.READ_RESTRICTED in granted, role


def test_two_roles_add_up():
    both = MATRIX.seat(Officer("x", "X", "TB-CAT", (Role.REVIEWER, Role.HANDLER)))
    assert both.may(Permission.REVIEW)
    assert both.may(Permission.REPLY)
    assert not both.may(Permission.CLOSE)
    assert not MATRIX.seat(Officer("y", "Y", "TB-CAT", ())).may(Permission.READ)


def test_who_was_not_seated_may_do_nothing():
    assert not any(DUTY.may(permission) for permission in Permission)


def test_rank_and_name_as_they_are_shown():
    assert DUTY.title == "Đại úy Nguyễn Thu Hạnh"
    assert Officer("x", "Lê A", "TB-CAT").title == "Lê A"
