"""Reads the administrator's versions of the library's entries."""

import json
from collections.abc import Mapping

from sqlalchemy import Connection, select

from console.cache import tables as t
from console.domain.event_json import from_plain
from console.domain.events import KnowledgeEntry
from console.domain.knowledge import Version

_ALL = select(t.knowledge).order_by(t.knowledge.c.name, t.knowledge.c.version)


def versions(connection: Connection, name: str = "") -> Mapping[str, tuple[Version, ...]]:
    """Return the versions of one entry, or of all, by name, oldest first. Few by nature: a person wrote each."""
    wanted = _ALL.where(t.knowledge.c.name == name) if name else _ALL
    found: dict[str, list[Version]] = {}
    for row in connection.execute(wanted):
        entry = from_plain(KnowledgeEntry, json.loads(row.entry))
        found.setdefault(row.name, []).append(
            Version(entry, row.version, row.at, row.actor, row.reason, row.restores)
        )
    return {one: tuple(history) for one, history in found.items()}
