"""Who reads no case is told so and led to his pages; he sees no empty queue and no figures of none (domain.md §7)."""

import pytest
from PySide6.QtCore import Qt

from console.app.officers import save_officer
from console.domain import events as e
from console.domain.officer import Officer, Role
from console.ui.desk.pages import DESK
from tests.app.test_administering import append

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ANOTHER = Officer("quan", "Ma Thị Quản", "TB-CAT", (Role.ADMIN,))


@pytest.fixture
def admin(console):
    """The console of an officer who was a duty officer and a commander until a moment ago."""
    save_officer(console.workspace, ANOTHER)
    console.says("u1", "Cháy nhà ở chợ Xanh")
    assert console.window.queue.model.case_count() == 1
    taken = [e.RoleTaken("hanh", role.value) for role in (Role.PROVINCE_DUTY, Role.COMMANDER)]
    append(console, e.RoleGiven("hanh", Role.ADMIN.value), *taken)
    return console


def texts(console):
    state = console.controller.no_cases.state
    return state.title.text(), state.text.text()


def test_an_administrator_sees_why_and_where_to_go_instead_of_an_empty_queue(admin):
    window, page = admin.window, admin.controller.no_cases
    assert page.page.isVisible() and not window.queue.isVisible()
    assert "Quản trị hệ thống" in texts(admin)[0]
    assert "không phải là không có tin" in texts(admin)[1]
    assert not any(item.isVisible() for item in window.rail.views.values())
    assert not window.rail.units.isVisible()
    shown = {code for code, item in window.rail.pages.items() if item.isVisible()}
    assert shown == {"settings", "page.accounts", "page.law"}
    admin.key(Qt.Key.Key_9, CTRL | ALT)
    assert window.pages.code == DESK, "figures of none are no figures"
    admin.key(Qt.Key.Key_S, CTRL | ALT)
    assert window.pages.code == DESK
    admin.key(Qt.Key.Key_F6)
    assert page.doors["page.accounts"].hasFocus()
    admin.key(Qt.Key.Key_Return)
    assert window.pages.code == "page.accounts"
    admin.key(Qt.Key.Key_Escape)
    assert page.page.isVisible()
    page.doors["page.law"].click()
    admin.settle()
    assert window.pages.code == "page.law"


def test_the_desk_comes_back_with_the_right_to_read(admin):
    append(admin, e.RoleGiven("hanh", Role.PROVINCE_DUTY.value))
    assert admin.window.queue.isVisible() and admin.window.rail.units.isVisible()
    assert all(item.isVisible() for item in admin.window.rail.views.values())
    assert admin.window.queue.model.case_count() == 1
    admin.key(Qt.Key.Key_F8)
    assert admin.case().owner == "hanh"


def test_a_disabled_account_is_told_that_it_has_no_rights(admin):
    append(admin, e.OfficerDisabled("hanh", "nghỉ"))
    assert "không còn quyền" in texts(admin)[0]
    assert not any(door.isVisible() for door in admin.controller.no_cases.doors.values())
