"""Cases a day, stacked by kind, the total on top."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from console.domain.numerals import number_text
from console.runtime.i18n import tr
from console.ui.common.paint import draw_text, text_width
from console.ui.statistics.chart import Chart, Part, draw_grid_line, nice_step
from console.ui.statistics.words import span_words
from console.ui.theme import current_theme, px

FAMILIES = ("TG", "PA", "TT", "KS", "KH")


def family_name(family: str) -> str:
    """Return what the legend calls a family of categories."""
    return {
        "TG": tr("Tố giác, tin báo"),
        "PA": tr("Phản ánh, kiến nghị"),
        "TT": tr("Thủ tục hành chính"),
        "KS": tr("Khảo sát hài lòng"),
    }.get(family, tr("Khác, chưa phân loại"))


class DayBars(Chart):
    """Bars; picking one gives ``("day", date, family)``, or ``("month", date, family)`` where they are months."""

    def __init__(self) -> None:
        self._days: dict[date, dict[str, int]] = {}
        self._bars: list[tuple[date, list[tuple[str, QRectF]], int]] = []
        self._monthly = False
        self._step = 1.0
        self._top = 1.0
        super().__init__(tr("Tin tiếp nhận mỗi ngày"), 220)

    def show_days(self, by_day: Mapping[date, Mapping[str, int]], *, monthly: bool = False) -> None:
        """Show other numbers, by category code."""
        theme = current_theme()
        self._days, self._monthly = {}, monthly
        for day, counts in by_day.items():
            families: dict[str, int] = {}
            for category, count in counts.items():
                family = theme.family_of(category)
                families[family] = families.get(family, 0) + count
            self._days[day] = families
        self.arrange()

    def lay_out(self) -> Sequence[Part]:
        most = max((sum(counts.values()) for counts in self._days.values()), default=0)
        self._step = nice_step(most)
        self._top = self._step * max(1, -(-most // self._step))
        left, bottom, top = px(34), self.height() - px(26), px(22)
        room = max(1, self.width() - left - px(6))
        pitch = room / max(1, len(self._days))
        wide = min(px(36), max(px(4), pitch * 0.58))
        self._bars, parts = [], []
        for number, (day, counts) in enumerate(self._days.items()):
            x = left + pitch * number + (pitch - wide) / 2
            y = float(bottom)
            stack: list[tuple[str, QRectF]] = []
            for family in FAMILIES:
                count = counts.get(family, 0)
                if not count:
                    continue
                high = (bottom - top) * count / self._top
                rect = QRectF(x, y - high, wide, high)
                stack.append((family, rect))
                words = tr(
                    "{day}: {family} {n}",
                    day=span_words(day, monthly=self._monthly),
                    family=family_name(family),
                    n=number_text(count),
                )
                parts.append(Part(rect, words, ("month" if self._monthly else "day", day, family)))
                y -= high
            self._bars.append((day, stack, sum(counts.values())))
        return parts

    def draw(self, painter: QPainter) -> None:
        theme = current_theme()
        left, bottom, top = px(34), self.height() - px(26), px(22)
        value = 0.0
        while value <= self._top:
            y = bottom - (bottom - top) * value / self._top
            draw_grid_line(painter, left, self.width(), y, strong=value == 0)
            label = number_text(round(value))
            draw_text(
                painter, left - px(8) - text_width(label, "caption"), y - px(8), label, "caption", "text3"
            )
            value += self._step
        every = max(1, -(-len(self._bars) // 16))
        for number, (day, stack, total) in enumerate(self._bars):
            for family, rect in stack:
                painter.fillRect(rect.adjusted(0, 1, 0, 0), theme.chart(family))
            centre, head = self._middle(number), min((rect.top() for _, rect in stack), default=bottom)
            weight = 600 if number == len(self._bars) - 1 else 0
            if total and every == 1:
                words = number_text(total)
                draw_text(
                    painter,
                    centre - text_width(words, "small", 600) / 2,
                    head - px(19),
                    words,
                    "small",
                    "text2",
                    weight=600,
                )
            last = len(self._bars) - 1
            if number == last or (number % every == 0 and last - number >= every):
                words = f"{day:%m/%Y}" if self._monthly else f"{day:%d/%m}"
                wide = text_width(words, "caption", weight)
                x = min(centre - wide / 2, self.width() - wide)
                draw_text(painter, x, bottom + px(6), words, "caption", "text2", weight=weight)

    def _middle(self, number: int) -> float:
        left = px(34)
        pitch = max(1, self.width() - left - px(6)) / max(1, len(self._days))
        return left + pitch * (number + 0.5)
