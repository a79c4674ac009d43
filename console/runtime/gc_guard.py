"""Python's cyclic garbage collector, on the UI thread only.

A collection runs on whatever thread happens to allocate; on a worker it may destroy a QObject there, which crashes
(code-models.md §9.5). So the automatic one is switched off and a timer collects on the thread that owns the objects.

What a thousand modules made is set aside first. It stays for the whole run, and to look through it again took a tenth of a
second, in which the window stood still.
"""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 1000


class GcGuard(QObject):
    """Switches automatic collection off while it lives; ``stop`` puts it back, with what was set aside."""

    def __init__(self, parent: QObject | None = None, interval_ms: int = INTERVAL_MS) -> None:
        """Begin, before anything of a citizen is read: what is there now is not looked at again. Make it on the UI thread."""
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        # Read before switching off; the same thresholds decide, only when they are looked at changes.
        self._thresholds = gc.get_threshold()
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(interval_ms)
        self._timer.timeout.connect(self.check)
        self._timer.start()

    def check(self) -> int:
        """Collect the oldest generation that is due; return it, or -1 when none is."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return generation
        return -1

    def stop(self) -> None:
        """End and let Python collect by itself again if it did before."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_enabled:
            gc.enable()
