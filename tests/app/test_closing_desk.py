"""An end that a second officer must sign: what is said before, after, and to whoever proposed it (features H-05, H-06)."""

import pytest
from PySide6.QtCore import Qt

from console.app.officers import save_officer
from console.domain import events as e
from console.domain.case import CaseState, Outcome
from console.domain.officer import Officer, Role

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
BINH = Officer("binh", "Bế Thị Bình", "TB-CAT", (Role.PROVINCE_DUTY,), "Thượng úy")


def titles(console):
    return [card.toast.title for card in console.window.toasts.cards]


@pytest.fixture
def handled(console):
    """Officer Bình's desk with a petition in hand, ready to be ended."""
    save_officer(console.workspace, BINH)
    console.says("an", "nho cong an xu ly tranh chap dat")
    console.sit_down("binh")
    console.key(Qt.Key.Key_F8)
    with console.workspace.store.write() as tx:
        bodies = (e.CaseClassified("PAKN"), e.PriorityChanged("P3"), e.CaseViewed())
        tx.add(console.case().case_id, *bodies, actor="binh", unit="TB-CAT")
    console.settle()
    return console


def end(console, outcome, reason):
    """Open the question how the case ended and answer it; returns the dialog before Ctrl+↵."""
    console.key(Qt.Key.Key_E, CTRL)
    dialog = console.app.activeModalWidget()
    dialog.list.select(outcome.value)
    dialog.reason.edit.setPlainText(reason)
    console.settle()
    return dialog


def test_what_is_only_proposed_is_not_said_to_be_closed(handled):
    dialog = end(handled, Outcome.RESOLVED, "")
    assert dialog.verb.label() == "Đóng hồ sơ"
    assert dialog.promise().startswith("Công dân không nhận thông báo")
    dialog.list.select(Outcome.NOT_ACCEPTED.value)
    dialog.reason.edit.setPlainText("việc dân sự")
    assert dialog.verb.label() == "Đề nghị đóng"
    assert (
        dialog.promise() == "Hồ sơ chưa đóng cho tới khi người khác ký: không tiếp nhận phải có chỉ huy ký."
    )
    handled.key(Qt.Key.Key_Return, CTRL)
    assert handled.case().state is CaseState.HELD
    assert "Đã đề nghị đóng CB26-00001, hồ sơ chưa đóng" in titles(handled)
    assert not [title for title in titles(handled) if title.startswith("Đã đóng")]


def test_who_proposed_an_end_is_told_at_his_next_sitting_that_it_was_not_signed(handled):
    end(handled, Outcome.NOT_ACCEPTED, "việc dân sự")
    handled.key(Qt.Key.Key_Return, CTRL)
    handled.sit_down("hanh")
    handled.key(Qt.Key.Key_7, CTRL | ALT)
    handled.key(Qt.Key.Key_2, ALT)
    handled.type("chua du can cu")
    handled.key(Qt.Key.Key_2, ALT)
    told = "Không ký đóng CB26-00001: bạn vẫn giữ hồ sơ"
    assert told not in titles(handled), "it is not the signer's news"
    handled.sit_down("binh")
    (card,) = [card for card in handled.window.toasts.cards if card.toast.title == told]
    card.toast.acts[0].run()
    handled.settle()
    assert handled.case().case_id == handled.controller.room.case_id != ""
    handled.key(Qt.Key.Key_F7)
    handled.type("bo sung van ban cua xa")
    handled.key(Qt.Key.Key_S, CTRL)
    handled.sit_down("binh")
    assert told not in titles(handled), "he has taken it up again"


def test_a_signed_end_is_closed_and_nothing_is_told(handled):
    end(handled, Outcome.NOT_ACCEPTED, "việc dân sự")
    handled.key(Qt.Key.Key_Return, CTRL)
    case_id = handled.case().case_id
    handled.sit_down("hanh")
    handled.key(Qt.Key.Key_7, CTRL | ALT)
    handled.key(Qt.Key.Key_1, ALT)
    assert handled.bench.queries.detail(case_id).case.state is CaseState.CLOSED
    handled.sit_down("binh")
    assert not [title for title in titles(handled) if "Không ký" in title]


def test_a_kind_the_case_once_had_asks_for_the_signature_too_and_the_question_says_so(handled):
    with handled.workspace.store.write() as tx:
        bodies = (e.CaseClassified("TO_GIAC"), e.CaseClassified("PAKN"))
        tx.add(handled.case().case_id, *bodies, actor="binh", unit="TB-CAT")
    handled.settle()
    dialog = end(handled, Outcome.UNFOUNDED, "không có thật")
    assert dialog.verb.label() == "Đề nghị đóng"
    handled.key(Qt.Key.Key_Return, CTRL)
    assert handled.case().state is CaseState.HELD
