"""The queue through keyboard and mouse: selection, opening, holding still, what came in above, empty states."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.cache.views import ChangeSet, Group, Place, QueueFilter, View
from console.domain.clock import ManualClock
from console.runtime.resources import load_catalog
from console.ui.queue.delegate import QueueDelegate
from console.ui.queue.header import family_codes
from console.ui.queue.pane import QueuePane
from console.ui.queue.vocabulary import vocabulary_of
from console.ui.theme import apply_theme, color, size
from tests.pace import spending
from tests.ui.samples import EMPTY, MINUTE, NAMES, NOW, ROWS, ListSource


@pytest.fixture
def clock():
    return ManualClock(NOW)


@pytest.fixture
def source():
    return ListSource()


@pytest.fixture
def pane(themed, qtbot, source, clock):
    pane = QueuePane(source, clock)
    qtbot.addWidget(pane)
    pane.set_names(NAMES)
    pane.set_vocabulary(vocabulary_of(load_catalog()))
    pane.set_officer("hanh")
    pane.set_proof(NOW)
    pane.resize(416, 460)
    pane.show_filter(QueueFilter())
    pane.show()
    pane.view.setFocus()
    qtbot.waitUntil(pane.view.hasFocus)
    hands_off(pane)
    return pane


def hands_off(pane):
    """Let the 700 ms after the last input be over."""
    pane.view.hands.hold.stop()
    pane.view.hands.hold.timeout.emit()


def opened(pane):
    seen = []
    pane.case_opened.connect(seen.append)
    return seen


def press(pane, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(pane.view, key, modifier)


def many(source, count=60, group=Group.TODAY):
    for n in range(count):
        source.put(
            group,
            100 + n,
            replace(EMPTY, case_id=f"m{n:03d}", number=f"CB26-1{n:04d}", pseudonym="Công dân AB12"),
        )


# -- keys ---------------------------------------------------------------------------------------------------------


def test_down_selects_at_once_and_opens_after_a_rest(pane):
    seen = opened(pane)
    press(pane, Qt.Key.Key_Down)
    assert pane.chosen() == "c82"
    assert seen == []
    assert pane.view.rest.isActive()
    assert pane.view.rest.interval() == 150
    pane.view.rest.timeout.emit()
    assert seen == ["c82"]


def test_running_down_opens_only_the_last(pane):
    seen = opened(pane)
    for _ in range(4):
        press(pane, Qt.Key.Key_Down)
    pane.view.rest.timeout.emit()
    assert seen == ["c80"]


def test_arrows_step_over_group_headers(pane):
    walked = []
    for _ in range(len(ROWS) + 2):
        press(pane, Qt.Key.Key_Down)
        walked.append(pane.chosen())
    ids = [row.case_id for _, row in ROWS]
    assert walked == [*ids, ids[-1], ids[-1]]
    for _ in range(len(ROWS)):
        press(pane, Qt.Key.Key_Up)
    assert pane.chosen() == "c82"


def test_home_end_and_pages(pane):
    press(pane, Qt.Key.Key_End)
    assert pane.chosen() == "c68"
    press(pane, Qt.Key.Key_Home)
    assert pane.chosen() == "c82"
    press(pane, Qt.Key.Key_PageDown)
    assert pane.chosen() not in ("c82", "c68")


def test_enter_opens_now_and_enters(pane):
    seen, entered = opened(pane), []
    pane.case_entered.connect(entered.append)
    press(pane, Qt.Key.Key_Down)
    press(pane, Qt.Key.Key_Return)
    assert (seen, entered) == (["c82"], ["c82"])
    assert not pane.view.rest.isActive()


@pytest.mark.parametrize("key", [Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_A, Qt.Key.Key_D])
def test_bare_letters_do_nothing(pane, key):
    press(pane, Qt.Key.Key_Down)
    seen = opened(pane)
    pane.view.rest.stop()
    press(pane, key)
    assert pane.chosen() == "c82"
    assert seen == []
    assert not pane.view.rest.isActive()


def long_source(number=60):
    """Return a source with so many cases in two groups."""
    row = ROWS[6][1]
    groups = [Group.URGENT if n < 5 else Group.TODAY for n in range(number)]
    cases = [(group, replace(row, case_id=f"x{n}", number=f"CB26-{n:05d}")) for n, group in enumerate(groups)]
    return ListSource(cases)


@pytest.fixture
def long_pane(themed, qtbot, clock):
    pane = QueuePane(long_source(), clock)
    qtbot.addWidget(pane)
    pane.set_names(NAMES)
    pane.resize(416, 900)
    pane.show_filter(QueueFilter())
    pane.show()
    QApplication.processEvents()
    return pane


def on_screen(pane):
    """Return what stands on the screen now, and the same painted afresh."""
    box = QRect(pane.view.mapTo(pane, QPoint(0, 0)), pane.view.size())
    return pane.screen().grabWindow(pane.winId()).copy(box).toImage(), pane.grab(box).toImage()


def test_what_was_scrolled_looks_as_if_it_were_painted_anew(long_pane):
    bar = long_pane.view.verticalScrollBar()
    for by in (30, 30, 82, 200, 7, -7, -30, -30, -82, -120, 400, 500, 3, -3, -2000):
        bar.setValue(bar.value() + by)
        QApplication.processEvents()
        shown, fresh = on_screen(long_pane)
        assert shown == fresh.convertToFormat(shown.format()), bar.value()


class Counting(QueueDelegate):
    """Notes which rows it painted."""

    def __init__(self, parent):
        super().__init__(parent)
        self.rows = set()

    def paint(self, painter, option, index):
        self.rows.add(index.row())
        super().paint(painter, option, index)


@pytest.mark.parametrize("by", [30, -30])
def test_a_step_of_the_wheel_paints_what_comes_in_and_what_the_header_stood_over(qapp, long_pane, by):
    apply_theme(qapp, "dark")  # a style sheet that is laid on anew must not bring the rest back
    view = long_pane.view
    delegate = Counting(view)
    view.setItemDelegate(delegate)
    painted = []
    for value in range(1200, 1200 + 9 * by, by):
        view.verticalScrollBar().setValue(value)
        qapp.processEvents()
        painted.append(len(delegate.rows))
        delegate.rows.clear()
    assert max(painted[2:]) <= 4, "the jump there, and what a new style leaves behind it, are painted whole"
    assert min(painted) > 0


def test_selected_row_is_never_under_the_sticky_header(pane, source):
    many(source)
    pane.refresh()
    for _ in range(30):
        press(pane, Qt.Key.Key_Down)
    for _ in range(20):
        press(pane, Qt.Key.Key_Up)
        row = pane.model.row_of(pane.chosen())
        assert pane.view.rowViewportPosition(row) >= size("queueGroup")


def test_click_opens_at_once(pane):
    seen = opened(pane)
    row = pane.model.row_of("c71")
    place = QPoint(200, pane.view.rowViewportPosition(row) + 20)
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert seen == ["c71"]
    assert pane.chosen() == "c71"


def test_click_on_a_group_header_does_nothing(pane):
    pane.choose("c71")
    seen = opened(pane)
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 5))
    assert seen == []
    assert pane.chosen() == "c71"


# -- holding still ------------------------------------------------------------------------------------------------


def urgent(source, case_id="new"):
    source.put(
        Group.URGENT, -1, replace(EMPTY, case_id=case_id, number="CB26-01500", pseudonym="Công dân ZZ99")
    )
    return ChangeSet(frozenset({case_id}), frozenset({case_id}), frozenset({case_id}))


def test_rows_stay_while_a_hand_is_on_the_list(pane, source):
    press(pane, Qt.Key.Key_Down)
    assert pane.view.hands.on
    pane.apply_changes(urgent(source))
    assert pane.model.row_of("new") == -1
    hands_off(pane)
    assert pane.model.row_of("new") == 1
    assert pane.chosen() == "c82"


def test_a_key_held_down_holds_longer_than_the_pause(pane, source):
    QTest.keyPress(pane.view, Qt.Key.Key_Down)
    pane.apply_changes(urgent(source))
    hands_off(pane)
    assert pane.model.row_of("new") == -1
    QTest.keyRelease(pane.view, Qt.Key.Key_Down)
    hands_off(pane)
    assert pane.model.row_of("new") == 1


def test_a_button_held_down_holds(pane, source):
    QTest.mousePress(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 60))
    pane.apply_changes(urgent(source))
    hands_off(pane)
    assert pane.model.row_of("new") == -1
    QTest.mouseRelease(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 60))
    hands_off(pane)
    assert pane.model.row_of("new") == 1


def test_losing_focus_frees_a_stuck_key(pane, source, qtbot):
    QTest.keyPress(pane.view, Qt.Key.Key_Down)
    pane.header.filter.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    pane.header.filter.setFocus()
    qtbot.waitUntil(lambda: not pane.view.hasFocus())
    hands_off(pane)
    assert not pane.view.hands.on
    QTest.keyRelease(pane.view, Qt.Key.Key_Down)


def test_contents_change_at_once_also_under_a_hand(pane, source):
    press(pane, Qt.Key.Key_Down)
    source.cases["c82"] = replace(source.cases["c82"], unread=5)
    pane.apply_changes(ChangeSet(frozenset({"c82"})))
    assert pane.model.entry_at(1).unread == 5


def test_time_alone_moves_a_case_to_its_group_in_the_very_second(pane, source, clock):
    at = NOW + 5_000
    source.turns["c68"] = (at, Place(Group.LATE, -1, "c68"))
    assert not pane.pass_time()
    before = pane.model.case_ids()
    clock.advance(4_999)
    assert not pane.pass_time()
    assert pane.model.case_ids() == before
    clock.advance(1)
    assert pane.pass_time()
    assert pane.model.place_at(pane.model.row_of("c68")) == Place(Group.LATE, -1, "c68")


def test_time_moves_nothing_under_a_hand_and_all_of_it_after(pane, source, clock):
    source.turns["c68"] = (NOW + 1_000, Place(Group.URGENT, -2, "c68"))
    source.turns["c71"] = (NOW + 2_000, Place(Group.URGENT, -1, "c71"))
    press(pane, Qt.Key.Key_Down)
    before = pane.model.case_ids()
    for _ in range(2):
        clock.advance(1_000)
        pane.pass_time()
        pane.compare()
    assert pane.model.case_ids() == before
    hands_off(pane)
    assert pane.model.case_ids()[:2] == ("c68", "c71")


def test_the_list_is_put_right_whatever_was_missed(pane, source):
    source.put(Group.URGENT, -5, source.cases["c68"])
    source.drop("c71")
    urgent(source)
    pane.choose("c82")
    hands_off(pane)
    pane.compare()
    assert pane.model.case_ids() == tuple(place.case_id for place in source.queue_index(QueueFilter()))
    assert pane.chosen() == "c82"


def test_a_clock_that_went_back_is_believed(pane, source, clock):
    source.put(Group.URGENT, -5, source.cases["c68"])
    clock.jump(-60_000)
    assert pane.pass_time()
    assert pane.model.case_ids()[0] == "c68"


def test_hold_is_seven_tenths_of_a_second(pane):
    assert pane.view.hands.hold.interval() == 700


def test_selection_stays_on_the_case_and_opens_nothing(pane, source):
    pane.choose("c66")
    pane.view.rest.stop()
    hands_off(pane)
    seen = opened(pane)
    pane.apply_changes(urgent(source))
    source.put(Group.OLDER, 0, source.cases["c66"])
    pane.apply_changes(ChangeSet(frozenset({"c66"})))
    index = pane.view.currentIndex()
    assert pane.model.case_at(index.row()) == "c66"
    assert pane.view.selectionModel().isSelected(index)
    assert seen == []
    assert not pane.view.rest.isActive()


def test_when_the_case_leaves_nothing_else_is_chosen(pane, source):
    pane.choose("c66")
    pane.view.rest.stop()
    hands_off(pane)
    seen = opened(pane)
    source.drop("c66")
    pane.apply_changes(ChangeSet(frozenset({"c66"})))
    assert seen == []
    assert pane.chosen() == "c66"
    assert not pane.view.selectionModel().hasSelection()
    press(pane, Qt.Key.Key_Down)
    assert pane.chosen() == "c80"


def test_sight_stays_and_the_pill_counts_what_came_above(pane, source):
    many(source)
    pane.refresh()
    bar = pane.view.verticalScrollBar()
    bar.setValue(1500)
    hands_off(pane)
    top = pane.model.case_at(pane.view.rowAt(40))
    before = pane.view.rowViewportPosition(pane.model.row_of(top))
    pane.apply_changes(urgent(source))
    pane.apply_changes(urgent(source, "new2"))
    assert pane.view.rowViewportPosition(pane.model.row_of(top)) == before
    assert pane.news.isVisible()
    assert pane.news.label() == "2 tin mới ↑"
    pane.news.click()
    assert bar.value() == 0
    assert not pane.news.isVisible()


def test_no_pill_at_the_top(pane, source):
    pane.apply_changes(urgent(source))
    assert not pane.news.isVisible()
    assert pane.model.row_of("new") == 1


def test_a_changed_case_of_another_view_stays_out(pane, source):
    pane.show_filter(QueueFilter(categories=("TTHC",)))
    assert pane.model.case_count() == 2
    pane.apply_changes(ChangeSet(frozenset({"c82"}), inbound=frozenset({"c82"})))
    assert pane.model.row_of("c82") == -1


def test_menu_acts_on_the_case_it_was_opened_for(pane, source):
    asked = []
    pane.act_wanted.connect(lambda act, case_id: asked.append((act, case_id)))
    menu = pane.make_menu("c71")
    source.drop("c71")
    pane.apply_changes(ChangeSet(frozenset({"c71"})))
    menu.actions()[0].trigger()
    assert asked == [("claim", "c71")]
    menu.deleteLater()


# -- head ---------------------------------------------------------------------------------------------------------


def test_pills_filter_by_family(pane):
    asked = []
    pane.filter_changed.connect(asked.append)
    pane.header.pills["TT"].click()
    assert asked == [QueueFilter(categories=family_codes("TT"))]
    assert pane.header.count.text() == "2"
    pane.header.pills[""].click()
    assert pane.header.count.text() == str(len(ROWS))


def test_category_menu_toggles_one_code(pane):
    menu = pane.header.make_menu()
    entry = next(act for act in menu.actions() if act.text() == "Tố giác, tin báo")
    entry.trigger()
    assert pane.wanted.categories == ("TO_GIAC",)
    menu.deleteLater()


def test_unit_filter_is_shown_and_taken_away(pane):
    pane.show_filter(QueueFilter(unit="PC08"))
    assert pane.header.narrowed.isVisible()
    pane.header.narrowed.click()
    assert pane.wanted == QueueFilter()


def test_order_is_explained_in_one_line(pane):
    assert "tin cũ hơn đứng trước" in pane.header.order.toolTip()


def test_density(pane):
    menu = pane.header.make_menu()
    next(act for act in menu.actions() if act.text() == "Dòng gọn").trigger()
    menu.deleteLater()
    row = pane.model.row_of("c82")
    assert pane.view.rowHeight(row) == size("rowCompact")
    assert pane.view.rowHeight(0) == size("queueGroup")


def test_heights_follow_the_scale(pane, themed):
    apply_theme(themed, "dark", 1.5)
    assert pane.view.rowHeight(1) == size("rowComfort") == 123
    assert pane.view.rowHeight(0) == 42


def test_header_rows_keep_their_height_through_changes(pane, source):
    pane.apply_changes(urgent(source))
    source.put(Group.OLDER, 1, replace(EMPTY, case_id="old"))
    source.drop("c71")
    source.drop("c66")
    pane.apply_changes(ChangeSet(frozenset({"old", "c71", "c66"})))
    assert_heights(pane)


def assert_heights(pane):
    for row in range(pane.model.rowCount()):
        wanted = size("rowComfort") if pane.model.case_at(row) else size("queueGroup")
        assert pane.view.rowHeight(row) == wanted, row


def test_no_row_keeps_the_height_of_a_header_that_stood_there_before_the_list_was_filtered(pane, source):
    many(source)
    everything = source.queue_index(QueueFilter())
    for group in Group:
        pane.model.set_places([place for place in everything if place.group != group])
        assert_heights(pane)
        pane.model.set_places(everything)
        assert_heights(pane)


# -- empty --------------------------------------------------------------------------------------------------------


@pytest.fixture
def bare(themed, qtbot, clock):
    pane = QueuePane(ListSource([]), clock)
    qtbot.addWidget(pane)
    pane.resize(416, 600)
    pane.show_filter(QueueFilter())
    pane.show()
    return pane


def test_empty_is_claimed_only_with_proof(bare):
    assert bare.empty.title.text() == "Không thấy tin nào"
    assert "Chưa đọc được hộp thư Zalo lần nào" in bare.empty.text.text()
    bare.set_proof(NOW)
    assert bare.empty.title.text() == "Không còn tin mới"
    assert bare.empty.text.text() == "Đã đồng bộ 14:39:45 · không có tin chờ"


@pytest.mark.parametrize(
    ("age", "tone"),
    [
        (-3600, "red"),
        (-5, "green"),
        (55, "green"),
        (56, "orange"),
        (180, "orange"),
        (181, "red"),
        (86_400, "red"),
    ],
)
def test_proof_ages(bare, clock, age, tone):
    bare.set_proof(NOW - age * 1000)
    assert bare.empty._disc.tone == tone
    assert ("không có tin chờ" in bare.empty.text.text()) == (tone == "green")


def test_pane_itself_turns_and_tells_the_alarm(bare, clock):
    told = []
    bare.proof_changed.connect(told.append)
    bare.set_proof(NOW)
    for _ in range(2):
        clock.advance(bare._proof_ends.interval())
        bare._proof_ends.timeout.emit()
    assert told == ["green", "orange", "red"]
    assert bare._ground.grab().toImage().pixelColor(5, 5) == color("redSubtle")


def test_proof_is_looked_at_again_when_it_ends(bare, clock):
    bare.set_proof(NOW - 10_000)
    assert bare._proof_ends.isActive()
    assert 45_000 <= bare._proof_ends.interval() <= 45_002
    clock.advance(46_000)
    bare._proof_ends.timeout.emit()
    assert bare.empty.title.text() == "Không thấy tin nào"


def test_a_full_list_also_says_that_it_is_stale(pane, clock):
    assert not pane.strip.isVisible()
    clock.advance(2 * MINUTE)
    pane.tick()
    assert pane.strip.isVisible()
    assert "tin đến sau đó chưa hiện" in pane.strip.label.text()


def test_narrowed_empty_offers_to_widen(pane):
    pane.show_filter(QueueFilter(unit="nowhere"))
    assert pane.widen.isVisible()
    assert pane.empty.title.text() == "Không có hồ sơ nào trong mục Tất cả đang mở"
    pane.widen.click()
    assert pane.model.case_count() == len(ROWS)


def test_views_have_names(pane):
    for view in View:
        pane.show_filter(QueueFilter(view))
        assert pane.header.title.text()


# -- speed --------------------------------------------------------------------------------------------------------


def test_hundred_thousand_cases_on_the_screen(themed, qtbot, clock):
    """A generous bound for a busy machine; the bench measures properly."""
    source = ListSource([])
    source.queue_index = lambda _wanted: [
        Place(Group(min(4, n // 30_000)), n, f"c{n:06d}") for n in range(100_000)
    ]
    source.queue_rows = lambda ids: [replace(ROWS[0][1], case_id=case_id) for case_id in ids]
    pane = QueuePane(source, clock)
    qtbot.addWidget(pane)
    pane.resize(416, 900)
    pane.show()
    with spending() as spent:
        pane.show_filter(QueueFilter(View.DONE))
        pane.grab()
    assert spent.seconds < 2.0
    with spending() as spent:
        for _ in range(20):
            pane.step(1)
            pane.view.viewport().grab()
    assert spent.seconds < 2.0


# -- typed filter -------------------------------------------------------------------------------------------------


def type_filter(pane, text):
    pane.strip_filter.start()
    pane.strip_filter.field.setText("")
    QTest.keyClicks(pane.strip_filter.field, text)
    pane.strip_filter.apply()


def test_a_typed_filter_is_understood_while_it_is_typed_and_waits_a_moment(pane):
    pane.strip_filter.start()
    QTest.keyClicks(pane.strip_filter.field, "loai:to giac chua:tra loi")
    assert pane.wanted.terms == ()
    assert pane.strip_filter._wait.isActive()
    pane.strip_filter.apply()
    assert [term.negated for term in pane.wanted.terms] == [False, True]
    assert pane.wanted.typed == "loai:to giac chua:tra loi"


def test_half_a_sentence_filters_nothing_and_says_what_is_missing(pane):
    type_filter(pane, "loai:to giac")
    kept = pane.wanted
    type_filter(pane, "loai:to giac the:")
    assert pane.wanted == kept
    assert "Thiếu giá trị sau «thẻ:»" in pane.strip_filter.trouble.text()
    assert not pane.strip_filter.keep.isEnabled()


def test_escape_puts_the_filter_away_and_goes_to_the_list(pane):
    type_filter(pane, "chua:doc")
    QTest.keyClick(pane.strip_filter.field, Qt.Key.Key_Escape)
    assert pane.wanted == QueueFilter()
    assert not pane.strip_filter.isVisible()
    assert pane.view.hasFocus()


def test_enter_goes_to_the_list_and_the_filter_stays_shown(pane):
    type_filter(pane, "chua:doc")
    QTest.keyClick(pane.strip_filter.field, Qt.Key.Key_Return)
    assert pane.view.hasFocus()
    assert pane.strip_filter.isVisible()
    assert pane.strip_filter.field.text() == "chua:doc"


def test_a_pill_keeps_what_is_typed(pane):
    type_filter(pane, "chua:doc")
    pane.header.pills["TT"].click()
    assert pane.wanted.typed == "chua:doc"
    assert pane.wanted.categories == family_codes("TT")


# -- marks --------------------------------------------------------------------------------------------------------


def test_marks_by_key_follow_the_case_and_not_the_row(pane, source):
    press(pane, Qt.Key.Key_Down)
    pane.toggle_mark()
    press(pane, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    marked = pane.marks.ids()
    assert marked[0] == "c82"
    assert len(marked) == 3
    hands_off(pane)
    pane.apply_changes(urgent(source))
    assert pane.marks.ids() == marked
    assert pane.bulk.isVisible()
    assert pane.bulk.count.text() == "Đã chọn 3"


def test_everything_is_marked_and_unmarked(pane):
    press(pane, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(pane.marks) == len(ROWS)
    pane.bulk.clear.click()
    assert len(pane.marks) == 0
    assert not pane.bulk.isVisible()


def test_a_marked_case_that_leaves_the_list_is_not_acted_on(pane, source):
    press(pane, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands_off(pane)
    source.drop("c71")
    pane.apply_changes(ChangeSet(frozenset({"c71"})))
    assert "c71" not in pane.marks
    assert len(pane.marks) == len(ROWS) - 1


def test_a_click_with_ctrl_marks_without_opening(pane):
    seen = opened(pane)
    row = pane.model.row_of("c71")
    place = QPoint(100, pane.view.rowViewportPosition(row) + 20)
    QTest.mouseClick(
        pane.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place
    )
    assert pane.marks.ids() == ("c71",)
    assert seen == []


def test_a_marked_row_looks_marked(pane):
    before = pane.view.viewport().grab().toImage()
    row = pane.model.row_of("c71")
    place = QPoint(size("rowTile") + 3, pane.view.rowViewportPosition(row) + 24)
    pane.marks.toggle("c71")
    after = pane.view.viewport().grab().toImage()
    assert after.pixelColor(place) == color("accent")
    assert before.pixelColor(place) != color("accent")
