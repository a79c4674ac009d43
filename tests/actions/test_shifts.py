"""The shift: its checks, its book, its sheet, and the way it changes hands without losing anything."""

import pytest

from console.actions import handing_over as h
from console.actions import shifts as s
from console.actions.claims import claim, release
from console.actions.classification import classify, set_priority
from console.actions.desk import Refused
from console.actions.directing import follow, instruct
from console.actions.drafts import Mode, save_draft
from console.actions.settling import resolve_unknown
from console.actions.snoozing import snooze
from console.actions.transfers import recall, transfer
from console.actions.viewing import view
from console.cache.rebuild import differences
from console.domain import events as e
from console.domain.calendar import local_datetime
from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS
from console.domain.handover import Block, Part, Section, obstacles
from console.domain.subject import subject
from tests.support import HANH, LONG, THANH_TRA, TUAN

PINS = {"hanh": "1111", "tuan": "2222", "long": "3333"}
GOOD = (s.StartCheck("chuong", passed=True), s.StartCheck("den", passed=True))


def verify(officer_id, secret):
    return PINS.get(officer_id) == secret


def opened(w, officer=HANH, *others):
    return s.open_shift(w.desk(officer), others, GOOD)


def case_of(w, user="1", text="Hỏi về căn cước", priority="P3", category="TTHC"):
    case = w.put(text, user=user)
    view(w.desk(), case.case_id, case.last_inbound_id)
    classify(w.desk(), case.case_id, category)
    set_priority(w.desk(), case.case_id, priority)
    return w.case(case.case_id)


def held(w, officer=HANH, **more):
    case = case_of(w, **more)
    claim(w.desk(officer), case.case_id)
    return w.case(case.case_id)


def unknown_reply(w, case, reply_id="r1"):
    w.add(case.case_id, e.ReplyQueued(reply_id, "Đã nhận"), actor="hanh")
    w.add(case.case_id, e.ReplyPermitted(reply_id, w.clock.now_ms()), e.ReplyUnknown(reply_id, "time-out"))


def lines(w, officer=HANH):
    return {line.case_id or line.key: line for line in s.read_sheet(w.desk(officer)).lines}


def step_all(w, officer=HANH):
    for line in s.read_sheet(w.desk(officer)).lines:
        if line.needs_step:
            s.next_step(w.desk(officer), line.case_id, "Theo dõi, báo kết quả")


def accept_all(w, officer=TUAN):
    for line in s.read_sheet(w.desk(officer)).lines:
        h.accept(w.desk(officer), [line.key])


def sign(w, part, officer, pin="", at=HANH):
    return h.sign(w.desk(at), part, officer.officer_id, pin or PINS[officer.officer_id], verify)


# --- the start --------------------------------------------------------------------------------------------------------


def test_a_shift_begins_with_its_three_checks_and_who_is_on_it(w):
    shift_id = s.open_shift(w.desk(), ["tuan"], GOOD)
    shift = s.read_shift(w.desk(TUAN))
    assert (shift.shift_id, shift.officers, shift.open) == (shift_id, ("hanh", "tuan"), True)
    assert shift.checks == ("chuong=dat", "den=dat", "dong-ho=dat")
    assert shift.names == ("Đại úy Nguyễn Thu Hạnh", "Thượng úy Lê Anh Tuấn")
    assert 0 < shift.planned_end - w.clock.now_ms() <= DAY_MS + HOUR_MS


@pytest.mark.parametrize("checks", [(), GOOD[:1], GOOD[1:]])
def test_no_shift_without_all_checks(w, checks):
    with pytest.raises(Refused, match="Chưa đủ kiểm tra"):
        s.open_shift(w.desk(), [], checks)


def test_a_failed_check_is_written_down_and_stops_nobody(w):
    deaf = s.StartCheck("chuong", passed=False)
    with pytest.raises(Refused, match="ghi rõ tình trạng"):
        s.open_shift(w.desk(), [], (deaf, GOOD[1]))
    s.open_shift(
        w.desk(), [], (s.StartCheck("chuong", passed=False, words="Loa hỏng, đã báo kỹ thuật"), GOOD[1])
    )
    assert s.read_shift(w.desk()).checks[0] == "chuong=chua"
    assert [line.words for line in s.read_log(w.desk())] == [
        "nhận ca, 1 cán bộ trực",
        "Loa hỏng, đã báo kỹ thuật",
    ]


