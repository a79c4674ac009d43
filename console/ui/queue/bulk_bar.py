"""The bar under the queue while cases are marked: how many, and what to do with them together."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.domain.numerals import number_text
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import Pane, PlainLabel
from console.ui.theme import px


class BulkBar(Pane):
    """Shown while something is marked. ``act_wanted`` opens the dialog, ``cleared`` takes the marks away."""

    act_wanted = Signal()
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("accentSubtle", line="t", parent=parent)
        self.count = PlainLabel("", "body", "accentText", weight=600)
        self.act = ActionButton(tr("Làm theo nhóm…"), "act.select", "primary", small=True, command="bulk")
        self.clear = ActionButton(tr("Bỏ chọn"), "", "quiet", "Esc", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(6), px(10), px(6))
        row.setSpacing(px(6))
        row.addWidget(self.count, 1)
        row.addWidget(self.act)
        row.addWidget(self.clear)
        self.act.clicked.connect(self.act_wanted)
        self.clear.clicked.connect(self.cleared)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many cases are marked; none hides the bar."""
        self.count.setText(tr("Đã chọn {count}", count=number_text(count)))
        self.count.setAccessibleName(tr("Đã chọn {count} hồ sơ", count=number_text(count)))
        self.setVisible(count > 0)
