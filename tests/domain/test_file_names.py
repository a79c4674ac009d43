"""Names of files that leave: ten thousand of whatever a stranger can write, and what is cut from pictures (T09, X-02)."""

import contextlib
import random
import struct
import unicodedata
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.domain.file_names import ENDINGS, NAME_BYTES, ending_of, export_name
from console.domain.picture_bytes import BadPictureError, without_metadata
from tests.hostile.strings import HOSTILE

DEVICES = ("con", "prn", "aux", "nul", "com1", "lpt9")
TYPES = [*ENDINGS, "application/octet-stream", "", "text/x-unheard-of"]
NASTY_PARTS = [
    "/",
    "\\",
    "..",
    ".",
    ":",
    "\0",
    "\u202e",
    "\u2066",
    "\u200b",
    "\ud800",
    " ",
    "exe",
    "jpg",
    "CON",
    "ễ",
    "\U0001f468",
]
HOSTILE_ENDINGS = [".exe", ".jpg", ".PNG", ".scr.", ":stream", "NUL", "LPT1.", "\u00b9", "\t", "\n"]
NASTY = st.sampled_from(NASTY_PARTS)
NAMES = st.text(max_size=60) | st.lists(NASTY | st.text(max_size=4), max_size=40).map("".join)


def is_safe(name, media_type, folder):
    path = folder / name
    assert path.resolve().parent == folder.resolve()
    assert name not in ("", ".", "..")
    assert not set(name) & set('<>:"/\\|?*')
    assert all(unicodedata.category(char)[0] != "C" for char in name)
    assert len(name.encode()) <= NAME_BYTES
    stem, dot, ending = name.rpartition(".")
    assert (dot, ending) == (".", ending_of(media_type))
    assert stem and "." not in stem and stem == stem.strip()
    assert stem.split("_")[0].lower() not in DEVICES


@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(NAMES, st.sampled_from(TYPES))
def test_whatever_a_file_is_called_it_stays_in_its_folder_with_its_true_ending(
    tmp_path_factory, name, media_type
):
    is_safe(export_name(name, media_type), media_type, tmp_path_factory.getbasetemp())


@pytest.mark.parametrize("seed", range(4))
def test_ten_thousand_names(tmp_path, seed):
    """As many as a test of properties cannot afford: drawn from every plane, from separators, devices and endings."""
    rng = random.Random(seed)
    parts = [*NASTY_PARTS, *HOSTILE_ENDINGS]
    for _ in range(2_500):
        name = "".join(
            rng.choice(parts)
            if rng.random() < 0.5
            else chr(rng.choice((rng.randrange(0x110000), rng.randrange(0x300))))
            for _ in range(rng.randrange(40))
        )
        media_type = rng.choice(TYPES)
        is_safe(export_name(name, media_type), media_type, tmp_path)


@pytest.mark.parametrize("number", HOSTILE)
def test_the_hostile_strings_as_names(tmp_path, number):
    for media_type in ("image/jpeg", "application/octet-stream"):
        name = export_name(HOSTILE[number], media_type)
        is_safe(name, media_type, tmp_path)
        (tmp_path / name).write_bytes(b"x")


@pytest.mark.parametrize(
    ("name", "media_type", "wanted"),
    [
        ("ảnh hiện trường.JPG", "image/jpeg", "ảnh hiện trường.jpg"),
        ("báo-cáo\u202egpj.exe", "application/octet-stream", "báo-cáogpj_exe.bin"),
        ("hoa-don.pdf", "application/zip", "hoa-don_pdf.zip"),
        ("Nguye\u0302\u0303n.png", "image/png", "Nguyễn.png"),
        ("CON", "image/png", "tep.png"),
        ("con.tar", "application/zip", "tep.zip"),
        ("", "image/png", "tep.png"),
        ("cccd 0912 345 678.jpg", "image/jpeg", "tep.jpg"),
    ],
)
def test_names_by_example(name, media_type, wanted):
    assert export_name(name, media_type) == wanted


def test_a_file_called_after_the_citizen_is_not():
    assert export_name("NGUYEN VAN AN - don.pdf", "application/pdf", secrets=("Nguyễn Văn An",)) == "tep.pdf"
    assert export_name("don to giac.pdf", "application/pdf", secrets=("Nguyễn Văn An",)) == "don to giac.pdf"


# --- pictures that leave -------------------------------------------------------------------------------------------------


def segment(marker, body):
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(body) + 2) + body


def jpeg(*segments):
    return (
        b"\xff\xd8" + b"".join(segments) + segment(0xDA, b"\x01\x01\0\0\x3f\0") + b"pixels\xff\0more\xff\xd9"
    )


def exif(orientation=1, secret=b"GPS 22.66,106.25"):
    entry = struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
    return segment(0xE1, b"Exif\0\0II*\0" + struct.pack("<IH", 8, 1) + entry + b"\0\0\0\0" + secret)


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def test_a_jpeg_keeps_its_pixels_and_which_way_is_up_and_nothing_else():
    tables = segment(0xDB, bytes(65))
    profile = segment(0xE2, b"ICC_PROFILE\0x")
    hidden = (exif(6), segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0secret"), segment(0xFE, b"secret words"))
    clean = without_metadata(jpeg(*hidden, profile, tables) + b"trailing secret", "image/jpeg")
    for secret in (b"GPS", b"secret", b"adobe.com"):
        assert secret not in clean
    assert clean.endswith(b"pixels\xff\0more\xff\xd9")
    assert tables in clean and profile in clean
    assert clean.count(b"Exif\0\0MM") == 1 and b"\x01\x12\0\x03\0\0\0\x01\0\x06" in clean
    assert without_metadata(clean, "image/jpeg") == clean
    assert b"Exif" not in without_metadata(jpeg(exif(1), tables), "image/jpeg")


def test_a_png_loses_its_words():
    head, data, end = chunk(b"IHDR", bytes(13)), chunk(b"IDAT", b"xx"), chunk(b"IEND", b"")
    words = chunk(b"tEXt", b"Author\0secret") + chunk(b"eXIf", b"GPS") + chunk(b"tIME", bytes(7))
    start = b"\x89PNG\r\n\x1a\n"
    assert (
        without_metadata(start + head + words + data + end + b"behind", "image/png")
        == start + head + data + end
    )


@pytest.mark.parametrize("media_type", ["image/jpeg", "image/png"])
@settings(max_examples=300, deadline=None, database=None)
@given(data=st.binary(max_size=200), cut=st.integers(0, 200))
def test_broken_pictures_are_refused_not_crashed_on(media_type, data, cut):
    whole = jpeg(exif(6)) if media_type == "image/jpeg" else b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes(13))
    for body in (data, whole[:cut] + data):
        with contextlib.suppress(BadPictureError):
            without_metadata(body, media_type)


def test_other_kinds_are_left_alone():
    assert without_metadata(b"%PDF-1.4", "application/pdf") == b"%PDF-1.4"
