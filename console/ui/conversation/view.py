"""The list that shows a conversation: keeps its place on resize and news, finds, copies, says what is asked for."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from console.cache.views import MessageItem, ReplyItem, ThreadItem
from console.domain.text import highlight_spans
from console.runtime.i18n import tr
from console.ui.common.buttons import PillButton
from console.ui.common.clipboard import LONG_COPY, copy_private
from console.ui.common.sharing import sharing
from console.ui.conversation.delegate import ThreadDelegate
from console.ui.conversation.media_paint import Voices
from console.ui.conversation.model import ThreadModel
from console.ui.conversation.parts import Act, ThreadAct, Thumbnails
from console.ui.conversation.rows import (
    NEW_KEY,
    hold_left_s,
    is_inbound,
    make_rows,
    row_key,
    shown_text,
)
from console.ui.conversation.selectable import SelectableText
from console.ui.theme import color, px, theme_changed

BOTTOM_SLACK = 24
_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class ThreadView(QListView):
    """One reused view for every conversation.

    Signals:
        act_requested(Act): the officer asks for something inside the conversation.
        copied(int): so many characters went to the clipboard.
        copy_wanted(str): more than ``LONG_COPY`` are to go there, which the log must have before (threats T19).
        seen_bottom(): the officer has scrolled to the last message.
        find_requested(): Ctrl+F.
    """

    act_requested = Signal(object)
    copied = Signal(int)
    copy_wanted = Signal(str)
    seen_bottom = Signal()
    find_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ThreadModel()
        self._delegate = ThreadDelegate(self._model, self)
        self._items: tuple[ThreadItem, ...] = ()
        self._case = ""
        self._new_key = ""
        self._fresh = 0
        self._anchor: tuple[str, int] | None = None
        self._placing = False
        self._query = ""
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self._delegate.copied.connect(self.copied)
        self._delegate.copy_wanted.connect(self.copy_wanted)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The bar keeps its place: were it to come and go, the width would, and with it every height.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setViewportMargins(0, 0, 0, px(10))
        self.setMouseTracking(True)
        self.setProperty("thread", True)
        self.setAccessibleName(tr("Hội thoại với công dân"))
        self.pill = PillButton("", "down", self)
        self.pill.setCheckable(False)
        self.pill.clicked.connect(self.to_bottom)
        self.pill.hide()
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._model.modelReset.connect(self.pill.hide)
        theme_changed().changed.connect(self._restyle)
        sharing().changed.connect(self.forget_looks)
        self._restyle()

    # ---- what is shown

    def set_thread(self, case_id: str, items: Sequence[ThreadItem], unread: int = 0) -> None:
        """Show a conversation, or the news in the one that is shown.

        Args:
            case_id: another one than before starts at its first unread message, else at the end.
            items: oldest first.
            unread: how many of the citizen's last messages the officer has not seen; read on opening only.

        """
        items = tuple(items)
        if case_id != self._case:
            self._case, self._items, self._fresh = case_id, items, 0
            self._new_key = _first_unread(items, unread)
            self._delegate.scene = replace(self._delegate.scene, opened=frozenset())
            self._delegate.forget()
            self._anchor = None
            self._model.reset(make_rows(items, self._new_key))
            self.doItemsLayout()
            if self._new_key:
                self._place(self._model.position(NEW_KEY), 0)
            return
        was_bottom = self.at_bottom()
        known = {row_key(item) for item in self._items}
        fresh = [item for item in items if is_inbound(item) and row_key(item) not in known]
        self._items = items
        if fresh and not was_bottom:
            if not self._fresh:
                self._new_key = row_key(fresh[0])
            self._fresh += len(fresh)
        self._model.update(make_rows(items, self._new_key))
        self.doItemsLayout()
        if self._fresh:
            self.pill.set_label(tr("{count} tin mới", count=self._fresh))
            self._place_pill()
            self.pill.show()

    def clear(self) -> None:
        """Forget the conversation and everything laid out of it (another case, lock)."""
        self._case, self._items, self._new_key, self._fresh, self._anchor = "", (), "", 0, None
        self._delegate.forget()
        self._delegate.set_query("")
        self._model.reset(())

    def case_id(self) -> str:
        """Return the case that is shown."""
        return self._case

    def set_now(self, now_ms: int) -> None:
        """Move the clock of the hold countdowns; cheap, once a second."""
        self._scene(now_ms=now_ms)

    def set_online(self, online: bool) -> None:
        """Say whether replies leave now or wait for the line."""
        self._scene(online=online)

    def set_initials(self, initials: str) -> None:
        """Set the two letters that stand for the citizen of the conversation that ``set_thread`` shows next."""
        # Nothing is laid out again: the conversation still on screen is about to go.
        self._delegate.scene = replace(self._delegate.scene, initials=initials)

    def set_officer(self, officer_id: str, *, may_approve: bool, may_explain: bool = False) -> None:
        """Say who looks, whether he may let the waiting replies of others go, and say who sent what outside the console."""
        self._scene(officer_id=officer_id, may_approve=may_approve, may_explain=may_explain)

    def set_unit_names(self, unit_name: Callable[[str], str]) -> None:
        """Give the function that names a unit code."""
        self._scene(unit_name=unit_name)

    def set_thumbnails(self, thumbnails: Thumbnails) -> None:
        """Give the provider of decoded pictures; it answers at once, with ``None`` while there is none."""
        self._delegate.thumbnails = thumbnails
        self.viewport().update()

    def set_voices(self, voices: Voices) -> None:
        """Give what tells how recordings stand."""
        self._delegate.voices = voices
        self.viewport().update()

    def thumbnail_ready(self) -> None:
        """Repaint: a provider has a picture that it had not before, or a recording moved on."""
        self.viewport().update()

    def _scene(self, **changes: object) -> None:
        keys = self._delegate.set_scene(replace(self._delegate.scene, **changes))  # type: ignore[arg-type]
        if len(keys) == self._model.rowCount() and keys:
            self.doItemsLayout()
        for key in keys:
            index = self._model.index(self._model.position(key))
            self._model.dataChanged.emit(index, index)

    def forget_looks(self) -> None:
        """Lay every row out anew: its words may be seen in another way now."""
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _restyle(self) -> None:
        ground = color("canvas").name()
        self.setStyleSheet(f"QListView {{ border: 0; border-radius: 0; background: {ground}; }}")
        self.verticalScrollBar().setSingleStep(px(30))
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()

    # ---- its place

    def at_bottom(self) -> bool:
        """Return whether the last message is in sight."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - px(BOTTOM_SLACK)

    def to_bottom(self) -> None:
        """Go to the last message."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def doItemsLayout(self) -> None:
        self._placing = True
        width = self.viewport().width()
        if width != self._delegate.scene.width:
            self._delegate.scene = replace(self._delegate.scene, width=width)
        try:
            super().doItemsLayout()
            if self._anchor is None:
                self.to_bottom()
            else:
                key, offset = self._anchor
                position = self._model.position(key)
                if position >= 0:
                    self._place(position, offset)
        finally:
            self._placing = False

    def _place(self, position: int, offset: int) -> None:
        """Scroll so that a row's top stands ``offset`` px below the view's."""
        bar = self.verticalScrollBar()
        top = self.visualRect(self._model.index(position)).top()
        bar.setValue(bar.value() + top - offset)

    def _on_scrolled(self) -> None:
        if self._placing:
            return
        if self.at_bottom():
            self._anchor = None
            self._fresh = 0
            self.pill.hide()
            self.seen_bottom.emit()
            return
        index = self.indexAt(QPoint(px(4), px(2)))
        if index.isValid():
            self._anchor = (self._model.row(index.row()).key, self.visualRect(index).top())

    def resizeEvent(self, event: QResizeEvent) -> None:
        # The old place is known from the last scrolling; asked now, the list would answer for the new size.
        super().resizeEvent(event)
        if self.viewport().width() != self._delegate.scene.width:
            self.scheduleDelayedItemsLayout()
        elif self._anchor is None:
            self.to_bottom()
        self._place_pill()

    def _place_pill(self) -> None:
        self.pill.adjustSize()
        left = (self.viewport().width() - self.pill.width()) // 2
        self.pill.move(left, self.viewport().height() - self.pill.height() - px(10))

    # ---- finding

    def find_text(self, query: str) -> int:
        """Mark matches and return how many messages, notes and events hold one; accents do not matter."""
        self._query = query.strip()
        self._delegate.set_query(self._query)
        self.viewport().update()
        return len(self._matches())

    def find_step(self, step: int) -> int:
        """Go to the next (1) or previous (-1) match; returns its number from 1, or 0."""
        matches = self._matches()
        if not matches:
            return 0
        here = self.currentIndex().row()
        ahead = [at for at in matches if (at > here if step > 0 else at < here)]
        nearest = 0 if step > 0 else -1
        chosen = (ahead or matches)[nearest]
        self.show_position(chosen)
        return matches.index(chosen) + 1

    def show_key(self, key: str) -> bool:
        """Bring an item into sight (``m:…``, ``r:…``, ``n:…``, ``e:…``); ``False`` when it is not here."""
        position = self._model.position(key)
        if position < 0:
            return False
        self.show_position(position)
        return True

    def show_position(self, position: int) -> None:
        """Make a row the current one and bring it into sight."""
        index = self._model.index(position)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _matches(self) -> list[int]:
        if not self._query:
            return []
        return [
            position
            for position, row in enumerate(self._model.rows())
            if row.item is not None and highlight_spans(shown_text(row.item), self._query)
        ]

    # ---- acting

    def _act_at(self, place: QPoint) -> Act | None:
        index = self.indexAt(place)
        if not index.isValid():
            return None
        corner = self.visualRect(index).topLeft()
        spot = place - corner
        return self._delegate.laid(index.row()).hit(spot.x(), spot.y())

    def perform(self, act: Act) -> None:
        """Do what concerns only the screen, ask for the rest."""
        if act.kind is ThreadAct.COPY:
            self._copy(act.value)
        elif act.kind is ThreadAct.SHOW_RECALLED:
            opened = self._delegate.scene.opened
            if act.ref in opened:
                self._scene(opened=opened - {act.ref})
            else:
                self.act_requested.emit(act)
        elif act.kind is ThreadAct.JUMP:
            self.show_key(f"m:{act.ref}")
        else:
            self.act_requested.emit(act)

    def show_recalled(self, message_id: str) -> None:
        """Show what the citizen took back; the log has the look already."""
        self._scene(opened=self._delegate.scene.opened | {message_id})

    def _copy(self, text: str) -> None:
        if len(text) > LONG_COPY:
            self.copy_wanted.emit(text)
        elif text:
            copy_private(text)
            self.copied.emit(len(text))

    def held_replies(self) -> list[str]:
        """Return the ids of the replies that can still be taken back, oldest first: several where one took several messages."""
        now = self._delegate.scene.now_ms
        return [i.reply_id for i in self._items if isinstance(i, ReplyItem) and hold_left_s(i, now)]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._act_at(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            act = self._act_at(event.position().toPoint())
            if act is not None:
                self.perform(act)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come to a row when a key led here, so that the ring says where the arrows go on from."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEYS:
            self._delegate.by_keys = True
            if not self.currentIndex().isValid() and self._model.rowCount():
                self.setCurrentIndex(self._model.index(self._model.rowCount() - 1))
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._delegate.by_keys = False
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._delegate.by_keys = True
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy(shown_text(self._model.row(index.row()).item) if index.isValid() else "")
        elif event.matches(QKeySequence.StandardKey.Find):
            self.find_requested.emit()
        elif event.key() == Qt.Key.Key_Escape and (held := self.held_replies()):
            for reply_id in held:
                self.perform(Act(ThreadAct.CANCEL_REPLY, reply_id, tr("Hủy (Esc)")))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._enter(index)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and index.isValid():
            self._seek(index, "-" if event.key() == Qt.Key.Key_Left else "+")
        elif event.key() == Qt.Key.Key_End:
            super().keyPressEvent(event)
            self.to_bottom()
        else:
            # Letters belong to the window's keys, not to the list's type-ahead.
            if event.text().isprintable() and event.text() and not event.modifiers():
                event.ignore()
                return
            super().keyPressEvent(event)

    def _seek(self, index: QModelIndex, way: str) -> None:
        """Go back or on in the recording of a row, if it has one."""
        for act in self._delegate.laid(index.row()).acts:
            if act.kind is ThreadAct.VOICE_SEEK and act.value.startswith(way):
                self.perform(act)
                return

    def _enter(self, index: QModelIndex) -> None:
        acts = self._delegate.laid(index.row()).acts
        if acts:
            self.menu(index).popup(self.viewport().mapToGlobal(self.visualRect(index).center()))
        else:
            self.edit(index)

    def menu(self, index: QModelIndex) -> QMenu:
        """Return the menu of a row: what can be done with it, then copying."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act in self._delegate.laid(index.row()).acts:
            entry = QAction(act.words.replace("&", "&&"), menu)
            entry.triggered.connect(lambda _on=False, chosen=act: self.perform(chosen))
            menu.addAction(entry)
        item = self._model.row(index.row()).item
        text = shown_text(item)
        if isinstance(item, MessageItem) and is_inbound(item) and not item.recalled_at:
            quote = Act(ThreadAct.QUOTE, item.message_id, tr("Trích tin này để trả lời"), value=text)
            menu.addAction(quote.words).triggered.connect(lambda: self.perform(quote))
        if text:
            menu.addSeparator()
            menu.addAction(tr("Chọn chữ để sao chép")).triggered.connect(lambda: self.edit(index))
            menu.addAction(tr("Sao chép cả tin")).triggered.connect(lambda: self._copy(text))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        if index.isValid() and self._model.row(index.row()).item is not None:
            self.setCurrentIndex(index)
            place = event.globalPos()
            if event.reason() != QContextMenuEvent.Reason.Mouse:
                place = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu(index).popup(place)

    def open_editor(self) -> SelectableText | None:
        """Return the open text editor, if any."""
        found = self.viewport().findChild(SelectableText)
        return found if isinstance(found, SelectableText) else None


def _first_unread(items: Sequence[ThreadItem], unread: int) -> str:
    inbound = [item for item in items if isinstance(item, MessageItem) and is_inbound(item)]
    if unread <= 0 or not inbound:
        return ""
    return row_key(inbound[-min(unread, len(inbound))])
