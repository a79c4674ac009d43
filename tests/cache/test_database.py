"""Opening the encrypted file: the profile, each refusal, and what a full disk or a damaged page does."""

import math
import os
import re
import shutil
import stat
import subprocess
import sys
import threading
from collections import Counter
from contextlib import contextmanager

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError

from console.cache import database, place
from console.cache.database import PAGE_BYTES, PLAIN_HEADER, open_database, read_engine
from console.cache.errors import (
    AlreadyThereError,
    CorruptedError,
    DiskFullError,
    LockedError,
    MissingFileError,
    NetworkShareError,
    NotEncryptedError,
    PlaceError,
    StoreError,
    WrongKeyError,
    known_error,
)
from console.cache.place import Reserve, mount_type
from console.cache.tables import draft
from console.cache.upkeep import check_file, purge_traces
from tests.cache.conftest import KEY, add_rows, draft_numbers

CANARY = "Nguyễn Thị Chim Hoàng Yến 0912345678"


def plain_pages(path, key=KEY):
    """Decrypt every page as SQLCipher 4 lays it out: AES-256-CBC, 16 bytes IV and 64 bytes HMAC at the page's end."""
    data, plain = path.read_bytes(), b""
    for start in range(0, len(data), PAGE_BYTES):
        page = data[start : start + PAGE_BYTES]
        body, vector = page[16 if start == 0 else 0 : -80], page[-80:-64]
        decryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
        plain += decryptor.update(body) + decryptor.finalize()
    return plain


def entropy(data):
    counts = Counter(data)
    return -sum(n / len(data) * math.log2(n / len(data)) for n in counts.values())


def test_profile_is_what_sqlite_reads_back(store_file):
    with store_file.open().connect() as connection:
        value = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in (
                *(
                    "journal_mode",
                    "synchronous",
                    "foreign_keys",
                    "secure_delete",
                    "trusted_schema",
                    "temp_store",
                ),
                *("busy_timeout", "cell_size_check", "auto_vacuum", "query_only"),
            )
        }
        assert connection.exec_driver_sql("PRAGMA cipher_version").scalar()
    assert value == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "temp_store": 2,
        "busy_timeout": 5000,
        "cell_size_check": 1,
        "auto_vacuum": 1,
        "query_only": 0,
    }


def test_a_profile_that_does_not_hold_is_not_handed_out(store_file, monkeypatch):
    monkeypatch.setattr(database, "_ALWAYS", (*database._ALWAYS, ("secure_delete", "FAST", 1)))
    with pytest.raises(RuntimeError, match="secure_delete"):
        store_file.open()


def test_only_the_user_may_read_the_file(store_file, tmp_path):
    path = tmp_path / "new.db"
    open_database(path, KEY, create=True).dispose()
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_is_plain_on_disk(store_file):
    """Header, pages and write-ahead log (threats T02)."""
    engine = store_file.open()
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        connection.execute(insert(draft).values(case_id="c", officer="o", mode="reply", text=CANARY, at=1))
        connection.exec_driver_sql("COMMIT")
        for file in store_file.path.parent.iterdir():
            assert CANARY.encode() not in file.read_bytes(), file.name
    engine.dispose()
    data = store_file.path.read_bytes()
    assert not data.startswith(PLAIN_HEADER)
    assert CANARY.encode() not in data
    assert CANARY.encode() in plain_pages(store_file.path)
    for start in range(0, len(data), PAGE_BYTES):
        assert entropy(data[start : start + PAGE_BYTES]) > 7.9


def test_the_key_is_in_no_text_about_the_engine(store_file):
    engine = store_file.open()
    texts = [repr(engine), str(engine.url), repr(engine.pool), repr(engine.dialect)]
    with engine.connect() as connection, pytest.raises(DBAPIError) as caught:
        connection.exec_driver_sql("SELECT nonsense FROM nowhere WHERE a = ?", (CANARY,))
    texts.append(str(caught.value))
    assert not any(KEY.hex() in text or CANARY in text for text in texts)


def test_the_driver_never_begins_by_itself(store_file):
    """A write outside BEGIN is its own transaction; a reader sees it at once."""
    reader = store_file.open(read_only=True)
    with store_file.open().connect() as connection:
        connection.execute(insert(draft).values(case_id="c", officer="o", mode="reply", text="", at=7))
        with reader.connect() as other:
            assert draft_numbers(other) == [7]


def test_reader_sees_commits_and_cannot_write(store_file):
    writer, reader = store_file.open(), read_engine(store_file.path, KEY)
    store_file.engines.append(reader)
    with writer.connect() as connection:
        add_rows(connection, [1])
        with reader.connect() as other:
            assert draft_numbers(other) == [1]
        add_rows(connection, [2])
    with reader.connect() as other:
        assert draft_numbers(other) == [1, 2]
        with pytest.raises(DBAPIError, match="readonly"):
            other.exec_driver_sql("DELETE FROM draft")


