"""How the API writes its answers and reads its arguments (API document §0, §8.1)."""

import json
import re
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

# §8.1; the spellings are the service's own.
MESSAGES: dict[int, str] = {
    -32: "Your application reached limit call api",
    -100: "attachment_id was expired",
    -200: "Send message failed",
    -204: "Offical Account is disable",
    -205: "Offical Account is not exist",
    -209: "Not supported this api",
    -210: "Parameter exceeds allowable limit",
    -211: "Out of quota",
    -212: "App has not registed this api",
    -213: "User has not followed OA",
    -214: "Article is being processed",
    -216: "Access token is invalid",
    -217: "User has blocked invitation from OA",
    -218: "Out of quota receive",
    -219: "App is removed or disabled",
    -220: "access_token is expired or removed",
    -221: "The OA needs to be verified to use this feature",
    -223: "Official Account has not authorized this API",
    -224: "The OA needs to upgrade OA Tier Package to use this feature",
    -227: "User is banned or has been inactive for more than 45 days",
    -230: "User has not interacted with the OA in the past 7 days",
    -232: "User has not interacted with the OA, or the last interaction has expired",
    -233: "message type is invalid or not support",
    -234: "This message cannot be sent at night (10:00PM - 6:00AM)",
    -235: "This API does not support this type of OA",
    -240: "MessageV2 API has been shut down, please switch to MessageV3.",
    -242: "Invalid appsecret_proof provided in the API argument",
    -244: "User has restricted this message type from your OA",
    -248: "Violates our platform standards.",
    -320: "Your app needs to connect with Zalo Cloud Account to use paid features",
    -321: "Zalo Cloud Account associated with this app is out of money or unable to be charged",
}

_BARE_KEY = re.compile(r"([{,]\s*)([A-Za-z_]\w*)(\s*:)")


class ApiError(Exception):
    """A refusal, answered with HTTP 200 and a negative code (§0.2)."""

    def __init__(self, code: int, message: str | None = None) -> None:
        self.code = code
        self.message = MESSAGES.get(code, "Unknown error") if message is None else message
        super().__init__(f"{code} {self.message}")


def invalid(field: str) -> ApiError:
    """Return the -201 that names a bad parameter."""
    return ApiError(-201, f"{field} is invalid!")


def encode(body: Any) -> bytes:
    """Write JSON as UTF-8; text that UTF-8 cannot hold (a lone surrogate) is escaped instead."""
    try:
        return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        return json.dumps(body, separators=(",", ":")).encode()


class Answer(Response):
    """A JSON answer."""

    media_type = "application/json"

    def __init__(self, body: Any, status: int = 200) -> None:
        super().__init__(encode(body), status)


def success(data: Any = None, *, code_as_text: bool = False, message: str = "Success") -> Answer:
    """Return the success envelope; action-only calls have no `data`."""
    body: dict[str, Any] = {} if data is None else {"data": data}
    return Answer(body | {"error": "0" if code_as_text else 0, "message": message})


def failure(error: ApiError) -> Answer:
    """Return the failure envelope."""
    return Answer({"error": error.code, "message": error.message})


def empty_api(path: str, status: int) -> Answer:
    """Return what the gateway says for a path that does not exist: `error` is text there."""
    if path.startswith("/v4/"):
        text = "You currently access to an empty api. Please check the document."
    else:
        text = "You are accessing an empty or invalid API"
    return Answer({"error": "404", "message": text}, status)


def query_data(query: Mapping[str, str]) -> dict[str, Any]:
    """Return the JSON object of the `data` query parameter.

    Unquoted keys are accepted, as one live integration sends them (§0.1).

    Raises:
        ApiError: -201 "data is invalid!".

    """
    text = query.get("data", "")
    for candidate in (text, _BARE_KEY.sub(r'\1"\2"\3', text)):
        try:
            found = json.loads(candidate)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            return found
    raise invalid("data")


async def body_object(request: Request) -> dict[str, Any]:
    """Return the JSON object of a POST body.

    Raises:
        ApiError: -201 "body is invalid!".

    """
    try:
        found = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise invalid("body") from None
    if not isinstance(found, dict):
        raise invalid("body")
    return found


def whole(values: Mapping[str, Any], name: str, default: int | None = None) -> int:
    """Return a non-negative whole number, also when it was written as text.

    Raises:
        ApiError: -201 naming the field.

    """
    value = values.get(name, default)
    if isinstance(value, str) and value.isdecimal():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise invalid(name)
    return value


def an_id(values: Mapping[str, Any], name: str = "user_id") -> str:
    """Return an id as text, whether it came as text or as a number (§0.1).

    Raises:
        ApiError: -201 naming the field.

    """
    value = values.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and value:
        return value
    raise invalid(name)


def a_text(values: Mapping[str, Any], name: str, *, limit: int | None = None, required: bool = True) -> str:
    """Return a text member; "" when it may be missing and is.

    Raises:
        ApiError: -201 naming the field, or -210 when it is longer than `limit` characters.

    """
    value = values.get(name, "")
    if not isinstance(value, str) or (required and not value):
        raise invalid(name)
    if limit is not None and len(value) > limit:
        raise ApiError(-210)
    return value


def an_object(values: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return an object member.

    Raises:
        ApiError: -201 naming the field.

    """
    value = values.get(name)
    if not isinstance(value, dict):
        raise invalid(name)
    return value
