"""What a case is, how urgent, and where: always decided by a person, with the machine's proposal kept beside it."""

from sqlalchemy import Row, select

from console.actions.desk import Desk, Done, Refused, Words
from console.actions.guards import clean_text, is_urgent, priority_of, require_free, require_open
from console.actions.perform import Ask, Step, perform
from console.cache import tables as t
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import Case
from console.domain.conflict import Action
from console.domain.officer import Permission

PLACE_LIMIT = 300
DEED_TIME_LIMIT = 120


def classify(
    desk: Desk, case_id: str, category: str, *, expected_version: int | None = None, command_id: str = ""
) -> Done:
    """Set the category. The previous one and the machine's proposal stay in the log; clocks keep their start."""
    if category not in desk.catalog.categories:
        raise Refused("Không có loại hồ sơ «{code}»", code=category)
    ask = Ask(
        case_id, Action.CLASSIFY, Permission.CLASSIFY, expected_version, command_id, {"category": category}
    )

    def plan(tx: Transaction, case: Case) -> Step:
        require_open(case)
        require_free(tx, desk, case)
        return _classify(tx, desk, case, category)

    return perform(desk, ask, plan)


def set_priority(
    desk: Desk, case_id: str, priority: str, *, expected_version: int | None = None, command_id: str = ""
) -> Done:
    """Set the priority. Taking the highest one back is the commander's (domain.md §7)."""
    if priority not in desk.catalog.priorities:
        raise Refused("Không có mức «{code}»", code=priority)
    ask = Ask(
        case_id, Action.PRIORITISE, Permission.CLASSIFY, expected_version, command_id, {"priority": priority}
    )

    def plan(tx: Transaction, case: Case) -> Step:
        require_open(case)
        require_free(tx, desk, case)
        if case.priority == priority:
            return Step()
        lowers = is_urgent(desk, case.priority)
        if lowers and not desk.officer.may(Permission.LOWER_URGENT):
            raise Refused("Chỉ trực chỉ huy được hạ mức khẩn của {number}", number=case.number)
        kept = _kept(tx, desk, case) if lowers else ()
        undo: tuple[e.EventBody, ...] = (e.PriorityChanged(case.priority, priority),)
        if case.emergency is not None:
            # Whoever takes his answer back has not answered.
            undo = (*undo, e.EmergencySeen(case.emergency.message_id))
        return Step((*kept, e.PriorityChanged(priority, case.priority)), undo)

    return perform(desk, ask, plan)


def dismiss_emergency(
    desk: Desk, case_id: str, message_id: str, *, expected_version: int | None = None, command_id: str = ""
) -> Done:
    """Say of the message in which the machine saw an emergency that it is none; a later one is looked at anew.

    Raises:
        Refused: another message is shown as an emergency by now, or none.

    """
    wish = {"message": message_id}
    ask = Ask(case_id, Action.PRIORITISE, Permission.CLASSIFY, expected_version, command_id, wish)

    def plan(tx: Transaction, case: Case) -> Step:
        require_open(case)
        require_free(tx, desk, case)
        if case.emergency is None:
            return Step()
        if case.emergency.message_id != message_id:
            raise Refused("Ở {number} vừa có tin khác máy báo khẩn: đọc tin đó trước", number=case.number)
        return Step((e.EmergencyDismissed(message_id),), (e.EmergencySeen(message_id),))

    return perform(desk, ask, plan)


def set_place(
    desk: Desk,
    case_id: str,
    district: str,
    place: str = "",
    *,
    expected_version: int | None = None,
    command_id: str = "",
) -> Done:
    """Set where it happened: a district's code or "", and the words for the place (features B-05)."""
    if district and district not in desk.catalog.districts:
        raise Refused("Không có địa bàn «{code}»", code=district)
    words = clean_text(place, "địa điểm", PLACE_LIMIT) if place.strip() else ""
    wish = {"district": district, "place": words}
    ask = Ask(case_id, Action.LOCATE, Permission.CLASSIFY, expected_version, command_id, wish)

    def plan(tx: Transaction, case: Case) -> Step:
        require_open(case)
        require_free(tx, desk, case)
        if (case.district, case.place) == (district, words):
            return Step()
        return Step((e.PlaceSet(district, words),), (e.PlaceSet(case.district, case.place),))

    return perform(desk, ask, plan)


