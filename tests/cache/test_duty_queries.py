"""What the review screen and the reports read."""

import pytest
from sqlalchemy import update

from console.actions.claims import claim
from console.actions.classification import classify, set_priority
from console.actions.closing import close, reopen
from console.actions.notes import add_note
from console.actions.reviewing import give_verdict
from console.actions.surveys import send_due, skip
from console.actions.viewing import view
from console.cache import tables_duty as d
from console.cache.views import EventItem, MessageItem, NoteItem
from console.domain import events as e
from console.domain.case import Outcome
from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS
from console.domain.review import Verdict
from console.domain.subject import subject
from console.runtime.resources import load_reply_policy
from tests.support import HANH, KIEM, LONG, THANH_TRA, TUAN, store_template, world

__all__ = ["store_template"]
NOON = 1_790_000_000_000 // DAY_MS * DAY_MS + 5 * HOUR_MS


@pytest.fixture
def w(tmp_path, store_template):
    with world(tmp_path, store_template) as made:
        made.clock.wall_ms = NOON
        yield made


def send(w):
    """Let the program decide about what is due."""
    return send_due(w.store, w.rules, load_reply_policy())


def ended(w, user="1", category="TO_GIAC", outcome=Outcome.RESOLVED, reason=""):
    case = w.put("Có người đánh bạc", user=user)
    desk = w.desk()
    view(desk, case.case_id, case.last_inbound_id)
    claim(desk, case.case_id)
    classify(desk, case.case_id, category)
    set_priority(desk, case.case_id, "P3")
    close(desk, case.case_id, outcome, reason)
    w.clock.advance(MINUTE_MS)
    return w.case(case.case_id)


def test_reviews_and_proposals_wait_in_one_queue_oldest_first(w):
    first = ended(w, "1")
    second = ended(w, "2", outcome=Outcome.UNFOUNDED, reason="không có")
    third = ended(w, "3", category="TIN_BAO")
    rows = w.queries(KIEM).review_rows()
    assert [(row.case_id, row.is_proposal) for row in rows] == [
        (first.case_id, False),
        (second.case_id, True),
        (third.case_id, False),
    ]
    assert (rows[0].handler_name, rows[0].reasons, rows[0].summary) == (
        "Đại úy Nguyễn Thu Hạnh",
        ("loai",),
        "Đã giải quyết xong",
    )
    assert rows[1].reasons == ("kết luận tố giác, tin báo không có cơ sở phải có chỉ huy ký",)
    assert w.queries(KIEM).reviews_waiting() == 2
    w.clock.advance(24 * HOUR_MS)
    assert w.queries(KIEM).review_rows(first.case_id)[0].late


def test_what_is_open_again_decided_or_hidden_does_not_wait(w):
    opened, decided, hidden = (ended(w, user) for user in "123")
    reopen(w.desk(), opened.case_id, "có tin mới")
    row = w.queries(KIEM).review_rows(decided.case_id)[0]
    give_verdict(w.desk(KIEM), decided.case_id, row.ref, Verdict.RETURNED, comment="sửa")
    w.add(hidden.case_id, e.CaseClassified("TO_CAO"))
    assert w.queries(KIEM).review_rows() == []
    assert w.queries(KIEM).reviews_waiting() == 0
    assert [r.case_id for r in w.queries(THANH_TRA).review_rows()] == [hidden.case_id]


def test_a_sheet_tells_who_handled_and_what_happened_when(w):
    case = ended(w)
    add_note(w.desk(TUAN), case.case_id, "đã gọi")
    row = w.queries(KIEM).review_rows()[0]
    sheet = w.queries(KIEM).review_sheet(row)
    assert (sheet.own, sheet.handlers) == (False, ("Đại úy Nguyễn Thu Hạnh",))
    assert w.queries(HANH).review_sheet(row).own
    kinds = [item.kind for item in sheet.items if isinstance(item, EventItem)]
    assert {"case.viewed", "case.claimed", "case.classified", "case.closed", "clock"} <= set(kinds)
    assert any(isinstance(item, MessageItem) for item in sheet.items)
    assert any(isinstance(item, NoteItem) for item in sheet.items)
    assert [item.at for item in sheet.items] == sorted(item.at for item in sheet.items)
    assert sheet.outcome == "da-giai-quyet"


def test_a_proposer_sees_that_the_proposal_is_his_own(w):
    ended(w, outcome=Outcome.UNFOUNDED, reason="không có")
    (row,) = w.queries(LONG).review_rows()
    assert w.queries(HANH).review_sheet(row).own
    assert not w.queries(LONG).review_sheet(row).own


def test_earlier_verdicts_stand_on_the_sheet_and_findings_wait_for_the_handler(w):
    case = ended(w)
    row = w.queries(KIEM).review_rows()[0]
    give_verdict(
        w.desk(KIEM),
        case.case_id,
        row.ref,
        Verdict.RETURNED,
        comment="Thiếu địa bàn",
        findings=("thieu-dia-ban",),
    )
    (waiting,) = w.queries(HANH).unacknowledged()
    assert (waiting.number, waiting.comment, waiting.findings) == (
        "CB26-00001",
        "Thiếu địa bàn",
        ("thieu-dia-ban",),
    )
    assert w.queries(TUAN).unacknowledged() == []
    close(w.desk(), case.case_id, Outcome.RESOLVED)
    again = w.queries(KIEM).review_rows()[0]
    verdicts = w.queries(KIEM).review_sheet(again).verdicts
    assert [item.words for item in verdicts] == ["kiểm tra: cần sửa: Thiếu địa bàn"]


def test_the_report_shows_the_seed_and_counts_the_draw_anew(w):
    with w.store.write() as tx:
        tx.add(subject("review"), e.ReviewSeeded("2026-09", "5eed"), actor="system", unit="TB-CAT")
    for user in range(30):
        ended(w, str(user), category="TTHC", outcome=Outcome.GUIDED)
    ended(w, "x")
    (figures,) = w.queries(KIEM).sample_figures()
    waiting = w.queries(KIEM).reviews_waiting()
    assert (
        figures.period,
        figures.seed,
        figures.closed,
        figures.by_rule,
        figures.eligible,
        figures.limit,
    ) == (
        "2026-09",
        "5eed",
        31,
        1,
        30,
        100,
    )
    assert figures.sampled == waiting - 1
    # Whoever strikes a case from the sample is found out.
    with w.store.write() as tx:
        tx.connection.execute(update(d.review).where(d.review.c.reasons == "mau").values(reasons=""))
    assert w.queries(KIEM).sample_figures()[0].sampled == figures.sampled


def test_survey_figures_count_answers_and_both_kinds_of_skips(w):
    for user in "1234":
        ended(w, user, category="TTHC", outcome=Outcome.GUIDED)
    ended(w, "5")
    skip(w.desk(TUAN), w.queries().search("CB26-00004")[0].case_id, "đang có tang")
    w.clock.advance(HOUR_MS)
    send(w)
    w.clock.advance(MINUTE_MS)
    w.put("5 sao", user="1")
    w.put("2 sao", user="2")
    figures = w.queries().survey_figures(NOON, w.clock.now_ms())
    assert (figures.asked, figures.answered, figures.low, figures.followed) == (3, 2, 1, 0)
    assert (figures.scores, figures.mean) == ({5: 1, 2: 1}, 3.5)
    assert (figures.skipped_by_rule, figures.skipped_by_officer) == ({"loai": 1}, {"tuan": 1})
    assert w.queries().survey_figures(0, NOON).asked == 0
    assert w.queries().survey_figures(0, NOON).mean == 0.0
