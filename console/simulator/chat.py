"""The two chat reads: recent messages of the whole OA, and messages with one user (API document §2.1-§2.3)."""

import json
from typing import Any

from starlette.requests import Request

from console.simulator.access import require_token
from console.simulator.clock import sent_time_text
from console.simulator.inbox import Message
from console.simulator.state import State, of
from console.simulator.wire import Answer, ApiError, an_id, invalid, query_data, success, whole

PAGE = 10


async def recent(request: Request) -> Answer:
    """`GET /v2.0/oa/listrecentchat`: one row a message, all users interleaved, newest first."""
    return _read(request, per_user=False)


async def conversation(request: Request) -> Answer:
    """`GET /v2.0/oa/conversation`: the same rows of one user."""
    return _read(request, per_user=True)


def _read(request: Request, *, per_user: bool) -> Answer:
    state = of(request)
    require_token(request)
    data = query_data(request.query_params)
    user_id = an_id(data) if per_user else None
    offset, count = whole(data, "offset"), whole(data, "count")
    if count < 1:
        raise invalid("count")
    if count > PAGE:
        if state.knobs.count_over == "refuse":
            raise ApiError(-210)
        count = PAGE
    if user_id is not None and user_id not in state.users:
        raise ApiError(
            state.knobs.unknown_user_code,
            "user_id is invalid!" if state.knobs.unknown_user_code == -201 else None,
        )
    cap = state.knobs.conversation_cap if per_user else state.knobs.list_cap
    if cap is not None:
        count = 0 if offset >= cap else min(count, cap - offset) if state.knobs.cap_clips else count
    state.inbox.settle(state.now())
    page = state.inbox.page(user_id, offset, count, oldest_first_ties=state.knobs.tie_order == "oldest_first")
    for message in page:
        message.served += 1
    return success(
        [row(state, message, in_conversation=per_user) for message in page],
        code_as_text=state.knobs.error_as_text,
    )


def row(state: State, message: Message, *, in_conversation: bool = False) -> dict[str, Any]:
    """Return one message as both reads write it, in the key order of the live service."""
    user = state.users[message.user_id]
    citizen = (user.user_id, user.name, user.avatar)
    office = (state.config.oa_id, state.config.oa_name, f"{state.base_url}/media/oa.png")
    (from_id, from_name, from_avatar), (to_id, to_name, to_avatar) = (
        (citizen, office) if message.src else (office, citizen)
    )
    out: dict[str, Any] = {"src": message.src, "time": message.time_ms}
    if state.knobs.sent_time:
        out["sent_time"] = sent_time_text(message.time_ms)
    out |= {
        "from_id": from_id,
        "from_display_name": from_name,
        "from_avatar": from_avatar,
        "to_id": to_id,
        "to_display_name": to_name,
        "to_avatar": to_avatar,
        "message_id": message.conversation_id if in_conversation else message.message_id,
    }
    out |= {"type": "recalled"} if message.recalled else _content(state, message)
    for name, value in message.raw.items():
        if value is None:
            out.pop(name, None)
        else:
            out[name] = value
    return out


def _content(state: State, message: Message) -> dict[str, Any]:
    kind, fields = message.type, dict(message.fields)
    knobs = state.knobs
    if kind == "file" and knobs.file_rows == "link":
        return {"type": "link", "message": fields.get("message", ""), "links": [fields["url"]]}
    if isinstance(fields.get("location"), dict):
        fields["location"] = _location(fields["location"], knobs.location_form)
    if isinstance(fields.get("links"), list) and knobs.links_form != "array":
        links = fields["links"]
        fields["links"] = {"href": links[0]} if knobs.links_form == "object" else " ".join(links)
    if kind == "sticker" and knobs.amp_urls:
        fields["url"] = fields["url"].replace("&", "&amp;")
    return {"type": kind, **fields}


def _location(point: dict[str, float], form: str) -> Any:
    latitude, longitude = point["latitude"], point["longitude"]
    if form == "lat_lng":
        return f"{latitude},{longitude}"
    if form == "lng_lat":
        return f"{longitude},{latitude}"
    found = {"longitude": longitude, "latitude": latitude}
    return found if form == "object" else json.dumps(found)
