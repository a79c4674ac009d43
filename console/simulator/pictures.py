"""Small but real files made with nothing but the standard library: JPEG, PNG, GIF, AMR, PDF, MP4.

A picture is a mosaic of flat 8x8 blocks. For a JPEG that needs only the DC coefficient of each block, so no transform.
"""

import io
import math
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

Colour = tuple[int, int, int]
BLOCK = 8

# Table K.3 of ITU-T T.81: how many DC codes there are of each length, and the categories they stand for.
_DC_LENGTHS = bytes([0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0])
_DC_VALUES = bytes(range(12))
# One AC code is enough: "end of block".
_AC_LENGTHS = bytes([1, *[0] * 15])
_AC_VALUES = b"\x00"


def mosaic(seed: int, columns: int, rows: int) -> Callable[[int, int], Colour]:
    """Return the colour of each block of a picture: a sky, a ridge and a ground, different for every seed."""
    rng = random.Random(seed)  # noqa: S311 - a picture, not a secret
    sky = [rng.randint(110, 190), rng.randint(140, 200), rng.randint(170, 235)]
    ground = [rng.randint(50, 110), rng.randint(70, 130), rng.randint(40, 90)]
    phase, height = rng.random() * math.tau, rng.uniform(0.35, 0.6)

    def colour(x: int, y: int) -> Colour:
        ridge = rows * (
            height + 0.12 * math.sin(phase + 5 * x / columns) + 0.05 * math.sin(3 * phase + 17 * x / columns)
        )
        base, depth = (sky, y / rows * 40) if y < ridge else (ground, (ridge - y) / rows * 60)
        red, green, blue = (min(255, max(0, int(part + depth))) for part in base)
        return red, green, blue

    return colour


def jpeg(seed: int, columns: int = 80, rows: int = 60) -> bytes:
    """Return a baseline JPEG of `columns` x `rows` blocks."""
    colour = mosaic(seed, columns, rows)
    bits = _Bits()
    codes = dict(zip(_DC_VALUES, _huffman(_DC_LENGTHS), strict=True))
    before = [0, 0, 0]
    for y in range(rows):
        for x in range(columns):
            for part, level in enumerate(_ycc(colour(x, y))):
                change, before[part] = level - before[part], level
                size = abs(change).bit_length()
                bits.put(*codes[size])
                bits.put(change if change >= 0 else change + (1 << size) - 1, size)
                bits.put(0, 1)  # end of block
    frame = (
        struct.pack(">BHHB", 8, rows * BLOCK, columns * BLOCK, 3) + b"\x01\x11\x00\x02\x11\x00\x03\x11\x00"
    )
    return b"".join(
        [
            b"\xff\xd8",
            _segment(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"),
            # With all divisors 8 a DC coefficient is the level itself.
            _segment(0xDB, b"\x00" + bytes([8] * 64)),
            _segment(0xC0, frame),
            _segment(0xC4, b"\x00" + _DC_LENGTHS + _DC_VALUES),
            _segment(0xC4, b"\x10" + _AC_LENGTHS + _AC_VALUES),
            _segment(0xDA, b"\x03\x01\x00\x02\x00\x03\x00\x00\x3f\x00"),
            bits.done(),
            b"\xff\xd9",
        ]
    )


def _ycc(colour: Colour) -> tuple[int, int, int]:
    red, green, blue = colour
    return (
        round(0.299 * red + 0.587 * green + 0.114 * blue) - 128,
        round(-0.1687 * red - 0.3313 * green + 0.5 * blue),
        round(0.5 * red - 0.4187 * green - 0.0813 * blue),
    )


def _segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _huffman(lengths: bytes) -> Iterator[tuple[int, int]]:
    """Yield the canonical codes as (code, length in bits)."""
    code = 0
    for length, number in enumerate(lengths, start=1):
        for _ in range(number):
            yield code, length
            code += 1
        code <<= 1


class _Bits:
    """Bits packed into bytes the JPEG way: a 0xFF is followed by 0x00."""

    def __init__(self) -> None:
        self._out = bytearray()
        self._pending = 0
        self._count = 0

    def put(self, value: int, size: int) -> None:
        self._pending = (self._pending << size) | value
        self._count += size
        while self._count >= 8:
            self._count -= 8
            byte = (self._pending >> self._count) & 0xFF
            self._out.append(byte)
            if byte == 0xFF:
                self._out.append(0)
        self._pending &= (1 << self._count) - 1

    def done(self) -> bytes:
        self.put(0x7F, 7)
        return bytes(self._out)


def png(seed: int, columns: int = 16, rows: int = 16) -> bytes:
    """Return a true-colour PNG of `columns` x `rows` blocks."""
    colour = mosaic(seed, columns, rows)
    lines = bytearray()
    for y in range(rows):
        line = b"\x00" + b"".join(bytes(colour(x, y)) * BLOCK for x in range(columns))
        lines += line * BLOCK
    header = struct.pack(">IIBBBBB", columns * BLOCK, rows * BLOCK, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(bytes(lines), 6))
        + _chunk(b"IEND", b"")
    )


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def gif() -> bytes:
    """Return the smallest GIF: one opaque pixel."""
    return b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x20\x60\xa0\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"


def amr(seconds: int) -> bytes:
    """Return silence as AMR narrow band: 50 frames of 4.75 kbit/s a second."""
    return b"#!AMR\n" + (b"\x04" + bytes(12)) * (50 * max(seconds, 1))


def pdf(title: str) -> bytes:
    """Return a one-page PDF; the title is shown as far as it is ASCII."""
    shown = title.encode("ascii", "replace").translate(None, b"()\\").decode()
    stream = f"BT /F1 18 Tf 60 760 Td ({shown}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    starts = []
    for number, body in enumerate(objects, start=1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % start for start in starts)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def docx(title: str) -> bytes:
    """Return a Word document with one paragraph."""
    text = title.replace("&", "&amp;").replace("<", "&lt;")
    kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kinds}"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{relation}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(zipfile.ZipInfo(name), body.encode("utf-8", "replace"))
    return buffer.getvalue()


def mp4() -> bytes:
    """Return the head of an MP4: its type box and an empty data box, enough to be recognised, not to be played."""
    brand = b"isom" + struct.pack(">I", 512) + b"isomiso2mp41"
    return struct.pack(">I", len(brand) + 8) + b"ftyp" + brand + struct.pack(">I", 8) + b"mdat"
