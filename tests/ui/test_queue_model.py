"""The queue's model: group rows, changes, pages."""

import random
from bisect import insort
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from console.cache.views import Group, Place
from console.domain.missing_info import Checklist, Tick
from console.ui.queue.faces import fit_chips, row_state
from console.ui.queue.model import ENTRY_ROLE, PAGE, PAGES_KEPT, STEPWISE_LIMIT, GroupHeader, QueueModel
from console.ui.queue.words import row_sentence
from tests.pace import spending
from tests.ui.samples import EMPTY, NAMES, NOW, ROWS, ListSource


@pytest.fixture
def source():
    return ListSource()


@pytest.fixture
def model(qapp, source):
    model = QueueModel(source.queue_rows, lambda: NOW)
    model.set_names(NAMES)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_places(sorted(source.places.values()))
    yield model
    tester.deleteLater()


def shape(model):
    """The list as the screen has it: group names and case ids."""
    return [
        entry.group.name + str(entry.count)
        if isinstance(entry := model.entry_at(row), GroupHeader)
        else model.case_at(row)
        for row in range(model.rowCount())
    ]


def expected(places):
    out, last = [], None
    for place in sorted(places):
        if place.group != last:
            last = place.group
            out.append(last.name + str(sum(1 for other in places if other.group == last)))
        out.append(place.case_id)
    return out


def test_groups_are_rows(model, source):
    assert shape(model) == expected(list(source.places.values()))
    assert shape(model)[:4] == ["URGENT1", "c82", "LATE2", "c71"]


def test_row_of_is_the_inverse_of_case_at(model):
    for row in range(model.rowCount()):
        case_id = model.case_at(row)
        assert model.row_of(case_id) == (row if case_id else -1)
    assert model.row_of("nobody") == -1


def test_headers_cannot_be_selected(model):
    for row in range(model.rowCount()):
        selectable = bool(model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsSelectable)
        assert selectable == bool(model.case_at(row))


def test_accessible_text_names_the_danger_first(model):
    index = model.index(model.row_of("c82"), 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Khẩn cấp. Tố giác, tin báo. Công dân 4F7K, số CB26-01482. 1 tin chưa đọc. Còn 08 ph. Đơn vị CA TP. "
        "Nông Thị Hạnh phụ trách. Bọn họ vừa chạy về hướng cầu Bằng Giang, 2 xe máy, biển số 11B1-xxx.27"
    )


def test_accessible_text_says_what_nobody_confirmed(model):
    text = model.index(model.row_of("c70"), 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text.startswith("Có thể khẩn cấp, chưa ai xác nhận. Gợi ý Tố giác, tin báo, chưa xác nhận.")
    assert "Chưa ai giữ." in text
    assert "1 câu trả lời chưa rõ đã tới." in text


def test_group_header_is_read_out(model):
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Nhóm Khẩn cấp, 1 hồ sơ"


def test_insert_into_a_new_group_brings_its_header(model):
    place = Place(Group.OLDER, 0, "c1")
    raised = model.apply({"c1": place})
    assert raised == ["c1"]
    assert shape(model)[-2:] == ["OLDER1", "c1"]


def test_removing_the_last_takes_its_header(model):
    model.apply({"c82": None})
    assert shape(model)[0] == "LATE2"


def test_move_up_counts_as_raised_and_down_does_not(model):
    assert model.apply({"c75": Place(Group.URGENT, 5, "c75")}) == ["c75"]
    assert model.apply({"c75": Place(Group.OLDER, 5, "c75")}) == []


def test_contents_are_read_again_after_a_change(model, source):
    assert model.entry_at(1).unread == 1
    source.cases["c82"] = replace(source.cases["c82"], unread=4)
    model.apply({"c82": source.places["c82"]})
    assert model.entry_at(1).unread == 4


def test_forget_moves_nothing(model, source, qtbot):
    before = shape(model)
    source.cases["c82"] = replace(source.cases["c82"], unread=7)
    with qtbot.waitSignal(model.dataChanged):
        model.forget(["c82", "unknown"])
    assert shape(model) == before
    assert model.entry_at(1).unread == 7


def test_a_case_that_is_gone_is_empty_and_asked_for_once(model, source):
    del source.cases["c82"]
    model.forget(["c82"])
    assert model.entry_at(1) is None
    asked = len(source.asked)
    assert model.entry_at(1) is None
    assert len(source.asked) == asked
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) is None


def test_outside_texts_are_made_safe(model, source):
    source.cases["c82"] = replace(source.cases["c82"], snippet="a\n\u202eb", pseudonym="x" * 500)
    model.forget(["c82"])
    row = model.entry_at(1)
    assert row.snippet == "a ⟦RLO⟧b"
    assert len(row.pseudonym) == 64


@pytest.mark.parametrize("seed", range(6))
def test_random_changes_end_where_a_fresh_list_does(qapp, seed):
    rng = random.Random(seed)
    places: dict[str, Place] = {}
    model = QueueModel(lambda ids: [], lambda: NOW)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for _ in range(20):
        changed = {}
        for _ in range(rng.choice((1, 2, 5, 5))):
            case_id = f"c{rng.randrange(30)}"
            gone = rng.random() < 0.35
            changed[case_id] = None if gone else Place(Group(rng.randrange(5)), rng.randrange(9), case_id)
        for case_id, place in changed.items():
            if place is None:
                places.pop(case_id, None)
            else:
                places[case_id] = place
        model.apply(changed)
        assert shape(model) == expected(list(places.values()))
        assert model.case_count() == len(places)
    tester.deleteLater()


