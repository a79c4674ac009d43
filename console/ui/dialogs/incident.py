"""Which cases tell of the same incident (features A-10)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.domain.case import Case
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.labels import Heading, PlainLabel
from console.ui.common.options import Option, OptionField
from console.ui.dialogs.base import Question
from console.ui.dialogs.checklist import CheckList
from console.ui.theme import px


class IncidentDialog(Question):
    """Asks which of the proposed cases go into one incident. ``requested(tuple)`` carries their ids."""

    requested = Signal(object)

    def __init__(
        self, parent: QWidget | None, case: Case, options: Sequence[Option], ticked: Sequence[str]
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            case: the case on screen.
            options: the proposed cases, whose ``detail`` says why, and any others that may be chosen.
            ticked: those that are ticked at once.

        """
        super().__init__(
            parent,
            tr("Gắn {number} vào cùng vụ", number=case.number),
            safe_line(case.place, 80),
            icon="merge",
            verb=tr("Gắn cùng vụ"),
            verb_icon="merge",
            width=640,
        )
        self.list = CheckList(lines=2)
        self.field = OptionField(self.list, tr("Gõ không dấu cũng được"), tr("Tìm hồ sơ"))
        self.body.addWidget(self.field)
        self.body.addWidget(Heading(tr("Chọn hồ sơ nói về cùng một vụ; máy gợi ý, bạn quyết định")))
        self.list.set_choices(options, ticked)
        heads = len({one.group for one in options if one.group})
        self.list.setMinimumHeight(px(56) * max(1, min(len(options), 6)) + px(34) * heads + px(2))
        self.list.changed.connect(self.refresh)
        self.body.addWidget(self.list, 1)
        told = tr("Mỗi người báo vẫn có hồ sơ, số và câu trả lời riêng; không ai biết có người khác báo.")
        self.body.addWidget(PlainLabel(told, "small", "text2", wrap=True))
        self.field.setFocus()
        self.refresh()

    def trouble(self) -> str:
        return "" if self.list.ticked() else tr("Chọn ít nhất một hồ sơ")

    def act(self) -> None:
        self.requested.emit(self.list.ticked())
