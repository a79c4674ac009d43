"""Accused and victims of a matter, and the procuracy's notice: what the register of crime reports asks for (domain.md §6)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from console.actions.desk import Desk, Done, Refused
from console.actions.guards import (
    clean_text,
    received_on,
    require,
    require_day,
    require_free,
    require_not_merged,
    require_open_text,
)
from console.actions.perform import Ask, Step, perform
from console.cache.covering import covered_for
from console.cache.people_query import people_of, without_source, written
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.calendar import local_date
from console.domain.case import Case
from console.domain.conflict import Action
from console.domain.crime import Decision
from console.domain.masking import MASK
from console.domain.officer import Permission
from console.domain.people import (
    ABOUT_LIMIT,
    MOST,
    NAME_LIMIT,
    ROLE_NAMES,
    Others,
    PeopleList,
    Person,
    PersonRole,
    list_of,
)

DOCUMENT_LIMIT = 120


@dataclass(frozen=True, slots=True)
class Shown:
    """The lists of a case as they were read at ``version``; ``covered``: who told of it is covered in them, so they are not
    to be written back.
    """

    lists: tuple[PeopleList, ...]
    version: int
    covered: bool = False

    def of(self, role: PersonRole) -> PeopleList:
        """Return the list of a role; an empty one where nothing was said."""
        return list_of(self.lists, role)


def show(desk: Desk, case_id: str) -> Shown:
    """Return who is accused and who is a victim; that somebody looks is in the log before the names are read (threats T19).

    Raises:
        Missing: there is no such case for the officer.
        Refused: the names are not for him to know.
        StoreError: the log refused; nothing was read.

    """
    found: list[Case] = []

    def plan(_tx: Transaction, case: Case) -> Step:
        _require_to_know(desk, case)
        found.append(case)
        return Step((e.PeopleSeen(),) if any(mark.count for mark in case.people) else ())

    done = perform(desk, Ask(case_id, Action.VIEW, Permission.READ), plan)
    with desk.store.read() as connection:
        lists = people_of(connection, desk.sight, found[0])
        marks = covered_for(connection, desk.rules, desk.sight, [case_id]).get(case_id)
    if marks is None:
        return Shown(lists, done.version)
    clear = without_source(lists, marks)
    return Shown(clear, done.version, covered=clear != lists)


def record(
    desk: Desk,
    case_id: str,
    lists: Sequence[PeopleList],
    *,
    expected_version: int | None = None,
    command_id: str = "",
) -> Done:
    """Say who is accused and who is a victim, each role's list as a whole; roles that are not named stay.

    Args:
        desk: who says so; whoever classifies the matter may (domain.md §7).
        case_id: the case, open or closed: the register is kept up after the desk has done its part.
        lists: the roles that change.
        expected_version: of the case on his screen; somebody else's list in between stops it.
        command_id: see ``Ask``.

    Raises:
        Refused: not his to write, a name is missing or too long, or nobody is said and named at once; nothing was recorded.

    """
    require(desk.officer, Permission.CLASSIFY)
    wanted = {one.role: _checked(one) for one in lists}
    wish = {"role": next(iter(wanted)).value} if wanted else {}
    ask = Ask(case_id, Action.PEOPLE, Permission.CLASSIFY, expected_version, command_id, wish)

    def plan(tx: Transaction, case: Case) -> Step:
        require_not_merged(case)
        _require_to_know(desk, case)
        require_free(tx, desk, case)
        known = written(tx.connection, case)
        changed = [(list_of(known, role), one) for role, one in wanted.items() if list_of(known, role) != one]
        return Step(
            tuple(_body(after) for _before, after in changed),
            tuple(_body(before) for before, _after in changed),
        )

    return perform(desk, ask, plan)


def notify_procuracy(
    desk: Desk,
    case_id: str,
    document: str,
    on: date,
    *,
    informant: bool,
    expected_version: int | None = None,
    command_id: str = "",
) -> Done:
    """Record number and day of the written notice to the procuracy; a later record takes its place.

    Args:
        desk: who records.
        case_id: a case of a kind that belongs into the register of crime reports, open or closed.
        document: the notice's number.
        on: its day in Vietnam.
        informant: whether whoever reported was told in writing, too; without that the duty is not done
            (TTLT 01/2017 Đ14(1)).
        expected_version: see ``Ask``.
        command_id: see ``Ask``.

    Raises:
        Refused: no number, a day to come or before the report, or another kind of matter; nothing was recorded.

    """
    require(desk.officer, Permission.CLASSIFY)
    number = clean_text(document, "số thông báo", DOCUMENT_LIMIT)
    wish = {"document": number, "on": on.isoformat()}
    ask = Ask(case_id, Action.REPORT, Permission.CLASSIFY, expected_version, command_id, wish)

    def plan(tx: Transaction, case: Case) -> Step:
        _require_crime_report(desk, case)
        require_day(on, received_on(case), local_date(tx.now_ms))
        told = case.procuracy
        if told is not None and (told.document, told.on, told.informant) == (
            number,
            on.isoformat(),
            informant,
        ):
            return Step()
        return Step((e.ProcuracyNotified(number, on.isoformat(), informant),))

    return perform(desk, ask, plan)


def record_outcome(
    desk: Desk,
    case_id: str,
    decision: Decision,
    document: str,
    on: date,
    *,
    told: tuple[str, date] | None = None,
    expected_version: int | None = None,
    command_id: str = "",
) -> Done:
    """Record what the investigation body decided on a crime report, and by which paper whoever reported was told.

    The decision ends the terms for checking the report and starts the one for telling the result (BLTTHS 2015 Đ147, TTLT
    01/2017 Đ14(3)); later records take the place of earlier ones.

    Args:
        desk: who records.
        case_id: a case of a kind that belongs into the register of crime reports, open or closed.
        decision: what was decided.
        document: the decision's number.
        on: its day in Vietnam.
        told: number and day of the notice to whoever reported; ``None`` while there is none.
        expected_version: see ``Ask``.
        command_id: see ``Ask``.

    Raises:
        Refused: a number is missing, a day cannot be, or another kind of matter; nothing was recorded.

    """
    require(desk.officer, Permission.CLASSIFY)
    number = clean_text(document, "số quyết định", DOCUMENT_LIMIT)
    notice = (clean_text(told[0], "số thông báo", DOCUMENT_LIMIT), told[1]) if told is not None else None
    wish = {"document": number} if notice is None else {}
    ask = Ask(case_id, Action.REPORT, Permission.CLASSIFY, expected_version, command_id, wish)

    def plan(tx: Transaction, case: Case) -> Step:
        _require_crime_report(desk, case)
        today = local_date(tx.now_ms)
        require_day(on, received_on(case), today)
        bodies: list[e.EventBody] = []
        known = case.decided
        if known is None or (known.decision, known.paper.document, known.paper.on) != (
            decision.value,
            number,
            on.isoformat(),
        ):
            bodies.append(e.CrimeDecided(decision.value, number, on.isoformat()))
        if notice is not None:
            require_day(notice[1], on, today)
            wanted = e.ResultNotified(notice[0], notice[1].isoformat())
            before = case.result_notice
            if before is None or (before.document, before.on) != (wanted.document, wanted.on):
                bodies.append(wanted)
        return Step(tuple(bodies))

    return perform(desk, ask, plan)


def _require_crime_report(desk: Desk, case: Case) -> None:
    require_not_merged(case)
    category = desk.catalog.categories.get(case.category)
    if category is None or not category.crime_report:
        raise Refused("{number} không phải nguồn tin về tội phạm: phân loại trước", number=case.number)


def _require_to_know(desk: Desk, case: Case) -> None:
    require_open_text(case)
    if not desk.sight.knows_people(case):
        raise Refused(
            "{number} đang do đơn vị khác thụ lý: tên người bị tố giác, bị hại được che với bạn",
            number=case.number,
        )


def _checked(one: PeopleList) -> PeopleList:
    role = ROLE_NAMES[one.role]
    if len(one.people) > MOST:
        raise Refused("Tối đa {count} {role} trong danh sách", count=MOST, role=role)
    if one.people and one.others is Others.NOBODY:
        raise Refused("Đã ghi tên thì không chọn «không có» {role}", role=role)
    return replace(one, people=tuple(_person(person, role) for person in one.people))


def _person(person: Person, role: str) -> Person:
    if MASK in person.line:
        raise Refused("Danh sách {role} có phần đã che với bạn: nhờ đơn vị thụ lý sửa", role=role)
    name = clean_text(person.name, "họ tên", NAME_LIMIT)
    about = clean_text(person.about, "thông tin về người", ABOUT_LIMIT) if person.about.strip() else ""
    return Person(name, about)


def _body(one: PeopleList) -> e.PeopleRecorded:
    return e.PeopleRecorded(one.role.value, one.people, one.others.value)
