"""Tags of the fixed vocabulary (features D-01, D-02, D-05). They stay here: none is ever told to Zalo (D-04).

Three of them lock: «nghi có bí mật nhà nước», «liên quan cán bộ, chiến sĩ», and the one for pictures of the abuse of a child
(domain.md §5.3, §5.5, §8). Whoever puts one on in a hurry gets all that the command of that name does; none comes off like a
label, for that would open again what it locked. The last has no command: who decides on secrets takes it off.
"""

from console.actions.confiding import suspected
from console.actions.conflicts import marked
from console.actions.desk import Desk, Done, Refused
from console.actions.guards import require, require_not_merged
from console.actions.perform import Ask, Step, perform
from console.cache.officer_rows import active_officers
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import CONFLICT_TAG, PICTURES_TAG, SECRET_TAG, Case
from console.domain.conflict import Action
from console.domain.officer import Permission

_LOCKING = {CONFLICT_TAG: Permission.MARK_CONFLICT, SECRET_TAG: Permission.SUSPECT_SECRET}
_BY_TAG = "Gắn nhãn, chưa ghi thêm"
"""The reason that stands in the log where somebody only put the tag on."""


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

    def plan(tx: Transaction, case: Case) -> Step:
        on = code in case.tags
        return _step(tx, desk, case, () if on else (code,), (code,) if on else ())

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
    return perform(desk, ask, lambda tx, case: _step(tx, desk, case, add, remove))


def _step(tx: Transaction, desk: Desk, case: Case, add: tuple[str, ...], remove: tuple[str, ...]) -> Step:
    require_not_merged(case)
    for code in add:
        if code not in desk.catalog.tags:
            raise Refused("Không có nhãn «{tag}»", tag=code)
    on = [code for code in dict.fromkeys(add) if code not in case.tags]
    off = [code for code in dict.fromkeys(remove) if code in case.tags]
    for code in off:
        if code in _LOCKING or (code == PICTURES_TAG and not desk.officer.may(Permission.DECIDE_SECRET)):
            raise Refused(
                "Nhãn «{tag}» không gỡ như nhãn thường: người có thẩm quyền kết luận rồi gỡ, có lý do",
                tag=desk.catalog.tags[code].vi if code in desk.catalog.tags else code,
            )
    locks = [_lock(tx, desk, case, code) for code in on if code in _LOCKING]
    plain = [code for code in on if code not in _LOCKING]
    bodies: tuple[e.EventBody, ...] = (
        *(e.Tagged(code) for code in plain),
        *(e.Untagged(code) for code in off),
        *(body for lock in locks for body in lock.bodies),
    )
    undo: tuple[e.EventBody, ...] = (
        *(e.Untagged(code) for code in plain if code != PICTURES_TAG),
        *(e.Tagged(code) for code in off),
    )
    return Step(bodies, undo, tuple(words for lock in locks for words in lock.warnings))


def _lock(tx: Transaction, desk: Desk, case: Case, code: str) -> Step:
    """Return what the command behind a locking tag does."""
    require(desk.officer, _LOCKING[code])
    if code == SECRET_TAG:
        # Its own event may be there already, where a tag was taken off by a version that let that happen.
        return suspected(case, _BY_TAG) if case.secret is None else Step((e.Tagged(code),))
    if case.conflict is not None:
        return Step((e.Tagged(code),))
    return marked(desk, case, e.ConflictMarked((), (), _BY_TAG), active_officers(tx.connection))
