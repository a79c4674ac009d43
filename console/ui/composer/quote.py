"""What a reply quotes: one of the citizen's messages, shown over the field until it is taken off or sent (features C-16)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import IconButton
from console.ui.common.labels import PlainLabel
from console.ui.theme import px


class QuoteStrip(QWidget):
    """Hidden while nothing is quoted. ``dropped`` takes the quote off."""

    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message_id = self.text = ""
        self.words = PlainLabel("", "small", "text2", elided=True, told=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.drop = IconButton("act.remove", tr("Bỏ trích dẫn"), edge=26, glyph=14)
        self.drop.clicked.connect(self.clear)
        self.drop.clicked.connect(self.dropped)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(2), 0, 0, 0)
        row.setSpacing(px(6))
        row.addWidget(self.words, 1)
        row.addWidget(self.drop)
        self.hide()

    def show_quote(self, message_id: str, text: str) -> None:
        """Quote a message."""
        self.message_id, self.text = message_id, text
        shown = safe_line(text, 200) or tr("tin không có chữ")
        self.words.setText(tr("Trích: {text}", text=shown))
        self.setVisible(True)

    def clear(self) -> None:
        """Quote nothing."""
        self.message_id = self.text = ""
        self.hide()
