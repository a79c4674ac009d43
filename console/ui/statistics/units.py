"""Units: cases, kept in time, first answer; the busiest first."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from console.domain.figures import UnitFigures
from console.domain.numerals import number_text
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.names import Names
from console.ui.common.paint import draw_icon, draw_text, elide, fill_round, text_width
from console.ui.statistics.chart import Chart, Part, draw_grid_line
from console.ui.statistics.words import kept_text, minutes
from console.ui.theme import px

GOOD_SHARE = 0.9
"""Below it a unit's share in time is marked: word and shape, not only colour."""
ROW = 31
HEAD = 26


class UnitBars(Chart):
    """Rows; picking one gives ``("unit", code)``."""

    def __init__(self, names: Names) -> None:
        """Take what codes are called."""
        self._names = names
        self._units: tuple[UnitFigures, ...] = ()
        super().__init__(tr("Theo đơn vị"), 220)

    def show_units(self, units: Sequence[UnitFigures]) -> None:
        """Show other numbers, the busiest first; as many as fit."""
        self._units = tuple(units)
        self.arrange()

    def lay_out(self) -> Sequence[Part]:
        return [
            Part(
                QRectF(0, px(HEAD) + px(ROW) * number, self.width(), px(ROW)),
                tr(
                    "{unit}: {n} hồ sơ, đúng hạn {kept}, phản hồi {wait}",
                    unit=self._name(one),
                    n=number_text(one.received),
                    kept=kept_text(one.kept),
                    wait=minutes(one.waiting.median_min),
                ),
                ("unit", one.unit),
            )
            for number, one in enumerate(self._shown())
        ]

    def draw(self, painter: QPainter) -> None:
        second, third = self._stops()
        for x, words in ((0.0, tr("Đơn vị")), (second, tr("Hồ sơ")), (third, tr("Đúng hạn"))):
            draw_text(painter, x, 0, words, "small", "text3")
        words = tr("P.hồi")
        draw_text(painter, self.width() - text_width(words, "small"), 0, words, "small", "text3")
        draw_grid_line(painter, 0, self.width(), px(HEAD) - px(4), strong=False)
        most = max((one.received for one in self._units), default=1)
        for number, one in enumerate(self._shown()):
            self._row(painter, px(HEAD) + px(ROW) * number, one, most)
        if not self._units:
            draw_text(painter, 0, px(HEAD) + px(8), tr("Chưa có hồ sơ nào trong kỳ"), "body", "text3")

    def _row(self, painter: QPainter, top: float, one: UnitFigures, most: int) -> None:
        second, third = self._stops()
        y = top + px(5)
        draw_text(painter, 0, y, elide(self._name(one), "body", second - px(10)), "body", "text")
        count = number_text(one.received)
        room = third - second - px(20) - text_width(count, "body")
        wide = max(px(3), room * one.received / most)
        fill_round(painter, QRectF(second, top + px(10), wide, px(10)), px(3), "accent")
        draw_text(painter, second + wide + px(8), y, count, "body", "text")
        share = one.kept.share
        if share is not None:
            good = share >= GOOD_SHARE
            icon, ink = ("sla.done", "greenText") if good else ("warn", "orangeText")
            draw_icon(painter, third, top + px(8), icon, px(14), ink)
            words = kept_text(one.kept)
            draw_text(painter, third + px(20), y, words, "body", "text" if good else "orangeText", weight=600)
        else:
            draw_text(painter, third + px(20), y, kept_text(one.kept), "body", "text3")
        words = minutes(one.waiting.median_min)
        draw_text(painter, self.width() - text_width(words, "body"), y, words, "body", "text2")

    def _shown(self) -> tuple[UnitFigures, ...]:
        return self._units[: max(1, (self.height() - px(HEAD)) // px(ROW))]

    def _stops(self) -> tuple[float, float]:
        return self.width() * 0.4, self.width() * 0.68

    def _name(self, one: UnitFigures) -> str:
        return safe_line(self._names.unit(one.unit), 60)
