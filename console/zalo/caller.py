"""Calls on the OA host: header token, ``data`` argument, envelope (zalo-openapi.md §0.1, §0.2)."""

import hashlib
import hmac
import json
from collections.abc import Callable, Mapping

from console.zalo.envelope import data_of, open_reply
from console.zalo.errors import BadArgument, BadBody
from console.zalo.secret import Secret
from console.zalo.session import HttpSession, RateInfo, Reply


class Caller:
    """Sends one call and opens its envelope. The access token is asked for at every call, so a rotation is seen."""

    def __init__(
        self,
        session: HttpSession,
        base_url: str,
        access_token: Callable[[], Secret],
        proof_secret: Secret | None,
        on_rate: Callable[[RateInfo], None] | None,
        on_date: Callable[[int], None] | None = None,
    ) -> None:
        self._session = session
        self._base_url = base_url
        self._access_token = access_token
        self._proof_secret = proof_secret
        self._on_rate = on_rate
        self._on_date = on_date
        self.rate: RateInfo | None = None

    def get(self, path: str, data: Mapping[str, object] | None = None) -> object:
        """GET with the arguments as JSON in ``data``; return the reply's ``data``, clean."""
        return data_of(self.get_body(path, data), path)

    def get_body(self, path: str, data: Mapping[str, object] | None = None) -> dict[str, object]:
        """As ``get``, but return the whole envelope, in which values may be poisoned."""
        params = None if data is None else {"data": _json(data, path)}
        return self._call("GET", path, params=params)

    def get_plain(
        self,
        path: str,
        params: Mapping[str, str] | None = None,
        *,
        headers: Mapping[str, Secret] | None = None,
    ) -> object:
        """GET with plain query arguments (articles); return the reply's ``data``, clean."""
        return data_of(self._call("GET", path, params=params, headers=headers), path)

    def post(
        self, path: str, body: Mapping[str, object], *, still_allowed: Callable[[], bool] | None = None
    ) -> object:
        """POST ``body`` as JSON; return the reply's ``data``, clean."""
        content = _encode(_json(body, path), path)
        return data_of(self._call("POST", path, content=content, still_allowed=still_allowed), path)

    def upload(self, path: str, name: str, content: bytes, media_type: str) -> object:
        """POST ``content`` as the multipart field ``file``; return the reply's ``data``, clean."""
        _encode(name, path)
        return data_of(self._call("POST", path, files={"file": (name, content, media_type)}), path)

    def _call(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, Secret] | None = None,
        content: bytes | None = None,
        files: Mapping[str, tuple[str, bytes, str]] | None = None,
        still_allowed: Callable[[], bool] | None = None,
    ) -> dict[str, object]:
        token = self._access_token()
        sent: dict[str, str | Secret] = {"access_token": token, **(headers or {})}
        secrets = [token, *(headers or {}).values()]
        if self._proof_secret is not None:
            proof = appsecret_proof(self._proof_secret, token)
            sent["appsecret_proof"] = proof
            secrets += [self._proof_secret, proof]
        if content is not None:
            sent["content-type"] = "application/json"
        reply = self._session.exchange(
            method,
            self._base_url + path,
            where=path,
            secrets=secrets,
            headers=sent,
            params=params,
            content=content,
            files=files,
            still_allowed=still_allowed,
        )
        self._note_rate(reply)
        body = open_reply(reply, path, secrets)
        if self._on_date is not None and reply.date_ms is not None:
            self._on_date(reply.date_ms)
        if "error" not in body and "data" not in body:
            raise BadBody(path, "neither `error` nor `data`")
        return body

    def _note_rate(self, reply: Reply) -> None:
        if reply.rate == RateInfo(None, None):
            return
        self.rate = reply.rate
        if self._on_rate is not None:
            self._on_rate(reply.rate)


def appsecret_proof(app_secret: Secret, access_token: Secret) -> Secret:
    """Return hex HMAC-SHA256 of the token under the app secret (zalo-openapi.md §0.2)."""
    key, message = app_secret.reveal().encode(), access_token.reveal().encode(errors="replace")
    return Secret(hmac.new(key, message, hashlib.sha256).hexdigest())


def _json(value: Mapping[str, object], where: str) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    _encode(text, where)
    return text


def _encode(text: str, where: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise BadArgument(where, "text with half a character (lone surrogate)") from None
