"""A cry for help in a case that somebody put aside: heard, seen, and answered by keys."""

import pytest
from PySide6.QtCore import Qt

from console.actions.classification import classify, set_priority
from console.domain.alarm import Level
from console.ui.frame.toasts import ToastCard

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def aside(console):
    """A question somebody holds and has read; another case is on the screen."""
    console.says("an", "cho em hỏi thủ tục làm căn cước cần giấy tờ gì")
    console.key(Qt.Key.Key_F8)
    case = console.case()
    classify(console.bench._desk, case.case_id, "TTHC")
    set_priority(console.bench._desk, case.case_id, "P4")
    console.says("binh", "cho hỏi giờ làm việc của công an phường")
    console.key(Qt.Key.Key_F8)
    assert console.case().case_id != case.case_id
    return case.case_id


def rings(console):
    console.controller.alarms.look()
    return {one.case_id: one.level for one in console.controller.alarms._waiting.values()}


def test_it_rings_though_somebody_holds_the_case_and_f8_opens_it(console, aside):
    assert rings(console) == {}
    console.says("an", "nó đang cầm dao đuổi chém người ở chợ Xanh, cứu với")
    assert rings(console) == {aside: Level.URGENT}
    console.controller.pulse._show_counts()
    assert "1" in console.window.top.urgent.text()
    console.key(Qt.Key.Key_F8)
    assert console.case().case_id == aside
    card = console.window.inspector.emergency
    assert card.isVisible()
    assert "khẩn cấp" in card.what.text()
    assert [card.yes.accessibleName(), card.no.accessibleName()] == ["Khẩn cấp", "Không khẩn"]
    area = console.window.inspector.area
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    console.controller.pulse._read_news()
    console.settle()
    assert rings(console) == {}, "it was read"


@pytest.mark.parametrize(
    ("key", "modifier", "priority"), [(Qt.Key.Key_1, CTRL, "P1"), (Qt.Key.Key_N, CTRL | ALT, "P4")]
)
def test_one_chord_answers_for_it(console, aside, key, modifier, priority):
    console.says("an", "nó đang cầm dao đuổi chém người ở chợ Xanh, cứu với")
    console.key(Qt.Key.Key_F8)
    console.key(key, modifier)
    case = console.case()
    assert (case.case_id, case.priority, case.emergency) == (aside, priority, None)
    assert not console.window.inspector.emergency.isVisible()
    console.key(Qt.Key.Key_Z, CTRL)
    assert console.case().emergency is not None
    assert console.window.inspector.emergency.isVisible()


def test_where_nothing_was_taken_for_an_emergency_the_key_says_so(console, aside):
    console.key(Qt.Key.Key_N, CTRL | ALT)
    titles = [card.toast.title for card in console.window.findChildren(ToastCard) if card.isVisible()]
    assert f"{console.case().number} không có tin máy báo khẩn" in titles
