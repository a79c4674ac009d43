"""The duty book (sổ trực ban): one line a happening, written below, put right by another line."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
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
from console.ui.common.paint import draw_focus_ring, draw_text, elide, text_width
from console.ui.common.rows_model import Index, RowsModel
from console.ui.common.sharing import deed_shown, words_shown
from console.ui.common.times import clock_text
from console.ui.theme import color, px, theme_changed

ROW = 30
LIMIT = 500
NOTED = "shift.noted"


def _words(item: EventItem) -> str:
    words = safe_line(said(item.words), 400)
    return words_shown(words) if item.kind == NOTED else deed_shown(words)


def _spoken(item: EventItem) -> str:
    mark = tr(" (đã đính chính)") if item.corrected else ""
    return f"{clock_text(item.at)}. {said(item.actor_name)}. {_words(item)}{mark}"


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
        right = box.right() - px(14)
        if item.corrected:
            mark = tr("đã đính chính")
            right -= text_width(mark, "small", 500)
            draw_text(painter, right, box.top(), mark, "small", "orangeText", weight=500, line=line)
            right -= px(12)
        words = elide(_words(item), "body", right - left)
        ink = "text" if written and not item.corrected else "text2"
        draw_text(painter, left, box.top(), words, "body", ink, line=line)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, box.adjusted(px(4), 1, -px(4), -1))


class DutyBook(Pane):
    """Lines above, a field below.

    ``written(str)`` carries a new line, ``correct_wanted(EventItem)`` one that was wrong; ``print_wanted()`` asks for the paper.
    """

    written = Signal(str)
    correct_wanted = Signal(object)
    print_wanted = Signal()

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
        self.correct = ActionButton(tr("Đính chính…"), "pencil", "plain", "F4")
        self.printing = ActionButton(tr("In sổ trực…"), "printer", "plain", small=True, command="duty_book")
        row = QHBoxLayout()
        row.setContentsMargins(px(16), px(10), px(16), px(12))
        row.setSpacing(px(8))
        row.addWidget(self.field, 1)
        row.addWidget(self.save)
        row.addWidget(self.correct)
        head = QHBoxLayout()
        head.setContentsMargins(px(16), px(4), px(14), px(4))
        head.addStretch(1)
        head.addWidget(self.printing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(6), 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self.save.clicked.connect(self._write)
        self.field.returnPressed.connect(self._write)
        self.correct.clicked.connect(self.correct_now)
        self.printing.clicked.connect(self.print_wanted)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_acts())
        self.model.modelReset.connect(self._show_acts)
        self._show_acts()
        theme_changed().changed.connect(self.list.scheduleDelayedItemsLayout)

    def set_items(self, items: Sequence[EventItem]) -> None:
        """Show the lines, and the newest one; the chosen line stays chosen."""
        chosen = self.current()
        self.model.show(items)
        at = next((n for n, item in enumerate(items) if chosen is not None and item.seq == chosen.seq), -1)
        if at >= 0:
            self.list.setCurrentIndex(self.model.index(at))
        else:
            self.list.scrollToBottom()

    def current(self) -> EventItem | None:
        """Return the chosen line."""
        row = self.list.currentIndex().row()
        return self.model.row(row) if 0 <= row < self.model.rowCount() else None

    def _show_acts(self) -> None:
        chosen = self.current()
        self.correct.setEnabled(chosen is not None and bool(chosen.ref))

    def correct_now(self) -> None:
        """Ask for the line that puts the chosen one right; what the console noted itself needs none."""
        chosen = self.current()
        if chosen is not None and chosen.ref:
            self.correct_wanted.emit(chosen)

    def _write(self) -> None:
        text = self.field.text().strip()
        if text:
            self.field.clear()
            self.written.emit(text)

    def event(self, event: QEvent) -> bool:
        """Take F4 before the window's own shortcut does: here it puts a line right."""
        mine = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F4 and not event.modifiers()
        if mine and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        signs = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not signs:
            event.accept()  # the field has taken it; with Ctrl it has, too, and the page signs
            return
        if event.key() == Qt.Key.Key_F4 and not event.modifiers():
            self.correct_now()
            return
        super().keyPressEvent(event)
