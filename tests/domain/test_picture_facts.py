"""What a picture tells beside itself: shown to the officer from the original, taken out of every copy that is sent (X-02)."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.picture_bytes import BadPictureError, without_metadata
from console.domain.picture_facts import PictureFacts, picture_facts
from tests.domain.test_file_names import chunk, jpeg, segment


def gif_extension(label, *blocks):
    return b"\x21" + bytes([label]) + b"".join(bytes([len(one)]) + one for one in blocks) + b"\0"


HEAD = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
PICTURE = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\0"
TIMING = gif_extension(0xF9, b"\x04\x0a\0\0")
LOOP = gif_extension(0xFF, b"NETSCAPE2.0", b"\x01\0\0")
COMMENT = gif_extension(0xFE, "chụp ở nhà bà Hoa".encode(), b", 0912345678")
XMP = gif_extension(0xFF, b"XMP DataXMP", b"<gps>22.66</gps>")
TEXT = gif_extension(0x01, bytes(12), b"loi noi")


def test_a_gif_keeps_its_pictures_timing_and_loop_and_nothing_else():
    whole = HEAD + LOOP + COMMENT + XMP + TIMING + PICTURE + TEXT + TIMING + PICTURE + b"\x3b" + b"behind"
    clean = without_metadata(whole, "image/gif")
    assert clean == HEAD + LOOP + TIMING + PICTURE + TIMING + PICTURE + b"\x3b"
    assert without_metadata(clean, "image/gif") == clean
    assert picture_facts(whole, "image/gif") == PictureFacts(comments=("chụp ở nhà bà Hoa, 0912345678",))
    assert picture_facts(clean, "image/gif") == PictureFacts()


@pytest.mark.parametrize("end", range(6, len(HEAD + COMMENT + PICTURE)))
def test_a_gif_that_is_cut_short_is_refused(end):
    with pytest.raises(BadPictureError):
        without_metadata((HEAD + COMMENT + PICTURE)[:end], "image/gif")
    assert picture_facts((HEAD + COMMENT + PICTURE)[:end], "image/gif") == PictureFacts()


def tiff(order="<", *, south=False, minutes=(39, 1)):
    """Return EXIF of a telephone at 22°39'57"N 106°15'29"E, taken on a spring afternoon."""

    def entry(tag, kind, count, value):
        packed = value if isinstance(value, bytes) else struct.pack(order + "I", value)
        return struct.pack(order + "HHI", tag, kind, count) + packed.ljust(4, b"\0")

    def directory(*entries):
        return struct.pack(order + "H", len(entries)) + b"".join(entries) + b"\0\0\0\0"

    head_at, exif_at, gps_at, make_at = 8, 200, 300, 400
    north_at, east_at, time_at = 420, 450, 480
    data = bytearray(520)
    data[:8] = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", head_at)
    head = directory(entry(0x010F, 2, 8, make_at), entry(0x8769, 4, 1, exif_at), entry(0x8825, 4, 1, gps_at))
    data[head_at : head_at + len(head)] = head
    exif = directory(entry(0x9003, 2, 20, time_at))
    data[exif_at : exif_at + len(exif)] = exif
    gps = directory(
        entry(1, 2, 2, b"S\0" if south else b"N\0"),
        entry(2, 5, 3, north_at),
        entry(3, 2, 2, b"E\0"),
        entry(4, 5, 3, east_at),
    )
    data[gps_at : gps_at + len(gps)] = gps
    data[make_at : make_at + 8] = b"Nhan Hie"
    data[north_at : north_at + 24] = struct.pack(order + "6I", 22, 1, *minutes, 5652, 100)
    data[east_at : east_at + 24] = struct.pack(order + "6I", 106, 1, 15, 1, 2880, 100)
    data[time_at : time_at + 20] = b"2026:03:14 14:30:07\0"
    return bytes(data)


def photo(body):
    return jpeg(segment(0xE1, b"Exif\0\0" + body), segment(0xFE, "người chụp: Hoa".encode()))


@pytest.mark.parametrize("order", ["<", ">"], ids=["intel", "motorola"])
def test_a_jpeg_tells_where_when_and_with_what(order):
    told = picture_facts(photo(tiff(order)), "image/jpeg")
    assert told == PictureFacts(22.6657, 106.258, "2026:03:14 14:30:07", "Nhan Hie", ("người chụp: Hoa",))
    clean = without_metadata(photo(tiff(order)), "image/jpeg")
    assert picture_facts(clean, "image/jpeg") == PictureFacts()


def test_the_south_is_negative_and_nonsense_tells_no_place():
    assert picture_facts(photo(tiff(south=True)), "image/jpeg").latitude == -22.6657
    for minutes in ((39, 0), (99_999, 1)):
        told = picture_facts(photo(tiff(minutes=minutes)), "image/jpeg")
        assert (told.latitude, told.longitude) == (None, None)
        assert told.taken


def test_a_png_tells_its_words():
    data = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", bytes(13))
        + chunk(b"tEXt", b"Author\0Hoa")
        + chunk(b"IEND", b"")
    )
    assert picture_facts(data, "image/png").comments == ("Author Hoa",)


@pytest.mark.parametrize("media_type", ["image/jpeg", "image/png", "image/gif"])
@settings(max_examples=150, deadline=None, database=None)
@given(data=st.binary(max_size=120), cut=st.integers(0, 560))
def test_broken_bytes_tell_nothing_and_crash_nobody(media_type, data, cut):
    whole = {"image/jpeg": photo(tiff()), "image/gif": HEAD + COMMENT, "image/png": b"\x89PNG\r\n\x1a\n"}
    for body in (data, whole[media_type][:cut] + data):
        told = picture_facts(body, media_type)
        assert all(len(one) <= 200 for one in (told.taken, told.device, *told.comments))


def test_other_kinds_tell_nothing():
    assert picture_facts(b"%PDF-1.4 /GPS", "application/pdf") == PictureFacts()
