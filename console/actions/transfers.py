"""Handing a case to another unit, which must accept it (features E-01…E-04, I-05). Until then the sender answers for it."""

from itertools import pairwise

from sqlalchemy import select

from console.actions.claims import LEASE_MS
from console.actions.desk import Desk, Done, Refused, Words
from console.actions.guards import clean_text, is_urgent, priority_of, require_free, require_open, serves
from console.actions.perform import Ask, Step, perform
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import REPLY_UNSETTLED, Case, Transfer, TransferState
from console.domain.clock import MINUTE_MS
from console.domain.clocks import due_at as policy_due
from console.domain.conflict import Action
from console.domain.officer import Permission
from console.record.tables import event as event_table

ACCEPT_POLICY = "SLA_UNIT_ACCEPT"
URGENT_POLICY = "SLA_ACT_P1"
"""How long a unit has to accept a case, and an urgent one (policies.json)."""
BOUNCES_TO_PROVINCE = 2
_NAME_LIMIT = 120


def transfer(
    desk: Desk,
    case_id: str,
    to_unit: str,
    reason: str,
    *,
    due_at: int = 0,
    info_units: tuple[str, ...] = (),
    expected_version: int | None = None,
    command_id: str = "",
) -> Done:
    """Ask another unit to take the case; ``info_units`` only get to know (E-02).

    Args:
        desk: who hands over.
        case_id: the case.
        to_unit: the one unit that is to answer for it.
        reason: why; the receiver reads it.
        due_at: by when it must accept (UTC ms); 0 = the house rule. An urgent case never waits longer than that rule.
        info_units: units that get to know.
        expected_version: see ``Ask``.
        command_id: see ``Ask``.

    """
    words = clean_text(reason, "lý do chuyển")
    wish = {"to_unit": to_unit, "reason": words}
    ask = Ask(case_id, Action.TRANSFER, Permission.TRANSFER, expected_version, command_id, wish)

    def plan(tx: Transaction, case: Case) -> Step:
        require_open(case)
        require_free(tx, desk, case)
        if _pending(case) is not None:
            raise Refused(
                "{number} đang chờ đơn vị khác tiếp nhận: rút lại trước khi chuyển nơi khác",
                number=case.number,
            )
        for unit in (to_unit, *info_units):
            trouble = may_receive(desk, case, unit)
            if trouble:
                raise Refused(trouble.template, **trouble.values)
        _require_right_to_choose(tx, desk, case)
        body = e.CaseTransferred(
            ask.new_id("transfer"), to_unit, words, _due(tx, desk, case, due_at), _others(to_unit, info_units)
        )
        return Step((body,), warnings=_warnings(case))

    return perform(desk, ask, plan)


def accept(desk: Desk, case_id: str, *, expected_version: int | None = None, command_id: str = "") -> Done:
    """Take a case for the officer's own unit, and hold it."""
    ask = Ask(case_id, Action.ANSWER_TRANSFER, Permission.ACCEPT, expected_version, command_id)

    def plan(tx: Transaction, case: Case) -> Step:
        pending = _require_pending(case)
        if not desk.catalog.is_within(desk.officer.unit, pending.to_unit):
            unit = desk.catalog.unit_name(pending.to_unit)
            raise Refused(
                "{number} chuyển cho {unit}: chỉ đơn vị đó tiếp nhận", number=case.number, unit=unit
            )
        held = (e.CaseClaimed(tx.now_ms + LEASE_MS),) if desk.officer.may(Permission.CLAIM) else ()
        return Step((e.TransferAccepted(pending.transfer_id), *held))

    return perform(desk, ask, plan)


def accept_by_phone(
    desk: Desk, case_id: str, who_accepted: str, *, expected_version: int | None = None, command_id: str = ""
) -> Done:
    """Write down that the receiving unit, which has no console here, accepted the case by word of mouth.

    Only the sending side may; ``who_accepted`` names who said so and stays in the case as a note.
    """
    name = clean_text(who_accepted, "người tiếp nhận", _NAME_LIMIT)
    ask = Ask(case_id, Action.ANSWER_TRANSFER, Permission.TRANSFER, expected_version, command_id)

    def plan(_tx: Transaction, case: Case) -> Step:
        pending = _require_pending(case)
        if not serves(desk, pending.from_unit):
            raise Refused("Chỉ bên chuyển ghi nhận được việc tiếp nhận qua điện thoại")
        unit = desk.catalog.unit_name(pending.to_unit)
        note = e.NoteAdded(ask.new_id("note"), f"{unit} tiếp nhận qua điện thoại, người nhận: {name}")
        return Step((e.TransferAccepted(pending.transfer_id), note))

    return perform(desk, ask, plan)


