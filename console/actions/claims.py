"""Holding a case: claim, lease, release, take over, next most urgent (features F-03, B-10; officer-day.md §3)."""

from sqlalchemy import and_, func, or_, select

from console.actions.desk import ActionError, Desk, Done, Refused, Words
from console.actions.guards import (
    clean_text,
    held_by_other,
    is_urgent,
    priority_of,
    require,
    require_free,
    require_open,
    serves,
)
from console.actions.perform import Ask, Step, command_events, conflict, perform, perform_in
from console.cache import queue_query
from console.cache import tables as t
from console.cache.store import Transaction
from console.cache.views import QueueFilter, View
from console.domain import events as e
from console.domain.case import Case
from console.domain.clock import MINUTE_MS
from console.domain.conflict import Action
from console.domain.officer import Permission
from console.record.local import read_case

LEASE_MS = 10 * MINUTE_MS
RENEW_AFTER_MS = 3 * MINUTE_MS
"""Activity renews the lease, but writes it down at most this often."""
LIVE_URGENT_LIMIT = 3
"""More urgent talks at a time than this and people get hurt by waiting (NENA, features B-10). A soft stop."""
_JUST_NOW_MS = MINUTE_MS


def claim(desk: Desk, case_id: str, *, expected_version: int | None = None, command_id: str = "") -> Done:
    """Hold a case for ten minutes, so that no two officers answer one citizen.

    Raises:
        Conflict: somebody was quicker. Else ``ActionError`` as everywhere.

    """
    ask = Ask(case_id, Action.CLAIM, Permission.CLAIM, expected_version, command_id)
    return perform(desk, ask, lambda tx, case: _claim(tx, desk, case))


def claim_next(desk: Desk, *, command_id: str = "") -> Done | None:
    """Claim the first case of the queue that nobody holds; ``None`` if there is none.

    The order is the one on screen. A case whose lease ran out without an answer to the citizen is free again; one that sleeps
    or waits for another unit to accept it is not offered.
    """
    require(desk.officer, Permission.CLAIM)
    with desk.store.write() as tx:
        earlier = command_events(tx, command_id)
        if earlier:
            return Done(earlier[0].case_id, earlier[-1].case_version, earlier, duplicate=True)
        for case_id in _unheld(tx, desk):
            ask = Ask(case_id, Action.CLAIM, Permission.CLAIM, None, command_id)
            return perform_in(tx, desk, ask, lambda tx, case: _claim(tx, desk, case))
    return None


def renew(desk: Desk, case_id: str) -> Done:
    """Note that the holder is at work; writes at most every three minutes."""
    ask = Ask(case_id, Action.CLAIM, Permission.CLAIM)

    def plan(tx: Transaction, case: Case) -> Step:
        until = tx.now_ms + LEASE_MS
        if (
            case.owner != desk.officer.officer_id
            or not case.open
            or until - case.lease_until < RENEW_AFTER_MS
        ):
            return Step()
        return Step((e.LeaseRenewed(until),))

    return perform(desk, ask, plan)


def release(
    desk: Desk, case_id: str, reason: str = "", *, expected_version: int | None = None, command_id: str = ""
) -> Done:
    """Give a case back to the queue."""
    ask = Ask(case_id, Action.RELEASE, Permission.CLAIM, expected_version, command_id)
    text = clean_text(reason, "lý do") if reason.strip() else ""

    def plan(_tx: Transaction, case: Case) -> Step:
        require_open(case)
        if not case.owner:
            return Step()
        if case.owner != desk.officer.officer_id:
            raise Refused("Bạn không giữ {number}", number=case.number)
        return Step((e.CaseReleased(text),))

    return perform(desk, ask, plan)


def take_over(
    desk: Desk, case_id: str, reason: str, *, expected_version: int | None = None, command_id: str = ""
) -> Done:
    """Take a case that another officer holds; the reason and his name stay in the log."""
    ask = Ask(case_id, Action.TAKE_OVER, Permission.TAKE_OVER, expected_version, command_id)
    text = clean_text(reason, "lý do nhận thay")

    def plan(tx: Transaction, case: Case) -> Step:
        require_open(case)
        if case.owner in ("", desk.officer.officer_id):
            return _claim(tx, desk, case)
        body = e.CaseTakenOver(case.owner, text, tx.now_ms + LEASE_MS)
        return Step((body,), warnings=_load_warning(tx, desk, case))

    return perform(desk, ask, plan)


def claim_bodies(tx: Transaction, desk: Desk, case: Case) -> tuple[e.EventBody, ...]:
    """Return the events by which work on a case also holds it. Raises ``HeldByOther``."""
    require_free(tx, desk, case)
    if case.owner == desk.officer.officer_id and case.lease_until > tx.now_ms:
        return ()
    return (e.CaseClaimed(tx.now_ms + LEASE_MS),) if desk.officer.may(Permission.CLAIM) else ()


def _claim(tx: Transaction, desk: Desk, case: Case) -> Step:
    require_open(case)
    me = desk.officer.officer_id
    if case.held_by_other(me, tx.now_ms):
        raise _lost_race(tx, desk, case)
    if case.owner == me and case.lease_until > tx.now_ms:
        return Step()
    warnings = _load_warning(tx, desk, case)
    return Step((e.CaseClaimed(tx.now_ms + LEASE_MS),), (e.CaseReleased("Hoàn tác"),), warnings)


def _lost_race(tx: Transaction, desk: Desk, case: Case) -> ActionError:
    """Return «X vừa nhận trước bạn» for a claim of just now, else who holds the case and until when."""
    recent = read_case(tx.connection, case.case_id, max(0, case.version - 50))
    claims = [x for x in recent if isinstance(x.body, e.CaseClaimed | e.CaseTakenOver)]
    if claims and tx.now_ms - claims[-1].at <= _JUST_NOW_MS:
        return conflict(tx, desk, case, (claims[-1],))
    return held_by_other(tx, case)


def _load_warning(tx: Transaction, desk: Desk, case: Case) -> tuple[Words, ...]:
    c = t.case.c
    held = tx.connection.execute(
        select(func.count()).where(
            c.open == 1,
            c.owner == desk.officer.officer_id,
            c.priority_rank == 1,
            c.answered == 0,
            c.snooze_until <= tx.now_ms,
            c.case_id != case.case_id,
        )
    ).scalar_one()
    if held < LIVE_URGENT_LIMIT or not is_urgent(desk, priority_of(tx, case)):
        return ()
    return (Words("Bạn đang giữ {count} việc khẩn khác: chuyển bớt cho người khác", count=held),)


def _unheld(tx: Transaction, desk: Desk) -> list[str]:
    """Return the cases nobody holds and this officer may take, in the order of the queue."""
    c = t.case.c
    expired = and_(
        c.owner != "",
        c.owner != desk.officer.officer_id,
        c.answered == 0,
        func.json_extract(c.body, "$.lease_until") <= tx.now_ms,
    )
    rows = tx.connection.execute(
        select(c.case_id, c.unit).where(
            c.open == 1, c.snooze_until <= tx.now_ms, c.transfer_to == "", or_(c.owner == "", expired)
        )
    )
    mine = [row.case_id for row in rows if serves(desk, row.unit)]
    places = queue_query.places(
        tx.connection,
        QueueFilter(View.ALL_OPEN),
        officer=desk.officer.officer_id,
        sight=desk.sight,
        now_ms=tx.now_ms,
    )
    free = set(mine)
    return [place.case_id for place in places if place.case_id in free]
