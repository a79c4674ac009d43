"""One process a profile, also after a kill."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from console.cache import lockfile
from console.cache.errors import InUseError, PlaceError
from console.cache.lockfile import InstanceLock

HOLD = """
import sys
from pathlib import Path
from console.cache.lockfile import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the lock until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(lockfile.__file__).parents[2])},
    )
    assert process.stdout.readline().strip() == b"held"
    yield process
    process.stdin.close()
    process.wait(60)
    process.stdout.close()


def test_second_instance_is_refused_and_told_who_holds(holder, tmp_path):
    with pytest.raises(InUseError) as caught:
        InstanceLock(tmp_path / "lock").acquire()
    assert f"pid {holder.pid}" in str(caught.value)


def test_lock_of_a_killed_process_is_free_and_the_kill_is_noticed(holder, tmp_path):
    holder.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
    holder.wait(60)
    with InstanceLock(tmp_path / "lock") as lock:
        assert lock.unclean
        assert lock.owner() == os.getpid()
    with InstanceLock(tmp_path / "lock") as lock:
        assert not lock.unclean


def test_second_lock_of_the_same_process_is_refused(tmp_path):
    with InstanceLock(tmp_path / "lock"), pytest.raises(InUseError):
        InstanceLock(tmp_path / "lock").acquire()
    InstanceLock(tmp_path / "lock").release()


@pytest.mark.parametrize("note", ["", "{", "[]", '{"pid": "x"}', "\x00"])
def test_spoilt_note_does_not_matter(tmp_path, note):
    (tmp_path / "lock.pid").write_text(note)
    with InstanceLock(tmp_path / "lock") as lock:
        assert lock.unclean


def test_lock_where_no_folder_can_be(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(PlaceError):
        InstanceLock(tmp_path / "file" / "lock").acquire()
