"""What may have happened when a call fails (reliability.md §4.4), over real sockets."""

import datetime as dt
import gzip
import socket
import ssl
import threading
import zlib

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from console.zalo.client import ZaloClient
from console.zalo.errors import (
    ApiError,
    BadArgument,
    BadBody,
    Cause,
    HttpStatusError,
    NotSent,
    Outcome,
    OutcomeUnknown,
    RateLimited,
    ZaloError,
)
from console.zalo.secret import Secret
from console.zalo.session import Limits

USER = "2512523625412515"
RECEIPT = {"message_id": "d2c01b77aa3f4e5190be", "user_id": USER}


def send(client, **more):
    return client.messages.send_text(USER, "Dạ còn ạ", **more)


def failure(client) -> ZaloError:
    with pytest.raises(ZaloError) as caught:
        send(client)
    assert caught.value.text_vi
    return caught.value


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def test_receipt(desk, answer):
    desk.server.add(answer.ok(RECEIPT))
    assert send(desk.client).message_id == "d2c01b77aa3f4e5190be"


def test_refused_connection_is_surely_not_sent(make_client):
    error = failure(make_client(base_url=f"http://127.0.0.1:{closed_port()}"))
    assert isinstance(error, NotSent)
    assert (error.cause, error.outcome) == (Cause.CONNECT, Outcome.REFUSED)


def test_unknown_host_is_surely_not_sent(make_client):
    def nowhere(host, port):
        raise socket.gaierror(socket.EAI_NONAME, "no such host")

    error = failure(make_client(base_url="https://openapi.zalo.invalid", resolve=nowhere))
    assert isinstance(error, NotSent)
    assert error.cause is Cause.DNS


def test_a_silent_resolver_is_left_behind_at_the_deadline(make_client):
    never = threading.Event()

    def silent(host, port):
        never.wait(10)
        return []

    client = make_client(base_url="https://a.example", resolve=silent, limits=Limits(total_s=0.1))
    try:
        error = failure(client)
    finally:
        never.set()
    assert isinstance(error, NotSent)
    assert error.cause is Cause.DNS


def test_not_tls_is_surely_not_sent(server, make_client, answer):
    error = failure(
        make_client(base_url=f"https://127.0.0.1:{server.port}", limits=Limits(total_s=1, idle_s=1))
    )
    assert isinstance(error, NotSent)
    assert error.outcome is Outcome.REFUSED


def test_proxy_that_refuses_is_surely_not_sent(server, make_client, answer):
    server.add(answer.reply(b"no", status=403, then="close"))
    error = failure(make_client(base_url="https://openapi.zalo.me", proxy=server.url))
    assert isinstance(error, NotSent)
    assert error.cause is Cause.PROXY
    assert server.seen[0].method == "CONNECT"


@pytest.mark.parametrize("then", ["stall", "reset", "close"])
def test_proxy_that_breaks_before_the_request_is_surely_not_sent(server, make_client, answer, then):
    server.add(answer.raw([], then))
    limits = Limits(total_s=2, connect_s=0.1, idle_s=0.1)
    error = failure(make_client(base_url="https://openapi.zalo.me", proxy=server.url, limits=limits))
    assert isinstance(error, NotSent)
    assert [seen.method for seen in server.seen] == ["CONNECT"]


