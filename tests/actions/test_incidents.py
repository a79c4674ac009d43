"""Many sources, one incident: proposed, linked, unlinked; every citizen apart; nothing for whoever may not know."""

import pytest

from console.actions.classification import classify, set_place
from console.actions.desk import Missing, Refused
from console.actions.incidents import link, unlink
from console.actions.tags import tag
from console.cache.rebuild import differences
from console.domain import events as e
from console.domain.clock import MINUTE_MS
from tests.support import DIEP, LONG


def fires(w, count=3, users="10"):
    cases = []
    for number in range(count):
        case = w.put(
            f"Cháy nhà kho gần chợ Xanh, khói đen, tin {number}",
            user=f"{users}{number}",
            name=f"Dân {number}",
        )
        classify(w.desk(), case.case_id, "CHAY_CNCH")
        set_place(w.desk(), case.case_id, "TPCB", "chợ Xanh")
        cases.append(w.case(case.case_id))
        w.clock.advance(4 * MINUTE_MS)
    return cases


def test_alike_reports_are_proposed_with_a_percentage_and_a_banner(w):
    first, second, third = fires(w)
    w.put("Hỏi làm căn cước ở chợ Xanh", user="999")
    detail = w.queries().detail(first.case_id)
    assert {r.number for r in detail.related} == {second.number, third.number}
    assert all(r.why.endswith("%") and "cùng từ" in r.detail for r in detail.related)
    assert detail.banner == "Có 2 tin giống, cùng nơi, trong 30 phút"


def test_linking_makes_an_incident_of_its_own_and_leaves_every_case_as_it_was(w):
    first, second, third = fires(w)
    before = {
        c.case_id: (c.number, c.state, c.unit, c.message_count, c.conversation_id)
        for c in (first, second, third)
    }
    link(w.desk(), first.case_id, {second.case_id: (82, "cùng nơi"), third.case_id: (80, "")})
    cases = [w.case(c) for c in before]
    assert len({c.incident for c in cases}) == 1 and cases[0].incident
    assert {
        c.case_id: (c.number, c.state, c.unit, c.message_count, c.conversation_id) for c in cases
    } == before
    assert w.rows("SELECT category, district, place FROM incident") == [("CHAY_CNCH", "TPCB", "chợ Xanh")]
    assert w.rows("SELECT count(*) FROM incident_case") == [(3,)]
    detail = w.queries().detail(second.case_id)
    assert {(r.number, r.why) for r in detail.related} == {
        (first.number, "cùng vụ"),
        (third.number, "cùng vụ"),
    }
    assert detail.banner == ""
    linked = [x.body for x in w.events(second.case_id) if isinstance(x.body, e.IncidentLinked)]
    assert (linked[0].percent, linked[0].why) == (82, "cùng nơi")
    assert "Dân" not in str(linked)
    assert differences(w.store) == ()


def test_a_later_source_joins_and_one_that_was_wrong_leaves(w):
    first, second, third = fires(w)
    link(w.desk(), first.case_id, {second.case_id: (80, "")})
    link(w.desk(), third.case_id, {first.case_id: (80, "")})
    assert w.case(third.case_id).incident == w.case(first.case_id).incident
    with pytest.raises(Refused, match="Thiếu lý do"):
        unlink(w.desk(), second.case_id, " ")
    unlink(w.desk(), second.case_id, "đám cháy khác")
    assert w.case(second.case_id).incident == ""
    assert w.rows("SELECT count(*) FROM incident_case") == [(2,)]
    fourth, fifth = fires(w, 2, "20")
    link(w.desk(), fourth.case_id, {fifth.case_id: (0, "")})
    with pytest.raises(Refused, match="nhiều vụ khác nhau"):
        link(w.desk(), first.case_id, {fourth.case_id: (0, "")})
    assert differences(w.store) == ()


def test_what_somebody_may_not_know_of_is_neither_proposed_nor_linked(w):
    first, second, third = fires(w)
    tag(w.desk(), second.case_id, "lien-quan-can-bo")
    assert [r.number for r in w.queries().detail(first.case_id).related] == [third.number]
    assert len(w.queries(LONG).detail(first.case_id).related) == 2
    with pytest.raises((Missing, Refused)):
        link(w.desk(), first.case_id, {second.case_id: (80, "")})
    link(w.desk(LONG), first.case_id, {second.case_id: (80, "")})
    assert [r.number for r in w.queries().detail(first.case_id).related] == [third.number]
    with pytest.raises((Missing, Refused)):
        link(w.desk(DIEP), second.case_id, {first.case_id: (0, "")})
