"""A store that an earlier program left: its projections are made anew once, or whoever opens it is told."""

import pytest

from console.app.workspace import open_workspace
from console.cache import rebuild as rebuilding
from console.cache.keys import KeyFile
from console.cache.migrations import SCHEMA_VERSION
from console.cache.rebuild import differences, is_outdated, remake
from console.cache.schema import MADE_BY
from console.domain import events as e
from tests.support import world

OLD = f"UPDATE gateway_state SET value = '{SCHEMA_VERSION - 1}' WHERE name = '{MADE_BY}'"
OTHER_RULES = "UPDATE case_file SET due_at = 1, clock_label = 'cách tính cũ'"


@pytest.fixture
def w(tmp_path):
    with world(tmp_path) as made:
        made.put("có đánh bạc ở chợ Xanh")
        yield made


def left_by_an_earlier_program(store):
    with store.write() as tx:
        tx.connection.exec_driver_sql(OLD)
        tx.connection.exec_driver_sql(OTHER_RULES)


def outdated(store):
    with store.read() as connection:
        return is_outdated(connection)


def test_a_new_store_is_this_programs_own_and_is_left_alone(w):
    assert not outdated(w.store)
    with w.store.write() as tx:
        tx.connection.exec_driver_sql(OTHER_RULES)
    assert remake(w.store)
    assert differences(w.store) == ("case_file",), "verify tells of it; nobody paints it over"


def test_what_an_earlier_program_made_is_made_anew_once(w):
    left_by_an_earlier_program(w.store)
    assert remake(w.store)
    assert not outdated(w.store)
    assert differences(w.store) == ()


def test_a_long_log_is_left_for_a_quiet_hour(w, monkeypatch):
    monkeypatch.setattr(rebuilding, "AT_ONCE", 1)
    left_by_an_earlier_program(w.store)
    assert not remake(w.store)
    assert outdated(w.store)
    assert differences(w.store) == ("case_file",)


def test_what_was_not_finished_is_done_at_the_next_start(w, monkeypatch):
    left_by_an_earlier_program(w.store)

    def killed(_name):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(rebuilding, "fp", killed)
        with pytest.raises(KeyboardInterrupt):
            remake(w.store)
    assert outdated(w.store)
    assert differences(w.store) == ("case_file",)
    assert remake(w.store)
    assert differences(w.store) == ()


def test_a_start_does_it_and_says_so_only_where_it_could_not(tmp_path, monkeypatch):
    source = KeyFile(tmp_path / "khoa", may_create=True)

    def opened():
        return open_workspace(tmp_path / "ho-so", source=source)

    with opened() as workspace:
        assert workspace.notices == []
        left_by_an_earlier_program(workspace.store)
    with opened() as workspace:
        assert workspace.notices == []
        assert not outdated(workspace.store)
        left_by_an_earlier_program(workspace.store)
    monkeypatch.setattr(rebuilding, "AT_ONCE", -1)
    with opened() as workspace:
        (notice,) = workspace.notices
        assert "console rebuild" in notice and "còn nguyên" in notice


def test_a_case_of_the_version_before_opens_and_gets_what_its_log_tells(w):
    """Version 12: who was assigned stood in the log alone, and the rows knew nothing of it, of instructions and of petitions."""
    new = ("deed_time", "instructions", "assigned", "petition", "settled")
    with w.store.write() as tx:
        (case_id,) = tx.connection.exec_driver_sql("SELECT case_id FROM case_file").one()
        tx.add(case_id, e.CaseHandedOver("tuan", "", 1, "Phân công"), actor="long", unit="TB-CAT")
    gone = ", ".join(f"'$.{name}'" for name in new)
    with w.store.write() as tx:
        tx.connection.exec_driver_sql(f"UPDATE case_file SET body = json_remove(body, {gone})")
        tx.connection.exec_driver_sql(OLD)
    assert w.case(case_id).assigned == "", "an older row is read all the same"
    assert remake(w.store)
    assert w.case(case_id).assigned == "tuan"
    assert differences(w.store) == ()
