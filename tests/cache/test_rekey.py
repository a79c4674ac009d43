"""After the first password the key of before opens nothing of what is there and of what comes; killed anywhere it goes on."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from console import failpoint
from console.cache import tables as t
from console.cache.backup import back_up, is_due, list_backups
from console.cache.database import connect
from console.cache.errors import StoreError, WrongKeyError
from console.cache.key_note import note_of, obtain_key, read_note
from console.cache.keys import MEDIA, TOKEN_JOURNAL, KeyFile, SystemKeyring, create_key_file, key_id, subkey
from console.cache.opening import open_store
from console.cache.pin_file import former_key, pins_of, read_pins
from console.cache.pins import PinCost, Pins, PinSource
from console.cache.restore import restore
from console.cache.sealed import SealedFiles, SealError
from console.cache.vault import Entry, Journal
from console.domain.clock import HOUR_MS
from tests.cache.memory_keyring import MemoryKeyring, allow_memory

CHEAP = PinCost(memory_kib=8, passes=1, lanes=1)
NOW = 1_790_000_000_000
PIN, OTHER = "cao-bằng-2207", "khau-vai-1981"
FILES = {"ab" * 16: b"anh chup" * 20_000, "cd" * 16: b"", "ef" * 16: b"x"}
ENTRY = Entry(3, "lan-1", NOW, b'{"access_token": "t"}')


class Bench:
    """A store with media and an unread journal, whose key a keyring holds."""

    def __init__(self, folder, backend):
        self.path, self.backend = folder / "ban-truc.db", backend
        self.media = folder / "media"
        self.keyring = SystemKeyring(backend)
        self.pins = Pins(self.path, self.keyring, CHEAP)

    def fill(self):
        self.old = self.opened(self.keyring)
        media = SealedFiles(self.media, subkey(self.old, MEDIA))
        self.hashes = {}
        for file_id, data in FILES.items():
            with media.writer(file_id) as writer:
                writer.write(data)
                writer.commit()
                self.hashes[file_id] = writer.sha256
        Journal(self.path.parent, subkey(self.old, TOKEN_JOURNAL)).write(ENTRY)

    def opened(self, source, mark="giữ nguyên"):
        store = open_store(self.path, source, NOW, reserve_bytes=1024)
        with store.engine.connect() as connection:
            connection.execute(
                insert(t.gateway_state).prefix_with("OR REPLACE"), {"name": "mark", "value": mark}
            )
        store.engine.dispose()
        return store.key

    def by(self, officer, pin):
        return PinSource(self.pins, officer, pin, self.keyring.name)

    def require_whole(self, key):
        """The key opens all there is."""
        connection = connect(self.path, key, read_only=True)
        assert connection.execute("SELECT value FROM gateway_state WHERE name = 'mark'").fetchone() == (
            "giữ nguyên",
        )
        connection.close()
        media = SealedFiles(self.media, subkey(key, MEDIA))
        for file_id, data in FILES.items():
            assert media.read(file_id, self.hashes[file_id]) == data
        assert Journal(self.path.parent, subkey(key, TOKEN_JOURNAL)).read() == ENTRY

    def require_worthless(self, key):
        """The key opens nothing any more."""
        with pytest.raises(WrongKeyError):
            connect(self.path, key)
        media = SealedFiles(self.media, subkey(key, MEDIA))
        for file_id in FILES:
            with pytest.raises(SealError):
                media.read(file_id, self.hashes[file_id])
        assert Journal(self.path.parent, subkey(key, TOKEN_JOURNAL)).read() is None
        assert not list(self.path.parent.glob("*.rekey*")) and not list(self.media.rglob("*.part"))


@pytest.fixture
def bench(tmp_path, monkeypatch):
    made = Bench(tmp_path / "profile", allow_memory(monkeypatch))
    made.path.parent.mkdir()
    made.fill()
    yield made
    failpoint.configure("")


def test_the_key_of_before_opens_nothing_any_more(bench):
    bench.require_whole(bench.old)
    bench.pins.set_pin(bench.old, "hanh", PIN)
    new = bench.pins.unlock("hanh", PIN)
    assert new != bench.old
    bench.require_whole(bench.old)  # nobody moves a store that is open
    assert bench.opened(bench.by("hanh", PIN)) == new
    bench.require_whole(new)
    bench.require_worthless(bench.old)
    assert read_note(note_of(bench.path)).key_id == key_id(new) == read_pins(pins_of(bench.path)).key_id
    for secret in bench.backend.kept.values():
        bench.require_worthless(bytes.fromhex(secret))
    text = pins_of(bench.path).read_text()
    assert bench.old.hex() not in text and new.hex() not in text
    assert former_key(bench.path, new) == bench.old
    assert former_key(bench.path, bench.old) is None
    assert bench.opened(bench.by("hanh", PIN)) == new


def test_others_who_got_their_password_before_the_move_get_in_after_it(bench):
    bench.pins.set_pin(bench.old, "hanh", PIN)
    bench.pins.set_pin(bench.old, "tuan", OTHER)
    with pytest.raises(WrongKeyError):
        Pins(bench.path, bench.keyring, CHEAP).set_pin(bench.old, "an", OTHER)
    new = bench.opened(bench.by("tuan", OTHER))
    assert bench.pins.unlock("hanh", PIN) == new
    bench.require_whole(new)
    bench.pins.set_pin(new, "tuan", PIN)
    assert bench.opened(bench.by("tuan", PIN)) == new


def points(bench, folder):
    """Return the failpoints that one move passes, in order, on a copy of the profile."""
    copy = copied(bench, folder)
    with tempfile.TemporaryFile() as journal:
        failpoint.configure("", journal.fileno())
        copy.opened(copy.by("hanh", PIN))
        failpoint.configure("")
        journal.seek(0)
        return journal.read().decode().split()


def copied(bench, folder):
    shutil.copytree(bench.path.parent, folder)
    backend = MemoryKeyring()
    backend.kept = dict(bench.backend.kept)
    copy = Bench(folder, backend)
    copy.old, copy.hashes = bench.old, bench.hashes
    return copy


def test_failed_at_any_step_the_next_opening_goes_on(bench, tmp_path):
    bench.pins.set_pin(bench.old, "hanh", PIN)
    new = bench.pins.unlock("hanh", PIN)
    passed = points(bench, tmp_path / "dry")
    assert {
        "rekey.copy.before",
        "rekey.rename.before",
        "sealed.rename.before",
        "key_note.rename.before",
    } <= set(passed)
    for number, name in enumerate(passed, 1):
        copy = copied(bench, tmp_path / f"at-{number}")
        failpoint.configure(f"*=raise:5@{number}")
        try:
            copy.opened(copy.by("hanh", PIN))
        except (OSError, StoreError):
            pass
        finally:
            failpoint.configure("")
        assert copy.opened(copy.by("hanh", PIN)) == new, name
        copy.require_whole(new)
        copy.require_worthless(bench.old)
        shutil.rmtree(copy.path.parent)


KILLED = """
import sys
from pathlib import Path
from console.cache.opening import open_store

