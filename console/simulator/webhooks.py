"""Webhooks: what the OA's address is told of, signed, repeated and sent again (API document §7, §10.5, §10.8).

Bodies are made when something happens and posted when they are due. An address that does not answer 200 within two
seconds is tried again after the documented waits, with the same body and `num_retry`; then the subscription is off.
"""

import asyncio
import hashlib
import http.client
import json
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from console.simulator.faults import WEBHOOK
from console.simulator.inbox import Message

if TYPE_CHECKING:
    from console.simulator.state import State, User

ANSWER_WITHIN_S = 2.0
RETRY_MS = tuple(seconds * 1000 for seconds in (30, 300, 900, 1800, 3600))
SWAP_MS = 1000
"""How much later an event out of order comes: after those of the next second."""
LOG_LENGTH = 10_000

USER_SENDS = {
    "text": "user_send_text",
    "photo": "user_send_image",
    "GIF": "user_send_gif",
    "link": "user_send_link",
    "links": "user_send_link",
    "voice": "user_send_audio",
    "video": "user_send_video",
    "sticker": "user_send_sticker",
    "location": "user_send_location",
    "business card": "user_send_business_card",
    "file": "user_send_file",
}
OA_SENDS = {
    "text": "oa_send_text",
    "photo": "oa_send_image",
    "GIF": "oa_send_gif",
    "file": "oa_send_file",
    "sticker": "oa_send_sticker",
    "template": "oa_send_template",
}

Fields = dict[str, Any]


class WebhookError(ValueError):
    """An address webhooks cannot go to."""


def check_address(url: str) -> None:
    """Take an address for webhooks, or "" for none.

    Raises:
        WebhookError: no http or https address.

    """
    parts = urlsplit(url)
    if url and (parts.scheme not in {"http", "https"} or not parts.hostname):
        raise WebhookError(f"{url!r} không phải địa chỉ http hay https")


@dataclass(slots=True)
class Delivery:
    """One event on its way: body and signature never change, `tried` counts the posts that failed."""

    event_name: str
    body: bytes
    signature: str
    due_ms: int
    tried: int = 0


@dataclass(slots=True)
class Webhooks:
    """The subscription, what waits, and what was posted (`log`: event, body, try, status; status None: no answer)."""

    state: "State"
    url: str = ""
    on: bool = False
    waiting: list[Delivery] = field(default_factory=list)
    log: deque[Fields] = field(default_factory=lambda: deque(maxlen=LOG_LENGTH))

    def subscribe(self, url: str) -> None:
        """Send events to this address from now on; "" ends it.

        Raises:
            WebhookError: no http or https address.

        """
        check_address(url)
        self.url, self.on = url, bool(url)
        self.waiting.clear()

    # What happened

    def message(self, message: Message, admin_id: str = "") -> None:
        """Tell of a message; of one from the OA also that it was received and seen. `admin_id`: written in Zalo's own tool."""
        name = (USER_SENDS if message.src else OA_SENDS).get(message.type)
        # No source names an event for rows of other types.
        if name is None or not self.on:
            return
        told = _content(self.state, message)
        if "text" in told and self.state.knobs.webhook_hash_only and not told["text"].startswith("#"):
            return
        self._between(
            name,
            message.user_id,
            from_user=bool(message.src),
            told=told,
            at_ms=message.time_ms,
            admin_id=admin_id,
        )
        user = self.state.users[message.user_id]
        if message.src == 0 and not user.blocked:
            self._receipt(
                "user_received_message",
                message,
                {"msg_id": message.message_id},
                self.state.knobs.received_after_ms,
            )
            self._receipt(
                "user_seen_message",
                message,
                {"msg_ids": [message.message_id]},
                self.state.knobs.seen_after_ms,
            )

    def _receipt(self, name: str, message: Message, told: Fields, after_ms: int) -> None:
        if after_ms >= 0:
            self._between(
                name, message.user_id, from_user=False, told=told, at_ms=self.state.now() + after_ms
            )

    def reaction(self, message: Message, icon: str) -> None:
        """Tell of a reaction of the OA."""
        told = {"msg_id": message.message_id, "react_icon": icon}
        self._between(
            "oa_reacted_message", message.user_id, from_user=False, told=told, at_ms=self.state.now()
        )

    def follower(self, user: "User") -> None:
        """Tell that a user follows the OA, or no longer does."""
        name = "follow" if user.follower else "unfollow"
        oa = {"oa_id": self.state.config.oa_id, "follower": {"id": user.user_id}, "source": "oa_profile"}
        self._queue(name, oa | {"user_id_by_app": self.state.id_by_app(user.user_id)}, self.state.now())

    def tag(self, name: str, tag_name: str, user_id: str | None = None) -> None:
        """Tell of `add_user_to_tag`, `remove_user_from_tag` or `remove_tag`."""
        tag: Fields = {"name": tag_name} if user_id is None else {"user_ids": [user_id], "name": tag_name}
        self._queue(name, {"oa_id": self.state.config.oa_id, "tag": tag}, self.state.now())

    def _between(
        self, name: str, user_id: str, *, from_user: bool, told: Fields, at_ms: int, admin_id: str = ""
    ) -> None:
        citizen, office = {"id": user_id}, {"id": self.state.config.oa_id}
        sender, recipient = (citizen, office) if from_user else (office, citizen)
        if admin_id:
            sender = sender | {"admin_id": admin_id}
        people = {"sender": sender, "recipient": recipient, "user_id_by_app": self.state.id_by_app(user_id)}
        self._queue(name, people | {"message": told}, at_ms)

    def _queue(self, name: str, members: Fields, at_ms: int) -> None:
        if not self.on:
            return
        config, now = self.state.config, self.state.now()
        event = {"app_id": config.app_id, "event_name": name, "timestamp": str(at_ms)} | members
        body = json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        signed = config.app_id.encode() + body + str(at_ms).encode() + config.webhook_secret.encode()
        signature = f"mac={hashlib.sha256(signed).hexdigest()}"
        # An old message is told of now; only a receipt lies ahead.
        due = max(at_ms, now)
        faults = {fault.name for fault in self.state.faults.plan(WEBHOOK, 0, self.state.chance).all}
        if "webhook_swap" in faults:
            due += SWAP_MS
        for _ in range(2 if "webhook_dup" in faults else 1):
            self.waiting.append(Delivery(name, body, signature, due))

    # On the way

    async def deliver(self) -> None:
        """Post what is due, in its order; one that fails is put off, or ends the subscription."""
        now = self.state.now()
        due = sorted((item for item in self.waiting if item.due_ms <= now), key=lambda item: item.due_ms)
        for item in due:
            if item not in self.waiting:
                # The subscription ended meanwhile.
                return
            status = await asyncio.to_thread(_post, self.url, item)
            self.log.append(
                {
                    "event_name": item.event_name,
                    "body": item.body.decode("utf-8", "replace"),
                    "num_retry": item.tried,
                    "status": status,
                    "at_ms": self.state.now(),
                }
            )
            if item not in self.waiting:
                return
            if status == 200:
                self.waiting.remove(item)
            elif item.tried < len(RETRY_MS):
                item.due_ms = self.state.now() + RETRY_MS[item.tried]
                item.tried += 1
            else:
                self._off()

    def _off(self) -> None:
        """End the subscription as Zalo does after the last try; the address stays known."""
        self.on = False
        self.waiting.clear()


