"""Incidents of the open case: link what tells of the same, unlink what does not (features A-10)."""

from PySide6.QtCore import QObject

from console.actions import incidents
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.chips import orange
from console.ui.common.options import Option
from console.ui.desk.acts import CaseActs
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.dialogs.incident import IncidentDialog
from console.ui.dialogs.reason import ReasonDialog
from console.ui.frame.toasts import Toast

SURE_PERCENT = 80
"""What is at least so alike is ticked at once; the officer still decides."""


class Linking(QObject):
    """Opens the dialogs."""

    def __init__(self, window: DeskWindow, room: CaseRoom, acts: CaseActs) -> None:
        """Take the open case, and what carries the answers out."""
        super().__init__(window)
        self._window, self._room, self._acts = window, room, acts

    def link(self) -> None:
        """Ask which of the proposed cases tell of the same incident."""
        detail = self._room.detail
        if detail is None:
            return
        proposed = {r.case_id: r for r in detail.related if r.why.endswith("%")}
        if not proposed:
            words = tr("Máy không thấy tin nào giống {number}", number=detail.case.number)
            self._window.toasts.show_toast(Toast("merge", "accent", words, topic="incident"))
            return
        options = [
            Option(
                r.case_id,
                f"{r.number} · {safe_line(said(r.snippet), 80)}",
                said(r.detail),
                chip=orange(r.why),
            )
            for r in proposed.values()
        ]
        sure = [r.case_id for r in proposed.values() if int(r.why.split()[0]) >= SURE_PERCENT]
        case = detail.case
        dialog = IncidentDialog(self._window, case, options, sure)

        def linked(ids: tuple[str, ...]) -> None:
            others = {i: (int(proposed[i].why.split()[0]), proposed[i].detail) for i in ids}
            self._acts.run(
                lambda desk: incidents.link(desk, case.case_id, others),
                tr("Đã gắn {number} cùng vụ với {count} hồ sơ", number=case.number, count=len(ids)),
                "merge",
            )

        dialog.requested.connect(linked)
        dialog.open()

    def unlink(self) -> None:
        """Ask why the case tells of something else."""
        detail = self._room.detail
        if detail is None:
            return
        case = detail.case
        if not case.incident:
            words = tr("{number} không thuộc vụ chung nào", number=case.number)
            self._window.toasts.show_toast(Toast("merge", "accent", words, topic="incident"))
            return
        dialog = ReasonDialog(
            self._window,
            tr("Gỡ {number} khỏi vụ chung?", number=case.number),
            safe_line(case.place, 80),
            icon="act.return",
            verb=tr("Gỡ khỏi vụ"),
            choices=(),
            promise=tr("Các hồ sơ khác không đổi. Lý do vào nhật ký."),
        )
        dialog.requested.connect(
            lambda reason: self._acts.run(
                lambda desk: incidents.unlink(desk, case.case_id, reason),
                tr("Đã gỡ {number} khỏi vụ chung", number=case.number),
                "act.return",
            )
        )
        dialog.open()
