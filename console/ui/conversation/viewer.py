"""The viewer of pictures: zoom, turn, brightness, next and previous; dark in both themes, so that no night eye is blinded.

It shows what the picture helper decoded; the file itself is never opened here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import Pane, PlainLabel
from console.ui.common.paint import draw_text, text_width
from console.ui.theme import make_theme, px

PICTURE_PX = (1600, 1000)
STEP = 1.25
MOST = 8.0
LIGHT_STEP = 0.15
LIGHT_RANGE = (-0.9, 0.9)

Picture = Callable[[str, int, int], QImage | None]


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture: the id of its file and what the foot says of it."""

    file_id: str
    words: str


class PictureCanvas(QWidget):
    """One picture, fitted or larger, turned by quarters, lighter or darker, dragged about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._turned: QImage | None = None
        self.zoom = 1.0
        self.quarters = 0
        self.light = 0.0
        self._centre = QPointF(0.5, 0.5)
        self._grip: QPointF | None = None
        self.setMinimumSize(px(480), px(320))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Ảnh"))

    def set_image(self, image: QImage | None) -> None:
        """Show a picture as it came; ``None`` while it is being decoded."""
        if image is not self._image:
            self._image = image
            self._turn()
        self.update()

    def reset(self) -> None:
        """Go back to the picture as it came, fitted."""
        self.zoom, self.quarters, self.light, self._centre = 1.0, 0, 0.0, QPointF(0.5, 0.5)
        self._turn()
        self.update()

    def zoom_by(self, factor: float) -> None:
        """Enlarge (or make smaller) around the middle of what is seen; never smaller than fitted."""
        self.zoom = min(MOST, max(1.0, self.zoom * factor))
        self._hold()
        self.update()

    def turn(self, quarters: int) -> None:
        """Turn to the right by quarters; negative turns left."""
        self.quarters = (self.quarters + quarters) % 4
        self._turn()
        self.update()

    def brighten(self, by: float) -> None:
        """Make it lighter (up to 10 times) or darker."""
        low, high = LIGHT_RANGE
        self.light = min(high, max(low, round(self.light + by, 2)))
        self.update()

    def pan(self, dx: float, dy: float) -> None:
        """Move what is seen by px."""
        target = self._target()
        if target.width() and target.height():
            self._centre -= QPointF(dx / target.width(), dy / target.height())
            self._hold()
            self.update()

    def _turn(self) -> None:
        image = self._image
        self._turned = image.transformed(QTransform().rotate(90 * self.quarters)) if image else None

    def _hold(self) -> None:
        """Keep the picture in sight: its edge never comes further in than the edge of the widget."""
        target = self._target()
        for size, length, get, put in (
            (self.width(), target.width(), QPointF.x, QPointF.setX),
            (self.height(), target.height(), QPointF.y, QPointF.setY),
        ):
            half = size / 2 / length if length > size else 0.5
            put(self._centre, min(1 - half, max(half, get(self._centre))))

    def _target(self) -> QRectF:
        """Return where the whole picture lies, also where that is outside the widget."""
        image = self._turned
        if image is None or image.isNull():
            return QRectF()
        fit = min(self.width() / image.width(), self.height() / image.height())
        scale = fit * self.zoom
        width, height = image.width() * scale, image.height() * scale
        left = self.width() / 2 - self._centre.x() * width
        top = self.height() / 2 - self._centre.y() * height
        return QRectF(left, top, width, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _night("canvas"))
        if self._turned is None or self._turned.isNull():
            words = tr("Đang giải mã ảnh trong tiến trình riêng…")
            left = (self.width() - text_width(words, "body")) / 2
            draw_text(painter, left, self.height() / 2 - px(10), words, "body", _night("text2"), line=px(20))
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        target = self._target()
        painter.drawImage(target, self._turned)
        seen = target.intersected(QRectF(self.rect()))
        if self.light > 0:  # dodging with a grey g multiplies by 1 / (1 - g)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_ColorDodge)
            painter.fillRect(seen, QColor.fromRgbF(self.light, self.light, self.light))
        elif self.light < 0:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            grey = 1 + self.light
            painter.fillRect(seen, QColor.fromRgbF(grey, grey, grey))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hold()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_by(STEP if event.angleDelta().y() > 0 else 1 / STEP)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grip = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            moved = event.position() - self._grip
            self._grip = event.position()
            self.pan(moved.x(), moved.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = None


class PhotoViewer(QDialog):
    """The pictures of one conversation, one at a time. ``shown`` carries the file id of each that comes up.

    ``verify_wanted``, ``export_wanted`` and ``cover_wanted`` carry the file id of the one on screen.
    """

    shown = Signal(str)
    verify_wanted = Signal(str)
    export_wanted = Signal(str)
    cover_wanted = Signal(str)

    def __init__(self, parent: QWidget | None, photos: Sequence[Shown], start: int, picture: Picture) -> None:
        """Open at picture ``start`` of ``photos``; ``picture`` gives decoded pictures, ``None`` while they are made."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Xem ảnh"))
        self._photos, self._at, self._picture = tuple(photos), start, picture
        self.canvas = PictureCanvas()
        self.words = PlainLabel("", "small", "text2", weight=500)
        bar = Pane("panel", line="t")
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(14), px(8), px(14), px(8))
        row.setSpacing(px(6))
        row.addWidget(self.words, 1)
        self.buttons: dict[str, ActionButton] = {}
        for code, text, key, run in (
            ("previous", tr("Ảnh trước"), "←", lambda: self.step(-1)),
            ("next", tr("Ảnh sau"), "→", lambda: self.step(1)),
            ("smaller", tr("Nhỏ"), "−", lambda: self.canvas.zoom_by(1 / STEP)),
            ("larger", tr("To"), "+", lambda: self.canvas.zoom_by(STEP)),
            ("turn", tr("Xoay"), "Ctrl →", lambda: self.canvas.turn(1)),
            ("darker", tr("Tối"), "Ctrl ↓", lambda: self.canvas.brighten(-LIGHT_STEP)),
            ("lighter", tr("Sáng"), "Ctrl ↑", lambda: self.canvas.brighten(LIGHT_STEP)),
            ("reset", tr("Như gốc"), "0", self.canvas.reset),
            ("verify", tr("Kiểm tra"), "Ctrl K", lambda: self.verify_wanted.emit(self.file_id)),
            ("cover", tr("Che…"), "C", lambda: self.cover_wanted.emit(self.file_id)),
            ("export", tr("Xuất…"), "Ctrl E", lambda: self.export_wanted.emit(self.file_id)),
        ):
            button = ActionButton(text, "", "quiet", key, small=True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(run)
            self.buttons[code] = button
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addWidget(bar)
        self.resize(px(1100), px(760))
        self.canvas.setFocus()
        self._show()

    @property
    def file_id(self) -> str:
        """Return the file on screen."""
        return self._photos[self._at].file_id

    def refresh(self) -> None:
        """Ask again: the provider may have the picture now."""
        self.canvas.set_image(self._picture(self.file_id, *PICTURE_PX))

    def step(self, by: int) -> None:
        """Go to another picture; the ends are ends."""
        at = min(len(self._photos) - 1, max(0, self._at + by))
        if at != self._at:
            self._at = at
            self._show()

    def _show(self) -> None:
        photo = self._photos[self._at]
        total = len(self._photos)
        self.words.setText(
            tr("{number}/{total} · {words}", number=self._at + 1, total=total, words=photo.words)
        )
        self.buttons["previous"].setEnabled(self._at > 0)
        self.buttons["next"].setEnabled(self._at < total - 1)
        self.canvas.set_image(None)
        self.canvas.reset()
        self.refresh()
        self.shown.emit(photo.file_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = event.key()
        steps = {
            (Qt.Key.Key_Left, False): lambda: self.step(-1),
            (Qt.Key.Key_PageUp, False): lambda: self.step(-1),
            (Qt.Key.Key_Right, False): lambda: self.step(1),
            (Qt.Key.Key_PageDown, False): lambda: self.step(1),
            (Qt.Key.Key_Right, True): lambda: self.canvas.turn(1),
            (Qt.Key.Key_Left, True): lambda: self.canvas.turn(-1),
            (Qt.Key.Key_Up, True): lambda: self.canvas.brighten(LIGHT_STEP),
            (Qt.Key.Key_Down, True): lambda: self.canvas.brighten(-LIGHT_STEP),
            (Qt.Key.Key_Up, False): lambda: self.canvas.pan(0, px(60)),
            (Qt.Key.Key_Down, False): lambda: self.canvas.pan(0, -px(60)),
            (Qt.Key.Key_K, True): lambda: self.verify_wanted.emit(self.file_id),
            (Qt.Key.Key_E, True): lambda: self.export_wanted.emit(self.file_id),
            (Qt.Key.Key_C, False): lambda: self.cover_wanted.emit(self.file_id),
        }
        run = steps.get((Qt.Key(key), ctrl))
        if run is not None:
            run()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.canvas.zoom_by(STEP)
        elif key == Qt.Key.Key_Minus:
            self.canvas.zoom_by(1 / STEP)
        elif key == Qt.Key.Key_0:
            self.canvas.reset()
        else:
            super().keyPressEvent(event)


def _night(name: str) -> QColor:
    """Return a colour of the dark theme, whatever theme is in force."""
    return make_theme("dark").color(name)
