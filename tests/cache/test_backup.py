"""Backups taken during writes equal a commit; restoring puts them back and throws nothing away."""

import json
import os
import shutil
import threading

import pytest

from console.cache import backup as backups
from console.cache.backup import back_up, is_due, list_backups, read_backup, rotate, verify_backup
from console.cache.copying import CHUNK_PAGES
from console.cache.database import PAGE_BYTES, PLAIN_HEADER, connect, open_database
from console.cache.errors import (
    BackupError,
    HealthyStoreError,
    LockedError,
    MissingFileError,
    StoreError,
    TooNewError,
    WrongKeyError,
)
from console.cache.restore import restore
from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS
from console.domain.events import NoteAdded
from console.record import chain
from console.record.base import Command
from console.record.local import LocalRecord
from tests.cache.conftest import KEY, NOW_MS, add_rows, draft_numbers


@pytest.fixture
def place(store_file):
    """The folders of one profile: three events, two sealed files."""

    class Place:
        store = store_file
        database = store_file.path
        media = store_file.path.parent / "media"
        folder = store_file.path.parent / "backups"

        def take(self, now_ms=NOW_MS):
            return back_up(self.database, KEY, self.folder, self.media, now_ms)

        def restore(self, backup, **options):
            return restore(backup.path, KEY, self.database, self.media, NOW_MS + DAY_MS, **options)

        def numbers(self, path=None):
            engine = open_database(path or self.database, KEY, create=False)
            with engine.connect() as connection:
                found = draft_numbers(connection)
            engine.dispose()
            return found

    made = Place()
    (made.media / "ab").mkdir(parents=True)
    (made.media / "ab" / "one").write_bytes(os.urandom(5000))
    (made.media / "two").write_bytes(os.urandom(300))
    (made.media / "three.tmp").write_bytes(b"half")
    with store_file.open().connect() as connection:
        for number in range(1, 4):
            append(connection, number)
        add_rows(connection, range(1, 11))
    store_file.close()
    return made


