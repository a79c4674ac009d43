"""Who else is at a case: told from the log, at one case each, and believed for a short while only."""

import pytest

from console.cache.presence_query import VIEW_MS, WRITE_MS
from console.cache.views import PresenceKind, QueueFilter
from console.domain import events as e
from tests.scene import HANH, NOW, scene


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
