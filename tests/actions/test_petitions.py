"""The written steps of denunciations and complaints: which clock each ends or starts, and their place in the register (domain.md §3)."""

from datetime import timedelta

import pytest

from console.actions.classification import classify
from console.actions.desk import Missing, Refused
from console.actions.merging import merge, split
from console.actions.petitions import handle
from console.actions.transfers import accept, transfer
from console.cache.rebuild import differences
from console.cache.visibility import sight_of
from console.domain.calendar import end_of_day_ms, local_date, start_of_day_ms
from console.domain.clock import DAY_MS
from console.domain.petition import Handling
from console.domain.words import words_for
from console.reports.facts import read_case
from console.reports.register import COLUMNS, Names, line
from tests.support import DIEP, HANH, LONG, THANH_TRA

TAKEN_UP, REFUSED, PASSED_ON, NOT_FORMAL = (
    Handling.TAKEN_UP,
    Handling.REFUSED,
    Handling.PASSED_ON,
    Handling.NOT_FORMAL,
)


@pytest.fixture
def denunciation(w):
    case = w.put("Cán bộ xã nhận tiền của dân")
    classify(w.desk(), case.case_id, "TO_CAO")
    return w.case(case.case_id)


@pytest.fixture
def complaint(w):
    case = w.put("Tôi khiếu nại quyết định xử phạt số 12")
    classify(w.desk(), case.case_id, "KHIEU_NAI")
    return w.case(case.case_id)


def clocks(w, case):
    found = w.rules.clocks(w.case(case.case_id), "P3", w.clock.now_ms())
    return {clock.policy_code: clock for clock in found}


def in_register(w, case):
    with w.store.read() as connection:
        facts = read_case(connection, w.rules, sight_of(LONG, w.rules), case.number, w.clock.now_ms())
    cells = line(1, facts, Names(w.rules, {}))
    return dict(zip((column.head for column in COLUMNS), cells, strict=True))


def test_taking_a_complaint_up_ends_its_first_term_and_starts_the_one_for_settling(w, complaint):
    first = local_date(w.clock.now_ms())
    assert clocks(w, complaint)["KN_ACCEPT"].done_ms is None and "KN_RESOLVE" not in clocks(w, complaint)
    w.clock.advance(30 * DAY_MS)
    assert clocks(w, complaint)["KN_ACCEPT"].state == "late"
    taken = first + timedelta(days=3)
    done = handle(w.desk(), complaint.case_id, TAKEN_UP, "4/TB-TL", taken)
    found = clocks(w, complaint)
    assert found["KN_ACCEPT"].met and found["KN_ACCEPT"].done_ms == end_of_day_ms(taken) - 1
    assert found["KN_RESOLVE"].started_ms == start_of_day_ms(taken)
    body = done.events[0].body
    assert body.citation == w.rules.catalog.policies["KN_ACCEPT"].citation == "Luật Khiếu nại 2011 Đ27"
    assert words_for(body, {}) == (
        f"ghi xử lý đơn: Thụ lý, số 4/TB-TL, ngày {taken:%d/%m/%Y} (Luật Khiếu nại 2011 Đ27)"
    )
    row = in_register(w, complaint)
    assert row["Thụ lý đơn"] == f"Thụ lý; Số 4/TB-TL, ngày {taken:%d/%m/%Y}"
    assert row["Hạn giải quyết"].startswith("hết ")
    settled = first + timedelta(days=20)
    handle(w.desk(), complaint.case_id, TAKEN_UP, "4/TB-TL", taken, settled=("9/QĐ-GQKN", settled))
    assert clocks(w, complaint)["KN_RESOLVE"].met
    assert f"giải quyết: Số 9/QĐ-GQKN, ngày {settled:%d/%m/%Y}" in in_register(w, complaint)["Thụ lý đơn"]
    assert differences(w.store) == ()


def test_refusing_says_why_and_ends_the_term_without_starting_another(w, complaint):
    today = local_date(w.clock.now_ms())
    with pytest.raises(Refused, match="Thiếu lý do"):
        handle(w.desk(), complaint.case_id, REFUSED, "5/TB", today)
    handle(w.desk(), complaint.case_id, REFUSED, "5/TB", today, "không bằng đơn")
    assert clocks(w, complaint)["KN_ACCEPT"].met and "KN_RESOLVE" not in clocks(w, complaint)
    assert in_register(w, complaint)["Thụ lý đơn"].endswith("không bằng đơn")


def test_a_complaint_is_never_ended_without_a_paper(w, complaint):
    """Luật Khiếu nại 2011 Đ27 asks for writing; a reply over Zalo is none (domain.md §3)."""
    today = local_date(w.clock.now_ms())
    for handling in (NOT_FORMAL, PASSED_ON):
        with pytest.raises(Refused, match="xử lý như vậy"):
            handle(w.desk(), complaint.case_id, handling, "5/TB", today, "đã hướng dẫn")
    for handling in (TAKEN_UP, REFUSED):
        with pytest.raises(Refused, match="Thiếu số văn bản"):
            handle(w.desk(), complaint.case_id, handling, " ", today, "lý do")
    assert clocks(w, complaint)["KN_ACCEPT"].done_ms is None


