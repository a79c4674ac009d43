"""The process that decodes strangers' pictures can reach nothing, and hits its limits (threats T07, adr-picture-helper.md)."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from console.runtime import thumbnails
from console.runtime.thumbnail_helper import CPU_SECONDS, MEMORY_BYTES, UNCONFINED
from console.runtime.thumbnails import PictureRefusedError, helper_command, make_thumbnail
from tests.hostile.corpus import bomb, png

ROOT = str(Path(__file__).resolve().parents[2])
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="seccomp is Linux's")
posix = pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
_REACH = """
import ctypes, os, socket, sys, threading
sys.path.insert(0, {root!r})
from console.runtime import confine
libc = ctypes.CDLL(None, use_errno=True)
address = ("127.0.0.1", {port})
opened = socket.socket()
if {confined}:
    confine.confine()
def libc_open():
    if libc.open(b"/etc/passwd", 0) < 0:
        raise OSError(ctypes.get_errno(), "open")
def libc_socket():
    if libc.socket(2, 1, 0) < 0:
        raise OSError(ctypes.get_errno(), "socket")
tries = dict(
    connect=lambda: opened.connect(address),
    socket=lambda: socket.socket(),
    datagram=lambda: socket.socket(type=socket.SOCK_DGRAM),
    unix=lambda: socket.socket(socket.AF_UNIX),
    libc_socket=libc_socket,
    open=lambda: open("/etc/passwd").close(),
    libc_open=libc_open,
    write=lambda: open({path!r}, "w").close(),
    unlink=lambda: os.unlink({path!r}),
    fork=lambda: os.fork() or os._exit(0),
    kill=lambda: os.kill(os.getppid(), 0),
)
for name, run in tries.items():
    try:
        run()
        print(name, "done")
    except PermissionError:
        print(name, "refused")
threading.Thread(target=lambda: print("thread runs")).start()
"""


def reach(tmp_path, *, confined):
    """Let a process try everything; return what came of each, and how many connections reached us."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        words = _REACH.format(
            root=ROOT, port=server.getsockname()[1], path=str(tmp_path / "x"), confined=confined
        )
        ran = subprocess.run(
            [sys.executable, "-I", "-c", words], capture_output=True, text=True, timeout=60, check=True
        )
        server.setblocking(False)
        reached = 0
        try:
            server.accept()[0].close()
            reached = 1
        except BlockingIOError:
            pass
    return dict(line.split() for line in ran.stdout.splitlines()), reached


@linux
def test_nothing_can_be_reached_once_confined(tmp_path):
    free, reached = reach(tmp_path, confined=False)
    assert (set(free.values()), reached) == ({"done", "runs"}, 1)
    bound, reached = reach(tmp_path, confined=True)
    assert reached == 0
    assert bound == dict.fromkeys(free, "refused") | {"thread": "runs"}


def helper(change: str, data: bytes) -> subprocess.CompletedProcess:
    """Run the real helper after ``change``, as somebody would who found a way past its first checks."""
    words = (
        "import sys; sys.path.insert(0, sys.argv[1]); "
        f"from console.runtime import thumbnail_helper as h; {change}; sys.exit(h.main())"
    )
    return subprocess.run(
        [sys.executable, "-I", "-c", words, ROOT],
        input=b"148 80\n" + data,
        capture_output=True,
        timeout=60,
        check=False,
    )


@linux
def test_the_real_helper_is_confined_before_it_decodes(tmp_path):
    """From within the decoder itself, in the place of Qt's own call: files and network are gone by then."""
    spy = (
        "from PySide6.QtGui import QImageReader\n"
        "import socket\n"
        "size = QImageReader.size\n"
        "def spied(self):\n"
        "    for run in (socket.socket, lambda: open('/etc/passwd')):\n"
        "        try:\n"
        "            run(); sys.stderr.write('reached')\n"
        "        except PermissionError:\n"
        "            sys.stderr.write('refused ')\n"
        "    return size(self)\n"
        "QImageReader.size = spied\n"
    )
    ran = helper(f"exec({spy!r})", png())
    assert (ran.returncode, ran.stderr) == (0, b"refused refused ")


@posix
def test_a_picture_that_takes_too_long_is_ended_by_the_processor_limit():
    began = time.monotonic()
    endless = "from PySide6.QtGui import QImageReader\ndef read(self):\n    while True: pass\nQImageReader.read = read"
    ran = helper(f"exec({endless!r})", png())
    assert ran.returncode == -signal.SIGXCPU or ran.returncode == -signal.SIGKILL
    # Wall time on a busy machine; the processor time that was granted is a few seconds.
    assert time.monotonic() - began < 45
    assert CPU_SECONDS == 2


@posix
def test_a_bomb_that_gets_past_the_checks_is_ended_by_the_memory_limit():
    past = "h.MAX_PIXELS, h.MAX_SIDE, h.ALLOCATION_MB = 1 << 40, 1 << 20, 0"
    ran = helper(past, bomb(14_000, 12_000))
    assert ran.returncode != 0
    assert ran.stdout == b""
    assert helper(past, bomb(6_000, 5_000)).returncode == 0
    assert MEMORY_BYTES == 512 * 1024 * 1024


@linux
def test_a_machine_that_cannot_confine_shows_no_picture(monkeypatch):
    change = "def no():\n    raise h.ConfineError(38, 'x')\nh.confine = no"
    assert helper(f"exec({change!r})", png()).returncode == UNCONFINED
    command = [sys.executable, "-c", f"import sys; sys.exit({UNCONFINED})"]
    monkeypatch.setattr(thumbnails, "helper_command", lambda: command)
    with pytest.raises(PictureRefusedError, match="không cô lập được"):
        make_thumbnail(png(), 148, 80)


def test_the_helper_takes_nothing_of_the_profile_along():
    assert not [part for part in helper_command() if "profile" in part]
