"""Lets the panes of the desk talk: queue to case, keys to acts, news to everything."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from console.cache.views import ChangeSet, QueueFilter, View
from console.domain.case import URGENT
from console.runtime.i18n import tr
from console.ui.common.message import tell
from console.ui.common.names import Names
from console.ui.composer.tabs import ComposerMode
from console.ui.conversation.parts import Act, ThreadAct
from console.ui.desk.acts import CaseActs
from console.ui.desk.administering import TOPICS, Administering
from console.ui.desk.alarms import Alarms, Sounder
from console.ui.desk.approving import Approving
from console.ui.desk.asking import Asking
from console.ui.desk.bulk import BulkActs
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.clocking import Clocking, extendable
from console.ui.desk.connection import Connection
from console.ui.desk.duty_acts import DutyActs
from console.ui.desk.entering import Entering
from console.ui.desk.fates import Fates
from console.ui.desk.filling import Filling
from console.ui.desk.finding import Finding
from console.ui.desk.foreign import Outside, ask_who_sent
from console.ui.desk.glimpses import Glimpses
from console.ui.desk.holding import Holding
from console.ui.desk.kept import Kept
from console.ui.desk.keyboard import Keyboard, Run
from console.ui.desk.law_terms import LawTerms
from console.ui.desk.library import Library
from console.ui.desk.linking import Linking
from console.ui.desk.looks import Looks
from console.ui.desk.media import Media
from console.ui.desk.national import NationalEntering
from console.ui.desk.no_cases import NoCases
from console.ui.desk.oversight import Oversight
from console.ui.desk.pages import DESK, PageSpec
from console.ui.desk.people import People
from console.ui.desk.pin_asking import PinAsking
from console.ui.desk.presence import PresenceBeat
from console.ui.desk.proofing import Proofing
from console.ui.desk.pulse import Pulse
from console.ui.desk.registering import Registering
from console.ui.desk.regulating import Regulating
from console.ui.desk.reminding import Reminding
from console.ui.desk.reporting import CODE as STATISTICS
from console.ui.desk.reporting import Reporting
from console.ui.desk.requests import Requests
from console.ui.desk.reviews import Reviews
from console.ui.desk.saved_views import SavedViews
from console.ui.desk.searching import PAGE, Searching
from console.ui.desk.sharing import ScreenSharing
from console.ui.desk.shifts import Shifts
from console.ui.desk.window import DeskWindow
from console.ui.desk.withdrawing import Withdrawing
from console.ui.desk.workbench import Workbench
from console.ui.frame.toasts import Toast
from console.ui.rail.rail import VIEW_KEYS

CATEGORY_KEYS: tuple[tuple[str, ...], ...] = (
    ("TO_GIAC", "TIN_BAO", "KHAN_CAP", "CHAY_CNCH", "ANTT"),
    ("PAKN", "PAKN_TTHC", "KIEN_NGHI_KT", "GIAO_THONG"),
    ("TTHC", "THAT_LAC"),
    ("KHAO_SAT",),
    ("TO_CAO", "KHIEU_NAI"),
    ("CAM_ON", "HOI_DAP", "SPAM", "QUAY_ROI", "THU_NGHIEM", "CHUA_RO"),
)
"""What Alt+1…6 stand for (officer-day.md §4). The suggested one of a key's group is taken, else the first."""


