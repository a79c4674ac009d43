"""When Linux says that the desk is left: logind goes to sleep or locks the session, a screen saver begins (threats T03)."""

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

LOGIND = "org.freedesktop.login1"
MANAGER_PATH = "/org/freedesktop/login1"
MANAGER = "org.freedesktop.login1.Manager"
SESSION = "org.freedesktop.login1.Session"
SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
)
ASK_MS = 2_000


class BusWatch(QObject):
    """Hears both buses; ``left(how)`` with «suspend» or «session».

    The lid needs no ear of its own: logind makes of it a sleep or a lock, as the machine is set up, or nothing at a dock. A
    lock of another session of the same machine counts too: one lock too many harms less than one too few. As long as an
    inhibitor is held, logind waits with the sleep until the desk is locked (5 s at most).
    """

    left = Signal(str)

    def __init__(self, system: QDBusConnection, session: QDBusConnection, why: str) -> None:
        """Begin to listen. A bus that is not there says nothing; the clocks notice a sleep all the same.

        Args:
            system: the bus of logind.
            session: the bus of the screen savers.
            why: what ``systemd-inhibit --list`` shows for the short wait before a sleep.

        """
        super().__init__()
        self._system, self._why = system, why
        self._inhibitor: QDBusPendingCallWatcher | None = None
        wires = [
            (system, LOGIND, MANAGER, "PrepareForSleep", "sleeps(bool)"),
            (system, LOGIND, SESSION, "Lock", "locks()"),
            *((session, "", name, "ActiveChanged", "covers(bool)") for name in SCREEN_SAVERS),
        ]
        self.heard = sum(
            bus.isConnected() and bus.connect(service, "", interface, name, self, SLOT(slot))  # type: ignore[call-overload]  # SLOT is a str
            for bus, service, interface, name, slot in wires
        )
        self._inhibit()

    def _inhibit(self) -> None:
        """Ask logind to wait for us before the next sleep. The reply holds its file descriptor, and we hold the reply."""
        if not self._system.isConnected():
            return
        call = QDBusMessage.createMethodCall(LOGIND, MANAGER_PATH, MANAGER, "Inhibit")
        call.setArguments(["sleep", "Bàn trực", self._why, "delay"])
        self._inhibitor = QDBusPendingCallWatcher(self._system.asyncCall(call, ASK_MS))

    @Slot(bool)
    def sleeps(self, begins: bool) -> None:
        """Lock before the sleep and let it go on; after it, too, where its beginning was not heard in time."""
        self.left.emit("suspend")
        self._inhibitor = None
        if not begins:
            self._inhibit()

    @Slot()
    def locks(self) -> None:
        """The session's lock."""
        self.left.emit("session")

    @Slot(bool)
    def covers(self, active: bool) -> None:
        """The screen saver came or went."""
        if active:
            self.left.emit("session")

    def stop(self) -> None:
        """Listen no more and hold up no sleep."""
        self._inhibitor = None
        self.blockSignals(True)
        self.deleteLater()  # Qt forgets the wires with their receiver


def watch(why: str) -> BusWatch:
    """Listen on the buses of this machine."""
    return BusWatch(QDBusConnection.systemBus(), QDBusConnection.sessionBus(), why)
