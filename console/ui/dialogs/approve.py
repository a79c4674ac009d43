"""A reply that waits for a second officer: what changed since the ready answer, mend it, let it go or give it back (C-12)."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from console.cache.views import ReplyItem
from console.domain.canned import MAX_OUTGOING, utf16_length, validate_outgoing
from console.domain.numerals import number_text
from console.domain.text import nfc, safe_line
from console.runtime.i18n import said, tr
from console.ui.common.buttons import ActionButton
from console.ui.common.diff import DiffView
from console.ui.common.keymap import event_is, key_text
from console.ui.common.labels import Heading, PlainLabel
from console.ui.common.sharing import told_line
from console.ui.common.spaced import SpacedEdit
from console.ui.common.times import clock_text
from console.ui.dialogs.base import Question
from console.ui.theme import font, px, theme_changed


@dataclass(frozen=True, slots=True)
class Origin:
    """The ready answer a reply was made from: its title, its words, or why they cannot be shown."""

    title: str
    text: str
    trouble: str = ""


class ApproveDialog(Question):
    """Shows one waiting reply.

    Signals:
        approved(str, str): reply id and the text that goes out, "" where nothing was changed.
        returned(str, str): reply id and why it goes back to its author.
    """

    approved = Signal(str, str)
    returned = Signal(str, str)

    def __init__(
        self,
        parent: QWidget | None,
        item: ReplyItem,
        number: str,
        why: str,
        window: tuple[str, str],
        origin: Origin | None,
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            item: the reply, its text of a colleague.
            number: the case's.
            why: the rule that asks for a second officer.
            window: what is left of Zalo's reply window, and its tone.
            origin: the ready answer it came from, if any.

        """
        who = safe_line(item.author_name, 60)
        super().__init__(
            parent,
            tr("Duyệt trả lời của {number}", number=number),
            tr("{who} soạn lúc {time} · {why}", who=who, time=clock_text(item.at), why=safe_line(why, 160)),
            icon="view.choduyet",
            verb=tr("Duyệt gửi"),
            verb_icon="act.approve",
            width=720,
        )
        self._item = item
        self.window_line = PlainLabel(window[0], "body", window[1], weight=600, wrap=True)
        self.window_line.setVisible(bool(window[0]))
        self.body.addWidget(self.window_line)
        if item.file_name:
            self.body.addWidget(PlainLabel(tr("Kèm tệp {name}", name=told_line(item.file_name, 120)), "body"))
        if item.quote_text:
            self.body.addWidget(
                PlainLabel(tr("Trích: {text}", text=told_line(item.quote_text, 200)), "small", "text2")
            )
        self.from_ready = DiffView(tr("So với câu mẫu"))
        if origin is not None and not origin.trouble:
            title = tr("So với câu mẫu «{title}»", title=safe_line(origin.title, 80))
            self.body.addWidget(Heading(title))
            self.from_ready.show_change(origin.text, item.text)
            self.body.addWidget(self.from_ready)
        else:
            self.from_ready.hide()
            told = origin.trouble if origin is not None else tr("Soạn tự do, không từ câu mẫu")
            self.body.addWidget(PlainLabel(told, "small", "text2", wrap=True))
        self._count = PlainLabel("", "small", "text3")
        row = QHBoxLayout()
        row.addWidget(Heading(tr("Lời gửi công dân (sửa được)")), 1)
        row.addWidget(self._count)
        self.body.addLayout(row)
        self.edit = SpacedEdit("body")
        self.edit.setAccessibleName(tr("Lời gửi công dân (sửa được)"))
        self.edit.setTabChangesFocus(True)
        self.edit.set_room(px(110))
        self.edit.setPlainText(item.text)
        self.body.addWidget(self.edit)
        self._changed_head = Heading(tr("Bạn sửa so với bản của {who}", who=who))
        self.changed = DiffView(tr("Bạn sửa"))
        self.body.addWidget(self._changed_head)
        self.body.addWidget(self.changed)
        self.body.addLayout(self._back())
        self.edit.textChanged.connect(self.refresh)
        theme_changed().changed.connect(self._restyle)
        self._restyle()
        self.edit.setFocus()
        self.refresh()

    def _back(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self.reason = QLineEdit()
        self.reason.setMaxLength(500)
        self.reason.setPlaceholderText(tr("Lý do trả lại người soạn"))
        self.reason.setAccessibleName(tr("Lý do trả lại người soạn"))
        self.reason.textChanged.connect(self.refresh)
        row.addWidget(self.reason, 1)
        self.back = ActionButton(tr("Trả lại"), "act.return", "plain", key_text("return"))
        self.back.clicked.connect(self.give_back)
        row.addWidget(self.back)
        return row

    def _restyle(self) -> None:
        self.edit.setFont(font("body"))

    def text(self) -> str:
        """Return what would go out."""
        return nfc(self.edit.toPlainText()).strip()

    def trouble(self) -> str:
        problems = [p for p in validate_outgoing(self.text()) if p.blocking]
        if self._item.file_name and not self.text():
            problems = []
        return said(problems[0].message_vi) if problems else ""

    def promise(self) -> str:
        if self.text() == nfc(self._item.text).strip():
            return tr("Gửi công dân nguyên văn ngay sau khi duyệt")
        return tr("Gửi bản bạn sửa; người soạn thấy chỗ sửa, cả hai bản ở trong nhật ký")

    def refresh(self) -> None:
        super().refresh()
        edited = self.text() != nfc(self._item.text).strip()
        self._changed_head.setVisible(edited)
        self.changed.setVisible(edited)
        if edited:
            self.changed.show_change(self._item.text, self.text())
        used = number_text(utf16_length(self.text()))
        self._count.setText(tr("{used} / {limit}", used=used, limit=number_text(MAX_OUTGOING)))
        self._count.set_tone("redText" if utf16_length(self.text()) > MAX_OUTGOING else "text3")
        self.back.setEnabled(bool(self.reason.text().strip()))

    def act(self) -> None:
        text = self.text()
        self.approved.emit(self._item.reply_id, "" if text == nfc(self._item.text).strip() else text)

    def give_back(self) -> None:
        """Give the reply back to its author; without a reason ask for one."""
        reason = self.reason.text().strip()
        if not reason:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            self.consequence.setText(tr("Ghi lý do trả lại, rồi bấm {key}", key=key_text("return")))
            self.consequence.set_tone("orangeText")
            return
        self.returned.emit(self._item.reply_id, reason)
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event_is(event, "return"):
            if not event.isAutoRepeat():
                self.give_back()
        else:
            super().keyPressEvent(event)


class ChangeDialog(Question):
    """Shows what an approver changed in a reply. It asks nothing."""

    def __init__(self, parent: QWidget | None, item: ReplyItem, number: str) -> None:
        """Make it for one reply of a case."""
        super().__init__(
            parent,
            tr("Sửa khi duyệt, {number}", number=number),
            tr("{who} soạn lúc {time}", who=safe_line(item.author_name, 60), time=clock_text(item.at)),
            icon="view.choduyet",
            verb=tr("Đã xem"),
            width=640,
        )
        self.change = DiffView(tr("Sửa khi duyệt"), height=200)
        self.change.show_change(item.first_text, item.text)
        self.body.addWidget(self.change)
        self.refresh()
