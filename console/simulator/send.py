"""Sending: consultation messages, and what is left of the v2 call (API document §3.1, §3.3, §3.5)."""

import json
import unicodedata
from typing import Any

from starlette.requests import Request

from console.simulator import allowance
from console.simulator.access import require_token
from console.simulator.content import sticker_url
from console.simulator.state import State, Upload, User, of
from console.simulator.wire import (
    Answer,
    ApiError,
    a_text,
    an_id,
    an_object,
    body_object,
    invalid,
    success,
    whole,
)

TEXT_LIMIT = 2000
ICONS = {":>", "--b", ":-((", "/-strong", "/-heart", ":-h", ":o", "/-remove"}
BUTTONS = {"oa.open.url", "oa.query.show", "oa.query.hide", "oa.open.sms", "oa.open.phone"}


async def consult(request: Request) -> Answer:
    """`POST /v3.0/oa/message/cs`.

    The order of the checks is §10.5: body, token, recipient, window, blocked, text length, attachment, quota. Every body
    that could be read is kept for the control endpoint, with what became of it.
    """
    state = of(request)
    raw = await request.body()
    kept: dict[str, Any] = {"at_ms": state.now(), "body": _readable(raw), "message_id": None, "error": None}
    state.received.append(kept)
    try:
        body = await body_object(request)
        user_id, message = an_id(an_object(body, "recipient")), an_object(body, "message")
        require_token(request)
        user = state.users.get(user_id)
        if user is None:
            raise ApiError(state.knobs.unknown_user_code)
        allowance.check_window(state, user)
        if user.blocked:
            raise ApiError(-244)
        kind, fields = _content(state, user, message)
        quota = allowance.pay(state, user)
    except ApiError as error:
        kept["error"] = error.code
        raise
    sent = state.say(user_id, kind, fields, src=0, delay_ms=state.knobs.echo_delay_ms)
    reply_id = state.hex_id() if state.knobs.message_ids == "send_differs" else sent.message_id
    kept["message_id"] = reply_id
    kept["row_id"] = sent.message_id
    state.on_reply(user_id, fields.get("message") or fields.get("description") or "")
    data: dict[str, Any] = {"message_id": reply_id, "user_id": user_id}
    if state.knobs.send_sent_time:
        data["sent_time"] = str(sent.time_ms)
    if quota is not None:
        data["quota"] = quota
    return success(data)


