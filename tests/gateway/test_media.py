"""Attachments against the simulated CDN: saved at once, bit-exact, never from anywhere else."""

import hashlib

import pytest

from console.cache import media_queue
from console.cache import tables as t
from console.cache.keys import subkey
from console.cache.sealed import SealedFiles, SealError
from console.domain.clock import MINUTE_MS
from console.gateway.media import MediaWorker, media_hosts
from console.runtime.resources import read_json, resource_path
from console.zalo.media import MediaPolicy


class Shelf:
    """A desk with a media worker."""

    def __init__(self, desk):
        self.desk = desk
        host, port = desk.simulator.base_url.removeprefix("http://").rsplit(":", 1)
        self.policy = MediaPolicy(loopback=frozenset({(host, int(port))}), total_s=5)
        self.files = SealedFiles(desk.path.parent / "media", subkey(bytes(32), "media"))
        self.restart()

    def restart(self):
        self.worker = MediaWorker(self.desk.call, self.desk.clock, self.files, self.policy)

    def receive(self, **given):
        self.desk.say(**given)
        self.desk.walker().tick()

    def run(self, most=20):
        for _ in range(most):
            if not self.worker.tick().worked:
                return

    def attachments(self):
        with self.desk.store.read() as connection:
            return connection.execute(t.attachment.select()).all()

    def served(self):
        """Return the bytes the simulator serves, by path."""
        return {path: file.read() for path, file in self.desk.simulator.state.media.files.items()}

    def on_disk(self):
        return sorted(p for p in (self.desk.path.parent / "media").rglob("*") if p.is_file())


@pytest.fixture
def shelf(desk):
    return Shelf(desk)


@pytest.mark.parametrize(
    ("given", "media_type"),
    [
        ({"type": "photo"}, "image/jpeg"),
        ({"type": "gif"}, "image/gif"),
        ({"type": "voice"}, "audio/amr"),
        ({"type": "file", "name": "đơn.pdf"}, "application/pdf"),
    ],
)
def test_original_is_kept_bit_exact(shelf, given, media_type):
    shelf.receive(**given)
    assert shelf.attachments()[0].state == "waiting"
    shelf.run()
    (kept,) = shelf.attachments()
    assert (kept.state, kept.media_type) == ("stored", media_type)
    content = shelf.files.read(kept.file_id, kept.sha256)
    assert content in shelf.served().values()
    assert kept.sha256 == hashlib.sha256(content).hexdigest()
    assert kept.size == len(content)
    assert shelf.desk.column(t.media_task.c.message_id) == []
    assert not any(content[:64] in path.read_bytes() for path in shelf.on_disk())


def test_link_location_and_text_are_never_fetched(shelf):
    shelf.receive(type="link", url="https://f1.zdn.vn/x.jpg")
    shelf.receive(type="location", lat=10.7, lon=106.6)
    shelf.receive(text="https://f1.zdn.vn/y.jpg")
    assert shelf.desk.column(t.media_task.c.message_id) == []


@pytest.mark.parametrize(
    "url",
    [
        "http://169.254.169.254/latest/meta-data",
        "https://zdn.vn.evil.example/a.jpg",
        "https://zdn.vn@127.0.0.1/a.jpg",
        "file:///etc/passwd",
        "http://127.0.0.1:1/a.jpg",
        "//zdn.vn/a.jpg",
        "https://[::ffff:10.0.0.1]/a.jpg",
        "",
    ],
)
def test_hostile_address_is_never_asked_for(shelf, url):
    shelf.desk.say(type="photo", raw={"url": url})
    shelf.desk.walker().tick()
    before = len(shelf.desk.requests())
    shelf.run()
    (kept,) = shelf.attachments()
    assert kept.state == ("lost" if url else "none")
    assert len(shelf.desk.requests()) == before
    assert shelf.on_disk() == []


def test_simulators_address_is_refused_outside_a_demo(shelf):
    shelf.policy = MediaPolicy()
    shelf.restart()
    shelf.receive(type="photo")
    shelf.run()
    assert shelf.attachments()[0].state == "lost"
    assert "không được phép" in shelf.attachments()[0].reason


def test_expired_media_is_lost_after_two_tries(shelf):
    shelf.receive(type="photo")
    shelf.desk.simulator.control("media", expire="all")
    shelf.run()
    assert shelf.attachments()[0].state == "waiting"
    shelf.desk.advance(MINUTE_MS)
    shelf.run()
    (kept,) = shelf.attachments()
    assert kept.state == "lost"
    assert "không còn giữ" in kept.reason


@pytest.mark.parametrize("fault", ["status:503", "reset", "redirect", "cut:20"])
def test_passing_trouble_is_tried_again_later(shelf, fault):
    shelf.receive(type="photo")
    for _ in range(3):
        shelf.desk.fault(fault, path="/media/")
    shelf.run()
    assert shelf.attachments()[0].state == "waiting"
    assert shelf.desk.column(t.media_task.c.attempts) == [1]
    for minutes in (1, 2, 5):
        shelf.run()
        shelf.desk.advance(minutes * MINUTE_MS)
        shelf.run()
    assert shelf.attachments()[0].state == "stored"
    assert len(shelf.on_disk()) == 1


