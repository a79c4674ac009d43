"""First answers by day: median solid, 90th percentile dashed, the target dotted with its value."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from console.domain.figures import Waiting
from console.runtime.i18n import tr
from console.ui.common.paint import draw_text, text_width
from console.ui.statistics.chart import Chart, Part, draw_grid_line, nice_step
from console.ui.statistics.words import minutes, span_words
from console.ui.theme import color, px

_LABELS = 62
"""Room at the right for the last values, px at scale 1.0."""


class WaitingLines(Chart):
    """Two lines over days or months; picking a point gives ``("day", date, "")``, or ``("month", date, "")``."""

    def __init__(self, target_min: int) -> None:
        """Take the house's target in minutes."""
        self._target = target_min
        self._monthly = False
        self._days: dict[date, Waiting] = {}
        self._median: list[QPointF] = []
        self._slow: list[QPointF] = []
        self._step = self._top = 1.0
        super().__init__(tr("Thời gian phản hồi đầu"), 220)

    def show_days(self, by_day: Mapping[date, Waiting], *, monthly: bool = False) -> None:
        """Show other numbers."""
        self._days, self._monthly = dict(by_day), monthly
        self.arrange()

    def lay_out(self) -> Sequence[Part]:
        times = [day.p90_min for day in self._days.values() if day.p90_min is not None]
        most = max([*times, self._target * 1.2])
        self._step = nice_step(most, 4)
        self._top = self._step * max(1, -(-most // self._step))
        self._median, self._slow, parts = [], [], []
        pitch = self._room() / max(1, len(self._days) - 1)
        for number, (day, found) in enumerate(self._days.items()):
            if found.median_min is None or found.p90_min is None:
                continue
            x = px(34) + pitch * number
            self._median.append(QPointF(x, self._y(found.median_min)))
            self._slow.append(QPointF(x, self._y(found.p90_min)))
            words = tr(
                "{day}: trung vị {median}, 90 % trong {slow}",
                day=span_words(day, monthly=self._monthly),
                median=minutes(found.median_min),
                slow=minutes(found.p90_min),
            )
            rect = QRectF(
                x - px(6),
                self._slow[-1].y() - px(6),
                px(12),
                self._median[-1].y() - self._slow[-1].y() + px(12),
            )
            parts.append(Part(rect, words, ("month" if self._monthly else "day", day, "")))
        return parts

    def draw(self, painter: QPainter) -> None:
        right = px(34) + self._room()
        value = 0.0
        while value <= self._top:
            y = self._y(value)
            draw_grid_line(painter, px(34), right, y, strong=value == 0)
            words = minutes(value) if self._top >= 120 else f"{value:.0f}"
            draw_text(painter, px(26) - text_width(words, "caption"), y - px(8), words, "caption", "text3")
            value += self._step
        self._draw_days(painter)
        if not self._median:
            words = tr("Chưa có tin nào được trả lời trong kỳ")
            draw_text(painter, px(34) + px(12), self.height() / 2 - px(10), words, "body", "text3")
            return
        band = QPolygonF([*self._slow, *reversed(self._median)])
        fill = QColor(color("accent"))
        fill.setAlphaF(0.12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawPolygon(band)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._target_line(painter, right)
        painter.setPen(QPen(color("accent"), px(1.6), Qt.PenStyle.DashLine))
        painter.drawPolyline(QPolygonF(self._slow))
        painter.setPen(QPen(color("accent"), px(2)))
        painter.drawPolyline(QPolygonF(self._median))
        self._ends(painter)

    def _target_line(self, painter: QPainter, right: float) -> None:
        y = self._y(self._target)
        painter.setPen(QPen(color("orangeMark"), px(1.6), Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(px(34), y), QPointF(right, y))
        words = tr("mục tiêu {n}", n=self._target)
        draw_text(painter, right + px(6), y - px(9), words, "small", "orangeText")

    def _ends(self, painter: QPainter) -> None:
        last = [day for day in self._days.values() if day.median_min is not None][-1]
        spots = [
            (self._slow[-1], minutes(last.p90_min), "90 %"),
            (self._median[-1], minutes(last.median_min), tr("trung vị")),
        ]
        right = px(34) + self._room()
        tops = label_tops([point.y() - px(16) for point, _value, _name in spots], self.height(), px(32))
        for (point, value, name), y in zip(spots, tops, strict=True):
            painter.setPen(QPen(color("canvas"), px(2)))
            painter.setBrush(color("accent"))
            painter.drawEllipse(point, px(4), px(4))
            draw_text(painter, right + px(6), y, value, "small", "text", weight=600)
            draw_text(painter, right + px(6), y + px(15), name, "small", "text3")

    def _draw_days(self, painter: QPainter) -> None:
        days = list(self._days)
        every = max(1, -(-len(days) // 5))
        pitch = self._room() / max(1, len(days) - 1)
        for number, day in enumerate(days):
            if number % every == 0:
                words = f"{day:%m/%Y}" if self._monthly else f"{day:%d/%m}"
                x = px(34) + pitch * number - text_width(words, "caption") / 2
                draw_text(painter, x, self.height() - px(20), words, "caption", "text2")

    def _room(self) -> float:
        return max(1.0, self.width() - px(34) - px(_LABELS + 10))

    def _y(self, value: float) -> float:
        bottom, top = self.height() - px(26), px(14)
        return bottom - (bottom - top) * min(value, self._top) / self._top


def label_tops(wanted: Sequence[float], height: float, step: float) -> list[float]:
    """Return where labels of a height ``step`` stand, from above: near where they want to, apart, and above the edge.

    Args:
        wanted: where each would stand alone, none above the one before.
        height: of the whole, which has room for them all.
        step: how much room one takes.

    """
    tops: list[float] = []
    floor = 0.0
    for number, top in enumerate(wanted):
        most = height - step * (len(wanted) - number)
        tops.append(max(floor, min(top, most)))
        floor = tops[-1] + step
    return tops