@pytest.mark.parametrize(
    ("pieces", "then", "cause"),
    [
        ([], "close", Cause.PROTOCOL),
        ([], "reset", Cause.RESET),
        ([b"HTTP/1.1 200 OK\r\nContent-Le"], "close", Cause.PROTOCOL),
        ([b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{"], "close", Cause.PROTOCOL),
        ([b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"er'], "close", Cause.PROTOCOL),
        ([b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"], "close", Cause.PROTOCOL),
        ([b"SSH-2.0-OpenSSH_9.2\r\n\r\n"], "close", Cause.PROTOCOL),
        ([], "stall", Cause.TIMEOUT),
        ([b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{"], "stall", Cause.TIMEOUT),
    ],
)
def test_trouble_after_the_first_byte_is_unknown(server, make_client, answer, pieces, then, cause):
    server.add(answer.raw(pieces, then))
    error = failure(make_client(limits=Limits(total_s=5, idle_s=0.1)))
    assert isinstance(error, OutcomeUnknown)
    assert (error.cause, error.outcome) == (cause, Outcome.UNKNOWN)


def test_cut_at_every_byte_is_unknown_or_complete(server, make_client, answer):
    whole = answer.ok(RECEIPT).pieces[0]
    client = make_client()
    for cut in range(0, len(whole), 7):
        server.add(answer.raw([whole[:cut]], "close"))
        assert failure(client).outcome is Outcome.UNKNOWN, cut


def test_total_deadline_ends_a_trickle(server, make_client, answer, hands):
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
    server.add(answer.raw([head, b" ", hands.forward(31), b" "], "stall"))
    error = failure(make_client(mono=hands, limits=Limits(total_s=30, idle_s=5)))
    assert isinstance(error, OutcomeUnknown)
    assert error.cause is Cause.DEADLINE


def test_total_deadline_covers_headers(server, make_client, answer):
    server.add(answer.raw([b"HTTP/1.1 200 OK\r\n"], "stall"))
    error = failure(make_client(limits=Limits(total_s=0.2, idle_s=60)))
    assert isinstance(error, OutcomeUnknown)
    assert error.cause is Cause.DEADLINE


@pytest.mark.parametrize("status", [500, 502, 503])
def test_5xx_is_unknown_whatever_the_body_says(desk, answer, status):
    for body in (b"<html>Bad gateway</html>", {"error": -230, "message": "x"}, {"error": 0, "data": RECEIPT}):
        desk.server.add(answer.reply(body, status=status, headers={"retry-after": "5"}))
        error = failure(desk.client)
        assert isinstance(error, HttpStatusError)
        assert (error.status, error.outcome, error.retry_after_s) == (status, Outcome.UNKNOWN, 5.0)


@pytest.mark.parametrize("status", [301, 302, 307, 400, 403, 407])
def test_other_statuses_are_unknown_and_never_followed(desk, server, answer, status):
    server.add(answer.reply(b"portal", status=status, headers={"location": server.url + "/other"}))
    error = failure(desk.client)
    assert isinstance(error, HttpStatusError)
    assert error.outcome is Outcome.UNKNOWN
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "999999999999"}, 3600.0),
        ({"retry-after": "soon"}, None),
        ({}, None),
        ({"date": "Tue, 24 Nov 2026 03:00:00 GMT", "retry-after": "Tue, 24 Nov 2026 03:00:09 GMT"}, 9.0),
        ({"date": "Tue, 24 Nov 2026 03:00:00 GMT", "retry-after": "Tue, 24 Nov 2026 02:00:00 GMT"}, 0.0),
    ],
)
def test_429_is_refused_with_the_servers_wish(desk, answer, headers, wait):
    for body in (b"slow down", b'{"error": -429, "message": "x"}', b'{"error": 0}', b"", b"[]"):
        desk.server.add(answer.reply(body, status=429, headers=headers))
        error = failure(desk.client)
        assert isinstance(error, RateLimited)
        assert (error.retry_after_s, error.outcome, error.entry.code) == (wait, Outcome.REFUSED, 429)


def test_minus_32_is_rate_limited(desk, answer):
    desk.server.add(answer.reply({"error": -32, "message": "Your application reached limit call api"}))
    error = failure(desk.client)
    assert isinstance(error, RateLimited)
    assert (error.code, error.outcome) == (-32, Outcome.REFUSED)


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (-230, Outcome.REFUSED),
        ("-216", Outcome.REFUSED),
        ("404", Outcome.REFUSED),
        (-200, Outcome.UNKNOWN),
        (-777, Outcome.UNKNOWN),
    ],
)
def test_codes(desk, answer, code, outcome):
    desk.server.add(answer.reply({"error": code, "message": "text"}))
    error = failure(desk.client)
    assert isinstance(error, ApiError)
    assert (error.code, error.outcome, error.service_text) == (int(code), outcome, "text")


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (b"", "empty"),
        (b"<html>login</html>", "HTML"),
        (b'{"error":0,"data":{"message_id":"a"', "not JSON"),
        (b"[]", "not a JSON object"),
        (b"7", "not a JSON object"),
        (b"null", "not a JSON object"),
        (b"{}", "neither"),
        (b'{"message":"Success"}', "neither"),
        (b'{"error":null,"data":{}}', "not a number"),
        (b'{"error":true}', "not a number"),
        (b'{"error":"ok"}', "not a number"),
        (b'{"error":NaN}', "not a number"),
        (b'{"error":0,"error":-230}', "not a JSON object"),
        (b'{"error":0,"data":{"message_id":"a","message_id":"b"}}', "duplicate key at data"),
        (b"[" * 100_000, "deeper"),
    ],
)
def test_garbled_answers_to_a_send_are_unknown(desk, answer, body, what):
    desk.server.add(answer.reply(body))
    error = failure(desk.client)
    assert isinstance(error, BadBody)
    assert what in error.what
    assert error.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    "data", [{}, [], None, {"message_id": ""}, {"message_id": None}, {"user_id": "1"}, "x"]
)
def test_success_without_message_id_is_unknown(desk, answer, data):
    desk.server.add(answer.reply({"error": "0", "message": "Success", "data": data}))
    error = failure(desk.client)
    assert isinstance(error, OutcomeUnknown)
    assert error.cause is Cause.NO_MESSAGE_ID


def test_oversized_and_bomb_bodies_are_refused_early(server, make_client, answer):
    client = make_client(limits=Limits(max_body=100_000, total_s=5))
    server.add(answer.reply(b" " * 100_001))
    assert "100000 bytes" in str(failure(client))
    bomb = gzip.compress(b" " * 50_000_000)
    for encoding, body in (("gzip", bomb), ("deflate", zlib.compress(b" " * 50_000_000))):
        server.add(answer.reply(body, headers={"content-encoding": encoding}))
        assert "100000 bytes" in str(failure(client))


def test_gzip_is_read_and_broken_compression_refused(desk, answer):
    body = gzip.compress(b'{"error":0,"data":{"message_id":"m1"}}')
    desk.server.add(answer.reply(body, headers={"content-encoding": "gzip"}))
    assert send(desk.client).message_id == "m1"
    for content, encoding in (
        (body[:-12], "gzip"),
        (b"plain", "gzip"),
        (b"", "gzip"),
        (body, "br"),
        (body, "zstd"),
    ):
        desk.server.add(answer.reply(content, headers={"content-encoding": encoding}, then="close"))
        assert isinstance(failure(desk.client), BadBody)


def test_permission_is_asked_after_connecting_and_may_be_withdrawn(desk, answer):
    asked: list[int] = []

    def no() -> bool:
        asked.append(desk.server.connections)
        return False

    with pytest.raises(NotSent) as caught:
        send(desk.client, still_allowed=no)
    assert caught.value.cause is Cause.WITHDRAWN
    assert len(asked) == 1
    assert not desk.server.seen
    desk.server.add(answer.ok(RECEIPT))
    assert send(desk.client, still_allowed=lambda: True).message_id


def test_no_retry_ever(desk, answer):
    desk.server.add(answer.raw([], "close"))
    failure(desk.client)
    assert len(desk.server.seen) == 1


def test_a_client_serves_one_thread(desk, answer):
    inside = threading.Event()
    release = threading.Event()

    def hold() -> bool:
        inside.set()
        return release.wait(60)

    desk.server.add(answer.ok(RECEIPT))
    worker = threading.Thread(target=lambda: send(desk.client, still_allowed=hold))
    worker.start()
    assert inside.wait(60)
    with pytest.raises(RuntimeError, match="one thread"):
        send(desk.client)
    release.set()
    worker.join(60)


def test_rate_headers_reach_the_caller(desk, answer):
    desk.server.add(
        answer.reply({"error": -230}, headers={"X-RateLimit-Limit": "4000", "X-RateLimit-Remain": "3999"}),
        answer.reply({"error": -230}, headers={"X-RateLimit-Limit": "many"}),
    )
    failure(desk.client)
    assert (desk.client.rate.limit, desk.client.rate.remain) == (4000, 3999)
    failure(desk.client)
    assert (desk.client.rate.limit, len(desk.rates)) == (4000, 1)


def test_cookies_are_not_kept(desk, answer):
    desk.server.add(answer.ok([]), answer.ok([]))
    desk.server.answers.get()
    desk.server.add(answer.reply({"error": 0, "data": []}, headers={"set-cookie": "a=b; Path=/"}))
    desk.client.chats.list_recent_chat()
    desk.client.chats.list_recent_chat()
    assert "cookie" not in desk.server.seen[1].headers


def test_environment_is_not_read(monkeypatch, tmp_path, server, make_client, answer):
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login a password b\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{closed_port()}")
    monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{closed_port()}")
    server.add(answer.ok(RECEIPT))
    send(make_client())
    assert "authorization" not in server.seen[0].headers


@pytest.mark.parametrize(
    "base_url",
    [
        "http://openapi.zalo.me",
        "http://10.0.0.1",
        "ftp://127.0.0.1",
        "https://u:p@openapi.zalo.me",
        "openapi.zalo.me",
        "https://h/?a=1",
    ],
)
def test_plain_http_only_to_this_machine(base_url):
    with pytest.raises(ValueError, match="base URL"):
        ZaloClient(lambda: Secret("t"), base_url=base_url)


@pytest.mark.parametrize(
    "call",
    [
        lambda m: m.send_text(USER, "x" * 2001),
        lambda m: m.send_text(USER, "  "),
        lambda m: m.send_text(USER, "a\ud800"),
        lambda m: m.send_text(USER, "a\0"),
        lambda m: m.send_text("", "x"),
        lambda m: m.send_text(USER, "x", quote_message_id="a b"),
        lambda m: m.send_image(USER),
        lambda m: m.send_image(USER, attachment_id="a", url="https://x"),
        lambda m: m.send_image(USER, url="http://x"),
        lambda m: m.send_gif(USER, attachment_id="a", width=0, height=1),
        lambda m: m.send_file(USER, ""),
        lambda m: m.request_user_info(USER, title="x" * 101, subtitle="y", image_url="https://x"),
    ],
)
def test_bad_arguments_send_nothing(desk, call):
    with pytest.raises(BadArgument) as caught:
        call(desk.client.messages)
    assert caught.value.outcome is Outcome.REFUSED
    assert desk.server.connections == 0


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    """A server context with a certificate for openapi.zalo.test, and a client context that trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "openapi.zalo.test")])
    start = dt.datetime.now(dt.UTC) - dt.timedelta(days=1)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(start)
        .not_valid_after(start + dt.timedelta(days=10))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("openapi.zalo.test")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    folder = tmp_path_factory.mktemp("tls")
    pem = certificate.public_bytes(serialization.Encoding.PEM)
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "both.pem").write_bytes(secret + pem)
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(folder / "both.pem")
    trusting = ssl.create_default_context(cadata=pem.decode())
    return serving, trusting


def test_tls_connects_to_the_resolved_address_under_the_name(pair, raw_server_class, make_client, answer):
    serving, trusting = pair
    running = raw_server_class(serving)
    try:
        asked: list[str] = []

        def resolve(host, port):
            asked.append(host)
            return ["127.0.0.1"]

        base_url = f"https://openapi.zalo.test:{running.port}"
        running.add(answer.ok(RECEIPT))
        client = make_client(base_url=base_url, ssl_context=trusting, resolve=resolve)
        assert send(client).message_id
        assert running.seen[0].headers["host"] == f"openapi.zalo.test:{running.port}"
        assert asked == ["openapi.zalo.test"]

        # The bundled roots do not know this authority: a private one on a duty PC changes nothing.
        error = failure(make_client(base_url=base_url, resolve=resolve))
        assert isinstance(error, NotSent)
        assert error.cause is Cause.TLS
        # The right authority, the wrong name.
        wrong = make_client(
            base_url=f"https://other.test:{running.port}", ssl_context=trusting, resolve=resolve
        )
        error = failure(wrong)
        assert isinstance(error, NotSent)
        assert error.cause is Cause.TLS
        assert len(running.seen) == 1
    finally:
        running.close()


def test_second_address_is_tried_when_the_first_is_dead(server, make_client, answer):
    server.add(answer.ok(RECEIPT))
    client = make_client(
        base_url=f"http://localhost:{server.port}", resolve=lambda host, port: ["127.0.0.2", "127.0.0.1"]
    )
    assert send(client).message_id
