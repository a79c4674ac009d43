"""Who hears the officer's input, and when."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from console.app.inputs import Inputs


def ear(heard, name, *, takes=False):
    def listener(watched, event):
        if event.type() == QEvent.Type.KeyPress:
            heard.append((name, watched, event.text()))
        return takes

    return listener


def test_the_last_who_came_hears_first_and_may_take_it(qapp, qtbot):
    field, heard = QLineEdit(), []
    qtbot.addWidget(field)
    inputs = Inputs.of(qapp)
    assert Inputs.of(qapp) is inputs
    first, second = ear(heard, "first"), ear(heard, "second")
    inputs.add(first)
    inputs.add(second)
    inputs.add(first)
    QTest.keyClick(field, Qt.Key.Key_A)
    assert heard == [("second", field, "a"), ("first", field, "a")]
    assert field.text() == "a"
    taking = ear(heard, "taking", takes=True)
    inputs.add(taking)
    heard.clear()
    QTest.keyClick(field, Qt.Key.Key_B)
    assert heard == [("taking", field, "b")]
    assert field.text() == "a"
    for listener in (first, second, taking, taking):
        inputs.remove(listener)
    heard.clear()
    QTest.keyClick(field, Qt.Key.Key_C)
    assert (heard, field.text()) == ([], "ac")


def test_who_leaves_while_he_hears_keeps_nobody_else_from_it(qapp, qtbot):
    field, heard = QLineEdit(), []
    qtbot.addWidget(field)
    inputs = Inputs.of(qapp)
    other = ear(heard, "other")

    def once(_watched, event):
        if event.type() == QEvent.Type.KeyPress:
            inputs.remove(once)
        return False

    inputs.add(other)
    inputs.add(once)
    QTest.keyClick(field, Qt.Key.Key_A)
    inputs.remove(other)
    assert heard == [("other", field, "a")]
