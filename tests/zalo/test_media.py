"""threats.md T10: a citizen chooses the address, we choose everything else."""

import gzip
import hashlib
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.zalo.errors import (
    ForbiddenUrl,
    MediaError,
    MediaGone,
    MediaRedirected,
    MediaStatus,
    MediaTimedOut,
    MediaTooBig,
    MediaUnreachable,
)
from console.zalo.media import MediaPolicy, checked_url, fetch_media
from console.zalo.sniff import MediaKind, sniff

JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40


@pytest.fixture
def local(server):
    return MediaPolicy(loopback=frozenset({("127.0.0.1", server.port)}), total_s=3, idle_s=0.2)


def body(content, **headers):
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 200 OK\r\n{lines}\r\n".encode() + content


def test_fetch(server, answer, local):
    server.add(answer.reply(JPEG, headers={"content-type": "text/html", "set-cookie": "a=b"}))
    parts: list[bytes] = []
    fetched = fetch_media(server.url + "/a.jpg?x=1&amp;y=2", parts.append, local)
    assert b"".join(parts) == JPEG
    assert (fetched.sha256, fetched.size, fetched.kind) == (
        hashlib.sha256(JPEG).hexdigest(),
        len(JPEG),
        MediaKind.JPEG,
    )
    assert server.seen[0].target == "/a.jpg?x=1&y=2"
    names = set(server.seen[0].headers)
    assert names == {"host", "accept", "accept-encoding", "connection", "user-agent"}


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.vn/a",
        "https://zdn.vn.evil/a",
        "https://evilzdn.vn/a",
        "https://zdn.vn@evil.vn/a",
        "https://evil.vn@f.zdn.vn/a",
        "https://u:p@f.zdn.vn/a",
        "https://@f.zdn.vn/a",
        "https://f.zdn.vn:8443/a",
        "https://f.zdn.vn:80/a",
        "http://f.zdn.vn:443/a",
        "https://127.0.0.1/a",
        "https://[::1]/a",
        "https://[::ffff:10.0.0.1]/a",
        "https://0x7f.1/a",
        "https://2130706433/a",
        "https://127.1/a",
        "http://127.0.0.1:1/a",
        "http://localhost/a",
        "file:///etc/passwd",
        "ftp://f.zdn.vn/a",
        "javascript:alert(1)",
        "//f.zdn.vn/a",
        "f.zdn.vn/a",
        "https:///a",
        "https://",
        "",
        "https://f.zdn.vn\\@evil.vn/a",
        "https://f.zdn.vn/a b",
        "https://f.zdn.vn/\r\nX: y",
        "https://f.zdn.vn/\0",
        "https://ｆ.zdn.vn/",
        "https://f.zdn.vn/" + "a" * 5000,
        "https://f.zdn.vn%2eevil.vn/",
        "https://xn--zal-7na.me",
        "https://.zdn.vn./a",
        "https://169.254.169.254/latest",
        "https://zdn.vn:99999/",
        "https://f.zdn.vn:-1/",
    ],
)
def test_addresses_refused_before_any_connection(url):
    resolved: list[str] = []

    def resolve(host, port):
        resolved.append(host)
        return ["203.0.113.1"]

    with pytest.raises(ForbiddenUrl) as caught:
        fetch_media(url, bytes.__len__, MediaPolicy(total_s=0.2), resolve=resolve)
    assert caught.value.reason
    assert not resolved


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://zdn.vn/a", "https://zdn.vn/a"),
        ("https://F20-ZPC.ZDN.VN/a?b=1&amp;c=2#f", "https://f20-zpc.zdn.vn/a?b=1&c=2"),
        (" https://x.zadn.vn:443/a ", "https://x.zadn.vn/a"),
        ("http://f1.zdn.vn/a.amr", "http://f1.zdn.vn/a.amr"),
        ("https://f.zdn.vn/a&amp;amp;b", "https://f.zdn.vn/a&amp;b"),
    ],
)
def test_addresses_accepted(url, asked):
    assert str(checked_url(url, MediaPolicy())[0]) == asked


