"""The window at 200 % on a screen of 1920 × 1080, of which the system's bars leave 1000 px (officer-day.md §7)."""

import pytest
from PySide6.QtCore import Qt

from console.ui.composer.stop import StopPanel
from console.ui.desk.pages import DESK
from console.ui.frame.banner_words import BannerState
from console.ui.theme import apply_theme


@pytest.fixture
def large(console, qapp):
    console.says("an", "cho em hoi")
    console.key(Qt.Key.Key_F8)
    apply_theme(qapp, "light", 2.0)
    console.window.resize(1920, 1000)
    console.settle()
    yield console
    apply_theme(qapp, "light", 1.0)


def size(console):
    console.settle()
    return console.window.minimumSizeHint().width(), console.window.minimumSizeHint().height()


def test_the_bar_keeps_the_emergencies_the_clock_and_who_sits_here(large):
    top = large.window.top
    top.set_urgent(12)
    width, _height = size(large)
    assert width <= 1920
    for fact in (top.rehearsal, top.urgent, top.clock, top.name):
        assert fact.isVisible()
        assert fact.width() >= fact.sizeHint().width()
        assert fact.mapTo(top, fact.rect().bottomRight()).x() < top.width()
    assert top.urgent.accessibleName() == "12 khẩn chưa nhận"


def test_all_of_the_desk_fits_with_what_stops_a_reply_and_what_is_lost(large):
    window = large.window
    window.banner.show_state(BannerState("red", "conn.off", "Mất mạng từ 14:41", "Không nhận được tin mới"))
    window.composer.show_stop("Công dân vừa nhắn thêm 3 tin: đọc rồi gửi", ["tin dài " * 40] * 3)
    width, height = size(large)
    assert width <= 1920
    assert height <= 1000
    assert window.composer.foot.send.isVisible()
    panel = window.composer.findChild(StopPanel)
    assert panel is not None
    assert panel.send.mapTo(window, panel.send.rect().bottomRight()).y() < 1000


@pytest.mark.parametrize("code", ["statistics", "review", "handover", "search"])
def test_every_page_fits(large, code):
    large.window.pages.open(code)
    width, height = size(large)
    assert width <= 1920
    assert height <= 1000
    large.window.pages.open(DESK)