class DeskController(QObject):
    """Wires one window to one workbench."""

    closed = Signal()
    lock_wanted = Signal()

    def __init__(
        self, window: DeskWindow, bench: Workbench, names: Names, sounds: Sounder | None = None
    ) -> None:
        """Connect everything and show the queue. ``sounds`` is what alarms are played by; ``None`` plays nothing."""
        super().__init__(window)
        self._window, self._bench, self._names = window, bench, names
        self.room = CaseRoom(window, bench)
        self.acts = CaseActs(window, bench, self.room)
        self.asking = Asking(window, bench, self.room, self.acts, names)
        self.proofing = Proofing(window.composer, bench)
        self.presence = PresenceBeat(window, bench, self.room)
        self.clocking = Clocking(
            window, self.room, self.acts, lambda: extendable(bench.catalog), lambda: bench.officer
        )
        self.outside = Outside(window, self.room, self.acts)
        self.people = People(window, bench, self.room, self.acts)
        self.registering = Registering(window, bench, names, self.room, self.acts)
        self.national = NationalEntering(window, bench, self.room, self.acts)
        self.linking = Linking(window, bench, names, self.room, self.acts)
        self.glimpses = Glimpses(window, bench, self.room)
        self.media = Media(window, bench, self.room, self.asking.escalating.covering)
        self.sharing = ScreenSharing(window, bench, self.room)
        self.alarms = Alarms(window, bench, sounds)
        self.entering = Entering(window, bench, self.room, self.acts, self.asking)
        self.looks = Looks(window, bench)
        self.bulk = BulkActs(window, bench, self.acts, names)
        self.views = SavedViews(window, bench)
        platform = QGuiApplication.platformName()
        self.keyboard = Keyboard(window, bench, self.room, self.acts, platform)
        self.finding = Finding(window, bench, names, self.room, self.keyboard.why_not)
        self.connection = Connection(window, bench)
        self.reporting = Reporting(window, bench, names)
        self.reporting.case_wanted.connect(self.open_case)
        self.national.export_wanted.connect(self.reporting.ask_fields)
        self.fates = Fates(window, bench, self.room, self.open_case)
        self.approving = Approving(window, bench, self.room, self.acts)
        self.library = Library(window, bench)
        self.searching = Searching(window, bench, names)
        self.add_page(PageSpec(PAGE, tr("Tìm kiếm"), "act.search", self.searching.make_page))
        self.reviews = Reviews(window, bench, names, self.acts, self.open_case)
        self.duty = DutyActs(window, bench, self.room, self.acts)
        self.shifts = Shifts(window, bench, names, self.acts, self.alarms, self.open_case)
        self.law_terms = LawTerms(
            window, bench, self.acts, lambda: window.pages.open(self.shifts.spec().code)
        )
        self.reminding = Reminding(window, bench, self.room, self.acts, self.alarms, self.open_case)
        self.holding = Holding(
            window, bench, self.room, self.acts, self.alarms, self.presence, self.open_case
        )
        self.requests = Requests(window, bench, self.room, names, self.alarms.notice, self.open_case)
        self.oversight = Oversight(window, bench, self.room, self.acts)
        self.asking.confiding.revealed.connect(self.oversight.look)
        self.administering = Administering(window, bench, names)
        self.regulating = Regulating(window, bench, names)
        self.regulating.case_wanted.connect(self.open_case)
        bench.news.changed.connect(self._reseated)
        self.pins = PinAsking(window, bench)
        self.looks.pin_wanted.connect(self.pins.ask)
        self.withdrawing = Withdrawing(window, bench, self.room, self._lists())
        self.filling = Filling(window, bench, names, self.room, self.library)
        self.filling.fill()
        self.shifts.minute()
        self._connect_panes()
        self._add_pages()
        self.keyboard.connect_keys(self._make_runs(), self.entering.once_open)
        self.pulse = Pulse(window, bench, self.room, self.acts, self.alarms, names)
        self.pulse.second_passed.connect(self.shifts.second)
        self.pulse.minute_passed.connect(self.sharing.minute)
        self.pulse.second_passed.connect(self.holding.second)
        self.pulse.minute_passed.connect(self.shifts.minute)
        self.pulse.minute_passed.connect(self.law_terms.look)
        self.pulse.minute_passed.connect(self.approving.look)
        self.pulse.minute_passed.connect(self.looks.look)
        self.pulse.minute_passed.connect(self.oversight.look)
        self.refresh_health = self.pulse.refresh_health
        window.queue.show_filter(QueueFilter(View.ALL_OPEN))
        window.rail.show_filter(QueueFilter(View.ALL_OPEN))
        self.add_page(self.reporting.spec())
        self.shifts.record_wanted.connect(self.reporting.ask_handover)
        self.shifts.print_wanted.connect(self.reporting.ask_duty_book)
        self.pulse.start()
        self.oversight.look()
        self.no_cases = NoCases(window, bench, self.keyboard.run_command)
        self.no_cases.look()

    def _lists(self) -> tuple[Callable[[], None], ...]:
        """Return what fills the lists of all pages again."""
        return (
            self.searching.look_again,
            self.finding.palette.forget,
            self.shifts.refresh,
            self.reviews.refresh,
            self.reporting.refresh,
        )

    def add_page(self, spec: PageSpec) -> None:
        """Give the desk another page: its entry stands in the rail, its widget is made when it is first opened."""
        self._window.pages.add(spec)
        self._window.rail.add_page(spec.code, spec.words, spec.icon)

    def _add_pages(self) -> None:
        for feature in (self.reviews, self.shifts, self.administering, self.regulating):
            spec = feature.spec()
            known = self._window.pages.has(spec.code)
            if known:
                self._window.rail.show_entry(spec.code, shown=feature.allowed)
            elif feature.allowed:
                self.add_page(spec)
            if known and not feature.allowed and self._window.pages.code == spec.code:
                self._window.pages.open(DESK)
        self.reviews.refresh()

    def _reseated(self, changes: ChangeSet) -> None:
        """Show what the officer may do and see, where his account or the matrix of roles was changed."""
        if not changes.topics & TOPICS:
            return
        self.filling.show_officer()
        self._add_pages()
        self.no_cases.look()
        self._window.queue.refresh()
        self.room.refresh()

    def open_case(self, case_id: str) -> None:
        """Open a case, as a click on its row does."""
        self.entering.open_case(case_id)

    def kept(self) -> Kept:
        """Return what the lock goes on with."""
        alarms, shifts = self.alarms, self.shifts
        return Kept(
            alarms.board,
            alarms.known,
            alarms.returns,
            self.reminding.told,
            self.fates.states,
            self.holding.held,
            shifts.watch,
            shifts.asked_at,
        )

    def resume(self, kept: Kept) -> None:
        """Tell the officer what happened to his own matters while his desk was locked."""
        self.alarms.resume(kept.returns)
        self.fates.resume(kept.replies)
        self.holding.resume(kept.held)

    def claim_next(self) -> None:
        """Take the most urgent case nobody holds, as F8 does."""
        self.entering.claim_next()

    # -- connections ----------------------------------------------------------------------------------------------

    def _connect_panes(self) -> None:
        window, acts, asking = self._window, self.acts, self.asking
        queue, rail, inspector = window.queue, window.rail, window.inspector
        header, thread = window.conversation.header, window.conversation.thread_view
        self._bench.news.thumbnail_ready.connect(thread.thumbnail_ready)
        thread.set_thumbnails(self._bench.thumbnail)
        queue.case_opened.connect(self._row_chosen)
        queue.case_entered.connect(self.entering.enter)
        queue.act_wanted.connect(self.entering.act_on)
        queue.filter_changed.connect(rail.show_filter)
        rail.filter_wanted.connect(self._show_filter)
        rail.page_wanted.connect(self._show_page)
        window.pages.changed.connect(self._page_shown)
        rail.units_wanted.connect(self.finding.open_palette)
        acts.moved_to.connect(self.open_case)
        thread.act_requested.connect(self._thread_act)
        header.tags_requested.connect(asking.tags)
        header.transfer_requested.connect(asking.transfer)
        header.close_requested.connect(asking.close)
        header.claim_requested.connect(asking.claim)
        header.more_requested.connect(self.keyboard.run_command)
        inspector.category_picked.connect(acts.classify)
        inspector.priority_picked.connect(acts.set_priority)
        inspector.district_picked.connect(acts.set_district)
        inspector.transfer_requested.connect(asking.transfer)
        inspector.owner_requested.connect(asking.claim)
        inspector.tags_requested.connect(asking.tags)
        inspector.tag_removed.connect(self._remove_tag)
        inspector.suggestion_accepted.connect(acts.accept_suggestion)
        inspector.emergency.confirmed.connect(partial(acts.set_priority, URGENT))
        inspector.emergency.dismissed.connect(acts.dismiss_emergency)
        inspector.reveal_requested.connect(asking.confiding.reveal)
        inspector.merge_requested.connect(asking.merge)
        inspector.link_requested.connect(self.linking.link)
        inspector.case_requested.connect(self.open_case)
        inspector.ask_requested.connect(acts.ask_next)
        window.top.search_wanted.connect(self.finding.open_palette)
        window.top.theme_toggled.connect(self.looks.toggle_theme)
        window.top.help_wanted.connect(self.looks.show_keys)
        window.top.urgent_wanted.connect(self.claim_next)
        window.banner.act_wanted.connect(self._banner_act)
        self.finding.case_wanted.connect(self.entering.found)
        self.searching.case_wanted.connect(self.entering.found)
        self.finding.command_wanted.connect(self.keyboard.run_command)
        window.closing.connect(self._close)

    def _make_runs(self) -> dict[str, Run]:
        window, acts, asking = self._window, self.acts, self.asking
        runs: dict[str, Run] = {
            "claim_next": self.claim_next,
            "peek_next": self.entering.peek_next,
            "claim": asking.claim,
            "place": window.inspector.pick_district,
            "accept": acts.accept_suggestion,
            "no_emergency": acts.dismiss_emergency,
            "transfer": asking.transfer,
            "return": asking.give_back,
            "urgent": asking.escalating.urgent,
            "files": asking.escalating.covering.release,
            "clocks": self.clocking.open,
            "incident": self.linking.link,
            "unlink": self.linking.unlink,
            "approve": self._approve_next,
            "outside": self.outside.ask_oldest,
            "guide": asking.escalating.guide,
            "canned": window.composer.open_canned,
            "ask_next": self.acts.ask_next,
            "reply": lambda: window.composer.start(ComposerMode.REPLY),
            "note": lambda: window.composer.start(ComposerMode.NOTE),
            "tags": asking.tags,
            "snooze": asking.snooze,
            "wake": self.reminding.wake,
            "close": asking.close,
            "next": lambda: window.queue.step(1),
            "previous": lambda: window.queue.step(-1),
            "next_pane": lambda: window.focus_pane(1),
            "previous_pane": lambda: window.focus_pane(-1),
            "find": window.conversation.start_find,
            "palette": self.finding.open_palette,
            "statistics": lambda: window.pages.open(STATISTICS),
            "poll": self._bench.poll_now,
            "connect": self.connection.open,
            "undo": acts.undo,
            "filter": window.queue.strip_filter.start,
            "mark": window.queue.toggle_mark,
            "bulk": self.bulk.ask,
            "inspector": window.toggle_inspector,
            "accept_transfer": self._accept,
            "take_over": asking.take_over,
            "merge": asking.merge,
            "split": asking.split,
            "reveal": asking.confiding.reveal,
            "reveal_allow": partial(asking.confiding.answer, granted=True),
            "reveal_deny": partial(asking.confiding.answer, granted=False),
            "conflict": asking.confiding.mark_conflict,
            "contact_wish": asking.confiding.restrict,
            "contact_allow": asking.confiding.allow,
            "secret": asking.confiding.suspect,
            "secret_decide": asking.confiding.decide_secret,
            "people": self.people.ask,
            "procuracy": self.people.ask_procuracy,
            "result": self.people.ask_result,
            "deed_time": self.registering.ask_time,
            "instruct": self.registering.ask_instruction,
            "slip": self.registering.ask_slip,
            "petition": self.registering.ask_petition,
            "national": self.national.ask,
            "view.unentered": partial(self._show_filter, QueueFilter(View.UNENTERED)),
            "hold": self.oversight.hold,
            "who_looked": self.oversight.who_looked,
            "reopen": asking.reopen,
            "export": self.media.exporting.ask_case,
            "packet": self.media.exporting.ask_packet,
            "find_next": lambda: self.searching.find_again(1),
            "find_previous": lambda: self.searching.find_again(-1),
            "search": self.searching.open,
            "send": lambda: window.composer.commit(ComposerMode.REPLY),
            "save_note": lambda: window.composer.commit(ComposerMode.NOTE),
            "hand_over": self.duty.hand_over,
            "withdraw_closing": self.duty.withdraw_closing,
            "survey_skip": self.duty.skip_survey,
            "survey_follow": self.duty.follow_survey,
            "page.review": partial(self._go_to, "review"),
            "page.law": partial(self._go_to, "page.law"),
            "page.accounts": partial(self._go_to, "page.accounts"),
            "page.handover": partial(self._go_to, "handover"),
            "handover_record": self.reporting.ask_handover,
            "duty_book": self.reporting.ask_duty_book,
            "shift_note": self.shifts.ask_note,
            "commander_sign": self.shifts.commander_sign,
            "acknowledge": self.reviews.acknowledge,
            "contacts": self._show_contacts,
            "knowledge": self.library.open,
            "knowledge_export": self.library.export,
            "knowledge_import": self.library.import_file,
            "sound_check": self.alarms.open_check,
            "theme": self.looks.toggle_theme,
            "settings": self.looks.show_settings,
            "share": self.sharing.toggle,
            "lock": self.lock_wanted.emit,
            "set_pin": self.pins.ask,
            "edit_keys": self.looks.edit_keys,
            "keys": self.looks.show_keys,
        }
        runs |= {f"category.{n}": partial(self._classify, n) for n in range(1, 7)}
        runs |= {f"priority.{n}": partial(acts.set_priority, f"P{n}") for n in range(1, 4)}
        views = list(View)[:VIEW_KEYS]
        runs |= {
            f"view.{n}": partial(self._show_filter, QueueFilter(view))
            for n, view in enumerate(views, start=1)
        }
        return runs

    def _approve_next(self) -> None:
        """Bring the reply that waits for the officer's approval; where none does, the change of the rules that does."""
        if self.approving.waits or not self.regulating.changes.ask_next():
            self.approving.ask_next()

    def _classify(self, number: int) -> None:
        codes = CATEGORY_KEYS[number - 1]
        detail = self.room.detail
        suggested = detail.suggestion.category if detail and detail.suggestion else ""
        self.acts.classify(suggested if suggested in codes else codes[0])

    # -- pages ----------------------------------------------------------------------------------------------------

    def _show_filter(self, wanted: QueueFilter) -> None:
        self._window.pages.open(DESK)
        self._window.queue.show_filter(wanted)

    def _show_page(self, code: str) -> None:
        if self._window.pages.has(code):
            self._window.pages.open(code)
        else:
            self.keyboard.run_command(code)

    def _row_chosen(self, case_id: str) -> None:
        """Open the case of a row; a row that comes to be chosen behind another page leads nobody away from it."""
        if self._window.pages.code == DESK:
            self.entering.open_row(case_id)

    def _go_to(self, code: str) -> None:
        """Open a page by its command; an officer without it is told."""
        if self._window.pages.has(code):
            self._window.pages.open(code)
        else:
            words = tr("Vai trò của bạn không có màn hình này")
            self._window.toasts.show_toast(Toast("help", "accent", words, topic="no-page"))

    def _page_shown(self, code: str) -> None:
        if code == DESK:
            self._window.rail.show_filter(self._window.queue.wanted)
        else:
            self._window.rail.show_page(code)

    # -- what panes ask for ---------------------------------------------------------------------------------------

    def _accept(self) -> None:
        if self.room.detail is not None:
            self.acts.accept(self.room.detail.case)

    def _remove_tag(self, tag: str) -> None:
        if self.room.detail is not None:
            self.acts.change_tags(self.room.detail.case, (), (tag,))

    def _thread_act(self, act: Act) -> None:
        case_id = self.room.case_id
        if act.kind is ThreadAct.CANCEL_REPLY:
            self.acts.cancel_reply(case_id, act.ref)
        elif act.kind is ThreadAct.APPROVE_REPLY:
            self.approving.ask(act.ref)
        elif act.kind is ThreadAct.SHOW_CHANGE:
            self.approving.show_change(act.ref)
        elif act.kind is ThreadAct.DECLINE_REPLY:
            self.asking.decline(act.ref)
        elif act.kind is ThreadAct.EXPLAIN:
            self.outside.ask(act.ref)
        elif act.kind is ThreadAct.CHECK_REPLY:
            self.asking.check(act.ref)
        elif act.kind is ThreadAct.RESOLVE_REPLY:
            self.asking.resolve(act.ref)
        elif act.kind in (ThreadAct.EDIT_REPLY, ThreadAct.RESEND_REPLY):
            item = self.room.reply(act.ref)
            if item is not None:
                self.acts.edit_reply(case_id, item)
        elif act.kind is ThreadAct.QUOTE:
            self._window.composer.quote_message(act.ref, act.value)
        elif act.kind is ThreadAct.RETRY_MEDIA:
            self._bench.fetch_again(act.ref, act.number)
        else:
            self.media.do(act)

    def _banner_act(self, act: str) -> None:
        if act == "retry":
            self._bench.poll_now()
        elif act == "contacts":
            self._show_contacts()
        elif act == "foreign":
            ask_who_sent(self._window, self._bench, self.acts.failed)
        else:
            self.connection.open()

    def _show_contacts(self) -> None:
        tell(self._window, tr("Danh bạ trực"), self._contacts())

    def _contacts(self) -> str:
        """Return the public numbers of the directory, a line each; those the province has not filled in are left out."""
        contacts = self._bench.catalog.contacts.values()
        return "\n".join(f"{c.name_vi}: {c.public_phone}" for c in contacts if c.public_phone)

    def _close(self) -> None:
        self._window.composer.flush()
        self.media.player.stop()
        self.closed.emit()
