import io
import json

import pytest

from console.actions.classify import run
from console.runtime.resources import load_catalog, load_triage
from tests.domain.hostile import HOSTILE


def classify(*lines, as_json=True):
    out, err = io.StringIO(), io.StringIO()
    code = run(lines, out, as_json=as_json, err=err, catalog=load_catalog(), triage=load_triage())
    return code, out.getvalue(), err.getvalue()


def rows(text):
    return [json.loads(line) for line in text.splitlines()]


CONVERSATION = {
    "id": "T018",
    "messages": [
        {"n": 1, "t": 0, "type": "text", "text": "bo chau dang danh me chau"},
        {"n": 2, "t": 6, "type": "text", "text": "nha o xa thuong thon ha quang"},
        {"n": 3, "t": 9, "type": "image", "attachment": "sim://1"},
        {"n": 4, "t": 9, "type": "location", "lat": 22.9, "lon": 106.07},
    ],
    "labels": {"category": "SPAM"},
}


def test_shapes_and_order():
    code, out, err = classify(
        json.dumps(CONVERSATION),
        '{"text": "cảm ơn các anh đã giúp gia đình em"}\n',
        "\n",
        '\ufeff{"id": 7, "messages": [{"text": "alo"}]}',
    )
    assert code == 0
    assert err == ""
    first, second, third = rows(out)
    assert (first["id"], first["category"], first["priority"], first["district"]) == (
        "T018",
        "KHAN_CAP",
        "P1",
        "HQ",
    )
    assert first["unit"] == "TT113"
    assert first["reasons"][0]["text"]
    assert "id" not in second
    assert second["category"] == "CAM_ON"
    assert second["district"] is None
    assert third["id"] == 7


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "không phải JSON: cột 2"),
        ("[1]", "cần một đối tượng JSON, gặp list"),
        ("{}", "thiếu 'text' hoặc 'messages'"),
        ('{"text": 5}', "'text' phải là chuỗi, gặp int"),
        ('{"text": null}', "thiếu 'text'"),
        ('{"messages": "x"}', "'messages' phải là danh sách, gặp str"),
        ('{"messages": [{"text": "a"}, {"text": ["b"]}]}', "'messages[1].text' phải là chuỗi, gặp list"),
        ('{"messages": [7]}', "'messages[0]' phải là đối tượng, gặp int"),
        ("[" * 200_000, "lồng nhau quá sâu"),
        ('{"text": ' + "9" * 5_000 + "}", "số quá dài"),
    ],
)
def test_bad_line_is_named_and_does_not_stop_the_rest(line, message):
    code, out, err = classify('{"text": "alo"}', line, '{"text": "alo"}')
    assert code == 1
    assert "dòng 2: " in err
    assert message in err
    found = rows(out)
    assert len(found) == 3
    assert message in found[1]["error"]
    assert found[0] == found[2]


def test_readable_form():
    code, out, err = classify(json.dumps(CONVERSATION), "nope", as_json=False)
    assert code == 1
    assert "T018: Tin khẩn cấp (113) · Khẩn cấp (P1) · Huyện Hà Quảng" in out
    assert "dòng 2" in err
    assert "nope" not in out


@pytest.mark.parametrize("text", [t for t in HOSTILE.values() if len(t) < 200_000])
def test_hostile_text_keeps_one_line_a_row(text):
    line = json.dumps({"id": text[:100], "text": text})
    code, out, _ = classify(line)
    assert code == 0
    assert len(out.splitlines()) == 1
    classify(line, as_json=False)[1].encode("utf-8")


def test_lines_are_flushed_one_by_one():
    class Counting(io.StringIO):
        flushes = 0

        def flush(self):
            self.flushes += 1
            super().flush()

    out = Counting()
    lines = iter(['{"text": "a"}', '{"text": "b"}'])

    def source():
        for line in lines:
            yield line
            assert out.flushes >= 1

    assert (
        run(source(), out, as_json=True, err=io.StringIO(), catalog=load_catalog(), triage=load_triage()) == 0
    )
