"""The open case: loads it, keeps it fresh, shows it in conversation, composer and inspector."""

from PySide6.QtCore import QObject, QTimer, Signal

from console.actions.guards import may_work
from console.cache.views import CaseDetail, ChangeSet, MessageItem, ReplyItem, ThreadItem
from console.domain.conflict import Action
from console.domain.message import Direction
from console.domain.officer import Permission
from console.runtime.i18n import in_language, tr
from console.runtime.resources import load_confidentiality
from console.ui.common.erased import erased_words
from console.ui.common.sharing import sharing
from console.ui.composer.tabs import ComposerMode
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench

REFRESH_MS = 0
"""Changes of one turn of the event loop are shown together."""
READ_MS = 2_000
"""What comes in while a case is open counts as seen after so long in sight: nobody has read it sooner (features F-02)."""


class CaseRoom(QObject):
    """Holds which case is open and shows what the cache knows of it."""

    opened = Signal(object)
    """``CaseDetail`` of a case that was just opened, or ``None`` when none is open any more."""
    shown = Signal(object)
    """``CaseDetail`` after each refresh."""
    lost = Signal()
    """The open case is not there for this officer any more."""

    def __init__(self, window: DeskWindow, bench: Workbench) -> None:
        """Take the window to show in and the reads to show from."""
        super().__init__(window)
        self._window, self._bench = window, bench
        self._case_id = ""
        self.detail: CaseDetail | None = None
        self.items: list[ThreadItem] = []
        self._refresh_timer = QTimer(self)
        self._refresh_timer.setSingleShot(True)
        self._refresh_timer.setInterval(REFRESH_MS)
        self._refresh_timer.timeout.connect(self.refresh)
        self._wishes = {
            code: in_language(one.vi, one.en) for code, one in load_confidentiality().restrictions.items()
        }
        self._seen = ""
        self.read_timer = QTimer(self)
        self.read_timer.setSingleShot(True)
        self.read_timer.setInterval(READ_MS)
        self.read_timer.timeout.connect(self._read)
        window.conversation.thread_view.seen_bottom.connect(self._wait_until_read)
        window.composer.news_read.connect(self.mark_seen)

    @property
    def case_id(self) -> str:
        """Return the open case, or ""."""
        return self._case_id

    def open(self, case_id: str, mode: ComposerMode | None = None) -> None:
        """Open a case; the same one again only refreshes it."""
        if case_id == self._case_id:
            self.refresh()
            return
        self._window.composer.flush()
        self._case_id = case_id
        self._load(first=True, mode=mode)
        self.opened.emit(self.detail)

    def apply(self, changes: ChangeSet) -> None:
        """Refresh soon if the open case is among what changed, or one that stands beside it as related."""
        beside = (one.case_id for one in self.detail.related) if self.detail is not None else ()
        if self._case_id in changes.cases or not changes.cases.isdisjoint(beside):
            self._refresh_timer.start()

    def refresh(self) -> None:
        """Show the case as it is now; text being written stays."""
        if self._case_id:
            self._load(first=False)

    # -- what the officer has seen --------------------------------------------------------------------------------

    def mark_seen(self) -> None:
        """Note that the officer has seen all the citizen wrote: he says so himself, or it was in sight for a while."""
        if self.detail is not None:
            self._seen = self.detail.case.last_inbound_id
            self._window.composer.set_seen(self._seen)

    def _wait_until_read(self) -> None:
        if self.detail is not None and self._seen != self.detail.case.last_inbound_id:
            self.read_timer.start()

    def _read(self) -> None:
        view = self._window.conversation.thread_view
        if self._window.isActiveWindow() and view.isVisible() and view.at_bottom():
            self.mark_seen()
        elif self.detail is not None:
            self.read_timer.start()

    def _seen_on_opening(self, unread: int) -> str:
        """Return the citizen's last message before those that do not fit on the screen."""
        assert self.detail is not None
        if not unread or self._window.conversation.thread_view.at_bottom():
            return self.detail.case.last_inbound_id
        inbound = [
            item.message_id
            for item in self.items
            if isinstance(item, MessageItem) and item.direction is Direction.INBOUND
        ]
        return inbound[-unread - 1] if unread < len(inbound) else ""

    # -- showing --------------------------------------------------------------------------------------------------

    def reply(self, reply_id: str) -> ReplyItem | None:
        """Return one reply of the open case."""
        return next((i for i in self.items if isinstance(i, ReplyItem) and i.reply_id == reply_id), None)

    def show_again(self) -> None:
        """Show the open case as it may be seen now; what is written meanwhile stays."""
        self._window.conversation.thread_view.forget_looks()
        if self._case_id:
            self._window.inspector.show_again()
            self._load(first=False)

    def _load(self, *, first: bool, mode: ComposerMode | None = None) -> None:
        window, bench = self._window, self._bench
        now_ms = bench.clock.now_ms()
        detail = bench.queries.detail(self._case_id)
        self.detail = detail
        if detail is None:
            self._leave()
            self.lost.emit()
            return
        self.items = bench.queries.thread(self._case_id)
        case = detail.case
        unread = case.unread if first else 0
        window.conversation.header.set_case(detail, bench.officer.officer_id, now_ms)
        bounces = bench.catalog.escalation.bounces
        window.conversation.marks.set_case(case, self._wishes, now_ms, bounces)
        window.conversation.thread_view.set_initials("" if sharing().on else case.pseudonym[-4:-2])
        window.conversation.thread_view.set_thread(case.case_id, self.items, unread)
        window.conversation.show_thread()
        window.composer.set_case(detail, (mode or self._mode(detail)) if first else None)
        if first:
            self._seen = self._seen_on_opening(unread)
            self.read_timer.stop()
        window.composer.set_seen(self._seen)
        if window.conversation.thread_view.at_bottom():
            self._wait_until_read()
        window.composer.set_needs_approval(bool(bench.approval_reason(detail)))
        window.composer.set_now(now_ms)
        gone = erased_words(case)
        window.composer.set_reply_block(gone or self._reply_block(detail, now_ms))
        window.composer.set_note_block(gone)
        window.inspector.set_reveal_block(gone)
        window.inspector.set_case(detail, now_ms)
        self.shown.emit(detail)

    def _leave(self) -> None:
        self._case_id = ""
        self.items = []
        self._window.conversation.header.set_case(None, self._bench.officer.officer_id, 0)
        self._window.conversation.marks.set_case(None, self._wishes, 0)
        self._window.conversation.show_nothing()
        self._window.composer.set_case(None)
        self._window.inspector.set_case(None, 0)

    def _mode(self, detail: CaseDetail) -> ComposerMode:
        """Reply if the case is mine and the window is open, else note (visual-design.md §4, Composer)."""
        mine = detail.case.owner == self._bench.officer.officer_id
        return ComposerMode.REPLY if mine and detail.window.state != "closed" else ComposerMode.NOTE

    def _reply_block(self, detail: CaseDetail, now_ms: int) -> str:
        """Return why no reply may be written now, or ""; the composer knows windows and connection by itself."""
        case, officer = detail.case, self._bench.officer
        if not officer.may(Permission.REPLY):
            return tr("Vai trò của bạn không được trả lời công dân")
        if not case.open:
            return tr("Hồ sơ đã đóng: mở lại trước khi trả lời")
        if not may_work(self._bench.queries.sight, case, Action.REPLY):
            if detail.for_us:
                return tr("Tiếp nhận hồ sơ trước khi trả lời công dân")
            return tr("Đơn vị của bạn chỉ được biết hồ sơ này")
        if case.held_by_other(officer.officer_id, now_ms):
            return tr("{name} đang giữ hồ sơ này", name=detail.owner_name)
        return ""
