"""The first three pages of the wizard: the machine, the app with its secret, the consent (visual-design 09c)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import PlainLabel
from console.ui.common.pin_field import PinField
from console.ui.signin.fields import FieldError
from console.ui.signin.setup_parts import (
    CheckLine,
    NamedField,
    OaCard,
    Panel,
    SignLine,
    add_field,
    links,
)
from console.ui.signin.setup_state import Check, Found, LinkedOa
from console.ui.theme import px

LONGEST = 4_000
ID_LIMIT = 32
SECRET_LIMIT = 200
URI_LIMIT = 500


class SetupPage(QWidget):
    """What stands on the right of the wizard. ``changed``: whether one may go on may be another matter now.

    ``done``: Enter in the last field; the wizard goes on if it may.
    """

    changed = Signal()
    done = Signal()

    def __init__(self, title: str, intro: str) -> None:
        super().__init__()
        self.title, self.intro = title, intro
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(8))

    def verb(self) -> str:
        """Return what the button that goes on says."""
        return tr("Tiếp tục")

    def trouble(self) -> str:
        """Return why one cannot go on, or ""."""
        return ""

    def first(self) -> QWidget | None:
        """Return what the keyboard starts at; ``None`` for the button that goes on."""
        return None


class MachinePage(SetupPage):
    """Network, clock, key, disk. ``wanted``: look again."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("Kiểm tra máy"),
            tr("Máy tự kiểm tra những thứ việc nối cần tới. Chưa có gì được gửi đi hay thay đổi."),
        )
        self.lines = [
            CheckLine(name)
            for name in (tr("Mạng tới Zalo"), tr("Đồng hồ máy"), tr("Kho khóa"), tr("Ổ đĩa của hồ sơ"))
        ]
        for line in self.lines:
            self.column.addWidget(line)
        self.again = ActionButton(tr("Kiểm tra lại"), "act.retry", "plain", "F5")
        self.again.clicked.connect(self.wanted)
        self.column.addSpacing(px(8))
        self.column.addLayout(links(self.again))
        self.column.addStretch(1)
        self.checks: Sequence[Check] = ()
        self.wait()

    def wait(self) -> None:
        """Show that the machine is being looked at."""
        self.checks = ()
        for line in self.lines:
            line.wait()
        self.again.setEnabled(False)
        self.changed.emit()

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show what was found, in the order of the lines."""
        self.checks = tuple(checks)
        for line, check in zip(self.lines, checks, strict=True):
            line.show_check(check)
        self.again.setEnabled(True)
        self.changed.emit()

    def trouble(self) -> str:
        if not self.checks:
            return tr("Đang kiểm tra máy…")
        if any(check.found is Found.BAD for check in self.checks):
            return tr("Sửa chỗ báo đỏ rồi kiểm tra lại")
        return ""


class AppPage(SetupPage):
    """The app's number, its callback and its secret, which is shown as dots and never goes back out of its field."""

    def __init__(self) -> None:
        super().__init__(
            tr("Ứng dụng Zalo"),
            tr(
                "Chép ba giá trị từ trang quản lý ứng dụng tại developers.zalo.me. Mỗi ứng dụng chỉ dùng cho một chương trình."
            ),
        )
        self.app_id = NamedField(tr("App ID"), "4318123456701234567", ID_LIMIT)
        self.uri = NamedField(tr("Địa chỉ callback"), "https://example.vn/zalo", URI_LIMIT)
        self.secret = PinField(tr("Khóa bí mật của ứng dụng"))
        self.secret.setMaxLength(SECRET_LIMIT)
        self.wrong = FieldError()
        add_field(self.column, self.app_id, tr("Dãy số ở đầu trang của ứng dụng"))
        add_field(
            self.column, self.uri, tr("Đã đăng ký với ứng dụng; ở địa chỉ đó không cần có trang web nào")
        )
        add_field(
            self.column,
            self.secret,
            tr("Chỉ lưu trong kho mã hóa, và chỉ sau khi Zalo nhận. Không hiện lại được"),
        )
        self.column.addWidget(self.wrong)
        self.column.addStretch(1)
        self.fields: tuple[QLineEdit, ...] = (self.app_id, self.uri, self.secret)
        for field in self.fields:
            field.textChanged.connect(self._typed)
        for asked in (self.app_id.entered, self.uri.entered, self.secret.entered):
            asked.connect(self._on_enter)

    def _typed(self) -> None:
        self.wrong.say("")
        self.changed.emit()

    def _on_enter(self) -> None:
        """Enter goes on to the next empty field, and in the last one goes on."""
        missing = next((field for field in self.fields if not field.text().strip()), None)
        if missing is not None:
            missing.setFocus()
        else:
            self.done.emit()

    def trouble(self) -> str:
        app_id = self.app_id.text().strip()
        if not app_id:
            return tr("Nhập App ID")
        if not (app_id.isascii() and app_id.isdigit()):
            return tr("App ID chỉ gồm chữ số")
        uri = self.uri.text().strip()
        if not uri:
            return tr("Nhập địa chỉ callback")
        if not uri.startswith(("https://", "http://")) or any(c.isspace() for c in uri) or not uri.isascii():
            return tr("Địa chỉ callback bắt đầu bằng https://, không dấu, không cách")
        secret = self.secret.text()
        if not secret.strip():
            return tr("Nhập khóa bí mật")
        if not (secret.isascii() and secret.isprintable()) or " " in secret:
            return tr("Khóa bí mật không có dấu cách và chữ có dấu: chép lại từ trang của ứng dụng")
        return ""

    def first(self) -> QWidget:
        return next((field for field in self.fields if not field.text().strip()), self.secret)

    def refuse(self, words: str) -> None:
        """Say what is wrong with what was typed."""
        self.wrong.say(words)


