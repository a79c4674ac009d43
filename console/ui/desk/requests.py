"""Tells a commander what others ask of him, whatever is on his screen, and who asked what was answered (features G-07, I-02)."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject

from console.actions import asked
from console.actions.desk import Desk, Done
from console.cache.views import ChangeSet, Request, Told
from console.domain.case import Answer
from console.domain.officer import Permission
from console.runtime.i18n import said, tr
from console.ui.common.answer_words import ICONS, answer_words
from console.ui.common.names import Names
from console.ui.desk.case_room import CaseRoom
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

    def __init__(
        self,
        window: DeskWindow,
        bench: Workbench,
        room: CaseRoom,
        names: Names,
        notice: Callable[[str, str], None],
        open_case: Callable[[str], None],
    ) -> None:
        """Take where to tell, where to look, the open case, names for codes, what sounds once, and what opens a case."""
        super().__init__(window)
        self._names, self._notice = names, notice
        self._window, self._bench, self._room, self._open_case = window, bench, room, open_case
        self._told: dict[str, tuple[str, str]] = {}
        """Case and topic of what was told, by the id of the request."""
        self._answered: set[str] = set()
        bench.news.changed.connect(self._changed)
        window.inspector.answers.read.connect(self._read)
        self.look()

    def look(self) -> None:
        """Look at every open case, beside the UI thread; and for what was answered to the officer while he was away."""
        if self._bench.officer.may(Permission.READ):
            self._bench.act(asked.answered, partial(self._tell_answers, here=False), lambda _error: None)
        if self._wanted():
            self._bench.act(asked.asked, self._show, lambda _error: None)

    def _changed(self, changes: ChangeSet) -> None:
        cases = changes.more_than_looks
        if not cases:
            return
        few = len(cases) <= _MOST
        if not few:
            self.look()
            return
        if self._bench.officer.may(Permission.READ):
            self._tell_answers(self._bench.queries.answers(cases), here=True)
        if not self._wanted():
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
            if one.kind == "route":
                # Nobody else can go on with it, and the ladder has called him (features E-04, B-06).
                self._notice(
                    tr("Hồ sơ bị trả lại nhiều lần"), tr("Có hồ sơ chờ chỉ huy quyết định nơi xử lý")
                )

    def _tell_answers(self, found: Iterable[Told], *, here: bool) -> None:
        """Tell who asked what a second officer answered, with the reason of a refusal (features G-07, I-02, H-06).

        ``here``: it was answered while he sits here; what became of a reply is told by who watches over replies, then, and an end
        that was not signed by who watches over reviews.
        """
        for told in found:
            one = told.answer
            if one.request_id in self._answered:
                continue
            self._answered.add(one.request_id)
            if (here and one.kind == "reply") or (one.kind == "closing" and not one.granted):
                continue
            title, detail = answer_words(told, self._name_of(one))
            acts = (ToastAct(tr("Mở hồ sơ"), partial(self._open_case, told.case_id)),)
            icon = ICONS[one.kind] if one.granted else "act.return"
            tone = "green" if one.granted else "orange"
            self._window.toasts.show_toast(Toast(icon, tone, title, detail, acts, f"answer.{one.request_id}"))

    def _name_of(self, one: Answer) -> str:
        """Return what the clock of an extension or the unit of a route is called, "" for neither."""
        if one.kind == "route":
            return self._names.unit(one.code)
        policy = self._bench.catalog.policies.get(one.code)
        return said(policy.name_vi) if policy else ""

    def _read(self, request_ids: tuple[str, ...]) -> None:
        """Note that the officer has read what the open case told him."""
        case_id = self._room.case_id
        for request_id in request_ids:
            self._window.toasts.dismiss(f"answer.{request_id}")
            self._bench.act(
                partial(self._see, case_id, request_id),
                lambda _done: self._room.refresh(),
                lambda _error: None,
            )

    @staticmethod
    def _see(case_id: str, request_id: str, desk: Desk) -> Done:
        return asked.see_answer(desk, case_id, request_id)
