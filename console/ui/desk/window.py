"""The main window: panes, arrangement by width, order of focus. It decides nothing; ``controller`` does."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from console.runtime.i18n import tr
from console.ui.common.names import Names
from console.ui.composer.composer import Composer
from console.ui.conversation.pane import ConversationPane
from console.ui.desk.layout import Arrangement, arrange
from console.ui.desk.pages import DESK, Pages
from console.ui.desk.workbench import Workbench
from console.ui.frame.banner import Banner
from console.ui.frame.status_bar import StatusBar
from console.ui.frame.toasts import ToastHost
from console.ui.frame.top_bar import TopBar
from console.ui.inspector.pane import Inspector
from console.ui.queue.pane import QueuePane
from console.ui.rail.rail import Rail
from console.ui.theme import color, current_theme, px, size, theme_changed

STRIPE_PX = 6
CONVERSATION_MIN = 420
_TOAST_GAP = 10


class DeskWindow(QWidget):
    """Everything an officer sees of the desk."""

    closing = Signal()

    def __init__(self, bench: Workbench, names: Names) -> None:
        """Build the panes for one signed-in officer."""
        super().__init__()
        self.setWindowTitle(tr("Bàn trực Zalo"))
        self._rehearsal = bench.rehearsal
        self._inspector_wanted = True
        self._listeners: list[QObject] = []
        self.arrangement: Arrangement | None = None
        self.top = TopBar()
        self.banner = Banner()
        self.rail = Rail()
        self.queue = QueuePane(bench.queries, bench.clock)
        self.conversation = ConversationPane(names)
        self.composer = Composer()
        self.inspector = Inspector(names)
        self.status = StatusBar(bench.clock.now_ms)
        self.toasts = ToastHost(self, bottom_gap=28, clear=self.composer)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self.pages = Pages(self._split)
        self._build()
        theme_changed().changed.connect(self._rearrange)

    def _build(self) -> None:
        self.conversation.add_below(self.composer)
        self.conversation.setMinimumWidth(px(CONVERSATION_MIN))
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        for pane in (self.queue, self.conversation, self.inspector):
            self._split.addWidget(pane)
        # A splitter puts each new child below the one before, and a screen reader reads from below: in reading order again
        # (visual-design.md §7), the handles on top where the mouse must reach them.
        for pane in (self.queue, self.conversation, self.inspector):
            pane.raise_()
        for number in range(self._split.count()):
            self._split.handle(number).raise_()
        self._split.setStretchFactor(1, 1)
        # A rail for a high window must not keep it from becoming a low one, where it folds.
        self.rail.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.inspector.hide()  # until the width is known: it must not keep a narrow window from being narrow
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.rail)
        body.addWidget(self.pages, 1)
        layout = QVBoxLayout(self)
        edge = px(STRIPE_PX) if self._rehearsal else 0
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(self.banner)
        layout.addLayout(body, 1)
        layout.addWidget(self.status)
        if self._rehearsal:
            self.top.set_rehearsal(self._rehearsal)
        self.conversation.header.inspector_toggled.connect(self.toggle_inspector)
        self.inspector.closed.connect(self.toggle_inspector)
        self._covered = QRect()
        self.toasts.placed.connect(self._give_way)
        self.inspector.installEventFilter(self)

    # -- arrangement ----------------------------------------------------------------------------------------------

    def _rearrange(self) -> None:
        self.arrangement = None
        self._arrange()

    def _arrange(self) -> None:
        scale = current_theme().scale
        wanted = arrange(self.width() / scale, self.height() / scale)
        if wanted == self.arrangement:
            return
        self.arrangement = wanted
        self.rail.set_mini(wanted.rail_mini, low=wanted.rail_low)
        self.queue.set_compact(wanted.rows_compact)
        self.composer.set_compact(wanted.low)
        queue, inspector = px(wanted.queue), px(wanted.inspector)
        self.queue.setMinimumWidth(size("queueCompact"))
        self.inspector.setMinimumWidth(px(280))
        self.inspector.setVisible(wanted.inspector_docked and self._inspector_wanted)
        rest = self.width() - self.rail.width() - queue - inspector
        self._split.setSizes([queue, max(rest, px(CONVERSATION_MIN)), inspector])

    def toggle_inspector(self) -> None:
        """Show or hide the inspector; the choice stays while the window is resized."""
        self._inspector_wanted = not self.inspector.isVisible()
        self.inspector.setVisible(self._inspector_wanted)

    def hear_keys(self, listener: QObject) -> None:
        """Let ``listener`` filter what the system gives the window this desk stands in, before any widget of it sees that.

        The window may be this one or, after a sign-in or a lock, the program's with the desk in it; only the outermost gets keys.
        """
        self._listeners.append(listener)
        self._listen()

    def _listen(self) -> None:
        outer = self.window()
        outer.winId()  # makes the handle
        for listener in self._listeners:
            outer.windowHandle().installEventFilter(listener)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._listen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.inspector and event.type() in (QEvent.Type.Show, QEvent.Type.Resize):
            self._give_way(self._covered)
        return super().eventFilter(watched, event)

    def _give_way(self, covered: QRect) -> None:
        """Let the inspector end above the toasts that stand over it: none of it is out of reach while they stay."""
        self._covered = covered
        box = QRect(self.inspector.mapTo(self, QPoint()), self.inspector.size())
        over = self.inspector.isVisible() and box.intersects(covered)
        self.inspector.keep_free(box.bottom() - covered.top() + px(_TOAST_GAP) if over else 0)

    # -- rehearsal frame ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the striped frame of the demo, which nobody can take for the real desk (features DU-05)."""
        super().paintEvent(event)
        painter = QPainter(self)
        if not self._rehearsal:
            painter.fillRect(self.rect(), color("canvas"))
            return
        painter.fillRect(self.rect(), color("orange"))
        painter.setPen(color("topbar"))
        step = px(STRIPE_PX) * 2
        pen = painter.pen()
        pen.setWidth(px(STRIPE_PX))
        painter.setPen(pen)
        for start in range(-self.height(), self.width(), step):
            painter.drawLine(start, self.height(), start + self.height(), 0)

    # -- focus ----------------------------------------------------------------------------------------------------

    def panes(self) -> list[QWidget]:
        """Return what F6 walks through, in order (visual-design.md §7)."""
        if self.pages.code != DESK or self.pages.stood_in:
            return [self.pages.page(self.pages.code)]
        panes: list[QWidget] = [self.queue.view, self.conversation.thread_view, self.composer]
        if self.inspector.isVisible():
            panes.append(self.inspector)
        return panes

    def focus_pane(self, step: int) -> None:
        """Move the focus ``step`` panes on, around the end."""
        panes = self.panes()
        focused = self.focusWidget()
        here = next(
            (i for i, p in enumerate(panes) if focused and (p is focused or p.isAncestorOf(focused))), -1
        )
        panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
