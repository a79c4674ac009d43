"""Shows and records accused and victims of the open case, and the papers that others write about it."""

from datetime import date

from PySide6.QtCore import QObject

from console.actions import people
from console.actions.guards import received_on
from console.actions.people import Shown
from console.domain.calendar import local_date
from console.domain.case import Case
from console.domain.crime import Decision
from console.domain.officer import Permission
from console.domain.people import PeopleList, PersonRole
from console.runtime.i18n import tr
from console.ui.desk.acts import CaseActs
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.papers import ProcuracyDialog, ResultDialog
from console.ui.dialogs.people import PeopleDialog
from console.ui.frame.toasts import Toast


class People(QObject):
    """The three questions, by key and by the rows of the inspector."""

    def __init__(self, window: DeskWindow, bench: Workbench, room: CaseRoom, acts: CaseActs) -> None:
        """Take the open case, who reads, and what carries the answers out."""
        super().__init__(window)
        self._window, self._bench, self._room, self._acts = window, bench, room, acts
        self._kinds = frozenset(c.code for c in bench.catalog.categories.values() if c.crime_report)
        rows = window.inspector.people
        window.inspector.set_crime_reports(self._kinds)
        rows.people_requested.connect(self.ask)
        rows.procuracy_requested.connect(self.ask_procuracy)
        rows.result_requested.connect(self.ask_result)

    def _case(self) -> Case | None:
        return self._room.detail.case if self._room.detail is not None else None

    def ask(self) -> None:
        """Show who is accused and who is a victim, once the log has it that somebody looks."""
        case = self._case()
        if case is not None:
            self._bench.act(
                lambda desk: people.show(desk, case.case_id),
                lambda shown: self._open(case, shown),
                self._acts.failed,
            )

    def _open(self, case: Case, shown: Shown) -> None:
        if self._room.case_id != case.case_id:
            return  # the officer has gone on to another case meanwhile
        dialog = PeopleDialog(
            self._window,
            case.number,
            shown.of(PersonRole.ACCUSED),
            shown.of(PersonRole.VICTIM),
            may_write=self._bench.officer.may(Permission.CLASSIFY),
        )

        def record(lists: tuple[PeopleList, ...]) -> None:
            self._acts.run(
                lambda desk: people.record(desk, case.case_id, lists, expected_version=shown.version),
                tr("Đã ghi người bị tố giác, bị hại của {number}", number=case.number),
                "people",
            )

        dialog.recorded.connect(record)
        dialog.open()

    def ask_procuracy(self) -> None:
        """Ask number and day of the written notice to the procuracy."""
        case = self._crime_report()
        if case is None:
            return
        version = case.version
        dialog = ProcuracyDialog(
            self._window,
            case.number,
            case.procuracy,
            received=received_on(case),
            today=local_date(self._bench.clock.now_ms()),
        )

        def notify(document: str, on: date, informant: bool) -> None:
            self._acts.run(
                lambda desk: people.notify_procuracy(
                    desk, case.case_id, document, on, informant=informant, expected_version=version
                ),
                tr("Đã ghi thông báo Viện kiểm sát của {number}", number=case.number),
                "gavel",
            )

        dialog.notified.connect(notify)
        dialog.open()

    def ask_result(self) -> None:
        """Ask what the investigation body decided, and by which paper whoever reported was told."""
        case = self._crime_report()
        if case is None:
            return
        version = case.version
        dialog = ResultDialog(
            self._window,
            case.number,
            case.decided,
            case.result_notice,
            received=received_on(case),
            today=local_date(self._bench.clock.now_ms()),
        )

        def record(decision: str, document: str, on: date, told: tuple[str, date] | None) -> None:
            self._acts.run(
                lambda desk: people.record_outcome(
                    desk, case.case_id, Decision(decision), document, on, told=told, expected_version=version
                ),
                tr("Đã ghi kết quả giải quyết {number}", number=case.number),
                "gavel",
            )

        dialog.recorded.connect(record)
        dialog.open()

    def _crime_report(self) -> Case | None:
        """Return the open case if it belongs into the register of crime reports; else say that it does not."""
        case = self._case()
        if case is not None and case.category not in self._kinds:
            words = tr("{number} không phải nguồn tin về tội phạm", number=case.number)
            self._window.toasts.show_toast(Toast("gavel", "accent", words, topic="procuracy"))
            return None
        return case
