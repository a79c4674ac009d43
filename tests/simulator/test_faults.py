"""Every fault, queued and random (API document §10.8)."""

import gzip
import json
import time

import httpx
import pytest

from console.simulator.faults import KINDS, FaultError, parse
from console.simulator.server import Running

LIST = "/v2.0/oa/listrecentchat"
SEND = "/v3.0/oa/message/cs"
PAGE = {"data": json.dumps({"offset": 0, "count": 10})}
NEXT = {"data": json.dumps({"offset": 2, "count": 2})}


def get(api, params=PAGE, **options):
    return api.http.get(LIST, params=params, headers=api.headers, **options)


@pytest.fixture
def full(api):
    api.control("inject", times=6, text="{n}", step_ms=1, time_ms=1_790_000_000_000 - 100)
    return api


def shown(api, params=PAGE):
    return [row["message"] for row in get(api, params).json()["data"]]


def test_a_queued_fault_hits_the_next_calls_of_its_path_and_no_other(full):
    full.control("fault", path=LIST, fault="rate:-32", times=2)
    assert full.plain("/v2.0/oa/getoa")["error"] == 0
    assert [get(full).json()["error"] for _ in range(3)] == [-32, -32, 0]


def test_a_queued_fault_can_skip_calls(full):
    full.control("fault", path=LIST, fault="status:500", skip=2)
    assert [get(full).status_code for _ in range(4)] == [200, 200, 500, 200]


def test_queued_faults_come_one_a_call_in_their_order(full):
    full.control("fault", faults=[{"fault": "status:502"}, {"fault": "status:503"}])
    assert [get(full).status_code for _ in range(3)] == [502, 503, 200]


@pytest.mark.parametrize("code", [-32, -200, -216, -230])
def test_any_code(full, code):
    full.control("fault", fault=f"rate:{code}")
    assert (get(full).status_code, get(full).json()["error"]) == (200, 0)
    full.control("fault", fault=f"rate:{code}")
    assert get(full).json()["error"] == code


def test_429_says_when_to_come_back(full):
    full.control("fault", fault="status:429", retry_after=7)
    answer = get(full)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "7")
    full.control("fault", fault="http500")
    assert "Retry-After" not in get(full).headers


@pytest.mark.parametrize(
    ("fault", "status"), [("http500", 500), ("http500:503", 503), ("status:404", 404), ("status", 503)]
)
def test_http_errors_have_a_json_body(full, fault, status):
    full.control("fault", fault=fault)
    answer = get(full)
    assert (answer.status_code, answer.json()["error"]) == (status, -status)


@pytest.mark.parametrize(("fault", "status"), [("html", 200), ("html:502", 502)])
def test_html(full, fault, status):
    full.control("fault", fault=fault)
    answer = get(full)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert answer.text.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    "body",
    ["", "null", '{"error":"0","data":null}', "[" * 2000, '{"a":1e400}', 'x:y@5,{"a":1,"a":2}', "\ud800"],
)
def test_any_body_without_effect(full, body):
    full.control("fault", fault="body:" + body)
    assert get(full).content == body.encode("utf-8", "surrogatepass")


def test_any_body_with_effect(full):
    user_id = full.hear()["user_id"]
    full.control("fault", path=SEND, fault='answer:{"error":0,"data":{}}')
    assert full.send(user_id, {"text": "tới nơi"}) == {"error": 0, "data": {}}
    assert full.recent()[0]["message"] == "tới nơi"


def test_truncated_json_in_a_whole_answer(full):
    full.control("fault", fault="truncated", times=2)
    with pytest.raises(json.JSONDecodeError):
        get(full).json()
    full.control("clear_faults")
    full.control("fault", fault="truncated:5")
    assert len(get(full).content) == 5


def test_a_connection_closed_inside_the_body(full):
    full.control("fault", fault="cut")
    with pytest.raises(httpx.RemoteProtocolError, match=r"incomplete|without sending complete"):
        get(full)


def test_garbled_bytes(full):
    full.control("fault", fault="garbled")
    content = get(full).content
    with pytest.raises((UnicodeDecodeError, json.JSONDecodeError)):
        json.loads(content.decode())


def test_an_empty_body(full):
    full.control("fault", fault="blank")
    answer = get(full)
    assert (answer.status_code, answer.content) == (200, b"")


