"""The sign-in, the lock and the choice of a PIN: real keys, what is handed over, and that nothing of a PIN stays."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QRegion
from PySide6.QtWidgets import QLineEdit, QWidget

from console.runtime.i18n import set_language
from console.ui.common.names import Names
from console.ui.signin.lock import LockScreen
from console.ui.signin.login import LoginScreen
from console.ui.signin.new_pin import NewPinDialog, pin_trouble
from console.ui.theme import apply_theme
from tests.scene import HANH, TUAN
from tests.ui.test_accessibility import nameless

PIN = "482915"
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NOW = 1_773_474_720_000
NAMES = Names(units={"TB-CAT": "Trực ban CAT"})


@pytest.fixture
def login(themed, qtbot):
    """The sign-in with two officers, Tuấn the last, and what was tried."""
    screen = LoginScreen()
    qtbot.addWidget(screen)
    screen.resize(1366, 696)
    screen.show_officers((HANH, TUAN), "tuan", NAMES)
    screen.show_office("Công an tỉnh Cao Bằng", "CBTT-03", "")
    return _shown(screen, qtbot)


@pytest.fixture
def lock(themed, qtbot):
    """The lock of officer Hạnh and what was tried."""
    screen = LockScreen()
    qtbot.addWidget(screen)
    screen.resize(1366, 696)
    screen.show_officer(HANH, NOW, NOW)
    screen.show_counts(1, 14, 2)
    return _shown(screen, qtbot)


def _shown(screen, qtbot):
    tried = []
    screen.tried.connect(lambda *args: tried.append(args))
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.ask.pin.hasFocus)
    return screen, tried


def values(root):
    """Return every property of a widget and of all within it, and what a screen reader may read, as text."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        meta = widget.metaObject()
        found += [str(widget.property(meta.property(n).name())) for n in range(meta.propertyCount())]
        if isinstance(widget, QLineEdit):  # Qt's own on other widgets cannot be read from Python
            names = [bytes(name).decode() for name in widget.dynamicPropertyNames()]
            found += [str(widget.property(name)) for name in names]
    return found


def focus_order(screen, qtbot):
    """Return the widgets Tab goes to from the PIN, until it comes back."""
    order = [screen.focusWidget()]
    while len(order) < 12:
        qtbot.keyClick(screen.focusWidget(), KEY.Key_Tab)
        if screen.focusWidget() is order[0]:
            break
        order.append(screen.focusWidget())
    return order


def test_the_last_officer_is_proposed_and_enter_signs_in(login, qtbot):
    screen, tried = login
    assert screen.officer.currentText() == "tuan · Trung úy Mông Văn Tuấn · Trực ban CAT"
    qtbot.keyClicks(screen.ask.pin, PIN)
    qtbot.keyClick(screen.ask.pin, KEY.Key_Return)
    assert tried == [("tuan", PIN)]


