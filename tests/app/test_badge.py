"""How many urgent cases nobody took stands at the program's icon and in the tray, without a word of any of them (N-03)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

from console.ui.desk.badge import EDGE, badge_icon
from console.ui.theme import apply_theme, color


@pytest.fixture
def said(monkeypatch):
    """Pretend that the system has a tray, and note what is told to it."""
    told = {"numbers": [], "words": [], "shown": 0, "hidden": 0}
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "setToolTip", lambda _icon, words: told["words"].append(words))
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _icon: told.update(shown=told["shown"] + 1))
    monkeypatch.setattr(QSystemTrayIcon, "hide", lambda _icon: told.update(hidden=told["hidden"] + 1))
    monkeypatch.setattr(QGuiApplication, "setBadgeNumber", lambda _app, n: told["numbers"].append(n))
    return told


def reds(count):
    image = badge_icon(count).pixmap(EDGE, EDGE).toImage()
    wanted = color("red")
    return sum(image.pixelColor(x, y) == wanted for x in range(EDGE) for y in range(EDGE))


def test_the_icon_has_a_red_number_only_where_something_waits(qapp):
    apply_theme(qapp, "light", 1.0)
    assert reds(0) == 0
    assert reds(1) > 400
    assert badge_icon(1).pixmap(EDGE, EDGE).toImage() != badge_icon(2).pixmap(EDGE, EDGE).toImage()
    assert badge_icon(100).pixmap(EDGE, EDGE).toImage() == badge_icon(99).pixmap(EDGE, EDGE).toImage()


def test_the_number_follows_until_somebody_claims_and_goes_with_the_desk(said, console):
    # The desk's own: it also looks by itself, whenever its counters do.
    alarms = console.controller.alarms
    assert said["numbers"] == [0]
    console.says("an", "no dang cam dao duoi danh nguoi o cho xanh, cuu voi")
    alarms.look()
    assert said["numbers"] == [0, 1]
    assert said["words"][-1] == "Bàn trực: 1 tin KHẨN chưa ai nhận"
    alarms.look()
    assert said["numbers"] == [0, 1], "the same number is not told again"
    console.key(Qt.Key.Key_F8)
    alarms.look()
    assert said["numbers"] == [0, 1, 0]
    assert said["words"][-1] == "Bàn trực"
    console.window.closing.emit()
    assert said["numbers"][-1] == 0
    assert said["hidden"] == 1
