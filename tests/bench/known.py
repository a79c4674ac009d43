"""What both sides of a row know: the profile's file, key and time, the window's size, when something is painted, memory.

Nothing of the console is read here: a floor's process holds what it uses itself and no more.
"""

import os
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from sqlcipher3 import dbapi2

from tests.bench.measure import Cost, NotYetError, late, timed

KEY = bytes(range(32))
NOW_MS = 1_790_000_000_000
DATABASE = "ban-truc.db"
LONG_CASE = "long"
LONG_MESSAGES = 500
WINDOW = (1600, 900)
PANE = (420, 860)
STEPS = 20
VISITED = 50
FRAMES = 150
NOTCH = 90
"""Pixels of one notch: three lines of a list whose line is 30 px."""
_MB = 1024 * 1024
_ENOUGH_S = 60.0
_LOOK_MS = 1_000


def read_only(folder: Path) -> Any:
    """Open the profile's database with the driver alone."""
    raw = dbapi2.connect(f"file:{folder / DATABASE}?mode=ro", uri=True)
    raw.set_key(f"x'{KEY.hex()}'")
    return raw


class Painted(QObject):
    """Counts the paintings of one widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return super().eventFilter(watched, event)

    def wait(self) -> None:
        """Run the event loop until the widget has been painted once more and nothing is left to do.

        As the console's own loop it sleeps while another thread works: what is measured is work, not waiting.
        """
        before, until = self.count, time.monotonic() + _ENOUGH_S
        # Wakes the loop where nothing else would.
        alarm = QTimer(self)
        alarm.start(_LOOK_MS)
        while self.count == before:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.monotonic() > until:
                raise TimeoutError("the widget is not painted")
        alarm.deleteLater()
        QApplication.processEvents()


def resident_mb() -> float:
    """Return this process's resident memory in MB."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        raise NotYetError("only Linux tells a process its memory of the moment")
    return int(statm.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / _MB


def scroll(view: QAbstractScrollArea, *, up: bool = False) -> Cost:
    """Scroll by notches, turning round at an end; the frame that only one of twenty takes longer than, ms."""
    bar, painted, costs = view.verticalScrollBar(), Painted(view.viewport()), []
    step = -NOTCH if up else NOTCH
    assert bar.maximum() > 4 * NOTCH
    for _ in range(FRAMES):
        if not bar.minimum() <= bar.value() + step <= bar.maximum():
            step = -step
        with timed("ms") as cost:
            bar.setValue(bar.value() + step)
            painted.wait()
        costs.append(cost)
    return late(costs)
