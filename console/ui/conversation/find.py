"""The find bar of a conversation (Ctrl+F)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from console.runtime.i18n import tr
from console.ui.common.buttons import IconButton
from console.ui.common.labels import Pane, PlainLabel
from console.ui.theme import px


class FindBar(Pane):
    """A field, a count and two arrows.

    Signals:
        changed(str): the words looked for.
        step(int): 1 to the next match, -1 to the one before.
        closed(): Esc.
    """

    changed = Signal(str)
    step = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", line="b", parent=parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(6), px(12), px(6))
        row.setSpacing(px(8))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Tìm trong hồ sơ này, không cần dấu"))
        self.field.setAccessibleName(tr("Tìm trong hồ sơ này"))
        self.field.setMaxLength(200)
        self.field.textChanged.connect(self.changed)
        row.addWidget(self.field, 1)
        self.count = PlainLabel("", "small", "text2")
        row.addWidget(self.count)
        back = IconButton("up", tr("Chỗ khớp trước"), command="find_previous")
        back.clicked.connect(lambda: self.step.emit(-1))
        row.addWidget(back)
        ahead = IconButton("down", tr("Chỗ khớp sau"), command="find_next")
        ahead.clicked.connect(lambda: self.step.emit(1))
        row.addWidget(ahead)
        close = IconButton("act.dismiss", tr("Đóng tìm kiếm"), "Esc")
        close.clicked.connect(self.closed)
        row.addWidget(close)

    def start(self) -> None:
        """Show the bar with its field ready."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def set_found(self, current: int, total: int) -> None:
        """Say how many matches there are and which one is shown (0 = none yet)."""
        if not self.field.text().strip():
            self.count.setText("")
        elif not total:
            self.count.setText(tr("Không thấy"))
        elif current:
            self.count.setText(tr("{current}/{total}", current=current, total=total))
        else:
            self.count.setText(tr("{total} chỗ khớp", total=total))
        self.count.set_tone("text2" if total else "orangeText")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.step.emit(-1 if back else 1)
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
