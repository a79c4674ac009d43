"""The dialog that asks for an export's pass phrase: twice, by keys, with what is lost, and nothing of it left behind."""

import pytest
from PySide6.QtCore import Qt

from console.domain.pass_phrase import Strength, strength
from console.ui.common.labels import PlainLabel
from console.ui.dialogs.pass_phrase import PassPhraseDialog
from tests.parcels import TYPED

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(qtbot):
    made = PassPhraseDialog(None, "CB26-01482", "Xuất hồ sơ")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitUntil(made.isVisible)
    return made


@pytest.fixture
def chosen(dialog):
    found = []
    dialog.chosen.connect(found.append)
    return found


def test_it_is_typed_twice_and_handed_over_once(qtbot, dialog, chosen):
    assert dialog.focusWidget() is dialog.first and not dialog.verb.isEnabled()
    said = " ".join(label.text() for label in dialog.findChildren(PlainLabel))
    assert "CB26-01482" in said and "không ai mở lại được" in said
    qtbot.keyClicks(dialog.first, TYPED)
    assert "đủ" in dialog.hint.text() or "rất khó đoán" in dialog.hint.text()
    qtbot.keyClick(dialog.first, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.again
    qtbot.keyClicks(dialog.again, TYPED + "x")
    assert dialog.consequence.text() == "Hai lần nhập mật khẩu không giống nhau"
    qtbot.keyClick(dialog.again, Qt.Key.Key_Return, CTRL)
    assert chosen == [] and dialog.isVisible()
    qtbot.keyClick(dialog.again, Qt.Key.Key_Backspace)
    assert "bằng đường khác" in dialog.consequence.text()
    qtbot.keyClick(dialog.verb, Qt.Key.Key_Return, CTRL)
    assert [one.text for one in chosen] == [TYPED]
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("typed", "said"),
    [("ngan", "ít nhất 12 ký tự"), ("aaaaaaaaaaaaaaa", "lặp lại"), ("congancaobang2026", "dễ đoán")],
)
def test_an_easy_one_is_not_taken_and_it_says_why(qtbot, dialog, chosen, typed, said):
    qtbot.keyClicks(dialog.first, typed)
    assert said in dialog.consequence.text() and dialog.hint.text() == "Độ mạnh: còn yếu"
    qtbot.keyClicks(dialog.again, typed)
    qtbot.keyClick(dialog.again, Qt.Key.Key_Return, CTRL)
    assert chosen == [] and not dialog.verb.isEnabled()


def test_one_is_proposed_by_key_shown_to_be_written_down_and_taken(qtbot, dialog, chosen):
    assert not dialog.shown.isVisible()
    qtbot.keyClick(dialog.first, Qt.Key.Key_G, CTRL)
    first = dialog.shown.text()
    assert dialog.shown.isVisible() and strength(first) is Strength.STRONG
    qtbot.keyClick(dialog, Qt.Key.Key_G, CTRL)
    second = dialog.shown.text()
    assert second != first and "Ghi lại" in dialog.hint.text()
    qtbot.keyClick(dialog.verb, Qt.Key.Key_Return, CTRL)
    assert [one.text for one in chosen] == [second]


def test_a_proposal_that_was_changed_is_not_shown_any_more(qtbot, dialog):
    qtbot.keyClick(dialog.first, Qt.Key.Key_G, CTRL)
    qtbot.keyClicks(dialog.first, "x")
    assert dialog.shown.text() == "" and not dialog.shown.isVisible()
    assert dialog.consequence.text() == "Hai lần nhập mật khẩu không giống nhau"


def test_nothing_typed_or_shown_outlives_it(qtbot, dialog, chosen):
    qtbot.keyClick(dialog.first, Qt.Key.Key_G, CTRL)
    dialog.reject()
    assert (dialog.first.text(), dialog.again.text(), dialog.shown.text(), chosen) == ("", "", "", [])
    assert not dialog.first.isUndoAvailable() and not dialog.again.isUndoAvailable()
