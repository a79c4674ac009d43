"""Labels of a case (Ctrl+T): digits for the nine most used, a few letters without marks for the rest."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.domain.case import Case
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.options import Option
from console.ui.dialogs.base import Question
from console.ui.dialogs.checklist import CheckList
from console.ui.dialogs.digits import DigitField
from console.ui.theme import px


class TagDialog(Question):
    """Ticks labels. ``requested(tuple, tuple)`` carries the codes to put on and to take off."""

    requested = Signal(object, object)

    def __init__(
        self,
        parent: QWidget | None,
        case: Case,
        tags: Sequence[Option],
        frequent: Sequence[str],
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            case: the case.
            tags: every label; ``group`` is the head it stands under.
            frequent: codes of the most used, best first; the first nine get the digits.

        """
        super().__init__(
            parent,
            tr("Nhãn của {number}", number=case.number),
            safe_line(case.pseudonym, 60),
            icon="tags",
            verb=tr("Lưu nhãn"),
        )
        self._before = case.tags
        self._frequent = [code for code in frequent if any(tag.code == code for tag in tags)][:9]
        self.list = CheckList()
        self.field = DigitField(self.list, tr("Gõ không dấu, ↵ chọn; số 1–9 chọn nhanh"), tr("Tìm nhãn"))
        self.body.addWidget(self.field)
        self.list.setMinimumHeight(px(320))
        self.body.addWidget(self.list, 1)
        self.list.set_choices(self._arranged(tags), case.tags)
        self.list.changed.connect(self._on_changed)
        self.field.digit.connect(self._on_digit)
        self.field.setFocus()
        self.refresh()

    def _arranged(self, tags: Sequence[Option]) -> list[Option]:
        by_code = {tag.code: tag for tag in tags}
        head = tr("Hay dùng")
        first = [
            Option(code, by_code[code].title, words=by_code[code].group, group=head, keys=(str(number),))
            for number, code in enumerate(self._frequent, 1)
        ]
        rest = [tag for tag in tags if tag.code not in self._frequent]
        return first + sorted(rest, key=lambda tag: tag.group)

    def _on_digit(self, number: int) -> None:
        if number <= len(self._frequent):
            self.list.toggle(self._frequent[number - 1])

    def _on_changed(self) -> None:
        self.field.clear()
        self.refresh()

    def _changes(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        now = self.list.ticked()
        added = tuple(code for code in now if code not in self._before)
        removed = tuple(code for code in self._before if code not in now)
        return added, removed

    def trouble(self) -> str:
        return "" if any(self._changes()) else tr("Chưa đổi nhãn nào")

    def promise(self) -> str:
        added, removed = self._changes()
        return tr("Thêm {added}, bỏ {removed}", added=len(added), removed=len(removed))

    def act(self) -> None:
        self.requested.emit(*self._changes())
