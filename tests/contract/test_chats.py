import pytest

from console.zalo.errors import (
    ApiError,
    BadArgument,
    BadBody,
    HttpStatusError,
    MediaGone,
    NotSent,
    RateLimited,
    ZaloError,
)
from console.zalo.media import MediaPolicy, fetch_media
from console.zalo.rows import RowKind
from console.zalo.sniff import MediaKind

LIST = "/v2.0/oa/listrecentchat"


def test_empty_inbox(line):
    assert line.client.chats.list_recent_chat().count == 0


def test_pages_are_newest_first_and_join(line):
    start = line.oa.state.now()
    ids = [line.write(f"tin {n}", user=f"người {n % 3}", time_ms=start + n)["message_id"] for n in range(25)]
    seen = []
    for offset in (0, 10, 20):
        page = line.client.chats.list_recent_chat(offset)
        assert not page.bad
        seen += [row.message_id for row in page.rows]
    assert seen == ids[::-1]
    assert line.client.chats.list_recent_chat(25).count == 0
    assert line.client.rate.limit == 4000


def test_one_conversation_in_both_directions(line):
    written = line.write("còn ở đó không ạ", user="Lan", name="Lan")
    line.write("người khác", user="Minh")
    receipt = line.client.messages.send_text(written["user_id"], "Dạ còn ạ")
    echo, inbound = line.client.chats.conversation(written["user_id"]).rows
    assert (inbound.inbound, inbound.text, inbound.user_name) == (True, "còn ở đó không ạ", "Lan")
    assert (echo.inbound, echo.text, echo.message_id) == (False, "Dạ còn ạ", receipt.message_id)
    assert echo.user_id == inbound.user_id == written["user_id"]
    assert echo.oa_id == inbound.oa_id == line.oa.state.config.oa_id
    assert inbound.at_ms == written["time_ms"]


@pytest.mark.parametrize(
    ("message", "kind", "media"),
    [
        ({"type": "image", "description": "biển số"}, RowKind.PHOTO, MediaKind.JPEG),
        ({"type": "gif"}, RowKind.GIF, MediaKind.GIF),
        ({"type": "voice"}, RowKind.VOICE, MediaKind.AMR),
        ({"type": "sticker"}, RowKind.STICKER, MediaKind.PNG),
        ({"type": "file", "name": "đơn trình báo.pdf"}, RowKind.FILE, MediaKind.PDF),
        ({"type": "file", "name": "đơn.docx"}, RowKind.FILE, MediaKind.ZIP),
        ({"type": "video"}, RowKind.VIDEO, MediaKind.MP4),
        ({"type": "link", "url": "https://vd.vn/x"}, RowKind.LINK, None),
        ({"type": "links", "urls": ["https://vd.vn/1", "https://vd.vn/2"]}, RowKind.LINK, None),
        ({"type": "business_card"}, RowKind.CARD, None),
        ({"type": "hologram", "text": "x"}, RowKind.UNSUPPORTED, None),
    ],
)
def test_kinds_and_their_media(line, message, kind, media):
    line.oa.control("inject", **message)
    (row,) = line.client.chats.list_recent_chat().rows
    assert row.kind is kind
    if media is None:
        return
    parts: list[bytes] = []
    host, port = line.oa.base_url.removeprefix("http://").split(":")
    policy = MediaPolicy(loopback=frozenset({(host, int(port))}))
    fetched = fetch_media(row.url, parts.append, policy)
    assert (fetched.kind, fetched.size) == (media, len(b"".join(parts)))
    line.oa.control("media", expire="all")
    with pytest.raises(MediaGone):
        fetch_media(row.url, parts.append, policy)


def test_amp_in_a_sticker_address_is_unescaped_once(line):
    line.knob(amp_urls=True)
    line.oa.control("inject", type="sticker")
    (row,) = line.client.chats.list_recent_chat().rows
    assert "&amp;" in row.url
    host, port = line.oa.base_url.removeprefix("http://").split(":")
    fetched = fetch_media(row.url, bytes.__len__, MediaPolicy(loopback=frozenset({(host, int(port))})))
    assert fetched.kind is MediaKind.PNG


@pytest.mark.parametrize("form", ["json", "lat_lng", "lng_lat", "object"])
def test_location_forms(line, form):
    line.knob(location_form=form)
    line.oa.control("inject", type="location", lat=22.66, lon=106.25)
    (row,) = line.client.chats.list_recent_chat().rows
    assert (row.kind, row.latitude, row.longitude) == (RowKind.LOCATION, 22.66, 106.25)


@pytest.mark.parametrize("form", ["array", "object", "text"])
def test_links_forms(line, form):
    line.knob(links_form=form)
    line.oa.control("inject", type="link", url="https://vd.vn/x")
    (row,) = line.client.chats.list_recent_chat().rows
    assert row.links == ("https://vd.vn/x",)


