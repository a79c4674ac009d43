"""Tells a commander what others ask of him, whatever is on his screen: a longer limit, who a citizen is (features G-07, I-02)."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject

from console.actions import asked
from console.cache.views import ChangeSet, Request
from console.domain.officer import Permission
from console.runtime.i18n import tr
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.frame.toasts import Toast, ToastAct

_MOST = 50
"""So many cases of one change are looked at on the UI thread; a bigger one is read beside it."""


class Requests(QObject):
    """Looks once at the beginning and at what changes; each request is told once in a sitting."""

    def __init__(self, window: DeskWindow, bench: Workbench, open_case: Callable[[str], None]) -> None:
        """Take where to tell, where to look, and what opens a case."""
        super().__init__(window)
        self._window, self._bench, self._open_case = window, bench, open_case
        self._told: set[str] = set()
        bench.news.changed.connect(self._changed)
        self.look()

    def look(self) -> None:
        """Look at every open case, beside the UI thread."""
        if not self._wanted():
            return

        self._bench.act(asked.asked, self._show, lambda _error: None)

    def _changed(self, changes: ChangeSet) -> None:
        if not changes.cases or not self._wanted():
            return
        if len(changes.cases) > _MOST:
            self.look()
        else:
            self._show(self._bench.queries.requests(changes.cases))

    def _wanted(self) -> bool:
        officer = self._bench.officer
        return officer.may(Permission.EXTEND) or officer.may(Permission.APPROVE_REVEAL)

    def _show(self, found: Iterable[Request]) -> None:
        for one in found:
            right = Permission.EXTEND if one.kind == "extension" else Permission.APPROVE_REVEAL
            if one.request_id in self._told or not self._bench.officer.may(right):
                continue
            self._told.add(one.request_id)
            words = (
                tr("Có đề nghị gia hạn {number} chờ duyệt", number=one.number)
                if one.kind == "extension"
                else tr("Có người xin xem danh tính {number}", number=one.number)
            )
            acts = (ToastAct(tr("Mở hồ sơ"), partial(self._open_case, one.case_id)),)
            topic = f"{one.kind}.{one.request_id}"
            icon = "sla.pause" if one.kind == "extension" else "act.reveal"
            self._window.toasts.show_toast(Toast(icon, "orange", words, "", acts, topic))
