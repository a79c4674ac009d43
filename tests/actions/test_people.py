"""Accused, victims and the procuracy's notice: who may write and read them, and where their names never go (domain.md §6)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from console.actions.claims import claim
from console.actions.classification import classify
from console.actions.closing import close
from console.actions.confiding import suspect_secret
from console.actions.conflicts import mark_conflict
from console.actions.desk import Conflict, Missing, Refused
from console.actions.identity import who_looked
from console.actions.merging import merge, split
from console.actions.people import notify_procuracy, record, show
from console.actions.retention import approve_and_run, propose
from console.actions.transfers import accept, inform, transfer
from console.actions.undoing import undo
from console.actions.viewing import view
from console.cache.rebuild import differences
from console.cache.visibility import sight_of
from console.domain import events as e
from console.domain.calendar import end_of_day_ms, local_date
from console.domain.case import Outcome
from console.domain.clock import DAY_MS, HOUR_MS
from console.domain.masking import MASK
from console.domain.officer import Officer, Role
from console.domain.people import Others, PeopleList, Person, PersonRole
from console.domain.words import words_for
from console.record.verify import verify_chain
from console.reports.facts import read_case
from console.reports.register import COLUMNS, Names, line
from console.runtime.resources import load_retention
from tests.support import DIEP, HANH, LONG, TUAN

ADMIN = Officer("admin", "Quản trị", "CAT", (Role.ADMIN,))
CANARY = "Canaryson"
ACCUSED = PeopleList(
    PersonRole.ACCUSED,
    (Person(f"Nông Văn {CANARY}", "1990, xóm Nà Mạ"), Person("Bế Thị Hai")),
    Others.UNKNOWN,
)
VICTIM = PeopleList(PersonRole.VICTIM, (Person(f"Lý Thị {CANARY}"),))
UNKNOWN = PeopleList(PersonRole.ACCUSED, (), Others.UNKNOWN)
NOBODY = PeopleList(PersonRole.VICTIM, (), Others.NOBODY)


def tip(w, text="có đánh bạc ở chợ Xanh", **more):
    case = w.put(text, **more)
    classify(w.desk(), case.case_id, "TO_GIAC")
    return case


def in_register(w, case, officer=HANH):
    with w.store.read() as connection:
        facts = read_case(connection, w.rules, sight_of(officer, w.rules), case.number, w.clock.now_ms())
    return dict(zip((column.head for column in COLUMNS), line(1, facts, Names(w.rules, {})), strict=True))


def people_in_register(w, case, officer=HANH):
    found = in_register(w, case, officer)
    return found["Người bị tố giác"], found["Bị hại"]


def notice_clock(w, case):
    found = w.rules.clocks(w.case(case.case_id), "P2", w.clock.now_ms())
    return next(clock for clock in found if clock.policy_code == "CRIME_NOTIFY_VKS")


def test_several_people_of_each_role_stand_in_the_register_and_in_no_words(w):
    case = tip(w)
    assert people_in_register(w, case) == ("", "")
    done = record(w.desk(), case.case_id, (ACCUSED, VICTIM))
    assert people_in_register(w, case) == (
        f"Nông Văn {CANARY}, 1990, xóm Nà Mạ; Bế Thị Hai; người khác chưa rõ",
        f"Lý Thị {CANARY}",
    )
    shown = show(w.desk(), case.case_id)
    assert (shown.of(PersonRole.ACCUSED), shown.of(PersonRole.VICTIM)) == (ACCUSED, VICTIM)
    said = [words_for(x.body, w.rules.names()) for x in done.events]
    assert said == ["ghi người bị tố giác: 2 người, còn người chưa rõ", "ghi bị hại: 1 người"]
    assert CANARY not in repr(done) + repr(shown) + repr(w.case(case.case_id))
    assert not w.queries().search(CANARY)
    assert differences(w.store) == ()


def test_that_nobody_knows_who_and_that_there_is_nobody_are_two_things_to_say(w):
    case = tip(w)
    done = record(w.desk(), case.case_id, (UNKNOWN, NOBODY))
    assert people_in_register(w, case) == ("Chưa rõ", "Không có")
    said = [words_for(x.body, w.rules.names()) for x in done.events]
    assert said == ["ghi người bị tố giác: chưa rõ", "ghi bị hại: không có"]
    assert record(w.desk(), case.case_id, (UNKNOWN, NOBODY)).events == ()
    record(w.desk(), case.case_id, (replace(UNKNOWN, others=Others.NONE),))
    assert people_in_register(w, case) == ("", "Không có")


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (replace(VICTIM, others=Others.NOBODY), "không có"),
        (replace(VICTIM, people=(Person("", "1990"),)), "Thiếu họ tên"),
        (replace(VICTIM, people=(Person("x" * 121),)), "tối đa 120"),
        (replace(VICTIM, people=(Person("A"),) * 31), "Tối đa 30"),
        (replace(VICTIM, people=(Person(f"chị {MASK}"),)), "đã che"),
    ],
    ids=["nobody and somebody", "no name", "too long", "too many", "covered"],
)
def test_what_cannot_be_true_is_refused_and_nothing_is_recorded(w, wrong, why):
    case = tip(w)
    with pytest.raises(Refused, match=why):
        record(w.desk(), case.case_id, (ACCUSED, wrong))
    assert people_in_register(w, case) == ("", "")


def test_who_looks_is_in_the_log_before_a_name_is_read(w):
    case = tip(w)
    show(w.desk(), case.case_id)
    assert e.PeopleSeen.KIND not in w.kinds(case.case_id), "there was nobody to see"
    record(w.desk(), case.case_id, (ACCUSED,))
    show(w.desk(TUAN), case.case_id)
    assert who_looked(w.desk(LONG), case.case_id)[0][1:] == ("Lê Anh Tuấn", e.PeopleSeen.KIND)


def test_a_unit_reads_the_names_only_of_what_it_answers_for(w):
    case = tip(w)
    claim(w.desk(), case.case_id)
    record(w.desk(), case.case_id, (ACCUSED, VICTIM))
    covered = ("2 người, đã che; người khác chưa rõ", "1 người, đã che")
    inform(w.desk(), case.case_id, ("TB-TPCB",), "để biết")
    assert people_in_register(w, case, DIEP) == covered
    with pytest.raises(Refused, match="đơn vị khác thụ lý"):
        show(w.desk(DIEP), case.case_id)
    with pytest.raises(Refused, match="đơn vị khác thụ lý"):
        record(w.desk(DIEP), case.case_id, (UNKNOWN,))
    assert e.PeopleSeen.KIND not in w.kinds(case.case_id)
    transfer(w.desk(), case.case_id, "TB-TPCB", "thuộc địa bàn")
    assert people_in_register(w, case, DIEP) == covered, "asked is not taken"
    accept(w.desk(DIEP), case.case_id)
    assert CANARY in people_in_register(w, case, DIEP)[0]
    assert show(w.desk(DIEP), case.case_id).of(PersonRole.ACCUSED) == ACCUSED


def test_a_victim_who_told_of_it_is_covered_wherever_the_source_is(w):
    case = tip(w, name="Lý Thị Canaryson")
    claim(w.desk(), case.case_id)
    record(w.desk(), case.case_id, (ACCUSED, VICTIM))
    transfer(w.desk(), case.case_id, "TB-TPCB", "thuộc địa bàn")
    accept(w.desk(DIEP), case.case_id)
    assert people_in_register(w, case)[1] == MASK
    shown = show(w.desk(DIEP), case.case_id)
    assert shown.covered and shown.of(PersonRole.VICTIM).people == (Person(MASK),)
    assert shown.of(PersonRole.ACCUSED) == ACCUSED
    assert show(w.desk(), case.case_id).of(PersonRole.VICTIM) == VICTIM, (
        "who took it in reads what was written"
    )


def test_a_matter_about_an_officer_or_a_possible_secret_tells_no_name(w):
    case = tip(w)
    record(w.desk(), case.case_id, (ACCUSED,))
    suspect_secret(w.desk(), case.case_id, "nghi")
    assert people_in_register(w, case)[0] == "2 người, đã che; người khác chưa rõ"
    with pytest.raises(Refused, match="bí mật nhà nước"):
        show(w.desk(LONG), case.case_id)
    other = tip(w, user="1002")
    record(w.desk(), other.case_id, (ACCUSED,))
    mark_conflict(w.desk(LONG), other.case_id, (), ("hanh",), "về đồng chí Hạnh")
    for act in (lambda: show(w.desk(), other.case_id), lambda: record(w.desk(), other.case_id, (UNKNOWN,))):
        with pytest.raises(Missing):
            act()


def test_two_officers_do_not_write_over_each_other_and_an_act_is_taken_back_whole(w):
    case = tip(w)
    record(w.desk(), case.case_id, (UNKNOWN,))
    seen = show(w.desk(TUAN), case.case_id).version
    done = record(w.desk(), case.case_id, (ACCUSED, VICTIM))
    with pytest.raises(Conflict, match="ghi bị hại: 1 người"):
        record(w.desk(TUAN), case.case_id, (NOBODY,), expected_version=seen)
    undo(w.desk(), done.undo)
    assert people_in_register(w, case) == ("Chưa rõ", "")
    assert differences(w.store) == ()


def test_a_merged_case_brings_its_people_and_its_notice_along(w):
    w.put("Tôi tố giác đánh bạc ở chợ Xanh")
    case = w.put("Với lại có trộm xe")
    new_id = split(w.desk(), case.case_id, ("m000002",)).new_case_id
    for one in (case.case_id, new_id):
        classify(w.desk(), one, "TO_GIAC")
    record(w.desk(), case.case_id, (replace(ACCUSED, others=Others.NONE), NOBODY))
    record(w.desk(), new_id, (replace(ACCUSED, people=ACCUSED.people[1:]), VICTIM))
    notify_procuracy(w.desk(), new_id, "15/TB", local_date(w.clock.now_ms()), informant=True)
    merge(w.desk(), new_id, case.case_id, "một việc")
    assert show(w.desk(), case.case_id).lists == (ACCUSED, VICTIM)
    assert w.case(case.case_id).procuracy.document == "15/TB"
    gone = w.case(new_id)
    assert people_in_register(w, gone) == ("", "")
    assert in_register(w, gone)["Thông báo VKS"] == ""
    assert differences(w.store) == ()


def test_names_go_with_the_content_when_its_time_is_over(w):
    case = tip(w)
    record(w.desk(), case.case_id, (ACCUSED,))
    claim(w.desk(), case.case_id)
    classify(w.desk(), case.case_id, "SPAM")
    view(w.desk(), case.case_id, case.last_inbound_id)
    close(w.desk(), case.case_id, Outcome.SPAM)
    rule = load_retention()
    # It was a crime report once: calling it spam does not make its time shorter.
    w.clock.advance(rule.default_days * DAY_MS + DAY_MS)
    made, _count = propose(w.desk(ADMIN), rule, "hết hạn")
    assert approve_and_run(w.desk(LONG), rule, made).cases == 1
    assert w.rows("SELECT * FROM case_person") == []
    assert w.case(case.case_id).people == ()
    assert CANARY not in str(w.rows("SELECT body FROM event_body"))
    with w.store.read() as connection:
        assert verify_chain(connection).ok


def test_the_notice_stops_its_clock_by_the_day_it_bears_once_the_informant_was_told_too(w):
    case = tip(w)
    due = notice_clock(w, case).due_ms
    today = local_date(w.clock.now_ms())
    notify_procuracy(w.desk(), case.case_id, "15/TB-PC01", today, informant=False)
    assert notice_clock(w, case).done_ms is None
    w.clock.advance(9 * DAY_MS)
    assert notice_clock(w, case).state == "late"
    done = notify_procuracy(w.desk(), case.case_id, "15/TB-PC01", today, informant=True)
    assert notice_clock(w, case).done_ms == end_of_day_ms(today) - 1 < due
    assert notice_clock(w, case).met
    told = f"Số 15/TB-PC01, ngày {today:%d/%m/%Y}"
    assert in_register(w, case)["Thông báo VKS"] == told
    assert words_for(done.events[0].body, {}) == (
        f"ghi thông báo Viện kiểm sát số 15/TB-PC01, ngày {today:%d/%m/%Y}"
    )
    assert differences(w.store) == ()


def test_a_notice_needs_a_crime_report_a_number_and_a_day_that_can_be(w):
    case = tip(w)
    today = local_date(w.clock.now_ms())

    def tell(document="15/TB", on=today, one=case):
        return notify_procuracy(w.desk(), one.case_id, document, on, informant=True)

    for how, why in (
        ({"document": " "}, "Thiếu số thông báo"),
        ({"on": today + timedelta(days=1)}, "chưa tới"),
        ({"on": today - timedelta(days=1)}, "từ .* trở đi"),
        ({"on": date(2022, 4, 1)}, "từ .* trở đi"),
        ({"one": w.put("hỏi căn cước", user="1003")}, "không phải nguồn tin về tội phạm"),
    ):
        with pytest.raises(Refused, match=why):
            tell(**how)
    assert w.case(case.case_id).procuracy is None
    w.clock.advance(HOUR_MS)
    assert tell().events and not tell().events
