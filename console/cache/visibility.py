"""The one rule of who may know of a case. Every query, action, count, alarm, suggestion and export asks it.

A case is there for an officer if all of these hold; otherwise nothing of it is: not its number, not that it exists.

1. His roles may read at all (an administrator's may not).
2. Its category is not restricted (tố cáo), or his roles may read what is restricted (domain.md §5.3).
3. It does not concern police officers (the mark or the tag), or his roles may read what is restricted.
4. Neither he nor his unit, nor a unit above his, is marked as concerned: whoever it concerns does not know of it,
   whatever his roles.
5. His roles see the whole province, or the case's unit, or one it was handed to or told of, is his, above or below his
   (the root of the tree aside).

How to use it:

* in SQL: ``select(...).where(*sight.conditions())`` on ``tables.case``; for another table with a ``case_id`` column
  ``.where(table.c.case_id.in_(sight.case_ids()))``;
* in Python, with the case at hand: ``sight.sees(case)``.

Both say the same of every case (``tests/cache/test_visibility.py``). Make a sight with ``sight_of(officer, rules)``;
``Queries`` has one in ``queries.sight``, ``Desk`` in ``desk.sight``.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from sqlalchemy import ColumnElement, Connection, Select, bindparam, delete, false, insert, or_, select, true

from console.cache import tables as t
from console.domain import events as e
from console.domain.case import Case
from console.domain.catalog import Catalog
from console.domain.officer import Officer, Permission
from console.domain.roles import RoleMatrix

EVERYBODY = "*"
"""In ``case_barred``: all whose roles may not read what is restricted."""


ANOTHER = "một hồ sơ khác"
"""What stands for the number of a case the reader may not know of."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What one officer may know of.

    Attributes:
        officer_id: whose sight it is.
        reads: whether his roles read at all.
        restricted: categories he may not read.
        reads_restricted: whether his roles read what is restricted.
        units: codes of the units whose cases are his business; ``None`` is every unit.
        own: his unit and those above it: if one of them is concerned, so is he.

    """

    officer_id: str
    reads: bool
    restricted: tuple[str, ...]
    reads_restricted: bool
    units: frozenset[str] | None
    own: tuple[str, ...]

    def sees(self, case: Case) -> bool:
        """Return whether the case is there for the officer."""
        if not self.reads or case.category in self.restricted or self.is_barred(case):
            return False
        if self.units is None:
            return True
        return case.unit in self.units or not self.units.isdisjoint(guests(case))

    def answers_for(self, case: Case) -> bool:
        """Return whether the case is the business of the officer's desk, so that he may work on it.

        A unit that was only told of it («để biết»), was asked and has not taken it, or gave it away, reads it and answers for
        nothing (features E-02).
        """
        return self.sees(case) and (self.units is None or case.unit in self.units)

    def knows_people(self, case: Case) -> bool:
        """Return whether the officer may know the names of accused and victims of a case.

        They are as sensitive as a citizen's (domain.md §5): whoever answers for the matter reads them, the province's desk and
        the units above and below the one that has it. A unit that was only told of it, was asked and has not taken it, or
        gave it away, reads how many there are. What may be a state secret tells nobody.
        """
        return self.answers_for(case) and not case.locked

    def is_barred(self, case: Case) -> bool:
        """Return whether the officer may not know of the case because of whom it concerns."""
        who = barred(case)
        return bool(who) and not self.names.isdisjoint(who)

    @property
    def names(self) -> frozenset[str]:
        """Return every name by which the officer may be barred."""
        everybody = () if self.reads_restricted else (EVERYBODY,)
        return frozenset((*everybody, f"officer:{self.officer_id}", *(f"unit:{code}" for code in self.own)))

    def barring(self) -> list[ColumnElement[bool]]:
        """Return the conditions that leave out what is kept from the officer, in whatever unit it lies."""
        return list(_barring(self))

    def conditions(self) -> list[ColumnElement[bool]]:
        """Return the conditions on ``tables.case`` that say the same as ``sees``."""
        return list(_conditions(self))

    def answering(self) -> ColumnElement[bool]:
        """Return the condition on ``tables.case`` for what the officer's desk answers for; ``conditions`` are asked beside it."""
        return true() if self.units is None else t.case.c.unit.in_(sorted(self.units))

    def case_ids(self) -> Select[tuple[str]]:
        """Return the statement for the ids of all cases that are there for the officer."""
        return select(t.case.c.case_id).where(*self.conditions())


