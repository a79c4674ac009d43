"""When a consultation message may be sent and what pays for it (API document §3.1, §3.2, §6.6)."""

from typing import Any

from starlette.requests import Request

from console.simulator.access import require_token
from console.simulator.clock import day_text
from console.simulator.config import DAY_MS
from console.simulator.state import State, User, of
from console.simulator.wire import Answer, ApiError, an_id, body_object, invalid, success

FREE = 8
FREE_WINDOW_MS = 2 * DAY_MS
PACKAGE_LIFE_MS = 180 * DAY_MS


def check_window(state: State, user: User) -> None:
    """Refuse a message outside the consultation window.

    Raises:
        ApiError: -230, or the knob's code for somebody who never wrote.

    """
    if user.last_interaction_ms is None:
        raise ApiError(state.knobs.never_interacted_code)
    if state.now() - user.last_interaction_ms > state.knobs.window_ms:
        raise ApiError(-230)


def free_left(state: State, user: User) -> int:
    """Return how many free messages remain for this user now."""
    if user.last_interaction_ms is None or state.now() - user.last_interaction_ms > FREE_WINDOW_MS:
        return 0
    return FREE if state.knobs.free_rule == "all_in_48h" else max(FREE - user.free_used, 0)


def pay(state: State, user: User) -> dict[str, Any] | None:
    """Take one message out of what pays for it and return the reply's `quota`; None when it is charged.

    Raises:
        ApiError: -211 when nothing pays.

    """
    if free_left(state, user) > 0:
        user.free_used += 1
        return {"quota_type": "reply", "remain": str(free_left(state, user)), "total": str(FREE)}
    if state.knobs.after_free == "charge":
        return None
    remain = state.knobs.package_total - state.package_used
    if state.knobs.after_free == "refuse" or remain <= 0:
        raise ApiError(-211)
    state.package_used += 1
    return {
        "quota_type": "sub_quota",
        "remain": str(remain - 1),
        "total": str(state.knobs.package_total),
        "expired_date": day_text(state.now() + PACKAGE_LIFE_MS),
    }


async def quota(request: Request) -> Answer:
    """`POST /v3.0/oa/quota/message`: of one user, or of the OA; here numbers are numbers (§6.6)."""
    state = of(request)
    require_token(request)
    body = await body_object(request)
    if "user_id" in body:
        return _user_quota(state, an_id(body))
    if str(body.get("quota_owner", "")).upper() not in {"OA", "APP"}:
        raise invalid("quota_owner")
    for name, known in (
        ("product_type", {"cs", "transaction"}),
        ("quota_type", {"sub_quota", "purchase_quota", "reward_quota"}),
    ):
        if body.get(name) not in {None, *known}:
            raise invalid(name)
    assets = []
    if body.get("product_type") in {None, "cs"} and body.get("quota_type") in {None, "sub_quota"}:
        assets.append(
            {
                "asset_id": "8c273149281ac144980b",
                "product_type": "cs",
                "quota_type": "sub_quota",
                "valid_through": day_text(state.now() + PACKAGE_LIFE_MS),
                "total": state.knobs.package_total,
                "remain": max(state.knobs.package_total - state.package_used, 0),
            }
        )
    return success(assets, message="success")


def _user_quota(state: State, user_id: str) -> Answer:
    user = state.users.get(user_id)
    if user is None:
        raise ApiError(state.knobs.unknown_user_code)
    return success(
        {
            "last_interaction": str(user.last_interaction_ms or 0),
            "cs_reply": {"remain": free_left(state, user), "total": FREE},
            "promotion": {"daily_remain": 1, "daily_total": 1, "monthly_remain": 4, "monthly_total": 6},
        }
    )
