"""A crime report is typed into the national software once: look and copy are in the log, the entry is known, changes after it too (R-07)."""

import pytest

from console.actions import national
from console.actions.classification import classify, set_deed_time, set_place
from console.actions.confiding import suspect_secret
from console.actions.desk import Conflict, Missing, Refused
from console.actions.identity import who_looked
from console.actions.merging import merge, split
from console.actions.people import record
from console.cache.errors import StoreError
from console.cache.rebuild import differences
from console.cache.views import QueueFilter, View
from console.cache.visibility import sight_of
from console.domain import events as e
from console.domain.calendar import local_date
from console.domain.case import Outcome
from console.domain.clock import HOUR_MS, MINUTE_MS
from console.domain.entered import changed_since, newest_entry
from console.domain.national import FIELD_NAMES, FieldValue, RegisterField, national_number
from console.domain.people import PeopleList, Person, PersonRole
from console.domain.period import PeriodKind, period_of
from console.domain.queue_filter import parse_filter
from console.domain.words import words_for
from console.reports import national as fields
from console.reports.facts import read_case, read_period
from console.reports.register import COLUMNS, Names, line
from console.runtime.resources import load_catalog
from console.ui.queue.vocabulary import vocabulary_of
from tests.support import DIEP, HANH, KIEM, LONG, TUAN

F = RegisterField
TEXT = "Tố giác đánh bạc ở chợ Xanh, em là Nguyễn Thị Mười 0912345678"


@pytest.fixture
def tip(w):
    case = w.put(TEXT)
    classify(w.desk(), case.case_id, "TO_GIAC")
    w.clock.advance(30 * MINUTE_MS)
    return w.case(case.case_id)


def facts(w, case, officer=HANH):
    with w.store.read() as connection:
        return read_case(connection, w.rules, sight_of(officer, w.rules), case.number, w.clock.now_ms())


def values(w, case, officer=HANH):
    return {one.field: one for one in fields.values(facts(w, case, officer), Names(w.rules, {}))}


def remark(w, case):
    cells = line(1, facts(w, case), Names(w.rules, {}))
    return dict(zip((column.head for column in COLUMNS), cells, strict=True))["Ghi chú"]


def unentered(w, officer=HANH):
    queries = w.queries(officer)
    found = [place.case_id for place in queries.queue_index(QueueFilter(View.UNENTERED))]
    assert len(found) == queries.counts().views[View.UNENTERED]
    return found


def enter(w, case, number="TB-15/2026", *, officer=HANH, ago=0, **named):
    return national.enter(w.desk(officer), case.case_id, number, w.clock.now_ms() - ago, **named)


def test_every_field_stands_in_the_registers_order_as_the_register_prints_it(w, tip):
    found = fields.values(facts(w, tip), Names(w.rules, {}))
    heads = [column.head for column in COLUMNS]
    order = [heads.index(fields.HEADS[one.field]) for one in found]
    assert [one.field for one in found] == list(F) and order == sorted(order)
    assert set(FIELD_NAMES) == set(F)
    cells = dict(zip(heads, line(1, facts(w, tip), Names(w.rules, {})), strict=True))
    assert all(one.value == cells[fields.HEADS[one.field]] for one in found if one.field is not F.REMARK)


def test_who_told_is_covered_in_every_field(w, tip):
    set_place(w.desk(), tip.case_id, "TPCB", "nhà Nguyễn Thị Mười")
    found = values(w, tip)
    assert found[F.INFORMANT].value == f"{tip.pseudonym} (đề nghị giữ bí mật)"
    said = " ".join(one.value for one in found.values())
    assert "Mười" not in said and "0912345678" not in said and "đánh bạc" in said
    assert "đánh bạc" not in repr(found[F.CONTENT]) and repr(FieldValue(F.PLACE, "x")).startswith(
        "FieldValue("
    )


def test_a_look_and_each_copy_are_in_the_log_or_nothing_is_shown(w, tip, failpoints):
    national.show(w.desk(), tip.case_id)
    national.note_copy(w.desk(), tip.case_id, F.CONTENT)
    looks = [kind for _at, _name, kind in who_looked(w.desk(LONG), tip.case_id)]
    assert looks[:2] == [e.NationalCopied.KIND, e.NationalSeen.KIND]
    copied = w.events(tip.case_id)[-1].body
    assert words_for(copied, {}) == "chép mục «Nội dung tóm tắt» để nhập phần mềm tin báo"
    before = len(w.events(tip.case_id))
    for act in (
        lambda: national.show(w.desk(), tip.case_id),
        lambda: national.note_copy(w.desk(), tip.case_id, F.PLACE),
    ):
        failpoints("store.commit.before=raise:28@1")
        with pytest.raises((StoreError, OSError)):
            act()
    assert len(w.events(tip.case_id)) == before


