"""The one rule of who may know of a case: SQL and Python say the same, and every read obeys it."""

import random
from dataclasses import replace

import pytest
from sqlalchemy import select

from console.actions.merging import split
from console.cache import tables as t
from console.cache.rebuild import differences
from console.cache.views import QueueFilter, View
from console.cache.visibility import sight_of
from console.domain import events as e
from console.domain.case import CONFLICT_TAG
from console.domain.officer import Officer, Role
from tests.support import DIEP, HANH, LONG, THANH_TRA, store_template, world

__all__ = ["store_template"]

UNITS = ("TB-CAT", "TB-TPCB", "CAH-TPCB", "CAH-BLAM", "PC02", "PX05", "CAT")
PEOPLE = (
    *tuple(Officer(f"{role.value}@{unit}", "Ai đó", unit, (role,)) for role in Role for unit in UNITS),
    Officer("hai-vai", "Hai vai", "TB-TPCB", (Role.DISTRICT_DUTY, Role.INSPECTOR)),
    Officer("không", "", "PC02", ()),
)


@pytest.fixture
def w(tmp_path, store_template):
    with world(tmp_path, store_template) as made:
        yield made


def any_body(rng: random.Random, number: int):
    """Return one event that changes who may know of a case."""
    unit = rng.choice(UNITS)
    return rng.choice(
        (
            e.CaseClassified(rng.choice(("TO_CAO", "TO_GIAC", ""))),
            e.Tagged(CONFLICT_TAG),
            e.Untagged(CONFLICT_TAG),
            e.ConflictMarked(
                tuple(rng.sample(UNITS, rng.randrange(3))),
                tuple(one.officer_id for one in rng.sample(PEOPLE, rng.randrange(3))),
                "canary",
            ),
            e.ConflictCleared("không phải"),
            e.CaseTransferred(f"t{number}", unit, "địa bàn", 1, (rng.choice(UNITS),)),
            e.TransferAccepted(f"t{number}"),
            e.TransferReturned(f"t{number}", "không thuộc địa bàn"),
        )
    )


def test_sql_and_python_say_the_same_of_every_case_and_officer(w):
    rng = random.Random(20)
    cases = [w.put("canary", user=str(number)).case_id for number in range(60)]
    for number, case_id in enumerate(cases):
        w.add(case_id, *(any_body(rng, number) for _ in range(rng.randrange(6))))
    seen = set()
    with w.store.write() as tx:
        whole = tx.cases(cases)
        for officer in PEOPLE:
            sight = sight_of(officer, w.rules)
            sql = set(tx.connection.execute(select(t.case.c.case_id).where(*sight.conditions())).scalars())
            assert sql == {case_id for case_id, case in whole.items() if sight.sees(case)}, officer
            assert sql == set(tx.connection.execute(sight.case_ids()).scalars())
            seen.add(len(sql))
    assert len(seen) > 6, "the cases must differ in who sees them"
    assert differences(w.store) == ()


def everything(queries, case_ids) -> str:
    """Return all that an officer's queries give, as text."""
    filters = [QueueFilter(view) for view in View] + [QueueFilter(unit=unit) for unit in UNITS]
    found = [queries.queue_index(one) for one in filters]
    found += [queries.queue_places(case_ids, QueueFilter()), queries.queue_rows(case_ids)]
    found += [queries.thread(case_id) for case_id in case_ids]
    found += [queries.detail(case_id) for case_id in case_ids]
    found += [queries.search(words) for words in ("chimxanh", "CB26-00001", "1")]
    counts = queries.counts()
    found += [counts.new_urgent, *counts.views.values(), *counts.units.values(), *counts.tags.values()]
    return repr(found)


def test_nothing_of_a_case_about_an_officers_own_unit_reaches_him_by_any_read(w):
    case = w.put("chimxanh: cán bộ trực nhận tiền của tôi")
    other = w.put("chimxanh nữa", user="1002")
    ids = [case.case_id, other.case_id]
    w.add(
        case.case_id, e.NoteAdded("n1", "chimxanh ghi chú"), e.CaseTransferred("t1", "CAH-TPCB", "địa bàn", 1)
    )
    w.add(case.case_id, e.ConflictMarked(("TB-TPCB",), (LONG.officer_id,), "nêu đích danh"))
    w.add(other.case_id, e.ConflictMarked((), (), "chưa rõ ai"))
    inspector = everything(w.queries(THANH_TRA), ids)
    assert "chimxanh" in inspector and case.number in inspector
    for officer in (HANH, DIEP, replace(DIEP, roles=(Role.INSPECTOR,), officer_id="khac")):
        found = everything(w.queries(officer), [case.case_id])
        assert case.number not in found and "nhận tiền" not in found and case.pseudonym not in found
    commander = everything(w.queries(LONG), ids)
    assert other.number in commander
    assert case.number not in commander and "nhận tiền" not in commander


def test_counts_say_nothing_of_what_may_not_be_known(w):
    before = w.queries(HANH).counts()
    case = w.put("chimxanh", user="7")
    w.add(case.case_id, e.PriorityChanged("P1"), e.Tagged("can-goi-lai"), e.ConflictMarked((), (), "canary"))
    assert w.queries(HANH).counts() == before
    assert w.queries(THANH_TRA).counts() != before


def test_an_administrator_reads_no_case(w):
    case = w.put("chimxanh")
    admin = Officer("qt", "Quản trị", "CAT", (Role.ADMIN,))
    found = everything(w.queries(admin), [case.case_id])
    assert "chimxanh" not in found and case.number not in found


def test_another_case_of_the_same_citizen_is_no_way_round(w):
    case = w.put("hỏi căn cước")
    w.put("chimxanh")
    hidden = w.case(split(w.desk(HANH), case.case_id, ("m000002",)).new_case_id)
    assert hidden.number in repr(w.queries(HANH).detail(case.case_id).related)
    w.add(hidden.case_id, e.ConflictMarked((), (), "x"))
    detail = w.queries(HANH).detail(case.case_id)
    assert detail.related == () and detail.citizen.case_count == 1
    assert hidden.number not in repr(detail) and "chimxanh" not in repr(detail)
