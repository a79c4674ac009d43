"""The one writer of the encrypted file.

Every write is one transaction: events go to the log, the reducer makes the new case, the projector writes it, COMMIT.
What comes back says exactly what changed. A ``Store`` belongs to one thread (the store runner).
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine

from console.cache.projector import Projector
from console.cache.views import ChangeSet
from console.domain.case import Case
from console.domain.clock import Clock
from console.domain.events import EventBody
from console.domain.ids import new_id
from console.failpoint import fp
from console.record.base import Appended, Command, Status
from console.record.local import LocalRecord


@dataclass(slots=True)
class Transaction:
    """One open ``BEGIN IMMEDIATE`` transaction. Use it only inside ``Store.write()``."""

    connection: Connection
    now_ms: int
    device: str
    _projector: Projector
    _record: LocalRecord
    changes: ChangeSet = field(default_factory=ChangeSet)

    def case(self, case_id: str) -> Case | None:
        """Return a case as it is in this transaction, or ``None``."""
        return self._projector.case(self.connection, case_id)

    def cases(self, case_ids: Sequence[str]) -> dict[str, Case]:
        """Return cases as they are in this transaction, by id; unknown ones are left out."""
        return self._projector.cases(self.connection, case_ids)

    def append(self, command: Command) -> Appended:
        """Append one command and project its events."""
        return self.append_all([command])[0]

    def append_all(self, commands: Sequence[Command]) -> list[Appended]:
        """Append many commands in order and project what was applied."""
        answers = self._record.append_all(commands)
        events = [event for answer in answers if answer.status is Status.APPLIED for event in answer.events]
        if events:
            self.changes |= self._projector.apply(self.connection, events, self.now_ms)
        return answers

    def add(
        self,
        case_id: str,
        *bodies: EventBody,
        actor: str,
        unit: str,
        command_id: str = "",
        expected_version: int | None = None,
    ) -> Appended:
        """Append events to one case; a fresh command id unless a derived one makes the call repeatable."""
        return self.append(
            Command(
                command_id or new_id(),
                case_id,
                bodies,
                actor,
                unit,
                self.device,
                self.now_ms,
                expected_version,
            )
        )

    def touch_health(self) -> None:
        """Say that what the status bar shows has changed."""
        self.changes |= ChangeSet(health=True)


class Store:
    """Opens transactions and tells listeners what they changed."""

    def __init__(self, engine: Engine, clock: Clock, projector: Projector, device: str) -> None:
        """Take an engine of ``console.cache.database`` whose one connection belongs to this thread."""
        self.engine = engine
        self.clock = clock
        self.projector = projector
        self.device = device
        self._listeners: list[Callable[[ChangeSet], None]] = []

    def on_change(self, listener: Callable[[ChangeSet], None]) -> None:
        """Call ``listener`` on this thread after each commit that changed something."""
        self._listeners.append(listener)

    def off_change(self, listener: Callable[[ChangeSet], None]) -> None:
        """Call ``listener`` no more; it need not be known."""
        self._listeners = [one for one in self._listeners if one is not listener]

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """Open a transaction, commit it at the end of the block, roll it back on an exception."""
        with self.engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                now_ms = self.clock.now_ms()
                transaction = Transaction(
                    connection, now_ms, self.device, self.projector, LocalRecord(connection, now_ms)
                )
                yield transaction
                fp("store.commit.before")
                connection.exec_driver_sql("COMMIT")
                fp("store.commit.after")
            except BaseException:
                if connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]
                    connection.exec_driver_sql("ROLLBACK")
                self.projector.forget()
                raise
        if transaction.changes:
            for listener in self._listeners:
                listener(transaction.changes)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Open the writer's connection for reading on this thread."""
        with self.engine.connect() as connection:
            yield connection
