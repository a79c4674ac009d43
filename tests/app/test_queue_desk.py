"""The queue of the whole console by keys: typed filters, kept views, acts on many with undo, counters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.cache.accounts import enter
from console.cache.views import QueueFilter, View
from console.domain import events as e
from console.ui.dialogs.bulk import BulkDialog
from tests.support import TUAN

NONE = Qt.KeyboardModifier.NoModifier
CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def three(console):
    for user in ("an", "binh", "chi"):
        console.says(user, f"cho em hoi lam can cuoc {user}")
    console.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    console.window.queue.view.setFocus()


def cases(console):
    queries = console.bench.queries
    return [queries.detail(place.case_id).case for place in queries.queue_index(QueueFilter())]


def test_many_are_claimed_by_keys_and_given_back_by_undo(console):
    three(console)
    console.key(Qt.Key.Key_Insert)
    console.key(Qt.Key.Key_Insert)
    assert len(console.window.queue.marks) == 2
    console.key(Qt.Key.Key_G, CTRL_ALT)
    dialog = console.app.activeModalWidget()
    assert isinstance(dialog, BulkDialog)
    console.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sorted(case.owner for case in cases(console)) == ["", "hanh", "hanh"]
    assert len(console.window.queue.marks) == 0
    (card,) = [c for c in console.window.toasts.cards if c.toast.topic == "bulk"]
    assert card.timer.interval() == 30_000
    assert card.timer.isActive()
    card.buttons[0].click()
    console.settle()
    assert [case.owner for case in cases(console)] == [""] * 3
    assert console.posts() == []


def test_many_are_given_to_a_colleague_by_keys_and_come_back(console):
    with console.workspace.store.write() as tx:
        enter(tx, TUAN)
    three(console)
    console.key(Qt.Key.Key_Insert)
    console.key(Qt.Key.Key_Insert)
    console.key(Qt.Key.Key_G, CTRL_ALT)
    dialog = console.app.activeModalWidget()
    dialog.pills["assign"].setFocus()
    console.key(Qt.Key.Key_Space)
    console.type("le anh tuan")
    console.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sorted(case.owner for case in cases(console)) == ["", "tuan", "tuan"]
    (card,) = [c for c in console.window.toasts.cards if c.toast.topic == "bulk"]
    card.buttons[0].click()
    console.settle()
    assert [case.owner for case in cases(console)] == [""] * 3
    assert console.posts() == []


def test_without_a_mark_the_key_says_how_to_mark(console):
    three(console)
    console.key(Qt.Key.Key_G, CTRL_ALT)
    assert console.app.activeModalWidget() is None
    assert any("Ins" in card.toast.title for card in console.window.toasts.cards)


def test_escape_unmarks_first(console):
    three(console)
    console.key(Qt.Key.Key_Insert)
    console.key(Qt.Key.Key_Escape)
    assert len(console.window.queue.marks) == 0


def test_a_filter_is_typed_kept_and_found_again_by_the_next_window(console):
    three(console)
    console.says("dung", "to giac nhom danh bac o sau cho xanh")
    console.key(Qt.Key.Key_F, CTRL_ALT)
    console.type("loai:to giac")
    console.window.queue.strip_filter.apply()
    assert console.window.queue.model.case_count() == 1
    console.window.queue.strip_filter.keep.click()
    console.settle()
    QTest.keyClicks(console.app.focusWidget(), "Tin bao moi")
    console.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dict(console.bench.settings.views) == {"Tin bao moi": "dang-mo loai:to giac"}
    console.window.queue.show_filter(QueueFilter(View.NEW))
    assert console.window.queue.model.case_count() == 4
    console.controller.views.show("Tin bao moi")
    assert console.window.queue.model.case_count() == 1
    assert console.window.queue.strip_filter.field.text() == "loai:to giac"
    console.controller.views.forget("Tin bao moi")
    assert dict(console.bench.settings.views) == {}


def test_a_kept_filter_that_is_understood_no_more_says_so(console):
    three(console)
    console.controller.views._store({"Cũ": "dang-mo loai:khong co"})
    console.controller.views.show("Cũ")
    assert console.window.queue.wanted.typed == ""
    assert any("Không có" in card.toast.detail for card in console.window.toasts.cards)


def test_counters_follow_within_a_second(console, qtbot):
    three(console)
    assert console.controller.pulse._counts_timer.interval() <= 1_000
    console.says("dung", "alo")
    qtbot.waitUntil(lambda: console.window.rail.views[View.NEW].count() == 4)


def test_a_deadline_that_passes_moves_case_and_counter_though_nothing_is_written(console):
    three(console)
    queue, queries = console.window.queue, console.bench.queries
    queue.view.hands.hold.stop()
    queue.view.hands.hold.timeout.emit()
    turn = queries.queue_turn(console.clock.now_ms())
    while not queries.counts().views[View.OVERDUE]:
        console.clock.advance(max(0, turn - console.clock.now_ms()))
        turn = queries.queue_turn(console.clock.now_ms())
    console.controller.pulse._tick()
    assert list(queue.model._places) == queries.queue_index(QueueFilter())
    timer = console.controller.pulse._counts_timer
    assert timer.isActive()
    timer.timeout.emit()
    assert console.window.rail.views[View.OVERDUE].count() == queries.counts().views[View.OVERDUE] > 0


def test_what_is_opened_from_elsewhere_stays_open_and_is_the_row_that_is_marked(console):
    """A row about to be opened by the arrow keys must not pull the officer back from a notice he has followed."""
    three(console)
    queue = console.window.queue
    last = console.bench.queries.queue_index(QueueFilter())[-1].case_id
    queue.view.step(-5)
    assert queue.view.rest.isActive()
    assert queue.chosen() != last
    console.controller.open_case(last)
    assert not queue.view.rest.isActive()
    console.settle()
    assert console.controller.room.case_id == last
    assert queue.chosen() == last
    assert queue.view.queue_model.case_at(queue.view.currentIndex().row()) == last


def test_a_key_pressed_before_the_chosen_row_is_open_acts_on_that_row(console):
    """The row is marked at once and opens a moment later; F2 in between must not release the case left (features F-07)."""
    for user in ("an", "binh"):
        console.says(user, f"cho em hoi lam can cuoc {user}")
    console.key(Qt.Key.Key_F8)
    first = console.case().case_id
    ctrl = Qt.KeyboardModifier.ControlModifier
    down = (
        Qt.Key.Key_Down
        if console.bench.queries.queue_index(QueueFilter())[0].case_id == first
        else Qt.Key.Key_Up
    )
    for key, modifiers in (
        (down, ctrl),
        (Qt.Key.Key_F2, NONE),
        (Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier),
    ):
        QTest.keyClick(
            console.app.focusWidget(), key, modifiers
        )  # without a pause, as a hand that knows the keys
    second = console.window.queue.chosen()
    assert second != first == console.controller.room.case_id
    console.settle()
    assert console.case().case_id == second
    queries = console.bench.queries
    assert queries.detail(first).case.owner == "hanh"
    taken = queries.detail(second).case
    assert (taken.owner, taken.category) == ("hanh", "TTHC")
    assert queries.detail(first).case.category == ""


@pytest.mark.parametrize("free", [True, False])
def test_a_row_chosen_just_before_f8_does_not_come_back_over_the_case_it_takes(console, free):
    for user in ("an", "binh"):
        console.says(user, f"cho em hoi lam can cuoc {user}")
    console.key(Qt.Key.Key_F8)
    first = console.case().case_id
    if not free:
        console.key(Qt.Key.Key_F8)
    (other,) = [p.case_id for p in console.bench.queries.queue_index(QueueFilter()) if p.case_id != first]
    view = console.window.queue.view
    console.controller.entering.open_case(other)
    console.settle()
    console.window.queue.choose(first)
    QTest.keyClick(console.app.focusWidget(), Qt.Key.Key_F8)
    if view.rest.isActive():
        view.rest.timeout.emit()  # the row's moment of rest ends while the claim is under way
    console.settle()
    assert console.controller.room.case_id == console.window.queue.chosen() == (other if free else first)
    assert not view.rest.isActive()


def test_what_was_asked_of_a_row_that_cannot_be_opened_is_done_to_no_case(console):
    for user in ("an", "binh"):
        console.says(user, f"cho em hoi lam can cuoc {user}")
    console.key(Qt.Key.Key_F8)
    first = console.case().case_id
    (other,) = [p.case_id for p in console.bench.queries.queue_index(QueueFilter()) if p.case_id != first]
    console.window.queue.choose(other)
    with console.workspace.store.write() as tx:
        tx.add(other, e.ConflictMarked((), ("hanh",), "nêu tên"), actor="long", unit="TB-CAT")
    QTest.keyClick(console.app.focusWidget(), Qt.Key.Key_F2)
    console.settle()
    assert console.bench.queries.detail(first).case.owner == "hanh", "not released"