def _readable(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return raw.decode("utf-8", "replace")


def _content(state: State, user: User, message: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return the row a message becomes.

    Raises:
        ApiError: it is none of the forms of §3.1.

    """
    if "attachment" not in message:
        text = a_text(message, "text", limit=TEXT_LIMIT)
        _check_quote(state, user, message)
        return "text", {"message": _changed(state, text)}
    attachment = an_object(message, "attachment")
    payload = an_object(attachment, "payload")
    if attachment.get("type") == "file":
        return _file(state, payload)
    if attachment.get("type") != "template":
        # The short form {"type": "image"} is refused on the live service too.
        raise invalid("attachment.type")
    if payload.get("template_type") == "media":
        return _media(state, message, _one(payload))
    return _template(message, payload)


def _check_quote(state: State, user: User, message: dict[str, Any]) -> None:
    if "quote_message_id" not in message or state.knobs.quote == "ignore":
        return
    quoted = state.inbox.by_id.get(a_text(message, "quote_message_id"))
    known = quoted is not None and quoted.user_id == user.user_id and not quoted.recalled
    if state.knobs.quote == "refuse" or not known:
        raise ApiError(
            state.knobs.quote_code, "quote_message_id is invalid!" if state.knobs.quote_code == -201 else None
        )


def _changed(state: State, text: str) -> str:
    match state.knobs.text_change:
        case "trim":
            return text.strip()
        case "nfc" | "nfd" as form:
            return unicodedata.normalize("NFC" if form == "nfc" else "NFD", text)
        case _:
            return text


def _one(payload: dict[str, Any]) -> dict[str, Any]:
    elements = payload.get("elements")
    if not isinstance(elements, list) or len(elements) != 1 or not isinstance(elements[0], dict):
        raise invalid("elements")
    return elements[0]


def _media(state: State, message: dict[str, Any], element: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    kind = element.get("media_type")
    caption = a_text(message, "text", limit=TEXT_LIMIT, required=False)
    if kind == "sticker":
        if caption:
            raise invalid("text")
        return "sticker", {"url": sticker_url(state, a_text(element, "attachment_id")), "message": ""}
    if kind not in {"image", "gif"}:
        raise invalid("media_type")
    if kind == "gif":
        whole(element, "width")
        whole(element, "height")
    if "attachment_id" in element:
        upload = _upload(state, a_text(element, "attachment_id"), kind)
        url = _publish(state, upload)
    else:
        url = a_text(element, "url")
        if not url.startswith(("http://", "https://")):
            raise invalid("url")
    if kind == "gif":
        return "GIF", {"thumb": url, "url": url}
    return "photo", {"thumb": url, "url": url, "description": _changed(state, caption)}


def _file(state: State, payload: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    token = payload.get("token", payload.get("attachment_id"))
    if not isinstance(token, str):
        raise invalid("token")
    upload = _upload(state, token, "file")
    return "file", {"message": upload.name, "url": _publish(state, upload)}


def _upload(state: State, token: str, kind: str) -> Upload:
    upload = state.uploads.get(token)
    if upload is None or upload.kind != kind:
        raise invalid("token" if kind == "file" else "attachment_id")
    if state.now() - upload.at_ms >= state.knobs.upload_life_ms:
        raise ApiError(-100)
    return upload


def _publish(state: State, upload: Upload) -> str:
    extension = upload.name.rpartition(".")[2].lower()
    return state.base_url + state.media.add(
        f"{state.hex_id()}.{extension}", lambda: upload.content, state.now()
    )


def _template(message: dict[str, Any], payload: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Check a request for contact data, a list, or a text with buttons; such a row's type is undocumented."""
    text = a_text(message, "text", limit=TEXT_LIMIT, required=False)
    match payload.get("template_type"):
        case "request_user_info":
            element = _one(payload)
            text = a_text(element, "title", limit=100)
            a_text(element, "subtitle", limit=500)
            a_text(element, "image_url")
        case "list":
            elements = payload.get("elements")
            if not isinstance(elements, list) or not 1 <= len(elements) <= 5:
                raise invalid("elements")
            for element in elements:
                if not isinstance(element, dict):
                    raise invalid("elements")
                text = text or a_text(element, "title", limit=100)
                a_text(element, "subtitle", limit=500, required=False)
            _check_buttons(payload.get("buttons", []))
        case None if "buttons" in payload:
            a_text(message, "text", limit=TEXT_LIMIT)
            _check_buttons(payload["buttons"])
        case _:
            raise invalid("template_type")
    return "template", {"message": text}


def _check_buttons(buttons: Any) -> None:
    if not isinstance(buttons, list) or len(buttons) > 5:
        raise invalid("buttons")
    for button in buttons:
        if not isinstance(button, dict) or button.get("type") not in BUTTONS:
            raise invalid("buttons.type")
        a_text(button, "title", limit=100)


async def legacy(request: Request) -> Answer:
    """`POST /v2.0/oa/message`: alive for reactions and broadcast; plain messages get -240 (§3.3-§3.5, §6.4)."""
    state = of(request)
    body = await body_object(request)
    recipient = an_object(body, "recipient")
    require_token(request)
    if "sender_action" in body:
        return _react(state, an_id(recipient), an_object(body, "sender_action"))
    if "target" in recipient:
        element = _one(an_object(an_object(an_object(body, "message"), "attachment"), "payload"))
        if element.get("media_type") != "article" or element.get("attachment_id") not in state.articles:
            raise invalid("attachment_id")
        return success({"message_id": state.hex_id()})
    raise ApiError(-240)


def _react(state: State, user_id: str, action: dict[str, Any]) -> Answer:
    if user_id not in state.users:
        raise ApiError(state.knobs.unknown_user_code)
    if action.get("react_icon") not in ICONS:
        raise invalid("react_icon")
    message = state.inbox.by_id.get(a_text(action, "react_message_id"))
    if message is None or message.user_id != user_id:
        raise invalid("react_message_id")
    state.webhooks.reaction(message, action["react_icon"])
    return success({"message_id": message.message_id, "user_id": user_id})
