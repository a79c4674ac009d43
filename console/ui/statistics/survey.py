"""Marks of the satisfaction survey, and why others were not asked."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from console.domain.figures import SurveyFigures
from console.domain.numerals import decimal, number_text, percent
from console.runtime.i18n import tr
from console.ui.common.paint import draw_text, fill_round, text_width
from console.ui.statistics.chart import Chart, Part
from console.ui.theme import color, px

_STAR = ((0, -1), (0.24, -0.32), (0.95, -0.31), (0.38, 0.12), (0.59, 0.81), (0, 0.4), (-0.59, 0.81), (-0.38, 0.12), (-0.95, -0.31), (-0.24, -0.32))  # fmt: skip
_TONES = {5: "green", 4: "green", 3: "borderStrong", 2: "orangeMark", 1: "orangeMark"}
EMPTY = SurveyFigures(0, {}, {}, 0)


class SurveyBars(Chart):
    """Five bars, the mean and three counts; picking one gives ``("survey", mark)`` or ``("survey", part)``."""

    def __init__(self) -> None:
        self._survey = EMPTY
        super().__init__(tr("Mức hài lòng"), 220)

    def show_survey(self, survey: SurveyFigures) -> None:
        """Show other numbers."""
        self._survey = survey
        self.arrange()

    def lay_out(self) -> Sequence[Part]:
        marks = self._survey.by_score
        bars = [
            Part(
                QRectF(0, self._row(score), self.width(), px(24)),
                tr("{score} sao: {n} phiếu", score=score, n=number_text(marks.get(score, 0))),
                ("survey", score) if marks.get(score) else None,
            )
            for score in range(5, 0, -1)
        ]
        counts = [
            Part(rect, f"{name}: {number_text(count)}", ("survey", part) if count else None)
            for rect, name, count, part in self._counts()
        ]
        return [*bars, *counts]

    def _counts(self) -> list[tuple[QRectF, str, int, str]]:
        """Return the lines under the bars that have room: where, what, how many, and the part's name."""
        survey, top = self._survey, self._row(1) + px(30)
        lines = (
            (tr("Đã hỏi"), survey.asked, "asked"),
            (tr("Không hỏi, có lý do"), sum(survey.skipped.values()), "skips"),
            (tr("Điểm thấp chưa liên hệ lại"), survey.low_open, "low"),
        )
        placed = [
            (QRectF(0, top + px(20) * number, self.width(), px(18)), *line)
            for number, line in enumerate(lines)
        ]
        return [one for one in placed if one[0].bottom() <= self.height()]

    def draw(self, painter: QPainter) -> None:
        survey = self._survey
        wide = draw_text(painter, 0, 0, decimal(survey.mean), "display", "text")
        for star in range(5):
            self._draw_star(painter, wide + px(22) + px(22) * star, px(20), (survey.mean or 0) - star)
        for score in range(5, 0, -1):
            y = self._row(score)
            share = survey.by_score.get(score, 0) / survey.answered if survey.answered else 0.0
            draw_text(painter, 0, y, tr("{n} sao", n=score), "small", "text2")
            rail = QRectF(px(46), y + px(5), max(1, self.width() - px(46) - px(52)), px(8))
            fill_round(painter, rail, px(4), "inset")
            if share:
                bar = QRectF(rail.left(), rail.top(), max(px(8), rail.width() * share), rail.height())
                fill_round(painter, bar, px(4), _TONES[score])
            words = percent(share if survey.answered else None, 0)
            draw_text(painter, self.width() - text_width(words, "small"), y, words, "small", "text")
        for rect, name, count, _part in self._counts():
            value = number_text(count)
            draw_text(painter, 0, rect.top(), name, "small", "text2")
            right = self.width() - text_width(value, "small", 600)
            draw_text(painter, right, rect.top(), value, "small", "text", weight=600)

    def _row(self, score: int) -> float:
        return px(48) + px(26) * (5 - score)

    def _draw_star(self, painter: QPainter, x: float, y: float, share: float) -> None:
        shape = QPolygonF([QPointF(x + px(9) * dx, y + px(9) * dy) for dx, dy in _STAR])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("divider"))
        painter.drawPolygon(shape)
        if share > 0:
            painter.save()
            painter.setClipRect(QRectF(x - px(9), y - px(9), px(18) * min(1.0, share), px(18)))
            painter.setBrush(color("gold"))
            painter.drawPolygon(shape)
            painter.restore()
