"""Chords with a digit run their command wherever the keyboard is: Ctrl+Alt+digit is AltGr to a text field, and must not type (§4)."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from console.cache.views import View
from console.ui.composer.tabs import ComposerMode
from console.ui.desk.chord_guard import ChordGuard

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_ALT = CTRL | Qt.KeyboardModifier.AltModifier
RIGHT_ALT = 0x42
"""Qt's native modifiers on Windows while AltGr is down: left Ctrl and right Alt."""


def in_reply(console):
    console.window.composer.start(ComposerMode.REPLY)
    return console.window.composer.reply_edit.toPlainText


def in_note(console):
    console.window.composer.start(ComposerMode.NOTE)
    return console.window.composer.note_edit.toPlainText


def in_find(console):
    console.window.conversation.start_find()
    return console.window.conversation.find_bar.field.text


@pytest.mark.parametrize("where", [in_reply, in_note, in_find])
def test_a_view_is_opened_and_nothing_is_typed(console, where):
    console.says("an", "cho em hoi lam can cuoc")
    console.key(Qt.Key.Key_F8)
    text = where(console)
    QTest.keyClicks(console.app.focusWidget(), "ab")
    console.key(Qt.Key.Key_2, CTRL_ALT)
    assert text() == "ab"
    assert console.window.queue.wanted.view is View.MINE
    console.key(Qt.Key.Key_1, CTRL_ALT)
    assert text() == "ab"
    assert console.window.queue.wanted.view is View.NEW


def test_in_a_dialog_it_neither_types_nor_runs(console):
    console.says("an", "cho em hoi lam can cuoc")
    console.key(Qt.Key.Key_F8)
    console.controller.asking.snooze()
    console.settle()
    console.settle()
    dialog = console.app.activeModalWidget()
    before = console.window.queue.wanted
    dialog.reason.edit.setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_6, Qt.Key.Key_F):
        console.key(key, CTRL_ALT)
    assert dialog.reason.text() == ""
    console.type("mai")
    assert dialog.reason.text() == "mai"
    assert console.window.queue.wanted == before
    # Left open it would take the keys of the tests after this one.
    dialog.close()


def press(console, guard, field, key, text, native):
    """Send a key as the platform does: first whether the field wants it, then the key itself if no shortcut took it.

    Not through ``sendEvent``, which would ask once more and forget which Alt it was.
    """
    override = QKeyEvent(QEvent.Type.ShortcutOverride, key, CTRL_ALT, 3, 0, native, text)
    override.ignore()
    console.app.sendEvent(field, override)
    if override.isAccepted():
        pressed = QKeyEvent(QEvent.Type.KeyPress, key, CTRL_ALT, 3, 0, native, text)
        if not guard.eventFilter(field, pressed):
            field.keyPressEvent(pressed)


@pytest.mark.parametrize(
    ("platform", "native", "typed"),
    [("windows", RIGHT_ALT, "2"), ("windows", 0x06, ""), ("xcb", RIGHT_ALT, "")],
    ids=["altgr", "ctrl-alt", "elsewhere"],
)
def test_the_right_alt_of_windows_writes_the_digit(console, platform, native, typed):
    console.says("an", "cho em hoi lam can cuoc")
    console.key(Qt.Key.Key_F8)
    text = in_note(console)
    field = console.app.focusWidget()
    guard = ChordGuard.over(console.app, platform)
    press(console, guard, field, Qt.Key.Key_2, "2", native)
    guard.platform = ""
    assert text() == typed