def test_one_connection_goes_to_one_thread_at_a_time(store_file):
    engine = store_file.open()
    order = []

    def other():
        with engine.connect() as connection:
            order.append("other")
            add_rows(connection, [2])

    with engine.connect() as connection:
        thread = threading.Thread(target=other)
        thread.start()
        add_rows(connection, [1])
        order.append("first")
    thread.join(60)
    assert order == ["first", "other"]


# --- refusals: the file stays as it is ------------------------------------------------------------------------------


def assert_refused(store, error, *, key=KEY, create=False):
    before = {file.name: file.read_bytes() for file in store.path.parent.iterdir()}
    with pytest.raises(error):
        open_database(store.path, key, create=create)
    assert {file.name: file.read_bytes() for file in store.path.parent.iterdir()} == before


def test_wrong_key(store_file):
    assert_refused(store_file, WrongKeyError, key=bytes(32))


def test_key_of_wrong_length(store_file):
    with pytest.raises(ValueError, match="32"):
        open_database(store_file.path, b"short", create=False)


def test_missing_file_is_not_made(tmp_path):
    with pytest.raises(MissingFileError):
        open_database(tmp_path / "none.db", KEY, create=False)
    assert list(tmp_path.iterdir()) == []


def test_existing_file_is_not_created_over(store_file):
    assert_refused(store_file, AlreadyThereError, create=True)


def test_file_is_not_created_beside_an_old_log(store_file):
    store_file.path.rename(store_file.path.with_name("ban-truc.db-wal"))
    assert_refused(store_file, AlreadyThereError, create=True)


def test_plain_file(store_file):
    plain = database.dbapi2.connect(str(store_file.path.with_name("plain.db")))
    plain.execute("CREATE TABLE t (a)")
    plain.commit()
    plain.close()
    shutil.move(store_file.path.with_name("plain.db"), store_file.path)
    assert_refused(store_file, NotEncryptedError)


def test_driver_without_cipher(store_file, monkeypatch):
    monkeypatch.setattr(database, "_value", lambda connection, pragma: None)
    assert_refused(store_file, NotEncryptedError)


@pytest.mark.parametrize("size", [0, 1, PAGE_BYTES - 1])
def test_file_without_a_whole_page(store_file, size):
    os.truncate(store_file.path, size)
    assert_refused(store_file, CorruptedError)


def test_damaged_first_page_cannot_be_told_from_a_wrong_key(store_file):
    flip(store_file.path, 100)
    assert_refused(store_file, WrongKeyError)


def test_damaged_page_is_named_and_the_connection_given_up(store_file):
    store_file.fill(200)
    flip(store_file.path, store_file.path.stat().st_size - 5 * PAGE_BYTES + 100)
    with pytest.raises(CorruptedError, match="cipher_integrity_check"):
        database_check(store_file)
    engine = store_file.open()
    with engine.connect() as connection, pytest.raises(CorruptedError):
        connection.exec_driver_sql("SELECT max(length(text)) FROM draft").all()
    # What is sound can still be read, but nobody writes any more until the file was checked or replaced.
    with pytest.raises(CorruptedError), engine.connect():
        pass
    with store_file.open(read_only=True).connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM quota").scalar() == 0


def test_cut_file(store_file):
    store_file.fill(200)
    os.truncate(store_file.path, store_file.path.stat().st_size - 3 * PAGE_BYTES)
    with pytest.raises(StoreError):
        database_check(store_file)


def database_check(store):
    check_file(store.path, store.key)


def flip(path, offset):
    with path.open("rb+") as file:
        file.seek(offset)
        byte = file.read(1)
        file.seek(offset)
        file.write(bytes([byte[0] ^ 1]))


def crash_copy(store, folder):
    """The files as a killed process leaves them, with the last commits in the log only."""
    engine = store.open()
    with engine.connect() as connection:
        for number in range(1, 6):
            add_rows(connection, [number])
        folder.mkdir()
        for file in store.path.parent.iterdir():
            shutil.copyfile(file, folder / file.name)
    engine.dispose()
    store.path = folder / store.path.name


def test_log_of_a_killed_process_is_replayed(store_file, tmp_path):
    crash_copy(store_file, tmp_path / "crashed")
    with store_file.open().connect() as connection:
        assert draft_numbers(connection) == [1, 2, 3, 4, 5]
    database_check(store_file)


