"""Somebody sends with the OA outside the console: one alarm a burst, until a commander says who it was (T15, F-06)."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from console.actions import foreign
from console.actions.desk import Desk, Refused
from console.cache.foreign import KIND, burst
from console.domain.events import OutsideSender
from console.domain.officer import Role
from console.record.verify import verify_chain
from console.ui.dialogs.outside import OutsideDialog
from console.ui.dialogs.reason import ReasonDialog

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_ALT = CTRL | Qt.KeyboardModifier.AltModifier
TEXT = "CANARY gui tu dien thoai"


def told(console, kind):
    with console.workspace.store.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT body FROM event JOIN event_body USING (seq) WHERE kind = ? ORDER BY seq", (kind,)
        )
        return [json.loads(row.body) for row in rows]


def banner(console):
    console.controller.refresh_health()
    return console.window.banner.state()


@pytest.fixture
def burst_of_three(console):
    """A citizen wrote, then the OA answered from elsewhere: once, and twice more after the alarm."""
    console.says("an", "cho em hoi")
    console.pass_time(1_000)
    console.says("an", TEXT, src=0)
    for _ in range(2):
        console.pass_time(1_000)
        console.says("an", TEXT, src=0)
    return console


def commander(console, *roles):
    bench_desk = console.bench._desk
    officer = replace(bench_desk.officer, roles=roles)
    return Desk(console.workspace.store, officer, bench_desk.rules, bench_desk.policy)


def test_what_was_there_before_the_first_walk_is_no_alarm(console):
    console.simulator.control("inject", user="an", text="cu", src=0)
    console.says("an", "cho em hoi")
    assert told(console, "gw.foreign_sent") == []
    assert banner(console) is None


def test_a_burst_raises_one_alarm_with_count_and_time_and_no_text(burst_of_three):
    console = burst_of_three
    assert len(told(console, "gw.foreign_sent")) == 1
    said = banner(console)
    assert said.tone == "orange"
    assert "3 tin" in said.text
    assert "CANARY" not in said.title + said.text
    with console.workspace.store.read() as connection:
        assert burst(connection).count == 3
        assert verify_chain(connection).ok


def test_only_a_commander_ends_it_and_the_answer_is_in_the_log(burst_of_three):
    console = burst_of_three
    with pytest.raises(Refused):
        foreign.acknowledge(commander(console, Role.PROVINCE_DUTY), "Hạnh gửi từ điện thoại")
    assert banner(console) is not None
    with pytest.raises(Refused):
        foreign.acknowledge(commander(console, Role.COMMANDER), "  ")
    foreign.acknowledge(commander(console, Role.COMMANDER), "Hạnh gửi từ điện thoại")
    assert banner(console) is None
    (answer,) = told(console, "security.foreign_acknowledged")
    assert (answer["count"], answer["reason"]) == (3, "Hạnh gửi từ điện thoại")
    assert KIND not in {trouble.kind for trouble in console.bench.queries.health().troubles}
    with pytest.raises(Refused):
        foreign.acknowledge(commander(console, Role.COMMANDER), "lần nữa")
    console.pass_time(1_000)
    console.says("an", TEXT, src=0)
    assert len(told(console, "gw.foreign_sent")) == 2


def test_the_banners_button_asks_who_it_was(burst_of_three):
    console = burst_of_three
    banner(console)
    console.window.banner.buttons["foreign"].click()
    (dialog,) = console.window.findChildren(ReasonDialog)
    dialog.requested.emit("Không phải của ta: đã đổi mật khẩu")
    console.settle()
    rank = set(console.officer.roles) & {Role.COMMANDER, Role.LEADER, Role.UNIT_HEAD}
    assert len(told(console, "security.foreign_acknowledged")) == (1 if rank else 0)
    assert (banner(console) is None) is bool(rank)
    dialog.close()


def shown_words(console):
    view = console.window.conversation.thread_view
    spoken = [view._delegate.laid(position).spoken for position in range(view._model.rowCount())]
    return [words for words in spoken if words.startswith("Gửi ngoài hệ thống")]


def test_the_banner_says_once_that_they_came_from_outside(burst_of_three):
    said = banner(burst_of_three)
    assert f"{said.title} {said.text}".lower().count("ngoài hệ thống") == 1


def test_an_ordinary_officer_records_by_keys_who_sent_each_message(burst_of_three):
    console = burst_of_three
    console.key(Qt.Key.Key_F8)
    words = shown_words(console)
    assert len(words) == 3
    assert all("chưa ghi ai gửi" in each for each in words)
    case_id = console.case().case_id
    assert console.case().answered
    console.key(Qt.Key.Key_O, CTRL_ALT)
    dialog = console.app.activeModalWidget()
    assert isinstance(dialog, OutsideDialog)
    console.key(Qt.Key.Key_Space)  # «Tôi gửi»
    console.key(Qt.Key.Key_Return, CTRL)
    assert console.app.activeModalWidget() is dialog, "whether it was an answer is still to be said"
    dialog.yes.setFocus()
    console.key(Qt.Key.Key_Space)
    console.key(Qt.Key.Key_Return, CTRL)
    first, *others = shown_words(console)
    assert f"{console.officer.name} gửi" in first
    assert all("chưa ghi ai gửi" in each for each in others)
    for _ in others:
        console.key(Qt.Key.Key_O, CTRL_ALT)
        dialog = console.app.activeModalWidget()
        dialog.senders[OutsideSender.AUTOMATIC].setFocus()
        console.key(Qt.Key.Key_Space)
        dialog.no.setFocus()
        console.key(Qt.Key.Key_Space)
        console.key(Qt.Key.Key_Return, CTRL)
    assert sum("chưa phải trả lời" in each for each in shown_words(console)) == 2
    assert console.case().answered, "one of them was an answer"
    console.key(Qt.Key.Key_O, CTRL_ALT)
    assert console.app.activeModalWidget() is None
    assert [body["message_id"] for body in told(console, "message.explained")] == [
        item.message_id for item in console.bench.queries.thread(case_id) if getattr(item, "outside", False)
    ]
    assert banner(console) is not None, "the alarm is the commander's to end"
