"""The search page: filters, found cases, a quick look (png 11). It is fed with hits and looks for nothing itself."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.cache.views import SearchHit
from console.domain.numerals import number_text
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.empty import EmptyState
from console.ui.common.labels import Line, Pane, PlainLabel
from console.ui.common.names import Names
from console.ui.common.sharing import told_line
from console.ui.search.delegate import ResultDelegate
from console.ui.search.filters import FilterColumn
from console.ui.search.model import ResultModel, counts, group_hits
from console.ui.search.preview import Preview
from console.ui.theme import px, theme_changed

_WIDE_FROM = 1040
DEBOUNCE_MS = 120
"""Between the last letter typed and the search."""


class SearchPage(Pane):
    """Results of one query.

    Signals:
        query_changed(str): the words after a short rest of the keys.
        opened(str, str): case id and ``kind:ref`` of the match (``citizen:z10``, ``note:n3``), to show there.
        order_requested(bool): best first (``True``) or newest first; ask the search again.
        closed(): Esc.
    """

    query_changed = Signal(str)
    opened = Signal(str, str)
    order_requested = Signal(bool)
    closed = Signal()

    def __init__(self, names: Names, parent: QWidget | None = None) -> None:
        super().__init__("canvas", parent=parent)
        self._query = ""
        self._hits: tuple[SearchHit, ...] = ()
        self._elapsed = 0
        self._limited = False
        self._loose = False
        self._ranked = True
        self.model = ResultModel()
        self._debounce = QTimer(self)
        self._debounce.setSingleShot(True)
        self._debounce.setInterval(DEBOUNCE_MS)
        self._debounce.timeout.connect(lambda: self.query_changed.emit(self.field.text().strip()))
        self.delegate = ResultDelegate(self.model, names.unit, self)
        self.filters = FilterColumn(names)
        self.filters.changed.connect(self._show)
        self.preview = Preview()
        self.preview.opened.connect(self.opened)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.filters)
        row.addLayout(self._middle(), 1)
        row.addWidget(self.preview)
        self._fit()
        theme_changed().changed.connect(self.list.scheduleDelayedItemsLayout)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.preview.setFixedWidth(px(440) if self.width() >= px(_WIDE_FROM) else px(300))

    def _middle(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Chữ nhớ được, số hồ sơ, biển số, số điện thoại; không cần dấu"))
        self.field.setAccessibleName(tr("Tìm hồ sơ, nội dung, số tiếp nhận"))
        self.field.setMaxLength(200)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _text: self._debounce.start())
        self.field.installEventFilter(self)
        typed = QHBoxLayout()
        typed.setContentsMargins(px(22), px(10), px(16), 0)
        typed.addWidget(self.field)
        column.addLayout(typed)
        head = QHBoxLayout()
        head.setContentsMargins(px(22), px(8), px(16), px(8))
        head.setSpacing(px(8))
        self.total = PlainLabel("", "title", weight=600)
        self.about = PlainLabel("", "body", "text2", elided=True)
        self.order = ActionButton("", "act.sort", "quiet")
        self.order.clicked.connect(self._change_order)
        head.addWidget(self.total)
        head.addWidget(self.about, 1)
        head.addWidget(self.order)
        column.addLayout(head)
        column.addWidget(Line("border"))
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        self.list.setStyleSheet("QListView { border: 0; border-radius: 0; background: transparent; }")
        self.list.setAccessibleName(tr("Hồ sơ tìm thấy"))
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.doubleClicked.connect(lambda _index: self.preview.open_current())
        self.list.installEventFilter(self)
        self.empty = EmptyState()
        self.clear_filters = ActionButton(tr("Bỏ bộ lọc"), "act.dismiss")
        self.clear_filters.clicked.connect(self.filters.clear)
        self.empty.add_button(self.clear_filters)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column.addWidget(self._stack, 1)
        self.foot = PlainLabel("", "small", "text3")
        self.foot.setContentsMargins(px(22), px(6), px(16), px(8))
        column.addWidget(self.foot)
        return column

    def set_results(
        self,
        query: str,
        hits: Sequence[SearchHit],
        *,
        elapsed_ms: int,
        now_ms: int,
        ranked: bool = True,
        limited: bool = False,
        loose: bool = False,
    ) -> None:
        """Show what was found.

        Args:
            query: the words looked for.
            hits: in the order to show.
            elapsed_ms: how long the search took.
            now_ms: UTC, for the periods.
            ranked: whether the best stand first (else the newest).
            limited: whether there are more hits than were given.
            loose: whether no place has all the words and these have all but one.

        """
        self._query, self._hits, self._elapsed = query, tuple(hits), elapsed_ms
        self._ranked, self._limited = ranked, limited
        self.filters.set_counts(counts(self._hits), now_ms)
        self._loose = loose
        self._show()

    def _show(self) -> None:
        rows = group_hits(self._hits, self.filters.filters())
        self.delegate.query = self._query
        self.model.show(rows)
        shown = told_line(self._query, 60)
        self.total.setText(tr("{count} hồ sơ", count=number_text(len(rows))))
        seconds = f"{self._elapsed / 1000:.2f}".replace(".", ",")
        if self._loose:
            about = tr("gần khớp “{query}”: thiếu một chữ · {seconds} giây", query=shown, seconds=seconds)
        else:
            about = tr("khớp “{query}” · {seconds} giây · không phân biệt dấu", query=shown, seconds=seconds)
        self.about.setText(about if self._query else "")
        self.order.set_label(tr("Khớp nhất") if self._ranked else tr("Mới nhất"))
        self.foot.setText(tr("Còn kết quả khác – gõ thêm chữ để thu hẹp") if self._limited else "")
        self.foot.setVisible(self._limited)
        self._stack.setCurrentIndex(0 if rows else 1)
        if rows:
            self.list.setCurrentIndex(self.model.index(0))
            self.preview.show_case(rows[0], self._query)
            return
        self.preview.show_case(None, "")
        filtered = bool(self._hits)
        self.clear_filters.setVisible(filtered)
        title = tr("Không thấy “{query}”", query=shown) if self._query else tr("Gõ vào ô tìm ở trên")
        if filtered:
            text = tr("Có kết quả ngoài bộ lọc đang chọn.")
        else:
            text = tr("Thử bớt chữ, hoặc gõ số hồ sơ, biển số, số điện thoại.")
        self.empty.show_state("empty.search", "neutral", title, text)

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.preview.show_case(self.model.row(index.row()), self._query)

    def _change_order(self) -> None:
        self.order_requested.emit(not self._ranked)

    def focus_list(self) -> None:
        """Put the keyboard into the results."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def start(self, query: str = "") -> None:
        """Put the keyboard into the field, with other words if there are any."""
        if query:
            self.field.setText(query)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def step(self, step: int) -> None:
        """Walk the matches of the case in the preview (F3)."""
        self.preview.step(step)

    def eventFilter(self, watched: object, event: object) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            if watched is self.list:
                return self._on_list_key(event)
            if watched is self.field:
                return self._on_field_key(event)
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _on_list_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.preview.open_current()
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            return False
        return True

    def _on_field_key(self, event: QKeyEvent) -> bool:
        """Let the arrows move through the results and Enter open one while the words are being typed."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            row = self.list.currentIndex().row() + (1 if key == Qt.Key.Key_Down else -1)
            if 0 <= row < self.model.rowCount():
                self.list.setCurrentIndex(self.model.index(row))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.preview.open_current()
        elif key == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            return False
        return True
