"""Replies as the officer meets them: stopped, given back, approved, refused, unknown (features F-02, C-04, C-05, C-12)."""

import pytest
from PySide6.QtCore import Qt

from console.actions import settling
from console.actions.classification import classify
from console.actions.desk import Desk
from console.cache.views import ReplyItem
from console.domain.case import ReplyState
from console.domain.officer import Officer, Role
from console.ui.composer.tabs import ComposerMode
from console.ui.conversation.parts import Act, ThreadAct

CTRL = Qt.KeyboardModifier.ControlModifier
SEND = "/v3.0/oa/message/cs"
CHIEF = Officer("chief", "Hoàng Đức Long", "TB-CAT", (Role.COMMANDER,), "Trung tá")


def replies(console):
    return [item for item in console.controller.room.items if isinstance(item, ReplyItem)]


def send(console):
    """Press the chord as one press of its own."""
    console.window.composer._pressed.invalidate()
    console.key(Qt.Key.Key_Return, CTRL)


def write(console, text):
    console.window.composer.start(ComposerMode.REPLY)
    console.type(text)


@pytest.fixture
def held(console):
    """A case that the officer holds and looks at."""
    console.says("an", "cho em hoi")
    console.key(Qt.Key.Key_F8)
    return console


def test_what_came_in_a_moment_ago_stops_a_reply_until_it_is_read(held):
    write(held, "Chao ong ba")
    held.says("an", "no lai den roi")
    send(held)
    composer = held.window.composer
    assert not composer.stop.isHidden()
    assert "no lai den roi" in composer.stop.news.text()
    assert composer.reply_edit.toPlainText() == "Chao ong ba"
    assert replies(held) == []
    composer.stop.go_on.click()
    send(held)
    assert [item.state for item in replies(held)] == [ReplyState.QUEUED]


def test_what_was_in_sight_for_a_while_stops_nothing(held):
    write(held, "Chao ong ba")
    held.says("an", "no lai den roi")
    timer = held.controller.room.read_timer
    assert timer.isActive()
    timer.timeout.emit()
    send(held)
    assert [item.state for item in replies(held)] == [ReplyState.QUEUED]


def test_what_came_while_somebody_else_window_was_in_front_is_not_seen(held, monkeypatch):
    write(held, "Chao ong ba")
    held.says("an", "no lai den roi")
    monkeypatch.setattr(held.window, "isActiveWindow", lambda: False)
    held.controller.room.read_timer.timeout.emit()
    send(held)
    assert not held.window.composer.stop.isHidden()
    assert replies(held) == []


def test_a_reason_sends_the_text_as_it_is(held):
    write(held, "Chao ong ba")
    held.says("an", "no lai den roi")
    send(held)
    stop = held.window.composer.stop
    stop.reason.setText("Không đổi gì")
    stop.send.click()
    held.settle()
    held.send()
    (post,) = held.posts()
    assert post["body"]["message"]["text"] == "Chao ong ba"


def test_the_fresh_read_gives_the_text_back_with_the_news_beside_it(held):
    write(held, "Chao ong ba")
    send(held)
    held.simulator.control("inject", user="an", text="dung den nua")
    held.send()
    composer = held.window.composer
    assert held.posts() == []
    assert composer.reply_edit.toPlainText() == "Chao ong ba"
    assert "dung den nua" in composer.stop.news.text()
    (item,) = replies(held)
    assert (item.state, bool(item.reason)) == (ReplyState.CANCELLED, True)


def test_a_refused_reply_is_told_wherever_the_officer_looks(held):
    case_id = held.case().case_id
    write(held, "Chao ong ba")
    send(held)
    held.simulator.control("user", user="an", blocked=True)
    held.says("binh", "viec khac")
    held.key(Qt.Key.Key_F8)
    assert held.case().case_id != case_id
    held.send()
    (card,) = [card for card in held.window.toasts.cards if card.toast.tone == "red"]
    assert card.toast.title == "Zalo từ chối tin gửi"
    assert "chao" not in card.accessibleName().lower()
    card.buttons[0].click()
    held.settle()
    assert held.case().case_id == case_id
    assert [item.state for item in replies(held)] == [ReplyState.REJECTED]


