"""Terms of the typed filter as conditions on the queue's table."""

from collections.abc import Callable, Sequence

from sqlalchemy import ColumnElement, and_, not_, or_, select

from console.cache import tables as t
from console.domain.queue_filter import Field, Flag, Term


def of_categories(codes: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition that a case is of one of these categories, or seems to be while nobody has said."""
    c = t.case.c
    guessed = (
        select(t.suggestion.c.case_id)
        .where(t.suggestion.c.case_id == c.case_id, t.suggestion.c.category.in_(codes))
        .exists()
    )
    return or_(c.category.in_(codes), and_(c.category == "", guessed))


def condition(term: Term, *, officer: str, now_ms: int) -> ColumnElement[bool]:
    """Return what a term asks of a case; ``officer`` is who asks, ``now_ms`` UTC ms."""
    made = _MAKERS[term.field](term.values, officer, now_ms)
    return not_(made) if term.negated else made


def _priority(values: Sequence[str], _officer: str, _now_ms: int) -> ColumnElement[bool]:
    return t.case.c.priority_rank.in_([int(value) for value in values])


def _tag(values: Sequence[str], _officer: str, _now_ms: int) -> ColumnElement[bool]:
    return t.case.c.case_id.in_(select(t.case_tag.c.case_id).where(t.case_tag.c.tag.in_(values)))


def _unit(values: Sequence[str], _officer: str, _now_ms: int) -> ColumnElement[bool]:
    return or_(t.case.c.unit.in_(values), t.case.c.transfer_to.in_(values))


def _number(values: Sequence[str], _officer: str, _now_ms: int) -> ColumnElement[bool]:
    return or_(*(t.case.c.number.contains(value, autoescape=True) for value in values))


def _flag(values: Sequence[str], officer: str, now_ms: int) -> ColumnElement[bool]:
    c = t.case.c
    drafted = select(t.draft.c.case_id).where(t.draft.c.officer == officer)
    made: dict[str, ColumnElement[bool]] = {
        Flag.ANSWERED: c.answered == 1,
        Flag.READ: c.unread == 0,
        Flag.OWNED: c.owner != "",
        Flag.MINE: c.owner == officer,
        Flag.CLASSIFIED: c.category != "",
        Flag.LATE: and_(c.due_at <= now_ms, c.snooze_until <= now_ms),
        Flag.SOON: and_(c.soon_at <= now_ms, c.due_at > now_ms),
        Flag.ASLEEP: c.snooze_until > now_ms,
        Flag.TRANSFERRED: c.transfer_to != "",
        Flag.UNKNOWN: c.unknown_replies > 0,
        Flag.DRAFT: c.case_id.in_(drafted),
    }
    return or_(*(made[value] for value in values))


_MAKERS: dict[Field, Callable[[Sequence[str], str, int], ColumnElement[bool]]] = {
    Field.CATEGORY: lambda values, _officer, _now_ms: of_categories(values),
    Field.PRIORITY: _priority,
    Field.TAG: _tag,
    Field.UNIT: _unit,
    Field.NUMBER: _number,
    Field.FLAG: _flag,
}