def test_deleted_shared_memory_file_loses_nothing(store_file, tmp_path):
    crash_copy(store_file, tmp_path / "crashed")
    store_file.path.with_name("ban-truc.db-shm").unlink()
    with store_file.open().connect() as connection:
        assert draft_numbers(connection) == [1, 2, 3, 4, 5]


def test_cut_log_ends_at_a_commit(store_file, tmp_path):
    crash_copy(store_file, tmp_path / "crashed")
    log = store_file.path.with_name("ban-truc.db-wal")
    whole, base = log.read_bytes(), store_file.path.read_bytes()
    seen = set()
    for size in range(0, len(whole), 1024):
        for file in store_file.path.parent.iterdir():
            file.unlink()
        store_file.path.write_bytes(base)
        log.write_bytes(whole[:size])
        engine = store_file.open()
        with engine.connect() as connection:
            numbers = draft_numbers(connection)
        engine.dispose()
        assert numbers == list(range(1, len(numbers) + 1)), size
        seen.add(len(numbers))
    assert seen == {0, 1, 2, 3, 4} or seen == {0, 1, 2, 3, 4, 5}


def test_second_writer_waits_and_then_says_so(store_file, monkeypatch):
    monkeypatch.setattr(database, "_ALWAYS", tuple(x for x in database._ALWAYS if x[0] != "busy_timeout"))
    first, second = store_file.open(), store_file.open()
    with first.connect() as holder, second.connect() as waiter:
        waiter.exec_driver_sql("PRAGMA busy_timeout = 20")
        holder.exec_driver_sql("BEGIN IMMEDIATE")
        with pytest.raises(LockedError):
            waiter.exec_driver_sql("BEGIN IMMEDIATE")
        holder.exec_driver_sql("ROLLBACK")
        waiter.exec_driver_sql("BEGIN IMMEDIATE")
        waiter.exec_driver_sql("ROLLBACK")


def roll_back(connection):
    """SQLite has rolled a full disk back by itself, mostly."""
    if database.driver_of(connection).in_transaction:
        connection.exec_driver_sql("ROLLBACK")


def test_full_disk_refuses_the_commit_and_gives_the_reserve_back(store_file):
    store_file.fill(20)
    reserve = Reserve(store_file.path.with_name("reserve"), 64 * 1024)
    assert reserve.hold()
    engine = store_file.open()
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DiskFullError):
            add_rows(connection, range(100, 200), size=4000)
        roll_back(connection)
        assert draft_numbers(connection) == list(range(1, 21))
        assert not reserve.held
        # There is room again.
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 1000}")
        add_rows(connection, [100])
    engine.dispose()
    database_check(store_file)


