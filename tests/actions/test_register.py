"""What the register asks for beside people and papers: time of the deed, instruction, slip number, who is answerable (domain.md §6)."""

from datetime import timedelta

import pytest

from console.actions.assigning import assign
from console.actions.claims import claim
from console.actions.classification import classify, set_deed_time
from console.actions.closing import close
from console.actions.confiding import suspect_secret
from console.actions.desk import Conflict, Refused
from console.actions.directing import follow, instruct
from console.actions.merging import merge, split
from console.actions.retention import approve_and_run, propose
from console.actions.transfers import accept, give_back, number_slip, transfer
from console.actions.undoing import undo
from console.actions.urgent import draft_report
from console.actions.viewing import view
from console.cache.rebuild import differences
from console.cache.visibility import sight_of
from console.domain import events as e
from console.domain.calendar import local_date
from console.domain.case import Outcome
from console.domain.clock import DAY_MS
from console.domain.officer import Officer, Role
from console.domain.words import words_for
from console.reports.facts import read_case
from console.reports.register import COLUMNS, Names, line
from console.reports.slips import transfer_slip
from console.runtime.resources import load_retention
from tests.support import DIEP, HANH, LONG, TUAN

NAMES = {"diep": "Nông Thị Điệp", "tuan": "Lê Anh Tuấn", "long": "Hoàng Long"}


@pytest.fixture
def tip(w):
    case = w.put("Tố giác đánh bạc ở chợ Xanh", name="Nguyễn Thị Mười")
    classify(w.desk(), case.case_id, "TO_GIAC")
    return w.case(case.case_id)


def facts(w, case):
    with w.store.read() as connection:
        return read_case(connection, w.rules, sight_of(HANH, w.rules), case.number, w.clock.now_ms())


def row(w, case):
    cells = line(1, facts(w, case), Names(w.rules, NAMES))
    return dict(zip((column.head for column in COLUMNS), cells, strict=True))


def test_what_nobody_recorded_is_an_empty_cell(w, tip):
    found = row(w, tip)
    for head in (
        "Thời gian xảy ra",
        "Ý kiến chỉ đạo",
        "Số, ngày phiếu chuyển",
        "Người được phân công",
        "Thụ lý đơn",
    ):
        assert found[head] == "", head


def test_the_time_of_the_deed_is_written_in_words_and_can_be_taken_back(w, tip):
    first = set_deed_time(w.desk(), tip.case_id, " khoảng 22 giờ ngày 13/03/2026 ")
    assert row(w, tip)["Thời gian xảy ra"] == "khoảng 22 giờ ngày 13/03/2026"
    assert words_for(first.events[0].body, {}) == "ghi thời gian xảy ra: khoảng 22 giờ ngày 13/03/2026"
    again = set_deed_time(w.desk(), tip.case_id, "khoảng 22 giờ ngày 13/03/2026")
    assert again.events == (), "the same again is nothing new"
    second = set_deed_time(w.desk(), tip.case_id, "23 giờ")
    undo(w.desk(), second.undo)
    assert row(w, tip)["Thời gian xảy ra"] == "khoảng 22 giờ ngày 13/03/2026"
    set_deed_time(w.desk(), tip.case_id, "")
    assert row(w, tip)["Thời gian xảy ra"] == ""
    with pytest.raises(Refused, match="tối đa 120"):
        set_deed_time(w.desk(), tip.case_id, "x" * 121)
    assert differences(w.store) == ()


def test_another_ones_time_in_between_stops_the_second_but_a_place_does_not(w, tip):
    seen = w.case(tip.case_id).version
    set_deed_time(w.desk(), tip.case_id, "22 giờ")
    with pytest.raises(Conflict, match="vừa thay đổi"):
        set_deed_time(w.desk(TUAN), tip.case_id, "23 giờ", expected_version=seen)
    assert w.case(tip.case_id).deed_time == "22 giờ"
    seen = w.case(tip.case_id).version
    classify(w.desk(), tip.case_id, "TIN_BAO")
    set_deed_time(w.desk(TUAN), tip.case_id, "23 giờ", expected_version=seen)


