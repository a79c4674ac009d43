"""The encrypted export file: whole or not at all, opened by its pass phrase alone, and no byte of it changed unseen."""

import hashlib
import io
import os
import signal
import struct
import subprocess
import sys
import zipfile

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from console.cache import parcel
from console.cache.errors import (
    AlreadyThereError,
    ParcelError,
    ParcelKeyError,
    TargetDiskError,
    TargetFullError,
    TargetPlaceError,
)
from console.cache.parcel import MOST, Cost, Parcel, ParcelWriter
from console.cache.sealed import CHUNK, TAG

CHEAP = Cost(64, 1, 1)
HEAD = 61
SECRET = "mưa xuân trên núi".encode()
CANARY = b"canary-of-the-export"


def closed(path, data, secret=SECRET):
    with ParcelWriter(path, secret, CHEAP) as writer:
        for at in range(0, len(data), 10_007):
            writer.write(data[at : at + 10_007])
        writer.commit()
    return writer


def opened(path, secret=SECRET):
    with Parcel(path, secret) as found:
        found.verify()
        return found.read()


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 17])
def test_what_is_closed_is_what_is_opened(tmp_path, size):
    path = tmp_path / "a.btx"
    data = (CANARY * (size // len(CANARY) + 1))[:size]
    writer = closed(path, data)
    assert opened(path) == data
    raw = path.read_bytes()
    assert (writer.size, writer.sha256) == (len(raw), hashlib.sha256(raw).hexdigest())
    assert CANARY[:8] not in raw
    assert path.stat().st_mode & 0o077 == 0
    assert [one.name for one in tmp_path.iterdir()] == ["a.btx"]


def test_the_layout_is_the_one_that_is_written_down(tmp_path):
    """Opened with nothing of ours, as ADR-export-file.md tells it: whoever has the paper can write another reader."""
    path = tmp_path / "a.btx"
    data = bytes(range(256)) * 600
    closed(path, data)
    raw = path.read_bytes()
    magic, memory, passes, lanes, salt, proof = struct.unpack(">4sIIB16s32s", raw[:61])
    assert magic == b"BTX1"
    both = Argon2id(salt=salt, length=64, iterations=passes, lanes=lanes, memory_cost=memory).derive(SECRET)
    assert both[32:] == proof
    pieces = [raw[at : at + 65_552] for at in range(61, len(raw), 65_552)]
    plain = b"".join(
        AESGCM(both[:32]).decrypt(
            number.to_bytes(11, "big") + (b"\x01" if number == len(pieces) - 1 else b"\x00"), piece, raw[:61]
        )
        for number, piece in enumerate(pieces)
    )
    assert plain == data


def test_a_guess_is_dear_unless_somebody_asks_for_less():
    assert (parcel.USUAL.memory_kib, parcel.USUAL.passes) >= (256 * 1024, 3)


def test_a_wrong_pass_phrase_opens_nothing_and_is_told_from_damage(tmp_path):
    path = tmp_path / "a.btx"
    closed(path, CANARY)
    for wrong in (b"", SECRET + b" ", SECRET.upper(), SECRET[:-1]):
        with pytest.raises(ParcelKeyError):
            Parcel(path, wrong)


def test_no_flipped_byte_goes_unseen(tmp_path):
    path = tmp_path / "a.btx"
    data = CANARY * 7_000
    closed(path, data)
    raw = path.read_bytes()
    ends = [HEAD + n * (CHUNK + TAG) for n in range(1, 3)]
    places = [*range(HEAD), HEAD, HEAD + 1000, *(at + step for at in ends for step in (-1, 0)), len(raw) - 1]
    for at in places:
        spoilt = bytearray(raw)
        spoilt[at] ^= 1
        path.write_bytes(spoilt)
        with pytest.raises((ParcelError, ParcelKeyError)):
            opened(path)
    path.write_bytes(raw)
    assert opened(path) == data


def test_a_cut_or_longer_file_is_not_taken_for_whole(tmp_path):
    path = tmp_path / "a.btx"
    closed(path, CANARY * 7_000)
    raw = path.read_bytes()
    block = CHUNK + TAG
    cuts = [0, 3, HEAD - 1, HEAD, HEAD + 1, HEAD + TAG, HEAD + block, HEAD + 2 * block, len(raw) - 1]
    for end in cuts:
        path.write_bytes(raw[:end])
        with pytest.raises(ParcelError):
            opened(path)
    chunk = raw[HEAD : HEAD + block]
    second = raw[HEAD + block : HEAD + 2 * block]
    last = raw[HEAD + 2 * block :]
    for other in (
        raw + b"x",
        raw + last,
        raw[:HEAD] + second + chunk + last,  # another order
        raw[:HEAD] + chunk + last,  # one left out
        raw[:HEAD] + chunk + chunk + second + last,
    ):
        path.write_bytes(other)
        with pytest.raises(ParcelError):
            opened(path)


def test_chunks_of_another_file_do_not_fit(tmp_path):
    one, two = tmp_path / "1.btx", tmp_path / "2.btx"
    closed(one, CANARY)
    closed(two, CANARY)
    two.write_bytes(two.read_bytes()[:HEAD] + one.read_bytes()[HEAD:])
    with pytest.raises(ParcelError):
        opened(two)


@pytest.mark.parametrize(
    "cost",
    [
        Cost(MOST.memory_kib + 1, 1, 1),
        Cost(64, MOST.passes + 1, 1),
        Cost(4096, 1, MOST.lanes + 1),
        Cost(64, 0, 1),
        Cost(64, 1, 0),
        Cost(7, 1, 1),
    ],
)
def test_a_forged_head_does_not_take_the_machine(tmp_path, monkeypatch, cost):
    monkeypatch.setattr(parcel, "_key", lambda *_: pytest.fail("a guess was made"))
    path = tmp_path / "a.btx"
    head = struct.pack(
        ">4sIIB16s32s", b"BTX1", cost.memory_kib, cost.passes, cost.lanes, bytes(16), bytes(32)
    )
    path.write_bytes(head + bytes(100))
    with pytest.raises(ParcelError):
        Parcel(path, SECRET)


def test_another_layout_is_no_such_file(tmp_path):
    path = tmp_path / "a.btx"
    closed(path, CANARY)
    path.write_bytes(b"BTX2" + path.read_bytes()[4:])
    with pytest.raises(ParcelError):
        Parcel(path, SECRET)
    with pytest.raises(TargetPlaceError):
        Parcel(tmp_path / "missing.btx", SECRET)


def test_it_can_be_read_in_any_order(tmp_path):
    path = tmp_path / "a.btx"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for n in range(20):
            archive.writestr(f"{n}.bin", bytes([n]) * (n * 9_973))
    closed(path, made.getvalue())
    with Parcel(path, SECRET) as found, zipfile.ZipFile(found) as archive:
        for n in reversed(range(20)):
            assert archive.read(f"{n}.bin") == bytes([n]) * (n * 9_973)
        with pytest.raises(OSError, match="nvalid"):
            found.seek(-1)


def test_what_is_not_committed_leaves_nothing(tmp_path):
    path = tmp_path / "a.btx"
    with pytest.raises(RuntimeError), ParcelWriter(path, SECRET, CHEAP) as writer:
        writer.write(CANARY * 10_000)
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over(tmp_path):
    path = tmp_path / "a.btx"
    path.write_bytes(b"mine")
    with pytest.raises(AlreadyThereError):
        ParcelWriter(path, SECRET, CHEAP)
    path.unlink()
    with pytest.raises(AlreadyThereError), ParcelWriter(path, SECRET, CHEAP) as writer:
        writer.write(CANARY)
        path.write_bytes(b"mine")  # somebody was faster
        writer.commit()
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"mine"]


@pytest.mark.parametrize("point", ["parcel.fsync.before", "parcel.fsync.after", "parcel.rename.before"])
def test_a_full_disk_leaves_nothing(tmp_path, failpoints, point):
    failpoints(f"{point}=raise:28@1")
    with pytest.raises(TargetFullError) as refused:
        closed(tmp_path / "a.btx", CANARY)
    # What is full is what was chosen, not the store: the officer reads which.
    assert (
        str(tmp_path / "a.btx") in refused.value.text_vi and "Kho dữ liệu không bị" in refused.value.text_vi
    )
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_gives_back_other_bytes_is_told_before_the_file_has_its_name(tmp_path, monkeypatch):
    monkeypatch.setattr(parcel, "sha256_of", lambda path: hashlib.sha256(path.read_bytes()[:-1]).hexdigest())
    with pytest.raises(TargetDiskError):
        closed(tmp_path / "a.btx", CANARY)
    assert list(tmp_path.iterdir()) == []


KILLED = """
from pathlib import Path
from sys import argv
from console.cache.parcel import Cost, ParcelWriter
with ParcelWriter(Path(argv[1]), argv[2].encode(), Cost(64, 1, 1)) as writer:
    writer.write(b"canary-of-the-export" * 10_000)
    writer.commit()
"""


@pytest.mark.parametrize(
    ("point", "whole"),
    [("parcel.fsync.before", False), ("parcel.rename.before", False), ("parcel.rename.after", True)],
)
def test_killed_anywhere_there_is_a_whole_file_or_none_and_nothing_in_the_clear(tmp_path, point, whole):
    path = tmp_path / "a.btx"
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(path), SECRET.decode()],
        env=os.environ | {"BANTRUC_FAILPOINTS": f"{point}=kill@1"},
        check=False,
        timeout=60,
    )
    assert done.returncode == -signal.SIGKILL
    assert path.exists() is whole
    if whole:
        assert opened(path) == CANARY * 10_000
    (left,) = tmp_path.iterdir()
    assert CANARY not in left.read_bytes()


def test_memory_does_not_grow_with_the_file(tmp_path):
    """What waits to be written is a chunk at most, whatever came before."""
    with ParcelWriter(tmp_path / "a.btx", SECRET, CHEAP) as writer:
        for _ in range(200):
            writer.write(bytes(10_000))
            assert len(writer._buffer) <= CHUNK
        writer.commit()
    with Parcel(tmp_path / "a.btx", SECRET) as found:
        found.verify()
        assert len(found._held[1]) <= CHUNK
