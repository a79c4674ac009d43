"""Consultation messages (zalo-openapi.md §3.1).

A send ends in one of three ways: a ``SendReceipt``; a ``ZaloError`` whose ``outcome`` is REFUSED; or one whose outcome is
UNKNOWN, after which only reading the conversation back can tell. It is never repeated here.
"""

from collections.abc import Callable

from console.zalo.caller import Caller
from console.zalo.errors import BadArgument, Cause, OutcomeUnknown
from console.zalo.fields import need_id, need_range, need_text
from console.zalo.payloads import SendReceipt, parse_receipt

TEXT_LIMIT = 2000
_PATH = "/v3.0/oa/message/cs"
_TITLE_LIMIT = 100
_SUBTITLE_LIMIT = 500
_MAX_SIDE = 10_000

StillAllowed = Callable[[], bool] | None
"""Asked after connecting, before the first byte of the request; False gives ``NotSent(WITHDRAWN)``."""


class Messages:
    """Sends one message to one user."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def send_text(
        self,
        user_id: str,
        text: str,
        *,
        quote_message_id: str | None = None,
        still_allowed: StillAllowed = None,
    ) -> SendReceipt:
        """Send text of 1 to 2000 characters, as a quote when ``quote_message_id`` is given."""
        message: dict[str, object] = {"text": need_text(text, _PATH, "text", TEXT_LIMIT)}
        if quote_message_id is not None:
            message["quote_message_id"] = need_id(quote_message_id, _PATH, "quote_message_id")
        return self._send(user_id, message, still_allowed)

    def send_image(
        self,
        user_id: str,
        *,
        attachment_id: str | None = None,
        url: str | None = None,
        text: str = "",
        still_allowed: StillAllowed = None,
    ) -> SendReceipt:
        """Send an uploaded image or one at an https ``url`` (jpg or png of at most 1 MB), with an optional caption."""
        element = {"media_type": "image", **_source(attachment_id, url)}
        return self._send(user_id, _media(element, text), still_allowed)

    def send_gif(
        self,
        user_id: str,
        *,
        width: int,
        height: int,
        attachment_id: str | None = None,
        url: str | None = None,
        text: str = "",
        still_allowed: StillAllowed = None,
    ) -> SendReceipt:
        """Send a GIF; ``width`` and ``height`` in pixels are required by the API."""
        element = {
            "media_type": "gif",
            **_source(attachment_id, url),
            "width": need_range(width, _PATH, "width", 1, _MAX_SIDE),
            "height": need_range(height, _PATH, "height", 1, _MAX_SIDE),
        }
        return self._send(user_id, _media(element, text), still_allowed)

    def send_sticker(
        self, user_id: str, attachment_id: str, *, still_allowed: StillAllowed = None
    ) -> SendReceipt:
        """Send a sticker of Zalo's catalogue."""
        element: dict[str, object] = {
            "media_type": "sticker",
            "attachment_id": need_id(attachment_id, _PATH, "attachment_id"),
        }
        return self._send(user_id, _media(element, ""), still_allowed)

    def send_file(self, user_id: str, token: str, *, still_allowed: StillAllowed = None) -> SendReceipt:
        """Send an uploaded file by its upload ``token``."""
        payload = {"token": need_id(token, _PATH, "token")}
        return self._send(user_id, {"attachment": {"type": "file", "payload": payload}}, still_allowed)

    def request_user_info(
        self, user_id: str, *, title: str, subtitle: str, image_url: str, still_allowed: StillAllowed = None
    ) -> SendReceipt:
        """Ask the user to share contact data; title of at most 100 and subtitle of at most 500 characters."""
        element: dict[str, object] = {
            "title": need_text(title, _PATH, "title", _TITLE_LIMIT),
            "subtitle": need_text(subtitle, _PATH, "subtitle", _SUBTITLE_LIMIT),
            "image_url": _https(image_url, "image_url"),
        }
        return self._send(user_id, _template("request_user_info", element), still_allowed)

    def _send(self, user_id: str, message: dict[str, object], still_allowed: StillAllowed) -> SendReceipt:
        body = {"recipient": {"user_id": need_id(user_id, _PATH, "user_id")}, "message": message}
        receipt = parse_receipt(self._caller.post(_PATH, body, still_allowed=still_allowed))
        if receipt is None:
            raise OutcomeUnknown(_PATH, Cause.NO_MESSAGE_ID)
        return receipt


def _template(template_type: str, element: dict[str, object]) -> dict[str, object]:
    payload = {"template_type": template_type, "elements": [element]}
    return {"attachment": {"type": "template", "payload": payload}}


def _media(element: dict[str, object], text: str) -> dict[str, object]:
    message = _template("media", element)
    if text:
        message["text"] = need_text(text, _PATH, "text", TEXT_LIMIT)
    return message


def _source(attachment_id: str | None, url: str | None) -> dict[str, object]:
    if (attachment_id is None) == (url is None):
        raise BadArgument(_PATH, "give either attachment_id or url")
    if url is not None:
        return {"url": _https(url, "url")}
    return {"attachment_id": need_id(attachment_id or "", _PATH, "attachment_id")}


def _https(url: str, name: str) -> str:
    if not url.startswith("https://") or not url.isascii() or not url.isprintable() or " " in url:
        raise BadArgument(_PATH, f"{name} is not an https address")
    return url