@contextmanager
def mounted(folder, options):
    """A small file system of the test's own; for root on Linux."""
    folder.mkdir()
    done = subprocess.run(
        ["/bin/mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("mount is not allowed here")
    try:
        yield folder
    finally:
        subprocess.run(["/bin/umount", "-l", str(folder)], check=True)


needs_mount = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="mounts a tmpfs, which takes root on Linux"
)


@needs_mount
def test_really_full_disk(store_file, tmp_path):
    """Acknowledged rows survive, and the freed reserve lets the small write through that says what happened."""
    with mounted(tmp_path / "small", "size=3m") as small:
        shutil.copyfile(store_file.path, small / "ban-truc.db")
        reserve = Reserve(small / "reserve", 256 * 1024)
        assert reserve.hold()
        engine = open_database(small / "ban-truc.db", KEY, create=False)
        done = []
        with engine.connect() as connection:
            with pytest.raises(DiskFullError):
                for number in range(5000):
                    add_rows(connection, [number], size=2000)
                    done.append(number)
            roll_back(connection)
            assert done
            assert draft_numbers(connection) == done
            assert not reserve.held
            add_rows(connection, [9999], size=10)
        engine.dispose()
        store_file.path = small / "ban-truc.db"
        database_check(store_file)


@needs_mount
def test_read_only_disk(store_file, tmp_path):
    with mounted(tmp_path / "small", "ro,size=3m") as small, pytest.raises(PlaceError):
        open_database(small / "new.db", KEY, create=True)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_folder_that_cannot_be_written(store_file):
    store_file.path.parent.chmod(0o500)
    try:
        with pytest.raises(PlaceError):
            open_database(store_file.path.with_name("new.db"), KEY, create=True)
    finally:
        store_file.path.parent.chmod(0o700)


def test_folder_that_is_not_there(tmp_path):
    with pytest.raises(PlaceError):
        open_database(tmp_path / "no" / "new.db", KEY, create=True)


# --- place ----------------------------------------------------------------------------------------------------------

MOUNTS = """22 1 0:20 / / rw - ext4 /dev/sda1 rw
30 22 0:30 / /mnt/chung rw,relatime - cifs //server/chung rw
31 22 0:31 / /mnt/c\\303\\264ng\\040an rw - nfs4 server:/x rw
32 30 0:32 / /mnt/chung/may rw - xfs /dev/sdb1 rw
33 22 0:33 / /home/a\\040b rw - fuse.sshfs a@b: rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/x", "ext4"),
        ("/mnt/chung/kho", "cifs"),
        ("/mnt/chung/may/kho", "xfs"),
        ("/home/a b/kho", "fuse.sshfs"),
    ],
)
def test_mount_type(path, kind):
    assert mount_type(MOUNTS, place.Path(path)) == kind


def test_network_share_is_refused(store_file, monkeypatch):
    monkeypatch.setattr(place, "mount_type", lambda mounts, path: "nfs4")
    if sys.platform == "linux":
        assert_refused(store_file, NetworkShareError)


def test_reserve_takes_real_room_and_is_given_back(tmp_path):
    reserve = Reserve(tmp_path / "reserve", 3 * 1024 * 1024 + 5)
    assert reserve.hold() and reserve.hold() and reserve.held
    assert reserve.path.stat().st_size == reserve.size
    assert reserve.release() and not reserve.release() and not reserve.held


def test_reserve_is_not_taken_from_a_small_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(place, "free_bytes", lambda folder: 63 * 1024 * 1024)
    assert not Reserve(tmp_path / "reserve").hold()
    assert not list(tmp_path.iterdir())


def test_reserve_that_fails_half_way_leaves_nothing(tmp_path, failpoints):
    failpoints("reserve.write.after=raise:28@1")
    assert not Reserve(tmp_path / "reserve", 1024).hold()
    assert not list(tmp_path.iterdir())


def test_every_text_says_what_is_safe_and_what_to_do():
    seen = 0
    kinds = [StoreError]
    while kinds:
        kind = kinds.pop()
        kinds.extend(kind.__subclasses__())
        if kind is not StoreError:
            assert re.search("[Hh]ãy", kind.TEXT), kind
            assert len(kind.TEXT) > 60 and kind.KIND != "store"
            seen += 1
    assert seen >= 15


def test_a_bug_is_not_a_known_trouble():
    assert known_error(ValueError("x")) is None
    connection = database.dbapi2.connect(":memory:")
    with pytest.raises(database.dbapi2.OperationalError) as caught:
        connection.execute("SELECT nonsense")
    assert known_error(caught.value) is None
    connection.close()


# --- erased data (threats T22) --------------------------------------------------------------------------------------


def test_purged_rows_leave_no_trace(store_file):
    engine = store_file.open()
    with engine.connect() as connection:
        for batch in range(10):
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            for number in range(batch * 100, batch * 100 + 100):
                words = f"tin so {number}" + (f" hoangyen{number}chim" if number % 25 == 0 else "")
                connection.exec_driver_sql(
                    "INSERT INTO search_text (rowid, folded) VALUES (?, ?)", (number + 1, words)
                )
                connection.exec_driver_sql(
                    "INSERT INTO draft (case_id, officer, mode, text, at) VALUES (?, 'o', 'reply', ?, ?)",
                    (f"c{number}", words, number),
                )
            connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
        assert b"hoangyen" in plain_pages(store_file.path)
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        for number in range(0, 1000, 25):
            connection.exec_driver_sql("DELETE FROM search_text WHERE rowid = ?", (number + 1,))
            connection.exec_driver_sql("DELETE FROM draft WHERE at = ?", (number,))
        connection.exec_driver_sql("COMMIT")
    purge_traces(engine)
    pages = plain_pages(store_file.path)
    assert pages.count(b"hoangyen") == 0
    assert pages.count(b"chim") == 0
    assert pages.count(b"tin so 999") > 0
    assert store_file.path.with_name("ban-truc.db-wal").stat().st_size == 0
    with engine.connect() as connection:
        found = connection.exec_driver_sql(
            "SELECT rowid FROM search_text WHERE search_text MATCH 'so AND 999'"
        ).all()
        assert found == [(1000,)]
        connection.exec_driver_sql("INSERT INTO search_text (search_text) VALUES ('integrity-check')")


def test_purge_says_when_a_reader_keeps_the_log(store_file):
    engine, reader = store_file.open(), store_file.open(read_only=True)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 20")
        add_rows(connection, [1])
    with reader.connect() as other:
        other.exec_driver_sql("BEGIN")
        other.exec_driver_sql("SELECT count(*) FROM draft").all()
        with engine.connect() as connection:
            add_rows(connection, [2])
        with pytest.raises(LockedError):
            purge_traces(engine)
        other.exec_driver_sql("ROLLBACK")
    purge_traces(engine)
