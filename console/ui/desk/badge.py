"""The count of urgent cases nobody took, at the icon in the tray and at the program's own: a number, nothing else (features N-03)."""

from PySide6.QtCore import QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from console.domain.numerals import number_text
from console.runtime.i18n import tr
from console.ui.common.tooltip import set_tray_tooltip
from console.ui.frame.top_bar import Mark
from console.ui.theme import color, font

EDGE = 64
_DISC, _DIGITS = 40, 28
_MOST = 99


def badge_icon(count: int) -> QIcon:
    """Return the shield, with a red number where something waits."""
    mark = Mark()
    picture = QPixmap(EDGE, EDGE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.save()
    scale = EDGE / mark.height()
    painter.translate((EDGE - mark.width() * scale) / 2, 0)
    painter.scale(scale, scale)
    mark.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    painter.restore()
    if count:
        box = QRectF(EDGE - _DISC, EDGE - _DISC, _DISC, _DISC)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("red"))
        painter.drawEllipse(box)
        digits = font("caption", 700)
        digits.setPixelSize(_DIGITS if count < 10 else _DIGITS * 3 // 4)
        painter.setFont(digits)
        painter.setPen(color("onSolid"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(min(count, _MOST)))
    painter.end()
    return QIcon(picture)


class Badge(QObject):
    """Keeps the numbers true. The icon in the tray is there as long as the desk is, so that a minimised window is not forgotten."""

    def __init__(self, parent: QObject) -> None:
        """Show the icon where the system has a tray."""
        super().__init__(parent)
        self._count = -1
        self.tray: QSystemTrayIcon | None = None
        if QSystemTrayIcon.isSystemTrayAvailable():
            self.tray = QSystemTrayIcon(badge_icon(0), self)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show how many urgent cases nobody took."""
        if count == self._count:
            return
        self._count = count
        tell_system(count)
        if self.tray is not None:
            self.tray.setIcon(badge_icon(count))
            waiting = tr("{count} tin KHẨN chưa ai nhận", count=number_text(count))
            words = f"{tr('Bàn trực')}: {waiting}" if count else tr("Bàn trực")
            set_tray_tooltip(self.tray, words)
            self.tray.show()

    def close(self) -> None:
        """Take the numbers away: somebody else will sit here, or nobody."""
        tell_system(0)
        if self.tray is not None:
            self.tray.hide()


def tell_system(count: int) -> None:
    """Put a number at the program's icon (task bar, dock), 0 for none; while the desk is locked too."""
    app = QGuiApplication.instance()
    if isinstance(app, QGuiApplication):
        app.setBadgeNumber(count)
