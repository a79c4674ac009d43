"""Conversations from JSON lines, played in accelerated time (`--corpus`, `--speed`)."""

import json

import pytest

from console.simulator.corpus import CorpusError, answers, asked, demo_inbox, load
from console.simulator.state import user_id_for


def line(key="T1", alias="Bà Ích", start=0, messages=("xin chào",), answers=None, **user):
    written = [
        {"n": n, "t": 10 * (n - 1), "type": "text", "text": m} if isinstance(m, str) else m
        for n, m in enumerate(messages, 1)
    ]
    who = {"alias": alias, "sim_user_id": f"sim-{key}", "follower": True} | user
    return {
        "id": key,
        "user": who,
        "start_offset_s": start,
        "messages": written,
        "answers_if_asked": answers or {},
    }


@pytest.fixture
def corpus(tmp_path):
    def write(*lines):
        path = tmp_path / "corpus.jsonl"
        path.write_text(
            "".join(f"{x if isinstance(x, str) else json.dumps(x)}\n" for x in lines), encoding="utf-8"
        )
        return path

    return write


def play(start, path, **config):
    """Start with a clock that stands still: only what is due at once has been played."""
    api = start(corpus=path, **config)
    api.control("clock", advance_ms=0)
    return api


def texts(api):
    return [message["row"].get("message") for message in api.control("messages")["messages"]]


def test_messages_come_in_accelerated_time(start, corpus):
    path = corpus(line("A", messages=["a1", "a2"]), line("B", start=600, messages=["b1"]))
    api = play(start, path, speed=60, burst=0, max_idle_s=100)
    assert texts(api) == ["a1"]
    api.wait(167)
    assert texts(api) == ["a1", "a2"]
    api.wait(9_832)
    assert texts(api) == ["a1", "a2"]
    api.wait(2)
    assert texts(api) == ["a1", "a2", "b1"]
    assert api.control("health")["waiting"] == 0


def test_the_first_conversations_arrive_within_a_second(start, corpus):
    path = corpus(*(line(f"C{n}", start=21_600 * n) for n in range(8)))
    api = play(start, path, speed=1, burst=5, max_idle_s=30)
    api.wait(1000)
    assert len(texts(api)) == 5
    api.wait(30_000)
    assert len(texts(api)) == 6


def test_silence_is_never_longer_than_the_limit(start, corpus):
    path = corpus(line("A"), line("B", start=21_600))
    api = play(start, path, speed=1, burst=0, max_idle_s=2)
    api.wait(1_999)
    assert len(texts(api)) == 1
    api.wait(1)
    assert len(texts(api)) == 2


def test_conversations_may_stand_in_any_order(start, corpus):
    path = corpus(line("B", start=600, messages=["sau"]), line("A", start=0, messages=["trước"]))
    api = play(start, path, speed=float("inf"))
    assert texts(api) == ["trước", "sau"]


def test_with_infinite_speed_everything_comes_at_once_in_the_order_of_each_writer(start, corpus):
    api = play(
        start,
        corpus(*(line(f"C{n}", start=n * 9999, messages=["1", "2", "3"]) for n in range(20))),
        speed=float("inf"),
    )
    assert len(texts(api)) == 60
    for n in range(20):
        found = api.control("messages", user=f"sim-C{n}")["messages"]
        assert [m["row"]["message"] for m in found] == ["1", "2", "3"]
        assert len({m["time_ms"] for m in found}) == 3


def test_a_citizen_has_a_stable_id_and_the_alias_as_name(start, corpus):
    api = play(start, corpus(line("A", alias="Bà <b>Ích</b>", follower=False)))
    (message,) = api.control("messages")["messages"]
    assert message["user_id"] == user_id_for("sim-A")
    assert len(message["user_id"]) == 19
    assert message["row"]["from_display_name"] == "Bà <b>Ích</b>"
    assert api.read("/v3.0/oa/user/detail", user_id=message["user_id"])["data"]["user_is_follower"] is False


def test_every_message_type_of_the_corpus_becomes_a_row_and_nothing_hidden_leaks(start, corpus):
    api = play(
        start,
        corpus(
            line(
                messages=[
                    {"t": 0, "type": "image", "hidden_desc": "BÍ MẬT", "attachment": "sim://T009/2"},
                    {
                        "t": 1,
                        "type": "voice",
                        "duration_s": 2,
                        "hidden_transcript": "BÍ MẬT",
                        "attachment": "sim://T078/3",
                    },
                    {"t": 2, "type": "location", "lat": 22.8, "lon": 106.5},
                    {"t": 3, "type": "link", "url": "https://vay.example"},
                    {"t": 4, "type": "file", "name": "clip.mp4", "attachment": "sim://T009/3"},
                    {"t": 5, "type": "sticker"},
                ]
            )
            | {"labels": {"category": "BÍ MẬT"}}
        ),
        speed=float("inf"),
    )
    rows = [message["row"] for message in api.control("messages")["messages"]]
    assert [row["type"] for row in rows] == ["photo", "voice", "location", "link", "file", "sticker"]
    assert "BÍ MẬT" not in json.dumps(rows, ensure_ascii=False)
    for row in rows:
        if "url" in row:
            assert api.http.get(row["url"]).status_code == 200


