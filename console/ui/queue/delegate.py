"""Paints the rows of the queue: 82 px with three lines, 58 px with two, 28 px group headers."""

from collections.abc import Container
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from console.cache.views import Group, QueueRow
from console.domain.names import initials
from console.domain.numerals import number_text
from console.ui.common.paint import (
    draw_count,
    draw_focus_ring,
    draw_icon,
    draw_owner,
    draw_stripe,
    draw_text,
    draw_tile,
    elide,
    fill_round,
    text_width,
)
from console.ui.common.sharing import name_shown
from console.ui.common.times import row_time
from console.ui.queue import faces
from console.ui.queue.faces import RowState
from console.ui.queue.model import CASE_ROLE, ENTRY_ROLE, GroupHeader, QueueModel
from console.ui.queue.words import group_name, snippet_text
from console.ui.theme import color, current_theme, px, size

AnyIndex = QModelIndex | QPersistentModelIndex

_GROUP_LOOK: dict[Group, tuple[str, str]] = {
    Group.URGENT: ("sev.khan", "redText"),
    Group.LATE: ("sla.late", "redText"),
    Group.SOON: ("sla.soon", "orangeText"),
    Group.TODAY: ("", "text3"),
    Group.OLDER: ("", "text3"),
}


def draw_group_header(painter: QPainter, rect: QRectF, header: GroupHeader) -> None:
    """Draw a group header; the sticky copy at the top of the list uses it too."""
    painter.fillRect(rect, color("inset"))
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), color("divider"))
    icon, ink = _GROUP_LOOK[header.group]
    left = rect.left() + px(14)
    box = rect.height() - 1
    if icon:
        glyph = px(14)
        draw_icon(painter, left, rect.top() + (box - glyph) / 2, icon, glyph, ink)
        left += px(20)
    left += draw_text(painter, left, rect.top(), group_name(header.group), "small", ink, weight=600, line=box)
    draw_text(painter, left + px(6), rect.top(), number_text(header.count), "small", "text3", line=box)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a row stands: behind it, selected, focused."""

    ground: str
    selected: bool
    focused: bool


class QueueDelegate(QStyledItemDelegate):
    """One painter for every row; it knows no widget and keeps no row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.compact = False
        self.officer_id = ""
        self.pulse: dict[str, float] = {}
        self.marks: Container[str] = ()

    def row_height(self) -> int:
        """Return the height of a case row at this density."""
        return size("rowCompact" if self.compact else "rowComfort")

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        # Asking for the row itself would count as looking at it.
        height = self.row_height() if index.data(CASE_ROLE) else size("queueGroup")
        return QSize(option.rect.width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, GroupHeader):
            draw_group_header(painter, rect, entry)
        elif isinstance(entry, QueueRow):
            model = index.model()
            assert isinstance(model, QueueModel)
            state = option.state
            selected = bool(state & QStyle.StateFlag.State_Selected)
            hovered = bool(state & QStyle.StateFlag.State_MouseOver)
            ground = "sel" if selected else "hover" if hovered else "list"
            focused = selected and bool(state & QStyle.StateFlag.State_HasFocus)
            self._paint_case(painter, rect, entry, model, _Look(ground, selected, focused))
        else:
            painter.fillRect(rect, color("list"))
        painter.restore()

    def _paint_case(
        self, painter: QPainter, rect: QRectF, row: QueueRow, model: QueueModel, look: _Look
    ) -> None:
        painter.fillRect(rect, color(look.ground))
        left = rect.left() + size("dividerLeft")
        painter.fillRect(QRectF(left, rect.bottom() - 1, rect.width(), 1), color("divider"))
        state = faces.row_state(row, model.names, model.now_ms())
        draw_stripe(painter, rect, state.stripe, self.pulse.get(row.case_id, 1.0))
        self._paint_tile(painter, rect, row, state, look)
        if self.compact:
            self._paint_compact(painter, rect, row, state)
        else:
            self._paint_comfort(painter, rect, row, state, model.now_ms(), selected=look.selected)
        if look.focused:
            ring = rect.adjusted(px(6), px(1), -px(2), -px(2))
            draw_focus_ring(painter, ring)

    def _paint_tile(
        self, painter: QPainter, rect: QRectF, row: QueueRow, state: RowState, look: _Look
    ) -> None:
        x, y = rect.left() + size("rowTile"), rect.top() + px(10)
        if row.case_id in self.marks:
            edge, glyph = size("tile"), px(20)
            fill_round(painter, QRectF(x, y, edge, edge), current_theme().radius("tile"), "accent")
            inset = (edge - glyph) / 2
            draw_icon(painter, x + inset, y + inset, "check", glyph, "onSolid")
            return
        draw_tile(painter, x, y, state.family, confirmed=state.confirmed)
        if row.unread:
            draw_count(painter, x + size("tile") + px(6), y - px(6), row.unread, "accent", ring=look.ground)

    def _paint_comfort(
        self,
        painter: QPainter,
        rect: QRectF,
        row: QueueRow,
        state: RowState,
        now_ms: int,
        *,
        selected: bool,
    ) -> None:
        left, right = rect.left() + size("rowText"), rect.right() - size("rowRight")
        top = rect.top() + px(8)
        line = px(20)
        time = row_time(row.last_at, now_ms)
        time_left = right - text_width(time, "small")
        draw_text(painter, time_left, top, time, "small", "text3", line=line)
        weight = 700 if row.unread else 500
        room = time_left - px(10) - left
        alias = elide(name_shown(row.pseudonym), "body", room, weight)
        used = draw_text(painter, left, top, alias, "body", "text", weight=weight, line=line)
        if row.number and used + px(9) + text_width(row.number, "small") <= room:
            draw_text(painter, left + used + px(9), top, row.number, "small", "text3", line=line)
        self._paint_snippet(painter, left, right, top + line, row, state)
        self._paint_chips(painter, left, right, rect.top() + px(52), state, selected=selected)

    def _paint_snippet(
        self, painter: QPainter, left: float, right: float, top: float, row: QueueRow, state: RowState
    ) -> None:
        right = self._paint_marks(painter, right, top, row, state)
        weight = 500 if row.unread else 400
        text = elide(snippet_text(row), "body", right - left, weight)
        ink = "text" if row.unread else "text2"
        draw_text(painter, left, top, text, "body", ink, weight=weight, line=px(20))

    def _paint_marks(
        self, painter: QPainter, right: float, top: float, row: QueueRow, state: RowState
    ) -> float:
        """Draw owner and exceptions from the right and return where the snippet must end."""
        edge = size("ownerCircle")
        if row.owner:
            mine = row.owner == self.officer_id
            right -= edge
            draw_owner(painter, right, top + px(1), initials(row.owner_name), mine=mine)
            right -= px(8)
        glyph = px(14)
        for icon, ink in state.marks:
            right -= glyph
            draw_icon(painter, right, top + px(3), icon, glyph, ink)
            right -= px(6)
        return right

    def _paint_chips(
        self, painter: QPainter, left: float, right: float, top: float, state: RowState, *, selected: bool
    ) -> None:
        line = faces.fit_chips(state, right - left, selected=selected)
        for chip in reversed(line.right):
            right -= faces.chip_width(chip)
            faces.draw_chip(painter, right, top, chip)
            right -= px(6)
        for chip in line.left:
            left += faces.draw_chip(painter, left, top, chip) + px(5)

    def _paint_compact(self, painter: QPainter, rect: QRectF, row: QueueRow, state: RowState) -> None:
        left, right = rect.left() + size("rowText"), rect.right() - size("rowRight")
        top, line = rect.top() + px(7), px(20)
        end = right
        if state.sla is not None:
            end -= faces.chip_width(state.sla)
            faces.draw_chip(painter, end, top, state.sla)
            end -= px(8)
        weight = 700 if row.unread else 500
        room = end - left
        alias = elide(name_shown(row.pseudonym), "body", room, weight)
        used = draw_text(painter, left, top, alias, "body", "text", weight=weight, line=line)
        short = row.number[-5:]
        if short and used + px(8) + text_width(short, "small") <= room:
            draw_text(painter, left + used + px(8), top, short, "small", "text3", line=line)
        if state.short_severity is not None:
            left += faces.draw_chip(painter, left, top + line + px(1), state.short_severity, px(18)) + px(6)
        self._paint_snippet(painter, left, right, top + line, row, state)
