"""What the register asks for, by question: when it happened, what is to be done, the slip's number (domain.md §6)."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from console.actions.classification import DEED_TIME_LIMIT
from console.actions.directing import FOLLOWED_LIMIT, INSTRUCTION_LIMIT
from console.actions.transfers import DOCUMENT_LIMIT
from console.domain.crime import Paper
from console.domain.instruction import Instruction
from console.domain.numerals import number_text
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import Heading, PlainLabel
from console.ui.common.sharing import told_line
from console.ui.common.times import clock_text, date_text
from console.ui.dialogs.base import Question, ReasonField
from console.ui.dialogs.papers import beside, day_trouble, line_field, paper_fields, parse_day


class DeedTimeDialog(Question):
    """Asks when it happened. ``recorded(str)`` carries the words, "" to take them back."""

    recorded = Signal(str)

    def __init__(self, parent: QWidget | None, number: str, known: str, place: str) -> None:
        """Take the case's number, what was written before, and where it happened, "" where nobody said."""
        super().__init__(
            parent,
            tr("Thời gian xảy ra của {number}", number=safe_line(number, 40)),
            tr("Nơi xảy ra: {place}", place=told_line(place, 120)) if place else tr("Chưa ghi nơi xảy ra"),
            icon="clock",
            verb=tr("Ghi vào hồ sơ"),
            verb_icon="act.approve",
        )
        self._known = known
        self.words = line_field(tr("Thời gian xảy ra"), known)
        self.words.setPlaceholderText(tr("Ví dụ: khoảng 22 giờ ngày 14/03/2026"))
        self.words.setMaxLength(DEED_TIME_LIMIT)
        self.words.textChanged.connect(self.refresh)
        self.body.addWidget(Heading(tr("Thời gian xảy ra")))
        self.body.addWidget(self.words)
        self.body.addWidget(
            PlainLabel(
                tr("Ghi đúng như người báo tin nói; không đoán giờ. Để trống nếu chưa rõ."),
                "small",
                "text2",
                wrap=True,
            )
        )
        self.words.setFocus()
        self.refresh()

    def trouble(self) -> str:
        return "" if self.words.text().strip() != self._known else tr("Chưa thay đổi gì")

    def promise(self) -> str:
        return tr("Vào sổ tiếp nhận và lịch sử. Hoàn tác được.")

    def act(self) -> None:
        self.recorded.emit(self.words.text().strip())


class InstructionDialog(Question):
    """Shows what was instructed and asks for one more.

    ``given(str)`` carries the words; ``follow_wanted(Instruction)`` asks for what was done on one.
    """

    given = Signal(str)
    follow_wanted = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        number: str,
        known: Sequence[Instruction],
        called: Mapping[str, str],
        *,
        may_write: bool,
        may_follow: bool = False,
    ) -> None:
        """Take the case's number, its instructions, officers' names by id.

        Without ``may_write`` none can be added, without ``may_follow`` nobody says here what was done on one.
        """
        super().__init__(
            parent,
            tr("Ý kiến chỉ đạo về {number}", number=safe_line(number, 40)),
            tr("Người xử lý đọc trong hồ sơ; in trong sổ tiếp nhận, phiếu chuyển, biên bản giao ca."),
            icon="megaphone",
            verb=tr("Ghi ý kiến"),
            verb_icon="act.approve",
        )
        self._may_write = may_write
        self.lines = [PlainLabel(_instruction_line(one, called), "body", wrap=True) for one in known]
        self.follows: list[ActionButton] = []
        for one, label in zip(known, self.lines, strict=True):
            self.body.addWidget(label)
            if one.done:
                self.body.addWidget(PlainLabel(_done_line(one, called), "small", "greenText", wrap=True))
            elif may_follow:
                button = ActionButton(tr("Báo đã làm…"), "check", "link")
                button.clicked.connect(lambda _on=False, one=one: self._follow(one))
                self.follows.append(button)
                self.body.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        if not known:
            self.body.addWidget(PlainLabel(tr("Chưa có ý kiến chỉ đạo nào."), "body", "text2"))
        self.words = ReasonField(tr("Ý kiến mới"), INSTRUCTION_LIMIT, lines=3)
        self.words.edit.textChanged.connect(self.refresh)
        self.words.setVisible(may_write)
        self.body.addWidget(self.words)
        (self.words.edit if may_write else self.cancel).setFocus()
        self.refresh()

    def _follow(self, one: Instruction) -> None:
        # The next question opens when this one has gone: the keyboard belongs to one of them.
        self.finished.connect(lambda _result: self.follow_wanted.emit(one))
        self.reject()

    def trouble(self) -> str:
        if not self._may_write:
            return tr("Vai trò của bạn chỉ xem được")
        if self.words.too_long():
            return tr("Ý kiến dài quá {count} ký tự", count=number_text(INSTRUCTION_LIMIT))
        return "" if self.words.text() else tr("Chưa có ý kiến")

    def promise(self) -> str:
        return tr("Ghi kèm tên bạn và giờ. Ý kiến trước vẫn còn; tên, số của người báo tin được che.")

    def act(self) -> None:
        self.given.emit(self.words.text())