def test_an_instruction_stands_with_name_and_time_and_earlier_ones_stay(w, tip):
    first = instruct(w.desk(LONG), tip.case_id, "Giao Đội 2 xác minh")
    instruct(w.desk(LONG), tip.case_id, "Báo cáo trước 7 giờ")
    found = row(w, tip)["Ý kiến chỉ đạo"]
    assert found.startswith("Giao Đội 2 xác minh (Hoàng Long, ")
    assert "; Báo cáo trước 7 giờ (Hoàng Long, " in found
    assert words_for(first.events[0].body, {}) == "cho ý kiến chỉ đạo: Giao Đội 2 xác minh"
    assert differences(w.store) == ()


def test_an_instruction_is_undone_without_the_others(w, tip):
    instruct(w.desk(LONG), tip.case_id, "Giao Đội 2 xác minh")
    wrong = instruct(w.desk(LONG), tip.case_id, "Nhầm hồ sơ")
    undo(w.desk(LONG), wrong.undo)
    assert [one.words for one in w.case(tip.case_id).instructions] == ["Giao Đội 2 xác minh"]


def test_what_was_done_on_an_instruction_is_what_somebody_reported_and_nothing_else(w, tip):
    given = instruct(w.desk(LONG), tip.case_id, "Giao Đội 2 xác minh").events[0].body.instruction_id
    assert (w.case(tip.case_id).instructions[0].done, w.case(tip.case_id).instructions[0].done_at) == ("", 0)
    follow(w.desk(TUAN), tip.case_id, given, "Đội 2 đã xuống, Nguyễn Thị Mười đã xác nhận")
    (one,) = w.case(tip.case_id).instructions
    assert (one.done, one.done_by) == ("Đội 2 đã xuống, [đã che] đã xác nhận", "tuan")
    follow(w.desk(), tip.case_id, given, "Đã lập biên bản")
    (one,) = w.case(tip.case_id).instructions
    assert (one.done, one.done_by, one.words) == ("Đã lập biên bản", "hanh", "Giao Đội 2 xác minh")
    with pytest.raises(Refused, match="không có ý kiến chỉ đạo này"):
        follow(w.desk(), tip.case_id, "la", "x")
    with pytest.raises(Refused, match="Thiếu kết quả thực hiện"):
        follow(w.desk(), tip.case_id, given, " ")
    assert differences(w.store) == ()


def test_only_who_commands_instructs(w, tip):
    for officer in (HANH, DIEP):
        with pytest.raises(Refused, match="cho ý kiến chỉ đạo"):
            instruct(w.desk(officer), tip.case_id, "Đóng hồ sơ")
    assert w.case(tip.case_id).instructions == ()


def test_who_told_is_covered_in_an_instruction_and_in_the_time(w, tip):
    done = instruct(w.desk(LONG), tip.case_id, "Gọi lại Nguyễn Thị Mười")
    assert done.warnings and "Mười" not in w.case(tip.case_id).instructions[0].words
    set_deed_time(w.desk(), tip.case_id, "lúc Nguyễn Thị Mười đi chợ")
    assert "Mười" not in "".join(row(w, tip).values())


def test_an_instruction_that_came_meanwhile_is_shown_before_the_case_is_closed(w, tip):
    claim(w.desk(), tip.case_id)
    seen = w.case(tip.case_id).version
    instruct(w.desk(LONG), tip.case_id, "Chưa đóng, chờ xác minh")
    with pytest.raises(Conflict, match="Chưa đóng, chờ xác minh"):
        close(w.desk(), tip.case_id, Outcome.ANSWERED, "xong", expected_version=seen)
    with pytest.raises(Conflict, match="Chưa đóng, chờ xác minh"):
        transfer(w.desk(), tip.case_id, "TB-TPCB", "thuộc địa bàn", expected_version=seen)
    assert classify(w.desk(), tip.case_id, "TIN_BAO", expected_version=seen).events