def test_a_lost_answer_has_its_effect(full):
    user_id = full.hear()["user_id"]
    full.control("fault", path=SEND, fault="lost_answer")
    with pytest.raises(httpx.RemoteProtocolError):
        full.send(user_id, {"text": "tới nơi"})
    assert full.recent()[0]["message"] == "tới nơi"
    (received,) = full.control("received")["received"]
    assert received["message_id"]
    (logged,) = [entry for entry in full.control("requests")["requests"] if entry["path"] == SEND]
    assert (logged["status"], logged["faults"]) == (None, ["lost_answer"])


def test_a_lost_renewal_leaves_the_next_pair_behind(full):
    form = {
        "app_id": "4318123456701234567",
        "grant_type": "refresh_token",
        "refresh_token": full.simulator.refresh_token,
    }
    full.control("fault", path="/v4/", fault="lost_answer")
    with pytest.raises(httpx.RemoteProtocolError):
        full.http.post("/v4/oa/access_token", data=form, headers={"secret_key": "simulator-app-secret"})
    assert len(full.control("tokens")["generations"]) == 2


def test_a_reset_has_no_effect(full):
    user_id = full.hear()["user_id"]
    full.control("fault", path=SEND, fault="reset")
    # Which error it is depends on how much of the request was already written.
    with pytest.raises((httpx.NetworkError, httpx.RemoteProtocolError)):
        full.send(user_id, {"text": "mất"})
    assert full.control("received")["received"] == []


def test_a_hanging_call_ends_with_the_patience_of_the_client(full):
    full.control("fault", fault="hang")
    with pytest.raises(httpx.ReadTimeout):
        get(full, timeout=0.05)
    assert get(full).status_code == 200


def test_an_endless_body(full):
    full.control("fault", fault="endless")
    with full.http.stream("GET", LIST, params=PAGE, headers=full.headers) as answer:
        chunks = answer.iter_bytes()
        assert sum(len(next(chunks)) for _ in range(100)) > 100_000
    assert get(full).status_code == 200


def test_a_gzip_bomb(full):
    full.control("fault", fault="bomb:3")
    with full.http.stream("GET", LIST, params=PAGE, headers=full.headers) as answer:
        packed = b"".join(answer.iter_raw())
    assert len(packed) < 20_000
    assert len(gzip.decompress(packed)) == 3 << 20


def test_a_redirect(full):
    full.control("fault", path="/media/", fault="redirect:http://169.254.169.254/x@1")
    answer = full.http.get("/media/oa.png")
    assert (answer.status_code, answer.headers["location"]) == (302, "http://169.254.169.254/x@1")


def test_slow_and_dripping_answers(full):
    full.control("fault", fault="slow@60")
    started = time.monotonic()
    assert get(full).status_code == 200
    assert time.monotonic() - started >= 0.06
    full.control("fault", fault="drip@5000")
    with pytest.raises(httpx.ReadTimeout):
        get(full, timeout=0.05)
    full.control("fault", fault="drip@0")
    assert len(get(full).json()["data"]) == 6


def test_short_empty_repeated_and_shuffled_pages(full):
    whole = shown(full)
    full.control("fault", fault="short:2")
    assert shown(full) == whole[:2]
    full.control("fault", fault="short")
    assert 1 <= len(shown(full)) < 6
    full.control("fault", fault="empty")
    assert shown(full) == []
    full.control("fault", fault="dup:2")
    doubled = shown(full)
    assert len(doubled) == 8
    assert sorted(set(doubled), reverse=True) == whole
    full.control("fault", fault="shuffle", times=5)
    pages = [shown(full) for _ in range(5)]
    assert all(sorted(page, reverse=True) == whole for page in pages)
    assert any(page != whole for page in pages)
    full.control("fault", fault="repeat")
    assert shown(full, NEXT) == whole[:2]
    assert shown(full, NEXT) == whole[2:4]


def test_page_faults_leave_other_calls_alone(full):
    full.control("fault", fault="empty")
    assert full.read("/v3.0/oa/user/getlist", offset=0, count=5)["data"]["total"] == 1
    assert shown(full) == []


