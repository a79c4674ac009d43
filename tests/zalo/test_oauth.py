import base64
import hashlib
import json
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest

from console.zalo.error_entry import Retry
from console.zalo.errors import (
    ApiError,
    BadArgument,
    BadBody,
    CallbackError,
    HttpStatusError,
    Outcome,
    OutcomeUnknown,
    ZaloError,
)
from console.zalo.oauth import (
    SHORT_LIFE_S,
    OAuthClient,
    challenge_of,
    consent_url,
    new_pkce,
    new_state,
    parse_callback,
    parse_tokens,
)
from console.zalo.secret import Secret
from console.zalo.session import Limits

PAIR = {"access_token": "CANARY-at", "refresh_token": "CANARY-rt", "expires_in": "90000"}


@pytest.fixture
def oauth(server):
    limits = Limits(total_s=3, connect_s=1, idle_s=1)
    with OAuthClient("4318123456", Secret("CANARY-app-secret"), base_url=server.url, limits=limits) as client:
        yield client


def test_pkce_is_the_same_in_both_alphabets():
    for _ in range(20):
        pair = new_pkce()
        verifier = pair.verifier.reveal()
        assert len(verifier) == 43
        standard = base64.b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
        assert pair.challenge == standard
        assert not set(pair.challenge) & set("+/-_=")
        assert verifier not in repr(pair)


def test_challenge_of_rfc_7636_example():
    assert (
        challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
        == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    )


def test_consent_url():
    url = consent_url("4318123456", "https://ca.vn/cb?x=1&y=2", state="s t", challenge="abc")
    parts = urlsplit(url)
    assert (parts.scheme, parts.netloc, parts.path) == ("https", "oauth.zaloapp.com", "/v4/oa/permission")
    assert dict(parse_qsl(parts.query)) == {
        "app_id": "4318123456",
        "redirect_uri": "https://ca.vn/cb?x=1&y=2",
        "code_challenge": "abc",
        "state": "s t",
    }
    with pytest.raises(ValueError, match="base URL"):
        consent_url("1", "https://x", state="s", base_url="http://evil.example")


def test_callback():
    state = new_state()
    callback = parse_callback(
        f"https://ca.vn/cb?code=CANARYcode&oa_id=3120036654733951760&state={state}", state
    )
    assert (callback.code.reveal(), callback.oa_id) == ("CANARYcode", "3120036654733951760")
    assert "CANARY" not in repr(callback)


@pytest.mark.parametrize(
    "url",
    [
        "https://ca.vn/cb",
        "https://ca.vn/cb?oa_id=1&state=S",
        "https://ca.vn/cb?code=&oa_id=1&state=S",
        "https://ca.vn/cb?code=a%20b&oa_id=1&state=S",
        "https://ca.vn/cb?code=c&state=S",
        "https://ca.vn/cb?code=c&oa_id=1",
        "https://ca.vn/cb?code=c&oa_id=1&state=T",
        "https://ca.vn/cb?code=c&code=d&oa_id=1&state=S",
        "https://ca.vn/cb?code=c&oa_id=1&state=S&state=S",
        "https://[bad",
        "https://ca.vn/cb?" + "&".join(f"a{i}=1" for i in range(50)),
        "https://ca.vn/cb?code=" + "c" * 5000 + "&oa_id=1&state=S",
        "",
    ],
)
def test_callbacks_refused(url):
    with pytest.raises(CallbackError) as caught:
        parse_callback(url, "S")
    assert caught.value.outcome is Outcome.REFUSED


def test_callback_without_expected_state_is_refused():
    with pytest.raises(CallbackError):
        parse_callback("https://ca.vn/cb?code=c&oa_id=1&state=", "")


