"""A word an input method is still composing: no key decides over it, and none of it goes astray (officer-day.md §6: half a word sent).

Telex and VNI by IBus or Fcitx keep each word as a preedit until the next blank. A key that does something (a command, Ctrl+Enter,
a function key) first ends the word, in the field where it was typed; Enter and Esc end it and do nothing else.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from console.ui.common.composing import WAITS, end_word

_CHORDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ONLY_END = _ENTER | {Qt.Key.Key_Escape}
_MODIFIERS = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock}
)  # fmt: skip


class HalfWord:
    """The word in the field that has the keyboard."""

    def __init__(self) -> None:
        self._word = ""

    def forget(self) -> None:
        """Know of no word: another field has the keyboard, and Qt has ended the word in the one before."""
        self._word = ""

    def hear(self, event: QInputMethodEvent) -> None:
        """Take what the input method shows now."""
        self._word = event.preeditString()

    def stops(self, field: QWidget, event: QKeyEvent) -> bool:
        """End the word if a key would do something; return whether the key shall do nothing but that."""
        if not self._word or not _does_something(event):
            return False
        enter, chord = event.key() in _ENTER, bool(event.modifiers() & _CHORDS)
        if enter and field.property(WAITS):
            return (
                False  # the composer ends the word itself, and sends when the input method has let go of it
            )
        alone = event.key() in _ONLY_END and not chord
        if alone and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        end_word(field, lambda: self._word)
        return alone


def _does_something(event: QKeyEvent) -> bool:
    key = event.key()
    if key in _MODIFIERS:
        return False
    function = Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35
    return function or key in _ONLY_END or bool(event.modifiers() & _CHORDS)
