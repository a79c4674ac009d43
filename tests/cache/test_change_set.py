"""What a write says it changed, and what of it was only a look."""

import itertools

from console.cache.views import ChangeSet, QueueFilter, View
from console.domain import events as e
from console.domain.clock import HOUR_MS
from tests.cache.rig import row
from tests.cache.test_queries import NOW, add, queries, rig, zalo

__all__ = ["queries", "rig", "zalo"]


def what_is_counted(queries, rig):
    ids = [case.case_id for case in rig.cases()]
    return (
        queries.counts(),
        [queries.queue_index(QueueFilter(view)) for view in View],
        queries.called(),
        queries.came_back(),
        queries.reply_fates(()),
        queries.awaiting(),
        queries.requests(ids),
        queries.withdrawn(ids),
        queries.review_rows(),
    )


def test_a_look_changes_no_number_and_says_that_it_was_one(rig, queries):
    rig.take_in(row(1, "cứu", user="1"), row(2, user="2"))
    urgent, other = rig.cases()
    add(rig, other, e.ReplyQueued("r1", "Đã nhận"))
    before = what_is_counted(queries, rig)
    assert before[0].new_urgent == 1 and len(before[4]) == 1
    rig.changes.clear()
    add(rig, urgent, e.CaseViewed(urgent.last_inbound_id))
    add(rig, other, e.CaseViewed())
    assert rig.changes == [
        ChangeSet(frozenset({case.case_id}), looks=frozenset({case.case_id})) for case in (urgent, other)
    ]
    assert [case.unread for case in rig.cases()] == [0, 0]
    assert what_is_counted(queries, rig) == before


def test_what_happens_beside_a_look_is_more_than_one(rig):
    rig.take_in(row(1))
    (case,) = rig.cases()
    for bodies in itertools.permutations((e.CaseViewed(), e.CaseClaimed(NOW + HOUR_MS))):
        rig.changes.clear()
        add(rig, case, *bodies)
        assert rig.changes == [ChangeSet(frozenset({case.case_id}))]
        assert rig.changes[0].more_than_looks == {case.case_id}


def test_looks_joined_with_other_changes_keep_only_mere_looks():
    look = ChangeSet(frozenset({"a", "b"}), looks=frozenset({"a", "b"}))
    work = ChangeSet(frozenset({"b", "c"}))
    for both in (look | work, work | look):
        assert both == ChangeSet(frozenset({"a", "b", "c"}), looks=frozenset({"a"}))
        assert both.more_than_looks == {"b", "c"}
    assert (look | look) == look
