"""Entering a crime report into the national software by hand: see the fields, copy them one by one, say that it is done (features R-07).

The informant stands in them as the register has him, under his pseudonym; who he is tells ``identity`` alone, by its own rules.
"""

from sqlalchemy import select

from console.actions.desk import Desk, Done, Refused, Words
from console.actions.guards import require, require_not_merged, require_open_text
from console.actions.perform import Ask, Step, perform
from console.cache import tables as t
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import Case
from console.domain.clock import MINUTE_MS
from console.domain.conflict import Action
from console.domain.entered import changed_between, changed_since, filled_of, newest_entry
from console.domain.national import NUMBER_LIMIT, RegisterField, national_number
from console.domain.officer import Permission
from console.domain.reduce import fold
from console.record.local import read_case


def show(desk: Desk, case_id: str) -> Done:
    """Note that an officer looks at the register's fields of a case to type them elsewhere; call it before they are read.

    Raises:
        Refused: not his to enter, no crime report, or what it says may be a state secret; nothing may be shown.
        StoreError: the log refused; nothing may be shown.

    """
    ask = Ask(case_id, Action.NATIONAL, Permission.ENTER_NATIONAL)

    def plan(_tx: Transaction, case: Case) -> Step:
        _require_crime_report(desk, case)
        return Step((e.NationalSeen(),))

    return perform(desk, ask, plan)


def note_copy(desk: Desk, case_id: str, field: RegisterField) -> Done:
    """Note that one field goes to the clipboard; call it before it is there.

    Raises:
        Refused: see ``show``; nothing may be copied.
        StoreError: it could not be written down; nothing may be copied.

    """
    ask = Ask(case_id, Action.NATIONAL, Permission.ENTER_NATIONAL)

    def plan(_tx: Transaction, case: Case) -> Step:
        _require_crime_report(desk, case)
        return Step((e.NationalCopied(field.value),))

    return perform(desk, ask, plan)


def enter(
    desk: Desk,
    case_id: str,
    number: str,
    at_ms: int,
    *,
    expected_version: int | None = None,
    command_id: str = "",
) -> Done:
    """Say that a case was entered into the national software; a later record corrects it, earlier ones stay in the case.

    Args:
        desk: who says so.
        case_id: a case of a kind that belongs into the register of crime reports, open or closed.
        number: what that software calls it.
        at_ms: when it was typed in there (UTC ms); what was changed here after that is told of as changed.
        expected_version: of the case whose fields he typed; another entry in between stops it.
        command_id: see ``Ask``.

    Raises:
        Refused: no number, a time to come or before the report, or another kind of matter; nothing was recorded.

    """
    require(desk.officer, Permission.ENTER_NATIONAL)
    try:
        known = national_number(number)
    except ValueError:
        raise Refused(
            "Số của phần mềm tin báo chỉ gồm chữ, số và các dấu - / . _, có ít nhất một chữ số, tối đa {limit} ký tự",
            limit=NUMBER_LIMIT,
        ) from None
    wish = {"number": known}
    ask = Ask(case_id, Action.NATIONAL, Permission.ENTER_NATIONAL, expected_version, command_id, wish)

    def plan(tx: Transaction, case: Case) -> Step:
        _require_crime_report(desk, case)
        if at_ms > tx.now_ms:
            raise Refused("Giờ nhập chưa tới")
        received = case.first_message_at or case.opened_at
        if at_ms < received // MINUTE_MS * MINUTE_MS:
            raise Refused("Giờ nhập phải sau lúc tiếp nhận {number}", number=case.number)
        before = newest_entry(case)
        if before is not None and (before.number, before.at) == (known, at_ms) and not changed_since(case):
            return Step()
        stale = _changed_meanwhile(tx, case, at_ms, expected_version)
        return Step((e.NationalEntered(known, at_ms, stale),), warnings=_doubles(tx, desk, case, known))

    return perform(desk, ask, plan)


def _changed_meanwhile(tx: Transaction, case: Case, at_ms: int, version: int | None) -> tuple[str, ...]:
    """Return the fields that say something else now than when they were typed.

    A time is given to the minute: what was done within it counts as typed.
    """
    end = at_ms // MINUTE_MS * MINUTE_MS + MINUTE_MS
    typed = [
        event
        for event in read_case(tx.connection, case.case_id)
        if event.at < end and (version is None or event.case_version <= version)
    ]
    changed = changed_between(filled_of(fold(case.case_id, typed)), filled_of(case))
    return tuple(field.value for field in changed)


def _doubles(tx: Transaction, desk: Desk, case: Case, number: str) -> tuple[Words, ...]:
    """Return the warning that another case bears the same number there, of those the officer may know of."""
    c = t.case.c
    other = tx.connection.execute(
        select(c.number)
        .where(
            c.national_number == number.casefold(),
            c.national_number != "",  # says nothing new, but lets the index on numbers be used
            c.case_id != case.case_id,
            *desk.sight.conditions(),
        )
        .order_by(c.number)
        .limit(1)
    ).scalar()
    if other is None:
        return ()
    return (
        Words(
            "Số {document} cũng đã ghi cho {number}: kiểm tra có nhập nhầm hoặc hai lần không",
            document=number,
            number=other,
        ),
    )


def _require_crime_report(desk: Desk, case: Case) -> None:
    require_not_merged(case)
    if not desk.rules.crime_report(case.category):
        raise Refused("{number} không phải nguồn tin về tội phạm: phân loại trước", number=case.number)
    require_open_text(case)
