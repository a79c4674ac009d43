"""A real encrypted store with the shipped rules, officers, and short words to put messages in and look at what is there."""

import os
import random
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from console.actions.desk import Desk
from console.cache.accounts import enter
from console.cache.database import open_database, read_engine
from console.cache.intake import InboundRow, Intake
from console.cache.opening import create_store
from console.cache.projector import Projector
from console.cache.queries import Queries
from console.cache.rules import CatalogRules
from console.cache.sealed import SealedFiles
from console.cache.store import Store
from console.domain.case import Case
from console.domain.clock import ManualClock
from console.domain.message import Attachment, Direction, Message, MessageType
from console.domain.officer import Officer, Role
from console.domain.survey import SurveyIntake
from console.record.local import read_case
from console.runtime.resources import (
    load_calendar,
    load_catalog,
    load_confidentiality,
    load_reply_policy,
    load_roles,
    load_survey_reader,
    load_thanks,
    load_triage,
    load_zalo_rules,
)

KEY = bytes(range(32))
HANH = Officer("hanh", "Nguyễn Thu Hạnh", "TB-CAT", (Role.PROVINCE_DUTY,), "Đại úy")
TUAN = Officer("tuan", "Lê Anh Tuấn", "TB-CAT", (Role.PROVINCE_DUTY,), "Thượng úy")
LONG = Officer("long", "Hoàng Long", "CAT", (Role.COMMANDER,), "Thượng tá")
DIEP = Officer("diep", "Nông Thị Điệp", "TB-TPCB", (Role.DISTRICT_DUTY,), "Trung úy")
KIEM = Officer("kiem", "Đàm Thị Kiểm", "CAT", (Role.REVIEWER,), "Thiếu tá")
THANH_TRA = Officer("thanh", "Bế Văn Thành", "PX05", (Role.INSPECTOR,), "Thiếu tá")
OFFICERS = (HANH, TUAN, LONG, DIEP, THANH_TRA, KIEM)


def rules() -> CatalogRules:
    """Return the shipped rules; reading them is cached."""
    return CatalogRules(
        load_catalog(),
        load_calendar(),
        load_triage(),
        load_zalo_rules(),
        load_roles(),
        load_confidentiality(),
    )


def make_template(folder: Path) -> Path:
    """Make an empty store once; tests copy the file."""
    path = folder / "template.db"
    create_store(path, KEY)
    return path


class World:
    """One store of one test, with a clock that stands still."""

    def __init__(
        self, folder: Path, template: Path | None = None, officers: Sequence[Officer] = OFFICERS
    ) -> None:
        self.path = folder / "ban-truc.db"
        if template is None:
            create_store(self.path, KEY)
        else:
            shutil.copyfile(template, self.path)
        self.clock = ManualClock()
        self.rules = rules()
        self.engine = open_database(self.path, KEY, create=False)
        self.store = Store(self.engine, self.clock, Projector(self.rules), "may-thu")
        self.files = SealedFiles(folder / "media", KEY)
        self.intake = Intake(
            "TB-CAT",
            load_thanks().is_mere_thanks,
            random.Random(7),
            survey=SurveyIntake(self.rules.catalog.survey_rules, load_survey_reader().read),
            is_emergency=self.rules.is_emergency,
        )
        self._readers = []
        self._count = 0
        with self.store.write() as tx:
            for person in officers:
                enter(tx, person)

    def close(self) -> None:
        for engine in [*self._readers, self.engine]:
            engine.dispose()

    def desk(self, officer: Officer = HANH) -> Desk:
        return Desk(self.store, officer, self.rules, load_reply_policy(), self.files)

    def put(
        self,
        text: str = "Tôi hỏi về căn cước",
        *,
        user: str = "1001",
        outbound: bool = False,
        at: int = 0,
        kind: MessageType = MessageType.TEXT,
        attachments: Sequence[Attachment] = (),
        name: str = "Nguyễn Thị Mười",
    ) -> Case:
        """Take one message in, now unless ``at`` says otherwise, and return the case it went to."""
        self._count += 1
        direction = Direction.OUTBOUND if outbound else Direction.INBOUND
        message = Message(
            f"m{self._count:06d}", direction, kind, text, at or self.clock.now_ms(), tuple(attachments)
        )
        with self.store.write() as tx:
            self.intake.take_in(tx, [InboundRow(message, user, name)])
            (case_id,) = tx.connection.exec_driver_sql(
                "SELECT case_id FROM message WHERE message_id = ?", (message.message_id,)
            ).one()
        return self.case(case_id)

    def case(self, case_id: str) -> Case:
        with self.store.write() as tx:
            case = tx.case(case_id)
        assert case is not None
        return case

    def events(self, case_id: str):
        with self.store.read() as connection:
            return read_case(connection, case_id)

    def kinds(self, case_id: str) -> list[str]:
        return [event.kind for event in self.events(case_id)]

    def rows(self, sql: str, *values):
        with self.store.read() as connection:
            return connection.exec_driver_sql(sql, values).all()

    def add(self, case_id: str, *bodies, actor: str = "system") -> None:
        """Append events as the gateway does."""
        with self.store.write() as tx:
            tx.add(case_id, *bodies, actor=actor, unit=tx.case(case_id).unit)

    def queries(self, officer: Officer = HANH) -> Queries:
        engine = read_engine(self.path, KEY)
        self._readers.append(engine)
        return Queries(engine.connect, officer, self.rules, self.clock)


@contextmanager
def world(
    folder: Path, template: Path | None = None, officers: Sequence[Officer] = OFFICERS
) -> Iterator[World]:
    """Open a world and close it at the end."""
    made = World(folder, template, officers)
    try:
        yield made
    finally:
        made.close()


@contextmanager
def quick_folder() -> Iterator[Path]:
    """Give a folder in memory where there is one, for tests of thousands of commits that are not about the disk.

    The same code runs, every sync is asked for; the answer comes sooner.
    """
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(
        prefix="quick-", dir=memory if os.access(memory, os.W_OK) else None
    ) as made:
        yield Path(made)


@pytest.fixture(scope="session")
def store_template(tmp_path_factory):
    """An empty store, made once a session. Import it into a conftest to use it."""
    return make_template(tmp_path_factory.mktemp("template"))
