"""Media can be fetched without a token, are what they claim, and expire (API document §10.9)."""

import io
import struct
import zipfile
import zlib

import pytest

from console.simulator import pictures

WEEK = 7 * 86_400_000


def row_of(api, **item):
    api.control("inject", **item)
    return api.recent()[0]


@pytest.mark.parametrize(
    ("item", "mime", "start"),
    [
        ({"type": "image"}, "image/jpeg", b"\xff\xd8\xff\xe0"),
        ({"type": "gif"}, "image/gif", b"GIF89a"),
        ({"type": "voice", "duration_s": 2}, "audio/amr", b"#!AMR\n"),
        ({"type": "sticker"}, "image/png", b"\x89PNG"),
        ({"type": "file", "name": "đơn.pdf"}, "application/pdf", b"%PDF-1.4"),
        ({"type": "file", "name": "đơn.docx"}, None, b"PK\x03\x04"),
        ({"type": "video"}, "video/mp4", b"\x00\x00\x00\x1cftyp"),
        ({"type": "file", "name": "gì đó"}, "application/octet-stream", "gì đó".encode()),
    ],
)
def test_every_kind_has_the_right_bytes_and_type(api, item, mime, start):
    url = row_of(api, **item)["url"]
    answer = api.http.get(url)
    assert answer.status_code == 200
    assert answer.content.startswith(start)
    assert mime is None or answer.headers["content-type"] == mime
    assert api.http.get(url).content == answer.content
    assert "X-RateLimit-Limit" not in answer.headers


def test_a_hostile_file_name_stays_out_of_the_address(api):
    url = row_of(api, type="file", name="../../x\u202egpj.exe/../a b")["url"]
    assert url.endswith(".bin")
    assert api.http.get(url).status_code == 200


def test_media_expire_after_a_week(api):
    url = row_of(api, type="image")["url"]
    api.wait(WEEK - 1)
    assert api.http.get(url).status_code == 200
    api.wait(1)
    assert api.http.get(url).status_code == 404


def test_media_can_be_made_to_expire(api):
    first, second = row_of(api, type="image")["url"], row_of(api, type="voice")["url"]
    assert api.control("media", expire=first)["expired"] == 1
    assert [api.http.get(url).status_code for url in (first, second)] == [404, 200]
    api.control("media", expire="all")
    assert api.http.get(second).status_code == 404
    files = api.control("media")["files"]
    assert files[second.removeprefix(api.simulator.base_url)] == 1


def test_media_that_never_were_are_404(api):
    assert api.http.get("/media/x.jpg").status_code == 404


def test_a_png_is_whole():
    data = pictures.png(3, 4, 2)
    place, pixels = 8, b""
    while place < len(data):
        (length,) = struct.unpack_from(">I", data, place)
        name, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        assert struct.unpack_from(">I", data, place + 8 + length)[0] == zlib.crc32(name + body)
        pixels += body if name == b"IDAT" else b""
        place += 12 + length
    assert len(zlib.decompress(pixels)) == 16 * (1 + 32 * 3)


def test_a_jpeg_is_decoded_to_its_colours():
    from PySide6.QtGui import QImage

    image = QImage.fromData(pictures.jpeg(11, 6, 4))
    assert (image.width(), image.height()) == (48, 32)
    colour = pictures.mosaic(11, 6, 4)
    for x, y in ((0, 0), (5, 0), (2, 3), (5, 3)):
        seen = image.pixelColor(x * 8 + 4, y * 8 + 4)
        assert all(
            abs(a - b) <= 4
            for a, b in zip((seen.red(), seen.green(), seen.blue()), colour(x, y), strict=True)
        )


def test_pictures_differ_by_seed_and_are_repeatable():
    assert pictures.jpeg(1) != pictures.jpeg(2)
    assert pictures.jpeg(1) == pictures.jpeg(1)


def test_a_pdf_points_at_its_objects():
    data = pictures.pdf("To (khai) \\ CT01")
    table = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    assert data[table:].startswith(b"xref")
    for number, line in enumerate(data[table:].split(b"\n")[3:8], start=1):
        assert data[int(line[:10]) :].startswith(b"%d 0 obj" % number)
    assert b"(To khai  CT01)" in data


def test_a_docx_is_a_zip_with_the_text():
    with zipfile.ZipFile(io.BytesIO(pictures.docx("a < b & ạ"))) as archive:
        assert "a &lt; b &amp; ạ" in archive.read("word/document.xml").decode()
