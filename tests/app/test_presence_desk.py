"""Who else is at a case, on the whole console: this window beats, the others' beats show at once, none of it is an event."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.actions import presence
from console.actions.desk import Desk
from console.cache.accounts import enter
from console.cache.views import PresenceKind
from console.domain.clock import MINUTE_MS
from console.runtime.resources import load_reply_policy
from console.ui.composer.tabs import ComposerMode
from console.ui.queue.faces import row_state
from tests.support import TUAN

SHIFT = Qt.KeyboardModifier.ShiftModifier


def rows(console):
    with console.workspace.store.read() as connection:
        found = connection.exec_driver_sql("SELECT officer, case_id, kind FROM presence").all()
        count = connection.exec_driver_sql("SELECT count(*) FROM event").scalar_one()
    return [tuple(row) for row in found], count


def open_one(console):
    console.says("an", "cho em hoi lam can cuoc")
    console.key(Qt.Key.Key_F8, SHIFT)
    return console.controller.room.case_id


def test_this_window_says_where_its_officer_is_and_when_he_writes(console):
    beat = console.controller.presence
    beat.soon.setInterval(3_600_000)  # it beats when the test says so
    case_id = open_one(console)
    me = console.officer.officer_id
    _, before = rows(console)
    assert beat.soon.isActive()
    beat.soon.timeout.emit()
    console.settle()
    assert rows(console) == ([(me, case_id, "viewing")], before)
    console.window.composer.writing.emit(case_id)
    console.settle()
    assert rows(console)[0] == [(me, case_id, "writing")]
    console.window.closing.emit()
    console.settle()
    assert rows(console)[0] == [(me, "", "viewing")]


def test_the_composer_tells_of_writing_by_itself(console):
    case_id = open_one(console)
    console.window.composer.start(ComposerMode.NOTE)
    told = []
    console.window.composer.writing.connect(told.append)
    QTest.keyClicks(console.app.focusWidget(), "da goi")
    console.window.composer.flush()
    assert told == [case_id]


def test_another_desk_shows_in_row_and_head_and_goes_by_the_clock(console):
    with console.workspace.store.write() as tx:
        enter(tx, TUAN)
    case_id = open_one(console)
    there = Desk(console.workspace.store, TUAN, console.workspace.rules, load_reply_policy())
    presence.be_at(there, case_id, PresenceKind.VIEWING)
    console.settle()
    header, model = console.window.conversation.header, console.window.queue.model
    assert header.viewers.text() == "Tuấn đang xem"
    presence.be_at(there, case_id, PresenceKind.WRITING)
    console.settle()
    assert header.viewers.text() == "Tuấn đang viết"
    (row,) = console.bench.queries.queue_rows([case_id])
    now = console.bench.clock.now_ms()
    assert ("pencil", "orangeText") in row_state(row, console.controller._names, now).marks
    assert case_id in model.case_ids()
    header.set_now(now + 2 * MINUTE_MS)
    assert header.viewers.text() == ""
    assert ("pencil", "orangeText") not in row_state(
        row, console.controller._names, now + 2 * MINUTE_MS
    ).marks
