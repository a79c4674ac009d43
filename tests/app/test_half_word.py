"""A word an input method is still composing: ended where it was typed, never taken along, and no Enter decides over it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from console.ui.composer.tabs import ComposerMode
from console.ui.palette.pane import Palette

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def held(console):
    console.says("binh", "hoi ho khau")
    console.says("an", "cho em hoi can cuoc")
    console.key(Qt.Key.Key_F8)
    console.window.composer.start(ComposerMode.REPLY)
    return console


def compose(console, word):
    QApplication.sendEvent(console.app.focusWidget(), QInputMethodEvent(word, []))


def texts(console):
    composer = console.window.composer
    return composer.reply_edit.toPlainText(), composer.note_edit.toPlainText()


def test_the_next_case_gets_nothing_of_it_and_can_be_answered_at_once(held):
    first = held.case()
    held.type("gui ")
    compose(held, "người")
    held.key(Qt.Key.Key_F8)
    assert held.case().case_id != first.case_id
    assert texts(held) == ("", "")
    held.type("da nhan")
    held.window.composer._pressed.invalidate()
    held.key(Qt.Key.Key_Return, CTRL)
    assert [item.text for item in held.controller.room.items if hasattr(item, "not_before")] == ["da nhan"]
    held.controller.entering.open_case(first.case_id)
    held.settle()
    assert texts(held) == ("gui người", "")


def test_a_note_keeps_its_word_when_the_reply_is_opened(held):
    held.window.composer.start(ComposerMode.NOTE)
    compose(held, "mật")
    held.key(Qt.Key.Key_R, CTRL)
    held.type("chao")
    assert texts(held) == ("chao", "mật")


def test_enter_and_esc_only_end_it_in_the_palette(held):
    held.key(Qt.Key.Key_K, CTRL)
    palette = held.app.activeWindow()
    assert isinstance(palette, Palette)
    compose(held, "nhận")
    held.key(Qt.Key.Key_Return)
    assert palette.isVisible()
    assert palette.field.text() == "nhận"
    compose(held, "việc")
    held.key(Qt.Key.Key_Escape)
    assert palette.isVisible()
    assert palette.field.text() == "nhậnviệc"
    held.key(Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_a_dialog_is_decided_with_the_whole_word(held):
    held.key(Qt.Key.Key_D, CTRL)
    dialog = held.app.activeModalWidget()
    dialog.reason.edit.setFocus()
    held.type("cho ")
    compose(held, "giấy")
    held.type("Z")  # a letter is the input method's own business
    assert dialog.reason.text() == "cho Z"
    compose(held, "giấy")
    held.key(Qt.Key.Key_Return, CTRL)
    assert held.app.activeModalWidget() is None
    assert held.case().snooze_reason == "cho Zgiấy"
