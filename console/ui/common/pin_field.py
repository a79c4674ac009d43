"""The field a PIN is typed into, at the sign-in and under a signature."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from console.domain.pin import LIMIT
from console.ui.common.paint import draw_icon
from console.ui.theme import px, theme_changed


class PinField(QLineEdit):
    """Shows dots only. Paste goes in; neither copy, cut, drag nor undo brings anything out, and no input method sees it.

    Enter asks (``entered``), once a press; Esc forgets what was typed; in the empty field it is the window's.
    """

    entered = Signal()

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(LIMIT)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setProperty("big", True)
        self.setDragEnabled(False)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._keep_methods_out()
        self._restyle()
        theme_changed().changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setTextMargins(px(26), 0, 0, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        edge = px(18)
        draw_icon(QPainter(self), px(12), (self.height() - edge) / 2, "lock", edge, "text3")

    def _keep_methods_out(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def hold(self, held: bool) -> None:
        """Let nothing be typed while a PIN is being checked."""
        self.setReadOnly(held)
        self._keep_methods_out()  # Qt turns it on again with every such change

    def forget(self) -> None:
        """Empty the field, with its memory for undoing."""
        self.setText("")

    def set_wrong(self, wrong: bool, words: str = "") -> None:
        """Show the field as wrong, and tell a screen reader why."""
        self.setProperty("invalid", wrong)
        self.setAccessibleDescription(words)
        self.style().unpolish(self)
        self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if not self.text():
                event.ignore()  # a dialog closes
            elif not self.isReadOnly():
                self.forget()
        else:
            super().keyPressEvent(event)
