"""The key: made once, kept only where it is safe, and never replaced behind a file that needs it."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringLocked

from console.cache import keys
from console.cache.errors import (
    AlreadyThereError,
    KeyFileError,
    KeyringError,
    MissingFileError,
    MissingKeyError,
    StoreError,
    WrongKeyError,
)
from console.cache.key_note import adopt_key
from console.cache.keys import KeyFile, SystemKeyring, create_key_file, key_id, subkey, write_key_file
from console.cache.opening import open_store
from tests.cache.conftest import KEY, NOW_MS, add_rows, draft_numbers
from tests.cache.memory_keyring import MemoryKeyring, allow_memory


@pytest.fixture
def memory(monkeypatch):
    return allow_memory(monkeypatch)


@pytest.fixture
def opened(tmp_path):
    """Open stores in one folder and close them at the end."""
    engines = []

    def make(source):
        store = open_store(tmp_path / "ban-truc.db", source, NOW_MS, reserve_bytes=1024)
        engines.append(store.engine)
        return store

    yield make
    for engine in engines:
        engine.dispose()


def test_first_run_keeps_one_key_and_later_runs_find_it(opened, memory, tmp_path):
    source = SystemKeyring(memory)
    first = opened(source)
    assert first.created
    with first.engine.connect() as connection:
        add_rows(connection, [1])
    first.engine.dispose()
    again = opened(SystemKeyring(memory))
    assert not again.created
    with again.engine.connect() as connection:
        assert draft_numbers(connection) == [1]
    assert again.key == first.key
    ((service, entry), text) = next(iter(memory.kept.items()))
    assert (service, len(memory.kept)) == ("ban-truc", 1)
    assert bytes.fromhex(text) == first.key
    note = json.loads((tmp_path / "key.json").read_text())
    assert note == {"entry": entry, "source": source.name, "key_id": key_id(first.key), "created": True}
    for file in tmp_path.iterdir():
        assert first.key not in file.read_bytes()
        assert first.key.hex().encode() not in file.read_bytes()
    assert first.key.hex() not in repr(first)
    assert repr(first.key) not in repr(first)


def test_missing_key_with_an_existing_file_never_makes_a_new_one(opened, memory, tmp_path):
    opened(SystemKeyring(memory)).engine.dispose()
    before = (tmp_path / "ban-truc.db").read_bytes()
    memory.kept.clear()
    with pytest.raises(MissingKeyError):
        opened(SystemKeyring(memory))
    assert memory.kept == {}
    assert (tmp_path / "ban-truc.db").read_bytes() == before


def test_missing_note_with_an_existing_file(opened, memory, tmp_path):
    opened(SystemKeyring(memory)).engine.dispose()
    (tmp_path / "key.json").unlink()
    with pytest.raises(MissingKeyError):
        opened(SystemKeyring(memory))


@pytest.mark.parametrize(
    "text", ["", "[]", '{"entry": 1}', "{", '{"entry": "a", "source": "", "key_id": "", "created": 1}']
)
def test_spoilt_note(opened, memory, tmp_path, text):
    opened(SystemKeyring(memory)).engine.dispose()
    (tmp_path / "key.json").write_text(text)
    with pytest.raises(MissingKeyError):
        opened(SystemKeyring(memory))


def test_lost_file_is_not_replaced_by_an_empty_one(opened, memory, tmp_path):
    opened(SystemKeyring(memory)).engine.dispose()
    (tmp_path / "ban-truc.db").unlink()
    with pytest.raises(MissingFileError):
        opened(SystemKeyring(memory))
    assert not (tmp_path / "ban-truc.db").exists()


def test_changed_key_is_told_from_a_damaged_file(opened, memory, tmp_path):
    opened(SystemKeyring(memory)).engine.dispose()
    (entry,) = memory.kept
    memory.kept[entry] = bytes(32).hex()
    with pytest.raises(WrongKeyError):
        opened(SystemKeyring(memory))
    memory.kept[entry] = "not a key"
    with pytest.raises(KeyringError):
        opened(SystemKeyring(memory))


@pytest.mark.parametrize(
    "trouble", [KeyringLocked("locked"), RuntimeError("bus"), OSError("gone"), KeyError("odd")]
)
def test_a_keyring_in_trouble_is_not_an_empty_one(opened, memory, trouble):
    memory.trouble = trouble
    with pytest.raises(KeyringError) as caught:
        opened(SystemKeyring(memory))
    assert "--key-file" in str(caught.value)
    memory.trouble = None
    assert memory.kept == {}


def test_first_run_that_was_killed_is_taken_up_again(opened, memory, tmp_path, failpoints):
    stops = ["key_note.rename.before", "key.save.before", "key.save.after", "create.fsync.before"]
    stops += ["create.rename.before", "create.rename.after", "key_note.rename.after"]
    for stop in stops:
        failpoints(f"{stop}=raise:5@1")
        with pytest.raises((OSError, StoreError)):
            opened(SystemKeyring(memory))
    failpoints("")
    with opened(SystemKeyring(memory)).engine.connect() as connection:
        assert draft_numbers(connection) == []
    assert len(memory.kept) == 1


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, chainer.ChainerBackend, MemoryKeyring])
def test_back_ends_that_are_refused(backend):
    with pytest.raises(KeyringError) as caught:
        SystemKeyring(backend())
    assert backend.__name__ in str(caught.value)


def test_a_subclass_of_an_allowed_back_end_is_refused():
    from keyring.backends.SecretService import Keyring

    with pytest.raises(KeyringError):
        SystemKeyring(type("Keyring", (Keyring,), {"__module__": "somewhere"})())


def test_environment_cannot_choose_the_back_end(monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    if sys.platform == "linux":
        with pytest.raises(KeyringError) as caught:
            SystemKeyring()
        assert "--key-file" in str(caught.value)


# --- key files ------------------------------------------------------------------------------------------------------


def test_key_file(tmp_path, opened):
    path = tmp_path / "khoa"
    made = create_key_file(path)
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    store = opened(KeyFile(path))
    assert key_id(store.key) == made
    assert store.key.hex() == path.read_text().strip()
    with pytest.raises(AlreadyThereError):
        create_key_file(path)


def test_key_moves_from_a_file_to_a_keyring_and_back(tmp_path, opened, memory):
    """As on a new machine: restore with the key file that was kept, then let the keyring hold the key."""
    create_key_file(tmp_path / "khoa")
    store = opened(KeyFile(tmp_path / "khoa"))
    store.engine.dispose()
    database = tmp_path / "ban-truc.db"
    adopt_key(SystemKeyring(memory), database, store.key)
    adopt_key(SystemKeyring(memory), database, store.key)
    (tmp_path / "khoa").unlink()
    again = opened(SystemKeyring(memory))
    assert again.key == store.key
    again.engine.dispose()
    with pytest.raises(WrongKeyError):
        adopt_key(SystemKeyring(memory), database, bytes(32))
    write_key_file(tmp_path / "cat giu", again.key)
    memory.kept.clear()
    assert opened(KeyFile(tmp_path / "cat giu")).key == store.key


def test_named_key_file_must_exist(tmp_path, opened):
    with pytest.raises(KeyFileError):
        opened(KeyFile(tmp_path / "khoa"))
    assert not (tmp_path / "khoa").exists()
    assert not (tmp_path / "ban-truc.db").exists()


def test_demo_makes_its_key_file_once(tmp_path, opened):
    source = KeyFile(tmp_path / "khoa", may_create=True)
    opened(source).engine.dispose()
    (tmp_path / "khoa").unlink()
    with pytest.raises(MissingKeyError):
        opened(source)


@pytest.mark.parametrize("text", ["", "zz" * 32, "ab" * 31, "ab" * 33, "ab" * 32 + "\nab", "\x00" * 64])
def test_malformed_key_file(tmp_path, text):
    path = tmp_path / "khoa"
    path.write_text(text)
    path.chmod(0o600)
    with pytest.raises(KeyFileError):
        KeyFile(path).load("")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o700 | 0o010])
def test_key_file_open_to_others(tmp_path, mode):
    path = tmp_path / "khoa"
    create_key_file(path)
    path.chmod(mode)
    with pytest.raises(KeyFileError):
        KeyFile(path).load("")


def test_key_file_that_is_a_folder(tmp_path):
    with pytest.raises(KeyFileError):
        KeyFile(tmp_path).load("")


# --- derived keys ---------------------------------------------------------------------------------------------------


def test_subkeys_differ_and_stay():
    made = {purpose: subkey(KEY, purpose) for purpose in ("media", "vault-journal", "key-id")}
    assert len({*made.values(), KEY}) == 4
    assert all(len(value) == 32 for value in made.values())
    # Fixed for ever: sealed files of old versions must open.
    assert subkey(KEY, "media").hex() == "81f194963cd16068d81f0b784922e653b708a4fd32cf9379645d01c20212ac12"


# --- a real Secret Service -----------------------------------------------------------------------------------------

SECRET_SERVICE = """
import sys
from pathlib import Path
from console.cache.keys import SystemKeyring
from console.cache.opening import open_store
source = SystemKeyring()
assert source.name == "keyring.backends.SecretService.Keyring", source.name
folder = Path(sys.argv[1])
first = open_store(folder / "ban-truc.db", source, 0, reserve_bytes=1024)
first.engine.dispose()
second = open_store(folder / "ban-truc.db", SystemKeyring(), 0, reserve_bytes=1024)
second.engine.dispose()
assert first.created and not second.created and first.key == second.key
print("same key")
"""


@pytest.mark.skipif(
    not (which("gnome-keyring-daemon") and which("dbus-run-session")),
    reason="gnome-keyring or dbus is not installed",
)
def test_real_secret_service(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(SECRET_SERVICE)
    shell = 'printf "mat khau" | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec "$@"'
    home = tmp_path / "home"
    home.mkdir()
    environment = {
        **{
            name: value for name, value in os.environ.items() if not name.startswith(("DBUS", "XDG", "GNOME"))
        },
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "PYTHONPATH": str(Path(keys.__file__).parents[2]),
    }
    home.chmod(0o700)
    command = ["dbus-run-session", "--", "sh", "-c", shell, "sh", sys.executable, str(script), str(tmp_path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip() == "same key", done.stderr[-2000:]