def test_a_citizen_answers_once_what_a_reply_asks_for(start, corpus):
    path = corpus(line("A", answers={"place": "ở Sông Bằng", "district": "TPCB", "time": "tối qua"}))
    api = play(start, path, speed=60)
    user_id = user_id_for("sim-A")
    api.send(user_id, {"text": "Chào bà, cán bộ đã nhận tin."})
    assert api.control("health")["answered"] == 0
    api.send(user_id, {"text": "Việc xảy ra Ở ĐÂU, thuộc huyện nào ạ?"})
    assert api.control("health")["waiting"] == 1
    api.wait(667)
    assert texts(api)[-1] == "ở Sông Bằng"
    api.send(user_id, {"text": "dia chi cu the o dau a"})
    api.send(user_id, {"text": "xay ra luc may gio"})
    api.wait(10_000)
    assert texts(api).count("ở Sông Bằng") == 1
    assert texts(api)[-1] == "tối qua"
    assert "TPCB" not in texts(api)
    assert api.control("health")["answered"] == 2


def test_an_answer_reopens_the_window(start, corpus):
    api = play(start, corpus(line("A", answers={"place": "ở Sông Bằng"})))
    user_id = user_id_for("sim-A")
    api.send(user_id, {"text": "ở đâu?"})
    api.wait(5000)
    assert api.send(user_id, {"text": "cảm ơn"})["data"]["quota"]["remain"] == "7"


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Anh cho biết địa chỉ", ["place"]),
        ("Chỗ nào vậy chị", ["place"]),
        ("xảy ra khi nào, biển số xe?", ["time", "plate"]),
        ("Cho xin số điện thoại", ["phone"]),
        ("Cảm ơn bà", []),
        ("mã hồ sơ của bà", ["ma_ho_so"]),
    ],
)
def test_what_a_question_asks_for(text, keys):
    assert asked(text, ["place", "time", "plate", "phone", "ma_ho_so"]) == keys


def test_without_a_place_the_district_is_answered_as_it_is():
    assert list(answers("thuộc huyện nào?", {"district": "Quảng Hòa"})) == [("district", "Quảng Hòa")]


BAD = [
    ("{", "không phải JSON (cột 2)"),
    ("[]", "một dòng phải là một đối tượng"),
    ('{"user": {}}', "user.alias phải là chuỗi"),
    ({"user": {"alias": "a"}, "messages": []}, "messages phải là danh sách có ít nhất một tin"),
    (
        {"user": {"alias": "a"}, "messages": [{"type": "text"}]},
        "messages[1].text thiếu hoặc sai kiểu",
    ),
    (
        {"user": {"alias": "a"}, "messages": [{"text": "a"}, 7]},
        "messages[2] phải là đối tượng có type là chuỗi",
    ),
    (
        {"user": {"alias": "a"}, "messages": [{"text": "a", "t": "x"}]},
        "messages[1].t phải là số giây, không phải 'x'",
    ),
    (
        {"user": {"alias": "a"}, "messages": [{"type": "location", "lat": True, "lon": 1}]},
        "messages[1].lat thiếu hoặc sai kiểu",
    ),
    (
        {"user": {"alias": "a"}, "start_offset_s": -1, "messages": [{"text": "a"}]},
        "start_offset_s phải là số giây, không phải -1",
    ),
    (
        {"user": {"alias": "a"}, "messages": [{"text": "a"}], "answers_if_asked": 7},
        "answers_if_asked phải là đối tượng",
    ),
    ("[" * 100_000, "lồng nhau quá sâu"),
]


@pytest.mark.parametrize(("bad", "reason"), BAD)
def test_a_bad_line_is_named_and_skipped_or_fatal(corpus, bad, reason):
    path = corpus(line("A"), bad, line("B"))
    found, warnings = load(path)
    assert [conversation.key for conversation in found] == ["A", "B"]
    assert warnings == [f"{path}:2: {reason}"]
    with pytest.raises(CorpusError) as error:
        load(path, strict=True)
    assert str(error.value) == warnings[0]


def test_a_line_that_is_not_utf8_is_named(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_bytes(b'\n{"user": "\xff"}\n')
    assert load(path)[1] == [f"{path}:2: không phải UTF-8 (byte 10)"]


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CorpusError, match=r"absent\.jsonl: No such file"):
        load(tmp_path / "absent.jsonl")


def test_the_built_in_inbox_has_thirty_varied_conversations(start):
    found, warnings = load(demo_inbox(), strict=True)
    assert warnings == []
    assert len(found) >= 30
    assert {m.get("type") for c in found for m in c.messages} >= {
        "text",
        "image",
        "voice",
        "location",
        "link",
        "links",
        "file",
        "sticker",
        "gif",
    }
    api = play(start, demo_inbox(), speed=float("inf"))
    health = api.control("health")
    assert health["played"] == sum(len(c.messages) for c in found)
    assert health["warnings"] == []
    assert health["bugs"] == []
