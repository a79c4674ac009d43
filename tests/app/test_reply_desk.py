"""Replies as the officer meets them: stopped, given back, approved, refused, unknown (features F-02, C-04, C-05, C-12)."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor

from console.actions import drafts, settling
from console.actions.classification import classify
from console.actions.desk import Desk
from console.cache.views import QueueFilter, ReplyItem, Waits
from console.domain.case import ReplyState
from console.domain.clock import DAY_MS, MINUTE_MS
from console.domain.diff import Change
from console.domain.officer import Officer, Role
from console.ui.composer.proof import ProofWatch
from console.ui.composer.tabs import ComposerMode
from console.ui.conversation.parts import Act, ThreadAct
from console.ui.dialogs.approve import ApproveDialog
from console.ui.frame.health_words import outbox_item

CTRL = Qt.KeyboardModifier.ControlModifier
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
SEND = "/v3.0/oa/message/cs"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)
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


def look(console):
    """Let the reply that is being written be looked over, if it is to be."""
    timer = console.window.composer.findChild(ProofWatch).findChild(QTimer)
    if timer.isActive():
        timer.timeout.emit()
    console.settle()


def marked(console):
    return [one.cursor.selectedText() for one in console.window.composer.reply_edit.extraSelections()]


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


def test_the_name_of_whom_the_citizen_accuses_is_marked_and_takes_a_reason(console):
    console.says("an", "Nhà ông Nông Văn Tú đánh bạc")
    console.key(Qt.Key.Key_F8)
    write(console, "Da moi nong van tu len lam viec")
    send(console)
    composer = console.window.composer
    assert "tên người mà công dân nhắc tới" in composer.stop.title.text()
    assert marked(console) == ["nong van tu"]
    assert replies(console) == []
    console.type(" nhe")
    assert marked(console) == ["nong van tu"]
    composer.stop.reason.setFocus()
    console.type("nguoi bao hoi dich danh")
    console.key(Qt.Key.Key_Return)
    assert [item.state for item in replies(console)] == [ReplyState.QUEUED]


def test_the_name_is_marked_while_it_is_written_and_nothing_is_stopped_or_asked(console):
    console.says("an", "Nhà ông Nông Văn Tú đánh bạc")
    console.key(Qt.Key.Key_F8)
    composer = console.window.composer
    write(console, "Da moi nong van t")
    look(console)
    assert marked(console) == [] and composer.problem.text() == ""
    console.type("u")
    look(console)
    assert marked(console) == ["nong van tu"]
    assert "tên người mà công dân nhắc tới" in composer.problem.text()
    assert "Tú" not in composer.problem.text()
    console.type(" len lam viec")
    assert marked(console) == ["nong van tu"]  # still there before it was looked over again
    assert composer.stop.isHidden() and composer.foot.send.isEnabled()
    assert console.app.activeModalWidget() is None and console.app.focusWidget() is composer.reply_edit
    for _ in range(len(" len lam viec") + 1):
        console.key(Qt.Key.Key_Backspace)
    assert marked(console) == [] and composer.problem.text() == ""


def test_what_a_later_message_or_another_kind_changes_is_marked_anew(console):
    console.says("an", "Nhà hàng xóm đánh bạc")
    console.key(Qt.Key.Key_F8)
    write(console, "Da moi nong van tu")
    look(console)
    assert marked(console) == []
    console.says("an", "đó là nhà ông Nông Văn Tú")
    look(console)
    assert marked(console) == ["nong van tu"]
    console.controller.acts.classify("TTHC")
    console.settle()
    look(console)
    assert marked(console) == []


def test_a_word_half_composed_is_left_alone_by_the_marks(console):
    console.says("an", "Nhà ông Nông Văn Tú đánh bạc")
    console.key(Qt.Key.Key_F8)
    write(console, "Da moi nong van tu ")
    edit = console.window.composer.reply_edit
    QGuiApplication.sendEvent(edit, QInputMethodEvent("lê", []))
    look(console)
    assert marked(console) == ["nong van tu"]
    assert edit.textCursor().block().layout().preeditAreaText() == "lê"


def test_what_is_pasted_of_another_case_is_stopped_before_it_is_sent(held):
    first = held.case()
    held.says("binh", "viec khac")
    held.key(Qt.Key.Key_F8)
    second = held.case()
    composer = held.window.composer
    for number, stopped in ((first.number, True), (second.number, False)):
        composer.start(ComposerMode.REPLY)
        composer.reply_edit.selectAll()
        QGuiApplication.clipboard().setText(f"Ho so {number} da xong")
        held.key(Qt.Key.Key_V, CTRL)
        assert (number in composer.problem.text()) is stopped
        assert composer.foot.send.isEnabled() is not stopped
        send(held)
        assert len(replies(held)) == (0 if stopped else 1)


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


PDF = b"%PDF-1.4 mau don"


def attach(console, folder, name="mau don.pdf", data=PDF):
    """Choose a file, as the file dialog hands it over."""
    path = folder / name
    path.write_bytes(data)
    assert console.window.composer.add_file(path)
    console.settle()
    return path


def quote_first(console):
    (item, *_) = console.controller.room.items
    console.controller._thread_act(Act(ThreadAct.QUOTE, item.message_id, "", value=item.text))
    console.settle()
    return item.message_id


def stored(console, column="extra", mode="reply"):
    with console.workspace.store.read() as connection:
        sql = f"SELECT {column} FROM draft WHERE mode = ?"
        return connection.exec_driver_sql(sql, (mode,)).scalar()


def test_a_draft_keeps_file_and_quote_and_shows_them_again_after_another_case(held, tmp_path):
    first = held.case().case_id
    path = attach(held, tmp_path)
    message_id = quote_first(held)
    write(held, "Moi ong ba dien mau")
    held.window.composer.flush()
    held.settle()
    path.unlink()  # the sealed copy is what counts from now on
    held.says("binh", "viec khac")
    held.key(Qt.Key.Key_F8)
    composer = held.window.composer
    assert held.case().case_id != first
    assert (composer._with.file, composer.quote.message_id, composer.reply_edit.toPlainText()) == (
        None,
        "",
        "",
    )
    held.controller.entering.found(first, "")
    held.settle()
    assert held.case().case_id == first
    assert composer.reply_edit.toPlainText() == "Moi ong ba dien mau"
    assert (composer._with.file_name, composer.quote.message_id) == ("mau don.pdf", message_id)
    assert not composer.quote.isHidden()
    assert "cho em hoi" in composer.quote.words.text()
    assert PDF not in b"".join(p.read_bytes() for p in held.workspace.profile.root.rglob("*") if p.is_file())


def test_what_is_taken_back_within_the_hold_returns_whole(held, tmp_path):
    attach(held, tmp_path, "so do.png", PNG)
    quote_first(held)
    write(held, "Moi ong ba den")
    send(held)
    assert "thành 2 tin" in held.window.composer.problem.text(), (
        "Zalo quotes in a text only, so the picture goes apart"
    )
    send(held)
    composer = held.window.composer
    assert (composer.reply_edit.toPlainText(), composer._with.file) == ("", None)
    held.key(Qt.Key.Key_Escape)
    assert [item.state for item in replies(held)] == [ReplyState.CANCELLED] * 2
    assert composer.reply_edit.toPlainText() == "Moi ong ba den"
    assert (composer._with.file_name, composer.quote.text) == ("so do.png", "cho em hoi")
    assert composer.reply_edit.hasFocus()
    assert "so do.png" in stored(held), "durable in the transaction that took it back"
    send(held)
    held.send()
    assert {item.state for item in replies(held)} == {ReplyState.CANCELLED, ReplyState.SENT}
    text, picture = held.posts()
    assert "quote_message_id" in json.dumps(text["body"]) and "quote_message_id" not in json.dumps(
        picture["body"]
    )


def test_what_is_thrown_away_after_the_hold_does_not_come_back(held):
    write(held, "Sai roi")
    send(held)
    held.clock.advance(6_000)
    (item,) = replies(held)
    held.controller._thread_act(Act(ThreadAct.CANCEL_REPLY, item.reply_id, "Bỏ"))
    held.settle()
    assert held.window.composer.reply_edit.toPlainText() == ""
    assert stored(held) is None


def test_what_zalo_refused_is_in_the_draft_again_even_if_another_case_is_open(held, tmp_path):
    first = held.case().case_id
    attach(held, tmp_path)
    send(held)
    held.simulator.control("user", user="an", blocked=True)
    held.says("binh", "viec khac")
    held.key(Qt.Key.Key_F8)
    held.send()
    held.controller.entering.found(first, "")
    held.settle()
    assert [item.state for item in replies(held)] == [ReplyState.REJECTED]
    assert held.window.composer._with.file_name == "mau don.pdf"


def test_a_reply_that_comes_back_leaves_who_writes_a_note_at_his_note(held):
    write(held, "Chao ong ba")
    send(held)
    held.key(Qt.Key.Key_F7)
    held.type("ghi")
    held.simulator.control("inject", user="an", text="dung den nua")
    held.send()
    composer = held.window.composer
    assert composer.mode is ComposerMode.NOTE
    held.type(" chu")
    assert composer.note_edit.toPlainText() == "ghi chu"
    assert composer.reply_edit.toPlainText() == "Chao ong ba"


def test_a_file_that_is_taken_off_leaves_no_sealed_copy(held, tmp_path):
    attach(held, tmp_path)
    media = held.workspace.profile.root / "media"
    assert len(list(media.rglob("*.sealed"))) == 1
    held.window.composer.foot.file_label.click()
    held.settle()
    assert list(media.rglob("*.sealed")) == []
    assert stored(held) is None
    attach(held, tmp_path, "a.pdf")
    attach(held, tmp_path, "b.pdf")
    assert len(list(media.rglob("*.sealed"))) == 1
    assert "b.pdf" in stored(held)


def test_a_file_chosen_a_moment_before_the_case_was_left_is_in_its_draft(held, tmp_path):
    held.says("binh", "viec khac")
    first = held.case().case_id
    path = tmp_path / "mau.pdf"
    path.write_bytes(PDF)
    held.window.composer.add_file(path)  # nothing settles: the store's thread has not come to it
    go_to(held, other_case(held, first))
    held.settle()
    assert held.window.composer._with.file is None
    held.controller.room.open(first)
    held.settle()
    assert held.window.composer._with.file_name == "mau.pdf"


def test_a_file_kept_while_its_case_comes_back_is_on_screen_and_stays_in_the_draft(
    held, tmp_path, monkeypatch
):
    held.says("binh", "viec khac")
    first = held.case().case_id
    path = tmp_path / "mau.pdf"
    path.write_bytes(PDF)
    keep = drafts.keep_file

    def back_first(desk, case_id, file):
        held.controller.room.open(first)  # the officer is faster than the store's thread
        return keep(desk, case_id, file)

    monkeypatch.setattr(drafts, "keep_file", back_first)
    held.window.composer.add_file(path)
    go_to(held, other_case(held, first))
    held.settle()
    composer = held.window.composer
    assert (held.controller.room.case_id, composer._with.file_name) == (first, "mau.pdf")
    composer.reply_edit.set_text("Kem theo mau")
    composer.flush()
    held.settle()
    assert held.bench.queries.detail(first).draft_extra.file.name == "mau.pdf"


def go_to(console, case_id):
    """Open a case as from outside the queue: the row under the selection is not opened after it."""
    console.window.queue.follow(case_id)
    console.controller.room.open(case_id)


def other_case(console, case_id):
    index = console.bench.queries.queue_index(QueueFilter())
    return next(row.case_id for row in index if row.case_id != case_id)


def test_what_waits_behind_an_unknown_reply_says_so_in_the_talk_and_below(held, tmp_path):
    attach(held, tmp_path, "a.pdf")
    send(held)
    held.simulator.control("fault", path=SEND, fault="status:503", times=1)
    held.clock.advance(6_000)
    held.gateway.sender.tick()
    held.settle()
    for name in ("b.pdf", "c.pdf"):
        attach(held, tmp_path, name, PDF + name.encode())
        send(held)
    held.clock.advance(6_000)
    view = held.window.conversation.thread_view
    view.set_now(held.clock.now_ms())
    spoken = [view._delegate.laid(position).spoken for position in range(view._model.rowCount())]
    assert sum("Chờ kết quả tin trước" in words for words in spoken) == 2
    below = outbox_item(held.bench.queries.health()).text
    assert "2 chờ kết quả tin trước" in below and "chờ gửi" not in below
    (first, *_) = replies(held)
    settling.resolve_unknown(held.bench.desk, held.case().case_id, first.reply_id, True, "Đã thấy tin")
    held.settle()
    assert [item.waits for item in replies(held) if item.state is ReplyState.QUEUED] == [None, Waits.EARLIER]


def seat(console, *roles):
    """Let another officer with these roles sit at the same desk."""
    bench = console.bench
    bench._desk = replace(bench._desk, officer=replace(CHIEF, roles=roles))
    for queries in (bench._queries, bench._search_queries):
        queries.reseat(bench._desk.officer, bench._desk.rules.roles)
    console.controller.filling.show_officer()
    console.settle()


@pytest.fixture
def waiting(held):
    """A reply made from a ready answer waits; the commander has sat down, another case is open."""
    classify(held.bench._desk, held.case().case_id, "TO_CAO")
    held.settle()
    ready = held.bench.catalog.canned["XN_CHUNG"]
    held.window.composer.insert_ready(ready)
    held.type(" Chao ong ba.")
    send(held)
    assert [item.state for item in replies(held)] == [ReplyState.AWAITING_APPROVAL]
    held.waiting_case = held.case().case_id
    held.says("binh", "viec khac")
    held.key(Qt.Key.Key_F8)
    assert held.case().case_id != held.waiting_case
    seat(held, Role.COMMANDER)
    return held


def approval(console):
    console.key(Qt.Key.Key_A, CTRL | ALT)
    dialog = console.app.activeModalWidget()
    assert isinstance(dialog, ApproveDialog)
    return dialog


def test_an_approver_gets_a_waiting_reply_by_key_reads_mends_and_lets_it_go(waiting):
    dialog = approval(waiting)
    assert waiting.case().case_id == waiting.waiting_case
    ready = waiting.bench.catalog.canned["XN_CHUNG"]
    pieces = dialog.from_ready._pieces
    assert "".join(p.text for p in pieces if p.change is not Change.NEW) == ready.text
    assert [p.text for p in pieces if p.change is Change.NEW] == [" Chao ong ba."]
    assert "cửa sổ Zalo còn" in dialog.window_line.text()
    assert dialog.changed.isHidden()
    dialog.edit.moveCursor(QTextCursor.MoveOperation.End)
    waiting.type(" Xin cam on.")
    assert [p.text for p in dialog.changed._pieces if p.change is Change.NEW] == [" Xin cam on."]
    waiting.key(Qt.Key.Key_Return, CTRL)
    waiting.send()
    (post,) = waiting.posts()
    assert post["body"]["message"]["text"].endswith("Chao ong ba. Xin cam on.")
    (item,) = replies(waiting)
    waiting.controller._thread_act(Act(ThreadAct.SHOW_CHANGE, item.reply_id, ""))
    waiting.settle()
    shown = waiting.app.activeModalWidget().change._pieces
    assert [p.text for p in shown if p.change is not Change.SAME] == [" Xin cam on."]
    waiting.key(Qt.Key.Key_Escape)


def test_an_approver_gives_it_back_with_a_reason_by_key(waiting):
    dialog = approval(waiting)
    waiting.key(Qt.Key.Key_F9, SHIFT)
    assert waiting.app.activeModalWidget() is dialog, "a reason is asked for first"
    waiting.type("Thieu can cu")
    waiting.key(Qt.Key.Key_F9, SHIFT)
    (item,) = replies(waiting)
    assert (item.state, item.reason) == (ReplyState.CANCELLED, "Thieu can cu")
    assert stored(waiting, "text").endswith("Chao ong ba.")
    waiting.send()
    assert waiting.posts() == []


def test_a_window_about_to_close_is_told_to_the_approver_and_in_the_dialog(waiting):
    waiting.clock.advance(7 * DAY_MS - 90 * MINUTE_MS)
    waiting.controller.approving.look()
    (card,) = [card for card in waiting.window.toasts.cards if card.toast.topic.startswith("approve.")]
    assert "Chưa ai duyệt" in card.toast.title
    waiting.controller.approving.look()
    assert len([c for c in waiting.window.toasts.cards if c.toast.topic.startswith("approve.")]) == 1
    dialog = approval(waiting)
    assert "Zalo đóng sau 1 g 2" in dialog.window_line.text() or "còn 1 g 2" in dialog.window_line.text()
    assert dialog.window_line._tone == "orangeText"
    waiting.key(Qt.Key.Key_Escape)


def test_nothing_waits_and_the_key_says_so(held):
    seat(held, Role.COMMANDER)
    held.key(Qt.Key.Key_A, CTRL | ALT)
    assert held.app.activeModalWidget() is None
    assert any("Không có trả lời nào chờ" in card.toast.title for card in held.window.toasts.cards)


def test_words_with_a_document_go_out_as_two_messages_after_consent(held, tmp_path):
    attach(held, tmp_path)
    write(held, "Moi ong ba dien mau")
    send(held)
    assert replies(held) == []
    assert "thành 2 tin" in held.window.composer.problem.text()
    send(held)
    assert [(item.text, item.file_name) for item in replies(held)] == [
        ("Moi ong ba dien mau", ""),
        ("", "mau don.pdf"),
    ]
    held.key(Qt.Key.Key_Escape)
    composer = held.window.composer
    assert {item.state for item in replies(held)} == {ReplyState.CANCELLED}, "one key takes back all of it"
    assert (composer.reply_edit.toPlainText(), composer._with.file_name) == (
        "Moi ong ba dien mau",
        "mau don.pdf",
    )
    send(held)
    held.send()
    assert len(held.posts()) == 2