def give_back(
    desk: Desk, case_id: str, reason: str, *, expected_version: int | None = None, command_id: str = ""
) -> Done:
    """End a pending transfer: the receiver gives the case back, or the sender takes it back; with a reason (E-04)."""
    words = clean_text(reason, "lý do trả lại")
    ask = Ask(
        case_id, Action.ANSWER_TRANSFER, Permission.ACCEPT, expected_version, command_id, {"reason": words}
    )

    def plan(tx: Transaction, case: Case) -> Step:
        pending = _require_pending(case)
        receives = desk.catalog.is_within(desk.officer.unit, pending.to_unit)
        if not receives and not serves(desk, pending.from_unit):
            raise Refused("Chỉ bên chuyển hoặc bên nhận trả lại được {number}", number=case.number)
        warnings: tuple[Words, ...] = ()
        if receives and _bounces(tx, case) + 1 >= BOUNCES_TO_PROVINCE:
            warnings = (
                Words(
                    "{number} bị trả lại {count} lần: trực ban tỉnh quyết định nơi xử lý",
                    number=case.number,
                    count=_bounces(tx, case) + 1,
                ),
            )
        return Step((e.TransferReturned(pending.transfer_id, words),), warnings=warnings)

    return perform(desk, ask, plan)


def may_receive(desk: Desk, case: Case, unit_code: str) -> Words | None:
    """Return why a unit may not be given the case, or ``None`` (for the list of the dialog too).

    A matter about police officers goes to inspection and leadership only: which unit is concerned is told by the citizen's
    words, not by data, so that no other one can be known to be free of it (domain.md §5.3). The dates of units are not
    asked: which tree is in force is chosen for the profile.
    """
    unit = desk.catalog.units.get(unit_code)
    if unit is None:
        return Words("Không có đơn vị «{code}»", code=unit_code)
    if unit.kind == "partner":
        return Words("{unit} ngoài ngành: chuyển bằng văn bản, ghi kết quả khi đóng", unit=unit.name_vi)
    if not unit.receives:
        return Words("{unit} không nhận hồ sơ trực tiếp", unit=unit.name_vi)
    if unit_code == case.unit:
        return Words("Hồ sơ đang ở {unit}", unit=unit.name_vi)
    category = desk.catalog.categories.get(case.category)
    about_police = case.concerns_police or (category is not None and category.conflict_check)
    if about_police and not unit.restricted:
        return Words("Hồ sơ liên quan cán bộ chỉ chuyển cho thanh tra hoặc lãnh đạo")
    return None


def _pending(case: Case) -> Transfer | None:
    transfer = case.transfer
    return transfer if transfer is not None and transfer.state is TransferState.PENDING else None


def _require_pending(case: Case) -> Transfer:
    require_open(case)
    pending = _pending(case)
    if pending is None:
        raise Refused("{number} không chờ đơn vị nào tiếp nhận", number=case.number)
    return pending


def _require_right_to_choose(tx: Transaction, desk: Desk, case: Case) -> None:
    at_province = serves(desk, desk.catalog.default_desk().code)
    if _bounces(tx, case) >= BOUNCES_TO_PROVINCE and not (
        at_province or desk.officer.may(Permission.CLOSE_URGENT)
    ):
        raise Refused(
            "{number} đã bị trả lại {count} lần: trực ban tỉnh quyết định nơi xử lý",
            number=case.number,
            count=_bounces(tx, case),
        )


def _bounces(tx: Transaction, case: Case) -> int:
    """Return how often a unit gave the case back; what its sender took back himself does not count."""
    c = event_table.c
    rows = tx.connection.execute(
        select(c.kind, c.actor)
        .where(c.case_id == case.case_id, c.kind.in_([e.CaseTransferred.KIND, e.TransferReturned.KIND]))
        .order_by(c.case_version)
    ).all()
    return sum(
        1
        for before, after in pairwise(rows)
        if after.kind == e.TransferReturned.KIND and before.actor != after.actor
    )


def _due(tx: Transaction, desk: Desk, case: Case, wanted: int) -> int:
    """Return by when the unit must accept: what was asked for, else the house rule; never later for an urgent case."""
    urgent = is_urgent(desk, priority_of(tx, case))
    policy = desk.catalog.policies.get(URGENT_POLICY if urgent else ACCEPT_POLICY)
    rule = policy_due(policy, tx.now_ms, desk.rules.calendar) if policy else None
    limit = rule or tx.now_ms + 60 * MINUTE_MS
    if wanted and wanted <= tx.now_ms:
        raise Refused("Hạn tiếp nhận phải ở sau lúc này")
    if not wanted:
        return limit
    return min(wanted, limit) if urgent else wanted


def _others(to_unit: str, info_units: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit for unit in info_units if unit != to_unit))


def _warnings(case: Case) -> tuple[Words, ...]:
    warnings = []
    if not case.category:
        warnings.append(Words("{number} chưa có loại khi chuyển", number=case.number))
    if any(mark.state in REPLY_UNSETTLED for mark in case.replies):
        warnings.append(Words("{number} còn trả lời chưa gửi xong", number=case.number))
    return tuple(warnings)
