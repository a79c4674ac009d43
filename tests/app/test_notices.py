"""How the system is made to point at the window: each way has a switch, and none of them silences an emergency (features N-01)."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QSystemTrayIcon

from console.ui.desk.alarms import Alarms
from console.ui.dialogs.settings import SettingsDialog
from console.ui.frame.toasts import Toast, ToastAct
from tests.app.test_badge import said
from tests.app.test_settings import kept

__all__ = ["said"]
CTRL = Qt.KeyboardModifier.ControlModifier
SWITCHES = ("badge", "flash", "system_notices")


@pytest.fixture
def pointed(monkeypatch, console, said):
    """Note how the system is made to point at a window nobody sits in front of."""
    ways = []
    monkeypatch.setattr(QApplication, "alert", lambda *_args: ways.append("flash"))
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda *_args: ways.append("notice"))
    monkeypatch.setattr(type(console.window), "isActiveWindow", lambda _window: False)
    return ways


def switch_off(console, *names):
    console.controller.keyboard.run_command("settings")
    console.settle()
    (dialog,) = console.window.findChildren(SettingsDialog)
    for name in names:
        tick = dialog.controls[name]
        assert isinstance(tick, QCheckBox)
        assert tick.isChecked()
        tick.setFocus()
        console.key(Qt.Key.Key_Space)
    console.key(Qt.Key.Key_Return, CTRL)
    assert console.app.activeModalWidget() is None


@pytest.mark.parametrize(
    ("off", "left"), [((), ["flash", "notice"]), (("flash",), ["notice"]), (("system_notices",), ["flash"])]
)
def test_each_way_has_a_switch_of_its_own(console, pointed, off, left):
    if off:
        switch_off(console, *off)
    assert [name for name in SWITCHES if not getattr(kept(console), name)] == list(off)
    Alarms(console.window, console.bench, None).nudge(loud=False)
    assert pointed == left


def test_an_emergency_flashes_and_is_told_whatever_is_switched_off(console, pointed, said):
    alarms = Alarms(console.window, console.bench, None)
    switch_off(console, *SWITCHES)
    console.says("an", "no dang cam dao duoi danh nguoi o cho xanh, cuu voi")
    alarms.look()
    alarms.tick(console.bench.queries.health(), None)
    assert pointed == ["flash", "notice"]
    assert alarms.log[-1].words == "1 tin KHẨN chưa ai nhận"
    assert said["numbers"][-1] == 0, "the number at the icon is a picture, no alarm"


def test_the_number_at_the_icon_goes_and_comes_with_its_switch(console, pointed, said):
    alarms = Alarms(console.window, console.bench, None)
    console.says("an", "no dang cam dao duoi danh nguoi o cho xanh, cuu voi")
    alarms.look()
    assert said["numbers"][-1] == 1
    switch_off(console, "badge")
    alarms.tick(console.bench.queries.health(), None)
    assert said["numbers"][-1] == 0


def test_the_inspector_ends_above_the_toasts_that_stand_over_it(console):
    console.says("an", "cho em hoi")
    console.key(Qt.Key.Key_F8)
    console.window.resize(1366, 696)
    console.settle()
    toasts, area = console.window.toasts, console.window.inspector.area

    def covered():
        box = QRect(area.mapTo(console.window, QPoint()), area.size())
        return any(box.intersects(card.geometry()) for card in toasts.cards)

    for title in "abc":
        toasts.show_toast(
            Toast("warn", "red", title, "chưa gửi được " * 4, (ToastAct("Hoàn tác", lambda: None),))
        )
    console.settle()
    assert not covered()
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    console.window.inspector.closed.emit()
    console.window.toggle_inspector()
    console.settle()
    assert not covered()
    high = area.height()
    console.window.pages.open("statistics")
    console.settle()
    toasts.show_toast(Toast("warn", "red", "d", "chưa gửi được " * 4, topic="d"))
    console.settle()
    console.controller.keyboard.step_back()
    console.settle()
    assert area.isVisible()
    assert not covered()
    for card in list(toasts.cards):
        card.close_button.click()
    console.settle()
    assert area.height() > high
