"""A unit that is only told of a case reads it and answers for nothing; one that is asked takes it first (features E-01, E-02)."""

import pytest
from PySide6.QtCore import Qt

from console.actions import closing, transfers
from console.cache.views import View
from console.domain import events as e
from console.domain.calendar import local_date
from console.domain.case import CaseState, Outcome, TransferState
from console.domain.clock import HOUR_MS
from console.domain.period import PeriodKind, period_of

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def append(console, *bodies, actor="hanh"):
    with console.workspace.store.write() as tx:
        tx.add(console.case().case_id, *bodies, actor=actor, unit="TB-CAT")
    console.settle()


def act(console, work):
    """Run an action as who sits there; return its answer or its refusal."""
    told = []
    console.bench.act(work, told.append, told.append)
    console.settle()
    return told[0]


def toasts(console):
    return [card.toast.title for card in console.window.toasts.cards]


def counted(console):
    """Return how many cases of today stand in the figures of who sits there."""
    found = []
    day = period_of(PeriodKind.DAY, local_date(console.clock.now_ms()))
    console.bench.statistics(day, "", found.append)
    console.settle()
    return len(found[0].facts)


@pytest.fixture
def at_case(console):
    """The province's desk with a case that nobody holds."""
    console.says("an", "Co nguoi danh bac o cho xanh phuong tan giang")
    console.key(Qt.Key.Key_F8)
    append(console, e.CaseClassified("TIN_BAO"), e.PriorityChanged("P3"), e.CaseViewed(), e.CaseReleased(""))
    return console


def at_unit(console):
    """Let the city's duty officer sit down at the same case."""
    case_id = console.controller.room.case_id
    console.sit_down("tuan")
    console.controller.open_case(case_id)
    console.settle()
    return case_id


def test_for_information_means_to_read_it_and_nothing_else(at_case):
    case_id = at_case.controller.room.case_id
    assert counted(at_case) == 1
    act(at_case, lambda desk: transfers.inform(desk, case_id, ("TB-TPCB",), "để biết"))
    at_unit(at_case)
    counts = at_case.bench.queries.counts()
    assert (counts.views[View.NEW], counts.views[View.ALL_OPEN]) == (0, 1)
    assert counts.units == {"TB-CAT": 1}, "it counts for whom it is answered by"
    assert counted(at_case) == 0, "nor in the unit's figures"
    assert at_case.controller.alarms.known == frozenset(), "it rings where somebody answers for it"
    header = at_case.window.conversation.header
    shown = [header.claim, header.tags, header.transfer, header.close_button]
    assert not [button for button in shown if button.isVisible()]
    for key, modifier in (
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_E, CTRL),
        (Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier),
    ):
        at_case.key(key, modifier)
        assert at_case.app.activeModalWidget() is None
        assert toasts(at_case)[-1] == "Đơn vị của bạn chỉ được biết hồ sơ này"
    refused = act(at_case, lambda desk: closing.close(desk, case_id, Outcome.RESOLVED, "xong"))
    assert str(refused) == "Đơn vị của bạn chỉ được biết CB26-00001: Trực ban Công an tỉnh xử lý"
    case = at_case.case()
    assert (case.owner, case.category, case.state) == ("", "TIN_BAO", CaseState.NEW)
    at_case.key(Qt.Key.Key_F7)
    at_case.type("xe nay da thay o cho")
    at_case.key(Qt.Key.Key_S, CTRL)
    with at_case.workspace.store.read() as connection:
        assert connection.exec_driver_sql("SELECT author FROM note").scalars().all() == ["tuan"]


def test_who_is_asked_takes_it_before_he_works_and_who_gave_it_back_works_no_more(at_case):
    case_id = at_case.controller.room.case_id
    act(at_case, lambda desk: transfers.transfer(desk, case_id, "TB-TPCB", "đúng địa bàn"))
    at_unit(at_case)
    header = at_case.window.conversation.header
    assert header.claim.isVisible() and header.claim.label() == "Tiếp nhận"
    at_case.key(Qt.Key.Key_E, CTRL)
    assert at_case.app.activeModalWidget() is None and toasts(at_case)[-1] == "Tiếp nhận hồ sơ trước"
    refused = act(at_case, lambda desk: closing.close(desk, case_id, Outcome.RESOLVED, "xong"))
    assert str(refused) == "Tiếp nhận CB26-00001 trước khi xử lý"
    at_case.key(Qt.Key.Key_F2)
    assert (at_case.case().unit, at_case.case().owner) == ("TB-TPCB", "tuan")
    at_case.key(Qt.Key.Key_F9, SHIFT)
    dialog = at_case.app.activeModalWidget()
    dialog.choices[0].click()
    at_case.key(Qt.Key.Key_Return, CTRL)
    assert at_case.case().transfer.state is TransferState.RETURNED
    at_case.key(Qt.Key.Key_F2)
    assert toasts(at_case)[-1] == "Đơn vị của bạn chỉ được biết hồ sơ này"
    assert at_case.case().owner == ""
    at_case.controller.alarms.look()
    assert at_case.controller.alarms.known == frozenset()
    at_case.sit_down("hanh")
    assert at_case.controller.alarms.known == {case_id}, "it rings at its sender's again"


def test_a_desk_that_handed_its_case_on_still_answers_its_citizen_where_the_unit_handles_it(at_case):
    """«Xử lý tại chỗ»: the unit sends people, the duty desk that sent it goes on writing to the citizen."""
    case_id = at_case.controller.room.case_id
    until = at_case.clock.now_ms() + HOUR_MS
    append(at_case, e.CaseTransferred("t1", "TB-TPCB", "địa bàn", until), e.TransferAccepted("t1"))
    append(at_case, e.CaseTransferred("t2", "PC02", "thẩm quyền", until), actor="tuan")
    append(at_case, e.TransferAccepted("t2"), actor="x")
    at_unit(at_case)
    assert at_case.case().unit == "PC02"
    at_case.key(Qt.Key.Key_R, CTRL)
    at_case.type("Don vi dang xac minh")
    at_case.key(Qt.Key.Key_Return, CTRL)
    with at_case.workspace.store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM reply").scalar_one() == 1
    refused = act(at_case, lambda desk: closing.close(desk, case_id, Outcome.RESOLVED, "xong"))
    assert "PC02" in str(refused) or "Cảnh sát hình sự" in str(refused)
