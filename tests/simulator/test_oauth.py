"""Consent, PKCE and single-use refresh tokens (API document §1, §10.6)."""

import base64
import hashlib
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qs, urlsplit

import pytest

VERIFIER = "a" * 43
DIGEST = hashlib.sha256(VERIFIER.encode()).digest()
URLSAFE = base64.urlsafe_b64encode(DIGEST).rstrip(b"=").decode()
BACK = "http://127.0.0.1:5555/callback"


def consent(api, **query):
    query = {"app_id": "4318123456701234567", "redirect_uri": BACK} | query
    return api.http.get("/v4/oa/permission", params=query)


def token(api, secret="simulator-app-secret", **form):
    form = {"app_id": "4318123456701234567", "grant_type": "refresh_token"} | form
    return api.http.post("/v4/oa/access_token", data=form, headers={"secret_key": secret}).json()


def a_code(api, **query):
    return parse_qs(urlsplit(consent(api, **query).headers["location"]).query)["code"][0]


def test_consent_goes_back_with_code_oa_id_and_state(api):
    answer = consent(api, state="s t")
    assert answer.status_code == 302
    assert answer.headers["location"].startswith(BACK + "?code=")
    query = parse_qs(urlsplit(answer.headers["location"]).query)
    assert (query["oa_id"], query["state"]) == (["3120036654733951760"], ["s t"])
    assert "state" not in parse_qs(urlsplit(consent(api).headers["location"]).query)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"app_id": "1"}, -14002),
        ({"redirect_uri": "https://evil.example/"}, -14003),
        ({"redirect_uri": ""}, -14003),
    ],
)
def test_consent_refuses_a_strange_app_or_address(api, query, code):
    assert consent(api, **query).json()["error"] == code


def test_a_code_gives_a_pair_once_and_the_answer_has_no_envelope(api):
    code = a_code(api, code_challenge=URLSAFE)
    answer = token(api, grant_type="authorization_code", code=code, code_verifier=VERIFIER)
    assert set(answer) == {"access_token", "refresh_token", "expires_in"}
    assert answer["expires_in"] == "90000"
    assert (
        api.http.get("/v2.0/oa/getoa", headers={"access_token": answer["access_token"]}).json()["error"] == 0
    )
    again = token(api, grant_type="authorization_code", code=code, code_verifier=VERIFIER)
    assert (again["error"], "message" in again) == (-14005, False)
    assert again["error_name"] == "Invalid authorization code."


def test_a_code_is_dead_after_ten_minutes(api):
    code = a_code(api)
    api.wait(600_000)
    assert token(api, grant_type="authorization_code", code=code)["error"] == -14005


@pytest.mark.parametrize("verifier", ["", "b" * 43])
def test_with_a_challenge_the_verifier_is_mandatory(api, verifier):
    code = a_code(api, code_challenge=URLSAFE)
    assert token(api, grant_type="authorization_code", code=code, code_verifier=verifier)["error"] == -14005


@pytest.mark.parametrize(
    ("knob", "urlsafe", "standard"),
    [("both", True, True), ("urlsafe", True, False), ("standard", False, True)],
)
def test_which_alphabet_of_the_challenge_is_accepted(api, knob, urlsafe, standard):
    api.knobs(challenge_alphabet=knob)
    verifier = next(
        v
        for v in (f"{n:043d}" for n in range(50))
        if {*b"+/"} & {*base64.b64encode(hashlib.sha256(v.encode()).digest())}
    )
    digest = hashlib.sha256(verifier.encode()).digest()
    for encode, accepted in ((base64.urlsafe_b64encode, urlsafe), (base64.b64encode, standard)):
        code = a_code(api, code_challenge=encode(digest).rstrip(b"=").decode())
        answer = token(api, grant_type="authorization_code", code=code, code_verifier=verifier)
        assert ("access_token" in answer) is accepted


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"secret": "wrong"}, -14004),
        ({"app_id": "1"}, -14002),
        ({"grant_type": "password"}, -14018),
        ({"grant_type": ""}, -14018),
        ({"refresh_token": "nobody's"}, -14014),
        ({"grant_type": "authorization_code", "code": "x"}, -14005),
    ],
)
def test_a_bad_token_request_is_named(api, form, code):
    answer = token(api, **form)
    assert set(answer) == {"error", "error_name", "error_reason", "ref_doc", "error_description"}
    assert answer["error"] == code


def test_the_body_must_be_form_encoded(api):
    answer = api.http.post("/v4/oa/access_token", json={}, headers={"secret_key": "simulator-app-secret"})
    assert answer.json()["error"] == -14001


def test_a_refresh_token_works_once_and_gives_the_next(api):
    first = api.simulator.refresh_token
    second = token(api, refresh_token=first)["refresh_token"]
    assert token(api, refresh_token=first)["error"] == -14014
    assert "access_token" in token(api, refresh_token=second)


def test_parallel_renewals_have_exactly_one_winner(api):
    refresh = api.simulator.refresh_token
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: token(api, refresh_token=refresh), range(8)))
    assert sorted("access_token" in answer for answer in answers) == [False] * 7 + [True]


def test_a_refresh_token_lives_three_months(api):
    api.wait(90 * 86_400_000)
    assert token(api, refresh_token=api.simulator.refresh_token)["error"] == -14014


@pytest.mark.parametrize(("dies", "code"), [(True, -216), (False, 0)])
def test_whether_the_old_access_token_dies_on_renewal(api, dies, code):
    api.knobs(old_token_dies=dies)
    old = api.headers
    token(api, refresh_token=api.simulator.refresh_token)
    assert api.http.get("/v2.0/oa/getoa", headers=old).json()["error"] == code


def test_expires_in_may_be_a_number(api):
    api.knobs(expires_in_text=False, access_life_ms=60_000)
    assert token(api, refresh_token=api.simulator.refresh_token)["expires_in"] == 60
    assert token(api, refresh_token=api.simulator.refresh_token)["expires_in"] == 60
