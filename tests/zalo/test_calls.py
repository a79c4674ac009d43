"""Each call: what goes out (zalo-openapi.md §2-§6) and what comes back."""

import datetime as dt
import hashlib
import hmac
import json
from urllib.parse import parse_qs, urlsplit

import pytest

from console.zalo.error_entry import Retry
from console.zalo.errors import ApiError, BadArgument, BadBody, EmptyUpload
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


def test_user_detail_full(desk, answer):
    desk.server.add(
        answer.ok(
            {
                "user_id": USER,
                "user_id_by_app": "552177279717587730",
                "user_external_id": "",
                "display_name": "Lan",
                "user_alias": "Lan (Q1)",
                "is_sensitive": False,
                "user_last_interaction_date": "21/09/2026",
                "user_is_follower": True,
                "avatar": "https://s120-ava.example/l.jpg",
                "avatars": {"240": "https://s240", "120": "https://s120"},
                "tags_and_notes_info": {"notes": [""], "tag_names": ["vip"]},
                "shared_info": {"address": "a", "phone": 84912345678, "name": "Lan", "ward": "w"},
                "future": {"x": 1},
            }
        )
    )
    user = desk.client.users.detail(USER)
    path, query = target(desk)
    assert (path, json.loads(query["data"])) == ("/v3.0/oa/user/detail", {"user_id": USER})
    assert (user.display_name, user.alias, user.is_follower, user.is_sensitive) == (
        "Lan",
        "Lan (Q1)",
        True,
        False,
    )
    assert user.last_interaction == dt.date(2026, 9, 21)
    assert user.avatars == (("120", "https://s120"), ("240", "https://s240"))
    assert (user.notes, user.tag_names) == ((), ("vip",))
    assert (user.shared.phone, user.shared.ward) == ("84912345678", "w")
    assert user.raw["future"] == {"x": 1}
    assert "Lan" not in repr(user)
    assert USER not in repr(user)


@pytest.mark.parametrize(
    ("phone", "expected"), [(0, ""), ("0", ""), ("", ""), (84912, "84912"), ("84912", "84912"), (None, "")]
)
def test_shared_phone_flips_type(desk, answer, phone, expected):
    desk.server.add(answer.ok({"user_id": int(USER), "shared_info": {"phone": phone}}))
    user = desk.client.users.detail(USER)
    assert (user.user_id, user.shared.phone) == (USER, expected)


def test_user_detail_sparse(desk, answer):
    desk.server.add(answer.ok({"user_id": USER}))
    user = desk.client.users.detail(USER)
    assert (user.shared, user.is_follower, user.display_name, user.last_interaction) == (None, None, "", None)


@pytest.mark.parametrize("data", [None, [], {}, "x", {"user_id": 1.5}])
def test_user_detail_without_a_user(desk, answer, data):
    desk.server.add(answer.reply({"error": "0", "data": data}))
    with pytest.raises(BadBody):
        desk.client.users.detail(USER)


def test_user_list(desk, answer):
    data = {
        "total": 2,
        "count": 50,
        "offset": 0,
        "users": [{"user_id": USER}, {"user_id": 4572947693969771653}, {}, 3],
    }
    desk.server.add(answer.ok(data))
    page = desk.client.users.list(period="TODAY", tag_name="Khách Quận 1", is_follower=True)
    assert page.user_ids == (USER, "4572947693969771653")
    assert (page.total, page.skipped) == (2, 2)
    assert json.loads(target(desk)[1]["data"]) == {
        "offset": 0,
        "count": 50,
        "tag_name": "Khách Quận 1",
        "last_interaction_period": "TODAY",
        "is_follower": True,
    }


@pytest.mark.parametrize("arguments", [{"offset": 9952}, {"count": 51}, {"period": "L8D"}, {"tag_name": ""}])
def test_user_list_limits(desk, arguments):
    with pytest.raises(BadArgument):
        desk.client.users.list(**arguments)


def test_user_update(desk, answer):
    desk.server.add(answer.ok())
    desk.client.users.update(USER, alias="Lan", shared_info={"phone": "0912"})
    assert sent(desk).json() == {"user_id": USER, "user_alias": "Lan", "shared_info": {"phone": "0912"}}
    for arguments in ({}, {"shared_info": {"password": "x"}}):
        with pytest.raises(BadArgument):
            desk.client.users.update(USER, **arguments)


@pytest.mark.parametrize("name", ["oaid", "oa_id"])
def test_profile(desk, answer, name):
    data = {
        name: 3120036654733951760,
        "name": "Công an tỉnh",
        "num_follower": 41,
        "is_verified": "true",
        "oa_type": 4,
    }
    data |= {"package_valid_through_date": "13/12/2026", "package_auto_renew_date": "", "linked_ZCA": ""}
    desk.server.add(answer.ok(data))
    profile = desk.client.oa.profile()
    assert (profile.oa_id, profile.follower_count, profile.is_verified) == ("3120036654733951760", 41, True)
    assert (profile.package_valid_through, profile.package_renews) == (dt.date(2026, 12, 13), None)


