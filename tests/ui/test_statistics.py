"""The statistics page through mouse and keys: every number leads to its cases, every chart to its table."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.domain.clock import ManualClock
from console.domain.figures import count
from console.domain.numerals import decimal, percent
from console.domain.period import PeriodKind, period_of
from console.runtime.i18n import set_language
from console.runtime.resources import load_catalog
from console.ui.common.names import Names
from console.ui.dialogs.report import ReportDialog
from console.ui.statistics.bars import FAMILIES
from console.ui.statistics.behind import behind, repeat_leads
from console.ui.statistics.chart import nice_step
from console.ui.statistics.lines import label_tops
from console.ui.statistics.numbers import NumbersTable
from console.ui.statistics.page import StatisticsPage
from console.ui.statistics.words import minutes, signed
from console.ui.theme import apply_theme, current_theme
from tests.scene import NOW
from tests.ui.statistics_sample import PERIOD, statistics


@pytest.fixture
def asked():
    return []


@pytest.fixture
def page(qtbot, asked):
    set_language("vi")
    apply_theme(QApplication.instance(), "light")
    catalog = load_catalog()

    def ask(period, unit, done):
        asked.append((period, unit, done))

    page = StatisticsPage(ask, catalog, Names.from_catalog(catalog), ManualClock(NOW))
    qtbot.addWidget(page)
    page.resize(1700, 930)
    page.show()
    asked[-1][2](statistics())
    return page


def dialog():
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, NumbersTable) and w.isVisible())


def table_of(found):
    table = found.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def number(text):
    return int(text.replace(".", ""))


def test_it_asks_for_two_weeks_of_everybody_when_it_is_shown(asked, page):
    period, unit, _done = asked[0]
    assert (period.first, period.last, unit) == (PERIOD.first, PERIOD.last, "")


def test_an_answer_that_is_late_does_not_overwrite_a_newer_one(asked, page):
    old = asked[0][2]
    page.set_unit("PC08")
    asked[-1][2](statistics())
    before = page.received.accessibleName()
    empty = statistics()
    old(type(empty)(**{f: getattr(empty, f) for f in empty.__slots__} | {"facts": (), "late": ()}))
    assert page.received.accessibleName() == before
    assert page.late.accessibleName().startswith("Đang quá hạn: 2")


def test_the_cards_say_number_and_change_to_a_reader(page):
    assert page.received.accessibleName().startswith("Tiếp nhận: 476 tin. so với 14 ngày trước. +")
    assert page.pleased.accessibleName().startswith("Hài lòng: 4,5 / 5. 118 phiếu khảo sát")
    assert "mục tiêu 95 %" in page.kept.accessibleName()


@pytest.mark.parametrize(("chart", "column"), [("days", -1), ("units", 1), ("hours", None), ("survey", None)])
def test_a_table_holds_the_numbers_of_its_chart(page, chart, column):
    card = next(card for card in page.cards if card.chart is getattr(page, chart))
    card.numbers.click()
    rows = table_of(dialog())
    if column is not None:
        assert sum(number(row[column]) for row in rows) == 476
    elif chart == "hours":
        assert sum(number(cell) for row in rows for cell in row[1:]) == 476
    else:
        assert sum(number(row[1]) for row in rows[:5]) == 118
    dialog().close()


def test_picking_a_bar_shows_just_the_cases_it_counts(page, qtbot):
    part = next(p for p in page.days.parts if p.key[1] == date(2026, 3, 12) and p.key[2] == "TT")
    with qtbot.waitSignal(page.days.picked):
        qtbot.mouseClick(page.days, Qt.MouseButton.LeftButton, pos=part.rect.center().toPoint())
    shown = table_of(dialog())
    counts = statistics().figures.by_day[date(2026, 3, 12)]
    theme = current_theme()
    wanted = sum(n for code, n in counts.items() if theme.family_of(code) == "TT")
    assert len(shown) == wanted > 0
    assert {row[1][:10] for row in shown} == {"12/03/2026"}
    dialog().close()


def test_the_arrow_keys_walk_the_parts_and_enter_opens_one(page, qtbot):
    chart = page.units
    chart.setFocus()
    said = []
    chart.pointed.connect(said.append)
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert said[-1] == chart.parts[1].words
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    with qtbot.waitSignal(chart.picked) as caught:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert caught.args == [chart.parts[0].key]
    unit = statistics().figures.units[0]
    assert len(table_of(dialog())) == unit.received
    dialog().close()


def test_a_row_of_cases_leads_to_its_case(page, qtbot):
    page.late.setFocus()
    with qtbot.waitSignal(page.late.pressed):
        qtbot.keyClick(page.late, Qt.Key.Key_Return)
    found = dialog()
    assert [row[0] for row in table_of(found)] == ["CB26-01471", "CB26-01466"]
    with qtbot.waitSignal(page.case_wanted) as caught:
        found.table.cellActivated.emit(1, 0)
    assert caught.args == [statistics().late[1].case.case_id]


def test_chosen_rows_are_copied_with_their_heads(page, qtbot):
    page.cards[2].open_table()
    found = dialog()
    found.table.selectRow(0)
    qtbot.keyClick(found.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    found.copy()
    lines = QApplication.clipboard().text().split("\n")
    assert lines[0].startswith("Đơn vị\tHồ sơ")
    assert len(lines) == 2
    found.close()


def test_periods_and_units_are_chosen_from_menus(asked, page):
    menu = page.period_menu()
    next(action for action in menu.actions() if action.text() == "Tháng trước").trigger()
    assert (asked[-1][0].kind, asked[-1][0].first) == (PeriodKind.MONTH, date(2026, 2, 1))
    page.unit_menu().actions()[1].trigger()
    assert asked[-1][1] == statistics().figures.units[0].unit


def test_every_chart_draws_an_empty_period(page, asked):
    full = statistics()
    nothing = full.figures
    page.days.show_days({})
    page.lines.show_days({})
    page.hours.show_hours({}, 1)
    page.units.show_units(())
    assert page.grab().width() == page.width()
    assert page.days.parts == () and page.units.parts == ()
    assert nothing.received == 476


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_draws_in_every_look(page, theme, scale):
    apply_theme(QApplication.instance(), theme, scale)
    assert not page.grab().isNull()
    apply_theme(QApplication.instance(), "light")


def test_the_legend_names_every_family():
    from console.ui.statistics.bars import family_name

    assert len({family_name(family) for family in FAMILIES}) == len(FAMILIES)


def test_a_report_needs_a_reason_and_only_a_format_it_has(qtbot, tmp_path):
    reports = [("register", "Sổ", ("pdf", "csv")), ("intake", "Phiếu", ("docx",))]
    asking = ReportDialog(None, "ngày 14/03/2026", reports, tmp_path)
    qtbot.addWidget(asking)
    asking.open()
    assert asking.trouble() == "Thiếu lý do"
    assert not asking.verb.isEnabled()
    assert [asking.format.itemData(n) for n in range(asking.format.count())] == ["pdf", "csv"]
    asking.words.edit.setPlainText("x")
    assert asking.verb.label() == "Xuất tệp" and "không mã hóa" in asking.consequence.text()
    asking.format.setCurrentIndex(1)
    assert asking.verb.label() == "Đặt mật khẩu…" and "được mã hóa" in asking.consequence.text()
    asking.words.edit.clear()
    asking.report.setCurrentIndex(1)
    assert asking.format.currentData() == "docx"
    asking.words.edit.setPlainText("chỉ huy yêu cầu")
    with qtbot.waitSignal(asking.requested) as caught:
        qtbot.keyClick(asking, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (choice,) = caught.args
    assert (choice.report, choice.format, choice.folder, choice.reason) == (
        "intake",
        "docx",
        tmp_path,
        "chỉ huy yêu cầu",
    )


def test_a_year_is_drawn_month_by_month_and_a_bar_leads_to_its_month(page, asked, qtbot):
    year = period_of(PeriodKind.YEAR, date(2026, 3, 14))
    page.set_period(year)
    shown = statistics()
    asked[-1][2](replace(shown, figures=count(shown.facts, year)))
    assert {part.key[0] for part in page.days.parts} == {"month"}
    assert len({part.key[1] for part in page.days.parts}) == 1
    part = next(p for p in page.days.parts if p.key == ("month", date(2026, 3, 1), "TT"))
    with qtbot.waitSignal(page.days.picked):
        qtbot.mouseClick(page.days, Qt.MouseButton.LeftButton, pos=part.rect.center().toPoint())
    theme = current_theme()
    assert len(table_of(dialog())) == sum(theme.family_of(one.case.category) == "TT" for one in shown.facts)
    dialog().close()
    point = page.lines.parts[0]
    assert point.key == ("month", date(2026, 3, 1), "") and "tháng 3/2026" in point.words
    page._open_part(point.key)
    assert len(table_of(dialog())) == len(shown.facts)
    dialog().close()


def test_weeks_can_be_asked_for(page, asked):
    menu = page.period_menu()
    next(one for one in menu.actions() if one.text() == "Tuần trước").trigger()
    period = asked[-1][0]
    assert (period.first, period.last) == (date(2026, 3, 2), date(2026, 3, 8))
    menu.deleteLater()


def test_the_officers_own_paragraphs_go_into_the_periodic_report_alone(qtbot, tmp_path):
    asking = ReportDialog(
        None, "tháng 3", [("register", "Sổ", ("pdf",)), ("period", "Báo cáo", ("pdf",))], tmp_path
    )
    qtbot.addWidget(asking)
    asking.open()
    asking.words.edit.setPlainText("chỉ huy yêu cầu")
    assert asking.remarks.isHidden()
    asking.report.setCurrentIndex(1)
    assert not asking.remarks.isHidden()
    asking.remarks.edit.setPlainText("Tin về lừa đảo tăng.\n\n  Đề nghị tuyên truyền.")
    with qtbot.waitSignal(asking.requested) as caught:
        qtbot.keyClick(asking, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert caught.args[0].remarks == ("Tin về lừa đảo tăng.", "Đề nghị tuyên truyền.")
    asking.report.setCurrentIndex(0)
    asking.remarks.edit.setPlainText("x" * 5_000)
    assert asking.trouble() == ""
    asking.report.setCurrentIndex(1)
    assert "dài quá 4.000" in asking.trouble()
    asking.reject()


@pytest.mark.parametrize(("top", "step"), [(0, 1), (4, 1), (48, 10), (31, 10), (9, 2), (1000, 200), (26, 10)])
def test_grid_lines_stand_at_round_numbers(top, step):
    assert nice_step(top) == step


def test_numbers_are_words_of_the_language():
    assert (decimal(4.6), decimal(None), percent(0.942), signed(-2.1, 1), signed(8.0)) == (
        "4,6",
        "–",
        "94,2 %",
        "−2,1",
        "+8",
    )
    assert (minutes(6.2), minutes(125), minutes(None)) == ("6 ph", "2 g 05 ph", "–")


def numbers_of(part):
    return number(part.words.rsplit(" ", 2 if part.words.endswith("phiếu") else 1)[1])


def test_each_line_of_the_survey_shows_the_cases_it_counts(page, qtbot):
    """Marks, the questions, the skips, and above all the low marks that nobody has followed up."""
    chart = page.survey
    page.resize(1700, 1300)
    assert len(chart.parts) == 8, "five marks and three counts have room"
    for part in chart.parts:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=part.rect.center().toPoint())
        rows = table_of(dialog())
        assert len(rows) == numbers_of(part) > 0, part.words
        if part.key == ("survey", "low"):
            assert {row[-1] for row in rows} == {"1 sao, chưa liên hệ lại"}
        dialog().close()
    qtbot.keyClick(page.pleased, Qt.Key.Key_Return)
    rows = table_of(dialog())
    assert len(rows) == 118 and rows[0][-1].startswith("1 sao"), "the worst first"
    dialog().close()


@pytest.mark.parametrize("chart", ["days", "units", "hours", "survey", "lines"])
def test_a_cell_of_a_table_leads_to_just_the_cases_it_counts(page, chart, qtbot):
    card = next(card for card in page.cards if card.chart is getattr(page, chart))
    card.numbers.click()
    shown = dialog()
    column = {"days": 3, "units": 1, "hours": 4, "survey": 1, "lines": 1}[chart]
    rows = range(7, 12) if chart == "hours" else range(5)
    cells = [(row, number(shown.table.item(row, column).text())) for row in rows]
    for row, wanted in cells:
        shown.table.setCurrentCell(row, column)
        shown.table.cellActivated.emit(row, column)
        lists = [w for w in QApplication.topLevelWidgets() if isinstance(w, NumbersTable) and w.isVisible()]
        found = [w for w in lists if w is not shown]
        assert bool(found) == bool(wanted)
        for one in found:
            assert len(table_of(one)) == wanted
            one.close()
    assert any(wanted for _row, wanted in cells)
    shown.close()


def test_a_case_that_was_found_through_a_table_is_opened_and_both_lists_go(page, qtbot):
    page.cards[2].numbers.click()
    shown = dialog()
    shown.table.cellActivated.emit(0, 1)
    (found,) = [
        w
        for w in QApplication.topLevelWidgets()
        if isinstance(w, NumbersTable) and w.isVisible() and w is not shown
    ]
    with qtbot.waitSignal(page.case_wanted):
        found.table.cellActivated.emit(0, 0)
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, NumbersTable) and w.isVisible()]


@pytest.mark.parametrize(
    ("wanted", "tops"),
    [([180, 180], [136, 168]), ([20, 30], [20, 52]), ([-16, -16], [0, 32]), ([20, 180], [20, 168])],
)
def test_the_last_values_are_written_apart_and_inside_the_chart(wanted, tops):
    assert label_tops(wanted, 200, 32) == tops


def test_a_list_is_as_wide_as_its_columns(page, qtbot):
    qtbot.keyClick(page.pleased, Qt.Key.Key_Return)
    shown = dialog()
    assert shown.table.horizontalScrollBar().maximum() == 0, "the mark stands in sight"
    shown.close()


def test_what_comes_again_leads_to_its_cases_by_chart_and_by_table(page, qtbot):
    """Places, cases opened anew, citizens who write often (features R-08)."""
    shown = statistics().figures.repeats
    chart = page.repeats
    assert [part.key for part in chart.parts[:2]] == [("repeat", "reopened"), ("repeat", "people")]
    assert chart.parts[0].words.startswith("Hồ sơ mở lại: 4. ") and chart.parts[1].words.startswith(
        "Người gửi nhiều lần: 1. "
    )
    place = next(part for part in chart.parts if part.key == ("place", 0))
    assert place.words.startswith("quán karaoke Sao Đêm, tổ 7, Thành phố Cao Bằng: 5 lần")
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place.rect.center().toPoint())
    assert len(table_of(dialog())) == 5
    dialog().close()
    page.cards[5].numbers.click()
    rows = table_of(dialog())
    assert [row[0] for row in rows[:2]] == ["Hồ sơ mở lại", "Người gửi nhiều lần"]
    assert [row[1] for row in rows[2:]] == [str(one.times) for one in shown.places] == ["5", "3", "2"]
    leads = repeat_leads(statistics())
    names = Names.from_catalog(load_catalog())
    lengths = [len(behind(leads(row, 0), statistics(), names).case_ids) for row in range(len(rows))]
    assert lengths == [4, 4, 5, 3, 2]
    dialog().close()