def test_an_entry_is_known_with_number_time_and_who_and_a_correction_keeps_the_old_one(w, tip):
    assert unentered(w) == [tip.case_id]
    first = enter(w, tip, " TB-15/2026 ", ago=10 * MINUTE_MS)
    assert unentered(w) == []
    found = newest_entry(w.case(tip.case_id))
    assert (found.number, found.at, found.by) == ("TB-15/2026", w.clock.now_ms() - 10 * MINUTE_MS, "hanh")
    assert "số TB-15/2026" in words_for(first.events[0].body, {})
    assert "Đã nhập phần mềm tin báo lúc " in remark(w, tip) and remark(w, tip).endswith("số TB-15/2026")
    assert values(w, tip)[F.REMARK].value == "", "nobody types there that it is there"
    enter(w, tip, "TB-16/2026", officer=TUAN)
    both = w.case(tip.case_id).national
    assert [(one.number, one.by) for one in both] == [("TB-15/2026", "hanh"), ("TB-16/2026", "tuan")]
    assert enter(w, tip, "TB-16/2026").events == (), "the same again is nothing new"
    assert differences(w.store) == ()


def test_what_changes_after_the_entry_is_told_of_until_it_is_entered_anew(w, tip):
    enter(w, tip)
    assert changed_since(w.case(tip.case_id)) == ()
    w.clock.advance(HOUR_MS)
    set_place(w.desk(), tip.case_id, "TPCB", "tổ 5")
    people = PeopleList(PersonRole.ACCUSED, (Person("Lý A Sáng"),))
    record(w.desk(), tip.case_id, [people])
    assert changed_since(w.case(tip.case_id)) == (F.PLACE, F.ACCUSED)
    assert remark(w, tip).endswith("Đã sửa sau khi nhập: địa điểm xảy ra, người bị tố giác")
    w.put("thêm: có cả ảnh", user="1001")
    assert changed_since(w.case(tip.case_id)) == (F.CONTENT, F.PLACE, F.ACCUSED)
    assert [f for f, one in values(w, tip).items() if one.changed] == [
        F.CONTENT,
        F.PLACE,
        F.ACCUSED,
        F.EVIDENCE,
    ]
    enter(w, tip)
    assert changed_since(w.case(tip.case_id)) == ()
    set_deed_time(w.desk(), tip.case_id, "22 giờ")
    set_deed_time(w.desk(), tip.case_id, "")
    assert changed_since(w.case(tip.case_id)) == (), "changed and changed back is as it was typed"
    assert differences(w.store) == ()


def test_what_changed_between_typing_and_writing_it_down_is_told_of_too(w, tip):
    w.clock.advance(HOUR_MS)
    set_place(w.desk(), tip.case_id, "TPCB", "tổ 5")
    w.clock.advance(HOUR_MS)
    set_deed_time(w.desk(), tip.case_id, "22 giờ")
    w.clock.advance(HOUR_MS)
    enter(w, tip, ago=90 * MINUTE_MS)
    assert changed_since(w.case(tip.case_id)) == (F.TIME,)
    shown = national.show(w.desk(), tip.case_id).version
    set_deed_time(w.desk(TUAN), tip.case_id, "23 giờ")
    enter(w, tip, expected_version=shown)
    assert changed_since(w.case(tip.case_id)) == (F.TIME,), "he typed what was on his screen"
    assert differences(w.store) == ()


def test_a_colleagues_entry_in_between_stops_a_second_one(w, tip):
    shown = national.show(w.desk(), tip.case_id).version
    enter(w, tip, "TB-1", officer=TUAN)
    with pytest.raises(Conflict, match="số TB-1"):
        enter(w, tip, "TB-2", expected_version=shown)
    assert len(w.case(tip.case_id).national) == 1


def test_a_number_that_another_case_has_is_warned_of_only_where_it_may_be_known(w, tip):
    other = w.put("Tố giác trộm xe", user="2", name="Lý Văn Páo")
    classify(w.desk(), other.case_id, "TO_GIAC")
    enter(w, tip, "TB-15a")
    (warning,) = enter(w, other, "tb-15A").warnings
    assert tip.number in str(warning)
    w.add(tip.case_id, e.ConflictMarked((), ("tuan",), "liên quan", ""))
    w.clock.advance(MINUTE_MS)
    assert enter(w, other, "TB-15a", officer=TUAN).warnings == ()


@pytest.mark.parametrize(
    "number", ["", "   ", "chưa có", "x" * 61, "1\u202e2", "1\n2;", "<b>1</b>", "=1+1", "12\x00"]
)
def test_what_can_be_no_number_is_refused(w, tip, number):
    with pytest.raises(Refused, match="Số của phần mềm tin báo"):
        enter(w, tip, number)
    assert w.case(tip.case_id).national == ()


def test_a_number_is_kept_in_one_spelling():
    assert national_number("  01/TB-CAT   (PC02) ") == "01/TB-CAT (PC02)"


