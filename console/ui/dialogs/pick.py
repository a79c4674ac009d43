"""One thing of a short list, found by typing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.runtime.i18n import tr
from console.ui.common.options import Option, OptionField, OptionList
from console.ui.dialogs.base import Question
from console.ui.theme import px


class PickDialog(Question):
    """Asks for one of the options. ``requested(str)`` carries its code."""

    requested = Signal(str)

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        detail: str,
        options: Sequence[Option],
        *,
        verb: str,
        icon: str,
    ) -> None:
        """Make the dialog; see ``Question`` for the words."""
        super().__init__(parent, title, detail, icon=icon, verb=verb, verb_icon=icon, width=560)
        self.list = OptionList(lines=2, radio=True, marks="mark")
        self.list.set_options(options)
        self.field = OptionField(self.list, tr("Gõ không dấu cũng được"), title)
        self.list.setMinimumHeight(px(56) * min(len(options), 6) + px(2))
        self.body.addWidget(self.field)
        self.body.addWidget(self.list, 1)
        self.list.moved.connect(self.refresh)
        self.field.textChanged.connect(self.refresh)
        self.field.entered.connect(self.decide)
        self.field.setFocus()
        self.refresh()

    def trouble(self) -> str:
        return "" if self.list.current() is not None else tr("Chọn một dòng")

    def act(self) -> None:
        current = self.list.current()
        if current is not None:
            self.requested.emit(current.code)
