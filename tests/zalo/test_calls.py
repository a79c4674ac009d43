"""Each call: what goes out (zalo-openapi.md §2-§6) and what comes back."""

import datetime as dt
import hashlib
import hmac
import json
from urllib.parse import parse_qs, urlsplit

import pytest

from console.zalo.errors import BadArgument, EmptyUpload
from console.zalo.payloads import SendQuota
from console.zalo.secret import Secret

USER = "2512523625412515"
CS = "/v3.0/oa/message/cs"
TOKEN = "CANARY-access-token-9f31"
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
JPG = b"\xff\xd8\xff\xe0" + b"0" * 20
RECEIPT = {"message_id": "d2c01b77aa3f4e5190be", "user_id": USER}


def sent(desk):
    return desk.server.seen[-1]


def target(desk):
    parts = urlsplit(sent(desk).target)
    return parts.path, {name: values[0] for name, values in parse_qs(parts.query).items()}


@pytest.mark.parametrize(
    ("call", "path", "data"),
    [
        (lambda c: c.chats.list_recent_chat(), "/v2.0/oa/listrecentchat", {"offset": 0, "count": 10}),
        (lambda c: c.chats.list_recent_chat(18, 5), "/v2.0/oa/listrecentchat", {"offset": 18, "count": 5}),
        (
            lambda c: c.chats.conversation(USER, 8),
            "/v2.0/oa/conversation",
            {"user_id": USER, "offset": 8, "count": 10},
        ),
        (lambda c: c.tags.list(), "/v2.0/oa/tag/gettagsofoa", None),
    ],
)
def test_reads_of_arrays(desk, answer, call, path, data):
    desk.server.add(answer.ok([]))
    call(desk.client)
    seen_path, query = target(desk)
    assert (sent(desk).method, seen_path) == ("GET", path)
    assert (json.loads(query["data"]) if data else query) == (data or {})
    assert sent(desk).headers["access_token"] == TOKEN
    assert "authorization" not in sent(desk).headers
    assert TOKEN not in sent(desk).target


@pytest.mark.parametrize(("offset", "count"), [(-1, 10), (0, 11), (0, 0), (True, 10)])
def test_chat_limits(desk, offset, count):
    with pytest.raises(BadArgument):
        desk.client.chats.list_recent_chat(offset, count)
    assert desk.server.connections == 0


MEDIA = {"media_type": "image", "attachment_id": "att"}


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda m: m.send_text(USER, "Dạ ạ"), {"text": "Dạ ạ"}),
        (lambda m: m.send_text(USER, "x" * 2000), {"text": "x" * 2000}),
        (lambda m: m.send_text(USER, "a", quote_message_id="q1"), {"text": "a", "quote_message_id": "q1"}),
        (
            lambda m: m.send_image(USER, attachment_id="att", text="chú thích"),
            {
                "text": "chú thích",
                "attachment": {
                    "type": "template",
                    "payload": {"template_type": "media", "elements": [MEDIA]},
                },
            },
        ),
        (
            lambda m: m.send_image(USER, url="https://a.vn/x.jpg"),
            {
                "attachment": {
                    "type": "template",
                    "payload": {
                        "template_type": "media",
                        "elements": [{"media_type": "image", "url": "https://a.vn/x.jpg"}],
                    },
                }
            },
        ),
        (
            lambda m: m.send_gif(USER, attachment_id="g", width=10, height=20),
            {
                "attachment": {
                    "type": "template",
                    "payload": {
                        "template_type": "media",
                        "elements": [{"media_type": "gif", "attachment_id": "g", "width": 10, "height": 20}],
                    },
                }
            },
        ),
        (
            lambda m: m.send_sticker(USER, "s"),
            {
                "attachment": {
                    "type": "template",
                    "payload": {
                        "template_type": "media",
                        "elements": [{"media_type": "sticker", "attachment_id": "s"}],
                    },
                }
            },
        ),
        (lambda m: m.send_file(USER, "tok"), {"attachment": {"type": "file", "payload": {"token": "tok"}}}),
        (
            lambda m: m.request_user_info(USER, title="t", subtitle="s", image_url="https://a.vn/i.png"),
            {
                "attachment": {
                    "type": "template",
                    "payload": {
                        "template_type": "request_user_info",
                        "elements": [{"title": "t", "subtitle": "s", "image_url": "https://a.vn/i.png"}],
                    },
                }
            },
        ),
    ],
)
def test_sends(desk, answer, call, message):
    desk.server.add(answer.ok(RECEIPT))
    assert call(desk.client.messages).message_id == RECEIPT["message_id"]
    assert (sent(desk).method, sent(desk).target) == ("POST", CS)
    assert sent(desk).headers["content-type"] == "application/json"
    assert sent(desk).json() == {"recipient": {"user_id": USER}, "message": message}


