"""Asks for a reply to be looked over while it is written: at a key and soon after, never at every key."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

LOOK_EVERY_MS = 500


class ProofWatch(QObject):
    """Watches the text of one case.

    Signals:
        due(str, str): case id and the text as it would be sent, at most ``LOOK_EVERY_MS`` after a key.
    """

    due = Signal(str, str)

    def __init__(self, read: Callable[[], str], parent: QObject) -> None:
        """Take what gives the text."""
        super().__init__(parent)
        self._read = read
        self._case = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self, case_id: str) -> None:
        """Watch another case's text; "" watches nothing."""
        self._timer.stop()
        self._case = case_id

    def touch(self) -> None:
        """Note that the text, or what it is measured by, changed."""
        if self._case and not self._timer.isActive():
            self._timer.start()

    def look(self) -> None:
        """Ask now."""
        self._timer.stop()
        text = self._read()
        if self._case and text:
            self.due.emit(self._case, text)
