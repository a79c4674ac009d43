"""What the rows of each kind of message carry (API document §2.3), with media made on the spot."""

from typing import Any

from console.simulator import media, pictures
from console.simulator.state import State

# Kinds a test or a corpus may name, and the row type each becomes.
ROW_TYPES = {
    "text": "text",
    "image": "photo",
    "photo": "photo",
    "gif": "GIF",
    "voice": "voice",
    "audio": "voice",
    "sticker": "sticker",
    "location": "location",
    "link": "link",
    "links": "links",
    "file": "file",
    "video": "video",
    "business_card": "business card",
}


class ContentError(ValueError):
    """A description of a message that cannot be made into a row."""


def compose(state: State, given: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return the row type and content of a described message.

    Args:
        state: where its media are kept.
        given: `type` (default `text`) and what it needs: `text`, `url`, `urls`, `name`, `lat` and `lon`, `duration_s`,
            `description`. A type nobody knows goes through as it is, with `text` as its `message`.

    Raises:
        ContentError: a member is missing or of the wrong kind.

    """
    kind = given.get("type", "text")
    if not isinstance(kind, str):
        raise ContentError(f"type must be text, not {kind!r}")
    seed = state.ids.getrandbits(32)
    row_type = ROW_TYPES.get(kind.lower(), kind)
    match row_type:
        case "text":
            return row_type, {"message": _text(given, "text")}
        case "photo":
            url, thumb = _picture(state, seed, "jpg")
            # `message` is omitted on the documented photo row.
            return row_type, {"thumb": thumb, "url": url, "description": _text(given, "description", "")}
        case "GIF":
            path = state.media.add(f"{state.hex_id()}.gif", pictures.gif, state.now())
            return row_type, {"thumb": state.base_url + path, "url": state.base_url + path}
        case "voice":
            seconds = _number(given, "duration_s", 3)
            path = state.media.add(f"{state.hex_id()}.amr", lambda: pictures.amr(int(seconds)), state.now())
            return row_type, {"url": state.base_url + path, "message": ""}
        case "sticker":
            return row_type, {"url": sticker_url(state, str(given.get("eid", 73585))), "message": ""}
        case "location":
            point = {"longitude": _number(given, "lon"), "latitude": _number(given, "lat")}
            return row_type, {"message": "", "location": point}
        case "link":
            url = _text(given, "url")
            return row_type, {"message": _text(given, "text", url), "links": [url]}
        case "links":
            urls = given.get("urls")
            if not isinstance(urls, list) or not urls or not all(isinstance(url, str) for url in urls):
                raise ContentError("urls must be a list of texts")
            return row_type, {"message": _text(given, "text", ""), "links": list(urls)}
        case "file" | "video":
            name = _text(given, "name", "clip.mp4" if row_type == "video" else None)
            return row_type, {"message": name, "url": file_url(state, name)}
        case _:
            return row_type, {"message": given["text"]} if "text" in given else {}


def _picture(state: State, seed: int, extension: str) -> tuple[str, str]:
    name = state.hex_id()
    url = state.media.add(f"{name}.{extension}", media.picture(seed), state.now())
    thumb = state.media.add(f"{name}_t.{extension}", media.picture(seed, small=True), state.now())
    return state.base_url + url, state.base_url + thumb


def file_url(state: State, name: str) -> str:
    """Keep a file that fits the extension of `name` and return its address; the name itself stays out of it."""
    extension = name.rpartition(".")[2].lower()
    safe = extension if extension.isascii() and extension.isalnum() and len(extension) <= 5 else "bin"
    return state.base_url + state.media.add(f"{state.hex_id()}.{safe}", media.document(name), state.now())


def sticker_url(state: State, eid: str) -> str:
    """Return the address of a sticker, with the two query members of the real one."""
    seed = sum(eid.encode("utf-8", "replace"))
    path = state.media.add(f"sticker-{seed}.png", lambda: pictures.png(seed), state.now())
    return f"{state.base_url}{path}?eid={seed}&size=130"


def _text(given: dict[str, Any], name: str, default: str | None = None) -> str:
    value = given.get(name, default)
    if not isinstance(value, str):
        raise ContentError(f"{name} must be text" + ("" if name in given else ", and is missing"))
    return value


def _number(given: dict[str, Any], name: str, default: float | None = None) -> float:
    value = given.get(name, default)
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise ContentError(f"{name} must be a number" + ("" if name in given else ", and is missing"))
    return value
