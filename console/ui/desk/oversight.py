"""What keeps watch over the open case and over who looks: keeping by order, who looked, too many identities in a day."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from console.actions import identity, retention
from console.domain.case import Case
from console.domain.numerals import number_text
from console.domain.officer import Permission
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.desk.acts import CaseActs
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.lifting import lifting_dialog
from console.ui.dialogs.looked import LookedDialog
from console.ui.dialogs.reason import ReasonDialog
from console.ui.frame.health_words import StatusItem
from console.ui.frame.toasts import Toast

ICON = "fingerprint-pattern"


class Oversight(QObject):
    """Asks and shows; ``look`` is called each minute and after an identity was shown here."""

    def __init__(self, window: DeskWindow, bench: Workbench, room: CaseRoom, acts: CaseActs) -> None:
        """Take where to show, who reads and acts, the open case, and what says how acts went."""
        super().__init__(window)
        self._window, self._bench, self._room, self._acts = window, bench, room, acts
        self._told: dict[str, int] = {}
        window.conversation.header.set_officer(bench.officer)

    def _case(self) -> Case | None:
        return self._room.detail.case if self._room.detail is not None else None

    # -- keeping --------------------------------------------------------------------------------------------------

    def hold(self) -> None:
        """Ask why the open case is kept whatever its age, or why it need not be any more."""
        case = self._case()
        if case is None:
            return
        if case.hold:
            self._lift(case)
            return
        dialog = ReasonDialog(
            self._window,
            tr("Giữ {number}, không xóa khi hết hạn lưu?", number=case.number),
            safe_line(case.pseudonym, 60),
            icon="archive",
            verb=tr("Giữ hồ sơ"),
            choices=(
                tr("Cơ quan điều tra, viện kiểm sát, tòa án yêu cầu"),
                tr("Đang có khiếu nại, tố cáo về hồ sơ này"),
                tr("Lý do khác"),
            ),
            promise=tr("Hồ sơ và tệp được giữ tới khi có lệnh thôi giữ. Lý do và tên bạn vào lịch sử hồ sơ."),
        )
        dialog.requested.connect(
            lambda reason: self._acts.run(
                lambda desk: retention.hold(desk, case.case_id, reason),
                tr("Giữ {number} tới khi có lệnh thôi giữ", number=case.number),
                "archive",
            )
        )
        dialog.open()

    def _lift(self, case: Case) -> None:
        dialog = lifting_dialog(self._window, case.number, case.hold)
        dialog.requested.connect(
            lambda reason: self._acts.run(
                lambda desk: retention.lift_hold(desk, case.case_id, reason),
                tr("Đã thôi giữ {number}", number=case.number),
                "archive",
            )
        )
        dialog.open()

    # -- who looked -----------------------------------------------------------------------------------------------

    def who_looked(self) -> None:
        """Show who looked into the open case."""
        case = self._case()
        if case is None:
            return

        def show(looks: Sequence[tuple[int, str, str]]) -> None:
            LookedDialog(self._window, case.number, looks).open()

        self._bench.act(lambda desk: identity.who_looked(desk, case.case_id), show, self._acts.failed)

    # -- too many identities in a day -----------------------------------------------------------------------------

    def look(self) -> None:
        """Tell of whoever saw more identities today than passes without being told of."""
        self._bench.act(identity.reveals_over, self._show_over, self._acts.failed)

    def _show_over(self, over: Sequence[tuple[str, str, int]]) -> None:
        me = self._bench.officer
        for officer_id, name, count in over:
            if self._told.get(officer_id, 0) < count:
                own = officer_id == me.officer_id
                words = (
                    tr("Bạn đã xem {count} danh tính hôm nay", count=number_text(count))
                    if own
                    else tr(
                        "{name} đã xem {count} danh tính hôm nay",
                        name=safe_line(name, 60),
                        count=number_text(count),
                    )
                )
                detail = (
                    tr("Trực chỉ huy được báo. Mỗi lần xem đều có lý do trong nhật ký.")
                    if own
                    else tr("Nhiều hơn mức phải báo. Mở hồ sơ, lệnh «Ai đã xem» cho biết xem gì, lúc nào.")
                )
                toast = Toast(ICON, "red", words, detail, topic=f"reveals.{officer_id}")
                self._window.toasts.show_toast(toast)
        self._told = {officer_id: count for officer_id, _name, count in over}
        if not me.may(Permission.AUDIT):
            return
        lines = [f"{safe_line(name, 60)}: {number_text(count)}" for _id, name, count in over]
        items: tuple[StatusItem, ...] = ()
        if lines:
            words = tr("Xem nhiều danh tính: {who}", who=lines[0])
            more = f" +{len(lines) - 1}" if len(lines) > 1 else ""
            items = (StatusItem(ICON, words + more, "redText", strong=True, tip="\n".join(lines)),)
        self._window.status.set_warnings(items)
