"""Reviewing handled cases: the verdict, and what the officer concerned says to it (features H-01 to H-06)."""

from collections.abc import Iterable

from sqlalchemy import Row, select

from console.actions.desk import Desk, Done, Missing, Refused
from console.actions.guards import clean_text, require
from console.actions.perform import Ask, Step, perform
from console.cache import tables as t
from console.cache import tables_duty as d
from console.cache.projections.reviews import DECIDED, PENDING
from console.cache.review_reads import checks_of, handlers_of
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import Case
from console.domain.clock import HOUR_MS
from console.domain.conflict import Action
from console.domain.officer import Permission
from console.domain.review import CheckState, Verdict

COMMENT_LIMIT = 2_000


def give_verdict(
    desk: Desk,
    case_id: str,
    review_id: str,
    verdict: Verdict,
    *,
    comment: str = "",
    findings: Iterable[str] = (),
    passed: Iterable[str] = (),
    failed: Iterable[str] = (),
    command_id: str = "",
) -> Done:
    """Give a verdict on a closed case, or a later one that corrects an earlier one; the earlier stays in the log.

    Args:
        desk: who reviews.
        case_id: the case.
        review_id: which of its closings.
        verdict: passed, returned to who handled it, or opened again for the queue.
        comment: what the officer concerned reads; needed unless it passed, and where the machine found something.
        findings: codes of the policy.
        passed: items judged as met.
        failed: items judged as not met.
        command_id: see ``Ask``.

    Raises:
        Refused: the reviewer handled the case himself; or the verdict does not follow from what was judged.

    """
    require(desk.officer, Permission.REVIEW)
    verdict = Verdict(verdict)
    policy = desk.catalog.review
    words = clean_text(comment, "nhận xét", COMMENT_LIMIT) if comment.strip() else ""
    found, good, bad = tuple(findings), tuple(passed), tuple(failed)
    if not set(found) <= policy.findings.keys() or not set(good) | set(bad) <= policy.items.keys():
        raise Refused("Mục kiểm tra hoặc loại sai sót không có trong quy định")
    if verdict is not Verdict.PASSED and not words:
        raise Refused("Trả lại hoặc mở lại thì phải ghi nhận xét")
    if verdict is Verdict.PASSED and (bad or set(good) != policy.items.keys()):
        raise Refused("Còn mục chưa đạt hoặc chưa đánh giá: chưa duyệt được")
    wish = {"review_id": review_id, "verdict": verdict.value}
    ask = Ask(case_id, Action.REVIEW, Permission.REVIEW, None, command_id, wish)

    def plan(tx: Transaction, case: Case) -> Step:
        row = _review(tx, case, review_id)
        if desk.officer.officer_id in handlers_of(tx.connection, case_id):
            raise Refused("Bạn đã xử lý {number}: người khác phải kiểm tra", number=case.number)
        if row.state not in (*DECIDED, PENDING):
            raise Refused("{number} không nằm trong danh sách kiểm tra", number=case.number)
        earlier = row.verdict_id if row.state in DECIDED else ""
        if case.open and row.state != verdict.value:
            raise Refused("{number} đang mở: kiểm tra sau khi đóng lại", number=case.number)
        checks = checks_of(tx.connection, case, desk.rules, tx.now_ms)
        if verdict is Verdict.PASSED and not words and any(c.state is CheckState.BAD for c in checks):
            raise Refused("Máy thấy điểm chưa đạt: ghi nhận xét vì sao vẫn duyệt")
        body = e.ReviewGiven(
            review_id,
            ask.new_id("verdict"),
            verdict.value,
            _handler(tx, row.handler),
            words,
            found,
            good,
            bad,
            tuple(f"{check.code}={check.state}" for check in checks),
            tx.now_ms + policy.fix_hours * HOUR_MS if verdict is Verdict.RETURNED else 0,
            earlier,
        )
        return Step((body,))

    return perform(desk, ask, plan)


def acknowledge(desk: Desk, case_id: str, review_id: str, words: str = "", *, command_id: str = "") -> Done:
    """Say that the findings were read. Only the officer they are about can."""
    said = clean_text(words, "ý kiến", COMMENT_LIMIT) if words.strip() else ""
    ask = Ask(case_id, Action.ACKNOWLEDGE, Permission.READ, None, command_id, {"review_id": review_id})

    def plan(tx: Transaction, case: Case) -> Step:
        row = _review(tx, case, review_id)
        if row.state not in DECIDED:
            raise Refused("{number} chưa có kết luận kiểm tra", number=case.number)
        if row.handler != desk.officer.officer_id:
            raise Refused("Ý kiến kiểm tra này dành cho cán bộ khác")
        if row.acknowledged_at:
            return Step()
        return Step((e.ReviewAcknowledged(review_id, row.verdict_id, said),))

    return perform(desk, ask, plan)


def _review(tx: Transaction, case: Case, review_id: str) -> Row[tuple[object, ...]]:
    row = tx.connection.execute(
        select(d.review).where(d.review.c.review_id == review_id, d.review.c.case_id == case.case_id)
    ).one_or_none()
    if row is None:
        raise Missing("{number} không có lần kiểm tra này", number=case.number)
    return row


def _handler(tx: Transaction, officer_id: str) -> str:
    """Return who is to put the case right, or "" where he is not on the list of officers any more."""
    active = tx.connection.execute(
        select(t.officer.c.active).where(t.officer.c.officer_id == officer_id)
    ).scalar()
    return officer_id if active else ""
