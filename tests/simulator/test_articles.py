"""Articles (API document §6.1, §6.2, §6.4)."""

import pytest

ARTICLE = {
    "type": "normal",
    "title": "Cảnh báo lừa đảo",
    "author": "Công an tỉnh",
    "description": "Giả danh cán bộ",
    "cover": {"cover_type": "photo", "photo_url": "https://a.example/b.jpg", "status": "show"},
    "body": [
        {"type": "text", "content": "Không chuyển tiền."},
        {"type": "image", "url": "https://a.example/c.jpg"},
    ],
    "status": "show",
}
VIDEO = {
    "type": "video",
    "title": "Hướng dẫn",
    "description": "VNeID",
    "video_id": "v1",
    "avatar": "https://a.example/b.jpg",
}


def create(api, **changes):
    return api.post("/v2.0/article/create", ARTICLE | changes)


def published(api, **changes):
    token = create(api, **changes)["data"]["token"]
    while (answer := api.post("/v2.0/article/verify", {"token": token}))["error"] == -214:
        pass
    return answer["data"]["id"]


def test_an_article_is_processed_first_then_has_an_id(api):
    api.knobs(article_pending=2)
    token = create(api)["data"]["token"]
    codes = [api.post("/v2.0/article/verify", {"token": token})["error"] for _ in range(3)]
    assert codes == [-214, -214, 0]
    assert api.post("/v2.0/article/verify", {"token": "x"})["error"] == -201


def test_an_article_can_be_read_changed_and_removed(api):
    article_id = published(api)
    data = api.plain("/v2.0/article/getdetail", id=article_id)["data"]
    assert (data["id"], data["body"], data["status"], data["comment"]) == (
        article_id,
        ARTICLE["body"],
        "show",
        "show",
    )
    assert data["cite"] == {"url": "", "lablel": ""}
    assert "token" in api.post("/v2.0/article/update", ARTICLE | {"id": article_id, "title": "Mới"})["data"]
    assert api.plain("/v2.0/article/getdetail", id=article_id)["data"]["title"] == "Mới"
    assert api.post("/v2.0/article/remove", {"id": article_id}) == {"error": 0, "message": "Success"}
    assert api.plain("/v2.0/article/getdetail", id=article_id)["error"] == -201
    assert api.post("/v2.0/article/remove", {"id": article_id})["error"] == -201


def test_a_video_article_has_a_number_as_status(api):
    token = api.post("/v2.0/article/create", VIDEO | {"status": "show"})["data"]["token"]
    api.knobs(article_pending=0)
    api.post("/v2.0/article/verify", {"token": token})
    article_id = api.post("/v2.0/article/verify", {"token": token})["data"]["id"]
    assert api.plain("/v2.0/article/getdetail", id=article_id)["data"]["status"] == 1


def test_the_list_is_newest_first_by_kind(api):
    ids = [published(api, title=f"Bài {n}") for n in range(3)]
    api.post("/v2.0/article/create", VIDEO)
    data = api.plain("/v2.0/article/getslice", offset=0, limit=2, type="normal")["data"]
    assert [media["id"] for media in data["medias"]] == ids[:0:-1]
    assert data["total"] == 3
    assert isinstance(data["medias"][0]["create_date"], int)
    assert api.plain("/v2.0/article/getslice", offset=0, limit=9, type="video")["data"]["total"] == 1
    assert api.plain("/v2.0/article/getslice", offset=0, limit=51)["error"] == -210
    assert api.plain("/v2.0/article/getslice", offset=0, limit=9, type="x")["error"] == -201


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": "a" * 151}, -210),
        ({"author": "a" * 51}, -210),
        ({"description": "a" * 301}, -210),
        ({"title": ""}, -201),
        ({"type": "x"}, -201),
        ({"status": "yes"}, -201),
        ({"body": []}, -201),
        ({"body": [{"type": "x"}]}, -201),
        ({"body": [{"type": "text"}]}, -201),
        ({"body": [{"type": "video"}]}, -201),
        ({"cover": {"cover_type": "x"}}, -201),
        ({"cover": {"cover_type": "video"}}, -201),
        ({"cover": None}, -201),
    ],
)
def test_a_bad_article_is_refused(api, changes, code):
    assert create(api, **changes)["error"] == code


def test_the_allowance_of_articles_runs_out(api):
    api.knobs(article_quota=1)
    assert create(api)["error"] == 0
    assert create(api) == {"error": -223, "message": "Your OA has reach the limit quota create article"}


def test_an_article_can_be_broadcast(api):
    element = {"media_type": "article", "attachment_id": published(api)}
    payload = {"template_type": "media", "elements": [element]}
    body = {
        "recipient": {"target": {"gender": "0"}},
        "message": {"attachment": {"type": "template", "payload": payload}},
    }
    assert api.post("/v2.0/oa/message", body)["data"]["message_id"]


MP4 = b"\x00\x00\x00\x1cftypisom"


def hand_in(api, name="a.mp4", content=MP4, field="file"):
    return api.http.post(
        "/v2.0/article/upload_video/preparevideo", files={field: (name, content)}, headers=api.headers
    ).json()


def converted(api, token):
    headers = api.headers | {"token": token}
    return api.http.get("/v2.0/article/upload_video/verify", headers=headers).json()


@pytest.mark.parametrize(("name", "content"), [("a.mp4", MP4), ("B.AVI", b"RIFF....AVI ")])
def test_a_video_is_converted_first_then_ready(api, name, content):
    token = hand_in(api, name, content)["data"]["token"]
    first, second = converted(api, token)["data"], converted(api, token)["data"]
    assert (first["status"], first["convert_percent"]) == (3, 0)
    assert first["status_message"] == "Video is being converted"
    assert (second["status"], second["convert_percent"], second["convert_error_code"]) == (1, 100, 0)
    assert (second["video_name"], second["video_size"]) == (name, len(content))
    assert second["video_id"] == first["video_id"]
    video = {"type": "video", "video_id": second["video_id"]}
    assert "token" in api.post("/v2.0/article/create", VIDEO | video)["data"]


def test_a_video_that_is_none_fails_to_convert(api):
    api.knobs(article_pending=0)
    data = converted(api, hand_in(api, content=b"MZ")["data"]["token"])["data"]
    assert (data["status"], data["convert_error_code"]) == (4, 1)


def test_videos_are_refused_by_kind_size_and_token(api):
    assert hand_in(api, "a.mkv")["error"] == -201
    assert hand_in(api, field="video")["error"] == -201
    assert hand_in(api, content=MP4 + bytes(50 * 1024 * 1024))["error"] == -210
    assert api.post("/v2.0/article/upload_video/preparevideo", {})["error"] == -201
    assert converted(api, "x")["error"] == -201
    assert api.plain("/v2.0/article/upload_video/verify", token="x")["error"] == -201