@pytest.mark.parametrize("name", ["slide:2", "insert_between_pages:2"])
def test_messages_between_two_pages_push_the_rows_down(full, name):
    full.control("fault", fault=name)
    first = shown(full, {"data": '{"offset":0,"count":2}'})
    second = shown(full, NEXT)
    assert second == first
    assert len(shown(full)) == 8


def test_a_recall_before_a_page_pulls_the_rows_up(full):
    full.control("fault", fault="recall")
    assert len(shown(full)) == 5
    assert full.control("health")["recalled"] == 1


def test_a_token_can_expire_at_any_call(full):
    full.control("fault", fault="expire_token", skip=1)
    assert get(full).json()["error"] == 0
    assert get(full).json() == {"error": -216, "message": "Access token has expired"}
    full.control("token", do="issue")
    assert get(full).json()["error"] == 0


def test_a_random_mixture_is_repeatable_and_near_its_rates(start):
    spec = "rate=0.2:-32,http500=0.2:503,empty[/v2.0/oa/conversation]=1"

    def run():
        api = start(faults=spec, seed=3)
        return [(answer.status_code, answer.json()["error"]) for answer in (get(api) for _ in range(200))]

    seen = run()
    assert seen == run()
    assert 20 <= seen.count((200, -32)) <= 60
    assert 15 <= seen.count((503, -503)) <= 55
    assert seen.count((200, 0)) + seen.count((200, -32)) + seen.count((503, -503)) == 200


def test_the_mixture_can_be_changed_and_cleared(full):
    assert full.control("faults", spec="html=1", seed=1)["mixture"][0]["name"] == "html"
    assert get(full).text.startswith("<!DOCTYPE")
    full.control("clear_faults")
    assert get(full).status_code == 200


def test_a_mixture_spares_the_control_endpoint(start):
    api = start(faults="status=1")
    assert get(api).status_code == 503
    assert httpx.post(api.simulator.control_url + "/health").status_code == 200


@pytest.mark.parametrize(
    ("spec", "named"),
    [
        ("foo=0.1", "không có tên 'foo'"),
        ("rate", "'rate'"),
        ("rate=", "tỉ lệ '' không phải số"),
        ("rate=often", "'often' không phải số"),
        ("rate=1.5", "1.5 không nằm giữa 0 và 1"),
        ("rate=nan", "nan không nằm giữa 0 và 1"),
        ("rate=0.1:x", "'x' không phải số nguyên"),
        ("slow=0.1@x", "'x' không phải số mili giây"),
        ("status=0.1:7", "7 không phải mã trạng thái HTTP"),
        ("body=0.1:x", "body chỉ đặt được cho những lượt gọi kế tiếp"),
        ("html=0.1,slow=0.1@-5", "'slow=0.1@-5'"),
        ("html[/x=0.1", "'html[/x=0.1'"),
    ],
)
def test_a_malformed_specification_names_the_item(spec, named):
    with pytest.raises(FaultError) as error:
        parse(spec)
    assert named in str(error.value)


def test_the_example_of_the_manual_and_every_name_is_understood():
    spec = "rate=0.1:-32,http500=0.05,html=0.02,slow=0.01@5000,lost_answer[/v3.0/oa/message/cs]=0.02"
    found = parse(spec)
    assert [(fault.name, fault.rate, fault.parameter, fault.delay_ms, fault.path) for fault in found] == [
        ("rate", 0.1, "-32", 0, ""),
        ("http500", 0.05, "500", 0, ""),
        ("html", 0.02, "200", 0, ""),
        ("slow", 0.01, "", 5000, ""),
        ("lost_answer", 0.02, "", 0, SEND),
    ]
    assert (
        len(parse(",".join(f"{name}=0.5" for name in KINDS if name not in {"body", "answer"})))
        == len(KINDS) - 2
    )
    assert parse(" , ") == []


def test_a_hanging_call_does_not_hold_up_the_end():
    with Running() as simulator, httpx.Client() as http:
        simulator.control("fault", fault="hang")
        with pytest.raises(httpx.ReadTimeout):
            http.get(simulator.base_url + "/v2.0/oa/getoa", timeout=0.05)
        simulator.control("fault", fault="slow@60000")
        with pytest.raises(httpx.ReadTimeout):
            http.get(simulator.base_url + "/v2.0/oa/getoa", timeout=0.05)
        started = time.monotonic()
    assert time.monotonic() - started < 20
