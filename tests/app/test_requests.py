"""A commander is told what others ask of him, whatever is on his screen; once, and not of what he asks himself."""

import pytest

from console.actions.clocks import request_extension
from console.actions.desk import Desk
from console.app.officers import save_officer
from console.domain import events as e
from console.domain.officer import Officer, Role
from console.runtime.resources import load_reply_policy
from console.ui.frame.toasts import ToastCard

BINH = Officer("binh", "Bế Thị Bình", "TB-CAT", (Role.PROVINCE_DUTY,), "Thượng úy")
CLOCK = "SLA_TTHC_REPLY"


def titles(console):
    return [card.toast.title for card in console.window.findChildren(ToastCard) if card.isVisible()]


@pytest.fixture
def asked(console):
    """Officer Hạnh, a commander, with two cases, none of them open."""
    save_officer(console.workspace, BINH)
    for user in ("an", "binh"):
        console.says(user, "cho hoi lam can cuoc the nao")
    ids = [place.case_id for place in console.window.queue.model._places]
    with console.workspace.store.write() as tx:
        for case_id in ids:
            tx.add(case_id, e.CaseClassified("TTHC"), actor="binh", unit="TB-CAT")
    console.settle()
    return console, ids


def test_an_extension_and_a_wish_to_see_are_told_and_lead_to_the_case(asked):
    console, (first, second) = asked
    desk = Desk(console.workspace.store, BINH, console.workspace.rules, load_reply_policy())
    request_extension(desk, first, CLOCK, "chờ giấy tờ", minutes=60)
    with console.workspace.store.write() as tx:
        tx.add(second, e.RevealAsked("q1", "cần gọi lại"), actor="binh", unit="TB-CAT")
    console.settle()
    (extension,) = [one for one in titles(console) if "gia hạn" in one]
    assert extension.startswith("Có đề nghị gia hạn CB26-0000") and extension.endswith("chờ duyệt")
    assert sum("xin xem danh tính" in one for one in titles(console)) == 1
    card = next(card for card in console.window.findChildren(ToastCard) if card.toast.title == extension)
    card.toast.acts[0].run()
    console.settle()
    assert console.controller.room.case_id == first
    for one in console.window.findChildren(ToastCard):
        one.close()
    console.controller.requests.look()
    console.settle()
    assert not any("gia hạn" in one for one in titles(console)), "once in a sitting"


def test_what_he_asks_himself_waits_for_somebody_else(asked):
    console, (first, _second) = asked
    console.bench.act(lambda desk: request_extension(desk, first, CLOCK, "chờ", minutes=60), print, print)
    console.settle()
    assert console.bench.queries.requests() == ()
    assert not any("gia hạn" in one for one in titles(console))


def test_who_asked_to_see_is_told_the_answer_and_the_question_goes_when_it_is_answered(asked):
    console, (first, second) = asked
    add = console.workspace.store.write
    with add() as tx:
        tx.add(first, e.RevealAsked("q1", "cần gọi lại"), actor="hanh", unit="TB-CAT")
        tx.add(second, e.RevealAsked("q2", "cần cứu giúp"), actor="hanh", unit="TB-CAT")
        tx.add(second, e.RevealAsked("q3", "cần xác minh"), actor="binh", unit="TB-CAT")
    console.settle()
    assert sum("xin xem danh tính" in one for one in titles(console)) == 1
    with add() as tx:
        tx.add(first, e.RevealAnswered("q1", granted=True, reason=""), actor="long", unit="TB-CAT")
        tx.add(second, e.RevealAnswered("q2", granted=False, reason="Chưa cần"), actor="long", unit="TB-CAT")
        tx.add(second, e.RevealAnswered("q3", granted=True, reason=""), actor="long", unit="TB-CAT")
    console.settle()
    assert not any("xin xem danh tính" in one for one in titles(console)), "answered elsewhere"
    cards = {card.toast.topic: card.toast for card in console.window.toasts.cards}
    assert cards["answer.q1"].title.startswith("Được xem danh tính CB26-")
    assert cards["answer.q2"].title.startswith("Không được xem danh tính CB26-")
    assert cards["answer.q2"].detail == "Chưa cần"
    assert "answer.q3" not in cards, "that is another officer's"
    cards["answer.q1"].acts[0].run()
    console.settle()
    assert console.controller.room.case_id == first
    console.window.toasts.dismiss("answer.q1")
    with add() as tx:
        tx.add(first, e.Tagged("can-cuoc"), actor="binh", unit="TB-CAT")
    console.settle()
    assert not any("Được xem danh tính" in one for one in titles(console)), "told once"


def test_a_case_that_units_gave_back_twice_calls_the_commander_until_somebody_routes_it(asked):
    console, (first, _second) = asked

    def add(body, actor="binh"):
        with console.workspace.store.write() as tx:
            tx.add(first, body, actor=actor, unit="TB-CAT")
        console.settle()

    def called():
        return [one for one in titles(console) if "quyết định nơi xử lý" in one]

    due = console.clock.now_ms() + 60_000
    for number in (1, 2):
        assert called() == [], "one return is the sender's own affair"
        add(e.CaseTransferred(f"t{number}", "TB-TPCB", "địa bàn", due))
        add(e.TransferReturned(f"t{number}", "Không thuộc địa bàn"), actor="tuan")
    (title,) = called()
    assert title.startswith("CB26-0000")
    card = next(card for card in console.window.toasts.cards if card.toast.title == title)
    card.toast.acts[0].run()
    console.settle()
    assert console.controller.room.case_id == first
    add(e.CaseTransferred("t3", "PC02", "chỉ huy giao", due))
    assert called() == []
