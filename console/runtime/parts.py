"""How the parts that work behind the window are: what they last said, and whether they still answer (reliability.md I11).

Plain Python, no Qt. Workers and the watchdog write from their threads, the window reads from its own.
"""

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from console.runtime.duty import Alarm

STALL_S = 50.0
"""A part that has been silent for so long is called stalled. With the watchdog's pause that is within a minute."""
WATCH_S = 5.0


@dataclass(frozen=True, slots=True)
class PartState:
    """A part that is not well.

    ``trouble`` is what it last said, Vietnamese, or ""; ``silent_s`` is for how many seconds it has not answered, 0 if it
    does; ``restarted`` says that its thread had ended and was started again a moment ago; ``no_store`` that the trouble is
    the store's: what this part did could not be kept.
    """

    name: str
    trouble: str = ""
    silent_s: float = 0.0
    restarted: bool = False
    no_store: bool = False


class PartBoard:
    """Collects the state of all parts. Safe for many threads."""

    def __init__(self, mono: Callable[[], float]) -> None:
        """Take monotonic seconds."""
        self._mono = mono
        self._lock = threading.Lock()
        self._troubles: dict[str, str] = {}
        self._no_store: set[str] = set()
        self._alarms: tuple[Alarm, ...] = ()
        self._checked_at = mono()

    def said(self, name: str, trouble: str, *, no_store: bool = False) -> None:
        """Note what a part's round ended with; an empty text is good news. ``no_store``: the store refused."""
        with self._lock:
            self._troubles[name] = trouble
            (self._no_store.add if no_store else self._no_store.discard)(name)

    def checked(self, alarms: Iterable[Alarm]) -> None:
        """Note what the watchdog found in its latest round; called in each, also when all is well."""
        with self._lock:
            self._alarms = tuple(alarms)
            self._checked_at = self._mono()

    def states(self) -> tuple[PartState, ...]:
        """Return the parts that are not well, by name; the watchdog itself is one of them."""
        with self._lock:
            alarms = {alarm.name: alarm for alarm in self._alarms}
            troubles = {name: words for name, words in self._troubles.items() if words}
            no_store = set(self._no_store)
            unwatched_s = self._mono() - self._checked_at
        found = [
            PartState(
                name,
                troubles.get(name, ""),
                alarms[name].overdue_s if name in alarms and not alarms[name].restarted else 0.0,
                name in alarms and alarms[name].restarted,
                name in no_store,
            )
            for name in sorted(alarms.keys() | troubles.keys())
        ]
        if unwatched_s > STALL_S:
            found.append(PartState("watchdog", silent_s=unwatched_s))
        return tuple(found)
