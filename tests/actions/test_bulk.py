"""One act on many cases: each by its own rules, nothing sent, denunciations left out, taken back as a whole."""

import pytest

from console.actions import bulk
from console.actions.bulk import BulkAct, BulkKind
from console.actions.claims import claim
from console.actions.classification import classify
from console.actions.desk import Refused
from console.domain import events as e
from console.domain.clock import HOUR_MS
from tests.support import TUAN

TIP = "to giac nhom danh bac o sau cho xanh"


def questions(w, count=3):
    return [w.put(f"Tôi hỏi về căn cước lần {n}", user=f"20{n}").case_id for n in range(count)]


def test_claiming_many_and_taking_it_back(w):
    ids = questions(w)
    done = bulk.run(w.desk(), ids, BulkAct(BulkKind.CLAIM))
    assert [w.case(i).owner for i in ids] == ["hanh"] * 3
    assert (done.changed, done.skipped) == (tuple(ids), ())
    back = bulk.take_back(w.desk(), done.undo)
    assert back.changed == tuple(ids)
    assert [w.case(i).owner for i in ids] == [""] * 3


@pytest.mark.parametrize(
    ("act", "seen"),
    [
        (BulkAct(BulkKind.TAG, "co-bac"), lambda case: "co-bac" in case.tags),
        (BulkAct(BulkKind.PRIORITY, "P2"), lambda case: case.priority == "P2"),
    ],
    ids=["tag", "priority"],
)
def test_other_acts_change_each_case_and_come_back(w, act, seen):
    ids = questions(w)
    done = bulk.run(w.desk(), ids, act)
    assert all(seen(w.case(i)) for i in ids)
    bulk.take_back(w.desk(), done.undo)
    assert not any(seen(w.case(i)) for i in ids)


def test_tags_come_off_and_cases_are_given_back(w):
    ids = questions(w, 2)
    for case_id in ids:
        w.add(case_id, e.Tagged("co-bac"))
        claim(w.desk(), case_id)
    bulk.run(w.desk(), ids, BulkAct(BulkKind.UNTAG, "co-bac"))
    bulk.run(w.desk(), ids, BulkAct(BulkKind.RELEASE))
    assert [(w.case(i).tags, w.case(i).owner) for i in ids] == [((), "")] * 2


def test_sleeping_needs_a_reason_and_read_messages(w):
    ids = questions(w, 2)
    w.add(ids[0], e.CaseViewed(), actor="hanh")
    act = BulkAct(BulkKind.SNOOZE, until_ms=w.clock.now_ms() + HOUR_MS, reason="chờ giờ hành chính")
    done = bulk.run(w.desk(), ids, act)
    assert done.changed == (ids[0],)
    assert "chưa đọc" in str(done.skipped[0].words)
    assert w.case(ids[0]).snooze_until == act.until_ms


@pytest.mark.parametrize("kind", list(BulkKind))
def test_denunciations_are_never_treated_as_a_group(w, kind):
    seeming = w.put(TIP, user="301").case_id
    said = w.put("Tôi hỏi về căn cước", user="302").case_id
    classify(w.desk(), said, "TO_GIAC")
    before = [w.case(i).version for i in (seeming, said)]
    act = BulkAct(
        kind, {"tag": "co-bac", "untag": "co-bac", "priority": "P2", "assign": "tuan"}.get(kind, ""), 1, "x"
    )
    done = bulk.run(w.desk(), [seeming, said], act)
    assert done.changed == ()
    assert [one.case_id for one in done.skipped] == [seeming, said]
    assert "quyết định riêng" in str(done.skipped[0].words)
    assert [w.case(i).version for i in (seeming, said)] == before


def test_a_case_somebody_holds_is_left_and_named(w):
    ids = questions(w)
    claim(w.desk(TUAN), ids[1])
    w.clock.advance(2 * 60_000)
    done = bulk.run(w.desk(), ids, BulkAct(BulkKind.CLAIM))
    assert done.changed == (ids[0], ids[2])
    (skipped,) = done.skipped
    assert (skipped.case_id, skipped.number) == (ids[1], w.case(ids[1]).number)
    assert "đang giữ" in str(skipped.words)


def test_what_somebody_went_on_with_stays_when_the_rest_is_taken_back(w):
    ids = questions(w)
    done = bulk.run(w.desk(), ids, BulkAct(BulkKind.PRIORITY, "P2"))
    w.add(ids[0], e.PriorityChanged("P3", "P2"), actor="tuan")
    back = bulk.take_back(w.desk(), done.undo)
    assert back.changed == tuple(ids[1:])
    assert [one.case_id for one in back.skipped] == [ids[0]]
    assert w.case(ids[0]).priority == "P3"


def test_nothing_of_it_is_for_a_citizen(w):
    ids = questions(w)
    for kind, value in (
        ("claim", ""),
        ("assign", "tuan"),
        ("tag", "co-bac"),
        ("priority", "P2"),
        ("untag", "co-bac"),
        ("release", ""),
    ):
        bulk.run(w.desk(), ids, BulkAct(BulkKind(kind), value))
    kinds = {kind for case_id in ids for kind in w.kinds(case_id)}
    assert not any(kind.startswith("reply.") for kind in kinds)


def test_a_look_shows_five_samples_and_a_group_has_a_limit(w):
    ids = questions(w, 7)
    seen = bulk.look(w.desk(), [*ids, ids[0], "nobody"])
    assert seen.case_ids == tuple(ids)
    assert [case.case_id for case in seen.samples] == ids[:5]
    assert [one.case_id for one in seen.skipped] == ["nobody"]
    with pytest.raises(Refused, match="nhiều nhất 200"):
        bulk.look(w.desk(), [str(n) for n in range(201)])
