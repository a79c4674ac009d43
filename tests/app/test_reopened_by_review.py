"""«Mở lại» from the review page: the case waits in its queue with what it owes, its officer reads why, nobody writes to the citizen."""

from PySide6.QtCore import Qt

from console.actions import ladder
from console.app.officers import save_officer
from console.cache.rebuild import differences
from console.domain import events as e
from console.domain.case import CaseState
from console.domain.clock import HOUR_MS, MINUTE_MS
from console.domain.officer import Officer, Role

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
BINH = Officer("binh", "Bế Thị Bình", "TB-CAT", (Role.PROVINCE_DUTY,), "Thượng úy")
KIEM = Officer("kiem", "Lục Văn Kiểm", "TB-CAT", (Role.REVIEWER,), "Thiếu tá")
TOLD = "Kiểm tra nhận xét về CB26-00001"


def titles(console):
    return [card.toast.title for card in console.window.toasts.cards]


def clocks(console, case_id):
    return {
        one.code: (one.started_at, one.due_at, bool(one.done_at))
        for one in console.bench.queries.detail(case_id).clocks
    }


def counted(console, table):
    with console.workspace.store.read() as connection:
        return connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()


def ended(console):
    """Let officer Bình answer a petition and end it, an hour after it came; return its id and its clocks before."""
    for officer in (BINH, KIEM):
        save_officer(console.workspace, officer)
    console.says("an", "nho cong an xu ly tranh chap dat")
    case_id = console.window.queue.model._places[0].case_id
    now = console.clock.now_ms()
    with console.workspace.store.write() as tx:
        kind = (e.CaseViewed(), e.CaseClassified("PAKN"), e.PriorityChanged("P1"))
        tx.add(case_id, *kind, e.CaseClaimed(now + MINUTE_MS), actor="binh", unit="TB-CAT")
    console.settle()
    before = clocks(console, case_id)
    console.clock.advance(HOUR_MS)
    at = console.clock.now_ms()
    sent = (e.ReplyQueued("r1", "Đã nhận tin"), e.ReplyPermitted("r1", at), e.ReplySent("r1", "z1", at))
    with console.workspace.store.write() as tx:
        tx.add(case_id, *sent, e.CaseClosed("da-giai-quyet"), actor="binh", unit="TB-CAT")
        drawn = e.ReviewDrawn("rv1", "2026-09", 5, 100, ("loai",), "binh", at + 24 * HOUR_MS)
        tx.add(case_id, drawn, actor="system", unit="TB-CAT")
    console.settle()
    return case_id, before


def test_what_a_reviewer_opens_again_is_owed_from_its_first_day_and_its_officer_acknowledges_why(console):
    case_id, before = ended(console)
    console.sit_down("kiem")
    replies = counted(console, "reply")
    console.key(Qt.Key.Key_7, CTRL | ALT)
    console.key(Qt.Key.Key_3, ALT)
    judging = console.window.pages.page("review").judging
    assert judging.comment.hasFocus() and console.bench.queries.detail(case_id).case.state is CaseState.CLOSED
    console.type("chua tra loi noi dung dan hoi")
    judging.findings.buttons[0].click()
    console.key(Qt.Key.Key_3, ALT)
    assert "Đã mở lại CB26-00001, hồ sơ về hàng đợi" in titles(console)
    case = console.bench.queries.detail(case_id).case
    assert (case.state, case.owner, case.unit, case.reopened) == (CaseState.NEW, "", "TB-CAT", 1)
    assert clocks(console, case_id)["PAKN_REPLY"] == before["PAKN_REPLY"]
    ladder.tick(console.workspace.store, console.workspace.rules)
    assert console.bench.queries.detail(case_id).case.raised == 0, "it waits only from now on"
    console.clock.advance(4 * MINUTE_MS)
    ladder.tick(console.workspace.store, console.workspace.rules)
    assert console.bench.queries.detail(case_id).case.raised > 0
    console.sit_down("binh")
    assert console.controller.alarms.known == {case_id}
    assert TOLD in titles(console)
    console.key(Qt.Key.Key_K, CTRL)
    console.type("tiep thu y kien")
    console.key(Qt.Key.Key_Return)
    dialog = console.app.activeModalWidget()
    assert "chua tra loi noi dung dan hoi" in dialog.detail.text()
    dialog.choices[0].click()
    console.key(Qt.Key.Key_Return, CTRL)
    assert console.bench.queries.unacknowledged() == []
    console.controller.reviews.refresh()
    assert TOLD not in titles(console)
    assert counted(console, "reply") == replies, "nobody wrote to the citizen"
    console.send()
    assert console.posts() == []
    console.key(Qt.Key.Key_F8)
    assert (console.case().case_id, console.case().owner) == (case_id, "binh")
    assert differences(console.workspace.store) == ()


def test_an_end_that_is_taken_back_ends_no_clock_either(console):
    """«Hoàn tác» after a slip of the hand: that the petition was received is no answer to it."""
    case_id, before = ended(console)
    assert clocks(console, case_id)["PAKN_REPLY"][2]
    with console.workspace.store.write() as tx:
        tx.add(case_id, e.CaseReopened("Hoàn tác"), actor="binh", unit="TB-CAT")
    assert clocks(console, case_id)["PAKN_REPLY"] == before["PAKN_REPLY"]
