"""The shield with the star, in gold on the brand's green, as the sign-in shows it."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from console.ui.theme import color, px, theme_changed


class Emblem(QWidget):
    """Drawn from curves, sharp at every scale; it says nothing a screen reader needs."""

    def __init__(self, edge: int = 84) -> None:
        """Make it with an edge in px at scale 1.0."""
        super().__init__()
        self._edge = edge
        self._restyle()
        theme_changed().changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFixedSize(px(self._edge), px(self._edge))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        edge = self.width()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("gold"), edge * 0.055, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(color("brand"))
        painter.drawPath(_shield(edge))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("gold"))
        painter.drawPolygon(_star(QPointF(edge * 0.5, edge * 0.5), edge * 0.21))


def _shield(edge: float) -> QPainterPath:
    def at(x: float, y: float) -> QPointF:
        return QPointF(x * edge, y * edge)

    path = QPainterPath(at(0.5, 0.05))
    path.quadTo(at(0.68, 0.17), at(0.93, 0.17))
    path.lineTo(at(0.93, 0.52))
    path.cubicTo(at(0.93, 0.78), at(0.72, 0.9), at(0.5, 0.96))
    path.cubicTo(at(0.28, 0.9), at(0.07, 0.78), at(0.07, 0.52))
    path.lineTo(at(0.07, 0.17))
    path.quadTo(at(0.32, 0.17), at(0.5, 0.05))
    path.closeSubpath()
    return path


def _star(middle: QPointF, radius: float) -> QPolygonF:
    points = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.4
        angle = -pi / 2 + corner * pi / 5
        points.append(middle + QPointF(reach * cos(angle), reach * sin(angle)))
    return QPolygonF(points)
