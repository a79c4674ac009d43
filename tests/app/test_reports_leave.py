"""A register that leaves as data leaves encrypted, from the statistics page, by real keys (threats T12)."""

import json
from datetime import date, datetime

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.actions import shifts
from console.actions.desk import Desk
from console.app.unpack_search import search
from console.app.unpacking import unpack
from console.domain import events as e
from console.domain.period import PeriodKind, period_of
from console.runtime.resources import load_reply_policy
from console.ui.dialogs.pass_phrase import PassPhraseDialog
from console.ui.dialogs.report import ReportDialog
from console.ui.frame.toasts import ToastCard
from tests.parcels import PHRASE, cheap_guesses, close_with_phrase, report_in
from tests.scene import VIETNAM

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(console, monkeypatch):
    cheap_guesses(monkeypatch)
    console.says("an", "co nguoi danh bac o to 5")
    yield console
    for kind in (ReportDialog, PassPhraseDialog):
        for left in console.window.findChildren(kind):
            left.reject()
    console.settle()


def ask(console, form, folder):
    """Ask for the register of today in a format; stop where the first dialog has gone."""
    today = period_of(PeriodKind.DAY, console.controller._bench.queries.today())
    console.controller.reporting.ask_report(today, "")
    console.settle()
    answer(console, form, folder)


def answer(console, form, folder):
    """Answer the dialog that asks for a report, by keys; return what the report is called there."""
    (asked,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, ReportDialog) and w.isVisible()]
    name = asked.report.currentText()
    asked._folder = folder
    asked.format.setCurrentIndex(asked.format.findData(form))
    asked.words.edit.setPlainText("giao ban")
    console.key(Qt.Key.Key_Return, CTRL)
    console.settle()
    return name


def taken(console):
    with console.workspace.store.read() as connection:
        return connection.exec_driver_sql(
            "SELECT count(*) FROM event WHERE kind = ?", (e.ReportTaken.KIND,)
        ).scalar()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_data_is_closed_with_a_pass_phrase_first(desk, tmp_path, form):
    folder = tmp_path / "stick"
    folder.mkdir()
    ask(desk, form, folder)
    assert not list(folder.iterdir()) and taken(desk) == 0
    close_with_phrase(desk)
    desk.settle()
    (path,) = folder.iterdir()
    assert path.name.endswith(f".{form}.btx") and taken(desk) == 1
    assert b"CB26-" not in path.read_bytes()
    checked = unpack(path, PHRASE, None)
    assert checked.report.startswith("Sổ tiếp nhận") and "Nông Thị Hạnh" in checked.mark
    assert report_in(path).suffix == f".{form}"
    cards = [card.toast.title for card in desk.window.findChildren(ToastCard)]
    assert any(path.name in title for title in cards), cards


def test_without_a_pass_phrase_nothing_leaves_and_a_paper_asks_for_none(desk, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    ask(desk, "csv", folder)
    desk.key(Qt.Key.Key_Escape)
    desk.settle()
    assert not list(folder.iterdir()) and taken(desk) == 0
    ask(desk, "docx", folder)
    assert [path.suffix for path in folder.iterdir()] == [".docx"] and taken(desk) == 1


def test_last_years_archive_leaves_by_keys_with_a_pass_phrase(desk, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    desk.clock.wall_ms = int(datetime(2027, 1, 1, 8, 0, tzinfo=VIETNAM).timestamp() * 1000)
    desk.controller.reporting.ask_report(period_of(PeriodKind.YEAR, date(2027, 1, 1)), "")
    desk.settle()
    (asked,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, ReportDialog) and w.isVisible()]
    asked.report.setCurrentIndex(asked.report.findData("year"))
    assert answer(desk, "btx", folder) == "Bản lưu năm 2026, toàn tỉnh"
    assert not list(folder.iterdir()) and taken(desk) == 0
    close_with_phrase(desk)
    desk.settle()
    (path,) = folder.iterdir()
    assert path.name == "luu-nam-2026_20270101-080000.btx" and taken(desk) == 1
    assert unpack(path, PHRASE, None).report == "Bản lưu năm 2026"
    assert [dict(line.cells)["Số tiếp nhận"] for line in search(path, PHRASE, "danh bac").lines] == [
        "CB26-00001"
    ]


def test_the_duty_book_of_the_running_shift_leaves_from_its_own_page(desk, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    checks = (shifts.StartCheck("chuong", passed=True), shifts.StartCheck("den", passed=True))
    here = Desk(desk.workspace.store, desk.officer, desk.workspace.rules, load_reply_policy())
    shifts.open_shift(here, [], checks)
    shifts.note(here, "Mất điện 5 phút")
    desk.key(Qt.Key.Key_8, CTRL | Qt.KeyboardModifier.AltModifier)
    page = desk.window.pages.page("handover")
    page.show_tab(1)
    desk.settle()
    page.book.printing.click()
    desk.settle()
    assert answer(desk, "docx", folder) == "Sổ trực ban của Trực ban CAT"
    (path,) = folder.iterdir()
    cells = [
        cell.text for table in docx.Document(str(path)).tables for row in table.rows for cell in row.cells
    ]
    assert "Mất điện 5 phút" in cells
    with desk.workspace.store.read() as connection:
        body = connection.exec_driver_sql(
            "SELECT body FROM event_body JOIN event USING (seq) WHERE kind = ?", (e.ReportTaken.KIND,)
        ).scalar_one()
    assert json.loads(body)["report"] == "duty-book"
