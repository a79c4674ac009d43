"""Rows of the two chat reads (zalo-openapi.md §2.3): one row is one message, in either direction.

What nobody documents is kept, never fatal: an unknown ``type`` becomes ``UNSUPPORTED`` with its raw row, and a row that
cannot be filed (no id, no usable time, no citizen) is set aside as ``BadRow`` while its neighbours are read.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from console.zalo import strict_json
from console.zalo.errors import BadBody
from console.zalo.fields import as_decimal, as_id, as_int, as_list, as_object, as_text, as_time_ms
from console.zalo.strict_json import JsonError


class RowKind(StrEnum):
    """What a row is."""

    TEXT = "text"
    PHOTO = "photo"
    GIF = "gif"
    VOICE = "voice"
    VIDEO = "video"
    FILE = "file"
    STICKER = "sticker"
    LINK = "link"
    LOCATION = "location"
    CARD = "card"
    UNSUPPORTED = "unsupported"


# Documented names and the ones other clients map defensively, lower case without separators.
_KINDS = {
    "text": RowKind.TEXT,
    "photo": RowKind.PHOTO,
    "image": RowKind.PHOTO,
    "gif": RowKind.GIF,
    "voice": RowKind.VOICE,
    "audio": RowKind.VOICE,
    "video": RowKind.VIDEO,
    "file": RowKind.FILE,
    "sticker": RowKind.STICKER,
    "link": RowKind.LINK,
    "links": RowKind.LINK,
    "location": RowKind.LOCATION,
    "businesscard": RowKind.CARD,
    "namecard": RowKind.CARD,
    "card": RowKind.CARD,
}
_SEPARATORS = str.maketrans("", "", " _-.")
_MOST_LINKS = 50


@dataclass(frozen=True, slots=True)
class ChatRow:
    """One message as a read shows it.

    Texts are storable (NUL and lone surrogates are U+FFFD); ``raw`` is the row untouched. ``at_ms`` is UTC milliseconds.
    ``user_id``, ``user_name`` and ``user_avatar`` are the citizen's, whichever side wrote. Nothing a citizen chose is in
    ``repr``.
    """

    message_id: str
    src: int
    at_ms: int
    kind: RowKind
    user_id: str = field(repr=False)
    oa_id: str
    type_text: str = field(default="", repr=False)
    text: str = field(default="", repr=False)
    description: str = field(default="", repr=False)
    url: str = field(default="", repr=False)
    thumb: str = field(default="", repr=False)
    name: str = field(default="", repr=False)
    links: tuple[str, ...] = field(default=(), repr=False)
    latitude: float | None = field(default=None, repr=False)
    longitude: float | None = field(default=None, repr=False)
    user_name: str = field(default="", repr=False)
    user_avatar: str = field(default="", repr=False)
    raw: dict[str, object] = field(default_factory=dict, repr=False, hash=False, compare=False)

    @property
    def inbound(self) -> bool:
        """Return whether the citizen wrote it."""
        return self.src == 1

    @property
    def from_id(self) -> str:
        """Return who wrote it."""
        return self.user_id if self.inbound else self.oa_id

    @property
    def to_id(self) -> str:
        """Return whom it was written to."""
        return self.oa_id if self.inbound else self.user_id

    def raw_json(self) -> str:
        """Return the row as ASCII JSON, losing nothing."""
        return strict_json.dump(self.raw)


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be filed. ``raw_text`` is its JSON, to be sealed and counted."""

    index: int
    reason: str
    raw_text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RowPage:
    """One page of a read, newest first, in the order of the reply."""

    rows: tuple[ChatRow, ...]
    bad: tuple[BadRow, ...] = ()

    @property
    def count(self) -> int:
        """Return how many rows the page had, readable or not; walks advance by this."""
        return len(self.rows) + len(self.bad)


def parse_page(data: object, where: str) -> RowPage:
    """Return the rows of ``data``.

    Raises BadBody when ``data`` is not an array: an absent or odd ``data`` must not be taken for an empty inbox.
    """
    if not isinstance(data, list):
        raise BadBody(where, "`data` is not an array")
    rows: list[ChatRow] = []
    bad: list[BadRow] = []
    for index, item in enumerate(data):
        row = _parse_row(item)
        if isinstance(row, ChatRow):
            rows.append(row)
        else:
            bad.append(BadRow(index, row, strict_json.dump(item)))
    return RowPage(tuple(rows), tuple(bad))


