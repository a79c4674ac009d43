"""When the console makes itself heard (features N-01, N-04, Y-03): what rings, how loud, until when.

An alarm ends because somebody claims the case, never because somebody looked at it. Pure: it is told what nobody holds and
how many monotonic seconds have passed, and says whether to ring now.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from console.domain.clock import DAY_MS, HOUR_MS

REPEAT_S = 20.0
"""An urgent case that nobody holds rings again after so long."""
LOUDER_S = 60.0
"""After so long it rings at the loudest."""
BUNDLE_S = 3.0
"""What comes within so long after a sound waits and makes one sound together."""
EXPIRY_DAYS = (1, 3, 7, 14)
_NIGHT_FROM, _NIGHT_UNTIL = 22, 5
_VIETNAM_MS = 7 * HOUR_MS


class Level(IntEnum):
    """How much a sound wants to be heard."""

    SOFT = 1
    NOTICE = 2
    URGENT = 3
    LOUD = 4


_VOLUMES = {Level.SOFT: 0.35, Level.NOTICE: 0.55, Level.URGENT: 0.8, Level.LOUD: 1.0}
_FLOORS = {Level.URGENT: (0.4, 0.6), Level.LOUD: (0.7, 0.9)}
"""The least volume by day and by night, whatever was chosen: an urgent case cannot be muted."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A case nobody holds; ``level`` is at most ``URGENT``."""

    case_id: str
    level: Level


@dataclass(frozen=True, slots=True)
class Ring:
    """One sound: for ``new`` cases heard of for the first time, with ``urgent`` urgent ones that nobody holds."""

    level: Level
    new: int
    urgent: int


class AlarmBoard:
    """Decides each second whether to ring. One sound per case and state; urgent ones repeat until they are claimed."""

    def __init__(self, silent: Iterable[Waiting] = ()) -> None:
        """Begin; ``silent`` were there before the officer came: they make no sound unless they are urgent."""
        self._heard: dict[str, Level] = {
            case.case_id: case.level for case in silent if case.level < Level.URGENT
        }
        self._urgent_since: dict[str, float] = {}
        self._last: float | None = None
        self._last_urgent = 0.0

    def update(self, waiting: Iterable[Waiting], mono: float, *, night: bool = False) -> Ring | None:
        """Return the sound to make now, or ``None``.

        Args:
            waiting: every case nobody holds.
            mono: monotonic seconds.
            night: soft sounds are left out.

        """
        cases = {case.case_id: case.level for case in waiting}
        # Whatever is no longer there was claimed or closed. Should it come back, that is a new state.
        self._heard = {case_id: level for case_id, level in self._heard.items() if case_id in cases}
        urgent = [case_id for case_id, level in cases.items() if level >= Level.URGENT]
        self._urgent_since = {case_id: self._urgent_since.get(case_id, mono) for case_id in urgent}
        if self._last is not None and mono - self._last < BUNDLE_S:
            return None
        new = [case_id for case_id, level in cases.items() if level > self._heard.get(case_id, 0)]
        level = self._level(cases, new, mono, night=night)
        self._heard.update((case_id, cases[case_id]) for case_id in new)
        if level is None:
            return None
        self._last = mono
        if level >= Level.URGENT:
            self._last_urgent = mono
        return Ring(level, len(new), len(urgent))

    def _level(self, cases: dict[str, Level], new: list[str], mono: float, *, night: bool) -> Level | None:
        fresh = max((cases[case_id] for case_id in new), default=None)
        if fresh is not None and fresh < Level.NOTICE and night:
            fresh = None
        again = bool(self._urgent_since) and mono - self._last_urgent >= REPEAT_S
        if fresh == Level.URGENT or again:
            longest = max(mono - since for since in self._urgent_since.values())
            return Level.LOUD if longest >= LOUDER_S else Level.URGENT
        return fresh


def volume(level: Level, chosen: float, *, night: bool) -> float:
    """Return how loud, from 0 to 1; ``chosen`` is the officer's wish, which urgent sounds follow only so far."""
    floor = _FLOORS.get(level, (0.0, 0.0))[night]
    return max(floor, min(1.0, max(0.0, chosen)) * _VOLUMES[level])


def is_night(now_ms: int) -> bool:
    """Return whether the clock of Vietnam is between 22:00 and 05:00."""
    hour = (now_ms + _VIETNAM_MS) % DAY_MS // HOUR_MS
    return hour >= _NIGHT_FROM or hour < _NIGHT_UNTIL


def expiry_step(left_ms: int) -> int | None:
    """Return the warning that stands for what ends in ``left_ms``: 14, 7, 3 or 1 days, 0 once it is over (Y-03)."""
    if left_ms <= 0:
        return 0
    return next((days for days in EXPIRY_DAYS if left_ms <= days * DAY_MS), None)
