"""Both chat reads (API document §2.1-§2.3, §10.3, §10.4)."""

import json

import pytest

NOW = 1_790_000_000_000


def texts(rows):
    return [row.get("message") for row in rows]


def conversation(api, user_id, offset=0, count=10):
    return api.read("/v2.0/oa/conversation", user_id=user_id, offset=offset, count=count)


def test_rows_are_messages_of_all_users_newest_first_and_both_directions(api):
    user_id = api.hear("một", user="a", time_ms=NOW - 3000)["user_id"]
    api.hear("hai", user="b", time_ms=NOW - 2000)
    api.send(user_id, {"text": "ba"})
    rows = api.recent()
    assert texts(rows) == ["ba", "hai", "một"]
    assert [row["src"] for row in rows] == [0, 1, 1]
    ours, theirs = rows[0], rows[2]
    assert (ours["from_id"], ours["to_id"]) == ("3120036654733951760", user_id)
    assert (theirs["from_id"], theirs["to_id"]) == (user_id, "3120036654733951760")
    assert texts(conversation(api, user_id)["data"]) == ["ba", "một"]


def test_a_row_has_the_members_of_the_live_service_in_their_order(api):
    api.hear("dạ", user="mai", name="Mai")
    (row,) = api.recent()
    assert list(row) == [
        *("src", "time", "sent_time", "from_id", "from_display_name", "from_avatar"),
        *("to_id", "to_display_name", "to_avatar", "message_id", "type", "message"),
    ]
    assert (row["time"], row["sent_time"]) == (NOW, "21:13:20 21/09/2026")
    assert row["from_display_name"] == "Mai"
    assert len(row["message_id"]) == 20
    assert int(row["message_id"], 16) >= 0
    assert len(row["from_id"]) == 19
    assert int(row["from_id"]) > 2**53
    assert api.http.get(row["from_avatar"]).content.startswith(b"\x89PNG")


def test_sent_time_can_be_left_out(api):
    api.knobs(sent_time=False)
    api.hear()
    assert "sent_time" not in api.recent()[0]


def test_pages_are_contiguous_runs_of_ten(api):
    api.control("inject", times=25, text="{n}", step_ms=1)
    pages = [texts(api.recent(offset)) for offset in (0, 10, 20, 30)]
    assert [text for page in pages for text in page] == [str(n) for n in range(25, 0, -1)]
    assert [len(page) for page in pages] == [10, 10, 5, 0]
    assert texts(api.recent(8, 4)) == ["17", "16", "15", "14"]


@pytest.mark.parametrize("path", ["/v2.0/oa/listrecentchat", "/v2.0/oa/conversation"])
@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"offset": 0, "count": 11}, -210),
        ({"offset": 0, "count": 0}, -201),
        ({"offset": -1, "count": 1}, -201),
        ({"offset": "x", "count": 1}, -201),
        ({"offset": True, "count": 1}, -201),
        ({"count": 1}, -201),
        ({"offset": 0}, -201),
    ],
)
def test_bad_pages_are_refused(api, path, data, code):
    user_id = api.hear()["user_id"]
    assert api.read(path, **data, user_id=user_id)["error"] == code


def test_a_count_over_ten_can_be_clipped(api):
    api.knobs(count_over="clip")
    api.control("inject", times=15, text="{n}")
    assert len(api.recent(0, 50)) == 10


def test_user_id_may_be_a_number_or_a_text(api):
    user_id = api.hear("dạ")["user_id"]
    assert texts(conversation(api, int(user_id))["data"]) == ["dạ"]
    raw = '{user_id:USER,"offset":0,"count":10}'.replace("USER", user_id)
    answer = api.http.get("/v2.0/oa/conversation", params={"data": raw}, headers=api.headers).json()
    assert texts(answer["data"]) == ["dạ"]


@pytest.mark.parametrize("code", [-201, -213, -232])
def test_an_unknown_user_is_refused_with_the_knobs_code(api, code):
    api.knobs(unknown_user_code=code)
    assert conversation(api, "1")["error"] == code


@pytest.mark.parametrize(("clips", "counts"), [(True, [10, 2, 0, 0]), (False, [10, 10, 0, 0])])
def test_the_list_can_be_capped_while_conversations_go_on(api, clips, counts):
    api.knobs(list_cap=10, cap_clips=clips)
    user_id = api.control("inject", times=25, text="{n}", step_ms=1)["messages"][0]["user_id"]
    assert [len(api.recent(offset)) for offset in (0, 8, 10, 20)] == counts
    assert len(conversation(api, user_id, 20)["data"]) == 5
    api.knobs(conversation_cap=10)
    assert conversation(api, user_id, 10)["data"] == []


def test_500_messages_of_one_millisecond_keep_the_order_of_their_insertion(api):
    api.control("inject", times=500, text="{n}")
    rows = [row for offset in range(0, 500, 10) for row in api.recent(offset)]
    assert {row["time"] for row in rows} == {NOW}
    assert texts(rows) == [str(n) for n in range(500, 0, -1)]
    assert len({row["message_id"] for row in rows}) == 500
    api.knobs(tie_order="oldest_first")
    assert texts(api.recent(0, 3)) == ["1", "2", "3"]