@pytest.mark.parametrize("handling", list(Handling))
def test_whatever_is_made_of_a_denunciation_ends_its_first_term(w, denunciation, handling):
    today = local_date(w.clock.now_ms())
    assert clocks(w, denunciation)["TC_FIRST"].done_ms is None
    done = handle(w.desk(THANH_TRA), denunciation.case_id, handling, "3/TB-PX05", today, "vì vậy")
    found = clocks(w, denunciation)
    assert found["TC_FIRST"].met
    assert ("TC_RESOLVE" in found) is (handling is TAKEN_UP)
    # What its own body decides on is not to be passed on; only passing on meets that duty.
    assert ("TC_TRANSFER" in found) is (handling is PASSED_ON)
    if handling is PASSED_ON:
        assert found["TC_TRANSFER"].met
    expected = {PASSED_ON: "TC_TRANSFER", NOT_FORMAL: "TC_NONCONFORMING"}.get(handling, "TC_FIRST")
    assert done.events[0].body.citation == w.rules.catalog.policies[expected].citation


def test_what_was_told_by_chat_alone_needs_a_reason_and_no_paper(w, denunciation):
    """Luật Tố cáo 2018 Đ22, Đ25: a message is no denunciation in the form of the law."""
    today = local_date(w.clock.now_ms())
    with pytest.raises(Refused, match="Thiếu lý do"):
        handle(w.desk(LONG), denunciation.case_id, NOT_FORMAL, "", today)
    handle(w.desk(LONG), denunciation.case_id, NOT_FORMAL, "", today, "đã hướng dẫn gửi đơn")
    assert clocks(w, denunciation)["TC_FIRST"].met
    assert in_register(w, denunciation)["Thụ lý đơn"] == (
        "Chưa đúng hình thức tố cáo, không xử lý theo Luật Tố cáo; đã hướng dẫn gửi đơn"
    )


def test_a_later_record_takes_the_place_of_an_earlier_one_and_the_same_is_nothing_new(w, denunciation):
    today = local_date(w.clock.now_ms())
    handle(w.desk(LONG), denunciation.case_id, NOT_FORMAL, "", today, "đã hướng dẫn")
    handle(w.desk(LONG), denunciation.case_id, TAKEN_UP, "3/QĐ", today)
    assert handle(w.desk(LONG), denunciation.case_id, TAKEN_UP, "3/QĐ", today).events == ()
    assert w.case(denunciation.case_id).petition.handling == TAKEN_UP
    assert "TC_RESOLVE" in clocks(w, denunciation)


def test_accepting_a_transfer_is_no_taking_up(w, complaint):
    transfer(w.desk(), complaint.case_id, "TB-TPCB", "thuộc địa bàn")
    accept(w.desk(DIEP), complaint.case_id)
    found = clocks(w, complaint)
    assert found["KN_ACCEPT"].done_ms is None and "KN_RESOLVE" not in found


def test_who_may_not_know_of_a_denunciation_records_nothing_of_it(w, denunciation):
    with pytest.raises(Missing):
        handle(w.desk(HANH), denunciation.case_id, NOT_FORMAL, "", local_date(w.clock.now_ms()), "vì vậy")


def test_days_and_kinds_that_cannot_be_are_refused(w, complaint):
    today = local_date(w.clock.now_ms())
    with pytest.raises(Refused, match="chưa tới"):
        handle(w.desk(), complaint.case_id, TAKEN_UP, "4/TB", today + timedelta(days=1))
    with pytest.raises(Refused, match="trở đi"):
        handle(w.desk(), complaint.case_id, TAKEN_UP, "4/TB", today - timedelta(days=1))
    w.clock.advance(2 * DAY_MS)
    with pytest.raises(Refused, match="trở đi"):
        handle(
            w.desk(), complaint.case_id, TAKEN_UP, "4/TB", today + timedelta(days=1), settled=("5/QĐ", today)
        )
    with pytest.raises(Refused, match="đã thụ lý"):
        handle(w.desk(), complaint.case_id, REFUSED, "4/TB", today, "vì vậy", settled=("5/QĐ", today))
    question = w.put("hỏi căn cước", user="1002")
    with pytest.raises(Refused, match="không phải tố cáo, khiếu nại"):
        handle(w.desk(), question.case_id, TAKEN_UP, "4/TB", today)
    assert w.case(complaint.case_id).petition is None


def test_what_one_law_said_counts_for_nothing_under_the_other(w, complaint):
    handle(w.desk(), complaint.case_id, TAKEN_UP, "4/TB", local_date(w.clock.now_ms()))
    classify(w.desk(), complaint.case_id, "TO_CAO")
    found = clocks(w, complaint)
    assert found["TC_FIRST"].done_ms is None
    assert "TC_RESOLVE" not in found and "TC_TRANSFER" in found


def test_a_merged_case_brings_its_papers_along(w, complaint):
    w.put("Với lại còn việc này")
    new_id = split(w.desk(), complaint.case_id, ("m000002",)).new_case_id
    classify(w.desk(), new_id, "KHIEU_NAI")
    today = local_date(w.clock.now_ms())
    handle(w.desk(), new_id, TAKEN_UP, "4/TB", today, settled=("5/QĐ", today))
    merge(w.desk(), new_id, complaint.case_id, "một việc")
    case = w.case(complaint.case_id)
    assert (case.petition.paper.document, case.settled.document) == ("4/TB", "5/QĐ")
    assert in_register(w, w.case(new_id))["Thụ lý đơn"] == ""
    assert differences(w.store) == ()
