"""OAuth v4 with PKCE (zalo-openapi.md §1).

A refresh token works once. Whoever refreshes must hold the only right to do so and keep the reply before anything else:
``journal`` receives the whole body before it is parsed (reliability.md §4.3).
"""

import base64
import hashlib
import hmac
import secrets
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, urlencode, urlsplit

from console.zalo.envelope import open_reply
from console.zalo.errors import BadArgument, BadBody, CallbackError
from console.zalo.fields import as_id, as_int, need_id
from console.zalo.guards import check_base_url
from console.zalo.network import Resolve, system_resolve
from console.zalo.secret import Secret
from console.zalo.session import HttpSession, Limits, Reply

OAUTH_URL = "https://oauth.zaloapp.com"
SHORT_LIFE_S = 3600
"""Assumed life of an access token whose ``expires_in`` cannot be read: short, so it is renewed early, not lost."""
_TOKEN_PATH = "/v4/oa/access_token"  # noqa: S105 - a path
_TOKEN_LIMIT = 4096
_MAX_LIFE_S = 366 * 86_400

Journal = Callable[[bytes], None] | None


@dataclass(frozen=True, slots=True)
class Pkce:
    """A verifier to keep until the code comes back, and the challenge that goes into the consent address."""

    verifier: Secret
    challenge: str


@dataclass(frozen=True, slots=True)
class Callback:
    """What the consent page brought back. The code works once, for ten minutes."""

    code: Secret
    oa_id: str


@dataclass(frozen=True, slots=True)
class TokenPair:
    """A new pair; the refresh token that bought it is dead. ``expires_in_s`` is the access token's life in seconds."""

    access_token: Secret
    refresh_token: Secret
    expires_in_s: int


def challenge_of(verifier: str) -> str:
    """Return the unpadded Base64 (URL alphabet) of the verifier's SHA-256."""
    digest = hashlib.sha256(verifier.encode("ascii")).digest()
    return base64.urlsafe_b64encode(digest).decode("ascii").rstrip("=")


def new_pkce(token_urlsafe: Callable[[int], str] = secrets.token_urlsafe) -> Pkce:
    """Return a fresh verifier of 43 characters.

    The document leaves open which Base64 alphabet the server expects (§1.1), so verifiers are drawn until the challenge is
    the same in both: no ``+ / - _``, about one in four.
    """
    while True:
        verifier = token_urlsafe(32)
        challenge = challenge_of(verifier)
        if challenge.isalnum():
            return Pkce(Secret(verifier), challenge)


def new_state() -> str:
    """Return a fresh ``state`` that ties a callback to the consent it belongs to."""
    return secrets.token_hex(16)


def consent_url(
    app_id: str, redirect_uri: str, *, state: str, challenge: str | None = None, base_url: str = OAUTH_URL
) -> str:
    """Return the address at which the OA's admin approves the app. It holds no secret."""
    params = {"app_id": need_id(app_id, "/v4/oa/permission", "app_id"), "redirect_uri": redirect_uri}
    if challenge is not None:
        params["code_challenge"] = challenge
    params["state"] = state
    return f"{check_base_url(base_url)}/v4/oa/permission?{urlencode(params)}"


def parse_callback(url: str, expected_state: str) -> Callback:
    """Return code and OA id from the address the browser was sent to.

    Raises CallbackError: not an address, no code, a member given twice, or the wrong ``state`` (somebody else's consent).
    """
    where = "callback"
    try:
        query = parse_qs(urlsplit(url).query, keep_blank_values=True, max_num_fields=20)
    except ValueError:
        raise CallbackError(where, "not an address") from None
    if any(len(query.get(name, [])) > 1 for name in ("code", "oa_id", "state")):
        raise CallbackError(where, "a member is given twice")
    code, oa_id, state = (query.get(name, [""])[0] for name in ("code", "oa_id", "state"))
    if not expected_state or not hmac.compare_digest(
        state.encode(errors="replace"), expected_state.encode(errors="replace")
    ):
        raise CallbackError(where, "state does not match")
    if not _is_token(code):
        raise CallbackError(where, "no usable code")
    if not as_id(oa_id):
        raise CallbackError(where, "no usable oa_id")
    return Callback(Secret(code), oa_id)


def parse_tokens(body: bytes, *, status: int = 200) -> TokenPair:
    """Return the pair in a token reply; also for a reply kept in a journal.

    Raises: RateLimited, ApiError (-14014 and its kin), HttpStatusError, BadBody.
    """
    return _pair(Reply(status, body), ())


def _pair(reply: Reply, given: tuple[Secret, ...]) -> TokenPair:
    body = open_reply(reply, _TOKEN_PATH, given)
    tokens = []
    for name in ("access_token", "refresh_token"):
        value = body.get(name)
        if not isinstance(value, str) or not _is_token(value):
            raise BadBody(_TOKEN_PATH, f"no usable {name}")
        tokens.append(Secret(value))
    life = as_int(body.get("expires_in"))
    usable = life is not None and 0 < life <= _MAX_LIFE_S
    return TokenPair(tokens[0], tokens[1], life if life is not None and usable else SHORT_LIFE_S)


def _is_token(text: str) -> bool:
    return 0 < len(text) <= _TOKEN_LIMIT and text.isascii() and text.isprintable() and " " not in text


class OAuthClient:
    """Buys tokens. One per thread; arguments as for ``ZaloClient``."""

    def __init__(
        self,
        app_id: str,
        app_secret: Secret,
        *,
        base_url: str = OAUTH_URL,
        limits: Limits = Limits(),  # noqa: B008 - frozen
        proxy: str | None = None,
        ssl_context: ssl.SSLContext | None = None,
        mono: Callable[[], float] = time.monotonic,
        resolve: Resolve = system_resolve,
    ) -> None:
        self._app_id = need_id(app_id, _TOKEN_PATH, "app_id")
        self._app_secret = app_secret
        self._url = check_base_url(base_url) + _TOKEN_PATH
        self._session = HttpSession(
            limits=limits, proxy=proxy, ssl_context=ssl_context, mono=mono, resolve=resolve
        )

    def exchange_code(
        self, code: Secret, verifier: Secret | None = None, *, journal: Journal = None
    ) -> TokenPair:
        """Return the first pair for a consent's code; ``verifier`` is required when a challenge was given."""
        form: dict[str, str | Secret] = {"code": code, "grant_type": "authorization_code"}
        if verifier is not None:
            form["code_verifier"] = verifier
        return self._buy(form, journal)

    def refresh(self, refresh_token: Secret, *, journal: Journal = None) -> TokenPair:
        """Return a new pair; ``refresh_token`` is dead afterwards, and may be dead after any UNKNOWN outcome."""
        return self._buy({"refresh_token": refresh_token, "grant_type": "refresh_token"}, journal)

    def _buy(self, form: Mapping[str, str | Secret], journal: Journal) -> TokenPair:
        given = (self._app_secret, *(value for value in form.values() if isinstance(value, Secret)))
        if not all(_is_token(secret.reveal()) for secret in given):
            raise BadArgument(_TOKEN_PATH, "a token or secret has characters it cannot have")
        reply = self._session.exchange(
            "POST",
            self._url,
            where=_TOKEN_PATH,
            secrets=given,
            headers={"secret_key": self._app_secret},
            form={**form, "app_id": self._app_id},
        )
        if journal is not None:
            journal(reply.body)
        return _pair(reply, given)

    def close(self) -> None:
        """Close the connection."""
        self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
