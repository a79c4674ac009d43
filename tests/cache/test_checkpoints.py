"""The signed head of the log: what is in the file, who signed it, and what it shows."""

import pytest

from console.cache import checkpoints
from console.cache.checkpoints import CheckpointError, public_key, read, sign, write
from console.record.verify import Checkpoint, verify_chain
from tests.support import world

HEAD = Checkpoint(7, "ab" * 32)


@pytest.fixture
def stores(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    with world(tmp_path / "a") as first, world(tmp_path / "b") as second:
        yield first, second


def test_a_checkpoint_says_what_was_signed_and_only_the_key_of_its_store_opens_it(stores):
    first, second = stores
    text = sign(first.store, "may-1", HEAD, 1_790_000_000_123)
    note = read(text, public_key(first.store))
    assert (note.origin, note.head, note.at) == ("may-1", HEAD, 1_790_000_000_123)
    with pytest.raises(CheckpointError, match="không khớp khóa"):
        read(text, public_key(second.store))
    assert public_key(first.store) == public_key(first.store)


@pytest.mark.parametrize(
    "old,new", [("\n7\n", "\n8\n"), ("abab", "abac"), ("may-1", "may-2"), ("2026", "2025")]
)
def test_a_changed_checkpoint_is_refused(stores, old, new):
    first, _ = stores
    text = sign(first.store, "may-1", HEAD, 1_790_000_000_123)
    assert old in text
    with pytest.raises(CheckpointError):
        read(text.replace(old, new, 1), public_key(first.store))


@pytest.mark.parametrize(
    "text", ["", "\n\n\n\n\n\n", "chào", "ban-truc-checkpoint/v1\na\n1\nx\nz\n\n— a !!!"]
)
def test_what_is_no_checkpoint_is_said_so(stores, text):
    with pytest.raises(CheckpointError):
        read(text, public_key(stores[0].store))


def test_the_days_file_is_written_once_and_shows_a_tail_hashed_anew(stores, tmp_path):
    w, _ = stores
    w.put("tin một")
    w.put("tin hai", user="1002")
    with w.store.read() as connection:
        head = verify_chain(connection).head
    path = write(tmp_path / "cp", "2026-11-28", sign(w.store, "may", head, 1))
    assert write(tmp_path / "cp", "2026-11-28", "khác") == path
    kept = read(path.read_text(encoding="utf-8"), public_key(w.store)).head
    with w.engine.connect() as connection:
        assert verify_chain(connection, checkpoint=kept).ok
        assert not verify_chain(connection, checkpoint=Checkpoint(kept.seq, "00" * 32)).ok
    assert checkpoints.FIRST_LINE in path.read_text(encoding="utf-8")
