"""A matter that concerns police officers: kept from them at once, and handed to who is free of it (domain.md §5.3, I-05)."""

from dataclasses import replace

from console.actions.desk import Desk, Done, Refused, Words
from console.actions.guards import clean_text, require_not_merged
from console.actions.perform import Ask, Step, perform
from console.cache.officer_rows import active_officers
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import CONFLICT_TAG, Case, Conflict
from console.domain.conflict import Action
from console.domain.officer import ROLE_NAMES, Officer, Permission, Role

ROUTE = (Role.COMMANDER, Role.LEADER, Role.INSPECTOR)
"""Who decides, in this order: the first role of which somebody is free of the matter."""


def mark_conflict(
    desk: Desk,
    case_id: str,
    units: tuple[str, ...],
    officers: tuple[str, ...],
    reason: str,
    *,
    expected_version: int | None = None,
    command_id: str = "",
) -> Done:
    """Mark a case as one about police officers and say whom it concerns.

    From then on it is not there for the units named, for all below them, for the officers named, and for everybody who may
    not read restricted matters: queue, counts, search, alarms, suggestions, exports (``cache.visibility``). Nobody holds it.

    Args:
        desk: who marks; he may be concerned himself.
        case_id: the case.
        units: codes of the units concerned; may be empty where only officers, or nobody, is known yet.
        officers: ids of the officers concerned.
        reason: why, in words.
        expected_version: see ``Ask``.
        command_id: see ``Ask``.

    Raises:
        ActionError: nothing was done.

    """
    words = clean_text(reason, "lý do")
    for code in units:
        unit = desk.catalog.units.get(code)
        if unit is None:
            raise Refused("Không có đơn vị «{code}»", code=code)
        if unit.parent is None:
            raise Refused("{unit} gồm mọi đơn vị: chọn đơn vị cụ thể", unit=unit.name_vi)
    ask = Ask(
        case_id,
        Action.MARK_CONFLICT,
        Permission.MARK_CONFLICT,
        expected_version,
        command_id,
        {"units": units, "officers": officers, "reason": words},
    )

    def plan(tx: Transaction, case: Case) -> Step:
        require_not_merged(case)
        people = active_officers(tx.connection)
        unknown = set(officers) - {one.officer_id for one in people}
        if unknown:
            raise Refused("Không có cán bộ «{code}»", code=min(unknown))
        return marked(desk, case, e.ConflictMarked(units, officers, words), people)

    return perform(desk, ask, plan)


def marked(desk: Desk, case: Case, mark: e.ConflictMarked, people: list[Officer]) -> Step:
    """Return what follows from a mark: who decides now, the tag, and what whoever marked is told; ``people`` may sign in."""
    free = _who_decides(desk, case, mark, people)
    mark = replace(mark, routed_to=free.value if free else "")
    tagged = () if CONFLICT_TAG in case.tags else (e.Tagged(CONFLICT_TAG),)
    return Step(
        (mark, *tagged), warnings=(_told(free, leaves=not desk.sight.sees(_after(desk, case, mark))),)
    )


def clear_conflict(
    desk: Desk, case_id: str, reason: str, *, expected_version: int | None = None, command_id: str = ""
) -> Done:
    """Take the mark and the tag off again; only who decides conflicts may, and never one whom it concerns."""
    words = clean_text(reason, "lý do")
    ask = Ask(
        case_id,
        Action.MARK_CONFLICT,
        Permission.DECIDE_CONFLICT,
        expected_version,
        command_id,
        {"reason": words},
    )

    def plan(_tx: Transaction, case: Case) -> Step:
        if not case.concerns_police:
            return Step()
        untagged = (e.Untagged(CONFLICT_TAG),) if CONFLICT_TAG in case.tags else ()
        return Step((e.ConflictCleared(words), *untagged))

    return perform(desk, ask, plan)


def _who_decides(desk: Desk, case: Case, mark: e.ConflictMarked, people: list[Officer]) -> Role | None:
    """Return the first role of ``ROUTE`` of which somebody is free of the matter and nobody is concerned."""
    after = _after(desk, case, mark)
    for role in ROUTE:
        able = [one for one in people if role in one.roles]
        concerned = [one for one in able if desk.sight_of(one).is_barred(after)]
        if able and not concerned:
            return role
    return None


def _after(desk: Desk, case: Case, mark: e.ConflictMarked) -> Case:
    conflict = Conflict(mark.units, mark.officers, mark.reason, desk.officer.officer_id, 0)
    return replace(case, conflict=conflict)


def _told(role: Role | None, *, leaves: bool) -> Words:
    """Say who has the case now. Without its number: what names a case that is out of sight is taken off the screen."""
    if role is None:
        return Words(
            "Không còn ai ở đây đứng ngoài vụ việc vừa ghi. Báo Thanh tra hoặc Viện kiểm sát bằng văn bản ngay"
        )
    if leaves:
        return Words("Hồ sơ vừa ghi đã chuyển cho {role} và rời màn hình của bạn", role=ROLE_NAMES[role])
    return Words("Hồ sơ vừa ghi đã chuyển cho {role}; bạn vẫn thấy vì không liên quan", role=ROLE_NAMES[role])
