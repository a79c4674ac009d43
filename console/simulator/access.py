"""Who may call: the token of a request (API document §0.1, §10.2)."""

import hashlib
import hmac

from starlette.requests import Request

from console.simulator.state import of
from console.simulator.wire import ApiError


def require_token(request: Request) -> None:
    """Check the `access_token` header, and the proof when the app demands one.

    Raises:
        ApiError: -216, -220 or -242.

    """
    state = of(request)
    token = request.headers.get("access_token", "")
    if not token and state.knobs.query_token:
        token = request.query_params.get("access_token", "")
    state.tokens.check(token)
    if state.knobs.appsecret_proof:
        key = state.config.secret_key.encode()
        proof = hmac.new(key, token.encode("utf-8", "replace"), hashlib.sha256).hexdigest()
        given = request.headers.get("appsecret_proof", "")
        if not hmac.compare_digest(proof.encode(), given.encode("utf-8", "replace")):
            raise ApiError(-242)
