"""What time alone does: unaccepted transfers come back, untaken urgent cases climb the ladder; each step once, on record."""

import pytest

from console.actions.claims import claim, release
from console.actions.classification import set_priority
from console.actions.ladder import tick
from console.actions.transfers import accept, transfer
from console.cache.rebuild import differences
from console.cache.views import QueueFilter, View
from console.domain import events as e
from console.domain.case import CaseState, TransferState
from console.domain.clock import MINUTE_MS
from tests.support import DIEP, TUAN

SECOND = 1_000


def run(w, ms=0):
    w.clock.advance(ms)
    return tick(w.store, w.rules)


def raised(w, case_id):
    return [
        (x.body.level, x.body.to, x.body.unit) for x in w.events(case_id) if isinstance(x.body, e.CaseRaised)
    ]


def urgent(w, **more):
    case = w.put("Có người cầm dao đuổi nhau ở chợ Xanh", **more)
    set_priority(w.desk(), case.case_id, "P1")
    return w.case(case.case_id)


def test_an_urgent_case_that_nobody_takes_calls_desk_province_and_commander(w):
    case = urgent(w)
    run(w, 59 * SECOND)
    assert raised(w, case.case_id) == []
    run(w, SECOND)
    run(w, 0)
    assert raised(w, case.case_id) == [(1, "desk", "TB-CAT")]
    run(w, 2 * MINUTE_MS)
    run(w, 2 * MINUTE_MS)
    assert raised(w, case.case_id) == [(1, "desk", "TB-CAT"), (2, "province", "TB-CAT"), (3, "commander", "")]
    assert {x.actor for x in w.events(case.case_id) if isinstance(x.body, e.CaseRaised)} == {"system"}
    run(w, 60 * MINUTE_MS)
    assert len(raised(w, case.case_id)) == 3
    assert w.queries().queue_rows([case.case_id])[0].raised == 3


def test_after_a_machine_was_off_every_rung_is_on_record_at_once(w):
    case = w.put("Cháy nhà", at=w.clock.now_ms() - 60 * MINUTE_MS)
    w.add(case.case_id, e.Tagged("dang-dien-ra"))
    set_priority(w.desk(), case.case_id, "P1")
    run(w, 10 * MINUTE_MS)
    assert [level for level, _, _ in raised(w, case.case_id)] == [1, 2, 3]


def test_taking_the_case_ends_the_ladder_and_giving_it_back_starts_it_anew(w):
    case = urgent(w)
    run(w, MINUTE_MS)
    claim(w.desk(), case.case_id)
    run(w, 3 * MINUTE_MS)
    assert len(raised(w, case.case_id)) == 1
    release(w.desk(), case.case_id)
    assert w.case(case.case_id).raised == 0
    run(w, MINUTE_MS)
    assert [level for level, _, _ in raised(w, case.case_id)] == [1, 1]


def test_a_lease_that_ran_out_without_an_answer_counts_as_nobody(w):
    case = urgent(w)
    claim(w.desk(), case.case_id)
    run(w, 10 * MINUTE_MS + MINUTE_MS)
    assert [level for level, _, _ in raised(w, case.case_id)] == [1]


def test_a_case_that_is_not_urgent_calls_nobody(w):
    case = w.put()
    set_priority(w.desk(), case.case_id, "P3")
    run(w, 60 * MINUTE_MS)
    assert raised(w, case.case_id) == []


def test_an_unaccepted_transfer_comes_back_to_its_sender_free_and_ringing(w):
    case = w.put("Hỏi về căn cước")
    claim(w.desk(), case.case_id)
    transfer(w.desk(), case.case_id, "CAH-TPCB", "địa bàn")
    run(w, 30 * MINUTE_MS - 1)
    assert w.case(case.case_id).transfer.state is TransferState.PENDING
    run(w, 1)
    after = w.case(case.case_id)
    assert (after.transfer.state, after.unit, after.state, after.owner) == (
        TransferState.TIMED_OUT, "TB-CAT", CaseState.NEW, "",
    )  # fmt: skip
    assert [p.case_id for p in w.queries().queue_index(QueueFilter(View.NEW))] == [case.case_id]
    run(w, MINUTE_MS)
    assert w.kinds(case.case_id).count("transfer.timed_out") == 1
    transfer(w.desk(TUAN), case.case_id, "CAH-TPCB", "lần hai")
    accept(w.desk(DIEP), case.case_id)
    run(w, 60 * MINUTE_MS)
    assert w.case(case.case_id).unit == "CAH-TPCB"


def test_an_unaccepted_urgent_transfer_calls_the_receiver_province_and_commander_then_comes_back(w):
    case = urgent(w)
    claim(w.desk(), case.case_id)
    transfer(w.desk(), case.case_id, "CAH-TPCB", "khẩn")
    for span in (MINUTE_MS, 2 * MINUTE_MS, 2 * MINUTE_MS):
        run(w, span)
    assert raised(w, case.case_id) == [
        (1, "desk", "CAH-TPCB"),
        (2, "province", "TB-CAT"),
        (3, "commander", ""),
    ]
    assert w.case(case.case_id).transfer.state is TransferState.TIMED_OUT
    names = w.rules.names()
    line = w.queries().detail(case.case_id).trail
    assert line.startswith(names["TB-CAT"])
    assert "CATP quá giờ" in line
    run(w, MINUTE_MS)
    assert [level for level, _, _ in raised(w, case.case_id)] == [1, 2, 3, 1]
    assert differences(w.store) == ()


def test_a_refused_write_leaves_nothing_half_done_and_the_next_round_does_it(w, failpoints):
    case = urgent(w)
    w.clock.advance(5 * MINUTE_MS)
    failpoints("store.commit.before=raise")
    with pytest.raises(Exception, match=r"store\.commit\.before"):
        tick(w.store, w.rules)
    assert raised(w, case.case_id) == []
    failpoints("")
    run(w)
    assert len(raised(w, case.case_id)) == 3
