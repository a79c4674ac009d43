"""Behind the lock: what the desk rings for rings there too, somebody is asked whether he is awake, and who comes back is told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.cache.duty_notices import duty_notices
from console.cache.intake import InboundRow
from console.domain import events as e
from console.domain.alarm import Level
from console.domain.clock import HOUR_MS, MINUTE_MS
from console.domain.handover import AWAKE_EVERY_S, AWAKE_WAIT_S
from console.domain.message import Direction, Message, MessageType
from tests.app.pin_rig import PIN
from tests.app.test_locking import CANARY, desk, everything, lock, pinned, rig

__all__ = ["desk", "pinned", "rig"]


@pytest.fixture
def screen(desk, qtbot):
    """The lock over a desk whose only case its officer holds, after the first look behind it."""
    shown = lock(desk, qtbot)
    qtbot.waitUntil(lambda: "hồ sơ" in shown.counts.title.text())
    desk.played.levels.clear()
    return shown


def write(desk, *bodies, actor="tuan"):
    """Let another desk write about the only case."""

    def work():
        workspace = desk.workspace
        with workspace.store.read() as connection:
            case_id = connection.exec_driver_sql("SELECT case_id FROM case_file").scalar_one()
        with workspace.store.write() as tx:
            tx.add(case_id, *bodies, actor=actor, unit="TB-TPCB")

    desk.store_runner.call(work)


def second(desk, qtbot):
    """Let the lock look once, and wait until it has seen what is there."""
    desk.locking.second()
    qtbot.waitUntil(lambda: not desk.locking._looking)


def transfer_to(desk, unit):
    now = desk.rig.clock.now_ms()
    return e.CaseTransferred("t1", unit, "địa bàn", now + 5 * MINUTE_MS)


def test_an_urgent_case_that_is_handed_to_a_locked_desk_rings_and_is_counted(desk, screen, qtbot):
    write(desk, e.PriorityChanged("P1"))
    second(desk, qtbot)
    assert desk.played.levels == [], "its officer holds it"
    write(desk, transfer_to(desk, "TB-CAT"))
    desk.rig.clock.advance(20_000)
    second(desk, qtbot)
    assert desk.played.levels == [Level.URGENT]
    assert screen.counts.title.text() == "1 tin khẩn cấp đang chờ"
    assert CANARY not in everything(desk.locking.shell)
    desk.rig.clock.advance(21_000)
    second(desk, qtbot)
    assert desk.played.levels == [Level.URGENT] * 2, "until somebody takes it"


def test_an_urgent_case_whose_holder_left_his_locked_desk_for_ten_minutes_rings(desk, screen, qtbot):
    write(desk, e.PriorityChanged("P1"))
    second(desk, qtbot)
    desk.rig.clock.advance(11 * MINUTE_MS)
    second(desk, qtbot)
    assert [level >= Level.URGENT for level in desk.played.levels] == [True]
    assert "khẩn cấp" in screen.counts.title.text()


def test_a_cry_for_help_in_a_case_somebody_holds_rings_behind_the_lock(desk, screen, qtbot):
    write(desk, e.PriorityChanged("P3"), actor="hanh")
    second(desk, qtbot)
    now = desk.rig.clock.now_ms()
    text = "cuu voi, no dang cam dao duoi danh nguoi o cho xanh"
    cry = Message("m-2", Direction.INBOUND, MessageType.TEXT, text, now)

    def take_in():
        with desk.workspace.store.write() as tx:
            desk.workspace.intake.take_in(tx, [InboundRow(cry, "u1", "")])

    desk.store_runner.call(take_in)
    desk.rig.clock.advance(20_000)
    second(desk, qtbot)
    assert desk.played.levels == [Level.URGENT]
    assert screen.counts.title.text() == "1 tin khẩn cấp đang chờ"


def test_what_a_unit_gave_back_meanwhile_rings_once_and_is_told_when_its_officer_comes_back(
    desk, screen, qtbot
):
    write(desk, transfer_to(desk, "TB-TPCB"), actor="hanh")
    second(desk, qtbot)
    write(desk, e.TransferReturned("t1", "Không thuộc địa bàn", "KHONG_DIA_BAN"))
    desk.rig.clock.advance(20_000)
    second(desk, qtbot)
    second(desk, qtbot)
    assert desk.played.levels == [Level.NOTICE]
    screen.tried.emit(PIN)
    qtbot.waitUntil(lambda: desk.locking.seat is not None)
    assert [card.toast.title for card in desk.window.toasts.cards if "bị trả lại" in card.toast.title]


def test_what_was_put_off_until_now_rings_behind_the_lock_and_stands_in_its_numbers(desk, screen, qtbot):
    now = desk.rig.clock.now_ms()
    write(desk, e.CaseSnoozed(now + HOUR_MS, CANARY), e.LeaseRenewed(now + 3 * HOUR_MS), actor="hanh")
    desk.rig.clock.advance(HOUR_MS - 30_000)
    second(desk, qtbot)
    desk.played.levels.clear()  # of the line, which is silent here and reminds of it once a minute
    desk.rig.clock.advance(29_000)
    second(desk, qtbot)
    assert desk.played.levels == []
    desk.rig.clock.advance(1_000)
    second(desk, qtbot)
    second(desk, qtbot)
    assert desk.played.levels == [Level.NOTICE]
    assert screen.counts.title.text().endswith(", 1 đến giờ nhắc lại")
    assert CANARY not in everything(desk.locking.shell)
    screen.tried.emit(PIN)
    qtbot.waitUntil(lambda: desk.locking.seat is not None)
    assert [c for c in desk.window.toasts.cards if c.toast.title.startswith("Đến giờ nhắc lại")]


def test_a_reply_that_zalo_refused_meanwhile_is_told_when_its_officer_comes_back(desk, qtbot):
    write(desk, e.ReplyQueued("r1", "Đã nhận tin"), actor="hanh")
    qtbot.waitUntil(lambda: "r1" in desk.controller.fates.states)
    screen = lock(desk, qtbot)
    now = desk.rig.clock.now_ms()
    write(
        desk,
        e.ReplyPermitted("r1", now),
        e.ReplyRejected("r1", -213, "Công dân đã bỏ quan tâm"),
        actor="system",
    )
    screen.tried.emit(PIN)
    qtbot.waitUntil(lambda: desk.locking.seat is not None)
    assert [c.toast.title for c in desk.window.toasts.cards if c.toast.tone == "red"] == [
        "Zalo từ chối tin gửi"
    ]


# -- awake ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def night(desk, screen):
    """The same lock over a running shift; two hours later it is night."""
    end = desk.rig.clock.now_ms() + 10 * HOUR_MS

    def work():
        with desk.workspace.store.write() as tx:
            opened = e.ShiftOpened("TB-CAT", ("hanh",), end, ())
            tx.add("@shift/ca-cat", opened, actor="hanh", unit="TB-CAT")

    desk.store_runner.call(work)
    return screen


def ask(desk, times=0):
    """Let two hours of night pass, and the answer fail to come so often."""
    desk.rig.clock.advance(round(AWAKE_EVERY_S * 1000))
    desk.locking.second()
    for _ in range(times):
        desk.rig.clock.advance(round(AWAKE_WAIT_S * 1000))
        desk.locking.second()


def notices(desk):
    def work():
        with desk.workspace.store.read() as connection:
            return [one.kind for one in duty_notices(connection, "TB-CAT", province=True)]

    return desk.store_runner.call(work)


def test_a_locked_desk_is_asked_at_night_and_any_key_is_an_answer(desk, night):
    assert not night.awake.isVisible()
    ask(desk)
    assert night.awake.title.text() == "Còn thức?" and night.awake.isVisible()
    assert desk.played.levels == [], "the first question makes no sound"
    QTest.keyClick(night.ask.pin, Qt.Key.Key_Shift)
    desk.locking.second()
    assert not night.awake.isVisible()
    desk.rig.clock.advance(round(AWAKE_WAIT_S * 1000))
    desk.locking.second()
    assert notices(desk) == [] and not night.awake.isVisible()


def test_silence_behind_the_lock_gets_louder_and_is_told_to_others_until_somebody_signs_in(
    desk, night, qtbot
):
    ask(desk, times=1)
    assert night.awake.title.text() == "Còn thức? Chưa thấy trả lời"
    assert Level.NOTICE in desk.played.levels and notices(desk) == []
    ask_again = round(AWAKE_WAIT_S * 1000)
    desk.rig.clock.advance(ask_again)
    desk.locking.second()
    assert night.awake.title.text() == "Không ai trả lời ở bàn này"
    assert Level.URGENT in desk.played.levels
    assert notices(desk) == ["asleep"]
    QTest.keyClick(night.ask.pin, Qt.Key.Key_Shift)
    desk.locking.second()
    assert notices(desk) == ["asleep"], "whose key it was is not proven"
    night.tried.emit(PIN)
    qtbot.waitUntil(lambda: desk.locking.seat is not None)
    qtbot.waitUntil(lambda: notices(desk) == [])


def test_a_desk_inside_the_programs_window_hears_the_keys_that_window_gets(desk, qtbot):
    """After a sign-in or a lock the desk stands in the shell, and the system gives its keys to the shell."""

    def answered_by_a_key():
        watch = desk.controller.shifts.watch
        desk.rig.clock.advance(round(AWAKE_EVERY_S * 1000))
        desk.controller.shifts.second()
        assert watch.asking
        QTest.keyClick(desk.locking.shell.windowHandle(), Qt.Key.Key_Return)
        return not watch.asking

    assert answered_by_a_key()
    lock(desk, qtbot).tried.emit(PIN)
    qtbot.waitUntil(lambda: desk.locking.seat is not None)
    assert answered_by_a_key()


def test_a_question_that_stood_at_the_desk_goes_on_behind_its_lock(desk, qtbot):
    watch = desk.controller.shifts.watch
    desk.rig.clock.advance(round(AWAKE_EVERY_S * 1000))
    desk.controller.shifts.second()
    assert watch.asking
    screen = lock(desk, qtbot)
    assert screen.awake.title.text() == "Còn thức?"
    desk.rig.clock.advance(round(AWAKE_WAIT_S * 1000))
    desk.locking.second()
    assert screen.awake.title.text() == "Còn thức? Chưa thấy trả lời"
