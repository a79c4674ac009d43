"""Copying: what leaves the window by the clipboard is kept out of its history and wiped again (threats T21)."""

from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

CLEAR_AFTER_MS = 30_000
LONG_COPY = 200
"""More characters of a conversation than this go to the clipboard only when the log has it (threats T19)."""

# Windows reads a DWORD, Klipper the word «secret»; what does not know them does not mind them.
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
_MARKS = {
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"\x01\x00\x00\x00",
    _WINDOWS.format("CanIncludeInClipboardHistory"): b"\x00\x00\x00\x00",
    _WINDOWS.format("CanUploadToCloudClipboard"): b"\x00\x00\x00\x00",
    "x-kde-passwordManagerHint": b"secret",
}


def private_mime(text: str) -> QMimeData:
    """Return plain text for the clipboard with the marks that keep it out of histories and cloud copies."""
    mime = QMimeData()
    mime.setText(text)
    for name, value in _MARKS.items():
        mime.setData(name, QByteArray(value))
    return mime


class _Wiper(QObject):
    """Empties the clipboard when what we put there is still the last thing on it."""

    def __init__(self) -> None:
        super().__init__()
        self._ours = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CLEAR_AFTER_MS)
        self._timer.timeout.connect(self.wipe)
        # What is left on the clipboard when the program ends outlives it on some systems, and crashes it on others.
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.wipe)

    def watch(self, text: str) -> None:
        self._ours = text
        self._timer.start()

    def wipe(self) -> None:
        board = QGuiApplication.clipboard()
        if self._ours and board.text() == self._ours:
            board.clear(QClipboard.Mode.Clipboard)
        self._ours = ""
        self._timer.stop()


class _Held:
    wiper: _Wiper | None = None


def wipe_clipboard() -> None:
    """Empty the clipboard now if it still holds what the console copied; called on lock and on exit."""
    if _Held.wiper is not None:
        _Held.wiper.wipe()


def copy_private(text: str) -> None:
    """Copy text marked as private; it is wiped after ``CLEAR_AFTER_MS`` unless something else was copied."""
    QGuiApplication.clipboard().setMimeData(private_mime(text))
    watch_copy(text)


def watch_copy(text: str) -> None:
    """Wipe ``text`` from the clipboard later; for widgets that put it there themselves."""
    if _Held.wiper is None:
        _Held.wiper = _Wiper()
    _Held.wiper.watch(text)
