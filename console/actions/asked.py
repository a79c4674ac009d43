"""What others ask of a commander, in all open cases, and what was answered to one's own requests (features G-07, I-02)."""

from console.actions.desk import Desk, Done
from console.actions.guards import require
from console.actions.perform import Ask, Step, perform
from console.cache.requests_query import answers, requests
from console.cache.store import Transaction
from console.cache.views import Request, Told
from console.domain import events as e
from console.domain.case import Case
from console.domain.conflict import Action
from console.domain.officer import Permission


def asked(desk: Desk) -> tuple[Request, ...]:
    """Return what waits for a second officer; every open case is looked at, so ask beside the UI thread.

    Raises:
        ActionError: he decides neither of a longer limit, nor of who sees a citizen, nor of whose a case is.

    """
    if not desk.officer.may(Permission.APPROVE_REVEAL) and not desk.officer.may(Permission.ROUTE):
        require(desk.officer, Permission.EXTEND)
    with desk.store.read() as connection:
        return requests(connection, desk.sight, desk.catalog.escalation.bounces)


def answered(desk: Desk) -> tuple[Told, ...]:
    """Return what was answered to the officer's own requests and he has not read yet, oldest first; ask beside the UI thread."""
    require(desk.officer, Permission.READ)
    with desk.store.read() as connection:
        return answers(connection, desk.sight, desk.store.clock.now_ms())


def see_answer(desk: Desk, case_id: str, request_id: str, *, command_id: str = "") -> Done:
    """Note that who asked has read the answer; nothing where it was none of his or he has read it before."""
    ask = Ask(case_id, Action.VIEW, Permission.READ, None, command_id, {"request_id": request_id})

    def plan(_tx: Transaction, case: Case) -> Step:
        mine = any(one.request_id == request_id and one.to == desk.officer.officer_id for one in case.answers)
        return Step((e.AnswerSeen(request_id),)) if mine else Step()

    return perform(desk, ask, plan)
