"""The covered copy of a picture: the helper blackens it, and nothing but its pixels comes out (features I-04, threats T07)."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage

from console.runtime.thumbnails import PictureRefusedError, make_covered
from tests.scene_media import night_photo

WHITE = QColor("white")


def picture(kind="PNG", width=200, height=100, comment="GPS 22,66 canary"):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    image.setText("Comment", comment)
    out = QBuffer()
    out.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(out, kind, 95)
    return out.data().data()


def opened(data):
    image = QImage.fromData(QByteArray(data), "JPEG")
    assert not image.isNull()
    return image


def is_black(image, x, y):
    return image.pixelColor(x, y).lightness() < 12


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_the_boxes_are_black_to_their_edge_and_the_rest_stays(qapp, kind):
    source = picture(kind)
    assert b"canary" in source
    made = make_covered(source, [(1_003, 2_007, 4_996, 6_004), (9_000, 0, 10_000, 10_000)])
    image = opened(made)
    assert (image.width(), image.height()) == (200, 100)
    for x, y in ((21, 21), (98, 59), (60, 40), (199, 0), (182, 99)):
        assert is_black(image, x, y), (x, y)
    for x, y in ((8, 8), (60, 80), (140, 40)):
        assert image.pixelColor(x, y).lightness() > 240, (x, y)
    assert b"canary" not in made and b"Exif" not in made and b"ICC_PROFILE" not in made
    assert image.textKeys() == []


def test_a_photograph_with_a_place_in_it_comes_out_without(qapp):
    source = night_photo(1)
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\0GPS 22.6659"
    source = source[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + source[2:]
    made = make_covered(source, [(0, 0, 2_000, 2_000)])
    assert b"Exif" not in made and b"22.6659" not in made
    assert is_black(opened(made), 3, 3)


def test_what_is_no_picture_is_refused(qapp):
    for data in (b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"", b"\xff\xd8\xff\xe0cut"):
        with pytest.raises(PictureRefusedError):
            make_covered(data, [(0, 0, 5_000, 5_000)])