def test_a_waiting_reply_that_is_edited_does_not_also_go_out(held):
    write(held, "Sai roi")
    send(held)
    held.clock.advance(6_000)
    (item,) = replies(held)
    held.controller._thread_act(Act(ThreadAct.EDIT_REPLY, item.reply_id, "Sửa"))
    held.settle()
    assert held.window.composer.reply_edit.toPlainText() == "Sai roi"
    held.send()
    assert held.posts() == []


def test_a_reply_by_rule_waits_for_a_second_officer_who_is_told_why_not(held):
    chief = Desk(held.workspace.store, CHIEF, held.workspace.rules, held.bench._desk.policy)
    classify(held.bench._desk, held.case().case_id, "TO_CAO")
    held.settle()
    assert "duyệt" in held.window.composer.foot.send.accessibleName()
    write(held, "Da nhan don")
    send(held)
    (item,) = replies(held)
    assert item.state is ReplyState.AWAITING_APPROVAL
    held.send()
    assert held.posts() == []
    settling.decline_reply(chief, held.case().case_id, item.reply_id, "Thiếu căn cứ")
    held.settle()
    assert held.window.composer.reply_edit.toPlainText() == "Da nhan don"
    assert "Thiếu căn cứ" in held.window.composer.stop.title.text()
    held.window.composer.stop.go_on.click()
    send(held)
    (_, again) = replies(held)
    settling.approve_reply(chief, held.case().case_id, again.reply_id)
    held.settle()
    held.send()
    assert len(held.posts()) == 1


def test_only_another_officer_is_offered_the_approval(held):
    classify(held.bench._desk, held.case().case_id, "TO_CAO")
    held.settle()
    write(held, "Da nhan don")
    send(held)
    view = held.window.conversation.thread_view
    (item,) = replies(held)
    position = view._model.position(f"r:{item.reply_id}")
    offered = {act.kind for act in view._delegate.laid(position).acts}
    assert offered == {ThreadAct.EDIT_REPLY, ThreadAct.CANCEL_REPLY}
    view.set_officer("chief", may_approve=True)
    offered = {act.kind for act in view._delegate.laid(position).acts}
    assert offered == {ThreadAct.APPROVE_REPLY, ThreadAct.DECLINE_REPLY}
    held.controller._thread_act(Act(ThreadAct.DECLINE_REPLY, item.reply_id, ""))
    held.settle()
    assert "Không duyệt" in held.app.activeModalWidget().windowTitle()
    held.key(Qt.Key.Key_Escape)


def test_an_unknown_reply_is_looked_for_when_the_officer_asks_not_when_it_is_due(held):
    write(held, "Da nhan")
    send(held)
    held.simulator.control("fault", path=SEND, fault="status:503", times=1)
    held.clock.advance(6_000)
    held.gateway.sender.tick()
    held.settle()
    (item,) = replies(held)
    assert item.state is ReplyState.UNKNOWN
    assert [card.toast.title for card in held.window.toasts.cards] == ["Chưa rõ tin đã tới công dân hay chưa"]
    for searches in (1, 2, 3):
        held.controller.asking.resolve(item.reply_id)
        held.settle()
        held.app.activeModalWidget().decide()
        held.gateway.sender.tick()
        held.settle()
        assert replies(held)[0].searches == searches
    dialog_options = []
    held.controller.asking.resolve(item.reply_id)
    held.settle()
    dialog = held.app.activeModalWidget()
    dialog_options = [(option.keys, option.enabled) for option in dialog.list.options()]
    assert dialog_options == [(("1",), True), (("2",), True), (("3",), True), (("4",), True)]
    held.key(Qt.Key.Key_3)
    dialog.reason.edit.setPlainText("Không thấy trên OA Manager")
    dialog.decide()
    held.settle()
    assert [each.state for each in replies(held)] == [ReplyState.NOT_SENT, ReplyState.QUEUED]
    held.send()
    assert {each.state for each in replies(held)} == {ReplyState.NOT_SENT, ReplyState.SENT}


def test_a_reply_from_outside_is_named_so_and_takes_one_of_the_eight(held):
    before = held.bench.queries.detail(held.case().case_id).window.free_left
    held.says("an", "OA Manager tra loi", src=0)
    assert held.bench.queries.detail(held.case().case_id).window.free_left == before - 1
    view = held.window.conversation.thread_view
    spoken = [view._delegate.laid(position).spoken for position in range(view._model.rowCount())]
    assert any("Gửi ngoài hệ thống" in words for words in spoken)
