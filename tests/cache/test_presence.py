"""Who else is at a case: told from the log, at one case each, and believed for a short while only."""

import pytest

from console.actions import conflicts, presence
from console.actions.desk import Desk, Missing
from console.cache.presence_query import BEAT_VIEW_MS, VIEW_MS, WRITE_MS
from console.cache.views import PRESENCE_BEAT_MS, PRESENCE_TOPIC, PresenceKind, QueueFilter
from console.domain import events as e
from console.runtime.resources import load_reply_policy
from tests.scene import HANH, NOW, TUAN, scene


@pytest.fixture
def desk(tmp_path, qapp):
    with scene(tmp_path / "profile") as workspace:
        workspace.clock.wall_ms = NOW + WRITE_MS + 60_000
        yield workspace


def cases(workspace):
    return [place.case_id for place in workspace.queries(HANH).queue_index(QueueFilter())]


def do(workspace, case_id, body, actor="tuan"):
    with workspace.store.write() as tx:
        tx.add(case_id, body, actor=actor, unit="TB-CAT")


def seen(workspace, case_id):
    detail = workspace.queries(HANH).detail(case_id)
    (row,) = workspace.queries(HANH).queue_rows([case_id])
    assert row.others == detail.others
    return [(other.name, other.kind) for other in detail.others]


def test_looking_is_seen_and_ends_by_itself(desk):
    case_id = cases(desk)[3]
    do(desk, case_id, e.CaseViewed())
    assert seen(desk, case_id) == [("Mông Văn Tuấn", PresenceKind.VIEWING)]
    desk.clock.advance(VIEW_MS)
    assert seen(desk, case_id) == []


def test_writing_outranks_looking_and_ends_with_the_note(desk):
    case_id = cases(desk)[3]
    do(desk, case_id, e.CaseViewed())
    do(desk, case_id, e.LeaseRenewed(desk.clock.now_ms() + 600_000))
    assert seen(desk, case_id) == [("Mông Văn Tuấn", PresenceKind.WRITING)]
    do(desk, case_id, e.NoteAdded("n9", "xong"))
    assert seen(desk, case_id) == [("Mông Văn Tuấn", PresenceKind.VIEWING)]


def test_an_officer_is_at_the_case_he_touched_last_only(desk):
    first, second = cases(desk)[3:5]
    do(desk, first, e.CaseViewed())
    do(desk, second, e.CaseViewed())
    assert seen(desk, first) == []
    assert len(seen(desk, second)) == 1


def test_nobody_is_told_of_himself_or_of_the_system(desk):
    case_id = cases(desk)[3]
    do(desk, case_id, e.CaseViewed(), actor=HANH.officer_id)
    do(desk, case_id, e.NoteAdded("n8", "máy ghi"), actor="system")
    assert seen(desk, case_id) == []


def beat(workspace, case_id, kind=PresenceKind.VIEWING, officer=TUAN):
    presence.be_at(desk_of(workspace, officer), case_id, kind)


def desk_of(workspace, officer):
    return Desk(workspace.store, officer, workspace.rules, load_reply_policy())


def events(workspace):
    with workspace.store.read() as connection:
        return connection.exec_driver_sql("SELECT count(*) FROM event").scalar_one()


def test_mere_looking_beats_without_an_event_and_ends_by_the_clock(desk):
    case_id, before = cases(desk)[3], events(desk)
    told = []
    desk.store.on_change(told.append)
    for _ in range(10):
        beat(desk, case_id)
        desk.clock.advance(PRESENCE_BEAT_MS)
    assert seen(desk, case_id) == [("Mông Văn Tuấn", PresenceKind.VIEWING)]
    assert events(desk) == before
    assert {change.topics for change in told} == {frozenset({PRESENCE_TOPIC})}
    assert not any(change.cases for change in told)
    desk.clock.advance(BEAT_VIEW_MS)
    assert seen(desk, case_id) == []


def test_writing_is_told_from_looking_and_the_newer_word_counts(desk):
    first, second = cases(desk)[3:5]
    beat(desk, first, PresenceKind.WRITING)
    assert seen(desk, first) == [("Mông Văn Tuấn", PresenceKind.WRITING)]
    desk.clock.advance(1_000)
    do(desk, first, e.NoteAdded("n7", "xong"))
    assert seen(desk, first) == [("Mông Văn Tuấn", PresenceKind.VIEWING)]
    desk.clock.advance(1_000)
    beat(desk, second)
    assert seen(desk, first) == []
    assert seen(desk, second) == [("Mông Văn Tuấn", PresenceKind.VIEWING)]


def test_who_leaves_is_nowhere_though_the_log_saw_him(desk):
    case_id = cases(desk)[3]
    do(desk, case_id, e.CaseViewed())
    beat(desk, case_id)
    desk.clock.advance(1_000)
    presence.leave(desk_of(desk, TUAN))
    assert seen(desk, case_id) == []


def test_nobody_is_at_a_case_he_may_not_know_of(desk):
    case_id = cases(desk)[3]
    conflicts.mark_conflict(desk_of(desk, HANH), case_id, (), ("tuan",), "đơn nêu tên")
    with pytest.raises(Missing):
        beat(desk, case_id)
    assert desk.queries(HANH).others([case_id]) == {}


def test_an_own_beat_is_not_told_to_oneself(desk):
    case_id = cases(desk)[3]
    beat(desk, case_id, officer=HANH)
    assert seen(desk, case_id) == []
