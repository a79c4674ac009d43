import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.zalo import strict_json
from console.zalo.errors import BadBody
from console.zalo.rows import RowKind, parse_page

OA, USER = "3120036654733951760", "2512523625412515"
AT = 1790000062000


def row(**members):
    base = {
        "src": 1,
        "time": AT,
        "type": "text",
        "message": "còn bánh không ạ?",
        "message_id": "4b1fd03c9ae27715d0c2",
        "from_id": USER,
        "to_id": OA,
        "from_display_name": "Lan",
        "from_avatar": "https://s240-ava.example/l.jpg",
        "to_display_name": "Tiệm Bánh",
        "to_avatar": "",
    }
    base.update(members)
    return {name: value for name, value in base.items() if value is not ...}


def one(**members):
    page = parse_page([row(**members)], "/x")
    assert not page.bad
    return page.rows[0]


def reason(**members):
    page = parse_page([row(**members), row(message_id="good")], "/x")
    assert [good.message_id for good in page.rows] == ["good"], "a bad row must not cost its neighbour"
    assert page.count == 2
    assert page.bad[0].index == 0
    assert page.bad[0].raw_text
    return page.bad[0].reason


def test_inbound_and_echo_name_the_citizen_either_way():
    inbound = one()
    assert (inbound.user_id, inbound.oa_id, inbound.user_name, inbound.inbound) == (USER, OA, "Lan", True)
    assert (inbound.from_id, inbound.to_id) == (USER, OA)
    echo = one(src=0, from_id=OA, to_id=USER, from_display_name="Tiệm", to_display_name="Lan")
    assert (echo.user_id, echo.oa_id, echo.user_name, echo.inbound) == (USER, OA, "Lan", False)
    assert (echo.from_id, echo.to_id) == (OA, USER)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("text", RowKind.TEXT),
        ("photo", RowKind.PHOTO),
        ("image", RowKind.PHOTO),
        ("GIF", RowKind.GIF),
        ("gif", RowKind.GIF),
        ("voice", RowKind.VOICE),
        ("Audio", RowKind.VOICE),
        ("VIDEO", RowKind.VIDEO),
        ("file", RowKind.FILE),
        ("sticker", RowKind.STICKER),
        ("link", RowKind.LINK),
        ("links", RowKind.LINK),
        ("location", RowKind.LOCATION),
        ("business card", RowKind.CARD),
        ("business_card", RowKind.CARD),
        ("businessCard", RowKind.CARD),
        ("recalled", RowKind.UNSUPPORTED),
        ("", RowKind.UNSUPPORTED),
        (None, RowKind.UNSUPPORTED),
        (7, RowKind.UNSUPPORTED),
        (..., RowKind.UNSUPPORTED),
        ({"a": 1}, RowKind.UNSUPPORTED),
    ],
)
def test_types(name, kind):
    parsed = one(type=name)
    assert parsed.kind is kind
    assert parsed.text == "còn bánh không ạ?"


def test_unknown_row_keeps_everything_raw():
    parsed = one(type="hologram", depth={"z": [1, 2]}, url="https://f.zdn.vn/x")
    assert (parsed.type_text, parsed.url) == ("hologram", "https://f.zdn.vn/x")
    assert json.loads(parsed.raw_json())["depth"] == {"z": [1, 2]}


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"message_id": ...}, "message_id"),
        ({"message_id": ""}, "message_id"),
        ({"message_id": None}, "message_id"),
        ({"message_id": 1.5}, "message_id"),
        ({"message_id": True}, "message_id"),
        ({"message_id": "a b"}, "message_id"),
        ({"message_id": "a\0"}, "message_id"),
        ({"message_id": "x" * 201}, "message_id"),
        ({"time": ...}, "time"),
        ({"time": 0}, "time"),
        ({"time": -1}, "time"),
        ({"time": 1790000062}, "time"),
        ({"time": 253402300799000}, "time"),
        ({"time": 1790000062000.0}, "time"),
        ({"time": True}, "time"),
        ({"time": "soon"}, "time"),
        ({"time": "٣"}, "time"),
        ({"src": ...}, "src"),
        ({"src": 2}, "src"),
        ({"src": True}, "src"),
        ({"from_id": ...}, "from_id"),
        ({"src": 0, "to_id": None}, "to_id"),
    ],
)
def test_a_row_that_cannot_be_filed_is_set_aside(members, expected):
    assert expected in reason(**members)


@pytest.mark.parametrize("item", [None, 7, "text", [], [1], True])
def test_a_row_that_is_no_object_is_set_aside(item):
    page = parse_page([item, row()], "/x")
    assert (len(page.rows), len(page.bad), page.bad[0].index) == (1, 1, 0)