@pytest.mark.parametrize(
    ("place", "by", "wanted"),
    [
        (None, 1, "c82"),
        (None, -1, "c82"),
        (Place(Group.URGENT, 0, "c82"), 1, "c71"),
        (Place(Group.LATE, 1, "c71"), -1, "c82"),
        (Place(Group.LATE, 1, "gone"), 1, "c66"),
        (Place(Group.LATE, 1, "gone"), -1, "c71"),
        (Place(Group.URGENT, 0, "c82"), -5, "c82"),
        (Place(Group.URGENT, 0, "c82"), 500, "c68"),
    ],
)
def test_neighbour(model, place, by, wanted):
    assert model.neighbour(place, by) == wanted


def test_pages_are_bounded(qapp):
    asked = []

    def fetch(ids):
        asked.append(len(ids))
        return [replace(EMPTY, case_id=case_id) for case_id in ids]

    model = QueueModel(fetch, lambda: NOW)
    count = PAGE * (PAGES_KEPT + 10)
    model.set_places([Place(Group.TODAY, n, f"c{n:06d}") for n in range(count)])
    for row in range(1, count + 1):
        assert model.entry_at(row) is not None
    assert max(asked) == PAGE
    assert len(asked) == PAGES_KEPT + 10
    assert len(model._rows) <= PAGE * PAGES_KEPT


def test_hundred_thousand_cases_cost_what_a_screenful_costs(qapp):
    """A generous bound for a busy machine; the bench measures properly."""
    places = [Place(Group(n // 20_001), n, f"c{n:06d}") for n in range(100_000)]
    model = QueueModel(lambda ids: [replace(EMPTY, case_id=case_id) for case_id in ids], lambda: NOW)
    with spending() as reset:
        model.set_places(places)
    with spending() as fifty:
        for n in range(50):
            model.apply({f"n{n}": Place(Group.URGENT, n * 7, f"n{n}")})
            model.entry_at(model.row_of(f"n{n}"))
    assert reset.seconds < 0.5
    assert fifty.seconds < 1.0
    assert model.index(70_000, 0).data(ENTRY_ROLE).case_id == model.case_at(70_000)


def test_many_changes_are_one_reset(model, source, qtbot):
    changed = {f"n{n}": Place(Group.LATE, 100 + n, f"n{n}") for n in range(STEPWISE_LIMIT + 1)}
    with qtbot.waitSignal(model.modelReset):
        raised = model.apply({**changed, "c82": None})
    assert set(raised) == set(changed)
    kept = [place for case_id, place in source.places.items() if case_id != "c82"]
    assert shape(model) == expected([*kept, *changed.values()])


def test_sample_orders_as_places_do():
    kept = []
    for n, (group, row) in enumerate(ROWS):
        insort(kept, Place(group, n, row.case_id))
    assert [place.case_id for place in kept] == [row.case_id for _, row in ROWS]


def test_what_is_missing_and_unanswered_is_said_and_gives_way_first():
    row = replace(
        EMPTY,
        category="TO_GIAC",
        priority="P2",
        owner="hanh",
        unread=0,
        answered=False,
        tags=("ma-tuy",),
        checklist=Checklist(tuple(Tick), (Tick.WHERE, Tick.NOW)),
    )
    state = row_state(row, NAMES, NOW)
    line = fit_chips(state, 2_000, selected=False)
    assert "2/5" in [chip.text for chip in line.right]
    assert "Chưa trả lời" in [chip.text for chip in line.left]
    narrow = fit_chips(state, 60, selected=False)
    assert [chip.text for chip in (*narrow.left, *narrow.right)] == ["Cao"]
    assert row_state(replace(row, answered=True), NAMES, NOW).unanswered is None
    assert row_state(replace(row, unread=1), NAMES, NOW).unanswered is None
    told = replace(row, checklist=Checklist(tuple(Tick), tuple(Tick)))
    assert row_state(told, NAMES, NOW).ticks is None
    assert "Chưa trả lời công dân. Đã biết 2 trên 5 điều cần hỏi." in row_sentence(row, NAMES, NOW)


def test_what_is_owed_has_a_chip_and_words_and_gives_way_to_nothing():
    low = replace(EMPTY, low_score=2, tags=("ma-tuy",) * 4)
    late = replace(EMPTY, fix_by=NOW - 60_000)
    soon = replace(EMPTY, fix_by=NOW + 60_000)
    chips = [row_state(row, NAMES, NOW).follow for row in (low, late, soon, EMPTY)]
    assert [chip and chip.text[:9] for chip in chips] == ["2/5 sao: ", "Sửa trước", "Sửa trước", None]
    assert chips[1].ink == "redText" and chips[2].ink != "redText"
    line = fit_chips(row_state(low, NAMES, NOW), 60, selected=False)
    assert chips[0] in line.left
    assert "chưa liên hệ lại" in row_sentence(low, NAMES, NOW)
    assert "sửa trước" in row_sentence(soon, NAMES, NOW)