@pytest.mark.parametrize(
    ("quota", "expected"),
    [
        ({"quota_type": "reply", "remain": "7", "total": "8"}, SendQuota("reply", 7, 8)),
        (
            {"quota_type": "sub_quota", "remain": "1990", "total": "2000", "expired_date": "11/02/2027"},
            SendQuota("sub_quota", 1990, 2000, dt.date(2027, 2, 11)),
        ),
        (
            {"quota_type": "reward_quota", "owner_type": "OA", "owner_id": 3120036654733951760},
            SendQuota("reward_quota", owner_type="OA", owner_id="3120036654733951760"),
        ),
        ({"type": "reply", "total": 8, "remain": 7}, SendQuota("reply", 7, 8)),
        (None, None),
        ("odd", None),
        ({"quota_type": "reply", "remain": "many", "expired_date": "never"}, SendQuota("reply")),
    ],
)
def test_receipts(desk, answer, quota, expected):
    data = {**RECEIPT, "sent_time": "1790000093120", "quota": quota}
    desk.server.add(answer.ok(data))
    receipt = desk.client.messages.send_text(USER, "a")
    assert receipt.sent_at_ms == 1790000093120
    assert receipt.quota == expected


def test_oddities_in_a_receipt_do_not_unsend_it(desk, answer):
    desk.server.add(
        answer.ok({"message_id": 9007199254740993123, "sent_time": "x", "quota": [1], "user_id": {}})
    )
    receipt = desk.client.messages.send_text(USER, "a")
    assert (receipt.message_id, receipt.sent_at_ms) == ("9007199254740993123", None)


@pytest.mark.parametrize(
    ("call", "path", "data", "content", "media_type"),
    [
        (
            lambda u: u.image("a.PNG", PNG),
            "/v2.0/oa/upload/image",
            {"attachment_id": "id1"},
            PNG,
            "image/png",
        ),
        (
            lambda u: u.image("ảnh.jpg", JPG),
            "/v2.0/oa/upload/image",
            {"attachment_id": "id1"},
            JPG,
            "image/jpeg",
        ),
        (
            lambda u: u.gif("a.gif", b"GIF89a.."),
            "/v2.0/oa/upload/gif",
            {"token": "id1"},
            b"GIF89a..",
            "image/gif",
        ),
        (
            lambda u: u.file("a.pdf", b"%PDF-1.7"),
            "/v2.0/oa/upload/file",
            {"token": "id1"},
            b"%PDF-1.7",
            "application/pdf",
        ),
        (
            lambda u: u.file("a.csv", b"a,b"),
            "/v2.0/oa/upload/file",
            {"attachment_id": "id1"},
            b"a,b",
            "text/csv",
        ),
    ],
)
def test_uploads(desk, answer, call, path, data, content, media_type):
    desk.server.add(answer.ok(data))
    assert call(desk.client.uploads) == "id1"
    seen = sent(desk)
    assert (seen.method, seen.target) == ("POST", path)
    assert seen.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert b'name="file"; filename="' in seen.body
    assert media_type.encode() in seen.body
    assert content in seen.body


@pytest.mark.parametrize("data", [{}, None, [], {"attachment_id": ""}, {"attachment_id": None}])
def test_upload_that_succeeds_with_nothing(desk, answer, data):
    desk.server.add(answer.reply({"error": 0, "message": "Success", "data": data}))
    with pytest.raises(EmptyUpload):
        desk.client.uploads.image("a.png", PNG)


@pytest.mark.parametrize(
    "call",
    [
        lambda u: u.image("a", PNG),
        lambda u: u.image("png", PNG),
        lambda u: u.image("a.gif", PNG),
        lambda u: u.image("a.png", JPG),
        lambda u: u.image("a.png", b""),
        lambda u: u.image("a.png", PNG + bytes(1024 * 1024)),
        lambda u: u.image("a\ud800.png", PNG),
        lambda u: u.file("a.exe", b"MZ"),
        lambda u: u.file("a.docx", b"%PDF-"),
    ],
)
def test_uploads_refused_here(desk, call):
    with pytest.raises(BadArgument):
        call(desk.client.uploads)
    assert desk.server.connections == 0


def test_a_file_name_cannot_break_out_of_its_header(desk, answer):
    desk.server.add(answer.ok({"token": "t"}))
    desk.client.uploads.file('x"\r\nX-Evil: 1\r\n\r\n.pdf', b"%PDF-1")
    assert b"\r\nX-Evil" not in sent(desk).body


def test_appsecret_proof(server, make_client, answer):
    server.add(answer.ok([]))
    make_client(proof_secret=Secret("app-secret")).chats.list_recent_chat()
    expected = hmac.new(b"app-secret", TOKEN.encode(), hashlib.sha256).hexdigest()
    assert server.seen[0].headers["appsecret_proof"] == expected


def test_one_bad_row_leaves_the_page_readable(desk, answer):
    good = {
        "src": 1,
        "time": 1790000062000,
        "type": "text",
        "message": "a",
        "message_id": "m1",
        "from_id": USER,
        "to_id": "1",
    }
    body = json.dumps({"data": [good, good], "error": 0}).replace('"m1"', '"m1","message_id":"m2"', 1)
    desk.server.add(answer.reply(body.encode()))
    page = desk.client.chats.list_recent_chat()
    assert [row.message_id for row in page.rows] == ["m1"]
    assert page.bad[0].reason.startswith("duplicate key")
