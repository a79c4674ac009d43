"""The search page in the console: opened by key, fed as one types, walked by F3, opened by Enter."""

from PySide6.QtCore import Qt

from console.domain.case import CaseState
from console.ui.desk.pages import DESK

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def ask(console, words):
    console.key(Qt.Key.Key_S, CTRL | ALT)
    page = console.controller.searching.page()
    page.field.clear()
    console.type(words)
    page._debounce.stop()
    page._debounce.timeout.emit()
    console.settle()
    return page


def test_words_without_marks_find_open_and_lead_back(console):
    console.says("an", "Nhà tôi mất xe máy Wave đỏ ở Hợp Giang, gọi 0912 345 678")
    console.says("binh", "làm căn cước ở đâu")
    page = ask(console, "mat xe hop giang")
    assert page.total.text() == "1 hồ sơ"
    console.key(Qt.Key.Key_Return)
    assert console.window.pages.code == DESK
    assert "Wave" in console.controller.room.items[0].text
    page = ask(console, "0912345678")
    assert page.total.text() == "1 hồ sơ"
    console.key(Qt.Key.Key_Escape)
    console.key(Qt.Key.Key_Escape)
    assert console.window.pages.code == DESK


def test_f3_walks_the_matches_while_the_focus_stays_in_the_field(console):
    console.says("an", "mất xe máy lần một")
    console.says("an", "mất xe máy lần hai")
    page = ask(console, "mat xe may")
    assert page.preview.detail.text() == "2 chỗ khớp · đang ở chỗ 1"
    console.key(Qt.Key.Key_F3)
    assert page.preview.detail.text() == "2 chỗ khớp · đang ở chỗ 2"
    console.key(Qt.Key.Key_F3, SHIFT)
    assert page.preview.detail.text() == "2 chỗ khớp · đang ở chỗ 1"
    assert page.field.hasFocus()
    console.key(Qt.Key.Key_Return)
    assert console.case().state is not CaseState.CLOSED


def test_the_order_changes_and_an_old_answer_is_dropped(console):
    console.says("an", "mất xe")
    page = ask(console, "mat xe")
    page.order.click()
    console.settle()
    assert page.order.label() == "Mới nhất"
    console.controller.searching._ask("mat")
    console.controller.searching._ask("")
    console.settle()
    assert page.total.text() == "0 hồ sơ"