def _post(url: str, item: Delivery) -> int | None:
    """Return the HTTP status, None if no answer came in time."""
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=ANSWER_WITHIN_S)
    headers = {"Content-Type": "application/json", "X-ZEvent-Signature": item.signature}
    if item.tried:
        headers["num_retry"] = str(item.tried)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request("POST", target, item.body, headers)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def _content(state: "State", message: Message) -> Fields:
    """Return the `message` member of an event: id, text, attachments (§7.3)."""
    fields = message.fields
    told: Fields = {"msg_id": message.message_id}
    text = fields.get("description" if message.type == "photo" else "message", "")
    if text and message.type not in {"file", "video"}:
        told["text"] = text
    if attachments := _attachments(state, message.type, fields):
        told["attachments"] = attachments
    return told


def _attachments(state: "State", kind: str, fields: Fields) -> list[Fields]:
    url, thumb = fields.get("url", ""), fields.get("thumb", "")
    match kind:
        case "photo" | "GIF":
            name = "image" if kind == "photo" else "gif"
            return [{"type": name, "payload": {"thumbnail": thumb or url, "url": url}}]
        case "link" | "links":
            return [
                {
                    "type": "link",
                    "payload": {"thumbnail": "", "description": fields.get("message", ""), "url": link},
                }
                for link in fields.get("links", [])
            ]
        case "voice":
            return [{"type": "audio", "payload": {"url": url}}]
        case "video":
            return [
                {
                    "type": "video",
                    "payload": {"thumbnail": "", "url": url, "description": fields.get("message", "")},
                }
            ]
        case "sticker":
            # The documented sample holds a literal &amp;.
            eid = url.partition("eid=")[2].partition("&")[0]
            return [{"type": "sticker", "payload": {"id": eid, "url": url.replace("&", "&amp;")}}]
        case "location":
            point = {name: str(value) for name, value in fields["location"].items()}
            return [{"type": "location", "payload": {"coordinates": point}}]
        case "file":
            content = state.media.files[url.removeprefix(state.base_url)].read()
            name = fields.get("message", "")
            checksum = hashlib.md5(content, usedforsecurity=False).hexdigest()
            payload = {
                "url": url,
                "name": name,
                "size": str(len(content)),
                "type": name.rpartition(".")[2],
                "checksum": checksum,
            }
            return [{"type": "file", "payload": payload}]
        case _:
            return []
