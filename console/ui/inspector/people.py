"""What the register of crime reports asks for beside the facts: how many accused and victims, and which papers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.case import Case, ProcuracyNotice
from console.domain.crime import DECISION_NAMES
from console.domain.numerals import number_text
from console.domain.people import Others, PersonRole
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.inspector.facts import FactRow


class PeopleRows(QWidget):
    """Rows that are shown for crime reports, and for other matters once somebody was named.

    Names stand in none of them: they are shown on demand, and who looks is noted.
    """

    people_requested = Signal()
    procuracy_requested = Signal()
    result_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: frozenset[str] = frozenset()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.accused = FactRow(tr("Bị tố giác"), "people", command="people", empty=tr("Chưa ghi"))
        self.victims = FactRow(tr("Bị hại"), "person", command="people", empty=tr("Chưa ghi"))
        self.procuracy = FactRow(tr("Báo VKS"), "gavel", command="procuracy", empty=tr("Chưa ghi"))
        self.result = FactRow(tr("Kết quả"), "gavel", command="result", empty=tr("Chưa ghi"))
        self.result.clicked.connect(self.result_requested)
        for row in (self.accused, self.victims):
            row.clicked.connect(self.people_requested)
        self.procuracy.clicked.connect(self.procuracy_requested)
        for row in (self.accused, self.victims, self.procuracy, self.result):
            column.addWidget(row)
        self.hide()

    def set_kinds(self, kinds: frozenset[str]) -> None:
        """Say which categories belong into the register of crime reports."""
        self._kinds = kinds

    def set_case(self, case: Case | None) -> None:
        """Show what a case has; nothing stays of the one before."""
        crime = case is not None and case.category in self._kinds
        named = case is not None and bool(case.people)
        self.setVisible(crime or named)
        self.procuracy.setVisible(crime)
        self.result.setVisible(crime)
        self.accused.set_value(_count_words(case, PersonRole.ACCUSED))
        self.victims.set_value(_count_words(case, PersonRole.VICTIM))
        self.result.set_value(_result_words(case))
        self.procuracy.set_value(_notice_words(case.procuracy if case is not None else None))
        for row in (self.accused, self.victims, self.procuracy, self.result):
            row.set_fixed(case is not None and bool(case.erased_at))


def _count_words(case: Case | None, role: PersonRole) -> str:
    mark = next((one for one in case.people if one.role == role.value), None) if case is not None else None
    if mark is None:
        return ""
    if mark.others == Others.NOBODY:
        return tr("Không có")
    if not mark.count:
        return tr("Chưa rõ")
    if mark.others == Others.UNKNOWN:
        return tr("{count} người, còn người chưa rõ", count=number_text(mark.count))
    return tr("{count} người", count=number_text(mark.count))


def _notice_words(notice: ProcuracyNotice | None) -> str:
    if notice is None:
        return ""
    day = f"{notice.day:%d/%m}" if notice.day else notice.on
    document = safe_line(notice.document, 60)
    if notice.informant:
        return tr("Số {document}, {day}", document=document, day=day)
    return tr("Số {document}, {day}; chưa báo người tin", document=document, day=day)


def _result_words(case: Case | None) -> str:
    if case is None or case.decided is None:
        return ""
    names = {one.value: said(words) for one, words in DECISION_NAMES.items()}
    decision = names.get(case.decided.decision, case.decided.decision)
    return decision if case.result_notice else tr("{decision}; chưa báo người tin", decision=decision)
