"""A case that is on its way to another unit, or must be reported at once: what can be done now, a digit each (officer-day.md §3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.case import Case, UrgentReport
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.clipboard import copy_private
from console.ui.common.labels import Glyph, Heading, Line, PlainLabel, PlainView
from console.ui.common.options import Option, OptionList
from console.ui.common.times import clock_text, span_text
from console.ui.dialogs.base import Question
from console.ui.dialogs.digits import DigitField
from console.ui.theme import px


class PendingDialog(Question):
    """Offers the acts; ``requested(str)`` carries the code of the chosen one. A digit chooses at once."""

    requested = Signal(str)

    def __init__(
        self, parent: QWidget | None, case: Case, acts: Sequence[Option], trail: str, waiting: str
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            case: the case.
            acts: what can be done, in the order of their digits.
            trail: where the case went, in one line.
            waiting: one line about what is waited for.

        """
        super().__init__(
            parent,
            tr("Chuyển cấp {number}", number=case.number),
            waiting,
            icon="act.escalate",
            verb=tr("Làm việc đã chọn"),
            width=560,
        )
        if trail:
            self.body.addWidget(PlainLabel(safe_line(trail, 400), "small", "text2", wrap=True))
        self._acts = list(acts)
        self.list = OptionList(lines=2, radio=True, marks="mark")
        self.field = DigitField(self.list, tr("Số 1–9, hoặc gõ không dấu"), tr("Tìm việc"))
        self.field.digit.connect(self._on_digit)
        self.field.entered.connect(self.decide)
        self.body.addWidget(self.field)
        self.list.set_options(
            [
                Option(a.code, a.title, a.detail, keys=(str(number),), enabled=a.enabled)
                for number, a in enumerate(self._acts, 1)
            ]
        )
        self.list.setFixedHeight(px(56) * len(self._acts) + px(2))
        self.list.moved.connect(self.refresh)
        self.body.addWidget(self.list)
        self.field.setFocus()
        self.refresh()

    def _on_digit(self, number: int) -> None:
        if number <= len(self._acts) and self.list.select(self._acts[number - 1].code):
            current = self.list.current()
            if current is not None and current.code == self._acts[number - 1].code:
                self.decide()

    def trouble(self) -> str:
        return "" if self.list.current() is not None else tr("Chọn một việc")

    def act(self) -> None:
        current = self.list.current()
        if current is not None:
            self.requested.emit(current.code)


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One line of the urgent report. ``done`` is «đã điện lúc …» or "", ``due_at`` when it must be done (UTC ms, 0 = now)."""

    code: str
    words: str
    done: str
    due_at: int


def report_lines(
    steps: Sequence[tuple[str, str]],
    report: UrgentReport | None,
    dues: dict[str, int],
    met: Mapping[str, int] | None = None,
) -> list[ReportLine]:
    """Return the checklist.

    Args:
        steps: code and words of each.
        report: what was stamped, ``None`` while nobody has opened it.
        dues: when each is due (UTC ms) where it has a clock.
        met: when the duty was done in another way (UTC ms), by handing the case over.

    """
    lines = []
    for code, words in steps:
        stamp = report.stamp(code) if report else None
        said = ""
        if stamp is not None:
            said = tr("đã làm lúc {time}", time=clock_text(stamp.at))
            if code == "phone":
                said = tr("đã điện lúc {time}", time=clock_text(stamp.at))
            if stamp.to_whom:
                said = f"{said} · {safe_line(stamp.to_whom, 60)}"
        elif met and code in met:
            said = tr("xong lúc {time}, khi chuyển hồ sơ", time=clock_text(met[code]))
        lines.append(ReportLine(code, words, said, dues.get(code, 0)))
    return lines


class UrgentDialog(Question):
    """The checklist of an urgent report (features E-05). A digit stamps a line; the draft can be taken along.

    ``requested(str, str)`` carries the kind of matter and the code of the step to stamp, either may be "": a step is stamped
    though no kind was chosen yet.
    """

    requested = Signal(str, str)

    def __init__(
        self,
        parent: QWidget | None,
        case: Case,
        kinds: Sequence[Option],
        lines: Sequence[ReportLine],
        draft: str,
        now_ms: int,
        *,
        suggested: str = "",
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            case: the case.
            kinds: the list of matters that must be reported at once.
            lines: the checklist as it stands.
            draft: the pre-filled report.
            now_ms: UTC.
            suggested: kind that the case's tags point to, or the one chosen before.

        """
        report = case.urgent_report
        since = tr("mở lúc {time}", time=clock_text(report.at)) if report else tr("chưa mở")
        if report is not None and not report.kind:
            since = tr("mở lúc {time}, chưa chọn loại việc", time=clock_text(report.at))
        super().__init__(
            parent,
            tr("Báo cáo khẩn {number}", number=case.number),
            since,
            icon="sev.khan",
            verb=tr("Ghi loại việc"),
            width=760,
            tone="red",
        )
        self._lines = list(lines)
        columns = QHBoxLayout()
        columns.setSpacing(px(20))
        left = QVBoxLayout()
        left.setSpacing(px(6))
        left.addWidget(Heading(tr("Việc phải làm")))
        for number, line in enumerate(self._lines, 1):
            left.addLayout(self._line(number, line, now_ms))
        left.addSpacing(px(8))
        left.addWidget(Heading(tr("Loại việc trong danh mục")))
        self.list = OptionList(radio=True, marks="mark")
        self.list.set_options(list(kinds))
        self.list.setMinimumHeight(px(38) * len(kinds) + px(2))
        chosen = (report.kind if report else "") or suggested
        if not (chosen and self.list.select(chosen)):
            self.list.select_none()
        self.list.moved.connect(self.refresh)
        left.addWidget(self.list)
        left.addStretch(1)
        columns.addLayout(left, 1)
        columns.addWidget(Line("border", vertical=True))
        right = QVBoxLayout()
        right.setSpacing(px(6))
        right.addWidget(Heading(tr("Bản nháp báo cáo, đã điền sẵn")))
        self.draft = PlainView(draft, "body")
        self.draft.setAccessibleName(tr("Bản nháp báo cáo, đã điền sẵn"))
        self.draft.setMinimumHeight(px(220))
        right.addWidget(self.draft, 1)
        copy = ActionButton(tr("Sao chép bản nháp"), "act.copy", "plain", small=True)
        copy.clicked.connect(lambda: copy_private(draft))
        right.addWidget(copy, alignment=Qt.AlignmentFlag.AlignRight)
        columns.addLayout(right, 1)
        self.body.addLayout(columns)
        self.prefer_height(px(660))
        self.setFocus()
        self.refresh()

    def _line(self, number: int, line: ReportLine, now_ms: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(Glyph("sla.done" if line.done else "sla.ok", "greenText" if line.done else "text3"))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(PlainLabel(safe_line(line.words, 120), "body", weight=500, wrap=True))
        if line.done:
            words, tone = line.done, "greenText"
        elif line.due_at:
            late = line.due_at <= now_ms
            left = span_text(line.due_at - now_ms)
            words = tr("quá {span}", span=left) if late else tr("còn {span}", span=left)
            tone = "redText" if late else "orangeText"
        elif line.code == "phone":
            words, tone = tr("làm ngay"), "redText"
        else:
            words, tone = tr("tính từ lúc mở báo cáo"), "text2"
        column.addWidget(PlainLabel(safe_line(words, 160), "small", tone))
        row.addLayout(column, 1)
        if not line.done:
            stamp = ActionButton(
                tr("Đã điện") if line.code == "phone" else tr("Đã làm"), "act.approve", "plain", str(number)
            )
            stamp.setAccessibleName(safe_line(f"{stamp.text()}: {line.words}", 200))
            stamp.clicked.connect(lambda: self._stamp(line.code))
            row.addWidget(stamp)
        return row

    def _stamp(self, code: str) -> None:
        self.requested.emit(self._kind(), code)
        self.accept()

    def _kind(self) -> str:
        current = self.list.current()
        return current.code if current is not None else ""

    def trouble(self) -> str:
        return "" if self._kind() else tr("Chọn loại việc")

    def promise(self) -> str:
        return tr("Giờ bấm vào nhật ký; hai thời hạn chạy từ lúc mở báo cáo.")

    def act(self) -> None:
        self.requested.emit(self._kind(), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and 1 <= number <= len(self._lines) and not self._lines[number - 1].done:
            self._stamp(self._lines[number - 1].code)
        else:
            super().keyPressEvent(event)
