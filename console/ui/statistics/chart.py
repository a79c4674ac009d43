"""What all charts share: parts that can be pointed at, walked with the arrow keys and opened."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.common.paint import draw_focus_ring
from console.ui.theme import color, px, theme_changed

NICE = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Part:
    """One drawn number: where, what it says, and what a click leads to (``None`` leads nowhere)."""

    rect: QRectF
    words: str
    key: object = None


class Chart(QWidget):
    """A painted chart.

    Signals:
        pointed(str): what is under the pointer or the keyboard's ring, "" for nothing.
        picked(object): the key of the part that was clicked or entered.
    """

    pointed = Signal(str)
    picked = Signal(object)

    def __init__(self, name: str, height: int) -> None:
        """Take the accessible name and the height at scale 1.0."""
        super().__init__()
        self._height = height
        self._parts: list[Part] = []
        self._at = -1
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changed().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setMinimumHeight(px(self._height))
        self.arrange()

    def arrange(self) -> None:
        """Lay the parts out again, for other numbers or another size."""
        self._parts = list(self.lay_out())
        if self._at >= len(self._parts):
            self._at = -1
        self.update()

    def lay_out(self) -> Sequence[Part]:
        """Return the parts for the size at hand."""
        raise NotImplementedError

    def draw(self, painter: QPainter) -> None:
        """Paint everything but the ring."""
        raise NotImplementedError

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return what can be pointed at, in reading order."""
        return tuple(self._parts)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        if self.hasFocus() and 0 <= self._at < len(self._parts):
            draw_focus_ring(painter, self._parts[self._at].rect.adjusted(-2, -2, 2, 2), px(3))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        part = self._under(event.position())
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if part and part.key is not None else Qt.CursorShape.ArrowCursor
        )
        self.pointed.emit(part.words if part else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        part = self._under(event.position())
        if part and part.key is not None and event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(part.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
        }.get(Qt.Key(event.key()), 0)
        if step and self._parts:
            self._at = (self._at + step) % len(self._parts)
            self.pointed.emit(self._parts[self._at].words)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._at < len(self._parts):
            if self._parts[self._at].key is not None:
                self.picked.emit(self._parts[self._at].key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._at < 0 and self._parts:
            self._at = 0
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointed.emit("")
        self.update()

    def _under(self, at: QPointF) -> Part | None:
        return next((part for part in reversed(self._parts) if part.rect.contains(at)), None)


def nice_step(top: float, lines: int = 5) -> float:
    """Return a round distance between grid lines for numbers up to ``top``: at most ``lines`` of them, at least 1."""
    rough = max(top, 1.0) / lines
    power = 1.0
    while power * 10 <= rough:
        power *= 10
    return next((max(1.0, power * nice) for nice in NICE if power * nice >= rough), power * 10)


def draw_grid_line(painter: QPainter, left: float, right: float, y: float, *, strong: bool = False) -> None:
    """Draw one horizontal line of a chart's grid."""
    painter.setPen(QPen(color("borderStrong" if strong else "divider"), 1))
    painter.drawLine(QPointF(left, round(y) + 0.5), QPointF(right, round(y) + 0.5))
