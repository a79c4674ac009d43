"""Top bar, rail, status bar, banner, toasts: what they claim and what they emit."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.cache.views import Counts, Health, QueueFilter, View
from console.domain.skew import Skew
from console.ui.common.times import clock_text
from console.ui.frame.banner import Banner
from console.ui.frame.banner_words import banner_state, online
from console.ui.frame.health_words import outbox_item, status_items
from console.ui.frame.status_bar import StatusBar
from console.ui.frame.toasts import AT_MOST, STAY_MS, Toast, ToastAct, ToastHost
from console.ui.frame.top_bar import TopBar
from console.ui.rail.rail import Rail
from console.ui.theme import apply_theme, current_theme, font, size
from tests.ui.samples import COUNTS, HEALTH, HOUR, MINUTE, NOW, TAGS, UNITS


def words(health, now=NOW):
    return [item.text for item in status_items(health, now)]


# -- status -------------------------------------------------------------------------------------------------------


def test_three_ages():
    assert words(HEALTH) == [
        "Đang nhận tin",
        "Zalo 3 s · kho 1 s · cache tốt",
        "Hộp gửi: 1 đang gửi, 1 chưa rõ",
        "Khóa Zalo còn 21 ngày",
    ]


@pytest.mark.parametrize(
    ("health", "text", "tone"),
    [
        (HEALTH, "Đang nhận tin", "greenText"),
        (replace(HEALTH, linked_at=NOW - 30_000), "Đang nhận tin", "greenText"),
        (replace(HEALTH, linked_at=NOW - 31_000), "Chậm nhận tin từ 14:39", "orangeText"),
        (replace(HEALTH, linked_at=NOW - 55_000), "Chậm nhận tin từ 14:38", "orangeText"),
        (replace(HEALTH, linked_at=NOW - 55_001), "Không nhận được tin từ 14:38", "redText"),
        (replace(HEALTH, linked_at=NOW + 4_000), "Đang nhận tin", "greenText"),
        (replace(HEALTH, linked_at=NOW + HOUR), "Không nhận được tin từ 15:39", "redText"),
        (replace(HEALTH, linked_at=NOW - 4 * MINUTE), "Không nhận được tin từ 14:35", "redText"),
        (replace(HEALTH, linked_at=0), "Chưa nhận được tin lần nào", "redText"),
        (replace(HEALTH, catching_up=True), "Đang đọc bù tin", "orangeText"),
        (replace(HEALTH, catching_up=True, linked_at=NOW - HOUR), "Đang đọc bù tin", "orangeText"),
        (
            replace(HEALTH, catching_up=True, linked_at=NOW - HOUR, attempted_at=NOW - 56_000),
            "Không nhận được tin từ 13:39",
            "redText",
        ),
        (
            replace(HEALTH, catching_up=True, linked_at=NOW - HOUR, trouble="Mạng hỏng"),
            "Không nhận được tin từ 13:39",
            "redText",
        ),
        (replace(HEALTH, refresh_expires_at=NOW, token_expires_at=NOW), "Zalo không cho truy cập", "redText"),
        (replace(HEALTH, token_state="DEAD", token_expires_at=NOW), "Zalo không cho truy cập", "redText"),
        (replace(HEALTH, token_state="DEAD", token_expires_at=NOW + HOUR), "Đang nhận tin", "greenText"),
    ],
)
def test_green_only_with_a_fresh_linked_read(health, text, tone):
    item = status_items(health, NOW)[0]
    assert (item.text, item.tone) == (text, tone)


def test_an_attempt_is_no_proof():
    health = replace(HEALTH, linked_at=NOW - HOUR, attempted_at=NOW, failed_ticks=0)
    assert status_items(health, NOW)[0].tone == "redText"


def test_nothing_known_claims_nothing():
    assert words(Health())[:3] == [
        "Chưa nhận được tin lần nào",
        "Zalo chưa có · kho chưa có · cache tốt",
        "Hộp gửi trống",
    ]


def test_exceptions_are_listed():
    health = replace(HEALTH, media_waiting=3, gaps=1, quarantined=2, cache_ok=False)
    assert words(health)[-3:] == ["3 tệp chờ tải", "1 khoảng tin chưa đọc được", "2 tin lạ đã giữ riêng"]
    assert "cache hỏng" in words(health)[1]


def test_unknown_replies_are_orange():
    assert outbox_item(replace(HEALTH, unknown=0)).tone == "text2"
    assert outbox_item(HEALTH).tone == "orangeText"


def test_status_bar_counts_ages_by_itself(themed, qtbot):
    now = [NOW]
    bar = StatusBar(lambda: now[0])
    qtbot.addWidget(bar)
    bar.resize(1366, 28)
    bar.set_health(HEALTH)
    now[0] += 30_000
    bar._second.timeout.emit()
    assert bar.items()[1].text == "Zalo 33 s · kho 31 s · cache tốt"
    assert bar._second.isActive()
    assert bar._second.interval() == 1000


@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_status_bar_cuts_nothing_at_the_left(themed, qtbot, width):
    bar = StatusBar(lambda: NOW)
    qtbot.addWidget(bar)
    bar.resize(width, 28)
    bar.set_health(HEALTH)
    bar.set_context("CBTT-03", "Ca 14/03 · giao ca 07:30", "Nông Thị Hạnh")
    bar.show()
    for entry in bar._entries:
        assert entry.width() >= entry.sizeHint().width()
        assert entry.geometry().right() < bar.officer.geometry().left()


# -- banner -------------------------------------------------------------------------------------------------------


def test_no_banner_when_all_is_well():
    assert banner_state(HEALTH, NOW) is None
    assert banner_state(replace(HEALTH, linked_at=NOW - 55_000), NOW) is None


def test_offline_banner_says_what_is_lost_what_works_what_to_do():
    state = banner_state(replace(HEALTH, linked_at=NOW - 4 * MINUTE, queued=3), NOW)
    assert state.title == "Không nhận được tin mới từ 14:35."
    assert "3 tin chờ sẽ tự gửi" in state.text
    assert [act.act for act in state.acts] == ["contacts", "retry"]


def test_what_is_in_flight_is_not_promised():
    state = banner_state(replace(HEALTH, linked_at=NOW - 4 * MINUTE, sending=2, queued=0), NOW)
    assert "tự gửi" not in state.text


def test_token_banner_beats_offline():
    state = banner_state(replace(HEALTH, linked_at=NOW - HOUR, token_state="DEAD", token_expires_at=NOW), NOW)
    assert [act.act for act in state.acts] == ["reconnect"]


def test_refused_key_that_still_works_is_announced_not_mourned():
    health = replace(HEALTH, token_state="DEAD", token_expires_at=NOW + HOUR)
    state = banner_state(health, NOW)
    assert (state.tone, state.title) == ("red", "Khóa Zalo hết lúc 15:39, không tự gia hạn được.")
    assert "Khóa Zalo hết lúc 15:39" in words(health)
    assert online(health, NOW)


def test_catching_up_banner():
    state = banner_state(replace(HEALTH, catching_up=True), NOW)
    assert state.tone == "orange"
    assert state.title.startswith("Đang đọc bù")


def test_banner_emits_and_keeps_focus(themed, qtbot):
    banner = Banner()
    qtbot.addWidget(banner)
    state = banner_state(replace(HEALTH, linked_at=NOW - 4 * MINUTE), NOW)
    banner.show_state(state)
    banner.show()
    button = banner.buttons["retry"]
    banner.show_state(banner_state(replace(HEALTH, linked_at=NOW - 4 * MINUTE), NOW + 1000))
    assert banner.buttons["retry"] is button
    with qtbot.waitSignal(banner.act_wanted) as caught:
        button.click()
    assert caught.args == ["retry"]
    banner.show_state(None)
    assert not banner.isVisible()


# -- toasts -------------------------------------------------------------------------------------------------------


@pytest.fixture
def host(themed, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    return ToastHost(window, 28)


def quiet(title, topic=""):
    return Toast("view.daxuly", "green", title, topic=topic)


def test_toast_goes_after_six_seconds(host):
    host.show_toast(quiet("a"))
    card = host.cards[0]
    assert card.timer.interval() == STAY_MS == 6000
    assert card.timer.isActive()
    card.timer.timeout.emit()
    assert host.cards == []


def test_red_and_actionable_toasts_stay(host):
    host.show_toast(Toast("warn", "red", "r"))
    host.show_toast(Toast("view.daxuly", "green", "g", acts=(ToastAct("Hoàn tác", lambda: None),)))
    assert not any(card.timer.isActive() for card in host.cards)


def test_what_is_being_read_does_not_go(host):
    host.show_toast(quiet("a"))
    card = host.cards[0]
    QApplication.sendEvent(card, QEvent(QEvent.Type.Enter))
    assert not card.timer.isActive()
    QApplication.sendEvent(card, QEvent(QEvent.Type.Leave))
    assert card.timer.isActive()


def test_three_at_most_and_waiting_ones_last(host):
    host.show_toast(Toast("warn", "red", "keep"))
    for title in "abcd":
        host.show_toast(quiet(title))
    assert len(host.cards) == AT_MOST
    assert [card.toast.title for card in host.cards] == ["keep", "c", "d"]


def test_same_topic_takes_the_place(host):
    host.show_toast(quiet("one", "case-1"))
    host.show_toast(quiet("two", "case-1"))
    assert [card.toast.title for card in host.cards] == ["two"]


def test_undo_runs_once_and_closes(host):
    undone = []
    host.show_toast(
        Toast("view.daxuly", "green", "Đã đóng", acts=(ToastAct("Hoàn tác", lambda: undone.append(1)),))
    )
    host.cards[0].buttons[0].click()
    assert undone == [1]
    assert host.cards == []


def test_a_toast_goes_when_its_act_was_done_by_key(host):
    host.show_toast(Toast("view.daxuly", "green", "Đã đóng", acts=(ToastAct("Hoàn tác", lambda: None),)))
    host.show_toast(quiet("khác"))
    host.drop_acts("Đã đóng")
    assert [card.toast.title for card in host.cards] == ["khác"]
    host.drop_acts("Đã đóng")


@pytest.mark.parametrize(("right_of_it", "beside"), [(344, True), (120, False), (0, False)])
def test_toasts_leave_in_sight_what_must_stay_there(themed, qtbot, right_of_it, beside):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 700)
    composer = QWidget(window)
    composer.setGeometry(400, 500, 800 - right_of_it, 172)
    window.show()
    host = ToastHost(window, 28, composer)
    undo = ToastAct("Hoàn tác", lambda: None, "Ctrl Z")
    for title in ("CB26-00004: mức Khẩn cấp", "CB26-00004: Tin khẩn cấp (113)", "c"):
        host.show_toast(Toast("view.daxuly", "green", title, acts=(undo,)))
    boxes = [card.geometry() for card in host.cards]
    assert not any(box.intersects(composer.geometry()) for box in boxes)
    assert all(window.rect().contains(box) for box in boxes)
    assert (boxes[-1].bottom() > composer.geometry().bottom() - 20) is beside
    composer.hide()
    assert all(card.width() == 380 for card in host.cards)


def test_toasts_stand_above_the_status_bar_and_follow_the_window(host):
    for title in "abc":
        host.show_toast(quiet(title))
    host._window.resize(800, 600)
    bottoms = [card.geometry().bottom() for card in host.cards]
    assert bottoms == sorted(bottoms)
    assert bottoms[-1] < 600 - 28
    assert all(card.geometry().right() < 800 for card in host.cards)
    assert all(
        not a.geometry().intersects(b.geometry()) for a, b in zip(host.cards, host.cards[1:], strict=False)
    )


# -- top bar ------------------------------------------------------------------------------------------------------


@pytest.fixture
def top(themed, qtbot):
    top = TopBar()
    qtbot.addWidget(top)
    top.set_shift("Ca 14/03 · đến 07:30 mai")
    top.set_officer("Đại úy Nông Thị Hạnh", "Trực chính")
    top.resize(1920, 44)
    top.show()
    return top


def test_top_bar_emits(top, qtbot):
    for button, signal in (
        (top.search, top.search_wanted),
        (top.bell, top.alarms_wanted),
        (top.theme, top.theme_toggled),
        (top.help, top.help_wanted),
    ):
        with qtbot.waitSignal(signal):
            button.click()
    with qtbot.waitSignal(top.officer_menu_wanted):
        QTest.mouseClick(top, Qt.MouseButton.LeftButton, pos=top._officer.geometry().center())


def test_shift_gives_way_on_a_narrow_window(top):
    assert top.shift.isVisible()
    top.resize(1366, 44)
    assert not top.shift.isVisible()


def test_urgent_and_rehearsal_never_give_way(top):
    top.set_urgent(2)
    top.set_rehearsal("Tập huấn · không nối Zalo")
    top.resize(1024, 44)
    QApplication.processEvents()
    assert top.urgent.isVisible()
    assert top.urgent.text() == "2 khẩn chưa nhận"
    assert top.rehearsal.width() >= top.rehearsal.sizeHint().width()
    top.set_urgent(0)
    assert not top.urgent.isVisible()


def test_emergencies_and_the_clock_are_read_from_two_metres_and_never_give_way(top):
    top.set_urgent(2)
    top.set_rehearsal("Tập huấn · không nối Zalo")
    top.set_now(NOW, Skew(NOW, NOW + 1_000))
    for width in (1920, 1366, 1093):
        top.resize(width, 44)
        QApplication.processEvents()
        for fact in (top.urgent, top.clock):
            assert fact.isVisible()
            assert fact.width() >= fact.sizeHint().width()
            assert fact.height() <= top.height()
    assert font("display").pixelSize() >= 28
    assert not top.clock.wrong
    assert "khớp với đồng hồ của Zalo" in top.clock.accessibleName()


def test_the_clock_does_not_pass_off_a_wrong_time_as_zalos(top):
    top.set_now(NOW, None)
    assert top.clock.text() == clock_text(NOW)
    assert "chưa so được" in top.clock.accessibleName()
    narrow = top.clock.sizeHint().width()
    top.set_now(NOW, Skew(NOW, NOW - 5 * MINUTE))
    assert top.clock.wrong
    assert top.clock.sizeHint().width() > narrow
    assert "lệch 05 ph" in top.clock.accessibleName()


def test_theme_button_says_where_it_leads(top, themed):
    assert top.theme.accessibleName() == "Giao diện tối"
    apply_theme(themed, "dark")
    assert current_theme().dark
    assert top.theme.accessibleName() == "Giao diện sáng"


# -- rail ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def rail(themed, qtbot):
    rail = Rail()
    qtbot.addWidget(rail)
    rail.set_units(UNITS)
    rail.set_tags(TAGS)
    rail.set_counts(COUNTS)
    rail.show_filter(QueueFilter())
    rail.resize(216, 900)
    rail.show()
    return rail


def test_rail_shows_counts(rail):
    assert rail.views[View.NEW].count() == 12
    assert rail.views[View.NEW].accessibleName() == "Mới, 12 hồ sơ"
    assert rail.units.items["PC06"].count() == 5
    assert rail.tags.items["atgt"].count() == 6
    rail.set_counts(Counts())
    assert rail.views[View.OVERDUE].count() is None
    assert rail.units.items["PC06"].count() == 0


def test_rail_keeps_its_entries_under_a_hand_while_counts_come_in(rail, qtbot):
    """Counts are read each second: a press must be let go over the same entry, a focus must not be lost."""
    unit, tag = rail.units.items["PC06"], rail.tags.items["atgt"]
    unit.setFocus()
    qtbot.waitUntil(unit.hasFocus)
    rail.set_units(list(UNITS))
    rail.set_tags(list(TAGS))
    assert (rail.units.items["PC06"], rail.tags.items["atgt"]) == (unit, tag)
    assert unit.hasFocus()
    rail.set_units(list(reversed(UNITS)))
    assert not unit.isVisible()
    assert rail.units.items["PC06"].hasFocus()


def test_rail_views_units_tags_and_pages(rail, qtbot):
    for item, wanted in (
        (rail.views[View.MINE], QueueFilter(View.MINE)),
        (rail.units.items["HOAAN"], QueueFilter(View.MINE, unit="HOAAN")),
        (rail.tags.items["atgt"], QueueFilter(View.MINE, tag="atgt")),
    ):
        with qtbot.waitSignal(rail.filter_wanted) as caught:
            item.click()
        assert caught.args == [wanted]
        assert item.isChecked()
    with qtbot.waitSignal(rail.page_wanted) as caught:
        rail.pages["settings"].click()
    assert caught.args == ["settings"]
    assert not rail.views[View.MINE].isChecked()


def test_only_one_view_is_marked(rail):
    rail.views[View.MINE].click()
    rail.views[View.MINE].click()
    assert [view for view, item in rail.views.items() if item.isChecked()] == [View.MINE]


def test_narrow_rail_keeps_units_and_tags_in_menus(rail, qtbot):
    rail.set_mini(True)
    assert rail.width() == size("railMini")
    menu = rail.make_unit_menu()
    with qtbot.waitSignal(rail.filter_wanted) as caught:
        next(act for act in menu.actions() if act.text() == "Hòa An").trigger()
    assert caught.args == [QueueFilter(unit="HOAAN")]
    assert rail.unit_menu_button.isVisible()
    assert rail.views[View.DONE].count() is None
    menu.deleteLater()


def test_low_rail_folds_units_and_tags(rail):
    rail.set_mini(True, low=True)
    assert rail.fold_button.isVisible()
    assert not rail.unit_menu_button.isVisible()
    menu = rail.make_folded_menu()
    assert [act.text() for act in menu.actions()] == ["Đơn vị", "Nhãn"]
    menu.deleteLater()
    rail.resize(56, 485)
    QApplication.processEvents()
    shown = [*rail.views.values(), rail.fold_button, *rail.pages.values()]
    assert all(not a.geometry().intersects(b.geometry()) for a in shown for b in shown if a is not b)
    assert all(item.height() == 34 for item in shown)


def test_rail_is_walked_by_tab(rail):
    assert all(item.focusPolicy() & Qt.FocusPolicy.TabFocus for item in rail.views.values())
    rail.views[View.NEW].setFocus()
    QTest.keyClick(rail.views[View.NEW], Qt.Key.Key_Space)
    assert rail.views[View.NEW].isChecked()


def test_after_a_failed_read_the_bar_counts_down_to_the_next_try():
    down = replace(
        HEALTH, linked_at=NOW - 3 * MINUTE, failed_ticks=4, trouble="Không có mạng", retry_at=NOW + 12_000
    )
    assert words(down)[1] == "Thử lại sau 12 giây (lần 4)"
    assert words(down, NOW + 11_001)[1] == "Thử lại sau 1 giây (lần 4)"
    assert words(down, NOW + 12_000)[1] == "Đang thử lại (lần 4)"
    assert words(down, NOW - 10 * HOUR)[1] == "Đang thử lại (lần 4)"
    assert not [text for text in words(replace(down, linked_at=NOW)) if "lại" in text]
    acts = [act.act for act in banner_state(down, NOW).acts]
    assert "retry" in acts
