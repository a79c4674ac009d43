"""Pausing and extending clocks, warnings, and what reclassifying does to them."""

from dataclasses import replace
from datetime import date

import pytest

from console.actions.claims import claim
from console.actions.classification import classify, set_priority
from console.actions.clocks import decide_extension, pause, request_extension, resume
from console.actions.closing import close
from console.actions.desk import Refused
from console.actions.ladder import tick, warn
from console.actions.policies import preview
from console.actions.transfers import transfer
from console.actions.urgent import open_report, stamp
from console.actions.viewing import view
from console.cache.rebuild import differences
from console.domain import events as e
from console.domain.case import Outcome, TransferState
from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS
from console.domain.officer import Officer, Role
from tests.support import LONG


def clock(w, case_id, code):
    case = w.case(case_id)
    found = w.rules.clocks(case, case.priority or "P3", w.clock.now_ms())
    return next(c for c in found if c.policy_code == code)


def tip(w):
    case = w.put("Tố giác đánh bạc")
    classify(w.desk(), case.case_id, "TO_GIAC")
    return w.case(case.case_id)


def test_a_house_clock_stands_still_and_the_time_does_not_count(w):
    case = w.put("Hỏi thủ tục")
    classify(w.desk(), case.case_id, "TTHC")
    due = clock(w, case.case_id, "SLA_TTHC_REPLY").due_ms
    with pytest.raises(Refused, match="Thiếu lý do tạm dừng"):
        pause(w.desk(), case.case_id, "SLA_TTHC_REPLY", "")
    pause(w.desk(), case.case_id, "SLA_TTHC_REPLY", "chờ bổ sung giấy tờ")
    w.clock.advance(3 * HOUR_MS)
    assert clock(w, case.case_id, "SLA_TTHC_REPLY").state == "paused"
    resume(w.desk(), case.case_id, "SLA_TTHC_REPLY")
    assert clock(w, case.case_id, "SLA_TTHC_REPLY").due_ms == due + 3 * HOUR_MS
    pause(w.desk(), case.case_id, "SLA_TTHC_REPLY", "chờ thêm")
    w.clock.advance(HOUR_MS)
    w.put("Tôi gửi rồi ạ")
    w.clock.advance(HOUR_MS)
    # The citizen's message ended the pause.
    assert clock(w, case.case_id, "SLA_TTHC_REPLY").due_ms == due + 4 * HOUR_MS
    assert [p.reason for p in w.case(case.case_id).pauses] == ["chờ bổ sung giấy tờ", "chờ thêm"]
    assert differences(w.store) == ()


def test_a_statutory_clock_is_never_paused(w):
    case = tip(w)
    with pytest.raises(Refused, match="luật định, không tạm dừng"):
        pause(w.desk(), case.case_id, "CRIME_RESOLVE_20D", "bận")


def test_an_extension_is_asked_for_and_decided_by_another_with_a_document(w):
    case = tip(w)
    start = clock(w, case.case_id, "CRIME_RESOLVE_20D")
    done = request_extension(w.desk(), case.case_id, "CRIME_RESOLVE_20D", "nhiều nơi")
    asked = done.events[0].body
    assert asked.due_at == start.due_ms < asked.until
    assert clock(w, case.case_id, "CRIME_RESOLVE_20D").due_ms == start.due_ms
    with pytest.raises(Refused, match="chờ duyệt"):
        request_extension(w.desk(), case.case_id, "CRIME_RESOLVE_20D", "lần nữa")
    with pytest.raises(Refused, match="Vai trò"):
        decide_extension(w.desk(), case.case_id, asked.extension_id, granted=True, document="1/QĐ")
    with pytest.raises(Refused, match="Thiếu số văn bản"):
        decide_extension(w.desk(LONG), case.case_id, asked.extension_id, granted=True)
    decide_extension(w.desk(LONG), case.case_id, asked.extension_id, granted=True, document="1/QĐ")
    assert clock(w, case.case_id, "CRIME_RESOLVE_20D").due_ms == asked.until
    request_extension(w.desk(), case.case_id, "CRIME_RESOLVE_20D", "VKS gia hạn", command_id="second")
    second = w.case(case.case_id).extensions[-1]
    decide_extension(w.desk(LONG), case.case_id, second.extension_id, granted=True, document="2/QĐ")
    with pytest.raises(Refused, match="không được gia hạn"):
        request_extension(w.desk(), case.case_id, "CRIME_RESOLVE_20D", "lần ba")
    with pytest.raises(Refused, match="không được gia hạn"):
        request_extension(w.desk(), case.case_id, "CRIME_NOTIFY_VKS", "luật không cho")