@settings(max_examples=200, deadline=None)
@given(
    st.text(max_size=60) | st.text("abz.d:/@\\[]%#?0123456789nv ", max_size=40).map(lambda t: "https://" + t)
)
def test_only_allowed_hosts_pass(url):
    try:
        parsed, local = checked_url(url, MediaPolicy())
    except ForbiddenUrl:
        return
    assert not local
    assert parsed.host in {"zdn.vn", "zadn.vn"} or parsed.host.endswith((".zdn.vn", ".zadn.vn"))


@pytest.mark.parametrize(
    "addresses",
    [
        ["127.0.0.1"],
        ["10.0.0.1"],
        ["172.16.0.1"],
        ["192.168.1.1"],
        ["169.254.169.254"],
        ["100.64.0.1"],
        ["0.0.0.0"],
        ["224.0.0.1"],
        ["255.255.255.255"],
        ["::1"],
        ["::"],
        ["fe80::1"],
        ["fe80::1%eth0"],
        ["fc00::1"],
        ["ff02::1"],
        ["::ffff:10.0.0.1"],
        ["::ffff:8.8.8.8"],
        ["2002:0a00:0001::1"],
        ["64:ff9b::a00:1"],
        ["8.8.8.8", "10.0.0.1"],
    ],
)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_names_that_point_inside(addresses, scheme):
    with pytest.raises(ForbiddenUrl, match="inside a network"):
        fetch_media(
            f"{scheme}://f.zdn.vn/a",
            bytes.__len__,
            MediaPolicy(allow_http=True),
            resolve=lambda h, p: addresses,
        )


def test_unknown_host():
    def nowhere(host, port):
        raise OSError("no such host")

    for url in ("https://f.zdn.vn/a", "http://f.zdn.vn/a"):
        with pytest.raises(MediaUnreachable):
            fetch_media(url, bytes.__len__, MediaPolicy(), resolve=nowhere)


@pytest.mark.parametrize(("allow_http", "ports"), [(False, [443]), (True, [443, 80])])
def test_plain_http_is_asked_over_https_first(allow_http, ports):
    asked: list[int] = []

    def resolve(host, port):
        asked.append(port)
        raise OSError("down")

    with pytest.raises(MediaUnreachable):
        fetch_media("http://f.zdn.vn/a", bytes.__len__, MediaPolicy(allow_http=allow_http), resolve=resolve)
    assert asked == ports


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (404, MediaGone),
        (410, MediaGone),
        (301, MediaRedirected),
        (302, MediaRedirected),
        (307, MediaRedirected),
        (403, MediaStatus),
        (500, MediaStatus),
        (206, MediaStatus),
        (204, MediaStatus),
    ],
)
def test_statuses(server, answer, local, status, kind):
    content = b"" if status == 204 else b"x"
    server.add(
        answer.reply(content, status=status, headers={"location": "http://169.254.169.254/"}, then="close")
    )
    parts: list[bytes] = []
    with pytest.raises(kind):
        fetch_media(server.url + "/a", parts.append, local)
    assert not parts
    assert len(server.seen) == 1


def test_size_is_counted_not_believed(server, answer, local):
    policy = MediaPolicy(loopback=local.loopback, max_bytes=1000)
    too_big = (
        answer.raw([body(b"x" * 5000)], "close"),
        answer.reply(b"x" * 1001),
        answer.reply(gzip.compress(b"x" * 30_000_000), headers={"content-encoding": "gzip"}),
    )
    for reply in too_big:
        parts: list[bytes] = []
        server.add(reply)
        with pytest.raises(MediaTooBig):
            fetch_media(server.url + "/a", parts.append, policy)
        assert sum(map(len, parts)) <= 1000
    server.add(answer.reply(b"x" * 1000))
    assert fetch_media(server.url + "/a", bytes.__len__, policy).size == 1000


def test_bytes_past_the_declared_length_are_not_read(server, answer, local):
    server.add(answer.raw([body(b"0123456789" + b"x" * 5000, **{"content-length": "10"})], "close"))
    assert fetch_media(server.url + "/a", bytes.__len__, local).size == 10


