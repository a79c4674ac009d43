"""Lets the panes of the desk talk: queue to case, keys to acts, news to everything."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from console.actions import claims, viewing
from console.actions.desk import Desk, Done
from console.cache.views import CaseDetail, ChangeSet, QueueFilter, View
from console.domain.canned import rank_canned
from console.domain.officer import ROLE_NAMES
from console.runtime.i18n import tr
from console.ui.common.message import tell
from console.ui.common.names import Names
from console.ui.common.options import Option
from console.ui.composer.tabs import ComposerMode
from console.ui.conversation.parts import Act, ThreadAct
from console.ui.desk.acts import CaseActs, trouble_text
from console.ui.desk.alarms import Alarms, Sounder
from console.ui.desk.asking import Asking
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.finding import Finding
from console.ui.desk.keys import Command, commands
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.connect import ConnectDialog
from console.ui.dialogs.keys import KeyGroup, KeySheet
from console.ui.dialogs.settings import SettingsDialog
from console.ui.frame.banner_words import banner_state, online
from console.ui.frame.health_words import trouble_lines
from console.ui.frame.toasts import Toast
from console.ui.theme import apply_theme, current_theme

SECOND_MS = 1_000
COUNTS_MS = 150
MINUTE_MS = 60_000

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

    def __init__(
        self, window: DeskWindow, bench: Workbench, names: Names, sounds: Sounder | None = None
    ) -> None:
        """Connect everything and show the queue. ``sounds`` is what alarms are played by; ``None`` plays nothing."""
        super().__init__(window)
        self._window, self._bench, self._names = window, bench, names
        self.room = CaseRoom(window, bench)
        self.acts = CaseActs(window, bench, self.room)
        self.asking = Asking(window, bench, self.room, self.acts, names)
        self.finding = Finding(window, bench, names)
        self.alarms = Alarms(window, bench, sounds)
        self._runs = self._make_runs()
        self._fill_choices()
        self._connect_panes()
        self._connect_keys()
        self._counts_timer = self._timer(COUNTS_MS, self._show_counts, single=True)
        self._second = self._timer(SECOND_MS, self._tick)
        self._minute = self._timer(MINUTE_MS, self._each_minute)
        window.queue.show_filter(QueueFilter(View.ALL_OPEN))
        window.rail.show_filter(QueueFilter(View.ALL_OPEN))
        self._show_counts()
        self._tick()

    def _timer(self, interval_ms: int, run: object, *, single: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.setSingleShot(single)
        timer.timeout.connect(run)
        if not single:
            timer.start()
        return timer

    def _each_minute(self) -> None:
        """Let time alone move cases: snoozes end, deadlines pass."""
        self._window.queue.refresh()
        self.alarms.look()

    # -- filling --------------------------------------------------------------------------------------------------

    def _fill_choices(self) -> None:
        window, bench, catalog = self._window, self._bench, self._bench.catalog
        officer = bench.officer
        window.queue.set_names(self._names)
        window.queue.set_officer(officer.officer_id)
        window.inspector.set_choices(
            [Option(c.code, c.vi, words=f"{c.en} {c.code}") for c in catalog.categories.values()],
            [Option(d.code, d.name, words=" ".join(d.communes)) for d in catalog.districts.values()],
        )
        window.composer.set_canned(
            lambda query: rank_canned(query, catalog.canned.values(), category=self._category()),
            self._slots(),
        )
        window.top.set_office(catalog.unit("CAT").name_vi)
        window.top.set_officer(officer.title, ROLE_NAMES[officer.roles[0]] if officer.roles else "")
        window.status.set_context(bench.machine, "", officer.name)

    def _category(self) -> str | None:
        detail = self.room.detail
        return (detail.case.category or None) if detail else None

    def _slots(self) -> dict[str, str]:
        """Return what may be filled in without looking: nothing of a citizen, nothing of a case's kind (K-02)."""
        catalog = self._bench.catalog
        return {"co_quan": catalog.unit("CAT").name_vi, "tinh": tr("tỉnh Cao Bằng")}

    # -- connections ----------------------------------------------------------------------------------------------

    def _connect_panes(self) -> None:
        window, room, acts, asking = self._window, self.room, self.acts, self.asking
        queue, rail, inspector = window.queue, window.rail, window.inspector
        header, thread = window.conversation.header, window.conversation.thread_view
        self._bench.news.changed.connect(self._changed)
        self._bench.news.trouble.connect(self._trouble)
        self._bench.news.thumbnail_ready.connect(thread.thumbnail_ready)
        thread.set_thumbnails(self._bench.thumbnail)
        queue.case_opened.connect(self.open_case)
        queue.case_entered.connect(self._enter_case)
        queue.act_wanted.connect(self._queue_act)
        queue.filter_changed.connect(rail.show_filter)
        rail.filter_wanted.connect(queue.show_filter)
        rail.page_wanted.connect(lambda _page: self.show_settings())
        rail.units_wanted.connect(self.finding.open_palette)
        acts.moved_to.connect(self.open_case)
        thread.act_requested.connect(self._thread_act)
        thread.seen_bottom.connect(self._read_news)
        room.shown.connect(self._shown)
        header.tags_requested.connect(asking.tags)
        header.transfer_requested.connect(asking.transfer)
        header.close_requested.connect(asking.close)
        header.claim_requested.connect(asking.claim)
        header.more_requested.connect(self._more)
        inspector.category_picked.connect(acts.classify)
        inspector.priority_picked.connect(acts.set_priority)
        inspector.district_picked.connect(acts.set_district)
        inspector.transfer_requested.connect(asking.transfer)
        inspector.owner_requested.connect(asking.claim)
        inspector.tags_requested.connect(asking.tags)
        inspector.tag_removed.connect(self._remove_tag)
        inspector.suggestion_accepted.connect(acts.accept_suggestion)
        inspector.reveal_requested.connect(asking.reveal)
        inspector.merge_requested.connect(asking.merge)
        inspector.case_requested.connect(self.open_case)
        window.top.search_wanted.connect(self.finding.open_palette)
        window.top.theme_toggled.connect(self.toggle_theme)
        window.top.help_wanted.connect(self.show_keys)
        window.top.urgent_wanted.connect(self.claim_next)
        window.banner.act_wanted.connect(self._banner_act)
        window.status.details_wanted.connect(self._status_details)
        self.finding.case_wanted.connect(self._found)
        self.finding.command_wanted.connect(self.run_command)
        window.closing.connect(self._close)

    def _connect_keys(self) -> None:
        for command in commands():
            shortcut = QShortcut(QKeySequence(command.keys), self._window)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat(command.code in ("next", "previous"))
            shortcut.activated.connect(lambda c=command: self._run(c))
        for number, view in enumerate(list(View)[:6], start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+Alt+{number}"), self._window)
            shortcut.activated.connect(lambda v=view: self._window.queue.show_filter(QueueFilter(v)))
        escape = QShortcut(QKeySequence("Esc"), self._window)
        escape.activated.connect(self._step_back)

    def _make_runs(self) -> dict[str, object]:
        window, acts, asking = self._window, self.acts, self.asking
        runs: dict[str, object] = {
            "claim_next": self.claim_next,
            "peek_next": self.peek_next,
            "claim": asking.claim,
            "place": window.inspector.pick_district,
            "accept": acts.accept_suggestion,
            "transfer": asking.transfer,
            "return": asking.give_back,
            "canned": window.composer.open_canned,
            "reply": lambda: window.composer.start(ComposerMode.REPLY),
            "note": lambda: window.composer.start(ComposerMode.NOTE),
            "tags": asking.tags,
            "snooze": asking.snooze,
            "close": asking.close,
            "next": lambda: window.queue.step(1),
            "previous": lambda: window.queue.step(-1),
            "next_pane": lambda: window.focus_pane(1),
            "previous_pane": lambda: window.focus_pane(-1),
            "find": window.conversation.start_find,
            "palette": self.finding.open_palette,
            "poll": self._bench.poll_now,
            "undo": window.toasts.run_undo,
            "inspector": window.toggle_inspector,
            "theme": self.toggle_theme,
            "keys": self.show_keys,
        }
        runs |= {f"category.{n}": lambda n=n: self._classify(n) for n in range(1, 7)}
        runs |= {f"priority.{n}": lambda n=n: acts.set_priority(f"P{n}") for n in range(1, 4)}
        return runs

    # -- commands -------------------------------------------------------------------------------------------------

    def run_command(self, code: str) -> None:
        """Run one command of the key table, as its key would."""
        found = next((c for c in commands() if c.code == code), None)
        if found is not None:
            self._run(found)

    def _run(self, command: Command) -> None:
        if command.needs_case and self.room.detail is None:
            self._window.toasts.show_toast(Toast("help", "accent", tr("Mở một hồ sơ trước"), topic="no-case"))
            return
        run = self._runs[command.code]
        assert callable(run)
        run()

    def open_case(self, case_id: str) -> None:
        """Open a case: the look is in the log before anything is shown (threats T19)."""

        def show(_done: Done) -> None:
            self.room.open(case_id)

        self._bench.act(lambda desk: viewing.view(desk, case_id), show, self._cannot_open)

    def _cannot_open(self, error: Exception) -> None:
        self._window.conversation.show_statement(
            "warn", "orange", tr("Không mở được hồ sơ"), trouble_text(error)
        )

    def claim_next(self) -> None:
        """Take the most urgent case nobody holds and open it (F8)."""

        def work(desk: Desk) -> Done | None:
            done = claims.claim_next(desk)
            if done is not None:
                viewing.view(desk, done.case_id)
            return done

        def show(done: Done | None) -> None:
            if done is None:
                self._window.toasts.show_toast(
                    Toast("act.approve", "green", tr("Không còn hồ sơ nào chưa ai giữ"))
                )
                return
            self._window.queue.choose(done.case_id)
            self.room.open(done.case_id, ComposerMode.REPLY)
            self._window.composer.start(ComposerMode.REPLY)

        self._bench.act(work, show, self.acts.failed)

    def peek_next(self) -> None:
        """Open the most urgent case nobody holds without taking it (Shift+F8)."""
        free = self._bench.queries.queue_index(QueueFilter(View.NEW))
        if free:
            self._window.queue.choose(free[0].case_id)
            self.open_case(free[0].case_id)

    def _classify(self, number: int) -> None:
        codes = CATEGORY_KEYS[number - 1]
        detail = self.room.detail
        suggested = detail.suggestion.category if detail and detail.suggestion else ""
        self.acts.classify(suggested if suggested in codes else codes[0])

    def toggle_theme(self) -> None:
        """Change between light and dark."""
        theme = current_theme()
        self._look("light" if theme.dark else "dark", theme.scale, self._bench.look[2])

    def show_settings(self) -> None:
        """Ask how the window shall look."""
        theme = current_theme()
        dialog = SettingsDialog(self._window, theme.name, theme.scale, self._bench.look[2])
        dialog.requested.connect(self._look)
        dialog.open()

    def _look(self, theme: str, scale: float, language: str) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, "dark" if theme == "dark" else "light", scale)
        self._bench.keep_look(theme, scale, language)

    def show_keys(self) -> None:
        """Show the key sheet."""
        case_keys = tuple((c.words, (c.keys,)) for c in commands() if c.needs_case)
        desk_keys = tuple((c.words, (c.keys,)) for c in commands() if not c.needs_case)
        sending = (
            (tr("Gửi công dân"), ("Ctrl+Enter",)),
            (tr("Lưu ghi chú"), ("Ctrl+S",)),
            (tr("Lùi một bước; hủy trả lời đang giữ"), ("Esc",)),
        )
        KeySheet(
            self._window,
            [
                KeyGroup(tr("Hồ sơ đang mở"), case_keys),
                KeyGroup(tr("Viết"), sending),
                KeyGroup(tr("Bàn trực"), desk_keys),
            ],
        ).open()

    # -- what panes ask for ---------------------------------------------------------------------------------------

    def _enter_case(self, case_id: str) -> None:
        self.open_case(case_id)
        self._window.conversation.thread_view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _found(self, case_id: str, ref: str) -> None:
        self._window.queue.choose(case_id)
        self.open_case(case_id)
        if ref:
            self._window.conversation.thread_view.show_key(ref)

    def _queue_act(self, act: str, case_id: str) -> None:
        self._window.queue.choose(case_id)
        runs = {
            "claim": self.asking.claim,
            "transfer": self.asking.transfer,
            "tags": self.asking.tags,
            "snooze": self.asking.snooze,
        }

        def then(_done: Done) -> None:
            self.room.open(case_id)
            runs[act]()

        self._bench.act(lambda desk: viewing.view(desk, case_id), then, self.acts.failed)

    def _more(self, act: str) -> None:
        runs = {
            "snooze": self.asking.snooze,
            "merge": self.asking.merge,
            "split": self.asking.split,
            "release": self.asking.claim,
            "reopen": self.asking.reopen,
            "take_over": self.asking.take_over,
            "return": self.asking.give_back,
            "accept": self._accept,
        }
        if act in runs:
            runs[act]()

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
            self.acts.approve_reply(case_id, act.ref)
        elif act.kind is ThreadAct.CHECK_REPLY:
            self.asking.check(act.ref)
        elif act.kind is ThreadAct.RESOLVE_REPLY:
            self.asking.resolve(act.ref)
        elif act.kind in (ThreadAct.EDIT_REPLY, ThreadAct.RESEND_REPLY):
            item = self.room.reply(act.ref)
            if item is not None:
                self._window.composer.start(ComposerMode.REPLY)
                self._window.composer.put_reply(item.text)
        elif act.kind is ThreadAct.RETRY_MEDIA:
            self._bench.fetch_again(act.ref, act.number)
        else:
            self.finding.open_attachment(self.room, act)

    def _banner_act(self, act: str) -> None:
        if act == "retry":
            self._bench.poll_now()
        elif act == "contacts":
            tell(self._window, tr("Danh bạ trực"), self._contacts())
        else:
            self.reconnect()

    def reconnect(self) -> None:
        """Ask for a new consent of the OA; where the profile does not know enough for that, say how else."""
        link = self._bench.consent_link()
        if not link:
            words = tr("Mở dòng lệnh: console connect, theo hướng dẫn trong README")
            self._window.toasts.show_toast(Toast("conn.token", "orange", words, topic="connect"))
            return
        dialog = ConnectDialog(self._window, link)
        closed: list[int] = []
        dialog.finished.connect(closed.append)

        def settled(words: str) -> None:
            if not closed:
                dialog.settled(words, self._bench.consent_link() if words else "")
            if not words:
                self._window.toasts.show_toast(Toast("conn.ok", "green", tr("Đã nối lại Zalo OA")))

        dialog.answered.connect(lambda pasted: self._bench.consent(pasted, settled))
        dialog.open()

    def _status_details(self, icon: str) -> None:
        """Say in full what a warning of the status bar stands for."""
        lines = trouble_lines(self._bench.queries.health(), self._bench.parts)
        if icon == "bell":
            self.alarms.open_check()
        elif icon == "warn" and lines:
            tell(self._window, tr("Cảnh báo đang mở"), "\n".join(lines))

    def _contacts(self) -> str:
        """Return the public numbers of the directory, a line each; those the province has not filled in are left out."""
        contacts = self._bench.catalog.contacts.values()
        return "\n".join(f"{c.name_vi}: {c.public_phone}" for c in contacts if c.public_phone)

    def _step_back(self) -> None:
        """Esc: take back a held reply, else close the find bar, else go back to the queue."""
        held = self._window.conversation.thread_view.held_reply()
        if held:
            self.acts.cancel_reply(self.room.case_id, held)
        elif self._window.conversation.find_bar.isVisible():
            self._window.conversation.close_find()
        else:
            self._window.composer.flush()
            self._window.queue.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- news -----------------------------------------------------------------------------------------------------

    def _changed(self, changes: ChangeSet) -> None:
        self._window.queue.apply_changes(changes)
        self.room.apply(changes)
        if not self._counts_timer.isActive():
            self._counts_timer.start()
        if changes.health:
            self.refresh_health()

    def _trouble(self, words: str) -> None:
        self._window.toasts.show_toast(Toast("warn", "red", words, topic="trouble"))

    def _shown(self, detail: CaseDetail) -> None:
        if detail.case.unread and self._window.conversation.thread_view.at_bottom():
            self._read_news()

    def _read_news(self) -> None:
        """Note that new messages of the open case were on screen, if somebody sits in front of it."""
        detail = self.room.detail
        if detail is None or not detail.case.unread or not self._window.isActiveWindow():
            return
        case_id, last = detail.case.case_id, detail.case.last_inbound_id
        self._bench.act(lambda desk: viewing.view(desk, case_id, last), lambda _done: None, self.acts.failed)

    def _show_counts(self) -> None:
        counts = self._bench.queries.counts()
        window, catalog = self._window, self._bench.catalog
        units = sorted(counts.units, key=lambda code: -counts.units[code])[:7]
        window.rail.set_units([(code, self._names.unit(code)) for code in units if code in catalog.units])
        tags = sorted(counts.tags, key=lambda code: -counts.tags[code])[:5]
        window.rail.set_tags([(code, self._names.tag(code)) for code in tags])
        window.rail.set_counts(counts)
        window.top.set_urgent(counts.new_urgent)
        window.top.set_alarms(counts.new_urgent)
        self.alarms.look()

    def refresh_health(self) -> None:
        now_ms = self._bench.clock.now_ms()
        health, parts = self._bench.queries.health(), self._bench.parts
        self._window.status.set_parts(parts)
        self._window.status.set_health(health)
        self._window.queue.set_proof(health.linked_at)
        state = banner_state(health, now_ms, parts)
        self._window.banner.show_state(state)
        self._window.composer.set_online(online(health, now_ms))
        self.alarms.tick(health, state)

    def _tick(self) -> None:
        now_ms = self._bench.clock.now_ms()
        self.refresh_health()
        self._window.conversation.thread_view.set_now(now_ms)
        self._window.composer.set_now(now_ms)
        self._window.inspector.set_now(now_ms)

    def _close(self) -> None:
        self._window.composer.flush()
        self.closed.emit()