def test_poisoned_rows_are_set_aside_with_their_text():
    body = json.dumps([row(), row(message_id="p1"), row(message_id="p2"), row(message_id="p3")])
    body = body.replace('"p1"', '"p1", "message_id": "other"').replace('"p2"', f'"p2", "n": {"9" * 5000}')
    body = body.replace('"p3"', '"p3", "x": NaN')
    page = parse_page(strict_json.loads(body.encode()), "/x")
    assert [good.message_id for good in page.rows] == ["4b1fd03c9ae27715d0c2"]
    assert [bad.reason.split(" at ")[0] for bad in page.bad] == [
        "duplicate key",
        "number too long",
        "NaN or Infinity",
    ]
    assert "other" in page.bad[0].raw_text
    assert "p1" in page.bad[0].raw_text


@pytest.mark.parametrize("data", [None, {}, {"0": row()}, "", 0, True])
def test_an_odd_data_is_no_empty_inbox(data):
    with pytest.raises(BadBody, match="not an array"):
        parse_page(data, "/v2.0/oa/listrecentchat")


def test_an_empty_page():
    assert parse_page([], "/x").count == 0


def test_numbers_come_as_text_and_ids_as_numbers():
    parsed = one(time=str(AT), src="1", message_id=9007199254740993123, from_id=2512523625412515123)
    assert (parsed.at_ms, parsed.src) == (AT, 1)
    assert (parsed.message_id, parsed.user_id) == ("9007199254740993123", "2512523625412515123")


@pytest.mark.parametrize(
    "location",
    [
        '{"longitude":106.65,"latitude":10.76}',
        '{"longitude":"106.65","latitude":"10.76"}',
        '{"lng":106.65,"lat":10.76}',
        '{"coordinates":{"longitude":"106.65","latitude":"10.76"}}',
        "10.76,106.65",
        " 10.76 , 106.65 ",
        "106.65,10.76",
        "[10.76, 106.65]",
        {"longitude": 106.65, "latitude": 10.76},
        {"lon": "106.65", "lat": "10.76"},
        ["10.76", "106.65"],
    ],
)
def test_location_forms(location):
    parsed = one(type="location", location=location)
    assert (parsed.latitude, parsed.longitude) == (10.76, 106.65)


@pytest.mark.parametrize(
    "location",
    [
        ...,
        None,
        "",
        "nowhere",
        "1,2,3",
        "nan,1",
        "95,181",
        {"latitude": 1},
        '{"latitude":NaN,"longitude":1}',
        "{",
        5,
        [1],
    ],
)
def test_unreadable_location_is_absent_not_fatal(location):
    parsed = one(type="location", location=location)
    assert (parsed.kind, parsed.latitude, parsed.longitude) == (RowKind.LOCATION, None, None)


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        (["https://vd.vn/1", "https://vd.vn/2"], ("https://vd.vn/1", "https://vd.vn/2")),
        ({"url": "https://vd.vn/1", "title": "x"}, ("https://vd.vn/1",)),
        ([{"href": "https://vd.vn/1"}, "https://vd.vn/2"], ("https://vd.vn/1", "https://vd.vn/2")),
        ("https://vd.vn/1", ("https://vd.vn/1",)),
        ('["https://vd.vn/1"]', ("https://vd.vn/1",)),
        (None, ()),
        ([None, 3.5, {}], ()),
        (["x"] * 500, ("x",) * 50),
    ],
)
def test_links_forms(links, expected):
    assert one(type="links", links=links).links == expected


def test_message_is_optional_and_texts_are_storable():
    assert one(type="photo", message=..., description="ảnh").text == ""
    parsed = one(message="a\0b\ud800c", from_display_name="\udfff")
    assert (parsed.text, parsed.user_name) == ("a\ufffdb\ufffdc", "\ufffd")
    assert json.loads(parsed.raw_json())["message"] == "a\0b\ud800c"
    parsed.text.encode()


def test_repr_names_no_citizen():
    text = repr(parse_page([row(), row(message_id="")], "/x"))
    for secret in ("Lan", "bánh", USER, "s240"):
        assert secret not in text


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.dictionaries(
            st.sampled_from([*row(), "links", "location", "url", "name", "other"]),
            st.none()
            | st.booleans()
            | st.integers()
            | st.floats()
            | st.text()
            | st.just(AT)
            | st.lists(st.text(), max_size=3)
            | st.dictionaries(
                st.sampled_from(["url", "lat", "lng", "longitude"]), st.text() | st.integers(), max_size=3
            ),
        ),
        max_size=4,
    )
)
def test_every_row_is_read_or_set_aside(rows):
    page = parse_page(strict_json.loads(json.dumps([{**row(), **item} for item in rows]).encode()), "/x")
    assert page.count == len(rows)
    for good in page.rows:
        good.text.encode()
        good.user_name.encode()
        assert json.loads(good.raw_json())
