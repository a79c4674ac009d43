"""Incidents: one thing that happened, told of by many cases (features A-10). An incident's own stream is ``@incident/ID``."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class IncidentOpened:
    """An officer says that something happened of which several cases tell. Nothing of a citizen is in it."""

    KIND: ClassVar[str] = "incident.opened"
    category: str
    district: str
    place: str


@dataclass(frozen=True, slots=True)
class IncidentLinked:
    """The case tells of this incident. ``percent`` is what the machine had proposed, 0 where a person saw it himself."""

    KIND: ClassVar[str] = "incident.linked"
    incident_id: str
    percent: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class IncidentUnlinked:
    """The case tells of something else after all."""

    KIND: ClassVar[str] = "incident.unlinked"
    incident_id: str
    reason: str