class Known:
    name = "a keyring"
    def load(self, entry):
        return bytes.fromhex(sys.argv[2])

open_store(Path(sys.argv[1]), Known(), 1_790_000_000_000, reserve_bytes=1024)
print("opened")
"""


@pytest.mark.parametrize(
    "point",
    [
        "rekey.copy.after=kill@1",
        "rekey.wal_unlink.after=kill@1",
        "rekey.rename.before=kill@1",
        "rekey.rename.after=kill@1",
        "sealed.rename.after=kill@2",
        "token.journal.rename.before=kill@1",
        "key_note.rename.before=kill@1",
    ],
)
def test_killed_for_real_the_next_opening_goes_on(bench, point):
    bench.pins.set_pin(bench.old, "hanh", PIN)
    new = bench.pins.unlock("hanh", PIN)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(bench.path), new.hex()],
        env={**os.environ, "BANTRUC_FAILPOINTS": point},
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        check=False,
    )
    assert done.returncode < 0 and done.stdout == b"", done.stderr
    assert bench.opened(bench.by("hanh", PIN)) == new
    bench.require_whole(new)
    bench.require_worthless(bench.old)


def test_a_damaged_file_stays_as_it_is_and_does_not_hold_the_rest_up(bench):
    spoilt = SealedFiles(bench.media, bytes(32)).path("ab" * 16)
    spoilt.write_bytes(spoilt.read_bytes()[:-5])
    kept = spoilt.read_bytes()
    bench.pins.set_pin(bench.old, "hanh", PIN)
    new = bench.opened(bench.by("hanh", PIN))
    assert spoilt.read_bytes() == kept
    assert SealedFiles(bench.media, subkey(new, MEDIA)).read("ef" * 16, bench.hashes["ef" * 16]) == b"x"


def test_backups_of_before_come_back_under_the_new_key(bench, tmp_path):
    folder = tmp_path / "backups"
    before = back_up(bench.path, bench.old, folder, bench.media, NOW)
    assert not is_due(folder, NOW + 1, bench.old)
    bench.pins.set_pin(bench.old, "hanh", PIN)
    new = bench.opened(bench.by("hanh", PIN))
    assert is_due(folder, NOW + 1, new), "the newest one is of another key"
    after = back_up(bench.path, new, folder, bench.media, NOW + HOUR_MS)
    assert (before.key_id, after.key_id) == (key_id(bench.old), key_id(new))
    assert before.media_folder != after.media_folder
    for backup in (before, after):
        place = tmp_path / backup.path.stem
        copy = Bench(place, MemoryKeyring())
        copy.hashes = bench.hashes
        args = (backup.path, new, copy.path, copy.media, NOW + HOUR_MS)
        if backup is before:
            with pytest.raises(WrongKeyError):
                restore(*args)
        done = restore(*args, former=former_key(bench.path, new))
        assert done.media == len(FILES)
        shutil.copyfile(bench.path.parent / "vault.j", place / "vault.j")
        copy.require_whole(new)
        copy.require_worthless(bench.old)
    assert {one.path for one in list_backups(folder)} == {before.path, after.path}


def test_backups_of_two_keys_rotate_each_in_its_own_folder(bench, tmp_path, monkeypatch):
    folder = tmp_path / "backups"
    before = back_up(bench.path, bench.old, folder, bench.media, NOW)
    bench.pins.set_pin(bench.old, "hanh", PIN)
    new = bench.opened(bench.by("hanh", PIN))
    monkeypatch.setattr("console.cache.backup.KEEP_HOURLY", 1)
    monkeypatch.setattr("console.cache.backup.KEEP_DAILY", 1)
    after = back_up(bench.path, new, folder, bench.media, NOW + HOUR_MS)
    assert [one.path for one in list_backups(folder)] == [after.path]
    assert not any(file.is_file() for file in (folder / before.media_folder).rglob("*"))
    assert len([file for file in (folder / after.media_folder).rglob("*") if file.is_file()]) == len(FILES)
    again = back_up(bench.path, new, folder, bench.media, NOW + 2 * HOUR_MS)
    assert again.media_folder == after.media_folder


@pytest.mark.parametrize("name", ["../x", "media/..", "", "media-xyz", 3])
def test_a_manifest_names_no_folder_elsewhere(bench, tmp_path, name):
    made = back_up(bench.path, bench.old, tmp_path / "backups", bench.media, NOW)
    data = json.loads(made.manifest.read_text())
    data["media_folder"] = name
    made.manifest.write_text(json.dumps(data))
    assert list_backups(tmp_path / "backups") == []
    del data["media_folder"]  # a manifest of before
    made.manifest.write_text(json.dumps(data))
    assert list_backups(tmp_path / "backups")[0].media_folder == "media"


def test_a_store_with_a_key_file_keeps_its_key(bench, tmp_path):
    file = tmp_path / "store.key"
    create_key_file(file)
    path = tmp_path / "server" / "ban-truc.db"
    path.parent.mkdir()
    store = open_store(path, KeyFile(file), NOW, reserve_bytes=1024)
    store.engine.dispose()
    pins = Pins(path, bench.keyring, CHEAP)
    pins.set_pin(store.key, "hanh", PIN)
    assert pins.unlock("hanh", PIN) == store.key
    assert read_pins(pins_of(path)).former == ""
    for source in (PinSource(pins, "hanh", PIN, "keyring"), KeyFile(file)):
        assert obtain_key(source, path) == store.key


def test_a_file_of_before_without_a_former_key_opens_as_it_did(bench):
    bench.pins.set_pin(bench.old, "hanh", PIN)
    new = bench.opened(bench.by("hanh", PIN))
    data = json.loads(pins_of(bench.path).read_text())
    del data["former"]
    pins_of(bench.path).write_text(json.dumps(data))
    assert bench.opened(bench.by("hanh", PIN)) == new
    connection = connect(bench.path, new)
    row = connection.execute(
        str(select(t.gateway_state.c.value).where(t.gateway_state.c.name == "mark")), ["mark"]
    )
    assert row.fetchone() == ("giữ nguyên",)
    connection.close()
