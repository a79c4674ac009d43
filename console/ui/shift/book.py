"""The duty book (sổ trực ban): one line a happening, written below, put right by another line."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QObject,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from console.cache.views import EventItem
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import Pane
from console.ui.common.paint import draw_focus_ring, draw_text, elide
from console.ui.common.rows_model import Index, RowsModel
from console.ui.common.times import clock_text
from console.ui.theme import color, px, theme_changed

ROW = 30
LIMIT = 500
NOTED = "shift.noted"


def _spoken(item: EventItem) -> str:
    return f"{clock_text(item.at)}. {said(item.actor_name)}. {safe_line(said(item.words), 400)}"


class BookDelegate(QStyledItemDelegate):
    """Paints time, who, what; what somebody wrote himself is darker than what the console noted."""

    def __init__(self, model: RowsModel[EventItem], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(300), px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item, box = self._model.row(index.row()), QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, color("sel"))
        written = item.kind == NOTED
        line = box.height()
        draw_text(painter, box.left() + px(16), box.top(), clock_text(item.at), "small", "text2", line=line)
        who = elide(safe_line(said(item.actor_name), 60), "small", px(150), 600 if written else 400)
        draw_text(
            painter,
            box.left() + px(66),
            box.top(),
            who,
            "small",
            "text2",
            weight=600 if written else 400,
            line=line,
        )
        left = box.left() + px(226)
        words = elide(safe_line(said(item.words), 400), "body", box.right() - px(14) - left)
        draw_text(painter, left, box.top(), words, "body", "text" if written else "text2", line=line)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, box.adjusted(px(4), 1, -px(4), -1))


class DutyBook(Pane):
    """Lines above, a field below. ``written(str)`` carries a new line."""

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("canvas", parent=parent)
        self.model = RowsModel(_spoken)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(BookDelegate(self.model, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setStyleSheet("QListView { border: 0; border-radius: 0; background: transparent; }")
        self.list.setAccessibleName(tr("Sổ trực ban"))
        self.field = QLineEdit()
        self.field.setMaxLength(LIMIT)
        self.field.setPlaceholderText(tr("Ghi một dòng vào sổ trực; ghi sai thì ghi dòng đính chính"))
        self.field.setAccessibleName(tr("Ghi sổ trực"))
        self.save = ActionButton(tr("Ghi sổ"), "act.approve", "primary", "↵")
        row = QHBoxLayout()
        row.setContentsMargins(px(16), px(10), px(16), px(12))
        row.setSpacing(px(8))
        row.addWidget(self.field, 1)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(6), 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self.save.clicked.connect(self._write)
        self.field.returnPressed.connect(self._write)
        theme_changed().changed.connect(self.list.scheduleDelayedItemsLayout)

    def set_items(self, items: Sequence[EventItem]) -> None:
        """Show the lines, and the newest one."""
        self.model.show(items)
        self.list.scrollToBottom()

    def _write(self) -> None:
        text = self.field.text().strip()
        if text:
            self.field.clear()
            self.written.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # the field has taken it
            return
        super().keyPressEvent(event)
