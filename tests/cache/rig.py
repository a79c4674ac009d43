"""A real encrypted store with small rules, and short words for putting messages into it."""

import random
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path

from console.cache.case_rows import NO_DUE, Deadline, Guess
from console.cache.database import open_database, read_engine
from console.cache.intake import InboundRow, Intake, IntakeResult
from console.cache.opening import create_store
from console.cache.projector import Projector
from console.cache.store import Store
from console.domain.clock import HOUR_MS, ManualClock
from console.domain.message import Attachment, Direction, Message, MessageType

KEY = bytes(range(32))
RANKS = {"P1": 1, "P2": 2, "P3": 3, "P4": 4}


class SmallRules:
    """Rules small enough to see through: «cứu» is an emergency, every open case is due an hour after it began."""

    def deadline(self, case, priority):
        started = case.first_message_at
        if not started or case.claimed_at:
            return Deadline()
        length = HOUR_MS if priority != "P1" else HOUR_MS // 30
        return Deadline("nhận việc", started, started + length // 2, started + length)

    def priority_rank(self, priority):
        return RANKS.get(priority, 3)

    def crime_report(self, category):
        return category in ("TO_GIAC", "TIN_BAO")

    def guess(self, texts, kinds):
        if any("cứu" in text for text in texts):
            return Guess("KHAN_CAP", "P1", "", "TT113", '{"reasons": ["có: cứu"]}')
        return Guess()


class Rig:
    """One store of one test."""

    def __init__(self, folder: Path, rules=None, unit: str = "TB-CAT") -> None:
        self.path = folder / "ban-truc.db"
        self.clock = ManualClock()
        self.rules = rules or SmallRules()
        if not self.path.exists():
            create_store(self.path, KEY)
        self.engine = open_database(self.path, KEY, create=False)
        self.store = Store(self.engine, self.clock, Projector(self.rules), "may-thu")
        self.intake = Intake(unit, lambda text: text.lower().startswith("cảm ơn"), random.Random(7))
        self.changes = []
        self.store.on_change(self.changes.append)
        self._readers = []

    def close(self) -> None:
        for engine in [*self._readers, self.engine]:
            engine.dispose()

    def take_in(self, *rows: InboundRow) -> IntakeResult:
        with self.store.write() as tx:
            return self.intake.take_in(tx, rows)

    def reader(self):
        """Return what ``Queries`` wants: a way to a read-only connection."""
        engine = read_engine(self.path, KEY)
        self._readers.append(engine)

        @contextmanager
        def connect():
            with engine.connect() as connection:
                yield connection

        return connect

    def cases(self) -> list:
        with self.store.write() as tx:
            ids = (
                tx.connection.exec_driver_sql("SELECT case_id FROM case_file ORDER BY number").scalars().all()
            )
            return [tx.case(i) for i in ids]


def row(
    number: int,
    text: str = "alo",
    *,
    user: str = "1001",
    at: int = 1_790_000_000_000,
    outbound: bool = False,
    kind: MessageType = MessageType.TEXT,
    attachments: Sequence[Attachment] = (),
    name: str = "Nguyễn Thị Mười",
) -> InboundRow:
    direction = Direction.OUTBOUND if outbound else Direction.INBOUND
    message = Message(f"m{number:06d}", direction, kind, text, at, tuple(attachments), '{"type":"text"}')
    return InboundRow(message, user, name, "https://s120.zadn.vn/a.jpg")


__all__ = ["KEY", "NO_DUE", "Rig", "SmallRules", "row"]
