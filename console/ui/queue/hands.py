"""Whether an officer's hand is on the list right now."""

from PySide6.QtCore import QObject, QTimer, Signal

HOLD_MS = 700


class Hands(QObject):
    """Down keys, down buttons and the time since the last input.

    While ``on`` holds nothing may be re-sorted (features F-07); ``off`` fires when it ends.
    """

    off = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: set[int] = set()
        self._button = False
        self.hold = QTimer(self)
        self.hold.setSingleShot(True)
        self.hold.setInterval(HOLD_MS)
        self.hold.timeout.connect(self._settle)

    @property
    def on(self) -> bool:
        """Return whether rows must stay where they are."""
        return bool(self._keys) or self._button or self.hold.isActive()

    def touch(self) -> None:
        """Note an input of any kind."""
        self.hold.start()

    def key(self, key: int, *, down: bool) -> None:
        """Note a key that went down or up."""
        if down:
            self._keys.add(key)
        else:
            self._keys.discard(key)
        self.touch()

    def button(self, *, down: bool) -> None:
        """Note a mouse button."""
        self._button = down
        self.touch()

    def leave(self) -> None:
        """Forget what is down: its release goes to another window, and the list must not freeze for good."""
        self._keys.clear()
        self._button = False
        self.touch()

    def _settle(self) -> None:
        if not self.on:
            self.off.emit()
