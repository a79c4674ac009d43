"""Shows the register's fields of the open case to be typed into the national software, copies them, takes the entry (features R-07)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from console.actions import national
from console.actions.desk import Desk
from console.domain.case import Case
from console.domain.national import FieldValue
from console.domain.officer import Permission
from console.runtime.i18n import tr
from console.ui.common.clipboard import copy_private
from console.ui.desk.acts import CaseActs, trouble_text
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.frame.toasts import Toast

if TYPE_CHECKING:
    from console.ui.dialogs.national import NationalDialog


class NationalEntering(QObject):
    """The question, by command and by the row of the inspector. ``export_wanted(str)`` carries a case's number."""

    export_wanted = Signal(str)

    def __init__(self, window: DeskWindow, bench: Workbench, room: CaseRoom, acts: CaseActs) -> None:
        """Take the open case, who types, and what carries it out."""
        super().__init__(window)
        self._window, self._bench, self._room, self._acts = window, bench, room, acts
        self._dialog: NationalDialog | None = None
        window.inspector.register.national_requested.connect(self.ask)

    def ask(self) -> None:
        """Show the fields, once the log has it that somebody looks."""
        detail = self._room.detail
        if detail is None:
            return
        case = detail.case
        known = self._bench.catalog.categories.get(case.category)
        if known is None or not known.crime_report:
            words = tr("{number} không phải nguồn tin về tội phạm", number=case.number)
            self._window.toasts.show_toast(Toast("upload", "accent", words, topic="register"))
            return

        def look(desk: Desk) -> tuple[int, tuple[FieldValue, ...]]:
            seen = national.show(desk, case.case_id)
            return seen.version, self._bench.register_fields(desk, case.case_id)

        self._bench.act(look, lambda found: self._open(case.case_id, *found), self._acts.failed)

    def _open(self, case_id: str, version: int, values: tuple[FieldValue, ...]) -> None:
        from console.ui.dialogs.national import NationalDialog

        self._room.refresh()  # what was shown before may be older than the fields
        detail = self._room.detail
        if detail is None or self._room.case_id != case_id:
            return  # the officer has gone on to another case meanwhile
        case = detail.case
        dialog = NationalDialog(
            self._window,
            case.number,
            values,
            case.national,
            detail.called,
            received_ms=case.first_message_at or case.opened_at,
            now_ms=self._bench.clock.now_ms(),
            may_export=self._bench.officer.may(Permission.EXPORT),
        )

        def copy(one: FieldValue) -> None:
            def copied(_done: object) -> None:
                if self._dialog is dialog:  # whoever closed it meanwhile wants nothing on the clipboard
                    copy_private(one.value)
                    dialog.copied(one.field)

            def failed(error: Exception) -> None:
                if self._dialog is dialog:
                    dialog.tell_trouble(trouble_text(error))

            self._bench.act(lambda desk: national.note_copy(desk, case_id, one.field), copied, failed)

        def gone(_result: int) -> None:
            self._dialog = None

        self._dialog = dialog
        dialog.finished.connect(gone)

        dialog.copy_wanted.connect(copy)
        dialog.entered.connect(lambda number, at: self._enter(case, version, number, at))
        # Only when the dialog has gone: the keyboard belongs to one of them.
        dialog.export_wanted.connect(
            lambda: dialog.rejected.connect(lambda: self.export_wanted.emit(case.number))
        )
        dialog.export_wanted.connect(dialog.reject)
        dialog.open()

    def _enter(self, case: Case, version: int, number: str, at_ms: int) -> None:
        self._acts.run(
            lambda desk: national.enter(desk, case.case_id, number, at_ms, expected_version=version),
            tr("Đã ghi: {number} đã nhập phần mềm tin báo", number=case.number),
            "upload",
        )
