"""No secret and no citizen in logs, URLs, reprs, exceptions or tracebacks (threats.md T14)."""

import copy
import logging
import pickle
import traceback

import pytest

from console.zalo.client import ZaloClient
from console.zalo.errors import Cause, NotSent, ZaloError
from console.zalo.oauth import OAuthClient
from console.zalo.secret import Secret
from console.zalo.session import Limits

USER = "2512523625412515"
CANARY = "CANARY-access-token-9f31"
TEXT = "CANARY-text"
APP_SECRET = "CANARY-app"
REFRESH = "CANARY-refresh"


def test_secret_does_not_print_itself():
    secret = Secret(CANARY)
    for shown in (
        repr(secret),
        str(secret),
        f"{secret}",
        f"{secret:>40}",
        f"{secret!r:>9}",
        repr([secret]),
    ):
        assert "CANARY" not in shown
        assert "***" in shown
    assert secret.reveal() == CANARY
    assert secret == Secret(CANARY)
    assert secret != Secret("other")
    assert secret != CANARY
    assert hash(secret) == hash(Secret(CANARY))
    assert not Secret("")
    with pytest.raises(TypeError):
        pickle.dumps(secret)
    with pytest.raises(TypeError):
        copy.deepcopy(secret)


def failures(server, answer):
    """Queue one answer of each failing kind, some of which repeat the token back."""
    echo = f"token {CANARY} is bad"
    server.add(
        answer.reply({"error": -216, "message": echo}),
        answer.reply({"error": -9, "message": echo, "data": {"x": CANARY}}),
        answer.reply(echo.encode()),
        answer.reply(f"<html>{echo}".encode()),
        answer.reply(f'{{"error":0,"{CANARY}":1,"{CANARY}":2}}'.encode()),
        answer.reply({"error": 0, "data": {CANARY: "x"}}),
        answer.reply(echo.encode(), status=500),
        answer.raw([f"HTTP/1.1 {CANARY}\r\n\r\n".encode()], "close"),
        answer.raw([b"HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n" + echo.encode()], "close"),
    )
    return 9


def test_canaries_stay_out_of_errors_logs_and_tracebacks(server, make_client, answer, caplog):
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, "httpx")
    caplog.set_level(logging.DEBUG, "httpcore")
    client = make_client(proof_secret=Secret(APP_SECRET))
    for _ in range(failures(server, answer)):
        with pytest.raises(ZaloError) as caught:
            client.messages.send_text(USER, TEXT)
        error = caught.value
        shown = [str(error), repr(error), repr(vars(error)), "".join(traceback.format_exception(error))]
        assert not any("CANARY-" in text for text in shown)
        assert not any(USER in text for text in shown)
    client_shown = repr(client) + repr(client.rate)
    assert "CANARY" not in client_shown
    assert "CANARY" not in caplog.text
    assert USER not in caplog.text


def test_reads_do_not_log_user_ids(desk, answer, caplog):
    caplog.set_level(logging.DEBUG)
    desk.server.add(answer.ok([]))
    desk.client.chats.conversation(USER)
    assert USER in desk.server.seen[0].target, "the id did travel"
    assert USER not in caplog.text


def test_oauth_secrets_stay_out(server, answer, caplog):
    caplog.set_level(logging.DEBUG)
    echo = f"{REFRESH} {APP_SECRET}"
    server.add(
        answer.reply({"error": -14014, "error_name": echo}),
        answer.reply(f'{{"access_token":"{REFRESH}",{echo}'.encode()),
    )
    with OAuthClient("1", Secret(APP_SECRET), base_url=server.url, limits=Limits(total_s=2)) as oauth:
        for _ in range(2):
            with pytest.raises(ZaloError) as caught:
                oauth.refresh(Secret(REFRESH))
            assert "CANARY" not in "".join(traceback.format_exception(caught.value)) + repr(
                vars(caught.value)
            )
    assert "CANARY" not in caplog.text
    assert b"CANARY" not in server.seen[0].target.encode()


@pytest.mark.parametrize("tag", [CANARY, f"x {CANARY}", f"{CANARY}đ"])
def test_a_url_with_the_token_is_refused_before_it_leaves(desk, tag):
    with pytest.raises(NotSent) as caught:
        desk.client.users.list(tag_name=tag)
    assert caught.value.cause is Cause.SECRET_IN_URL
    assert "CANARY" not in str(caught.value)
    assert desk.server.connections == 0


@pytest.mark.parametrize("token", ["a\r\nX-Evil: 1", "a b\n", "đ", " zq", "zq\0"])
def test_a_token_that_headers_cannot_carry(server, token):
    with ZaloClient(lambda: Secret(token), base_url=server.url) as client, pytest.raises(NotSent) as caught:
        client.chats.list_recent_chat()
    assert token not in str(caught.value)
    assert server.connections == 0


def test_token_is_read_at_every_call(server, answer):
    tokens = iter(["first", "second"])
    server.add(answer.ok([]), answer.ok([]))
    with ZaloClient(lambda: Secret(next(tokens)), base_url=server.url) as client:
        client.chats.list_recent_chat()
        client.chats.list_recent_chat()
    assert [seen.headers["access_token"] for seen in server.seen] == ["first", "second"]
