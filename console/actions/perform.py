"""The one way in which actions reach the log: permission, sight, conflict, rules of the action, events, in one transaction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from console.actions.desk import Conflict, Desk, Done, HeldByOther, Missing, Refused, Undo, Words
from console.cache import tables as t
from console.cache.store import Transaction
from console.cache.views import EventItem
from console.domain import events as e
from console.domain.calendar import local_datetime
from console.domain.case import Case, CaseState
from console.domain.conflict import Action, clashes
from console.domain.events import Event, EventBody
from console.domain.ids import derived_id, new_id
from console.domain.officer import SYSTEM, Officer, Permission, Role
from console.domain.words import words_for
from console.record.base import Command, CommandReusedError, Status
from console.record.local import read_case, read_events
from console.record.tables import command as command_table

REASON_LIMIT = 1_000
_PROVINCE = frozenset({Role.PROVINCE_DUTY, Role.COMMANDER, Role.LEADER, Role.INSPECTOR, Role.REVIEWER})
_DEEDS = {
    Permission.READ: "xem hồ sơ",
    Permission.CLAIM: "nhận việc",
    Permission.TAKE_OVER: "nhận thay",
    Permission.CLASSIFY: "phân loại",
    Permission.TAG: "gắn nhãn",
    Permission.NOTE: "ghi chú",
    Permission.REPLY: "trả lời công dân",
    Permission.APPROVE_REPLY: "duyệt trả lời",
    Permission.RESOLVE_UNKNOWN: "xác nhận tin chưa rõ",
    Permission.TRANSFER: "chuyển hồ sơ",
    Permission.ACCEPT: "tiếp nhận hồ sơ chuyển đến",
    Permission.SNOOZE: "hẹn nhắc lại",
    Permission.CLOSE: "đóng hồ sơ",
    Permission.CLOSE_URGENT: "đóng hồ sơ khẩn",
    Permission.REOPEN: "mở lại hồ sơ",
    Permission.MERGE: "gộp hoặc tách hồ sơ",
    Permission.REVEAL: "xem danh tính công dân",
    Permission.REVEAL_DENOUNCER: "xem danh tính người tố cáo",
    Permission.EXPORT: "xuất hồ sơ",
}


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
    require_unchanged(tx, desk, case, ask)
    step = plan(tx, case)
    command_id = ask.command_id or new_id()
    others = [*((True, *item) for item in step.before), *((False, *item) for item in step.after)]
    commands = [
        _command(tx, desk, derived_id(command_id, str(n)), case_id, unit, bodies)
        for n, (_, case_id, unit, bodies) in enumerate(others)
    ]
    if step.bodies:
        place = len(step.before)
        commands.insert(
            place, _command(tx, desk, command_id, case.case_id, case.unit, step.bodies, case.version)
        )
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


def require(officer: Officer, permission: Permission) -> None:
    """Raise ``Refused`` unless the officer's roles grant ``permission``."""
    if not officer.may(permission):
        raise Refused("Vai trò của bạn không được {deed}", deed=_DEEDS[permission])


def visible_case(tx: Transaction, desk: Desk, case_id: str) -> Case:
    """Return a case this officer may know of. Raises ``Missing``, ``Refused``."""
    case = tx.case(case_id)
    hidden = not desk.officer.may(Permission.READ_RESTRICTED)
    if case is None or (hidden and case.category in desk.rules.restricted):
        raise Missing("Không có hồ sơ này, hoặc bạn không được xem")
    if not _within_reach(desk, case):
        unit = desk.catalog.unit_name(case.unit)
        raise Refused("{number} thuộc {unit}, ngoài phạm vi của bạn", number=case.number, unit=unit)
    return case


def serves(desk: Desk, unit: str) -> bool:
    """Return whether the officer's unit is ``unit``, lies below it or above it."""
    own = desk.officer.unit
    return desk.catalog.is_within(own, unit) or desk.catalog.is_within(unit, own)


def _within_reach(desk: Desk, case: Case) -> bool:
    """Return whether the case is the officer's business: the province's duty roles see all (domain.md §7)."""
    if not _PROVINCE.isdisjoint(desk.officer.roles) or serves(desk, case.unit):
        return True
    units = case.info_units if case.transfer is None else (*case.info_units, case.transfer.to_unit)
    return any(serves(desk, unit) for unit in units)


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
        EventItem(x.seq, x.at, x.kind, officer_name(tx.connection, x.actor), words_for(x.body, names))
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


# --- rules many actions share -----------------------------------------------------------------------------------------


def require_open(case: Case) -> None:
    """Raise ``Refused`` unless the case asks for work."""
    require_not_merged(case)
    if case.state is CaseState.CLOSED:
        raise Refused("{number} đã đóng: mở lại trước khi làm tiếp", number=case.number)


def require_not_merged(case: Case) -> None:
    """Raise ``Refused`` if the case lives on in another one."""
    if case.state is CaseState.MERGED:
        raise Refused("{number} đã gộp vào hồ sơ khác: làm ở hồ sơ đó", number=case.number)


def require_free(tx: Transaction, desk: Desk, case: Case) -> None:
    """Raise ``HeldByOther`` while another officer's lease runs (features F-03)."""
    if case.held_by_other(desk.officer.officer_id, tx.now_ms):
        raise held_by_other(tx, case)


def held_by_other(tx: Transaction, case: Case) -> HeldByOther:
    """Return the error that says who holds a case and until when."""
    return HeldByOther(
        case.owner,
        case.lease_until,
        "{who} đang giữ {number} đến {time}. Muốn làm thì nhận thay, có lý do",
        who=officer_name(tx.connection, case.owner),
        number=case.number,
        time=clock_text(case.lease_until),
    )


def priority_of(tx: Transaction, case: Case) -> str:
    """Return the priority a person set, else the suggested one, else ""."""
    if case.priority:
        return case.priority
    found = tx.connection.execute(
        select(t.suggestion.c.priority).where(t.suggestion.c.case_id == case.case_id)
    ).scalar()
    return str(found or "")


def is_urgent(desk: Desk, priority: str) -> bool:
    """Return whether a priority is the highest one."""
    return desk.rules.priority_rank(priority) == 1


def clean_text(text: str, what: str, limit: int = REASON_LIMIT) -> str:
    """Return a text an officer wrote, without blanks around it. Raises ``Refused`` if it is empty, too long or broken."""
    text = text.strip()
    if not text:
        raise Refused("Thiếu {what}", what=what)
    if len(text) > limit:
        raise Refused(
            "{what} dài {length} ký tự, tối đa {limit}", what=what.capitalize(), length=len(text), limit=limit
        )
    if any("\ud800" <= char <= "\udfff" or char == "\0" for char in text):
        raise Refused("{what} có ký tự hỏng. Xóa rồi gõ lại", what=what.capitalize())
    return text


def officer_name(connection: Connection, officer_id: str) -> str:
    """Return an officer's name, or the id where the name is not known."""
    if officer_id == SYSTEM:
        return "Hệ thống"
    name = connection.execute(select(t.officer.c.name).where(t.officer.c.officer_id == officer_id)).scalar()
    return str(name or officer_id)


def given_name(name: str) -> str:
    """Return what colleagues call a person: the last word of a Vietnamese name."""
    return name.rsplit(maxsplit=1)[-1] if name.strip() else name


def clock_text(ms: int) -> str:
    """Return a time of day in Vietnam, ``14:33``."""
    return local_datetime(ms).strftime("%H:%M")
