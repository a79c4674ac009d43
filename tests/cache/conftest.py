"""Shared by the tests of the encrypted file: a made store, and a copy of it per test."""

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import Engine

from console import failpoint
from console.cache.database import open_database
from console.cache.opening import create_store

KEY = bytes(range(32))
NOW_MS = 1_790_000_000_000


@dataclass
class StoreFile:
    """A store of one test."""

    path: Path
    key: bytes = KEY
    engines: list[Engine] = field(default_factory=list)

    def open(self, *, read_only: bool = False) -> Engine:
        engine = open_database(self.path, self.key, create=False, read_only=read_only)
        self.engines.append(engine)
        return engine

    def fill(self, count: int, *, first: int = 1, size: int = 200) -> None:
        """Add ``count`` quota rows and drafts in one transaction."""
        engine = self.open()
        with engine.connect() as connection:
            add_rows(connection, range(first, first + count), size)
        engine.dispose()

    def close(self) -> None:
        for engine in self.engines:
            engine.dispose()


def add_rows(connection, numbers, size=200):
    """Write one transaction of drafts."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    for number in numbers:
        connection.exec_driver_sql(
            "INSERT INTO draft (case_id, officer, mode, text, at) VALUES (?, 'o', 'reply', ?, ?)",
            (f"c{number}", os.urandom(size // 2).hex(), number),
        )
    connection.exec_driver_sql("COMMIT")


def draft_numbers(connection):
    """Return the numbers of the stored drafts, in order."""
    return [row[0] for row in connection.exec_driver_sql("SELECT at FROM draft ORDER BY at")]


@pytest.fixture(scope="session")
def _empty_store(tmp_path_factory):
    path = tmp_path_factory.mktemp("empty") / "ban-truc.db"
    create_store(path, KEY)
    return path


@pytest.fixture
def store_file(_empty_store, tmp_path):
    """An empty store of the newest schema in a folder of its own, closed."""
    path = tmp_path / "profile" / "ban-truc.db"
    path.parent.mkdir()
    shutil.copyfile(_empty_store, path)
    store = StoreFile(path)
    yield store
    store.close()


@pytest.fixture
def failpoints():
    """Set failpoints for one test."""
    yield failpoint.configure
    failpoint.configure("")
