"""A commander is told what others ask of him, whatever is on his screen; once, and not of what he asks himself."""

import pytest

from console.actions.asked import see_answer
from console.actions.clocks import decide_extension, request_extension
from console.actions.desk import Desk
from console.app.officers import load_officers, save_officer
from console.cache.rebuild import differences
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


LONG = Officer("long", "Hoàng Đức Long", "TB-CAT", (Role.COMMANDER,), "Thượng tá")


def desk_of(console, officer):
    return Desk(console.workspace.store, officer, console.workspace.rules, load_reply_policy())


def answered(console, case_id, *, granted, actor="long"):
    """Officer Hạnh asks for a longer limit, another one answers."""
    done = request_extension(desk_of(console, console.officer), case_id, CLOCK, "chờ giấy tờ", minutes=60)
    (asked,) = done.events
    decide_extension(
        desk_of(console, LONG),
        case_id,
        asked.body.extension_id,
        granted=granted,
        document="12/QĐ" if granted else "",
        reason="" if granted else "còn đủ thời gian",
    )
    console.settle()
    return f"answer.{asked.body.extension_id}"


def test_who_asked_for_a_longer_limit_is_told_and_it_stands_in_the_case_until_he_read_it(asked):
    console, (first, second) = asked
    save_officer(console.workspace, LONG)
    yes, no = answered(console, first, granted=True), answered(console, second, granted=False)
    cards = {card.toast.topic: card.toast for card in console.window.toasts.cards}
    assert "được gia hạn đến" in cards[yes].title and "số 12/QĐ" in cards[yes].detail
    assert cards[no].title.startswith("Không gia hạn CB26-") and "hạn cũ" in cards[no].title
    assert cards[no].detail.endswith(": còn đủ thời gian")
    cards[no].acts[0].run()
    console.settle()
    card = console.window.inspector.answers
    assert card.isVisible() and card.words.text().startswith("Không gia hạn")
    # Who comes back to the desk is told again of what he has not read, and of nothing else.
    console.sit_down("hanh")
    topics = {card.toast.topic for card in console.window.toasts.cards}
    assert {yes, no} <= topics
    console.controller.open_case(second)
    console.settle()
    console.window.inspector.answers.button.click()
    console.settle()
    assert not console.window.inspector.answers.isVisible()
    console.sit_down("hanh")
    topics = {card.toast.topic for card in console.window.toasts.cards}
    assert yes in topics and no not in topics
    assert differences(console.workspace.store) == ()


def test_the_answer_is_for_who_asked_alone(asked):
    console, (first, _second) = asked
    save_officer(console.workspace, LONG)
    topic = answered(console, first, granted=True)
    console.sit_down("long")
    console.controller.open_case(first)
    console.settle()
    assert topic not in {card.toast.topic for card in console.window.toasts.cards}
    assert not console.window.inspector.answers.isVisible()
    request_id = topic.removeprefix("answer.")
    assert see_answer(desk_of(console, LONG), first, request_id).events == ()
    assert (
        len(see_answer(desk_of(console, load_officers(console.workspace)["hanh"]), first, request_id).events)
        == 1
    )


def test_a_signature_and_a_reply_that_was_not_let_go_are_told_when_their_author_comes_back(asked):
    console, (first, second) = asked
    console.sit_down("binh")
    with console.workspace.store.write() as tx:
        tx.add(first, e.ClosingProposed("p1", "DA_TRA_LOI", "xong", "r"), actor="hanh", unit="TB-CAT")
        tx.add(first, e.ClosingSigned("p1"), e.CaseClosed("DA_TRA_LOI", "xong"), actor="long", unit="TB-CAT")
        queued = e.ReplyQueued("r1", "Chào ông bà", None, "", "", 0, needs_approval=True)
        tx.add(second, queued, actor="hanh", unit="TB-CAT")
        tx.add(second, e.ReplyCancelled("r1", "hứa quá thẩm quyền"), actor="long", unit="TB-CAT")
    console.sit_down("hanh")
    cards = {card.toast.topic: card.toast for card in console.window.toasts.cards}
    assert cards["answer.p1"].title.startswith("Đã ký đóng CB26-")
    assert cards["answer.r1"].title.startswith("Không duyệt trả lời của bạn trong CB26-")
    assert cards["answer.r1"].detail.endswith("hứa quá thẩm quyền")


def test_what_one_takes_back_oneself_is_no_answer(asked):
    console, (first, _second) = asked
    with console.workspace.store.write() as tx:
        queued = e.ReplyQueued("r1", "Chào ông bà", None, "", "", 0, needs_approval=True)
        tx.add(first, queued, e.ReplyCancelled("r1", "viết lại"), actor="hanh", unit="TB-CAT")
        tx.add(first, e.ClosingProposed("p1", "DA_TRA_LOI", "xong", "r"), actor="hanh", unit="TB-CAT")
        tx.add(first, e.ClosingWithdrawn("p1"), actor="hanh", unit="TB-CAT")
        assert tx.case(first).answers == ()
