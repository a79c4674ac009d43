"""The window says what it knows, by the clock: proof of an empty queue, the red bar, the sound, the alarm (B-11, I11, N-01)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider

from console.cache.views import QueueFilter
from console.domain.alarm import Level
from console.runtime.duty import Duty, check_workers
from console.runtime.parts import STALL_S, WATCH_S, PartBoard
from console.runtime.settings import load_settings
from console.ui.desk.alarms import RED_AGAIN_S, Alarms
from console.ui.frame.banner_words import banner_state
from tests.app.test_desk import URGENT


class Sounds:
    """Notes what is played."""

    def __init__(self):
        self.played, self.stopped = [], 0

    def play(self, level, volume):
        self.played.append((int(level), volume))

    def stop(self):
        self.stopped += 1


@pytest.fixture
def alarms(console):
    """The desk's alarms with a player that can be asked."""
    made = Alarms(console.window, console.bench, Sounds())
    console.controller.pulse._alarms = made
    return made


def later(console, seconds):
    """Let nothing happen for so long, second by second as the window looks."""
    for _ in range(seconds):
        console.clock.advance(1_000)
        console.controller.refresh_health()
    # Zalo's clock went the same way: a difference would be told, too.
    console.simulator.control("clock", advance_ms=1_000 * seconds)


def test_without_reads_pane_and_bar_turn_in_time_and_the_sound_comes_at_three_minutes(console, alarms):
    console.walk()
    queue, banner = console.window.queue, console.window.banner
    queue.show_filter(QueueFilter())
    later(console, 50)
    assert (queue._tone, banner.state()) == ("green", None)
    assert "Đã đồng bộ" in queue.empty.text.text()
    later(console, 9)
    assert (queue._tone, banner.state().tone) == ("orange", "red")
    assert "không có tin chờ" not in queue.empty.text.text()
    assert alarms._sounds.played == []
    later(console, 116)
    assert (queue._tone, alarms._sounds.played) == ("orange", [])
    later(console, 10)
    assert queue._tone == "red"
    assert len(alarms._sounds.played) == 1
    later(console, int(RED_AGAIN_S) + 1)
    assert len(alarms._sounds.played) == 2
    console.walk()
    assert (queue._tone, banner.state()) == ("green", None)
    later(console, 5)
    assert len(alarms._sounds.played) == 2


def test_a_start_after_a_night_off_waits_for_the_first_read_before_it_sounds(console, alarms):
    console.walk()
    console.clock.advance(8 * 3_600_000)
    later(console, 20)
    assert console.window.banner.state().tone == "red"
    assert alarms._sounds.played == []
    later(console, 15)
    assert len(alarms._sounds.played) == 1


def test_an_urgent_case_rings_until_it_is_claimed_not_until_it_is_looked_at(console, alarms):
    console.says("binh", URGENT)
    alarms.look()
    later(console, 65)
    levels = [level for level, _ in alarms._sounds.played]
    assert levels[0] == 3
    assert len(levels) >= 3
    assert levels[-1] == 4
    console.controller.entering.peek_next()
    console.settle()
    alarms.look()
    heard = len(alarms._sounds.played)
    later(console, 25)
    assert len(alarms._sounds.played) > heard
    console.key(Qt.Key.Key_F8)
    alarms.look()
    assert alarms._sounds.stopped == 1
    heard = len(alarms._sounds.played)
    # The line is read meanwhile, so that nothing else rings.
    for _ in range(4):
        console.walk()
        later(console, 20)
    assert len(alarms._sounds.played) == heard


def test_the_chosen_volume_counts_at_once_and_an_urgent_case_never_falls_below_its_floor(console, alarms):
    console.controller.looks.show_settings()
    console.settle()
    dialog = console.app.activeModalWidget()
    slider = dialog.controls["alarm_volume"].findChild(QSlider)
    slider.setFocus()
    console.key(Qt.Key.Key_Home)
    console.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert load_settings(console.workspace.profile.settings).alarm_volume == 0
    console.says("an", "cho em hoi lam can cuoc can giay to gi")
    alarms.look()
    later(console, 1)
    assert alarms._sounds.played == [(Level.SOFT, 0.0)]
    console.says("binh", "cuu voi, no dang cam dao duoi danh nguoi o cho xanh")
    alarms.look()
    later(console, 4)
    assert alarms._sounds.played[1:] == [(Level.URGENT, 0.4)]


def test_the_self_test_names_what_its_other_button_does_and_an_unheard_bell_stays_in_sight(console, alarms):
    alarms.open_check()
    dialog = console.app.activeModalWidget()
    assert dialog.cancel.label() == "Không nghe thấy"
    dialog.cancel.click()
    console.settle()
    assert alarms.heard is False
    assert [card.toast.title for card in console.window.toasts.cards] == ["Chuông báo không nghe được"]


def test_catching_up_is_said_and_is_no_emptiness(console):
    console.walk()
    health = console.bench.queries.health()
    from dataclasses import replace

    now = console.clock.now_ms()
    state = banner_state(replace(health, catching_up=True, linked_at=0, attempted_at=now), now)
    assert (state.tone, "Đang đọc bù" in state.title) == ("orange", True)


def test_a_dead_worker_is_restarted_and_a_stalled_one_is_red_within_a_minute():
    seconds = [0.0]
    board = PartBoard(lambda: seconds[0])
    duty = Duty("gateway-walk", lambda: 5.0, lambda: seconds[0], lambda _name, _error: None)
    (alarm,) = check_workers([duty], STALL_S)
    assert alarm.restarted
    assert duty.is_alive()
    assert duty.stop(60.0)

    class Stuck:
        name = "gateway-walk"
        overdue_s = 0.0

        def is_alive(self):
            return True

        def restart(self):
            return False

    stuck = Stuck()
    red_at = None
    while red_at is None and seconds[0] < 120:
        seconds[0] += WATCH_S
        stuck.overdue_s = seconds[0]
        board.checked(check_workers([stuck], STALL_S))
        if any(part.silent_s for part in board.states()):
            red_at = seconds[0]
    assert red_at is not None and red_at + 1 <= 60
