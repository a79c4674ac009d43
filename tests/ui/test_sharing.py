"""While the screen is shared nobody is named on it and no citizen is quoted, and it tells whose screen it is (features I-07, T21)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from console.cache.views import EventItem, SearchHit
from console.domain.handover import Reason, Section, SheetLine
from console.runtime.capture import EXCLUDED, NORMAL, keep_out
from console.ui.common.labels import PlainView
from console.ui.common.sharing import names_shown, sharing
from console.ui.common.spaced import SpacedEdit
from console.ui.conversation.parts import Act, ThreadAct
from console.ui.desk.sharing import ScreenSharing
from console.ui.frame.field_cover import FieldCover
from console.ui.frame.toasts import Toast, ToastCard
from console.ui.search.model import hit_words
from console.ui.shift.book import NOTED, _spoken
from console.ui.shift.words import line_text, line_title
from tests.ui.test_accessibility import desk, open_dialogs  # noqa: F401 - the desk with every screen

TOLD = ("chợ Xanh", "4F7K", "cầu Bằng Giang", "7ZDW", "ma túy", "căn cước", "karaoke", "đèn tín hiệu")
"""Pseudonyms, places and words of the afternoon's citizens."""


@pytest.fixture(autouse=True)
def unshared():
    yield
    sharing().switch(on=False)


@pytest.fixture
def drawn(monkeypatch):
    """Collect every text that is painted."""
    texts = []
    draw, draw_still, lay = QPainter.drawText, QPainter.drawStaticText, QTextLayout.draw

    def spied(painter, *args):
        texts.extend(one for one in args if isinstance(one, str))
        return draw(painter, *args)

    def laid(layout, *args):
        texts.append(layout.text())
        return lay(layout, *args)

    def still(painter, at, text):
        texts.append(text.text())
        return draw_still(painter, at, text)

    monkeypatch.setattr(QPainter, "drawText", spied)
    monkeypatch.setattr(QPainter, "drawStaticText", still)
    monkeypatch.setattr(QTextLayout, "draw", laid)
    return texts


def painted(window, drawn):
    drawn.clear()
    window.grab()
    return "\n".join(drawn)


def test_nobody_is_named_and_nobody_quoted_while_it_is_on(desk, drawn):  # noqa: F811
    window, controller, rest = desk
    window.composer.reply_edit.set_text("")
    window.toasts.show_toast(Toast("bell", "accent", "Công dân 4F7K vừa nhắn", "Bọn họ ở chợ Xanh"))
    rest()
    before = painted(window, drawn)
    seen = [word for word in TOLD if word in before]
    assert {"4F7K", "chợ Xanh"} <= set(seen) and len(seen) >= 7, seen
    controller.keyboard.run_command("share")
    rest()
    assert sharing().on and controller.sharing.mark.isVisible()
    after = painted(window, drawn)
    assert [word for word in TOLD if word in after] == []
    assert "CB26-01482" in after and "01464" in after, "numbers stay: one works on"
    assert "che khi chia sẻ màn hình" in after
    assert "Nông Thị Hạnh · 14/03/2026 14:39" in after
    assert "Đang chia sẻ màn hình" in after and "Ctrl" in controller.sharing.mark.state_words()
    items = controller.room.items
    assert any("chợ Xanh" in getattr(item, "text", "") for item in items), (
        "what is sent or handed over is as it was"
    )
    controller.keyboard.run_command("share")
    rest()
    assert not controller.sharing.mark.isVisible()
    again = painted(window, drawn)
    assert [word for word in seen if word not in again] == []


def test_the_mark_lets_every_press_through_and_says_the_minute_of_now(desk):  # noqa: F811
    window, controller, rest = desk
    controller.keyboard.run_command("share")
    rest()
    mark = controller.sharing.mark
    assert window.childAt(window.rect().center()) is not mark
    controller._bench.clock.wall_ms += 60_000
    controller.sharing.minute()
    assert mark.words.endswith("14:40")
    window.resize(1400, 800)
    assert mark.size() == window.size()


def test_the_desk_is_kept_out_of_captures_unless_it_is_shared(desk):  # noqa: F811
    window, controller, _rest = desk
    calls = []

    class Bench:
        rehearsal, officer, clock = "", controller._bench.officer, controller._bench.clock

    guard = ScreenSharing(window, Bench, controller.room, lambda handle, out: calls.append(out) or True)
    guard.toggle()
    guard.toggle()
    assert calls == [False, True]


