"""Handing a case to another unit: who, by when, with what words, and what they will see (png 04, features E-01…E-04)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.actions.releasing import Releasable
from console.domain.case import Case
from console.domain.release import FileRelease
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton, PillButton
from console.ui.common.chips import severity_chip
from console.ui.common.labels import Glyph, Heading, Line, PlainLabel
from console.ui.common.names import Names
from console.ui.common.options import Option, OptionField, OptionList
from console.ui.common.sharing import told_line
from console.ui.common.times import clock_text, local, row_time
from console.ui.dialogs.base import Question, ReasonField
from console.ui.dialogs.file_choices import FileChoices
from console.ui.dialogs.transfer_preview import PreviewPanel, TransferPreview
from console.ui.theme import px

_MINUTE = 60_000
_HOUR = 60 * _MINUTE
_REASON_LIMIT = 1_000


INFO = "INFO"
"""The request «Để biết»: the unit gets to know and answers for nothing."""


@dataclass(frozen=True, slots=True)
class TransferAsk:
    """What an officer decided: one unit that answers for the case, any number that only get to know.

    ``request`` is a code of the data or ``INFO``; ``respond_by`` is when the unit is to report back (UTC ms);
    ``tell_citizen`` asks for an answer to the citizen to be put into the composer, never sent by itself.
    """

    to_unit: str
    reason: str
    respond_by: int
    info_units: tuple[str, ...]
    request: str = ""
    tell_citizen: bool = False
    files: tuple[FileRelease, ...] = ()
    """How each file of a sealed matter goes."""


def due_choices(now_ms: int) -> tuple[tuple[str, int], ...]:
    """Return the offered deadlines as (words, UTC ms): spans, and the end of Vietnam's day."""
    evening = local(now_ms).replace(hour=23, minute=59, second=0, microsecond=0)
    return (
        (tr("15 phút"), now_ms + 15 * _MINUTE),
        (tr("1 giờ"), now_ms + _HOUR),
        (tr("4 giờ"), now_ms + 4 * _HOUR),
        (tr("Trong ngày"), round(evening.timestamp() * 1000)),
        (tr("24 giờ"), now_ms + 24 * _HOUR),
    )


