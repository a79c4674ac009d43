"""Any body whatever: a value or a typed error, never another exception (threats.md T13)."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.zalo import articles, payloads, rows
from console.zalo.envelope import data_of, open_reply
from console.zalo.errors import ZaloError
from console.zalo.oauth import parse_tokens
from console.zalo.session import Reply

MEMBERS = [
    *(
        "error",
        "message",
        "data",
        "message_id",
        "time",
        "src",
        "from_id",
        "to_id",
        "user_id",
        "users",
        "medias",
        "id",
    ),
    *(
        "quota",
        "remain",
        "total",
        "shared_info",
        "phone",
        "tags_and_notes_info",
        "avatars",
        "oaid",
        "cs_reply",
        "token",
    ),
    *(
        "access_token",
        "refresh_token",
        "expires_in",
        "location",
        "links",
        "error_name",
        "body",
        "cover",
        "promotion",
    ),
]
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["0", "404", "-216", "\ud800", "\0", "1790000062000", 1790000062000, 10**40, -0.0])
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(MEMBERS), inner, max_size=8),
    max_leaves=20,
)
PARSERS = {
    "page": rows.parse_page,
    "user": payloads.parse_user,
    "users": payloads.parse_user_list,
    "profile": payloads.parse_profile,
    "user_quota": payloads.parse_user_quota,
    "assets": payloads.parse_quota_assets,
    "article": articles.parse_article,
    "articles": articles.parse_article_page,
    "video": articles.parse_video,
    "receipt": lambda data, where: payloads.parse_receipt(data),
}


def read(body: bytes, status: int) -> None:
    for parse in PARSERS.values():
        try:
            envelope = open_reply(Reply(status, body), "/x")
            data = envelope.get("data") if parse is rows.parse_page else data_of(envelope, "/x")
            repr(parse(data, "/x"))
        except ZaloError as error:
            assert error.text_vi
    try:
        parse_tokens(body, status=status)
    except ZaloError as error:
        assert error.text_vi


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(VALUES, st.sampled_from([200, 200, 200, 400, 429, 500]))
def test_structured_bodies(value, status):
    for body in (value, {"error": 0, "data": value}, {"error": 0, "data": [value]}):
        read(json.dumps(body).encode(), status)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([200, 302, 429, 503]))
def test_binary_bodies(body, status):
    read(body, status)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_mutated_real_body(data):
    row = {
        "src": 1,
        "time": 1790000062000,
        "type": "text",
        "message": "a",
        "message_id": "m",
        "from_id": "1",
        "to_id": "2",
    }
    body = bytearray(json.dumps({"data": [row, row], "error": 0, "message": "Success"}).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(body) - 1))
        body[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    read(bytes(body), 200)


@pytest.mark.parametrize(
    "text", ["<img src=x>", "\u202egpj.exe", "a" * 1_000_000, "\n" * 100_000, "%s {0}", "'; DROP"]
)
def test_hostile_texts_pass_through_unchanged(text):
    row = {
        "src": 1,
        "time": 1790000062000,
        "type": "text",
        "message": text,
        "message_id": "m",
        "from_id": "1",
        "to_id": "2",
        "from_display_name": text,
    }
    page = rows.parse_page(
        data_of(open_reply(Reply(200, json.dumps({"data": [row], "error": 0}).encode()), "/x"), "/x"), "/x"
    )
    assert (page.rows[0].text, page.rows[0].user_name) == (text, text)