def test_nobody_grants_what_he_asked_for_himself_and_a_refusal_changes_nothing(w):
    case = tip(w)
    due = clock(w, case.case_id, "CRIME_RESOLVE_20D").due_ms
    asked = request_extension(w.desk(LONG), case.case_id, "CRIME_RESOLVE_20D", "nhiều nơi").events[0].body
    with pytest.raises(Refused, match="không tự duyệt"):
        decide_extension(w.desk(LONG), case.case_id, asked.extension_id, granted=True, document="1/QĐ")
    other = Officer("hai", "Trần Văn Hai", "CAT", (Role.COMMANDER,))
    decide_extension(w.desk(other), case.case_id, asked.extension_id, granted=False, reason="đủ thời gian")
    assert clock(w, case.case_id, "CRIME_RESOLVE_20D").due_ms == due


def test_seven_five_and_two_days_before_the_end_it_is_told_once_each(w):
    case = tip(w)
    end = clock(w, case.case_id, "CRIME_RESOLVE_20D").due_ms
    for days in (8, 7, 5, 3, 2, 1):
        w.clock.advance(max(0, end - days * DAY_MS - w.clock.now_ms()))
        warn(w.store, w.rules)
        warn(w.store, w.rules)
    told = [x.body.days for x in w.events(case.case_id) if isinstance(x.body, e.ClockWarned)]
    assert told == [7, 5, 2]
    assert {x.actor for x in w.events(case.case_id) if isinstance(x.body, e.ClockWarned)} == {"system"}


def test_reclassifying_reckons_from_the_first_message_and_keeps_the_old_clocks(w):
    case = tip(w)
    first = case.first_message_at
    old = clock(w, case.case_id, "CRIME_FORWARD_24H")
    w.clock.advance(5 * HOUR_MS)
    classify(w.desk(), case.case_id, "PAKN")
    new = clock(w, case.case_id, "PAKN_REPLY")
    assert new.started_ms == first
    kept = next(x.body for x in w.events(case.case_id) if isinstance(x.body, e.ClocksReplaced))
    assert f"CRIME_FORWARD_24H@{old.started_ms}/{old.due_ms}" in kept.clocks


def test_a_petition_is_answered_by_its_result_and_not_by_word_that_it_came(w):
    case = w.put("phản ánh quán karaoke ồn")
    claim(w.desk(), case.case_id)
    classify(w.desk(), case.case_id, "PAKN")
    view(w.desk(), case.case_id, case.last_inbound_id)
    w.clock.advance(MINUTE_MS)
    w.put("Đã tiếp nhận phản ánh của ông/bà.", outbound=True)
    assert w.case(case.case_id).first_reply_at
    assert clock(w, case.case_id, "PAKN_REPLY").done_ms is None
    w.clock.advance(2 * DAY_MS)
    told = w.clock.now_ms()
    w.put("Công an phường đã nhắc nhở, quán cam kết đóng cửa trước 22 giờ.", outbound=True)
    w.clock.advance(HOUR_MS)
    close(w.desk(), case.case_id, Outcome.RESOLVED)
    assert clock(w, case.case_id, "PAKN_REPLY").done_ms == told
    w.clock.advance(30 * DAY_MS)
    w.put("Quán lại hát tới nửa đêm, mong xử lý")
    assert w.case(case.case_id).open
    assert clock(w, case.case_id, "PAKN_REPLY").met, "what was told in time stays told in time"
    assert differences(w.store) == ()


def test_what_a_change_would_touch_is_shown_before_it_is_applied(w):
    case = tip(w)
    closed_too = w.put("Hỏi", user="1002")
    policies = dict(w.rules.catalog.policies)
    policies["CRIME_FORWARD_24H"] = replace(policies["CRIME_FORWARD_24H"], duration=12)
    then = replace(
        w.rules, catalog=replace(w.rules.catalog, policies=policies, policy_versions=tuple(policies.values()))
    )
    touched = preview(w.store, w.rules, then)
    assert [(x.number, x.code) for x in touched] == [(case.number, "CRIME_FORWARD_24H")]
    assert touched[0].before - touched[0].after == 12 * HOUR_MS
    calendar = replace(w.rules.calendar, holidays=w.rules.calendar.holidays | {date(2026, 3, 16)})
    assert preview(w.store, w.rules, replace(w.rules, calendar=calendar)) is not None
    assert closed_too.case_id not in {x.case_id for x in touched}


def test_what_came_back_unaccepted_has_not_been_acted_on_until_somebody_is_phoned(w):
    case = w.put("có người cầm dao")
    claim(w.desk(), case.case_id)
    classify(w.desk(), case.case_id, "TIN_BAO")
    set_priority(w.desk(), case.case_id, "P1")
    transfer(w.desk(), case.case_id, "TB-TPCB", "thuộc địa bàn")
    sent = w.clock.now_ms()
    assert clock(w, case.case_id, "SLA_ACT_P1").done_ms == sent
    w.clock.advance(6 * MINUTE_MS)
    tick(w.store, w.rules)
    assert w.case(case.case_id).transfer.state is TransferState.TIMED_OUT
    assert clock(w, case.case_id, "SLA_ACT_P1").state == "late"
    assert clock(w, case.case_id, "SLA_UNIT_ACCEPT").met is False
    stamp(w.desk(), case.case_id, "phone", to_whom="trực chỉ huy")
    assert clock(w, case.case_id, "SLA_ACT_P1").done_ms == w.clock.now_ms()
    assert differences(w.store) == ()


