"""The schema by migrations is the schema of tables.py; a migration is killed at every step and nothing is lost."""

import re
import shutil
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlcipher3 import dbapi2

from console.cache import database, migrate, tables
from console.cache.copying import verify_copy
from console.cache.database import connect
from console.cache.errors import DiskFullError, MigrationError, OldSchemaError, StoreError, TooNewError
from console.cache.migrations import SCHEMA_VERSION
from console.cache.schema import MIGRATIONS
from console.record import tables as record_tables
from tests.cache.conftest import KEY, NOW_MS, add_rows, draft_numbers

ADD_COLUMN = """
from alembic import op
revision = "NEXT"
down_revision = "LAST"
def upgrade():
    op.execute("ALTER TABLE draft ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0")
"""
LOSE_A_ROW = ADD_COLUMN + '    op.execute("DELETE FROM draft WHERE at = 3")\n'
LOSE_A_TABLE = ADD_COLUMN + '    op.execute("DROP TABLE officer")\n'
FAIL_LATE = ADD_COLUMN + '    op.execute("SELECT * FROM nowhere")\n'


def normal(sql):
    """DDL without layout and quotes; constraints and columns stay in order."""
    return re.sub(r"\s*([(),])\s*", r"\1", re.sub(r"\s+", " ", sql.replace('"', ""))).strip()


def schema_of(connection):
    return {
        (kind, name): normal(sql)
        for kind, name, sql in connection.exec_driver_sql(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        )
        if name != "alembic_version"
    }


def test_migrations_make_the_schema_of_the_tables(store_file):
    models = create_engine("sqlite+pysqlite://", module=dbapi2)
    with models.connect() as connection:
        record_tables.metadata.create_all(connection)
        tables.metadata.create_all(connection)
        for statement in (*record_tables.TRIGGERS, tables.SEARCH_DDL):
            connection.exec_driver_sql(statement)
        wanted = schema_of(connection)
    models.dispose()
    with store_file.open().connect() as connection:
        found = schema_of(connection)
    assert found == wanted, "write a new migration (before the first release: change 0001_start.py)"
    assert len(found) > 40