def test_the_slip_bears_its_number_in_register_and_on_paper(w, tip):
    today = local_date(w.clock.now_ms())
    with pytest.raises(Refused, match="không có phiếu chuyển"):
        number_slip(w.desk(), tip.case_id, "12/PC-PV01", today)
    transfer(w.desk(), tip.case_id, "TB-TPCB", "thuộc địa bàn")
    with pytest.raises(Refused, match="Tiếp nhận CB26-00001 trước"):
        number_slip(w.desk(DIEP), tip.case_id, "12/PC-PV01", today)
    with pytest.raises(Refused, match="Thiếu số phiếu chuyển"):
        number_slip(w.desk(), tip.case_id, " ", today)
    with pytest.raises(Refused, match="chưa tới"):
        number_slip(w.desk(), tip.case_id, "12/PC-PV01", today + timedelta(days=1))
    with pytest.raises(Refused, match="trở đi"):
        number_slip(w.desk(), tip.case_id, "12/PC-PV01", today - timedelta(days=1))
    assert row(w, tip)["Số, ngày phiếu chuyển"] == ""
    number_slip(w.desk(), tip.case_id, "12/PC-PV01", today)
    assert number_slip(w.desk(), tip.case_id, "12/PC-PV01", today).events == ()
    accept(w.desk(DIEP), tip.case_id)
    with pytest.raises(Refused, match="Chỉ bên chuyển"):
        number_slip(w.desk(DIEP), tip.case_id, "13/PC-PV01", today)
    assert row(w, tip)["Số, ngày phiếu chuyển"] == f"Số 12/PC-PV01, ngày {today:%d/%m/%Y}"
    instruct(w.desk(LONG), tip.case_id, "Xác minh ngay")
    paper = transfer_slip(
        facts(w, tip), Names(w.rules, NAMES), letterhead(), printed_at=w.clock.now_ms(), mark=""
    )
    assert paper.number == "Số: 12/PC-PV01"
    assert paper.date_line == f"Cao Bằng, ngày {today:%d} tháng {today:%m} năm {today.year}"
    said = {label: value for block in paper.blocks for label, value in getattr(block, "items", ())}
    assert said["Ý kiến trực chỉ huy"].startswith("Xác minh ngay (Hoàng Long")


def letterhead():
    from console.app.reporting import load_letterhead

    return load_letterhead()


def test_another_transfer_has_a_slip_of_its_own(w, tip):
    transfer(w.desk(), tip.case_id, "TB-TPCB", "thuộc địa bàn")
    number_slip(w.desk(), tip.case_id, "12/PC-PV01", local_date(w.clock.now_ms()))
    give_back(
        w.desk(DIEP), tip.case_id, next(iter(w.rules.catalog.escalation.return_reasons)), "ở huyện khác"
    )
    transfer(w.desk(), tip.case_id, "TB-HL", "thuộc địa bàn")
    assert row(w, tip)["Số, ngày phiếu chuyển"] == ""
    assert differences(w.store) == ()


def test_who_was_assigned_stays_so_when_the_lease_has_run_out(w, tip):
    done = assign(w.desk(LONG), tip.case_id, "tuan")
    w.clock.advance(3_600_000)
    claim(w.desk(), tip.case_id)
    assert row(w, tip)["Người được phân công"] == "Lê Anh Tuấn"
    assert w.case(tip.case_id).owner == "hanh"
    assert [event.kind for event in done.events] == ["case.handed_over", "case.assigned"]
    assert differences(w.store) == ()


def test_an_assignment_that_is_undone_leaves_who_was_assigned_before(w, tip):
    first = assign(w.desk(LONG), tip.case_id, "tuan")
    undo(w.desk(LONG), first.undo)
    assert w.case(tip.case_id).assigned == ""
    assign(w.desk(LONG), tip.case_id, "tuan")
    w.clock.advance(3_600_000)
    second = assign(w.desk(LONG), tip.case_id, "hanh")
    assert w.case(tip.case_id).assigned == "hanh"
    undo(w.desk(LONG), second.undo)
    assert w.case(tip.case_id).assigned == "tuan"


