"""An officer's hold on a case: kept up while he works on it, told before it ends, told when somebody else changed it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from console.actions.claims import LEASE_MS, take_over
from console.actions.desk import Desk
from console.actions.handing_over import hand_over
from console.app.officers import save_officer
from console.cache.presence_query import presences
from console.cache.views import PresenceKind
from console.domain.clock import MINUTE_MS
from console.domain.officer import Officer, Role
from console.runtime.resources import load_reply_policy

CTRL = Qt.KeyboardModifier.ControlModifier
TUAN = Officer("tuan", "Mông Văn Tuấn", "TB-CAT", (Role.PROVINCE_DUTY, Role.COMMANDER), "Thượng úy")


@pytest.fixture
def held(console):
    """A case the officer holds; nobody has answered the citizen."""
    save_officer(console.workspace, TUAN)
    console.says("an", "xe đậu chắn lối đi ở ngõ 3")
    console.key(Qt.Key.Key_F8)
    console.controller.holding._worked = None
    return console


@pytest.fixture
def other(held):
    """What a colleague acts with at another desk."""
    workspace = held.workspace
    return Desk(workspace.store, TUAN, workspace.rules, load_reply_policy())


def pass_time(console, ms):
    """Let time pass as the window sees it, second by second where it matters."""
    console.clock.advance(ms)
    console.controller.holding.second()
    console.settle()


def toasts(console, word="giữ"):
    return [card for card in console.window.toasts.cards if word in card.toast.title]


def work(console):
    """Press a key that changes nothing, in front of the open case."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(
            console.window.windowHandle(), QKeyEvent(kind, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
        )


def test_the_holder_is_warned_two_minutes_before_and_keeps_the_case_with_one_press(held):
    number, until = held.case().number, held.case().lease_until
    left = until - held.clock.now_ms()
    pass_time(held, left - 2 * MINUTE_MS - 1)
    assert toasts(held) == []
    pass_time(held, 1)
    (card,) = toasts(held)
    assert card.toast.title == f"Sắp hết giờ giữ {number}"
    pass_time(held, 1_000)
    assert toasts(held) == [card], "once"
    card.buttons[0].click()
    held.settle()
    assert held.case().lease_until == held.clock.now_ms() + LEASE_MS
    pass_time(held, 1_000)
    assert toasts(held) == []


def test_after_its_end_the_warning_goes(held):
    pass_time(held, held.case().lease_until - held.clock.now_ms() - MINUTE_MS)
    assert len(toasts(held)) == 1
    pass_time(held, MINUTE_MS)
    assert toasts(held) == []


def test_an_urgent_case_is_warned_of_with_a_sound_and_another_without(held):
    log = held.controller.alarms.log
    pass_time(held, held.case().lease_until - held.clock.now_ms() - MINUTE_MS)
    assert "Sắp hết giờ giữ hồ sơ khẩn" not in [one.words for one in log]
    toasts(held)[0].buttons[0].click()
    held.settle()
    held.key(Qt.Key.Key_1, CTRL)
    held.controller.holding._worked = None
    pass_time(held, held.case().lease_until - held.clock.now_ms() - MINUTE_MS)
    assert "Sắp hết giờ giữ hồ sơ khẩn" in [one.words for one in log]


def test_whoever_works_on_the_open_case_keeps_it_and_whoever_is_away_does_not(held):
    until = held.case().lease_until
    pass_time(held, 4 * MINUTE_MS)
    assert held.case().lease_until == until, "nobody has touched anything"
    work(held)
    pass_time(held, 1_000)
    assert held.case().lease_until == held.clock.now_ms() + LEASE_MS
    renewed = held.case().lease_until
    work(held)
    pass_time(held, MINUTE_MS)
    assert held.case().lease_until == renewed, "written down at most every three minutes"
    pass_time(held, 3 * MINUTE_MS)
    assert held.case().lease_until == renewed, "the last key was long ago"


def test_reading_is_not_told_to_other_desks_as_writing(held, other):
    pass_time(held, 4 * MINUTE_MS)
    work(held)
    pass_time(held, 1_000)
    with held.workspace.store.read() as connection:
        found = presences(connection, officer="tuan", now_ms=held.clock.now_ms())
    assert {one.kind for who in found.values() for one in who} == {PresenceKind.VIEWING}


def test_who_takes_a_case_over_is_told_to_the_first_officer(held, other):
    case = held.case()
    take_over(other, case.case_id, "đồng chí Hạnh đi hiện trường")
    held.controller.holding.look()
    (card,) = toasts(held, "từ bạn")
    assert card.toast.title == f"Mông Văn Tuấn đã nhận {case.number} từ bạn"
    assert "hiện trường" not in card.toast.title + card.toast.detail
    held.controller.holding.look()
    assert len(toasts(held, "từ bạn")) == 1


def test_what_a_colleague_gives_is_told_and_what_one_does_oneself_is_not(held, other):
    case = held.case()
    take_over(other, case.case_id, "đổi ca")
    held.controller.holding.look()
    hand_over(other, case.case_id, "hanh", "đồng chí tiếp tục")
    held.controller.holding.look()
    (card,) = toasts(held, "cho bạn")
    assert card.toast.title == f"Mông Văn Tuấn giao {case.number} cho bạn"
    heard = len(held.controller.alarms.log)
    held.controller.open_case(case.case_id)
    held.settle()
    held.key(Qt.Key.Key_F2)
    held.key(Qt.Key.Key_F2)
    held.controller.holding.look()
    assert len(held.controller.alarms.log) == heard, "what one does oneself is no news"
