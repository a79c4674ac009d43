"""Tells a commander what others ask of him, whatever is on his screen, and who asked what was answered (features G-07, I-02)."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject

from console.actions import asked
from console.cache.views import ChangeSet, Request, RevealAnswer
from console.domain.officer import Permission
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.frame.toasts import Toast, ToastAct

_RIGHTS = {
    "extension": Permission.EXTEND,
    "reveal": Permission.APPROVE_REVEAL,
    "route": Permission.ROUTE,
}
"""Who is told of which kind of request."""
_MOST = 50
"""So many cases of one change are looked at on the UI thread; a bigger one is read beside it."""


class Requests(QObject):
    """Looks once at the beginning and at what changes; each request is told once in a sitting."""

    def __init__(self, window: DeskWindow, bench: Workbench, open_case: Callable[[str], None]) -> None:
        """Take where to tell, where to look, and what opens a case."""
        super().__init__(window)
        self._window, self._bench, self._open_case = window, bench, open_case
        self._told: dict[str, tuple[str, str]] = {}
        """Case and topic of what was told, by the id of the request."""
        self._answered: set[str] = set()
        bench.news.changed.connect(self._changed)
        self.look()

    def look(self) -> None:
        """Look at every open case, beside the UI thread."""
        if not self._wanted():
            return

        self._bench.act(asked.asked, self._show, lambda _error: None)

    def _changed(self, changes: ChangeSet) -> None:
        cases = changes.more_than_looks
        if not cases:
            return
        few = len(cases) <= _MOST
        if few and self._bench.officer.may(Permission.REVEAL):
            self._tell_answers(self._bench.queries.reveal_answers(cases))
        if not self._wanted():
            return
        if not few:
            self.look()
            return
        found = self._bench.queries.requests(cases)
        self._show(found)
        waiting = {one.request_id for one in found}
        for request_id, (case_id, topic) in self._told.items():
            if case_id in cases and request_id not in waiting:
                self._window.toasts.dismiss(topic)  # it is answered, here or elsewhere

    def _wanted(self) -> bool:
        officer = self._bench.officer
        return any(officer.may(right) for right in _RIGHTS.values())

    def _show(self, found: Iterable[Request]) -> None:
        for one in found:
            if one.request_id in self._told or not self._bench.officer.may(_RIGHTS[one.kind]):
                continue
            topic = f"{one.kind}.{one.request_id}"
            self._told[one.request_id] = (one.case_id, topic)
            words = {
                "extension": tr("Có đề nghị gia hạn {number} chờ duyệt", number=one.number),
                "reveal": tr("Có người xin xem danh tính {number}", number=one.number),
                "route": tr("{number} bị trả lại nhiều lần: chờ bạn quyết định nơi xử lý", number=one.number),
            }[one.kind]
            acts = (ToastAct(tr("Mở hồ sơ"), partial(self._open_case, one.case_id)),)
            icon = {"extension": "sla.pause", "reveal": "act.reveal", "route": "act.return"}[one.kind]
            self._window.toasts.show_toast(Toast(icon, "orange", words, "", acts, topic))

    def _tell_answers(self, found: Iterable[RevealAnswer]) -> None:
        """Tell who asked what a second officer answered, with the reason of a refusal (features I-02)."""
        for one in found:
            if one.request_id in self._answered:
                continue
            self._answered.add(one.request_id)
            acts = (ToastAct(tr("Mở hồ sơ"), partial(self._open_case, one.case_id)),)
            topic = f"answer.{one.request_id}"
            if one.granted:
                words = tr("Được xem danh tính {number}", number=one.number)
                detail = tr("Mở hồ sơ rồi hiện danh tính: máy ghi lại lý do và tự che lại")
                self._window.toasts.show_toast(Toast("act.reveal", "green", words, detail, acts, topic))
            else:
                words = tr("Không được xem danh tính {number}", number=one.number)
                detail = safe_line(one.words, 200)
                self._window.toasts.show_toast(Toast("act.return", "orange", words, detail, acts, topic))