@pytest.mark.parametrize(
    ("pieces", "then", "kind"),
    [
        ([], "close", MediaUnreachable),
        ([], "reset", MediaUnreachable),
        ([], "stall", MediaTimedOut),
        ([b"HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\nabc"], "close", MediaUnreachable),
        ([b"HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\nabc"], "stall", MediaTimedOut),
        ([b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"], "keep", MediaUnreachable),
        (
            [b"HTTP/1.1 200 OK\r\ncontent-encoding: br\r\ncontent-length: 3\r\n\r\nabc"],
            "keep",
            MediaUnreachable,
        ),
        ([b"not http at all\r\n\r\n"], "close", MediaUnreachable),
    ],
)
def test_broken_transfers(server, answer, local, pieces, then, kind):
    server.add(answer.raw(pieces, then))
    with pytest.raises(kind):
        fetch_media(server.url + "/a", bytes.__len__, local)


def slowly(hands, seconds, rest):
    """Return pieces whose second one comes ``seconds`` after the sink had the first, and that sink."""
    begun = threading.Event()
    pieces = [body(b"x"), lambda: begun.wait(60), hands.forward(seconds), rest]
    return pieces, lambda chunk: begun.set()


@pytest.mark.parametrize(("seconds", "floor"), [(6, 10_000), (31, 0)])
def test_slow_loris(server, answer, local, hands, seconds, floor):
    policy = MediaPolicy(loopback=local.loopback, floor_bytes_per_s=floor, idle_s=5)
    pieces, sink = slowly(hands, seconds, b"x")
    server.add(answer.raw(pieces, "stall"))
    with pytest.raises(MediaTimedOut):
        fetch_media(server.url + "/a", sink, policy, mono=hands)


def test_slow_but_above_the_floor(server, answer, local, hands):
    policy = MediaPolicy(loopback=local.loopback, floor_bytes_per_s=10, idle_s=5)
    pieces, sink = slowly(hands, 20, b"x" * 1000)
    server.add(answer.raw(pieces, "close"))
    assert fetch_media(server.url + "/a", sink, policy, mono=hands).size == 1001


def test_a_full_disk_is_not_taken_for_a_network_failure(server, answer, local):
    def full(chunk):
        raise OSError(28, "No space left on device")

    server.add(answer.reply(JPEG))
    with pytest.raises(OSError, match="No space"):
        fetch_media(server.url + "/a", full, local)


def test_loopback_only_when_named_exactly(server, answer, local):
    with pytest.raises(ForbiddenUrl):
        fetch_media(f"http://localhost:{server.port}/a", bytes.__len__, local)
    outside = MediaPolicy(loopback=frozenset({("10.0.0.1", server.port), ("f.zdn.vn", server.port)}))
    for host in ("10.0.0.1", "f.zdn.vn"):
        with pytest.raises(ForbiddenUrl):
            fetch_media(f"http://{host}:{server.port}/a", bytes.__len__, outside)
    assert server.connections == 0


def test_errors_name_the_host_only(server, answer, local):
    server.add(answer.reply(b"x", status=500))
    with pytest.raises(MediaError) as caught:
        fetch_media(server.url + "/CANARY?token=CANARY", bytes.__len__, local)
    assert "CANARY" not in str(caught.value)
    assert caught.value.text_vi


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\xff\xd8\xff\xe1Exif", MediaKind.JPEG),
        (b"\x89PNG\r\n\x1a\n....", MediaKind.PNG),
        (b"GIF87a", MediaKind.GIF),
        (b"GIF89a", MediaKind.GIF),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", MediaKind.WEBP),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", MediaKind.UNKNOWN),
        (b"%PDF-1.7", MediaKind.PDF),
        (b"PK\x03\x04\x14\x00", MediaKind.ZIP),
        (b"\x00\x00\x00\x20ftypisom", MediaKind.MP4),
        (b"\x00\x00\x00\x20ftypheic", MediaKind.UNKNOWN),
        (b"#!AMR\n", MediaKind.AMR),
        (b"#!AMR-WB\n", MediaKind.AMR),
        (b"\xff\xf1\x50\x80", MediaKind.AAC),
        (b"\xff\xf9\x50\x80", MediaKind.AAC),
        (b"ID3\x04", MediaKind.MP3),
        (b"\xff\xfb\x90\x00", MediaKind.MP3),
        (b"<svg xmlns=", MediaKind.UNKNOWN),
        (b"MZ\x90", MediaKind.UNKNOWN),
        (b"\xff", MediaKind.UNKNOWN),
        (b"", MediaKind.UNKNOWN),
    ],
)
def test_sniff(head, kind):
    assert sniff(head) is kind
