"""Plays the console's sounds through whatever the system has, and says where it has nothing.

Qt's own player needs QtMultimedia, which the small PySide6 package leaves out, so a player of the system plays a file.
"""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from console.runtime import tones

_LOOK_MS = 100
_PLAYERS = {
    "linux": (("pw-play",), ("paplay",), ("aplay", "-q")),
    "darwin": (("afplay",),),
}


def system_player() -> tuple[str, ...]:
    """Return the command that plays the file named after it; empty where there is none, or no screen and so no person."""
    if QGuiApplication.platformName() == "offscreen":
        return ()
    for name, *options in _PLAYERS.get(sys.platform, ()):
        found = shutil.which(name)
        if found:
            return (found, *options)
    return ()


class Sounds(QObject):
    """Plays one sound at a time. Lives on the UI thread; a sound never waits for anything."""

    failed = Signal(str)
    """The system could not play: Vietnamese words for the officer. Whoever hears of it still has the desktop's beep."""

    def __init__(self, parent: QObject | None = None, player: Sequence[str] | None = None) -> None:
        """Find the system's player, or take the command of one."""
        super().__init__(parent)
        self._player = tuple(player) if player is not None else system_player()
        self._folder = QTemporaryDir()
        self._running: subprocess.Popen[bytes] | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._look_at_it)

    def play(self, level: int, volume: float) -> None:
        """Play the sound of a level, 1 to 4, at a volume of 0.0 to 1.0; a sound that is still running ends."""
        self.stop()
        path = self._file(level, round(100 * volume))
        if sys.platform == "win32":
            self._play_on_windows(path)
        elif self._player:
            self._start(path)
        else:
            self.failed.emit(
                "Không tìm thấy chương trình phát âm thanh trên máy này, chỉ còn tiếng bíp của hệ thống."
            )

    def stop(self) -> None:
        """End what is running: the case was claimed."""
        self._look.stop()
        process, self._running = self._running, None
        if process is not None:
            process.kill()
            process.wait()

    def _file(self, level: int, percent: int) -> Path:
        path = Path(self._folder.path()) / f"{level}-{percent}.wav"
        if not path.exists():
            path.write_bytes(tones.wav(level, percent))
        return path

    def _start(self, path: Path) -> None:
        quiet = subprocess.DEVNULL
        try:
            self._running = subprocess.Popen(  # noqa: S603  # a player of the system and a file of ours
                [*self._player, str(path)], stdin=quiet, stdout=quiet, stderr=quiet
            )
        except OSError:
            self.failed.emit("Chương trình phát âm thanh của máy không chạy được.")
            return
        self._look.start()

    def _look_at_it(self) -> None:
        code = self._running.poll() if self._running is not None else 0
        if code is None:
            return
        self._look.stop()
        self._running = None
        if code:
            self.failed.emit("Máy không phát được âm thanh: kiểm tra loa và thiết bị âm thanh.")

    def _play_on_windows(self, path: Path) -> None:
        import winsound

        try:
            flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT  # type: ignore[attr-defined,unused-ignore]
            winsound.PlaySound(str(path), flags)  # type: ignore[attr-defined,unused-ignore]
        except RuntimeError:
            self.failed.emit("Máy không phát được âm thanh: kiểm tra loa và thiết bị âm thanh.")
