"""Ending a tố giác takes two: who proposed reads what the other answered, with its reason, and what was told goes when it was read."""

from PySide6.QtCore import Qt

from console.app.officers import save_officer
from console.domain import events as e
from console.domain.case import CaseState, Outcome
from console.domain.officer import Officer, Role

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
BINH = Officer("binh", "Bế Thị Bình", "TB-CAT", (Role.PROVINCE_DUTY,), "Thượng úy")
UNSIGNED = "Không ký đóng CB26-00001: bạn vẫn giữ hồ sơ"


def titles(console):
    return [card.toast.title for card in console.window.toasts.cards]


def propose(console):
    console.key(Qt.Key.Key_E, CTRL)
    dialog = console.app.activeModalWidget()
    dialog.list.select(Outcome.UNFOUNDED.value)
    dialog.reason.edit.setPlainText("khong co that")
    console.key(Qt.Key.Key_Return, CTRL)
    assert console.case().state is CaseState.HELD and console.case().closing.by == "binh"


def test_who_proposed_to_end_a_denunciation_reads_why_it_was_not_signed_and_may_propose_again(console):
    save_officer(console.workspace, BINH)
    console.says("an", "toi to giac co nguoi danh bac o to 5")
    console.sit_down("binh")
    console.key(Qt.Key.Key_F8)
    case_id = console.case().case_id
    kind = (e.CaseClassified("TO_GIAC"), e.PriorityChanged("P3"), e.CaseViewed())
    with console.workspace.store.write() as tx:
        tx.add(case_id, *kind, actor="binh", unit="TB-CAT")
    console.settle()
    propose(console)
    console.sit_down("hanh")
    assert console.window.rail.pages["review"].count() == 1
    console.key(Qt.Key.Key_7, CTRL | ALT)
    console.key(Qt.Key.Key_2, ALT)
    console.type("chua xac minh tai cho")
    console.key(Qt.Key.Key_2, ALT)
    assert titles(console)[-1] == "Không ký đóng CB26-00001, người xử lý đọc được lý do"
    console.sit_down("binh")
    (card,) = [card for card in console.window.toasts.cards if card.toast.title == UNSIGNED]
    card.toast.acts[0].run()
    console.settle()
    answers = console.window.inspector.answers
    assert answers.detail.text() == "Đại úy Nông Thị Hạnh: chua xac minh tai cho"
    answers.button.click()
    console.settle()
    console.controller.reviews.refresh()
    assert not answers.isVisible() and UNSIGNED not in titles(console)
    assert console.bench.queries.detail(case_id).case.state is CaseState.HELD
    propose(console)
