"""The system's own signs that nobody is at the desk, whatever the system (threats T03)."""

import sys

from PySide6.QtWidgets import QApplication, QWidget

from console.app.locking import Locking
from console.runtime.i18n import tr


def watch_session(app: QApplication, window: QWidget, locking: Locking) -> list[object]:
    """Lock the desk when the system locks, sleeps or gives the screen to another user; return what must be kept alive.

    What the system tells to nobody is left to the clocks (``IdleWatch``).
    """
    if sys.platform == "win32":
        from console.app.session_windows import MessageWatch

        windows = MessageWatch(app, int(window.winId()))
        windows.left.connect(locking.lock)
        app.aboutToQuit.connect(windows.stop)
        return [windows]
    if sys.platform == "darwin":
        from console.app.session_mac import NoticeWatch

        mac = NoticeWatch()
        mac.left.connect(locking.lock)
        app.aboutToQuit.connect(mac.stop)
        return [mac]
    from console.app.session_linux import watch

    linux = watch(tr("Khóa màn hình bàn trực trước khi máy ngủ"))
    linux.left.connect(locking.lock)
    app.aboutToQuit.connect(linux.stop)
    return [linux]
