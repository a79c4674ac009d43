"""What comes again: places that are reported on several times, citizens who write often, cases opened anew (features R-08).

Counted over the same facts as every other figure, so that what somebody may not know of is in none of them.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from console.domain.calendar import local_datetime
from console.domain.case_facts import CaseFacts
from console.domain.duplicates import WINDOW_MS
from console.domain.text import fold

PLACE_LEAST = 2
"""So many times, apart from each other, make a place one that comes again."""
PERSON_LEAST = 3
"""So many cases of one citizen in a period are often."""
BAND_HOURS = 3
_BESIDE = frozenset(
    ["o", "tai", "gan", "canh", "ben", "truoc", "sau", "doi", "dien", "khu", "vuc", "phia", "quanh"]
)
"""Words that say where from a place one stood: «gần chợ Xanh» and «chợ Xanh» are the same place. Without marks."""


@dataclass(frozen=True, slots=True)
class PlaceRepeat:
    """A place that was reported on more than once: its district and words as written last, how often, at which hours, by whom read.

    ``band`` is the first hour of the three in which most of it fell, ``None`` where no such part of the day stands out;
    ``last_at`` is UTC ms; ``case_ids`` are the cases, oldest first.
    """

    district: str
    place: str
    times: int
    band: int | None
    last_at: int
    case_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Repeats:
    """All that came again in a period. ``reopened`` and ``ended`` count cases, ``reopenings`` how often they were opened anew.

    ``people`` is how many citizens wrote often, ``people_case_ids`` their cases, one citizen's together.
    """

    places: tuple[PlaceRepeat, ...] = ()
    people: int = 0
    people_case_ids: tuple[str, ...] = ()
    reopened: int = 0
    reopenings: int = 0
    ended: int = 0

    @property
    def reopened_share(self) -> float | None:
        """Return the share of cases opened anew among those that had ever ended; ``None`` where none had."""
        return self.reopened / self.ended if self.ended else None


def repeats(facts: Sequence[CaseFacts]) -> Repeats:
    """Return what comes again among some cases; void lines count for nothing."""
    real = sorted((one for one in facts if not one.void), key=lambda one: (one.received_at, one.case.number))
    often = _often(real)
    anew = [one for one in real if one.case.reopened]
    return Repeats(
        places=_places(real),
        people=len(often),
        people_case_ids=tuple(one.case.case_id for own in often for one in own),
        reopened=len(anew),
        reopenings=sum(one.case.reopened for one in anew),
        ended=sum(one.case.reopened > 0 or not one.case.open for one in real),
    )


def place_key(place: str) -> str:
    """Return what two spellings of a place have in common: the words before the first comma, no marks, no «gần», «tại»."""
    words = fold(place.partition(",")[0]).split()
    return " ".join(word for word in words if word not in _BESIDE)


def _places(real: Sequence[CaseFacts]) -> tuple[PlaceRepeat, ...]:
    """Return the places that come again, the most frequent first, the newest of equals first."""
    groups: dict[tuple[str, str], list[CaseFacts]] = {}
    for one in real:
        key = place_key(one.case.place)
        # Of what may be a state secret not even the place is told.
        if key and not one.case.locked:
            groups.setdefault((one.case.district, key), []).append(one)
    found = []
    for (district, _key), own in groups.items():
        told = _apart(own)
        if len(told) >= PLACE_LEAST:
            ids = tuple(one.case.case_id for one in own)
            last = own[-1]
            found.append(
                PlaceRepeat(district, last.case.place, len(told), _band(told), last.received_at, ids)
            )
    return tuple(sorted(found, key=lambda one: (-one.times, -one.last_at, one.place)))


def _apart(own: Sequence[CaseFacts]) -> list[CaseFacts]:
    """Return the first report of each thing that happened: several of one incident, or within two hours, tell of one."""
    told: list[CaseFacts] = []
    incidents: set[str] = set()
    last_at = 0
    for one in own:
        known = one.case.incident and one.case.incident in incidents
        near = bool(told) and one.received_at - last_at <= WINDOW_MS
        last_at = one.received_at
        if one.case.incident:
            incidents.add(one.case.incident)
        if not (known or near):
            told.append(one)
    return told


def _band(told: Sequence[CaseFacts]) -> int | None:
    """Return the part of the day in which more than half of it was reported."""
    hours = Counter(local_datetime(one.received_at).hour // BAND_HOURS for one in told)
    band, most = hours.most_common(1)[0]
    return band * BAND_HOURS if 2 * most > len(told) else None


def _often(real: Sequence[CaseFacts]) -> list[list[CaseFacts]]:
    """Return the cases of each citizen who wrote often, who has most first."""
    by_citizen: dict[str, list[CaseFacts]] = {}
    for one in real:
        if one.case.conversation_id:
            by_citizen.setdefault(one.case.conversation_id, []).append(one)
    found = [own for own in by_citizen.values() if len(own) >= PERSON_LEAST]
    return sorted(found, key=lambda own: (-len(own), own[0].case.number))
