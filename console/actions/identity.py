"""Who a citizen is: told for a reason, for a minute, and only after the log has it (features I-01, I-02; threats T01, T19)."""

from sqlalchemy import select

from console.actions.desk import Desk, Missing, Refused
from console.actions.guards import clean_text, require
from console.actions.perform import Ask, Step, perform
from console.cache import tables as t
from console.cache.store import Transaction
from console.cache.views import Revealed
from console.domain import events as e
from console.domain.case import Case
from console.domain.clock import MINUTE_MS
from console.domain.conflict import Action
from console.domain.officer import Permission

REVEAL_MS = MINUTE_MS


def reveal(
    desk: Desk, case_id: str, reason: str, *, expected_version: int | None = None, command_id: str = ""
) -> Revealed:
    """Return the citizen's identity for sixty seconds; that it was asked for is durable before it is read.

    Only who holds the case, or a commander, may ask; for denunciations only who may know denouncers.

    Raises:
        ActionError: not allowed, or a repeated request whose minute is over.
        StoreError: the log refused; the identity was not read.

    """
    officer = desk.officer
    sealed = officer.may(Permission.REVEAL_DENOUNCER)
    # Whoever may know denouncers may ask here; the plan below looks at the case.
    permission = Permission.REVEAL_DENOUNCER if sealed else Permission.REVEAL
    words = clean_text(reason, "lý do xem danh tính")
    ask = Ask(case_id, Action.REVEAL, permission, expected_version, command_id, {"reason": words})

    def plan(tx: Transaction, case: Case) -> Step:
        if case.category in desk.rules.restricted:
            require(officer, Permission.REVEAL_DENOUNCER)
        else:
            require(officer, Permission.REVEAL)
            holds = case.owner == officer.officer_id and case.lease_until > tx.now_ms
            if not holds and not sealed:
                raise Refused(
                    "Chỉ người đang giữ {number} hoặc trực chỉ huy xem được danh tính", number=case.number
                )
        return Step((e.IdentityRevealed(words, tx.now_ms + REVEAL_MS),))

    done = perform(desk, ask, plan)
    until = max(x.body.until for x in done.events if isinstance(x.body, e.IdentityRevealed))
    if until <= desk.store.clock.now_ms():
        raise Refused("Đã hết thời gian xem danh tính. Muốn xem tiếp thì ghi lý do lần nữa")
    with desk.store.read() as connection:
        row = connection.execute(
            select(t.identity)
            .join(t.case, t.case.c.conversation_id == t.identity.c.conversation_id)
            .where(t.case.c.case_id == case_id)
        ).one_or_none()
    if row is None:
        raise Missing("Kho không giữ danh tính của công dân này")
    return Revealed(row.display_name, row.phone, row.zalo_user_id, until)
