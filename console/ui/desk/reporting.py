"""The statistics page at the desk: asks the workbench for figures, opens cases behind numbers, writes reports."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from console.actions.reporting import ARCHIVE, ENCRYPTED
from console.domain.officer import Permission
from console.domain.pass_phrase import PassPhrase
from console.domain.period import Period, PeriodKind, ended_year, period_of
from console.runtime.i18n import tr
from console.ui.common.names import Names
from console.ui.desk.pages import PageSpec
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.frame.toasts import Toast
from console.ui.shift.words import shift_span

if TYPE_CHECKING:
    from console.ui.dialogs.report import ReportChoice
    from console.ui.statistics.page import StatisticsPage

CODE = "statistics"
FILES = ("pdf", "docx", "xlsx", "csv")
YEAR = "year"
"""The archive of a year (features R-11)."""
RUNNING = "now"
"""The shift that runs, where a duty book asks for one."""


class Reporting(QObject):
    """Makes the page when it is first opened, and answers it."""

    case_wanted = Signal(str)

    def __init__(self, window: DeskWindow, bench: Workbench, names: Names) -> None:
        """Take where dialogs lie over, what reads and writes, what codes are called."""
        super().__init__(window)
        self._window, self._bench, self._names = window, bench, names
        self._page: StatisticsPage | None = None

    def refresh(self) -> None:
        """Count anew, where the page was ever opened."""
        if self._page is not None:
            self._page.refresh()

    def spec(self) -> PageSpec:
        """Return the page for the desk."""
        return PageSpec(CODE, tr("Thống kê"), "nav.thongke", self._make)

    def _make(self) -> QWidget:
        from console.ui.statistics.page import StatisticsPage

        bench = self._bench
        page = StatisticsPage(bench.statistics, bench.catalog, self._names, bench.clock)
        page.case_wanted.connect(self.case_wanted)
        page.export_wanted.connect(self.ask_report)
        page.export.setVisible(bench.officer.may(Permission.EXPORT))
        self._page = page
        return page

    def ask_report(self, period: Period, unit: str) -> None:
        """Ask which report of a period and a unit ("" for all) to write."""
        desk = unit or self._bench.officer.unit
        reports = [
            ("register", tr("Sổ tiếp nhận"), FILES),
            ("period", tr("Báo cáo kỳ"), FILES),
            ("handover", tr("Biên bản bàn giao ca"), ("pdf", "docx")),
            ("duty-book", tr("Sổ trực ban của {unit}", unit=self._names.unit(desk)), FILES),
            ("reception", tr("Sổ tiếp công dân"), FILES),
            ("petitions", tr("Sổ theo dõi khiếu nại, tố cáo"), FILES),
        ]
        if self._bench.officer.may(Permission.ENTER_NATIONAL):
            reports.append(("national", tr("Nguồn tin chưa nhập phần mềm tin báo"), ("xlsx", "csv")))
        if not unit and self._bench.officer.province:
            year = ended_year(period.first, self._bench.queries.today()).first.year
            reports.append((YEAR, tr("Bản lưu năm {year}, toàn tỉnh", year=year), (ARCHIVE,)))
        about = f"{period.title} · {self._names.unit(unit) if unit else tr('toàn tỉnh')}"
        self._open(about, reports, period, unit)

    def ask_handover(self) -> None:
        """Ask where to write the record of the shift that runs at this desk, and why."""
        bench = self._bench
        if not bench.queries.shift().open:
            words = tr("Chưa mở ca trực nên chưa có biên bản để in")
            self._window.toasts.show_toast(Toast("printer", "accent", words, topic="report"))
            return
        unit = bench.officer.unit
        period = period_of(PeriodKind.DAY, bench.queries.today())
        reports = [("handover", tr("Biên bản bàn giao ca"), ("pdf", "docx"))]
        self._open(self._names.unit(unit), reports, period, unit)

    def ask_duty_book(self) -> None:
        """Ask where to write the duty book of the shift that runs at this desk, or of today where none does."""
        bench = self._bench
        unit, today = bench.officer.unit, period_of(PeriodKind.DAY, bench.queries.today())
        shift = bench.queries.shift()
        name = tr("Sổ trực ban của {unit}", unit=self._names.unit(unit))
        about = shift_span(shift) if shift.open else today.title
        self._open(about, [("duty-book", name, FILES)], today, unit, RUNNING if shift.open else "")

    def ask_fields(self, number: str) -> None:
        """Ask where to write the register's fields of one case, for the national software, and why."""
        period = period_of(PeriodKind.DAY, self._bench.queries.today())
        reports = [("national", tr("Các mục nhập phần mềm tin báo"), ("xlsx", "csv"))]
        self._open(number, reports, period, "", number=number)

    def _open(
        self,
        about: str,
        reports: Sequence[tuple[str, str, Sequence[str]]],
        period: Period,
        unit: str,
        shift: str = "",
        number: str = "",
    ) -> None:
        from console.ui.dialogs.pass_phrase import PassPhraseDialog
        from console.ui.dialogs.report import ReportDialog

        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        asked = ReportDialog(self._window, about, reports, Path(home or "."))

        def go_on(choice: "ReportChoice") -> None:
            if choice.format not in ENCRYPTED:
                self._write(choice, period, unit, None, shift, number)
                return
            (name,) = (name for code, name, _formats in reports if code == choice.report)
            what = name if choice.report == YEAR else f"{name} · {about}"
            dialog = PassPhraseDialog(self._window, what, tr("Xuất tệp"))
            dialog.chosen.connect(lambda phrase: self._write(choice, period, unit, phrase, shift, number))
            dialog.open()

        # Only when the first dialog has gone: the keyboard belongs to one of them.
        asked.requested.connect(lambda choice: asked.accepted.connect(lambda: go_on(choice)))
        asked.open()

    def _write(
        self,
        choice: "ReportChoice",
        period: Period,
        unit: str,
        phrase: PassPhrase | None,
        shift: str,
        number: str,
    ) -> None:
        if choice.report == YEAR:
            period = ended_year(period.first, self._bench.queries.today())
        toasts = self._window.toasts
        toasts.show_toast(Toast("act.export", "accent", tr("Đang lập báo cáo…"), topic="report"))

        def done(name: str, sha256: str) -> None:
            said = tr("Đã ghi {name}", name=name)
            toasts.show_toast(
                Toast("act.export", "green", said, tr("SHA-256 {hash}…", hash=sha256[:16]), topic="report")
            )

        def failed(words: str) -> None:
            toasts.show_toast(Toast("warn", "red", words, topic="report"))

        self._bench.take_report(
            choice.report,
            choice.format,
            period,
            unit,
            choice.reason,
            choice.folder,
            done,
            failed,
            remarks=choice.remarks,
            phrase=phrase,
            shift=shift,
            number=number,
        )
