"""The field a PIN is typed into, and the words under it when the PIN was wrong or one has to wait."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import Glyph, PlainLabel
from console.ui.common.paint import draw_icon
from console.ui.theme import px, theme_changed

PIN_LIMIT = 64
"""Characters of a PIN at most; a longer paste is cut."""
WORDS_LIMIT = 200


class PinField(QLineEdit):
    """Shows dots only. Paste goes in; neither copy, cut, drag nor undo brings anything out, and no input method sees it.

    Enter asks (``entered``), once a press; Esc forgets what was typed; in the empty field it is the window's.
    """

    entered = Signal()

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(PIN_LIMIT)
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


class FieldError(QWidget):
    """One line in red with its sign, taking no room while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(4), 0, 0)
        row.setSpacing(px(4))
        row.addWidget(Glyph("circle-alert", "redText"), alignment=Qt.AlignmentFlag.AlignTop)
        self.label = PlainLabel("", "small", "redText", weight=500, wrap=True)
        row.addWidget(self.label, 1)
        self.hide()

    def say(self, words: str) -> None:
        """Show words, or nothing."""
        self.label.setText(words)
        self.setVisible(bool(words))


class PinAsk(QWidget):
    """A PIN field with its label, its error and its button, and the wait after too many wrong ones.

    ``asked(str)`` carries the PIN, never an empty one, and nothing while one has to wait or a PIN is being checked.
    """

    asked = Signal(str)

    def __init__(self, hint: str, verb: str, verb_icon: str = "") -> None:
        super().__init__()
        self._verb, self._wait_s, self._busy, self._open = verb, 0, False, True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.column = column
        column.addWidget(PlainLabel(tr("PIN"), "body", weight=500))
        column.addSpacing(px(4))
        self.pin = PinField(tr("PIN"), hint)
        self.pin.entered.connect(self.ask)
        column.addWidget(self.pin)
        self.error = FieldError()
        column.addWidget(self.error)
        column.addSpacing(px(16))
        self.button = ActionButton(verb, verb_icon, "primary", "↵")
        self.button.setProperty("big", True)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.ask)
        column.addWidget(self.button)
        self._refresh()

    def _may(self) -> bool:
        return self._open and not self._busy and not self._wait_s

    def _refresh(self) -> None:
        if self._busy:
            words = tr("Đang kiểm tra…")
        elif self._wait_s:
            words = tr("Thử lại sau {time}", time=f"{self._wait_s // 60}:{self._wait_s % 60:02d}")
        else:
            words = self._verb
        if self.button.label() != words:
            self.button.set_label(words)
        self.button.setEnabled(self._may())

    def ask(self) -> None:
        """Hand the PIN over if there is one and one may try now."""
        if not self.pin.text():
            self.pin.setFocus()
        elif self._may():
            self.asked.emit(self.pin.text())

    def set_open(self, opened: bool) -> None:
        """Say whether there is anybody to sign in at all."""
        self._open = opened
        self._refresh()

    def show_error(self, words: str, wait_s: int = 0) -> None:
        """Say what was wrong ("" for nothing any more); for ``wait_s`` seconds nobody can try."""
        self._wait_s = max(0, wait_s)
        said = safe_line(words, WORDS_LIMIT)
        self.error.say(said)
        self.pin.set_wrong(bool(said), said)
        self.pin.selectAll()
        self._refresh()

    def tick(self) -> None:
        """One second of the wait is over."""
        if self._wait_s:
            self._wait_s -= 1
            self._refresh()

    def set_busy(self, busy: bool) -> None:
        """Show that a PIN is being checked."""
        self._busy = busy
        self.pin.hold(busy)
        self._refresh()

    def forget(self) -> None:
        """Forget the typed PIN."""
        self.pin.forget()
