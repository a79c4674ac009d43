"""One registry of commands: keys that survive Vietnamese typing, no key twice, changes refused with a reason."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from console.domain.officer import Permission
from console.runtime.i18n import language, set_language
from console.ui.common.buttons import ActionButton, IconButton
from console.ui.common.commands import COMMANDS, Group, command, group_title
from console.ui.common.keymap import (
    Keymap,
    caps,
    event_is,
    forbidden,
    key_text,
    keymap,
    menu_text,
    normal,
)
from console.ui.desk.keyboard import physical_digit
from console.ui.dialogs.key_editor import KeyEditor

OFFICER_DAY = {
    "claim_next": "F8", "peek_next": "Shift+F8", "claim": "F2", "place": "F4", "transfer": "F9", "return": "Shift+F9",
    "canned": "Ctrl+J", "send": "Ctrl+Return", "note": "F7", "save_note": "Ctrl+S", "tags": "Ctrl+T", "next_pane": "F6",
    "previous_pane": "Shift+F6", "find": "Ctrl+F", "find_next": "F3", "palette": "Ctrl+K", "next": "Ctrl+Down",
    "previous": "Ctrl+Up", "back": "Esc", "snooze": "Ctrl+D", "poll": "F5", "keys": "F1",
    **{f"category.{n}": f"Alt+{n}" for n in range(1, 7)},
    **{f"priority.{n}": f"Ctrl+{n}" for n in range(1, 4)},
    **{f"view.{n}": f"Ctrl+Alt+{n}" for n in range(1, 7)},
}  # fmt: skip


@pytest.fixture(autouse=True)
def defaults(qapp):
    yield
    keymap().use({})
    set_language("vi")


def test_defaults_are_those_of_the_officers_day():
    assert {code: command(code).key for code in OFFICER_DAY} == OFFICER_DAY


def test_no_two_commands_share_a_code_or_a_key():
    assert len({one.code for one in COMMANDS}) == len(COMMANDS)
    keys = [normal(one.key) for one in COMMANDS if one.key]
    assert all(keys)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    "one", [one for one in COMMANDS if one.key and not one.fixed], ids=lambda one: one.code
)
def test_every_default_keeps_the_rules_it_sets_for_others(one):
    other = "undo" if one.code != "undo" else "claim"
    reason = forbidden(other, one.key)
    assert not reason or one.code == "undo"  # Ctrl+Z belongs to the fields too


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("claim", "A"), ("claim", "Shift+A"), ("claim", "5"), ("claim", "Space"), ("claim", "/"), ("claim", "Return"),
        ("send", "Return"), ("send", "Enter"), ("send", "Shift+Return"), ("claim", "Alt+Z"), ("claim", "Ctrl+Shift"),
        ("claim", "Ctrl"), ("claim", "Ctrl+C"), ("claim", "Ctrl+Z"), ("claim", "Ctrl+Left"), ("claim", "Alt+F4"),
        ("claim", "Ctrl+Shift+F9"), ("claim", "Ctrl+A, Ctrl+B"), ("claim", ""), ("claim", "banana"), ("back", "Ctrl+B"),
        ("claim", "Tab"), ("claim", "Down"),
    ],
)  # fmt: skip
def test_keys_that_typing_tools_or_fields_need_are_refused(code, key):
    assert forbidden(code, key)


@pytest.mark.parametrize(
    "key", ["F12", "Shift+F2", "Ctrl+B", "Alt+Q", "Ctrl+Alt+H", "Ctrl+Shift+B", "Alt+Return"]
)
def test_other_keys_are_allowed(key):
    assert forbidden("claim", key) == ""


def test_sending_on_plain_enter_has_its_own_words():
    assert forbidden("send", "Enter") == "Gửi công dân không được nằm ở phím ↵ một mình"


def test_stored_keys_that_clash_or_are_forbidden_stay_at_their_default_and_are_named():
    keys = Keymap()
    said = keys.use({"claim": "F8", "tags": "A", "note": "F12", "gone": "F11"})
    assert keys.overrides() == {"note": "F12"}
    assert (keys.key("claim"), keys.key("tags"), keys.key("note")) == ("F2", "Ctrl+T", "F12")
    assert len(said) == 2
    assert any("Nhãn" in words for words in said)
    assert any("Lấy tin gấp nhất chưa ai giữ" in words for words in said)


def test_two_commands_may_swap_their_keys():
    keys = Keymap()
    assert keys.use({"claim": "F4", "place": "F2"}) == []
    assert (keys.key("claim"), keys.key("place")) == ("F4", "F2")


def test_two_overrides_for_one_key_leave_one():
    keys = Keymap()
    assert len(keys.use({"claim": "F12", "place": "F12"})) == 1
    assert sorted(keys.overrides().values()) == ["F12"]


def press(key, modifiers=Qt.KeyboardModifier.NoModifier, scan=0, text=""):
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, 0, 0, text)


def test_enter_of_the_keypad_is_enter():
    control = Qt.KeyboardModifier.ControlModifier
    assert event_is(press(Qt.Key.Key_Return, control), "send")
    assert event_is(press(Qt.Key.Key_Enter, control | Qt.KeyboardModifier.KeypadModifier), "send")
    assert not event_is(press(Qt.Key.Key_Return), "send")
    keymap().use({"send": "Ctrl+Alt+B"})
    assert not event_is(press(Qt.Key.Key_Return, control), "send")


def test_places_of_the_digits_count_where_the_layout_has_letters():
    assert (
        physical_digit(
            press(Qt.Key.Key_Abreve if hasattr(Qt.Key, "Key_Abreve") else Qt.Key.Key_A, scan=10), "xcb"
        )
        == 1
    )
    assert physical_digit(press(Qt.Key.Key_A, scan=2), "windows") == 1
    assert physical_digit(press(Qt.Key.Key_A, scan=7), "windows") == 6
    assert physical_digit(press(Qt.Key.Key_1, scan=10), "xcb") == 0  # Qt knows this one itself
    assert physical_digit(press(Qt.Key.Key_A, scan=38), "xcb") == 0
    assert physical_digit(press(Qt.Key.Key_A, scan=10), "offscreen") == 0


def test_caps_and_menu_texts():
    assert caps("Ctrl+Return") == ("Ctrl", "↵")
    assert caps("Ctrl++") == ("Ctrl", "Plus")
    assert key_text("send") == "Ctrl ↵"
    assert menu_text("claim") == "Nhận việc hoặc trả về hàng đợi\tF2"
    assert menu_text("merge") == "Gộp với hồ sơ khác…"
    assert menu_text("claim", "A & B") == "A && B\tF2"


def test_hints_and_tooltips_follow_a_changed_key(qtbot, themed):
    owner = QWidget()
    qtbot.addWidget(owner)
    button = ActionButton("Nhận việc", command="claim", parent=owner)
    icon = IconButton("help", "Bảng phím", command="keys", parent=owner)
    assert (button.key(), button.accessibleDescription()) == ("F2", "F2")
    assert "F1" in icon.toolTip()
    keymap().use({"claim": "Ctrl+Alt+B", "keys": "F12"})
    assert (button.key(), button.accessibleDescription()) == ("Ctrl Alt B", "Ctrl Alt B")
    assert "F12" in icon.toolTip()
    owner.deleteLater()
    keymap().use({})  # a follower of a widget that is gone must not be told


def test_words_come_in_the_language_in_force():
    assert command("claim_next").words == "Lấy tin gấp nhất chưa ai giữ"
    set_language("en")
    assert language() == "en"
    for one in COMMANDS:
        assert one.words != one.template or one.template.isascii(), one.code
    assert all(group_title(group) for group in Group)


def test_each_command_that_changes_a_case_names_its_right():
    free = {one.code for one in COMMANDS if one.permission is None and one.group in (Group.CASE, Group.WRITE)}
    assert free == {"find", "undo", "back"}
    assert command("close").permission is Permission.CLOSE


# --- the page where keys are changed ---------------------------------------------------------------------------------


@pytest.fixture
def editor(themed, qtbot):
    shown = KeyEditor(None, {})
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def stroke(editor, qtbot, key, modifiers):
    editor.field.clear()
    qtbot.keyClick(editor.field, key, modifiers)


CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_a_new_key_is_pressed_checked_and_handed_over(editor, qtbot):
    given = []
    editor.requested.connect(given.append)
    qtbot.keyClicks(editor.search, "nhac lai luc")
    assert editor.chosen() == "snooze"
    stroke(editor, qtbot, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    assert "Lấy tin gấp nhất chưa ai giữ" in editor.said.text()
    assert not editor.set_button.isEnabled()
    stroke(editor, qtbot, Qt.Key.Key_B, CTRL | ALT)
    assert editor.said.text() == ""
    editor.set_button.click()
    assert editor.overrides() == {"snooze": "Ctrl+Alt+B"}
    editor.verb.click()
    assert given == [{"snooze": "Ctrl+Alt+B"}]


def test_one_key_and_all_keys_go_back_to_their_defaults(themed, qtbot):
    editor = KeyEditor(None, {"snooze": "Ctrl+Alt+B", "tags": "Ctrl+D"})
    qtbot.addWidget(editor)
    editor.list.select("snooze")
    editor.default_button.click()
    assert "Nhãn" in editor.said.text()  # its default is taken by now
    editor.list.select("tags")
    editor.default_button.click()
    assert editor.overrides() == {"snooze": "Ctrl+Alt+B"}
    editor.all_button.click()
    assert editor.overrides() == {}
