"""The list of the queue: fixed row heights, selection by case, keys, and no move under a hand.

A case opens 150 ms after the selection came to rest (at once on Enter or a click). ``hands`` knows when rows must stay where
they are; the pane asks it before it lets anything move (features F-07).
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QItemSelectionModel,
    QRect,
    QRectF,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QScrollBar, QTableView, QWidget

from console.cache.views import Place
from console.runtime.i18n import tr
from console.ui.queue.delegate import QueueDelegate, draw_group_header
from console.ui.queue.hands import Hands
from console.ui.queue.marks import Marks
from console.ui.queue.model import AnyIndex, QueueModel
from console.ui.theme import color, motion_ms, px, size, theme_changed

REST_MS = 150
PULSE_MS = 900
PULSES = 3


class QueueView(QTableView):
    """The queue as a keyboard-driven list."""

    case_opened = Signal(str)
    case_entered = Signal(str)
    menu_wanted = Signal(str, object)
    scrolled_to_top = Signal()

    def __init__(self, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.queue_model = model
        self.queue_delegate = QueueDelegate(self)
        self._chosen = ""
        self._chosen_place: Place | None = None
        self._applying = False
        self._headers: list[int] = []
        self.marks = Marks(self)
        self.queue_delegate.marks = self.marks
        self.marks.changed.connect(self.viewport().update)
        self.hands = Hands(self)
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST_MS)
        self.rest.timeout.connect(self.open_chosen)
        self._sticky = QRect()
        """Where in the viewport the header of the topmost group stands, once its own row has scrolled away."""
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._configure()
        self.setModel(model)
        self.setItemDelegate(self.queue_delegate)
        model.modelReset.connect(self._after_structure)
        model.rowsInserted.connect(self._after_structure)
        model.rowsRemoved.connect(self._after_structure)
        self._float_scroll_bar()
        self._paint_whole()
        theme_changed().changed.connect(self.relayout)

    def _configure(self) -> None:
        self.setAccessibleName(tr("Hàng đợi"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTableView { border: 0; border-radius: 0; }")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(1)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(self.queue_delegate.row_height())

    def _float_scroll_bar(self) -> None:
        """Lay the scroll bar over the right margin, so that rows are as wide as the pane, long list or short."""
        own = self.verticalScrollBar()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        own.valueChanged.connect(self._scrolled)
        own.valueChanged.connect(self._bar.setValue)
        own.rangeChanged.connect(self._scroll_range)
        self._bar.valueChanged.connect(own.setValue)
        self._bar.hide()
        self.hands.off.connect(self._rest_bar)

    def _scroll_range(self, low: int, high: int) -> None:
        own = self.verticalScrollBar()
        self._bar.setRange(low, high)
        self._bar.setPageStep(own.pageStep())
        self._bar.setSingleStep(own.singleStep())
        self._show_bar()

    def _show_bar(self) -> None:
        """Show the bar while the list is being moved or pointed at."""
        self._bar.setVisible(self._bar.maximum() > 0 and self.hands.on)

    def _rest_bar(self) -> None:
        self._bar.setVisible(self._bar.isSliderDown() or (self._bar.isVisible() and self._bar.underMouse()))

    # -- selection ------------------------------------------------------------------------------------------------

    def chosen(self) -> str:
        """Return the case the selection stands on, also while it is not in the list."""
        return self._chosen

    def choose(self, case_id: str, *, open_now: bool = False) -> bool:
        """Put the selection on a case; return whether it is in the list."""
        row = self.queue_model.row_of(case_id)
        if row < 0:
            return False
        self._select(row)
        if open_now:
            self.open_chosen()
        return True

    def follow(self, case_id: str) -> None:
        """Select the case that is being opened from elsewhere, or nothing if it is not listed; opens nothing.

        A row that was about to be opened no longer is: the officer wants this case now.
        """
        self.rest.stop()
        self._chosen = case_id
        self._restore_selection()
        row = self.queue_model.row_of(case_id)
        if row >= 0:
            self._show_row(row)

    def step(self, by: int) -> None:
        """Move the selection by cases, as the arrow keys do; used by keys that work from other panes."""
        self.hands.touch()
        self._move(by)

    def _select(self, row: int) -> None:
        case_id = self.queue_model.case_at(row)
        if not case_id:
            return
        index = self.queue_model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self._show_row(row)

    def _show_row(self, row: int) -> None:
        """Scroll as little as needed, and never leave a row under the sticky header."""
        self.updateGeometries()
        self.scrollTo(self.queue_model.index(row, 0))
        hidden = size("queueGroup") - self.rowViewportPosition(row)
        if hidden > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - hidden)

    def _move(self, by: int) -> None:
        case_id = self.queue_model.neighbour(self._chosen_place, by)
        if case_id:
            self._select(self.queue_model.row_of(case_id))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if self._applying:
            return
        place = self.queue_model.place_at(current.row()) if current.isValid() else None
        if place is not None:
            self._chosen, self._chosen_place = place.case_id, place
            self.rest.start()

    def awaited(self) -> str:
        """Return the case whose row was just chosen and is about to be opened, or ""."""
        return self._chosen if self.rest.isActive() else ""

    def open_chosen(self) -> None:
        """Open the chosen case now, not when the selection has come to rest."""
        self.rest.stop()
        if self._chosen and self.queue_model.row_of(self._chosen) >= 0:
            self.case_opened.emit(self._chosen)

    # -- changes under the selection ------------------------------------------------------------------------------

    def change(self, work: Callable[[], list[str]]) -> int:
        """Let the model move rows while selection and sight stay where they are.

        Args:
            work: changes the model and returns the cases that came in or moved up.

        Returns:
            How many of those cases lie above what is visible.

        """
        bar = self.verticalScrollBar()
        anchor, offset = self._anchor()
        at_top = bar.value() == 0
        self._applying = True
        try:
            raised = work()
        finally:
            self._applying = False
        self._restore_selection()
        if at_top:
            return 0
        self.updateGeometries()  # Qt would do it later, and until then the bar ends where the shorter list ended
        row = self.queue_model.row_of(anchor)
        if row >= 0:
            bar.setValue(bar.value() + self.rowViewportPosition(row) - offset)
        top = self.rowAt(0)
        return sum(1 for case_id in raised if self.queue_model.row_of(case_id) < top)

    def _anchor(self) -> tuple[str, int]:
        """Return the case to keep still, and where it stands: the selected one if visible, else the topmost."""
        height = self.viewport().height()
        chosen = self.queue_model.row_of(self._chosen)
        if chosen >= 0 and 0 <= self.rowViewportPosition(chosen) < height:
            return self._chosen, self.rowViewportPosition(chosen)
        row = max(self.rowAt(0), 0)
        while row < self.queue_model.rowCount():
            case_id = self.queue_model.case_at(row)
            if case_id:
                return case_id, self.rowViewportPosition(row)
            row += 1
        return "", 0

    def _restore_selection(self) -> None:
        row = self.queue_model.row_of(self._chosen)
        self._applying = True
        try:
            if row >= 0:
                self._chosen_place = self.queue_model.place_at(row)
                flags = (
                    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
                )
                self.selectionModel().setCurrentIndex(self.queue_model.index(row, 0), flags)
            else:
                self.selectionModel().clear()
        finally:
            self._applying = False

    def _after_structure(self) -> None:
        """Give header rows their height, and back the default to rows that were headers: a reset of the model keeps it."""
        headers = self.queue_model.header_rows()
        end = self.queue_model.rowCount()
        former = [row for row in self._headers if row < end and row not in headers]
        self._set_heights(former, self.queue_delegate.row_height())
        self._set_heights(headers, size("queueGroup"))
        self._headers = headers
        self._place_sticky()

    def _set_heights(self, rows: Iterable[int], height: int) -> None:
        for row in rows:
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def relayout(self) -> None:
        """Follow a change of density, theme or scale."""
        self._paint_whole()
        top, offset = self._anchor()
        self.verticalHeader().setDefaultSectionSize(self.queue_delegate.row_height())
        self._after_structure()
        self.updateGeometries()
        row = self.queue_model.row_of(top)
        if row >= 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.rowViewportPosition(row) - offset)
        self.viewport().update()

    def set_compact(self, compact: bool) -> None:
        """Choose 58 px rows instead of 82 px."""
        if compact != self.queue_delegate.compact:
            self.queue_delegate.compact = compact
            self.relayout()

    def pulse(self, case_ids: Iterable[str]) -> None:
        """Let the stripe of urgent arrivals fade three times, then stand still; nothing when motion is reduced."""
        if not motion_ms("hover"):
            return
        for case_id in case_ids:
            animation = QVariantAnimation(self)
            animation.setDuration(PULSE_MS)
            animation.setLoopCount(PULSES)
            animation.setEasingCurve(QEasingCurve.Type.InOutSine)
            animation.setKeyValueAt(0.0, 1.0)
            animation.setKeyValueAt(0.5, 0.35)
            animation.setKeyValueAt(1.0, 1.0)
            animation.valueChanged.connect(lambda value, case_id=case_id: self._pulsed(case_id, float(value)))
            animation.finished.connect(lambda case_id=case_id: self._pulsed(case_id, 1.0))
            animation.start(QVariantAnimation.DeletionPolicy.DeleteWhenStopped)

    def _pulsed(self, case_id: str, opacity: float) -> None:
        pulses = self.queue_delegate.pulse
        if opacity == 1.0:
            pulses.pop(case_id, None)
        else:
            pulses[case_id] = opacity
        row = self.queue_model.row_of(case_id)
        if row >= 0:
            self.update(self.queue_model.index(row, 0))

    # -- input ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.hands.key(event.key(), down=True)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._chosen:
                self.open_chosen()
                self.case_entered.emit(self._chosen)
            event.accept()
            return
        if self._mark_by_key(event):
            event.accept()
            return
        steps = self._steps(event)
        if steps:
            self._move(steps)
            event.accept()
            return
        # Letters are not type-ahead: under Telex they arrive half composed, and bare letters do nothing here.
        if event.text() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _mark_by_key(self, event: QKeyEvent) -> bool:
        """Mark neighbours (Shift+arrows) or everything (Ctrl+A); return whether the key was one of these."""
        shift = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ShiftModifier
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if shift and by:
            before = self._chosen
            self._move(by)
            self.marks.add((before, self._chosen))
            return True
        if event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.marks.add(self.queue_model.case_ids())
            return True
        return False

    def toggle_mark(self) -> None:
        """Mark the selected case for an act on many, or take its mark away, and go on to the next."""
        if self.queue_model.row_of(self._chosen) >= 0:
            self.marks.toggle(self._chosen)
            self.step(1)

    def _steps(self, event: QKeyEvent) -> int:
        page = max(1, self.viewport().height() // self.queue_delegate.row_height() - 1)
        everything = self.queue_model.rowCount()
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain & ~Qt.KeyboardModifier.ControlModifier:
            return 0
        return {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_End: everything,
            Qt.Key.Key_Home: -everything,
        }.get(Qt.Key(event.key()), 0)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self.hands.key(event.key(), down=False)
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.hands.leave()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hands.button(down=True)
        row = self.rowAt(event.position().toPoint().y())
        if event.button() == Qt.MouseButton.LeftButton and self.queue_model.case_at(row):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.marks.toggle(self.queue_model.case_at(row))
                event.accept()
                return
            self._select(row)
            self.open_chosen()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.hands.button(down=bool(event.buttons()))
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hands.touch()
        self._show_bar()
        if not event.buttons():  # dragging must not sweep the selection over cases
            super().mouseMoveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.hands.touch()
        super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.rowAt(event.pos().y())
        case_id = self.queue_model.case_at(row)
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            case_id = self._chosen
        if case_id:
            self.menu_wanted.emit(case_id, event.globalPos())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self.hands.touch()
        super().leaveEvent(event)

    # -- sticky header --------------------------------------------------------------------------------------------

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll; the sticky header was moved along with the rows and is painted again where it belongs."""
        before = self._sticky
        super().scrollContentsBy(dx, dy)
        self.viewport().update(before.translated(dx, dy))
        self._place_sticky()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._paint_whole()

    def _paint_whole(self) -> None:
        """Say that the list paints all of itself: only such a one is moved when it scrolls. A style sheet takes that back."""
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Another widget over the rows would have Qt paint them all at every step: the header is painted here, over them.
        ground = QPainter(self.viewport())
        ground.fillRect(event.rect(), color("list"))
        ground.end()
        super().paintEvent(event)
        header = self.queue_model.header_of(self.rowAt(0)) if self._sticky.intersects(event.rect()) else None
        if header is not None:
            draw_group_header(QPainter(self.viewport()), QRectF(self._sticky), header)

    def _scrolled(self, value: int) -> None:
        self._show_bar()
        self._place_sticky()
        if value == 0:
            self.scrolled_to_top.emit()

    def _place_sticky(self) -> None:
        top = self.rowAt(0)
        headers = self.queue_model.header_rows()
        stands = top >= 0 and not (top in headers and self.rowViewportPosition(top) == 0)
        before, self._sticky = self._sticky, QRect()
        if stands:
            height = size("queueGroup")
            following = [row for row in headers if row > top]
            pushed = min(0, self.rowViewportPosition(following[0]) - height) if following else 0
            self._sticky = QRect(0, pushed, self.viewport().width(), height)
        self.viewport().update(self._sticky.united(before))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = px(10)
        self._bar.setGeometry(self.width() - width, 0, width, self.height())
        self._place_sticky()
