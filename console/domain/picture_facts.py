"""What a picture a citizen sent tells beside what it shows: where, when and with what it was taken, and comments (features X-02).

Evidence for the officer: read from the kept original and never written into it. All of it is untrusted text.
"""

import math
from dataclasses import dataclass

from console.domain.picture_bytes import BadPictureError, gif_blocks
from console.domain.text import safe_line

_CHARS = 200
_ENTRIES = 200
_ASCII, _RATIONAL = 2, 5
_MAKE, _MODEL, _TIME, _EXIF, _GPS, _TAKEN = 0x010F, 0x0110, 0x0132, 0x8769, 0x8825, 0x9003
_PNG_TEXTS = (b"tEXt", b"iTXt")


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """``latitude`` and ``longitude`` in degrees, both ``None`` where it does not tell; ``taken`` as the camera wrote it."""

    latitude: float | None = None
    longitude: float | None = None
    taken: str = ""
    device: str = ""
    comments: tuple[str, ...] = ()


def picture_facts(data: bytes, media_type: str) -> PictureFacts:
    """Return what the bytes tell; a broken or other kind of file tells nothing."""
    try:
        if media_type == "image/jpeg":
            return _jpeg(data)
        if media_type == "image/png":
            return PictureFacts(comments=_png(data))
        if media_type == "image/gif":
            return PictureFacts(comments=_gif(data))
    except (IndexError, BadPictureError):
        pass
    return PictureFacts()


def _said(raw: bytes) -> str:
    return safe_line(raw.decode("utf-8", "replace").replace("\0", " "), _CHARS).strip()


def _gif(data: bytes) -> tuple[str, ...]:
    return tuple(
        filter(None, (_said(_joined(block[2:])) for kind, block in gif_blocks(data) if kind == 0xFE))
    )


def _joined(blocks: bytes) -> bytes:
    """Return the content of sub-blocks, each of which begins with its length."""
    said, at = b"", 0
    while blocks[at] and len(said) < _CHARS * 4:
        said += blocks[at + 1 : at + 1 + blocks[at]]
        at += 1 + blocks[at]
    return said


def _png(data: bytes) -> tuple[str, ...]:
    said: list[str] = []
    at = 8
    while at + 8 <= len(data) and len(said) < _ENTRIES:
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind in _PNG_TEXTS:
            said.append(_said(data[at + 8 : at + 8 + min(length, _CHARS * 4)]))
        at += 12 + length
    return tuple(filter(None, said))


def _jpeg(data: bytes) -> PictureFacts:
    facts, comments, at = PictureFacts(), [], 2
    while data[at] == 0xFF and data[at + 1] != 0xDA:
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        segment = data[at + 4 : at + 2 + length]
        if data[at + 1] == 0xE1 and segment[:6] == b"Exif\0\0":
            facts = _Tiff(segment[6:]).facts()
        elif data[at + 1] == 0xFE:
            comments.append(_said(segment))
        at += 2 + max(2, length)
    return PictureFacts(
        facts.latitude, facts.longitude, facts.taken, facts.device, tuple(filter(None, comments))
    )


class _Tiff:
    """The part of EXIF that is looked at; what points outside tells nothing."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._order = {b"II": "little", b"MM": "big"}.get(data[:2])

    def facts(self) -> PictureFacts:
        if self._order is None:
            return PictureFacts()
        head = self._entries(self._number(4, 4))
        exif = self._entries(self._offset(head, _EXIF))
        gps = self._entries(self._offset(head, _GPS))
        device = " ".join(filter(None, (self._text(head, _MAKE), self._text(head, _MODEL))))
        taken = self._text(exif, _TAKEN) or self._text(head, _TIME)
        latitude, longitude = self._degrees(gps, 1, b"S"), self._degrees(gps, 3, b"W")
        if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
            latitude = longitude = None
        return PictureFacts(latitude, longitude, taken, device)

    def _number(self, start: int, size: int) -> int:
        return int.from_bytes(
            self._data[start : start + size], "little" if self._order == "little" else "big"
        )

    def _entries(self, start: int) -> dict[int, int]:
        """Return where the entries of a directory begin, by tag."""
        if not 8 <= start < len(self._data):
            return {}
        count = min(self._number(start, 2), _ENTRIES)
        return {self._number(start + 2 + 12 * n, 2): start + 2 + 12 * n for n in range(count)}

    def _offset(self, entries: dict[int, int], tag: int) -> int:
        return self._number(entries[tag] + 8, 4) if tag in entries else 0

    def _text(self, entries: dict[int, int], tag: int) -> str:
        at = entries.get(tag, 0)
        if not at or self._number(at + 2, 2) != _ASCII:
            return ""
        count = min(self._number(at + 4, 4), _CHARS)
        start = at + 8 if count <= 4 else self._number(at + 8, 4)
        return _said(self._data[start : start + count])

    def _degrees(self, gps: dict[int, int], tag: int, negative: bytes) -> float | None:
        at = gps.get(tag + 1, 0)
        if tag not in gps or not at or self._number(at + 2, 2) != _RATIONAL or self._number(at + 4, 4) < 3:
            return None
        start = self._number(at + 8, 4)
        if start + 24 > len(self._data):
            return None
        parts = [(self._number(start + 8 * n, 4), self._number(start + 8 * n + 4, 4)) for n in range(3)]
        if any(below == 0 for _, below in parts):
            return None
        degrees = math.fsum(above / below / 60.0**n for n, (above, below) in enumerate(parts))
        side = self._data[gps[tag] + 8 : gps[tag] + 9]
        return round(-degrees if side == negative else degrees, 6)
