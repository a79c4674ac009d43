"""How far the nightly reading of every conversation is, kept so that it goes on after a restart (reliability.md §4.2)."""

import json
from dataclasses import asdict, dataclass, replace

from sqlalchemy import Connection

from console.cache.views import Sweep
from console.cache.walk_state import set_state, state

_UNDER_WAY, _FINISHED = "sweep.under_way", "sweep.finished"


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A sweep that has begun. ``after`` is the Zalo id of the last citizen whose conversation was read; they go by id.

    ``done`` of ``total`` conversations were read, ``failed`` of them in vain; ``found`` messages nobody had. UTC ms.
    """

    started_at: int
    after: str = ""
    done: int = 0
    total: int = 0
    failed: int = 0
    found: int = 0


def under_way(connection: Connection) -> UnderWay | None:
    """Return the sweep that has begun and not ended, ``None`` between two."""
    text = state(connection, _UNDER_WAY)
    return UnderWay(**json.loads(text)) if text else None


def keep(connection: Connection, sweep: UnderWay) -> None:
    """Remember how far it is."""
    set_state(connection, _UNDER_WAY, json.dumps(asdict(sweep)))


def finish(connection: Connection, sweep: UnderWay, now_ms: int) -> None:
    """Remember that every conversation has been read, and what came of it."""
    told = Sweep(started_at=sweep.started_at, ended_at=now_ms, failed=sweep.failed, found=sweep.found)
    _tell(connection, told)
    set_state(connection, _UNDER_WAY, "")


def begin_counting(connection: Connection, now_ms: int) -> None:
    """Note when this store began to be read: its first sweep is due a day later."""
    _tell(connection, Sweep(started_at=now_ms))


def sweep(connection: Connection) -> Sweep:
    """Return the last sweep that came to its end, and how far the one under way is."""
    text = state(connection, _FINISHED)
    told = Sweep(**json.loads(text)) if text else Sweep()
    now = under_way(connection)
    return replace(told, done=now.done, total=now.total) if now else told


def _tell(connection: Connection, told: Sweep) -> None:
    set_state(connection, _FINISHED, json.dumps(asdict(told)))
