"""Rows into messages: every type, and nothing of the person inside."""

import json

import pytest

from console.domain.message import Direction, MessageType
from console.gateway.translate import FETCHED, inbound_row, to_message
from console.zalo.rows import RowKind, parse_page

BASE = {
    "src": 1,
    "time": 1_790_000_062_000,
    "sent_time": "19:13:51 21/09/2026",
    "message_id": "4b1fd03c9ae27715d0c2",
    "from_id": "2512523625412515",
    "to_id": "3120036654733951760",
    "from_display_name": "Lan Bí Mật",
    "from_avatar": "https://s240-ava.zdn.vn/l.jpg",
    "to_display_name": "Công an tỉnh",
    "to_avatar": "",
}


def row(**members):
    page = parse_page([{**BASE, **members}], "test")
    assert not page.bad
    return page.rows[0]


def test_kinds_of_both_layers_are_the_same():
    assert {kind.value for kind in RowKind} == {kind.value for kind in MessageType}


@pytest.mark.parametrize(
    ("members", "kind", "text", "attachments"),
    [
        ({"type": "text", "message": "chào"}, MessageType.TEXT, "chào", []),
        (
            {"type": "photo", "url": "https://f.zdn.vn/a.jpg", "thumb": "https://t", "description": "cháy"},
            MessageType.PHOTO,
            "cháy",
            [("https://f.zdn.vn/a.jpg", True)],
        ),
        ({"type": "photo", "description": ""}, MessageType.PHOTO, "", []),
        ({"type": "GIF", "url": "http://g"}, MessageType.GIF, "", [("http://g", True)]),
        ({"type": "voice", "url": "http://v"}, MessageType.VOICE, "", [("http://v", True)]),
        ({"type": "sticker", "url": "http://s"}, MessageType.STICKER, "", [("http://s", True)]),
        (
            {"type": "links", "message": "Bảng giá", "links": ["https://a", "https://b"]},
            MessageType.LINK,
            "Bảng giá",
            [("https://a", False), ("https://b", False)],
        ),
        (
            {"type": "file", "url": "http://f", "message": "đơn.pdf"},
            MessageType.FILE,
            "đơn.pdf",
            [("http://f", True)],
        ),
        ({"type": "business card", "url": "http://c"}, MessageType.CARD, "", [("http://c", False)]),
        ({"type": "hologram", "url": "http://h"}, MessageType.UNSUPPORTED, "", [("http://h", False)]),
        ({"type": "location", "location": "không rõ"}, MessageType.LOCATION, "", []),
    ],
)
def test_each_type(members, kind, text, attachments):
    message = to_message(row(**members))
    assert (message.type, message.text) == (kind, text)
    assert [(a.url, a.fetch) for a in message.attachments] == attachments
    assert [a.index for a in message.attachments] == list(range(len(attachments)))


def test_location_has_its_place():
    (place,) = to_message(row(type="location", location='{"longitude":106.65,"latitude":10.76}')).attachments
    assert (place.latitude, place.longitude, place.fetch) == (10.76, 106.65, False)


def test_name_of_a_file_is_seen_in_its_text():
    assert to_message(row(type="file", url="http://f", message="đơn.pdf")).attachments[0].name == "đơn.pdf"


def test_direction_and_identity():
    taken = inbound_row(row(type="text", message="x"))
    assert taken.message.direction is Direction.INBOUND
    assert (taken.zalo_user_id, taken.display_name) == ("2512523625412515", "Lan Bí Mật")
    echo = {"src": 0, "from_id": BASE["to_id"], "to_id": BASE["from_id"], "to_display_name": "Lan Bí Mật"}
    sent = inbound_row(row(type="text", message="x", **echo))
    assert sent.message.direction is Direction.OUTBOUND
    assert sent.zalo_user_id == "2512523625412515"


def test_raw_keeps_what_is_unknown_and_nobodys_name():
    message = to_message(row(type="hologram", weight=3, nested={"a": [1]}, user_id="2512523625412515"))
    raw = json.loads(message.raw)
    assert raw["weight"] == 3
    assert raw["nested"] == {"a": [1]}
    for secret in ("2512523625412515", "Lan", "s240-ava"):
        assert secret not in message.raw


def test_only_media_is_fetched():
    assert not FETCHED & {
        MessageType.LINK,
        MessageType.TEXT,
        MessageType.LOCATION,
        MessageType.CARD,
        MessageType.UNSUPPORTED,
    }
