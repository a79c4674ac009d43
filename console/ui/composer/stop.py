"""The stop panel: the conversation changed while a reply was being written (features F-02)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import Pane, PlainLabel
from console.ui.theme import px

_LINES, _LETTERS = 3, 300


class StopPanel(Pane):
    """What is new, and two ways on. The text being written is not touched.

    Signals:
        read(): the officer has read the news and writes on.
        overridden(str): send all the same; the reason is kept with the reply.
    """

    read = Signal()
    overridden = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("orangeSubtle", line="t", parent=parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(8), px(16), px(8))
        column.setSpacing(px(4))
        self.title = PlainLabel("", "body", "orangeText", weight=600, wrap=True)
        self.news = PlainLabel("", "body", "text", wrap=True, told=True)
        column.addWidget(self.title)
        column.addWidget(self.news)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self.go_on = ActionButton(tr("Đã đọc, soạn tiếp"), "act.approve", small=True)
        self.go_on.clicked.connect(self.read)
        row.addWidget(self.go_on)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("Lý do vẫn gửi nguyên văn"))
        self.reason.setAccessibleName(tr("Lý do vẫn gửi nguyên văn"))
        self.reason.setMaxLength(300)
        self.reason.textChanged.connect(self._allow)
        self.reason.returnPressed.connect(self._override)
        row.addWidget(self.reason, 1)
        self.send = ActionButton(tr("Vẫn gửi"), "act.send", "warn", small=True)
        self.send.clicked.connect(self._override)
        row.addWidget(self.send)
        column.addLayout(row)
        self._lines, self._letters = _LINES, _LETTERS
        self._allow()

    def set_low(self, low: bool) -> None:
        """Say less of the news in a low window, which must keep the text and the verb in sight."""
        self._lines, self._letters = (_LINES - 1, _LETTERS // 3) if low else (_LINES, _LETTERS)

    def show_news(self, title: str, news: Sequence[str], *, may_override: bool) -> None:
        """Show why sending stopped.

        Args:
            title: what changed, e.g. «Công dân vừa nhắn thêm 1 tin».
            news: the new messages or replies, newest last; the last three are shown, two beginnings in a low window.
            may_override: whether a reason lets the text go out as it is.

        """
        self.title.setText(safe_line(title, 300))
        self.news.setText("\n".join(safe_line(line, self._letters) for line in news[-self._lines :]))
        self.news.setVisible(bool(news))
        self.reason.clear()
        self.reason.setVisible(may_override)
        self.send.setVisible(may_override)
        self.show()

    def _allow(self) -> None:
        self.send.setEnabled(bool(self.reason.text().strip()))

    def _override(self) -> None:
        reason = self.reason.text().strip()
        if reason:
            self.overridden.emit(reason)
