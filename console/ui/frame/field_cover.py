"""Fields that nobody is writing in show nothing while the screen is shared: what stands in them may name people."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QGraphicsEffect, QLineEdit, QPlainTextEdit, QWidget

from console.runtime.i18n import tr
from console.ui.common.paint import draw_text, elide, fill_round
from console.ui.common.sharing import sharing
from console.ui.theme import current_theme, px

Field = QLineEdit | QPlainTextEdit
_MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


def field_of(widget: QWidget) -> Field | None:
    """Return a widget as a field for free words, ``None`` for anything else (numbers, lists, what the program itself says)."""
    if widget.property("told") is False:
        return None
    if isinstance(widget, QLineEdit):
        return None if isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox) else widget
    return widget if isinstance(widget, QPlainTextEdit) else None


class FieldCover(QGraphicsEffect):
    """Stands in the place of a field's picture; the field itself and what is in it stay as they are."""

    def __init__(self, field: Field) -> None:
        """Take the field, which owns this."""
        super().__init__(field)
        self._field, self._wanted = field, False
        field.installEventFilter(self)
        if isinstance(field, QPlainTextEdit):
            field.viewport().installEventFilter(self)

    def covers(self) -> bool:
        """Return whether the field is covered now: it holds something, and nobody has typed or pressed in it since he came to it."""
        field = self._field
        words = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        written_in = self._wanted and field.hasFocus() and not field.isReadOnly()
        return sharing().on and bool(words.strip()) and not written_in

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        before = self._wanted
        match event.type():
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                # A command's key, or Tab on the way through, asks for nothing here.
                moves = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
                commands = event.modifiers() & (
                    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
                )
                alone = event.key() in _MODIFIERS
                self._wanted = self._wanted or not (moves or commands or alone)
            case QEvent.Type.MouseButtonPress | QEvent.Type.InputMethod:
                self._wanted = True
            case QEvent.Type.FocusOut:
                self._wanted = False
        if before != self._wanted:
            self.update()
        return False

    def draw(self, painter: QPainter) -> None:
        if not self.covers():
            self.drawSource(painter)
            return
        box = self.sourceBoundingRect(Qt.CoordinateSystem.LogicalCoordinates)
        read_only = self._field.isReadOnly()
        words = (
            tr("[che khi chia sẻ màn hình]")
            if read_only
            else tr("Che khi chia sẻ màn hình: bấm hoặc gõ vào đây để xem")
        )
        painter.save()
        fill_round(painter, box, current_theme().radius("control"), "panel", "border")
        shown = elide(words, "small", box.width() - px(20))
        high = min(box.height(), px(34))
        draw_text(painter, box.left() + px(10), box.top(), shown, "small", "text3", line=high)
        painter.restore()
