"""Who sits here and what time it is, faintly across the desk while the screen is shared: a picture of it tells whose it was (T21)."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.keymap import key_text
from console.ui.common.paint import draw_text, fill_round, text_width
from console.ui.theme import color, font, px, size

_FAINT = 0.10
_ACROSS_PX, _DOWN_PX = 420, 190
_ANGLE = -20


class Watermark(QWidget):
    """Lies over a window, lets every press through, and says at the top that the screen is shared and how to end it."""

    def __init__(self, window: QWidget, *, badge: bool = True) -> None:
        """Lie over a window; ``badge`` says at its top that the screen is shared, which a dialog's own window has said already."""
        super().__init__(window)
        self._over, self._badge = window, badge
        self.words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Đang chia sẻ màn hình"))
        window.installEventFilter(self)
        self.hide()

    def show_words(self, words: str) -> None:
        """Show who and when."""
        self.words = safe_line(words, 120)
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.update()

    def state_words(self) -> str:
        """Return what the mark at the top says."""
        key = key_text("share")
        if not key:
            return tr("Đang chia sẻ màn hình")
        return tr("Đang chia sẻ màn hình · {key} để thôi", key=key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self.setGeometry(self._over.rect())
        elif event.type() == QEvent.Type.ChildAdded and self.isVisible():
            self.raise_()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setFont(font("body", 600))
        painter.setOpacity(_FAINT)
        painter.setPen(color("text"))
        across, down = px(_ACROSS_PX), px(_DOWN_PX)
        for row, y in enumerate(range(0, self.height() + down, down)):
            for x in range(-(row % 2) * across // 2, self.width() + across, across):
                painter.save()
                painter.translate(QPointF(x, y))
                painter.rotate(_ANGLE)
                painter.drawText(QPointF(0, 0), self.words)
                painter.restore()
        painter.restore()
        if not self._badge:
            return
        words = self.state_words()
        width, height = text_width(words, "small", 600) + px(24), px(26)
        # In the head of the window, right of the search field: it hides nothing one works with.
        left, top = max(0.0, self.width() * 0.56 - width / 2), (size("topbar") - height) / 2
        fill_round(painter, QRectF(left, top, width, height), height / 2, "orange")
        draw_text(painter, left + px(12), top, words, "small", "onSolid", weight=600, line=height)
