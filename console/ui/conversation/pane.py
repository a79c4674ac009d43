"""The middle of the desk: header, find bar, conversation; or what is said when there is none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from console.runtime.i18n import tr
from console.ui.common.empty import EmptyState
from console.ui.common.keymap import key_text
from console.ui.common.labels import Pane
from console.ui.common.names import Names
from console.ui.conversation.find import FindBar
from console.ui.conversation.header import ConversationHeader
from console.ui.conversation.marks import MarkStrip
from console.ui.conversation.view import ThreadView
from console.ui.theme import px, size

_LEAST_THREAD = 64


class ConversationPane(Pane):
    """Header, marks, find bar and thread in one column; the desk puts the composer below (``add_below``)."""

    find_closed = Signal()

    def __init__(self, names: Names, parent: QWidget | None = None) -> None:
        super().__init__("canvas", parent=parent)
        self.header = ConversationHeader(names)
        self.marks = MarkStrip()
        self.find_bar = FindBar()
        self.find_bar.hide()
        self.thread_view = ThreadView()
        self.thread_view.set_unit_names(names.unit)
        self.empty = EmptyState()
        self._stack = QStackedWidget()
        # Less than it says in an empty state: a low window at 200 % must hold the composer's stop panel, too.
        self._stack.setMinimumHeight(px(_LEAST_THREAD))
        self._stack.addWidget(self.thread_view)
        self._stack.addWidget(self.empty)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setMinimumWidth(size("conversationMin"))
        self._column.addWidget(self.header)
        self._column.addWidget(self.marks)
        self._column.addWidget(self.find_bar)
        self._column.addWidget(self._stack, 1)
        self.thread_view.find_requested.connect(self.start_find)
        self.find_bar.changed.connect(self._find)
        self.find_bar.step.connect(self._step)
        self.find_bar.closed.connect(self.close_find)
        self.show_nothing()

    def add_below(self, widget: QWidget) -> None:
        """Put a widget (the composer) under the thread."""
        self._column.addWidget(widget)

    def show_thread(self) -> None:
        """Show the thread instead of a statement."""
        self._stack.setCurrentIndex(0)

    def show_statement(self, icon: str, tone: str, title: str, text: str) -> None:
        """Show a statement instead of the thread: nothing chosen, loading, an error (see ``EmptyState``)."""
        self.empty.show_state(icon, tone, title, text)
        self._stack.setCurrentIndex(1)

    def show_nothing(self) -> None:
        """Say that no case is open, and keep nothing of the one that was."""
        self.thread_view.clear()
        key = key_text("claim_next")
        words = tr("Chọn một hồ sơ ở hàng đợi, hoặc bấm {key} để lấy tin gấp nhất chưa ai giữ.", key=key)
        self.show_statement("view.moi", "neutral", tr("Chưa mở hồ sơ nào"), words)

    def show_loading(self, number: str) -> None:
        """Say that a case is being read."""
        self.show_statement("send.sending", "neutral", tr("Đang mở {number}…", number=number), "")

    def start_find(self) -> None:
        """Open the find bar."""
        self.find_bar.start()
        self._find(self.find_bar.field.text())

    def close_find(self) -> None:
        """Close the find bar and take the marks away; focus returns to the thread."""
        self.find_bar.hide()
        self.thread_view.find_text("")
        self.thread_view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.find_closed.emit()

    def _find(self, words: str) -> None:
        self.find_bar.set_found(0, self.thread_view.find_text(words))

    def _step(self, step: int) -> None:
        total = self.thread_view.find_text(self.find_bar.field.text())
        self.find_bar.set_found(self.thread_view.find_step(step), total)

    def find_again(self, step: int) -> None:
        """Go to the next or previous match; without a search the find bar opens."""
        if self.find_bar.isHidden():
            if self._stack.currentIndex() == 0:
                self.start_find()
        else:
            self._step(step)
