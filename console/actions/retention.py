"""Keeping by order and erasing by time (features I-06, R-09). Two people: one proposes, a commander approves."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from console.actions.desk import Desk, Done, Missing, Refused
from console.actions.guards import clean_text, priority_of, require
from console.actions.perform import Ask, Step, perform
from console.cache import tables as t
from console.cache.erasing import Erased, entangled, erase
from console.cache.rebuild import rebuild
from console.cache.review_reads import categories_ever
from console.cache.store import Store, Transaction
from console.cache.upkeep import purge_traces
from console.domain import events as e
from console.domain.case import Case
from console.domain.conflict import Action
from console.domain.ids import new_id
from console.domain.officer import Permission
from console.domain.retention import Retention
from console.domain.subject import subject
from console.record.local import read_case


@dataclass(frozen=True, slots=True)
class Due:
    """A case whose time is over: nothing of its content is told."""

    case_id: str
    number: str
    category: str
    closed_at: int


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run erased; ``files`` are sealed files the caller removes from the disk."""

    run: str
    cases: int
    bodies: int
    skipped: int
    files: tuple[str, ...]


def hold(desk: Desk, case_id: str, reason: str, *, command_id: str = "") -> Done:
    """Keep a case whatever its age."""
    words = clean_text(reason, "lý do giữ hồ sơ")
    ask = Ask(case_id, Action.HOLD, Permission.HOLD, None, command_id, {"reason": words})
    return perform(desk, ask, lambda _tx, case: Step() if case.hold else Step((e.HoldSet(words),)))


def lift_hold(desk: Desk, case_id: str, reason: str, *, command_id: str = "") -> Done:
    """Let a case be erased again when its time is over."""
    words = clean_text(reason, "lý do thôi giữ")
    ask = Ask(case_id, Action.HOLD, Permission.HOLD, None, command_id, {"reason": words})
    return perform(desk, ask, lambda _tx, case: Step((e.HoldLifted(words),)) if case.hold else Step())


def preview(store: Store, rule: Retention) -> tuple[Due, ...]:
    """Return the cases whose content is over time and held by nobody. Changes nothing."""
    with store.read() as connection:
        ids = [row.case_id for row in connection.execute(select(t.case.c.case_id).where(t.case.c.open == 0))]
        cases = store.projector.cases(connection, ids)
        due = _due(connection, rule, cases.values(), store.clock.now_ms())
    return tuple(
        Due(c.case_id, c.number, c.category, c.closed_at) for c in sorted(due, key=lambda c: c.number)
    )


def _due(connection: Connection, rule: Retention, cases: Iterable[Case], now_ms: int) -> list[Case]:
    """Return those cases that are over time by each category they ever had; the past is read of few of them."""
    return [
        case
        for case in cases
        if (case.merged_into or rule.due(case, now_ms)) and rule.due(case, now_ms, _kinds(connection, case))
    ]


def _kinds(connection: Connection, case: Case) -> frozenset[str]:
    """Return all categories of a case; one that was merged before anybody classified it is of the kind of the other one."""
    known = categories_ever(connection, case)
    if known or not case.merged_into:
        return known
    into = connection.execute(select(t.case.c.category).where(t.case.c.case_id == case.merged_into)).scalar()
    return frozenset({str(into or "")})


def propose(desk: Desk, rule: Retention, reason: str) -> tuple[str, int]:
    """Propose to erase all that is due now; return the run's id and how many cases it is about."""
    require(desk.officer, Permission.ADMINISTER)
    words = clean_text(reason, "lý do xóa")
    due = preview(desk.store, rule)
    if not due:
        raise Refused("Chưa có hồ sơ nào hết thời gian lưu giữ")
    run = new_id()
    with desk.store.write() as tx:
        tx.add(
            subject("retention", run),
            e.RetentionProposed(tuple(x.case_id for x in due), words),
            actor=desk.officer.officer_id,
            unit=desk.officer.unit,
        )
    return run, len(due)


def approve_and_run(desk: Desk, rule: Retention, run: str) -> Ran:
    """Approve a proposal of somebody else's and carry it out. The approval is durable before anything is erased.

    A case that was put on hold or opened again meanwhile is skipped. Projections are made anew from what is left, so that the
    search knows nothing any more, and the file is cleared of the last copies.

    Raises:
        ActionError: not allowed, no such proposal, or it was carried out before; nothing was erased.
        StoreError: the store refused.

    """
    require(desk.officer, Permission.PURGE)
    stream = subject("retention", run)
    with desk.store.read() as connection:
        history = read_case(connection, stream)
    proposed = next((x for x in history if isinstance(x.body, e.RetentionProposed)), None)
    if proposed is None or not isinstance(proposed.body, e.RetentionProposed):
        raise Missing("Không có đề nghị xóa nào mang mã này")
    if proposed.actor == desk.officer.officer_id:
        raise Refused("Người đề nghị không tự duyệt việc xóa")
    if any(isinstance(x.body, e.RetentionRun) for x in history):
        raise Refused("Đề nghị này đã thực hiện")
    if not any(isinstance(x.body, e.RetentionApproved) for x in history):
        with desk.store.write() as tx:
            _add(tx, desk, stream, e.RetentionApproved())
    ids = proposed.body.cases
    with desk.store.write() as tx:
        cases = tx.cases(ids)
        due = _due(tx.connection, rule, cases.values(), tx.now_ms)
        tied = entangled(tx.connection, [case.case_id for case in due])
        going = [case for case in due if case.case_id not in tied]
        for case in going:
            tx.add(
                case.case_id,
                _snapshot(run, case, desk.rules.ended_clocks(case, priority_of(tx, case))),
                actor=desk.officer.officer_id,
                unit=case.unit,
            )
        done = erase(tx.connection, [case.case_id for case in going])
        _add(tx, desk, stream, e.RetentionRun(len(going), done.bodies, len(ids) - len(going)))
    rebuild(desk.store)
    purge_traces(desk.store.engine)
    return _ran(run, len(going), len(ids) - len(going), done)


def _ran(run: str, cases: int, skipped: int, done: Erased) -> Ran:
    return Ran(run, cases, done.bodies, skipped, done.files)


def _add(tx: Transaction, desk: Desk, stream: str, body: e.EventBody) -> None:
    tx.add(stream, body, actor=desk.officer.officer_id, unit=desk.officer.unit)


def _snapshot(run: str, case: Case, clocks: tuple[str, ...]) -> e.CaseErased:
    return e.CaseErased(
        run=run,
        number=case.number,
        unit=case.unit,
        state=case.state.value,
        category=case.category,
        priority=case.priority,
        district=case.district,
        outcome=case.outcome,
        merged_into=case.merged_into,
        opened_at=case.opened_at,
        first_message_at=case.first_message_at,
        last_inbound_at=case.last_inbound_at,
        last_outbound_at=case.last_outbound_at,
        classified_at=case.classified_at,
        claimed_at=case.claimed_at,
        first_reply_at=case.first_reply_at,
        accepted_at=case.accepted_at,
        closed_at=case.closed_at,
        message_count=case.message_count,
        reopened=case.reopened,
        bounces=case.bounces,
        tags=case.tags,
        clocks=clocks,
    )
