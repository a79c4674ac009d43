"""Second signatures and reviews: who may, what follows, what stays in the log."""

import pytest

from console.actions.classification import classify, set_priority
from console.actions.closing import close, reopen
from console.actions.desk import Missing, Refused
from console.actions.notes import add_note
from console.actions.reviewing import acknowledge, give_verdict
from console.actions.signing import refuse_closing, sign_closing, withdraw_closing
from console.actions.undoing import undo
from console.actions.viewing import view
from console.cache.rebuild import differences
from console.domain import events as e
from console.domain.case import CaseState, Outcome
from console.domain.clock import HOUR_MS
from console.domain.review import Verdict, draw
from console.domain.subject import subject
from tests.support import HANH, KIEM, LONG, TUAN

ITEMS = ("phan-loai", "loi-le", "don-vi", "can-cu")


def seed(w, text="5eed"):
    """Put the month's number into the log, as the first closing of the month does."""
    with w.store.write() as tx:
        tx.add(subject("review"), e.ReviewSeeded("2026-09", text), actor="system", unit="TB-CAT")


def handled(w, category="TO_GIAC", officer=HANH, outcome=Outcome.RESOLVED, reason="", user="1001"):
    """Let an officer handle and close a case; returns it with its review."""
    case = w.put("Có người đánh bạc ở tổ 5", user=user)
    desk = w.desk(officer)
    view(desk, case.case_id, case.last_inbound_id)
    classify(desk, case.case_id, category)
    set_priority(desk, case.case_id, "P3")
    close(desk, case.case_id, outcome, reason)
    return w.case(case.case_id), review_of(w, case.case_id)


def review_of(w, case_id):
    return w.rows("SELECT * FROM review WHERE case_id = ? ORDER BY closed_at DESC", case_id)[0]


def passes(w, case, review, officer=KIEM, comment="Máy báo thiếu địa bàn, đã hỏi lại", **more):
    return give_verdict(
        w.desk(officer), case.case_id, review.review_id, Verdict.PASSED, comment=comment, passed=ITEMS, **more
    )


# --- what is drawn ----------------------------------------------------------------------------------------------------


def test_a_closing_writes_the_draw_in_the_programs_name(w):
    seed(w)
    case, review = handled(w)
    drawn = w.events(case.case_id)[-1]
    assert (drawn.kind, drawn.actor) == ("review.drawn", "system")
    assert (review.state, review.reasons, review.handler) == ("cho", "loai", "hanh")
    assert review.due_at == w.clock.now_ms() + 24 * HOUR_MS
    assert (review.drawn, review.sample_limit) == (draw("5eed", case.case_id), 100)


def test_the_seed_is_in_the_log_before_the_first_draw_and_once_a_month(w):
    handled(w, user="1")
    handled(w, user="2")
    kinds = [row[0] for row in w.rows("SELECT kind FROM event ORDER BY seq")]
    assert kinds.count("review.seeded") == 1
    assert kinds.index("review.seeded") < kinds.index("review.drawn")


def test_closing_another_category_does_not_lead_around_a_review(w):
    seed(w)
    case = w.put()
    view(w.desk(), case.case_id, case.last_inbound_id)
    classify(w.desk(), case.case_id, "TO_GIAC")
    classify(w.desk(), case.case_id, "HOI_DAP")
    close(w.desk(), case.case_id, Outcome.GUIDED)
    assert review_of(w, case.case_id).reasons == "loai"


def test_once_in_the_sample_always_in_it(w):
    case, review = handled(w, "TTHC")
    w.add(case.case_id, e.ReviewDrawn("x", "2026-08", 5, 100, ("mau",), "hanh", 1))
    reopen(w.desk(), case.case_id, "làm tiếp")
    close(w.desk(), case.case_id, Outcome.RESOLVED)
    rows = w.rows("SELECT state, reasons FROM review WHERE case_id = ? AND state = 'cho'", case.case_id)
    assert [row.reasons for row in rows] == ["mau"]
    assert review.review_id not in {
        row[0] for row in w.rows("SELECT review_id FROM review WHERE state = 'cho'")
    }


def test_a_closing_can_still_be_taken_back(w):
    case = w.put()
    view(w.desk(), case.case_id, case.last_inbound_id)
    done = close(w.desk(), case.case_id, Outcome.GUIDED)
    undo(w.desk(), done.undo)
    assert w.case(case.case_id).open


# --- verdicts ---------------------------------------------------------------------------------------------------------


def test_whoever_handled_a_case_cannot_review_it(w):
    case, review = handled(w, officer=LONG)
    with pytest.raises(Refused, match="Bạn đã xử lý CB26-00001: người khác phải kiểm tra"):
        passes(w, case, review, LONG)


