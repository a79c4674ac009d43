"""The survey goes out by rule, once, and its answer comes back to the case."""

import pytest
from sqlalchemy import update

from console.actions.classification import classify
from console.actions.closing import close, reopen
from console.actions.desk import Refused
from console.actions.settling import approve_reply, decline_reply
from console.actions.surveys import follow_up, send_due, skip
from console.actions.viewing import view
from console.cache import tables as t
from console.cache.rebuild import differences
from console.cache.views import QueueFilter, View
from console.domain import events as e
from console.domain.approval import ApprovalRule, ReplyPolicy
from console.domain.calendar import local_date
from console.domain.case import CaseState, Outcome, ReplyState
from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS
from console.domain.period import PeriodKind, period_of
from console.reports.facts import read_survey, read_survey_cases
from console.runtime.resources import load_reply_policy
from tests.support import HANH, LONG, TUAN

NOON = 1_790_000_000_000 // DAY_MS * DAY_MS + 5 * HOUR_MS


@pytest.fixture
def w(desk_world):
    desk_world.clock.wall_ms = NOON
    return desk_world


def send(w):
    """Let the program decide about what is due."""
    return send_due(w.store, w.rules, load_reply_policy())


def ended(w, category="TTHC", user="1001", outcome=Outcome.GUIDED):
    case = w.put(user=user)
    view(w.desk(), case.case_id, case.last_inbound_id)
    classify(w.desk(), case.case_id, category)
    close(w.desk(), case.case_id, outcome)
    return w.case(case.case_id)


def row(w, case):
    found = w.rows("SELECT * FROM survey WHERE case_id = ?", case.case_id)
    return found[0] if found else None


def asked(w, **more):
    """Return a case whose citizen was asked and whose survey arrived."""
    case = ended(w, **more)
    w.clock.advance(15 * MINUTE_MS)
    assert send(w) == 1
    reply_id = row(w, case).reply_id
    w.add(case.case_id, e.ReplyPermitted(reply_id, w.clock.now_ms()))
    w.add(case.case_id, e.ReplySent(reply_id, f"z{reply_id}", w.clock.now_ms()))
    w.clock.advance(MINUTE_MS)
    return case


def test_the_survey_is_an_ordinary_reply_with_its_wording(w):
    case = ended(w)
    assert send(w) == 0
    w.clock.advance(15 * MINUTE_MS)
    assert send(w) == 1
    reply = next(x for x in w.events(case.case_id) if x.kind == "reply.queued")
    assert (reply.actor, reply.body.canned_code) == ("system", "KHAO_SAT")
    assert reply.body.text == w.rules.catalog.canned["KHAO_SAT"].text
    assert reply.body.canned_version == row(w, case).version != ""
    assert (row(w, case).state, w.case(case.case_id).survey_at) == ("da-hoi", w.clock.now_ms())


def test_each_case_is_asked_about_once(w):
    case = asked(w)
    reopen(w.desk(), case.case_id, "làm tiếp")
    close(w.desk(), case.case_id, Outcome.GUIDED)
    w.clock.advance(HOUR_MS)
    assert send(w) == 0


@pytest.mark.parametrize(
    ("category", "rule"), [("TO_GIAC", "loai"), ("TO_CAO", "loai"), ("CAM_ON", "loai"), ("SPAM", "loai")]
)
def test_those_who_are_never_asked_are_noted_with_the_rule(w, category, rule):
    case = w.put()
    w.add(case.case_id, e.CaseViewed(), e.CaseClassified(category), e.CaseClosed("da-giai-quyet"))
    w.clock.advance(15 * MINUTE_MS)
    send(w)
    assert (row(w, case).state, row(w, case).rule) == ("bo-qua", rule)
    assert "reply.queued" not in w.kinds(case.case_id)


def test_a_minor_is_not_asked(w):
    case = ended(w)
    with w.store.write() as tx:
        tx.connection.execute(update(t.identity).values(under_age=1))
    w.clock.advance(15 * MINUTE_MS)
    send(w)
    assert row(w, case).rule == "chua-thanh-nien"


def test_at_night_it_waits_for_the_morning(w):
    w.clock.wall_ms = NOON + 10 * HOUR_MS
    case = ended(w)
    w.clock.advance(HOUR_MS)
    assert send(w) == 0
    w.clock.advance(8 * HOUR_MS)
    assert send(w) == 1
    assert row(w, case).state == "da-hoi"


