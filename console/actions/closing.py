"""Ending work on a case, and taking it up again (features B-03, C-14, H-05)."""

from dataclasses import replace

from console.actions.desk import Desk, Done, Refused, Words
from console.actions.drawing import draw_review
from console.actions.guards import (
    clean_text,
    is_urgent,
    priority_of,
    require,
    require_free,
    require_not_merged,
    require_open,
    visible_case,
)
from console.actions.perform import Ask, Step, perform, perform_in
from console.cache.review_reads import categories_ever
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import REASON_NEEDED, REPLY_UNSETTLED, Case, Outcome, ReplyState, TransferState
from console.domain.conflict import Action
from console.domain.officer import Permission
from console.domain.review import SignatureRule

_FORWARD = "CRIME_FORWARD_24H"
"""The duty to hand a source of crime on (BLTTHS 2015 Đ146(4), policies.json); a desk does not end one by itself."""


def close(
    desk: Desk,
    case_id: str,
    outcome: Outcome,
    reason: str = "",
    *,
    expected_version: int | None = None,
    command_id: str = "",
) -> Done:
    """Close a case with how it ended. The citizen is told nothing by this.

    Where the policy asks for a second signature (``ReviewPolicy.signature_for``) this only proposes the end; the case closes
    when somebody else signs (``signing.sign_closing``).
    """
    outcome = Outcome(outcome)
    words = clean_text(reason, "lý do đóng") if reason.strip() or outcome in REASON_NEEDED else ""
    wish = {"outcome": outcome.value, "reason": words}
    ask = Ask(case_id, Action.CLOSE, Permission.CLOSE, expected_version, command_id, wish)

    def plan(tx: Transaction, case: Case) -> Step:
        require_open(case)
        require_free(tx, desk, case)
        require_settled(case)
        if case.unread:
            raise Refused(
                "{number} có {count} tin chưa đọc: đọc trước khi đóng", number=case.number, count=case.unread
            )
        if outcome is Outcome.ANSWERED and not case.last_outbound_at:
            raise Refused("Chưa có tin nào tới công dân: chọn kết quả khác hoặc trả lời trước")
        priority = priority_of(tx, case)
        rule = _signature(tx, desk, case, priority, outcome)
        if rule is not None:
            if case.closing is not None:
                raise Refused("{number} đã được đề nghị đóng, đang chờ ký", number=case.number)
            proposal_id = ask.new_id("closing")
            waits = Words("Chờ chữ ký thứ hai: {reason}", reason=rule.reason_vi)
            return Step(
                (e.ClosingProposed(proposal_id, outcome.value, words, rule.code),),
                (e.ClosingWithdrawn(proposal_id),),
                (waits, *_warnings(desk, case)),
            )
        if is_urgent(desk, priority):
            require(desk.officer, Permission.CLOSE_URGENT)
        held = (e.CaseClaimed(case.lease_until),) if case.owner == desk.officer.officer_id else ()
        return Step(
            (e.CaseClosed(outcome.value, words),),
            (e.CaseReopened("Hoàn tác"), *held),
            _warnings(desk, case),
        )

    require(desk.officer, ask.permission)
    with desk.store.write() as tx:
        return draw_review(tx, desk, perform_in(tx, desk, ask, plan))


def signatures(desk: Desk, case_id: str) -> dict[Outcome, str]:
    """Return by which outcomes a case is not closed but proposed to be, each with why a second officer must sign."""
    require(desk.officer, Permission.CLOSE)
    with desk.store.write() as tx:
        case = visible_case(tx, desk, case_id)
        priority = priority_of(tx, case)
        rules = {outcome: _signature(tx, desk, case, priority, outcome) for outcome in Outcome}
        return {outcome: rule.reason_vi for outcome, rule in rules.items() if rule is not None}


def reopen(
    desk: Desk, case_id: str, reason: str, *, expected_version: int | None = None, command_id: str = ""
) -> Done:
    """Open a closed case again; it keeps its number and goes to the queue."""
    words = clean_text(reason, "lý do mở lại")
    ask = Ask(case_id, Action.REOPEN, Permission.REOPEN, expected_version, command_id, {"reason": words})

    def plan(_tx: Transaction, case: Case) -> Step:
        require_not_merged(case)
        if case.open:
            raise Refused("{number} đang mở", number=case.number)
        return Step((e.CaseReopened(words),))

    return perform(desk, ask, plan)


def require_settled(case: Case) -> None:
    """Raise ``Refused`` while a reply or a transfer of the case has not come to its end."""
    states = [mark.state for mark in case.replies if mark.state in REPLY_UNSETTLED]
    if ReplyState.UNKNOWN in states:
        raise Refused(
            "{number} còn tin chưa rõ đã tới công dân hay chưa: đối chiếu trước", number=case.number
        )
    if ReplyState.AWAITING_APPROVAL in states:
        raise Refused("{number} còn trả lời chờ duyệt: duyệt hoặc hủy trước", number=case.number)
    if states:
        raise Refused("{number} còn trả lời đang gửi: đợi Zalo xác nhận hoặc hủy trước", number=case.number)
    if case.emergency is not None:
        raise Refused(
            "{number} còn tin máy báo khẩn chưa ai trả lời: đặt mức khẩn hoặc chọn «Không khẩn» trước",
            number=case.number,
        )
    if case.transfer is not None and case.transfer.state is TransferState.PENDING:
        raise Refused("{number} đang chờ đơn vị khác tiếp nhận: chờ hoặc rút lại trước", number=case.number)


def _signature(
    tx: Transaction, desk: Desk, case: Case, priority: str, outcome: Outcome
) -> SignatureRule | None:
    """Return the rule by which this end takes a second signature; nobody gets round it by classifying anew."""
    for category in sorted(categories_ever(tx.connection, case)) or [""]:
        rule = desk.catalog.review.signature_for(replace(case, category=category), priority, outcome.value)
        if rule is not None:
            return rule
    return None


def _warnings(desk: Desk, case: Case) -> tuple[Words, ...]:
    warnings = []
    duty = desk.catalog.policies.get(_FORWARD)
    taken = case.transfer is not None and case.transfer.state is TransferState.ACCEPTED
    if duty is not None and case.category in duty.applies_to and not taken:
        warnings.append(
            Words(
                "{number} là nguồn tin về tội phạm mà chưa đơn vị nào tiếp nhận: phải chuyển Cơ quan điều tra",
                number=case.number,
            )
        )
    if not case.category:
        warnings.append(Words("{number} chưa có loại: sổ tiếp nhận sẽ thiếu", number=case.number))
    if case.last_inbound_at and not case.answered:
        warnings.append(Words("Tin cuối của công dân ở {number} chưa được trả lời", number=case.number))
    return tuple(warnings)