def test_a_time_to_come_or_before_the_report_is_refused(w, tip):
    for ago in (-MINUTE_MS, HOUR_MS):
        with pytest.raises(Refused, match="Giờ nhập"):
            enter(w, tip, ago=ago)


def test_only_crime_reports_that_live_on_wait_to_be_entered(w, tip):
    question = w.put("Cho tôi hỏi căn cước", user="3", name="Hà A")
    classify(w.desk(), question.case_id, "TTHC")
    with pytest.raises(Refused, match="không phải nguồn tin về tội phạm"):
        enter(w, question)
    again = w.put("Lại đánh bạc", user="4", name="Hà B")
    classify(w.desk(), again.case_id, "TIN_BAO")
    assert set(unentered(w)) == {tip.case_id, again.case_id}
    w.add(again.case_id, e.CaseClosed(Outcome.DUPLICATE.value, "trùng"))
    assert unentered(w) == [tip.case_id]
    w.add(tip.case_id, e.CaseClosed(Outcome.HANDED_OVER.value, ""))
    assert unentered(w) == [tip.case_id], "it is closed here, and still to be entered there"
    classify(w.desk(), w.put("a", user="5", name="Hà C").case_id, "TO_CAO")
    assert unentered(w) == [tip.case_id]


def test_whoever_only_reads_sees_how_many_but_enters_nothing(w, tip):
    assert unentered(w, KIEM) == [tip.case_id]
    assert unentered(w, DIEP) == [], "no case of hers"
    with pytest.raises(Refused, match="nhập phần mềm tin báo"):
        national.show(w.desk(KIEM), tip.case_id)
    w.add(tip.case_id, e.ConflictMarked((), ("tuan",), "liên quan", ""))
    assert unentered(w, TUAN) == []
    with pytest.raises(Missing):
        national.show(w.desk(TUAN), tip.case_id)


def test_what_may_be_a_state_secret_is_not_copied_out(w, tip):
    suspect_secret(w.desk(), tip.case_id, "có tài liệu mật")
    for act in (national.show, lambda d, c: national.note_copy(d, c, F.CONTENT)):
        with pytest.raises(Refused, match="bí mật nhà nước"):
            act(w.desk(), tip.case_id)


def test_a_merged_case_brings_its_entry_along_and_a_split_one_does_not(w, tip):
    w.put("tin thứ hai", user="1001")
    ids = w.rows("SELECT message_id FROM message WHERE case_id = ? ORDER BY at, seq", tip.case_id)
    enter(w, tip)
    split(w.desk(), tip.case_id, [ids[-1][0]])
    (new_id,) = {row[0] for row in w.rows("SELECT case_id FROM case_file")} - {tip.case_id}
    assert w.case(new_id).national == ()
    classify(w.desk(), new_id, "TO_GIAC")
    merge(w.desk(), tip.case_id, new_id, "một việc")
    assert newest_entry(w.case(new_id)).number == "TB-15/2026"
    assert F.CONTENT in changed_since(w.case(new_id)), "what is there now was not all typed"
    assert unentered(w) == []
    assert differences(w.store) == ()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("chưa:nhập", 1), ("đã:nhap tin bao", 1), ("not:entered", 1), ("chưa:nhập,trả lời", 1)],
)
def test_the_typed_filter_knows_it(w, tip, typed, found):
    done = w.put("Tố giác trộm xe", user="2", name="Lý Văn Páo")
    classify(w.desk(), done.case_id, "TO_GIAC")
    enter(w, done)
    classify(w.desk(), w.put("hỏi căn cước", user="3", name="Hà A").case_id, "TTHC")
    parsed = parse_filter(typed, vocabulary_of(load_catalog()))
    assert parsed.problems == ()
    places = w.queries().queue_index(QueueFilter(terms=parsed.terms))
    assert [place.case_id for place in places] == [done.case_id if typed.startswith("đã") else tip.case_id]
    assert len(places) == found


def test_the_list_to_be_entered_holds_what_is_new_and_what_was_changed(w, tip):
    done = w.put("Tố giác trộm xe", user="2", name="Lý Văn Páo")
    classify(w.desk(), done.case_id, "TO_GIAC")
    enter(w, done)
    period = period_of(PeriodKind.DAY, local_date(w.clock.now_ms()))

    def listed():
        with w.store.read() as connection:
            sight = sight_of(HANH, w.rules)
            found = read_period(connection, w.rules, sight, period, w.clock.now_ms(), named=True)
        return [one.case.number for one in fields.to_enter(found, Names(w.rules, {}))]

    assert listed() == [tip.number]
    set_deed_time(w.desk(), done.case_id, "22 giờ")
    assert listed() == [tip.number, done.number]
    sheet = fields.sheet(
        [facts(w, done)], Names(w.rules, {}), about="một", printed_at=w.clock.now_ms(), mark="m"
    )
    assert len(sheet.columns) == len(sheet.rows[0]) == len(F) + 3
    assert sheet.rows[0][-2:] == ("TB-15/2026", "Thời gian xảy ra")
