"""Bodies to canonical JSON and back; reading never fails."""

import json
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain import events as e
from console.domain.case import Case, ReplyMark, ReplyState, Transfer, TransferState
from console.domain.event_json import KINDS, body_from_json, body_to_json, from_plain, to_json
from console.domain.message import Attachment, Direction, Message, MessageType
from tests.domain.test_events import BODIES, sample

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
attachments = st.builds(
    Attachment,
    st.integers(0, 9),
    st.sampled_from(MessageType),
    texts,
    texts,
    texts,
    st.none() | st.floats(-90, 90),
    st.none() | st.floats(-180, 180),
    st.booleans(),
)
messages = st.builds(
    Message,
    texts,
    st.sampled_from(Direction),
    st.sampled_from(MessageType),
    texts,
    st.integers(0, 1 << 53),
    st.lists(attachments, max_size=3).map(tuple),
    texts,
)


@pytest.mark.parametrize("kind", BODIES)
def test_every_kind_comes_back_as_it_was(kind):
    body = sample(kind)
    assert body_from_json(kind.KIND, body_to_json(body)) == body


@given(st.builds(e.MessageReceived, messages, st.booleans()))
@settings(max_examples=200, deadline=None)
def test_messages_come_back_as_they_were(body):
    text = body_to_json(body)
    assert body_from_json(body.KIND, text) == body
    assert body_to_json(body_from_json(body.KIND, text)) == text


def test_json_is_canonical():
    text = body_to_json(e.NoteAdded("n1", "Chữ «có dấu»\n"))
    assert text == '{"note_id":"n1","text":"Chữ «có dấu»\\n"}'


def test_a_field_of_a_later_version_is_left_alone_and_an_earlier_body_gets_defaults():
    assert body_from_json("case.viewed", '{"last_message_id":"m1","since":9}') == e.CaseViewed("m1")
    assert body_from_json("reply.queued", '{"reply_id":"r","text":"x"}') == e.ReplyQueued("r", "x")
    moved = '{"from_case":"a","messages":["m"],"first_at":1,"last_at":2,"last_inbound_id":"m"}'
    assert body_from_json("case.messages_moved_in", moved) == e.MessagesMovedIn("a", ("m",), 1, 2, "m")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=8,
)


@given(st.sampled_from(sorted(KINDS)), json_values.map(json.dumps) | texts)
@settings(max_examples=500, deadline=None)
def test_reading_is_total(kind, text):
    body = body_from_json(kind, text)
    assert isinstance(body, (e.UnknownBody, KINDS[kind]))
    if isinstance(body, e.UnknownBody):
        assert (body.kind, body.raw) == (kind, text)
        assert body_to_json(body) == text


@given(st.sampled_from([k for k in BODIES if fields(k)]), st.data())
@settings(max_examples=200, deadline=None)
def test_one_wrong_value_makes_a_body_unknown_not_wrong(kind, data):
    plain = json.loads(body_to_json(sample(kind)))
    name = data.draw(st.sampled_from(sorted(plain)))
    plain[name] = {"not": ["what", 1]}
    body = body_from_json(kind.KIND, json.dumps(plain))
    assert isinstance(body, e.UnknownBody)


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "7", '"x"', '{"lease_until": true}', '{"lease_until": "9"}', "{"]
)
def test_what_is_not_a_body_is_unknown(text):
    assert body_from_json("case.claimed", text) == e.UnknownBody("case.claimed", text)


def test_a_kind_nobody_knows_is_kept():
    assert body_from_json("case.frozen", '{"x":1}') == e.UnknownBody("case.frozen", '{"x":1}')


def test_a_case_comes_back_from_its_snapshot():
    case = Case(
        "c1",
        7,
        tags=("a", "b"),
        replies=(ReplyMark("r1", ReplyState.UNKNOWN, 5),),
        transfer=Transfer("t", "A", "B", "hanh", "vì", 1, 2, TransferState.RETURNED),
    )
    assert from_plain(Case, json.loads(to_json(case))) == case
