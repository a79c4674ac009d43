"""What is asked while an officer waits reads few cases, however many ended long ago (features G-07, R-07)."""

from contextlib import contextmanager

from sqlalchemy import event

from console.actions.asked import answered
from console.actions.classification import classify
from console.actions.national import enter
from tests.support import DIEP, HANH, store_template, world

__all__ = ["store_template"]


@contextmanager
def asked_of(w):
    """Collect the plan of each statement that reads cases."""
    plans = []

    def keep(_connection, cursor, statement, parameters, _context, _many):
        if "FROM case_file" in statement and statement.lstrip().startswith("SELECT"):
            rows = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()
            plans.append((statement, [row[3] for row in rows]))

    event.listen(w.engine, "before_cursor_execute", keep)
    yield plans
    event.remove(w.engine, "before_cursor_execute", keep)


def whole(plans):
    """Return what goes through every case there ever was: a scan by another index than that of the open ones."""
    steps = [step for _statement, plan in plans for step in plan]
    return [step for step in steps if step.startswith("SCAN case_file") and "case_open" not in step]


def test_what_was_answered_is_found_among_open_cases_and_those_of_the_month(tmp_path, store_template):
    with world(tmp_path, store_template) as w:
        w.put("Tố giác đánh bạc")
        for officer in (HANH, DIEP):
            with asked_of(w) as plans:
                assert answered(w.desk(officer)) == ()
            assert any("LIKE" in statement for statement, _plan in plans)
            assert whole(plans) == []


def test_a_number_that_another_case_bears_is_found_by_its_index(tmp_path, store_template):
    with world(tmp_path, store_template) as w:
        first, second = w.put("Tố giác đánh bạc"), w.put("Tố giác cá độ", user="1002")
        for one in (first, second):
            classify(w.desk(), one.case_id, "TO_GIAC")
        enter(w.desk(), first.case_id, "TB-1/2026", w.clock.now_ms())
        with asked_of(w) as plans:
            done = enter(w.desk(), second.case_id, "tb-1/2026", w.clock.now_ms())
        assert first.number in str(done.warnings[0].values.values())
        assert any("case_national" in step for _statement, plan in plans for step in plan)
        assert whole(plans) == []
