"""What a change of clocks or holidays is and does: the same for who proposes it and who approves it (domain.md §7, G-03)."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from console.actions.rulebook import PolicyView
from console.domain.numerals import number_text
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.grid import Grid
from console.ui.common.labels import Heading, PlainLabel
from console.ui.dialogs.base import Question, ReasonField
from console.ui.law.change_words import line_row, touched_row
from console.ui.theme import px

_LIMIT = 500
_MOST_ROWS = 4


class PolicyDialog(Question):
    """Shows what is other and what moves, and asks for the ground."""

    requested = Signal(str)

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        detail: str,
        view: PolicyView,
        names: Mapping[str, str],
        *,
        verb: str,
        promise: str,
        label: str = "",
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            title: the question.
            detail: one line about the change.
            view: what it is and does.
            names: of the clocks, by code.
            verb: what the button does.
            promise: what will happen, for the foot.
            label: of the field for words; «Căn cứ» for "".

        """
        super().__init__(
            parent, title, detail, icon="scale", verb=verb, verb_icon="scale", tone="orange", width=940
        )
        self._promise = promise
        self.lines = Grid(
            tr("Nội dung thay đổi"),
            (tr("Quy định"), tr("Loại"), tr("Điều đổi"), tr("Trước"), tr("Sau")),
            (0, 100, 130, 180, 180),
        )
        self._put(tr("Nội dung thay đổi"), self.lines, [line_row(one) for one in view.lines])
        if view.unkept:
            words = tr(
                "Tệp không giữ bản cũ của: {names}. Hồ sơ đang mở cũng đổi hạn theo bản mới.",
                names=", ".join(safe_line(said(name), 80) for name in view.unkept),
            )
            self.body.addWidget(PlainLabel(safe_line(words, 500), "small", "orangeText", wrap=True))
        self.effect = Grid(
            tr("Thay đổi gì"),
            (tr("Thời hạn"), tr("Sớm hơn"), tr("Muộn hơn"), tr("Thêm"), tr("Bỏ")),
            (0, 90, 90, 80, 80),
        )
        self.cases = Grid(
            tr("Hồ sơ bị ảnh hưởng"),
            (tr("Hồ sơ"), tr("Thời hạn"), tr("Hạn trước"), tr("Hạn sau")),
            (130, 0, 190, 190),
        )
        self._show_effect(view, names)
        self._choose()
        self.words = ReasonField(
            label or tr("Căn cứ"), _LIMIT, hint=tr("Số, ngày văn bản hoặc lý do"), lines=2
        )
        self.words.edit.textChanged.connect(self.refresh)
        self.body.addWidget(self.words)
        self._start()
        self.refresh()

    def _show_effect(self, view: PolicyView, names: Mapping[str, str]) -> None:
        """Show what moves: clock by clock to who may read the cases, counted by rule where some are not for him."""
        total = len(view.touched) + view.unseen
        title = tr(
            "Thời hạn của hồ sơ đang mở thay đổi: {total}, trong đó {sooner} sớm hơn, {later} muộn hơn",
            total=number_text(total),
            sooner=number_text(sum(one.sooner for one in view.shifts)),
            later=number_text(sum(one.later for one in view.shifts)),
        )
        if not total:
            words = tr("Không thời hạn nào của hồ sơ đang mở thay đổi.")
            self.body.addWidget(PlainLabel(words, "body", "text2", wrap=True))
        counted = [
            (said(names.get(one.code, one.code)), *map(number_text, counts))
            for one in view.shifts
            for counts in ((one.sooner, one.later, one.begun, one.gone),)
        ]
        self._put(title, self.effect, counted if view.unseen else [])
        rows = [touched_row(one, names) for one in view.touched]
        self._put(tr("Hồ sơ bị ảnh hưởng") if view.unseen else title, self.cases, rows)
        if view.unseen:
            words = tr(
                "và {count} thời hạn của hồ sơ ngoài quyền xem của bạn", count=number_text(view.unseen)
            )
            self.body.addWidget(PlainLabel(words, "small", "text2", wrap=True))

    def _put(self, title: str, grid: Grid, lines: list[tuple[str, ...]]) -> None:
        grid.show_lines(lines)
        grid.setMinimumHeight(px(32) * (1 + min(_MOST_ROWS, len(lines))) + px(6))
        grid.setVisible(bool(lines))
        if lines:
            self.body.addWidget(Heading(title))
        self.body.addWidget(grid, min(_MOST_ROWS, len(lines)))

    def _choose(self) -> None:
        """Offer what is decided here, above the words."""

    def _start(self) -> None:
        self.words.edit.setFocus()

    def trouble(self) -> str:
        if self.words.too_long():
            return tr("Lý do dài quá 500 ký tự")
        return "" if self.words.text() else tr("Thiếu căn cứ")

    def promise(self) -> str:
        return self._promise

    def act(self) -> None:
        self.requested.emit(self.words.text())


class DecideDialog(PolicyDialog):
    """Asks the second person. ``decided(bool, str)``: whether he agrees, and the reason where he does not."""

    decided = Signal(bool, str)

    def _choose(self) -> None:
        self.agree = QRadioButton(tr("Đã xem đủ nội dung trên, đồng ý áp dụng"))
        self.refuse = QRadioButton(tr("Không duyệt, ghi lý do bên dưới"))
        group = QButtonGroup(self)
        for button in (self.agree, self.refuse):
            group.addButton(button)
            self.body.addWidget(button)
        group.buttonClicked.connect(self.refresh)

    def _start(self) -> None:
        self.lines.setFocus()  # he reads from the top

    def trouble(self) -> str:
        if not (self.agree.isChecked() or self.refuse.isChecked()):
            return tr("Chọn duyệt hoặc không duyệt")
        if self.words.too_long():
            return tr("Lý do dài quá 500 ký tự")
        return tr("Thiếu lý do không duyệt") if self.refuse.isChecked() and not self.words.text() else ""

    def promise(self) -> str:
        return (
            super().promise()
            if self.agree.isChecked()
            else tr("Quy định giữ nguyên; người đề nghị thấy lý do.")
        )

    def act(self) -> None:
        self.decided.emit(self.agree.isChecked(), self.words.text())
