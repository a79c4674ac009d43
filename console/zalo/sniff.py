"""Tell what bytes are by their first bytes; names and content types from outside are not believed (threats.md T10)."""

from enum import StrEnum


class MediaKind(StrEnum):
    """What a file's first bytes say. ``ZIP`` includes docx and its kin."""

    JPEG = "jpeg"
    PNG = "png"
    GIF = "gif"
    WEBP = "webp"
    PDF = "pdf"
    ZIP = "zip"
    MP4 = "mp4"
    AMR = "amr"
    AAC = "aac"
    MP3 = "mp3"
    UNKNOWN = "unknown"


HEAD = 32
"""Bytes that ``sniff`` looks at."""

_STARTS = (
    (b"\xff\xd8\xff", MediaKind.JPEG),
    (b"\x89PNG\r\n\x1a\n", MediaKind.PNG),
    (b"GIF87a", MediaKind.GIF),
    (b"GIF89a", MediaKind.GIF),
    (b"%PDF-", MediaKind.PDF),
    (b"PK\x03\x04", MediaKind.ZIP),
    (b"PK\x05\x06", MediaKind.ZIP),
    (b"#!AMR", MediaKind.AMR),
    (b"ID3", MediaKind.MP3),
    (b"ADIF", MediaKind.AAC),
)


def sniff(head: bytes) -> MediaKind:
    """Return the kind of a file that starts with ``head`` (its first ``HEAD`` bytes, or all of a shorter one)."""
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return MediaKind.WEBP
    if head[4:8] == b"ftyp" and head[8:12] not in {b"heic", b"heix", b"mif1", b"msf1", b"avif"}:
        return MediaKind.MP4
    if len(head) >= 2 and head[0] == 0xFF:
        # MPEG audio frame: eleven set bits, then version and layer. Layer 0 is an AAC (ADTS) frame.
        if head[1] & 0xF6 == 0xF0:
            return MediaKind.AAC
        if head[1] & 0xE6 == 0xE2:
            return MediaKind.MP3
    return MediaKind.UNKNOWN
