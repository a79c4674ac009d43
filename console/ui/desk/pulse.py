"""What keeps the window true: changes of the store, the counters, the second and the minute."""

from PySide6.QtCore import QObject, QTimer, Signal

from console.actions import viewing
from console.cache.views import PRESENCE_TOPIC, CaseDetail, ChangeSet
from console.runtime.i18n import tr
from console.ui.common.message import tell
from console.ui.common.names import Names
from console.ui.desk.acts import CaseActs
from console.ui.desk.alarms import Alarms
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.frame.banner_words import banner_state, online
from console.ui.frame.health_words import trouble_lines
from console.ui.frame.toasts import Toast

SECOND_MS = 1_000
COUNTS_MS = 150
MINUTE_MS = 60_000
_ONLY_LOOKED = frozenset({PRESENCE_TOPIC, "queue", "search"})
"""Topics of who is where, and of rows and hits that were shown (``actions.viewing``): no number and no row's place hangs on it."""


class Pulse(QObject):
    """Shows what changed by itself. ``start`` begins; the timers end with the window."""

    second_passed = Signal()
    minute_passed = Signal()

    def __init__(
        self,
        window: DeskWindow,
        bench: Workbench,
        room: CaseRoom,
        acts: CaseActs,
        alarms: Alarms,
        names: Names,
    ) -> None:
        """Take what is watched and where it is shown."""
        super().__init__(window)
        self._window, self._bench, self._room, self._acts = window, bench, room, acts
        self._alarms, self._names = alarms, names
        self._counts_timer = self._timer(COUNTS_MS, self._show_counts, single=True)
        self._second = self._timer(SECOND_MS, self._tick)
        self._minute = self._timer(MINUTE_MS, self._each_minute)
        bench.news.changed.connect(self._changed)
        bench.news.trouble.connect(self._trouble)
        room.shown.connect(self._shown)
        window.conversation.thread_view.seen_bottom.connect(self._read_news)
        window.status.details_wanted.connect(self._status_details)

    def start(self) -> None:
        """Show counters and health as they are now."""
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
        """Look whether all that is shown is still what is stored, whatever was heard of it."""
        self._window.queue.compare()
        self._count_soon()
        self._alarms.look()
        self.minute_passed.emit()

    def _changed(self, changes: ChangeSet) -> None:
        if not changes.cases and not changes.health and changes.topics <= _ONLY_LOOKED:
            return
        self._window.queue.apply_changes(changes)
        self._room.apply(changes)
        if changes.more_than_looks or changes.health or changes.topics - _ONLY_LOOKED:
            self._count_soon()
        if changes.health:
            self.refresh_health()

    def _count_soon(self) -> None:
        if not self._counts_timer.isActive():
            self._counts_timer.start()

    def _trouble(self, words: str) -> None:
        self._window.toasts.show_toast(Toast("warn", "red", words, topic="trouble"))

    def _shown(self, detail: CaseDetail) -> None:
        if detail.case.unread and self._window.conversation.thread_view.at_bottom():
            self._read_news()

    def _read_news(self) -> None:
        """Note that new messages of the open case were on screen, if somebody sits in front of it."""
        detail = self._room.detail
        if detail is None or not detail.case.unread or not self._window.isActiveWindow():
            return
        case_id, last = detail.case.case_id, detail.case.last_inbound_id
        self._bench.act(lambda desk: viewing.view(desk, case_id, last), lambda _done: None, self._acts.failed)

    def _show_counts(self) -> None:
        counts = self._bench.queries.counts()
        window, catalog = self._window, self._bench.catalog
        units = sorted(counts.units, key=lambda code: -counts.units[code])[:7]
        window.rail.set_units([(code, self._names.unit(code)) for code in units if code in catalog.units])
        tags = sorted(counts.tags, key=lambda code: -counts.tags[code])[:5]
        window.rail.set_tags([(code, self._names.tag(code)) for code in tags])
        window.rail.set_counts(counts)
        self._alarms.look()
        urgent = counts.new_urgent + self._alarms.calling
        window.top.set_urgent(urgent)
        window.top.set_alarms(urgent)

    def refresh_health(self) -> None:
        """Show how well the program and its line are."""
        now_ms = self._bench.clock.now_ms()
        health, parts = self._bench.queries.health(), self._bench.parts
        self._window.top.set_now(now_ms, health.skew)
        self._window.status.set_parts(parts)
        self._window.status.set_health(health)
        self._window.queue.set_proof(health.linked_at)
        state = banner_state(health, now_ms, parts)
        self._window.banner.show_state(state)
        connected = online(health, now_ms)
        self._window.composer.set_online(connected)
        self._window.conversation.thread_view.set_online(connected)
        self._alarms.tick(health, state)

    def _tick(self) -> None:
        now_ms = self._bench.clock.now_ms()
        self.refresh_health()
        if self._window.queue.pass_time():
            self._count_soon()
        self._window.conversation.thread_view.set_now(now_ms)
        self._window.conversation.header.set_now(now_ms)
        self._window.composer.set_now(now_ms)
        self._window.inspector.set_now(now_ms)
        self.second_passed.emit()

    def _status_details(self, icon: str) -> None:
        """Say in full what a warning of the status bar stands for."""
        lines = trouble_lines(self._bench.queries.health(), self._bench.parts)
        if icon == "bell":
            self._alarms.open_check()
        elif icon == "warn" and lines:
            tell(self._window, tr("Cảnh báo đang mở"), "\n".join(lines))
