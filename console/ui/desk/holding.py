"""How long an officer still holds what he holds: kept up while he works on it, told before it ends, told when it changes (F-03)."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject

from console.actions import claims
from console.cache.duty_views import Change, Held
from console.cache.views import ChangeSet
from console.domain.clock import MINUTE_MS
from console.domain.numerals import number_text
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.desk.acts import CaseActs
from console.ui.desk.alarms import Alarms
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.presence import PresenceBeat
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.frame.toasts import Toast, ToastAct

WARN_MS = 2 * MINUTE_MS
"""So long before it ends the holder is told."""
RENEW_MS = claims.LEASE_MS - claims.RENEW_AFTER_MS
"""With more than this left nothing is written down."""
ACTIVE_S = 60.0
"""Whoever pressed a key or the mouse so lately works on the case that is open."""
_ENDING = "lease"
_WORK = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})


class Holding(QObject):
    """Watches the officer's own holds. Each second costs some comparisons; the store is read when cases changed."""

    def __init__(
        self,
        window: DeskWindow,
        bench: Workbench,
        room: CaseRoom,
        acts: CaseActs,
        alarms: Alarms,
        presence: PresenceBeat,
        open_case: Callable[[str], None],
    ) -> None:
        """Take the open case, what carries acts out, who tells other desks, and the way to a case."""
        super().__init__(window)
        self._window, self._bench, self._room = window, bench, room
        self._acts, self._alarms, self._presence, self._open_case = acts, alarms, presence, open_case
        self._worked: float | None = None
        self._warned: frozenset[tuple[str, int]] = frozenset()
        self._renewing: tuple[str, int] | None = None
        self.held: Mapping[str, Held] = bench.queries.held()
        bench.news.changed.connect(self._changed)
        window.hear_keys(self)

    def resume(self, held: Mapping[str, Held]) -> None:
        """Tell what changed hands since the officer held these: he was away meanwhile."""
        self.held = held
        self.look()

    def look(self) -> None:
        """Read anew what the officer holds, and tell what others changed about it."""
        found = self._bench.queries.held()
        before, self.held = self.held, found
        for change in self._bench.queries.changed_hands(before.keys() ^ found.keys()):
            if change.by != self._bench.officer.officer_id:
                self._tell(change)

    def _changed(self, changes: ChangeSet) -> None:
        if changes.more_than_looks:
            self.look()

    def _tell(self, change: Change) -> None:
        who, mine = safe_line(change.by_name, 60), change.owner == self._bench.officer.officer_id
        if mine:
            title = tr("{who} giao {number} cho bạn", who=who, number=change.number)
        else:
            title = tr("{who} đã nhận {number} từ bạn", who=who, number=change.number)
        act = ToastAct(tr("Mở hồ sơ"), lambda: self._open_case(change.case_id))
        detail = tr("Lý do ghi trong hồ sơ.")
        icon = "act.claim" if mine else "person"
        self._window.toasts.show_toast(Toast(icon, "orange", title, detail, (act,), f"hold.{change.case_id}"))
        self._alarms.notice(tr("Hồ sơ đổi người giữ"), tr("Có hồ sơ đổi người giữ"))

    # -- the lease ------------------------------------------------------------------------------------------------

    def second(self) -> None:
        """Keep up what is worked on, and warn of what ends; called each second."""
        now_ms = self._bench.clock.now_ms()
        self._keep_up(now_ms)
        near = {
            (one.case_id, one.lease_until): one
            for one in self.held.values()
            if one.lease_until and one.lease_until - now_ms <= WARN_MS
        }
        ending = {key: one for key, one in near.items() if one.lease_until > now_ms}
        if not ending:
            if self._warned:
                self._window.toasts.dismiss(_ENDING)
                self._warned = frozenset()
            return
        new = ending.keys() - self._warned
        if new:
            self._warn(tuple(ending.values()))
            if any(ending[key].urgent for key in new):
                self._alarms.notice(tr("Sắp hết giờ giữ hồ sơ khẩn"), tr("Sắp hết giờ giữ hồ sơ khẩn"))
        self._warned = frozenset(ending)

    def _warn(self, ending: tuple[Held, ...]) -> None:
        minutes = WARN_MS // MINUTE_MS
        if len(ending) == 1:
            title = tr("Sắp hết giờ giữ {number}", number=ending[0].number)
        else:
            title = tr("Sắp hết giờ giữ {count} hồ sơ", count=number_text(len(ending)))
        detail = tr(
            "Còn {minutes} phút, công dân chưa được trả lời. Sau đó người khác nhận được.", minutes=minutes
        )
        ids = [one.case_id for one in ending]
        acts = [ToastAct(tr("Giữ tiếp"), lambda: self._renew(ids))]
        if len(ids) == 1:
            acts.append(ToastAct(tr("Mở hồ sơ"), lambda: self._open_case(ids[0])))
        self._window.toasts.show_toast(Toast("clock", "orange", title, detail, tuple(acts), _ENDING))

    def _renew(self, case_ids: list[str]) -> None:
        for case_id in case_ids:
            self._acts.run(lambda desk, case_id=case_id: claims.renew(desk, case_id))  # type: ignore[misc]

    def _keep_up(self, now_ms: int) -> None:
        """Renew the hold on the open case while somebody works in front of it: reading and phoning are work, too."""
        one = self.held.get(self._room.case_id)
        if one is None or not one.lease_until or self._worked is None:
            return
        left, key = one.lease_until - now_ms, (one.case_id, one.lease_until)
        if not 0 < left < RENEW_MS or key == self._renewing or not self._window.isActiveWindow():
            return
        if self._bench.clock.mono() - self._worked < ACTIVE_S:
            self._renewing = key
            self._renew([one.case_id])
            # Other desks take a renewal for writing; the beat says what it is.
            self._presence.beat()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody works."""
        if event.type() in _WORK:
            self._worked = self._bench.clock.mono()
        return super().eventFilter(watched, event)