def test_outside_the_window_it_is_not_sent_and_that_is_said(w):
    case = w.put(at=NOON - 7 * DAY_MS + HOUR_MS)
    w.add(case.case_id, e.CaseViewed(), e.CaseClassified("TTHC"), e.CaseClosed("da-giai-quyet"))
    w.clock.advance(2 * HOUR_MS)
    send(w)
    assert row(w, case).rule == "het-cua-so"


def test_a_console_that_was_off_does_not_ask_late(w):
    case = ended(w)
    w.clock.advance(3 * DAY_MS)
    send(w)
    assert row(w, case).rule == "qua-han"


def test_nobody_is_asked_while_another_matter_of_his_is_open(w):
    case = ended(w)
    with w.store.write() as tx:
        opened = e.CaseOpened(case.conversation_id, case.pseudonym, split_from=case.case_id)
        tx.add("khac", opened, actor="hanh", unit="TB-CAT")
    w.clock.advance(15 * MINUTE_MS)
    send(w)
    assert row(w, case).rule == "ho-so-khac"


def test_an_officer_skips_with_a_reason_that_is_kept(w):
    case = ended(w)
    with pytest.raises(Refused, match="Thiếu lý do"):
        skip(w.desk(), case.case_id, " ")
    skip(w.desk(TUAN), case.case_id, "Công dân đang có tang")
    w.clock.advance(HOUR_MS)
    assert send(w) == 0
    assert (row(w, case).decided_by, row(w, case).rule, row(w, case).reason) == (
        "tuan",
        "",
        "Công dân đang có tang",
    )
    with pytest.raises(Refused, match="đã gửi hoặc đã bỏ qua"):
        skip(w.desk(), case.case_id, "lần nữa")


def test_an_open_case_has_no_survey_to_skip(w):
    case = w.put()
    with pytest.raises(Refused, match="chưa đóng"):
        skip(w.desk(), case.case_id, "x")


def test_a_good_answer_is_kept_and_opens_nothing(w):
    case = asked(w)
    w.put("5 sao ạ")
    assert w.case(case.case_id).state is CaseState.CLOSED
    found = row(w, case)
    assert (found.state, found.score, found.low, found.answered_at) == ("da-tra-loi", 5, 0, w.clock.now_ms())
    # Only one answer counts; what comes later is a message like any other.
    w.put("1 sao")
    assert row(w, case).score == 5
    assert w.case(case.case_id).open


def test_a_low_answer_comes_back_to_the_queue_until_somebody_follows_it_up(w):
    case = asked(w)
    w.put("không hài lòng")
    assert w.case(case.case_id).state is CaseState.NEW
    assert (row(w, case).score, row(w, case).low) == (2, 1)
    follow_up(w.desk(), case.case_id, "Đã gọi xin lỗi, hướng dẫn lại")
    assert row(w, case).followed_at == w.clock.now_ms()


def test_an_answer_with_news_opens_the_case(w):
    case = asked(w)
    w.put("5 sao, nhưng tối qua họ lại đến")
    assert w.case(case.case_id).open
    assert row(w, case).score == 5


def test_what_is_no_answer_is_a_message(w):
    case = asked(w)
    w.put("Cho hỏi thêm lệ phí bao nhiêu")
    assert w.case(case.case_id).open
    assert row(w, case).state == "da-hoi"


def test_without_a_question_five_stars_are_a_message(w):
    case = ended(w)
    w.put("5 sao")
    assert w.case(case.case_id).open
    assert "gw.survey_answered" not in w.kinds(case.case_id)


def test_only_a_low_score_is_followed_up(w):
    case = asked(w)
    w.put("5")
    with pytest.raises(Refused, match="không có khảo sát điểm thấp"):
        follow_up(w.desk(HANH), case.case_id, "đã gọi")


def test_all_of_it_comes_from_the_log_alone(w):
    asked(w)
    w.put("2 sao")
    skip(w.desk(), ended(w, user="2").case_id, "lý do")
    assert differences(w.store) == ()


STRICT = ReplyPolicy(
    (ApprovalRule("x", "phải duyệt", *[frozenset()] * 4, exempt_ready_answers=False),), frozenset()
)
"""A house in which a second officer looks at everything that goes out."""


def waiting(w):
    """Return a case whose survey waits for a second officer, and the survey's reply."""
    case = ended(w)
    w.clock.advance(15 * MINUTE_MS)
    assert send_due(w.store, w.rules, STRICT) == 1
    return case, row(w, case).reply_id


