"""What the investigators decide on a crime report: the terms it ends and starts, and its place in the register (domain.md §3, §6)."""

from datetime import timedelta

import pytest

from console.actions.classification import classify
from console.actions.clocks import decide_extension, request_extension
from console.actions.desk import Refused
from console.actions.merging import merge, split
from console.actions.people import record_outcome
from console.actions.transfers import accept, transfer
from console.cache.rebuild import differences
from console.cache.visibility import sight_of
from console.domain.calendar import end_of_day_ms, local_date, start_of_day_ms
from console.domain.clock import DAY_MS
from console.domain.crime import Decision
from console.domain.words import words_for
from console.reports.facts import read_case
from console.reports.register import COLUMNS, Names, line
from console.reports.register_paper import printed
from tests.support import DIEP, HANH, LONG


@pytest.fixture
def tip(w):
    case = w.put("Tố giác đánh bạc ở chợ Xanh")
    classify(w.desk(), case.case_id, "TO_GIAC")
    return w.case(case.case_id)


def clocks(w, case):
    found = w.rules.clocks(w.case(case.case_id), "P2", w.clock.now_ms())
    return {clock.policy_code: clock for clock in found}


def in_register(w, case):
    with w.store.read() as connection:
        facts = read_case(connection, w.rules, sight_of(HANH, w.rules), case.number, w.clock.now_ms())
    names = Names(w.rules, {"diep": "Nông Thị Điệp"})
    return dict(zip((column.head for column in COLUMNS), line(1, facts, names), strict=True))


def decide(w, case, on, **more):
    return record_outcome(w.desk(), case.case_id, Decision.NOT_PROSECUTE, "7/QĐ-CSĐT", on, **more)


def test_the_decision_ends_the_term_for_checking_and_starts_the_one_for_telling(w, tip):
    first = local_date(w.clock.now_ms())
    assert "CRIME_RESULT_NOTICE" not in clocks(w, tip)
    w.clock.advance(25 * DAY_MS)
    assert clocks(w, tip)["CRIME_RESOLVE_20D"].state == "late"
    decided_on = first + timedelta(days=15)
    done = decide(w, tip, decided_on)
    found = clocks(w, tip)
    assert found["CRIME_RESOLVE_20D"].met
    assert found["CRIME_RESOLVE_20D"].done_ms == end_of_day_ms(decided_on) - 1
    assert found["CRIME_RESULT_NOTICE"].started_ms == start_of_day_ms(decided_on)
    assert found["CRIME_RESULT_NOTICE"].state == "late"
    decide(w, tip, decided_on, told=("8/TB", decided_on + timedelta(days=2)))
    assert clocks(w, tip)["CRIME_RESULT_NOTICE"].met
    day = f"{decided_on:%d/%m/%Y}"
    assert words_for(done.events[0].body, {}) == (
        f"ghi quyết định của Cơ quan điều tra: Không khởi tố vụ án hình sự, số 7/QĐ-CSĐT, ngày {day}"
    )
    row = in_register(w, tip)
    assert row["Quyết định của CQĐT"] == f"Không khởi tố vụ án hình sự; Số 7/QĐ-CSĐT, ngày {day}"
    assert row["Thông báo kết quả"] == f"Số 8/TB, ngày {decided_on + timedelta(days=2):%d/%m/%Y}"
    assert differences(w.store) == ()


def test_what_cannot_be_is_refused_and_the_same_again_is_nothing_new(w, tip):
    today = local_date(w.clock.now_ms())
    with pytest.raises(Refused, match="chưa tới"):
        decide(w, tip, today + timedelta(days=1))
    with pytest.raises(Refused, match="trở đi"):
        decide(w, tip, today - timedelta(days=1))
    w.clock.advance(2 * DAY_MS)
    with pytest.raises(Refused, match="trở đi"):
        decide(w, tip, today + timedelta(days=2), told=("8/TB", today))
    with pytest.raises(Refused, match="Thiếu số thông báo"):
        decide(w, tip, today, told=(" ", today))
    assert w.case(tip.case_id).decided is None
    question = w.put("hỏi căn cước", user="1002")
    with pytest.raises(Refused, match="không phải nguồn tin"):
        decide(w, question, today)
    assert decide(w, tip, today, told=("8/TB", today)).events
    assert decide(w, tip, today, told=("8/TB", today)).events == ()


def test_the_register_tells_who_took_it_and_how_the_term_was_extended(w, tip):
    asked = request_extension(w.desk(), tip.case_id, "CRIME_RESOLVE_20D", "phức tạp").events[0].body
    decide_extension(w.desk(LONG), tip.case_id, asked.extension_id, granted=True, document="9/QĐ-VKS")
    transfer(w.desk(), tip.case_id, "TB-TPCB", "thuộc địa bàn")
    assert in_register(w, tip)["Người nhận"] == ""
    accept(w.desk(DIEP), tip.case_id)
    row = in_register(w, tip)
    assert row["Người nhận"] == "Nông Thị Điệp"
    until = local_date(asked.until - 1)
    assert row["Hạn giải quyết"] == f"hết {until:%d/%m/%Y}"
    assert row["Gia hạn"] == f"đến {until:%d/%m/%Y} (9/QĐ-VKS)"


def test_a_merged_case_brings_its_outcome_along(w, tip):
    w.put("Với lại có trộm xe")
    new_id = split(w.desk(), tip.case_id, ("m000002",)).new_case_id
    classify(w.desk(), new_id, "TO_GIAC")
    today = local_date(w.clock.now_ms())
    decide(w, w.case(new_id), today, told=("8/TB", today))
    merge(w.desk(), new_id, tip.case_id, "một việc")
    case = w.case(tip.case_id)
    assert case.decided.paper.document == "7/QĐ-CSĐT"
    assert case.result_notice.document == "8/TB"
    assert in_register(w, w.case(new_id))["Quyết định của CQĐT"] == ""
    assert differences(w.store) == ()


def test_paper_has_the_decision_beside_how_the_desks_part_ended():
    found = printed([column.head for column in COLUMNS])
    assert "Kết quả; Quyết định của CQĐT; Thụ lý đơn" in found
    assert {"Người bị tố giác", "Bị hại", "Thông báo VKS", "Ghi chú"} <= set(found)
    assert "Mức độ" not in found
