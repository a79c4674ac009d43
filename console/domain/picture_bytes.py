"""Takes out of a picture's bytes what tells where, when and by whom it was made, without touching its pixels (X-02).

Only copies that leave for a citizen are cleaned; what a citizen sent stays bit-exact, its GPS is evidence.
"""

_ORIENTATION = 0x0112
_JPEG_KEPT = frozenset({0xE0, 0xE2, 0xEE})
"""JFIF, colour profile, Adobe's colour transform: without them the picture would look different."""
_PNG_KEPT = frozenset(
    {
        b"IHDR",
        b"PLTE",
        b"IDAT",
        b"IEND",
        b"tRNS",
        b"gAMA",
        b"cHRM",
        b"sRGB",
        b"iCCP",
        b"sBIT",
        b"bKGD",
        b"pHYs",
    }
)
_GIF_STARTS = (b"GIF87a", b"GIF89a")
_GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
"""Programs' blocks that only say how often a GIF repeats."""
_PNG_START = b"\x89PNG\r\n\x1a\n"


class BadPictureError(ValueError):
    """The bytes are not a whole picture of their kind."""


def without_metadata(data: bytes, media_type: str) -> bytes:
    """Return a JPEG, PNG or GIF without EXIF, XMP, comments and thumbnails; a JPEG keeps only which way up it is, a GIF how often
    it repeats.

    Other kinds are returned as they are. Raises ``BadPictureError``.
    """
    try:
        if media_type == "image/jpeg":
            return _clean_jpeg(data)
        if media_type == "image/png":
            return _clean_png(data)
        if media_type == "image/gif":
            return _clean_gif(data)
    except IndexError:
        raise BadPictureError("cut short") from None
    return data


def _clean_jpeg(data: bytes) -> bytes:
    if data[:2] != b"\xff\xd8":
        raise BadPictureError("not a JPEG")
    kept = [b"\xff\xd8"]
    turned = b""
    at = 2
    while True:
        if data[at] != 0xFF:
            raise BadPictureError("no marker")
        while data[at + 1] == 0xFF:
            at += 1
        marker = data[at + 1]
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        segment = data[at : at + 2 + length]
        if length < 2 or len(segment) < 2 + length:
            raise BadPictureError("cut short")
        if marker == 0xE1 and segment[4:10] == b"Exif\0\0":
            turned = turned or _orientation_segment(segment[10:])
        elif marker < 0xE0 or marker in _JPEG_KEPT:
            kept.append(segment)
        if marker == 0xDA:
            break
        at += 2 + length
    # After the start of scan everything up to the last end of image is picture; what hangs on behind is not.
    end = data.rfind(b"\xff\xd9")
    if end < at:
        raise BadPictureError("no end")
    scan = data[at + 2 + length : end + 2]
    return b"".join([kept[0], turned, *kept[1:], scan])


def _orientation_segment(tiff: bytes) -> bytes:
    """Return an EXIF segment that holds the orientation and nothing else; empty for an upright picture."""
    order = {b"II": "little", b"MM": "big"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return b""

    def number(start: int, size: int) -> int:
        return int.from_bytes(tiff[start : start + size], "little" if order == "little" else "big")

    first = number(4, 4)
    for entry in range(min(number(first, 2), 200)):
        start = first + 2 + 12 * entry
        if number(start, 2) == _ORIENTATION:
            value = number(start + 8, 2)
            if 2 <= value <= 8:
                body = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01" + bytes([0, value]) + bytes(6)
                return b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body
    return b""


def _clean_png(data: bytes) -> bytes:
    if not data.startswith(_PNG_START):
        raise BadPictureError("not a PNG")
    kept = [_PNG_START]
    at = len(_PNG_START)
    while True:
        length = int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        chunk = data[at : at + 12 + length]
        if len(chunk) < 12 + length or len(kind) < 4:
            raise BadPictureError("cut short")
        if kind in _PNG_KEPT:
            kept.append(chunk)
        if kind == b"IEND":
            return b"".join(kept)
        at += 12 + length


def gif_blocks(data: bytes) -> list[tuple[int, bytes]]:
    """Return the blocks of a GIF: what kind (0 for the head, 0x2C a picture, 0x3B the end, else an extension's label) and its bytes.

    What hangs on behind the end is no part of it. Raises ``BadPictureError``, or ``IndexError`` where it is cut short.
    """
    if data[:6] not in _GIF_STARTS:
        raise BadPictureError("not a GIF")
    at = 13 + _colours(data[10])
    blocks = [(0, data[:at])]
    while True:
        start, kind = at, data[at]
        if kind == 0x3B:
            blocks.append((kind, data[at : at + 1]))
            return blocks
        if kind == 0x2C:
            at += 11 + _colours(data[at + 9])
        elif kind == 0x21:
            kind = data[at + 1]
            at += 2
        else:
            raise BadPictureError("no block")
        while data[at]:
            at += 1 + data[at]
        at += 1
        if at > len(data):
            raise BadPictureError("cut short")
        blocks.append((kind, data[start:at]))


def _colours(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _clean_gif(data: bytes) -> bytes:
    """Keep the pictures, their timing and the repetition; comments, texts and programs' own blocks go."""

    def kept(kind: int, block: bytes) -> bool:
        return kind in (0, 0x2C, 0x3B, 0xF9) or (kind == 0xFF and block[3:14] in _GIF_LOOPS)

    return b"".join(block for kind, block in gif_blocks(data) if kept(kind, block))
