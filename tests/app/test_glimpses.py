"""The queue shows no first words of a sealed case before the log has that they are seen (threats T19)."""

import json

import pytest
from PySide6.QtCore import Qt

from console.actions.identity import who_looked
from console.cache.errors import DiskFullError
from console.cache.store import Transaction
from console.cache.views import ChangeSet
from console.domain import events as e
from console.ui.frame.toasts import ToastCard
from console.ui.queue.model import CASE_ROLE, ENTRY_ROLE

TIP = "co nguoi danh bac o to 5 phuong hop giang"
QUESTION = "cho hoi lam can cuoc can giay to gi"


def rows(console):
    """Return what a painter would get of each case of the queue: its words, and what a screen reader says."""
    model = console.window.queue.model
    found = {}
    for number in range(model.rowCount()):
        at = model.index(number, 0)
        if at.data(CASE_ROLE):
            found[at.data(CASE_ROLE)] = (at.data(ENTRY_ROLE), at.data(Qt.ItemDataRole.AccessibleTextRole))
    return found


def shown(console):
    with console.workspace.store.read() as connection:
        told = connection.exec_driver_sql(
            "SELECT body FROM event JOIN event_body USING (seq) WHERE kind = ?", (e.RowsShown.KIND,)
        ).scalars()
        return [case for body in told for case in json.loads(body)["cases"]]


def troubles(console):
    return [card.toast.title for card in console.window.findChildren(ToastCard) if card.isVisible()]


def arrives(console, user, text):
    """A citizen writes; the window has heard of it, and nothing that was asked for has happened yet."""
    console.simulator.control("inject", user=user, text=text)
    console.clock.advance(10_000)
    console.gateway.walker.tick()
    console.app.processEvents()


def test_words_of_a_tip_are_covered_until_it_is_written_down(console):
    arrives(console, "an", TIP)
    ((case_id, (row, said)),) = rows(console).items()
    assert shown(console) == []
    assert (row.covered, row.snippet) == (True, "") and "danh bac" not in said
    console.settle()
    row, said = rows(console)[case_id]
    assert row.snippet == TIP and TIP in said
    assert shown(console) == [case_id]
    console.says("an", "ho van choi")
    console.window.queue.model.touch_all()
    console.settle()
    assert rows(console)[case_id][0].snippet == "ho van choi"
    assert shown(console) == [case_id], "once in a sitting"
    found = []
    console.bench.act(lambda desk: who_looked(desk, case_id), found.extend, found.append)
    console.settle()
    assert (console.officer.name, e.RowsShown.KIND) in {(who, kind) for _at, who, kind in found}


def test_a_question_about_papers_is_no_secret(console):
    arrives(console, "an", QUESTION)
    ((row, said),) = rows(console).values()
    assert row.snippet == QUESTION and QUESTION in said
    console.settle()
    assert shown(console) == []


@pytest.fixture
def full(monkeypatch):
    """A disk without room for what was shown, until ``full[0]`` is put to false."""
    append_all, still = Transaction.append_all, [True]

    def refusing(tx, commands):
        if still[0] and any(isinstance(body, e.RowsShown) for one in commands for body in one.bodies):
            raise DiskFullError
        return append_all(tx, commands)

    monkeypatch.setattr(Transaction, "append_all", refusing)
    return still


def test_what_cannot_be_written_down_stays_covered(console, full):
    console.says("an", TIP)
    ((case_id, (row, said)),) = rows(console).items()
    assert row.covered and "danh bac" not in said and shown(console) == []
    assert any("hàng đợi: không ghi được nhật ký" in title for title in troubles(console))
    full[0] = False
    rows(console)
    console.settle()
    assert rows(console)[case_id][0].snippet == TIP


def test_what_lies_below_the_edge_of_the_list_was_not_seen(console):
    for number in range(24):
        console.simulator.control("inject", user=f"u{number}", text=TIP)
    console.walk()
    console.walk()
    assert console.window.queue.model.case_count() == 24
    assert 0 < len(shown(console)) < 24


def test_words_of_a_sealed_case_beside_another_one_come_after_the_log(console, full):
    console.says("an", TIP)
    (case_id,) = rows(console)
    console.says("binh", f"{TIP}, dong lam")
    other = next(one for one in rows(console) if one != case_id)
    console.controller.open_case(other)
    console.settle()
    (beside,) = console.controller.room.detail.related
    assert (beside.case_id, beside.covered) == (case_id, True) and "danh bac" not in beside.snippet
    assert any("hồ sơ bên cạnh: không ghi được nhật ký" in title for title in troubles(console))
    console.controller.room.refresh()
    console.settle()
    assert console.controller.room.detail.related[0].covered, "it asked again, and was refused again"
    full[0] = False
    console.controller.room.refresh()
    console.settle()
    (beside,) = console.controller.room.detail.related
    assert not beside.covered and TIP in beside.snippet
    assert case_id in shown(console)


def test_what_was_only_looked_at_is_not_counted_anew(console):
    timer = console.controller.pulse._counts_timer
    one = frozenset({"c1"})
    for change, counts in (
        (ChangeSet(topics=frozenset({"queue"})), False),
        (ChangeSet(topics=frozenset({"search"})), False),
        (ChangeSet(one, looks=one), False),
        (ChangeSet(one, looks=one, topics=frozenset({"queue"})), False),
        (ChangeSet(one), True),
        (ChangeSet(one, looks=one, topics=frozenset({"shift"})), True),
        (ChangeSet(health=True), True),
    ):
        timer.stop()
        console.controller.pulse._changed(change)
        assert timer.isActive() is counts, change
