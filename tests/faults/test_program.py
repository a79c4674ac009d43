"""Rows 24 to 28: upgrades that are killed, threads that hang or die, floods, looks that cannot be noted, backups under way."""

import shutil
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from sqlalchemy import func, select

from console.actions.claims import claim
from console.actions.identity import reveal
from console.actions.viewing import view
from console.app.desktop import make_watchdog, uncaught_words
from console.cache import tables as t
from console.cache.backup import back_up, list_backups, verify_backup
from console.cache.database import connect, open_database
from console.cache.errors import StoreError, TooNewError
from console.cache.migrate import migrate
from console.cache.migrations import SCHEMA_VERSION
from console.cache.rebuild import differences
from console.cache.schema import MIGRATIONS
from console.cache.store import Store
from console.cache.upkeep import check_integrity
from console.domain.clock import HOUR_MS, ManualClock
from console.record.verify import verify_chain
from console.runtime.duty import Duty, Heartbeat
from console.runtime.hooks import install_hooks
from console.runtime.jobs import SerialRunner
from console.runtime.logs import open_log
from console.runtime.parts import STALL_S, WATCH_S, PartBoard
from console.ui.frame.banner_words import banner_state
from tests.faults.conftest import Watch
from tests.gateway.conftest import KEY
from tests.support import store_template, world

__all__ = ["store_template"]


# --- row 24 ---------------------------------------------------------------------------------------------------------

STEPS = (
    *("copy.before", "copy.after", "copy_fsync.before", "commit.before", "commit.after"),
    *("fsync.before", "fsync.after", "keep.before", "keep.after", "rename.before", "rename.after"),
)
NEXT = """
from alembic import op
revision, down_revision, branch_labels, depends_on = "next", "{last}", None, None

def upgrade():
    op.execute("ALTER TABLE draft ADD COLUMN more TEXT NOT NULL DEFAULT ''")
"""


@pytest.fixture
def newer(tmp_path):
    """The migrations with one more, as the next version of the program has them."""
    folder = tmp_path / "scripts"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    last = max((folder / "versions").glob("[0-9]*.py")).read_text()
    revision = next(line.split('"')[1] for line in last.splitlines() if line.startswith("revision"))
    number = SCHEMA_VERSION + 1
    (folder / "versions" / f"{number:04d}_next.py").write_text(NEXT.format(last=revision))
    return {"scripts": folder, "version": number}


def messages(path, version):
    """Return the stored messages of a file that must be whole, whatever its version."""
    connection = connect(path, KEY)
    try:
        check_integrity(connection, path)
        assert connection.execute("PRAGMA user_version").fetchone()[0] in version
        return {row[0] for row in connection.execute("SELECT message_id FROM message")}
    finally:
        connection.close()


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"row24-killed-at-{step}")
def test_an_upgrade_that_is_stopped_anywhere_leaves_a_whole_file(desk, failpoints, newer, step):
    desk.say(times=5, step_ms=1)
    desk.walker().tick()
    known = desk.stored()
    desk.close()
    failpoints(f"migrate.{step}=raise:5@1")
    with pytest.raises((OSError, StoreError)):
        migrate(desk.path, KEY, desk.clock.now_ms(), **newer)
    failpoints("")
    assert messages(desk.path, (SCHEMA_VERSION, SCHEMA_VERSION + 1)) == known
    migrate(desk.path, KEY, desk.clock.now_ms(), **newer)
    assert messages(desk.path, (SCHEMA_VERSION + 1,)) == known
    kept = list(desk.path.parent.glob("ban-truc.db.v*"))
    assert kept
    assert messages(kept[0], (SCHEMA_VERSION,)) == known


def test_row24_downgrade_is_refused_and_nothing_touched(desk, newer):
    desk.say(times=2)
    desk.walker().tick()
    desk.close()
    migrate(desk.path, KEY, desk.clock.now_ms(), **newer)
    before = desk.path.read_bytes()
    for attempt in (
        lambda: open_database(desk.path, KEY, create=False),
        lambda: migrate(desk.path, KEY, desk.clock.now_ms()),
    ):
        with pytest.raises(TooNewError, match="phiên bản mới hơn"):
            attempt()
    assert desk.path.read_bytes() == before


# --- row 25 ---------------------------------------------------------------------------------------------------------


class Silent:
    """A log that keeps what it is given."""

    def __init__(self):
        self.lines = []

    def event(self, name, level="info", **facts):
        self.lines.append((name, facts))

    def failure(self, name, error, **facts):
        self.lines.append((name, facts))


