"""Paints the rows of the conversation from laid-out parts and keeps those by (row, width, theme)."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from console.domain.text import highlight_spans
from console.ui.common.paint import draw_focus_ring
from console.ui.conversation.lines import lay_row
from console.ui.conversation.media_paint import Voices
from console.ui.conversation.model import Index, ThreadModel
from console.ui.conversation.parts import Laid, Thumbnails, Words, paint_part
from console.ui.conversation.rows import Row, Scene, hold_left_s, shown_text
from console.ui.conversation.selectable import SelectableText
from console.ui.theme import px, theme_changed


class ThreadDelegate(QStyledItemDelegate):
    """Heights and paintings of the rows of one ``ThreadModel``; ``copied`` carries a number of characters."""

    copied = Signal(int)
    copy_wanted = Signal(str)

    def __init__(self, model: ThreadModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._laid: dict[str, tuple[Row, int, Laid]] = {}
        self._spans: dict[str, list[tuple[int, int]]] = {}
        self.by_keys = False
        self._query = ""
        self.scene = Scene(width=1)
        self.thumbnails: Thumbnails | None = None
        self.voices: Voices | None = None
        theme_changed().changed.connect(self.forget)

    def forget(self, key: str = "") -> None:
        """Lay out again: one row, or all."""
        if key:
            self._laid.pop(key, None)
        else:
            self._laid.clear()

    def set_scene(self, scene: Scene) -> list[str]:
        """Take what rows depend on; returns the keys of the rows that look different now."""
        before, self.scene = self.scene, scene
        if replace(scene, now_ms=0, width=0) != replace(before, now_ms=0, width=0):
            self._laid.clear()
            return [row.key for row in self._model.rows()]
        changed = [
            row.key
            for row in self._model.rows()
            if hold_left_s(row.item, before.now_ms) != hold_left_s(row.item, scene.now_ms)
        ]
        for key in changed:
            self._laid.pop(key, None)
        return changed

    def laid(self, position: int) -> Laid:
        """Return the laid-out row at a position."""
        row = self._model.row(position)
        kept = self._laid.get(row.key)
        if kept is not None and kept[0] == row and kept[1] == self.scene.width:
            return kept[2]
        laid = lay_row(row, self.scene)
        self._laid[row.key] = (row, self.scene.width, laid)
        self._model.speak(row.key, laid.spoken)
        return laid

    def set_query(self, query: str) -> None:
        """Mark every place that matches, whatever its accents."""
        self._query = query
        self._spans.clear()

    def _marks(self, words: Words) -> Sequence[tuple[int, int]]:
        if not self._query:
            return ()
        spans = self._spans.get(words.text)
        if spans is None:
            spans = [(start, end - start) for start, end in highlight_spans(words.text, self._query)]
            self._spans[words.text] = spans
        return spans

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.scene.width, self.laid(index.row()).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        laid = self.laid(index.row())
        rect = option.rect
        at = QPointF(rect.topLeft())
        painter.save()
        for part in laid.parts:
            paint_part(painter, part, at, self.thumbnails, self._marks, self.voices)
        painter.restore()
        if self.by_keys and option.state & QStyle.StateFlag.State_HasFocus:
            ring = QRectF(rect).adjusted(px(8), px(3), -px(8), px(4))
            draw_focus_ring(painter, ring)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = SelectableText(shown_text(self._model.row(index.row()).item), parent)
        editor.copied.connect(self.copied)
        editor.copy_wanted.connect(self.copy_wanted)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave the editor as it was made: its text is only read."""

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Write nothing back: a message cannot be edited."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        laid = self.laid(index.row())
        rect = option.rect
        if laid.words:
            box = laid.words[0].rect.adjusted(-px(8), -px(6), px(10), px(6))
        else:
            box = QRectF(px(20), px(4), rect.width() - px(40), rect.height() - px(8))
        width = max(box.width(), px(260))
        left = min(box.left(), rect.width() - width - px(8))
        area = editor.parentWidget()
        room = area.height() if area is not None else rect.height()
        height = min(max(box.height(), px(44)), room - px(16))
        editor.setGeometry(
            round(rect.left() + left), round(rect.top() + box.top()), round(width), round(height)
        )

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # The editor is read-only: Esc closes it, and Enter and Tab must not «commit».
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and isinstance(editor, QWidget):
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return True
        return super().eventFilter(editor, event)
