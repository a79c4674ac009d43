"""Calls back to mind what an officer put off: at its time it is heard, stands on top, and stays there until it is done (B-08)."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from console.actions import snoozing
from console.cache.duty_views import Reminder
from console.domain.clock import MINUTE_MS
from console.domain.numerals import number_text
from console.runtime.i18n import tr
from console.ui.common.times import clock_text
from console.ui.desk.acts import CaseActs
from console.ui.desk.alarms import Alarms
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.frame.toasts import Toast, ToastAct

LATER_MS = 15 * MINUTE_MS
_MOST = 2
"""More at once than this are one toast."""
_MANY = "remind"


class Reminding(QObject):
    """Watches what the officer, and what nobody, has to be reminded of."""

    def __init__(
        self,
        window: DeskWindow,
        bench: Workbench,
        room: CaseRoom,
        acts: CaseActs,
        alarms: Alarms,
        open_case: Callable[[str], None],
    ) -> None:
        """Take where to tell, what carries the answers out, and the way to a case; what is due already is told without a sound."""
        super().__init__(window)
        self._window, self._bench, self._room = window, bench, room
        self._acts, self._alarms, self._open_case = acts, alarms, open_case
        self._due: dict[str, Reminder] = {}
        self._look(sound=False)
        alarms.looked.connect(self.look)

    @property
    def told(self) -> frozenset[str]:
        """Return the ids of the reminders that were told of."""
        return frozenset(self._due)

    def look(self) -> None:
        """Read anew what is due; called whenever cases or the time changed."""
        self._look(sound=True)

    def _look(self, *, sound: bool) -> None:
        found = {one.key: one for one in self._bench.queries.reminders()}
        new = [one for key, one in found.items() if key not in self._due]
        gone = [one for key, one in self._due.items() if key not in found]
        self._due = found
        for one in gone:
            self._window.toasts.dismiss(_topic(one))
        if not found or (gone and len(found) <= _MOST):
            self._window.toasts.dismiss(_MANY)
        if not new:
            return
        if len(new) > _MOST:
            self._tell_of_many(new)
        else:
            for one in new:
                self._tell(one)
        if self._room.case_id in {one.case_id for one in new}:
            self._room.refresh()
        if sound:
            self._alarms.notice(tr("Đến giờ nhắc lại"), tr("Có việc đến giờ nhắc lại"))

    def _tell(self, one: Reminder) -> None:
        words = tr("Đến giờ nhắc lại {number}", number=one.number)
        detail = tr("Hẹn lúc {time}. Lý do ở đầu hồ sơ.", time=clock_text(one.at))
        acts = (
            ToastAct(tr("Mở hồ sơ"), lambda: self._open_case(one.case_id)),
            ToastAct(tr("15 phút nữa"), lambda: self._put_off(one.case_id)),
        )
        self._window.toasts.show_toast(Toast("alarm-clock", "orange", words, detail, acts, _topic(one)))

    def _put_off(self, case_id: str) -> None:
        """Let a case sleep on for a while, for the same reason."""
        until = self._bench.clock.now_ms() + LATER_MS
        self._acts.run(
            lambda desk: snoozing.put_off(desk, case_id, until),
            tr("Đã hẹn nhắc lại lúc {time}", time=clock_text(until)),
            "alarm-clock",
        )

    def wake(self) -> None:
        """Say that what the open case was put off for is done, or that it need not wait any more."""
        if self._room.detail is None:
            return
        case = self._room.detail.case
        if not case.snooze_until:
            words = tr("{number} không có hẹn nhắc lại", number=case.number)
            self._window.toasts.show_toast(Toast("alarm-clock", "accent", words, topic="wake"))
            return
        self._acts.run(
            lambda desk: snoozing.wake(desk, case.case_id, expected_version=case.version),
            tr("Đã bỏ hẹn nhắc lại {number}", number=case.number),
            "alarm-clock",
        )

    def _tell_of_many(self, new: list[Reminder]) -> None:
        first = min(new, key=lambda one: one.at)
        words = tr("{count} hồ sơ đến giờ nhắc lại", count=number_text(len(new)))
        act = ToastAct(tr("Mở hồ sơ hẹn sớm nhất"), lambda: self._open_case(first.case_id))
        detail = tr("Các hồ sơ này đứng đầu nhóm của mình trong hàng đợi.")
        self._window.toasts.show_toast(Toast("alarm-clock", "orange", words, detail, (act,), _MANY))


def _topic(one: Reminder) -> str:
    return f"{_MANY}.{one.key}"
