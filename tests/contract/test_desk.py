"""Users, profile, quota, tags, articles."""

import pytest

from console.zalo.error_entry import Retry
from console.zalo.errors import ApiError

ARTICLE = {
    "type": "normal",
    "title": "Cảnh báo lừa đảo",
    "author": "Công an tỉnh",
    "description": "Giả danh công an",
    "cover": {"cover_type": "photo", "photo_url": "https://a.vn/a.jpg", "status": "show"},
    "body": [{"type": "text", "content": "Không chuyển tiền."}],
    "status": "show",
    "comment": "hide",
}


@pytest.fixture
def citizen(line) -> str:
    return line.write("chào", user="Lan", name="Lan")["user_id"]


@pytest.mark.parametrize("shared", ["full", "absent", "empty"])
def test_user_detail(line, citizen, shared):
    line.knob(shared_info=shared)
    line.oa.control("user", user_id=citizen, shared={"name": "Lan", "phone": 84912345678}, follower=True)
    user = line.client.users.detail(citizen)
    assert (user.user_id, user.display_name, user.is_follower) == (citizen, "Lan", True)
    assert user.last_interaction
    if shared == "absent":
        assert user.shared is None
    else:
        assert user.shared.phone == ("84912345678" if shared == "full" else "")


def test_unknown_user(line):
    for code in (-201, -213, -232):
        line.knob(unknown_user_code=code)
        with pytest.raises(ApiError) as caught:
            line.client.users.detail("1111111111111111111")
        assert caught.value.code == code


def test_user_list_by_period_and_tag(line, citizen):
    other = line.write("chào", user="Minh")["user_id"]
    line.client.tags.tag(other, "vip")
    assert set(line.client.users.list(period="TODAY").user_ids) == {citizen, other}
    tagged = line.client.users.list(tag_name="vip")
    assert (tagged.user_ids, tagged.total) == ((other,), 1)
    assert line.client.users.list(period="YESTERDAY").user_ids == ()
    assert line.client.users.list(offset=1, count=1).offset == 1


def test_user_update(line, citizen):
    line.client.users.update(
        citizen, alias="Lan (Q1)", external_id="x9", shared_info={"name": "Lan", "phone": "0912345678"}
    )
    user = line.client.users.detail(citizen)
    assert user.alias == "Lan (Q1)"
    assert user.shared.name == "Lan"


@pytest.mark.parametrize("key", ["oaid", "oa_id", "both"])
def test_profile(line, key):
    line.knob(oa_id_key=key)
    profile = line.client.oa.profile()
    assert (profile.oa_id, profile.name) == (line.oa.state.config.oa_id, line.oa.state.config.oa_name)
    assert profile.oa_type in {2, 4}


def test_oa_quota(line):
    assets = line.client.oa.quota(product_type="cs", quota_type="sub_quota")
    assert [(asset.product_type, asset.quota_type, asset.total) for asset in assets] == [
        ("cs", "sub_quota", 2000)
    ]
    assert assets[0].valid_through
    assert line.client.oa.quota()


def test_tags(line, citizen):
    tags = line.client.tags
    assert tags.list() == ()
    tags.tag(citizen, "Khách Quận 1")
    tags.tag(citizen, "vip")
    assert set(tags.list()) == {"Khách Quận 1", "vip"}
    assert set(line.client.users.detail(citizen).tag_names) == {"Khách Quận 1", "vip"}
    tags.untag(citizen, "vip")
    assert line.client.users.detail(citizen).tag_names == ("Khách Quận 1",)
    tags.remove("Khách Quận 1")
    assert line.client.users.detail(citizen).tag_names == ()


def test_articles(line):
    articles = line.client.articles
    token = articles.create(ARTICLE)
    with pytest.raises(ApiError) as caught:
        articles.verify(token)
    assert (caught.value.code, caught.value.entry.retry) == (-214, Retry.BACKOFF)
    article_id = articles.verify(token)
    whole = articles.detail(article_id)
    assert (whole.article_id, whole.title, whole.author) == (article_id, ARTICLE["title"], ARTICLE["author"])
    assert whole.body == ({"type": "text", "content": "Không chuyển tiền."},)
    page = articles.slice()
    assert (page.total, [item.article_id for item in page.articles], page.skipped) == (1, [article_id], 0)
    assert page.articles[0].created_at_ms
    update = articles.update(article_id, {**ARTICLE, "title": "Cảnh báo mới"})
    with pytest.raises(ApiError):
        articles.verify(update)
    assert articles.verify(update) == article_id
    assert articles.detail(article_id).title == "Cảnh báo mới"
    articles.remove(article_id)
    assert articles.slice().total == 0


def test_article_quota(line):
    line.knob(article_quota=0)
    with pytest.raises(ApiError) as caught:
        line.client.articles.create(ARTICLE)
    assert (caught.value.entry.symbol, caught.value.entry.retry) == ("ARTICLE_QUOTA", Retry.LATER)


def test_appsecret_proof(line):
    line.knob(appsecret_proof=True)
    with pytest.raises(ApiError) as caught:
        line.client.oa.profile()
    assert caught.value.code == -242


@pytest.mark.parametrize("status", [200, 404])
def test_wrong_path(line, status):
    line.knob(empty_api_status=status)
    with pytest.raises(ApiError) as caught:
        line.client.oa._caller.get("/v3.0/oa/listrecentchat", {"offset": 0, "count": 10})
    assert (caught.value.code, caught.value.entry.symbol) == (404, "EMPTY_API")


def test_a_video_is_handed_in_and_converted(line):
    token = line.client.articles.prepare_video("huong-dan.mp4", b"\x00\x00\x00\x1cftypisom")
    first = line.client.articles.verify_video(token)
    assert (first.status, first.percent, first.message) == (3, 0, "Video is being converted")
    ready = line.client.articles.verify_video(token)
    assert (ready.status, ready.percent, ready.error_code) == (1, 100, 0)
    article = {
        "type": "video",
        "title": "Hướng dẫn",
        "description": "VNeID",
        "video_id": ready.video_id,
        "avatar": "https://a.vn/a.jpg",
    }
    assert line.client.articles.create(article)
