"""The lines of the sheet: what the next shift must know, with what it must do, taken one by one."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from console.domain.handover import SheetLine
from console.runtime.i18n import tr
from console.ui.common.chips import chip_width, draw_chip, green, neutral, orange, severity_chip, sla_chip
from console.ui.common.names import Names
from console.ui.common.paint import draw_focus_ring, draw_icon, draw_text, draw_tile, elide, fill_round
from console.ui.common.sharing import told_line
from console.ui.shift.words import block_name, line_state, line_text, line_title, section_name
from console.ui.theme import color, current_theme, px, size, theme_changed

Index = QModelIndex | QPersistentModelIndex
ROW = 86
STEP_LIMIT = 500


class LineModel(QAbstractListModel):
    """The lines; editing one writes its next step."""

    step_written = Signal(str, str)
    """Case id and what the next shift must do."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names
        self._lines: list[SheetLine] = []
        self.now_ms = 0

    def show(self, lines: Sequence[SheetLine]) -> None:
        """Show other lines; the same ones only change in place, so that an editor stays open."""
        if [line.key for line in lines] == [line.key for line in self._lines]:
            self._lines = list(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def line(self, position: int) -> SheetLine:
        """Return one line."""
        return self._lines[position]

    def position(self, key: str) -> int:
        """Return where a line stands, or -1."""
        return next((n for n, line in enumerate(self._lines) if line.key == key), -1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._lines[index.row()].case_id:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return line.next_step
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        said = [line_title(line, self._names.category), line_text(line, self._names.unit, self.now_ms)]
        if line.urgent:
            said.insert(0, tr("Khẩn cấp"))
        said.append(tr("Đã nhận") if line.accepted_by else tr("Chưa nhận"))
        said.append(told_line(line.next_step, 300) or (tr("Chưa ghi việc ca sau") if line.needs_step else ""))
        return ". ".join(filter(None, said))

    def setData(self, index: Index, value: object, _role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self._lines[index.row()]
        text = str(value).strip()[:STEP_LIMIT]
        if not text or text == line.next_step:
            return False
        self.step_written.emit(line.case_id, text)
        return True


class LineDelegate(QStyledItemDelegate):
    """Paints a line: whether it was taken, what it is, why it is there, what to do, its deadline."""

    def __init__(self, model: LineModel, names: Names, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model, self._names = model, names

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(300), px(ROW))

    def _step_box(self, rect: QRectF) -> QRectF:
        left = rect.left() + px(94)
        return QRectF(left, rect.top() + px(52), rect.right() - px(16) - left, px(26))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(STEP_LIMIT)
        editor.setPlaceholderText(tr("Việc ca sau phải làm"))
        editor.setAccessibleName(tr("Việc ca sau phải làm"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        editor.setGeometry(self._step_box(QRectF(option.rect)).adjusted(0, -px(2), 0, px(4)).toRect())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, box = self._model.line(index.row()), QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, color("sel"))
        painter.fillRect(QRectF(box.left() + px(14), box.bottom(), box.width() - px(28), 1), color("divider"))
        self._mark(painter, line, box)
        if line.case_id:
            family = current_theme().family_of(line.category)
            draw_tile(painter, box.left() + px(46), box.top() + px(12), family)
        else:
            tile = QRectF(box.left() + px(46), box.top() + px(12), size("tile"), size("tile"))
            fill_round(painter, tile, current_theme().radius("tile"), "orangeSubtle")
            draw_icon(painter, tile.left() + px(7), tile.top() + px(7), "warn", px(20), "orangeText")
        left, right = box.left() + px(94), box.right() - px(16)
        right = self._clock(painter, line, right, box.top() + px(10))
        self._title(painter, line, left, right, box.top() + px(8))
        text = line_state(line, self._names.unit, self._model.now_ms)
        ink = "orangeText" if line.question and not line.accepted_by else "text2"
        room = box.right() - px(16) - left
        draw_text(painter, left, box.top() + px(30), elide(text, "small", room), "small", ink, line=px(20))
        self._step(painter, line, self._step_box(box))
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, box.adjusted(px(4), px(2), -px(4), -px(2)))

    def _mark(self, painter: QPainter, line: SheetLine, box: QRectF) -> None:
        edge = px(18)
        mark = QRectF(box.left() + px(16), box.top() + px(18), edge, edge)
        if line.accepted_by:
            fill_round(painter, mark, px(4), "accent")
            draw_icon(painter, mark.left() + px(2), mark.top() + px(2), "check", px(14), "onSolid")
        else:
            fill_round(painter, mark, px(4), "canvas", "borderStrong")

    def _clock(self, painter: QPainter, line: SheetLine, right: float, top: float) -> float:
        if not line.due_at:
            return right
        left_ms = line.due_at - self._model.now_ms
        span = max(1, line.due_at - line.started_at)
        state = "late" if left_ms < 0 else "soon" if self._model.now_ms >= line.soon_at > 0 else "normal"
        chip = sla_chip(state, left_ms, (self._model.now_ms - line.started_at) / span)
        if chip is None:
            return right
        draw_chip(painter, right - chip_width(chip), top, chip)
        return right - chip_width(chip) - px(10)

    def _title(self, painter: QPainter, line: SheetLine, left: float, right: float, top: float) -> None:
        chips = [severity_chip("P1" if line.urgent else line.priority)]
        chips += [neutral(block_name(b)) if line.explained else orange(block_name(b)) for b in line.blocks]
        shown = [chip for chip in chips if chip is not None]
        room = right - left - sum(chip_width(chip) + px(6) for chip in shown)
        title = elide(line_title(line, self._names.category), "body", room, 600)
        x = left + draw_text(painter, left, top, title, "body", "text", weight=600) + px(8)
        for chip in shown:
            x += draw_chip(painter, x, top, chip) + px(6)

    def _step(self, painter: QPainter, line: SheetLine, box: QRectF) -> None:
        if line.needs_step:
            pen = QPen(color("orangeBorder"), current_theme().scale)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.setBrush(color("orangeSubtle"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
            draw_icon(painter, box.left() + px(8), box.top() + px(6), "warn", px(14), "orangeText")
            words = tr("Ghi việc ca sau phải làm – bắt buộc (F4)")
            draw_text(
                painter, box.left() + px(30), box.top(), words, "body", "orangeText", weight=600, line=px(26)
            )
            return
        text = line.next_step
        if line.explained:
            chip = green(tr("Đã giải trình"))
            draw_chip(painter, box.right() - chip_width(chip), box.top() + px(3), chip)
            text = text or line.explained
        if not text:
            section = section_name(line.section)
            draw_text(painter, box.left(), box.top(), section, "small", "text3", line=px(26))
            return
        draw_icon(painter, box.left(), box.top() + px(6), "chevron-right", px(14), "accentText")
        words = elide(told_line(text, 300), "body", box.width() - px(130), 500)
        draw_text(painter, box.left() + px(20), box.top(), words, "body", "text", weight=500, line=px(26))


class LineList(QListView):
    """The lines with their keys.

    Signals:
        accept_wanted(str): ↵ on a line.
        ask_wanted(str): Shift+F9.
        give_wanted(str), release_wanted(str), explain_wanted(str): the ways out of what blocks.
        open_wanted(str): the case itself.
    """

    accept_wanted = Signal(str)
    ask_wanted = Signal(str)
    give_wanted = Signal(str)
    release_wanted = Signal(str)
    explain_wanted = Signal(str)
    open_wanted = Signal(str)

    def __init__(self, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LineModel(names)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(self.lines, names, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setAccessibleName(tr("Cần ca sau chú ý"))
        self.setStyleSheet("QListView { border: 0; border-radius: 0; background: transparent; }")
        self._acts = {
            (Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier): self.ask_wanted,
            (Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier): self.give_wanted,
            (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier): self.release_wanted,
            (Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier): self.explain_wanted,
        }
        theme_changed().changed.connect(self.scheduleDelayedItemsLayout)

    def current(self) -> SheetLine | None:
        """Return the chosen line."""
        index = self.currentIndex()
        return self.lines.line(index.row()) if index.isValid() else None

    @property
    def editing(self) -> bool:
        """Return whether somebody writes a next step."""
        return self.state() == QAbstractItemView.State.EditingState

    def edit_step(self) -> None:
        """Begin to write the next step of the chosen line (F4)."""
        line = self.current()
        if line is not None and line.case_id:
            self.edit(self.currentIndex())

    def owns(self, event: QKeyEvent) -> bool:
        """Return whether a key is one of this list's."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return event.key() == Qt.Key.Key_F4 or (Qt.Key(event.key()), modifiers) in self._acts

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.current()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = self._acts.get((Qt.Key(event.key()), modifiers))
        if line is None or self.editing:
            # While a step is written its ↵ comes here too, when the field has taken it.
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_F4:
            self.edit_step()
        elif act is not None:
            act.emit(line.key)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers:
            if not event.isAutoRepeat():
                self.accept_wanted.emit(line.key)
        else:
            super().keyPressEvent(event)
