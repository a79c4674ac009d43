"""Setting one's own PIN from the window; the program opens by it from the first one on (threats T03, T04)."""

from PySide6.QtCore import QObject, Signal

from console.runtime.i18n import tr
from console.ui.desk.acts import trouble_text
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.frame.toasts import Toast
from console.ui.signin.new_pin import NewPinDialog


class PinAsking(QObject):
    """Asks for the PIN and says what came of it. ``first_set``: from now on the profile opens by PIN, under another key."""

    first_set = Signal()

    def __init__(self, window: DeskWindow, bench: Workbench) -> None:
        """Take the window and what keeps the PIN."""
        super().__init__(window)
        self._window, self._bench = window, bench

    def ask(self) -> None:
        """Ask for a new PIN of who is signed in, and the old one where he has one."""
        bench = self._bench
        if bench.rehearsal:
            self._say("orange", tr("Bản trình diễn mở không cần PIN nên không đặt được PIN"))
            return
        dialog = NewPinDialog(self._window, bench.officer.title, ask_old=bench.has_pin)
        dialog.chosen.connect(lambda pin: self._give(pin, ""))
        dialog.chosen_with_old.connect(lambda old, pin: self._give(pin, old))
        dialog.open()

    def _give(self, pin: str, old: str) -> None:
        first = not self._bench.uses_pins

        def done() -> None:
            if first:
                words = tr("Đã đặt PIN. Từ nay máy này chỉ mở bằng PIN; cấp cho người khác ở trang Quản trị")
            else:
                words = tr("Đã đặt PIN mới")
            self._say("green", words)
            if first:
                self.first_set.emit()

        self._bench.give_pin(pin, old, done, lambda error: self._say("red", trouble_text(error)))

    def _say(self, tone: str, words: str) -> None:
        self._window.toasts.show_toast(Toast("key-round", tone, words, topic="pin"))