def _instruction_line(one: Instruction, called: Mapping[str, str]) -> str:
    return tr(
        "{time}, {day} · {name}: {words}",
        time=clock_text(one.at),
        day=date_text(one.at),
        name=safe_line(called.get(one.by, one.by), 60),
        words=told_line(one.words, INSTRUCTION_LIMIT),
    )


def _done_line(one: Instruction, called: Mapping[str, str]) -> str:
    return tr(
        "Đã làm {time}, {day} · {name}: {words}",
        time=clock_text(one.done_at),
        day=date_text(one.done_at),
        name=safe_line(called.get(one.done_by, one.done_by), 60),
        words=told_line(one.done, FOLLOWED_LIMIT),
    )


class FollowedDialog(Question):
    """Asks what was done on an instruction. ``followed(str)`` carries the words."""

    followed = Signal(str)

    def __init__(
        self, parent: QWidget | None, number: str, one: Instruction, called: Mapping[str, str]
    ) -> None:
        """Take the case's number, the instruction, officers' names by id."""
        super().__init__(
            parent,
            tr("Đã làm gì theo ý kiến chỉ đạo về {number}?", number=safe_line(number, 40)),
            _instruction_line(one, called),
            icon="check",
            verb=tr("Ghi kết quả"),
            verb_icon="act.approve",
        )
        self.words = ReasonField(tr("Kết quả thực hiện"), FOLLOWED_LIMIT, lines=3)
        self.words.edit.textChanged.connect(self.refresh)
        self.body.addWidget(self.words)
        self.words.edit.setFocus()
        self.refresh()

    def trouble(self) -> str:
        if self.words.too_long():
            return tr("Kết quả dài quá {count} ký tự", count=number_text(FOLLOWED_LIMIT))
        return "" if self.words.text() else tr("Chưa ghi kết quả")

    def promise(self) -> str:
        return tr("Ghi kèm tên bạn và giờ; có trong biên bản giao ca. Tên, số của người báo tin được che.")

    def act(self) -> None:
        self.followed.emit(self.words.text())


class SlipDialog(Question):
    """Asks number and day of the slip by which a case was handed on. ``numbered(str, date)``."""

    numbered = Signal(str, object)

    def __init__(
        self,
        parent: QWidget | None,
        number: str,
        to_unit: str,
        slip: Paper | None,
        *,
        received: date,
        today: date,
    ) -> None:
        """Take the case's number, the unit it went to, what was recorded before, and between which days the slip can lie."""
        super().__init__(
            parent,
            tr("Số phiếu chuyển của {number}", number=safe_line(number, 40)),
            tr("Chuyển {unit}. Số do văn thư cấp; máy chỉ ghi lại.", unit=safe_line(to_unit, 120)),
            icon="forward",
            verb=tr("Ghi vào sổ"),
            verb_icon="act.approve",
        )
        self._received, self._today = received, today
        self.document, self.day = paper_fields(tr("Số phiếu chuyển"), slip, today)
        self.document.setMaxLength(DOCUMENT_LIMIT)
        self.body.addWidget(Heading(tr("Số, ngày phiếu chuyển")))
        self.body.addLayout(beside(self.document, self.day))
        self.body.addStretch(1)
        for field in (self.document, self.day):
            field.textChanged.connect(self.refresh)
        self.document.setFocus()
        self.refresh()

    def trouble(self) -> str:
        if not self.document.text().strip():
            return tr("Thiếu số phiếu chuyển")
        return day_trouble(self.day, self._received, self._today)

    def promise(self) -> str:
        return tr("Ghi vào sổ và lịch sử; phiếu chuyển in ra mang số này")

    def act(self) -> None:
        self.numbered.emit(self.document.text().strip(), parse_day(self.day.text()))