def test_a_clock_that_went_back_is_seen(w):
    w.put()
    assert s.clock_check(w.desk()).passed
    w.clock.jump(-61_000)
    found = s.clock_check(w.desk())
    assert (found.passed, found.words) == (False, "đồng hồ máy chậm 61 giây so với kho")
    w.clock.jump(1_000)
    assert s.clock_check(w.desk()).passed


def test_one_shift_at_a_time_and_only_known_officers(w):
    opened(w)
    with pytest.raises(Refused, match="Ca trước chưa bàn giao"):
        opened(w, TUAN)
    with pytest.raises(Refused, match="không được mở và giao ca trực"):
        s.open_shift(w.desk(THANH_TRA), [], GOOD)


def test_unknown_officers_and_ends_that_cannot_be(w):
    with pytest.raises(Refused, match="Không có cán bộ «ai»"):
        s.open_shift(w.desk(), ["ai"], GOOD)
    for end in (w.clock.now_ms(), w.clock.now_ms() + 27 * HOUR_MS):
        with pytest.raises(Refused, match="trong vòng 26 giờ"):
            s.open_shift(w.desk(), [], GOOD, planned_end=end)


# --- the book ---------------------------------------------------------------------------------------------------------


def test_a_line_is_put_right_by_another_line(w):
    opened(w)
    line = s.note(w.desk(), "03:10 mất điện 5 phút")
    s.note(w.desk(TUAN), "mất điện 15 phút", corrects=line)
    wrong, right = s.read_log(w.desk())[1:]
    at = local_datetime(wrong.at).strftime("%H:%M")
    assert (wrong.actor_name, wrong.words) == ("Nguyễn Thu Hạnh", "03:10 mất điện 5 phút")
    assert (right.actor_name, right.words) == ("Lê Anh Tuấn", f"Đính chính dòng {at}: mất điện 15 phút")
    assert (wrong.ref, wrong.corrected, right.corrected) == (line, True, False)
    with pytest.raises(Refused, match="Không có dòng sổ trực"):
        s.note(w.desk(), "x", corrects="la")


def test_the_book_tells_of_cases_but_not_of_those_one_may_not_know(w):
    opened(w)
    case_of(w, user="1")
    secret = case_of(w, user="2", text="Tố cáo cán bộ")
    w.add(secret.case_id, e.CaseClassified("TO_CAO"), e.CaseClosed("da-giai-quyet"))
    said = [x.words for x in s.read_log(w.desk())]
    assert "cấp số CB26-00001" in said
    assert not [words for words in said if "CB26-00002" in words]


def test_the_book_repeats_nothing_of_what_may_be_a_state_secret(w):
    opened(w)
    case = case_of(w, category="TO_GIAC", text="Kho ở hang Ngườm Ngao")
    transfer(w.desk(), case.case_id, "CAH-HQ", "Kho ở hang Ngườm Ngao")
    given = instruct(w.desk(LONG), case.case_id, "Canh hang Ngườm Ngao").events[0].body.instruction_id
    follow(w.desk(), case.case_id, given, "Đã tới hang Ngườm Ngao")
    assert sum("Ngườm Ngao" in line.words for line in s.read_log(w.desk())) == 3
    w.add(case.case_id, e.SecretSuspected("nghi"), actor="hanh")
    said = [line.words for line in s.read_log(w.desk())]
    assert any("chuyển" in words for words in said) and not any("Ngườm Ngao" in words for words in said)


def test_without_a_shift_nothing_is_written(w):
    for write in (
        lambda: s.note(w.desk(), "x"),
        lambda: s.remark(w.desk(), "x"),
        lambda: s.equip(w.desk(), "Sổ trực ban", present=True),
        lambda: h.accept(w.desk(), ["case:x"]),
    ):
        with pytest.raises(Refused, match="Chưa mở ca trực"):
            write()
    assert s.read_log(w.desk()) == []
    s.awake(w.desk(), 1)
    assert w.rows("SELECT count(*) FROM event WHERE kind LIKE 'shift.%'") == [(0,)]


# --- the sheet --------------------------------------------------------------------------------------------------------


