"""The script of officer-day.md §3 by real key events, counted: each act within its budget, letters typed apart.

What is counted is what the officer presses. Letters of a place, a search or a text are not; Enter, chords and function keys are.
"""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.actions import classification, transfers
from console.actions.desk import Desk
from console.cache.views import NoteItem, ReplyItem
from console.domain.case import CaseState, TransferState
from console.domain.officer import Officer, Role
from console.runtime.resources import load_reply_policy
from console.ui.common.commands import COMMANDS, Bound
from console.ui.common.keymap import keymap
from console.ui.desk.keyboard import physical_digit

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
TIP = "co nhom danh bac o sau cho xanh, dang choi"
QUESTION = "cho em hoi lam can cuoc can giay to gi"


class Counting:
    """Presses keys at the console and counts them."""

    def __init__(self, console):
        self.console = console
        self.count = 0

    def press(self, key, modifier=NONE):
        self.count += 1
        popup = QApplication.activePopupWidget()
        target = (popup.focusWidget() or popup) if popup is not None else None
        QTest.keyClick(target or self.console.app.focusWidget() or self.console.window, key, modifier)
        self.console.settle()

    def letters(self, text):
        """Type letters, which no budget counts."""
        popup = QApplication.activePopupWidget()
        target = (popup.focusWidget() or popup) if popup is not None else self.console.app.focusWidget()
        QTest.keyClicks(target, text)
        self.console.settle()


@pytest.fixture
def keys(console):
    return Counting(console)


def items(console, kind):
    return [item for item in console.controller.room.items if isinstance(item, kind)]


def test_claiming_the_most_urgent_takes_one_key(console, keys):
    console.says("an", QUESTION)
    console.says("binh", "cuu voi, no dang cam dao duoi danh nguoi o cho xanh")
    keys.press(Qt.Key.Key_F8)
    case = console.case()
    assert (case.owner, case.state, case.unread) == ("hanh", CaseState.HELD, 0)
    assert "dao" in console.controller.room.items[0].text
    assert keys.count == 1


def test_triage_takes_at_most_seven_keys_beside_the_place(console, keys):
    console.says("binh", TIP)
    keys.press(Qt.Key.Key_F8)
    keys.press(Qt.Key.Key_1, ALT)
    keys.press(Qt.Key.Key_1, CTRL)
    keys.press(Qt.Key.Key_F4)
    keys.letters("cho xanh")
    keys.press(Qt.Key.Key_Return)
    case = console.case()
    assert case.owner == "hanh"
    assert case.category in ("TO_GIAC", "TIN_BAO")
    assert (case.priority, case.district) == ("P1", "TPCB")
    assert keys.count <= 7
    assert keys.count == 5


def test_an_answer_from_a_template_takes_at_most_six_keys(console, keys):
    console.says("an", QUESTION)
    console.key(Qt.Key.Key_F8)
    keys.press(Qt.Key.Key_J, CTRL)
    for letter in (Qt.Key.Key_X, Qt.Key.Key_N):
        keys.press(letter)
    keys.press(Qt.Key.Key_Return)
    assert items(console, ReplyItem) == []
    text = console.window.composer.reply_edit.toPlainText()
    assert text
    keys.press(Qt.Key.Key_Return, CTRL)
    (reply,) = items(console, ReplyItem)
    assert reply.text == text.strip()
    assert keys.count <= 6
    console.send()
    (post,) = console.posts()
    assert post["body"]["message"]["text"] == text.strip()


def test_a_note_takes_two_keys_and_reaches_nobody(console, keys):
    console.says("binh", TIP)
    console.key(Qt.Key.Key_F8)
    keys.press(Qt.Key.Key_F7)
    keys.letters("da goi truc ban")
    keys.press(Qt.Key.Key_S, CTRL)
    assert [note.text for note in items(console, NoteItem)] == ["da goi truc ban"]
    assert keys.count == 2
    console.send()
    assert console.posts() == []


def test_a_transfer_takes_at_most_three_keys_once_the_place_is_set(console, keys):
    console.says("binh", TIP)
    console.key(Qt.Key.Key_F8)
    console.key(Qt.Key.Key_1, ALT)
    case_id = console.case().case_id
    console.bench.act(
        lambda desk: classification.set_place(desk, case_id, "TPCB", "sau chợ Xanh"), lambda _d: None, _raise
    )
    console.settle()
    keys.press(Qt.Key.Key_F9)
    keys.press(Qt.Key.Key_Return)
    case = console.case()
    assert case.transfer.to_unit in console.bench.catalog.units_of_place("TPCB", "sau chợ Xanh")
    assert case.transfer.state is TransferState.PENDING
    assert "chợ Xanh" in case.transfer.reason
    assert keys.count <= 3


