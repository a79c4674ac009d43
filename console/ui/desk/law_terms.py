"""At 16:00 the terms of the law that end within 48 hours are brought to mind, once a day (officer-day.md §2)."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from console.actions import shifts
from console.domain.calendar import local_datetime
from console.domain.handover import Section, Sheet
from console.domain.numerals import number_text
from console.domain.officer import Permission
from console.runtime.i18n import tr
from console.ui.desk.acts import CaseActs
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.frame.toasts import Toast, ToastAct
from console.ui.shift.words import day_and_clock

FROM_H, TO_H = 16, 22
"""From when on, and until when; at night only what cannot wait is said."""
_TOPIC = "law-terms"


class LawTerms(QObject):
    """Tells the officer of a shift what the law wants within two days, while the offices that can do it are still open."""

    def __init__(
        self, window: DeskWindow, bench: Workbench, acts: CaseActs, open_sheet: Callable[[], None]
    ) -> None:
        """Take where to tell, who reads, what says that reading failed, and the way to the sheet that lists them."""
        super().__init__(window)
        self._window, self._bench, self._acts, self._open_sheet = window, bench, acts, open_sheet
        self._told: date | None = None

    def look(self) -> None:
        """Read the terms if it is time and today nobody has been told; called each minute."""
        now = local_datetime(self._bench.clock.now_ms())
        due = FROM_H <= now.hour < TO_H and self._told != now.date()
        if due and self._bench.officer.may(Permission.SHIFT):
            self._told = now.date()
            self._bench.act(shifts.read_sheet, self._tell, self._acts.failed)

    def _tell(self, sheet: Sheet) -> None:
        ends = [reason.at for line in sheet.lines for reason in line.reasons if reason.section is Section.LAW]
        if not ends:
            return
        words = tr("{count} hồ sơ có hạn luật trong 48 giờ", count=number_text(len(ends)))
        late = sum(at < sheet.at for at in ends)
        if late:
            detail = tr(
                "{count} hồ sơ đã quá hạn luật. Tất cả ở mục ⑤ của biên bản.", count=number_text(late)
            )
        else:
            first = day_and_clock(min(ends))
            detail = tr("Hạn sớm nhất: {when}. Tất cả ở mục ⑤ của biên bản.", when=first)
        act = ToastAct(tr("Xem danh sách"), self._open_sheet)
        self._window.toasts.show_toast(
            Toast("law", "red" if late else "orange", words, detail, (act,), _TOPIC)
        )
