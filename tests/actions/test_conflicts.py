"""Marking a matter as one about police officers."""

import pytest

from console.actions.claims import claim
from console.actions.classification import classify
from console.actions.conflicts import clear_conflict, mark_conflict
from console.actions.desk import Missing, Refused
from console.actions.merging import merge, split
from console.actions.notes import add_note
from console.actions.tags import set_tags, tag, toggle_tag, untag
from console.cache.accounts import enter
from console.domain import events as e
from console.domain.case import CONFLICT_TAG, CaseState
from console.domain.officer import Officer, Role
from tests.support import DIEP, HANH, LONG, THANH_TRA

CHIEF = Officer("khoi", "Đàm Khôi", "BGD", (Role.LEADER,), "Đại tá")


def test_it_leaves_the_screen_of_who_marks_it_and_nobody_holds_it(w):
    case = w.put("Anh Hạnh trực ban nhận tiền")
    claim(w.desk(HANH), case.case_id)
    done = mark_conflict(w.desk(HANH), case.case_id, (), (HANH.officer_id,), "công dân nêu tên")
    after = w.case(case.case_id)
    assert after.owner == "" and after.state is CaseState.NEW
    assert after.conflict.by == HANH.officer_id and after.conflict.routed_to == Role.COMMANDER
    assert CONFLICT_TAG in after.tags
    assert "rời màn hình" in str(done.warnings[0])
    with pytest.raises(Missing):
        add_note(w.desk(HANH), case.case_id, "xem lại")
    claim(w.desk(LONG), case.case_id)


@pytest.mark.parametrize(
    ("units", "officers", "role"),
    [
        (("TB-TPCB",), (), Role.COMMANDER),
        ((), ("long",), Role.LEADER),
        ((), ("long", "khoi"), Role.INSPECTOR),
        (("BGD",), ("long",), Role.INSPECTOR),
        (("PX05",), ("long", "khoi"), ""),
    ],
)
def test_who_decides_is_free_of_the_matter(w, units, officers, role):
    with w.store.write() as tx:
        enter(tx, CHIEF)
    case = w.put()
    done = mark_conflict(w.desk(HANH), case.case_id, units, officers, "công dân nêu tên")
    assert w.case(case.case_id).conflict.routed_to == role
    assert ("Viện kiểm sát" in str(done.warnings[0])) == (role == "")


def test_a_unit_concerned_takes_all_below_it_along(w):
    case = w.put()
    w.add(case.case_id, e.CaseTransferred("t1", "TB-TPCB", "địa bàn", 1))
    inspector_there = Officer("tt2", "Thanh tra", "TB-TPCB", (Role.INSPECTOR,))
    assert w.desk(DIEP).sight.sees(w.case(case.case_id))
    mark_conflict(w.desk(HANH), case.case_id, ("CAH-TPCB",), (), "công dân nêu đơn vị")
    for officer in (DIEP, inspector_there):
        assert not w.desk(officer).sight.sees(w.case(case.case_id))
    assert w.desk(THANH_TRA).sight.sees(w.case(case.case_id))


def test_what_is_asked_for_must_exist(w):
    case = w.put()
    for units, officers in ((("KHÔNG",), ()), (("CAT",), ()), ((), ("ai",))):
        with pytest.raises(Refused):
            mark_conflict(w.desk(HANH), case.case_id, units, officers, "lý do")
    with pytest.raises(Refused, match="lý do"):
        mark_conflict(w.desk(HANH), case.case_id, (), (), " ")
    assert w.case(case.case_id).conflict is None


def test_only_who_decides_takes_it_back_and_not_the_one_it_concerns(w):
    case = w.put()
    mark_conflict(w.desk(HANH), case.case_id, (), (LONG.officer_id,), "công dân nêu tên")
    for officer in (HANH, LONG):
        with pytest.raises((Missing, Refused)):
            clear_conflict(w.desk(officer), case.case_id, "không đúng")
    clear_conflict(w.desk(THANH_TRA), case.case_id, "xác minh: trùng tên")
    after = w.case(case.case_id)
    assert after.conflict is None and CONFLICT_TAG not in after.tags
    assert w.desk(HANH).sight.sees(after)
    assert clear_conflict(w.desk(THANH_TRA), case.case_id, "lần nữa").events == ()


def test_what_is_split_off_stays_kept_from_them(w):
    case = w.put("một")
    w.put("hai")
    mark_conflict(w.desk(HANH), case.case_id, ("CAH-TPCB",), (), "công dân nêu đơn vị")
    done = split(w.desk(LONG), case.case_id, ("m000002",))
    new = w.case(done.new_case_id)
    assert new.conflict.units == ("CAH-TPCB",)
    assert not w.desk(DIEP).sight.sees(new)


def test_what_is_split_off_a_denunciation_stays_one(w):
    case = w.put("một")
    w.put("hai")
    classify(w.desk(LONG), case.case_id, "TO_CAO")
    done = split(w.desk(LONG), case.case_id, ("m000002",))
    assert not w.desk(HANH).sight.sees(w.case(done.new_case_id))


def test_merging_never_opens_a_wall(w):
    hidden, plain = w.put("một", user="1"), w.put("hai", user="2")
    mark_conflict(w.desk(HANH), hidden.case_id, ("CAH-TPCB",), (), "công dân nêu đơn vị")
    with pytest.raises(Refused, match="hạn chế"):
        merge(w.desk(LONG), hidden.case_id, plain.case_id, "trùng")


def test_a_repeated_request_is_done_once(w):
    case = w.put()
    for _ in range(2):
        done = mark_conflict(w.desk(HANH), case.case_id, (), (), "nêu cán bộ", command_id="c1")
    assert done.duplicate
    assert w.kinds(case.case_id).count("case.conflict_marked") == 1


def test_denunciations_are_for_the_few(w):
    case = w.put("Tôi tố cáo")
    classify(w.desk(LONG), case.case_id, "TO_CAO")
    assert not w.desk(HANH).sight.sees(w.case(case.case_id))
    assert w.desk(THANH_TRA).sight.sees(w.case(case.case_id))


def test_the_tag_alone_does_all_that_marking_does(w):
    case = w.put("Anh Hạnh trực ban nhận tiền")
    claim(w.desk(HANH), case.case_id)
    done = tag(w.desk(HANH), case.case_id, CONFLICT_TAG)
    after = w.case(case.case_id)
    assert (after.owner, after.state) == ("", CaseState.NEW)
    assert after.conflict.routed_to == Role.COMMANDER and not after.conflict.officers
    assert done.undo is None and "rời màn hình" in str(done.warnings[0])
    assert w.kinds(case.case_id).count("case.tagged") == 1
    claim(w.desk(LONG), case.case_id)


@pytest.mark.parametrize("off", [untag, toggle_tag])
def test_only_a_decision_takes_the_tag_off(w, off):
    case = w.put()
    mark_conflict(w.desk(HANH), case.case_id, (), (), "công dân nêu cán bộ")
    with pytest.raises(Refused, match="không gỡ như nhãn thường"):
        off(w.desk(LONG), case.case_id, CONFLICT_TAG)
    assert CONFLICT_TAG in w.case(case.case_id).tags


def test_other_tags_of_the_same_go_are_put_on_and_can_be_taken_back(w):
    case = w.put()
    done = set_tags(w.desk(LONG), case.case_id, add=("ma-tuy", CONFLICT_TAG))
    assert {"ma-tuy", CONFLICT_TAG} <= set(w.case(case.case_id).tags)
    assert done.undo.bodies == (e.Untagged("ma-tuy"),)