def _parse_row(item: object) -> ChatRow | str:
    """Return the row, or the reason why it cannot be filed."""
    poison = strict_json.find_poison(item)
    if poison:
        return poison
    if not isinstance(item, dict):
        return "not an object"
    message_id = as_id(item.get("message_id"))
    if not message_id:
        return "message_id missing or not an id"
    at_ms = as_time_ms(item.get("time"))
    if at_ms is None:
        return "time missing or not milliseconds between 1973 and 2100"
    src = as_int(item.get("src"))
    if src not in {0, 1}:
        return "src is neither 0 nor 1"
    user, oa = ("from", "to") if src == 1 else ("to", "from")
    user_id = as_id(item.get(f"{user}_id"))
    if not user_id:
        return f"{user}_id missing or not an id"
    type_text = as_text(item.get("type"))
    kind = _KINDS.get(type_text.casefold().translate(_SEPARATORS), RowKind.UNSUPPORTED)
    latitude, longitude = _place(item.get("location"))
    return ChatRow(
        message_id=message_id,
        src=src,
        at_ms=at_ms,
        kind=kind,
        user_id=user_id,
        oa_id=as_id(item.get(f"{oa}_id")),
        type_text=type_text,
        text=as_text(item.get("message")),
        description=as_text(item.get("description")),
        url=as_text(item.get("url")),
        thumb=as_text(item.get("thumb")),
        name=as_text(item.get("name")) or as_text(item.get("file_name")),
        links=tuple(_links(item.get("links"))[:_MOST_LINKS]),
        latitude=latitude,
        longitude=longitude,
        user_name=as_text(item.get(f"{user}_display_name")),
        user_avatar=as_text(item.get(f"{user}_avatar")),
        raw=item,
    )


def _links(value: object) -> list[str]:
    """Return the addresses in ``links``: text, array of texts or objects, or one object (§2.3)."""
    if isinstance(value, str):
        inner = _embedded(value)
        return [as_text(value)] * bool(value.strip()) if inner is None else _links(inner)
    if isinstance(value, list):
        return [link for item in value for link in _links(item)]
    if isinstance(value, dict):
        named = [as_text(value.get(name)) for name in ("url", "href", "link")]
        return [link for link in named if link][:1] or _links(value.get("links"))
    return []


def _place(value: object) -> tuple[float | None, float | None]:
    """Return latitude and longitude from JSON text, ``lat,lng`` text or an object; None, None when unreadable."""
    if isinstance(value, str):
        inner = _embedded(value)
        pair = value.split(",") if inner is None else inner
    else:
        pair = value
    if isinstance(pair, dict):
        nested = as_object(pair.get("coordinates"))
        place = nested or pair
        latitude = _first(place, "latitude", "lat")
        longitude = _first(place, "longitude", "lng", "lon", "long")
    elif len(parts := as_list(pair)) == 2:
        latitude, longitude = as_decimal(parts[0]), as_decimal(parts[1])
    else:
        return None, None
    if latitude is None or longitude is None:
        return None, None
    if abs(latitude) > 90 >= abs(longitude):
        latitude, longitude = (
            longitude,
            latitude,
        )  # no latitude exceeds 90, so the pair came the other way round
    if abs(latitude) > 90 or abs(longitude) > 180:
        return None, None
    return latitude, longitude


def _first(place: dict[str, object], *names: str) -> float | None:
    return next((number for name in names if (number := as_decimal(place.get(name))) is not None), None)


def _embedded(text: str) -> object:
    """Return the JSON object or array written inside ``text``, None when it holds none."""
    if not text.lstrip().startswith(("{", "[")):
        return None
    try:
        value = strict_json.loads(text.encode("utf-8", "surrogateescape"))
    except (JsonError, UnicodeEncodeError):
        return None
    return None if strict_json.find_poison(value) else value
