"""Pausing house clocks and extending limits (domain.md §3, features G-04, G-07)."""

from console.actions.desk import Desk, Done, Refused
from console.actions.guards import clean_text, priority_of, require, require_open
from console.actions.perform import Ask, Step, perform
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.calendar import add_months, end_of_day_ms, local_date
from console.domain.case import Case, ExtensionState
from console.domain.catalog import Policy
from console.domain.clocks import ClockState
from console.domain.conflict import Action
from console.domain.officer import Permission


def pause(desk: Desk, case_id: str, code: str, reason: str, *, command_id: str = "") -> Done:
    """Let a house clock stand still, «chờ bổ sung». Statutory clocks never stop; the citizen's next message ends it."""
    words = clean_text(reason, "lý do tạm dừng")
    ask = Ask(case_id, Action.CLOCK, Permission.CLASSIFY, None, command_id, {"code": code})

    def plan(tx: Transaction, case: Case) -> Step:
        require_open(case)
        clock = _running(tx, desk, case, code)
        if clock.kind == "statutory":
            raise Refused("{clock} là thời hạn luật định, không tạm dừng được", clock=clock.label)
        if clock.state == "paused":
            raise Refused("{clock} đang tạm dừng", clock=clock.label)
        return Step((e.ClockPaused(code, words),), (e.ClockResumed(code),))

    return perform(desk, ask, plan)


def resume(desk: Desk, case_id: str, code: str, *, command_id: str = "") -> Done:
    """Let a paused clock run on; the time it stood does not count."""
    ask = Ask(case_id, Action.CLOCK, Permission.CLASSIFY, None, command_id, {"code": code})

    def plan(_tx: Transaction, case: Case) -> Step:
        if not any(x.code == code and not x.until for x in case.pauses):
            return Step()
        return Step((e.ClockResumed(code),))

    return perform(desk, ask, plan)


def request_extension(
    desk: Desk, case_id: str, code: str, reason: str, *, minutes: int = 0, command_id: str = ""
) -> Done:
    """Ask the commander for a longer limit.

    A statutory limit is extended by what the law says and as often as it says (policies.json, ``extensions``); a house clock
    by ``minutes``.
    """
    words = clean_text(reason, "lý do gia hạn")
    ask = Ask(case_id, Action.CLOCK, Permission.CLASSIFY, None, command_id, {"code": code, "reason": words})

    def plan(tx: Transaction, case: Case) -> Step:
        require_open(case)
        clock = _running(tx, desk, case, code)
        if any(x.code == code and x.state is ExtensionState.ASKED for x in case.extensions):
            raise Refused("{clock} đang có một đề nghị gia hạn chờ duyệt", clock=clock.label)
        policy = desk.rules.policy_of(case, code)
        until = _extended(desk, case, clock, policy, minutes)
        return Step((e.ExtensionRequested(ask.new_id("extension"), code, clock.due_ms, until, words),))

    return perform(desk, ask, plan)


def decide_extension(
    desk: Desk,
    case_id: str,
    extension_id: str,
    *,
    granted: bool,
    reason: str = "",
    document: str = "",
    command_id: str = "",
) -> Done:
    """Grant or refuse an extension: the commander's, and never of the one who asked. Granting wants the document's number."""
    require(desk.officer, Permission.EXTEND)
    words = clean_text(reason, "lý do") if reason.strip() or not granted else ""
    number = clean_text(document, "số văn bản", 120) if document.strip() or granted else ""
    wish = {"extension_id": extension_id, "granted": granted}
    ask = Ask(case_id, Action.CLOCK, Permission.EXTEND, None, command_id, wish)

    def plan(_tx: Transaction, case: Case) -> Step:
        require_open(case)
        asked = next((x for x in case.extensions if x.extension_id == extension_id), None)
        if asked is None or asked.state is not ExtensionState.ASKED:
            raise Refused("Không có đề nghị gia hạn nào chờ duyệt")
        if asked.by == desk.officer.officer_id:
            raise Refused("Người đề nghị không tự duyệt gia hạn")
        return Step((e.ExtensionDecided(extension_id, granted, words, number),))

    return perform(desk, ask, plan)


def _running(tx: Transaction, desk: Desk, case: Case, code: str) -> ClockState:
    for clock in desk.rules.clocks(case, priority_of(tx, case), tx.now_ms):
        if clock.policy_code == code and clock.state != "done":
            return clock
    raise Refused("{number} không có thời hạn này đang chạy", number=case.number)


def _extended(desk: Desk, case: Case, clock: ClockState, policy: Policy, minutes: int) -> int:
    """Return the new end of a limit. Raises ``Refused`` where it may not be extended, or not once more."""
    if not policy.statutory:
        if minutes <= 0:
            raise Refused("Gia hạn thêm bao nhiêu phút?")
        return clock.due_ms + minutes * 60_000
    used = sum(1 for x in case.extensions if x.code == policy.code and x.state is ExtensionState.GRANTED)
    for rule in policy.extensions:
        if used < rule.times:
            # The due instant is 24:00 of the last day, which is the next day's midnight.
            last = local_date(clock.due_ms - 1)
            longer = (
                add_months(last, rule.amount)
                if rule.unit == "month"
                else last.fromordinal(last.toordinal() + rule.amount)
            )
            return end_of_day_ms(desk.rules.calendar.roll_forward(longer))
        used -= rule.times
    raise Refused("{clock} không được gia hạn (thêm) theo quy định", clock=clock.label)
