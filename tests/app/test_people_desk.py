"""Accused, victims and the procuracy's notice at the desk, by key: what is asked, what is shown and what never is."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from console.domain.people import Others, PeopleList, Person, PersonRole
from console.ui.dialogs.papers import ProcuracyDialog, ResultDialog, parse_day
from console.ui.dialogs.people import PeopleDialog

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_ALT = CTRL | Qt.KeyboardModifier.AltModifier
ALT = Qt.KeyboardModifier.AltModifier
NAME = "Nong Van Canaryson"


def rows(console):
    shown = console.window.inspector.people
    return {
        row: (getattr(shown, row).accessibleName(), getattr(shown, row).isVisible())
        for row in ("accused", "victims", "procuracy")
    }


@pytest.fixture
def tip(console):
    """A crime report that is open on the screen, taken and classified by key."""
    console.says("an", "co danh bac o cho Xanh")
    console.key(Qt.Key.Key_F8)
    assert not console.window.inspector.people.isVisible(), "nobody has said that it is a crime"
    console.key(Qt.Key.Key_1, ALT)
    return console


def test_names_are_written_by_key_and_the_screen_tells_only_how_many(tip):
    console = tip
    assert rows(console)["accused"] == ("Bị tố giác: Chưa ghi", True)
    console.key(Qt.Key.Key_M, CTRL_ALT)
    dialog = console.app.activeModalWidget()
    assert isinstance(dialog, PeopleDialog) and not dialog.verb.isEnabled()
    console.type(f"{NAME}, 1990, xom Na Ma")
    console.key(Qt.Key.Key_Tab)
    console.key(Qt.Key.Key_Space)
    dialog.victims.nobody.setFocus()
    console.key(Qt.Key.Key_Space)
    console.key(Qt.Key.Key_Return, CTRL)
    assert console.app.activeModalWidget() is None
    assert rows(console)["accused"][0] == "Bị tố giác: 1 người, còn người chưa rõ"
    assert rows(console)["victims"][0] == "Bị hại: Không có"
    seen = [item.words for item in console.controller.room.detail.history]
    assert any("ghi người bị tố giác: 1 người" in words for words in seen)
    assert not any("Canaryson" in words for words in seen)
    console.key(Qt.Key.Key_M, CTRL_ALT)
    again = console.app.activeModalWidget()
    assert again.accused.field.text() == f"{NAME}, 1990, xom Na Ma"
    assert again.accused.unknown.isChecked() and again.victims.nobody.isChecked()
    again.reject()
    console.settle()
    assert console.controller.room.detail.history[0].words == "xem tên người bị tố giác, bị hại"


def test_the_notice_is_recorded_by_key_and_its_clock_ends_when_both_were_told(tip):
    console = tip
    console.key(Qt.Key.Key_R, CTRL_ALT)
    dialog = console.app.activeModalWidget()
    assert isinstance(dialog, ProcuracyDialog)
    console.type("15/TB-PC01")
    dialog.day.setText("31/02/2026")
    assert dialog.consequence.text() == "Ngày ghi dạng 14/03/2026"
    dialog.day.setText("01/01/2020")
    assert "trở đi" in dialog.consequence.text()
    dialog.day.setText(f"{dialog._today:%d-%m-%Y}")
    console.key(Qt.Key.Key_Return, CTRL)
    assert "Số 15/TB-PC01" in rows(console)["procuracy"][0]
    assert "chưa báo người tin" in rows(console)["procuracy"][0]
    clock = "CRIME_NOTIFY_VKS"
    assert not next(c for c in console.controller.room.detail.clocks if c.code == clock).done_at
    console.key(Qt.Key.Key_R, CTRL_ALT)
    again = console.app.activeModalWidget()
    assert again.document.text() == "15/TB-PC01"
    again.informant.setChecked(True)
    console.key(Qt.Key.Key_Return, CTRL)
    assert "chưa báo người tin" not in rows(console)["procuracy"][0]
    assert next(c for c in console.controller.room.detail.clocks if c.code == clock).done_at


def test_the_outcome_is_recorded_by_key(tip):
    console = tip
    console.key(Qt.Key.Key_I, CTRL_ALT)
    dialog = console.app.activeModalWidget()
    assert isinstance(dialog, ResultDialog) and dialog.consequence.text() == "Chọn quyết định"
    console.key(Qt.Key.Key_Down)
    dialog.document.setFocus()
    console.type("7/QD")
    dialog.told_document.setText("8/TB")
    dialog.told_day.setText("01/01/2020")
    assert "trở đi" in dialog.consequence.text()
    dialog.told_document.clear()
    assert dialog.verb.isEnabled(), "without a number there is no notice"
    console.key(Qt.Key.Key_Return, CTRL)
    shown = console.window.inspector.people.result.accessibleName()
    assert shown == "Kết quả: Khởi tố vụ án hình sự; chưa báo người tin"
    console.key(Qt.Key.Key_I, CTRL_ALT)
    again = console.app.activeModalWidget()
    assert again.document.text() == "7/QD"
    again.told_document.setText("8/TB")
    console.key(Qt.Key.Key_Return, CTRL)
    assert console.window.inspector.people.result.accessibleName() == "Kết quả: Khởi tố vụ án hình sự"


def test_a_matter_that_is_no_crime_report_has_no_such_rows_and_no_notice(console):
    console.says("an", "cho hoi lam can cuoc")
    console.key(Qt.Key.Key_F8)
    console.key(Qt.Key.Key_3, ALT)
    assert not console.window.inspector.people.isVisible()
    console.key(Qt.Key.Key_R, CTRL_ALT)
    assert console.app.activeModalWidget() is None


def test_nobody_and_somebody_are_not_said_at_once_and_who_may_not_write_only_reads(qtbot):
    empty = PeopleList(PersonRole.VICTIM)
    dialog = PeopleDialog(None, "CB26-00001", PeopleList(PersonRole.ACCUSED), empty, may_write=True)
    dialog.victims.nobody.setChecked(True)
    assert dialog.victims.value() == PeopleList(PersonRole.VICTIM, (), Others.NOBODY)
    dialog.victims.field.edit.setPlainText("Lý Thị Hoa")
    assert dialog.victims.value() == PeopleList(PersonRole.VICTIM, (Person("Lý Thị Hoa"),))
    assert not dialog.victims.nobody.isEnabled()
    dialog.victims.field.edit.setPlainText(", 1990")
    assert dialog.trouble() == "Mỗi dòng bắt đầu bằng họ tên"
    dialog.victims.field.edit.setPlainText("\n".join("x" * 31))
    assert dialog.trouble() == "Tối đa 30 người một danh sách"
    dialog.deleteLater()
    known = PeopleList(PersonRole.ACCUSED, (Person("Nông Văn Sơn", "1990"),))
    reader = PeopleDialog(None, "CB26-00001", known, empty, may_write=False)
    assert reader.accused.field.edit.isReadOnly() and not reader.verb.isEnabled()
    assert reader.accused.field.text() == "Nông Văn Sơn, 1990"
    reader.deleteLater()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14/03/2026", date(2026, 3, 14)),
        (" 4-3-2026 ", date(2026, 3, 4)),
        ("4.3.2026", date(2026, 3, 4)),
        ("2026", None),
        ("31/02/2026", None),
        ("14/03", None),
        ("ngày mai", None),
    ],
)
def test_a_day_is_read_as_it_is_written_here(text, day):
    assert parse_day(text) == day
