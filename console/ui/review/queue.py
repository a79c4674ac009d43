"""The left of the review screen: what waits, oldest first."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from console.cache.duty_views import ReviewRow
from console.domain.names import initials
from console.domain.numerals import number_text
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.buttons import PillButton
from console.ui.common.chips import (
    Chip,
    chip_width,
    draw_chip,
    orange,
    severity_chip,
    sla_chip,
    tag_chip,
    unit_chip,
)
from console.ui.common.empty import EmptyState
from console.ui.common.labels import Line, Pane, PlainLabel
from console.ui.common.names import Names
from console.ui.common.paint import (
    Stripe,
    draw_focus_ring,
    draw_owner,
    draw_stripe,
    draw_text,
    draw_tile,
    elide,
    text_width,
)
from console.ui.common.rows_model import Index, RowsModel
from console.ui.common.sharing import name_shown, words_shown
from console.ui.common.times import row_time
from console.ui.theme import color, current_theme, px, size, theme_changed

_FAMILIES = ("", "TG", "PA", "TT", "KS")
_STRIPES = {"P1": Stripe.SOLID, "P2": Stripe.BROKEN}


def _spoken(row: ReviewRow) -> str:
    kind = tr("Chờ ký đóng") if row.is_proposal else tr("Chờ kiểm tra")
    return ". ".join(
        (
            kind,
            row.number,
            name_shown(safe_line(row.pseudonym)),
            words_shown(safe_line(said(row.summary), 120)),
        )
    )


class ReviewDelegate(QStyledItemDelegate):
    """Paints an entry as the queue's rows are painted."""

    def __init__(
        self, model: RowsModel[ReviewRow], names: Names, officer: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._names, self._officer = model, names, officer
        self.now_ms = 0

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(200), size("rowComfort"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row(index.row())
        box = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(box, color("sel"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, color("hover"))
        else:
            painter.fillRect(QRectF(box.left() + px(58), box.bottom(), box.width(), 1), color("divider"))
        draw_stripe(painter, box, _STRIPES.get(row.priority, Stripe.NONE))
        draw_tile(painter, box.left() + px(14), box.top() + px(10), current_theme().family_of(row.category))
        left, right = box.left() + px(60), box.right() - px(14)
        self._head(painter, row, left, right, box.top() + px(8))
        edge = size("ownerCircle")
        draw_owner(
            painter,
            right - edge,
            box.top() + px(30),
            initials(row.handler_name),
            mine=row.handler == self._officer,
        )
        summary = elide(words_shown(safe_line(said(row.summary), 160)), "body", right - edge - px(8) - left)
        draw_text(painter, left, box.top() + px(30), summary, "body", "text2")
        self._chips(painter, row, left, right, box.top() + px(54), selected=selected)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, box.adjusted(px(5), px(1), -px(1), -px(1)))

    def _head(self, painter: QPainter, row: ReviewRow, left: float, right: float, top: float) -> None:
        when = row_time(row.since, self.now_ms)
        width = text_width(when, "small")
        draw_text(painter, right - width, top, when, "small", "text3", line=px(20))
        alias = elide(name_shown(safe_line(row.pseudonym, 60)), "body", right - width - px(12) - left, 600)
        x = left + draw_text(painter, left, top, alias, "body", "text", weight=600) + px(8)
        if x + text_width(row.number, "small") < right - width - px(8):
            draw_text(painter, x, top, row.number, "small", "text3", line=px(20))

    def _chips(
        self, painter: QPainter, row: ReviewRow, left: float, right: float, top: float, *, selected: bool
    ) -> None:
        left_ms = row.due_at - self.now_ms
        share = (self.now_ms - row.since) / max(1, row.due_at - row.since)
        clock = sla_chip("late" if left_ms <= 0 else "soon" if share > 0.8 else "normal", left_ms, share)
        if clock is not None:
            right -= chip_width(clock)
            draw_chip(painter, right, top, clock)
        wanted: list[Chip | None] = [severity_chip(row.priority)]
        if row.is_proposal:
            wanted.append(orange(tr("Chờ ký"), "act.sign"))
        wanted.append(unit_chip(self._names.unit(row.unit)) if row.unit else None)
        wanted += [tag_chip(self._names.tag(tag), selected=selected) for tag in row.tags]
        for chip in wanted:
            if chip is None or left + chip_width(chip) > right - px(8):
                continue
            left += draw_chip(painter, left, top, chip) + px(5)


class ReviewQueue(Pane):
    """Title with count, families, the list."""

    chosen = Signal(object)
    """A ``ReviewRow``, or ``None`` where nothing waits."""

    def __init__(self, names: Names, officer: str, parent: QWidget | None = None) -> None:
        super().__init__("list", line="r", parent=parent)
        self._rows: tuple[ReviewRow, ...] = ()
        self._family = ""
        self._showing = False
        self.model = RowsModel(_spoken)
        self.delegate = ReviewDelegate(self.model, names, officer, self)
        self.title = PlainLabel(tr("Chờ kiểm tra"), "title", weight=600)
        self.count = PlainLabel("", "title", "text3")
        self.order = PlainLabel(tr("Cũ trước"), "small", "text2")
        self.pills: list[PillButton] = []
        self.view = QListView()
        self.empty = EmptyState()
        self._stack = QStackedWidget()
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(px(14), px(8), px(14), 0)
        head.setSpacing(px(6))
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.order)
        pills = QHBoxLayout()
        pills.setContentsMargins(px(14), px(4), px(8), px(8))
        pills.setSpacing(px(5))
        group = QButtonGroup(self)
        names = (tr("Mọi loại"), tr("Tố giác"), tr("Phản ánh"), tr("Thủ tục"), tr("Khảo sát"))
        for family, name in zip(_FAMILIES, names, strict=True):
            pill = PillButton(name)
            pill.setChecked(not family)
            pill.clicked.connect(lambda _on=False, family=family: self._narrow(family))
            group.addButton(pill)
            self.pills.append(pill)
            pills.addWidget(pill)
        pills.addStretch(1)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self.delegate)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setStyleSheet("QListView { border: 0; border-radius: 0; background: transparent; }")
        self.view.setAccessibleName(tr("Hồ sơ chờ kiểm tra"))
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.empty.show_state(
            "view.daxuly", "green", tr("Không còn hồ sơ chờ kiểm tra"), tr("Hồ sơ mới đóng sẽ hiện ở đây.")
        )
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(pills)
        column.addWidget(Line("border"))
        column.addWidget(self._stack, 1)
        theme_changed().changed.connect(self.view.scheduleDelayedItemsLayout)

    def set_rows(self, rows: Sequence[ReviewRow], now_ms: int) -> None:
        """Show entries; the one that was chosen stays chosen, else what took its place."""
        self._rows = tuple(rows)
        self.delegate.now_ms = now_ms
        self._show()

    def set_narrow(self, *, narrow: bool, tight: bool) -> None:
        """Leave out what has no room in a narrow column; in a ``tight`` one all kinds are shown and nothing is chosen among them."""
        self.order.setVisible(not narrow)
        for number, pill in enumerate(self.pills):
            pill.setVisible(not tight and not (narrow and number == len(self.pills) - 1))
        if tight and not self.pills[0].isChecked():
            self.pills[0].click()

    def current(self) -> ReviewRow | None:
        """Return the entry that is chosen."""
        index = self.view.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def step(self, by: int) -> None:
        """Choose the entry ``by`` places on."""
        at = max(0, min(self.model.rowCount() - 1, self.view.currentIndex().row() + by))
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(at))

    def choose(self, case_id: str) -> None:
        """Choose the entry of a case, if it waits."""
        at = self._position(case_id)
        if at >= 0:
            self.view.setCurrentIndex(self.model.index(at))

    def _position(self, case_id: str) -> int:
        return next((n for n, row in enumerate(self.model.rows()) if row.case_id == case_id), -1)

    def _narrow(self, family: str) -> None:
        self._family = family
        self._show()

    def _show(self) -> None:
        theme = current_theme()
        rows = [
            row for row in self._rows if not self._family or theme.family_of(row.category) == self._family
        ]
        before, place = self.current(), max(0, self.view.currentIndex().row())
        self._showing = True
        self.model.show(rows)
        self._showing = False
        self.count.setText(number_text(len(rows)))
        self._stack.setCurrentIndex(0 if rows else 1)
        if not rows:
            self.chosen.emit(None)
            return
        at = self._position(before.case_id) if before else -1
        self.view.setCurrentIndex(self.model.index(at if at >= 0 else min(place, len(rows) - 1)))

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and not self._showing:
            self.chosen.emit(self.model.row(index.row()))
