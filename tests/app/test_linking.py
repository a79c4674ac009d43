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


def append(console, case_id, *bodies):
    with console.workspace.store.write() as tx:
        tx.add(case_id, *bodies, actor="hanh", unit="TB-CAT")
    console.settle()


def enabled(dialog):
    return {one.title.partition(" · ")[0]: one.enabled for one in dialog.list.options()}


def test_any_case_is_found_by_its_words_and_linked_though_it_has_ended_and_is_not_listed(told, monkeypatch):
    console, (first, second, third) = told
    append(console, third, e.CaseViewed(), e.CaseClosed("da-giai-quyet"))
    monkeypatch.setattr("console.ui.desk.linking.MOST", 0)
    dialog = ask(console)
    assert enabled(dialog) == {"CB26-00002": True}, "an ended case is in no list from the start"
    console.type("khoi den mu mit")
    assert enabled(dialog) == {"CB26-00003": True}
    (found,) = dialog.list.options()
    assert "Khói đen mù mịt" in found.title and "Đã kết thúc" in found.detail
    console.key(Qt.Key.Key_Return)
    dialog.field.clear()
    console.type("cho xanh")
    assert enabled(dialog) == {"CB26-00002": True}, "neither twice nor the case on screen itself"
    assert dialog.list.ticked() == (second, third), "what was found stays ticked when other words are typed"
    assert dialog.consequence.text() == "Gắn 2 hồ sơ: CB26-00002, CB26-00003"
    console.key(Qt.Key.Key_Return, CTRL)
    detail = console.bench.queries.detail(third)
    assert detail.case.incident == console.bench.queries.detail(first).case.incident != ""
    assert not detail.case.open, "it stays ended"


@pytest.mark.parametrize("typed", ["0912 345 678", "0912345678", "11a-12345", "11A 123.45"])
def test_a_phone_or_plate_finds_its_case_in_any_spacing(told, typed):
    console, _ids = told
    console.says("dung", "xe 11A-123.45 bo chay, goi toi so 0912.345.678")
    dialog = ask(console)
    console.type(typed)
    assert enabled(dialog) == {"CB26-00004": True}
    console.key(Qt.Key.Key_Escape)


def test_a_search_by_number_in_the_dialog_is_in_the_log_before_anything_is_found(told):
    console, _ids = told
    ask(console)
    console.type("0912345678")
    with console.workspace.store.read() as connection:
        (body,) = connection.exec_driver_sql(
            "SELECT body FROM event JOIN event_body USING (seq) WHERE kind = ? ORDER BY seq DESC LIMIT 1",
            (e.IdentifierSearched.KIND,),
        ).one()
    assert "•••••••678" in body and "0912345678" not in body
    console.key(Qt.Key.Key_Escape)


def test_what_the_law_keeps_apart_or_is_linked_already_is_no_choice_and_says_why(told):
    console, (_first, second, third) = told
    append(console, second, e.CaseClassified("TO_CAO"))
    console.says("dung", "Có cột khói ở phía trường")
    dialog = ask(console)
    console.type("00002")
    (kept,) = dialog.list.options()
    assert not kept.enabled and kept.detail == "Hồ sơ hạn chế không gắn với hồ sơ thường"
    dialog.field.clear()
    console.type("00003")
    console.key(Qt.Key.Key_Return)
    console.key(Qt.Key.Key_Return, CTRL)
    assert console.bench.queries.detail(third).case.incident
    dialog = ask(console)
    console.type("00003")
    (linked,) = dialog.list.options()
    assert not linked.enabled and linked.detail == "Đã cùng vụ"
    console.key(Qt.Key.Key_Escape)


def test_what_the_officer_may_not_know_of_is_not_found(told):
    console, (_first, _second, third) = told
    append(console, third, e.ConflictMarked((), ("hanh",), "nói về đồng chí ấy"))
    dialog = ask(console)
    for typed in ("khoi den", "00003"):
        dialog.field.clear()
        console.type(typed)
        assert dialog.list.options() == []
        assert dialog.more.isVisible() and "Không thấy" in dialog.more.text()
    console.key(Qt.Key.Key_Escape)


def test_a_case_is_merged_into_one_that_is_looked_for(told):
    console, (_first, second, third) = told
    append(console, second, e.CaseViewed(), e.CaseClosed("da-giai-quyet"))
    console.controller.keyboard.run_command("merge")
    console.settle()
    dialog = console.app.activeModalWidget()
    console.type("cho xanh")
    (ended,) = dialog.list.options()
    assert not ended.enabled and ended.detail == "Đã kết thúc: chỉ gộp vào hồ sơ đang mở"
    dialog.field.clear()
    console.type("khoi den")
    assert enabled(dialog) == {"CB26-00003": True}
    assert "đọc tiếp ở CB26-00003." in dialog.promise(), "the number, not the citizen's words"
    dialog.reason.edit.setPlainText("cùng một đám cháy")
    console.key(Qt.Key.Key_Return, CTRL)
    assert console.case().case_id == third