class TransferDialog(Question):
    """Unit at the left, conditions at the right. ``requested(TransferAsk)``."""

    requested = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        case: Case,
        names: Names,
        units: Sequence[Option],
        now_ms: int,
        *,
        suggested: str = "",
        reason: str = "",
        requests: Sequence[Option] = (),
        preview: TransferPreview | None = None,
        accept_minutes: int = 0,
        citizen_words: str = "",
        files: Sequence[Releasable] = (),
        barred: str = "",
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            case: the case.
            names: names of codes.
            units: every unit that can receive; ``detail`` says who is on duty, ``chip`` why it fits.
            now_ms: the time deadlines count from, UTC.
            suggested: code of the unit the machine proposes; it is current at once.
            reason: words for the unit to start with.
            requests: what can be asked of it, beside «Để biết»; ``detail`` explains.
            preview: what the unit will see; without it nothing can be looked at.
            accept_minutes: how long the unit has to accept, for the foot; 0 = not said.
            citizen_words: what would be put into the composer for the citizen; "" offers nothing.
            files: the files of a sealed matter, of which it is to be said how each goes.
            barred: why the case may not be handed on now, "" where it may; a unit may be let know of it all the same.

        """
        received = tr("nhận {time}", time=row_time(case.opened_at, now_ms)) if case.opened_at else ""
        chip = severity_chip(case.priority)
        level = chip.text if chip else ""
        about = " · ".join(filter(None, (names.category(case.category), level, received)))
        super().__init__(
            parent,
            tr("Chuyển hồ sơ {number}", number=case.number),
            about,
            icon="act.escalate",
            verb=tr("Chuyển hồ sơ"),
            verb_icon="act.escalate",
            width=940,
        )
        self._units = {unit.code: unit for unit in units}
        self._now = now_ms
        self._info: list[str] = []
        self._due = 0
        self._accept_minutes = accept_minutes
        self._citizen_words = citizen_words
        self._preview = preview
        self._barred = barred
        self.choices = FileChoices(files, now_ms) if files else None
        columns = QHBoxLayout()
        columns.setSpacing(px(24))
        columns.addLayout(self._left(units), 1)
        columns.addWidget(Line("border", vertical=True))
        self._stack = QStackedWidget()
        right = QWidget()
        right.setLayout(self._right(case, requests))
        self._stack.addWidget(right)
        if preview is not None:
            self._stack.addWidget(PreviewPanel(preview, self.choices))
        columns.addWidget(self._stack, 1)
        self.body.addLayout(columns)
        self.prefer_height(px(700))
        self.reason.edit.setPlainText(reason)
        if suggested:
            self.list.select(suggested)
        if self.choices is not None:
            self.choices.changed.connect(self.refresh)
        for signal in (self.reason.edit.textChanged, self.list.moved, self.field.textChanged):
            signal.connect(self.refresh)
        self.field.entered.connect(self._on_entered)
        self.field.setFocus()
        self.refresh()

    def _left(self, units: Sequence[Option]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(px(8))
        column.addWidget(Heading(tr("Đơn vị nhận")))
        self.list = OptionList(lines=2, radio=True, marks="mark")
        self.list.set_options(units)
        self.field = OptionField(self.list, tr("Tìm đơn vị, gõ không dấu cũng được"), tr("Đơn vị nhận"))
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        total = tr("{count} đơn vị nhận được hồ sơ", count=len(units))
        row.addWidget(PlainLabel(total, "small", "text3"), 1)
        if self._preview is not None:
            words = tr("Xem bản đơn vị thấy, chọn tệp") if self.choices else tr("Xem bản đơn vị thấy")
            look = ActionButton(words, "act.reveal", "quiet", small=True)
            look.setCheckable(True)
            look.toggled.connect(self.show_preview)
            row.addWidget(look)
        column.addLayout(row)
        return column

    def _right(self, case: Case, requests: Sequence[Option]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self._add_requests(column, requests)
        self._add_due(column, case)
        self.reason = ReasonField(tr("Lời nhắn cho đơn vị"), _REASON_LIMIT, lines=3)
        column.addWidget(self.reason)
        column.addSpacing(px(4))
        self._add_info_units(column)
        column.addStretch(1)
        self._add_promises(column)
        return column

    def _add_requests(self, column: QVBoxLayout, requests: Sequence[Option]) -> None:
        """Offer what can be asked of the unit; the first is chosen."""
        self.requests: dict[str, QRadioButton] = {}
        if not requests:
            return
        column.addWidget(Heading(tr("Yêu cầu")))
        group = QButtonGroup(self)
        info = Option(INFO, tr("Để biết"), tr("Không tính hạn, không chịu trách nhiệm"))
        for option in (*requests, info):
            button = QRadioButton(safe_line(option.title, 80))
            button.setAccessibleDescription(safe_line(option.detail, 160))
            group.addButton(button)
            self.requests[option.code] = button
            button.toggled.connect(self._on_request)
            row = QHBoxLayout()
            row.setSpacing(px(8))
            row.addWidget(button)
            row.addWidget(PlainLabel(safe_line(option.detail, 160), "small", "text2", elided=True), 1)
            column.addLayout(row)
        next(iter(self.requests.values())).setChecked(True)
        column.addSpacing(px(4))

    def _add_due(self, column: QVBoxLayout, case: Case) -> None:
        row = QHBoxLayout()
        row.addWidget(Heading(tr("Hạn phản hồi")), 1)
        self.due_label = PlainLabel("", "small", "text2")
        row.addWidget(self.due_label)
        column.addLayout(row)
        pills = QHBoxLayout()
        pills.setSpacing(px(6))
        self.pills: list[PillButton] = []
        group = QButtonGroup(self)
        for words, at in due_choices(self._now):
            pill = PillButton(words)
            pill.clicked.connect(lambda _on=False, chosen=at: self._set_due(chosen))
            group.addButton(pill)
            self.pills.append(pill)
            pills.addWidget(pill)
        pills.addStretch(1)
        column.addLayout(pills)
        first = {"P1": 0, "P2": 1}.get(case.priority, 3)
        self.pills[first].setChecked(True)
        self._set_due(due_choices(self._now)[first][1])
        column.addSpacing(px(4))

    def _add_info_units(self, column: QVBoxLayout) -> None:
        self.info_head = Heading(tr("Đơn vị để biết – không tính hạn, không chịu trách nhiệm"))
        column.addWidget(self.info_head)
        self.info_list = OptionList(marks="mark")
        self.info_list.set_options(list(self._units.values()), limit=3)
        self.info_list.setFixedHeight(px(38) * 3 + px(2))
        self.info_list.hide()
        self.info_field = OptionField(self.info_list, tr("Thêm đơn vị để biết"), tr("Thêm đơn vị để biết"))
        self.info_field.textChanged.connect(lambda text: self.info_list.setVisible(bool(text.strip())))
        self.info_list.picked.connect(self._add_info)
        column.addWidget(self.info_field)
        column.addWidget(self.info_list)
        self._info_row = QVBoxLayout()
        self._info_row.setSpacing(px(4))
        column.addLayout(self._info_row)

    def _add_promises(self, column: QVBoxLayout) -> None:
        """Say what goes along and what never does; both are rules and no choices, so neither is a box to tick."""
        if self._preview is not None and self._preview.sealed:
            self.along = PlainLabel("", "small", "text2", wrap=True)
            row = QHBoxLayout()
            row.setSpacing(px(8))
            row.addWidget(Glyph("act.attach"), alignment=Qt.AlignmentFlag.AlignTop)
            row.addWidget(self.along, 1)
            column.addLayout(row)
        elif self._preview is not None and self._preview.attached:
            column.addLayout(
                _fact("act.attach", tr("Gửi kèm {what}", what=safe_line(self._preview.attached, 120)))
            )
        masked = tr("Giấu tên và số điện thoại người báo tin – bắt buộc; cần thì xin xem, có lý do")
        column.addLayout(_fact("act.note", masked))
        self.tell = QCheckBox(tr("Soạn sẵn tin báo công dân đã chuyển đơn vị"))
        self.tell.setVisible(bool(self._citizen_words))
        self.tell.setChecked(bool(self._citizen_words))
        column.addWidget(self.tell)
        if self._citizen_words:
            quoted = tr("“{words}” – bạn xem rồi mới gửi", words=told_line(self._citizen_words, 120))
            column.addWidget(PlainLabel(quoted, "small", "text2", wrap=True))

    def show_preview(self, shown: bool) -> None:
        """Show what the unit will see in the place of the conditions, or the conditions again."""
        if self._preview is not None:
            self._stack.setCurrentIndex(int(shown))

    def request(self) -> str:
        """Return what is asked of the unit, "" where nothing can be chosen."""
        return next((code for code, button in self.requests.items() if button.isChecked()), "")

    def _on_request(self) -> None:
        info_only = self.request() == INFO
        if hasattr(self, "info_field"):
            for widget in (*self.pills, self.due_label, self.info_head, self.info_field, self.tell):
                widget.setEnabled(not info_only)
            self.refresh()

    def _set_due(self, at_ms: int) -> None:
        self._due = at_ms
        day = row_time(at_ms, self._now)
        same_day = local(at_ms).date() == local(self._now).date()
        time = clock_text(at_ms)
        words = (
            tr("trước {time} hôm nay", time=time)
            if same_day
            else tr("trước {time} {day}", time=time, day=day)
        )
        self.due_label.setText(words)

    def _add_info(self, code: str) -> None:
        if code not in self._info:
            self._info.append(code)
            name = safe_line(self._units[code].title, 60)
            button = ActionButton(name, "act.remove", "quiet", small=True)
            button.setAccessibleName(tr("Bỏ {unit} khỏi đơn vị để biết", unit=name))
            button.clicked.connect(lambda: self._drop_info(code, button))
            self._info_row.addWidget(button)
        self.info_field.clear()
        self.refresh()

    def _drop_info(self, code: str, button: ActionButton) -> None:
        self._info.remove(code)
        self._info_row.removeWidget(button)
        button.deleteLater()
        self.refresh()

    def _on_entered(self) -> None:
        if self.trouble():
            self.reason.edit.setFocus()
        else:
            self.decide()

    def trouble(self) -> str:
        if self._barred and self.request() != INFO:
            return self._barred
        unit = self.list.current()
        if unit is None:
            return tr("Thiếu đơn vị nhận")
        if not self.reason.text():
            return tr("Thiếu lời nhắn cho đơn vị")
        if self.reason.too_long():
            return tr("Lời nhắn dài quá 1.000 ký tự")
        if unit.code in self._info:
            return tr("Đơn vị nhận không thể đồng thời chỉ để biết")
        return self.choices.trouble() if self.choices is not None else ""

    def refresh(self) -> None:
        """Enable the verb, or say beside it what is missing; say which files go along."""
        if self._preview is not None and self._preview.sealed:
            none = tr("Không có tệp nào gửi kèm")
            self.along.setText(self.choices.summary() if self.choices is not None else none)
        super().refresh()

    def promise(self) -> str:
        if self.request() == INFO:
            return tr("Đơn vị đọc được hồ sơ. Bạn vẫn giữ việc; hạn không đổi.")
        seen = tr("Đơn vị thấy: nội dung, ảnh, vị trí, nhãn. Không thấy: danh tính, ghi chú nội bộ.")
        if self._preview is not None and self._preview.sealed:
            seen = tr("Đơn vị thấy: nội dung đã che, tệp bạn chọn, vị trí, nhãn. Không thấy: danh tính.")
        kept = tr("Bạn vẫn chịu trách nhiệm đến khi đơn vị tiếp nhận.")
        if self._accept_minutes:
            kept = tr(
                "Bạn vẫn chịu trách nhiệm đến khi đơn vị tiếp nhận; sau {count} phút không nhận thì hồ sơ về lại, có chuông.",
                count=self._accept_minutes,
            )
        return f"{seen}\n{kept}"

    def act(self) -> None:
        unit = self.list.current()
        if unit is None:
            return
        info_only = self.request() == INFO
        self.requested.emit(
            TransferAsk(
                unit.code,
                self.reason.text(),
                0 if info_only else self._due,
                () if info_only else tuple(self._info),
                self.request(),
                bool(self._citizen_words) and self.tell.isChecked() and not info_only,
                self.choices.releases() if self.choices is not None else (),
            )
        )


def _fact(icon: str, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(8))
    row.addWidget(Glyph(icon), alignment=Qt.AlignmentFlag.AlignTop)
    row.addWidget(PlainLabel(words, "small", "text2", wrap=True), 1)
    return row
