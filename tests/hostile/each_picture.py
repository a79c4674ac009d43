"""Decode the whole hostile corpus, each picture in a child of one warm process; ``python -m tests.hostile.each_picture``.

A process of its own: a fork of one that has threads (a test worker keeps simulators) may inherit a lock nobody will ever
open, and a child that waits for one spends no processor time, so no limit ends it.
"""

import json
import os
import resource
import signal
import sys
import threading

from PySide6.QtGui import QImageReader

from console.runtime.thumbnail_helper import CPU_SECONDS, REFUSED, decode, kind_of
from tests.hostile.corpus import corpus

WIDTH, HEIGHT = 148, 80
STUCK_S = 30
MOST = 10_000_000
"""Bytes of an answer that are read."""


def answer(data: bytes) -> tuple[int, bytes, resource.struct_rusage]:
    """Decode in a child with the helper's own limits; return its wait status, what it said and what it cost."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 99
        try:
            signal.alarm(STUCK_S)
            with os.fdopen(writing, "wb") as out:
                code = decode(data, WIDTH, HEIGHT, out) if kind_of(data) else REFUSED
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read(MOST)
    _, status, cost = os.wait4(child, 0)
    return status, said, cost


def main() -> int:
    """Print one JSON object a picture: name, whether it came through, what was wrong with what came."""
    QImageReader.supportedImageFormats()
    if threading.active_count() != 1:
        raise RuntimeError("a process that forks has no threads")
    for name, data, _ in corpus():
        status, said, cost = answer(data)
        ok = os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0
        seconds = cost.ru_utime + cost.ru_stime
        head, _, rgb = said.partition(b"\n")
        wrong = []
        if seconds > CPU_SECONDS + 1:
            wrong.append(f"{seconds} s")
        if b"CANARY" in said:
            wrong.append("words came out")
        if ok and len(rgb) != int(head.split()[0]) * int(head.split()[1]) * 3:
            wrong.append(f"{head!r} with {len(rgb)} bytes")
        print(
            json.dumps(
                {"name": name, "shown": ok, "status": status, "peak_kb": cost.ru_maxrss, "wrong": wrong}
            )
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
