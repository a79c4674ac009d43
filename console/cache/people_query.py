"""The names of accused and victims, for who may know them (domain.md §5, §6).

They are as sensitive as a citizen's: ``Sight.knows_people`` says who reads them, and nothing else reads the table. Others are told
how many there are, which the case itself remembers. A victim may be who told of the matter: where the source is covered, it
is covered in these lists, too.
"""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, select

from console.cache.tables_people import person
from console.cache.visibility import Sight
from console.domain.case import Case
from console.domain.masking import mask_source
from console.domain.people import Others, PeopleList, Person, PersonRole

_MANY = 400


def people_of(connection: Connection, sight: Sight, case: Case) -> tuple[PeopleList, ...]:
    """Return the lists of a case, one a role, as they were written; without people where the reader may not know them."""
    return people_of_many(connection, sight, [case]).get(case.case_id, ())


def people_of_many(
    connection: Connection, sight: Sight, cases: Collection[Case]
) -> dict[str, tuple[PeopleList, ...]]:
    """Return the lists of several cases by case id; cases of which nothing was said are left out."""
    said = {case.case_id: case for case in cases if case.people}
    named = _named(connection, [case_id for case_id, case in said.items() if sight.knows_people(case)])
    return {
        case_id: tuple(
            PeopleList(PersonRole(mark.role), named.get((case_id, mark.role), ()), Others(mark.others))
            for mark in case.people
            if mark.role in set(PersonRole)
        )
        for case_id, case in said.items()
    }


def written(connection: Connection, case: Case) -> tuple[PeopleList, ...]:
    """Return the lists of a case for an action that writes them anew; it is never shown."""
    named = _named(connection, [case.case_id]) if case.people else {}
    return tuple(
        PeopleList(PersonRole(mark.role), named.get((case.case_id, mark.role), ()), Others(mark.others))
        for mark in case.people
        if mark.role in set(PersonRole)
    )


def without_source(lists: Iterable[PeopleList], marks: Iterable[str]) -> tuple[PeopleList, ...]:
    """Return lists with who told of the matter covered where he is among the people."""
    marks = tuple(marks)
    return tuple(
        PeopleList(
            one.role,
            tuple(Person(mask_source(p.name, marks), mask_source(p.about, marks)) for p in one.people),
            one.others,
        )
        for one in lists
    )


def _named(connection: Connection, case_ids: Collection[str]) -> Mapping[tuple[str, str], tuple[Person, ...]]:
    found: dict[tuple[str, str], tuple[Person, ...]] = {}
    ids = sorted(case_ids)
    for start in range(0, len(ids), _MANY):
        rows = connection.execute(
            select(person)
            .where(person.c.case_id.in_(ids[start : start + _MANY]))
            .order_by(person.c.case_id, person.c.role, person.c.number)
        )
        for row in rows:
            key = (row.case_id, row.role)
            found[key] = (*found.get(key, ()), Person(row.name, row.about))
    return found
