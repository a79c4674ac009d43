"""Ask which report to write, as what file, where and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QWidget

from console.actions.reporting import ARCHIVE, ENCRYPTED
from console.domain.numerals import number_text
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import Heading, PlainLabel
from console.ui.dialogs.base import Question, ReasonField

WITH_REMARKS = "period"
"""The report that has a part of the officer's own (features R-04)."""
WITH_PEOPLE = frozenset({"register", "national", "year"})
"""The reports that name accused and victims (domain.md §6)."""
_REMARKS = 4_000
FORMATS = (
    ("pdf", "PDF"),
    ("docx", "Word (DOCX)"),
    ("xlsx", "Excel (XLSX)"),
    ("csv", "CSV"),
    (ARCHIVE, "BTX"),
)


@dataclass(frozen=True, slots=True)
class ReportChoice:
    """What was chosen: the report's code, the file's ending, the folder, the reason for the log, the officer's own paragraphs."""

    report: str
    format: str
    folder: Path
    reason: str
    remarks: tuple[str, ...] = ()


class ReportDialog(Question):
    """``requested(ReportChoice)`` carries what was chosen."""

    requested = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        about: str,
        reports: Sequence[tuple[str, str, Sequence[str]]],
        folder: Path,
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            about: the span and the unit, one line.
            reports: code, name and formats of what can be written.
            folder: where files go until another one is chosen.

        """
        super().__init__(
            parent,
            tr("Xuất báo cáo ra tệp?"),
            about,
            icon="act.export",
            verb=tr("Xuất tệp"),
            verb_icon="act.export",
        )
        self._formats = {code: tuple(formats) for code, _name, formats in reports}
        self._folder = folder
        self.report = QComboBox()
        self.report.setAccessibleName(tr("Loại báo cáo"))
        for code, name, _formats in reports:
            self.report.addItem(name, code)
        self.format = QComboBox()
        self.format.setAccessibleName(tr("Dạng tệp"))
        self.place = PlainLabel(str(folder), "body", elided=True)
        choose = ActionButton(tr("Chọn thư mục…"), "", "plain")
        choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self.place, 1)
        row.addWidget(choose)
        self.words = ReasonField(tr("Lý do (vào nhật ký)"), 500, lines=2)
        self.words.edit.textChanged.connect(self.refresh)
        self.body.addWidget(Heading(tr("Báo cáo")))
        self.body.addWidget(self.report)
        self.body.addWidget(Heading(tr("Dạng tệp")))
        self.body.addWidget(self.format)
        self.body.addWidget(Heading(tr("Thư mục")))
        self.body.addLayout(row)
        self.remarks = ReasonField(tr("Nhận xét, đề xuất (in trong báo cáo)"), _REMARKS, lines=3)
        self.remarks.edit.textChanged.connect(self.refresh)
        self.body.addWidget(self.remarks)
        self.body.addWidget(self.words)
        self.report.currentIndexChanged.connect(self._fill_formats)
        self.report.currentIndexChanged.connect(self.refresh)
        self.format.currentIndexChanged.connect(self.refresh)
        self._fill_formats()
        self.report.setFocus()
        self.refresh()

    def _fill_formats(self) -> None:
        chosen = self.format.currentData()
        self.format.clear()
        self.remarks.setVisible(self.report.currentData() == WITH_REMARKS)
        allowed = self._formats[self.report.currentData()]
        for code, name in FORMATS:
            if code in allowed:
                self.format.addItem(name, code)
        self.format.setCurrentIndex(max(0, self.format.findData(chosen)))

    def _choose(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("Thư mục để ghi báo cáo"), str(self._folder))
        if found:
            self._folder = Path(found)
            self.place.setText(found)

    def trouble(self) -> str:
        if self.remarks.isVisibleTo(self) and self.remarks.too_long():
            return tr("Nhận xét dài quá {count} ký tự", count=number_text(_REMARKS))
        if self.words.too_long():
            return tr("Lý do dài quá 500 ký tự")
        return "" if self.words.text() else tr("Thiếu lý do")

    def refresh(self) -> None:
        """Say what the verb leads to: data leaves encrypted, so a pass phrase is asked for next."""
        super().refresh()
        self.verb.set_label(tr("Đặt mật khẩu…") if self.format.currentData() in ENCRYPTED else tr("Xuất tệp"))

    def promise(self) -> str:
        if self.format.currentData() not in ENCRYPTED:
            return f"{self._left()} {tr('Tệp để in không mã hóa: giữ như bản giấy.')}"
        return f"{self._left()} {tr('Tệp dữ liệu được mã hóa.')}"

    def _left(self) -> str:
        if self.report.currentData() in WITH_PEOPLE:
            return tr(
                "Ghi nhật ký trước khi xuất. Tệp có tên người bị tố giác, bị hại mà bạn được xem; "
                "không có danh tính người báo tin."
            )
        return tr("Ghi nhật ký trước khi xuất. Tệp có dấu người xuất; danh tính công dân không có trong tệp.")

    def act(self) -> None:
        written = self.remarks.text().splitlines() if self.report.currentData() == WITH_REMARKS else []
        self.requested.emit(
            ReportChoice(
                self.report.currentData(),
                self.format.currentData(),
                self._folder,
                self.words.text(),
                tuple(line.strip() for line in written if line.strip()),
            )
        )
