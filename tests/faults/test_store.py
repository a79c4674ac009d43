"""Rows 5 and 6: somebody else holds the store, or it is damaged, or its key is not there: at the start and while running.

Nothing is lost, nothing is made anew, and what is said names what is safe and what to do.
"""

import os
import shutil
import threading

import pytest

from console.app.workspace import open_workspace
from console.cache.errors import CorruptedError, InUseError
from console.cache.intake import InboundRow
from console.cache.queries import Queries
from console.cache.soundness import CHECK_EVERY_MS, check_is_due
from console.cli import main
from console.domain.clock import ManualClock
from console.domain.message import Direction, Message, MessageType
from console.domain.officer import Officer, Role
from console.ui.frame.banner_words import banner_state

NOW_MS = 1_790_000_000_000
PAGE = 4096
HANH = Officer("hanh", "Nông Thị Hạnh", "TB-CAT", (Role.PROVINCE_DUTY,), "Đại úy")


def put(workspace, number, text="Tôi hỏi về căn cước"):
    message = Message(f"m{number:05d}", Direction.INBOUND, MessageType.TEXT, text, NOW_MS + number)
    with workspace.store.write() as tx:
        workspace.intake.take_in(tx, [InboundRow(message, "1001", "An")])


@pytest.fixture(scope="module")
def _filled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("filled")
    assert main(["key", "new", str(folder / "store.key")]) == 0
    with open_workspace(folder / "profile", folder / "store.key", clock=ManualClock(NOW_MS)) as workspace:
        for number in range(40):
            put(workspace, number, "tin dài " * 150)
    return folder


class Place:
    """A profile that was closed well: its files, and how the commands see it."""

    def __init__(self, folder, capsys):
        self.root, self.key, self.capsys = folder / "profile", folder / "store.key", capsys
        self.database = self.root / "ban-truc.db"

    def open(self):
        return open_workspace(self.root, self.key, clock=ManualClock(NOW_MS))

    def messages(self):
        with self.open() as workspace, workspace.store.read() as connection:
            return connection.exec_driver_sql("SELECT count(*) FROM message").scalar()

    def verify(self):
        """Return the exit code and what a person at the terminal reads."""
        code = main(["--profile", str(self.root), "--key-file", str(self.key), "verify"])
        read = self.capsys.readouterr()
        return code, read.out + read.err

    def flip(self, page):
        with self.database.open("rb+") as file:
            file.seek(page * PAGE + 100)
            byte = file.read(1)
            file.seek(page * PAGE + 100)
            file.write(bytes([byte[0] ^ 1]))

    def pages(self):
        return self.database.stat().st_size // PAGE

    def unclean(self):
        """Leave what a killed process leaves, so that the next start checks every page."""
        (self.root / "lock.pid").write_text('{"pid": 1}')


@pytest.fixture
def place(_filled, tmp_path, capsys):
    shutil.copytree(_filled, tmp_path / "copy")
    capsys.readouterr()
    return Place(tmp_path / "copy", capsys)


# --- row 5 ----------------------------------------------------------------------------------------------------------


def test_row5_second_instance_is_told_who_is_there_and_the_first_goes_on(place):
    with place.open() as workspace:
        code, said = place.verify()
        assert code == 1
        assert "đang chạy trên thư mục dữ liệu này rồi" in said
        assert str(os.getpid()) in said
        with pytest.raises(InUseError), place.open():
            pass
        put(workspace, 99)
    assert place.messages() == 41


def test_row5_locked_store_is_waited_for_then_said_and_nothing_is_lost(desk, watch):
    """An antivirus or a backup program holds the file: the walk says so, and takes everything in once it is let go."""
    desk.say(times=3)
    walker = desk.walker()
    with desk.store.read() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 30")
    desk.open()
    holder = desk.engines[0].connect()
    holder.exec_driver_sql("BEGIN IMMEDIATE")
    with desk.store.read() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 30")
    watch.round("walk", walker)
    banner = watch.banner()
    assert (banner.tone, banner.title) == ("red", "Không ghi được kho dữ liệu.")
    assert "đang bị một chương trình khác giữ" in banner.text
    holder.exec_driver_sql("ROLLBACK")
    holder.close()
    watch.round("walk", walker)
    assert watch.banner() is None
    assert desk.stored() == desk.listed()


def test_row5_short_wait_is_no_trouble(desk):
    """Who lets go within the five seconds is only waited for."""
    desk.say(times=3)
    holder = desk.engines[0].connect()
    holder.exec_driver_sql("BEGIN IMMEDIATE")
    desk.open()
    waiting = threading.Event()
    walker, outcomes = desk.walker(), []

    def walk():
        waiting.set()
        outcomes.append(walker.tick())

    thread = threading.Thread(target=walk)
    thread.start()
    waiting.wait(60)
    holder.exec_driver_sql("ROLLBACK")
    holder.close()
    thread.join(60)
    assert [outcome.trouble for outcome in outcomes] == [""]
    assert desk.stored() == desk.listed()


