"""Giving cases to a colleague, one or many: only to who is on duty and may know, never over somebody's hands, and back again."""

import pytest

from console.actions import assigning, bulk, conflicts, shifts
from console.actions.bulk import BulkAct, BulkKind
from console.actions.claims import claim
from console.actions.desk import Conflict, HeldByOther, Refused
from console.actions.undoing import undo
from console.cache.accounts import enter
from console.domain import events as e
from console.domain.clock import MINUTE_MS
from console.domain.officer import Officer, Role
from tests.support import DIEP, HANH, KIEM, LONG, TUAN

GOOD = (shifts.StartCheck("chuong", passed=True), shifts.StartCheck("den", passed=True))


def names(w, officer=HANH):
    desk = w.desk(officer)
    with w.store.read() as connection:
        return {one.officer_id for one in assigning.assignees(desk, connection)}


def test_a_free_case_goes_to_the_colleague_and_comes_back(w):
    case_id = w.put().case_id
    done = assigning.assign(w.desk(), case_id, "tuan")
    assert (w.case(case_id).owner, w.case(case_id).lease_until) == ("tuan", w.clock.now_ms() + 10 * MINUTE_MS)
    undo(w.desk(), done.undo)
    assert w.case(case_id).owner == ""


def test_ones_own_case_comes_back_to_oneself(w):
    case_id = w.put().case_id
    claim(w.desk(), case_id)
    done = assigning.assign(w.desk(), case_id, "tuan")
    assert w.case(case_id).owner == "tuan"
    undo(w.desk(), done.undo)
    assert w.case(case_id).owner == "hanh"


def test_what_the_colleague_began_is_not_taken_back(w):
    case_id = w.put().case_id
    done = assigning.assign(w.desk(), case_id, "tuan")
    w.add(case_id, e.CaseReleased("bận"), actor="tuan")
    with pytest.raises(Conflict):
        undo(w.desk(), done.undo)


def test_nobody_is_robbed_of_what_he_works_on(w):
    case_id = w.put().case_id
    claim(w.desk(LONG), case_id)
    with pytest.raises(HeldByOther, match="đang giữ"):
        assigning.assign(w.desk(), case_id, "tuan")
    w.clock.advance(11 * MINUTE_MS)
    assigning.assign(w.desk(), case_id, "tuan")
    assert w.case(case_id).owner == "tuan"


@pytest.mark.parametrize("who", [KIEM.officer_id, "nobody"], ids=["may-not-hold", "unknown"])
def test_who_cannot_hold_it_is_refused_with_the_same_words(w, who):
    case_id = w.put().case_id
    with pytest.raises(Refused, match="Không giao được"):
        assigning.assign(w.desk(), case_id, who)
    assert w.case(case_id).owner == ""


def test_whom_a_matter_concerns_is_refused_like_an_unknown_one(w):
    case_id = w.put().case_id
    conflicts.mark_conflict(w.desk(LONG), case_id, (), ("tuan",), "đơn tố cáo nêu tên")
    with pytest.raises(Refused) as concerned:
        assigning.assign(w.desk(LONG), case_id, "tuan")
    with pytest.raises(Refused) as unknown:
        assigning.assign(w.desk(LONG), case_id, "nobody")
    assert str(concerned.value) == str(unknown.value)
    done = bulk.run(w.desk(LONG), [case_id], BulkAct(BulkKind.ASSIGN, "tuan"))
    assert done.changed == ()
    assert w.case(case_id).owner == ""


def test_a_unit_that_may_not_see_the_case_does_not_get_it(w):
    case_id = w.put().case_id
    with pytest.raises(Refused, match="Không giao được"):
        assigning.assign(w.desk(), case_id, DIEP.officer_id)


def test_only_who_is_on_the_running_shift_is_offered_and_taken(w):
    assert "tuan" in names(w)
    assert "hanh" not in names(w), "who asks claims, he does not assign to himself"
    assert KIEM.officer_id not in names(w)
    shifts.open_shift(w.desk(), [], GOOD)
    assert "tuan" not in names(w)
    assert DIEP.officer_id in names(w), "no shift runs at her desk"
    case_id = w.put().case_id
    with pytest.raises(Refused, match="không trong ca"):
        assigning.assign(w.desk(), case_id, "tuan")
    shifts.join(w.desk(TUAN))
    assert "tuan" in names(w)
    assigning.assign(w.desk(), case_id, "tuan")
    assert w.case(case_id).owner == "tuan"


def test_who_may_not_decide_who_works_is_offered_nobody(w):
    handler = Officer("xuly", "Người xử lý", "TB-CAT", (Role.HANDLER,))
    with w.store.write() as tx:
        enter(tx, handler)
    assert bulk.look(w.desk(handler), [w.put().case_id]).officers == ()
    assert [one.officer_id for one in bulk.look(w.desk(), []).officers][:1]


def test_many_at_once_and_back(w):
    ids = [w.put(f"Tôi hỏi về căn cước lần {n}", user=f"30{n}").case_id for n in range(3)]
    claim(w.desk(LONG), ids[1])
    done = bulk.run(w.desk(), ids, BulkAct(BulkKind.ASSIGN, "tuan"))
    assert done.changed == (ids[0], ids[2])
    assert [one.case_id for one in done.skipped] == [ids[1]]
    assert [w.case(i).owner for i in ids] == ["tuan", "long", "tuan"]
    bulk.take_back(w.desk(), done.undo)
    assert [w.case(i).owner for i in ids] == ["", "long", ""]
