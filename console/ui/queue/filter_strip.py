"""The typed filter under the head of the queue: a field, what is not understood in it, and keeping it as a view."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.domain.queue_filter import LONGEST, ParsedFilter, Vocabulary, parse_filter
from console.runtime.i18n import said, tr
from console.ui.common.buttons import IconButton
from console.ui.common.labels import Pane, PlainLabel
from console.ui.theme import px

WAIT_MS = 200


class _Field(QLineEdit):
    """Down goes to the list, Esc leaves; neither is the field's own."""

    left = Signal()
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class FilterStrip(Pane):
    """A sentence that filters while it is typed; nothing is filtered by a sentence that is not understood.

    Signals:
        parsed(ParsedFilter, str): another filter is in force; the text it came from.
        closed(): the strip is put away, and with it the filter.
        entered(): to the list.
        keep_wanted(str): keep this text as a view of one's own.
    """

    parsed = Signal(object, str)
    closed = Signal()
    entered = Signal()
    keep_wanted = Signal(str)

    def __init__(self, vocabulary: Callable[[], Vocabulary], parent: QWidget | None = None) -> None:
        """Make the strip, hidden; ``vocabulary`` gives the names of this province's codes."""
        super().__init__("list", line="b", parent=parent)
        self._vocabulary = vocabulary
        self._said = ""
        self.field = _Field()
        self.field.setMaxLength(LONGEST + 1)
        self.field.setPlaceholderText(tr("loại:tố giác -thẻ:ma túy chưa:trả lời"))
        self.field.setAccessibleName(tr("Gõ bộ lọc của hàng đợi"))
        self.keep = IconButton("pin", tr("Lưu bộ lọc này"), edge=28, glyph=16)
        self.close_button = IconButton("act.dismiss", tr("Bỏ bộ lọc"), "Esc", edge=28, glyph=16)
        self.trouble = PlainLabel("", "small", "orangeText", wrap=True)
        self.trouble.hide()
        row = QHBoxLayout()
        row.setSpacing(px(4))
        row.addWidget(self.field, 1)
        row.addWidget(self.keep)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(6), px(8), px(6))
        column.setSpacing(px(2))
        column.addLayout(row)
        column.addWidget(self.trouble)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self.apply)
        self.field.textChanged.connect(lambda _text: self._wait.start())
        self.field.left.connect(self.leave)
        self.field.entered.connect(self._enter)
        self.keep.clicked.connect(self._keep)
        self.close_button.clicked.connect(self.leave)
        self.hide()

    def start(self) -> None:
        """Show the strip with the cursor in it."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_text(self, text: str) -> None:
        """Show a filter that is in force already; emits nothing."""
        self._said = text
        if self.field.text() != text:
            self.field.blockSignals(True)  # Qt's own signature
            self.field.setText(text)
            self.field.blockSignals(False)
        self._judge(parse_filter(text, self._vocabulary()))
        self.setVisible(bool(text) or self.field.hasFocus())

    def apply(self) -> None:
        """Read what was typed now, and filter by it if it is understood."""
        self._wait.stop()
        text = self.field.text().strip()
        found = parse_filter(text, self._vocabulary())
        self._judge(found)
        if not found.problems and text != self._said:
            self._said = text
            self.parsed.emit(found, text)

    def _judge(self, found: ParsedFilter) -> None:
        problem = said(found.problems[0].message_vi) if found.problems else ""
        self.trouble.setText(problem)
        self.trouble.setVisible(bool(problem))
        self.keep.setEnabled(bool(found.terms) and not problem)
        self.field.setAccessibleDescription(problem)

    def leave(self) -> None:
        """Put the strip away and filter by nothing typed."""
        self._wait.stop()
        self.field.clear()
        self._wait.stop()
        self._said = ""
        self._judge(ParsedFilter())
        self.hide()
        self.closed.emit()

    def _enter(self) -> None:
        self.apply()
        if self.trouble.isHidden():
            self.entered.emit()

    def _keep(self) -> None:
        self.apply()
        if self.trouble.isHidden() and self.field.text().strip():
            self.keep_wanted.emit(self.field.text().strip())
