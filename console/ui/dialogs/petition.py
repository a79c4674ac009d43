"""What was made of a denunciation or complaint, and by which paper: the steps that end its terms (domain.md §2, §3)."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from console.actions.petitions import DOCUMENT_LIMIT, REASON_LIMIT
from console.domain.crime import Paper
from console.domain.petition import (
    DENUNCIATION,
    HANDLING_NAMES,
    HANDLINGS,
    WITHOUT_PAPER,
    WITHOUT_REASON,
    Handling,
    Petition,
)
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.labels import Heading, PlainLabel
from console.ui.dialogs.base import Question, ReasonField
from console.ui.dialogs.papers import beside, day_trouble, paper_fields, parse_day


class PetitionDialog(Question):
    """Asks how the first look ended, by which paper, and by which paper the matter was settled.

    ``recorded(str, str, date, str, object)``: the code of the handling, number and day, the reason, and number and day of the
    paper that settled it or ``None``.
    """

    recorded = Signal(str, str, object, str, object)

    def __init__(
        self,
        parent: QWidget | None,
        number: str,
        category: str,
        petition: Petition | None,
        settled: Paper | None,
        citations: dict[Handling, str],
        *,
        received: date,
        today: date,
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            number: the case's.
            category: what the matter is; a key of ``HANDLINGS``.
            petition: what was recorded before.
            settled: the paper that settled it, if one was recorded.
            citations: what each handling rests on, from the policy data.
            received: day in Vietnam before which no paper about it can lie.
            today: day in Vietnam.

        """
        detail = (
            tr("Tin qua Zalo không phải đơn tố cáo. Máy chỉ ghi việc đã làm, không gửi văn bản.")
            if category == DENUNCIATION
            else tr("Khiếu nại phải bằng đơn hoặc trình bày trực tiếp. Máy chỉ ghi số, không gửi văn bản.")
        )
        super().__init__(
            parent,
            tr("Thụ lý, giải quyết {number}", number=safe_line(number, 40)),
            detail,
            icon="scale",
            verb=tr("Ghi vào sổ"),
            verb_icon="act.approve",
        )
        self._received, self._today, self._citations = received, today, citations
        self.handling = QComboBox()
        self.handling.setAccessibleName(tr("Kết quả xem xét ban đầu"))
        self.handling.setPlaceholderText(tr("Chọn kết quả"))
        for code in HANDLINGS[category]:
            self.handling.addItem(said(HANDLING_NAMES[code]), code.value)
        self.handling.setCurrentIndex(-1 if petition is None else self.handling.findData(petition.handling))
        paper = petition.paper if petition is not None else None
        self.document, self.day = paper_fields(tr("Số văn bản"), paper, today)
        self.basis = PlainLabel("", "small", "text2", wrap=True)
        self.reason = ReasonField(tr("Lý do, nơi chuyển tới"), REASON_LIMIT, lines=2)
        self.reason.edit.setPlainText(petition.reason if petition is not None else "")
        self.settled_head = Heading(tr("Kết luận, quyết định giải quyết (để trống nếu chưa có)"))
        self.settled_document, self.settled_day = paper_fields(tr("Số văn bản giải quyết"), settled, today)
        self.body.addWidget(Heading(tr("Kết quả xem xét ban đầu")))
        self.body.addWidget(self.handling)
        self.body.addWidget(self.basis)
        self.body.addLayout(beside(self.document, self.day))
        self.body.addWidget(self.reason)
        self.body.addWidget(self.settled_head)
        self.body.addLayout(beside(self.settled_document, self.settled_day))
        for field in (self.document, self.settled_document):
            field.setMaxLength(DOCUMENT_LIMIT)
        for field in (self.document, self.day, self.settled_document, self.settled_day):
            field.textChanged.connect(self.refresh)
        self.reason.edit.textChanged.connect(self.refresh)
        self.handling.currentIndexChanged.connect(self.refresh)
        self.handling.setFocus()
        self.refresh()

    def _code(self) -> Handling | None:
        data = self.handling.currentData()
        return Handling(data) if data else None

    def refresh(self) -> None:
        """Ask only for what the chosen step has."""
        code = self._code()
        citation = self._citations.get(code, "") if code is not None else ""
        self.basis.setText(
            tr("Căn cứ: {citation} (cần kiểm tra lại văn bản)", citation=citation) if citation else ""
        )
        self.basis.setVisible(bool(citation))
        taken_up = code is Handling.TAKEN_UP
        for widget in (self.settled_head, self.settled_document, self.settled_day):
            widget.setVisible(taken_up)
        needed = code not in WITHOUT_PAPER
        self.document.setPlaceholderText(
            tr("Số văn bản") if needed else tr("Số văn bản, để trống nếu không có")
        )
        self.reason.setVisible(code is not None and code not in WITHOUT_REASON)
        super().refresh()

    def trouble(self) -> str:
        code = self._code()
        if code is None:
            return tr("Chọn kết quả")
        if not self.document.text().strip() and code not in WITHOUT_PAPER:
            return tr("Thiếu số văn bản")
        if trouble := day_trouble(self.day, self._received, self._today):
            return trouble
        if code not in WITHOUT_REASON and not self.reason.text():
            return tr("Thiếu lý do")
        if self.reason.too_long():
            return tr("Lý do dài quá 500 ký tự")
        first = parse_day(self.day.text()) or self._received
        return day_trouble(self.settled_day, first, self._today) if self._is_settled() else ""

    def promise(self) -> str:
        if self._is_settled():
            return tr("Ghi vào sổ và lịch sử; thời hạn giải quyết xong")
        if self._code() is Handling.TAKEN_UP:
            return tr("Ghi vào sổ và lịch sử; hạn thụ lý xong, hạn giải quyết chạy từ ngày văn bản")
        return tr("Ghi vào sổ và lịch sử; hạn thụ lý xong")

    def _is_settled(self) -> bool:
        return self._code() is Handling.TAKEN_UP and bool(self.settled_document.text().strip())

    def act(self) -> None:
        code = self._code()
        assert code is not None
        settled = None
        if self._is_settled():
            settled = (self.settled_document.text().strip(), parse_day(self.settled_day.text()))
        reason = "" if code in WITHOUT_REASON else self.reason.text()
        self.recorded.emit(
            code.value, self.document.text().strip(), parse_day(self.day.text()), reason, settled
        )
