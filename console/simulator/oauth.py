"""Consent and tokens: `/v4/oa/*` of the OAuth host (API document §1)."""

from urllib.parse import parse_qs, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from console.simulator.state import State, of
from console.simulator.wire import Answer

ERRORS = {
    -14001: "Invalid request.",
    -14002: "Invalid app id.",
    -14003: "Invalid redirect uri.",
    -14004: "Invalid secret key.",
    -14005: "Invalid authorization code.",
    -14014: "Invalid refresh token.",
    -14018: "Invalid grant type.",
}


def refusal(code: int) -> Answer:
    """Return an OAuth error: HTTP 200, `error_name`, and no `message` (§1.3)."""
    name = ERRORS.get(code, "Unknown error.")
    body = {
        "error": code,
        "error_name": name,
        "error_reason": "",
        "ref_doc": "https://developers.zalo.me/docs/social-api/tham-khao/ma-loi",
        "error_description": name,
    }
    return Answer(body)


async def permission(request: Request) -> Response:
    """`GET /v4/oa/permission`: the administrator consents at once, the browser goes back with `code` and `oa_id`."""
    state = of(request)
    query = request.query_params
    if query.get("app_id") != state.config.app_id:
        return refusal(-14002)
    target = query.get("redirect_uri", "")
    if not _registered(state, target):
        return refusal(-14003)
    answer = {"code": state.tokens.consent(query.get("code_challenge", "")), "oa_id": state.config.oa_id}
    if "state" in query:
        answer["state"] = query["state"]
    joint = "&" if urlsplit(target).query else "?"
    return RedirectResponse(target + joint + urlencode(answer), 302)


def _registered(state: State, target: str) -> bool:
    """A redirect goes to a registered callback or below it; the port of a loopback address is free."""
    parts = urlsplit(target)
    for callback in state.config.callbacks:
        wanted = urlsplit(callback)
        if (parts.scheme, parts.hostname) == (wanted.scheme, wanted.hostname) and parts.path.startswith(
            wanted.path
        ):
            return wanted.port is None or wanted.port == parts.port
    return False


async def access_token(request: Request) -> Response:
    """`POST /v4/oa/access_token`: a pair for a code or for a refresh token, form-encoded (§1.2)."""
    state = of(request)
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        return refusal(-14001)
    form = {
        name: values[-1]
        for name, values in parse_qs((await request.body()).decode("utf-8", "replace")).items()
    }
    if form.get("app_id") != state.config.app_id:
        return refusal(-14002)
    if request.headers.get("secret_key") != state.config.secret_key:
        return refusal(-14004)
    match form.get("grant_type"):
        case "authorization_code":
            pair = state.tokens.exchange(form.get("code", ""), form.get("code_verifier", ""))
            if pair is None:
                return refusal(-14005)
        case "refresh_token":
            pair = state.tokens.renew(form.get("refresh_token", ""))
            if pair is None:
                return refusal(-14014)
        case _:
            return refusal(-14018)
    seconds = state.knobs.access_life_ms // 1000
    return Answer(
        {
            "access_token": pair.access_token,
            "refresh_token": pair.refresh_token,
            "expires_in": str(seconds) if state.knobs.expires_in_text else seconds,
        }
    )
