"""Workers that come back by themselves (walk, sender, media), and the watchdog that sees when one does not.

Plain Python, no Qt. A duty's ``step`` does one round and says how many seconds to rest; an exception is reported and the
duty goes on, slower each time, so that one bad round never stops the next (reliability.md I11, I14).
"""

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

FIRST_PAUSE_S = 1.0
LONGEST_PAUSE_S = 60.0


class Watched(Protocol):
    """What a watchdog looks at."""

    name: str

    @property
    def overdue_s(self) -> float:
        """Seconds for which the worker has not come back though it should have."""
        ...

    def is_alive(self) -> bool:
        """Return whether the worker's thread is there."""
        ...

    def restart(self) -> bool:
        """Start it again if it died; return whether that was needed."""
        ...


class Duty:
    """One thread that repeats ``step``."""

    def __init__(
        self,
        name: str,
        step: Callable[[], float],
        mono: Callable[[], float],
        failed: Callable[[str, Exception], None],
    ) -> None:
        """Make a duty; ``start`` begins it.

        Args:
            name: of the thread and in the log.
            step: one round; returns the seconds until the next one.
            mono: monotonic seconds, ``Clock.mono``.
            failed: told the name and what ``step`` raised, on the duty's thread.

        """
        self.name = name
        self.last_alive = mono()
        """Monotonic seconds at which a round last began or ended."""
        self.failures = 0
        """Rounds that failed since the last good one."""
        self._step = step
        self._mono = mono
        self._failed = failed
        self._expected_at = self.last_alive
        self._wake = threading.Event()
        self._stopping = False
        self._thread: threading.Thread | None = None

    def start(self, after_s: float = 0.0) -> None:
        """Begin with the first round, after ``after_s`` seconds or as soon as ``wake`` is called."""
        self._expected_at = self._mono() + after_s
        self._thread = threading.Thread(target=self._loop, args=(after_s,), name=self.name, daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """End the current rest: there is something to do."""
        self._wake.set()

    @property
    def overdue_s(self) -> float:
        """Return for how many seconds the current round has been running, or the next one has been due."""
        return max(0.0, self._mono() - self._expected_at)

    def is_alive(self) -> bool:
        """Return whether the thread is there."""
        return self._thread is not None and self._thread.is_alive()

    def restart(self) -> bool:
        """Start the thread again if it died; return whether that was needed."""
        if self._stopping or self.is_alive():
            return False
        self.start()
        return True

    def stop(self, timeout_s: float) -> bool:
        """End after the current round; return whether that happened within ``timeout_s`` seconds."""
        self._stopping = True
        self._wake.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(timeout_s)
        return not self.is_alive()

    def round(self) -> float:
        """Do one round now and return the seconds to rest; tests and ``console poll --once`` call it themselves."""
        self.last_alive = self._expected_at = self._mono()
        try:
            pause = self._step()
        except Exception as error:
            self.failures += 1
            self._failed(self.name, error)
            pause = min(FIRST_PAUSE_S * 2 ** min(self.failures - 1, 10), LONGEST_PAUSE_S)
        else:
            self.failures = 0
        self.last_alive = self._mono()
        self._expected_at = self.last_alive + pause
        return pause

    def _loop(self, after_s: float) -> None:
        if after_s:
            self._wake.wait(after_s)
        while not self._stopping:
            # Before the round: a wake during it asks for another one.
            self._wake.clear()
            pause = self.round()
            if not self._stopping:
                self._wake.wait(pause)


class Heartbeat:
    """A thread that nobody may start again, as the watchdog sees it: the window's own. It beats while its events turn."""

    def __init__(self, name: str, mono: Callable[[], float]) -> None:
        """Begin with a beat."""
        self.name = name
        self._mono = mono
        self._at = mono()

    def beat(self) -> None:
        """Say that the thread is there."""
        self._at = self._mono()

    @property
    def overdue_s(self) -> float:
        """Return the seconds since the last beat."""
        return self._mono() - self._at

    def is_alive(self) -> bool:
        """Return true: when it ends, so does the program."""
        return True

    def restart(self) -> bool:
        """Return false."""
        return False


@dataclass(frozen=True, slots=True)
class Alarm:
    """A worker that is not well: it died and was started again, or is overdue."""

    name: str
    restarted: bool
    overdue_s: float


def check_workers(workers: Iterable[Watched], limit_s: float) -> list[Alarm]:
    """Restart the dead and name those overdue by more than ``limit_s``; called by a timer that belongs to none of them."""
    alarms = []
    for worker in workers:
        overdue = worker.overdue_s
        if not worker.is_alive():
            alarms.append(Alarm(worker.name, worker.restart(), overdue))
        elif overdue > limit_s:
            alarms.append(Alarm(worker.name, False, overdue))
    return alarms
