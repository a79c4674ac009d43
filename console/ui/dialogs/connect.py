"""A new consent for the OA: the link goes to an administrator, the address the browser ended at comes back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import Heading, PlainLabel
from console.ui.dialogs.base import Question
from console.ui.theme import font, px, theme_changed

LONGEST = 4_000


class ConnectDialog(Question):
    """``answered(str)``: what was pasted. It stays open until ``settled`` says how that ended."""

    answered = Signal(str)

    def __init__(self, parent: QWidget | None, link: str, lasts: str = "") -> None:
        """Make the dialog for one consent link; ``lasts`` says how long the right in use lasts."""
        super().__init__(
            parent,
            tr("Nối lại Zalo OA"),
            tr("Cần người quản trị OA. Phần mềm không thấy mật khẩu Zalo; dữ liệu đã lưu giữ nguyên."),
            icon="conn.plug",
            verb=tr("Nối lại"),
            verb_icon="conn.plug",
            width=620,
        )
        self._busy = False
        self._said = ""
        self.lasts = PlainLabel(lasts, "body", "text", wrap=True)
        if lasts:
            self.body.addWidget(self.lasts)
        self.body.addWidget(Heading(tr("1. Mở liên kết này trên trình duyệt, đăng nhập và bấm Đồng ý")))
        self.link = QLineEdit(link)
        self.link.setReadOnly(True)
        self.link.setCursorPosition(0)
        self.link.setAccessibleName(tr("Liên kết cấp quyền"))
        copy = ActionButton(tr("Sao chép liên kết"), "act.copy", "plain")
        copy.clicked.connect(self._copy)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.link, 1)
        row.addWidget(copy)
        self.body.addLayout(row)
        rights = tr("Xin quyền: đọc hội thoại và người quan tâm, gửi tin tư vấn, tải ảnh và tệp lên.")
        self.body.addWidget(PlainLabel(rights, "small", "text2", wrap=True))
        self.body.addWidget(Heading(tr("2. Dán địa chỉ cuối cùng của trình duyệt vào đây")))
        self.pasted = QLineEdit()
        self.pasted.setMaxLength(LONGEST)
        self.pasted.setPlaceholderText("https://…?code=…&oa_id=…&state=…")
        self.pasted.setAccessibleName(tr("Địa chỉ cuối cùng của trình duyệt"))
        # What is pasted holds a code that buys tokens.
        self.pasted.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.pasted.textChanged.connect(self._changed)
        self.body.addWidget(self.pasted)
        self.words = PlainLabel("", "small", "redText", wrap=True)
        self.body.addWidget(self.words)
        self._restyle()
        theme_changed().changed.connect(self._restyle)
        self.refresh()
        self.pasted.setFocus()

    def _restyle(self) -> None:
        for field in (self.link, self.pasted):
            field.setFont(font("body"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.link.text())

    def _changed(self) -> None:
        self.words.setText("")
        self.refresh()

    def trouble(self) -> str:
        if self._busy:
            return tr("Đang hỏi Zalo…")
        return "" if self.pasted.text().strip() else tr("Chưa dán địa chỉ")

    def promise(self) -> str:
        return tr("Máy nhận khóa mới và đọc bù tin ngay")

    def decide(self) -> None:
        if not self.trouble():
            self._busy = True
            self.answered.emit(self.pasted.text())
        self.refresh()

    def settled(self, words: str, link: str) -> None:
        """Close if all went well; else say what did not, and offer a new link, for each is good for one answer."""
        self._busy = False
        if not words:
            self.accept()
            return
        self.link.setText(link)
        self.link.setCursorPosition(0)
        self.pasted.clear()
        self.words.setText(words)
        self.refresh()
