"""The one way in which actions reach the log: permission, sight, conflict, rules of the action, events, in one transaction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select

from console.actions.desk import Conflict, Desk, Done, Undo, Words
from console.actions.guards import given_name, officer_name, require, require_kept, require_work, visible_case
from console.cache.store import Transaction
from console.cache.views import EventItem
from console.cache.visibility import told
from console.domain import events as e
from console.domain.case import Case
from console.domain.conflict import Action, clashes
from console.domain.events import Event, EventBody
from console.domain.ids import derived_id, new_id
from console.domain.officer import Permission
from console.domain.words import words_for
from console.record.base import Command, CommandReusedError, Status
from console.record.local import read_case, read_events
from console.record.tables import command as command_table


@dataclass(frozen=True, slots=True)
class Ask:
    """What an officer asks for.

    ``expected_version`` is the version of the case on his screen; without it only the case's state now decides.
    ``wish`` are the fields of an event that make the request this one and no other: a repeated ``command_id`` with another
    wish is a bug of the caller and refused.
    """

    case_id: str
    action: Action
    permission: Permission
    expected_version: int | None = None
    command_id: str = ""
    wish: Mapping[str, object] = field(default_factory=dict)

    def new_id(self, *what: str) -> str:
        """Return an id for a thing this request makes: the same one whenever the request is repeated."""
        return derived_id(self.command_id, *what) if self.command_id else new_id()


@dataclass(frozen=True, slots=True)
class Step:
    """What follows from a request: events for the case, and for others before it.

    ``undo`` are the events that take it back; ``before`` and ``after`` are appended to other cases of the same transaction,
    as (case id, unit, bodies).
    """

    bodies: tuple[EventBody, ...] = ()
    undo: tuple[EventBody, ...] = ()
    warnings: tuple[Words, ...] = ()
    before: tuple[tuple[str, str, tuple[EventBody, ...]], ...] = ()
    after: tuple[tuple[str, str, tuple[EventBody, ...]], ...] = ()


Plan = Callable[[Transaction, Case], Step]


def perform(desk: Desk, ask: Ask, plan: Plan) -> Done:
    """Do what was asked, durably, or nothing.

    Args:
        desk: who asks.
        ask: the request.
        plan: applies the action's own rules to the case as it is now; may write tables beside the log.

    Raises:
        ActionError: nothing was done; see ``console.actions.desk``.
        StoreError: the store refused; nothing was done.

    """
    require(desk.officer, ask.permission)
    with desk.store.write() as tx:
        return perform_in(tx, desk, ask, plan)


def perform_in(tx: Transaction, desk: Desk, ask: Ask, plan: Plan) -> Done:
    """Do what was asked inside a transaction of the caller's, who has checked the permission."""
    earlier = earlier_events(tx, ask)
    if earlier:
        return Done(ask.case_id, earlier[-1].case_version, earlier, duplicate=True)
    case = visible_case(tx, desk, ask.case_id)
    require_kept(case, ask.action)
    require_work(desk, case, ask.action)
    require_unchanged(tx, desk, case, ask)
    step = plan(tx, case)
    command_id = ask.command_id or new_id()
    commands = [
        _command(tx, desk, derived_id(command_id, str(number)), *other)
        for number, other in enumerate((*step.before, *step.after))
    ]
    if step.bodies:
        own = _command(tx, desk, command_id, case.case_id, case.unit, step.bodies, case.version)
        commands.insert(len(step.before), own)
    answers = tx.append_all(commands)
    if any(answer.status is not Status.APPLIED for answer in answers):
        raise RuntimeError(f"{ask.action}: a command made in this very transaction was not applied")
    events = tuple(event for answer in answers for event in answer.events)
    version = next((x.case_version for x in reversed(events) if x.case_id == case.case_id), case.version)
    undo = Undo(case.case_id, version, ask.action, ask.permission, step.undo) if step.undo else None
    return Done(case.case_id, version, events, undo, step.warnings)


def _command(
    tx: Transaction,
    desk: Desk,
    command_id: str,
    case_id: str,
    unit: str,
    bodies: tuple[EventBody, ...],
    version: int | None = None,
) -> Command:
    return Command(command_id, case_id, bodies, desk.officer.officer_id, unit, tx.device, tx.now_ms, version)


def earlier_events(tx: Transaction, ask: Ask) -> tuple[Event, ...]:
    """Return what this very request did before, or nothing. Raises ``CommandReusedError`` if it was another one."""
    events = command_events(tx, ask.command_id)
    meant = (all(getattr(x.body, name, None) == v for name, v in ask.wish.items()) for x in events)
    if events and (events[0].case_id != ask.case_id or not any(meant)):
        raise CommandReusedError(f"command {ask.command_id} was another request before")
    return events


def command_events(tx: Transaction, command_id: str) -> tuple[Event, ...]:
    """Return the events a command made, or nothing if it was never applied."""
    if not command_id:
        return ()
    row = tx.connection.execute(
        select(command_table).where(command_table.c.command_id == command_id)
    ).one_or_none()
    return tuple(read_events(tx.connection, row.first_seq, row.last_seq)) if row else ()


def require_unchanged(tx: Transaction, desk: Desk, case: Case, ask: Ask) -> None:
    """Raise ``Conflict`` if somebody changed the case since the officer looked in a way that matters to what he asks."""
    if ask.expected_version is None or ask.expected_version >= case.version:
        return
    since = read_case(tx.connection, case.case_id, ask.expected_version)
    found = clashes(ask.action, since, desk.officer.officer_id, tx.device)
    if found:
        raise conflict(tx, desk, case, found)


def conflict(tx: Transaction, desk: Desk, case: Case, found: tuple[Event, ...]) -> Conflict:
    """Return the error that says who did what meanwhile."""
    names = desk.rules.names()
    items = tuple(
        EventItem(
            x.seq,
            x.at,
            x.kind,
            officer_name(tx.connection, x.actor),
            words_for(told(tx.connection, desk.sight, x.body), names),
        )
        for x in found
    )
    last, item = found[-1], items[-1]
    if isinstance(last.body, e.CaseClaimed | e.CaseTakenOver):
        seconds = max(1, (tx.now_ms - last.at) // 1000)
        span = f"{seconds} giây" if seconds < 120 else f"{seconds // 60} phút"
        return Conflict(
            items,
            "{who} vừa nhận {number} trước bạn {span}",
            who=given_name(item.actor_name),
            number=case.number,
            span=span,
        )
    return Conflict(
        items,
        "{number} vừa thay đổi: {who} {deed}. Xem lại rồi làm tiếp",
        number=case.number,
        who=item.actor_name,
        deed=item.words,
    )