def test_a_note_or_a_look_is_no_handling(w):
    case, review = handled(w)
    add_note(w.desk(LONG), case.case_id, "đã xem")
    view(w.desk(LONG), case.case_id)
    passes(w, case, review, LONG)
    assert review_of(w, case.case_id).state == "dat"


def test_reviewing_takes_the_right_to(w):
    case, review = handled(w)
    with pytest.raises(Refused, match="Vai trò của bạn không được kiểm tra hồ sơ"):
        passes(w, case, review, TUAN)


def test_nobody_passes_what_is_not_judged_or_not_met(w):
    case, review = handled(w)
    desk = w.desk(KIEM)
    for passed, failed in ((ITEMS[:3], ()), (ITEMS[:3], ITEMS[3:]), ((), ())):
        with pytest.raises(Refused, match="Còn mục chưa đạt"):
            give_verdict(
                desk,
                case.case_id,
                review.review_id,
                Verdict.PASSED,
                comment="x",
                passed=passed,
                failed=failed,
            )
    with pytest.raises(Refused, match="Máy thấy điểm chưa đạt"):
        passes(w, case, review, comment="")


@pytest.mark.parametrize("verdict", [Verdict.RETURNED, Verdict.REOPENED])
def test_giving_back_takes_words(w, verdict):
    case, review = handled(w)
    with pytest.raises(Refused, match="phải ghi nhận xét"):
        give_verdict(w.desk(KIEM), case.case_id, review.review_id, verdict, comment=" ")


def test_unknown_items_and_findings_are_refused(w):
    case, review = handled(w)
    for more in ({"findings": ("la",)}, {"passed": ("la",)}, {"failed": ("la",)}):
        with pytest.raises(Refused, match="không có trong quy định"):
            give_verdict(w.desk(KIEM), case.case_id, review.review_id, Verdict.RETURNED, comment="x", **more)


def test_what_is_returned_is_the_handlers_again_and_comes_back_when_closed(w):
    case, review = handled(w)
    give_verdict(
        w.desk(KIEM),
        case.case_id,
        review.review_id,
        Verdict.RETURNED,
        comment="Bổ sung địa bàn",
        findings=("thieu-dia-ban", "tre"),
        passed=ITEMS[:3],
        failed=ITEMS[3:],
    )
    after = w.case(case.case_id)
    assert (after.state, after.owner, after.reopened) == (CaseState.HELD, "hanh", 1)
    assert after.fix_by == w.clock.now_ms() + 4 * HOUR_MS
    row = review_of(w, case.case_id)
    assert (row.state, row.findings, row.failed, row.reviewer) == (
        "can-sua",
        "thieu-dia-ban,tre",
        "can-cu",
        "kiem",
    )
    w.clock.advance(1)
    close(w.desk(), case.case_id, Outcome.RESOLVED)
    again = review_of(w, case.case_id)
    assert (again.state, again.reasons, w.case(case.case_id).fix_by) == ("cho", "loai", 0)


def test_what_is_opened_again_goes_to_the_queue(w):
    case, review = handled(w)
    give_verdict(w.desk(KIEM), case.case_id, review.review_id, Verdict.REOPENED, comment="Chưa xác minh")
    after = w.case(case.case_id)
    assert (after.state, after.owner) == (CaseState.NEW, "")


def test_the_log_keeps_what_the_machine_had_found(w):
    case, review = handled(w)
    passes(w, case, review)
    given = next(x.body for x in w.events(case.case_id) if x.kind == "review.given")
    assert "truong=chua" in given.checks
    assert "tra-loi=chua" in given.checks
    assert "chua-ro=dat" in given.checks


def test_only_the_handler_acknowledges_and_once(w):
    case, review = handled(w)
    with pytest.raises(Refused, match="chưa có kết luận"):
        acknowledge(w.desk(), case.case_id, review.review_id)
    give_verdict(w.desk(KIEM), case.case_id, review.review_id, Verdict.RETURNED, comment="Sửa")
    with pytest.raises(Refused, match="dành cho cán bộ khác"):
        acknowledge(w.desk(TUAN), case.case_id, review.review_id)
    assert acknowledge(w.desk(), case.case_id, review.review_id, "Đã rõ").events
    assert not acknowledge(w.desk(), case.case_id, review.review_id).events
    row = review_of(w, case.case_id)
    assert (row.acknowledged, row.acknowledged_at) == ("Đã rõ", w.clock.now_ms())


