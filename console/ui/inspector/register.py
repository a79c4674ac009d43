"""What the register asks for beside facts and people: who is answerable, instructions, the slip's number, the steps of a petition,
and when a crime report was entered into the national software.
"""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.case import Case
from console.domain.crime import Paper
from console.domain.entered import changed_since, newest_entry
from console.domain.numerals import number_text
from console.domain.petition import HANDLING_NAMES, HANDLINGS
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.sharing import words_shown
from console.ui.common.times import clock_text, local
from console.ui.inspector.facts import FactRow


class RegisterRows(QWidget):
    """Rows that are there where they can hold something: for crime reports, petitions, and cases that were handed on."""

    instruction_requested = Signal()
    slip_requested = Signal()
    petition_requested = Signal()
    national_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: frozenset[str] = frozenset()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.assigned = FactRow(tr("Được giao"), "user-check")
        self.assigned.set_fixed(True)
        self.instruction = FactRow(tr("Chỉ đạo"), "megaphone", command="instruct", empty=tr("Chưa có"))
        self.instruction.clicked.connect(self.instruction_requested)
        self.slip = FactRow(tr("Phiếu chuyển"), "forward", command="slip", empty=tr("Chưa ghi số"))
        self.slip.clicked.connect(self.slip_requested)
        self.petition = FactRow(tr("Thụ lý"), "scale", command="petition", empty=tr("Chưa ghi"))
        self.petition.clicked.connect(self.petition_requested)
        self.national = FactRow(tr("PM tin báo"), "upload", command="national", empty=tr("Chưa nhập"))
        self.national.clicked.connect(self.national_requested)
        for row in (self.assigned, self.instruction, self.slip, self.petition, self.national):
            column.addWidget(row)
        self.hide()

    def set_kinds(self, kinds: frozenset[str]) -> None:
        """Say which categories belong into the register of crime reports."""
        self._kinds = kinds

    def set_case(self, case: Case | None, called: Mapping[str, str]) -> None:
        """Show what a case has; nothing stays of the one before. ``called`` are officers' names by id."""
        recorded = case is not None and case.category in (*self._kinds, *HANDLINGS)
        handed = case is not None and case.transfer is not None
        told = case is not None and bool(case.instructions)
        given = case is not None and bool(case.assigned)
        self.assigned.setVisible(given)
        self.instruction.setVisible(recorded or told)
        self.slip.setVisible(handed)
        self.petition.setVisible(case is not None and case.category in HANDLINGS)
        entered = case is not None and bool(case.national)
        self.national.setVisible(entered or (case is not None and case.category in self._kinds))
        self.setVisible(recorded or handed or told or given or entered)
        name = called.get(case.assigned, case.assigned) if case is not None else ""
        self.assigned.set_value(safe_line(name, 60))
        self.instruction.set_value(_instruction_words(case))
        self.slip.set_value(paper_words(case.transfer.slip if case and case.transfer else None))
        self.petition.set_value(_petition_words(case))
        self.national.set_value(_entry_words(case))
        for row in (self.instruction, self.slip, self.petition, self.national):
            row.set_fixed(case is not None and bool(case.erased_at))


def paper_words(paper: Paper | None) -> str:
    """Return number and day of a paper in one line, "" where there is none."""
    if paper is None:
        return ""
    day = f"{paper.day:%d/%m}" if paper.day else paper.on
    return tr("Số {document}, {day}", document=safe_line(paper.document, 60), day=day)


def _entry_words(case: Case | None) -> str:
    entry = newest_entry(case) if case is not None else None
    if case is None or entry is None:
        return ""
    number, time, day = safe_line(entry.number, 60), clock_text(entry.at), f"{local(entry.at):%d/%m}"
    changed = len(changed_since(case))
    if not changed:
        return tr("{time} {day}, số {number}", time=time, day=day, number=number)
    # What is to be typed there again comes first: the end of a long line is cut.
    return tr(
        "Sửa {count} mục sau khi nhập {time} {day}, số {number}",
        count=number_text(changed),
        time=time,
        day=day,
        number=number,
    )


def _instruction_words(case: Case | None) -> str:
    if case is None or not case.instructions:
        return ""
    newest = words_shown(safe_line(case.instructions[-1].words, 100))
    count = len(case.instructions)
    return newest if count == 1 else tr("{count} ý kiến: {newest}", count=number_text(count), newest=newest)


def _petition_words(case: Case | None) -> str:
    if case is None or case.petition is None:
        return ""
    names = {one.value: said(words) for one, words in HANDLING_NAMES.items()}
    return names.get(case.petition.handling, case.petition.handling)