def test_another_officer_is_chosen_with_keys_and_gets_no_pin_of_the_last(login, qtbot):
    screen, tried = login
    qtbot.keyClicks(screen.ask.pin, PIN)
    qtbot.keyClick(screen.ask.pin, KEY.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert screen.officer.hasFocus()
    qtbot.keyClick(screen.officer, KEY.Key_Up)
    assert screen.officer.currentData() == "hanh"
    assert screen.ask.pin.text() == ""
    screen.ask.pin.setFocus()
    qtbot.keyClicks(screen.ask.pin, "135790")
    qtbot.keyClick(screen.ask.pin, KEY.Key_Enter)
    assert tried == [("hanh", "135790")]


def test_the_keys_stay_with_the_list_while_one_walks_through_it(themed, qtbot):
    screen = LoginScreen()
    qtbot.addWidget(screen)
    third = type(HANH)("ba", "Bế Thị Ba", "TB-CAT")
    screen.show_officers((HANH, TUAN, third), "hanh", NAMES)
    _shown(screen, qtbot)
    screen.officer.setFocus()
    for _ in range(2):
        qtbot.keyClick(screen.focusWidget(), KEY.Key_Down)
    assert screen.officer.currentData() == "ba"
    qtbot.keyClick(screen.officer, KEY.Key_Return)
    assert screen.ask.pin.hasFocus()


def test_nothing_is_tried_without_a_pin_or_by_a_key_held_down(login, qtbot):
    screen, tried = login
    qtbot.keyClick(screen.ask.pin, KEY.Key_Return)
    qtbot.mouseClick(screen.ask.button, Qt.MouseButton.LeftButton)
    assert tried == []
    assert screen.ask.pin.hasFocus()


def test_escape_empties_the_field_for_good(login, qtbot):
    screen, _ = login
    qtbot.keyClicks(screen.ask.pin, PIN)
    qtbot.keyClick(screen.ask.pin, KEY.Key_Escape)
    assert screen.ask.pin.text() == ""
    assert screen.isVisible()


def test_an_error_is_seen_and_heard_and_goes_again(login, qtbot):
    screen, tried = login
    screen.show_error("Sai PIN. Còn 3 lần thử.")
    assert screen.ask.error.label.text() == "Sai PIN. Còn 3 lần thử."
    assert screen.ask.error.isVisible()
    assert screen.ask.pin.property("invalid") is True
    assert screen.ask.pin.accessibleDescription() == "Sai PIN. Còn 3 lần thử."
    qtbot.keyClicks(screen.ask.pin, PIN)
    qtbot.keyClick(screen.ask.pin, KEY.Key_Return)
    assert tried == [("tuan", PIN)]
    screen.show_error("")
    assert not screen.ask.error.isVisible()
    assert screen.ask.pin.property("invalid") is False


def test_the_wait_counts_down_and_lets_nobody_try(login, qtbot):
    screen, tried = login
    screen.show_error("Sai PIN 5 lần.", 62)
    qtbot.keyClicks(screen.ask.pin, PIN)
    qtbot.keyClick(screen.ask.pin, KEY.Key_Return)
    assert tried == []
    assert (screen.ask.button.isEnabled(), screen.ask.button.label()) == (False, "Thử lại sau 1:02")
    for _ in range(61):
        screen.tick()
    assert (screen.ask.button.isEnabled(), screen.ask.button.label()) == (False, "Thử lại sau 0:01")
    screen.tick()
    screen.tick()
    assert (screen.ask.button.isEnabled(), screen.ask.button.label()) == (True, "Đăng nhập")
    qtbot.keyClick(screen.ask.pin, KEY.Key_Return)
    assert tried == [("tuan", PIN)]


def test_while_a_pin_is_checked_nothing_is_typed_chosen_or_tried(login, qtbot):
    screen, tried = login
    qtbot.keyClicks(screen.ask.pin, PIN)
    screen.busy(True)
    qtbot.keyClicks(screen.ask.pin, "9")
    qtbot.keyClick(screen.ask.pin, KEY.Key_Return)
    assert (tried, screen.ask.pin.text(), screen.officer.isEnabled()) == ([], PIN, False)
    assert screen.ask.button.label() == "Đang kiểm tra…"
    screen.busy(False)
    qtbot.keyClick(screen.ask.pin, KEY.Key_Return)
    assert tried == [("tuan", PIN)]


def test_without_officers_it_says_so_and_tries_nothing(login, qtbot):
    screen, tried = login
    screen.show_officers((), "", NAMES)
    qtbot.keyClicks(screen.ask.pin, PIN)
    qtbot.keyClick(screen.ask.pin, KEY.Key_Return)
    screen.busy(False)
    assert (tried, screen.officer.isEnabled(), screen.ask.button.isEnabled()) == ([], False, False)
    assert screen.officer.placeholderText() == "Máy này chưa có cán bộ nào, gọi người quản trị"


@pytest.mark.parametrize("name", ["login", "lock"])
def test_a_pin_goes_in_by_paste_and_never_out_by_copy(name, request, qtbot):
    screen, _ = request.getfixturevalue(name)
    field, board = screen.ask.pin, QGuiApplication.clipboard()
    board.setText(PIN)
    qtbot.keyClick(field, KEY.Key_V, CTRL)
    assert field.text() == PIN
    board.setText("x")
    qtbot.keyClick(field, KEY.Key_A, CTRL)
    for key in (KEY.Key_C, KEY.Key_X, KEY.Key_Insert):
        qtbot.keyClick(field, key, CTRL)
    assert board.text() == "x"
    board.clear()


@pytest.mark.parametrize("name", ["login", "lock"])
def test_no_input_method_sees_the_field_not_even_after_a_check(name, request):
    screen, _ = request.getfixturevalue(name)
    screen.busy(True)
    screen.busy(False)
    assert not screen.ask.pin.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert screen.ask.pin.echoMode() is screen.ask.pin.EchoMode.Password


@pytest.mark.parametrize("name", ["login", "lock"])
def test_after_clear_nothing_of_the_pin_is_left(name, request, qtbot):
    screen, _ = request.getfixturevalue(name)
    qtbot.keyClicks(screen.ask.pin, PIN)
    assert any(PIN in value for value in values(screen))  # what is looked for would be found
    screen.clear()
    for undo in (screen.ask.pin.undo, screen.ask.pin.redo):
        undo()
        assert not any(PIN in value for value in values(screen))


def test_tab_goes_from_the_pin_to_the_button_and_round(login, lock, qtbot):
    screen, _ = login
    screen.activateWindow()
    screen.ask.pin.setFocus()
    assert focus_order(screen, qtbot) == [screen.ask.pin, screen.ask.button, screen.leave, screen.officer]
    screen, _ = lock
    screen.activateWindow()
    screen.ask.pin.setFocus()
    assert focus_order(screen, qtbot) == [screen.ask.pin, screen.ask.button, screen.switch]


def test_everything_that_can_be_used_has_a_name(login, lock):
    for screen, _ in (login, lock):
        assert nameless(screen) == []
    assert login[0].officer.accessibleName() == "Cán bộ"
    assert lock[0].ask.pin.accessibleName() == "PIN"


def test_the_buttons_beside_say_what_is_wanted(login, lock, qtbot):
    said = []
    login[0].quit_wanted.connect(lambda: said.append("quit"))
    lock[0].switch_wanted.connect(lambda: said.append("switch"))
    qtbot.keyClick(login[0].leave, KEY.Key_Space)
    qtbot.keyClick(lock[0].switch, KEY.Key_Space)
    assert said == ["quit", "switch"]


def test_the_lock_opens_with_enter_and_shows_counts_only(lock, qtbot):
    screen, tried = lock
    assert screen.who.text() == "Đại úy Nông Thị Hạnh"
    assert screen.since.text() == "Màn hình khóa lúc 14:52 · vẫn nhận tin"
    assert screen.counts.title.text() == "1 tin khẩn cấp đang chờ"
    assert screen.counts.detail.text() == "14 hồ sơ chờ, 2 quá hạn. Mở khóa để xem. Nội dung được ẩn."
    qtbot.keyClicks(screen.ask.pin, PIN)
    qtbot.keyClick(screen.ask.pin, KEY.Key_Return)
    assert tried == [(PIN,)]


def test_a_lock_of_yesterday_says_its_date(lock):
    screen, _ = lock
    screen.show_officer(HANH, NOW, NOW + 86_400_000)
    assert screen.since.text() == "Màn hình khóa lúc 14:52 14/03/2026 · vẫn nhận tin"


def test_the_counts_have_a_tone_for_what_presses(lock):
    strip = lock[0].counts
    assert strip.tone() == "red"
    strip.show_counts(0, 14, 2)
    assert (strip.tone(), strip.title.text()) == ("orange", "14 hồ sơ chờ, 2 quá hạn")
    strip.show_counts(0, 0, 0)
    assert (strip.tone(), strip.title.text()) == ("", "Không có hồ sơ nào chờ")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_behind_the_lock_is_seen(themed, qtbot, theme):
    apply_theme(themed, theme)
    screen = LockScreen()
    qtbot.addWidget(screen)
    screen.resize(300, 200)
    pictures = []
    for behind in (Qt.GlobalColor.magenta, Qt.GlobalColor.yellow):
        picture = screen.grab()
        picture.fill(behind)
        screen.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        pictures.append(picture.toImage())
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [(1920, 1000, 1.0), (1366, 696, 1.0), (1366, 696, 1.25), (1920, 1000, 1.5), (1024, 640, 1.0)],
)
@pytest.mark.parametrize("make", [LoginScreen, LockScreen])
def test_everything_fits_in_the_window(themed, qtbot, make, theme, width, height, scale):
    apply_theme(themed, theme, scale)
    screen = make()
    qtbot.addWidget(screen)
    screen.resize(width, height)
    if make is LoginScreen:
        screen.show_officers((HANH, TUAN), "hanh", NAMES)
        screen.show_office("Công an tỉnh Cao Bằng", "CBTT-03", "DIỄN TẬP")
    else:
        screen.show_officer(HANH, NOW, NOW)
        screen.show_counts(1, 14, 2)
    screen.show_error("Sai PIN. Còn 3 lần thử trước khi tạm khóa 15 phút. Tin vẫn được nhận.", 900)
    screen.show()
    themed.processEvents()
    assert (screen.width(), screen.height()) == (width, height)
    for widget in screen.findChildren(QWidget):
        if widget.isVisible():
            place = QRect(widget.mapTo(screen, widget.rect().topLeft()), widget.size())
            assert screen.rect().contains(place), widget
            if widget.parentWidget() is screen.card:
                assert screen.card.rect().contains(widget.geometry()), widget
                assert widget.height() >= widget.minimumSizeHint().height() - 1, widget  # rounding