def test_quota_both_forms(desk, answer):
    desk.server.add(
        answer.ok(
            {
                "last_interaction": "1790000062000",
                "cs_reply": {"remain": 7, "total": "8"},
                "promotion": {"daily_remain": 1, "daily_total": 1, "monthly_remain": 4, "monthly_total": 6},
            }
        ),
        answer.ok(
            [
                {
                    "asset_id": "8c",
                    "product_type": "cs",
                    "quota_type": "sub_quota",
                    "valid_through": "30/04/2027",
                    "total": 2000,
                    "remain": "1997",
                }
            ]
        ),
    )
    quota = desk.client.oa.user_quota(USER)
    assert (quota.last_interaction_ms, quota.reply_remain, quota.reply_total) == (1790000062000, 7, 8)
    assert sent(desk).json() == {"user_id": USER}
    (asset,) = desk.client.oa.quota(product_type="cs")
    assert (asset.remain, asset.valid_through) == (1997, dt.date(2027, 4, 30))
    assert sent(desk).json() == {"quota_owner": "OA", "product_type": "cs"}


def test_tags(desk, answer):
    desk.server.add(answer.ok(), answer.ok(), answer.ok(), answer.ok(["vip", "Khách Quận 1"]))
    tags = desk.client.tags
    tags.tag(USER, "vip")
    tags.untag(USER, "vip")
    tags.remove("vip")
    assert tags.list() == ("vip", "Khách Quận 1")
    assert [seen.target for seen in desk.server.seen] == [
        "/v2.0/oa/tag/tagfollower",
        "/v2.0/oa/tag/rmfollowerfromtag",
        "/v2.0/oa/tag/rmtag",
        "/v2.0/oa/tag/gettagsofoa",
    ]
    assert desk.server.seen[0].json() == {"user_id": USER, "tag_name": "vip"}
    desk.server.add(answer.ok({}))
    with pytest.raises(BadBody):
        tags.list()


def test_articles(desk, answer):
    article = {
        "type": "normal",
        "title": "Khai trương",
        "description": "",
        "body": [{"type": "text", "content": "…"}],
    }
    detail = {
        "id": "39c0",
        **article,
        "cover": {"cover_type": "photo", "photo_url": "https://p"},
        "cite": {"lablel": ""},
    }
    line = {
        "id": "39c0",
        "title": "Khai trương",
        "total_view": 3,
        "create_date": 1790000097732,
        "thumb": "https://t",
    }
    desk.server.add(
        answer.ok({"token": "tok"}),
        answer.reply({"error": -214, "message": "Article is being processed"}),
        answer.ok({"id": "39c0"}),
        answer.ok(detail),
        answer.ok({"medias": [line, {}], "total": 1}),
        answer.ok({"token": "tok2"}),
        answer.ok(),
    )
    articles = desk.client.articles
    assert articles.create(article) == "tok"
    with pytest.raises(ApiError) as caught:
        articles.verify("tok")
    assert caught.value.entry.retry is Retry.BACKOFF
    assert articles.verify("tok") == "39c0"
    whole = articles.detail("39c0")
    assert (whole.title, whole.thumb, whole.body) == (
        "Khai trương",
        "https://p",
        ({"type": "text", "content": "…"},),
    )
    assert target(desk) == ("/v2.0/article/getdetail", {"id": "39c0"})
    page = articles.slice()
    assert (page.articles[0].total_view, page.total, page.skipped) == (3, 1, 1)
    assert target(desk)[1] == {"offset": "0", "limit": "10", "type": "normal"}
    assert articles.update("39c0", article) == "tok2"
    articles.remove("39c0")
    assert sent(desk).json() == {"id": "39c0"}


def test_article_limits(desk):
    for article in (
        {"type": "poem", "title": "a"},
        {"type": "normal"},
        {"type": "normal", "title": "x" * 151},
        {"type": "video", "title": 5},
    ):
        with pytest.raises(BadArgument):
            desk.client.articles.create(article)


def test_article_video_token_travels_in_a_header(desk, answer):
    data = {"status_message": "Video is being converted", "convert_percent": 0, "video_id": "f9", "status": 3}
    desk.server.add(answer.ok({"token": "CANARY-video"}), answer.ok(data))
    token = desk.client.articles.prepare_video("a.mp4", b"....ftypisom")
    assert "CANARY" not in repr(token)
    assert desk.client.articles.verify_video(token).status == 3
    assert sent(desk).headers["token"] == "CANARY-video"
    assert sent(desk).target == "/v2.0/article/upload_video/verify"


def test_article_quota_is_told_apart_by_text(desk, answer):
    texts = {
        "Official Account has not authorized this API": ("NOT_AUTHORIZED", Retry.NEVER),
        "Your OA has reach the limit quota create article": ("ARTICLE_QUOTA", Retry.LATER),
    }
    for text, (symbol, retry) in texts.items():
        desk.server.add(answer.reply({"error": -223, "message": text}))
        with pytest.raises(ApiError) as caught:
            desk.client.tags.list()
        assert (caught.value.entry.symbol, caught.value.entry.retry) == (symbol, retry)


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