class ConsentPage(SetupPage):
    """The OA's administrator consents in a browser; the address it ends at is pasted here.

    ``browser_wanted``: open the link; ``copied``: it lies on the clipboard; ``answered(str)``: what was pasted; ``new_wanted``:
    another consent, for another OA.
    """

    browser_wanted = Signal()
    copied = Signal()
    answered = Signal(str)
    new_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("Cho phép truy cập"),
            tr(
                "Quản trị viên của trang OA đăng nhập Zalo trên trình duyệt và bấm Đồng ý. Phần mềm không thấy mật khẩu Zalo."
            ),
        )
        self._busy, self.linked = False, False
        self._link = ""
        self.card = OaCard()
        self.card.change_wanted.connect(self.new_wanted)
        self.column.addWidget(self.card)
        self.column.addSpacing(px(6))
        self._add_rights()
        self.column.addSpacing(px(6))
        self.panel = Panel()
        self._fill_panel()
        self.column.addWidget(self.panel)
        self.column.addStretch(1)

    def _add_rights(self) -> None:
        self.column.addWidget(PlainLabel(tr("Quyền xin cấp"), "body", weight=600))
        rights = QVBoxLayout()
        rights.setSpacing(0)
        for name, words in (
            (tr("Đọc hội thoại và người quan tâm"), tr("để đưa tin vào hàng đợi")),
            (tr("Gửi tin tư vấn"), tr("trả lời trong cửa sổ Zalo cho phép")),
            (tr("Tải ảnh, tệp lên"), tr("gửi biểu mẫu, hình ảnh")),
        ):
            rights.addWidget(SignLine("check", "greenText", name, words))
        rights.addWidget(
            SignLine("x", "text3", tr("Không xin quyền đăng bài, gửi quảng cáo"), "", strong=False)
        )
        self.column.addLayout(rights)

    def _fill_panel(self) -> None:
        self.browser = ActionButton(tr("Mở trình duyệt"), kind="link")
        self.browser.clicked.connect(self.browser_wanted)
        self.copy = ActionButton(tr("Sao chép liên kết"), kind="link")
        self.copy.clicked.connect(self._copy)
        self.panel.column.addLayout(links(self.browser, self.copy))
        self.pasted = NamedField(
            tr("Địa chỉ cuối cùng của trình duyệt"), "https://…?code=…&oa_id=…&state=…", LONGEST
        )
        # What is pasted holds a code that buys tokens.
        self.pasted.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.pasted.textChanged.connect(self.changed)
        self.pasted.entered.connect(self._answer)
        self.send = ActionButton(tr("Nối"), "conn.plug", "primary", "↵")
        self.send.clicked.connect(self._answer)
        self.panel.column.addSpacing(px(4))
        self.about_paste = PlainLabel(
            tr("Đồng ý xong, dán địa chỉ cuối cùng của trình duyệt vào đây"), "small", "text2", wrap=True
        )
        self.panel.column.addWidget(self.about_paste)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.pasted, 1)
        row.addWidget(self.send)
        self.panel.column.addLayout(row)

    @property
    def link(self) -> str:
        """Return the link that is offered."""
        return self._link

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._link)
        self.copied.emit()

    def _answer(self) -> None:
        if self.pasted.text().strip() and not self._busy and not self.linked:
            self.answered.emit(self.pasted.text())

    def _show_asking(self, *, asking: bool) -> None:
        for part in (self.browser, self.copy, self.about_paste, self.pasted, self.send):
            part.setVisible(asking)
        self.send.setEnabled(not self._busy)
        self.pasted.setReadOnly(self._busy)

    def offer(self, link: str, trouble: str = "") -> None:
        """Offer a link that was made just now, after ``trouble`` if there was some; the answer to none before it is taken."""
        self._link, self._busy, self.linked = link, False, False
        self.pasted.clear()
        self.card.show_oa(None)
        self.browser.set_label(tr("Mở trình duyệt"))
        if trouble:
            self.panel.say("red", "circle-x", tr("Chưa nối được"), trouble)
        else:
            self.panel.say(
                "accent",
                "act.open",
                tr("Mở liên kết cấp quyền trên trình duyệt của quản trị viên OA"),
                tr("Có thể sao chép gửi sang máy khác. Mã nhận được chỉ dùng một lần, trong 10 phút."),
            )
        self._show_asking(asking=True)
        self.changed.emit()

    def wait(self, words: str) -> None:
        """Show that the administrator is expected to consent; ``words`` say since when."""
        self.browser.set_label(tr("Mở lại trình duyệt"))
        self.panel.say("accent", "send.sending", tr("Đang chờ quản trị viên đồng ý trên trình duyệt…"), words)
        self.pasted.setFocus()

    def ask(self) -> None:
        """Show that Zalo is being asked for the tokens."""
        self._busy = True
        self.panel.say("accent", "send.sending", tr("Đang hỏi Zalo…"), tr("Chờ vài giây, đừng đóng."))
        self._show_asking(asking=True)
        self.changed.emit()

    def show_linked(self, oa: LinkedOa) -> None:
        """Show the OA that consented."""
        self._busy, self.linked = False, True
        self.pasted.clear()
        self.card.show_oa(oa)
        self.panel.say(
            "green",
            "check",
            tr("Đã nối lúc {time}", time=oa.at),
            tr("Khóa truy cập đã vào kho mã hóa và được tự gia hạn."),
        )
        self._show_asking(asking=False)
        self.changed.emit()

    def trouble(self) -> str:
        if self._busy:
            return tr("Đang hỏi Zalo…")
        return "" if self.linked else tr("Chờ quản trị viên OA đồng ý")

    def first(self) -> QWidget | None:
        return None if self.linked else self.browser
