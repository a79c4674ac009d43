"""Typed terms against the real queue: each field, its negation, and «and» between terms."""

import pytest

from console.cache.views import QueueFilter
from console.domain.queue_filter import Field, Flag, Term
from tests.scene import HANH, scene


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with scene(tmp_path_factory.mktemp("scene") / "profile") as workspace:
        yield workspace


def shown(desk, *terms):
    queries = desk.queries(HANH)
    rows = queries.queue_rows([p.case_id for p in queries.queue_index(QueueFilter(terms=terms))])
    return {row.pseudonym[-4:] for row in rows}


EVERYBODY = {"2LVE", "9QX2", "P9AA", "B81T", "W6TB", "R0HN", "K52W", "M3CE", "7ZDW", "4F7K"}


@pytest.mark.parametrize(
    ("term", "wanted"),
    [
        (Term(Field.CATEGORY, ("TO_GIAC",)), {"B81T", "M3CE", "4F7K"}),
        (Term(Field.CATEGORY, ("PAKN", "GIAO_THONG")), {"9QX2", "P9AA", "R0HN"}),
        (Term(Field.PRIORITY, ("1",)), {"4F7K"}),
        (Term(Field.PRIORITY, ("1", "2")), {"4F7K", "9QX2", "B81T", "M3CE"}),
        (Term(Field.TAG, ("ma-tuy",)), {"M3CE"}),
        (Term(Field.UNIT, ("PC06",)), {"W6TB", "K52W"}),
        (Term(Field.NUMBER, ("01482",)), {"4F7K"}),
        (Term(Field.NUMBER, ("%",)), set()),
        (Term(Field.FLAG, (Flag.MINE,)), {"2LVE", "R0HN", "4F7K"}),
        (Term(Field.FLAG, (Flag.OWNED,)), {"2LVE", "9QX2", "P9AA", "R0HN", "4F7K"}),
        (Term(Field.FLAG, (Flag.ASLEEP,)), {"2LVE"}),
        (Term(Field.FLAG, (Flag.UNKNOWN,)), {"4F7K"}),
        (Term(Field.FLAG, (Flag.CLASSIFIED,), negated=True), {"7ZDW"}),
        (Term(Field.FLAG, (Flag.READ,), negated=True), {"W6TB", "K52W", "M3CE", "7ZDW", "4F7K"}),
        (Term(Field.FLAG, (Flag.LATE, Flag.DRAFT)), {"B81T", "9QX2"}),
        (Term(Field.FLAG, (Flag.SOON,)), {"M3CE", "7ZDW"}),
        (Term(Field.FLAG, (Flag.TRANSFERRED,)), {"B81T", "9QX2", "M3CE"}),
    ],
    ids=lambda value: f"{value.field}-{','.join(value.values)}" if isinstance(value, Term) else "",
)
def test_a_term_and_its_opposite(desk, term, wanted):
    assert shown(desk, term) == wanted
    assert shown(desk, Term(term.field, term.values, not term.negated)) == EVERYBODY - wanted


def test_terms_are_joined_by_and(desk):
    of_kind = Term(Field.CATEGORY, ("TO_GIAC",))
    assert shown(desk, of_kind, Term(Field.TAG, ("ma-tuy",), negated=True)) == {"B81T", "4F7K"}
    assert shown(desk, of_kind, Term(Field.FLAG, (Flag.MINE,))) == {"4F7K"}
