"""Token, envelope, rate limit and unknown paths (API document §0, §10.1-§10.3, §10.7)."""

import hashlib
import hmac
import json

import pytest

READS = (
    "/v2.0/oa/listrecentchat",
    "/v2.0/oa/conversation",
    "/v3.0/oa/user/detail",
    "/v3.0/oa/user/getlist",
    "/v2.0/oa/getoa",
)


@pytest.mark.parametrize("path", [*READS, "/v2.0/oa/tag/gettagsofoa", "/v2.0/article/getslice"])
@pytest.mark.parametrize(
    "headers", [{}, {"access_token": "x"}, {"access_token": ""}, {"Authorization": "Bearer x"}]
)
def test_a_missing_or_unknown_token_is_refused(api, path, headers):
    answer = api.http.get(path, headers=headers)
    assert answer.status_code == 200
    assert answer.json() == {"error": -216, "message": "Access token is invalid"}


def test_a_token_in_the_query_is_not_looked_at_unless_a_knob_says_so(api):
    query = {"access_token": api.simulator.access_token}
    assert api.http.get("/v2.0/oa/getoa", params=query).json()["error"] == -216
    api.knobs(query_token=True)
    assert api.http.get("/v2.0/oa/getoa", params=query).json()["error"] == 0


@pytest.mark.parametrize(
    ("code", "text"), [(-216, "Access token has expired"), (-220, "access_token is expired or removed")]
)
def test_a_token_past_25_hours_has_expired(api, code, text):
    api.knobs(expired_code=code)
    api.wait(90_000_000 - 1)
    assert api.plain("/v2.0/oa/getoa")["error"] == 0
    api.wait(1)
    assert api.plain("/v2.0/oa/getoa") == {"error": code, "message": text}


def test_the_secret_proof_is_checked_when_the_app_demands_it(api):
    api.knobs(appsecret_proof=True)
    assert api.plain("/v2.0/oa/getoa")["error"] == -242
    token = api.simulator.access_token
    proof = hmac.new(b"simulator-app-secret", token.encode(), hashlib.sha256).hexdigest()
    answer = api.http.get("/v2.0/oa/getoa", headers=api.headers | {"appsecret_proof": proof})
    assert answer.json()["error"] == 0


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/v3.0/oa/listrecentchat", "You are accessing an empty or invalid API"),
        ("/v3.0/oa/conversation", "You are accessing an empty or invalid API"),
        ("/v2.0/oa/getoa/", "You are accessing an empty or invalid API"),
        ("/", "You are accessing an empty or invalid API"),
        ("/v4/oa/refresh_token", "You currently access to an empty api. Please check the document."),
    ],
)
def test_an_unknown_path_answers_404_with_the_code_as_text(api, path, text):
    answer = api.http.get(path, headers=api.headers)
    assert (answer.status_code, answer.json()) == (404, {"error": "404", "message": text})
    api.knobs(empty_api_status=200)
    assert api.http.get(path).status_code == 200


def test_a_wrong_method_is_an_unknown_path(api):
    answer = api.http.post("/v2.0/oa/getoa", json={}, headers=api.headers)
    assert (answer.status_code, answer.json()["error"]) == (404, "404")


@pytest.mark.parametrize("data", [None, "", "{", "[]", "7", "null", "[" * 5000])
def test_data_that_cannot_be_read_is_named(api, data):
    query = {} if data is None else {"data": data}
    answer = api.http.get("/v2.0/oa/listrecentchat", params=query, headers=api.headers).json()
    assert answer == {"error": -201, "message": "data is invalid!"}


@pytest.mark.parametrize(
    "raw", ['{"offset": 0, "count": 1}', "{offset:0,count:1}", '{"offset":"0","count":"1"}']
)
def test_data_may_have_spaces_bare_keys_and_numbers_as_text(api, raw):
    api.hear()
    url = "/v2.0/oa/listrecentchat?data=" + raw.replace(" ", "+")
    assert len(api.http.get(url, headers=api.headers).json()["data"]) == 1


def test_every_answer_tells_what_remains_of_the_minute_and_the_limit_is_minus_32(api):
    api.knobs(rate_limit=3)
    seen = [api.http.get("/v2.0/oa/getoa", headers=api.headers) for _ in range(4)]
    assert [answer.headers["X-RateLimit-Remain"] for answer in seen] == ["2", "1", "0", "0"]
    assert {answer.headers["X-RateLimit-Limit"] for answer in seen} == {"3"}
    assert [answer.json()["error"] for answer in seen] == [0, 0, 0, -32]
    assert seen[3].json()["message"] == "Your application reached limit call api"
    api.wait(60_000 - 1_790_000_000_000 % 60_000)
    assert api.plain("/v2.0/oa/getoa")["error"] == 0


def test_a_message_over_the_limit_has_no_effect(api):
    user_id = api.hear()["user_id"]
    api.knobs(rate_limit=0)
    assert api.send(user_id, {"text": "a"})["error"] == -32
    assert api.control("received")["received"] == []


def test_success_and_failure_are_http_200_with_the_documented_members(api):
    assert api.read("/v2.0/oa/listrecentchat", offset=0, count=1) == {
        "data": [],
        "error": 0,
        "message": "Success",
    }
    answer = api.http.get(
        "/v2.0/oa/listrecentchat",
        params={"data": json.dumps({"offset": -1, "count": 1})},
        headers=api.headers,
    )
    assert (answer.status_code, set(answer.json())) == (200, {"error", "message"})
    api.knobs(error_as_text=True)
    assert api.read("/v2.0/oa/listrecentchat", offset=0, count=1)["error"] == "0"
