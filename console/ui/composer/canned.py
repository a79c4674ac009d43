"""The popup of ready answers: two or three letters without marks, four answers, Enter inserts and never sends (K-01)."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from console.domain.canned import fill_slots
from console.domain.catalog import CannedReply
from console.domain.text import safe_block
from console.runtime.i18n import tr
from console.ui.common.labels import PlainLabel
from console.ui.common.options import Option, OptionField, OptionList
from console.ui.theme import px

RankCanned = Callable[[str], Sequence[CannedReply]]
_SHOWN = 4


class CannedPopup(QFrame):
    """A field, up to four answers and the text of the current one.

    Signals:
        chosen(CannedReply): insert this one.
        dismissed(): nothing was chosen.
    """

    chosen = Signal(object)
    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._rank: RankCanned = lambda _query: ()
        self._values: Mapping[str, str] = {}
        self._shown: dict[str, CannedReply] = {}
        self._picked = False
        self.setProperty("floating", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(10), px(10), px(10), px(10))
        column.setSpacing(px(6))
        self.list = OptionList()
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field = OptionField(
            self.list, tr("Gõ 2–3 chữ, không cần dấu"), tr("Tìm câu trả lời mẫu"), parent=self
        )
        # The order is the ranking's, not the list's own filter.
        self.field.textChanged.disconnect(self.list.set_query)
        self.field.textChanged.connect(self._search)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.preview = PlainLabel("", "small", "text2", wrap=True)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.preview, 1)
        column.addWidget(PlainLabel(tr("↵ chèn vào ô soạn, chưa gửi · Esc đóng"), "caption", "text3"))
        self.list.picked.connect(self._pick)
        self.list.moved.connect(self._show_text)

    def set_source(self, rank: RankCanned, values: Mapping[str, str]) -> None:
        """Give the ranking and what is known for the slots of the open case."""
        self._rank, self._values = rank, values

    def open_above(self, anchor: QWidget) -> None:
        """Open over a widget, upwards, with an empty field."""
        self._picked = False
        self.resize(px(520), px(360))
        corner = anchor.mapToGlobal(QPoint(0, 0))
        self.move(corner.x(), max(0, corner.y() - self.height() - px(4)))
        self.field.clear()
        self._search("")
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _search(self, query: str) -> None:
        found = list(self._rank(query))[:_SHOWN]
        self._shown = {reply.code: reply for reply in found}
        shown = [Option(reply.code, reply.title, icon="act.canned") for reply in found]
        self.list.show_ranked(shown, query)
        self.list.setFixedHeight(px(38) * max(1, len(found)) + px(2))
        if not found:
            self.preview.setText(tr("Không có câu mẫu nào khớp"))

    def _show_text(self, code: str) -> None:
        reply = self._shown.get(code)
        if reply is not None:
            self.preview.setText(safe_block(fill_slots(reply.text, self._values).text, 700, 12))

    def _pick(self, code: str) -> None:
        reply = self._shown.get(code)
        if reply is not None:
            self._picked = True
            self.hide()
            self.chosen.emit(reply)

    def filled(self, reply: CannedReply) -> str:
        """Return the answer with what is known put in."""
        return fill_slots(reply.text, self._values).text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: object) -> None:
        super().hideEvent(event)  # type: ignore[arg-type]
        if not self._picked:
            self.dismissed.emit()
