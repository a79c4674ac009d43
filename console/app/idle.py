"""When a desk counts as left: three minutes without a key or the mouse, or as long a sleep of the machine (threats T03)."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from console.domain.clock import MINUTE_MS, Clock

IDLE_MS = 3 * MINUTE_MS
LOOK_MS = 1_000
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Sees all input of the application; ``left(how)`` with «idle», or «suspend» where only the wall clock went on."""

    left = Signal(str)

    def __init__(self, app: QObject, clock: Clock) -> None:
        """Begin to watch. The monotonic clock decides; it may stand still while the machine sleeps, the wall clock does not."""
        super().__init__()
        self._app, self._clock = app, clock
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self.touch()
        app.installEventFilter(self)
        self._timer.start()

    def touch(self) -> None:
        """Somebody is there."""
        self._mono, self._wall = self._clock.mono(), self._clock.now_ms()

    def look(self) -> None:
        """Tell whether the desk is left; called each second."""
        if round((self._clock.mono() - self._mono) * 1000) >= IDLE_MS:
            how = "idle"
        elif self._clock.now_ms() - self._wall >= IDLE_MS:
            how = "suspend"
        else:
            return
        self.touch()
        self.left.emit(how)

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._app.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note input after it was looked whether the desk was left before: the first key after a sleep opens nothing."""
        if event.type() in _INPUT:
            self.look()
            self.touch()
        return False
