"""Brings the replies that wait for a second officer before him, by key, the one whose window closes first at the head (C-12)."""

from PySide6.QtCore import QObject

from console.actions import viewing
from console.actions.desk import Done
from console.cache.views import AwaitingReply, ChangeSet
from console.domain.knowledge import CODE_MARK, Shelf, stamp, told
from console.domain.officer import Permission
from console.domain.ready import name_of_ready, ready_of, version_of
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.keymap import key_text
from console.ui.common.times import clock_text
from console.ui.composer.words import window_words
from console.ui.desk.acts import CaseActs
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.pages import DESK
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.approve import ApproveDialog, ChangeDialog, Origin
from console.ui.frame.toasts import Toast, ToastAct

URGE_MS = 2 * 3_600_000
"""So long before Zalo's window closes the approver and the author are told that nobody has approved yet."""


class Approving(QObject):
    """The approver's way to a waiting reply, and the notices about it."""

    def __init__(self, window: DeskWindow, bench: Workbench, room: CaseRoom, acts: CaseActs) -> None:
        """Take where to show, what to read, the open case and what carries the decision out."""
        super().__init__(window)
        self._window, self._bench, self._room, self._acts = window, bench, room, acts
        self._known = {one.reply_id for one in bench.queries.awaiting()}
        self._urged: set[str] = set()
        bench.news.changed.connect(self._changed)

    # -- told ------------------------------------------------------------------------------------------------------

    def _changed(self, changes: ChangeSet) -> None:
        if changes.more_than_looks:
            self.look()

    def look(self) -> None:
        """Tell of replies that began to wait, and of those whose window is about to close."""
        waiting = self._bench.queries.awaiting()
        me, now_ms = self._bench.officer, self._bench.clock.now_ms()
        for one in waiting:
            theirs = one.author != me.officer_id and me.may(Permission.APPROVE_REPLY)
            soon = 0 < one.closes_at - now_ms <= URGE_MS
            if theirs and one.reply_id not in self._known:
                self._tell(one, tr("Trả lời chờ bạn duyệt"), "accent")
            elif soon and one.reply_id not in self._urged and (theirs or one.author == me.officer_id):
                self._urged.add(one.reply_id)
                end = clock_text(one.closes_at)
                self._tell(one, tr("Chưa ai duyệt, cửa sổ Zalo đóng lúc {time}", time=end), "orange")
        self._known = {one.reply_id for one in waiting}

    def _tell(self, one: AwaitingReply, title: str, tone: str) -> None:
        may = one.author != self._bench.officer.officer_id
        words = tr("Xem và duyệt") if may else tr("Mở hồ sơ")
        act = ToastAct(words, lambda: self._open(one, ask=may), key_text("approve") if may else "")
        self._window.toasts.show_toast(
            Toast("view.choduyet", tone, title, one.number, (act,), f"approve.{one.reply_id}")
        )

    # -- asked -----------------------------------------------------------------------------------------------------

    @property
    def waits(self) -> bool:
        """Return whether a reply of somebody else waits for this officer."""
        me = self._bench.officer.officer_id
        return any(one.author != me for one in self._bench.queries.awaiting())

    def ask_next(self) -> None:
        """Bring the next waiting reply of somebody else: of the open case first, else the one whose window closes first."""
        me = self._bench.officer.officer_id
        waiting = [one for one in self._bench.queries.awaiting() if one.author != me]
        here = [one for one in waiting if one.case_id == self._room.case_id]
        if not waiting:
            words = tr("Không có trả lời nào chờ bạn duyệt")
            self._window.toasts.show_toast(Toast("view.choduyet", "accent", words, topic="approve"))
        elif here:
            self.ask(here[0].reply_id)
        else:
            self._open(waiting[0], ask=True)

    def _open(self, one: AwaitingReply, *, ask: bool) -> None:
        def show(_done: Done) -> None:
            self._window.pages.open(DESK)
            self._window.queue.choose(one.case_id)
            self._room.open(one.case_id)
            if ask:
                self.ask(one.reply_id)

        self._bench.act(lambda desk: viewing.view(desk, one.case_id), show, self._acts.failed)

    def ask(self, reply_id: str) -> None:
        """Show one waiting reply of the open case."""
        detail, item = self._room.detail, self._room.reply(reply_id)
        if detail is None or item is None:
            return
        self._window.conversation.thread_view.show_key(f"r:{reply_id}")
        case = detail.case
        window = window_words(detail.window, self._bench.clock.now_ms())
        dialog = ApproveDialog(
            self._window,
            item,
            case.number,
            said(self._bench.approval_reason(detail)),
            window,
            self._origin(item.extra.canned_code, item.canned_version),
        )
        dialog.approved.connect(lambda _id, text: self._acts.approve_reply(case.case_id, reply_id, text))
        dialog.returned.connect(lambda _id, why: self._acts.decline_reply(case.case_id, reply_id, why))
        dialog.open()

    def show_change(self, reply_id: str) -> None:
        """Show what an approver changed in a reply of the open case."""
        detail, item = self._room.detail, self._room.reply(reply_id)
        if detail is not None and item is not None:
            ChangeDialog(self._window, item, detail.case.number).open()

    def _origin(self, code: str, version: str) -> Origin | None:
        """Return the ready answer or library entry a reply was made from, if it is still worded as it was then."""
        if not code:
            return None
        changed = tr("Câu mẫu «{code}» đã đổi lời từ khi soạn: đọc kỹ cả câu", code=safe_line(code, 60))
        name = code if CODE_MARK in code else name_of_ready(code)
        item = next((one for one in self._bench.queries.library() if one.name == name), None)
        if item is not None and item.entry.shelf == Shelf.CANNED:
            ready = ready_of(item, self._bench.catalog.canned.get(item.entry.code))
            same = version_of(ready, item.current.version) == version
            return Origin(ready.title, ready.text, "" if same else changed)
        if item is None or stamp(item.current) != version:
            return Origin(code, "", changed)
        return Origin(item.entry.title, told(item.entry))
