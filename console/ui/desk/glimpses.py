"""First words of sealed cases in the queue and beside another case: in the log first, and only then on screen (threats T19)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from console.actions import viewing
from console.cache.views import CaseDetail
from console.runtime.i18n import tr
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.frame.toasts import Toast


class Glimpses(QObject):
    """Answers the queue and the inspector, which keep such words covered until then; once a case in a sitting."""

    def __init__(self, window: DeskWindow, bench: Workbench, room: CaseRoom) -> None:
        """Take the window whose queue asks, what writes it down, and the open case."""
        super().__init__(window)
        self._window, self._bench, self._room = window, bench, room
        self._beside: set[str] = set()
        window.queue.model.glimpsed.connect(self._note)
        room.shown.connect(self._shown)

    def _shown(self, detail: CaseDetail) -> None:
        """Ask for the words of cases beside the open one; where that fails they stay covered, and it asks again."""
        new = {one.case_id for one in detail.related if one.covered} - self._beside
        if not new:
            return
        self._beside |= new

        def failed() -> None:
            self._beside.difference_update(new)
            words = tr(
                "Chưa hiện lời kể của hồ sơ bên cạnh: không ghi được nhật ký. "
                "Mở hồ sơ ấy hoặc mở lại hồ sơ này, rồi báo quản trị."
            )
            self._trouble(words, "glimpses-beside")

        self._write_down(sorted(new), self._room.refresh, failed)

    def _note(self, case_ids: Sequence[str]) -> None:
        def failed() -> None:
            # They stay covered; the next row that comes on screen asks for them again.
            self._window.queue.model.cover_again(case_ids)
            words = tr(
                "Chưa hiện lời kể ở hàng đợi: không ghi được nhật ký. Mở hồ sơ hoặc thử lại, rồi báo quản trị."
            )
            self._trouble(words, "glimpses")

        self._write_down(case_ids, lambda: None, failed)

    def _write_down(
        self, case_ids: Sequence[str], shown: Callable[[], None], failed: Callable[[], None]
    ) -> None:
        def noted(_done: None) -> None:
            self._bench.queries.noted(case_ids)
            self._window.queue.model.uncover(case_ids)
            shown()

        self._bench.act(lambda desk: viewing.note_rows(desk, case_ids), noted, lambda _error: failed())

    def _trouble(self, words: str, topic: str) -> None:
        self._window.toasts.show_toast(Toast("warn", "red", words, topic=topic))
