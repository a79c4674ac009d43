"""Moving a case up and along: transfer, give back, recall, urgent report, guidance. The dialogs and what their answers do."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from console.actions import transfers, urgent
from console.actions.desk import Desk, Done, Refused
from console.actions.releasing import Releasable, releasable
from console.cache.views import Counts, MessageItem
from console.domain.case import Case, TransferState
from console.domain.catalog import Catalog
from console.domain.masking import mask_source
from console.domain.message import Direction
from console.domain.officer import Officer
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.chips import accent
from console.ui.common.names import Names
from console.ui.common.options import Option
from console.ui.common.times import clock_text
from console.ui.composer.tabs import ComposerMode
from console.ui.desk.acts import CaseActs, say
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.covering import Covering
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.pending import PendingDialog, UrgentDialog, report_lines
from console.ui.dialogs.pick import PickDialog
from console.ui.dialogs.reason import ReturnDialog, accepted_by_dialog, recall_dialog
from console.ui.dialogs.transfer import INFO, TransferAsk, TransferDialog
from console.ui.dialogs.transfer_preview import make_preview, told_by_citizen

_QUOTED_CHARS = 240
_TELL_CITIZEN = "CHUYEN_DON_VI"
"""The ready answer that tells a citizen his matter went to a unit (canned-replies.json)."""
_MINUTE = 60_000
_Choices = tuple[list[Option], tuple[str, ...] | None, tuple[Releasable, ...] | None, str]


class Escalating(QObject):
    """Opens the dialogs of chuyển cấp for the case on screen."""

    def __init__(
        self, window: DeskWindow, bench: Workbench, room: CaseRoom, acts: CaseActs, names: Names
    ) -> None:
        """Take the open case, and what carries its answers out."""
        super().__init__(window)
        self.covering = Covering(window, bench, room, acts, names)
        self._window, self._bench, self._room, self._acts, self._names = window, bench, room, acts, names

    def _case(self) -> Case | None:
        return self._room.detail.case if self._room.detail else None

    # -- F9 -------------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Ask who takes the open case; what is already on its way gets the acts for that instead (F9)."""
        case = self._case()
        if case is None:
            return
        pending = case.transfer is not None and case.transfer.state is TransferState.PENDING
        if pending or case.urgent_report is not None or (case.transfer is not None and case.priority == "P1"):
            self.pending()
        else:
            self.transfer()

    def pending(self) -> None:
        """Offer what can be done about a case that is on its way or must be reported at once, a digit each."""
        detail, case = self._room.detail, self._case()
        if detail is None or case is None:
            return
        transfer = case.transfer
        waits = transfer is not None and transfer.state is TransferState.PENDING
        unit = self._names.unit(transfer.to_unit) if transfer else ""
        first = (
            Option("recall", tr("Thu hồi"), tr("{unit} chưa tiếp nhận", unit=unit))
            if waits
            else Option("transfer", tr("Chuyển đơn vị khác…"))
        )
        acts = (
            first,
            Option("phone", tr("Đã điện lúc này"), tr("Ghi giờ điện báo cấp trên vào nhật ký")),
            Option(
                "accepted",
                tr("Đơn vị nhận qua điện thoại…"),
                tr("Đơn vị không có máy trực: ghi tên người nhận"),
                enabled=waits,
            ),
            Option("files", tr("Tệp gửi kèm…"), tr("Cho đơn vị xem thêm hoặc bớt ảnh, ghi âm")),
            Option(
                "urgent", tr("Báo cáo khẩn…"), tr("Điện ngay, văn bản trong 2 giờ, báo cáo tiếp trong 4 giờ")
            ),
        )
        words = ""
        if transfer is not None and waits:
            words = tr("Chờ {unit} tiếp nhận trước {time}", unit=unit, time=clock_text(transfer.due_at))
        dialog = PendingDialog(self._window, case, acts, said(detail.trail), words)
        runs = {
            "recall": self.recall,
            "transfer": self.transfer,
            "phone": lambda: self.stamp(case, "phone"),
            "accepted": self.accepted_by_phone,
            "files": self.covering.release,
            "urgent": self.urgent,
        }
        dialog.requested.connect(lambda act: runs[act]())
        dialog.open()

    def transfer(self) -> None:
        """Ask which unit takes the open case. Who may receive it is asked on the store's thread first."""
        case = self._case()
        if case is None:
            return
        counts = self._bench.queries.counts()
        officers = self._bench.queries.officers()
        texts = [item.text for item in told_by_citizen(self._room.items)]

        def choices(desk: Desk) -> _Choices:
            options = unit_options(desk, case, counts, officers)
            read = transfers.as_received(desk, case.case_id, texts)
            return options, read, releasable(desk, case.case_id), _barred(desk, case)

        self._bench.act(choices, lambda found: self._show_transfer(case, *found), self._acts.failed)

    def _show_transfer(
        self,
        case: Case,
        options: list[Option],
        read: tuple[str, ...] | None,
        files: tuple[Releasable, ...] | None,
        barred: str,
    ) -> None:
        detail = self._room.detail
        if detail is None or detail.case.case_id != case.case_id:
            return
        catalog, now_ms = self._bench.catalog, self._bench.clock.now_ms()
        suggestion = detail.suggestion
        # Where a person has said where it happened, that place's unit comes before the machine's.
        here = next((o.code for o in options if o.chip is not None and o.enabled), "")
        told = [i for i in self._room.items if isinstance(i, MessageItem)]
        ready = self._bench.queries.ready_answers().get(_TELL_CITIZEN)
        policy = catalog.policies["SLA_UNIT_ACCEPT"]
        variant = policy.variants.get(case.priority)
        dialog = TransferDialog(
            self._window,
            case,
            self._names,
            options,
            now_ms,
            suggested=here or (suggestion.unit if suggestion else ""),
            reason=reason_words(case, told, self._names),
            requests=[
                Option(r.code, said(r.vi), said(r.detail)) for r in catalog.escalation.requests.values()
            ],
            preview=make_preview(detail, self._room.items, self._names, now_ms, read),
            accept_minutes=(variant.duration if variant else policy.duration) or 0,
            citizen_words=ready.title if ready is not None and ready.fits(case.category or None) else "",
            files=files or (),
            barred=barred,
        )
        if dialog.choices is not None:
            self.covering.attend(case, dialog.choices)
        dialog.requested.connect(lambda wanted: self._carry_out(case, wanted))
        dialog.open()

    def _carry_out(self, case: Case, wanted: TransferAsk) -> None:
        if wanted.request == INFO:
            unit = self._names.unit(wanted.to_unit)
            self._acts.run(
                lambda desk: transfers.inform(
                    desk, case.case_id, (wanted.to_unit,), wanted.reason, files=wanted.files
                ),
                tr("Đã báo {unit} để biết {number}", unit=unit, number=case.number),
                "act.escalate",
            )
            return
        self._acts.transfer(case, wanted)
        ready = self._bench.queries.ready_answers().get(_TELL_CITIZEN)
        if wanted.tell_citizen and ready is not None and self._room.case_id == case.case_id:
            text = ready.text.replace("{ma_vu_viec}", case.number)
            text = text.replace("{don_vi}", self._bench.catalog.unit_name(wanted.to_unit))
            self._window.composer.start(ComposerMode.REPLY)
            self._window.composer.put_reply(text)

    # -- answers --------------------------------------------------------------------------------------------------

    def give_back(self) -> None:
        """Ask why a transferred case is given back, or recalled by the side that sent it (Shift+F9)."""
        case = self._case()
        if case is None:
            return
        transfer, catalog = case.transfer, self._bench.catalog
        mine = transfer is not None and catalog.is_within(self._bench.officer.unit, transfer.to_unit)
        if transfer is not None and transfer.state is TransferState.PENDING and not mine:
            self.recall()
            return
        reasons = list(catalog.escalation.return_reasons.values())
        source = self._names.unit(transfer.from_unit) if transfer else ""
        dialog = ReturnDialog(self._window, case, source, [(said(r.vi), r.words) for r in reasons])

        def answered(position: int, words: str) -> None:
            code = reasons[position].code
            self._acts.run(
                lambda desk: transfers.give_back(desk, case.case_id, code, words),
                tr("Đã trả lại {number}", number=case.number),
                "act.return",
            )

        dialog.answered.connect(answered)
        dialog.open()

    def recall(self) -> None:
        """Ask why a transfer is taken back."""
        case = self._case()
        if case is None:
            return
        dialog = recall_dialog(self._window, case)
        dialog.requested.connect(
            lambda reason: self._acts.run(
                lambda desk: transfers.recall(desk, case.case_id, reason),
                tr("Đã thu hồi {number}", number=case.number),
                "act.return",
            )
        )
        dialog.open()

    def accepted_by_phone(self) -> None:
        """Ask who accepted the case by word of mouth."""
        case = self._case()
        if case is None:
            return
        unit = self._names.unit(case.transfer.to_unit) if case.transfer else ""
        dialog = accepted_by_dialog(self._window, case, unit)
        dialog.requested.connect(
            lambda who: self._acts.run(
                lambda desk: transfers.accept_by_phone(desk, case.case_id, who),
                tr("Đã ghi {unit} tiếp nhận {number}", unit=unit, number=case.number),
                "unit.acked",
            )
        )
        dialog.open()

    # -- urgent report and guidance -------------------------------------------------------------------------------

    def stamp(self, case: Case, step: str) -> None:
        """Note that a step of the urgent report was done now."""
        words = said(self._bench.catalog.escalation.urgent_steps[step].vi)
        self._acts.run(
            lambda desk: urgent.stamp(desk, case.case_id, step),
            tr("{number}: đã ghi “{what}”", number=case.number, what=words)
            if self._kind_known(case)
            else tr("{number}: đã ghi “{what}”. Chưa chọn loại việc", number=case.number, what=words),
        )

    def _kind_known(self, case: Case) -> bool:
        report = case.urgent_report
        hint = self._bench.catalog.escalation.urgent_hint(case.tags)
        return bool(report.kind if report is not None else hint)

    def urgent(self) -> None:
        """Open the checklist of the urgent report."""
        case = self._case()
        if case is None:
            return
        self._bench.act(
            lambda desk: urgent.draft_report(desk, case.case_id),
            lambda draft: self._show_urgent(case, draft),
            self._acts.failed,
        )

    def _show_urgent(self, case: Case, draft: str) -> None:
        escalation, detail = self._bench.catalog.escalation, self._room.detail
        clocks = {clock.code: clock.due_at for clock in detail.clocks} if detail else {}
        ended = {clock.code: clock.done_at for clock in detail.clocks if clock.done_at} if detail else {}
        dues, met = (
            {s.code: known[s.policy] for s in escalation.urgent_steps.values() if s.policy in known}
            for known in (clocks, ended)
        )
        dialog = UrgentDialog(
            self._window,
            case,
            [Option(kind.code, said(kind.vi), words=kind.vi) for kind in escalation.urgent_kinds.values()],
            report_lines(
                [(s.code, said(s.vi)) for s in escalation.urgent_steps.values()],
                case.urgent_report,
                dues,
                met,
            ),
            draft,
            self._bench.clock.now_ms(),
            suggested=escalation.urgent_hint(case.tags),
        )

        def answered(kind: str, step: str) -> None:
            def work(desk: Desk) -> Done:
                if kind:
                    done = urgent.open_report(desk, case.case_id, kind)
                    if not step:
                        return done
                return urgent.stamp(desk, case.case_id, step)

            words = tr("{number}: đã ghi vào báo cáo khẩn", number=case.number)
            if not kind:
                words = tr("{number}: đã ghi vào báo cáo khẩn. Chưa chọn loại việc", number=case.number)
            self._acts.run(work, words, "sev.khan")

        dialog.requested.connect(answered)
        dialog.open()

    def guide(self) -> None:
        """Ask which body can help the citizen, note it and put the answer into the composer (features E-07)."""
        case = self._case()
        if case is None:
            return
        catalog = self._bench.catalog
        bodies = sorted(
            catalog.escalation.guidance.values(),
            key=lambda body: case.category not in body.categories,
        )
        options = []
        for body in bodies:
            contact = catalog.contacts.get(body.contact or "")
            phone = contact.public_phone if contact else None
            options.append(
                Option(body.code, said(body.vi), phone or tr("chưa có số"), words=f"{body.vi} {body.words}")
            )
        dialog = PickDialog(
            self._window,
            tr("Hướng dẫn {number} tới nơi khác", number=case.number),
            tr("Ngoài thẩm quyền: nói rõ nơi giải quyết. Bạn xem lại câu trả lời rồi mới gửi."),
            options,
            verb=tr("Soạn hướng dẫn"),
            icon="act.escalate",
        )
        dialog.requested.connect(lambda code: self._guide(case, code))
        dialog.open()

    def _guide(self, case: Case, body: str) -> None:
        def show(answer: tuple[Done, str]) -> None:
            if self._room.case_id == case.case_id:
                self._window.composer.start(ComposerMode.REPLY)
                self._window.composer.put_reply(answer[1])

        self._bench.act(lambda desk: urgent.guide(desk, case.case_id, body), show, self._acts.failed)