def test_schema_version_counts_the_migrations():
    files = sorted((MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert [int(file.name[:4]) for file in files] == list(range(1, SCHEMA_VERSION + 1))


def test_secure_delete_of_the_search_index_is_on(store_file):
    with store_file.open().connect() as connection:
        assert (
            connection.exec_driver_sql("SELECT v FROM search_text_config WHERE k = 'secure-delete'").scalar()
            == 1
        )


@pytest.fixture
def old(store_file):
    """A store with ten drafts that is one version behind ``scripts()``."""
    with store_file.open().connect() as connection:
        add_rows(connection, range(10))
    store_file.close()
    return store_file


@pytest.fixture
def scripts(tmp_path):
    """Make a folder of migrations with one more file."""

    def make(second=ADD_COLUMN) -> Path:
        folder = tmp_path / "scripts"
        shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        more = second.replace("NEXT", f"{SCHEMA_VERSION + 1:04}").replace("LAST", f"{SCHEMA_VERSION:04}")
        (folder / "versions" / f"{SCHEMA_VERSION + 1:04}_more.py").write_text(more, encoding="utf-8")
        return folder

    return make


def run(store, folder):
    return migrate.migrate(store.path, KEY, NOW_MS, scripts=folder, version=SCHEMA_VERSION + 1)


def drafts(path):
    connection = connect(path, KEY)
    try:
        numbers = [row[0] for row in connection.execute("SELECT at FROM draft ORDER BY at")]
        return connection.execute("PRAGMA user_version").fetchone()[0], numbers
    finally:
        connection.close()


def test_current_file_is_left_alone(old):
    before = old.path.read_bytes()
    assert migrate.migrate(old.path, KEY, NOW_MS) is None
    assert old.path.read_bytes() == before


def test_migrates_on_a_copy_and_keeps_the_old_file(old, scripts):
    before = old.path.read_bytes()
    done = run(old, scripts())
    assert (done.from_version, done.to_version) == (SCHEMA_VERSION, SCHEMA_VERSION + 1)
    assert done.rows >= 10
    assert drafts(old.path) == (SCHEMA_VERSION + 1, list(range(10)))
    assert drafts(done.kept) == (SCHEMA_VERSION, list(range(10)))
    assert done.kept.read_bytes() == before
    verify_copy(old.path, KEY)


def test_rows_in_the_write_ahead_log_are_migrated(old, scripts):
    """As after a crash: the newest commits lie in the log only."""
    engine = old.open()
    with engine.connect() as connection:
        add_rows(connection, range(10, 15))
        crashed = old.path.parent.parent / "crashed"
        crashed.mkdir()
        for file in old.path.parent.iterdir():
            shutil.copyfile(file, crashed / file.name)
    engine.dispose()
    old.path = crashed / old.path.name
    run(old, scripts())
    assert drafts(old.path) == (SCHEMA_VERSION + 1, list(range(15)))


@pytest.mark.parametrize(
    ("second", "error"),
    [(LOSE_A_ROW, MigrationError), (LOSE_A_TABLE, MigrationError), (FAIL_LATE, Exception)],
)
def test_a_migration_that_loses_or_fails_changes_nothing(old, scripts, second, error):
    before = old.path.read_bytes()
    with pytest.raises(error):
        run(old, scripts(second))
    assert old.path.read_bytes() == before
    assert sorted(file.name for file in old.path.parent.iterdir()) == [old.path.name]


def migration_steps(store, folder, failpoints, tmp_path):
    with (tmp_path / "journal").open("wb+") as journal:
        failpoints("", journal.fileno())
        run(store, folder)
        journal.seek(0)
        return journal.read().decode().split()


def test_stopped_at_each_step_a_valid_file_stays(store_file, scripts, failpoints, tmp_path):
    with store_file.open().connect() as connection:
        add_rows(connection, range(10))
    store_file.close()
    folder = scripts()
    original = tmp_path / "original.db"
    shutil.copyfile(store_file.path, original)
    names = [
        name
        for name in migration_steps(store_file, folder, failpoints, tmp_path)
        if name.startswith("migrate.")
    ]
    assert len(names) >= 10
    for name in names:
        for file in store_file.path.parent.iterdir():
            file.unlink()
        shutil.copyfile(original, store_file.path)
        failpoints(f"{name}=raise:5@1")
        with pytest.raises((OSError, StoreError)):
            run(store_file, folder)
        failpoints("")
        version, numbers = drafts(store_file.path)
        assert numbers == list(range(10)), name
        assert version == SCHEMA_VERSION + (name == "migrate.rename.after"), name
        run(store_file, folder)
        assert drafts(store_file.path) == (SCHEMA_VERSION + 1, list(range(10))), name


def test_leftover_of_a_killed_migration_is_replaced(old, scripts):
    old.path.with_name(old.path.name + ".new").write_bytes(b"half a file")
    run(old, scripts())
    assert drafts(old.path) == (SCHEMA_VERSION + 1, list(range(10)))


def test_only_three_old_files_are_kept(old, scripts):
    folder = scripts()
    for number in range(5):
        kept = old.path.with_name(f"{old.path.name}.v0-2026010{number}-000000Z")
        kept.write_bytes(b"older")
    done = run(old, folder)
    left = sorted(file.name for file in old.path.parent.glob("*.v*"))
    assert len(left) == migrate.KEPT
    assert done.kept.name in left


def test_newer_file_is_refused_everywhere(old):
    connection = connect(old.path, KEY)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = old.path.read_bytes()
    with pytest.raises(TooNewError):
        old.open()
    with pytest.raises(TooNewError):
        migrate.migrate(old.path, KEY, NOW_MS)
    assert old.path.read_bytes() == before


def test_older_file_is_not_opened_unmigrated(old):
    connection = connect(old.path, KEY)
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    with pytest.raises(OldSchemaError):
        old.open()


def test_room_of_two_and_a_half_files_is_wanted(old, scripts, monkeypatch):
    size = old.path.stat().st_size
    monkeypatch.setattr(migrate, "free_bytes", lambda folder: int(2.5 * size) - 1)
    with pytest.raises(DiskFullError):
        run(old, scripts())
    assert drafts(old.path)[0] == SCHEMA_VERSION
    monkeypatch.setattr(migrate, "free_bytes", lambda folder: int(2.5 * size) + 1)
    assert migrate.migrate(
        old.path, KEY, NOW_MS, scripts=old.path.parent.parent / "scripts", version=SCHEMA_VERSION + 1
    )


def test_profile_of_a_migrated_file_is_whole(old, scripts, monkeypatch):
    run(old, scripts())
    monkeypatch.setattr(database, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    with old.open().connect() as connection:
        assert draft_numbers(connection) == list(range(10))
