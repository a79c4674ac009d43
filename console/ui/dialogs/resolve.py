"""Nobody knows whether a reply arrived: look, say so, or send again knowing the risk (png 10b, features C-04)."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.cache.views import ReplyItem
from console.runtime.i18n import tr
from console.ui.common.labels import PlainLabel
from console.ui.common.options import BOXED_PX, Option, OptionList
from console.ui.common.sharing import told_block
from console.ui.common.times import clock_text
from console.ui.dialogs.base import Question, ReasonField
from console.ui.theme import color, current_theme, px

_CHECK, _ARRIVED, _RESEND, _DROP = "check", "arrived", "resend", "drop"


class _Quote(QWidget):
    """The reply in question, in the bubble it wears in the conversation."""

    def __init__(self, text: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(7), px(14), px(7))
        column.addWidget(PlainLabel(text, "body", "text", wrap=True))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(color("orangeMark"), 1.5 * current_theme().scale)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(color("bubbleOut"))
        radius = current_theme().radius("bubble")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


class ResolveDialog(Question):
    """Four ways on, in the order of their risk.

    Signals:
        check_requested(str): read the conversation back; reply id.
        resolve_requested(str, bool, str): reply id, whether it arrived, reason.
        resend_requested(str, str): reply id and reason; send it as a new reply although it may arrive twice.
    """

    check_requested = Signal(str)
    resolve_requested = Signal(str, bool, str)
    resend_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None, item: ReplyItem, *, may_resend: bool = True) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            item: the reply.
            may_resend: whether the conversation has been read back since, which sending again needs (C-04).

        """
        at = clock_text(item.permit_at) if item.permit_at else ""
        super().__init__(
            parent,
            tr("Chưa rõ tin đã tới công dân hay chưa"),
            tr("Mạng ngắt khi đang gửi lúc {time}. Gửi lại có thể thành hai tin.", time=at),
            icon="send.unknown",
            verb=tr("Kiểm tra với Zalo"),
            tone="orange",
            width=600,
        )
        self._item, self._may_resend = item, may_resend
        self.body.addWidget(_Quote(told_block(item.text or item.file_name, 600, 8)))
        if item.searches:
            self.body.addWidget(PlainLabel(self._found(), "small", "orangeText", wrap=True))
        self.list = OptionList(boxed=True)
        searched = may_resend and item.searches > 0
        self.list.set_options(
            [
                Option(
                    _CHECK,
                    tr("Kiểm tra với Zalo"),
                    tr("đọc lại hội thoại, thường mất 5 giây"),
                    "conn.poll",
                    keys=("1",),
                ),
                Option(
                    _ARRIVED,
                    tr("Đánh dấu đã gửi"),
                    tr("khi thấy tin trên Zalo OA Manager"),
                    "send.sent",
                    keys=("2",),
                ),
                Option(
                    _RESEND,
                    tr("Gửi lại"),
                    tr("chấp nhận công dân có thể nhận hai lần")
                    if searched
                    else tr("kiểm tra với Zalo trước đã"),
                    "act.send",
                    keys=("3",),
                    enabled=searched,
                ),
                Option(_DROP, tr("Bỏ tin"), tr("ghi lý do vào nhật ký"), "act.remove", keys=("4",)),
            ]
        )
        self.list.setFixedHeight(px(BOXED_PX) * 4 + px(2))
        self.list.moved.connect(self._on_moved)
        self.body.addWidget(self.list)
        self.reason = ReasonField(tr("Lý do"), 500, lines=2)
        self.reason.edit.textChanged.connect(self.refresh)
        self.body.addWidget(self.reason)
        self._on_moved(_CHECK)
        self.list.setFocus()

    def _found(self) -> str:
        time = clock_text(self._item.searched_at)
        if self._item.matches:
            return tr(
                "Đọc lại lúc {time}: thấy {count} tin giống tin này.", time=time, count=self._item.matches
            )
        return tr("Đọc lại lúc {time}: không thấy tin này trong hội thoại.", time=time)

    def _chosen(self) -> str:
        option = self.list.current()
        return option.code if option is not None else _CHECK

    def _on_moved(self, code: str) -> None:
        self.reason.setVisible(code != _CHECK)
        verbs = {
            _CHECK: (tr("Kiểm tra với Zalo"), "conn.poll", "primary"),
            _ARRIVED: (tr("Đánh dấu đã gửi"), "send.sent", "primary"),
            _RESEND: (tr("Gửi lại"), "act.send", "warn"),
            _DROP: (tr("Bỏ tin"), "act.remove", "danger"),
        }
        words, icon, kind = verbs[code]
        self.verb.set_look(kind, icon)
        self.verb.set_label(words)
        self.refresh()

    def trouble(self) -> str:
        if self._chosen() != _CHECK and not self.reason.text():
            return tr("Thiếu lý do")
        return tr("Lý do dài quá 500 ký tự") if self.reason.too_long() else ""

    def promise(self) -> str:
        match self._chosen():
            case "check":
                return tr("Chỉ đọc, không gửi gì.")
            case "arrived":
                return tr("Tin được ghi là đã tới, theo xác nhận của bạn.")
            case "resend":
                return tr("Tin cũ được ghi là chưa tới; một tin mới được gửi. Công dân có thể nhận hai lần.")
            case _:
                return tr("Tin được ghi là chưa tới. Không gửi gì thêm.")

    def act(self) -> None:
        reply_id, reason = self._item.reply_id, self.reason.text()
        match self._chosen():
            case "check":
                self.check_requested.emit(reply_id)
            case "arrived":
                self.resolve_requested.emit(reply_id, True, reason)
            case "resend":
                self.resend_requested.emit(reply_id, reason)
            case _:
                self.resolve_requested.emit(reply_id, False, reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        codes: dict[int, str] = {
            Qt.Key.Key_1: _CHECK,
            Qt.Key.Key_2: _ARRIVED,
            Qt.Key.Key_3: _RESEND,
            Qt.Key.Key_4: _DROP,
        }
        chosen = codes.get(event.key())
        if chosen is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            option = next((entry for entry in self.list.options() if entry.code == chosen), None)
            if option is not None and option.enabled:
                self.list.select(chosen)
                if chosen != _CHECK:
                    self.reason.edit.setFocus()
        else:
            super().keyPressEvent(event)
