"""An export on its way out and back: nothing of it in the clear on any disk, and nothing but what it lists comes out (T09, T12)."""

import hashlib
import json
import os
import sys
import tempfile
import zipfile

import pytest
from sqlalchemy import select

from console.actions import exporting, packing
from console.app.packet import with_papers
from console.app.unpacking import unpack
from console.cache import tables as t
from console.cache.errors import ParcelError, TargetFullError, TargetPlaceError
from console.cache.parcel import ParcelWriter
from console.domain import events as e
from tests.parcels import CHEAP, PHRASE, cheap_guesses, manifest

STORY = "nhà bên bán ma túy ở tổ 5, canary 7731"
CLEAR = (STORY.encode(), b"canary", b"sha256_of_text", b"messages.json", b"%PDF-1.")
"""What must never lie on a disk, with the first bytes of each picture; long enough that no ciphertext has it by chance."""


@pytest.fixture
def case(console, monkeypatch):
    cheap_guesses(monkeypatch)
    console.says("an", STORY)
    console.says("an", "", type="image")
    for _ in range(4):
        console.gateway.media.tick()
    with console.workspace.store.write() as tx:
        case_id = tx.connection.execute(select(t.case.c.case_id)).scalar_one()
        due = console.clock.now_ms() + 60_000
        tx.add(case_id, e.CaseTransferred("t1", "PC04", "ma túy", due), actor="hanh", unit="TB-CAT")
    console.settle()
    return case_id


class _Opened:
    """Notes what the process opens for writing, while it is told to."""

    def __init__(self):
        self.paths = None
        sys.addaudithook(self._hook)

    def _hook(self, event, args):
        if self.paths is not None and event == "open":
            path, _mode, flags = args
            # A number is a descriptor that was opened before.
            if isinstance(path, str | bytes) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                self.paths.append(os.fsdecode(path))


_OPENED = _Opened()  # a hook stays for the life of the process


def clear_parts(desk, package):
    pictures = [packing.read_leaving(desk.files, item)[:40] for item in package.files]
    assert pictures
    return [*CLEAR, *pictures]


@pytest.mark.parametrize("fails", [False, True])
def test_at_no_time_is_any_of_it_on_a_disk_in_the_clear(console, case, tmp_path, monkeypatch, fails):
    place, temp = tmp_path / "usb", tmp_path / "temp"
    place.mkdir()
    temp.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temp))
    monkeypatch.setenv("TMPDIR", str(temp))
    scanned = []
    desk = console.bench.desk
    package = with_papers(desk, console.workspace.reader(), exporting.plan_packet(desk, case, "chuyển"))
    assert len(package.papers) == 3
    clear = clear_parts(desk, package)

    def scan():
        scanned.append(sorted(path.name for path in place.iterdir()))
        assert list(temp.iterdir()) == []
        for root in (place, console.workspace.profile.root):
            for path in filter(os.path.isfile, root.rglob("*")):
                data = path.read_bytes()
                assert not [part for part in clear if part in data], path

    out = ParcelWriter._out

    def watched(writer, data):
        out(writer, data)
        writer._file.flush()
        scan()
        if fails and writer.size > 10_000:
            raise OSError(28, "full")

    monkeypatch.setattr(ParcelWriter, "_out", watched)
    _OPENED.paths = []
    try:
        if fails:
            with pytest.raises(TargetFullError):
                packing.write(desk.files, package, place / "a.btx", PHRASE)
        else:
            packing.write(desk.files, package, place / "a.btx", PHRASE)
    finally:
        opened, _OPENED.paths = _OPENED.paths, None
    scan()
    assert len(scanned) > 2
    assert len(opened) == 1 and opened[0].startswith(str(place / "a.btx.")), opened
    assert scanned[-1] == ([] if fails else ["a.btx"])


def test_what_would_show_in_the_clear_is_looked_for(console, case, tmp_path):
    """The watch above would see each of them: they are in what is opened again."""
    desk = console.bench.desk
    package = with_papers(desk, console.workspace.reader(), exporting.plan_packet(desk, case, "chuyển"))
    packing.write(desk.files, package, tmp_path / "a.btx", PHRASE)
    found = unpack(tmp_path / "a.btx", PHRASE, tmp_path / "a")
    data = b"".join(path.read_bytes() for path in (tmp_path / "a").iterdir())
    assert [part for part in clear_parts(desk, package) if part not in data] == []
    # A packet says the same by its list, its files and what it was made of.
    assert {item.name for item in found.files} == {
        entry["name"] for entry in manifest(tmp_path / "a")["files"]
    }
    log = json.loads((tmp_path / "a" / packing.LOG).read_text("utf-8"))
    assert log["log"] == [dict(row) for row in package.log]
    messages = json.loads((tmp_path / "a" / packing.MESSAGES).read_text("utf-8"))
    assert messages == {
        "case": package.number,
        "mark": package.mark,
        "messages": [*map(dict, package.messages)],
    }
    assert found.sha256 == hashlib.sha256((tmp_path / "a.btx").read_bytes()).hexdigest()


