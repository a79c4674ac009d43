"""Names for files that leave the store (threats T09): nothing a stranger called a file decides where or as what it lands."""

import re
import unicodedata

from console.domain.text import fold, nfc

ENDINGS: dict[str, str] = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/webp": "webp",
    "application/pdf": "pdf",
    "application/msword": "doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/zip": "zip",
    "application/x-msdownload": "exe",
    "audio/amr": "amr",
    "audio/aac": "aac",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/ogg": "ogg",
    "video/mp4": "mp4",
    "text/plain": "txt",
}
"""Endings by the media type that a file's first bytes told."""
NAME_BYTES = 120
"""The longest name that is written; every file system takes 255."""
_UNKNOWN = "bin"
_FORBIDDEN = frozenset('<>:"/\\|?*.')
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$"}
    | {f"{device}{digit}" for device in ("COM", "LPT") for digit in "0123456789¹²³"}
)
_LONG_NUMBER = re.compile(r"\d(?:[\s_-]?\d){8,}")
_SHORTEST_NAME = 3


def ending_of(media_type: str) -> str:
    """Return the ending that goes with content, ``bin`` where nobody knows what it is."""
    return ENDINGS.get(media_type.lower(), _UNKNOWN)


def export_name(name: str, media_type: str, *, secrets: tuple[str, ...] = (), stem: str = "tep") -> str:
    """Return a name under which a file can be written anywhere; its only dot stands before the true ending.

    Args:
        name: as a stranger gave it.
        media_type: what the bytes are.
        secrets: names of people; a file that is called after one of them gets the ``stem`` instead, as one that
            holds a telephone or identity number does (officer-day.md §6).
        stem: what a file without a usable name is called; letters, digits and hyphens.

    """
    ending = ending_of(media_type)
    shown = nfc(name)
    claimed = f".{ending}"
    if shown.lower().endswith(claimed):
        shown = shown[: -len(claimed)]
    kept = "".join("_" if char in _FORBIDDEN else char for char in shown if _is_seen(char))
    kept = " ".join(_few_marks(kept).split()).strip(" _-")
    # Windows takes a device's name with anything after it for the device.
    if not kept or kept.split("_")[0].strip().upper() in _DEVICES or _tells_of(kept, secrets):
        kept = stem
    return f"{_cut(kept, NAME_BYTES - len(claimed))}{claimed}"


def _is_seen(char: str) -> bool:
    return unicodedata.category(char) not in _UNSEEN


def _few_marks(text: str) -> str:
    """Return the text with at most three combining marks on a letter (threats T11)."""
    kept: list[str] = []
    marks = 0
    for char in text:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= 3:
            kept.append(char)
    return "".join(kept)


def _tells_of(name: str, secrets: tuple[str, ...]) -> bool:
    folded = fold(name)
    people = (fold(secret).strip() for secret in secrets)
    return _LONG_NUMBER.search(name) is not None or any(
        len(person) >= _SHORTEST_NAME and person in folded for person in people
    )


def _cut(text: str, most: int) -> str:
    """Return the longest start of at most ``most`` bytes that ends between characters."""
    return text.encode()[:most].decode(errors="ignore").rstrip(" _-") or "tep"
