"""Putting a case to sleep until a time, with a reason (features B-08)."""

from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, QTime, Signal
from PySide6.QtWidgets import QButtonGroup, QDateTimeEdit, QHBoxLayout, QWidget

from console.domain.case import Case
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import PillButton
from console.ui.common.labels import Heading
from console.ui.common.times import VIETNAM, clock_text, date_text, local
from console.ui.dialogs.base import Question, ReasonField, indent_digits
from console.ui.theme import px

_MINUTE = 60_000
_HOUR = 60 * _MINUTE
_LONGEST_MS = 30 * 24 * _HOUR


def _at_clock(now_ms: int, hour: int, *, tomorrow: bool) -> int:
    day = local(now_ms) + timedelta(days=1 if tomorrow else 0)
    return round(day.replace(hour=hour, minute=0, second=0, microsecond=0).timestamp() * 1000)


class SnoozeDialog(Question):
    """Asks until when and why. ``requested(int, str)`` carries UTC ms and the reason."""

    # An ``int`` signal would cut a time in ms to 32 bits.
    requested = Signal(object, str)

    def __init__(self, parent: QWidget | None, case: Case, now_ms: int) -> None:
        super().__init__(
            parent,
            tr("Nhắc lại {number} lúc nào?", number=case.number),
            safe_line(case.pseudonym, 60),
            icon="alarm-clock",
            verb=tr("Hẹn nhắc lại"),
            verb_icon="alarm-clock",
        )
        self._now = now_ms
        self.body.addWidget(Heading(tr("Nhắc lại lúc")))
        row = QHBoxLayout()
        row.setSpacing(px(6))
        self._group = QButtonGroup(self)
        choices = (
            (tr("30 phút nữa"), now_ms + 30 * _MINUTE),
            (tr("1 giờ nữa"), now_ms + _HOUR),
            (tr("3 giờ nữa"), now_ms + 3 * _HOUR),
            (tr("07:00 sáng mai"), _at_clock(now_ms, 7, tomorrow=True)),
        )
        self.pills: list[PillButton] = []
        for words, at in choices:
            pill = PillButton(words)
            pill.clicked.connect(lambda _on=False, chosen=at: self.set_until(chosen))
            self._group.addButton(pill)
            self.pills.append(pill)
            row.addWidget(pill)
        row.addStretch(1)
        self.body.addLayout(row)
        self.when = QDateTimeEdit()
        indent_digits(self.when)
        self.when.setDisplayFormat("HH:mm dd/MM/yyyy")
        self.when.setAccessibleName(tr("Giờ nhắc lại"))
        self.body.addWidget(self.when)
        self.reason = ReasonField(tr("Lý do"), 500, lines=2)
        self.body.addWidget(self.reason)
        self.set_until(choices[1][1])
        self.pills[1].setChecked(True)
        self.when.dateTimeChanged.connect(self.refresh)
        self.reason.edit.textChanged.connect(self.refresh)
        self.refresh()
        self.pills[1].setFocus()

    def set_until(self, at_ms: int) -> None:
        """Put a time (UTC ms) into the field, as Vietnam's clock shows it."""
        then = local(at_ms)
        self.when.setDateTime(
            QDateTime(QDate(then.year, then.month, then.day), QTime(then.hour, then.minute))
        )

    def until(self) -> int:
        """Return the chosen time in UTC ms."""
        date, time = self.when.date(), self.when.time()
        then = datetime(date.year(), date.month(), date.day(), time.hour(), time.minute(), tzinfo=VIETNAM)
        return round(then.timestamp() * 1000)

    def trouble(self) -> str:
        if self.until() <= self._now:
            return tr("Giờ nhắc lại đã qua, chọn giờ khác")
        if self.until() - self._now > _LONGEST_MS:
            return tr("Nhắc lại trong vòng 30 ngày")
        if not self.reason.text():
            return tr("Thiếu lý do")
        return tr("Lý do dài quá 500 ký tự") if self.reason.too_long() else ""

    def promise(self) -> str:
        at = self.until()
        return tr(
            "Chuông nhắc và hồ sơ đứng đầu nhóm lúc {time} ngày {date}, hoặc ngay khi công dân nhắn. Hạn xử lý vẫn chạy.",
            time=clock_text(at),
            date=date_text(at),
        )

    def act(self) -> None:
        self.requested.emit(self.until(), self.reason.text())
