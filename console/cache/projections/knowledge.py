"""Versions of the library's entries, as the administrator wrote them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert

from console.cache import tables as t
from console.domain.case import Case
from console.domain.event_json import to_json
from console.domain.events import Event, KnowledgeSaved
from console.domain.knowledge import name_of


def _saved(connection: Connection, _case: Case | None, event: Event, body: KnowledgeSaved) -> None:
    connection.execute(
        insert(t.knowledge).values(
            name=name_of(body.entry),
            version=event.case_version,
            entry=to_json(body.entry),
            at=event.at,
            actor=event.actor,
            reason=body.reason,
            restores=body.restores,
        )
    )


HANDLERS: Mapping[type, Any] = {KnowledgeSaved: _saved}
