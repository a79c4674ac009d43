"""The 44 px bar at the top: whose desk, search, shift, alarms, theme, help, officer."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.domain.names import initials
from console.domain.numerals import number_text
from console.domain.skew import Skew
from console.runtime.i18n import tr
from console.ui.common.buttons import IconButton
from console.ui.common.keymap import follow_key
from console.ui.common.labels import Line, Pane, PlainLabel
from console.ui.common.paint import draw_focus_ring, draw_icon, draw_text, elide, fill_round, text_width
from console.ui.common.tooltip import set_tooltip
from console.ui.frame.top_facts import Pill, StoreClock, UrgentCount
from console.ui.theme import color, current_theme, px, size, theme_changed

_ROOMY, _TIGHT = 1500, 1100
"""px at scale 1.0 from which everything has room, and below which only what must never be hidden is left."""


class Mark(QWidget):
    """A plain shield and star of our own; the official emblem is not ours to use."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._restyle()
        theme_changed().changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFixedSize(px(24), px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = float(self.width()), float(self.height())
        edge = width * 0.07
        path = QPainterPath(QPointF(width / 2, edge))
        path.cubicTo(width * 0.64, height * 0.12, width * 0.80, height * 0.17, width - edge, height * 0.18)
        path.lineTo(width - edge, height * 0.50)
        path.cubicTo(width - edge, height * 0.74, width * 0.72, height * 0.88, width / 2, height - edge)
        path.cubicTo(width * 0.28, height * 0.88, edge, height * 0.74, edge, height * 0.50)
        path.lineTo(edge, height * 0.18)
        path.cubicTo(width * 0.20, height * 0.17, width * 0.36, height * 0.12, width / 2, edge)
        painter.setPen(QPen(color("gold"), width * 0.07))
        painter.setBrush(color("brand"))
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("gold"))
        painter.drawPolygon(_star(QPointF(width / 2, height * 0.5), width * 0.23))


def _star(centre: QPointF, radius: float) -> QPolygonF:
    points = []
    for number in range(10):
        reach = radius if number % 2 == 0 else radius * 0.42
        angle = -pi / 2 + number * pi / 5
        points.append(QPointF(centre.x() + reach * cos(angle), centre.y() + reach * sin(angle)))
    return QPolygonF(points)


