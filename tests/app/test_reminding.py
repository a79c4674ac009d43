"""What an officer put off comes back at its time: heard, at the head, with its reason, until he says that it is done."""

import pytest
from PySide6.QtCore import Qt

from console.actions.snoozing import snooze
from console.cache.views import Group, QueueFilter, View
from console.domain.alarm import Level
from console.domain.clock import HOUR_MS, MINUTE_MS
from console.ui.queue.faces import row_state
from console.ui.queue.words import row_sentence

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
REASON = "gọi lại cho người báo tin"


def raise_(error):
    raise error


@pytest.fixture
def asleep(console):
    """A case the officer holds and put off for an hour; another one came in meanwhile."""
    console.says("an", "xe đậu chắn lối đi ở ngõ 3")
    console.key(Qt.Key.Key_F8)
    case_id = console.case().case_id
    until = console.clock.now_ms() + HOUR_MS
    console.bench.act(lambda desk: snooze(desk, case_id, until, REASON), lambda _done: None, raise_)
    console.settle()
    console.says("binh", "làm căn cước cần giấy tờ gì")
    for _ in range(2):
        tick(console, 4_000)  # until what is new has been heard
    return console


def tick(console, ms):
    """Let time pass as the timers of the window see it."""
    console.pass_time(ms)
    console.controller.pulse._tick()
    console.controller.pulse._show_counts()
    console.settle()


def toasts(console):
    return [card.toast.title for card in console.window.toasts.cards if card.toast.icon == "alarm-clock"]


def test_its_time_is_heard_once_shown_at_the_head_and_says_why(asleep):
    number, alarms = asleep.case().number, asleep.controller.alarms
    tick(asleep, 30 * MINUTE_MS)
    assert toasts(asleep) == [] and "Đến giờ nhắc lại" not in [one.words for one in alarms.log]
    assert [mark.code for mark in asleep.window.conversation.marks.marks] == ["asleep"]
    tick(asleep, 31 * MINUTE_MS)
    assert toasts(asleep) == [f"Đến giờ nhắc lại {number}"]
    assert [one.words for one in alarms.log].count("Đến giờ nhắc lại") == 1
    places = asleep.bench.queries.queue_index(QueueFilter(View.ALL_OPEN))
    (place,) = [one for one in places if one.case_id == asleep.case().case_id]
    assert place.group in (Group.LATE, Group.SOON), "its own deadline may have passed as well"
    (mark,) = asleep.window.conversation.marks.marks
    assert mark.code == "reminder" and mark.words.startswith(REASON) and "Ctrl Alt H" in mark.words
    tick(asleep, MINUTE_MS)
    assert [one.words for one in alarms.log].count("Đến giờ nhắc lại") == 1, "once"


def test_the_row_says_so_and_its_reason_stays_in_the_case(asleep):
    tick(asleep, 61 * MINUTE_MS)
    model, now = asleep.window.queue.model, asleep.clock.now_ms()
    (row,) = asleep.bench.queries.queue_rows([asleep.case().case_id])
    state = row_state(row, model.names, now)
    assert state.follow is not None and "Đến giờ nhắc" in state.follow.text
    assert ("alarm-clock", "orangeText") in state.marks
    sentence = row_sentence(row, model.names, now)
    assert "Đến giờ nhắc lại" in sentence and REASON not in sentence
    assert not any(REASON in card.toast.title + card.toast.detail for card in asleep.window.toasts.cards)


def test_one_key_says_that_it_is_done(asleep):
    tick(asleep, 61 * MINUTE_MS)
    asleep.key(Qt.Key.Key_H, CTRL | ALT)
    assert asleep.case().snooze_until == 0
    tick(asleep, 1_000)
    assert not [title for title in toasts(asleep) if title.startswith("Đến giờ")]
    assert asleep.window.conversation.marks.marks == ()
    asleep.key(Qt.Key.Key_H, CTRL | ALT)
    assert any("không có hẹn nhắc lại" in title for title in toasts(asleep))


def test_it_can_be_put_off_a_little_for_the_same_reason_and_comes_back(asleep):
    tick(asleep, 61 * MINUTE_MS)
    (card,) = [c for c in asleep.window.toasts.cards if c.toast.title.startswith("Đến giờ")]
    card.buttons[1].click()
    asleep.settle()
    case = asleep.case()
    assert case.snooze_until == asleep.clock.now_ms() + 15 * MINUTE_MS and case.snooze_reason == REASON
    tick(asleep, 1_000)
    assert not [title for title in toasts(asleep) if title.startswith("Đến giờ")]
    tick(asleep, 16 * MINUTE_MS)
    assert [title for title in toasts(asleep) if title.startswith("Đến giờ")]


def test_many_at_once_are_one_toast_and_one_sound(asleep):
    until = asleep.clock.now_ms() + HOUR_MS
    for user in ("chi", "dung", "em"):
        asleep.says(user, f"cho em hỏi thủ tục {user}")
        asleep.key(Qt.Key.Key_F8)
        case_id = asleep.case().case_id
        asleep.bench.act(lambda desk, c=case_id: snooze(desk, c, until, REASON), lambda _done: None, raise_)
        asleep.settle()
    heard = len(asleep.controller.alarms.log)
    tick(asleep, 62 * MINUTE_MS)
    assert toasts(asleep) == ["4 hồ sơ đến giờ nhắc lại"]
    words = [one.words for one in asleep.controller.alarms.log][heard:]
    assert words.count("Đến giờ nhắc lại") == 1


def test_it_sounds_as_loud_as_a_new_report(asleep):
    played = []

    class Sounds:
        def play(self, level, _volume):
            played.append(level)

        def stop(self):
            pass

    asleep.controller.alarms._sounds = Sounds()
    tick(asleep, 61 * MINUTE_MS)
    assert Level.NOTICE in played
