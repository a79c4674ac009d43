"""Category, priority, place and tags."""

import pytest

from console.actions.claims import claim
from console.actions.classification import classify, confirm_suggestion, set_place, set_priority
from console.actions.desk import Conflict, HeldByOther, Missing, Refused
from console.actions.tags import set_tags, tag, toggle_tag, untag
from console.actions.undoing import undo
from console.domain import events as e
from console.domain.case import CaseState
from tests.support import HANH, LONG, THANH_TRA, TUAN


def test_a_category_keeps_what_was_before_and_what_the_machine_thought(w):
    case = w.put("Cho tôi hỏi thủ tục làm căn cước công dân cần giấy tờ gì")
    classify(w.desk(), case.case_id, "HOI_DAP")
    classify(w.desk(), case.case_id, "TTHC")
    body = w.events(case.case_id)[-1].body
    assert (body.category, body.previous, body.suggested) == ("TTHC", "HOI_DAP", "TTHC")
    assert w.case(case.case_id).category == "TTHC"


def test_a_category_that_is_not_in_the_data_is_refused(w):
    case = w.put()
    with pytest.raises(Refused, match="Không có loại hồ sơ «VU_AN»"):
        classify(w.desk(), case.case_id, "VU_AN")


def test_the_same_category_again_writes_nothing(w):
    case = w.put()
    classify(w.desk(), case.case_id, "TTHC")
    assert classify(w.desk(), case.case_id, "TTHC").events == ()


def test_two_categories_at_once_are_shown_to_the_second_officer(w):
    case = w.put()
    classify(w.desk(TUAN), case.case_id, "TTHC", expected_version=case.version)
    with pytest.raises(Conflict, match=r"Lê Anh Tuấn phân loại Thủ tục hành chính\. Xem lại"):
        classify(w.desk(HANH), case.case_id, "HOI_DAP", expected_version=case.version)
    assert w.case(case.case_id).category == "TTHC"


def test_a_category_and_a_priority_at_once_both_hold(w):
    case = w.put()
    classify(w.desk(TUAN), case.case_id, "TTHC", expected_version=case.version)
    set_priority(w.desk(HANH), case.case_id, "P2", expected_version=case.version)
    after = w.case(case.case_id)
    assert (after.category, after.priority) == ("TTHC", "P2")


def test_one_officers_quick_correction_is_no_conflict(w):
    case = w.put()
    classify(w.desk(), case.case_id, "TTHC", expected_version=case.version)
    classify(w.desk(), case.case_id, "HOI_DAP", expected_version=case.version)
    assert w.case(case.case_id).category == "HOI_DAP"


def test_a_case_in_another_officers_hands_is_left_alone(w):
    case = w.put()
    claim(w.desk(TUAN), case.case_id)
    for act in (
        lambda: classify(w.desk(), case.case_id, "TTHC"),
        lambda: set_priority(w.desk(), case.case_id, "P2"),
        lambda: set_place(w.desk(), case.case_id, "TK"),
        lambda: confirm_suggestion(w.desk(), case.case_id),
    ):
        with pytest.raises(HeldByOther, match="Lê Anh Tuấn đang giữ CB26-00001"):
            act()


def test_a_denunciation_leaves_the_screen_of_who_flagged_it(w):
    case = w.put("Tôi tố cáo cán bộ nhận tiền")
    done = classify(w.desk(), case.case_id, "TO_CAO")
    assert "từ nay trực chỉ huy và thanh tra xử lý" in str(done.warnings[0])
    assert done.undo is None
    with pytest.raises(Missing, match="không được xem"):
        set_priority(w.desk(), case.case_id, "P2")
    assert w.queries(HANH).detail(case.case_id) is None
    classify(w.desk(THANH_TRA), case.case_id, "KHIEU_NAI")
    assert w.case(case.case_id).category == "KHIEU_NAI"


def test_only_a_commander_takes_back_the_highest_priority(w):
    case = w.put()
    done = set_priority(w.desk(), case.case_id, "P1")
    with pytest.raises(Refused, match="Chỉ trực chỉ huy"):
        set_priority(w.desk(TUAN), case.case_id, "P3")
    undo(w.desk(), done.undo)
    assert w.case(case.case_id).priority == ""
    set_priority(w.desk(), case.case_id, "P1")
    set_priority(w.desk(LONG), case.case_id, "P3")
    assert w.case(case.case_id).priority == "P3"


