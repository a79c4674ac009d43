"""Closing a case: how it ended, and why where the register asks for it (features B-03)."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.domain.case import OUTCOME_NAMES, REASON_NEEDED, Case, Outcome
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.labels import Heading
from console.ui.common.options import Option, OptionList
from console.ui.dialogs.base import Question, ReasonField
from console.ui.dialogs.digits import DigitField
from console.ui.theme import px


class CloseDialog(Question):
    """Asks for an outcome, and a reason where it needs one. ``requested(Outcome, str)``."""

    requested = Signal(object, str)

    def __init__(
        self,
        parent: QWidget | None,
        case: Case,
        *,
        unsettled: int = 0,
        second: Callable[[Outcome], str] = lambda _outcome: "",
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            case: the case to close.
            unsettled: replies whose fate is open; a case with one cannot be closed.
            second: tells why a second officer must sign for an outcome, "" where nobody must.

        """
        super().__init__(
            parent,
            tr("Đóng {number}?", number=case.number),
            safe_line(case.pseudonym, 60),
            icon="act.close",
            verb=tr("Đóng hồ sơ"),
            verb_icon="act.close",
            width=560,
        )
        self._case, self._unsettled, self._second = case, unsettled, second
        self.list = OptionList(radio=True, marks="mark")
        self.field = DigitField(self.list, tr("Số 1–9, hoặc gõ không dấu"), tr("Tìm kết quả xử lý"))
        options = [
            Option(
                outcome.value,
                said(OUTCOME_NAMES[outcome]),
                tr("cần ghi lý do") if outcome in REASON_NEEDED else "",
                keys=(str(number),),
            )
            for number, outcome in enumerate(Outcome, 1)
        ]
        self.body.addWidget(Heading(tr("Kết quả xử lý")))
        self.body.addWidget(self.field)
        self.list.set_options(options)
        self.list.setFixedHeight(px(38) * len(options) + px(2))
        self.list.select_none()
        self.list.moved.connect(self._on_moved)
        self.field.digit.connect(self._on_digit)
        self.body.addWidget(self.list)
        self.reason = ReasonField(tr("Lý do"), 1_000, lines=2)
        self.reason.edit.textChanged.connect(self.refresh)
        self.body.addWidget(self.reason)
        self.field.setFocus()
        self.refresh()

    def _on_digit(self, number: int) -> None:
        self.list.select(list(Outcome)[number - 1].value)

    def _on_moved(self) -> None:
        self.refresh()
        if self.outcome() in REASON_NEEDED and not self.field.text():
            self.reason.edit.setFocus()

    def outcome(self) -> Outcome | None:
        """Return the outcome chosen."""
        option = self.list.current()
        return Outcome(option.code) if option is not None else None

    def trouble(self) -> str:
        outcome = self.outcome()
        if self._unsettled:
            return tr(
                "Còn {count} tin chưa rõ hoặc chưa gửi xong – xử lý trước khi đóng", count=self._unsettled
            )
        if outcome is None:
            return tr("Thiếu kết quả xử lý")
        if outcome in REASON_NEEDED and not self.reason.text():
            return tr("Thiếu lý do")
        if self.reason.too_long():
            return tr("Lý do dài quá 1.000 ký tự")
        if outcome is Outcome.ANSWERED and not self._case.last_outbound_at:
            return tr("Chưa có tin nào tới công dân, chọn kết quả khác")
        return ""

    def refresh(self) -> None:
        """Say of what is only proposed that it is."""
        outcome = self.outcome()
        proposes = outcome is not None and bool(self._second(outcome))
        self.verb.set_label(tr("Đề nghị đóng") if proposes else tr("Đóng hồ sơ"))
        super().refresh()

    def promise(self) -> str:
        outcome = self.outcome()
        reason = self._second(outcome) if outcome is not None else ""
        if reason:
            return tr("Hồ sơ chưa đóng cho tới khi người khác ký: {reason}.", reason=reason)
        if not self._case.answered:
            return tr("Công dân không nhận thông báo. Tin cuối của công dân chưa được trả lời.")
        return tr("Công dân không nhận thông báo.")

    def act(self) -> None:
        outcome = self.outcome()
        if outcome is not None:
            self.requested.emit(outcome, self.reason.text())
