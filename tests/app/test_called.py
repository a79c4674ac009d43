"""What was handed to a desk is heard there and taken there with one key; what came back is told to whoever holds it."""

import pytest
from PySide6.QtCore import Qt

from console.actions import ladder
from console.actions.transfers import transfer
from console.app.officers import save_officer
from console.cache.queries import Queries
from console.domain import events as e
from console.domain.alarm import Level
from console.domain.case import TransferState
from console.domain.clock import MINUTE_MS
from console.domain.officer import Officer, Role
from console.ui.frame.toasts import ToastCard

BINH = Officer("binh", "Bế Thị Bình", "TB-CAT", (Role.PROVINCE_DUTY,), "Thượng úy")
ANNA = Officer("anna", "Lò Thị An", "TB-TPCB", (Role.DISTRICT_DUTY,), "Trung úy")
TIP = "cuu voi, no dang cam dao duoi danh nguoi o cho xanh"


def give(console, to_unit, *, urgent=True):
    """Let another desk hand the only case on; return its id."""
    case_id = console.bench.queries.search("cho xanh")[0].case_id
    at = console.clock.now_ms()
    body = e.CaseTransferred("t1", to_unit, "địa bàn", at + 5 * MINUTE_MS)
    bodies = (e.PriorityChanged("P1" if urgent else "P3"), e.CaseClaimed(at + 10 * MINUTE_MS), body)
    with console.workspace.store.write() as tx:
        tx.add(case_id, *bodies, actor="binh", unit="TB-CAT")
    console.settle()
    return case_id


def rings(console):
    console.controller.alarms.look()
    return {one.case_id: one.level for one in console.controller.alarms._waiting.values()}


@pytest.fixture
def told(console):
    save_officer(console.workspace, BINH)
    console.says("an", TIP)
    return console


def test_what_is_handed_here_rings_until_f8_takes_it(told):
    case_id = give(told, "TB-CAT")
    assert rings(told) == {case_id: Level.URGENT}
    told.controller.pulse._show_counts()
    assert "1" in told.window.top.urgent.text()
    told.key(Qt.Key.Key_F8)
    case = told.case()
    assert (case.case_id, case.owner) == (case_id, told.officer.officer_id)
    assert case.transfer.state is TransferState.ACCEPTED
    assert rings(told) == {}


def test_the_case_says_what_is_asked_of_its_receiver(told):
    case_id = give(told, "TB-CAT", urgent=False)
    assert rings(told) == {case_id: Level.NOTICE}
    told.controller.open_case(case_id)
    told.settle()
    button = told.window.conversation.header.claim
    assert button.isVisible() and button.text() + button.accessibleName() != ""
    assert "Tiếp nhận" in (button.text(), button.accessibleName())
    told.key(Qt.Key.Key_F2)
    assert told.case().transfer.state is TransferState.ACCEPTED


def test_what_no_unit_accepts_rings_at_the_province_again_by_the_ladder(told):
    case_id = give(told, "TB-TPCB")
    assert rings(told) == {}, "it is with the district now"
    district = Queries(told.workspace.store.read, ANNA, told.workspace.rules, told.clock)
    assert [(one.case_id, one.urgent, one.ours) for one in district.called()] == [(case_id, True, True)]
    told.clock.advance(3 * MINUTE_MS)
    ladder.tick(told.workspace.store, told.workspace.rules)
    told.settle()
    assert rings(told) == {case_id: Level.URGENT}


def test_an_urgent_case_whose_holder_let_his_time_run_out_rings_again(told):
    told.key(Qt.Key.Key_F8)
    case_id = told.case().case_id
    told.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert rings(told) == {}
    told.clock.advance(11 * MINUTE_MS)
    assert rings(told) == {case_id: Level.URGENT}


def test_a_return_is_told_to_who_still_holds_the_case(told):
    told.key(Qt.Key.Key_F8)
    case = told.case()
    transfer(told.bench._desk, case.case_id, "TB-TPCB", "địa bàn")
    told.settle()
    told.controller.alarms.look()
    heard = len(told.controller.alarms.log)
    with told.workspace.store.write() as tx:
        transfer_id = tx.case(case.case_id).transfer.transfer_id
        back = e.TransferReturned(transfer_id, "Không thuộc địa bàn", "KHONG_DIA_BAN")
        tx.add(case.case_id, back, actor="anna", unit="TB-TPCB")
    told.settle()
    told.controller.alarms.look()
    told.controller.alarms.look()
    titles = [card.toast.title for card in told.window.findChildren(ToastCard) if card.isVisible()]
    assert titles.count(f"{case.number} bị trả lại") == 1
    assert len(told.controller.alarms.log) == heard + 1
