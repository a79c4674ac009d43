"""The last two pages of the wizard: receiving and sending are tried, the first officers are entered."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.officer import Officer
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import PlainLabel
from console.ui.signin.setup_pages import SetupPage
from console.ui.signin.setup_parts import Panel, SignLine, links
from console.ui.theme import px

SHOWN = 8
"""Officers that are listed; of more only the number."""


class TrialPage(SetupPage):
    """The inbox is read once; whoever wants may send a code from his own Zalo, see it arrive, and have it answered.

    ``read_wanted``: read the inbox (and look for the code); ``send_wanted``: answer who sent the code.
    """

    read_wanted = Signal()
    send_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("Thử nhận, gửi tin"),
            tr("Máy đọc hộp thư thật một lần. Không công dân nào nhận được gì trong bước này."),
        )
        self._busy, self._read, self._seen = False, False, False
        self.reading = Panel()
        self.again = ActionButton(tr("Đọc lại"), "act.retry", "plain", "F5")
        self.again.clicked.connect(self._ask_read)
        self.reading.column.addSpacing(px(6))
        self.reading.column.addLayout(links(self.again))
        self.column.addWidget(self.reading)
        self.column.addSpacing(px(8))
        self.sending = Panel()
        self.send = ActionButton(tr("Gửi tin trả lời thử"), "act.send", "plain")
        self.send.clicked.connect(self._ask_send)
        self.sending.column.addSpacing(px(6))
        self.sending.column.addLayout(links(self.send))
        self.column.addWidget(self.sending)
        self.column.addStretch(1)
        self.code = ""

    def begin(self, code: str) -> None:
        """Start anew; ``code`` is what is to be sent to the OA by whoever wants to try sending."""
        self.code, self._seen, self._read = code, False, False
        self.reading.say("accent", "view.moi", tr("Nhận tin"), tr("Chưa đọc hộp thư."))
        self.show_no_code()

    def _ask_read(self) -> None:
        if not self._busy:
            self.read_wanted.emit()

    def _ask_send(self) -> None:
        if self._seen and not self._busy:
            self.send_wanted.emit()

    def _refresh(self) -> None:
        self.again.setEnabled(not self._busy)
        self.send.setEnabled(self._seen and not self._busy)
        self.changed.emit()

    def read(self) -> None:
        """Show that the inbox is being read."""
        self._busy = True
        self.reading.say("accent", "send.sending", tr("Đang đọc hộp thư…"))
        self._refresh()

    def show_read(self, title: str, words: str, *, good: bool) -> None:
        """Show what one reading of the inbox brought."""
        self._busy, self._read = False, self._read or good
        self.reading.say("green" if good else "red", "check" if good else "circle-x", title, words)
        self._refresh()

    def show_no_code(self) -> None:
        """Say how sending can be tried."""
        self.sending.say(
            "accent",
            "device",
            tr("Gửi tin (không bắt buộc): nhắn mã {code} từ Zalo của bạn tới trang OA", code=self.code),
            tr("Nhắn đúng mã, rồi bấm «Đọc lại». Máy chỉ trả lời đúng hội thoại gửi mã này."),
        )
        self._refresh()

    def show_code(self, words: str) -> None:
        """Show that the code arrived, so that its sender may be answered."""
        self._seen = True
        self.sending.say("green", "check", tr("Đã nhận mã {code}", code=self.code), words)
        self._refresh()

    def post(self) -> None:
        """Show that the answer is on its way."""
        self._busy = True
        self.sending.say("accent", "send.sending", tr("Đang gửi tin trả lời thử…"))
        self._refresh()

    def show_sent(self, tone: str, icon: str, title: str, words: str) -> None:
        """Show what became of the answer; there is only one."""
        self._busy, self._seen = False, False
        self.sending.say(tone, icon, title, words)
        self._refresh()

    def show_not_sent(self, words: str) -> None:
        """Say why no answer was asked for; it may be tried again."""
        self._busy = False
        self.sending.say("red", "circle-x", tr("Chưa gửi tin thử"), words)
        self._refresh()

    def trouble(self) -> str:
        if self._busy:
            return tr("Đang hỏi Zalo…")
        return "" if self._read else tr("Đọc được hộp thư rồi mới sang bước sau")

    def first(self) -> QWidget | None:
        return self.again


class OfficersPage(SetupPage):
    """Who works here. ``add_wanted``: the form of an account; the first one administers."""

    add_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("Cán bộ và đơn vị"),
            tr(
                "Ghi cán bộ sẽ dùng máy này. Người đầu tiên là quản trị: thêm được người khác và cấp PIN cho họ."
            ),
        )
        self._administered = False
        self.list = QVBoxLayout()
        self.list.setSpacing(0)
        self.column.addLayout(self.list)
        self.add = ActionButton(tr("Thêm cán bộ…"), "user-plus", "plain", "Ins")
        self.add.clicked.connect(self.add_wanted)
        self.column.addSpacing(px(6))
        self.column.addLayout(links(self.add))
        self.column.addSpacing(px(8))
        self.wrong = PlainLabel("", "body", "redText", wrap=True)
        self.wrong.hide()
        self.column.addWidget(self.wrong)
        self.pins = Panel()
        self.pins.say(
            "accent",
            "key-round",
            tr("Sau khi bắt đầu: đặt PIN"),
            tr("Đặt PIN của bạn trong Cài đặt, rồi cấp PIN một lần cho từng cán bộ ở trang Quản trị."),
        )
        self.column.addWidget(self.pins)
        self.column.addStretch(1)

    def verb(self) -> str:
        return tr("Bắt đầu trực")

    def show_officers(self, officers: Sequence[tuple[Officer, str, str]], *, administered: bool) -> None:
        """List the accounts with the names of their units and roles; ``administered``: one of them administers."""
        self._administered = administered
        while (item := self.list.takeAt(0)) is not None:
            line = item.widget()
            if line is not None:
                line.hide()
                line.deleteLater()
        for officer, unit, roles in officers[:SHOWN]:
            about = " · ".join(safe_line(part, 80) for part in (officer.officer_id, unit, roles) if part)
            self.list.addWidget(SignLine("person", "text3", safe_line(officer.title, 60), about))
        if len(officers) > SHOWN:
            more = tr("và {count} cán bộ nữa", count=len(officers) - SHOWN)
            self.list.addWidget(PlainLabel(more, "small", "text3"))
        self.wrong.hide()
        self.changed.emit()

    def refuse(self, words: str) -> None:
        """Say what went wrong outside the form."""
        self.wrong.setText(safe_line(words, 300))
        self.wrong.show()

    def trouble(self) -> str:
        return "" if self._administered else tr("Ghi ít nhất một người quản trị")

    def first(self) -> QWidget | None:
        return None if self._administered else self.add
