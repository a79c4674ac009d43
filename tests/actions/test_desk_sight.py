"""What an officer may know of is worked out once for a desk, and anew for a desk of other rights."""

from dataclasses import replace

from tests.support import DIEP, HANH, LONG, world


def test_it_is_worked_out_once(tmp_path):
    with world(tmp_path) as w:
        desk = w.desk(DIEP)

        assert desk.sight is desk.sight
        assert desk.sight_of(LONG) is desk.sight_of(LONG)
        assert desk.sight_of(LONG) != desk.sight


def test_another_officer_at_the_desk_has_his_own(tmp_path):
    with world(tmp_path) as w:
        desk = w.desk(DIEP)
        before = desk.sight

        assert replace(desk, officer=HANH).sight.officer_id == "hanh"
        assert before.units is not None
        assert replace(desk, officer=HANH).sight.units is None
