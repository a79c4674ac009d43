"""Tags of the fixed vocabulary (features D-01, D-02, D-05). They stay here: none is ever told to Zalo (D-04)."""

from console.actions.desk import Desk, Done, Refused
from console.actions.guards import require_not_merged
from console.actions.perform import Ask, Step, perform
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import Case
from console.domain.conflict import Action
from console.domain.officer import Permission


def tag(
    desk: Desk, case_id: str, code: str, *, expected_version: int | None = None, command_id: str = ""
) -> Done:
    """Put a tag on; nothing happens if it is there."""
    return set_tags(desk, case_id, add=(code,), expected_version=expected_version, command_id=command_id)


def untag(
    desk: Desk, case_id: str, code: str, *, expected_version: int | None = None, command_id: str = ""
) -> Done:
    """Take a tag off; nothing happens if it is not there."""
    return set_tags(desk, case_id, remove=(code,), expected_version=expected_version, command_id=command_id)


def toggle_tag(
    desk: Desk, case_id: str, code: str, *, expected_version: int | None = None, command_id: str = ""
) -> Done:
    """Put a tag on, or off if it is on: the same key again takes it back."""
    ask = Ask(case_id, Action.TAG, Permission.TAG, expected_version, command_id, {"tag": code})

    def plan(_tx: Transaction, case: Case) -> Step:
        on = code in case.tags
        return _step(desk, case, () if on else (code,), (code,) if on else ())

    return perform(desk, ask, plan)


def set_tags(
    desk: Desk,
    case_id: str,
    add: tuple[str, ...] = (),
    remove: tuple[str, ...] = (),
    *,
    expected_version: int | None = None,
    command_id: str = "",
) -> Done:
    """Put tags on and off in one go."""
    wish = {"tag": (*add, *remove)[0]} if add or remove else {}
    ask = Ask(case_id, Action.TAG, Permission.TAG, expected_version, command_id, wish)
    return perform(desk, ask, lambda _tx, case: _step(desk, case, add, remove))


def _step(desk: Desk, case: Case, add: tuple[str, ...], remove: tuple[str, ...]) -> Step:
    require_not_merged(case)
    for code in add:
        if code not in desk.catalog.tags:
            raise Refused("Không có nhãn «{tag}»", tag=code)
    on = [code for code in dict.fromkeys(add) if code not in case.tags]
    off = [code for code in dict.fromkeys(remove) if code in case.tags]
    bodies: tuple[e.EventBody, ...] = (*(e.Tagged(code) for code in on), *(e.Untagged(code) for code in off))
    undo: tuple[e.EventBody, ...] = (*(e.Untagged(code) for code in on), *(e.Tagged(code) for code in off))
    return Step(bodies, undo)
