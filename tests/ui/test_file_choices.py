"""Covering a picture by mouse and by keys, and saying which file of a sealed matter goes to a unit (features I-04, E-03)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from console.actions.releasing import Releasable
from console.domain.message import MessageType
from console.domain.release import FileRelease, How, are_boxes
from console.ui.common.options import Option
from console.ui.conversation.cover import CoverDialog
from console.ui.dialogs.file_choices import FileChoices, ReleaseDialog
from console.ui.dialogs.transfer import TransferDialog
from console.ui.dialogs.transfer_preview import TransferPreview
from tests.ui.desk_samples import NOW, case
from tests.ui.samples import NAMES

PHOTO = Releasable("m1", 0, MessageType.PHOTO, NOW, "f1", "image/jpeg", 9)
VOICE = Releasable("m2", 0, MessageType.VOICE, NOW, "f2", "audio/mp4", 9)
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def cover(themed, qtbot):
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    dialog = CoverDialog(None, "CB26-00001", "f1", lambda *_: image)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.resize(900, 640)
    dialog.show()
    return dialog


def test_a_picture_is_covered_by_keys_alone(cover, qtbot):
    assert cover.trouble()
    canvas = cover.canvas
    assert canvas.hasFocus()
    QTest.keyClick(canvas, Qt.Key.Key_N)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    QTest.keyClick(canvas, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(canvas, Qt.Key.Key_N)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert canvas.boxes == [(3_900, 4_000, 5_900, 6_100)]
    with qtbot.waitSignal(cover.requested) as asked:
        QTest.keyClick(cover, Qt.Key.Key_Return, CTRL)
    assert asked.args == [((3_900, 4_000, 5_900, 6_100),)]


def test_a_drag_covers_and_a_box_never_leaves_the_picture(cover):
    canvas = cover.canvas
    target = canvas._target().toRect()
    inside, beyond = target.center(), target.bottomRight() + QPoint(200, 200)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=inside)
    QTest.mouseMove(canvas, beyond)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=beyond)
    (box,) = canvas.boxes
    assert box[2:] == (10_000, 10_000) and abs(box[0] - 5_000) < 60
    for _ in range(200):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
        QTest.keyClick(canvas, Qt.Key.Key_Up)
        QTest.keyClick(canvas, Qt.Key.Key_Left, SHIFT)
    assert are_boxes(tuple(canvas.boxes))
    dot = canvas.grab().toImage().pixelColor(canvas._rect(canvas.boxes[0]).center().toPoint())
    assert dot == QColor("black")


def test_nothing_goes_whole_unless_chosen_with_a_reason(themed, qtbot):
    choices = FileChoices([PHOTO, VOICE], NOW)
    qtbot.addWidget(choices)
    choices.show()
    photo, voice = choices.rows
    assert [row.how for row in choices.rows] == [How.WITHHELD] * 2
    assert not photo.ways[How.COVERED].isEnabled() and not voice.ways[How.COVERED].isVisible()
    assert not choices.reason.isVisible() and not choices.trouble()
    QTest.mouseClick(voice.ways[How.WHOLE], Qt.MouseButton.LeftButton)
    assert choices.warning.isVisible() and "Giọng nói" in choices.warning.text()
    assert choices.trouble()
    choices.reason.edit.setPlainText("cần nhận dạng kẻ đe dọa")
    choices.covered("m1", 0, "c1")
    assert not choices.trouble()
    assert choices.releases() == (
        FileRelease("m1", 0, How.COVERED, "c1"),
        FileRelease("m2", 0, How.WHOLE, "", "cần nhận dạng kẻ đe dọa"),
    )


def test_a_copy_goes_by_itself_and_what_was_decided_stays(themed, qtbot):
    files = [replace(PHOTO, copy_id="c1"), replace(PHOTO, message_id="m3", copy_id="c3", given=How.WITHHELD)]
    dialog = ReleaseDialog(None, "CB26-00001", "CA Thành phố", files, NOW)
    qtbot.addWidget(dialog)
    assert [row.how for row in dialog.choices.rows] == [How.COVERED, How.WITHHELD]


def test_an_urgent_transfer_sends_no_original_and_says_so(themed, qtbot):
    preview = TransferPreview("Công dân 4F7K", "kể", "1 ảnh", "Tố giác", "", sealed=True)
    dialog = TransferDialog(
        None, case(), NAMES, [Option("PC02", "Phòng PC02")], NOW,
        suggested="PC02", reason="gấp", preview=preview, files=[PHOTO, VOICE],
    )  # fmt: skip
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "2 không gửi" in dialog.along.text()
    with qtbot.waitSignal(dialog.requested) as asked:
        QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert {one.how for one in asked.args[0].files} == {How.WITHHELD}
