"""A case that two units gave back waits for the commander: he is told, he alone sends it on, who holds it learns of it (E-04)."""

import pytest
from PySide6.QtCore import Qt

from console.actions.desk import Desk
from console.actions.transfers import give_back, recall, transfer
from console.app.officers import load_officers, save_officer
from console.cache.rebuild import differences
from console.domain import events as e
from console.domain.case import TransferState
from console.domain.officer import Officer, Role
from console.runtime.resources import load_reply_policy
from console.ui.dialogs.transfer import INFO

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
BINH = Officer("binh", "Bế Thị Bình", "TB-CAT", (Role.PROVINCE_DUTY,), "Thượng úy")
LAM = Officer("lam", "Hoàng Văn Lâm", "TB-BLAM", (Role.DISTRICT_DUTY,), "Đại úy")
WAITS = "CB26-00001 bị trả lại nhiều lần: chờ bạn quyết định nơi xử lý"


def titles(console):
    return [card.toast.title for card in console.window.toasts.cards]


def desk_of(console, officer):
    return Desk(console.workspace.store, officer, console.workspace.rules, load_reply_policy())


def at(console, officer_id, case_id):
    """Let an officer sit down and open the case."""
    console.sit_down(officer_id)
    console.controller.open_case(case_id)
    console.settle()


@pytest.fixture
def given_back(console):
    """Officer Bình's case: the city gave it back, the district has it on its desk."""
    for officer in (BINH, LAM):
        save_officer(console.workspace, officer)
    console.says("an", "Co nguoi danh bac o cho xanh phuong tan giang")
    case_id = console.window.queue.model._places[0].case_id
    until = console.clock.now_ms() + 600_000
    bodies = (e.CaseClassified("TIN_BAO"), e.PriorityChanged("P3"), e.CaseViewed(), e.CaseClaimed(until))
    with console.workspace.store.write() as tx:
        tx.add(case_id, *bodies, actor="binh", unit="TB-CAT")
    transfer(desk_of(console, BINH), case_id, "TB-TPCB", "địa bàn")
    give_back(desk_of(console, load_officers(console.workspace)["tuan"]), case_id, "KHONG_DIA_BAN")
    transfer(desk_of(console, BINH), case_id, "TB-BLAM", "địa bàn")
    console.settle()
    return console, case_id


def test_the_second_return_calls_the_commander_who_decides_over_its_holder_and_tells_him(given_back):
    console, case_id = given_back
    heard = len(console.controller.alarms.log)
    assert WAITS not in titles(console), "once is no case for him"
    give_back(desk_of(console, LAM), case_id, "KHONG_THAM_QUYEN")
    console.settle()
    (card,) = [card for card in console.window.toasts.cards if card.toast.title == WAITS]
    assert [one.words for one in console.controller.alarms.log][heard:] == ["Hồ sơ bị trả lại nhiều lần"]
    card.toast.acts[0].run()
    console.settle()
    (mark,) = console.window.conversation.marks.marks
    assert mark.chip.text == "Bị trả lại 2 lần"
    assert console.case().owner == "binh", "he need not take it from her first"
    console.key(Qt.Key.Key_F9)
    dialog = console.app.activeModalWidget()
    dialog.reason.edit.setPlainText("viec cua hinh su")
    console.type("pc02")
    console.key(Qt.Key.Key_Return)
    sent = console.case().transfer
    assert (sent.to_unit, sent.by, sent.state) == ("PC02", "hanh", TransferState.PENDING)
    assert WAITS not in titles(console) and not console.window.conversation.marks.marks
    at(console, "binh", case_id)
    assert any(one.startswith("CB26-00001 được chuyển tiếp đến ") for one in titles(console))
    answers = console.window.inspector.answers
    assert answers.isVisible() and answers.detail.text() == "Đại úy Nông Thị Hạnh: viec cua hinh su"
    assert answers.head.text() == "Quyết định về hồ sơ bạn đang giữ"
    answers.button.click()
    console.settle()
    assert not answers.isVisible() and console.case().answers == ()
    assert differences(console.workspace.store) == ()
    # Taken back from where he sent it, it waits for him again.
    recall(desk_of(console, BINH), case_id, "gửi nhầm phiếu")
    console.sit_down("hanh")
    assert WAITS in titles(console)


def test_the_duty_officer_is_told_why_before_he_chooses_a_third_unit_and_may_still_let_one_know(given_back):
    console, case_id = given_back
    at(console, "lam", case_id)
    console.key(Qt.Key.Key_F9, SHIFT)
    console.app.activeModalWidget().choices[0].click()
    console.key(Qt.Key.Key_Return, CTRL)
    assert "CB26-00001 bị trả lại 2 lần: trực chỉ huy quyết định nơi xử lý" in titles(console)
    at(console, "binh", case_id)
    assert [mark.code for mark in console.window.conversation.marks.marks] == ["bounced"]
    console.key(Qt.Key.Key_F9)
    dialog = console.app.activeModalWidget()
    why = "CB26-00001 đã bị trả lại 2 lần: trực chỉ huy quyết định nơi xử lý"
    assert dialog.consequence.text() == why and not dialog.verb.isEnabled()
    dialog.list.select("PC02")
    dialog.reason.edit.setPlainText("lan ba")
    console.key(Qt.Key.Key_Return, CTRL)
    assert console.case().transfer.to_unit == "TB-BLAM"
    dialog.requests[INFO].click()
    console.key(Qt.Key.Key_Return, CTRL)
    assert console.case().info_units == ("PC02",)
    assert console.case().transfer.state is TransferState.RETURNED
