"""When macOS says that the desk is left: the screen is locked or its saver begins (threats T03).

Through the C functions of Core Foundation; the notices come on the main thread's run loop, which is Qt's. A sleep is noticed by
the clocks (``idle.py``), and by the lock that macOS makes of it.
"""

import ctypes

from PySide6.QtCore import QObject, Signal

NOTICES = ("com.apple.screenIsLocked", "com.apple.screensaver.didstart")
_FRAMEWORK = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
_UTF8 = 0x08000100
_AT_ONCE = 4
"""CFNotificationSuspensionBehaviorDeliverImmediately: in the background, too."""
_CALLBACK = ctypes.CFUNCTYPE(
    None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p
)


class NoticeWatch(QObject):
    """Hears the notices of this login session; ``left("session")``."""

    left = Signal(str)

    def __init__(self, library: ctypes.CDLL | None = None) -> None:
        """Begin to listen; ``library`` stands for Core Foundation in tests."""
        super().__init__()
        self._core = core = library or ctypes.CDLL(_FRAMEWORK)
        core.CFNotificationCenterGetDistributedCenter.restype = ctypes.c_void_p
        core.CFStringCreateWithCString.restype = ctypes.c_void_p
        core.CFStringCreateWithCString.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32)
        core.CFNotificationCenterAddObserver.argtypes = (
            *(ctypes.c_void_p, ctypes.c_void_p, _CALLBACK, ctypes.c_void_p, ctypes.c_void_p),
            ctypes.c_long,
        )
        core.CFNotificationCenterRemoveEveryObserver.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
        self._center = core.CFNotificationCenterGetDistributedCenter()
        self._callback = _CALLBACK(self._hear)  # Core Foundation keeps no reference
        for notice in NOTICES:
            name = core.CFStringCreateWithCString(None, notice.encode(), _UTF8)
            core.CFNotificationCenterAddObserver(self._center, id(self), self._callback, name, None, _AT_ONCE)

    def _hear(self, _center: int, _observer: int, _name: int, _object: int, _info: int) -> None:
        self.left.emit("session")

    def stop(self) -> None:
        """Listen no more."""
        self._core.CFNotificationCenterRemoveEveryObserver(self._center, id(self))
