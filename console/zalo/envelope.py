"""Tell success from failure in a reply (zalo-openapi.md §0.2, §1.3)."""

import re
from collections.abc import Collection

from console.zalo import strict_json
from console.zalo.error_table import HTTP_TOO_MANY, RATE_LIMIT_CODE, lookup
from console.zalo.errors import ApiError, BadBody, HttpStatusError, RateLimited
from console.zalo.secret import Secret
from console.zalo.session import Reply
from console.zalo.strict_json import JsonError

_CODE = re.compile(r"-?[0-9]{1,9}", re.ASCII)
_TEXT_CAP = 200


def open_reply(reply: Reply, where: str, secrets: Collection[Secret] = ()) -> dict[str, object]:
    """Return the reply's JSON object when its ``error`` is absent or 0, as int or string.

    Failures carry the same envelope under HTTP 200; it is also read under 4xx. Values inside ``data`` may still
    be poisoned (``strict_json``): whoever reads them checks. A service message that repeats one of ``secrets`` is dropped.

    Raises: RateLimited (HTTP 429, code -32), ApiError, HttpStatusError, BadBody.
    """
    ok = 200 <= reply.status < 300
    if reply.status >= 500:
        # A broken server's word proves nothing, whatever code its body names (reliability.md §4.4).
        raise HttpStatusError(where, reply.status, reply.retry_after_s)
    try:
        body = strict_json.loads(reply.body)
    except JsonError as exc:
        if reply.status == HTTP_TOO_MANY:
            raise _limited(reply, where, HTTP_TOO_MANY, "") from None
        if not ok:
            raise HttpStatusError(where, reply.status, reply.retry_after_s) from None
        raise BadBody(where, str(exc)) from None
    code = _code(body)
    text = _service_text(body, secrets)
    if reply.status == HTTP_TOO_MANY or code == RATE_LIMIT_CODE:
        raise _limited(reply, where, code if code == RATE_LIMIT_CODE else HTTP_TOO_MANY, text)
    if code:
        raise ApiError(where, code, lookup(code, text), text, reply.status)
    if not ok:
        raise HttpStatusError(where, reply.status, reply.retry_after_s)
    if not isinstance(body, dict):
        raise BadBody(where, "not a JSON object")
    if code is None:
        raise BadBody(where, "`error` is not a number")
    return body


def _code(body: object) -> int | None:
    """Return the error code, 0 when absent, None when it is no number."""
    if not isinstance(body, dict):
        return None
    error = body.get("error", 0)
    if isinstance(error, bool) or not isinstance(error, (int, str)):
        return None
    text = str(error).strip()
    return int(text) if _CODE.fullmatch(text) else None


def _service_text(body: object, secrets: Collection[Secret]) -> str:
    """Return the service's English message for the table's use: one line, printable, short."""
    if not isinstance(body, dict):
        return ""
    for name in ("message", "error_name", "error_description"):
        text = body.get(name)
        if isinstance(text, str) and text:
            if any(secret.reveal() in text for secret in secrets if secret):
                return ""
            return "".join(c if c.isprintable() else " " for c in strict_json.clean(text[:_TEXT_CAP]))
    return ""


def _limited(reply: Reply, where: str, code: int, text: str) -> RateLimited:
    return RateLimited(where, code, lookup(code), text, reply.status, reply.retry_after_s)


def data_of(body: dict[str, object], where: str) -> object:
    """Return ``data`` after checking that nothing in it was refused; None when absent."""
    found = strict_json.find_poison(body.get("data"), "data")
    if found:
        raise BadBody(where, found)
    return body.get("data")
