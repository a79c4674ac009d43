"""When Windows says that the desk is left: locked, switched to another user, going to sleep, the lid shut (threats T03)."""

import ctypes
import uuid
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal

from console.app.idle import SLEEP

WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x0218, 0x02B1
PBT_APMSUSPEND, PBT_POWERSETTINGCHANGE = 0x0004, 0x8013
WTS_LEAVES = frozenset({2, 4, 6, 7})
"""WTS_CONSOLE_DISCONNECT (another user's turn), WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK."""
LID = uuid.UUID("ba3e0f4d-b817-4094-a2d1-d56379e6a0f3").bytes_le
"""GUID_LIDSWITCH_STATE_CHANGE; its data is a DWORD, 0 for shut."""
_HEAD = 20
"""POWERBROADCAST_SETTING before its data: the GUID and the length as a DWORD."""


def reason(message: int, wparam: int, lparam: int) -> str:
    """Return how a native message says that the desk is left, «session», «suspend» (the lid) or «sleep»; "" for every other one."""
    if message == WM_WTSSESSION_CHANGE:
        return "session" if wparam in WTS_LEAVES else ""
    if message != WM_POWERBROADCAST:
        return ""
    if wparam == PBT_APMSUSPEND:
        return SLEEP
    if wparam == PBT_POWERSETTINGCHANGE and lparam:
        setting = ctypes.string_at(lparam, _HEAD)
        length = int.from_bytes(setting[16:], "little")
        if setting[:16] == LID and length >= 4:
            return "suspend" if ctypes.string_at(lparam + _HEAD, 4) == bytes(4) else ""
    return ""


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, watch: "MessageWatch") -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Look at a ``MSG`` and let it go on."""
        if bytes(kind) == b"windows_generic_MSG":  # type: ignore[arg-type]  # QByteArray has a buffer
            msg = wintypes.MSG.from_address(int(message))
            how = reason(msg.message, msg.wParam or 0, msg.lParam or 0)
            if how:
                self._watch.left.emit(how)
        return False, 0


class MessageWatch(QObject):
    """Sees the native messages of the program; ``left(how)`` with what ``reason`` says."""

    left = Signal(str)

    def __init__(self, app: QCoreApplication, window: int) -> None:
        """Begin to watch; ``window`` is the handle that shall get them, 0 to ask Windows for nothing."""
        super().__init__()
        self._app, self._window, self._lid = app, window, 0
        self._filter = _Filter(self)
        app.installNativeEventFilter(self._filter)
        if window:
            self._register()

    def _register(self) -> None:
        # A machine without these services says nothing; the clocks notice a sleep all the same.
        load = ctypes.WinDLL  # type: ignore[attr-defined]  # only there on Windows
        handle = wintypes.HWND(self._window)
        load("wtsapi32").WTSRegisterSessionNotification(handle, 0)
        ask = load("user32").RegisterPowerSettingNotification
        ask.restype = wintypes.HANDLE
        self._lid = int(ask(handle, ctypes.create_string_buffer(LID, 16), 0) or 0)

    def stop(self) -> None:
        """Watch no more."""
        self._app.removeNativeEventFilter(self._filter)
        if self._window:
            load = ctypes.WinDLL  # type: ignore[attr-defined]  # as above
            load("wtsapi32").WTSUnRegisterSessionNotification(wintypes.HWND(self._window))
            if self._lid:
                load("user32").UnregisterPowerSettingNotification(wintypes.HANDLE(self._lid))
