"""Two hundred picture files and more that mean harm: bombs, truncations, polyglots, lies about size and kind (threats.md §8, 37 and 38).

Each is (name, bytes, whether the helper may show it). Made from a few lines, the same each time.
"""

import random
import struct
import zlib
from collections.abc import Iterator

PNG = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(
    width: int = 8,
    height: int = 8,
    extra: bytes = b"",
    data: bytes | None = None,
    colour: int = 2,
    depth: int = 8,
) -> bytes:
    rows = data if data is not None else zlib.compress((b"\0" + b"\x40" * width * 3) * height)
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return PNG + chunk(b"IHDR", head) + extra + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def bomb(width: int, height: int, *, depth: int = 8, grey: bool = False) -> bytes:
    """A picture of one colour: small as a file, huge when decoded."""
    squeeze = zlib.compressobj(9)
    row = b"\0" + bytes(width * (1 if grey else 3) * depth // 8)
    body = b"".join(squeeze.compress(row) for _ in range(height)) + squeeze.flush()
    return png(width, height, data=body, colour=0 if grey else 2, depth=depth)


def apng(frames: int) -> bytes:
    control = chunk(b"acTL", struct.pack(">II", frames, 0))
    one = struct.pack(">IIIIIHHBB", 0, 8, 8, 0, 0, 1, 100, 0, 0)
    whole = png(extra=control + chunk(b"fcTL", one))
    tail = b"".join(
        chunk(b"fcTL", struct.pack(">I", 2 * n + 1) + one[4:])
        + chunk(b"fdAT", struct.pack(">I", 2 * n + 2) + zlib.compress((b"\0" + b"\x40" * 24) * 8))
        for n in range(frames - 1)
    )
    return whole[:-12] + tail + whole[-12:]


def gif(width: int = 8, height: int = 8, frames: int = 1) -> bytes:
    head = b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00"
    return head + frame * frames + b"\x3b"


def segment(marker: int, body: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(body) + 2) + body


def jpeg(width: int = 16, height: int = 16, extra: bytes = b"") -> bytes:
    """A grey JPEG whose sides the header alone claims."""
    quant = segment(0xDB, b"\0" + b"\x10" * 64)
    frame = segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0")
    dc = segment(0xC4, b"\0" + bytes([0, 1] + [0] * 14) + b"\0")
    ac = segment(0xC4, b"\x10" + bytes([0, 1] + [0] * 14) + b"\0")
    scan = segment(0xDA, b"\1\1\0\0\x3f\0") + bytes(max(1, (width // 8) * (height // 8) // 2 or 1))[:4096]
    return b"\xff\xd8" + extra + quant + frame + dc + ac + scan + b"\xff\xd9"


GPS = b"Exif\0\0MM\0*\0\0\0\x08\0\1\x88\x25\0\4\0\0\0\1\0\0\0\x1a\0\0\0\0GPS 22.6657N 106.2580E CANARY-EXIF"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">%s</svg>'


def handmade() -> Iterator[tuple[str, bytes, bool]]:
    yield "plain.png", png(), True
    yield "plain.gif", gif(), True
    yield "plain.jpg", jpeg(), True
    yield "exif-gps.jpg", jpeg(extra=segment(0xE1, GPS)), True
    yield "exif-60k-comment.jpg", jpeg(extra=segment(0xE1, GPS) + segment(0xFE, b"C" * 60_000)), True
    yield "exif-loop.jpg", jpeg(extra=segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08" + b"\xff" * 200)), True
    yield "many-comments.jpg", jpeg(extra=segment(0xFE, b"x") * 20_000), True
    yield "trailing-zip.jpg", jpeg() + b"PK\x03\x04" + bytes(200), True
    yield "trailing-html.png", png() + b"<script>alert(1)</script>", True
    yield "text-chunks.png", png(extra=chunk(b"tEXt", b"a\0" + b"GPS CANARY-EXIF") * 2_000), True
    yield "apng-600.png", apng(600), True
    yield "apng-60000-claimed.png", png(extra=chunk(b"acTL", struct.pack(">II", 60_000, 0))), True
    yield "gif-60000.gif", gif(frames=60_000), True
    yield "bomb-9000x7000.png", bomb(9_000, 7_000), False
    # Each of these passes every limit but one, which is all that stops it: sides, pixels, Qt's allocation.
    yield "bomb-12001x10.png", bomb(12_001, 10), False
    yield "bomb-5200x5200-grey.png", bomb(5_200, 5_200, grey=True), False
    yield "bomb-4200x4100-deep.png", bomb(4_200, 4_100, depth=16), False
    yield "wide-12000x2000.png", bomb(12_000, 2_000), True
    yield "claims-2^31.png", png(2**31 - 1, 1, data=b""), False
    yield "claims-0.png", png(0, 0, data=b""), False
    yield "claims-65500.jpg", jpeg(65_500, 65_500), False
    yield "claims-65535.gif", gif(65_535, 65_535), False
    yield "ztxt-bomb.png", png(extra=chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(40_000_000)))), True
    yield "iccp-bomb.png", png(extra=chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(40_000_000)))), True
    for name, inside in (
        ("xlink", b'<image xlink:href="file:///etc/passwd" width="9" height="9"/>'),
        ("entity", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><text>&a;</text>'),
        ("script", b"<script>alert(1)</script>"),
        ("use", b'<use xlink:href="http://10.0.0.9/x.svg#a"/>'),
    ):
        yield f"svg-{name}.jpg", SVG % inside, False
    for name, data in (
        ("tiff", b"II*\0" + bytes(64)),
        ("bmp", b"BM" + bytes(64)),
        ("ico", b"\0\0\1\0\1\0" + bytes(64)),
        ("xpm", b'/* XPM */ static char *a[] = {"9999 9999 1 1", "a c #000"};'),
        ("ppm", b"P6 99999 99999 255\n"),
        ("heic", b"\0\0\0\x18ftypheic" + bytes(64)),
        ("avif", b"\0\0\0\x18ftypavif" + bytes(64)),
        ("icns", b"icns\0\0\0\x40" + bytes(64)),
        ("tga", bytes([0, 0, 2]) + bytes(9) + b"\xff\xff\xff\xff\x18\0"),
        ("pdf", b"%PDF-1.7\n" + bytes(64)),
        ("zip", b"PK\x03\x04" + bytes(64)),
        ("html", b"<html><img src=file:///etc/passwd>"),
        ("empty", b""),
        ("one-byte", b"\xff"),
        ("gif-header-only", b"GIF89a"),
        ("png-header-only", PNG),
        ("jpeg-header-only", b"\xff\xd8\xff"),
        ("riff-only", b"RIFF\0\0\0\0WEBP"),
        (
            "webp-anim-loop",
            b"RIFF\x40\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\xff\x3f\0\xff\x3f\0ANIM\6\0\0\0\0\0\0\0\0\0",
        ),
        ("gif-no-end", gif()[:-1] + b"\x2c" * 500),
        (
            "png-no-idat",
            PNG + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)) + chunk(b"IEND", b""),
        ),
        ("png-palette-missing", png(colour=3)),
    ):
        yield f"{name}.jpg", data, name == "gif-no-end"


def corpus(count: int = 202) -> list[tuple[str, bytes, bool | None]]:
    """Return ``count`` files; ``None`` stands for «either way» where a damaged file may still show something."""
    made: list[tuple[str, bytes, bool | None]] = list(handmade())
    rng = random.Random(20_260_314)
    seeds = [("png", png(64, 64)), ("gif", gif(frames=5)), ("jpg", jpeg(64, 64)), ("apng", apng(20))]
    while len(made) < count:
        kind, whole = rng.choice(seeds)
        data = bytearray(whole)
        if rng.random() < 0.4:
            del data[rng.randrange(3, len(data)) :]
        for _ in range(rng.randrange(1, 12)):
            data[rng.randrange(min(3, len(data) - 1), len(data))] = rng.randrange(256)
        if rng.random() < 0.2:
            data += bytes(rng.randbytes(rng.randrange(1, 5_000)))
        made.append((f"damaged-{len(made)}.{kind}", bytes(data), None))
    return made