def test_everything_the_next_shift_must_know_is_on_it(w):
    opened(w)
    mine = held(w, user="1")
    called = case_of(w, user="2")
    snooze(w.desk(), called.case_id, w.clock.now_ms() + 2 * HOUR_MS, "Gọi lại lúc 9 giờ")
    handed = case_of(w, user="4", text="Tố giác đánh bạc ở tổ 3", category="TO_GIAC")
    transfer(w.desk(), handed.case_id, "CAH-HQ", "thuộc địa bàn")
    unclear = case_of(w, user="5")
    unknown_reply(w, unclear)
    drafted = case_of(w, user="6")
    save_draft(w.desk(), drafted.case_id, Mode.REPLY, "Chào ông bà")
    with w.store.write() as tx:
        tx.connection.exec_driver_sql(
            "INSERT INTO trouble (at, kind, detail) VALUES (?, 'disk', 'Đĩa sắp đầy')", (w.clock.now_ms(),)
        )
    found = lines(w)
    assert found[mine.case_id].section is Section.HELD
    promised = found[called.case_id].reasons[-1]
    assert (promised.section, promised.value) == (Section.PROMISED, "Gọi lại lúc 9 giờ")
    assert Section.TRANSFER in {reason.section for reason in found[handed.case_id].reasons}
    assert Section.LAW in {reason.section for reason in found[handed.case_id].reasons}
    assert tuple(r.value for r in found[unclear.case_id].reasons if r.section is Section.REPLY) == (
        "chua-ro",
    )
    assert "nhap" in {reason.value for reason in found[drafted.case_id].reasons}
    w.clock.advance(3 * HOUR_MS)
    overdue = lines(w)[called.case_id].reasons
    assert Section.PROMISED in {reason.section for reason in overdue}, (
        "a promise does not lapse with its hour"
    )
    trouble = [line for line in found.values() if line.section is Section.TROUBLE]
    assert trouble
    assert not trouble[0].needs_step


def test_a_window_that_ends_within_twelve_hours_is_on_it(w):
    opened(w)
    soon = w.put("Hỏi", user="1", at=w.clock.now_ms() - 37 * HOUR_MS)
    later = w.put("Hỏi", user="2", at=w.clock.now_ms() - 30 * HOUR_MS)
    windows = {
        key: reason.at - w.clock.now_ms()
        for key, line in lines(w).items()
        for reason in line.reasons
        if reason.section is Section.WINDOW
    }
    assert windows == {soon.case_id: 11 * HOUR_MS}
    assert later.case_id not in windows


def test_urgent_cases_nobody_holds_come_first(w):
    opened(w)
    held(w, user="1")
    urgent = case_of(w, user="2", priority="P1")
    first = s.read_sheet(w.desk()).lines[0]
    assert (first.case_id, first.urgent, first.owner) == (urgent.case_id, True, "")


def test_what_leaders_directed_and_were_told_is_on_it_until_somebody_says_it_was_done(w):
    old = case_of(w, user="1")
    before = instruct(w.desk(LONG), old.case_id, "Xác minh biển số").events[0].body.instruction_id
    done_before = instruct(w.desk(LONG), old.case_id, "Việc cũ đã xong").events[0].body.instruction_id
    follow(w.desk(), old.case_id, done_before, "đã xong")
    w.clock.advance(MINUTE_MS)
    opened(w)
    w.clock.advance(MINUTE_MS)
    told = case_of(w, user="2", text="Cháy nhà", category="CHAY_CNCH", priority="P1")
    w.add(told.case_id, e.UrgentReportOpened(""), e.UrgentReportStamped("phone", "Đ/c Long"), actor="hanh")
    shut = case_of(w, user="3")
    instruct(w.desk(LONG), shut.case_id, "Trả lời ngay")
    w.add(shut.case_id, e.CaseClosed("da-tra-loi"), actor="hanh")
    found = {(one.number, one.words): one for one in s.read_sheet(w.desk(TUAN)).directed}
    numbers = [w.case(one.case_id).number for one in (old, told, shut)]
    assert set(found) == {(numbers[0], "Xác minh biển số"), (numbers[1], ""), (numbers[2], "Trả lời ngay")}
    first, reported, closed = (found[key] for key in sorted(found))
    assert (first.by, first.done, first.at > 0) == ("Thượng tá Hoàng Long", "", True)
    assert [words for _, words in reported.reported] == ["đã điện Đ/c Long"] and not reported.instruction_id
    assert closed.closed_at == w.case(shut.case_id).closed_at > 0 and closed.done == ""
    unsigned = s.read_sheet(w.desk()).digest
    follow(w.desk(), old.case_id, before, "Xe của ông Hải")
    after = {one.words: one for one in s.read_sheet(w.desk()).directed}["Xác minh biển số"]
    assert (after.done, after.done_by) == ("Xe của ông Hải", "Đại úy Nguyễn Thu Hạnh")
    assert s.read_sheet(w.desk()).digest != unsigned, "what was directed is signed for, too"


