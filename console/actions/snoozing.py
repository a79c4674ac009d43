"""Putting a case to sleep until a time or the citizen's next message (features B-08)."""

from console.actions.desk import Desk, Done, Refused
from console.actions.guards import clean_text, require, require_free, require_open
from console.actions.perform import Ask, Step, perform
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import Case
from console.domain.clock import DAY_MS
from console.domain.conflict import Action
from console.domain.officer import Permission

LONGEST_MS = 30 * DAY_MS


def snooze(
    desk: Desk,
    case_id: str,
    until_ms: int,
    reason: str,
    *,
    expected_version: int | None = None,
    command_id: str = "",
) -> Done:
    """Let a case sleep until ``until_ms`` (UTC ms), at most thirty days; everybody sees why."""
    words = clean_text(reason, "lý do hẹn nhắc lại")
    wish = {"until": until_ms, "reason": words}
    ask = Ask(case_id, Action.SNOOZE, Permission.SNOOZE, expected_version, command_id, wish)

    def plan(tx: Transaction, case: Case) -> Step:
        require_open(case)
        require_free(tx, desk, case)
        if case.unread:
            raise Refused(
                "{number} có {count} tin chưa đọc: đọc trước khi hẹn nhắc lại",
                number=case.number,
                count=case.unread,
            )
        if until_ms <= tx.now_ms:
            raise Refused("Giờ nhắc lại phải ở sau lúc này")
        if until_ms - tx.now_ms > LONGEST_MS:
            raise Refused("Hẹn nhắc lại xa nhất là 30 ngày")
        before = e.CaseSnoozed(case.snooze_until, case.snooze_reason) if case.snooze_until else e.CaseWoken()
        return Step((e.CaseSnoozed(until_ms, words),), (before,))

    return perform(desk, ask, plan)


def put_off(desk: Desk, case_id: str, until_ms: int, *, command_id: str = "") -> Done:
    """Let a case that was put off sleep on until ``until_ms`` (UTC ms), for the reason it was put off for.

    Raises:
        Refused: it was not put off. Else as ``snooze``.

    """
    require(desk.officer, Permission.SNOOZE)
    with desk.store.read() as connection:
        case = desk.store.projector.cases(connection, [case_id]).get(case_id)
    reason = case.snooze_reason if case is not None and desk.sight.sees(case) else ""
    if not reason:
        raise Refused("Hồ sơ này không có hẹn nhắc lại")
    return snooze(desk, case_id, until_ms, reason, command_id=command_id)


def wake(desk: Desk, case_id: str, *, expected_version: int | None = None, command_id: str = "") -> Done:
    """Bring a sleeping case back before its time."""
    ask = Ask(case_id, Action.SNOOZE, Permission.SNOOZE, expected_version, command_id)

    def plan(_tx: Transaction, case: Case) -> Step:
        if not case.snooze_until:
            return Step()
        return Step((e.CaseWoken(),), (e.CaseSnoozed(case.snooze_until, case.snooze_reason),))

    return perform(desk, ask, plan)