def append(connection, number):
    """One event and one draft in one transaction, as the store writes them."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    body = NoteAdded(f"n{number}", "ghi chú " * 50)
    command = Command(f"cmd{number}", "case", (body,), "officer", "unit", "device", NOW_MS)
    LocalRecord(connection, NOW_MS + number).append(command)
    connection.exec_driver_sql("COMMIT")


def chain_holds(path):
    """Check the hash chain of a file from its first event; return how many there are."""
    connection = connect(path, KEY, read_only=True)
    prev, count = chain.GENESIS, 0
    rows = connection.execute(
        "SELECT e.header, e.body_hash, e.prev, e.hash, b.salt, b.body FROM event e JOIN event_body b USING (seq) ORDER BY seq"
    )
    for header, body_hash, stored_prev, stored, salt, body in rows:
        assert stored_prev == prev
        assert chain.hash_body(salt, body) == body_hash
        assert chain.hash_link(prev, header, body_hash) == stored
        prev, count = stored, count + 1
    connection.close()
    return count


def test_backup_holds_what_the_store_holds(place):
    made = place.take()
    assert made.path.name == "ban-truc-20260921-141320Z.db"
    assert sorted(item.name for item in made.media) == ["ab/one", "two"]
    assert (made.head.seq, made.head.at) == (3, NOW_MS + 3)
    assert place.numbers(made.path) == list(range(1, 11))
    assert chain_holds(made.path) == 3
    assert list_backups(place.folder) == [made] == [read_backup(made.manifest)]
    verify_backup(made, KEY)
    for file in place.folder.iterdir():
        assert not file.is_file() or not file.read_bytes().startswith(PLAIN_HEADER)
    assert sorted(file.name for file in place.folder.iterdir()) == [
        made.path.name,
        made.manifest.name,
        "media",
    ]
    assert KEY.hex() not in made.manifest.read_text()


def test_backup_during_writes_is_one_commit(place):
    """A writer goes on all the while; each backup holds whole transactions, each later one more (fault row 28)."""
    with place.store.open().connect() as connection:
        add_rows(connection, range(1000, 1000 + 3 * CHUNK_PAGES), size=PAGE_BYTES)
        connection.exec_driver_sql("DELETE FROM draft")
    stop, written, failed = threading.Event(), [], []

    def write():
        engine = place.store.open()
        try:
            with engine.connect() as connection:
                number = 10
                while not stop.is_set():
                    number += 1
                    append(connection, number)
                    add_rows(connection, [number])
                    written.append(number)
        except Exception as error:  # handed to the test below
            failed.append(error)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        taken = []
        for hour in range(4):
            seen = len(written)
            taken.append(place.take(NOW_MS + hour * HOUR_MS))
            while len(written) == seen and writer.is_alive():
                stop.wait(0.001)
    finally:
        stop.set()
        writer.join()
    assert not failed
    heads = []
    for made in taken:
        count = chain_holds(made.path)
        numbers = place.numbers(made.path)
        # The event is one transaction, its draft the next: the copy ends after one of the two.
        assert len(numbers) in (count - 3, count - 4)
        assert numbers == list(range(11, 11 + len(numbers)))
        assert made.head.seq == count
        heads.append(count)
    assert heads == sorted(heads)
    assert heads[-1] > heads[0]


def test_media_is_kept_once_and_follows_rotation(place):
    first = place.take()
    (place.media / "two").unlink()
    (place.media / "four").write_bytes(b"4444")
    second = place.take(NOW_MS + HOUR_MS)
    assert [item.name for item in second.media] == ["ab/one", "four"]
    assert (place.folder / "media" / "two").exists()
    verify_backup(first, KEY)
    verify_backup(second, KEY)
    first.manifest.unlink()
    place.take(NOW_MS + 2 * HOUR_MS)
    assert not first.path.exists(), "a backup without manifest is none and is cleared away"


def fake(folder, at):
    """A manifest and a file, for rotation alone."""
    path = folder / f"ban-truc-{at}.db"
    path.write_bytes(b"x")
    made = backups.Backup(
        path, at, 1, "", 1, "", backups.Head(0, "", 0), (backups.MediaFile(str(at), 1, ""),)
    )
    made.manifest.write_bytes(backups._to_json(made))
    (folder / "media" / str(at)).write_bytes(b"m")
    return path


def test_rotation_keeps_24_newest_and_30_days(tmp_path):
    (tmp_path / "media").mkdir()
    end = 20_000 * DAY_MS + 23 * HOUR_MS
    hours = [end - number * HOUR_MS for number in range(24 * 40)]
    for at in hours:
        fake(tmp_path, at)
    removed = rotate(tmp_path)
    left = {backup.at for backup in list_backups(tmp_path)}
    assert left == {*hours[:24], *(end - day * DAY_MS for day in range(30))}
    assert len(removed) == len(hours) - len(left)
    assert {int(file.name) for file in (tmp_path / "media").iterdir()} == left
    assert rotate(tmp_path) == []


def test_rotation_does_not_believe_the_clock(tmp_path):
    """One backup dated ten years ahead does not make the others old."""
    (tmp_path / "media").mkdir()
    for day in range(20):
        fake(tmp_path, NOW_MS + day * DAY_MS)
    fake(tmp_path, NOW_MS + 3650 * DAY_MS)
    assert rotate(tmp_path) == []


def test_due_each_hour_and_after_a_wrong_date(place):
    assert is_due(place.folder, NOW_MS, KEY)
    place.take()
    assert not is_due(place.folder, NOW_MS + 59 * MINUTE_MS, KEY)
    assert is_due(place.folder, NOW_MS + HOUR_MS, KEY)
    assert is_due(place.folder, NOW_MS - 1, KEY)


def test_backups_of_one_second_are_all_kept_in_order(place):
    made = [place.take(NOW_MS + ms) for ms in (0, 0, 400, 999, 400)]
    assert len({one.path for one in made}) == 5
    newest_first = sorted(made, key=lambda one: (one.at, made.index(one)), reverse=True)
    assert [one.path for one in list_backups(place.folder)] == [one.path for one in newest_first]
    for one in made:
        verify_backup(one, KEY)
    assert place.restore(made[1], force=True).backup.path == made[1].path


def test_of_one_millisecond_the_longer_log_is_the_newer_backup(place):
    first = place.take()
    engine = open_database(place.database, KEY, create=False)
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        LocalRecord(connection, NOW_MS).append(
            Command("later", "case-1", (NoteAdded("later", "x"),), "hanh", "TB", "may", NOW_MS)
        )
        connection.exec_driver_sql("COMMIT")
    engine.dispose()
    second = place.take()
    assert [one.path for one in list_backups(place.folder)] == [second.path, first.path]


def steps(run, failpoints, tmp_path, prefix):
    with (tmp_path / "journal").open("wb+") as journal:
        failpoints("", journal.fileno())
        run()
        failpoints("")
        journal.seek(0)
        return [name for name in journal.read().decode().split() if name.startswith(prefix)]


def test_stopped_at_each_step_no_half_backup_counts(place, failpoints, tmp_path):
    first = place.take()
    names = steps(lambda: place.take(NOW_MS + HOUR_MS), failpoints, tmp_path, "backup")
    assert len(names) >= 8
    for number, name in enumerate(dict.fromkeys(names), 2):
        (place.media / f"new{number}").write_bytes(os.urandom(10))
        failpoints(f"{name}=raise:28@1")
        with pytest.raises((OSError, StoreError)):
            place.take(NOW_MS + number * HOUR_MS)
        failpoints("")
        for complete in list_backups(place.folder):
            verify_backup(complete, KEY)
        assert list_backups(place.folder)[-1] == first
    place.take(NOW_MS + DAY_MS)
    databases = {file.stem for file in place.folder.glob("*.db")}
    assert databases == {file.stem for file in place.folder.glob("*.json")}
    assert not list(place.folder.glob("*.new"))


@pytest.mark.parametrize("spoil", ["database", "media", "media gone", "database gone", "manifest", "escape"])
def test_spoilt_backup_is_refused(place, spoil):
    made = place.take()
    if spoil == "database":
        with made.path.open("rb+") as file:
            file.seek(5000)
            file.write(b"\0\0")
    elif spoil == "media":
        (place.folder / "media" / "two").unlink()
        (place.folder / "media" / "two").write_bytes(bytes(300))
    elif spoil == "media gone":
        (place.folder / "media" / "two").unlink()
    elif spoil == "database gone":
        made.path.unlink()
    elif spoil == "manifest":
        made.manifest.write_text("{")
    else:
        data = json.loads(made.manifest.read_text())
        data["media"][0]["name"] = "../../outside"
        made.manifest.write_text(json.dumps(data))
    before = place.database.read_bytes()
    with pytest.raises(BackupError):
        place.restore(made, force=True)
    assert place.database.read_bytes() == before


def test_backup_of_another_key_or_a_newer_program_is_refused(place):
    made = place.take()
    with pytest.raises(WrongKeyError):
        restore(made.path, bytes(32), place.database, place.media, NOW_MS, force=True)
    data = json.loads(made.manifest.read_text())
    data["schema_version"] += 1
    made.manifest.write_text(json.dumps(data))
    with pytest.raises(TooNewError):
        place.restore(made, force=True)


def test_sound_store_is_replaced_only_by_force(place):
    made = place.take()
    with place.store.open().connect() as connection:
        add_rows(connection, [99])
    place.store.close()
    with pytest.raises(HealthyStoreError):
        place.restore(made)
    assert place.numbers()[-1] == 99
    done = place.restore(made, force=True)
    assert place.numbers() == list(range(1, 11))
    assert place.numbers(done.replaced)[-1] == 99
    assert (done.backup.at, done.backup.head.seq, done.media) == (NOW_MS, 3, 0)


def test_damaged_store_and_lost_media_come_back(place):
    made = place.take()
    with place.database.open("rb+") as file:
        file.seek(PAGE_BYTES * 6 + 10)
        file.write(bytes(50))
    damaged = place.database.read_bytes()
    one = (place.media / "ab" / "one").read_bytes()
    shutil.rmtree(place.media)
    done = place.restore(made)
    assert place.numbers() == list(range(1, 11))
    assert chain_holds(place.database) == 3
    assert done.replaced.read_bytes() == damaged
    assert done.media == 2
    assert (place.media / "ab" / "one").read_bytes() == one


def test_lost_store_comes_back(place):
    made = place.take()
    place.database.unlink()
    assert place.restore(made).replaced is None
    assert place.numbers() == list(range(1, 11))


def test_log_of_the_old_store_never_meets_the_restored_file(place, tmp_path):
    made = place.take()
    engine = place.store.open()
    crashed = tmp_path / "crashed"
    with engine.connect() as connection:
        add_rows(connection, [77])
        shutil.copytree(place.database.parent, crashed)
    engine.dispose()
    place.database, place.media = crashed / place.database.name, crashed / "media"
    with place.database.open("rb+") as file:
        file.seek(PAGE_BYTES * 6 + 10)
        file.write(bytes(50))
    done = place.restore(made)
    assert done.replaced.with_name(done.replaced.name + "-wal").stat().st_size > 0
    assert place.numbers() == list(range(1, 11))


def test_store_in_use_is_not_replaced(place, monkeypatch):
    monkeypatch.setattr("console.cache.restore.check_file", raise_locked)
    made = place.take()
    with pytest.raises(LockedError):
        place.restore(made)


def raise_locked(path, key):
    raise LockedError


def test_stopped_at_each_step_of_a_restore(place, failpoints, tmp_path):
    made = place.take()
    with place.store.open().connect() as connection:
        add_rows(connection, [99])
    place.store.close()
    names = steps(lambda: place.restore(made, force=True), failpoints, tmp_path, "restore")
    assert len(names) >= 6
    old = place.database.parent / "old.db"
    for name in names:
        for file in place.database.parent.glob("ban-truc.db*"):
            file.rename(old)
        engine = open_database(old, KEY, create=False)
        with engine.connect() as connection:
            connection.exec_driver_sql(
                "INSERT OR IGNORE INTO draft VALUES ('c99', 'o', 'reply', '', '{}', 99)"
            )
        engine.dispose()
        old.rename(place.database)
        failpoints(f"{name}=raise:5@1")
        with pytest.raises((OSError, StoreError)):
            place.restore(made, force=True)
        failpoints("")
        try:
            numbers = place.numbers()
        except MissingFileError:
            numbers = []
            assert list(place.database.parent.glob("*.replaced-*")), name
        assert numbers in ([], [*range(1, 11), 99], list(range(1, 11))), name
        place.restore(made, force=True)
        assert place.numbers() == list(range(1, 11)), name
