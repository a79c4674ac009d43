"""Many sources, one incident, by keys: what the machine proposes and what only the officer knows (features A-10)."""

import pytest
from PySide6.QtCore import Qt

from console.cache.views import QueueFilter
from console.domain import events as e
from console.ui.dialogs.incident import IncidentDialog

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def told(console):
    """Two citizens of one fire in the machine's eyes, a third only in the officer's."""
    for user, text in (
        ("an", "Cháy nhà ở chợ Xanh phường Tân Giang, lửa to lắm"),
        ("binh", "chay nha o cho xanh phuong tan giang lua to lam"),
        ("chi", "Khói đen mù mịt sau trường học"),
    ):
        console.says(user, text)
    ids = {case.number: case.case_id for case in cases(console)}
    console.controller.open_case(ids["CB26-00001"])
    console.settle()
    return console, [ids[f"CB26-0000{number}"] for number in (1, 2, 3)]


def cases(console):
    queries = console.bench.queries
    return [queries.detail(place.case_id).case for place in queries.queue_index(QueueFilter())]


def ask(console):
    console.controller.keyboard.run_command("incident")
    console.settle()
    dialog = console.app.activeModalWidget()
    assert isinstance(dialog, IncidentDialog)
    return dialog


def test_a_case_the_machine_did_not_propose_is_found_by_its_number_and_linked(told):
    console, (first, second, third) = told
    dialog = ask(console)
    assert dialog.list.ticked() == (second,), "what is sure is ticked at once"
    console.type("00003")
    console.key(Qt.Key.Key_Return)
    assert dialog.list.ticked() == (second, third)
    console.key(Qt.Key.Key_Return, CTRL)
    incidents = {case.case_id: case.incident for case in cases(console)}
    assert len(set(incidents.values())) == 1 and all(incidents.values())
    with console.workspace.store.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT case_id, json_extract(body, '$.percent') FROM event JOIN event_body USING (seq) "
            "WHERE kind = ?",
            (e.IncidentLinked.KIND,),
        ).all()
    percents = dict(map(tuple, rows))
    assert percents[second] >= 80 and percents[third] == 0 == percents[first]


def test_what_is_not_proposed_is_offered_without_a_word_of_the_citizen(told):
    console, (_first, _second, third) = told
    dialog = ask(console)
    options = {one.code: one for one in dialog.list._all}
    shown = options[third]
    assert "Khói" not in f"{shown.title} {shown.detail}" and "CB26-00003" in shown.title
    console.key(Qt.Key.Key_Escape)


def test_alone_there_is_nothing_to_link(console):
    console.says("an", "Cháy nhà ở chợ Xanh")
    console.key(Qt.Key.Key_F8)
    console.controller.keyboard.run_command("incident")
    console.settle()
    assert console.app.activeModalWidget() is None
    assert any("Không còn hồ sơ nào khác" in card.toast.title for card in console.window.toasts.cards)
