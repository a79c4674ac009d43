"""The left side of the wizard: five steps, which of them are done, and where one is (visual-design 09c)."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.runtime.i18n import tr
from console.ui.common.paint import draw_icon, draw_text, text_width
from console.ui.signin.setup_state import Step
from console.ui.theme import color, current_theme, px, theme_changed

PITCH_PX, CIRCLE_PX = 70, 30


def step_words(step: Step) -> tuple[str, str]:
    """Return the name of a step, and what it is about."""
    match step:
        case Step.MACHINE:
            return tr("Kiểm tra máy"), tr("Mạng, đồng hồ, ổ đĩa")
        case Step.APP:
            return tr("Ứng dụng Zalo"), tr("App ID, khóa bí mật")
        case Step.CONSENT:
            return tr("Cho phép truy cập"), tr("Đăng nhập quản trị OA")
        case Step.TRIAL:
            return tr("Thử nhận, gửi tin"), tr("Gửi một tin cho chính mình")
        case Step.OFFICERS:
            return tr("Cán bộ và đơn vị"), tr("Nhập danh sách trực")


class StepList(QWidget):
    """Painted; a screen reader gets the step as its name."""

    def __init__(self) -> None:
        super().__init__()
        self._step = Step.MACHINE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changed().changed.connect(self._restyle)
        self.set_step(Step.MACHINE)

    def set_step(self, step: Step) -> None:
        """Show where one is; the steps before are done."""
        self._step = step
        self.setAccessibleName(tr("Bước {number} / 5: {name}", number=step + 1, name=step_words(step)[0]))
        self._restyle()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        names = [words for step in Step for words in step_words(step)]
        wide = max(text_width(words, "body", 600) for words in names)
        return QSize(round(px(CIRCLE_PX + 14) + wide), px(PITCH_PX * 4 + CIRCLE_PX + 12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for step in Step:
            self._paint_step(painter, step, px(6) + step * px(PITCH_PX))

    def _paint_step(self, painter: QPainter, step: Step, top: int) -> None:
        edge = px(CIRCLE_PX)
        circle = QRectF(1, top, edge, edge)
        if step < Step.OFFICERS:
            painter.setPen(QPen(color("green" if step < self._step else "border"), px(2)))
            x = circle.center().x()
            painter.drawLine(QPointF(x, circle.bottom() + 1), QPointF(x, top + px(PITCH_PX) - 1))
        done, here = step < self._step, step == self._step
        ring = "green" if done else "accent" if here else "borderStrong"
        painter.setPen(QPen(color(ring), px(2)))
        painter.setBrush(color("green") if done else color("accentSubtle") if here else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        if done:
            glyph = px(16)
            inset = (edge - glyph) / 2
            draw_icon(painter, circle.x() + inset, top + inset, "check", glyph, "onGreen")
        else:
            number = str(step + 1)
            left = circle.center().x() - text_width(number, "small", 600) / 2
            draw_text(
                painter, left, top, number, "small", "accentText" if here else "text3", weight=600, line=edge
            )
        name, about = step_words(step)
        left, line = circle.right() + px(14), current_theme().line("body")
        draw_text(
            painter, left, top - px(4), name, "body", "text" if step <= self._step else "text2", weight=600
        )
        draw_text(painter, left, top - px(4) + line, about, "small", "text3")
