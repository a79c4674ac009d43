"""The administration page by real keys: officers, rights, «xem như»; a running console takes every change at once."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from console.app.officers import load_officers, save_officer
from console.cache.accounts import OFFICERS
from console.domain import events as e
from console.domain.nameless import NAMELESS
from console.domain.officer import Officer, Permission, Role
from console.ui.accounts.account import AccountDialog
from console.ui.dialogs.reason import ReasonDialog
from console.ui.frame.toasts import ToastCard

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
BINH = Officer("binh", "Bế Thị Bình", "TB-CAT", (Role.PROVINCE_DUTY,), "Thượng úy")
CODE = "page.accounts"


def append(console, *bodies):
    with console.workspace.store.write() as tx:
        tx.add(OFFICERS, *bodies, actor="quan-tri", unit="TB-CAT")
    console.settle()


@pytest.fixture
def admin(console):
    """The console of officer Hạnh, who administers too, with the page open."""
    save_officer(console.workspace, BINH)
    append(console, e.RoleGiven("hanh", Role.ADMIN.value))
    console.key(Qt.Key.Key_U, CTRL | ALT)
    yield console
    for kind in (AccountDialog, ReasonDialog):
        for left in console.window.findChildren(kind):
            left.reject()
    console.settle()


def page(console):
    return console.window.pages.page(CODE)


def dialog(kind):
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found


def answer(console, position=0):
    console.settle()
    dialog(ReasonDialog).choices[position].click()
    console.key(Qt.Key.Key_Return, CTRL)


def choose(console, officer_id):
    shown = page(console)
    shown.list.choose([one.officer_id for one, _active in shown.officers].index(officer_id))
    shown.list.setFocus()
    console.settle()


def test_the_page_comes_and_goes_with_the_right_without_a_restart(console):
    console.key(Qt.Key.Key_U, CTRL | ALT)
    assert console.window.pages.code == "desk"
    assert CODE not in console.window.rail.pages
    append(
        console, e.RoleGiven("hanh", Role.ADMIN.value), e.OfficerChanged("hanh", "rank", "Đại úy", "Thiếu tá")
    )
    assert console.bench.officer.title == "Thiếu tá Nông Thị Hạnh"
    console.key(Qt.Key.Key_U, CTRL | ALT)
    assert console.window.pages.code == CODE
    append(console, e.RoleTaken("hanh", Role.ADMIN.value))
    assert console.window.pages.code == "desk"
    assert console.window.rail.pages[CODE].isHidden()
    console.key(Qt.Key.Key_U, CTRL | ALT)
    assert console.window.pages.code == "desk"
    append(console, e.OfficerDisabled("hanh", "nghỉ"))
    assert console.bench.officer.grants == frozenset()
    assert console.bench.queries.officer.grants == frozenset()


def test_an_officer_is_added_changed_disabled_and_enabled_by_keys(admin):
    names = [one.name for one, _active in page(admin).officers]
    assert names == ["Bế Thị Bình", "Nông Thị Hạnh", "Mông Văn Tuấn"], "by given name"
    admin.key(Qt.Key.Key_Insert)
    form = dialog(AccountDialog)
    assert not form.verb.isEnabled()
    admin.type("tuan")
    form.name.setFocus()
    admin.type("Hoang Van An")
    form.unit.setCurrentIndex(form.unit.findData("TB-CAT"))
    form.roles.boxes[Role.HANDLER].click()
    admin.key(Qt.Key.Key_Return, CTRL)
    assert form.isVisible()
    assert "đã có người dùng" in form.wrong.text()
    form.code.setText("an")
    assert form.wrong.isHidden()
    admin.key(Qt.Key.Key_Return, CTRL)
    assert load_officers(admin.workspace)["an"].roles == (Role.HANDLER,)
    assert page(admin).officers[0][0].name == "Hoang Van An"
    choose(admin, "an")
    admin.key(Qt.Key.Key_F4)
    form = dialog(AccountDialog)
    form.rank.setText("Trung úy")
    form.roles.boxes[Role.HANDLER].click()
    form.roles.boxes[Role.REVIEWER].click()
    admin.key(Qt.Key.Key_Return, CTRL)
    changed = load_officers(admin.workspace)["an"]
    assert (changed.rank, changed.roles) == ("Trung úy", (Role.REVIEWER,))
    admin.key(Qt.Key.Key_Delete)
    answer(admin)
    assert "an" not in load_officers(admin.workspace)
    assert page(admin).list.lines.lines[0][5] == "Đã ngừng"
    admin.key(Qt.Key.Key_Delete)
    answer(admin)
    assert "an" in load_officers(admin.workspace)
    choose(admin, "hanh")
    admin.key(Qt.Key.Key_Delete)
    answer(admin)
    assert "Không tự ngừng" in page(admin).trouble.text()
    assert page(admin).trouble.isVisible()


def place(console, role, right):
    shown = page(console)
    at = shown.rights.lines.index(tuple(Permission).index(right), 1 + tuple(Role).index(role))
    shown.rights.setCurrentIndex(at)
    shown.rights.setFocus()
    console.settle()


def test_a_right_is_given_by_key_and_works_at_once_and_a_bad_matrix_is_refused_in_place(admin):
    shown = page(admin)
    shown.tabs[1].click()
    place(admin, Role.ADMIN, Permission.READ)
    admin.key(Qt.Key.Key_Return)
    answer(admin)
    assert "không được đọc hay xử lý nội dung" in shown.trouble.text()
    assert Permission.READ not in shown.matrix.grants[Role.ADMIN]
    place(admin, Role.PROVINCE_DUTY, Permission.EXPORT)
    assert shown.rights.currentIndex().data() == "có"
    admin.key(Qt.Key.Key_Space)
    answer(admin)
    assert shown.rights.currentIndex().data() == "–"
    assert shown.trouble.isHidden()
    assert admin.bench.officer.may(Permission.EXPORT), "a commander's role grants it still"
    place(admin, Role.COMMANDER, Permission.EXPORT)
    admin.key(Qt.Key.Key_Return)
    answer(admin)
    assert not admin.bench.officer.may(Permission.EXPORT)
    assert admin.controller.keyboard.why_not("export") != ""
    assert not admin.bench.desk.officer.may(Permission.EXPORT)


def test_seen_as_tells_numbers_and_rights_and_nothing_of_a_case(admin):
    admin.says("an", "co nguoi danh bac o to 5")
    admin.controller._go_to(CODE)
    admin.settle()
    choose(admin, "binh")
    admin.key(Qt.Key.Key_F7)
    shown = page(admin)
    assert shown.roles.chosen() == (Role.PROVINCE_DUTY,)
    assert dict(shown.counts.lines.lines)["Mới"] == "1"
    assert ("trả lời công dân",) in shown.seen_rights.lines.lines
    words = " ".join(
        word for grid in (shown.counts, shown.seen_rights) for line in grid.lines.lines for word in line
    )
    assert "danh bac" not in words
    assert "CB26" not in words
    shown.roles.boxes[Role.PROVINCE_DUTY].click()
    shown.roles.boxes[Role.ADMIN].click()
    admin.settle()
    assert dict(shown.counts.lines.lines)["Mới"] == "0"
    assert shown.seen_rights.lines.lines == [("quản trị cán bộ, quyền, thư viện",)]


def test_hostile_names_are_shown_as_written(admin, tmp_path):
    canary = QImage(QSize(40, 40), QImage.Format.Format_RGB32)
    canary.fill(Qt.GlobalColor.magenta)
    canary.save(str(tmp_path / "canary.png"))
    name = f'<img src="file://{tmp_path}/canary.png"><b>x</b>\u202e'[:200]
    save_officer(admin.workspace, Officer("xau", name, "TB-CAT", (Role.HANDLER,), "<i>Trung úy</i>"))
    admin.settle()
    line = next(x for x in page(admin).list.lines.lines if x[0].startswith("<img"))
    assert "\u202e" not in line[0]
    assert line[1] == "<i>Trung úy</i>"
    choose(admin, "xau")
    admin.key(Qt.Key.Key_F4)
    for widget in (admin.window, dialog(AccountDialog)):
        image = widget.grab().toImage()
        colours = {
            image.pixelColor(x, y).name()
            for x in range(0, image.width(), 5)
            for y in range(0, image.height(), 5)
        }
        assert "#ff00ff" not in colours
    admin.key(Qt.Key.Key_Return, CTRL)
    cards = [card.toast.title for card in admin.window.findChildren(ToastCard) if card.isVisible()]
    assert any("<i>Trung úy</i>" in title for title in cards)


def test_the_nameless_account_is_offered_to_go_when_officers_with_names_can_work(admin, monkeypatch):
    """A store begins with «Trực ban», nobody's own; it goes by key, and only when somebody could take over."""
    holders = {"hanh": False}
    monkeypatch.setattr(admin.bench, "pin_holders", lambda: dict(holders))
    save_officer(admin.workspace, NAMELESS)
    append(admin, e.RoleTaken("hanh", Role.PROVINCE_DUTY.value), e.RoleTaken("hanh", Role.COMMANDER.value))
    shown = page(admin)
    assert shown.nameless.isVisible() and "Thêm cán bộ trực" in shown.nameless.text()
    assert not shown.retire.isVisible()
    choose(admin, NAMELESS.officer_id)
    admin.key(Qt.Key.Key_Delete)
    answer(admin)
    assert "chưa cán bộ trực nào" in shown.trouble.text()
    holders["binh"] = True
    append(admin, e.OfficerChanged("binh", "rank", "Thượng úy", "Đại úy"))
    assert shown.retire.isVisible() and "Đại úy Bế Thị Bình" in shown.nameless.text()
    shown.list.setFocus()
    admin.key(Qt.Key.Key_F9)
    answer(admin)
    assert NAMELESS.officer_id not in load_officers(admin.workspace)
    assert not shown.nameless.isVisible() and shown.trouble.text() == ""
