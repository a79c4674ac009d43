"""Paints one case of the results: its head, and a line for each place where the words were found."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from console.cache.views import SearchHit
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.chips import accent, chip_width, draw_chip, neutral, severity_chip, unit_chip
from console.ui.common.paint import (
    Stripe,
    draw_focus_ring,
    draw_icon,
    draw_stripe,
    draw_text,
    draw_tile,
    elide,
    text_width,
)
from console.ui.common.sharing import name_shown
from console.ui.common.times import clock_text, date_text
from console.ui.search.model import CaseHits, Index, ResultModel, hit_words, spans, state_group, where_name
from console.ui.theme import color, current_theme, px

_LINE = 30
_STRIPES = {1: Stripe.SOLID, 2: Stripe.BROKEN}
_ICONS = {"citizen": "act.reply", "reply": "act.reply", "note": "act.note", "outside": "device"}


def draw_marked(
    painter: QPainter, x: float, y: float, text: str, query: str, room: float, line: float
) -> None:
    """Draw one line of text with its matches cyan and underlined."""
    shown = elide(text, "body", room)
    theme = current_theme()
    for start, length in spans(shown, query):
        left = x + text_width(shown[:start], "body")
        width = text_width(shown[start : start + length], "body")
        top = y + (line - theme.line("body")) / 2
        painter.fillRect(QRectF(left - 1, top, width + 2, theme.line("body")), color("mark"))
        under = QRectF(left - 1, top + theme.line("body") - px(2), width + 2, px(2))
        painter.fillRect(under, color("markLine"))
    draw_text(painter, x, y, shown, "body", "text", line=line)


class ResultDelegate(QStyledItemDelegate):
    """Rows of a ``ResultModel``; ``query`` says what to mark."""

    def __init__(
        self, model: ResultModel, unit_name: Callable[[str], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._unit_name = model, unit_name
        self.query = ""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = len(self._model.row(index.row()).lines)
        return QSize(px(400), px(44) + px(_LINE) * lines + (px(6) if lines else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row(index.row())
        theme = current_theme()
        box = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, color("sel"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, color("hover"))
        left = box.left() + px(74)
        painter.fillRect(QRectF(left, box.bottom(), box.right() - px(20) - left, 1), color("divider"))
        draw_tile(painter, box.left() + px(22), box.top() + px(12), theme.family_of(row.category))
        top = box.top() + px(12)
        x = (
            left
            + draw_text(painter, left, top, safe_line(row.number, 40), "body", "text", weight=600)
            + px(8)
        )
        x += draw_text(painter, x, top, name_shown(safe_line(row.pseudonym, 60)), "body", "text2") + px(10)
        when = f"{date_text(row.at)} {clock_text(row.at)}" if row.at else ""
        draw_text(painter, box.right() - px(20) - text_width(when, "small"), top, when, "small", "text2")
        self._paint_chips(painter, x, top, box.right() - px(32) - text_width(when, "small"), row)
        draw_stripe(
            painter,
            QRectF(box.left(), box.top() + 1, theme.size("stripe"), box.height() - 2),
            _STRIPES.get(row.priority_rank, Stripe.NONE),
        )
        y = top + px(28)
        for hit in row.lines:
            self._paint_hit(painter, QRectF(left, y, box.right() - px(20) - left, px(_LINE)), hit)
            y += px(_LINE)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, box.adjusted(px(6), px(2), -px(4), -px(2)))

    def _paint_chips(self, painter: QPainter, x: float, y: float, right: float, row: CaseHits) -> None:
        """Paint severity, state and unit; what has no room is left out, the unit first."""
        severity = severity_chip(f"P{row.priority_rank}")
        closed = state_group(row.state) == "closed"
        state = neutral(tr("Đã đóng"), "act.close") if closed else accent(tr("Đang mở"), "circle-dot")
        unit = unit_chip(safe_line(self._unit_name(row.unit), 40)) if row.unit else None
        for chip in (severity, state, unit):
            if chip is None:
                continue
            if x + chip_width(chip) > right:
                return
            x += draw_chip(painter, x, y, chip) + px(6)

    def _paint_hit(self, painter: QPainter, box: QRectF, hit: SearchHit) -> None:
        note = hit.where == "note"
        ink = "noteText" if note else "accentText" if hit.where in ("reply", "outside") else "text2"
        if note:
            pen = QPen(color("noteBorder"), current_theme().scale)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.setBrush(color("note"))
            painter.drawRect(box.adjusted(-px(4), px(2), 0, -px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        glyph = px(14)
        icon = "person" if hit.where == "citizen" else _ICONS.get(hit.where, "file")
        draw_icon(painter, box.left() + px(2), box.top() + (box.height() - glyph) / 2, icon, glyph, ink)
        label = where_name(hit.where)
        label_left = box.left() + px(22)
        draw_text(painter, label_left, box.top(), label, "small", ink, weight=600, line=box.height())
        x = box.left() + px(94)
        text = hit_words(hit, safe_line(hit.text, 400))
        draw_marked(painter, x, box.top(), text, self.query, box.right() - px(8) - x, box.height())