def test_a_late_message_takes_the_place_of_its_old_time(api):
    for n in (1, 2, 3):
        api.hear(str(n), time_ms=NOW - 100 + n * 10)
    api.hear("muộn", time_ms=NOW - 85)
    assert texts(api.recent()) == ["3", "2", "muộn", "1"]


def test_a_recalled_message_disappears_and_the_list_shrinks(api):
    api.control("inject", times=3, text="{n}", step_ms=1, user="a")
    gone = api.recent()[1]["message_id"]
    assert api.control("recall", message_id=gone) == {"message_id": gone}
    assert texts(api.recent()) == ["3", "1"]
    api.control("recall", user="a")
    assert texts(api.recent()) == ["1"]
    told = {m["message_id"]: m for m in api.control("messages")["messages"]}
    assert told[gone]["recalled"]
    assert told[gone]["served"] == 1


def test_a_recalled_message_can_stay_without_content(api):
    api.knobs(recall_mode="mark")
    api.control("recall", message_id=api.hear("bí mật")["message_id"])
    (row,) = api.recent()
    assert row["type"] == "recalled"
    assert "message" not in row


def test_the_two_reads_can_name_a_message_differently(api):
    api.knobs(message_ids="conversation_differs")
    user_id = api.hear()["user_id"]
    assert api.recent()[0]["message_id"] != conversation(api, user_id)["data"][0]["message_id"]
    api.knobs(message_ids="same")
    api.hear()
    assert api.recent()[0]["message_id"] == conversation(api, user_id)["data"][0]["message_id"]


def test_rows_of_each_type_carry_what_the_document_says(api):
    for item in (
        {"type": "image"},
        {"type": "voice", "duration_s": 2},
        {"type": "gif"},
        {"type": "sticker"},
        {"type": "link", "url": "https://vd.example/x"},
        {"type": "links", "text": "Bảng giá", "urls": ["https://a.example", "https://b.example"]},
        {"type": "location", "lat": 22.5, "lon": 106.25},
        {"type": "file", "name": "đơn.pdf"},
        {"type": "business_card", "text": "thẻ"},
        {"type": "hologram"},
    ):
        api.control("inject", **item)
    rows = {row["type"]: row for row in api.recent()}
    assert set(rows) == {
        "photo",
        "voice",
        "GIF",
        "sticker",
        "link",
        "links",
        "location",
        "file",
        "business card",
        "hologram",
    }
    assert "message" not in rows["photo"]
    assert rows["photo"]["description"] == ""
    assert set(rows["photo"]) > {"thumb", "url"}
    assert rows["voice"]["url"].endswith(".amr")
    assert rows["links"]["links"] == ["https://a.example", "https://b.example"]
    assert json.loads(rows["location"]["location"]) == {"longitude": 106.25, "latitude": 22.5}
    assert rows["file"]["message"] == "đơn.pdf"
    assert rows["file"]["url"].endswith(".pdf")
    assert rows["sticker"]["url"].partition("?")[2].endswith("&size=130")


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("lat_lng", "22.5,106.25"),
        ("lng_lat", "106.25,22.5"),
        ("object", {"longitude": 106.25, "latitude": 22.5}),
    ],
)
def test_the_inner_form_of_a_location_can_vary(api, form, shown):
    api.knobs(location_form=form)
    api.control("inject", type="location", lat=22.5, lon=106.25)
    assert api.recent()[0]["location"] == shown


@pytest.mark.parametrize(
    ("form", "shown"),
    [("object", {"href": "https://a.example"}), ("text", "https://a.example https://b.example")],
)
def test_the_shape_of_links_can_vary(api, form, shown):
    api.knobs(links_form=form)
    api.control("inject", type="links", urls=["https://a.example", "https://b.example"])
    assert api.recent()[0]["links"] == shown


@pytest.mark.parametrize(("form", "types"), [("file", ["file"]), ("link", ["link"]), ("absent", [])])
def test_how_files_appear_in_the_reads(api, form, types):
    api.knobs(file_rows=form)
    api.control("inject", type="file", name="a.pdf")
    assert [row["type"] for row in api.recent()] == types


def test_sticker_addresses_can_hold_an_escaped_ampersand(api):
    api.knobs(amp_urls=True)
    api.control("inject", type="sticker")
    assert "&amp;size=" in api.recent()[0]["url"]


def test_any_member_of_a_row_can_be_replaced_or_taken_away(api):
    api.hear(
        "a", raw={"message": None, "time": "seconds", "message_id": 9007199254740993123, "new": {"x": [1]}}
    )
    (row,) = api.recent()
    assert "message" not in row
    assert (row["time"], row["message_id"], row["new"]) == ("seconds", 9007199254740993123, {"x": [1]})


@pytest.mark.parametrize("text", ["Nguyễn", "👨‍👩‍👧‍👦", "\u202egpj.exe", "a\u0000b\u2028c", "\ud800"])
def test_hostile_text_comes_through_unchanged(api, text):
    api.control("inject", user="x", name=text, text=text)
    (row,) = api.recent()
    assert (row["message"], row["from_display_name"]) == (text, text)