def test_accepting_a_transfer_takes_one_key(console, keys):
    console.says("binh", TIP)
    console.key(Qt.Key.Key_Down, CTRL)
    console.window.queue.view.rest.timeout.emit()
    console.settle()
    case_id = console.case().case_id
    sender = Officer("diep", "Nông Thị Điệp", "TB-TPCB", (Role.PROVINCE_DUTY,), "Trung úy")
    workspace = console.workspace
    other = Desk(workspace.store, sender, workspace.rules, load_reply_policy())
    own = console.officer.unit
    transfers.transfer(other, case_id, "TB-TPCB", "thuộc địa bàn")
    transfers.accept(other, case_id)
    transfers.transfer(other, case_id, own, "thuộc tỉnh")
    console.settle()
    keys.press(Qt.Key.Key_F2)
    case = console.case()
    assert (case.transfer.state, case.owner) == (TransferState.ACCEPTED, "hanh")
    assert keys.count == 1


def test_the_next_missing_question_takes_one_key_and_sending_it_one_more(console, keys):
    console.says("binh", "co nhom danh bac")
    console.key(Qt.Key.Key_F8)
    console.key(Qt.Key.Key_1, ALT)
    missing = console.controller.room.detail.checklist.missing
    assert missing
    keys.press(Qt.Key.Key_J, CTRL | ALT)
    assert items(console, ReplyItem) == []
    assert "xảy ra lúc mấy" in console.window.composer.reply_edit.toPlainText()
    keys.press(Qt.Key.Key_Return, CTRL)
    (reply,) = items(console, ReplyItem)
    assert "xảy ra lúc mấy" in reply.text
    assert keys.count == 2


def _raise(error):
    raise error


# -- the keys of §4 -----------------------------------------------------------------------------------------------

SECTION_4 = {
    "claim_next": "F8",
    "peek_next": "Shift+F8",
    "claim": "F2",
    "place": "F4",
    **{f"category.{n}": f"Alt+{n}" for n in range(1, 7)},
    **{f"priority.{n}": f"Ctrl+{n}" for n in range(1, 4)},
    "transfer": "F9",
    "return": "Shift+F9",
    "canned": "Ctrl+J",
    "send": "Ctrl+Return",
    "note": "F7",
    "save_note": "Ctrl+S",
    "tags": "Ctrl+T",
    "next_pane": "F6",
    "previous_pane": "Shift+F6",
    "find": "Ctrl+F",
    "find_next": "F3",
    "palette": "Ctrl+K",
    "next": "Ctrl+Down",
    "previous": "Ctrl+Up",
    "back": "Esc",
    "snooze": "Ctrl+D",
    "poll": "F5",
    "keys": "F1",
    **{f"view.{n}": f"Ctrl+Alt+{n}" for n in range(1, 7)},
}


def test_the_table_of_section_4_is_the_keymap():
    assert {code: keymap().key(code) for code in SECTION_4} == SECTION_4


def test_no_command_is_a_bare_letter_or_digit_or_a_switch_of_an_input_method():
    for one in COMMANDS:
        parts = keymap().key(one.code).split("+")
        bare = len(parts) == 1 and len(parts[0]) == 1
        assert not bare, one.code
        assert parts != ["Alt", "Z"]
        assert parts != ["Ctrl", "Shift"]


@pytest.mark.parametrize("number", range(1, 4))
def test_the_keypad_is_a_twin_of_the_digit_row(console, number):
    console.says("binh", TIP)
    console.key(Qt.Key.Key_F8)
    console.key(Qt.Key(Qt.Key.Key_0 + number), CTRL | Qt.KeyboardModifier.KeypadModifier)
    assert console.case().priority == f"P{number}"


@pytest.mark.parametrize(
    ("platform", "scan", "digit"), [("windows", 2, 1), ("windows", 10, 9), ("xcb", 10, 1), ("wayland", 12, 3)]
)
def test_a_digit_is_known_by_its_place_on_a_layout_with_other_characters(platform, scan, digit):
    press = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Abreve if hasattr(Qt.Key, "Key_Abreve") else 0x102, ALT, scan, 0, 0
    )
    assert physical_digit(press, platform) == digit
    plain = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, ALT, scan, 0, 0)
    assert physical_digit(plain, platform) == 0


def decided(case):
    """What an officer decides about a case; a look changes none of it."""
    return (case.state, case.owner, case.category, case.priority, case.district, case.tags, case.transfer)


def test_letters_alone_do_nothing_in_queue_and_conversation(console):
    console.says("binh", TIP)
    console.key(Qt.Key.Key_F8)
    before = decided(console.case())
    window = console.window
    for pane in (window.queue.view, window.conversation.thread_view, window.inspector):
        pane.setFocus()
        for letter in "ajknrcleptdiz":
            QTest.keyClicks(console.app.focusWidget() or window, letter)
        console.settle()
    assert console.app.activeModalWidget() is None
    assert decided(console.case()) == before
    assert {one.bound for one in COMMANDS if one.code in ("send", "save_note")} == {Bound.FIELD}