def test_instructions_about_what_the_reader_may_not_know_or_read_are_not_on_it(w):
    opened(w)
    hidden, locked = case_of(w, user="1"), case_of(w, user="2")
    for case in (hidden, locked):
        instruct(w.desk(LONG), case.case_id, "Canary chỉ đạo")
    w.add(hidden.case_id, e.CaseClassified("TO_CAO"))
    w.add(locked.case_id, e.SecretSuspected("nghi"), actor="hanh")
    (one,) = s.read_sheet(w.desk()).directed
    assert one.case_id == locked.case_id and "Canary" not in repr(one)


def test_what_the_reader_may_not_know_is_not_on_it(w):
    opened(w)
    secret = held(w, user="1")
    w.add(secret.case_id, e.CaseClassified("TO_CAO"))
    assert secret.case_id not in lines(w)
    assert s.read_sheet(w.desk()).open == 0


def test_figures_are_those_of_the_shift(w):
    case_of(w, user="1")
    w.clock.advance(MINUTE_MS)
    opened(w)
    w.clock.advance(MINUTE_MS)
    case_of(w, user="2")
    done = case_of(w, user="3", category="PAKN")
    w.add(done.case_id, e.CaseClosed("da-tra-loi"))
    unknown_reply(w, case_of(w, user="4"))
    sheet = s.read_sheet(w.desk())
    assert (sheet.taken, sheet.open, sheet.unknown) == (3, 3, 1)
    tallies = {code: (x.taken, x.done, x.left) for code, x in sheet.tallies.items()}
    assert tallies == {"TTHC": (2, 0, 2), "PAKN": (1, 1, 0)}
    assert len(sheet.head) == 64


def test_it_is_there_without_the_leaver_and_before_anybody_wrote_on_it(w):
    opened(w)
    case = held(w)
    assert s.read_sheet(w.desk(TUAN)).line(f"case:{case.case_id}").owner_name == "Đại úy Nguyễn Thu Hạnh"


def test_remarks_steps_and_things_stay_on_it(w):
    opened(w)
    case = held(w)
    s.next_step(w.desk(), case.case_id, "Gọi PC02 trước 10 giờ")
    s.remark(w.desk(), "Loa trạm 2 hỏng")
    s.equip(w.desk(), "Sổ trực ban", present=True)
    with pytest.raises(Refused, match="Không có «Súng»"):
        s.equip(w.desk(), "Súng", present=True)
    sheet = s.read_sheet(w.desk(TUAN))
    line = sheet.line(f"case:{case.case_id}")
    assert (line.next_step, line.step_by) == ("Gọi PC02 trước 10 giờ", "Đại úy Nguyễn Thu Hạnh")
    assert (sheet.shift.remark, sheet.shift.equipment) == ("Loa trạm 2 hỏng", {"Sổ trực ban": True})


# --- line by line -----------------------------------------------------------------------------------------------------


def test_urgent_lines_are_never_taken_in_bulk(w):
    opened(w)
    urgent, calm, other = (
        held(w, user=str(n), priority=p) for n, p in enumerate(("P1", "P3", "P3"), start=1)
    )
    keys = [f"case:{case.case_id}" for case in (urgent, calm, other)]
    with pytest.raises(Refused, match="Việc khẩn phải nhận từng dòng"):
        h.accept(w.desk(TUAN), keys)
    assert not any(line.accepted_by for line in s.read_sheet(w.desk()).lines)
    h.accept(w.desk(TUAN), keys[1:])
    h.accept(w.desk(TUAN), keys[:1])
    assert {line.accepted_by for line in s.read_sheet(w.desk()).lines} == {"tuan"}


