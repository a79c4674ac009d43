"""What was answered to the reader's own requests in the case; it stands there until he says that he has read it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.cache.views import Told
from console.runtime.i18n import tr
from console.ui.common.answer_words import answer_words
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import PlainLabel
from console.ui.inspector.card import Card
from console.ui.theme import px


class AnswerCard(Card):
    """The answers, one under another, and one button. ``read(tuple)`` carries the ids of those that stood there."""

    read = Signal(tuple)
    fill = "accentSubtle"
    border = "accentBorder"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[Told, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(10))
        column.setSpacing(px(2))
        self.head = PlainLabel("", "small", "accentText", weight=600)
        column.addWidget(self.head)
        self.words = PlainLabel("", "body", weight=600, wrap=True)
        self.detail = PlainLabel("", "small", "text2", wrap=True)
        column.addWidget(self.words)
        column.addWidget(self.detail)
        self.button = ActionButton(tr("Đã rõ"), "act.approve", small=True)
        self.button.clicked.connect(self._send)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column.addSpacing(px(4))
        column.addLayout(row)
        self.hide()

    def _send(self) -> None:
        self.read.emit(tuple(one.answer.request_id for one in self._told))

    def set_told(self, told: Sequence[Told], clocks: Mapping[str, str]) -> None:
        """Show answers, the newest first; none hides the card. ``clocks`` says what the clocks are called, by code."""
        self._told = tuple(told)
        self.setVisible(bool(told))
        asked = any(one.answer.kind != "route" for one in told)
        self.head.setText(
            tr("Trả lời cho đề nghị của bạn") if asked else tr("Quyết định về hồ sơ bạn đang giữ")
        )
        pairs = [answer_words(one, clocks.get(one.answer.code, "")) for one in reversed(self._told)]
        first = pairs[0] if pairs else ("", "")
        rest = [" · ".join(filter(None, pair)) for pair in pairs[1:]]
        self.words.setText(first[0])
        self.detail.setText("\n".join(filter(None, (first[1], *rest))))
        self.detail.setVisible(bool(self.detail.text()))
