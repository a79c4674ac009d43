"""Asks who sent messages without this console: a commander about the alarm, any officer about one message (T15, F-06)."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from console.actions import foreign
from console.cache.views import MessageItem
from console.domain.events import OutsideSender
from console.runtime.i18n import tr
from console.ui.desk.acts import CaseActs
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.outside import OutsideDialog
from console.ui.dialogs.reason import ReasonDialog
from console.ui.frame.toasts import Toast


def ask_who_sent(window: DeskWindow, bench: Workbench, failed: Callable[[Exception], None]) -> ReasonDialog:
    """Open the question; the answer goes into the log and ends the alarm."""
    dialog = ReasonDialog(
        window,
        tr("Ai đã gửi tin bằng OA ngoài hệ thống?"),
        tr("Từng tin hiện trong hội thoại với dấu «Gửi ngoài hệ thống»."),
        icon="act.sign",
        verb=tr("Xác nhận"),
        choices=(
            tr("Cán bộ của ta gửi từ OA Manager hoặc điện thoại (ghi rõ ai, vì sao)"),
            tr("Không phải của ta: nghi lộ quyền dùng OA (ghi việc đã làm)"),
        ),
        promise=tr("Ghi vào nhật ký; cảnh báo tắt"),
        need_words=frozenset({0, 1}),
    )

    def done(_nothing: object) -> None:
        window.toasts.show_toast(Toast("act.sign", "green", tr("Đã ghi ai gửi tin ngoài hệ thống")))

    dialog.requested.connect(
        lambda reason: bench.act(lambda desk: foreign.acknowledge(desk, reason), done, failed)
    )
    dialog.open()
    return dialog


class Outside(QObject):
    """The question about one message of the open case."""

    def __init__(self, window: DeskWindow, room: CaseRoom, acts: CaseActs) -> None:
        """Take the open case, and what carries the answer out."""
        super().__init__(window)
        self._window, self._room, self._acts = window, room, acts

    def ask_oldest(self) -> None:
        """Ask about the oldest message nobody has recorded yet, else say that there is none."""
        mine = [item for item in self._room.items if isinstance(item, MessageItem) and item.outside]
        item = next((item for item in mine if item.explained is None), None)
        if item is not None:
            self.ask(item.message_id)
            return
        words = tr("Không có tin ngoài hệ thống nào chưa ghi ai gửi")
        self._window.toasts.show_toast(Toast("device", "accent", words, topic="outside"))

    def ask(self, message_id: str) -> None:
        """Ask who sent one message of the open case."""
        detail = self._room.detail
        item = next(
            (i for i in self._room.items if isinstance(i, MessageItem) and i.message_id == message_id), None
        )
        if detail is None or item is None:
            return
        case_id = detail.case.case_id
        self._window.conversation.thread_view.show_key(f"m:{message_id}")
        dialog = OutsideDialog(self._window, detail.case, item)

        def record(who: OutsideSender, name: str, answered: bool) -> None:
            self._acts.run(
                lambda desk: foreign.explain(desk, case_id, message_id, who, name, answered=answered),
                tr("Đã ghi ai gửi tin ngoài hệ thống"),
                "act.sign",
            )

        dialog.recorded.connect(record)
        dialog.open()
