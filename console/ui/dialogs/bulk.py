"""Asks what shall be done to the marked cases (features B-07): how many, five of them by name, and what is left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from console.domain.numerals import number_text
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import PillButton
from console.ui.common.labels import Heading, PlainLabel
from console.ui.common.options import Option, OptionField, OptionList
from console.ui.dialogs.base import Question, ReasonField
from console.ui.theme import px

_HOUR = 3_600_000


@dataclass(frozen=True, slots=True)
class BulkChoice:
    """What the officer chose. ``value`` is a tag's, priority's or officer's code; ``hours`` and ``reason`` are of a snooze."""

    kind: str
    value: str = ""
    hours: int = 0
    reason: str = ""


class BulkDialog(Question):
    """One act for many cases. ``requested(BulkChoice)``. It has no way to send anything."""

    requested = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        count: int,
        samples: Sequence[str],
        skipped: Sequence[str],
        tags: Sequence[Option],
        priorities: Sequence[Option],
        officers: Sequence[Option] = (),
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            count: how many cases the act would touch.
            samples: up to five of them, a line each.
            skipped: why the others are left out, a line each.
            tags: every tag.
            priorities: every priority, most urgent first.
            officers: who can be given the cases; without one nothing is offered to assign.

        """
        super().__init__(
            parent,
            tr("Làm gì với {count} hồ sơ?", count=number_text(count)),
            tr("Không gửi gì cho công dân. Hoàn tác được trong 30 giây."),
            icon="act.select",
            verb=tr("Làm với {count} hồ sơ", count=number_text(count)),
            width=660,
        )
        self._count = count
        self._lists = {
            "tag": tuple(tags),
            "untag": tuple(tags),
            "priority": tuple(priorities),
            "assign": tuple(officers),
        }
        self._kind = ""
        self._add_samples(count, samples, skipped)
        self.pills: dict[str, PillButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(px(6))
        for kind, words in (
            ("claim", tr("Nhận việc")),
            ("assign", tr("Phân công")),
            ("release", tr("Trả hàng đợi")),
            ("tag", tr("Gắn nhãn")),
            ("untag", tr("Bỏ nhãn")),
            ("priority", tr("Mức độ")),
            ("snooze", tr("Nhắc lại")),
        ):
            pill = PillButton(words)
            pill.clicked.connect(lambda _on=False, kind=kind: self.choose(kind))
            pill.setVisible(kind != "assign" or bool(officers))
            self._group.addButton(pill)
            self.pills[kind] = pill
            row.addWidget(pill)
        row.addStretch(1)
        self.body.addLayout(row)
        self.list = OptionList()
        self.field = OptionField(self.list, tr("Gõ không dấu cũng được"), tr("Tìm trong danh sách"))
        self.list.setMinimumHeight(px(180))
        self.hours = QWidget()
        self._add_hours()
        self.reason = ReasonField(tr("Lý do"), 500, lines=2)
        for widget in (self.field, self.list, self.hours, self.reason):
            self.body.addWidget(widget)
        self.list.moved.connect(lambda _code: self.refresh())
        self.reason.edit.textChanged.connect(self.refresh)
        self.choose("claim")
        self.pills["claim"].setChecked(True)
        self.pills["claim"].setFocus()

    def _add_samples(self, count: int, samples: Sequence[str], skipped: Sequence[str]) -> None:
        for line in samples:
            self.body.addWidget(PlainLabel(safe_line(line, 160), "small", "text2", elided=True))
        if count > len(samples):
            more = tr("và {count} hồ sơ khác", count=number_text(count - len(samples)))
            self.body.addWidget(PlainLabel(more, "small", "text3"))
        if skipped:
            title = tr("{count} hồ sơ bỏ qua", count=number_text(len(skipped)))
            self.body.addWidget(PlainLabel(title, "small", "orangeText", weight=600))
            for line in skipped[:3]:
                self.body.addWidget(PlainLabel(safe_line(line, 200), "small", "orangeText", wrap=True))
        self.body.addWidget(Heading(tr("Việc")))

    def _add_hours(self) -> None:
        row = QHBoxLayout(self.hours)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        self._hours = 3
        self._hour_group = QButtonGroup(self)
        for hours, words in (
            (1, tr("1 giờ nữa")),
            (3, tr("3 giờ nữa")),
            (12, tr("12 giờ nữa")),
            (24, tr("1 ngày nữa")),
        ):
            pill = PillButton(words)
            pill.setChecked(hours == self._hours)
            pill.clicked.connect(lambda _on=False, hours=hours: self._set_hours(hours))
            self._hour_group.addButton(pill)
            row.addWidget(pill)
        row.addStretch(1)

    def _set_hours(self, hours: int) -> None:
        self._hours = hours
        self.refresh()

    def choose(self, kind: str) -> None:
        """Choose the act; what it needs to know is asked below."""
        self._kind = kind
        listed = self._lists.get(kind, ())
        self.field.clear()
        self.list.set_options(listed)
        self.list.select_none()
        self.field.setVisible(bool(listed))
        self.list.setVisible(bool(listed))
        self.hours.setVisible(kind == "snooze")
        self.reason.setVisible(kind == "snooze")
        if listed:
            self.field.setFocus()
        self.refresh()
        self.adjustSize()

    def choice(self) -> BulkChoice:
        """Return what is chosen now."""
        listed = self._kind in self._lists
        snooze = self._kind == "snooze"
        found = self.list.current()
        return BulkChoice(
            self._kind,
            found.code if listed and found is not None else "",
            self._hours if snooze else 0,
            self.reason.text() if snooze else "",
        )

    def trouble(self) -> str:
        if not self._count:
            return tr("Không có hồ sơ nào làm theo nhóm được")
        chosen = self.choice()
        if self._kind in self._lists and not chosen.value:
            return tr("Chọn một mục trong danh sách")
        if self._kind == "snooze" and not chosen.reason:
            return tr("Thiếu lý do")
        return tr("Lý do dài quá 500 ký tự") if self.reason.too_long() else ""

    def promise(self) -> str:
        if self._kind == "assign":
            return tr("Đồng chí ấy giữ hồ sơ từ lúc này và thấy ngay ở «Của tôi».")
        return tr("Mỗi hồ sơ theo luật riêng của nó; hồ sơ không làm được sẽ nêu tên.")

    def act(self) -> None:
        self.requested.emit(self.choice())
