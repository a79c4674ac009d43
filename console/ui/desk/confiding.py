"""Who may know: showing an identity with a second officer, matters about officers, informants' wishes, suspected secrets."""

from PySide6.QtCore import QObject, Signal

from console.actions import conflicts, identity
from console.actions.confiding import (
    allow_contact,
    handle_secret,
    phoned_commander,
    restrict_contact,
    suspect_secret,
)
from console.cache.views import CaseDetail, Revealed
from console.domain.case import Case, RevealRequest
from console.domain.officer import Permission
from console.domain.text import safe_line
from console.runtime.i18n import in_language, tr
from console.runtime.resources import load_confidentiality
from console.ui.common.options import Option
from console.ui.common.sharing import told_line, words_shown
from console.ui.desk.acts import CaseActs
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.conflict import Concerned, ConflictDialog
from console.ui.dialogs.reason import DecisionDialog, ReasonDialog, reveal_dialog
from console.ui.frame.toasts import Toast, ToastAct


class Confiding(QObject):
    """Asks what the acts of ``actions.identity``, ``conflicts`` and ``confiding`` need, for the open case."""

    revealed = Signal()
    """An identity was shown here."""

    def __init__(self, window: DeskWindow, bench: Workbench, room: CaseRoom, acts: CaseActs) -> None:
        """Take the open case, and what carries the answers out."""
        super().__init__(window)
        self._window, self._bench, self._room, self._acts = window, bench, room, acts
        room.shown.connect(self._tell_of_requests)

    def _case(self) -> Case | None:
        return self._room.detail.case if self._room.detail is not None else None

    # -- identity -------------------------------------------------------------------------------------------------

    def reveal(self) -> None:
        """Ask why the citizen's name is needed; it is shown when the asking is in the log."""
        case = self._case()
        if case is not None:
            dialog = reveal_dialog(self._window, case)
            dialog.requested.connect(lambda reason: self._reveal(case, reason))
            dialog.open()

    def _reveal(self, case: Case, reason: str) -> None:
        def show(who: Revealed) -> None:
            self.revealed.emit()
            if self._room.case_id == case.case_id:
                self._window.inspector.show_identity(who, self._bench.clock.now_ms())

        def failed(error: Exception) -> None:
            if isinstance(error, identity.NeedsApproval) and not error.waiting:
                self._acts.run(
                    lambda desk: identity.ask_reveal(desk, case.case_id, reason),
                    tr("Đã gửi yêu cầu xem danh tính {number}: chờ người thứ hai duyệt", number=case.number),
                    "act.reveal",
                )
            else:
                self._acts.failed(error)

        self._bench.act(lambda desk: identity.reveal(desk, case.case_id, reason), show, failed)

    def _tell_of_requests(self, detail: CaseDetail) -> None:
        """Ask the second officer as soon as he looks at the case."""
        request = self._waiting(detail.case)
        if request is None or not self._bench.officer.may(Permission.APPROVE_REVEAL):
            return
        words = tr("Có người xin xem danh tính {number}", number=detail.case.number)
        acts = (
            ToastAct(tr("Cho xem"), lambda: self.answer(granted=True)),
            ToastAct(tr("Không duyệt"), lambda: self.answer(granted=False)),
        )
        topic = f"reveal.{request.request_id}"
        self._window.toasts.show_toast(
            Toast("act.reveal", "orange", words, told_line(request.reason, 200), acts, topic)
        )

    def _waiting(self, case: Case) -> RevealRequest | None:
        me = self._bench.officer.officer_id
        return next((one for one in case.reveals if one.granted is None and one.by != me), None)

    def answer(self, *, granted: bool) -> None:
        """Let the officer who asked see the identity, or ask why not."""
        case = self._case()
        request = self._waiting(case) if case is not None else None
        if case is None or request is None:
            words = tr("Hồ sơ này không có yêu cầu xem danh tính nào chờ duyệt")
            self._window.toasts.show_toast(Toast("act.reveal", "accent", words, topic="reveal"))
            return
        case_id, request_id = case.case_id, request.request_id
        if granted:
            said = tr("Đã cho xem danh tính {number}", number=case.number)
            self._acts.run(lambda desk: identity.answer_reveal(desk, case_id, request_id, granted=True), said)
            return
        dialog = ReasonDialog(
            self._window,
            tr("Không cho xem danh tính {number}?", number=case.number),
            told_line(request.reason, 200),
            icon="act.return",
            verb=tr("Không duyệt"),
            choices=(
                tr("Chưa cần biết danh tính để giải quyết"),
                tr("Lý do xem chưa rõ"),
                tr("Lý do khác"),
            ),
            promise=tr("Người xin thấy lý do. Cả hai việc nằm trong lịch sử hồ sơ."),
            tone="orange",
        )
        said = tr("Không cho xem danh tính {number}", number=case.number)
        dialog.requested.connect(
            lambda reason: self._acts.run(
                lambda desk: identity.answer_reveal(desk, case_id, request_id, granted=False, reason=reason),
                said,
            )
        )
        dialog.open()

    # -- matters about officers, wishes, secrets ----------------------------------------------------------------------

    def mark_conflict(self) -> None:
        """Ask whom of the police the case concerns; it leaves the screen at once."""
        case = self._case()
        if case is None:
            return
        me, catalog = self._bench.officer, self._bench.catalog
        own = {unit.code for unit in catalog.ancestors(me.unit)} | {me.unit}
        units = [
            Option(unit.code, unit.name_vi, catalog.unit_name(unit.parent), words=unit.code)
            for unit in catalog.units.values()
            if unit.parent is not None  # the root is everybody
        ]
        officers = [
            Option(one.officer_id, one.title, catalog.unit_name(one.unit), words=one.officer_id)
            for one in self._bench.queries.officers()
        ]
        dialog = ConflictDialog(
            self._window,
            case,
            sorted(units, key=lambda one: one.code not in own),
            sorted(officers, key=lambda one: one.code != me.officer_id),
        )

        def marked(found: Concerned) -> None:
            self._acts.run(
                lambda desk: conflicts.mark_conflict(
                    desk, case.case_id, found.units, found.officers, found.reason
                )
            )

        dialog.requested.connect(marked)
        dialog.open()

    def restrict(self) -> None:
        """Ask how the informant does not want to be reached."""
        case = self._case()
        if case is None:
            return
        wishes = {
            code: in_language(one.vi, one.en) for code, one in load_confidentiality().restrictions.items()
        }
        dialog = ReasonDialog(
            self._window,
            tr("Người báo tin yêu cầu gì về liên hệ?"),
            tr("Hồ sơ {number}", number=case.number),
            icon="act.reveal",
            verb=tr("Ghi yêu cầu"),
            choices=tuple(wishes.values()),
            promise=tr("Hiện ở đầu hồ sơ; trả lời nêu vụ việc và chuyển đơn vị sẽ được nhắc."),
        )

        def wished(reason: str) -> None:
            code = next((code for code, words in wishes.items() if reason.startswith(words)), "khac")
            words = reason.removeprefix(wishes[code]).strip(" :–-")
            self._acts.run(
                lambda desk: restrict_contact(desk, case.case_id, code, words),
                tr("Đã ghi yêu cầu liên hệ của {number}", number=case.number),
            )

        dialog.requested.connect(wished)
        dialog.open()

    def allow(self) -> None:
        """Ask which of the informant's wishes holds no longer, and why."""
        case = self._case()
        if case is None:
            return
        if not case.contact_limits:
            words = tr("{number} không có yêu cầu liên hệ nào", number=case.number)
            self._window.toasts.show_toast(Toast("act.undo", "accent", words, topic="wish"))
            return
        known = load_confidentiality().restrictions
        limits = case.contact_limits
        found = (known.get(one.code) for one in limits)
        names = [in_language(one.vi, one.en) if one is not None else tr("Yêu cầu khác") for one in found]
        dialog = DecisionDialog(
            self._window,
            tr("Bỏ yêu cầu liên hệ nào của {number}?", number=case.number),
            tr("Ghi vì sao: người báo tin nói lại, hoặc đã hiểu nhầm"),
            icon="act.undo",
            verb=tr("Bỏ yêu cầu"),
            choices=[
                safe_line(f"{name} ({words_shown(one.words)})" if one.words else name, 120)
                for name, one in zip(names, limits, strict=True)
            ],
            promise=tr("Không còn nhắc khi trả lời và chuyển đơn vị. Lý do nằm trong lịch sử hồ sơ."),
            tone="orange",
            need_words=frozenset(range(len(limits))),
        )
        if len(limits) == 1:
            dialog.choices[0].setChecked(True)
            dialog.words.edit.setFocus()
            dialog.refresh()

        def allowed(position: int, words: str) -> None:
            code = limits[position].code
            self._acts.run(
                lambda desk: allow_contact(desk, case.case_id, code, words),
                tr("Đã bỏ yêu cầu liên hệ của {number}", number=case.number),
            )

        dialog.answered.connect(allowed)
        dialog.open()

    def suspect(self) -> None:
        """Lock a case that may hold a state secret, then ask who of the command was phoned."""
        case = self._case()
        if case is None:
            return
        if case.secret is not None:
            self._phoned(case)
            return
        dialog = ReasonDialog(
            self._window,
            tr("{number} nghi có bí mật nhà nước?", number=case.number),
            tr("Không nhắc lại nội dung ở đây"),
            icon="lock",
            verb=tr("Khóa nội dung"),
            choices=(
                tr("Có dấu chỉ mức độ mật trên văn bản, ảnh"),
                tr("Nội dung về công tác, lực lượng không công khai"),
                tr("Lý do khác"),
            ),
            promise=tr("Ngừng hiện, tải, sao chép và xuất nội dung. Việc tiếp theo: điện trực chỉ huy."),
            tone="orange",
        )
        dialog.requested.connect(
            lambda reason: self._acts.run(
                lambda desk: suspect_secret(desk, case.case_id, reason),
                tr(
                    "Đã khóa {number}. Điện trực chỉ huy ngay, rồi bấm lại lệnh này để ghi",
                    number=case.number,
                ),
                "lock",
            )
        )
        dialog.open()

    def _phoned(self, case: Case) -> None:
        dialog = ReasonDialog(
            self._window,
            tr("Đã điện ai về {number}?", number=case.number),
            tr("Ghi tên và chức vụ người nhận điện"),
            icon="act.approve",
            verb=tr("Đã điện"),
            choices=(tr("Trực chỉ huy"), tr("Trực lãnh đạo"), tr("Người khác")),
            promise=tr("Giờ điện được ghi vào lịch sử hồ sơ."),
        )
        dialog.requested.connect(
            lambda name: self._acts.run(
                lambda desk: phoned_commander(desk, case.case_id, name),
                tr("Đã ghi việc điện chỉ huy của {number}", number=case.number),
            )
        )
        dialog.open()

    def decide_secret(self) -> None:
        """Ask what became of a suspected secret: it went its own way, or there is none."""
        case = self._case()
        if case is None:
            return
        if case.secret is None:
            words = tr("{number} không bị nghi có bí mật nhà nước", number=case.number)
            self._window.toasts.show_toast(Toast("lock-open", "accent", words, topic="secret"))
            return
        choices = (
            tr("Đã chuyển theo kênh bảo mật, ở đây vẫn khóa"),
            tr("Không có bí mật nhà nước, mở khóa nội dung"),
        )
        dialog = DecisionDialog(
            self._window,
            tr("Kết luận về {number}?", number=case.number),
            tr("Không nhắc lại nội dung ở đây"),
            icon="lock-open",
            verb=tr("Kết luận"),
            choices=choices,
            promise=tr("Kết luận và tên bạn vào lịch sử hồ sơ."),
            tone="orange",
            need_words=frozenset(),
        )

        def decided(position: int, words: str) -> None:
            reason = ": ".join(filter(None, (choices[position], words)))
            self._acts.run(
                lambda desk: handle_secret(desk, case.case_id, reason, moved=position == 0),
                tr("Đã kết luận về {number}", number=case.number),
                "lock-open",
            )

        dialog.answered.connect(decided)
        dialog.open()
