"""What a long run costs: how long the window was deaf, and what the machine itself did."""

import faulthandler
import json
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer

BEAT_MS = 20
STALL_MS = 100
STACK_MS = 200
LOOK_S = 0.05
_BARE = """
import json, sys, threading, time
over, worst = 0, 0.0
stop = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), stop.set()), daemon=True).start()
while not stop.is_set():
    began = time.perf_counter()
    time.sleep(0.02)
    late = (time.perf_counter() - began) * 1000 - 20
    worst, over = max(worst, late), over + (late > 100)
print(json.dumps({"max_ms": round(worst), "over_100ms": over}))
"""


class Pulse(QObject):
    """A heartbeat of the window's thread. ``worst_ms`` is how late a beat came at most, ``stalls`` how many came > 100 ms late."""

    def __init__(self, parent: QObject, what: Callable[[], str]) -> None:
        super().__init__(parent)
        self._what = what
        self.beats = 0
        self.worst_ms = 0
        self.stalls: list[tuple[int, int, str]] = []
        """Seconds since the start, ms, and what was being done."""
        self._stacks: list[tuple[int, str, list[str]]] = []
        self._total = QElapsedTimer()
        self._total.start()
        self._since = QElapsedTimer()
        self._since.start()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)
        self._lookout = _Lookout()

    def stop(self) -> None:
        self._timer.stop()
        self._lookout.end()

    @property
    def stacks(self) -> list[tuple[int, str, list[str]]]:
        """Return the worst stalls: ms, what was being done, and where the window's thread stood most, innermost first."""
        return self._stacks

    def _beat(self) -> None:
        late = int(self._since.restart()) - BEAT_MS
        self.beats += 1
        stacks = self._lookout.beat()
        self.worst_ms = max(self.worst_ms, late)
        if stacks:
            self._stacks.append((late, self._what(), stacks))
            self._stacks = sorted(self._stacks, key=lambda one: -one[0])[:_WORST]
        if late > STALL_MS:
            self.stalls.append((self._total.elapsed() // 1000, late, self._what()))


class _Lookout(threading.Thread):
    """Looks from outside where the window's thread stands while its beat is late.

    By ``faulthandler``, which only reads: a frame that Python hands out keeps the painter of a ``paintEvent`` alive.
    """

    def __init__(self) -> None:
        super().__init__(name="soak-lookout", daemon=True)
        self._watched = f"0x{threading.get_ident():016x}"
        self._beat_at = time.monotonic()
        self._seen: Counter[tuple[str, ...]] = Counter()
        self._ended = threading.Event()
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  # closed where the thread ends
        self.start()

    def beat(self) -> list[str]:
        """Say that the window answers; return where it stood since it last did."""
        seen, self._seen, self._beat_at = self._seen, Counter(), time.monotonic()
        return list(seen.most_common(1)[0][0]) if seen else []

    def end(self) -> None:
        self._ended.set()
        self.join(5)

    def run(self) -> None:
        with self._file:
            while not self._ended.wait(LOOK_S):
                if time.monotonic() - self._beat_at >= STACK_MS / 1000:
                    self._seen[tuple(self._stack())] += 1

    def _stack(self) -> list[str]:
        """Return the innermost frames of the window's thread, innermost first."""
        self._file.seek(0)
        self._file.truncate()
        faulthandler.dump_traceback(self._file, all_threads=True)
        self._file.seek(0)
        for block in self._file.read().decode("utf-8", "replace").split("\n\n"):
            first, *lines = block.strip().splitlines()
            if self._watched in first:
                return [_FRAME.sub(r"\3 \1:\2", line.strip()) for line in lines[:_FRAMES]]
        return []


_FRAME = re.compile(r'File "(?:.*/)?([^/"]+)", line (\d+) in (.+)')
_FRAMES = 16
_WORST = 5


class BareBeat:
    """The same beat in an empty process: how late this machine is for everybody."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _BARE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def stop(self) -> dict[str, int]:
        out, _ = self._process.communicate()
        found: dict[str, int] = json.loads(out)
        return found