def test_taking_a_line_takes_the_case_with_it(w):
    opened(w)
    case = held(w)
    h.accept(w.desk(TUAN), [f"case:{case.case_id}"])
    after = w.case(case.case_id)
    assert (after.owner, after.lease_until > w.clock.now_ms()) == ("tuan", True)
    assert lines(w)[case.case_id].blocks == ()


def test_a_question_takes_one_line_of_words(w):
    opened(w)
    case = held(w)
    with pytest.raises(Refused, match="Thiếu câu hỏi"):
        h.ask_back(w.desk(TUAN), f"case:{case.case_id}", "")
    h.ask_back(w.desk(TUAN), f"case:{case.case_id}", "Đã gọi lại công dân chưa?")
    assert lines(w)[case.case_id].question == "Đã gọi lại công dân chưa?"
    with pytest.raises(Refused, match="không còn trên biên bản"):
        h.ask_back(w.desk(TUAN), "case:la", "?")


def test_a_held_case_is_given_by_who_holds_it_to_who_may_know_of_it(w):
    opened(w)
    case = held(w)
    with pytest.raises(Refused, match="Bạn không giữ"):
        h.hand_over(w.desk(TUAN), case.case_id, "tuan")
    with pytest.raises(Refused, match="Không giao được"):
        h.hand_over(w.desk(), case.case_id, "thanh")
    done = h.hand_over(w.desk(), case.case_id, "tuan", "Hết ca")
    assert w.case(case.case_id).owner == "tuan"
    assert done.undo is not None
    assert not h.hand_over(w.desk(LONG), case.case_id, "tuan").events


# --- closing ----------------------------------------------------------------------------------------------------------


def test_both_sign_with_their_own_pin_and_the_shift_is_over(w):
    shift_id = opened(w)
    held(w)
    with pytest.raises(Refused, match="Còn 1 hồ sơ chưa ghi việc ca sau"):
        sign(w, Part.GIVER, HANH)
    step_all(w)
    with pytest.raises(Refused, match="PIN không đúng"):
        sign(w, Part.GIVER, HANH, "2222")
    with pytest.raises(Refused, match="Người giao ký trước"):
        sign(w, Part.TAKER, TUAN)
    sign(w, Part.GIVER, HANH)
    with pytest.raises(Refused, match="không tự ký nhận"):
        sign(w, Part.TAKER, HANH)
    with pytest.raises(Refused, match="Còn 1 dòng chưa nhận"):
        sign(w, Part.TAKER, TUAN)
    accept_all(w)
    sheet = sign(w, Part.TAKER, TUAN)
    assert not s.read_shift(w.desk()).open
    (row,) = w.rows("SELECT * FROM shift WHERE shift_id = ?", shift_id)
    assert (row.to_officer, row.absent, row.head) == ("tuan", 0, sheet.head)
    signed = w.rows("SELECT part, officer FROM shift_signature ORDER BY part")
    assert [tuple(one) for one in signed] == [("giao", "hanh"), ("nhan", "tuan")]
    # The next one follows it.
    opened(w, TUAN)
    assert w.rows("SELECT after FROM shift WHERE closed_at = 0") == [(shift_id,)]


def test_only_officers_of_the_shift_give_and_only_commanders_sign_as_such(w):
    opened(w)
    with pytest.raises(Refused, match="phải là cán bộ của ca này"):
        sign(w, Part.GIVER, TUAN)
    with pytest.raises(Refused, match="Chỉ chỉ huy trực"):
        sign(w, Part.COMMANDER, TUAN)
    sign(w, Part.COMMANDER, LONG)
    assert s.read_shift(w.desk()).signatures["chi-huy"].name == "Thượng tá Hoàng Long"


@pytest.mark.parametrize("way", ["release", "hand over", "accept", "explain"])
def test_a_held_case_stands_against_closing_until_it_is_given_up_or_explained(w, way):
    opened(w)
    case = held(w)
    key = f"case:{case.case_id}"
    assert [line.key for line in obstacles(s.read_sheet(w.desk())).blocked] == [key]
    if way == "release":
        release(w.desk(), case.case_id)
    elif way == "hand over":
        h.hand_over(w.desk(), case.case_id, "tuan")
    elif way == "accept":
        h.accept(w.desk(TUAN), [key])
    else:
        h.explain(w.desk(), key, "Đang gọi cho công dân, làm nốt rồi trả")
    assert obstacles(s.read_sheet(w.desk()), "tuan").blocked == ()


