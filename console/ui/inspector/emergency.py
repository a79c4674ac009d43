"""An emergency the machine saw in a message after somebody had decided what the case is; a person answers for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.case import EmergencySign
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import PlainLabel
from console.ui.common.times import clock_text
from console.ui.inspector.card import Card
from console.ui.theme import px


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
        self.why = PlainLabel(
            tr("Đọc tin mới rồi chọn. Hồ sơ đứng ở nhóm khẩn tới khi có người trả lời."),
            "small",
            "text2",
            wrap=True,
        )
        column.addWidget(self.what)
        column.addWidget(self.why)
        column.addSpacing(px(4))
        self.yes = ActionButton(tr("Khẩn cấp"), "sev.khan", command="priority.1", small=True)
        self.yes.clicked.connect(self.confirmed)
        self.no = ActionButton(tr("Không khẩn"), "act.dismiss", command="no_emergency", small=True)
        self.no.clicked.connect(self.dismissed)
        # Beside each other their keys would make the inspector wider than it is.
        for button in (self.yes, self.no):
            column.addWidget(button)
            column.addSpacing(px(2))
        self.hide()

    def set_sign(self, sign: EmergencySign | None) -> None:
        """Show a sign; ``None`` hides the card."""
        self.setVisible(sign is not None)
        if sign is not None:
            self.what.setText(tr("Máy thấy dấu hiệu khẩn cấp trong tin lúc {time}", time=clock_text(sign.at)))
