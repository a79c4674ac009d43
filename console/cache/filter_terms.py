"""Terms of the typed filter as conditions on the queue's table."""

from collections.abc import Callable, Sequence

from sqlalchemy import BindParameter, ColumnElement, Integer, and_, bindparam, not_, or_, select

from console.cache import tables as t
from console.domain.queue_filter import Field, Flag, Term

NOW: BindParameter[int] = bindparam("now", type_=Integer)
"""The moment of the reading (UTC ms), given when a statement runs, so that it need not be put together again."""


def of_categories(codes: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition that a case is of one of these categories, or seems to be while nobody has said."""
    c = t.case.c
    guessed = (
        select(t.suggestion.c.case_id)
        .where(t.suggestion.c.case_id == c.case_id, t.suggestion.c.category.in_(codes))
        .exists()
    )
    return or_(c.category.in_(codes), and_(c.category == "", guessed))


def condition(term: Term, *, officer: str) -> ColumnElement[bool]:
    """Return what a term asks of a case; ``officer`` is who asks; ``NOW`` is to be bound."""
    if term.negated and Flag.ENTERED in term.values:
        others = tuple(value for value in term.values if value != Flag.ENTERED)
        rest = [not_(_flag(others, officer))] if others else []
        return and_(t.case.c.unentered == 1, *rest)
    made = _MAKERS[term.field](term.values, officer)
    return not_(made) if term.negated else made


def _priority(values: Sequence[str], _officer: str) -> ColumnElement[bool]:
    return t.case.c.priority_rank.in_([int(value) for value in values])


def _tag(values: Sequence[str], _officer: str) -> ColumnElement[bool]:
    return t.case.c.case_id.in_(select(t.case_tag.c.case_id).where(t.case_tag.c.tag.in_(values)))


def _unit(values: Sequence[str], _officer: str) -> ColumnElement[bool]:
    return or_(t.case.c.unit.in_(values), t.case.c.transfer_to.in_(values))


def _number(values: Sequence[str], _officer: str) -> ColumnElement[bool]:
    return or_(*(t.case.c.number.contains(value, autoescape=True) for value in values))


def _flag(values: Sequence[str], officer: str) -> ColumnElement[bool]:
    c = t.case.c
    drafted = select(t.draft.c.case_id).where(t.draft.c.officer == officer)
    made: dict[str, ColumnElement[bool]] = {
        Flag.ANSWERED: c.answered == 1,
        Flag.READ: c.unread == 0,
        Flag.OWNED: c.owner != "",
        Flag.MINE: c.owner == officer,
        Flag.CLASSIFIED: c.category != "",
        Flag.LATE: and_(c.due_at <= NOW, c.snooze_until <= NOW),
        Flag.SOON: and_(c.soon_at <= NOW, c.due_at > NOW),
        Flag.ASLEEP: c.snooze_until > NOW,
        Flag.TRANSFERRED: c.transfer_to != "",
        Flag.ENTERED: c.national_number != "",
        Flag.UNKNOWN: c.unknown_replies > 0,
        Flag.DRAFT: c.case_id.in_(drafted),
    }
    return or_(*(made[value] for value in values))


_MAKERS: dict[Field, Callable[[Sequence[str], str], ColumnElement[bool]]] = {
    Field.CATEGORY: lambda values, _officer: of_categories(values),
    Field.PRIORITY: _priority,
    Field.TAG: _tag,
    Field.UNIT: _unit,
    Field.NUMBER: _number,
    Field.FLAG: _flag,
}