def test_a_survey_that_needs_a_second_officer_waits_for_him(w):
    case, reply_id = waiting(w)
    (mark,) = w.case(case.case_id).replies
    assert mark.state is ReplyState.AWAITING_APPROVAL
    for officer in (HANH, LONG):
        queries = w.queries(officer)
        assert [place.case_id for place in queries.queue_index(QueueFilter(View.REVIEW))] == [case.case_id]
        assert queries.counts().views[View.REVIEW] == 1
    with pytest.raises(Refused):
        approve_reply(w.desk(HANH), case.case_id, reply_id)
    approve_reply(w.desk(LONG), case.case_id, reply_id)
    (mark,) = w.case(case.case_id).replies
    assert mark.state is ReplyState.QUEUED
    assert w.queries().counts().views[View.REVIEW] == 0
    assert differences(w.store) == ()


def test_a_survey_that_is_not_let_go_asked_nobody(w):
    case, reply_id = waiting(w)
    decline_reply(w.desk(LONG), case.case_id, reply_id, "đang có tang")
    found = row(w, case)
    assert (found.state, found.rule, found.reply_id, found.reason) == (
        "bo-qua",
        "khong-duyet",
        "",
        "đang có tang",
    )
    assert w.case(case.case_id).survey_at == 0
    w.clock.advance(MINUTE_MS)
    assert send(w) == 0
    # What comes now is no answer to a question nobody asked.
    w.put("5 sao")
    assert "gw.survey_answered" not in w.kinds(case.case_id)
    assert differences(w.store) == ()


def test_a_bad_mark_stands_in_the_queue_until_it_is_followed_up(w):
    case = asked(w)
    w.put("2 sao")

    def score():
        (found,) = w.queries().queue_rows([case.case_id])
        return found.low_score

    assert score() == 2
    follow_up(w.desk(), case.case_id, "Đã gọi xin lỗi")
    assert score() == 0


def test_an_officers_own_skip_is_in_the_report(w):
    skip(w.desk(), ended(w).case_id, "đang có tang")
    period = period_of(PeriodKind.DAY, local_date(NOON))
    with w.store.read() as connection:
        figures = read_survey(connection, w.desk().sight, period)
    assert figures.skipped == {"can-bo": 1}


def test_the_cases_behind_the_figures_are_those_that_were_counted_and_none_he_may_not_know_of(w):
    low = asked(w, user="1001")
    w.put("1 sao", user="1001")
    good = asked(w, user="1002")
    w.put("5 sao", user="1002")
    skip(w.desk(), ended(w, user="1003").case_id, "đang có tang")
    hidden = asked(w, user="1004")
    w.put("1 sao", user="1004")
    w.add(hidden.case_id, e.ConflictMarked((), (HANH.officer_id,), "nêu tên"))
    period = period_of(PeriodKind.DAY, local_date(NOON))

    def read(officer):
        sight, now_ms = w.desk(officer).sight, w.clock.now_ms()
        with w.store.read() as connection:
            figures = read_survey(connection, sight, period)
            return figures, read_survey_cases(connection, w.rules, sight, period, now_ms)

    figures, found = read(HANH)
    assert [one.facts.case.case_id for one in found if one.score == 1] == [low.case_id]
    assert [one.facts.case.case_id for one in found if one.score == 5] == [good.case_id]
    assert [one.facts.case.case_id for one in found if one.low_open] == [low.case_id]
    for officer in (HANH, LONG):
        figures, found = read(officer)
        counted = {score: sum(one.score == score for one in found) for score in (1, 5)}
        assert counted == dict(figures.by_score)
        assert sum(one.asked for one in found) == figures.asked
        assert sum(one.rule == "can-bo" for one in found) == figures.skipped["can-bo"] == 1
        assert sum(one.low_open for one in found) == figures.low_open
        assert (hidden.case_id in {one.facts.case.case_id for one in found}) == (officer is LONG)


def test_an_answer_counts_where_this_machines_clock_is_ahead_of_zalos(w):
    """The question is noted by this clock and answered by Zalo's: two minutes between them must not lose the mark."""
    case = ended(w)
    w.clock.advance(15 * MINUTE_MS)
    assert send(w) == 1
    reply_id, sent_at = row(w, case).reply_id, w.clock.now_ms() - 2 * MINUTE_MS
    w.put("cảm ơn", at=sent_at + 10_000)
    assert row(w, case).score == 0, "the question had not arrived yet"
    w.add(case.case_id, e.ReplyPermitted(reply_id, w.clock.now_ms()), e.ReplySent(reply_id, "z1", sent_at))
    w.put("5 sao", at=sent_at + 30_000)
    assert row(w, case).score == 5
    assert w.case(case.case_id).state is CaseState.CLOSED
