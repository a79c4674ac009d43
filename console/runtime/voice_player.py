"""Plays a citizen's voice message through a player of the system, at 1×, 1.5× or 2× (features A-07).

The recording goes to the player without touching the disk where the system allows it (an anonymous file of Linux). Windows and
macOS have a player of their own for what Zalo sends; the small PySide6 package has no QtMultimedia. Where no player of this
machine knows the format, that is said; nothing pretends to sound.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTemporaryDir, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from console.runtime.voice import Pcm, faster, read_wav, write_wav

SPEEDS = (1.0, 1.5, 2.0)
_LOOK_MS = 100
_FROM = "{start}"
_SPEED = "{speed}"
# Players that know every format Zalo sends and change the speed themselves; then those for plain WAV.
_ANY = (
    ("mpv", "--no-config", "--no-video", "--no-terminal", "--speed={speed}", "--start={start}"),
    ("ffplay", "-nodisp", "-autoexit", "-loglevel", "quiet", "-ss", _FROM, "-af", "atempo={speed}"),
    ("mplayer", "-really-quiet", "-nolirc", "-novideo", "-af", "scaletempo", "-speed", _SPEED, "-ss", _FROM),
)
_QUIETLY = ("-NoProfile", "-NonInteractive", "-STA", "-WindowStyle", "Hidden", "-Command")
_WAV = (("pw-play",), ("paplay",), ("aplay", "-q"))
_VOICE = "BAN_TRUC_VOICE"
"""Where the player of Windows looks for the file: a path on its command line would be read as program text."""
_WINDOWS = (
    "$ErrorActionPreference = 'Stop'; Add-Type -AssemblyName PresentationCore; "
    "$p = New-Object System.Windows.Media.MediaPlayer; $p.Open([uri]$env:BAN_TRUC_VOICE); "
    "for ($n = 0; -not $p.NaturalDuration.HasTimeSpan; $n++) {{ if ($n -ge 50) {{ exit 3 }}; Start-Sleep -Milliseconds 100 }}; "
    "$p.Position = [TimeSpan]::FromMilliseconds({start}); $p.SpeedRatio = {speed}; $p.Play(); "
    "while ($p.Position -lt $p.NaturalDuration.TimeSpan) {{ Start-Sleep -Milliseconds 100 }}; $p.Close()"
)
"""Windows Media through PowerShell, which every Windows has: it knows AAC, M4A, MP3 and WAV, keeps the pitch, and says by its exit
code that it does not know a format."""
_ENDINGS = (
    *((b"RIFF", 0, ".wav"), (b"#!AMR", 0, ".amr"), (b"ftyp", 4, ".m4a"), (b"ID3", 0, ".mp3")),
    *((b"\xff\xf1", 0, ".aac"), (b"\xff\xf9", 0, ".aac"), (b"OggS", 0, ".ogg")),
)
"""Players of Windows and macOS believe a file's name: beginnings of recordings, where they stand, and the ending they get."""
NO_PLAYER = "Máy này không có chương trình nghe được loại ghi âm này (mpv hoặc ffplay). Bản gốc vẫn được giữ."
NOT_PLAYED = "Máy không phát được tin thoại: kiểm tra loa và thiết bị âm thanh. Bản gốc vẫn được giữ."


@dataclass(frozen=True, slots=True)
class Job:
    """A command that plays what its last argument names (``by_name`` false: what the environment names), and what that shall hold.

    ``start_ms``: from where on it plays, which some players cannot choose.
    """

    command: tuple[str, ...]
    data: bytes
    start_ms: int = 0
    by_name: bool = True


def plan(
    data: bytes, speed: float, start_ms: int, which: Callable[[str], str | None] = shutil.which
) -> Job | None:
    """Return how this machine plays a recording from ``start_ms`` on, or ``None`` where it cannot."""
    for name, *options in _ANY:
        if found := which(name):
            said = (o.replace(_SPEED, f"{speed:g}").replace(_FROM, f"{start_ms / 1000:.2f}") for o in options)
            return Job((found, *said), data, start_ms)
    if sys.platform == "win32" and (found := which("powershell")):
        script = _WINDOWS.format(start=start_ms, speed=f"{speed:g}")
        return Job((found, *_QUIETLY, script), data, start_ms, by_name=False)
    wav = _wav_from(data, speed, start_ms)
    if sys.platform == "darwin" and (found := which("afplay")):
        if wav is not None and start_ms:
            return Job((found,), wav, start_ms)
        return Job((found, "-q", "1", "-r", f"{speed:g}"), data)
    if wav is None:
        return None
    for name, *options in _WAV:
        if found := which(name):
            return Job((found, *options), wav, start_ms)
    return None


