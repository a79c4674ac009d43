"""The papers about a crime report that others write: notice to the procuracy, decision, result (domain.md §3, §6)."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from console.domain.case import ProcuracyNotice
from console.domain.crime import DECISION_NAMES, Decided, Decision, Paper
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.labels import Heading, PlainLabel
from console.ui.dialogs.base import Question
from console.ui.theme import px

_DOCUMENT_LIMIT = 120


def parse_day(text: str) -> date | None:
    """Return a day that was written as ``14/03/2026``; ``None`` where it is none."""
    parts = text.strip().replace("-", "/").replace(".", "/").split("/")
    try:
        day, month, year = (int(part) for part in parts)
        return date(year, month, day)
    except ValueError:
        return None


class ProcuracyDialog(Question):
    """Asks number and day of the notice. ``notified(str, date, bool)``: the number, the day, whether the informant had one too."""

    notified = Signal(str, object, bool)

    def __init__(
        self,
        parent: QWidget | None,
        number: str,
        notice: ProcuracyNotice | None,
        *,
        received: date,
        today: date,
    ) -> None:
        """Take the case's number, what was recorded before, and between which days the notice can lie (Vietnam's)."""
        super().__init__(
            parent,
            tr("Thông báo Viện kiểm sát về {number}", number=safe_line(number, 40)),
            tr("Văn bản thông báo việc tiếp nhận nguồn tin về tội phạm. Máy chỉ ghi số, không gửi văn bản."),
            icon="gavel",
            verb=tr("Ghi vào sổ"),
            verb_icon="act.approve",
        )
        self._received, self._today = received, today
        self.document = line_field(tr("Số thông báo"), notice.document if notice else "")
        self.document.setMaxLength(_DOCUMENT_LIMIT)
        day = notice.day if notice and notice.day else today
        self.day = line_field(tr("Ngày, dạng 14/03/2026"), f"{day:%d/%m/%Y}")
        self.informant = QCheckBox(tr("Đã thông báo bằng văn bản cho người tố giác, báo tin"))
        self.informant.setChecked(notice is not None and notice.informant)
        for words, field in ((tr("Số thông báo"), self.document), (tr("Ngày"), self.day)):
            self.body.addWidget(Heading(words))
            self.body.addWidget(field)
            field.textChanged.connect(self.refresh)
        self.body.addWidget(self.informant)
        self.body.addWidget(
            PlainLabel(
                tr("Thời hạn 3 ngày làm việc chỉ xong khi cả hai đã được thông báo (TTLT 01/2017 Đ14)."),
                "small",
                "text2",
                wrap=True,
            )
        )
        self.informant.toggled.connect(self.refresh)
        self.document.setFocus()
        self.refresh()

    def trouble(self) -> str:
        if not self.document.text().strip():
            return tr("Thiếu số thông báo")
        return day_trouble(self.day, self._received, self._today)

    def promise(self) -> str:
        if self.informant.isChecked():
            return tr("Ghi vào sổ và lịch sử; thời hạn thông báo xong")
        return tr("Ghi vào sổ và lịch sử; thời hạn vẫn chạy tới khi thông báo người báo tin")

    def act(self) -> None:
        day = parse_day(self.day.text())
        assert day is not None
        self.notified.emit(self.document.text().strip(), day, self.informant.isChecked())


def line_field(label: str, text: str) -> QLineEdit:
    """Return a field of one line that says its label where it is empty."""
    field = QLineEdit(text)
    field.setAccessibleName(label)
    field.setPlaceholderText(label)
    return field


def day_trouble(field: QLineEdit, first: date, today: date) -> str:
    """Return why a day that was written cannot be that of a paper, or ""."""
    day = parse_day(field.text())
    if day is None:
        return tr("Ngày ghi dạng 14/03/2026")
    if day > today:
        return tr("Ngày của văn bản chưa tới")
    return tr("Ngày của văn bản phải từ {day} trở đi", day=f"{first:%d/%m/%Y}") if day < first else ""


class ResultDialog(Question):
    """Asks what was decided on a report and how whoever reported was told.

    ``recorded(str, str, date, object)`` carries the decision's code, number and day, and number and day of the notice or ``None``.
    """

    recorded = Signal(str, str, object, object)

    def __init__(
        self,
        parent: QWidget | None,
        number: str,
        decided: Decided | None,
        told: Paper | None,
        *,
        received: date,
        today: date,
    ) -> None:
        """Take the case's number, what was recorded before, and between which days the papers can lie (Vietnam's)."""
        super().__init__(
            parent,
            tr("Kết quả giải quyết {number}", number=safe_line(number, 40)),
            tr("Quyết định của Cơ quan điều tra và thông báo kết quả. Máy chỉ ghi số, không gửi văn bản."),
            icon="gavel",
            verb=tr("Ghi vào sổ"),
            verb_icon="act.approve",
        )
        self._received, self._today = received, today
        self.decision = QComboBox()
        self.decision.setAccessibleName(tr("Quyết định của Cơ quan điều tra"))
        for code in Decision:
            self.decision.addItem(said(DECISION_NAMES[code]), code.value)
        known = -1 if decided is None else self.decision.findData(decided.decision)
        self.decision.setCurrentIndex(known)
        self.decision.setPlaceholderText(tr("Chọn quyết định"))
        paper = decided.paper if decided is not None else None
        self.document, self.day = paper_fields(tr("Số quyết định"), paper, today)
        self.told_document, self.told_day = paper_fields(
            tr("Số thông báo, để trống nếu chưa có"), told, today
        )
        self.body.addWidget(Heading(tr("Quyết định của Cơ quan điều tra")))
        self.body.addWidget(self.decision)
        self.body.addLayout(beside(self.document, self.day))
        self.body.addWidget(Heading(tr("Thông báo kết quả cho người tố giác, báo tin")))
        self.body.addLayout(beside(self.told_document, self.told_day))
        for field in (self.document, self.day, self.told_document, self.told_day):
            field.textChanged.connect(self.refresh)
        self.decision.currentIndexChanged.connect(self.refresh)
        self.decision.setFocus()
        self.refresh()

    def trouble(self) -> str:
        if self.decision.currentIndex() < 0:
            return tr("Chọn quyết định")
        if not self.document.text().strip():
            return tr("Thiếu số quyết định")
        if trouble := day_trouble(self.day, self._received, self._today):
            return trouble
        decided_on = parse_day(self.day.text()) or self._received
        return day_trouble(self.told_day, decided_on, self._today) if self._is_told() else ""

    def promise(self) -> str:
        if self._is_told():
            return tr("Ghi vào sổ và lịch sử; các thời hạn giải quyết và thông báo xong")
        return tr("Ghi vào sổ và lịch sử; hạn 3 ngày thông báo kết quả chạy từ ngày quyết định")

    def _is_told(self) -> bool:
        return bool(self.told_document.text().strip())

    def act(self) -> None:
        day, told_day = parse_day(self.day.text()), parse_day(self.told_day.text())
        told = (self.told_document.text().strip(), told_day) if self._is_told() else None
        self.recorded.emit(self.decision.currentData(), self.document.text().strip(), day, told)


def paper_fields(label: str, paper: Paper | None, today: date) -> tuple[QLineEdit, QLineEdit]:
    """Return the fields for number and day of a paper, with what is known in them."""
    document = line_field(label, paper.document if paper is not None else "")
    document.setMaxLength(_DOCUMENT_LIMIT)
    day = paper.day if paper is not None and paper.day is not None else today
    return document, line_field(tr("Ngày, dạng 14/03/2026"), f"{day:%d/%m/%Y}")


def beside(document: QLineEdit, day: QLineEdit) -> QHBoxLayout:
    """Return a row with a paper's number and, half as wide, its day."""
    row = QHBoxLayout()
    row.setSpacing(px(8))
    row.addWidget(document, 2)
    row.addWidget(day, 1)
    return row
