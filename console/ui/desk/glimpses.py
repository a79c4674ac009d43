"""First words of sealed cases in the queue: in the log that they are about to be seen, and only then on screen (threats T19)."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from console.actions import viewing
from console.runtime.i18n import tr
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.frame.toasts import Toast


class Glimpses(QObject):
    """Answers the queue, which keeps such words covered until then; once a case in a sitting."""

    def __init__(self, window: DeskWindow, bench: Workbench) -> None:
        """Take the window whose queue asks, and what writes it down."""
        super().__init__(window)
        self._window, self._bench = window, bench
        window.queue.model.glimpsed.connect(self._note)

    def _note(self, case_ids: Sequence[str]) -> None:
        def failed(_error: BaseException) -> None:
            # They stay covered; the next row that comes on screen asks for them again.
            self._window.queue.model.cover_again(case_ids)
            words = tr(
                "Chưa hiện lời kể ở hàng đợi: không ghi được nhật ký. Mở hồ sơ hoặc thử lại, rồi báo quản trị."
            )
            self._window.toasts.show_toast(Toast("warn", "red", words, topic="glimpses"))

        self._bench.act(
            lambda desk: viewing.note_rows(desk, case_ids),
            lambda _done: self._window.queue.model.uncover(case_ids),
            failed,
        )