class House:
    """Workers, a watchdog over them, and what the banner says; time passes when told."""

    def __init__(self, health):
        self.clock, self.log, self.health = ManualClock(), Silent(), health
        self.board = PartBoard(self.clock.mono)
        self.watchdog = None

    def watch(self, *workers):
        self.watchdog = make_watchdog(lambda: workers, self.board, self.clock.mono, self.log)

    def red_within(self, seconds):
        """Let time pass in steps of the watchdog; return after how many seconds the banner is red."""
        start = self.clock.mono()
        while self.clock.mono() - start <= seconds:
            self.watchdog.round()
            state = self.banner()
            if state is not None:
                assert state.tone == "red"
                return self.clock.mono() - start
            self.clock.advance(int(WATCH_S * 1000))
        return None

    def banner(self):
        now_ms = self.clock.now_ms()
        good = replace(self.health, linked_at=now_ms, attempted_at=now_ms, store_at=now_ms)
        return banner_state(good, now_ms, self.board.states())


@pytest.fixture
def house(desk, watch):
    desk.walker().tick()
    return House(watch.health())


@pytest.mark.parametrize(
    "name", ["gateway-walk", "gateway-sender", "gateway-tokens"], ids=lambda n: f"row25-{n}"
)
def test_a_worker_that_hangs_turns_the_banner_red_within_a_minute(house, name):
    hanging, go_on = threading.Event(), threading.Event()

    def step():
        hanging.set()
        go_on.wait(120)
        return 5.0

    duty = Duty(name, step, house.clock.mono, lambda _name, _error: None)
    duty.start()
    try:
        assert hanging.wait(60)
        house.watch(duty)
        assert STALL_S <= house.red_within(60) <= 60
        assert "không phản hồi" in house.banner().title
    finally:
        go_on.set()
        assert duty.stop(60)
    assert ("worker.stalled", {"lane": name}) in house.log.lines


def test_row25_store_thread_that_hangs_turns_the_banner_red_within_a_minute(house):
    go_on, hanging = threading.Event(), threading.Event()
    runner = SerialRunner("store", house.clock.mono)
    runner.submit(lambda: (hanging.set(), go_on.wait(120)))
    try:
        assert hanging.wait(60)
        house.watch(runner)
        assert house.red_within(60) <= 60
        assert "chờ dấu «đã lưu»" in house.banner().text
    finally:
        go_on.set()
        assert runner.stop(60)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_row25_dead_worker_is_started_again(house):
    """A thread may die of what no ``except Exception`` takes: it comes back, and the log and the status bar say so."""
    rounds = []
    again = threading.Event()

    def step():
        rounds.append(1)
        if len(rounds) == 1:
            raise SystemExit
        again.set()
        return 60.0

    duty = Duty("gateway-walk", step, house.clock.mono, lambda _name, _error: None)
    duty.start()
    duty._thread.join(60)
    assert not duty.is_alive()
    house.watch(duty)
    house.watchdog.round()
    assert again.wait(60)
    assert ("worker.restarted", {"lane": "gateway-walk"}) in house.log.lines
    assert [part.restarted for part in house.board.states()] == [True]
    house.watchdog.round()
    assert house.board.states() == ()
    assert duty.stop(60)


def test_row25_window_that_stands_still_is_noted_and_stops_nobody_else(house):
    """The watchdog has a thread of its own: the window hangs for a minute, and a dead worker comes back all the same."""
    heart = Heartbeat("window", house.clock.mono)
    house.watch(heart)
    house.clock.advance(60_000)
    house.watchdog.round()
    (part,) = house.board.states()
    assert (part.name, part.silent_s) == ("window", 60.0)
    heart.beat()
    house.watchdog.round()
    assert house.board.states() == ()


def test_row25_error_in_a_slot_is_logged_and_told_and_the_window_goes_on(qapp, tmp_path):
    told, logs = [], tmp_path / "logs"
    logs.mkdir()
    log = open_log(logs, lambda: 1_790_000_000_000)
    undo = install_hooks(log, logs, lambda error: told.append(uncaught_words(type(error).__name__)))
    after = []
    try:
        timer = QTimer()
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: {}["NGUYEN VAN AN"])
        timer.start(0)
        qapp.processEvents()
        following = QTimer()
        following.setSingleShot(True)
        following.timeout.connect(lambda: after.append(1))
        following.start(0)
        qapp.processEvents()
    finally:
        undo()
        log.close()
    assert after == [1]
    (words,) = told
    assert "KeyError" in words
    assert "Dữ liệu đã lưu vẫn an toàn" in words
    written = "".join(path.read_text() for path in logs.rglob("*") if path.is_file())
    assert "uncaught.main" in written
    assert "NGUYEN VAN AN" not in written


