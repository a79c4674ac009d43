"""Many sources, one incident (features A-10). Every citizen keeps his own case, number and answer; none is told of another."""

from console.actions.desk import Desk, Done, Refused
from console.actions.guards import clean_text, require_not_merged, visible_case
from console.actions.perform import Ask, Step, perform
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import Case
from console.domain.conflict import Action
from console.domain.officer import Permission
from console.domain.subject import subject


def link(desk: Desk, case_id: str, others: dict[str, tuple[int, str]], *, command_id: str = "") -> Done:
    """Say that these cases tell of one incident. One that is known is joined, else it is made.

    Args:
        desk: who says so.
        case_id: the case on screen.
        others: the other cases, each with the machine's percentage and reasons (0 and "" where it proposed nothing).
        command_id: see ``Ask``.

    Raises:
        ActionError: one of them may not be seen, or they belong to different incidents already.

    """
    if not others or case_id in others:
        raise Refused("Chọn ít nhất một hồ sơ khác để gắn vào cùng vụ")
    ask = Ask(case_id, Action.MERGE, Permission.MERGE, None, command_id)

    def plan(tx: Transaction, case: Case) -> Step:
        cases = [visible_case(tx, desk, other) for other in others]
        for one in (case, *cases):
            require_not_merged(one)
            if (one.category in desk.rules.restricted) != (case.category in desk.rules.restricted):
                raise Refused("Không gắn hồ sơ hạn chế với hồ sơ thường vào một vụ")
        known = {one.incident for one in (case, *cases) if one.incident}
        if len(known) > 1:
            raise Refused("Các hồ sơ này đã thuộc nhiều vụ khác nhau: gỡ trước khi gắn lại")
        incident = known.pop() if known else ask.new_id("incident")
        before: list[tuple[str, str, tuple[e.EventBody, ...]]] = []
        if all(one.incident != incident for one in (case, *cases)):
            opened = e.IncidentOpened(case.category, case.district, case.place)
            before.append((subject("incident", incident), case.unit, (opened,)))
        for one in cases:
            if one.incident != incident:
                percent, why = others[one.case_id]
                before.append((one.case_id, one.unit, (e.IncidentLinked(incident, percent, why),)))
        own = () if case.incident == incident else (e.IncidentLinked(incident),)
        return Step(own, before=tuple(before))

    return perform(desk, ask, plan)


def unlink(desk: Desk, case_id: str, reason: str, *, command_id: str = "") -> Done:
    """Say that the case tells of something else."""
    words = clean_text(reason, "lý do gỡ khỏi vụ")
    ask = Ask(case_id, Action.MERGE, Permission.MERGE, None, command_id, {"reason": words})

    def plan(_tx: Transaction, case: Case) -> Step:
        if not case.incident:
            return Step()
        return Step((e.IncidentUnlinked(case.incident, words),))

    return perform(desk, ask, plan)
