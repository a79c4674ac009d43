"""What a desk does when it is left: it locks, and a sleep of the machine takes the store's key away (threats T03; adr-lock.md)."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from console.app.idle import SLEEP
from console.app.locking import Locking
from console.domain.alarm import Level, is_night, volume
from console.domain.clock import Clock
from console.runtime.i18n import tr
from console.runtime.settings import Settings
from console.runtime.sound import Sounds
from console.ui.desk.alarms import RED_AGAIN_S, chosen
from console.ui.desk.shell import Shell


def asleep_words() -> str:
    """Return what the sign-in says after a sleep."""
    return tr("Máy đã ngủ nên kho đóng, chưa nhận tin mới; tin không mất. Đăng nhập để nhận tiếp.")


class Leaving(QObject):
    """Hears the watches. ``asleep`` asks for the end of this run and another start, by sign-in."""

    asleep = Signal()

    def __init__(self, locking: Locking, *, by_pin: bool) -> None:
        """Take the lock; ``by_pin``: a PIN opened the store, so that it can be closed and opened by one again."""
        super().__init__()
        self._locking, self._by_pin = locking, by_pin
        self._over = False

    def left(self, how: str) -> None:
        """Lock; after a sleep, also if the desk was locked before it, give the store up."""
        if self._over:
            return
        self._locking.lock("suspend" if how == SLEEP else how)
        if how == SLEEP and self._by_pin:
            self._over = True
            self.asleep.emit()

    def stop(self) -> None:
        """Hear nothing any more."""
        self._over = True


class Unattended(QObject):
    """Rings at the sign-in after a sleep until somebody signs in: nothing is received, and that must not be silent (I11)."""

    def __init__(
        self, app: QApplication, shell: Shell, clock: Clock, sounds: Sounds, settings: Settings
    ) -> None:
        """Begin; the first sound comes after the rest between two, so that none is heard as the lid is shut."""
        super().__init__()
        self._app, self._shell, self._clock, self._sounds = app, shell, clock, sounds
        self._loud = chosen(settings)
        self._timer = QTimer(self)
        self._timer.setInterval(round(RED_AGAIN_S * 1000))
        self._timer.timeout.connect(self.ring)
        self._timer.start()

    def ring(self) -> None:
        """Ring once, as a red banner does."""
        self._sounds.play(
            Level.NOTICE, volume(Level.NOTICE, self._loud, night=is_night(self._clock.now_ms()))
        )
        self._app.alert(self._shell)

    def stop(self) -> None:
        """Ring no more."""
        self._timer.stop()
        self._sounds.stop()