def made(path, files, *, listed=None, **changes):
    """Close a file that somebody else made up, who knows the pass phrase."""
    told = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in files
    ]
    head = {
        "case": "CB26-1",
        "mark": "m",
        "reason": "r",
        "files": told if listed is None else listed,
    } | changes
    with ParcelWriter(path, PHRASE.secret, CHEAP) as writer:
        with zipfile.ZipFile(writer, "w") as archive:
            for name, data in files:
                archive.writestr(name, data)
            archive.writestr(packing.MANIFEST, json.dumps(head))
        writer.commit()


BAD = ["../a", "/etc/a", "a/b", "a\\b", "c:a", "a:b", ".a", "..", "a.", "a ", "a\u202eb", "a\x01b", "x" * 300]


@pytest.mark.parametrize("name", BAD)
def test_no_name_leads_out_of_the_folder(tmp_path, name):
    path, to = tmp_path / "in" / "a.btx", tmp_path / "in" / "out"
    path.parent.mkdir()
    made(path, [("good.txt", b"1"), (name, b"2")])
    with pytest.raises(ParcelError):
        unpack(path, PHRASE, to)
    assert [one.name for one in tmp_path.rglob("*") if one != path] == ["in"]


def test_only_what_is_listed_comes_out_and_only_as_it_is_listed(tmp_path):
    path, to = tmp_path / "a.btx", tmp_path / "out"
    good = {"name": "a.txt", "size": 3, "sha256": hashlib.sha256(b"abc").hexdigest()}
    wrong = (
        [good | {"sha256": "0" * 64}],
        [good | {"size": 2}],
        [good | {"size": 4}],
        [],
        [good, good],
        [good, good | {"name": "b.txt"}],
        [good | {"size": "3"}],
        "x",
    )
    for listed in wrong:
        made(path, [("a.txt", b"abc")], listed=listed)
        for where in (to, None):
            with pytest.raises(ParcelError):
                unpack(path, PHRASE, where)
        assert list(tmp_path.iterdir()) == [path]
        path.unlink()
    made(path, [("a.txt", b"abc")], listed=[good])
    assert unpack(path, PHRASE, None).files[0].name == "a.txt"
    assert list(tmp_path.iterdir()) == [path]
    unpack(path, PHRASE, to)
    assert sorted(one.name for one in to.iterdir()) == ["a.txt", "manifest.json"]
    assert to.stat().st_mode & 0o077 == 0


def test_what_is_no_archive_is_told(tmp_path):
    path = tmp_path / "a.btx"
    for data in (b"", b"no archive", b"PK\x03\x04"):
        with ParcelWriter(path, PHRASE.secret, CHEAP) as writer:
            writer.write(data)
            writer.commit()
        with pytest.raises(ParcelError):
            unpack(path, PHRASE, tmp_path / "out")
        path.unlink()


def test_a_damaged_end_is_found_before_anything_is_opened(tmp_path, monkeypatch):
    path = tmp_path / "a.btx"
    made(path, [("a.bin", bytes(200_000))])
    raw = bytearray(path.read_bytes())
    raw[100_000] ^= 1
    path.write_bytes(raw)
    monkeypatch.setattr("console.app.unpacking._open_into", lambda *_: pytest.fail("it was opened"))
    with pytest.raises(ParcelError):
        unpack(path, PHRASE, tmp_path / "out")


def test_an_opening_that_fails_leaves_no_folder(tmp_path, monkeypatch):
    path = tmp_path / "a.btx"
    made(path, [("a.txt", b"abc"), ("b.txt", b"abc")])

    def full(target):
        raise OSError(28, "full", str(target))

    monkeypatch.setattr("console.app.unpacking.sync_file", full)
    with pytest.raises(TargetFullError) as refused:
        unpack(path, PHRASE, tmp_path / "out")
    assert str(tmp_path / "out") in refused.value.text_vi
    assert list(tmp_path.iterdir()) == [path]
    for missing in (
        lambda: unpack(path, PHRASE, tmp_path / "no" / "out"),
        lambda: unpack(tmp_path / "no", PHRASE, None),
    ):
        with pytest.raises(TargetPlaceError) as refused:
            missing()
        assert str(tmp_path / "no") in refused.value.text_vi