def test_a_place_is_a_district_of_the_data_with_words(w):
    case = w.put()
    with pytest.raises(Refused, match="Không có địa bàn"):
        set_place(w.desk(), case.case_id, "HN")
    code = next(iter(w.rules.catalog.districts))
    set_place(w.desk(), case.case_id, code, " chợ Xanh ")
    assert (w.case(case.case_id).district, w.case(case.case_id).place) == (code, "chợ Xanh")
    assert set_place(w.desk(), case.case_id, code, "chợ Xanh").events == ()


def test_the_machines_proposal_is_confirmed_in_one_go_and_taken_back_in_one(w):
    case = w.put("Cứu tôi với, có người cầm dao chém nhau ở Trùng Khánh")
    before = w.case(case.case_id)
    done = confirm_suggestion(w.desk(), case.case_id)
    after = w.case(case.case_id)
    assert after.category
    assert after.priority == "P1"
    assert after.district
    assert after.version - before.version == len(done.events) == 3
    undo(w.desk(), done.undo)
    undone = w.case(case.case_id)
    assert (undone.category, undone.priority, undone.district) == ("", "", "")
    assert undone.classified_at == 0


def test_what_a_person_set_is_not_changed_by_the_machines_proposal(w):
    case = w.put("Cứu tôi với, có người cầm dao chém nhau ở Trùng Khánh")
    classify(w.desk(), case.case_id, "ANTT")
    confirm_suggestion(w.desk(), case.case_id)
    assert w.case(case.case_id).category == "ANTT"


def test_without_a_proposal_there_is_nothing_to_confirm(w):
    case = w.put("…")
    w.rows("SELECT 1")
    with w.store.write() as tx:
        tx.connection.exec_driver_sql("DELETE FROM suggestion")
    with pytest.raises(Refused, match="Chưa có gợi ý"):
        confirm_suggestion(w.desk(), case.case_id)


def test_undoing_a_category_is_an_event_of_its_own(w):
    case = w.put()
    done = classify(w.desk(), case.case_id, "TTHC")
    undo(w.desk(), done.undo)
    assert w.kinds(case.case_id).count("case.classified") == 2
    history = w.queries().detail(case.case_id).history
    assert history[0].words == "bỏ phân loại Thủ tục hành chính"


def test_tags_go_on_and_off_and_each_is_an_event(w):
    case = w.put()
    tag(w.desk(), case.case_id, "co-bac")
    assert tag(w.desk(), case.case_id, "co-bac").events == ()
    toggle_tag(w.desk(), case.case_id, "ma-tuy")
    toggle_tag(w.desk(), case.case_id, "ma-tuy")
    assert w.case(case.case_id).tags == ("co-bac",)
    untag(w.desk(), case.case_id, "co-bac")
    assert untag(w.desk(), case.case_id, "co-bac").events == ()
    assert w.kinds(case.case_id)[2:] == ["case.tagged", "case.tagged", "case.untagged", "case.untagged"]


def test_a_tag_outside_the_vocabulary_is_refused_but_an_old_one_can_be_taken_off(w):
    case = w.put()
    with pytest.raises(Refused, match="Không có nhãn «tu-dat»"):
        tag(w.desk(), case.case_id, "tu-dat")
    w.add(case.case_id, e.Tagged("tu-dat"))
    untag(w.desk(), case.case_id, "tu-dat")
    assert w.case(case.case_id).tags == ()


def test_tags_of_two_officers_at_once_both_stay(w):
    case = w.put()
    claim(w.desk(TUAN), case.case_id)
    tag(w.desk(TUAN), case.case_id, "co-bac", expected_version=case.version)
    done = set_tags(w.desk(), case.case_id, ("ma-tuy",), ("tre-em",), expected_version=case.version)
    assert set(w.case(case.case_id).tags) == {"co-bac", "ma-tuy"}
    undo(w.desk(), done.undo)
    assert w.case(case.case_id).tags == ("co-bac",)


def test_facts_of_a_closed_case_stay_but_it_can_be_tagged(w):
    case = w.put()
    w.add(case.case_id, e.CaseClosed("da-tra-loi"))
    with pytest.raises(Refused, match="đã đóng"):
        classify(w.desk(), case.case_id, "TTHC")
    tag(w.desk(), case.case_id, "co-bac")
    assert w.case(case.case_id).state is CaseState.CLOSED