def test_lost_attachment_can_be_asked_for_again(shelf):
    shelf.policy, demo = MediaPolicy(), shelf.policy
    shelf.restart()
    shelf.receive(type="photo")
    shelf.run()
    shelf.policy = demo
    shelf.restart()
    (kept,) = shelf.attachments()
    with shelf.desk.store.write() as tx:
        assert media_queue.try_again(tx.connection, kept.message_id, kept.number, tx.now_ms)
        assert not media_queue.try_again(tx.connection, "no such", 0, tx.now_ms)
    shelf.run()
    assert shelf.attachments()[0].state == "stored"


def test_same_bytes_are_kept_once(shelf):
    shelf.receive(type="photo")
    shelf.run()
    url = shelf.attachments()[0].url
    shelf.desk.say(type="photo", raw={"url": url})
    shelf.desk.walker().tick()
    shelf.run()
    assert {row.state for row in shelf.attachments()} == {"stored"}
    assert len({row.file_id for row in shelf.attachments()}) == 1
    assert len(shelf.on_disk()) == 1


STEPS = [
    "media.http.before",
    "media.http.after",
    "sealed.fsync.before",
    "sealed.fsync.after",
    "sealed.rename.before",
    "sealed.rename.after",
    "media.settle.before",
    "store.commit.before",
    "media.settle.after",
]


@pytest.mark.parametrize("step", STEPS)
def test_interrupted_anywhere_it_is_stored_once_in_the_end(shelf, failpoints, step):
    shelf.receive(type="photo")
    failpoints(f"{step}=raise:5@1")
    try:
        shelf.run()
    except OSError as error:
        assert error.errno == 5
    failpoints("")
    shelf.restart()
    shelf.run()
    shelf.desk.advance(MINUTE_MS)
    shelf.run()
    (kept,) = shelf.attachments()
    assert kept.state == "stored"
    assert shelf.on_disk() == [shelf.files.path(kept.file_id)]
    assert shelf.files.read(kept.file_id, kept.sha256)


def test_full_disk_says_so_and_goes_on_later(shelf, failpoints):
    shelf.receive(type="photo")
    failpoints("sealed.fsync.before=raise:28@1")
    outcome = shelf.worker.tick()
    assert "Ổ đĩa đã đầy" in outcome.trouble
    failpoints("")
    shelf.desk.advance(MINUTE_MS)
    shelf.run()
    assert shelf.attachments()[0].state == "stored"


def test_clock_that_ran_ahead_does_not_postpone_for_ever(shelf):
    shelf.desk.clock.jump(400 * 24 * 60 * MINUTE_MS)
    shelf.receive(type="photo")
    shelf.desk.clock.jump(-400 * 24 * 60 * MINUTE_MS)
    shelf.run()
    assert shelf.attachments()[0].state == "stored"


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 200_000])
def test_sealed_file_opens_whole_or_not_at_all(tmp_path, size):
    files = SealedFiles(tmp_path / "media", bytes(range(32)))
    content = bytes(n % 251 for n in range(size))
    file_id = f"{size:032x}"
    with files.writer(file_id) as writer:
        for start in range(0, size, 7000):
            writer.write(content[start : start + 7000])
        writer.commit()
    assert files.read(file_id, writer.sha256) == content
    path = files.path(file_id)
    sealed = path.read_bytes()
    places = [0, 5, len(sealed) // 2, len(sealed) - 1]
    for broken in (
        *(sealed[:n] + bytes([sealed[n] ^ 1]) + sealed[n + 1 :] for n in places),
        sealed[:-1],
        sealed[: 20 + 65_552],
        sealed + b"\x00",
        b"",
    ):
        if broken == sealed:
            continue
        path.write_bytes(broken)
        with pytest.raises(SealError):
            files.read(file_id, writer.sha256)
    path.write_bytes(sealed)
    with pytest.raises(SealError):
        files.read(file_id, "0" * 64)
    with pytest.raises(SealError):
        SealedFiles(tmp_path / "media", bytes(32)).read(file_id, writer.sha256)
    other = files.path("f" * 32)
    other.parent.mkdir(exist_ok=True)
    other.write_bytes(sealed)
    with pytest.raises(SealError):
        files.read("f" * 32, writer.sha256)


@pytest.mark.parametrize("file_id", ["", "../" * 10, "g" * 32, "A" * 32, "0" * 31])
def test_only_our_ids_name_files(tmp_path, file_id):
    with pytest.raises(ValueError, match="file id"):
        SealedFiles(tmp_path, bytes(32)).path(file_id)


def test_shipped_hosts_are_readable():
    assert "zdn.vn" in media_hosts(read_json(resource_path("data", "zalo-hosts.json")))


@pytest.mark.parametrize(
    "data", [None, {}, {"media": []}, {"media": [""]}, {"media": ["*.zdn.vn/x", 1]}, {"media": ["VN"]}]
)
def test_unusable_hosts_are_refused(data):
    with pytest.raises(ValueError, match=r"zalo-hosts\.json"):
        media_hosts(data)
