"""The second signature under the end of a case: one officer proposes, another signs or refuses (features H-05, H-06)."""

from console.actions.desk import Desk, Done, Refused
from console.actions.drawing import draw_review
from console.actions.guards import clean_text, require, require_open
from console.actions.perform import Ask, Step, perform, perform_in
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import Case, Closing
from console.domain.conflict import Action
from console.domain.officer import Permission


def sign_closing(desk: Desk, case_id: str, proposal_id: str, *, command_id: str = "") -> Done:
    """Sign, which closes the case as it was proposed. The proposer cannot.

    Raises:
        Refused: there is no such proposal any more, or it is the officer's own.

    """
    ask = _ask(case_id, Permission.SIGN_CLOSING, proposal_id, command_id)
    handler: list[str] = []

    def plan(_tx: Transaction, case: Case) -> Step:
        closing = _another_ones(desk, case, proposal_id)
        handler.append(closing.by)
        return Step((e.ClosingSigned(proposal_id), e.CaseClosed(closing.outcome, closing.reason)))

    require(desk.officer, ask.permission)
    with desk.store.write() as tx:
        done = perform_in(tx, desk, ask, plan)
        return draw_review(tx, desk, done, handler[0] if handler else "")


def refuse_closing(desk: Desk, case_id: str, proposal_id: str, reason: str, *, command_id: str = "") -> Done:
    """Do not sign; the case stays open with whoever holds it, who reads why."""
    words = clean_text(reason, "lý do không duyệt")
    ask = _ask(case_id, Permission.SIGN_CLOSING, proposal_id, command_id)

    def plan(_tx: Transaction, case: Case) -> Step:
        _another_ones(desk, case, proposal_id)
        return Step((e.ClosingRefused(proposal_id, words),))

    return perform(desk, ask, plan)


def withdraw_closing(desk: Desk, case_id: str, proposal_id: str, *, command_id: str = "") -> Done:
    """Take one's own proposal back."""
    ask = _ask(case_id, Permission.CLOSE, proposal_id, command_id)

    def plan(_tx: Transaction, case: Case) -> Step:
        if _proposal(case, proposal_id).by != desk.officer.officer_id:
            raise Refused("Chỉ người đề nghị rút được đề nghị đóng")
        return Step((e.ClosingWithdrawn(proposal_id),))

    return perform(desk, ask, plan)


def _ask(case_id: str, permission: Permission, proposal_id: str, command_id: str) -> Ask:
    wish = {"proposal_id": proposal_id}
    return Ask(case_id, Action.SIGN_CLOSING, permission, None, command_id, wish)


def _proposal(case: Case, proposal_id: str) -> Closing:
    require_open(case)
    if case.closing is None or case.closing.proposal_id != proposal_id:
        raise Refused(
            "{number} không còn chờ ký đóng: công dân vừa nhắn thêm hoặc đề nghị đã rút", number=case.number
        )
    return case.closing


def _another_ones(desk: Desk, case: Case, proposal_id: str) -> Closing:
    closing = _proposal(case, proposal_id)
    if closing.by == desk.officer.officer_id:
        raise Refused("Người đề nghị không tự ký đóng hồ sơ của mình")
    return closing