# --- row 6, at the start --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("unclean", [True, False], ids=["row6-page-after-a-kill", "row6-page-of-the-week"])
def test_damaged_page_is_refused_and_left_as_it_is(place, unclean):
    place.flip(place.pages() - 9)
    if unclean:
        place.unclean()
    else:
        (place.root / "ban-truc.db.checked").write_text(str(NOW_MS - CHECK_EVERY_MS))
    before = place.database.read_bytes()
    for _ in range(2):
        code, said = place.verify()
        assert code == 1
        assert "Tệp dữ liệu bị hỏng" in said
        assert "console restore" in said
        assert place.database.read_bytes() == before


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda p: p.flip(0), "Khóa không mở được tệp dữ liệu"),
        (lambda p: p.key.write_text("ab" * 32 + "\n"), "Khóa không mở được tệp dữ liệu"),
        (lambda p: p.key.unlink(), "Không dùng được tệp khóa"),
        (lambda p: p.key.chmod(0o644), "Không dùng được tệp khóa"),
        (lambda p: p.database.unlink(), "không thấy tệp dữ liệu"),
        (lambda p: p.database.write_bytes(b""), "Tệp dữ liệu bị hỏng"),
        (lambda p: p.database.write_bytes(b"SQLite format 3\0" + bytes(PAGE)), "không được mã hóa"),
    ],
    ids=[
        *("row6-first-page", "row6-wrong-key", "row6-key-gone", "row6-key-open-to-all"),
        *("row6-file-gone", "row6-empty-file", "row6-plain-file"),
    ],
)
def test_what_does_not_open_is_named_and_never_made_anew(place, spoil, words):
    spoil(place)
    before = place.database.read_bytes() if place.database.exists() else None
    key = place.key.read_bytes() if place.key.exists() else None
    code, said = place.verify()
    assert code == 1
    assert words in said
    assert (place.database.read_bytes() if place.database.exists() else None) == before
    assert (place.key.read_bytes() if place.key.exists() else None) == key


class Keyring:
    """A back end of the system that answers as told."""

    def __init__(self, answer):
        self.answer, self.kept = answer, []

    def get_password(self, _service, _entry):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def set_password(self, _service, entry, _password):
        self.kept.append(entry)


@pytest.mark.parametrize(
    ("ring", "words"),
    [
        (None, "kho khóa của hệ điều hành"),
        (Keyring(RuntimeError("org.freedesktop.Secret.Error.IsLocked")), "Hãy mở khóa kho khóa"),
        (Keyring(None), "không tìm thấy khóa của nó"),
        (Keyring("cd" * 32), "Khóa không mở được tệp dữ liệu"),
        (Keyring("garbage"), "kho khóa của hệ điều hành"),
    ],
    ids=[
        "row6-keyring-gone",
        "row6-keyring-locked",
        "row6-entry-gone",
        "row6-key-changed",
        "row6-entry-garbled",
    ],
)
def test_without_its_key_nothing_is_read_or_made(place, monkeypatch, ring, words):
    monkeypatch.setattr("console.cache.keys.find_backend", lambda: ring)
    monkeypatch.setattr("console.cache.keys.is_allowed", lambda _ring: True)
    before = place.database.read_bytes()
    assert main(["--profile", str(place.root), "verify"]) == 1
    assert words in place.capsys.readouterr().err
    assert place.database.read_bytes() == before
    assert ring is None or ring.kept == []


def leave_log(place, extra=3):
    """Leave the newest commits in the write-ahead log only, as a killed process does."""
    with place.open() as workspace:
        for number in range(100, 100 + extra):
            put(workspace, number)
        for name in ("ban-truc.db", "ban-truc.db-wal", "ban-truc.db-shm"):
            shutil.copyfile(place.root / name, place.root / f"kept.{name}")
    for name in ("ban-truc.db", "ban-truc.db-wal", "ban-truc.db-shm"):
        (place.root / f"kept.{name}").replace(place.root / name)


def test_row6_deleted_shm_loses_nothing(place):
    leave_log(place)
    (place.root / "ban-truc.db-shm").unlink()
    assert place.messages() == 43


@pytest.mark.parametrize("keep", [0.0, 0.3, 0.6, 0.9, 0.999], ids=lambda part: f"row6-wal-cut-{part}")
def test_a_cut_log_ends_at_a_commit_and_verifies(place, keep):
    leave_log(place)
    log = place.root / "ban-truc.db-wal"
    os.truncate(log, int(log.stat().st_size * keep))
    place.unclean()
    code, said = place.verify()
    assert code == 0, said
    assert 40 <= place.messages() <= 43


# --- row 6, while running -------------------------------------------------------------------------------------------


def test_row6_running_damage_turns_the_banner_red_and_stops_every_writer(place, vietnamese):
    with place.open() as workspace:
        put(workspace, 50)
        with workspace.store.read() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
        queries = Queries(workspace.reader(), HANH, workspace.rules, workspace.clock)
        for page in range(1, place.pages()):
            place.flip(page)
        before = place.database.read_bytes()
        banner = banner_state(queries.health(), NOW_MS)
        assert (banner.tone, banner.title) == ("red", "Không đọc được kho dữ liệu.")
        assert "Tệp dữ liệu bị hỏng" in banner.text
        for number in (51, 52):
            with pytest.raises(CorruptedError, match="dừng ghi"):
                put(workspace, number)
    assert place.database.read_bytes() == before
    for _ in range(2):
        code, said = place.verify()
        assert code == 1
        assert "console restore" in said
    assert place.database.read_bytes() == before
    assert check_is_due(place.database, NOW_MS)
