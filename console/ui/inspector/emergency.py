"""An emergency the machine saw in a message after somebody had decided what the case is; a person answers for it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.domain.case import EmergencySign
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.keymap import follow_key, key_text
from console.ui.common.labels import PlainLabel
from console.ui.common.times import clock_text
from console.ui.common.tooltip import set_tooltip
from console.ui.inspector.card import Card
from console.ui.theme import px

_YES, _NO = "priority.1", "no_emergency"


class EmergencyCard(Card):
    """When it came, and the two answers. ``confirmed``: it is urgent; ``dismissed``: it is not."""

    confirmed = Signal()
    dismissed = Signal()
    fill = "redSubtle"
    border = "redBorder"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(10))
        column.setSpacing(px(2))
        self.what = PlainLabel("", "body", "redText", weight=600, wrap=True)
        self.why = PlainLabel("", "small", "text2", wrap=True)
        column.addWidget(self.what)
        column.addWidget(self.why)
        column.addSpacing(px(6))
        self.yes = ActionButton(tr("Khẩn cấp"), "sev.khan", small=True)
        self.yes.clicked.connect(self.confirmed)
        self.no = ActionButton(tr("Không khẩn"), "act.dismiss", small=True)
        self.no.clicked.connect(self.dismissed)
        row = QHBoxLayout()
        row.setSpacing(px(6))
        for button, code in ((self.yes, _YES), (self.no, _NO)):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(button, 1)
            follow_key(self, code, partial(self._show_key, button))
        column.addLayout(row)
        self.hide()

    def _show_key(self, button: ActionButton, key: str) -> None:
        # With their keys in them the two do not stand beside each other in the inspector: the keys are in the words above.
        set_tooltip(button, button.label(), key)
        button.setAccessibleDescription(key)
        # One key is never broken between two lines.
        yes, no = (key_text(code).replace(" ", "\N{NO-BREAK SPACE}") for code in (_YES, _NO))
        keys = tr("Đọc tin mới rồi chọn: {yes} khẩn cấp, {no} không khẩn.", yes=yes, no=no)
        said = keys if yes and no else tr("Đọc tin mới rồi chọn.")
        stays = tr("Hồ sơ đứng ở nhóm khẩn tới khi có người trả lời.")
        self.why.setText(f"{said} {stays}")

    def set_sign(self, sign: EmergencySign | None) -> None:
        """Show a sign; ``None`` hides the card."""
        self.setVisible(sign is not None)
        if sign is not None:
            self.what.setText(tr("Máy thấy dấu hiệu khẩn cấp trong tin lúc {time}", time=clock_text(sign.at)))
