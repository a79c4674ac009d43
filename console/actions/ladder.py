"""What time alone does to cases: transfers that nobody accepts come back, and what nobody takes climbs the ladder.

Runs on the store's thread as a duty of its own, whoever looks at the screen. Every act is an event by the system, with an
id of its own, so that a round that is repeated does nothing twice (features E-01, officer-day.md §3).
"""

from dataclasses import dataclass

from sqlalchemy import Select, and_, func, or_, select

from console.cache import tables as t
from console.cache.rules import CatalogRules
from console.cache.store import Store, Transaction
from console.domain import events as e
from console.domain.case import Case, TransferState
from console.domain.clock import DAY_MS
from console.domain.clocks import ClockState
from console.domain.escalation import LadderStep, Rung
from console.domain.events import EventBody
from console.domain.ids import derived_id
from console.domain.officer import SYSTEM

REST_S = 5.0
"""How often it looks: a rung is called at most so late."""
_URGENT_RANK = 1
WARN_DAYS = (7, 5, 2)
"""So many days before the end of a limit that may be extended (features G-07)."""


@dataclass(frozen=True, slots=True)
class _Due:
    """One thing that is to happen now, and the id under which it can happen only once."""

    case: Case
    body: EventBody
    command_id: str


def tick(store: Store, rules: CatalogRules) -> float:
    """Do everything that is due; return the seconds until the next look.

    Raises:
        StoreError: the store refused; what was not done is done by the next round.

    """
    with store.read() as connection:
        waiting = [row.case_id for row in connection.execute(_candidates(store.clock.now_ms()))]
    if not waiting:
        return REST_S
    with store.write() as tx:
        cases = tx.cases(waiting)
        urgent = set(
            tx.connection.execute(
                select(t.case.c.case_id).where(
                    t.case.c.case_id.in_(waiting), t.case.c.priority_rank == _URGENT_RANK
                )
            ).scalars()
        )
        for case in cases.values():
            for due in _what_is_due(rules, case, tx, urgent=case.case_id in urgent):
                tx.add(
                    due.case.case_id, due.body, actor=SYSTEM, unit=due.case.unit, command_id=due.command_id
                )
    return REST_S


def warn(store: Store, rules: CatalogRules) -> int:
    """Tell, 7, 5 and 2 days before the end, of every limit that may still be extended; return how often (features G-07)."""
    now_ms = store.clock.now_ms()
    soon = now_ms + (WARN_DAYS[0] + 1) * DAY_MS
    c = t.case.c
    with store.read() as connection:
        ids = [
            row.case_id
            for row in connection.execute(
                select(c.case_id).where(c.open == 1, c.due_at <= soon).order_by(c.case_id)
            )
        ]
    if not ids:
        return 0
    told = 0
    with store.write() as tx:
        for case in tx.cases(ids).values():
            for clock in rules.clocks(case, case.priority, tx.now_ms):
                step = _warning_step(clock, tx.now_ms)
                mark = f"{clock.policy_code}/{clock.due_ms}/{step}"
                if (
                    step is None
                    or mark in case.warned
                    or not rules.policy_of(case, clock.policy_code).extensions
                ):
                    continue
                body = e.ClockWarned(clock.policy_code, clock.due_ms, step)
                command_id = derived_id(case.case_id, "warned", mark)
                tx.add(case.case_id, body, actor=SYSTEM, unit=case.unit, command_id=command_id)
                told += 1
    return told


def _warning_step(clock: ClockState, now_ms: int) -> int | None:
    """Return the smallest of 7, 5, 2 days that still holds what is left, ``None`` if it is not time or too late."""
    if clock.state in ("done", "paused") or clock.due_ms <= now_ms:
        return None
    left = clock.due_ms - now_ms
    return next((days for days in reversed(WARN_DAYS) if left <= days * DAY_MS), None)


def _candidates(now_ms: int) -> Select[tuple[str]]:
    c = t.case.c
    expired = and_(
        c.owner != "", c.answered == 0, func.json_extract(c.body, "$.lease_until").between(1, now_ms)
    )
    free = and_(c.priority_rank == _URGENT_RANK, c.snooze_until <= now_ms, or_(c.owner == "", expired))
    return select(c.case_id).where(c.open == 1, or_(c.transfer_to != "", free)).order_by(c.case_id)


def _what_is_due(rules: CatalogRules, case: Case, tx: Transaction, *, urgent: bool) -> list[_Due]:
    transfer = case.transfer
    if transfer is not None and transfer.state is TransferState.PENDING:
        found = _rungs(rules, case, tx.now_ms, transfer.at, "unaccepted") if urgent else []
        if transfer.due_at <= tx.now_ms:
            body = e.TransferTimedOut(transfer.transfer_id, transfer.due_at)
            found.append(_Due(case, body, derived_id(transfer.transfer_id, "timed-out")))
        return found
    since = case.free_since
    if case.owner:
        since = case.lease_until
    return _rungs(rules, case, tx.now_ms, since, "unclaimed") if urgent and since else []


def _rungs(rules: CatalogRules, case: Case, now_ms: int, since: int, why: str) -> list[_Due]:
    """Return every rung that is due: after a machine was off, all of them, each on record."""
    found: list[_Due] = []
    raised = case.raised
    while (step := rules.catalog.escalation.due_step(since, now_ms, raised)) is not None:
        unit = _called(rules, case, step, why)
        body = e.CaseRaised(step.level, step.to.value, unit, why, since)
        found.append(_Due(case, body, derived_id(case.case_id, "raised", why, str(since), str(step.level))))
        raised = step.level
    return found


def _called(rules: CatalogRules, case: Case, step: LadderStep, why: str) -> str:
    if step.to is Rung.COMMANDER:
        return ""
    if step.to is Rung.PROVINCE:
        return rules.catalog.default_desk().code
    return case.transfer.to_unit if why == "unaccepted" and case.transfer else case.unit
