"""When citizens write: weekdays by hours, darker for more; the mean a day of the period."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from console.domain.figures import busiest
from console.domain.numerals import decimal
from console.runtime.i18n import tr
from console.ui.common.paint import draw_text, text_width
from console.ui.statistics.chart import Chart, Part
from console.ui.theme import color, px

HOURS = range(24)
_STEPS = 6


def weekday_name(weekday: int) -> str:
    """Return the short name of a weekday, 0 is Monday."""
    return (tr("T2"), tr("T3"), tr("T4"), tr("T5"), tr("T6"), tr("T7"), tr("CN"))[weekday]


class HourHeat(Chart):
    """Squares; picking one gives ``("hour", weekday, hour)``."""

    def __init__(self) -> None:
        self._counts: dict[tuple[int, int], int] = {}
        self._weeks = 1.0
        super().__init__(tr("Giờ cao điểm"), 220)

    def show_hours(self, by_hour: Mapping[tuple[int, int], int], days: int) -> None:
        """Show other numbers of a period of so many days."""
        self._counts, self._weeks = dict(by_hour), max(1.0, days / 7)
        self.arrange()

    def lay_out(self) -> Sequence[Part]:
        parts = []
        for weekday in range(7):
            for hour in HOURS:
                count = self._counts.get((weekday, hour), 0)
                words = tr(
                    "{day} {hour} giờ: {n} tin, trung bình {mean}",
                    day=weekday_name(weekday),
                    hour=hour,
                    n=count,
                    mean=decimal(count / self._weeks),
                )
                parts.append(
                    Part(self._cell(weekday, hour), words, ("hour", weekday, hour) if count else None)
                )
        return parts

    def draw(self, painter: QPainter) -> None:
        most = max(self._counts.values(), default=0)
        for weekday in range(7):
            first = self._cell(weekday, 0)
            draw_text(painter, 0, first.center().y() - px(9), weekday_name(weekday), "small", "text2")
            for hour in HOURS:
                share = self._counts.get((weekday, hour), 0) / most if most else 0.0
                painter.fillRect(self._cell(weekday, hour).adjusted(0, 0, -1, -1), shade(share))
        foot = self._cell(6, 0).bottom() + px(4)
        for hour in (0, 6, 12, 18, 23):
            words = tr("{n}g", n=hour)
            wide = text_width(words, "caption")
            x = min(self._cell(6, hour).center().x() - wide / 2, self.width() - wide)
            draw_text(painter, x, foot, words, "caption", "text3")
        self._legend(painter, foot + px(20), most)

    def _legend(self, painter: QPainter, y: float, most: int) -> None:
        top = busiest(self._counts)
        if top is not None:
            weekday, hour = top
            words = tr("Đông nhất: {day}, {a}–{b} giờ", day=weekday_name(weekday), a=hour, b=hour + 1)
            draw_text(painter, 0, y, words, "small", "text2")
        high = tr("{n} tin/giờ", n=decimal(most / self._weeks))
        right = self.width() - text_width(high, "small")
        draw_text(painter, right, y, high, "small", "text3")
        edge = px(12)
        for step in range(_STEPS):
            x = right - px(8) - edge * (_STEPS - step)
            painter.fillRect(QRectF(x, y + px(3), edge - 1, edge), shade(step / (_STEPS - 1)))
        draw_text(painter, right - px(8) - edge * _STEPS - px(14), y, "0", "small", "text3")

    def _cell(self, weekday: int, hour: int) -> QRectF:
        left, foot = px(34), px(44)
        wide = max(1.0, (self.width() - left) / 24)
        high = max(1.0, (self.height() - foot) / 7)
        return QRectF(left + wide * hour, high * weekday, wide, high)


def shade(share: float) -> QColor:
    """Return the colour of a share 0..1: from nearly the ground to the accent."""
    low, high = color("inset"), color("accent")
    mix = 0.0 if share <= 0 else 0.12 + 0.88 * share
    return QColor.fromRgbF(
        low.redF() + (high.redF() - low.redF()) * mix,
        low.greenF() + (high.greenF() - low.greenF()) * mix,
        low.blueF() + (high.blueF() - low.blueF()) * mix,
    )
