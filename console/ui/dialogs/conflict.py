"""Asks whom of the police a case concerns: units and officers, found by a few letters without marks (domain.md §5.3, I-05)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.domain.case import Case
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.labels import Heading, PlainLabel
from console.ui.common.options import Option, OptionField
from console.ui.dialogs.base import Question, ReasonField
from console.ui.dialogs.checklist import CheckList
from console.ui.theme import px

UNIT, OFFICER = "unit:", "officer:"
_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Concerned:
    """Whom a case concerns: codes of units, ids of officers, and why."""

    units: tuple[str, ...]
    officers: tuple[str, ...]
    reason: str


class ConflictDialog(Question):
    """A field, a list to tick in, a reason. ``requested(Concerned)``; nobody ticked means that it is not known yet."""

    requested = Signal(object)

    def __init__(
        self, parent: QWidget | None, case: Case, units: Sequence[Option], officers: Sequence[Option]
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            case: the case.
            units: every unit it may be about, by code; the officer's own first.
            officers: every officer with an account, by id; oneself first.

        """
        super().__init__(
            parent,
            tr("Hồ sơ {number} liên quan cán bộ, chiến sĩ?", number=case.number),
            safe_line(case.pseudonym, 60),
            icon="act.reveal",
            verb=tr("Chuyển người ngoài cuộc"),
            tone="orange",
            width=640,
        )
        self.list = CheckList(lines=2)
        self.field = OptionField(
            self.list, tr("Tên đơn vị hoặc cán bộ, gõ không dấu cũng được"), tr("Liên quan ai")
        )
        self.body.addWidget(self.field)
        self.body.addWidget(Heading(tr("Liên quan ai: ↵ để chọn, ↵ lần nữa để bỏ")))
        self.list.set_choices([*_with(UNIT, units), *_with(OFFICER, officers)], ())
        self.list.setMinimumHeight(px(280))
        self.list.changed.connect(self._changed)
        self.body.addWidget(self.list, 1)
        self.chosen = PlainLabel("", "body", weight=600, wrap=True)
        self.body.addWidget(self.chosen)
        self.words = ReasonField(tr("Vì sao"), _LIMIT, hint=tr("Nêu tên ai, ở đoạn nào"), lines=2)
        self.words.edit.textChanged.connect(self.refresh)
        self.body.addWidget(self.words)
        self._titles = {o.code: o.title for o in (*_with(UNIT, units), *_with(OFFICER, officers))}
        self.field.setFocus()
        self._changed()

    def _changed(self) -> None:
        names = [safe_line(self._titles[code], 60) for code in self.list.ticked()]
        self.chosen.setText(
            tr("Liên quan: {names}", names=", ".join(names))
            if names
            else tr("Chưa chọn ai: ghi là chưa rõ liên quan ai")
        )
        self.refresh()

    def trouble(self) -> str:
        if not self.words.text():
            return tr("Thiếu lý do")
        return tr("Lý do dài quá 500 ký tự") if self.words.too_long() else ""

    def promise(self) -> str:
        return tr("Hồ sơ rời màn hình ngay, chỉ chỉ huy và thanh tra không liên quan còn thấy.")

    def act(self) -> None:
        ticked = self.list.ticked()
        self.requested.emit(
            Concerned(
                tuple(code.removeprefix(UNIT) for code in ticked if code.startswith(UNIT)),
                tuple(code.removeprefix(OFFICER) for code in ticked if code.startswith(OFFICER)),
                self.words.text(),
            )
        )


def _with(prefix: str, options: Sequence[Option]) -> list[Option]:
    group = tr("Đơn vị") if prefix == UNIT else tr("Cán bộ")
    return [Option(prefix + one.code, one.title, one.detail, group=group, words=one.words) for one in options]
