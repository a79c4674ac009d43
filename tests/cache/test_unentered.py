"""Counting and listing what is not in the national software reads an index alone, however many years of it wait (features R-07)."""

import pytest
from sqlalchemy import event

from console.cache.views import QueueFilter, View
from tests.support import DIEP, HANH, store_template, world

__all__ = ["store_template"]


@pytest.mark.parametrize("officer", [HANH, DIEP], ids=["province", "unit"])
def test_no_row_of_a_case_is_read_for_a_count_or_a_place(tmp_path, store_template, officer):
    with world(tmp_path, store_template) as w:
        queries = w.queries(officer)
        asked = []

        def keep(_connection, _cursor, statement, parameters, _context, _many):
            asked.append((statement, parameters))

        event.listen(w._readers[-1], "before_cursor_execute", keep)
        queries.counts()
        queries.queue_index(QueueFilter(View.UNENTERED))
        own = [(sql, values) for sql, values in asked if "unentered = " in sql]
        assert len(own) == 2
        with w.store.read() as connection:
            for sql, values in own:
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values).all()
                assert any("USING COVERING INDEX case_unentered" in row[3] for row in plan), plan