def set_deed_time(
    desk: Desk, case_id: str, words: str, *, expected_version: int | None = None, command_id: str = ""
) -> Done:
    """Set when it happened, as the register asks (domain.md §6): in words, for a report seldom knows the minute; "" takes it back."""
    told = clean_text(words, "thời gian xảy ra", DEED_TIME_LIMIT) if words.strip() else ""
    ask = Ask(case_id, Action.DATE, Permission.CLASSIFY, expected_version, command_id, {"words": told})

    def plan(tx: Transaction, case: Case) -> Step:
        require_open(case)
        require_free(tx, desk, case)
        if case.deed_time == told:
            return Step()
        return Step((e.DeedTimed(told),), (e.DeedTimed(case.deed_time),))

    return perform(desk, ask, plan)


def confirm_suggestion(
    desk: Desk, case_id: str, *, expected_version: int | None = None, command_id: str = ""
) -> Done:
    """Take over what the machine proposes for everything that no person has set yet, in one go."""
    ask = Ask(case_id, Action.CLASSIFY, Permission.CLASSIFY, expected_version, command_id)

    def plan(tx: Transaction, case: Case) -> Step:
        require_open(case)
        require_free(tx, desk, case)
        row = _suggestion(tx, case.case_id)
        if row is None or not (row.category or row.priority or row.district):
            raise Refused("Chưa có gợi ý cho {number}", number=case.number)
        step = _classify(tx, desk, case, row.category) if row.category and not case.category else Step()
        bodies, undo = step.bodies, step.undo
        if row.priority and not case.priority:
            bodies = (*bodies, e.PriorityChanged(row.priority))
            undo = (*undo, e.PriorityChanged("", row.priority))
        if row.district and not case.district:
            bodies = (*bodies, e.PlaceSet(row.district, case.place))
            undo = (*undo, e.PlaceSet("", case.place))
        return Step(bodies, undo if len(undo) == len(bodies) else (), step.warnings)

    return perform(desk, ask, plan)


def _classify(tx: Transaction, desk: Desk, case: Case, category: str) -> Step:
    if case.category == category:
        return Step()
    row = _suggestion(tx, case.case_id)
    body = e.CaseClassified(category, case.category, row.category if row else "")
    if category in desk.rules.restricted and not desk.officer.may(Permission.READ_RESTRICTED):
        name = desk.catalog.category(category).vi
        # Without its number: what names a case that is out of sight is taken off the screen.
        words = Words(
            "Hồ sơ vừa phân loại thuộc loại hạn chế «{name}»: từ nay trực chỉ huy và thanh tra xử lý, bạn không còn thấy",
            name=name,
        )
        return Step((*_kept(tx, desk, case), body), (), (words,))
    return Step((*_kept(tx, desk, case), body), (e.CaseClassified(case.category, category),))


def _kept(tx: Transaction, desk: Desk, case: Case) -> tuple[e.EventBody, ...]:
    """Return the event that keeps the old clocks where a case gets another category, or is no emergency any more (domain.md §3)."""
    if not case.category:
        return ()
    clocks = desk.rules.clocks(case, priority_of(tx, case), tx.now_ms)
    return (e.ClocksReplaced(tuple(f"{c.policy_code}@{c.started_ms}/{c.due_ms}" for c in clocks)),)


def _suggestion(tx: Transaction, case_id: str) -> Row[tuple[object, ...]] | None:
    return tx.connection.execute(select(t.suggestion).where(t.suggestion.c.case_id == case_id)).one_or_none()
