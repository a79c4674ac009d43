"""The control endpoint, over its own port and in process."""

import json

import httpx
import pytest

from console.simulator.config import Config, Knobs
from console.simulator.control import ControlError
from console.simulator.server import Running

NOW = 1_790_000_000_000


def ask(api, verb, given=None, **options):
    return httpx.post(f"{api.simulator.control_url}/{verb}", json=given, **options)


def test_verbs_are_posts_with_an_object_or_nothing(api):
    assert ask(api, "health").json()["now_ms"] == NOW
    assert ask(api, "inject", {"user": "a", "text": "xin chào"}).json()["messages"][0]["type"] == "text"
    assert ask(api, "health", {}).json()["messages"] == 1
    assert httpx.get(api.simulator.control_url).json()["messages"] == 1


@pytest.mark.parametrize(
    ("verb", "body", "named"),
    [
        ("fly", b"{}", "unknown verb 'fly'"),
        ("inject", b"[]", "inject: the body must be a JSON object"),
        ("inject", b"{", "Expecting property name"),
        ("inject", b"[" * 100_000, "recursion"),
        ("inject", b'{"type": "location", "lat": "x", "lon": 1}', "inject: lat must be a number"),
        ("inject", b'{"type": "link"}', "inject: url must be text, and is missing"),
        ("inject", b'{"type": 7}', "inject: type must be text"),
        ("inject", b'{"times": "many"}', "inject: times must be a whole number"),
        ("inject", b'{"raw": 7}', "inject: raw must be an object"),
        ("inject", b'{"src": 2}', "src 0 or 1"),
        ("inject", b'{"messages": 7}', "messages must be a list of objects"),
        ("user", b"{}", "user: user or user_id is missing"),
        ("user", b'{"user": "a", "tags": 7}', "user: tags cannot be 7"),
        ("user", b'{"user": "a", "colour": 7}', "user: unknown member 'colour'"),
        ("recall", b'{"message_id": "x"}', "recall: no such message"),
        ("recall", b'{"user": "nobody"}', "recall: no such message"),
        ("fault", b"{}", "fault và path phải là chuỗi"),
        ("fault", b'{"fault": "foo"}', "không có tên 'foo'"),
        ("fault", b'{"fault": "hang", "times": 0}', "times phải là số nguyên từ 1 trở lên"),
        ("fault", b'{"faults": 7}', "faults must be a list of objects"),
        ("faults", b'{"spec": "x"}', "lỗi 'x'"),
        ("knobs", b'{"colour": 1}', "không có núm 'colour'"),
        ("knobs", b'{"list_cap": "ten"}', "núm 'list_cap' không nhận 'ten'; cần số nguyên"),
        ("knobs", b'{"sent_time": 1}', "cần true hoặc false"),
        ("knobs", b'{"quote": "x"}', "chọn: check, refuse, ignore"),
        ("clock", b'{"advance_ms": 1.5}', "advance_ms must be a whole number"),
        ("token", b"{}", "token: do must be expire, revoke, issue or code"),
        ("media", b'{"expire": 7}', "expire must be a path or all"),
    ],
)
def test_mistakes_are_named(api, verb, body, named):
    answer = httpx.post(f"{api.simulator.control_url}/{verb}", content=body)
    assert answer.status_code == 400
    assert named in answer.json()["error"]


def test_in_process_a_mistake_is_an_exception(api):
    with pytest.raises(ControlError, match="unknown verb"):
        api.control("fly")


def test_the_two_ports_are_apart(api):
    assert httpx.post(api.simulator.base_url + "/health").status_code == 404
    assert ask(api, "v2.0/oa/getoa").status_code == 400


def test_many_messages_can_be_injected_in_one_call(api):
    given = {"messages": [{"user": "a", "text": "một"}, {"user": "b", "type": "image", "src": 0}]}
    found = ask(api, "inject", given).json()["messages"]
    assert [(message["type"], message["src"]) for message in found] == [("text", 1), ("photo", 0)]


