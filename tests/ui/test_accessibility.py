"""What a screen reader is told: every screen, walked as Qt hands it out, through each command that opens something."""

import re

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from console.actions.desk import Desk
from console.runtime.bridge import Bridge
from console.runtime.jobs import ManualRunner
from console.runtime.resources import load_reply_policy
from console.ui.common.commands import COMMANDS
from console.ui.composer.tabs import ComposerMode
from console.ui.desk.pages import DESK
from console.ui.theme import apply_theme
from tests.scene import HANH, scene
from tests.shots import ShotBench, open_main, settle

ROLE = QAccessible.Role
NAME = QAccessible.Text.Name
NEEDS_NAME = {
    ROLE.Button, ROLE.CheckBox, ROLE.RadioButton, ROLE.EditableText, ROLE.ComboBox, ROLE.List, ROLE.Table, ROLE.ListItem,
    ROLE.Cell, ROLE.SpinBox, ROLE.Slider, ROLE.PageTab, ROLE.MenuItem, ROLE.ButtonMenu, ROLE.Dialog, ROLE.Tree,
}  # fmt: skip


class NoPictures:
    class _Signal:
        def connect(self, _slot):
            pass

    ready = _Signal()

    def thumbnail(self, _file_id, _width, _height):
        return None


@pytest.fixture
def desk(qapp, tmp_path, monkeypatch):
    """The afternoon's main screen with the urgent case open; file choosers answer that nothing was chosen."""
    for chooser in ("getSaveFileName", "getOpenFileName", "getOpenFileNames", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, chooser, lambda *_args, **_more: ("", ""))
    apply_theme(qapp, "light", 1.0)
    with scene(tmp_path / "profile") as workspace:
        runner, bridge = ManualRunner(), Bridge()
        store_desk = Desk(workspace.store, HANH, workspace.rules, load_reply_policy())
        bench = ShotBench(workspace, store_desk, runner, runner, bridge, NoPictures(), {})
        window, controller = open_main(qapp, bench, runner, 1700, 1000)
        yield window, controller, lambda: settle(qapp, runner)
        for dialog in open_dialogs():
            dialog.close()
        window.close()
        settle(qapp, runner)
        window.deleteLater()
        bridge.close()
        qapp.processEvents()


def open_dialogs():
    found = (QApplication.activeModalWidget(), QApplication.activePopupWidget())
    return [widget for widget in found if widget is not None]


def nodes(root: QWidget):
    """Return (role, name, state, path) of everything visible under a widget, in the order a screen reader meets it."""
    found = []

    def walk(node, path):
        if node is None or not node.isValid() or node.state().invisible:
            return
        label = type(node.object()).__name__ if node.object() else str(node.role()).rpartition(".")[2]
        here = f"{path}/{label}"
        found.append((node.role(), node.text(NAME).strip(), node.state(), here))
        for number in range(min(node.childCount(), 80)):
            walk(node.child(number), here)

    walk(QAccessible.queryAccessibleInterface(root), "")
    return found


def nameless(root):
    """Return what can be focused or pressed and has no name."""
    return [
        path
        for role, name, state, path in nodes(root)
        if not name and not state.disabled and (role in NEEDS_NAME or state.focusable)
    ]


def test_everything_on_every_screen_that_a_command_opens_has_a_name(desk):
    window, controller, rest = desk
    bare = {"window": nameless(window)}
    seen = 0
    for one in COMMANDS:
        if controller.keyboard.why_not(one.code) or one.code in ("send", "claim_next", "close_now"):
            continue
        controller.keyboard.run_command(one.code)
        rest()
        dialogs = open_dialogs()
        while dialogs:
            dialog = dialogs[0]
            bare[f"{one.code}: {type(dialog).__name__}"] = nameless(dialog)
            seen += 1
            dialog.close()
            rest()
            dialogs = [left for left in open_dialogs() if left is not dialog]
        bare[one.code] = nameless(window)
    for code in list(controller._window.pages._specs):
        window.pages.open(code)
        rest()
        bare[code] = nameless(window)
    window.pages.open(DESK)
    assert {place: paths for place, paths in bare.items() if paths} == {}
    assert seen >= 12


def test_panes_come_in_the_order_of_the_design(desk):
    window, _controller, _rest = desk
    names = [name for _role, name, _state, _path in nodes(window)]
    order = [
        "Mục và đơn vị",
        "Hàng đợi",
        "Hội thoại với công dân",
        "Trả lời công dân",
        "Hồ sơ bên phải",
        "Thanh trạng thái",
    ]
    places = [names.index(name) for name in order]
    assert places == sorted(places)


def test_a_row_of_the_queue_says_what_matters_before_what_was_written(desk):
    window, _controller, _rest = desk
    rows = [name for role, name, _state, _path in nodes(window) if role == ROLE.Cell and "số CB26" in name]
    urgent = next(row for row in rows if "CB26-01482" in row)
    assert re.match(
        r"Khẩn cấp\. Tố giác về tội phạm\. Công dân 4F7K, số CB26-01482\. .*Còn 4 ngày\. .*Đơn vị Trực ban CATP\. "
        r".*phụ trách\. .*Bọn họ",
        urgent,
    )
    unread = [row for row in rows if "tin chưa đọc" in row and "Đơn vị" in row]
    assert len(unread) >= 2
    for row in unread:
        number, news, unit = (row.index(part) for part in ("số CB26", "tin chưa đọc", "Đơn vị"))
        assert number < news < unit < row.index("Chưa ai giữ" if "Chưa ai giữ" in row else "phụ trách")
    high = [row for row in rows if "Mức cao" in row]
    assert high
    assert all(row.startswith("Mức cao. ") for row in high)


def test_the_note_field_says_that_no_citizen_sees_it(desk):
    window, _controller, rest = desk
    window.composer.start(ComposerMode.NOTE)
    rest()
    fields = [name for role, name, _state, _path in nodes(window.composer) if role == ROLE.EditableText]
    assert fields == ["Ghi chú nội bộ, công dân không thấy"]


def test_every_icon_button_has_a_tooltip_too(desk):
    window, _controller, _rest = desk
    from console.ui.common.buttons import IconButton

    buttons = window.findChildren(IconButton)
    assert len(buttons) > 12
    assert [button.accessibleName() for button in buttons if not button.toolTip()] == []


def test_targets_are_large_enough(desk):
    """26 px for what stands inside a line, 28 px elsewhere (visual-design.md §7)."""
    window, _controller, _rest = desk
    from PySide6.QtWidgets import QAbstractButton

    small = [
        (type(button).__name__, button.accessibleName(), button.width(), button.height())
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and min(button.width(), button.height()) < 26
    ]
    links = {name for name, *_rest in small}
    assert links <= {"ActionButton", "_TagButton", "PillButton"}, small
    assert all(height >= 20 for _kind, _name, _width, height in small), small
    assert window.childAt(QPoint(5, 5)) is not None
