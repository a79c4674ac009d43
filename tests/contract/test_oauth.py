"""Consent with PKCE, and refresh tokens that work once (zalo-openapi.md §1)."""

import threading

import httpx
import pytest

from console.zalo.client import ZaloClient
from console.zalo.error_entry import Retry
from console.zalo.errors import ApiError, Outcome, ZaloError
from console.zalo.oauth import (
    OAuthClient,
    TokenPair,
    consent_url,
    new_pkce,
    new_state,
    parse_callback,
    parse_tokens,
)
from console.zalo.secret import Secret
from console.zalo.session import Limits

TOKEN_PATH = "/v4/oa/access_token"
REDIRECT = "http://127.0.0.1:8912/zalo"


def consent(line, challenge):
    state = new_state()
    url = consent_url(
        line.oa.state.config.app_id, REDIRECT, state=state, challenge=challenge, base_url=line.oa.base_url
    )
    answer = httpx.get(url, trust_env=False)
    assert answer.status_code == 302
    assert answer.headers["location"].startswith(REDIRECT + "?")
    return parse_callback(answer.headers["location"], state)


@pytest.mark.parametrize("alphabet", ["both", "urlsafe", "standard"])
def test_consent_with_pkce_in_either_alphabet(line, alphabet):
    line.knob(challenge_alphabet=alphabet)
    pkce = new_pkce()
    callback = consent(line, pkce.challenge)
    assert callback.oa_id == line.oa.state.config.oa_id
    pair = line.oauth.exchange_code(callback.code, pkce.verifier)
    assert pair.expires_in_s == 90_000
    with ZaloClient(lambda: pair.access_token, base_url=line.oa.base_url) as client:
        assert client.oa.profile().oa_id == callback.oa_id


@pytest.mark.parametrize("verifier", [None, Secret("x" * 43)])
def test_wrong_verifier(line, verifier):
    callback = consent(line, new_pkce().challenge)
    with pytest.raises(ApiError) as caught:
        line.oauth.exchange_code(callback.code, verifier)
    assert caught.value.code == -14005


def test_a_code_works_once_and_for_ten_minutes(line):
    callback = consent(line, None)
    line.oauth.exchange_code(callback.code)
    late = consent(line, None)
    line.oa.control("clock", advance_ms=600_001)
    for code in (callback.code, late.code):
        with pytest.raises(ApiError) as caught:
            line.oauth.exchange_code(code)
        assert (caught.value.code, caught.value.entry.retry) == (-14005, Retry.NEW_CONSENT)


@pytest.mark.parametrize("text", [True, False])
def test_refresh_works_once(line, text):
    line.knob(expires_in_text=text)
    old = Secret(line.oa.refresh_token)
    kept: list[bytes] = []
    pair = line.oauth.refresh(old, journal=kept.append)
    assert pair.expires_in_s == 90_000
    assert parse_tokens(kept[0]) == pair
    with pytest.raises(ApiError) as caught:
        line.oauth.refresh(old)
    assert (caught.value.code, caught.value.entry.retry) == (-14014, Retry.NEW_CONSENT)
    assert line.oauth.refresh(pair.refresh_token) != pair


def test_parallel_refresh_gives_exactly_one_pair(line):
    old = Secret(line.oa.refresh_token)
    config = line.oa.state.config
    barrier = threading.Barrier(8)
    results: list[TokenPair | ZaloError] = []

    def race() -> None:
        with OAuthClient(config.app_id, Secret(config.secret_key), base_url=line.oa.base_url) as client:
            barrier.wait(10)
            try:
                results.append(client.refresh(old))
            except ZaloError as error:
                results.append(error)

    threads = [threading.Thread(target=race) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    pairs = [result for result in results if isinstance(result, TokenPair)]
    losers = [result for result in results if isinstance(result, ApiError)]
    assert (len(pairs), len(losers)) == (1, 7)
    assert {loser.code for loser in losers} == {-14014}
    assert line.oa.control("health")["generations"] == 2


@pytest.mark.parametrize("fault", ["lost_answer", "cut", "truncated"])
def test_a_lost_answer_burns_the_token_and_is_unknown(line, fault):
    old = Secret(line.oa.refresh_token)
    line.fault(fault, TOKEN_PATH)
    with pytest.raises(ZaloError) as caught:
        line.oauth.refresh(old)
    assert caught.value.outcome is Outcome.UNKNOWN
    with pytest.raises(ApiError) as again:
        line.oauth.refresh(old)
    assert again.value.code == -14014


@pytest.mark.parametrize("fault", ["http500", "html", "reset", "hang"])
def test_a_request_that_never_arrived_leaves_the_token_alive(line, fault):
    config = line.oa.state.config
    limits = Limits(total_s=5, idle_s=0.3)
    line.fault(fault, TOKEN_PATH)
    with OAuthClient(
        config.app_id, Secret(config.secret_key), base_url=line.oa.base_url, limits=limits
    ) as client:
        with pytest.raises(ZaloError) as caught:
            client.refresh(Secret(line.oa.refresh_token))
        assert caught.value.outcome is Outcome.UNKNOWN
        assert client.refresh(Secret(line.oa.refresh_token))


@pytest.mark.parametrize(("app_id", "secret", "code"), [("999", None, -14002), (None, "wrong", -14004)])
def test_wrong_identity(line, app_id, secret, code):
    config = line.oa.state.config
    with (
        OAuthClient(
            app_id or config.app_id, Secret(secret or config.secret_key), base_url=line.oa.base_url
        ) as client,
        pytest.raises(ApiError) as caught,
    ):
        client.refresh(Secret(line.oa.refresh_token))
    assert caught.value.code == code
    assert caught.value.service_text
