"""A PIN with its button, and the words under it when the PIN was wrong or one has to wait."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import Glyph, PlainLabel
from console.ui.common.pin_field import PinField
from console.ui.theme import px

WORDS_LIMIT = 200


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