def test_an_assignment_of_an_earlier_version_counts_and_a_handover_does_not(w, tip):
    def hand(to, reason):
        with w.store.write() as tx:
            body = e.CaseHandedOver(to, "", w.clock.now_ms() + 1, reason)
            tx.add(tip.case_id, body, actor="long", unit="TB-CAT")

    hand("hanh", "giao ca")
    assert w.case(tip.case_id).assigned == ""
    hand("tuan", "Phân công")
    hand("hanh", "giao ca")
    assert row(w, tip)["Người được phân công"] == "Lê Anh Tuấn"


def test_the_unit_that_takes_a_case_over_assigns_anew(w, tip):
    assign(w.desk(LONG), tip.case_id, "tuan")
    w.clock.advance(3_600_000)
    transfer(w.desk(), tip.case_id, "TB-TPCB", "thuộc địa bàn")
    assert w.case(tip.case_id).assigned == "tuan", "nobody has taken it yet"
    accept(w.desk(DIEP), tip.case_id)
    assert row(w, tip)["Người được phân công"] == ""


def test_a_merged_case_brings_its_time_along_and_its_void_line_has_none(w, tip):
    w.put("Với lại có trộm xe")
    new_id = split(w.desk(), tip.case_id, ("m000002",)).new_case_id
    classify(w.desk(), new_id, "TO_GIAC")
    set_deed_time(w.desk(), new_id, "22 giờ")
    merge(w.desk(), new_id, tip.case_id, "một việc")
    assert row(w, tip)["Thời gian xảy ra"] == "22 giờ"
    void = row(w, w.case(new_id))
    assert void["Thời gian xảy ra"] == "" and "Dòng không dùng" in void["Ghi chú"]
    assert differences(w.store) == ()


def test_the_urgent_report_says_when_it_happened_or_that_nobody_knows(w, tip):
    assert "Thời gian xảy ra: chưa rõ" in draft_report(w.desk(), tip.case_id)
    set_deed_time(w.desk(), tip.case_id, "22 giờ, Nguyễn Thị Mười thấy")
    draft = draft_report(w.desk(), tip.case_id)
    assert "Thời gian xảy ra: 22 giờ" in draft and "Mười" not in draft


def test_what_was_written_goes_with_the_content_when_its_time_is_over(w, tip):
    claim(w.desk(), tip.case_id)
    set_deed_time(w.desk(), tip.case_id, "Canary giờ")
    instruct(w.desk(LONG), tip.case_id, "Canary chỉ đạo")
    classify(w.desk(), tip.case_id, "SPAM")
    view(w.desk(), tip.case_id, tip.last_inbound_id)
    close(w.desk(), tip.case_id, Outcome.SPAM)
    assert "Canary" in str(w.rows("SELECT body FROM event_body"))
    rule = load_retention()
    # It was a crime report once: calling it spam does not make its time shorter.
    w.clock.advance(rule.default_days * DAY_MS + DAY_MS)
    made, _count = propose(w.desk(Officer("admin", "Quản trị", "CAT", (Role.ADMIN,))), rule, "hết hạn")
    assert approve_and_run(w.desk(LONG), rule, made).cases == 1
    case = w.case(tip.case_id)
    assert (case.deed_time, case.instructions) == ("", ())
    assert "Canary" not in str(w.rows("SELECT body FROM event_body"))
    assert "Canary" not in str(w.rows("SELECT body FROM case_file"))


def test_an_instruction_about_what_may_be_a_state_secret_is_not_printed(w, tip):
    instruct(w.desk(LONG), tip.case_id, "Giao Đội 2 xác minh")
    suspect_secret(w.desk(), tip.case_id, "có văn bản đóng dấu")
    assert "Đội 2" not in "".join(row(w, tip).values())
