"""Zalo's rows into messages. Who the citizen is stays beside the message, never in it (architecture.md, Identity)."""

from dataclasses import replace

from console.cache.intake import InboundRow
from console.domain.message import Attachment, Direction, Message, MessageType
from console.zalo.rows import ChatRow

FETCHED = frozenset(
    {
        MessageType.PHOTO,
        MessageType.GIF,
        MessageType.VOICE,
        MessageType.VIDEO,
        MessageType.FILE,
        MessageType.STICKER,
    }
)
"""Types whose bytes are saved at once (features A-08). A link a citizen pasted is text and is never fetched (C-17)."""

_PERSON = frozenset(
    {"user_id", "user_id_by_app", "display_name", "user_name", "avatar", "avatars", "sender", "recipient"}
)


def inbound_row(row: ChatRow) -> InboundRow:
    """Return the row as the intake takes it."""
    return InboundRow(to_message(row), row.user_id, row.user_name, row.user_avatar)


def to_message(row: ChatRow) -> Message:
    """Return the message of a row; its ``raw`` is the row's JSON without names, avatars and ids of people."""
    kind = MessageType(row.kind.value)
    return Message(
        message_id=row.message_id,
        direction=Direction.INBOUND if row.inbound else Direction.OUTBOUND,
        type=kind,
        text=_text(row, kind),
        at=row.at_ms,
        attachments=_attachments(row, kind),
        raw=replace(row, raw=_without_people(row.raw)).raw_json(),
    )


def _text(row: ChatRow, kind: MessageType) -> str:
    """Return what the person wrote: the text, or the caption of a picture (zalo-openapi.md §2.3)."""
    if kind is MessageType.TEXT:
        return row.text or row.description
    if row.text and row.description and row.text != row.description:
        return f"{row.text}\n{row.description}"
    return row.text or row.description


def _attachments(row: ChatRow, kind: MessageType) -> tuple[Attachment, ...]:
    if kind is MessageType.LOCATION:
        if row.latitude is None:
            return ()
        return (Attachment(0, kind, latitude=row.latitude, longitude=row.longitude),)
    if kind is MessageType.LINK:
        links = row.links or ((row.url,) if row.url else ())
        return tuple(Attachment(index, kind, url=link) for index, link in enumerate(links))
    if kind is MessageType.TEXT or not (row.url or row.thumb or row.name):
        return ()
    # No source shows a file's name in a row; where one is sent, it is seen in the text.
    name = row.name or (row.text if kind is MessageType.FILE else "")
    fetch = kind in FETCHED and bool(row.url)
    return (Attachment(0, kind, url=row.url, thumb=row.thumb, name=name, fetch=fetch),)


def _without_people(raw: dict[str, object]) -> dict[str, object]:
    return {
        name: value
        for name, value in raw.items()
        if not name.casefold().startswith(("from_", "to_")) and name.casefold() not in _PERSON
    }
