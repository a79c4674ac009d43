"""Asks a commander who sent messages with the OA without this console (threats T15, features F-06)."""

from collections.abc import Callable

from console.actions import foreign
from console.runtime.i18n import tr
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.reason import ReasonDialog
from console.ui.frame.toasts import Toast


def ask_who_sent(window: DeskWindow, bench: Workbench, failed: Callable[[Exception], None]) -> ReasonDialog:
    """Open the question; the answer goes into the log and ends the alarm."""
    dialog = ReasonDialog(
        window,
        tr("Ai đã gửi tin bằng OA ngoài hệ thống?"),
        tr("Tin đó hiện trong hội thoại với dấu «Gửi ngoài hệ thống»."),
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