def test_exchange_and_refresh(oauth, server, answer):
    server.add(answer.reply(PAIR), answer.reply(PAIR))
    kept: list[bytes] = []
    pair = oauth.exchange_code(Secret("the-code"), Secret("the-verifier"), journal=kept.append)
    assert (pair.access_token.reveal(), pair.refresh_token.reveal(), pair.expires_in_s) == (
        "CANARY-at",
        "CANARY-rt",
        90000,
    )
    assert "CANARY" not in repr(pair)
    assert json.loads(kept[0]) == PAIR
    assert parse_tokens(kept[0]) == pair
    oauth.refresh(Secret("old-rt"))
    first, second = server.seen
    assert {seen.target for seen in server.seen} == {"/v4/oa/access_token"}
    assert first.headers["secret_key"] == "CANARY-app-secret"
    assert first.headers["content-type"] == "application/x-www-form-urlencoded"
    assert parse_qs(first.body.decode()) == {
        "code": ["the-code"],
        "app_id": ["4318123456"],
        "grant_type": ["authorization_code"],
        "code_verifier": ["the-verifier"],
    }
    assert parse_qs(second.body.decode()) == {
        "refresh_token": ["old-rt"],
        "app_id": ["4318123456"],
        "grant_type": ["refresh_token"],
    }


@pytest.mark.parametrize(
    ("life", "expected"),
    [
        ("90000", 90000),
        (90000, 90000),
        (..., SHORT_LIFE_S),
        (None, SHORT_LIFE_S),
        ("soon", SHORT_LIFE_S),
        (-1, SHORT_LIFE_S),
        (0, SHORT_LIFE_S),
        (10**12, SHORT_LIFE_S),
        (9.5, SHORT_LIFE_S),
    ],
)
def test_an_odd_life_never_costs_the_pair(life, expected):
    body = {name: value for name, value in {**PAIR, "expires_in": life}.items() if value is not ...}
    assert parse_tokens(json.dumps(body).encode()).expires_in_s == expected


def test_envelope_with_error_zero_is_accepted():
    assert parse_tokens(json.dumps({**PAIR, "error": 0}).encode())


@pytest.mark.parametrize(
    "change",
    [
        {"access_token": ""},
        {"access_token": None},
        {"refresh_token": 5},
        {"refresh_token": "a\nb"},
        {"access_token": "x" * 5000},
    ],
)
def test_unusable_tokens(change):
    with pytest.raises(BadBody) as caught:
        parse_tokens(json.dumps({**PAIR, **change}).encode())
    assert "CANARY" not in str(caught.value)


@pytest.mark.parametrize("code", [-14014, "-14014"])
def test_error_body_has_no_message_key(oauth, server, answer, code):
    server.add(
        answer.reply(
            {
                "error": code,
                "error_name": "Invalid refresh token.",
                "error_reason": "",
                "ref_doc": "https://x",
            }
        )
    )
    kept: list[bytes] = []
    with pytest.raises(ApiError) as caught:
        oauth.refresh(Secret("old"), journal=kept.append)
    assert (caught.value.code, caught.value.entry.retry) == (-14014, Retry.NEW_CONSENT)
    assert (caught.value.service_text, caught.value.outcome) == ("Invalid refresh token.", Outcome.REFUSED)
    assert kept


def test_a_lost_answer_is_unknown_and_asked_once(oauth, server, answer):
    server.add(answer.raw([answer.reply(PAIR).pieces[0][:-5]], "close"))
    kept: list[bytes] = []
    with pytest.raises(OutcomeUnknown):
        oauth.refresh(Secret("old"), journal=kept.append)
    assert not kept, "half an answer is no journal entry"
    assert len(server.seen) == 1


def test_5xx_html_and_404(oauth, server, answer):
    server.add(
        answer.reply(b"<html>", status=502),
        answer.reply(b"<html>"),
        answer.reply({"error": "404", "message": "You currently access to an empty api..."}, status=404),
    )
    for kind in (HttpStatusError, BadBody, ApiError):
        with pytest.raises(kind):
            oauth.refresh(Secret("old"))


@pytest.mark.parametrize("token", ["", "a b", "a\nb", "đ", "x" * 5000])
def test_malformed_secrets_send_nothing(oauth, server, token):
    with pytest.raises(BadArgument) as caught:
        oauth.refresh(Secret(token))
    assert isinstance(caught.value, ZaloError)
    assert server.connections == 0