def _wav_from(data: bytes, speed: float, start_ms: int) -> bytes | None:
    """Return the rest of a plain WAV at a speed, or ``None`` for another kind."""
    pcm = read_wav(data) if data[:4] == b"RIFF" else None
    if pcm is None:
        return None
    rest = Pcm(pcm.rate, pcm.channels, pcm.samples[start_ms * pcm.rate // 1000 * pcm.channels :])
    return write_wav(faster(rest, speed))


def ending(data: bytes) -> str:
    """Return the ending a recording's file gets, "" for a kind nobody knows."""
    return next((end for start, at, end in _ENDINGS if data[at : at + len(start)] == start), "")


class VoicePlayer(QObject):
    """Plays one recording at a time; lives on the UI thread.

    Signals:
        moved(int): where it is now, in ms of the recording at its own speed.
        ended(): it ran to its end, or was stopped.
        failed(str): it cannot be played here; Vietnamese words for the officer.
    """

    moved = Signal(int)
    ended = Signal()
    failed = Signal(str)

    def __init__(
        self, parent: QObject | None = None, which: Callable[[str], str | None] | None = None
    ) -> None:
        """Use the system's players; ``which`` finds them (offscreen there is nobody to hear, so none is looked for)."""
        super().__init__(parent)
        self._which = which if which is not None else _find
        self._process: subprocess.Popen[bytes] | None = None
        self._file: _Lent | None = None
        self._speed, self._start = 1.0, 0
        self._clock = QElapsedTimer()
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._look_at_it)

    @property
    def playing(self) -> bool:
        """Return whether something sounds."""
        return self._process is not None

    @property
    def position_ms(self) -> int:
        """Return how far it is, in ms of the recording at its own speed."""
        return self._start + round(self._clock.elapsed() * self._speed) if self.playing else self._start

    def play(self, data: bytes, speed: float = 1.0, start_ms: int = 0) -> bool:
        """Play a recording from a place on; what is playing ends. Returns whether a player was started."""
        self.stop()
        job = plan(data, speed, start_ms, self._which)
        if job is None:
            self.failed.emit(NO_PLAYER)
            return False
        try:
            self._file = _Lent(job.data)
            named = (self._file.path,) if job.by_name else ()
            self._process = subprocess.Popen(  # noqa: S603  # a player of the system and a file of ours
                [*job.command, *named],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=self._file.handles,
                env={**os.environ, _VOICE: self._file.path},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            self._let_go()
            self.failed.emit(NOT_PLAYED)
            return False
        self._speed, self._start = speed, job.start_ms
        self._clock.start()
        self._look.start()
        return True

    def stop(self) -> int:
        """Stop, and return where it was."""
        was = self.position_ms
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            self._let_go()
            self._start = was
            self.ended.emit()
        return was

    def _look_at_it(self) -> None:
        code = self._process.poll() if self._process is not None else 0
        if code is None:
            self.moved.emit(self.position_ms)
            return
        self._process = None
        self._start = 0
        self._let_go()
        self.ended.emit()
        if code:
            self.failed.emit(NOT_PLAYED)

    def _let_go(self) -> None:
        self._look.stop()
        if self._file is not None:
            self._file.close()
            self._file = None


class _Lent:
    """Bytes another program can open by a path; on Linux in memory only, elsewhere in a folder that goes away."""

    def __init__(self, data: bytes) -> None:
        self.handles: Sequence[int] = ()
        self._folder: QTemporaryDir | None = None
        if hasattr(os, "memfd_create"):
            handle = os.memfd_create("voice", os.MFD_CLOEXEC)
            self.handles = (handle,)
            with open(handle, "wb", closefd=False) as file:  # a descriptor has no path
                file.write(data)
            os.lseek(handle, 0, os.SEEK_SET)
            self.path = f"/proc/self/fd/{handle}"
        else:
            self._folder = QTemporaryDir()
            path = Path(self._folder.path()) / f"voice{ending(data)}"
            path.write_bytes(data)
            self.path = os.fspath(path)

    def close(self) -> None:
        """Take the bytes away."""
        for handle in self.handles:
            os.close(handle)
        self.handles = ()
        if self._folder is not None:
            self._folder.remove()


def _find(name: str) -> str | None:
    return None if QGuiApplication.platformName() == "offscreen" else shutil.which(name)
