"""Users, profile, quota, tags, articles: what goes out (zalo-openapi.md §2, §5, §6) and what comes back."""

import datetime as dt
import json
from urllib.parse import parse_qs, urlsplit

import pytest

from console.zalo.error_entry import Retry
from console.zalo.errors import ApiError, BadArgument, BadBody

USER = "2512523625412515"


def sent(desk):
    return desk.server.seen[-1]


def target(desk):
    parts = urlsplit(sent(desk).target)
    return parts.path, {name: values[0] for name, values in parse_qs(parts.query).items()}


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
