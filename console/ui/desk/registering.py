"""Asks at the open case what the register wants: when it happened, instructions, the slip's number, the steps of a petition."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject

from console.actions import classification, directing, petitions, transfers
from console.actions.guards import received_on
from console.domain.calendar import local_date
from console.domain.case import Case
from console.domain.instruction import Instruction
from console.domain.officer import Permission
from console.domain.petition import HANDLINGS, Handling, policy_of
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.names import Names
from console.ui.desk.acts import CaseActs
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.frame.toasts import Toast


class Registering(QObject):
    """The four questions, by command and by the rows of the inspector."""

    def __init__(
        self, window: DeskWindow, bench: Workbench, names: Names, room: CaseRoom, acts: CaseActs
    ) -> None:
        """Take the open case, what codes are called, who asks, and what carries the answers out."""
        super().__init__(window)
        self._window, self._bench, self._names = window, bench, names
        self._room, self._acts = room, acts
        window.inspector.deed_requested.connect(self.ask_time)
        rows = window.inspector.register
        rows.instruction_requested.connect(self.ask_instruction)
        rows.slip_requested.connect(self.ask_slip)
        rows.petition_requested.connect(self.ask_petition)

    def _case(self) -> Case | None:
        return self._room.detail.case if self._room.detail is not None else None

    def _today(self) -> date:
        return local_date(self._bench.clock.now_ms())

    def ask_time(self) -> None:
        """Ask when it happened."""
        from console.ui.dialogs.register import DeedTimeDialog

        case = self._case()
        if case is None:
            return
        district = self._bench.catalog.districts.get(case.district)
        place = ", ".join(filter(None, (case.place, district.name if district else "")))
        dialog = DeedTimeDialog(self._window, case.number, case.deed_time, place)

        def record(words: str) -> None:
            self._acts.run(
                lambda desk: classification.set_deed_time(
                    desk, case.case_id, words, expected_version=case.version
                ),
                tr("Đã ghi thời gian xảy ra của {number}", number=case.number)
                if words
                else tr("Đã bỏ thời gian xảy ra của {number}", number=case.number),
                "clock",
            )

        dialog.recorded.connect(record)
        dialog.open()

    def ask_instruction(self) -> None:
        """Show the instructions, and take another one from whoever may give it."""
        from console.ui.dialogs.register import InstructionDialog

        detail = self._room.detail
        if detail is None:
            return
        case = detail.case
        dialog = InstructionDialog(
            self._window,
            case.number,
            case.instructions,
            detail.called,
            may_write=self._bench.officer.may(Permission.INSTRUCT),
            may_follow=self._bench.officer.may(Permission.NOTE),
        )
        dialog.follow_wanted.connect(lambda one: self.ask_followed(case, one, detail.called))
        dialog.given.connect(
            lambda words: self._acts.run(
                lambda desk: directing.instruct(desk, case.case_id, words),
                tr("Đã ghi ý kiến chỉ đạo về {number}", number=case.number),
                "megaphone",
            )
        )
        dialog.open()

    def ask_followed(self, case: Case, one: Instruction, called: Mapping[str, str]) -> None:
        """Ask what was done on an instruction."""
        from console.ui.dialogs.register import FollowedDialog

        dialog = FollowedDialog(self._window, case.number, one, called)
        dialog.followed.connect(
            lambda words: self._acts.run(
                lambda desk: directing.follow(desk, case.case_id, one.instruction_id, words),
                tr("Đã ghi kết quả thực hiện ý kiến chỉ đạo về {number}", number=case.number),
                "check",
            )
        )
        dialog.open()

    def ask_slip(self) -> None:
        """Ask number and day of the slip of the newest transfer."""
        from console.ui.dialogs.register import SlipDialog

        case = self._case()
        if case is None:
            return
        handed = case.transfer
        if handed is None:
            self._say(tr("{number} chưa được chuyển đi đâu", number=case.number), "forward")
            return
        dialog = SlipDialog(
            self._window,
            case.number,
            self._names.unit(handed.to_unit),
            handed.slip,
            received=received_on(case),
            today=self._today(),
        )

        def number(document: str, on: date) -> None:
            self._acts.run(
                lambda desk: transfers.number_slip(
                    desk, case.case_id, document, on, expected_version=case.version
                ),
                tr("Đã ghi số phiếu chuyển của {number}", number=case.number),
                "forward",
            )

        dialog.numbered.connect(number)
        dialog.open()

    def ask_petition(self) -> None:
        """Ask what was made of a denunciation or complaint."""
        from console.ui.dialogs.petition import PetitionDialog

        case = self._case()
        if case is None:
            return
        if case.category not in HANDLINGS:
            self._say(tr("{number} không phải tố cáo, khiếu nại", number=case.number), "scale")
            return
        policies = self._bench.catalog.policies
        basis = {one: policies[policy_of(case.category, one)].citation for one in HANDLINGS[case.category]}
        dialog = PetitionDialog(
            self._window,
            case.number,
            case.category,
            case.petition if case.petition and case.petition.category == case.category else None,
            case.settled,
            {one: safe_line(words, 160) for one, words in basis.items()},
            received=received_on(case),
            today=self._today(),
        )

        def record(code: str, document: str, on: date, reason: str, settled: tuple[str, date] | None) -> None:
            self._acts.run(
                lambda desk: petitions.handle(
                    desk,
                    case.case_id,
                    Handling(code),
                    document,
                    on,
                    reason,
                    settled=settled,
                    expected_version=case.version,
                ),
                tr("Đã ghi kết quả xem xét {number}", number=case.number),
                "scale",
            )

        dialog.recorded.connect(record)
        dialog.open()

    def _say(self, words: str, icon: str) -> None:
        self._window.toasts.show_toast(Toast(icon, "accent", words, topic="register"))
