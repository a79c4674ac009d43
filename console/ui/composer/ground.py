"""What lies behind the composer: white under a blue line for a reply, yellow under a hatch for a note."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from console.ui.theme import color, current_theme, px


def paint_ground(painter: QPainter, widget: QWidget, *, note: bool, quiet: bool) -> None:
    """Paint the ground.

    Args:
        painter: on ``widget``.
        widget: the composer.
        note: whether a note is written.
        quiet: whether a reply cannot leave now; its line is grey then.

    """
    painter.fillRect(widget.rect(), color("note" if note else "canvas"))
    if not note:
        line = color("borderStrong" if quiet else "accent")
        painter.fillRect(0, 0, widget.width(), px(2), line)
        return
    height = px(6)
    painter.fillRect(0, 0, widget.width(), px(2), color("noteBorder"))
    painter.save()
    painter.setClipRect(QRectF(0, px(2), widget.width(), height))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color("noteBorder"), current_theme().scale))
    for x in range(-height, widget.width() + height, px(5)):
        painter.drawLine(x, px(2) + height, x + height, px(2))
    painter.restore()
