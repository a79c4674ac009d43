"""Tells an officer what became of his replies while he looked elsewhere, and gives a stopped text back (F-02, C-04, C-05)."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from console.cache.views import ChangeSet, MessageItem, ReplyFate, ReplyItem
from console.domain.case import ReplyState
from console.domain.message import Direction
from console.runtime.i18n import tr
from console.ui.common.sharing import told_line
from console.ui.composer.tabs import ComposerMode
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.frame.toasts import Toast, ToastAct

_SETTLED = frozenset(
    {
        ReplyState.SENT,
        ReplyState.CONFIRMED,
        ReplyState.REJECTED,
        ReplyState.NOT_SENT,
        ReplyState.CANCELLED,
    }
)
_REASON_CHARS = 200


class Fates(QObject):
    """Watches the officer's own replies until they are settled. Good news makes no noise (N-04)."""

    def __init__(
        self, window: DeskWindow, bench: Workbench, room: CaseRoom, open_case: Callable[[str], None]
    ) -> None:
        """Take where to tell, the open case, and the way to another one; what is settled already is old news."""
        super().__init__(window)
        self._window, self._bench, self._room, self._open_case = window, bench, room, open_case
        self._states: dict[str, ReplyState] = {}
        self._remember(bench.queries.reply_fates(()))
        bench.news.changed.connect(self._changed)

    @property
    def states(self) -> dict[str, ReplyState]:
        """Return the officer's own replies that are not settled, as he last knew them."""
        return dict(self._states)

    def resume(self, states: Mapping[str, ReplyState]) -> None:
        """Tell what became of these replies since: he was away meanwhile."""
        self._states |= states
        self.look()

    def _changed(self, changes: ChangeSet) -> None:
        # A reply that was just asked for is in a changed case too.
        if changes.more_than_looks:
            self.look()

    def look(self) -> None:
        """Read anew what became of them."""
        found = self._bench.queries.reply_fates(self._states)
        for fate in found:
            before = self._states.get(fate.reply_id)
            if before is not None and before is not fate.state:
                self._tell(fate)
        self._remember(found)

    def _remember(self, found: list[ReplyFate]) -> None:
        self._states = {fate.reply_id: fate.state for fate in found if fate.state not in _SETTLED}

    def _tell(self, fate: ReplyFate) -> None:
        reason = told_line(fate.reason, _REASON_CHARS)
        if fate.state is ReplyState.REJECTED:
            title = tr("Zalo từ chối tin gửi") if fate.code else tr("Không gửi được trả lời")
            self._show(fate, "send.error", "red", title, reason)
            self._back(fate)
        elif fate.state is ReplyState.UNKNOWN:
            title = tr("Chưa rõ tin đã tới công dân hay chưa")
            self._show(fate, "send.unknown", "orange", title, tr("Máy đang đọc lại hội thoại để đối chiếu."))
        elif fate.state is ReplyState.CANCELLED and fate.reason and not self._give_back(fate):
            # Without a reason the officer took it back himself.
            self._show(fate, "warn", "orange", tr("Trả lời chưa gửi"), reason)

    def _show(self, fate: ReplyFate, icon: str, tone: str, title: str, detail: str) -> None:
        words = tr("{number} · {detail}", number=fate.number, detail=detail)
        act = ToastAct(tr("Mở hồ sơ"), lambda: self._open_case(fate.case_id))
        self._window.toasts.show_toast(Toast(icon, tone, title, words, (act,), f"reply.{fate.reply_id}"))

    def _give_back(self, fate: ReplyFate) -> bool:
        """Put a stopped text back into the composer of its case with what is new beside it; return whether it is open."""
        item = self._back(fate)
        if item is None:
            return False
        composer = self._window.composer
        news = [
            each.text
            for each in self._room.items
            if isinstance(each, MessageItem) and each.direction is Direction.INBOUND and each.seq > item.seq
        ]
        composer.show_stop(fate.reason, news)
        return True

    def _back(self, fate: ReplyFate) -> ReplyItem | None:
        """Put a reply that did not go out into the composer, as it is in the stored draft; ``None`` if its case is not open."""
        if self._room.case_id != fate.case_id:
            return None
        self._room.refresh()
        item = self._room.reply(fate.reply_id)
        if item is not None:
            # Who writes a note meanwhile must not find himself writing to the citizen.
            noting = self._window.composer.mode is ComposerMode.NOTE
            self._window.composer.put_reply(item.text, item.extra, item.quote_text, quietly=noting)
        return item
