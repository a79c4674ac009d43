"""Projections beside the cases' own: one module a topic, each with the events it hears.

A handler writes rows of its own tables with the values of the event alone, so that ``rebuild`` gets the same rows. It is
called after the case's row was reduced; ``case`` is ``None`` where the event belongs to no case (``domain/subject.py``).
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection

from console.cache.projections import (
    incidents,
    knowledge,
    officers,
    outside,
    people,
    releases,
    reviews,
    shifts,
)
from console.domain.case import Case
from console.domain.events import Event

Handler = Callable[[Connection, Case | None, Event, Any], None]

_TOPICS: tuple[Mapping[type, Handler], ...] = (
    incidents.HANDLERS,
    knowledge.HANDLERS,
    officers.HANDLERS,
    outside.HANDLERS,
    people.HANDLERS,
    releases.HANDLERS,
    reviews.HANDLERS,
    shifts.HANDLERS,
)
"""The ``HANDLERS`` of every module of this package."""


def _gather() -> dict[type, tuple[Handler, ...]]:
    gathered: dict[type, tuple[Handler, ...]] = {}
    for handlers in _TOPICS:
        for kind, handler in handlers.items():
            gathered[kind] = (*gathered.get(kind, ()), handler)
    return gathered


BY_KIND: dict[type, tuple[Handler, ...]] = _gather()
"""Who hears of a kind of event, in the order of the topics."""
