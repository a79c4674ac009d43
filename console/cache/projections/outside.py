"""Who sent the messages that did not come from this console."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert as upsert

from console.cache.tables_outside import outside
from console.domain import events as e
from console.domain.case import Case
from console.domain.events import Event


def _explained(connection: Connection, _case: Case | None, event: Event, body: e.OutsideExplained) -> None:
    values = {
        "who": body.who,
        "name": body.name,
        "answered": int(body.answered),
        "officer": event.actor,
        "at": event.at,
    }
    connection.execute(
        upsert(outside)
        .values(message_id=body.message_id, **values)
        .on_conflict_do_update(index_elements=["message_id"], set_=values)
    )


HANDLERS: Mapping[type, Any] = {e.OutsideExplained: _explained}