def test_it_speaks_english(themed, qtbot):
    set_language("en")
    screen = LoginScreen()
    qtbot.addWidget(screen)
    assert screen.ask.button.label() == "Sign in"


@pytest.mark.parametrize(
    ("pin", "good"),
    [
        ("482915", True),
        ("48291", False),
        ("matkhau9", True),
        ("matkha9", False),
        ("111111", False),
        ("aaaaaaaa", False),
        ("123456", False),
        ("987654", False),
        ("٣٨٢٩١٥", False),
        ("4" * 40 + "5" * 40, False),
    ],
)
def test_a_pin_that_is_tried_first_is_refused(themed, pin, good):
    assert (pin_trouble(pin) == "") is good


@pytest.fixture
def new_pin(themed, qtbot):
    """Opens the choice of a PIN and collects what was chosen."""

    def open_it(*, ask_old):
        dialog = NewPinDialog(None, HANH.title, ask_old=ask_old)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        chosen = []
        for signal in (dialog.chosen, dialog.chosen_with_old):
            signal.connect(lambda *args: chosen.append(args))
        dialog.open()
        qtbot.waitUntil(dialog.fields[0].hasFocus)
        return dialog, chosen

    return open_it


def test_a_new_pin_is_typed_twice_with_enter_between(new_pin, qtbot):
    dialog, chosen = new_pin(ask_old=False)
    qtbot.keyClicks(dialog.new, PIN)
    assert dialog.consequence.text() == "Nhập lại PIN mới một lần nữa"
    qtbot.keyClick(dialog.new, KEY.Key_Return)
    assert dialog.again.hasFocus()
    qtbot.keyClicks(dialog.again, "482916")
    qtbot.keyClick(dialog.again, KEY.Key_Return)
    assert (chosen, dialog.consequence.text()) == ([], "Hai lần nhập PIN mới không giống nhau")
    qtbot.keyClick(dialog.again, KEY.Key_Backspace)
    qtbot.keyClicks(dialog.again, "5")
    assert dialog.verb.isEnabled()
    qtbot.keyClick(dialog.again, KEY.Key_Return)
    assert chosen == [(PIN,)]
    assert not dialog.isVisible()
    assert not any(PIN in value for value in values(dialog))


def test_the_old_pin_is_asked_for_where_it_is_wanted(new_pin, qtbot):
    dialog, chosen = new_pin(ask_old=True)
    assert dialog.consequence.text() == "Nhập PIN hiện tại"
    assert nameless(dialog) == []
    qtbot.keyClicks(dialog.old, PIN)
    for field in (dialog.new, dialog.again):
        qtbot.keyClick(dialog.focusWidget(), KEY.Key_Tab)
        assert field.hasFocus()
        qtbot.keyClicks(field, PIN)
    assert dialog.consequence.text() == "PIN mới phải khác PIN hiện tại"
    for field in (dialog.new, dialog.again):
        qtbot.keyClicks(field, "7")
    qtbot.keyClick(dialog.again, KEY.Key_Return, CTRL)
    assert chosen == [(PIN, PIN + "7")]


def test_escape_leaves_the_dialog_and_forgets(new_pin, qtbot):
    dialog, chosen = new_pin(ask_old=False)
    qtbot.keyClicks(dialog.new, PIN)
    qtbot.keyClick(dialog.new, KEY.Key_Escape)
    qtbot.keyClick(dialog.new, KEY.Key_Escape)
    assert (chosen, dialog.isVisible(), dialog.new.text()) == ([], False, "")
