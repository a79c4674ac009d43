"""What a long run costs: how long the window was deaf, how much memory came to stay, and what the machine itself did."""

import json
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field

import psutil
from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer

BEAT_MS = 20
STALL_MS = 100
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
        self._total = QElapsedTimer()
        self._total.start()
        self._since = QElapsedTimer()
        self._since.start()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        late = int(self._since.restart()) - BEAT_MS
        self.beats += 1
        self.worst_ms = max(self.worst_ms, late)
        if late > STALL_MS:
            self.stalls.append((self._total.elapsed() // 1000, late, self._what()))


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


@dataclass(slots=True)
class Memory:
    """Resident memory of this process, sampled. ``seconds`` are since the start."""

    samples: list[tuple[float, float]] = field(default_factory=list)
    _process: psutil.Process = field(default_factory=psutil.Process)

    def sample(self, seconds: float) -> None:
        self.samples.append((seconds, self._process.memory_info().rss / 1e6))

    def report(self, warm_s: float) -> dict[str, float]:
        """Return MB after warming up and in the end (medians over a tenth of the time between), and the drift."""
        after = [mb for seconds, mb in self.samples if seconds >= warm_s] or [self.samples[-1][1]]
        tenth = max(1, len(after) // 10)
        begin, end = statistics.median(after[:tenth]), statistics.median(after[-tenth:])
        return {
            "warm_mb": round(begin, 1),
            "end_mb": round(end, 1),
            "drift_mb": round(end - begin, 1),
            "drift_percent": round(100 * (end - begin) / begin, 2),
            "peak_mb": round(max(mb for _, mb in self.samples), 1),
        }
