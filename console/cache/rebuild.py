"""Make every projection again from the log, and check that the rows are the same (architecture.md, rule 6)."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, func, select, text

from console.cache import tables as t
from console.cache import walk_state
from console.cache.migrations import SCHEMA_VERSION
from console.cache.projector import Projector
from console.cache.schema import MADE_BY
from console.cache.store import Store
from console.failpoint import fp
from console.record.local import read_events
from console.record.tables import event as event_table

CHUNK = 1_000
LAWS = "projections.laws"
"""Name in ``gateway_state`` of the fingerprint of the clocks and holidays by which the projections were made."""
AT_ONCE = 30_000
"""Events that are replayed while the program starts: ten seconds of an old machine."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild did; ``changed`` names the tables whose rows are other than before."""

    events: int
    changed: tuple[str, ...]


def rebuild(store: Store, progress: Progress | None = None) -> Rebuilt:
    """Throw all projections away and make them from the log, in one transaction."""
    return _rebuild(store, progress, digests)


def is_outdated(connection: Connection) -> bool:
    """Return whether the projections were made by a program of an earlier schema.

    What a case is and when it is due follows from its events by the program's rules: rows that an earlier program wrote say what
    its rules said, until they are made anew.
    """
    return walk_state.state(connection, MADE_BY) != str(SCHEMA_VERSION)


def remake(store: Store) -> bool:
    """Make projections that an earlier program left anew, where that takes seconds; return whether they are this program's now.

    Raises:
        StoreError: the store refused; everything is as it was.

    """
    with store.read() as connection:
        if not is_outdated(connection):
            return True
        count = connection.execute(select(func.max(event_table.c.seq))).scalar() or 0
    if count > AT_ONCE:
        return False
    _rebuild(store, None, lambda _connection: {})
    return True


def follow_laws(store: Store, laws: str) -> bool:
    """Make projections anew that were made by other clocks or holidays, where that takes seconds; return whether they follow now.

    Args:
        store: the store, whose projector has the rules in force.
        laws: the fingerprint of the profile's own texts, "" where the program's own are in force.

    Raises:
        StoreError: the store refused; everything is as it was.

    """
    with store.read() as connection:
        if walk_state.state(connection, LAWS) == laws:
            return True
        count = connection.execute(select(func.max(event_table.c.seq))).scalar() or 0
    if count > AT_ONCE:
        return False
    _rebuild(store, None, lambda _connection: {})
    note_laws(store, laws)
    return True


def note_laws(store: Store, laws: str) -> None:
    """Keep by which clocks and holidays the projections were made."""
    with store.write() as tx:
        walk_state.set_state(tx.connection, LAWS, laws)


def _rebuild(
    store: Store, progress: Progress | None, digest: Callable[[Connection], dict[str, str]]
) -> Rebuilt:
    with store.engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            before = digest(connection)
            count = _replay(connection, store.projector, store.clock.now_ms(), progress)
            after = digest(connection)
            walk_state.set_state(connection, MADE_BY, str(SCHEMA_VERSION))
            fp("rebuild.commit.before")
            connection.exec_driver_sql("COMMIT")
            fp("rebuild.commit.after")
        except BaseException:
            connection.exec_driver_sql("ROLLBACK")
            store.projector.forget()
            raise
    return Rebuilt(count, tuple(name for name in before if before[name] != after[name]))


def differences(store: Store) -> tuple[str, ...]:
    """Return the projections that a rebuild would change, and change nothing."""
    with store.engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            before = digests(connection)
            _replay(connection, store.projector, store.clock.now_ms(), None)
            after = digests(connection)
        finally:
            connection.exec_driver_sql("ROLLBACK")
            store.projector.forget()
    return tuple(name for name in before if before[name] != after[name])


def _replay(connection: Connection, projector: Projector, now_ms: int, progress: Progress | None) -> int:
    projector.forget()
    for table in t.PROJECTIONS:
        connection.execute(delete(table))
    connection.execute(text("DELETE FROM search_text"))
    last = connection.execute(select(func.max(event_table.c.seq))).scalar() or 0
    for first in range(1, last + 1, CHUNK):
        upto = min(first + CHUNK - 1, last)
        projector.apply(connection, read_events(connection, first, upto), now_ms, replay=True)
        if progress:
            progress(upto, last)
    return last


def digests(connection: Connection) -> dict[str, str]:
    """Return a content hash of each projection; surrogate row numbers do not count."""
    return {table.name: _digest(connection, table) for table in t.PROJECTIONS}


def _digest(connection: Connection, table: Table) -> str:
    columns = [c for c in table.c if c.name not in ("rowid", "docid")]
    rows = sorted(repr(tuple(row)) for row in connection.execute(select(*columns)))
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()
