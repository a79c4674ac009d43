"""When a desk counts as left: three minutes without a key or the mouse, or a sleep of the machine (threats T03)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QInputEvent

from console.app.inputs import Inputs
from console.domain.clock import MINUTE_MS, Clock
from console.runtime.clock import slept_s

IDLE_MS = 3 * MINUTE_MS
LOOK_MS = 1_000
GAP_MS = 30_000
"""Between two looks there is a second. Where a clock tells of more than this, the program stood still or the hour was set."""
SLEPT_S = 1.0
SLEEP = "sleep"
"""What the watches say of a real sleep, beside the words of ``sitting.SIGN_OUTS``; the log calls it «suspend»."""
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
    """Sees all input of the application; ``left(how)`` with «idle», «sleep», or «suspend» where the program itself stood still.

    A sleep is what the system counts as one. Beside it, a gap in either clock: a machine may be stopped from outside.
    """

    left = Signal(str)

    def __init__(self, app: QObject, clock: Clock, slept: Callable[[], float] = slept_s) -> None:
        """Begin to watch. The monotonic clock decides on idleness; ``slept`` gives the seconds the machine has slept so far."""
        super().__init__()
        self._app, self._clock, self._slept = app, clock, slept
        self._slept_before = slept()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._looked = self._now()
        self.touch()
        Inputs.of(app).add(self._heard)
        self._timer.start()

    def _now(self) -> tuple[int, int]:
        """Return what both clocks show, in ms."""
        return round(self._clock.mono() * 1000), self._clock.now_ms()

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._now()[0]

    def look(self) -> None:
        """Tell whether the desk is left; called each second."""
        before, self._looked = self._looked, self._now()
        slept_before, self._slept_before = self._slept_before, self._slept()
        if self._slept_before - slept_before >= SLEPT_S:
            how = SLEEP
        elif max(now - then for now, then in zip(self._looked, before, strict=True)) >= GAP_MS:
            how = "suspend"
        elif self._looked[0] - self._touched >= IDLE_MS:
            how = "idle"
        else:
            return
        self.touch()
        self.left.emit(how)

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        Inputs.of(self._app).remove(self._heard)

    def _heard(self, _watched: QObject, event: QInputEvent) -> bool:
        """Note input after it was looked whether the desk was left before: the first key after a sleep opens nothing."""
        if event.type() in _INPUT:
            self.look()
            self.touch()
        return False
