"""A number of the handover screen that matters, with its word."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.domain.numerals import number_text
from console.ui.common.paint import draw_icon, draw_text, fill_round
from console.ui.theme import current_theme, px, theme_changed


class Figure(QWidget):
    """A number that matters, with its word."""

    def __init__(self, words: str, icon: str = "", tone: str = "") -> None:
        super().__init__()
        self._words, self._icon, self._tone, self._number = words, icon, tone, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changed().changed.connect(self.updateGeometry)

    def set_number(self, number: int) -> None:
        """Show a number; an alarm's colour only where there is one."""
        self._number = number
        self.setAccessibleName(f"{number_text(number)} {self._words}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(72))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        alarm = self._tone if self._tone and self._number else ""
        border = f"{alarm}Border" if alarm else "border"
        fill_round(painter, box, current_theme().radius("card"), "raised", border)
        ink = f"{alarm}Text" if alarm else "text"
        draw_text(painter, px(16), px(6), number_text(self._number), "display", ink)
        draw_text(painter, px(16), px(46), self._words, "small", "text2")
        if self._icon:
            glyph = px(16)
            tone = ink if alarm else "text3"
            draw_icon(painter, box.width() - px(16) - glyph, px(14), self._icon, glyph, tone)
