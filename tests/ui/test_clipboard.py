"""Copies are kept out of clipboard histories and wiped, unless something else was copied since (threats T21)."""

import pytest
from PySide6.QtGui import QGuiApplication

from console.ui.common import clipboard


@pytest.fixture
def board(qapp):
    shown = QGuiApplication.clipboard()
    shown.clear()
    yield shown
    clipboard.wipe_clipboard()
    shown.clear()


def test_a_copy_carries_the_marks_windows_and_kde_know(board):
    clipboard.copy_private("11B1-xxx.27")
    formats = board.mimeData().formats()
    for name in (
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    ):
        assert f'application/x-qt-windows-mime;value="{name}"' in formats
    assert bytes(board.mimeData().data("x-kde-passwordManagerHint").data()) == b"secret"
    assert board.text() == "11B1-xxx.27"


def test_a_copy_is_wiped_when_its_time_is_over(board):
    clipboard.copy_private("bí mật")
    timer = clipboard._Held.wiper._timer
    assert timer.isActive()
    assert timer.interval() == clipboard.CLEAR_AFTER_MS == 30_000
    timer.timeout.emit()
    assert board.text() == ""
    assert not timer.isActive()


def test_what_somebody_copied_since_is_left_alone(board):
    clipboard.copy_private("bí mật")
    board.setText("của người khác")
    clipboard.wipe_clipboard()
    assert board.text() == "của người khác"


def test_locking_wipes_at_once(board):
    clipboard.copy_private("bí mật")
    clipboard.wipe_clipboard()
    assert board.text() == ""
