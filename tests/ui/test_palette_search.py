"""The palette and the search page: found without marks, shown with them, opened by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from console.cache.views import SearchHit
from console.ui.common.options import Option, match_options
from console.ui.palette.pane import Palette
from console.ui.search.model import SearchFilters, group_hits, spans
from console.ui.search.page import SearchPage
from tests.ui import desk_samples as samples

COMMANDS = [
    Option(
        "transfer", "Chuyển đơn vị…", "Chọn đơn vị", "act.escalate", group="Với hồ sơ đang mở", keys=("F9",)
    ),
    Option("note", "Ghi chú nội bộ: lý do chuyển…", "", "act.note", group="Với hồ sơ đang mở"),
    Option(
        "close",
        "Đóng hồ sơ chuyển đi",
        "còn 1 tin chưa rõ",
        "act.close",
        group="Với hồ sơ đang mở",
        enabled=False,
    ),
    Option("go.moved", "Đã chuyển", "9 hồ sơ", group="Đi tới"),
    Option("dark", "Giao diện tối", group="Cài đặt", words="dark mode"),
]


def hit(case_id, where, ref, text, **changes):
    values = {
        "case_id": case_id,
        "number": f"CB26-0{case_id[1:]}",
        "pseudonym": "Công dân 4F7K",
        "category": "TO_GIAC",
        "where": where,
        "ref": ref,
        "at": samples.NOW,
        "text": text,
        "marks": (),
    }
    return SearchHit(**(values | changes))


HITS = (
    hit("c1482", "citizen", "z10", "chạy về hướng cầu Bằng Giang, 2 xe máy"),
    hit("c1390", "citizen", "z1", "đi xe máy nẹt pô", category="PAKN", at=samples.NOW - 40 * samples.DAY),
    hit("c1482", "note", "n3", "tổ 113 báo: xe máy bỏ lại"),
    hit("c1482", "reply", "r7", "chặn hướng cầu Bằng Giang"),
)


def test_matching_needs_every_word_without_marks_and_puts_beginnings_first():
    codes = [option.code for option in match_options(COMMANDS, "CHUYEN")]
    assert codes == ["transfer", "note", "close", "go.moved"]
    assert [option.code for option in match_options(COMMANDS, "don vi chuy")] == ["transfer"]
    assert [option.code for option in match_options(COMMANDS, "dark")] == ["dark"]
    assert match_options(COMMANDS, "khong co") == []


@pytest.fixture
def palette(themed, qtbot):
    shown = Palette()
    qtbot.addWidget(shown)
    shown.set_commands(COMMANDS)
    shown.open_for("CB26-01482", "TO_GIAC")
    return shown


def test_enter_runs_the_first_match_and_closes(palette, qtbot):
    run = []
    palette.run_requested.connect(run.append)
    qtbot.keyClicks(palette.field, "chuyen")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert run == ["transfer"]
    assert not palette.isVisible()


def test_arrows_step_over_heads_and_over_what_cannot_be_run(palette, qtbot):
    run = []
    palette.run_requested.connect(run.append)
    qtbot.keyClicks(palette.field, "chuyen")
    for _ in range(2):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert run == ["go.moved"]


def test_what_cannot_be_run_says_why_and_does_not_run(palette, qtbot):
    run = []
    palette.run_requested.connect(run.append)
    qtbot.keyClicks(palette.field, "dong ho so")
    assert [option.detail for option in palette.list.options()] == ["còn 1 tin chưa rõ"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert run == []


def test_hits_of_the_search_come_in_below_and_open_their_case(palette, qtbot):
    asked, opened = [], []
    palette.query_changed.connect(asked.append)
    palette.case_requested.connect(lambda *args: opened.append(args))
    qtbot.keyClicks(palette.field, "xe")
    assert asked == ["xe"]
    palette.set_hits("x", HITS)  # late answer to an older query
    assert palette.list.options() == []
    palette.set_hits("xe", HITS)
    assert [option.title for option in palette.list.options()] == ["CB26-01482", "CB26-01390"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert opened == [("c1390", "citizen:z1")]


def test_an_angle_looks_for_commands_only(palette, qtbot):
    asked = []
    palette.query_changed.connect(asked.append)
    qtbot.keyClicks(palette.field, ">giao dien")
    assert asked == []
    assert [option.code for option in palette.list.options()] == ["dark"]


def test_nothing_found_says_so_and_escape_closes(palette, qtbot):
    qtbot.keyClicks(palette.field, "zzzz")
    assert palette.nothing.text() == "Không thấy “zzzz”"
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_hits_are_shown_by_case_and_filtered():
    groups = group_hits(HITS, SearchFilters())
    assert [(group.case_id, len(group.hits)) for group in groups] == [("c1482", 3), ("c1390", 1)]
    notes = group_hits(HITS, SearchFilters(wheres=frozenset({"note"})))
    assert [[found.ref for found in group.hits] for group in notes] == [["n3"]]
    assert [g.case_id for g in group_hits(HITS, SearchFilters(categories=frozenset({"PAKN"})))] == ["c1390"]
    recent = group_hits(HITS, SearchFilters(since=samples.NOW - samples.DAY))
    assert [g.case_id for g in recent] == ["c1482"]


def test_marks_are_found_in_the_shown_text_and_words_that_touch_are_one():
    text = "chạy về hướng cầu Bằng Giang, 2 xe máy"
    found = [text[start : start + length] for start, length in spans(text, "xe may cau bang giang")]
    assert found == ["cầu Bằng Giang", "xe máy"]
    assert spans(text, "") == []
    assert spans("Nguye\u0302\u0303n", "nguyen") == [(0, 8)]


@pytest.fixture
def page(themed, qtbot):
    shown = SearchPage(samples.NAMES)
    qtbot.addWidget(shown)
    shown.resize(1500, 600)
    shown.show()
    shown.set_results("xe may cau bang giang", HITS, elapsed_ms=80, now_ms=samples.NOW)
    shown.focus_list()
    return shown


def test_the_page_says_what_was_found_and_how(page):
    assert page.total.text() == "2 hồ sơ"
    assert page.about.text() == "khớp “xe may cau bang giang” · 0,08 giây · không phân biệt dấu"
    spoken = page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Ghi chú: tổ 113 báo: xe máy bỏ lại" in spoken


def test_marks_are_cyan_in_list_and_preview(page):
    mark = QColor("#B9ECF6")
    for widget in (page.list, page.preview):
        image = widget.grab().toImage()
        assert any(
            image.pixelColor(x, y) == mark
            for y in range(0, image.height(), 2)
            for x in range(0, image.width(), 2)
        )


def test_the_matches_are_walked_and_enter_opens_at_the_current_one(page, qtbot):
    opened = []
    page.opened.connect(lambda *args: opened.append(args))
    page.step(1)
    assert page.preview.detail.text() == "3 chỗ khớp · đang ở chỗ 2"
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    page.step(-1)
    page.step(-1)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert opened == [("c1482", "note:n3"), ("c1482", "reply:r7"), ("c1390", "citizen:z1")]
    assert page.preview.keys.text() == "F3 / Shift F3 chuyển chỗ khớp"


def test_letters_go_into_the_field_and_arrows_and_enter_work_from_there(page, qtbot):
    opened = []
    page.opened.connect(lambda *args: opened.append(args))
    page.start()
    qtbot.keyClicks(page.field, "np")
    assert page.field.text() == "np"
    qtbot.keyClick(page.field, Qt.Key.Key_Down)
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert opened == [("c1390", "citizen:z1")]


def test_typing_asks_once_after_a_rest(page, qtbot):
    asked = []
    page.query_changed.connect(asked.append)
    qtbot.keyClicks(page.field, "xe may")
    assert asked == []
    page._debounce.timeout.emit()
    assert asked == ["xe may"]


def test_a_near_match_is_said_to_be_one(page):
    page.set_results("xe may hong", HITS, elapsed_ms=80, now_ms=samples.NOW, loose=True)
    assert page.about.text().startswith("gần khớp “xe may hong”: thiếu một chữ")


def test_states_and_units_narrow_too(page):
    hits = (
        hit("c1", "citizen", "z1", "xe máy", unit="PC06", state="closed", priority_rank=1),
        hit("c2", "citizen", "z2", "xe máy", unit="PC08", state="held", priority_rank=3),
    )
    page.set_results("xe may", hits, elapsed_ms=1, now_ms=samples.NOW)
    assert page.total.text() == "2 hồ sơ"
    page.filters.states["closed"].setChecked(False)
    assert page.total.text() == "1 hồ sơ"
    page.filters.clear()
    page.filters.unit.setCurrentIndex(page.filters.unit.findData("PC06"))
    assert [row.case_id for row in group_hits(hits, page.filters.filters())] == ["c1"]


def test_ticks_narrow_the_results_and_clearing_brings_them_back(page, qtbot):
    for tick in page.filters.wheres.values():
        tick.setChecked(False)
    assert page.total.text() == "0 hồ sơ"
    assert page.empty.text.text() == "Có kết quả ngoài bộ lọc đang chọn."
    qtbot.mouseClick(page.clear_filters, Qt.MouseButton.LeftButton)
    assert page.total.text() == "2 hồ sơ"
    page.filters.period.setCurrentIndex(2)
    assert page.total.text() == "1 hồ sơ"


def test_no_result_says_what_to_try(page):
    page.set_results("xe tai", (), elapsed_ms=3, now_ms=samples.NOW)
    assert page.empty.title.text() == "Không thấy “xe tai”"
    assert not page.preview.open_button.isEnabled()


def test_order_and_leaving_are_asked_for(page, qtbot):
    asked = []
    page.order_requested.connect(asked.append)
    page.closed.connect(lambda: asked.append("closed"))
    qtbot.mouseClick(page.order, Qt.MouseButton.LeftButton)
    qtbot.keyClick(page.list, Qt.Key.Key_Escape)
    assert asked == [False, "closed"]
