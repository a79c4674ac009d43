"""Shared by the tests of the window: the offscreen platform and a themed application."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from console.runtime.i18n import set_language
from console.ui.theme import apply_theme


@pytest.fixture
def themed(qapp):
    """The application in the light theme at scale 1.0, and in Vietnamese, before and after the test."""
    set_language("vi")
    apply_theme(qapp, "light")
    yield qapp
    set_language("vi")
    apply_theme(qapp, "light")


@pytest.fixture
def canary(tmp_path):
    """Markup that asks for a picture that exists, must never be opened and would be seen."""
    path = tmp_path / "canary.png"
    image = QImage(QSize(40, 40), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    image.save(str(path))
    return f'<img src="file://{path}"> <b>x</b>'