def reason_words(case: Case, told: Sequence[MessageItem], names: Names) -> str:
    """Return words for the unit to begin with: kind, place, and the citizen's first sentence."""
    first = next((m.text for m in told if m.direction is Direction.INBOUND and m.text), "")
    head = " · ".join(filter(None, (names.category(case.category) if case.category else "", case.place)))
    quoted = safe_line(mask_source(first, ()), _QUOTED_CHARS)
    return ": ".join(filter(None, (head, quoted)))


def _barred(desk: Desk, case: Case) -> str:
    """Return why the officer may not hand the case on, before he chooses and writes; "" where he may."""
    try:
        transfers.require_right_to_route(desk, case)
    except Refused as error:
        return say(error.words)
    return ""


def unit_options(
    desk: Desk, case: Case, counts: Counts | None = None, officers: Sequence[Officer] = ()
) -> list[Option]:
    """Return the units of the picker, those of the place first; one that may not receive this case says why."""
    catalog = desk.catalog
    here = catalog.units_of_place(case.district, case.place) if case.district or case.place else ()
    options = []
    for unit in catalog.units.values():
        if not unit.receives:
            continue
        reason = transfers.may_receive(desk, case, unit.code)
        on_site = unit.code in here
        options.append(
            Option(
                unit.code,
                unit.name_vi,
                say(reason) if reason else _unit_detail(catalog, unit.code, counts, officers),
                icon="unit",
                words=f"{unit.code} {unit.short_vi} {unit.name_en}",
                chip=accent(tr("Đúng địa bàn"), "location") if on_site and reason is None else None,
                enabled=reason is None,
            )
        )
    return sorted(options, key=lambda option: (option.chip is None, not option.enabled))


def _unit_detail(catalog: Catalog, code: str, counts: Counts | None, officers: Sequence[Officer]) -> str:
    """Return who can be reached there, and how many cases the unit has."""
    people = [officer for officer in officers if officer.unit == code]
    open_cases = counts.units.get(code, 0) if counts else 0
    contact = catalog.contact_of(code)
    phone = contact.public_phone if contact else None
    if people:
        who = tr("Có tài khoản: {who}", who=safe_line(people[0].title, 60))
    elif phone:
        who = tr("Chưa có máy trực – gọi {phone}", phone=phone)
    else:
        who = tr("Chưa có máy trực, danh bạ chưa có số")
    return tr("{who} · {count} hồ sơ", who=who, count=open_cases) if open_cases else who
