"""Qt's own widgets say in the window's language what they say."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from console.runtime.i18n import set_language
from console.ui.common.qt_texts import QtTexts, say_qt_texts
from console.ui.composer.editor import ComposerEdit
from console.ui.dialogs.key_editor import KeyField


def menu_of(field):
    menu = field.createStandardContextMenu()
    words = [action.text().split("\t")[0].replace("&", "") for action in menu.actions() if action.text()]
    menu.deleteLater()
    return words


def test_the_menu_of_a_field_and_the_field_for_a_key(themed, qtbot):
    say_qt_texts(themed)
    say_qt_texts(themed)
    assert len(themed.findChildren(QtTexts)) == 1
    field, editor = QLineEdit(), ComposerEdit("x", "send", "save_note", str)
    key = KeyField()
    for widget in (field, editor, key):
        qtbot.addWidget(widget)
    vietnamese = ["Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Xóa", "Chọn tất cả"]
    assert menu_of(field) == vietnamese
    assert menu_of(editor)[:7] == vietnamese
    key.clear()
    assert key.findChild(QLineEdit).placeholderText() == "Bấm phím mới"
    # What is not ours Qt says itself; an empty text would be taken for its translation.
    for context, source in (("QFileDialog", "Open"), ("QLineEdit", "%1 of %2"), ("QShortcut", "Ctrl")):
        assert QCoreApplication.translate(context, source) == source
    set_language("en")
    assert menu_of(field)[4] == "Paste"
