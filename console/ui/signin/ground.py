"""What the sign-in and the lock stand on: Cao Bằng's hills in the brand's green, opaque, and the card with the fields."""

from functools import lru_cache

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.ui.common.labels import Pane
from console.ui.common.paint import fill_round
from console.ui.theme import color, current_theme, px, theme_changed

CARD_PX = 440
"""Width of the card at scale 1.0."""
PAD_PX, TIGHT_PAD_PX = 40, 20
"""Space inside the card, and where the window is too low for that, at scale 1.0."""

# Peaks as (middle, height, half width): shares of the width, of the height and of the width. Far ones first.
_FAR = (
    *((0.055, 0.45, 0.055), (0.115, 0.48, 0.022), (0.16, 0.50, 0.033), (0.24, 0.43, 0.06), (0.315, 0.45, 0.028)),
    *((0.375, 0.47, 0.04), (0.436, 0.47, 0.022), (0.487, 0.375, 0.04), (0.553, 0.46, 0.045), (0.638, 0.49, 0.05)),
    *((0.735, 0.43, 0.055), (0.835, 0.39, 0.06), (0.914, 0.495, 0.03), (0.985, 0.41, 0.045)),
)  # fmt: skip
_MIDDLE = (
    *((0.055, 0.265, 0.065), (0.16, 0.278, 0.085), (0.255, 0.305, 0.05), (0.317, 0.34, 0.03), (0.37, 0.26, 0.035)),
    *((0.43, 0.35, 0.05), (0.488, 0.285, 0.03), (0.532, 0.32, 0.028), (0.59, 0.285, 0.04), (0.665, 0.325, 0.05)),
    *((0.75, 0.27, 0.06), (0.85, 0.3, 0.055), (0.965, 0.318, 0.065)),
)  # fmt: skip
_NEAR = (
    *((0.0, 0.2, 0.05), (0.098, 0.2, 0.075), (0.173, 0.178, 0.026), (0.235, 0.212, 0.055), (0.315, 0.16, 0.045)),
    *((0.387, 0.125, 0.045), (0.462, 0.212, 0.045), (0.516, 0.205, 0.032), (0.583, 0.152, 0.055), (0.675, 0.158, 0.065)),
    *((0.785, 0.21, 0.07), (0.874, 0.175, 0.04), (0.93, 0.12, 0.05), (0.98, 0.215, 0.04)),
)  # fmt: skip
_LAYERS = ((_FAR, 0.30, 0.22), (_MIDDLE, 0.20, 0.40), (_NEAR, 0.09, 0.55))
"""Peaks, height of the ground between them, and how much darker the layer is."""


@lru_cache(maxsize=6)
def _hills(
    wide: float, high: float, peaks: tuple[tuple[float, float, float], ...], foot: float
) -> QPainterPath:
    """Return one row of hills; kept, because a blinking cursor on the card paints what lies behind it."""
    whole, low = QPainterPath(), high
    whole.addRect(QRectF(0, low - foot * high, wide, foot * high))
    for middle, height, half in peaks:
        left, top, right = (middle - half) * wide, low - height * high, (middle + half) * wide
        bend, peak = half * wide * 0.45, middle * wide
        hill = QPainterPath(QPointF(left, low - foot * high + 1))
        hill.cubicTo(
            QPointF(left + bend, top + (height - foot) * high * 0.35),
            QPointF(peak - bend, top),
            QPointF(peak, top),
        )
        hill.cubicTo(
            QPointF(peak + bend, top),
            QPointF(right - bend, top + (height - foot) * high * 0.35),
            QPointF(right, low - foot * high + 1),
        )
        hill.closeSubpath()
        whole = whole.united(hill)
    return whole


def _darker(share: float) -> QColor:
    ink = QColor(color("topbar").darker(200))
    ink.setAlphaF(share)
    return ink


def paint_ground(painter: QPainter, box: QRectF) -> None:
    """Fill ``box``, which begins at 0, 0, wholly with the green sky and the three rows of hills."""
    sky = QLinearGradient(box.bottomLeft(), box.topRight())
    sky.setColorAt(0, color("topbar"))
    sky.setColorAt(0.35, color("topbar"))
    sky.setColorAt(1, color("topbarField" if current_theme().dark else "brand"))
    painter.fillRect(box, color("topbar"))
    painter.fillRect(box, sky)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for peaks, foot, share in _LAYERS:
        painter.fillPath(_hills(box.width(), box.height(), peaks, foot), _darker(share))


class Card(QWidget):
    """The rounded card. ``column`` takes what stands on it; it draws no corner outside its radius."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setSpacing(0)
        self._pad = PAD_PX
        self._restyle()
        theme_changed().changed.connect(self._restyle)

    def _restyle(self) -> None:
        pad = px(self._pad)
        self.setFixedWidth(px(CARD_PX))
        self.column.setContentsMargins(px(PAD_PX), pad, px(PAD_PX), round(pad * 0.7))
        self.update()

    def fit(self, room: int) -> None:
        """Give up the space above and below where ``room`` px of height are not enough for it."""
        spare = self.sizeHint().height() + round(1.7 * (px(PAD_PX) - px(self._pad)))
        pad = PAD_PX if spare + px(PAD_PX) <= room else TIGHT_PAD_PX
        if pad != self._pad:
            self._pad = pad
            self._restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        dark = current_theme().dark
        fill_round(
            QPainter(self),
            QRectF(self.rect()),
            current_theme().radius("auth"),
            "canvas",
            "border" if dark else "",
        )


class Ground(Pane):
    """A whole window of hills; nothing behind it is seen. ``card`` is drawn with its shadow."""

    def __init__(self, card: Card | None = None) -> None:
        super().__init__("topbar")
        self.card = card or Card()
        self.card.installEventFilter(self)
        theme_changed().changed.connect(self.update)

    def arrange(self) -> None:
        """Put everything at its place for the size the window has now."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.card and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self.update()  # its shadow moves with it
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_ground(painter, QRectF(self.rect()))
        shadow = QColor(color("shadow"))
        shadow.setAlphaF(0.05)
        box = QRectF(self.card.geometry()).translated(0, px(8))
        for step in range(10):
            grow = px(2) * (step - 2)
            fill_round(
                painter, box.adjusted(-grow, -grow, grow, grow), current_theme().radius("auth") + grow, shadow
            )