def test_windows_is_asked_by_its_own_numbers_and_nothing_is_claimed_elsewhere():
    calls = []
    assert keep_out(7, out=True, setter=lambda *args: calls.append(args) or True)
    assert keep_out(7, out=False, setter=lambda *args: calls.append(args) or True)
    assert calls == [(7, EXCLUDED), (7, NORMAL)] == [(7, 0x11), (7, 0)]
    assert not keep_out(7, out=True, setter=lambda *_: False)


@pytest.mark.parametrize("make", [QLineEdit, lambda: SpacedEdit("body"), PlainView])
def test_a_field_looks_the_same_whatever_stands_in_it_until_one_presses_there(themed, qtbot, make):
    window = QWidget()
    other, field = QLineEdit(window), make()
    field.setParent(window)
    field.setGeometry(0, 40, 400, 60)
    qtbot.addWidget(window)
    window.resize(400, 120)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setGraphicsEffect(FieldCover(field))
    write = field.setText if isinstance(field, QLineEdit) else field.setPlainText

    def picture(words):
        write(words)
        other.setFocus()
        return window.grab().toImage()

    assert picture("chợ Xanh") != picture("cầu Gỗ")
    sharing().switch(on=True)
    covered = picture("chợ Xanh")
    assert picture("") != covered
    assert covered == picture("cầu Gỗ")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert field.graphicsEffect().covers(), "the keyboard alone shows nothing, nor does a command's key"
    QTest.keyClick(field, Qt.Key.Key_A)
    assert field.graphicsEffect().covers() == field.isReadOnly(), (
        "what one writes oneself is seen, what one reads never"
    )
    other.setFocus()
    assert field.graphicsEffect().covers()


def test_pictures_and_voices_do_not_open_and_it_is_said_why(desk):  # noqa: F811
    window, controller, rest = desk
    item = next(i for i in controller.room.items if getattr(i, "attachments", ()))
    press = Act(ThreadAct.OPEN_PHOTO, item.message_id, "", number=item.attachments[0].number)
    controller.keyboard.run_command("share")
    rest()
    controller.media.do(press)
    rest()
    assert open_dialogs() == []
    assert any("không mở" in toast.accessibleName() for toast in window.findChildren(ToastCard))
    controller.keyboard.run_command("share")
    controller.media.do(press)
    rest()
    assert [type(one).__name__ for one in open_dialogs()] == ["PhotoViewer"]


def test_a_pseudonym_in_the_programs_own_words_is_covered():
    sharing().switch(on=True)
    assert names_shown("Công dân 4F7K vừa nhắn CB26-01482") == "•••• vừa nhắn CB26-01482"


def test_pages_beside_the_desk_name_and_quote_nobody_either(desk, drawn):  # noqa: F811
    window, controller, rest = desk
    window.pages.open("search")
    rest()
    window.pages.page("search").query_changed.emit("cho xanh")
    rest()
    found = painted(window, drawn)
    assert "4F7K" in found and "chợ Xanh" in found
    controller.keyboard.run_command("share")
    rest()
    after = painted(window, drawn)
    assert [word for word in TOLD if word in after] == []
    for code in ("handover", "review"):
        window.pages.open(code)
        rest()
        assert [word for word in TOLD if word in painted(window, drawn)] == [], code
    sharing().switch(on=False)
    window.pages.open("search")
    rest()
    assert "chợ Xanh" in painted(window, drawn)


def test_the_palette_and_the_book_of_the_shift_cover_what_somebody_wrote(qapp):
    line = SheetLine(
        "case:c", (Reason(Section.PROMISED, 1, "gọi chị Lan"),), "c", "CB26-01482", place="chợ Xanh"
    )
    item = EventItem(1, 1, NOTED, "Hạnh", "chị Lan báo mất xe")
    hit = SearchHit("c", "CB26-01482", "Công dân 4F7K", "", "citizen", "m", 1, "chị Lan ở chợ Xanh", ())

    def said():
        return f"{line_title(line, str)} {line_text(line, str, 0)} {_spoken(item)} {hit_words(hit, hit.text)}"

    assert said().count("chị Lan") == 3
    sharing().switch(on=True)
    assert "Lan" not in said() and "chợ" not in said() and "CB26-01482" in said()