# --- row 26 ---------------------------------------------------------------------------------------------------------


def test_row26_burst_of_messages_comes_in_whole_and_says_that_it_is_being_read(quick_desk, vietnamese):
    """All of one citizen, in one conversation: what one page costs must not grow with it."""
    total = 10_000
    desk, watch = quick_desk, Watch(quick_desk)
    walker, said = desk.walker(), set()
    desk.say()
    watch.round("walk", walker)
    desk.advance(5_000)
    desk.say(times=total - 1, step_ms=1, time_ms=desk.clock.now_ms() - total)
    for _ in range(60):
        watch.round("walk", walker)
        state = watch.banner()
        said.add(state.title if state else "")
        desk.advance(1_000)
        if state is None:
            break
    assert desk.stored() == desk.listed()
    assert len(desk.stored()) == total
    assert said == {"Đang đọc bù tin từ lúc mất kết nối.", ""}
    with desk.store.read() as connection:
        assert connection.execute(select(func.count()).select_from(t.message)).scalar() == total


# --- row 27 ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("error", [28, 5], ids=["row27-disk-full", "row27-disk-error"])
@pytest.mark.parametrize("what", ["view", "reveal"])
def test_what_cannot_be_noted_is_not_shown(tmp_path, store_template, failpoints, what, error):
    with world(tmp_path, store_template) as w:
        case = w.put("Cho hỏi làm căn cước cần giấy tờ gì")
        desk = w.desk()
        claim(desk, case.case_id)
        before = w.kinds(case.case_id)
        failpoints(f"store.commit.before=raise:{error}@1")
        shown = []
        with pytest.raises((OSError, StoreError)):
            if what == "view":
                shown.append(view(desk, case.case_id, case.last_inbound_id))
            else:
                shown.append(reveal(desk, case.case_id, "cần gọi lại cho công dân"))
        failpoints("")
        assert shown == []
        assert w.kinds(case.case_id) == before


def test_row27_log_held_by_another_program_shows_nothing(tmp_path, store_template):
    with world(tmp_path, store_template) as w:
        case = w.put("Tôi tố giác ông hàng xóm")
        with w.store.read() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 30")
        holder = open_database(w.path, KEY, create=False)
        with holder.connect() as other:
            other.exec_driver_sql("BEGIN IMMEDIATE")
            with pytest.raises(StoreError, match="đang bị một chương trình khác giữ"):
                view(w.desk(), case.case_id, case.last_inbound_id)
            other.exec_driver_sql("ROLLBACK")
        holder.dispose()
        assert view(w.desk(), case.case_id, case.last_inbound_id).events


# --- row 28 ---------------------------------------------------------------------------------------------------------


def test_row28_backup_during_writes_is_a_commit_and_verifies(desk, watch):
    """The walk goes on while backups are taken; each is one state of the log, whole, and every table follows from it."""
    folder, media = desk.path.parent / "backups", desk.path.parent / "media"
    media.mkdir()
    stop, failed = threading.Event(), []
    desk.say(times=40, step_ms=1, time_ms=desk.clock.now_ms() - HOUR_MS)
    walker = desk.walker()
    walker.tick()

    def go_on():
        number = 0
        try:
            while not stop.is_set():
                number += 1
                desk.say(times=3, step_ms=1)
                walker.tick()
        except Exception as error:  # handed to the test below
            failed.append(error)

    writer = threading.Thread(target=go_on)
    writer.start()
    try:
        for hour in range(3):
            back_up(desk.path, KEY, folder, media, desk.clock.now_ms() + hour * HOUR_MS)
    finally:
        stop.set()
        writer.join(30)
    assert failed == []
    backups = list_backups(folder)
    assert len(backups) == 3
    for made in backups:
        verify_backup(made, KEY)
        copy = desk.path.parent / "look" / made.path.name
        copy.parent.mkdir(exist_ok=True)
        shutil.copyfile(made.path, copy)
        engine = open_database(copy, KEY, create=False)
        desk.engines.append(engine)
        with engine.connect() as connection:
            report = verify_chain(connection)
        assert report.ok
        assert report.checked == made.head.seq
        assert differences(Store(engine, desk.clock, desk.store.projector, "pc-1")) == ()
