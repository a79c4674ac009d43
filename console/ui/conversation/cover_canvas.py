"""A picture on which parts are covered with black boxes, by mouse or by keys alone (features I-04).

The boxes lie on the screen only; the copy is drawn by the picture helper, from the file.
"""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from console.domain.release import MOST_BOXES, SCALE, Box, box_between
from console.runtime.i18n import tr
from console.ui.conversation.viewer import PictureCanvas
from console.ui.theme import color, px

_STEP = 100
"""A key moves or stretches a box by a hundredth of the picture."""
_LEAST = 60
_NEW = (0.4, 0.4, 0.6, 0.6)
_ARROWS = {
    Qt.Key.Key_Left: (-_STEP, 0),
    Qt.Key.Key_Right: (_STEP, 0),
    Qt.Key.Key_Up: (0, -_STEP),
    Qt.Key.Key_Down: (0, _STEP),
}


class CoverCanvas(PictureCanvas):
    """Drag draws a box, a click chooses one. N makes one, arrows move it, Shift stretches it, Delete takes it away.

    ``changed`` tells that there are other boxes than before.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[Box] = []
        self.chosen = -1
        self._from: QPointF | None = None
        self._drawn: Box | None = None
        self.setAccessibleName(tr("Ảnh cần che"))

    @property
    def has_picture(self) -> bool:
        """Return whether the picture is there to be covered."""
        return not self._target().isEmpty()

    def add(self, box: Box | None) -> None:
        """Cover one more part."""
        if box is not None and self.has_picture and len(self.boxes) < MOST_BOXES:
            self.boxes.append(box)
            self.chosen = len(self.boxes) - 1
            self._tell()

    def remove(self) -> None:
        """Uncover the chosen part."""
        if 0 <= self.chosen < len(self.boxes):
            del self.boxes[self.chosen]
            self.chosen = len(self.boxes) - 1
            self._tell()

    def choose_next(self) -> None:
        """Choose the box after the chosen one."""
        if self.boxes:
            self.chosen = (self.chosen + 1) % len(self.boxes)
            self._tell()

    def _tell(self) -> None:
        words = tr("{count} chỗ đã che, đang chọn chỗ {n}", count=len(self.boxes), n=self.chosen + 1)
        self.setAccessibleDescription(words)
        self.changed.emit()
        self.update()

    def _move(self, dx: int, dy: int, *, stretch: bool) -> None:
        if not 0 <= self.chosen < len(self.boxes):
            return
        left, top, right, bottom = self.boxes[self.chosen]
        if stretch:
            right = min(SCALE, max(left + _LEAST, right + dx))
            bottom = min(SCALE, max(top + _LEAST, bottom + dy))
        else:
            dx, dy = (
                min(SCALE - right, max(-left, dx)),
                min(SCALE - bottom, max(-top, dy)),
            )
            left, right, top, bottom = left + dx, right + dx, top + dy, bottom + dy
        self.boxes[self.chosen] = (left, top, right, bottom)
        self._tell()

    def _share(self, point: QPointF) -> tuple[float, float]:
        target = self._target()
        return (point.x() - target.left()) / target.width(), (point.y() - target.top()) / target.height()

    def _rect(self, box: Box) -> QRectF:
        target = self._target()
        left, top, right, bottom = (side / SCALE for side in box)
        return QRectF(
            target.left() + left * target.width(),
            target.top() + top * target.height(),
            (right - left) * target.width(),
            (bottom - top) * target.height(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.has_picture:
            return
        painter = QPainter(self)
        for number, box in enumerate(self.boxes):
            painter.fillRect(self._rect(box), Qt.GlobalColor.black)
            if number == self.chosen:
                painter.setPen(QPen(color("focus"), px(2)))
                painter.drawRect(self._rect(box))
        if self._drawn is not None:
            painter.setPen(QPen(color("focus"), px(2), Qt.PenStyle.DashLine))
            painter.drawRect(self._rect(self._drawn))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.has_picture and event.button() == Qt.MouseButton.LeftButton:
            self._from, self._drawn = event.position(), None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self._drawn = box_between(*self._share(self._from), *self._share(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, self._from = self._from, None
        drawn, self._drawn = self._drawn, None
        if start is None:
            return
        if drawn is not None and (event.position() - start).manhattanLength() >= px(6):
            self.add(drawn)
            return
        hit = [n for n, box in enumerate(self.boxes) if self._rect(box).contains(event.position())]
        self.chosen = hit[-1] if hit else -1
        self._tell()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        bare = (
            not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier & ~Qt.KeyboardModifier.KeypadModifier
        )
        if key in _ARROWS and bare:
            self._move(*_ARROWS[key], stretch=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_N and bare:
            self.add(box_between(*_NEW))
        elif key == Qt.Key.Key_Space and bare:
            self.choose_next()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and bare:
            self.remove()
        else:
            super().keyPressEvent(event)
