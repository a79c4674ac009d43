"""Acts on the open case that belong to duty: giving it to a colleague, a proposed end, the survey."""

from PySide6.QtCore import QObject

from console.actions import handing_over, signing, surveys
from console.domain.case import Case
from console.domain.officer import Permission
from console.runtime.i18n import tr
from console.ui.desk.acts import CaseActs
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.reason import ReasonDialog
from console.ui.frame.toasts import Toast
from console.ui.shift.asking import LineDialog, OfficerDialog


class DutyActs(QObject):
    """Asks what must be asked and runs the act."""

    def __init__(self, window: DeskWindow, bench: Workbench, room: CaseRoom, acts: CaseActs) -> None:
        """Take where to ask, who acts, the open case, and what says how it went."""
        super().__init__(window)
        self._window, self._bench, self._room, self._acts = window, bench, room, acts

    def _case(self) -> Case | None:
        return self._room.detail.case if self._room.detail else None

    def hand_over(self) -> None:
        """Give the open case to another officer of this desk."""
        case, me = self._case(), self._bench.officer
        if case is None:
            return
        others = [
            one
            for one in self._bench.queries.officers()
            if one.officer_id not in (case.owner, me.officer_id)
            and one.unit == me.unit
            and one.may(Permission.CLAIM)
        ]
        dialog = OfficerDialog(self._window, case.number, others)
        dialog.picked.connect(
            lambda who: self._acts.run(
                lambda desk: handing_over.hand_over(desk, case.case_id, who),
                tr("Đã giao {number}", number=case.number),
                "person",
            )
        )
        dialog.open()

    def withdraw_closing(self) -> None:
        """Take back the officer's own proposal to close."""
        case = self._case()
        if case is None:
            return
        if case.closing is None:
            words = tr("{number} không chờ ký đóng", number=case.number)
            self._window.toasts.show_toast(Toast("help", "accent", words, topic="no-closing"))
            return
        proposal_id = case.closing.proposal_id
        self._acts.run(
            lambda desk: signing.withdraw_closing(desk, case.case_id, proposal_id),
            tr("Đã rút đề nghị đóng {number}", number=case.number),
            "act.undo",
        )

    def skip_survey(self) -> None:
        """Ask why this citizen is not asked how content he is."""
        case = self._case()
        if case is None:
            return
        dialog = ReasonDialog(
            self._window,
            tr("Không gửi khảo sát cho {number}?", number=case.number),
            "",
            icon="star",
            verb=tr("Không gửi"),
            choices=(
                tr("Công dân đang có chuyện buồn"),
                tr("Việc chưa xong hẳn"),
                tr("Công dân đã nói không muốn nhận thêm tin"),
                tr("Lý do khác"),
            ),
            promise=tr("Lý do vào báo cáo khảo sát. Công dân không nhận gì."),
        )
        dialog.requested.connect(
            lambda reason: self._acts.run(
                lambda desk: surveys.skip(desk, case.case_id, reason),
                tr("Không gửi khảo sát cho {number}", number=case.number),
                "star",
            )
        )
        dialog.open()

    def follow_survey(self) -> None:
        """Ask what was done about a low score."""
        case = self._case()
        if case is None:
            return
        dialog = LineDialog(
            self._window,
            tr("Đã chăm sóc lại {number} thế nào?", number=case.number),
            "",
            icon="star",
            verb=tr("Ghi lại"),
            label=tr("Việc đã làm"),
            promise=tr("Vào hồ sơ và báo cáo khảo sát."),
        )
        dialog.answered.connect(
            lambda words: self._acts.run(
                lambda desk: surveys.follow_up(desk, case.case_id, words),
                tr("Đã ghi cho {number}", number=case.number),
                "star",
            )
        )
        dialog.open()
