"""The viewer of pictures: keys for zoom, turn, brightness and the next picture, and what is painted then."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage

from console.ui.conversation.viewer import MOST, PhotoViewer, Shown

CTRL = Qt.KeyboardModifier.ControlModifier


def two_halves(left="#400000", right="#004000"):
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor(left))
    for x in range(100, 200):
        for y in range(100):
            image.setPixelColor(x, y, QColor(right))
    return image


@pytest.fixture
def viewer(themed, qtbot):
    pictures = {"a": two_halves(), "b": None, "c": two_halves("#202020", "#202020")}
    shown = PhotoViewer(
        None, [Shown(f, f"ảnh {f}") for f in pictures], 0, lambda file_id, _w, _h: pictures[file_id]
    )
    qtbot.addWidget(shown)
    shown.show()
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    shown.pictures = pictures
    return shown


def seen(viewer, x, y):
    canvas = viewer.canvas
    place = QPoint(round(canvas.width() * x), round(canvas.height() * y))
    return canvas.grab().toImage().pixelColor(place).name()


def test_the_picture_is_fitted_and_turns_by_quarters(viewer, qtbot):
    assert (seen(viewer, 0.25, 0.5), seen(viewer, 0.75, 0.5)) == ("#400000", "#004000")
    qtbot.keyClick(viewer, Qt.Key.Key_Right, CTRL)
    assert (seen(viewer, 0.5, 0.25), seen(viewer, 0.5, 0.75)) == ("#400000", "#004000")
    qtbot.keyClick(viewer, Qt.Key.Key_Left, CTRL)
    assert (seen(viewer, 0.25, 0.5), seen(viewer, 0.75, 0.5)) == ("#400000", "#004000")


def test_zoom_has_bounds_and_panning_never_loses_the_picture(viewer, qtbot):
    for _ in range(30):
        qtbot.keyClick(viewer, Qt.Key.Key_Plus)
    assert viewer.canvas.zoom == MOST
    for _ in range(200):
        viewer.canvas.pan(-500, -500)
    assert seen(viewer, 0.5, 0.5) == "#004000"
    for _ in range(200):
        viewer.canvas.pan(500, 500)
    assert seen(viewer, 0.5, 0.5) == "#400000"
    qtbot.keyClick(viewer, Qt.Key.Key_0)
    assert viewer.canvas.zoom == 1.0
    qtbot.keyClick(viewer, Qt.Key.Key_Minus)
    assert viewer.canvas.zoom == 1.0


def test_brightness_changes_what_is_seen_and_comes_back(viewer, qtbot):
    qtbot.keyClick(viewer, Qt.Key.Key_Up, CTRL)
    brighter = QColor(seen(viewer, 0.25, 0.5)).red()
    assert brighter > 0x40
    qtbot.keyClick(viewer, Qt.Key.Key_Down, CTRL)
    qtbot.keyClick(viewer, Qt.Key.Key_Down, CTRL)
    assert QColor(seen(viewer, 0.25, 0.5)).red() < 0x40
    qtbot.keyClick(viewer, Qt.Key.Key_0)
    assert seen(viewer, 0.25, 0.5) == "#400000"


def test_next_and_previous_stop_at_the_ends_and_begin_fitted(viewer, qtbot):
    told = []
    viewer.shown.connect(told.append)
    qtbot.keyClick(viewer, Qt.Key.Key_Left)
    qtbot.keyClick(viewer, Qt.Key.Key_Plus)
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.canvas.zoom == 1.0
    qtbot.keyClick(viewer, Qt.Key.Key_PageDown)
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert told == ["b", "c"]
    assert viewer.words.text().startswith("3/3")
    assert seen(viewer, 0.5, 0.5) == "#202020"


def test_a_picture_that_is_decoded_later_comes_up_by_itself(viewer, qtbot):
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    viewer.pictures["b"] = two_halves("#0000ff", "#0000ff")
    viewer.refresh()
    assert seen(viewer, 0.5, 0.5) == "#0000ff"


def test_escape_closes_it(viewer, qtbot):
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.isVisible()