def test_a_verdict_is_corrected_by_a_new_one_and_the_old_one_stays(w):
    case, review = handled(w)
    passes(w, case, review)
    give_verdict(w.desk(KIEM), case.case_id, review.review_id, Verdict.RETURNED, comment="Xem lại: sai loại")
    given = [x.body for x in w.events(case.case_id) if x.kind == "review.given"]
    assert [body.verdict for body in given] == ["dat", "can-sua"]
    assert given[1].corrects == given[0].verdict_id
    assert not given[0].corrects
    with pytest.raises(Refused, match="đang mở"):
        passes(w, case, review)
    # Other words for the same verdict do not take the case away from who is putting it right.
    give_verdict(w.desk(KIEM), case.case_id, review.review_id, Verdict.RETURNED, comment="Sai loại, trễ")
    assert w.case(case.case_id).owner == "hanh"


def test_an_open_case_is_not_reviewed_and_a_foreign_review_is_none(w):
    case, review = handled(w)
    other, _ = handled(w, user="2")
    with pytest.raises(Missing):
        passes(w, other, review)
    reopen(w.desk(), case.case_id, "có tin mới")
    with pytest.raises(Refused, match="đang mở"):
        passes(w, case, review)


# --- second signature -------------------------------------------------------------------------------------------------


def proposed(w, officer=HANH):
    case = w.put("Báo tin có đánh bạc")
    desk = w.desk(officer)
    view(desk, case.case_id, case.last_inbound_id)
    classify(desk, case.case_id, "TO_GIAC")
    done = close(desk, case.case_id, Outcome.UNFOUNDED, "Đã kiểm tra, không có")
    return w.case(case.case_id), done


def test_an_end_that_takes_a_signature_is_only_proposed(w):
    case, done = proposed(w)
    assert case.open
    assert (case.closing.by, case.closing.outcome, case.closing.rule) == (
        "hanh",
        "khong-co-co-so",
        "TO_GIAC_KHONG_CO_SO",
    )
    assert "Chờ chữ ký thứ hai" in str(done.warnings[0])
    assert w.rows("SELECT awaiting_approval FROM case_file")[0][0] == 1
    with pytest.raises(Refused, match="đang chờ ký"):
        close(w.desk(), case.case_id, Outcome.UNFOUNDED, "lần nữa")


def test_somebody_else_signs_and_answers_for_nothing_but_the_signature(w):
    case, _ = proposed(w)
    sign_closing(w.desk(LONG), case.case_id, case.closing.proposal_id)
    after = w.case(case.case_id)
    assert (after.state, after.outcome, after.close_reason, after.closing) == (
        CaseState.CLOSED,
        "khong-co-co-so",
        "Đã kiểm tra, không có",
        None,
    )
    assert review_of(w, case.case_id).handler == "hanh"
    with pytest.raises(Refused, match="Bạn đã xử lý"):
        passes(w, after, review_of(w, case.case_id), LONG)


def test_nobody_signs_his_own_and_not_everybody_may(w):
    case, _ = proposed(w, LONG)
    with pytest.raises(Refused, match="không tự ký"):
        sign_closing(w.desk(LONG), case.case_id, case.closing.proposal_id)
    with pytest.raises(Refused, match="Vai trò của bạn không được ký duyệt"):
        sign_closing(w.desk(TUAN), case.case_id, case.closing.proposal_id)


def test_a_refusal_says_why_and_leaves_the_case_open(w):
    case, _ = proposed(w)
    with pytest.raises(Refused, match="Thiếu lý do không duyệt"):
        refuse_closing(w.desk(LONG), case.case_id, case.closing.proposal_id, " ")
    refuse_closing(w.desk(LONG), case.case_id, case.closing.proposal_id, "Chưa xác minh tại chỗ")
    after = w.case(case.case_id)
    assert after.open
    assert after.closing is None


def test_a_proposal_is_gone_when_taken_back_or_when_the_citizen_writes(w):
    case, done = proposed(w)
    with pytest.raises(Refused, match="Chỉ người đề nghị"):
        withdraw_closing(w.desk(TUAN), case.case_id, case.closing.proposal_id)
    undo(w.desk(), done.undo)
    assert w.case(case.case_id).closing is None
    close(w.desk(), case.case_id, Outcome.UNFOUNDED, "không có")
    waiting = w.case(case.case_id).closing
    w.put("Họ vừa quay lại")
    with pytest.raises(Refused, match="không còn chờ ký"):
        sign_closing(w.desk(LONG), case.case_id, waiting.proposal_id)


def test_all_of_it_comes_from_the_log_alone(w):
    case, review = handled(w)
    give_verdict(
        w.desk(KIEM), case.case_id, review.review_id, Verdict.RETURNED, comment="Sửa", findings=("tre",)
    )
    acknowledge(w.desk(), case.case_id, review.review_id, "Rõ")
    proposed(w)
    assert differences(w.store) == ()