def test_a_user_can_be_made_by_id(api):
    user = ask(
        api, "user", {"user_id": 2512523625412515, "name": "Lan", "tags": ["vip"], "notes": ["n"]}
    ).json()
    assert (user["user_id"], user["name"], user["tags"]) == ("2512523625412515", "Lan", ["vip"])
    api.control("inject", user_id="2512523625412515")
    assert api.recent()[0]["from_display_name"] == "Lan"


def test_the_request_log_tells_every_call_but_no_token(api):
    api.recent()
    api.http.get("/v2.0/oa/getoa", headers={"access_token": "lạ".encode()})
    api.control("fault", fault="status:503")
    api.plain("/v2.0/oa/getoa")
    entries = api.control("requests")["requests"]
    assert [(e["n"], e["path"], e["status"], e["code"], e["generation"], e["faults"]) for e in entries] == [
        (1, "/v2.0/oa/listrecentchat", 200, 0, 1, []),
        (2, "/v2.0/oa/getoa", 200, -216, None, []),
        (3, "/v2.0/oa/getoa", 503, -503, 1, ["status"]),
    ]
    assert json.loads(entries[0]["data"]) == {"offset": 0, "count": 10}
    assert api.simulator.access_token not in json.dumps(entries)
    assert [e["n"] for e in api.control("requests", after=2)["requests"]] == [3]


def test_the_clock_can_be_moved_set_and_frozen():
    now = [NOW]
    with Running(Config(wall=lambda: now[0])) as simulator:
        assert simulator.control("clock", advance_ms=5) == {"now_ms": NOW + 5}
        now[0] += 10
        assert simulator.control("clock") == {"now_ms": NOW + 15}
        assert simulator.control("clock", set_ms=NOW - 100) == {"now_ms": NOW - 100}
        simulator.control("clock", frozen=True)
        now[0] += 10
        assert simulator.control("clock", advance_ms=1) == {"now_ms": NOW - 99}
        simulator.control("clock", frozen=False)
        now[0] += 10
        assert simulator.control("clock") == {"now_ms": NOW - 89}


def test_tokens_can_be_expired_revoked_and_issued(api):
    api.control("token", do="expire")
    assert api.plain("/v2.0/oa/getoa")["message"] == "Access token has expired"
    pair = api.control("token", do="issue")
    assert pair["generation"] == 2
    assert api.plain("/v2.0/oa/getoa")["error"] == 0
    api.control("token", do="revoke")
    assert api.plain("/v2.0/oa/getoa")["message"] == "Access token is invalid"
    generations = api.control("tokens")["generations"]
    assert [(g["how"], g["access_alive"], g["refresh_alive"]) for g in generations] == [
        ("seed", False, False),
        ("control", False, False),
    ]
    code = api.control("token", do="code")["code"]
    form = {"app_id": "4318123456701234567", "grant_type": "authorization_code", "code": code}
    answer = api.http.post(
        "/v4/oa/access_token", data=form, headers={"secret_key": "simulator-app-secret"}
    ).json()
    assert answer["access_token"] == api.simulator.access_token


def test_a_reset_goes_back_to_the_beginning(api):
    before = api.simulator.access_token
    api.hear()
    api.knobs(list_cap=10)
    api.control("fault", fault="hang")
    api.wait(1000)
    pair = api.control("reset")
    assert pair["access_token"] == before
    health = api.control("health")
    assert (health["messages"], health["users"], health["requests"], health["now_ms"]) == (0, 0, 0, NOW)
    assert api.control("knobs")["list_cap"] is None
    assert api.control("faults") == {"mixture": [], "queue": []}


def test_every_knob_is_explained_and_shown(api):
    shown = api.control("knobs")
    assert shown == {name: getattr(Knobs(), name) for name in shown}
    assert all(name in (Knobs.__doc__ or "") for name in shown)


def test_ids_and_tokens_repeat_with_a_seed_and_differ_without():
    def ids(seed):
        with Running(Config(seed=seed)) as simulator:
            return simulator.access_token, simulator.control("inject")["messages"][0]["message_id"]

    assert ids(5) == ids(5)
    assert ids(None) != ids(None)
