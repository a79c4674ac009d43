"""The tags of a case as chips; a press takes one off, «+» opens the picker."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from console.runtime.i18n import tr
from console.ui.common.buttons import IconButton
from console.ui.common.chips import chip_width, draw_chip, tag_chip
from console.ui.common.labels import PlainLabel
from console.ui.common.names import Names
from console.ui.common.paint import draw_focus_ring
from console.ui.common.tooltip import set_tooltip
from console.ui.inspector.facts import LABEL_PX
from console.ui.inspector.flow import FlowLayout
from console.ui.theme import current_theme, px, theme_changed


class _TagButton(QAbstractButton):
    def __init__(self) -> None:
        super().__init__()
        self.code, self._name = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme_changed().changed.connect(self.updateGeometry)

    def set_tag(self, code: str, name: str, *, editable: bool) -> None:
        self.code, self._name = code, name
        words = tr("Bỏ nhãn {name}", name=name) if editable else name
        self.setAccessibleName(words)
        set_tooltip(self, words)
        self.setEnabled(editable)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(chip_width(tag_chip(self._name)), px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (self.height() - current_theme().size("chip")) / 2
        draw_chip(painter, 0, top, tag_chip(self._name, selected=self.underMouse()))
        if self.hasFocus():
            draw_focus_ring(painter, QRectF(self.rect()))


class TagRow(QWidget):
    """Chips after a label."""

    add_requested = Signal()
    removed = Signal(str)

    def __init__(self, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._buttons: list[_TagButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(2), 0, 0)
        row.setSpacing(0)
        label = PlainLabel(tr("Nhãn"), "body", "text2")
        label.setFixedWidth(px(LABEL_PX))
        row.addWidget(label, alignment=Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        self._flow = FlowLayout(holder)
        row.addWidget(holder, 1)
        self.add = IconButton("act.add", tr("Thêm nhãn"), command="tags", edge=26, glyph=14)
        self.add.clicked.connect(self.add_requested)
        self._flow.addWidget(self.add)

    def set_tags(self, tags: Sequence[str], *, editable: bool) -> None:
        """Show tags by code."""
        while len(self._buttons) < len(tags):
            button = _TagButton()
            button.clicked.connect(lambda _on=False, pressed=button: self.removed.emit(pressed.code))
            self._buttons.append(button)
            self._flow.removeWidget(self.add)
            self._flow.addWidget(button)
            self._flow.addWidget(self.add)
        for position, button in enumerate(self._buttons):
            button.setVisible(position < len(tags))
            if position < len(tags):
                button.set_tag(tags[position], self._names.tag(tags[position]), editable=editable)
        self.add.setVisible(editable)
        self._flow.invalidate()
