"""Keeps chords and letters apart in text fields: to Qt's fields Ctrl+Alt is AltGr, so that Ctrl+Alt+2 would be typed as «2».

The command's key wins, and where no command can run (a dialog is open) nothing is typed either. The right Alt of Windows is the
other way round: on the Vietnamese layout it writes the digits, which stand where ă â ê ô đ are, so it types (officer-day.md §4).
A word that an input method is still composing is ended first (``half_word``).
"""

from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from console.ui.common.keymap import keymap
from console.ui.desk.half_word import HalfWord

_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
_CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_RIGHT_ALT = 0x40
"""Qt's bit for the right Alt in the native modifiers of Windows."""


def writes(event: QKeyEvent, platform: str) -> bool:
    """Return whether a key with Ctrl+Alt down is the right Alt of Windows writing a character."""
    right = platform == "windows" and bool(event.nativeModifiers() & _RIGHT_ALT)
    return right and event.text().isprintable() and bool(event.text())


class ChordGuard(QObject):
    """Watches the field that has the keyboard, whatever window it is in. One for the application, see ``over``."""

    @classmethod
    def over(cls, app: QApplication, platform: str) -> "ChordGuard":
        """Return the application's guard; ``platform`` is Qt's name of the window system."""
        known = app.findChild(cls)
        guard = known if isinstance(known, cls) else cls(app)
        guard.platform = platform
        return guard

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.platform = ""
        self._field: QWidget | None = None
        self._word = HalfWord()
        app.focusChanged.connect(self._moved)
        self._moved(None, app.focusWidget())

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._field is not None:
            with suppress(RuntimeError):  # the field is gone, and the filter with it
                self._field.removeEventFilter(self)
        self._word.forget()
        self._field = new if isinstance(new, _FIELDS) else None
        if self._field is not None:
            self._field.installEventFilter(self)

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._word.hear(event)
            return False
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if not isinstance(event, QKeyEvent):
            return False
        if isinstance(field, QWidget) and self._word.stops(field, event):
            return True
        if event.modifiers() & _CTRL_ALT != _CTRL_ALT:
            return False
        pressed = event.type() == QEvent.Type.KeyPress
        if writes(event, self.platform):
            event.accept()
            return not pressed
        key = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        if not keymap().owner(key):
            return False
        event.ignore()
        return True
