"""Users, the OA's profile and tags (API document §2.4-§2.7, §5)."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from starlette.requests import Request

from console.simulator.access import require_token
from console.simulator.clock import VIETNAM, day_text
from console.simulator.state import State, User, of
from console.simulator.wire import (
    Answer,
    ApiError,
    a_text,
    an_id,
    an_object,
    body_object,
    invalid,
    query_data,
    success,
    whole,
)

LIST_PAGE = 50
LAST_OFFSET = 9951
SHARED = ("address", "city", "district", "phone", "name", "user_dob")
_PERIOD = re.compile(r"(\d{4}_\d{2}_\d{2}):(\d{4}_\d{2}_\d{2})")


async def detail(request: Request) -> Answer:
    """`GET /v3.0/oa/user/detail`."""
    state = of(request)
    require_token(request)
    user = known(state, an_id(query_data(request.query_params)))
    data: dict[str, Any] = {
        "user_id": user.user_id,
        "user_id_by_app": state.id_by_app(user.user_id),
        "user_external_id": user.external_id,
        "display_name": user.name,
        "user_alias": user.name if user.alias is None else user.alias,
        "is_sensitive": user.sensitive,
        "user_last_interaction_date": day_text(user.last_interaction_ms) if user.last_interaction_ms else "",
        "user_is_follower": user.follower,
        "avatar": user.avatar,
        "avatars": {"120": user.avatar, "240": user.avatar},
        "dynamic_param": "",
        "tags_and_notes_info": {"notes": list(user.notes), "tag_names": list(user.tags)},
    }
    blank: dict[str, Any] = dict.fromkeys(SHARED, "")
    blank["phone"] = 0
    if state.knobs.shared_info == "empty":
        data["shared_info"] = blank
    elif state.knobs.shared_info == "full" and user.shared is not None:
        data["shared_info"] = blank | user.shared
    return success(data)


def known(state: State, user_id: str) -> User:
    """Return a user.

    Raises:
        ApiError: nobody has this id.

    """
    user = state.users.get(user_id)
    if user is None:
        code = state.knobs.unknown_user_code
        raise ApiError(code, "user_id is invalid!" if code == -201 else None)
    return user


async def listing(request: Request) -> Answer:
    """`GET /v3.0/oa/user/getlist`; `count` in the reply echoes the size that was asked for."""
    state = of(request)
    require_token(request)
    data = query_data(request.query_params)
    offset, count = whole(data, "offset"), whole(data, "count")
    if count > LIST_PAGE or offset > LAST_OFFSET:
        raise ApiError(-210)
    wanted = _filter(state, data)
    found = [user.user_id for user in state.users.values() if wanted(user)]
    page = [{"user_id": user_id} for user_id in found[offset : offset + count]]
    return success({"total": len(found), "count": count, "offset": offset, "users": page})


def _filter(state: State, data: dict[str, Any]) -> Callable[[User], bool]:
    tag = data.get("tag_name")
    follower = data.get("is_follower")
    if isinstance(follower, str):
        follower = follower.lower() == "true"
    days = _days(state, data["last_interaction_period"]) if "last_interaction_period" in data else None

    def wanted(user: User) -> bool:
        if tag is not None and tag not in user.tags:
            return False
        if follower is not None and user.follower is not follower:
            return False
        if days is None:
            return True
        return user.last_interaction_ms is not None and days[0] <= _day(user.last_interaction_ms) <= days[1]

    return wanted


def _day(at_ms: int) -> int:
    return datetime.fromtimestamp(at_ms / 1000, VIETNAM).date().toordinal()


def _days(state: State, period: Any) -> tuple[int, int]:
    """Return first and last day of a period as ordinals in UTC+7; L7D and L30D leave today out."""
    today = _day(state.now())
    match period:
        case "TODAY":
            return today, today
        case "YESTERDAY":
            return today - 1, today - 1
        case "L7D" | "L30D":
            return today - int(period[1:-1]), today - 1
        case str() if found := _PERIOD.fullmatch(period):
            try:
                first, last = (
                    datetime.strptime(part, "%Y_%m_%d").replace(tzinfo=UTC) for part in found.groups()
                )
            except ValueError:
                raise invalid("last_interaction_period") from None
            return first.toordinal(), last.toordinal()
        case _:
            raise invalid("last_interaction_period")


async def update(request: Request) -> Answer:
    """`POST /v3.0/oa/user/update`."""
    state = of(request)
    require_token(request)
    body = await body_object(request)
    user = known(state, an_id(body))
    shared = an_object(body, "shared_info") if "shared_info" in body else {}
    if "user_alias" in body:
        user.alias = a_text(body, "user_alias", required=False)
    if "user_external_id" in body:
        user.external_id = a_text(body, "user_external_id", required=False)
    if shared:
        user.shared = (user.shared or {}) | {name: shared[name] for name in SHARED if name in shared}
    return success()


async def profile(request: Request) -> Answer:
    """`GET /v2.0/oa/getoa`."""
    state = of(request)
    require_token(request)
    names = ("oaid", "oa_id") if state.knobs.oa_id_key == "both" else (state.knobs.oa_id_key,)
    data: dict[str, Any] = dict.fromkeys(names, state.config.oa_id)
    valid = state.now() + timedelta(days=180) // timedelta(milliseconds=1)
    return success(
        data
        | {
            "name": state.config.oa_name,
            "description": "Kênh tiếp nhận giả lập",
            "oa_alias": "giaLap",
            "is_verified": True,
            "oa_type": 4,
            "cate_name": "Cơ quan nhà nước",
            "num_follower": sum(user.follower for user in state.users.values()),
            "avatar": f"{state.base_url}/media/oa.png",
            "cover": "",
            "package_name": "Nâng cao",
            "package_valid_through_date": day_text(valid),
            "package_auto_renew_date": "",
            "linked_ZCA": "",
        }
    )


async def tag(request: Request) -> Answer:
    """`POST /v2.0/oa/tag/tagfollower`; an unknown tag is created."""
    state = of(request)
    require_token(request)
    body = await body_object(request)
    user, name = known(state, an_id(body)), a_text(body, "tag_name")
    if name not in state.tags:
        state.tags.append(name)
    if name not in user.tags:
        user.tags.append(name)
    state.webhooks.tag("add_user_to_tag", name, user.user_id)
    return success()


async def untag(request: Request) -> Answer:
    """`POST /v2.0/oa/tag/rmfollowerfromtag`."""
    state = of(request)
    require_token(request)
    body = await body_object(request)
    user, name = known(state, an_id(body)), a_text(body, "tag_name")
    if name not in state.tags:
        raise invalid("tag_name")
    if name in user.tags:
        user.tags.remove(name)
        state.webhooks.tag("remove_user_from_tag", name, user.user_id)
    return success()


async def remove_tag(request: Request) -> Answer:
    """`POST /v2.0/oa/tag/rmtag`; the tag leaves all users."""
    state = of(request)
    require_token(request)
    name = a_text(await body_object(request), "tag_name")
    if name not in state.tags:
        raise invalid("tag_name")
    state.tags.remove(name)
    for user in state.users.values():
        if name in user.tags:
            user.tags.remove(name)
    state.webhooks.tag("remove_tag", name)
    return success()


async def tags(request: Request) -> Answer:
    """`GET /v2.0/oa/tag/gettagsofoa`."""
    require_token(request)
    return success(list(of(request).tags))
