"""When Linux says that the desk is left: logind goes to sleep or locks the session, a screen saver begins (threats T03)."""

import os
from collections.abc import Callable

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusVariant,
)

from console.app.idle import SLEEP

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
PROPERTIES = "org.freedesktop.DBus.Properties"
OWN = "/org/freedesktop/login1/session/auto"
"""logind's other name for the caller's session; its signals come under the real one (org.freedesktop.login1(5))."""
ASK_MS = 2_000


class BusWatch(QObject):
    """Hears both buses; ``left(how)`` with «sleep» or «session».

    The lid needs no ear of its own: logind makes of it a sleep or a lock, as the machine is set up, or nothing at a dock. Only
    the lock of our own session counts, as soon as logind has said which one that is; where it does not say, that of any
    session: one lock too many harms less than one too few. As long as an inhibitor is held, logind waits with the sleep (5 s at
    most).
    """

    left = Signal(str)

    def __init__(
        self, system: QDBusConnection, session: QDBusConnection, why: str, *, until_stopped: bool = False
    ) -> None:
        """Begin to listen. A bus that is not there says nothing; the clocks notice a sleep all the same.

        Args:
            system: the bus of logind.
            session: the bus of the screen savers.
            why: what ``systemd-inhibit --list`` shows for the short wait before a sleep.
            until_stopped: whether a sleep waits for ``stop``, not only until everybody has heard of it.

        """
        super().__init__()
        self._system, self._why, self._until_stopped = system, why, until_stopped
        self._inhibitor: QDBusPendingCallWatcher | None = None
        self._asking: QDBusPendingCallWatcher | None = None
        self.asked = ""
        """What logind was last asked of sessions."""
        self.own = ""
        """Path of our own session, "" while it is not known."""
        wires = [
            (system, LOGIND, MANAGER, "PrepareForSleep", "sleeps(bool)"),
            (system, LOGIND, SESSION, "Lock", "locks(QDBusMessage)"),
            *((session, "", name, "ActiveChanged", "covers(bool)") for name in SCREEN_SAVERS),
        ]
        self.heard = sum(
            bus.isConnected() and bus.connect(service, "", interface, name, self, SLOT(slot))  # type: ignore[call-overload]  # SLOT is a str
            for bus, service, interface, name, slot in wires
        )
        if system.isConnected():
            self._find_own()
            self._inhibit()

    def _find_own(self) -> None:
        """Ask which session is ours: that of the environment, else the one logind takes for the caller's."""
        known = os.environ.get("XDG_SESSION_ID", "")
        if known:
            self._find(known)
        else:
            self._ask(OWN, PROPERTIES, "Get", [SESSION, "Id"], self._find)

    def _find(self, session: object) -> None:
        known = session.variant() if isinstance(session, QDBusVariant) else session
        self._ask(MANAGER_PATH, MANAGER, "GetSession", [str(known)], self._found)

    def _found(self, path: object) -> None:
        self.own = path.path() if isinstance(path, QDBusObjectPath) else str(path)

    def _ask(
        self, path: str, interface: str, member: str, arguments: list[str], then: Callable[[object], None]
    ) -> None:
        call = QDBusMessage.createMethodCall(LOGIND, path, interface, member)
        call.setArguments(arguments)
        self.asked = member
        self._asking = asking = QDBusPendingCallWatcher(self._system.asyncCall(call, ASK_MS))

        def answered() -> None:
            reply = asking.reply()
            if reply.type() == QDBusMessage.MessageType.ReplyMessage and reply.arguments():
                then(reply.arguments()[0])

        asking.finished.connect(answered)

    def _inhibit(self) -> None:
        """Ask logind to wait for us before the next sleep. The reply holds its file descriptor, and we hold the reply."""
        call = QDBusMessage.createMethodCall(LOGIND, MANAGER_PATH, MANAGER, "Inhibit")
        call.setArguments(["sleep", "Bàn trực", self._why, "delay"])
        self._inhibitor = QDBusPendingCallWatcher(self._system.asyncCall(call, ASK_MS))

    @Slot(bool)
    def sleeps(self, begins: bool) -> None:
        """Tell before the sleep and let it go on; after it, too, where its beginning was not heard in time."""
        self.left.emit(SLEEP)
        if not self._until_stopped:
            self._inhibitor = None
            if not begins:
                self._inhibit()

    @Slot(QDBusMessage)
    def locks(self, message: QDBusMessage) -> None:
        """The lock of a session."""
        if not self.own or message.path() == self.own:
            self.left.emit("session")

    @Slot(bool)
    def covers(self, active: bool) -> None:
        """The screen saver came or went."""
        if active:
            self.left.emit("session")

    def stop(self) -> None:
        """Listen no more and hold up no sleep."""
        self._inhibitor = self._asking = None
        self.blockSignals(True)
        self.deleteLater()  # Qt forgets the wires with their receiver


def watch(why: str, *, until_stopped: bool = False) -> BusWatch:
    """Listen on the buses of this machine."""
    return BusWatch(
        QDBusConnection.systemBus(), QDBusConnection.sessionBus(), why, until_stopped=until_stopped
    )