def test_an_unknown_reply_stands_against_closing_even_when_the_line_was_taken(w):
    opened(w)
    case = case_of(w)
    unknown_reply(w, case)
    step_all(w)
    sign(w, Part.GIVER, HANH)
    accept_all(w)
    with pytest.raises(Refused, match="Chưa đóng ca được: còn 1 dòng"):
        sign(w, Part.TAKER, TUAN)
    resolve_unknown(w.desk(), case.case_id, "r1", arrived=True, reason="công dân xác nhận")
    sign(w, Part.TAKER, TUAN)
    assert not s.read_shift(w.desk()).open


def test_an_urgent_transfer_nobody_accepted_stands_against_closing(w):
    opened(w)
    case = case_of(w, priority="P1", category="TO_GIAC", text="Đánh nhau")
    transfer(w.desk(), case.case_id, "CAH-HQ", "địa bàn")
    assert lines(w)[case.case_id].blocks == (Block.URGENT_TRANSFER,)
    recall(w.desk(), case.case_id, "rút lại")
    assert Block.URGENT_TRANSFER not in lines(w)[case.case_id].blocks
    calm = case_of(w, user="2", category="TO_GIAC", text="Đánh bạc")
    transfer(w.desk(), calm.case_id, "CAH-HQ", "địa bàn")
    assert lines(w)[calm.case_id].blocks == ()


def test_who_comes_late_takes_over_alone_and_it_is_said(w):
    shift_id = opened(w)
    case = held(w)
    with pytest.raises(Refused, match="Thiếu lý do vắng"):
        h.take_over_absent(w.desk(TUAN), "2222", verify, " ")
    with pytest.raises(Refused, match="PIN không đúng"):
        h.take_over_absent(w.desk(TUAN), "1111", verify, "Đã về")
    with pytest.raises(Refused, match="chưa ghi việc ca sau"):
        h.take_over_absent(w.desk(TUAN), "2222", verify, "Đã về")
    step_all(w, TUAN)
    accept_all(w)
    h.take_over_absent(w.desk(TUAN), "2222", verify, "Đồng chí Hạnh về trước 15 phút")
    (row,) = w.rows("SELECT * FROM shift WHERE shift_id = ?", shift_id)
    assert (row.absent, row.to_officer, w.case(case.case_id).owner) == (1, "tuan", "tuan")
    log = s.read_log(w.desk(), shift_id)
    assert log[-1].words == "nhận bàn giao, vắng người giao: Đồng chí Hạnh về trước 15 phút"


def test_nobody_is_absent_from_his_own_shift(w):
    opened(w)
    with pytest.raises(Refused, match="của chính bạn"):
        h.take_over_absent(w.desk(), "1111", verify, "x")


def test_a_case_the_taker_may_not_know_of_does_not_get_lost(w):
    opened(w)
    case = held(w, officer=LONG, user="1")
    shift = subject("shift", s.read_shift(w.desk()).shift_id)
    with w.store.write() as tx:
        tx.add(shift, e.ShiftJoined("long"), actor="hanh", unit="TB-CAT")
    w.add(case.case_id, e.CaseClassified("TO_CAO"))
    sign(w, Part.GIVER, LONG)
    with pytest.raises(Refused, match="người nhận không được xem"):
        sign(w, Part.TAKER, TUAN)


def test_all_of_it_comes_from_the_log_alone(w):
    opened(w, HANH, "tuan")
    s.join(w.desk(TUAN))
    held(w)
    step_all(w)
    s.remark(w.desk(), "x")
    s.equip(w.desk(), "Sổ trực ban", present=False)
    s.awake(w.desk(), 5, missed=1)
    h.ask_back(w.desk(TUAN), s.read_sheet(w.desk()).lines[0].key, "?")
    h.explain(w.desk(), s.read_sheet(w.desk()).lines[0].key, "x")
    sign(w, Part.GIVER, HANH)
    accept_all(w)
    sign(w, Part.TAKER, TUAN)
    assert differences(w.store) == ()