# Every read asks, and a sight stays for as long as somebody sits there: what is put together once is kept.
@lru_cache(maxsize=16)
def _barring(sight: Sight) -> tuple[ColumnElement[bool], ...]:
    c, b = t.case.c, t.case_barred.c
    barred_here = c.case_id.not_in(select(b.case_id).where(b.who.in_(sorted(sight.names))))
    return (c.category.not_in(sight.restricted), barred_here) if sight.restricted else (barred_here,)


@lru_cache(maxsize=16)
def _conditions(sight: Sight) -> tuple[ColumnElement[bool], ...]:
    if not sight.reads:
        return (false(),)
    if sight.units is None:
        return _barring(sight)
    c, g, units = t.case.c, t.case_guest.c, sorted(sight.units)
    near = or_(c.unit.in_(units), c.case_id.in_(select(g.case_id).where(g.unit.in_(units))))
    return (*_barring(sight), near)


# It runs at each change: to put a statement together takes longer than to run it.
@lru_cache(maxsize=4)
def barred_of(sight: Sight) -> Select[str]:
    """Return the statement for those of the cases ``ids`` that are kept from the officer, wherever they lie."""
    c = t.case.c
    free = select(c.case_id).where(*sight.barring())
    return select(c.case_id).where(c.case_id.in_(bindparam("ids", expanding=True)), c.case_id.not_in(free))


class SightRules(Protocol):
    """What the rule needs of ``CatalogRules``: the tree of units, the restricted categories, the matrix of roles."""

    @property
    def catalog(self) -> Catalog: ...
    @property
    def restricted(self) -> tuple[str, ...]: ...
    @property
    def roles(self) -> RoleMatrix: ...


def sight_of(officer: Officer, rules: SightRules) -> Sight:
    """Return what an officer may know of by the rules in force."""
    officer, catalog = rules.roles.seat(officer), rules.catalog
    reads_restricted = officer.may(Permission.READ_RESTRICTED)
    above = catalog.ancestors(officer.unit) if officer.unit in catalog.units else ()
    units = None
    if not officer.province:
        # The root of the tree is above everybody: what lies there is the province's own business.
        near = (unit.code for unit in above if unit.parent is not None)
        below = (code for code in catalog.units if catalog.is_within(code, officer.unit))
        units = frozenset((officer.unit, *near, *below))
    return Sight(
        officer.officer_id,
        officer.may(Permission.READ),
        () if reads_restricted else rules.restricted,
        reads_restricted,
        units,
        (officer.unit, *(unit.code for unit in above)),
    )


def guests(case: Case) -> frozenset[str]:
    """Return the units beside its own that have to do with a case: it was handed to or from them, or they were told."""
    handed = () if case.transfer is None else (case.transfer.to_unit, case.transfer.from_unit)
    return frozenset((*case.info_units, *handed)) - {case.unit, ""}


def barred(case: Case) -> frozenset[str]:
    """Return who may not know of a case, as ``case_barred`` names them."""
    if not case.concerns_police:
        return frozenset()
    conflict = case.conflict
    if conflict is None:
        return frozenset({EVERYBODY})
    return frozenset(
        (
            EVERYBODY,
            *(f"unit:{code}" for code in conflict.units),
            *(f"officer:{officer}" for officer in conflict.officers),
        )
    )


def told(connection: Connection, sight: Sight, body: e.EventBody) -> e.EventBody:
    """Return an event of a case as the reader may be told of it: the number of a case he may not know of is not in it."""
    if isinstance(body, e.CaseMerged) and _is_hidden(connection, sight, body.into_case):
        return replace(body, into_number=ANOTHER, reason="")
    if isinstance(body, e.CaseAbsorbed) and _is_hidden(connection, sight, body.from_case):
        return replace(body, from_number=ANOTHER)
    return body


def _is_hidden(connection: Connection, sight: Sight, case_id: str) -> bool:
    seen = select(t.case.c.case_id).where(t.case.c.case_id == case_id, *sight.conditions())
    return connection.execute(seen).one_or_none() is None


def write_sight(connection: Connection, before: Case, after: Case) -> None:
    """Write the rows of ``case_guest`` and ``case_barred`` that a case's events changed."""
    for table, column, was, now in (
        (t.case_guest, "unit", guests(before), guests(after)),
        (t.case_barred, "who", barred(before), barred(after)),
    ):
        if gone := was - now:
            connection.execute(
                delete(table).where(table.c.case_id == after.case_id, table.c[column].in_(sorted(gone)))
            )
        if new := now - was:
            connection.execute(
                insert(table), [{column: one, "case_id": after.case_id} for one in sorted(new)]
            )
