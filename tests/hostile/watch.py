"""Sees what the program touches while a stranger's words are on the screen: files, sockets, programs, and time.

Python tells of its own opens and connections by audit events; what Qt opens in C++ is seen from outside, by the kernel's
notice on a folder that holds nothing but bait.
"""

import ctypes
import os
import select
import socket
import struct
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QDesktopServices

from tests.pace import spending

ROOT = Path(__file__).resolve().parents[2]
_IN_OPEN, _IN_ACCESS, _IN_NONBLOCK = 0x20, 0x01, 0o4000
_PROGRAMS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.startfile", "webbrowser.open")


@dataclass
class Touched:
    """What happened in one ``watching`` block."""

    folders: tuple[Path, ...]
    addresses: frozenset[tuple[str, int]]
    files: list[str] = field(default_factory=list)
    connections: list[object] = field(default_factory=list)
    programs: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def hear(self, event: str, args: tuple) -> None:
        if event == "open":
            path, _mode, flags = args
            if isinstance(path, (str, bytes)) and not self._usual(os.fsdecode(path), flags or 0):
                self.files.append(os.fsdecode(path))
        elif event == "socket.connect":
            if args[1][:2] not in self.addresses:
                self.connections.append(args[1])
        elif event == "socket.getaddrinfo":
            if args[0] not in {host for host, _ in self.addresses}:
                self.connections.append(args[0])
        elif event in _PROGRAMS:
            self.programs.append(event)

    def _usual(self, path: str, flags: int) -> bool:
        """Return whether the program may open this: its own folders, and for reading its code, data and devices."""
        place = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would look at a bait's folder
        if any(place.is_relative_to(folder) for folder in self.folders):
            return True
        if sys.pycache_prefix and place.is_relative_to(sys.pycache_prefix):
            return True  # on a fresh machine Python keeps the bytecode of what is imported meanwhile
        writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        code = (ROOT / "console", ROOT / "resources", ROOT / "tests", Path(sys.prefix), Path(sys.base_prefix))
        system = (Path("/proc/self"), Path("/dev"), Path("/etc/localtime"), Path("/usr/share/zoneinfo"))
        return not writes and any(place.is_relative_to(folder) for folder in (*code, *system))

    @property
    def nothing(self) -> bool:
        """Return whether everything was usual."""
        return not (self.files or self.connections or self.programs or self.links)


_watching: list[Touched] = []
_hooked: list[bool] = []


def _hook(event: str, args: tuple) -> None:
    if _watching:
        for touched in _watching:
            touched.hear(event, args)


@contextmanager
def watching(*folders: Path, addresses=()):
    """Note what is touched besides ``folders`` and the allowed (host, port) ``addresses``."""
    if not _hooked:
        # A hook cannot be taken out again; while nobody watches it does nothing.
        sys.addaudithook(_hook)
        _hooked.append(True)
    touched = Touched(tuple(folders), frozenset(addresses))
    before = QDesktopServices.openUrl
    QDesktopServices.openUrl = lambda url: touched.links.append(url.toString()) or False
    _watching.append(touched)
    try:
        yield touched
    finally:
        _watching.remove(touched)
        QDesktopServices.openUrl = before


class Bait:
    """A picture and an address that nothing may touch."""

    def __init__(self, folder: Path) -> None:
        """Lay the picture out in an empty ``folder`` and listen on a free port."""
        self.path = folder / "bait.png"
        self.path.write_bytes(b"\x89PNG\r\n\x1a\n")
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.setblocking(False)
        self.web = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self._libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
        self._notice = -1
        if self._libc is not None:
            self._notice = self._libc.inotify_init1(_IN_NONBLOCK)
            watch = self._libc.inotify_add_watch(self._notice, os.fsencode(folder), _IN_OPEN | _IN_ACCESS)
            assert watch >= 0

    @property
    def file_url(self) -> str:
        """Return the address of the picture."""
        return self.path.as_uri()

    def fill(self, text: str) -> str:
        """Put the bait into a hostile text."""
        return text.replace("{file}", self.file_url).replace("{web}", self.web)

    def bites(self) -> list[str]:
        """Return who touched the bait since the last call."""
        found = []
        try:
            sock, address = self.listener.accept()
            sock.close()
            found.append(f"connection from {address}")
        except BlockingIOError:
            pass
        while self._notice >= 0 and select.select([self._notice], [], [], 0)[0]:
            data = os.read(self._notice, 4096)
            while data:
                _watch, mask, _cookie, length = struct.unpack_from("iIII", data)
                name = data[16 : 16 + length].rstrip(b"\0").decode()
                found.append(f"{name}: {mask:#x}")
                data = data[16 + length :]
        # A folder that is listed is opened too; only its file is bait.
        return [bite for bite in found if bite.startswith(("connection", self.path.name))]

    def close(self) -> None:
        """Take the bait away."""
        self.listener.close()
        if self._notice >= 0:
            os.close(self._notice)


class Pace:
    """Adds up the processor time that the window's thread spends between two returns to its event loop."""

    def __init__(self, app) -> None:
        """Take the application whose events are processed."""
        self._app = app
        self.longest_ms = 0.0

    def turn(self) -> None:
        """Let the window do what waits, as one turn of its event loop."""
        with spending() as spent:
            self._app.processEvents()
        self.longest_ms = max(self.longest_ms, spent.seconds * 1000)


def run_nothing(*_args, **_named):
    """Stand in for a program that must not be started."""
    raise AssertionError("a program was started")


__all__ = ["Bait", "Pace", "Touched", "run_nothing", "subprocess", "watching"]
