"""A PIN for one sign-in, shown once to be read out to its officer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.labels import PlainLabel
from console.ui.dialogs.base import Question


class OncePinDialog(Question):
    """Shows the PIN in two groups. It cannot be copied, is kept nowhere, and is gone with the dialog."""

    def __init__(self, parent: QWidget | None, who: str, pin: str) -> None:
        """Make the dialog; ``who`` is rank and name of the officer it is for."""
        super().__init__(
            parent,
            tr("PIN dùng một lần của {name}", name=safe_line(who, 80)),
            tr("Đọc cho đồng chí ấy nghe, không nhắn qua Zalo hay điện thoại"),
            icon="key-round",
            verb=tr("Đã đọc xong"),
            verb_icon="check",
        )
        half = len(pin) // 2
        self.shown = PlainLabel(f"{pin[:half]} {pin[half:]}", "display", weight=700)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown.setAccessibleName(tr("PIN dùng một lần"))
        self.body.addWidget(self.shown)
        words = tr("Lần đăng nhập đầu phải đặt PIN mới; PIN này không ký được và sau đó không dùng được nữa.")
        self.body.addWidget(PlainLabel(words, "body", "text2", wrap=True))
        self.cancel.hide()
        self.finished.connect(lambda _result: self.shown.setText(""))
        self.verb.setFocus()
        self.refresh()

    def promise(self) -> str:
        return tr("Đóng cửa sổ này là không xem lại được; cần thì cấp PIN khác.")
