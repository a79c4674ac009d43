"""Users, profile and tags (API document §2.4-§2.7, §5)."""

import pytest

NOW = 1_790_000_000_000
DAY = 86_400_000


def detail(api, user_id):
    return api.read("/v3.0/oa/user/detail", user_id=user_id)


def listing(api, **data):
    return api.read("/v3.0/oa/user/getlist", **{"offset": 0, "count": 50} | data)


def test_detail_has_the_documented_members(api):
    user_id = api.hear(user="lan", name="Lan")["user_id"]
    data = detail(api, user_id)["data"]
    assert set(data) == {
        *("user_id", "user_id_by_app", "user_external_id", "display_name", "user_alias", "is_sensitive"),
        *("user_last_interaction_date", "user_is_follower", "avatar", "avatars", "dynamic_param"),
        *("tags_and_notes_info", "shared_info"),
    }
    assert (data["display_name"], data["user_alias"]) == ("Lan", "Lan")
    assert data["user_last_interaction_date"] == "21/09/2026"
    assert data["user_id_by_app"] != user_id
    assert data["shared_info"] == {
        "address": "",
        "city": "",
        "district": "",
        "phone": 0,
        "name": "",
        "user_dob": "",
    }
    assert api.read("/v3.0/oa/user/detail", user_id=int(user_id))["data"] == data


def test_an_unknown_user_is_refused(api):
    assert detail(api, "1") == {"error": -201, "message": "user_id is invalid!"}
    assert api.read("/v3.0/oa/user/detail")["error"] == -201


def test_shared_info_can_be_absent_empty_or_hold_a_phone_of_either_kind(api):
    user_id = api.control("user", user="lan", shared={"phone": "84912000000"})["user_id"]
    assert detail(api, user_id)["data"]["shared_info"]["phone"] == "84912000000"
    api.control("user", user="lan", shared={"phone": 84912000000})
    assert detail(api, user_id)["data"]["shared_info"]["phone"] == 84912000000
    api.knobs(shared_info="empty")
    assert detail(api, user_id)["data"]["shared_info"]["phone"] == 0
    api.knobs(shared_info="absent")
    assert "shared_info" not in detail(api, user_id)["data"]
    api.knobs(shared_info="full")
    api.control("user", user="lan", shared=None)
    assert "shared_info" not in detail(api, user_id)["data"]


def test_an_update_shows_in_the_detail(api):
    user_id = api.hear()["user_id"]
    change = {
        "user_alias": "Bác Lan",
        "user_external_id": "x1",
        "shared_info": {"name": "Lan", "phone": 84912000000},
    }
    assert api.post("/v3.0/oa/user/update", {"user_id": user_id} | change) == {
        "error": 0,
        "message": "Success",
    }
    data = detail(api, user_id)["data"]
    assert (data["user_alias"], data["user_external_id"], data["shared_info"]["name"]) == (
        "Bác Lan",
        "x1",
        "Lan",
    )
    assert api.post("/v3.0/oa/user/update", {"user_id": user_id, "shared_info": 7})["error"] == -201


def test_the_list_pages_and_echoes_the_size_that_was_asked_for(api):
    ids = [api.hear(user=f"u{n}")["user_id"] for n in range(7)]
    data = listing(api, offset=5, count=5)["data"]
    assert data == {
        "total": 7,
        "count": 5,
        "offset": 5,
        "users": [{"user_id": user_id} for user_id in ids[5:]],
    }


@pytest.mark.parametrize(
    ("data", "code"),
    [({"count": 51}, -210), ({"offset": 9952}, -210), ({"offset": -1}, -201), ({"count": None}, -201)],
)
def test_bad_pages_of_users_are_refused(api, data, code):
    assert listing(api, **data)["error"] == code


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("TODAY", [0]),
        ("YESTERDAY", [1]),
        ("L7D", [1, 7]),
        ("L30D", [1, 7, 8, 30]),
        ("2026_09_13:2026_09_14", [7, 8]),
    ],
)
def test_the_periods_of_the_last_interaction(api, period, days):
    ids = {n: api.hear(user=f"u{n}", time_ms=NOW - n * DAY)["user_id"] for n in (0, 1, 7, 8, 30, 31)}
    found = [user["user_id"] for user in listing(api, last_interaction_period=period)["data"]["users"]]
    assert found == [ids[n] for n in days]


@pytest.mark.parametrize("period", ["x", 7, "2026_13_01:2026_13_02", "2026_09_01"])
def test_a_strange_period_is_refused(api, period):
    assert listing(api, last_interaction_period=period)["message"] == "last_interaction_period is invalid!"


def test_a_day_ends_at_midnight_in_vietnam(api):
    api.hear(user="đêm", time_ms=NOW - 21 * 3_600_000)
    api.hear(user="khuya", time_ms=NOW - 22 * 3_600_000)
    assert listing(api, last_interaction_period="TODAY")["data"]["total"] == 1


@pytest.mark.parametrize(("wanted", "total"), [(True, 1), ("false", 1), ("true", 1), (False, 1)])
def test_followers_can_be_told_apart(api, wanted, total):
    api.control("user", user="a", follower=True)
    api.control("user", user="b", follower=False)
    assert listing(api, is_follower=wanted)["data"]["total"] == total
    assert listing(api)["data"]["total"] == 2


def test_tags_are_made_given_taken_and_removed(api):
    user_id = api.hear(user="a")["user_id"]

    def tag(verb, **body):
        return api.post(f"/v2.0/oa/tag/{verb}", body)["error"]

    assert tag("tagfollower", user_id=user_id, tag_name="lừa đảo") == 0
    assert tag("tagfollower", user_id=int(user_id), tag_name="vip") == 0
    assert api.plain("/v2.0/oa/tag/gettagsofoa")["data"] == ["lừa đảo", "vip"]
    assert detail(api, user_id)["data"]["tags_and_notes_info"]["tag_names"] == ["lừa đảo", "vip"]
    assert listing(api, tag_name="vip")["data"]["total"] == 1
    assert tag("rmfollowerfromtag", user_id=user_id, tag_name="vip") == 0
    assert listing(api, tag_name="vip")["data"]["total"] == 0
    assert tag("rmtag", tag_name="lừa đảo") == 0
    assert detail(api, user_id)["data"]["tags_and_notes_info"]["tag_names"] == []
    assert api.plain("/v2.0/oa/tag/gettagsofoa")["data"] == ["vip"]
    assert tag("rmtag", tag_name="lừa đảo") == -201
    assert tag("rmfollowerfromtag", user_id=user_id, tag_name="lừa đảo") == -201
    assert tag("tagfollower", user_id=user_id) == -201
    assert tag("tagfollower", user_id="1", tag_name="vip") == -201


def test_the_profile_names_its_id_either_way(api):
    api.control("user", user="a", follower=True)
    data = api.plain("/v2.0/oa/getoa")["data"]
    assert (data["oaid"], data["num_follower"], data["oa_type"]) == ("3120036654733951760", 1, 4)
    assert data["package_valid_through_date"] == "20/03/2027"
    api.knobs(oa_id_key="oa_id")
    data = api.plain("/v2.0/oa/getoa")["data"]
    assert data["oa_id"] == "3120036654733951760"
    assert "oaid" not in data
