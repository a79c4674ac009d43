"""The system's own signs that nobody is at the desk, whatever the system (threats T03)."""

import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QApplication, QWidget

from console.runtime.i18n import tr


class Watch(Protocol):
    """What listens to the system; ``left(how)`` is its signal."""

    def stop(self) -> None:
        """Listen no more, and hold up no sleep."""


def watch_session(
    app: QApplication, window: QWidget, left: Callable[[str], object], *, until_stopped: bool = False
) -> Watch:
    """Tell ``left`` when the system locks, sleeps or gives the screen to another user. Keep what is returned alive.

    What the system tells to nobody is left to the clocks (``IdleWatch``).

    Args:
        app: the application.
        window: gets the messages of Windows.
        left: gets «session», «suspend» or «sleep».
        until_stopped: where the system can wait with a sleep, it waits for ``stop``, else until ``left`` has returned.

    """
    if sys.platform == "win32":
        from console.app.session_windows import MessageWatch

        windows = MessageWatch(app, int(window.winId()))
        windows.left.connect(left)
        return windows
    if sys.platform == "darwin":
        from console.app.session_mac import NoticeWatch

        mac = NoticeWatch()
        mac.left.connect(left)
        return mac
    from console.app.session_linux import watch

    linux = watch(tr("Khóa màn hình bàn trực trước khi máy ngủ"), until_stopped=until_stopped)
    linux.left.connect(left)
    return linux
