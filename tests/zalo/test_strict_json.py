import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.zalo import strict_json
from console.zalo.strict_json import JsonError


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (b"", "empty"),
        (b"  \r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"<!DOCTYPE html><html>", "HTML"),
        (b"  <?xml version='1.0'?>", "HTML"),
        (b'{"a":1', "not JSON at character 6"),
        (b'{"a":1} x', "not JSON"),
        (b'{"a" "b"}', "not JSON"),
        (b"[" * 200_000, "deeper than 32"),
        (b'{"a":' * 200_000, "deeper than 32"),
        (b"[" * 33 + b"]" * 33, "deeper than 32"),
        (b'"abc', "not JSON"),
        (b'"' + b'\\"' * 500_000, "not JSON"),
    ],
)
def test_refuses_whole_body(body, what):
    with pytest.raises(JsonError, match=what):
        strict_json.loads(body)


def test_error_never_quotes_the_body():
    with pytest.raises(JsonError) as caught:
        strict_json.loads(b'{"name": "CANARY", oops}')
    assert "CANARY" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_brackets_inside_strings_are_not_depth():
    text = '["' + "[{" * 100 + '\\"' + "[" * 100 + '"]'
    assert strict_json.loads(text.encode()) == json.loads(text)


def test_depth_32_is_accepted():
    assert strict_json.loads(b"[" * 32 + b"]" * 32)


@pytest.mark.parametrize(
    ("body", "where"),
    [
        (b'{"data":[{"time":NaN}]}', "NaN or Infinity at .data[0].time"),
        (b'{"data":-Infinity}', "NaN or Infinity at .data"),
        (b'{"a":1e400}', "number out of range at .a"),
        (b'{"a":' + b"9" * 5000 + b"}", "number too long at .a"),
        (b'{"a":0.' + b"1" * 5000 + b"}", "number too long at .a"),
        (b'{"a":1,"a":2}', "duplicate key at the top"),
        (b'[{"x y<b>":{"k":1,"k":1}}]', "duplicate key at [0].?"),
        (b"NaN", "NaN or Infinity at the top"),
    ],
)
def test_poison_is_found_and_named(body, where):
    assert strict_json.find_poison(strict_json.loads(body)) == where


def test_poison_keeps_its_neighbours_and_its_evidence():
    value = strict_json.loads(b'[{"id":"a"},{"id":"b","id":"c"}]')
    assert value[0] == {"id": "a"}
    assert strict_json.dump(value[1]) == json.dumps(
        {"refused": "duplicate key", "text": '[["id","b"],["id","c"]]'}, separators=(",", ":")
    )


def test_ids_beyond_2_53_are_exact():
    assert strict_json.loads(b"[9007199254740993123, -0]") == [9007199254740993123, 0]


def test_broken_utf8_survives_as_evidence_and_is_cleaned():
    value = strict_json.loads(b'["a\xffb\\u0000\\ud800"]')
    assert strict_json.clean(value[0]) == "a\ufffdb\ufffd\ufffd"
    assert strict_json.dump(value) == '["a\\udcffb\\u0000\\ud800"]'


def test_clean_keeps_everything_else():
    text = "Nguyễn 👨\u200d👩\u200d👧 \u202e\x1b\x07\x85\u2028"
    assert strict_json.clean(text) is text


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_parse_or_are_refused(body):
    try:
        value = strict_json.loads(body)
    except JsonError:
        return
    strict_json.find_poison(value)
    strict_json.dump(value).encode("ascii")


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=100, deadline=None)
@given(_VALUES)
def test_agrees_with_json_on_clean_values(value):
    parsed = strict_json.loads(json.dumps(value).encode())
    if strict_json.find_poison(parsed) is None:
        assert parsed == value