class SearchField(QAbstractButton):
    """Looks like a field, opens the palette."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = tr("Tìm hồ sơ, nội dung, số tiếp nhận…")
        self.setAccessibleName(tr("Tìm hồ sơ, nội dung, số tiếp nhận"))
        self._key = ""
        follow_key(self, "palette", self._set_key)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _set_key(self, key: str) -> None:
        self._key = key
        set_tooltip(self, tr("Tìm và ra lệnh"), key)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(size("searchWidth"), size("searchField"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        fill_round(
            painter, box, px(6), "topbarField", "topbarText" if self.underMouse() else "topbarFieldBorder"
        )
        glyph = px(16)
        draw_icon(painter, px(10), (box.height() - glyph) / 2, "act.search", glyph, "topbarDim")
        key = self._key
        key_width = text_width(key, "caption") + px(10)
        cap = QRectF(box.right() - px(8) - key_width, (box.height() - px(18)) / 2, key_width, px(18))
        fill_round(painter, cap, px(4), "", "topbarFieldBorder")
        draw_text(painter, cap.left() + px(5), cap.top(), key, "caption", "topbarText", line=cap.height())
        hint = elide(self._hint, "body", cap.left() - px(44))
        draw_text(painter, px(34), 0, hint, "body", "topbarDim", line=box.height())
        if self.hasFocus():
            draw_focus_ring(painter, box, color="topbarText")


class _Avatar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.letters = ""
        self._restyle()
        theme_changed().changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFixedSize(size("avatar"), size("avatar"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        dark = current_theme().dark
        fill_round(painter, box, box.width() / 2, "topbarFieldBorder" if dark else "greenSubtle")
        ink = "topbarText" if dark else "brand"
        left = (box.width() - text_width(self.letters, "small", 600)) / 2
        draw_text(painter, left, 0, self.letters, "small", ink, weight=600, line=box.height())


class TopBar(Pane):
    """Identity and the few things that are reachable from everywhere."""

    search_wanted = Signal()
    alarms_wanted = Signal()
    theme_toggled = Signal()
    help_wanted = Signal()
    officer_menu_wanted = Signal(object)
    urgent_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("topbar", parent=parent)
        self.product = PlainLabel(tr("Bàn trực Zalo"), "body", "topbarText", weight=600)
        self.office = PlainLabel("", "small", "topbarDim")
        self.search = SearchField()
        self.rehearsal = Pill("warn", "orange", "onOrange")
        self.urgent = UrgentCount()
        self.shift = Pill("sla.ok", "topbarField", "topbarText")
        self.clock = StoreClock()
        self.bell = IconButton("bell", tr("Báo động"), tone="topbarText", hover="topbarField")
        self.theme = IconButton("theme.dark", "", command="theme", tone="topbarText", hover="topbarField")
        self.help = IconButton(
            "help", tr("Bảng phím"), command="keys", tone="topbarText", hover="topbarField"
        )
        self.name = PlainLabel("", "body", "topbarText", weight=600)
        self.role = PlainLabel("", "small", "topbarDim")
        self._avatar = _Avatar()
        self._shift_text = ""
        self._build()
        self.search.clicked.connect(self.search_wanted)
        self.bell.clicked.connect(self.alarms_wanted)
        self.theme.clicked.connect(self.theme_toggled)
        self.help.clicked.connect(self.help_wanted)
        self._restyle()
        theme_changed().changed.connect(self._restyle)

    def _build(self) -> None:
        left = QWidget()
        self._left = left
        row = QHBoxLayout(left)
        row.setContentsMargins(px(14), 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(Mark())
        row.addLayout(_two_lines(self.product, self.office), 1)
        self._officer = QWidget()
        self._officer.setCursor(Qt.CursorShape.PointingHandCursor)
        right = QHBoxLayout(self._officer)
        right.setContentsMargins(px(6), 0, px(14), 0)
        right.setSpacing(px(10))
        right.addWidget(self._avatar)
        right.addLayout(_two_lines(self.name, self.role))
        rule = Line("topbarFieldBorder", vertical=True)
        rule.setFixedHeight(px(20))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(2))
        layout.addWidget(left)
        layout.addSpacing(px(14))
        layout.addWidget(self.search)
        layout.addStretch(1)
        layout.addWidget(self.rehearsal)
        layout.addSpacing(px(8))
        layout.addWidget(self.urgent)
        layout.addSpacing(px(8))
        layout.addWidget(self.shift)
        layout.addSpacing(px(14))
        layout.addWidget(self.clock)
        layout.addSpacing(px(10))
        for button in (self.bell, self.theme, self.help):
            layout.addWidget(button)
        layout.addSpacing(px(6))
        layout.addWidget(rule)
        layout.addSpacing(px(6))
        layout.addWidget(self._officer)

    def _restyle(self) -> None:
        self.setFixedHeight(size("topbar"))
        dark = current_theme().dark
        self.theme.set_icon("theme.light" if dark else "theme.dark")
        self.theme.set_name(tr("Giao diện sáng") if dark else tr("Giao diện tối"))

    def set_office(self, name: str) -> None:
        """Show whose desk this is."""
        self.office.setText(name)

    def set_officer(self, name: str, role: str) -> None:
        """Show who is on duty here."""
        self.name.setText(name)
        self.role.setText(role)
        self._avatar.letters = initials(name)
        self._officer.setAccessibleName(tr("{name}, {role}", name=name, role=role))

    def set_shift(self, text: str) -> None:
        """Show the shift and its end."""
        self._shift_text = text
        self._fit()

    def set_urgent(self, count: int) -> None:
        """Show how many urgent cases nobody holds; hidden at 0."""
        self.urgent.set_count(count)

    def set_now(self, now_ms: int, skew: Skew | None) -> None:
        """Show the time of the store, UTC ms, and whether it is Zalo's."""
        self.clock.set_now(now_ms, skew)

    def set_alarms(self, count: int) -> None:
        """Show how many alarms wait."""
        self.bell.set_badge(count)
        self.bell.set_name(tr("Báo động, {count} chưa xem", count=number_text(count)))

    def set_rehearsal(self, text: str) -> None:
        """Say that this is not the real inbox (demo, training); nothing hides it."""
        self.rehearsal.set_text(text)

    def _fit(self) -> None:
        roomy, tight = self.width() >= px(_ROOMY), self.width() < px(_TIGHT)
        self.shift.set_text(self._shift_text if roomy else "")
        for label in (self.product, self.office):
            label.setVisible(not tight)
        self._left.setFixedWidth(size("railFull") if roomy else px(48 if tight else 200))
        self.urgent.set_short(short=tight)
        self.search.setMaximumWidth(size("searchWidth") if roomy else px(420))
        self.search.setMinimumWidth(px(120 if tight else 160))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._officer.geometry().contains(event.position().toPoint()):
            self.officer_menu_wanted.emit(self._officer.mapToGlobal(self._officer.rect().bottomLeft()))
        if self.urgent.isVisible() and self.urgent.geometry().contains(event.position().toPoint()):
            self.urgent_wanted.emit()
        event.accept()


def _two_lines(upper: PlainLabel, lower: PlainLabel) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addStretch(1)
    for label in (upper, lower):
        label.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label)
    column.addStretch(1)
    return column
