"""What the last answer of Zalo said about this machine's clock, kept so that every part can tell (reliability.md §4.7)."""

import json

from sqlalchemy import Connection, func, select

from console.cache.walk_state import set_state, state
from console.domain.skew import Skew
from console.record.tables import event

NAME = "clock.skew"
_RECENT = 100


def keep(connection: Connection, skew: Skew | None) -> None:
    """Keep what was heard last; ``None`` forgets it."""
    set_state(connection, NAME, json.dumps([skew.here_at, skew.zalo_at]) if skew is not None else "")


def known(connection: Connection) -> Skew | None:
    """Return what was heard last, ``None`` where nothing was heard since the start."""
    text = state(connection, NAME)
    return Skew(*json.loads(text)) if text else None


def newest_record(connection: Connection) -> int:
    """Return the latest time among the last records (UTC ms): the clock stood there once. 0 for an empty log."""
    last = select(event.c.at).order_by(event.c.seq.desc()).limit(_RECENT).subquery()
    return connection.execute(select(func.max(last.c.at))).scalar() or 0
