"""Rows 3 and 4: the disk is full, or refuses. What was not kept is not acknowledged, and the window says so."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from console.cache.database import driver_of, open_database
from console.cache.errors import DiskFullError, StoreError
from console.cache.migrate import migrate
from console.cache.migrations import SCHEMA_VERSION
from console.cache.opening import create_store
from console.cache.place import Reserve
from console.cache.rebuild import differences
from console.cache.store import Store
from console.cache.upkeep import check_file
from console.domain.clock import HOUR_MS
from console.record.verify import verify_chain
from tests.faults.preload import SHIM_MISSING, WRITER, build_shim
from tests.gateway.conftest import KEY

FILES = ("db", "db-wal")
CALLS = ("write", "short", "sync")
TURNS = (1, 2, 3, 5, 8, 13)
FULL = "Ổ đĩa đã đầy"


def limit_pages(desk, more):
    """Let the file grow by so many pages from now on; a number far away lifts the limit."""
    with desk.store.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + more}")


def whole_tables(desk):
    """Check that nothing of a refused transaction is there: the log holds, and every table is what the log says."""
    with desk.store.read() as connection:
        assert verify_chain(connection).ok
    assert differences(desk.store) == ()


@pytest.mark.parametrize("more", [0, 1, 2, 3, 4, 6, 8, 12, 16], ids=lambda n: f"row3-statement-{n}")
def test_full_at_any_statement_is_refused_whole_said_and_made_good(desk, watch, more):
    desk.say(times=2)
    walker = desk.walker()
    watch.round("walk", walker)
    assert watch.banner() is None
    linked, before = desk.poll().linked_at, desk.stored()
    desk.say(times=9, text="tin dài " * 200)
    limit_pages(desk, more)
    desk.advance(5_000)
    watch.round("walk", walker)
    assert desk.poll().linked_at == linked
    assert desk.stored() == before
    banner = watch.banner()
    assert (banner.tone, banner.title) == ("red", "Không ghi được kho dữ liệu.")
    assert banner.text.startswith(FULL)
    whole_tables(desk)
    limit_pages(desk, 100_000)
    desk.advance(5_000)
    watch.round("walk", walker)
    assert desk.stored() == desk.listed()
    assert watch.banner() is None
    whole_tables(desk)


@contextmanager
def small_disk(folder, size):
    folder.mkdir()
    command = ["/bin/mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if (
        sys.platform != "linux"
        or os.geteuid()
        or subprocess.run(command, check=False, capture_output=True).returncode
    ):
        pytest.skip("mounting a tmpfs takes root on Linux")
    try:
        yield folder
    finally:
        subprocess.run(["/bin/umount", "-l", str(folder)], check=True)


def test_row3_tmpfs_full_disk_frees_the_reserve_and_goes_on(desk, watch, tmp_path):
    """A really full disk, also at a checkpoint: acknowledged messages stay readable, the last room goes to what must be said."""
    with small_disk(tmp_path / "small", "5m") as small:
        path = small / "ban-truc.db"
        shutil.copyfile(desk.path, path)
        engine = open_database(path, KEY, create=False)
        desk.engines.append(engine)
        desk.store = Store(engine, desk.clock, desk.store.projector, "pc-1")
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_autocheckpoint = 20")
        reserve = Reserve(small / "reserve", 512 * 1024)
        assert reserve.hold()
        walker = desk.walker()
        for _ in range(60):
            desk.say(times=9, text="tin dài " * 240)
            desk.advance(5_000)
            before = desk.stored()
            watch.round("walk", walker)
            if any(part.no_store for part in watch.board.states()):
                break
        banner = watch.banner()
        assert banner.text.startswith(FULL)
        assert before <= desk.stored()
        assert not reserve.held
        # The freed reserve lets small things through: an alarm, a note.
        with desk.store.write() as tx:
            tx.connection.exec_driver_sql("INSERT INTO gateway_state (name, value) VALUES ('t', 'x')")
        with engine.connect() as connection:
            assert driver_of(connection).execute("PRAGMA integrity_check").fetchone() == ("ok",)
        engine.dispose()


STEPS = ("fsync.before", "fsync.after", "rename.before", "rename.after")


@pytest.mark.parametrize("error", [28, 5], ids=["row3-journal", "row4-journal"])
@pytest.mark.parametrize("step", STEPS)
def test_a_journal_that_cannot_be_written_costs_no_tokens(desk, watch, keeper, failpoints, step, error):
    desk.advance(13 * HOUR_MS)
    failpoints(f"token.journal.{step}=raise:{error}@1")
    watch.round("tokens", keeper)
    failpoints("")
    assert keeper.generation == 2
    client = desk.client(keeper.access)
    client.oa.profile()
    assert watch.kinds() == set()
    assert not list(desk.path.parent.glob("vault.j*"))


def test_row3_journal_and_store_full_keeps_the_answer_until_there_is_room(desk, watch, keeper, failpoints):
    desk.advance(13 * HOUR_MS)
    failpoints("token.journal.fsync.before=raise:28@1;token.file.before=raise:28@1")
    watch.round("tokens", keeper)
    failpoints("")
    assert keeper.generation == 1
    watch.round("tokens", keeper)
    assert keeper.generation == 2
    assert len(desk.simulator.control("tokens")["generations"]) == 2


def test_row3_migration_without_room_is_not_begun(desk, monkeypatch):
    content = desk.path.read_bytes()
    monkeypatch.setattr("console.cache.migrate.free_bytes", lambda _folder: 1000)
    with pytest.raises(DiskFullError, match=FULL):
        migrate(desk.path, KEY, desk.clock.now_ms(), version=SCHEMA_VERSION + 1)
    assert desk.path.read_bytes() == content


# --- row 4 ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def refusals(tmp_path_factory):
    """What a process was told that commits while the n-th write or sync of a file fails; each case on a store of its own."""
    folder = tmp_path_factory.mktemp("shim")
    shim = build_shim(folder)
    if shim is None:
        pytest.skip(SHIM_MISSING)
    create_store(folder / "empty.db", KEY)
    cases = [[f"/ban-truc.{file}", call, at] for file in FILES for call in CALLS for at in TURNS]
    done = subprocess.run(
        [sys.executable, "-c", WRITER, str(folder), json.dumps(cases)],
        env={**os.environ, "LD_PRELOAD": str(shim), "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return {tuple(case): told for case, told in zip(cases, json.loads(done.stdout), strict=True)}


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("file", FILES, ids=["row4-database", "row4-log"])
def test_a_disk_that_refuses_is_never_acknowledged_for(refusals, file, call):
    """What was acknowledged is what is there after the process ended; the connection is given up, not tried again."""
    failed = 0
    for at in TURNS:
        told = refusals[f"/ban-truc.{file}", call, at]
        path = Path(told["path"])
        check_file(path, KEY)
        engine = open_database(path, KEY, create=False)
        with engine.connect() as connection:
            found = set(connection.exec_driver_sql("SELECT at FROM draft").scalars())
        engine.dispose()
        assert set(told["acknowledged"]) <= found, at
        assert found <= set(told["acknowledged"]) | set(told["refused"]), at
        assert set(told["kinds"]) <= {"io"}, at
        assert len(told["acknowledged"]) >= 15, at
        failed += len(told["refused"])
    # SQLite writes the rest of what a short write left; anything else is refused to whoever asked for it.
    assert bool(failed) is (call != "short")


def test_row4_refusal_is_said_and_the_next_connection_goes_on(desk, watch, failpoints):
    desk.say(times=3)
    walker = desk.walker()
    failpoints("store.commit.before=raise:5@1")
    with pytest.raises((OSError, StoreError)):
        walker.tick()
    failpoints("")
    assert desk.stored() == set()
    watch.round("walk", walker)
    assert desk.stored() == desk.listed()