@pytest.mark.parametrize("form", ["file", "link"])
def test_file_rows(line, form):
    line.knob(file_rows=form)
    line.oa.control("inject", type="file", name="đơn.pdf")
    (row,) = line.client.chats.list_recent_chat().rows
    assert row.kind in {RowKind.FILE, RowKind.LINK}
    assert row.url or row.links


@pytest.mark.parametrize(
    "raw",
    [
        {"message_id": None},
        {"time": None},
        {"time": 0},
        {"time": -5},
        {"time": 1790000062},
        {"time": 253402300799000},
        {"src": 9},
        {"from_id": None},
    ],
)
def test_a_bad_row_does_not_cost_its_neighbours(line, raw):
    line.write("trước", time_ms=line.oa.state.now() - 10)
    line.write("hỏng", raw=raw)
    page = line.client.chats.list_recent_chat()
    assert [row.text for row in page.rows] == ["trước"]
    assert len(page.bad) == 1
    assert "hỏng" in page.bad[0].raw_text.encode().decode("unicode_escape")


def test_forms_that_flip(line):
    line.knob(error_as_text=True, sent_time=False)
    line.write("a", raw={"time": str(line.oa.state.now()), "from_id": 9007199254740993123})
    (row,) = line.client.chats.list_recent_chat().rows
    assert row.user_id == "9007199254740993123"


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x>",
        "a\0b",
        "👨\u200d👩\u200d👧",
        "Nguye\u0302\u0303n",
        "\u202egpj.exe",
        "'; DROP TABLE x;--",
        "x" * 100_000,
    ],
)
def test_hostile_texts(line, text):
    line.write(text)
    (row,) = line.client.chats.list_recent_chat().rows
    assert row.text == text.replace("\0", "\ufffd")


def test_five_hundred_in_one_millisecond(line):
    line.write("{n}", times=500)
    seen = set()
    for offset in range(0, 500, 10):
        seen |= {row.message_id for row in line.client.chats.list_recent_chat(offset).rows}
    assert len(seen) == 500


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("rate", RateLimited),
        ("rate:-216", ApiError),
        ("status:429", RateLimited),
        ("http500", HttpStatusError),
        ("status:503", HttpStatusError),
        ("html", BadBody),
        ("html:502", HttpStatusError),
        ("body:null", BadBody),
        ('body:{"error":0,"data":null}', BadBody),
        ('body:{"error":0,"data":{}}', BadBody),
        ("redirect", HttpStatusError),
        ("reset", ZaloError),
        ("endless", BadBody),
        ("truncated", BadBody),
        ("cut", ZaloError),
        ("blank", BadBody),
        ("lost_answer", ZaloError),
        ("hang", ZaloError),
    ],
)
def test_faults_are_typed_and_the_next_call_is_fine(line, hasty, fault, kind):
    line.write("vẫn còn")
    line.fault(fault, LIST)
    with pytest.raises(kind) as caught:
        hasty.chats.list_recent_chat()
    assert not isinstance(caught.value, NotSent)
    assert hasty.chats.list_recent_chat().rows[0].text == "vẫn còn"


def test_a_bomb_is_not_unpacked(line):
    line.write("vẫn còn")
    line.fault("bomb", LIST)
    with pytest.raises(BadBody):
        line.client.chats.list_recent_chat()
    assert line.client.chats.list_recent_chat().rows[0].text == "vẫn còn"


def test_garbled_bytes_never_end_a_read_otherwise(line):
    line.write("vẫn còn")
    for _ in range(30):
        line.fault("garbled", LIST)
        try:
            line.client.chats.list_recent_chat()
        except ZaloError as error:
            assert error.text_vi
    assert line.client.chats.list_recent_chat().rows


@pytest.mark.parametrize("count_over", ["refuse", "clip"])
def test_count_over_ten_never_leaves(line, count_over):
    line.knob(count_over=count_over)
    with pytest.raises(BadArgument):
        line.client.chats.list_recent_chat(0, 11)


@pytest.mark.parametrize("code", [-216, -220])
def test_expired_token(line, code):
    line.knob(expired_code=code)
    line.oa.control("token", do="expire")
    with pytest.raises(ApiError) as caught:
        line.client.chats.list_recent_chat()
    assert caught.value.code == code
    line.oa.control("token", do="issue")
    assert line.client.chats.list_recent_chat().count == 0, "the new token is read at the next call"


def test_rate_limit_of_the_minute(line):
    line.knob(rate_limit=2)
    line.oa.control("clock", frozen=True)
    line.client.chats.list_recent_chat()
    line.client.chats.list_recent_chat()
    assert line.client.rate.remain == 0
    with pytest.raises(RateLimited):
        line.client.chats.list_recent_chat()
    line.oa.control("clock", advance_ms=60_000)
    line.client.chats.list_recent_chat()