def urgent_duty(w, case_id):
    """Return the clock of the duty to tell the investigators at once, ``None`` while it does not run."""
    case = w.case(case_id)
    found = w.rules.clocks(case, case.priority or "P2", w.clock.now_ms())
    return next((c for c in found if c.policy_code == "CRIME_URGENT_NOTIFY"), None)


def test_the_duty_to_tell_the_investigators_at_once_runs_for_a_plain_crime_in_progress(w):
    case = tip(w)
    assert urgent_duty(w, case.case_id) is None
    w.clock.advance(HOUR_MS)
    set_priority(w.desk(), case.case_id, "P1")
    since = w.clock.now_ms()
    running = urgent_duty(w, case.case_id)
    assert (running.started_ms, running.due_ms) == (since, since + 15 * MINUTE_MS)
    assert w.rows("SELECT due_at FROM case_file")[0].due_at <= since + 15 * MINUTE_MS
    w.clock.advance(20 * MINUTE_MS)
    assert urgent_duty(w, case.case_id).state == "late"
    assert differences(w.store) == ()


def test_the_duty_starts_when_the_emergency_was_known_and_keeps_that_start(w):
    case = w.put("có người cầm dao")
    set_priority(w.desk(), case.case_id, "P1")
    since = w.clock.now_ms()
    assert urgent_duty(w, case.case_id) is None  # nobody has said that it is a crime
    w.clock.advance(10 * MINUTE_MS)
    classify(w.desk(), case.case_id, "TIN_BAO")
    assert urgent_duty(w, case.case_id).started_ms == since
    set_priority(w.desk(LONG), case.case_id, "P2")
    assert urgent_duty(w, case.case_id) is None
    kept = [x.body.clocks for x in w.events(case.case_id) if isinstance(x.body, e.ClocksReplaced)]
    assert f"CRIME_URGENT_NOTIFY@{since}/{since + 15 * MINUTE_MS}" in kept[-1]
    w.clock.advance(HOUR_MS)
    set_priority(w.desk(), case.case_id, "P1")
    open_report(w.desk(), case.case_id, "GIET_NGUOI")
    assert urgent_duty(w, case.case_id).started_ms == since


def test_what_only_the_machine_calls_urgent_counts_from_when_a_person_named_the_crime(w):
    case = w.put("có người cầm dao đang chém nhau ở chợ Xanh")
    w.clock.advance(MINUTE_MS)
    classify(w.desk(), case.case_id, "TIN_BAO")
    case = w.case(case.case_id)
    found = {c.policy_code: c for c in w.rules.clocks(case, "P1", w.clock.now_ms())}
    assert not case.priority
    assert found["CRIME_URGENT_NOTIFY"].started_ms == case.classified_at == w.clock.now_ms()


@pytest.mark.parametrize("first", ["phone-call", "transfer"])
def test_the_duty_is_done_by_the_first_of_a_call_to_the_investigators_and_a_transfer(w, first):
    case = tip(w)
    set_priority(w.desk(), case.case_id, "P1")
    stamp(w.desk(), case.case_id, "phone", to_whom="trực chỉ huy")
    assert urgent_duty(w, case.case_id).done_ms is None  # a superior is not the investigation body
    claim(w.desk(), case.case_id)

    def call():
        stamp(w.desk(), case.case_id, "cqdt", to_whom="PC02")

    def hand_over():
        transfer(w.desk(), case.case_id, "PC02", "án mạng")

    acts = (call, hand_over) if first == "phone-call" else (hand_over, call)
    w.clock.advance(MINUTE_MS)
    done = w.clock.now_ms()
    for act in acts:
        act()
        w.clock.advance(MINUTE_MS)
    assert urgent_duty(w, case.case_id).done_ms == done
    assert urgent_duty(w, case.case_id).met


def test_the_duty_to_tell_the_investigators_at_once_runs_from_the_urgent_report(w):
    case = tip(w)
    assert "CRIME_URGENT_NOTIFY" not in {
        c.policy_code for c in w.rules.clocks(w.case(case.case_id), "P2", w.clock.now_ms())
    }
    w.clock.advance(HOUR_MS)
    open_report(w.desk(), case.case_id, "GIET_NGUOI")
    opened = w.clock.now_ms()
    running = clock(w, case.case_id, "CRIME_URGENT_NOTIFY")
    assert (running.started_ms, running.due_ms) == (opened, opened + 15 * MINUTE_MS)
    assert running.state == "urgent"
    claim(w.desk(), case.case_id)
    transfer(w.desk(), case.case_id, "PC02", "án mạng")
    assert clock(w, case.case_id, "CRIME_URGENT_NOTIFY").met
