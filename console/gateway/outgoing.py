"""A reply in the form Zalo takes: text, picture, moving picture or file (zalo-openapi.md §3.1, §4)."""

from collections.abc import Callable
from dataclasses import dataclass, field

from console.cache.outbox import Waiting
from console.cache.sealed import SealedFiles
from console.gateway.lane import Lane
from console.gateway.ports import ZaloApi
from console.zalo.payloads import SendReceipt
from console.zalo.sniff import HEAD, MediaKind, sniff

_PICTURES = frozenset({MediaKind.JPEG, MediaKind.PNG})


class Unsendable(Exception):  # noqa: N818 - its text is for the officer
    """Zalo has no form for this reply; the text says why, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that lies at Zalo, ready to be sent. ``width`` and ``height`` are those of a moving picture, in pixels."""

    kind: MediaKind
    token: str = field(repr=False)
    width: int = 0
    height: int = 0


def upload(lane: Lane, files: SealedFiles, item: Waiting) -> Upload:
    """Upload a reply's file; repeatable, so it happens before the permit.

    Raises:
        Unsendable: Zalo takes no such reply.
        SealError, OSError: the sealed copy cannot be read.
        WaitError, NotConnectedError, ZaloError: see ``Lane.read``.

    """
    file = item.file
    assert file is not None
    content = files.read(file.file_id, file.sha256)
    kind = sniff(content[:HEAD])
    if kind in _PICTURES:
        return Upload(kind, lane.read(lambda api: api.uploads.image(file.name, content), "reply.upload"))
    if kind is MediaKind.GIF:
        token = lane.read(lambda api: api.uploads.gif(file.name, content), "reply.upload")
        return Upload(kind, token, *_gif_size(content))
    if item.text:
        raise Unsendable(
            "Zalo không gửi được tệp kèm lời trong một tin nên chưa gửi gì. Gửi lời và tệp thành hai tin."
        )
    return Upload(kind, lane.read(lambda api: api.uploads.file(file.name, content), "reply.upload"))


def post(
    api: ZaloApi, item: Waiting, uploaded: Upload | None, still_allowed: Callable[[], bool]
) -> SendReceipt:
    """POST a reply once; ``still_allowed`` is asked just before the first byte leaves. Raises ``ZaloError``."""
    user, messages = item.zalo_user_id, api.messages
    if uploaded is None:
        quote = item.quote_message_id or None
        return messages.send_text(user, item.text, quote_message_id=quote, still_allowed=still_allowed)
    if uploaded.kind in _PICTURES:
        return messages.send_image(
            user, attachment_id=uploaded.token, text=item.text, still_allowed=still_allowed
        )
    if uploaded.kind is MediaKind.GIF:
        return messages.send_gif(
            user,
            attachment_id=uploaded.token,
            width=uploaded.width,
            height=uploaded.height,
            text=item.text,
            still_allowed=still_allowed,
        )
    return messages.send_file(user, uploaded.token, still_allowed=still_allowed)


def _gif_size(content: bytes) -> tuple[int, int]:
    """Return width and height from a GIF's header, at least 1: Zalo requires them (§3.1)."""
    width, height = (int.from_bytes(content[start : start + 2], "little") for start in (6, 8))
    return max(1, width), max(1, height)
