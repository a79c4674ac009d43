"""Who sent a message with the OA outside this console, and whether it answered the citizen (features F-06)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget

from console.cache.views import MessageItem
from console.domain.case import Case
from console.domain.events import OutsideSender
from console.runtime.i18n import tr
from console.ui.common.labels import Heading, PlainLabel
from console.ui.common.sharing import told_line
from console.ui.common.times import clock_text
from console.ui.dialogs.base import Question


class OutsideDialog(Question):
    """Asks who and whether. ``recorded(OutsideSender, str, bool)`` carries who, the name, and whether it was an answer."""

    recorded = Signal(object, str, bool)

    def __init__(self, parent: QWidget | None, case: Case, item: MessageItem) -> None:
        """Ask about one message of the case on screen."""
        super().__init__(
            parent,
            tr("Ai gửi tin này cho công dân?"),
            tr("{number} · gửi lúc {time}, không qua máy này", number=case.number, time=clock_text(item.at)),
            icon="device",
            verb=tr("Ghi vào hồ sơ"),
            verb_icon="act.sign",
        )
        self.text = PlainLabel(
            told_line(item.text, 200) or tr("tin không có chữ"), "body", "text2", wrap=True
        )
        self.body.addWidget(self.text)
        self._who = QButtonGroup(self)
        self.senders: dict[OutsideSender, QRadioButton] = {}
        self.body.addWidget(Heading(tr("Người gửi")))
        for sender, words in (
            (OutsideSender.SELF, tr("Tôi gửi, bằng OA Manager hoặc điện thoại trực")),
            (OutsideSender.COLLEAGUE, tr("Đồng chí khác gửi (ghi họ tên, cách gửi)")),
            (OutsideSender.AUTOMATIC, tr("Tin tự động của trang OA, không phải người gửi")),
            (OutsideSender.NOBODY, tr("Đã hỏi, không ai nhận: nghi lộ quyền dùng OA, báo trực chỉ huy")),
        ):
            button = QRadioButton(words)
            self._who.addButton(button)
            self.senders[sender] = button
            self.body.addWidget(button)
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.name.setPlaceholderText(tr("Họ tên người gửi, gửi bằng gì"))
        self.name.setAccessibleName(tr("Họ tên người gửi, gửi bằng gì"))
        self.body.addWidget(self.name)
        self._answer = QButtonGroup(self)
        self.body.addWidget(Heading(tr("Tin này")))
        self.yes = QRadioButton(tr("đã trả lời điều công dân hỏi"))
        self.no = QRadioButton(tr("chưa phải câu trả lời: hồ sơ vẫn «chưa trả lời»"))
        for button in (self.yes, self.no):
            self._answer.addButton(button)
            self.body.addWidget(button)
        self._who.buttonClicked.connect(self._chosen)
        self._answer.buttonClicked.connect(self.refresh)
        self.name.textChanged.connect(self.refresh)
        self.senders[OutsideSender.SELF].setFocus()
        self.refresh()

    @property
    def who(self) -> OutsideSender | None:
        """Return who is chosen."""
        return next((sender for sender, button in self.senders.items() if button.isChecked()), None)

    def _chosen(self) -> None:
        # What nobody of ours sent answers nothing.
        nobody = self.who is OutsideSender.NOBODY
        self.yes.setEnabled(not nobody)
        if nobody:
            self.no.setChecked(True)
        self.refresh()

    def trouble(self) -> str:
        if self.who is None:
            return tr("Chọn ai đã gửi")
        if self.who is OutsideSender.COLLEAGUE and not self.name.text().strip():
            return tr("Ghi họ tên người gửi")
        if not (self.yes.isChecked() or self.no.isChecked()):
            return tr("Chọn tin này đã trả lời công dân hay chưa")
        return ""

    def promise(self) -> str:
        if self.who is OutsideSender.NOBODY:
            return tr("Ghi vào nhật ký; cảnh báo mở tới khi trực chỉ huy xác nhận")
        return tr("Ghi vào hồ sơ và nhật ký; ghi lại được")

    def act(self) -> None:
        who = self.who
        assert who is not None
        self.recorded.emit(who, self.name.text().strip(), self.yes.isChecked())
