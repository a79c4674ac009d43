"""What a kill leaves beside an export goes at the next one; what is not provably that stays."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from console.app.unpacking import unpack
from console.cache import leftovers
from console.cache.parcel import ParcelWriter
from tests.app.test_unpacking import made
from tests.cache.test_parcel import CHEAP, KILLED, SECRET, closed
from tests.parcels import PHRASE

ROOT = Path(__file__).resolve().parents[2]
OLD = (1_000_000_000, 1_000_000_000)
"""Access and change time, seconds since 1970: before anything a test begins."""


@pytest.fixture(scope="module")
def killed_once(tmp_path_factory):
    tmp_path = tmp_path_factory.mktemp("export")
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path / "a.btx"), SECRET.decode()],
        env=os.environ | {"BANTRUC_FAILPOINTS": "parcel.rename.before=kill@1"},
        check=False,
        timeout=60,
    )
    assert done.returncode == -signal.SIGKILL
    return tmp_path


@pytest.fixture
def killed(killed_once, tmp_path):
    """Return the folder in which an export was killed, and what that left, as if of long ago."""
    place = shutil.copytree(killed_once, tmp_path / "stick")
    (left,) = place.iterdir()
    os.utime(left, OLD)
    return place, left


def test_the_next_export_into_the_folder_takes_it_away_and_nothing_else(killed):
    place, left = killed
    head = left.read_bytes()[:61]
    others = {
        "a.btx.0123abcd.part": b"somebody's own, called alike",
        "b.btx.0123abcd.part": head[:60],  # too little to be told
        "c.btx.0123abcd.part": b"BTX1" + bytes(57),  # no cost that an export has
        "d.btx.0123ABCD.part": head,
        "e.btx.part": head,
        "whole.btx": left.read_bytes(),
    }
    for name, data in others.items():
        (place / name).write_bytes(data)
        os.utime(place / name, OLD)
    (place / "link.0123abcd.part").symlink_to(place / "whole.btx")
    os.utime(place / "link.0123abcd.part", OLD, follow_symlinks=False)
    (place / "new.0123abcd.part").write_bytes(head)
    os.utime(place / "new.0123abcd.part", (2**33, 2**33))
    closed(place / "z.btx", b"next")
    names = sorted(path.name for path in place.iterdir())
    assert names == sorted([*others, "link.0123abcd.part", "new.0123abcd.part", "z.btx"])
    for name, data in others.items():
        assert (place / name).read_bytes() == data


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
def test_what_is_still_being_written_stays(tmp_path):
    with ParcelWriter(tmp_path / "a.btx", SECRET, CHEAP) as slow:
        slow.write(b"x" * 100_000)
        slow._file.flush()
        (unfinished,) = tmp_path.iterdir()
        os.utime(unfinished, OLD)
        closed(tmp_path / "b.btx", b"next")
        assert unfinished.exists()
        slow.commit()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.btx", "b.btx"]


def test_a_leftover_that_cannot_be_removed_stops_no_export(killed, failpoints):
    place, left = killed
    failpoints("leftover.file_unlink.before=raise:13@1")
    closed(place / "z.btx", b"next")
    assert sorted(path.name for path in place.iterdir()) == sorted([left.name, "z.btx"])


UNPACKED = """
from pathlib import Path
from sys import argv
import console.app.unpacking as unpacking
from console.domain.pass_phrase import taken
from tests.parcels import TYPED
copy, names = unpacking._copy, []
def killing(archive, item, target, path):
    copy(archive, item, target, path)
    import os, signal
    os.kill(os.getpid(), signal.SIGKILL)
unpacking._copy = killing
unpacking.unpack(Path(argv[1]), taken(TYPED), Path(argv[2]))
"""


@pytest.fixture(scope="module")
def cut_once(tmp_path_factory):
    tmp_path = tmp_path_factory.mktemp("opening")
    path = tmp_path / "a.btx"
    made(path, [("a.txt", b"canary"), ("b.txt", b"canary")])
    done = subprocess.run(
        [sys.executable, "-c", UNPACKED, str(path), str(tmp_path / "out")], cwd=ROOT, check=False, timeout=60
    )
    assert done.returncode == -signal.SIGKILL
    (left,) = (one for one in tmp_path.iterdir() if one != path)
    assert sorted(one.name for one in left.iterdir()) == ["a.txt", "manifest.json"]
    return tmp_path


@pytest.fixture
def cut(cut_once, tmp_path):
    """Return an export file, and the folder that a killed opening of it left in the clear."""
    place = shutil.copytree(cut_once, tmp_path / "stick")
    (left,) = place.glob("*.part")
    return place / "a.btx", left


def age(folder):
    os.utime(folder, OLD)


def test_the_next_opening_takes_the_folder_of_a_killed_one_away(cut):
    path, left = cut
    age(left)
    unpack(path, PHRASE, path.with_name("other"))
    assert sorted(one.name for one in path.parent.iterdir()) == ["a.btx", "other"]
    assert (path.parent / "other" / "b.txt").read_bytes() == b"canary"


@pytest.mark.parametrize(
    "what", ["strange file", "folder inside", "no manifest", "other manifest", "newer", "held"]
)
def test_a_folder_that_is_not_provably_a_killed_opening_stays(cut, what):
    path, left = cut
    if what == "strange file":
        (left / "mine.txt").write_text("mine")
    elif what == "folder inside":
        (left / "b.txt").mkdir()
    elif what == "no manifest":
        (left / "manifest.json").unlink()
    elif what == "other manifest":
        (left / "manifest.json").write_text(json.dumps({"files": [{"name": "a.txt"}]}))
    if what == "newer":
        os.utime(left, (2**33, 2**33))
    else:
        age(left)
    held = leftovers.hold_folder(left) if what == "held" else None
    before = sorted(one.name for one in left.iterdir())
    unpack(path, PHRASE, path.with_name("other"))
    if held is not None:
        os.close(held)
    assert sorted(one.name for one in left.iterdir()) == before
