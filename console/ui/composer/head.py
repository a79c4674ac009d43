"""The head of the composer: its two tabs, and whom a text goes to or why it cannot go."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.domain.text import safe_line
from console.ui.common.labels import PlainLabel
from console.ui.common.paint import draw_icon, text_width
from console.ui.composer.tabs import ComposerMode, ModeTabs
from console.ui.theme import px


class ComposerHead(QWidget):
    """Tabs at the left, a sentence at the right; under the tabs where there is no room beside them."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = self._short = ""
        self._note = False
        self.tabs = ModeTabs()
        self.tabs.chosen.connect(self.chosen)
        self.beside = PlainLabel("", "small", "text2")
        self.beside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.beside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.under = PlainLabel("", "small", "text2", wrap=True)
        self.under.hide()
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.tabs)
        row.addWidget(self.beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(row)
        column.addWidget(self.under)

    def words(self) -> str:
        """Return the sentence."""
        return self._words

    def show_words(self, mode: ComposerMode, words: str, tone: str, short: str = "") -> None:
        """Show a tab as chosen and a sentence in a colour; ``short`` stands for it where the whole does not fit."""
        self._words, self._note = safe_line(words, 300), mode is ComposerMode.NOTE
        self._short = safe_line(short, 120)
        self.tabs.set_mode(mode)
        for label in (self.beside, self.under):
            label.set_tone(tone)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self.tabs.sizeHint().width() - px(12 + 24)
        shown = next((w for w in (self._words, self._short) if w and text_width(w, "small") <= room), "")
        self.beside.setText(shown)
        self.beside.setAccessibleName(self._words)
        self.under.setText("" if shown else self._words)
        self.under.setVisible(not shown and bool(self._words))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._note or not self.beside.text():
            return
        glyph, place = px(16), self.beside.geometry()
        left = place.right() - text_width(self.beside.text(), "small") - glyph - px(6)
        top = place.center().y() - glyph / 2
        draw_icon(QPainter(self), left, top, "note.hidden", glyph, "noteText")
