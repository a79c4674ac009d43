"""What a change would do, and why it is made: shown before it is applied (features G-03, W-05)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.runtime.i18n import tr
from console.ui.common.grid import Grid
from console.ui.common.labels import PlainLabel
from console.ui.dialogs.base import Question, ReasonField
from console.ui.theme import px

_LIMIT = 500


class ChangeDialog(Question):
    """The effect as lines, the ground for it in words. ``requested(str)`` carries the ground."""

    requested = Signal(str)

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        detail: str,
        *,
        icon: str,
        verb: str,
        heads: Sequence[str],
        widths: Sequence[int],
        lines: Sequence[Sequence[str]],
        empty: str,
        promise: str,
        tone: str = "orange",
        width: int = 760,
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            title: the question.
            detail: one line about the change.
            icon: of head and verb.
            verb: what the button does.
            heads: heads of the effect's columns.
            widths: their widths, px at scale 1.0, one of them 0.
            lines: the effect.
            empty: what is said where there is none.
            promise: what will happen, for the foot.
            tone: hue of the head's icon.
            width: at scale 1.0.

        """
        super().__init__(parent, title, detail, icon=icon, verb=verb, verb_icon=icon, tone=tone, width=width)
        self._promise = promise
        self.effect = Grid(tr("Thay đổi gì"), heads, widths)
        self.effect.show_lines(lines)
        self.effect.setMinimumHeight(px(32) * (2 + min(8, len(lines))))
        self.effect.setVisible(bool(lines))
        self.body.addWidget(self.effect, 1)
        if not lines:
            self.body.addWidget(PlainLabel(empty, "body", "text2", wrap=True))
        self.words = ReasonField(tr("Căn cứ"), _LIMIT, hint=tr("Số, ngày văn bản hoặc lý do"), lines=2)
        self.words.edit.textChanged.connect(self.refresh)
        self.body.addWidget(self.words)
        self.words.edit.setFocus()
        self.refresh()

    def trouble(self) -> str:
        if self.words.too_long():
            return tr("Lý do dài quá 500 ký tự")
        return "" if self.words.text() else tr("Thiếu căn cứ")

    def promise(self) -> str:
        return self._promise

    def act(self) -> None:
        self.requested.emit(self.words.text())
