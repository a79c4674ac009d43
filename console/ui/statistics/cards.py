"""One number of the top row: name, value, change against the period before, a line below."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.common.paint import draw_focus_ring, draw_text, fill_round, text_width
from console.ui.theme import current_theme, px, theme_changed

HEIGHT = 102
_TONES = {
    "": ("neutralSubtle", "neutralBorder", "neutralText"),
    "green": ("greenSubtle", "greenBorder", "greenText"),
    "orange": ("orangeSubtle", "orangeBorder", "orangeText"),
    "red": ("redSubtle", "redBorder", "redText"),
}


class NumberCard(QWidget):
    """A figure. It is pressed like a button where it leads to cases.

    Signals:
        pressed(): clicked or entered.
    """

    pressed = Signal()

    def __init__(self, title: str) -> None:
        """Take its name."""
        super().__init__()
        self._title = title
        self._value = self._unit = self._change = self._detail = ""
        self._tone = ""
        self._alarm = self._leads = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changed().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedHeight(px(HEIGHT))

    def show_number(
        self,
        value: str,
        unit: str,
        *,
        detail: str,
        change: str = "",
        tone: str = "",
        alarm: bool = False,
        leads: bool = False,
    ) -> None:
        """Show another number.

        Args:
            value: the number as words.
            unit: what stands behind it, small.
            detail: the line below.
            change: the chip at the right.
            tone: hue of the chip: "", ``green``, ``orange`` or ``red``.
            alarm: a red edge and a red value.
            leads: whether pressing it shows the cases behind it.

        """
        self._value, self._unit, self._detail, self._change = value, unit, detail, change
        self._tone, self._alarm, self._leads = tone, alarm, leads
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(f"{self._title}: {value} {unit}. {detail}. {change}")
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._leads and event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._leads and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = current_theme()
        box = QRectF(self.rect())
        fill_round(painter, box, theme.radius("card"), "raised", "redBorder" if self._alarm else "border")
        if self._alarm:
            painter.fillRect(QRectF(0, px(14), px(4), self.height() - px(28)), theme.color("redMark"))
        left = px(18)
        draw_text(painter, left, px(13), self._title, "body", "text2")
        ink = "redText" if self._alarm else "text"
        wide = draw_text(painter, left, px(33), self._value, "display", ink)
        draw_text(painter, left + wide + px(8), px(45), self._unit, "body", "text2")
        draw_text(painter, left, px(74), self._detail, "small", "text2")
        if self._change:
            fill, border, text = _TONES[self._tone]
            width = text_width(self._change, "small", 600) + px(14)
            chip = QRectF(self.width() - width - px(16), px(42), width, px(20))
            fill_round(painter, chip, theme.radius("chip"), fill, border)
            draw_text(
                painter, chip.left() + px(7), chip.top() + px(1), self._change, "small", text, weight=600
            )
        if self.hasFocus():
            draw_focus_ring(painter, box, theme.radius("card"))
