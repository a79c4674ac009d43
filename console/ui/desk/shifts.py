"""Wires the shift: the pill in the top bar, the handover page, the start, signatures, «còn thức?»."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from console.actions import claims, handing_over, shifts
from console.actions.desk import Desk
from console.cache.views import ChangeSet, EventItem
from console.domain.briefing import summary
from console.domain.handover import TOPIC, AwakeWatch, Nudge, Part, Sheet, next_change
from console.domain.officer import Officer, Permission
from console.runtime.i18n import tr
from console.ui.common.names import Names
from console.ui.common.sharing import sharing, told_line
from console.ui.common.times import clock_text
from console.ui.desk.acts import CaseActs, trouble_text
from console.ui.desk.alarms import Alarms
from console.ui.desk.pages import PageSpec
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.frame.health_words import StatusItem
from console.ui.frame.toasts import Toast, ToastAct
from console.ui.shift.asking import LineDialog, OfficerDialog, SignDialog, StartDialog
from console.ui.shift.page import HandoverPage
from console.ui.shift.words import line_title, notice_short, notice_text, shift_pill

PAGE = "handover"
REFRESH_MS = 250


class Shifts(QObject):
    """The shift of one desk."""

    record_wanted = Signal()
    """The record of the shift is to be written as a paper."""
    print_wanted = Signal()
    """The duty book of the shift is to be written as a paper."""

    def __init__(
        self,
        window: DeskWindow,
        bench: Workbench,
        names: Names,
        acts: CaseActs,
        alarms: Alarms,
        open_case: Callable[[str], None],
    ) -> None:
        """Take the window, who reads and acts, names for codes, the alarms to test, and the way to a case."""
        super().__init__(window)
        self._window, self._bench, self._names, self._acts = window, bench, names, acts
        self._alarms, self._open_case = alarms, open_case
        self._page: HandoverPage | None = None
        self._wrong = ""
        self._watch = AwakeWatch(bench.clock.mono())
        self._asked_at = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        sharing().changed.connect(self.refresh)
        bench.news.changed.connect(self._changed)
        window.pages.changed.connect(self._shown)
        window.hear_keys(self)
        self._show_pill()

    @property
    def allowed(self) -> bool:
        """Return whether the officer opens and hands over shifts at all."""
        return self._bench.officer.may(Permission.SHIFT)

    @property
    def watch(self) -> AwakeWatch | None:
        """Return what asks «còn thức?», which goes on behind the lock; ``None`` for who is not asked."""
        return self._watch if self.allowed else None

    @property
    def asked_at(self) -> int:
        """Return when it last asked (UTC ms), 0 for not yet."""
        return self._asked_at

    def answered(self, asked_at: int) -> None:
        """Write down that somebody is awake after all: who was asked at ``asked_at`` behind the lock has opened it."""
        if self.allowed:
            self._bench.act(lambda desk: shifts.awake(desk, asked_at), _nothing, self._acts.failed)

    def spec(self) -> PageSpec:
        """Return the page for the rail."""
        return PageSpec(PAGE, tr("Giao ca"), "nav.giaoca", self._make)

    def _make(self) -> HandoverPage:
        bench = self._bench
        page = HandoverPage(self._names, bench.officer.officer_id, bench.catalog.unit("CAT").name_vi)
        page.accept_wanted.connect(self._accept)
        page.step_written.connect(
            lambda case_id, text: self._do(lambda d: shifts.next_step(d, case_id, text))
        )
        page.remark_written.connect(lambda text: self._do(lambda d: shifts.remark(d, text)))
        page.equipped.connect(lambda item, on: self._do(lambda d: shifts.equip(d, item, present=on)))
        page.note_written.connect(lambda text: self._do(lambda d: shifts.note(d, text)))
        page.correct_wanted.connect(self._correct)
        page.sign_wanted.connect(lambda part: self.ask_signature(Part(part)))
        page.absent_wanted.connect(lambda: self.ask_signature(Part.TAKER, absent=True))
        page.start_wanted.connect(self.ask_start)
        page.book_wanted.connect(self._read_book)
        page.record_wanted.connect(self.record_wanted)
        page.book.print_wanted.connect(self.print_wanted)
        page.book.printing.setVisible(bench.officer.may(Permission.EXPORT))
        page.summary_wanted.connect(lambda sheet: page.add_remark(summary(sheet, self._kind)))
        page.write.setVisible(bench.officer.may(Permission.EXPORT))
        page.list.ask_wanted.connect(self._ask_back)
        page.list.give_wanted.connect(self._give)
        page.list.release_wanted.connect(self._release)
        page.list.explain_wanted.connect(self._explain)
        page.list.open_wanted.connect(self._open)
        self._page = page
        self._show_notices()
        self.refresh()
        return page

    def _kind(self, code: str) -> str:
        """Return a category as papers call it, whatever the language of the window."""
        known = self._bench.catalog.categories.get(code)
        return known.vi if known else ""

    # -- what is shown --------------------------------------------------------------------------------------------

    def _changed(self, changes: ChangeSet) -> None:
        if TOPIC in changes.topics:
            self._show_pill()
        if self._window.pages.code == PAGE and not self._timer.isActive():
            self._timer.start()

    def _shown(self, code: str) -> None:
        if code == PAGE and self._page is not None:
            self.refresh()
            self._page.setFocus()

    def _show_pill(self) -> None:
        now_ms = self._bench.clock.now_ms()
        shift = self._bench.queries.shift()
        words = shift_pill(shift, now_ms) if self.allowed else ""
        self._window.top.set_shift(words)
        self._window.status.set_context(self._bench.machine, words, self._bench.officer.name)
        self._show_notices()

    def _show_notices(self) -> None:
        """Say of which desk the leaver had gone, and which one does not answer at night."""
        notices = self._bench.queries.duty_notices() if self.allowed else ()
        sentences = [notice_text(one, self._names.unit) for one in notices]
        self._window.status.set_duty(
            tuple(
                StatusItem(
                    "bell" if one.kind == "asleep" else "warn",
                    notice_short(one, self._names.unit),
                    "redText" if one.kind == "asleep" else "orangeText",
                    strong=True,
                    tip=sentence,
                )
                for one, sentence in zip(notices, sentences, strict=True)
            )
        )
        if self._page is not None:
            self._page.set_notices(sentences)

    def minute(self) -> None:
        """Let time alone change the pill."""
        self._show_pill()

    def refresh(self) -> None:
        """Read the sheet anew on the store's thread and show it."""
        if self._page is None:
            return

        def show(sheet: Sheet) -> None:
            if self._page is not None:
                self._page.set_sheet(sheet, self._bench.officer.title)
                if self._page.tab_book.isChecked():
                    self._read_book()

        self._bench.act(shifts.read_sheet, show, self._acts.failed)

    def _read_book(self) -> None:
        def show(items: list[EventItem]) -> None:
            if self._page is not None:
                self._page.set_book(items)

        self._bench.act(shifts.read_log, show, self._acts.failed)

    # -- small acts -----------------------------------------------------------------------------------------------

    def _do(self, work: Callable[[Desk], object], said: str = "") -> None:
        """Run an act on the shift; what changed comes back as news."""

        def done(_result: object) -> None:
            if said:
                self._window.toasts.show_toast(Toast("act.approve", "green", said, topic="shift"))
            self.refresh()

        self._bench.act(work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._window.toasts.show_toast(Toast("warn", "red", trouble_text(error), topic="shift"))
        self.refresh()

    def _accept(self, keys: tuple[str, ...]) -> None:
        page = self._page
        if page is not None and page.is_giver:
            # Who hands over has nothing to accept: for him ↵ is writing what comes next.
            page.list.edit_step()
            return
        self._do(lambda desk: handing_over.accept(desk, keys))

    def _title(self, key: str) -> str:
        line = self._page.line(key) if self._page else None
        return line_title(line, self._names.category) if line else ""

    def _ask_back(self, key: str) -> None:
        dialog = LineDialog(
            self._window,
            tr("Hỏi lại về dòng này"),
            self._title(key),
            icon="circle-question-mark",
            verb=tr("Hỏi lại"),
            label=tr("Câu hỏi"),
            promise=tr("Người giao thấy câu hỏi ngay tại dòng này."),
        )
        dialog.answered.connect(lambda text: self._do(lambda d: handing_over.ask_back(d, key, text)))
        dialog.open()

    def _explain(self, key: str) -> None:
        line = self._page.line(key) if self._page else None
        if line is None or not line.blocks:
            return
        dialog = LineDialog(
            self._window,
            tr("Giải trình vì sao để nguyên"),
            self._title(key),
            icon="act.note",
            verb=tr("Ghi giải trình"),
            label=tr("Giải trình"),
            promise=tr("Dòng này không còn chặn đóng ca. Giải trình vào sổ trực."),
            tone="orange",
        )
        dialog.answered.connect(lambda text: self._do(lambda d: handing_over.explain(d, key, text)))
        dialog.open()

    def _give(self, key: str) -> None:
        line = self._page.line(key) if self._page else None
        if line is None or not line.owner:
            return
        case_id = line.case_id
        dialog = OfficerDialog(self._window, line.number, self._others(line.owner))
        dialog.picked.connect(
            lambda who: self._do(
                lambda desk: handing_over.hand_over(desk, case_id, who, tr("Hết ca")), tr("Đã giao hồ sơ")
            )
        )
        dialog.open()

    def _release(self, key: str) -> None:
        line = self._page.line(key) if self._page else None
        if line is not None and line.owner == self._bench.officer.officer_id:
            case_id = line.case_id
            self._do(lambda desk: claims.release(desk, case_id, tr("Hết ca")), tr("Đã trả về hàng đợi"))

    def _open(self, key: str) -> None:
        line = self._page.line(key) if self._page else None
        if line is not None and line.case_id:
            self._open_case(line.case_id)

    def _others(self, but: str) -> list[Officer]:
        """Return the officers of this desk who can hold cases."""
        unit = self._bench.officer.unit
        return [
            one
            for one in self._bench.queries.officers()
            if one.officer_id != but and one.unit == unit and one.may(Permission.CLAIM)
        ]

    def _correct(self, item: EventItem) -> None:
        """Ask for the line that puts one of the duty book right; the wrong one stays and is marked."""
        dialog = LineDialog(
            self._window,
            tr("Đính chính dòng {time}?", time=clock_text(item.at)),
            told_line(item.words, 300),
            icon="pencil",
            verb=tr("Ghi đính chính"),
            label=tr("Nội dung đúng"),
            promise=tr("Dòng cũ giữ nguyên và mang dấu «đã đính chính»."),
            tone="orange",
        )
        dialog.answered.connect(
            lambda text: self._do(lambda desk: shifts.note(desk, text, item.ref), tr("Đã ghi đính chính"))
        )
        dialog.open()

    def commander_sign(self) -> None:
        """Ask for the commander's signature under the sheet, from wherever the officer is."""
        if not self._bench.queries.shift().open:
            words = tr("Chưa mở ca trực")
            self._window.toasts.show_toast(Toast("act.sign", "accent", words, topic="shift"))
            return
        self.ask_signature(Part.COMMANDER)

    def ask_note(self) -> None:
        """Ask for a line of the duty book, from wherever the officer is."""
        dialog = LineDialog(
            self._window,
            tr("Ghi sổ trực"),
            tr("Một dòng một việc. Ghi sai thì ghi dòng đính chính"),
            icon="act.note",
            verb=tr("Ghi sổ"),
            label=tr("Nội dung"),
            promise=tr("Giờ và tên bạn tự ghi. Dòng đã ghi không sửa, không xóa."),
        )
        dialog.answered.connect(
            lambda text: self._do(lambda desk: shifts.note(desk, text), tr("Đã ghi sổ trực"))
        )
        dialog.open()

    # -- start and signatures -------------------------------------------------------------------------------------

    def ask_start(self) -> None:
        """Ask for the checks of the start, then open the shift."""

        def ask(clock: shifts.StartCheck) -> None:
            bench = self._bench
            health, parts = bench.queries.health(), bench.parts
            now_ms = bench.clock.now_ms()
            lights = (
                (tr("Zalo"), bool(health.linked_at) and now_ms - health.linked_at < 30_000),
                (tr("kho"), not parts),
                (tr("bản lưu"), health.cache_ok and not health.troubles),
            )
            dialog = StartDialog(
                self._window,
                planned_end=next_change(now_ms),
                heard=self._alarms.heard,
                lights=lights,
                clock=(clock.passed, clock.words),
                others=self._others(bench.officer.officer_id),
            )
            dialog.sound_wanted.connect(self._alarms.open_check)
            self._alarms.checked.connect(dialog.set_heard)
            dialog.opened.connect(self._start)
            dialog.open()

        self._bench.act(shifts.clock_check, ask, self._failed)

    def _start(self, others: tuple[str, ...], bell: str, lights: str) -> None:
        checks = (
            shifts.StartCheck("chuong", passed=not bell, words=bell),
            shifts.StartCheck("den", passed=not lights, words=lights),
        )
        self._do(lambda desk: shifts.open_shift(desk, others, checks), tr("Đã mở ca trực"))

    def ask_signature(self, part: Part, *, absent: bool = False) -> None:
        """Ask for a signature; a wrong PIN asks again and says so."""
        bench = self._bench
        me = bench.officer
        shift = bench.queries.shift()
        people = bench.queries.officers()
        if part is Part.COMMANDER:
            signers = [one for one in people if one.may(Permission.SIGN_SHIFT)]
        elif part is Part.GIVER:
            signers = [one for one in people if one.officer_id in shift.officers]
        else:
            signers = [one for one in people if one.officer_id not in shift.officers and one.unit == me.unit]
        if absent or not bench.uses_pins:
            signers = [one for one in signers if one.officer_id == me.officer_id]
        signers.sort(key=lambda one: one.officer_id != me.officer_id)
        dialog = SignDialog(
            self._window,
            part,
            signers,
            detail=tr("Biên bản lúc {time}", time=clock_text(bench.clock.now_ms())),
            asks_pin=bench.uses_pins,
            absent=absent,
            wrong=lambda: self._wrong,
        )
        self._wrong = ""
        dialog.signed.connect(lambda who, pin, reason: self._sign(part, who, pin, reason if absent else ""))
        dialog.open()

    def _sign(self, part: Part, who: str, pin: str, absent_reason: str) -> None:
        verify = self._bench.verify_pin

        def work(desk: Desk) -> Sheet:
            if absent_reason:
                return handing_over.take_over_absent(desk, pin, verify, absent_reason)
            return handing_over.sign(desk, part, who, pin, verify)

        def done(_sheet: Sheet) -> None:
            closed = part is Part.TAKER
            words = {
                Part.TAKER: tr("Đã giao ca. Mở ca mới để bắt đầu"),
                Part.GIVER: tr("Đã ký giao ca"),
                Part.COMMANDER: tr("Chỉ huy đã ký biên bản giao ca"),
            }[part]
            self._window.toasts.show_toast(Toast("act.sign", "green", words, topic="shift"))
            self.refresh()
            if closed and who == self._bench.officer.officer_id:
                self.ask_start()

        def failed(error: Exception) -> None:
            self._wrong = trouble_text(error)
            self.ask_signature(part, absent=bool(absent_reason))

        self._bench.act(work, done, failed)

    # -- awake ----------------------------------------------------------------------------------------------------

    def second(self) -> None:
        """Look whether somebody should be asked «còn thức?»; called each second."""
        if not self.allowed:
            return
        clock = self._bench.clock
        nudge = self._watch.tick(clock.mono(), clock.now_ms())
        if nudge is Nudge.NONE:
            return
        if nudge is Nudge.ASK:
            self._asked_at = clock.now_ms()
        asked, missed = self._asked_at, self._watch.missed
        if missed:
            self._bench.act(lambda desk: shifts.awake(desk, asked, missed), _nothing, self._acts.failed)
        act = ToastAct(tr("Còn thức"), self.answer_awake, "↵")
        words = {
            Nudge.ASK: tr("Còn thức?"),
            Nudge.LOUDER: tr("Còn thức? Chưa thấy trả lời"),
            Nudge.OTHERS: tr("Không ai trả lời ở bàn này"),
        }[nudge]
        tone = "accent" if nudge is Nudge.ASK else "red"
        self._window.toasts.show_toast(Toast("bell", tone, words, acts=(act,), topic="awake"))
        if nudge is not Nudge.ASK:
            self._alarms.nudge(loud=nudge is Nudge.OTHERS)

    def answer_awake(self) -> None:
        """Note that somebody is awake."""
        if self._watch.asking:
            asked = self._asked_at
            self._bench.act(lambda desk: shifts.awake(desk, asked), _nothing, self._acts.failed)
        self._watch.heard(self._bench.clock.mono())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever works is awake; a standing question is answered with ↵ alone, or with a press of the mouse."""
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress) and self._window.isVisible():
            enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if self._watch.asking and enter:
                self.answer_awake()
                self._window.toasts.dismiss("awake")
                return True
            if not self._watch.asking:
                self._watch.heard(self._bench.clock.mono())
        return super().eventFilter(watched, event)


def _nothing(_result: object) -> None:
    """There is nothing to say."""
