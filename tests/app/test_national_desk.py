"""A crime report is copied field by field into the national software by key, and written down as entered (features R-07)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from console.actions import classification, identity
from console.actions.desk import Desk
from console.cache.errors import DiskFullError
from console.cache.store import Transaction
from console.cache.views import QueueFilter, View
from console.domain import events as e
from console.domain.clock import MINUTE_MS
from console.domain.national import RegisterField
from console.runtime.resources import load_reply_policy
from console.ui.dialogs.national import NationalDialog
from console.ui.dialogs.report import ReportDialog

NONE = Qt.KeyboardModifier.NoModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
F = RegisterField


def clipboard():
    return QGuiApplication.clipboard().text()


def kinds(console, kind):
    with console.workspace.store.read() as connection:
        return [
            body
            for (body,) in connection.exec_driver_sql(
                "SELECT b.body FROM event e JOIN event_body b ON b.seq = e.seq WHERE e.kind = ? ORDER BY e.seq",
                (kind,),
            )
        ]


def desk_of(console):
    return Desk(console.workspace.store, console.bench.officer, console.workspace.rules, load_reply_policy())


def ask(console):
    console.key(Qt.Key.Key_C, CTRL | ALT)
    found = console.app.activeModalWidget()
    assert isinstance(found, NationalDialog)
    return found


def row_of(dialog, field):
    return next(n for n, one in enumerate(dialog._values) if one.field is field)


def unentered(console):
    return console.bench.queries.counts().views[View.UNENTERED]


@pytest.fixture
def tip(console):
    """A crime report that is open on the screen, taken and classified by key."""
    QGuiApplication.clipboard().clear()
    console.says("nguoi_bao_tin", "co danh bac o cho Xanh")
    console.key(Qt.Key.Key_F8)
    console.key(Qt.Key.Key_1, ALT)
    console.pass_time(30 * MINUTE_MS)
    yield console
    dialog = console.app.activeModalWidget()
    if dialog is not None:
        dialog.reject()
        console.settle()


def test_fields_are_copied_one_after_another_and_each_is_in_the_log_before(tip, monkeypatch):
    console = tip
    dialog = ask(console)
    assert len(kinds(console, e.NationalSeen.KIND)) == 1 and clipboard() == ""
    number = console.case().number
    console.key(Qt.Key.Key_Return)
    assert clipboard() == number and dialog.grid.row() == 1
    assert dialog.grid.lines.lines[0][2] == "Đã chép" and dialog.grid.lines.lines[1][2] == ""
    console.key(Qt.Key.Key_C, CTRL)
    assert len(kinds(console, e.NationalCopied.KIND)) == 2
    dialog.grid.choose(row_of(dialog, F.TIME))
    console.key(Qt.Key.Key_Return)
    assert dialog.grid.row() == row_of(dialog, F.TIME) + 1, "there is nothing to copy in an empty field"
    assert len(kinds(console, e.NationalCopied.KIND)) == 2

    def full(*_args, **_named):
        raise DiskFullError

    dialog.grid.choose(row_of(dialog, F.CONTENT))
    before = clipboard()
    with monkeypatch.context() as patch:
        patch.setattr(Transaction, "append_all", full)
        console.key(Qt.Key.Key_Return)
    assert clipboard() == before and dialog.grid.row() == row_of(dialog, F.CONTENT)
    assert dialog.state.text() and "Đã chép" not in dialog.state.text()
    console.key(Qt.Key.Key_Return)
    assert clipboard() == "co danh bac o cho Xanh"


def test_a_copy_that_comes_back_after_the_dialog_was_closed_goes_nowhere(tip):
    console = tip
    dialog = ask(console)
    dialog.copy()
    dialog.reject()
    console.settle()
    assert clipboard() == "" and len(kinds(console, e.NationalCopied.KIND)) == 1


def test_who_told_goes_to_no_clipboard(tip):
    console = tip
    case = console.case()
    dialog = ask(console)
    dialog.grid.choose(row_of(dialog, F.INFORMANT))
    console.key(Qt.Key.Key_Return)
    assert clipboard() == f"{case.pseudonym} (đề nghị giữ bí mật)"
    with console.workspace.store.read() as connection:
        names = connection.exec_driver_sql("SELECT display_name FROM identity").scalars().all()
    assert names and not any(name in one.value for name in names for one in dialog._values)
    with pytest.raises(identity.NeedsApproval):
        identity.reveal(desk_of(console), case.case_id, "nhập phần mềm")


def test_an_entry_is_written_down_once_and_the_second_copy_is_warned_of(tip):
    console = tip
    rows = console.window.inspector.register
    assert rows.national.accessibleName() == "PM tin báo: Chưa nhập" and unentered(console) == 1
    dialog = ask(console)
    assert not dialog.verb.isEnabled() and dialog.warning.isHidden()
    dialog.number.setFocus()
    console.type("<b>")
    assert "có ít nhất một chữ số" in dialog.consequence.text() and not dialog.verb.isEnabled()
    dialog.number.setText("TB-15/2026")
    dialog.at.setText("99:00")
    assert "dạng 14:35 14/03/2026" in dialog.consequence.text()
    dialog.at.setText("14:35 14/03/2020")
    assert "sau lúc tiếp nhận" in dialog.consequence.text()
    dialog.at.setText("14:35 14/03/2099")
    assert dialog.consequence.text() == "Giờ nhập chưa tới"
    console.key(Qt.Key.Key_Escape)
    dialog = ask(console)
    dialog.number.setText("TB-15/2026")
    console.key(Qt.Key.Key_Return, CTRL)
    assert console.app.activeModalWidget() is None and unentered(console) == 0
    assert rows.national.accessibleName().endswith(", số TB-15/2026")

    classification.set_place(desk_of(console), console.case().case_id, "TPCB", "tổ 5")
    console.controller.room.refresh()
    assert "Sửa 1 mục sau khi nhập" in rows.national.accessibleName()
    dialog = ask(console)
    assert "Đã nhập lúc " in dialog.warning.text() and "số TB-15/2026" in dialog.warning.text()
    assert "Đã sửa sau khi nhập: Địa điểm xảy ra" in dialog.warning.text()
    assert dialog.grid.lines.lines[row_of(dialog, F.PLACE)][2] == "Đã sửa sau khi nhập"
    assert dialog.grid.row() == row_of(dialog, F.PLACE)
    console.key(Qt.Key.Key_Return)
    assert clipboard() == "tổ 5, Thành phố Cao Bằng", "what was changed is to be typed again"
    dialog.grid.choose(0)
    console.key(Qt.Key.Key_Return)
    assert clipboard() == "tổ 5, Thành phố Cao Bằng" and "đã nhập lúc" in dialog.state.text()
    console.key(Qt.Key.Key_Return)
    assert clipboard() == console.case().number
    dialog.number.setText("TB-16/2026")
    console.key(Qt.Key.Key_Return, CTRL)
    assert rows.national.accessibleName().endswith(", số TB-16/2026")
    assert "Trước đó: Đã nhập lúc" in ask(console).warning.text()


def test_what_is_not_entered_is_a_list_of_the_rail(tip):
    console = tip
    console.says("binh", "cho hoi lam can cuoc")
    console.window.rail.views[View.UNENTERED].click()
    console.settle()
    assert console.window.queue.model.case_count() == 1
    console.window.rail.views[View.ALL_OPEN].click()
    console.settle()
    console.controller.keyboard.run_command("view.unentered")
    console.settle()
    assert console.window.queue.wanted == QueueFilter(View.UNENTERED)
    assert console.window.rail.views[View.UNENTERED].count() == 1


def test_other_matters_are_not_asked_about(console):
    console.says("an", "cho hoi lam can cuoc")
    console.key(Qt.Key.Key_F8)
    console.key(Qt.Key.Key_3, ALT)
    assert not console.window.inspector.register.national.isVisible()
    console.key(Qt.Key.Key_C, CTRL | ALT)
    assert console.app.activeModalWidget() is None and kinds(console, e.NationalSeen.KIND) == []


def test_the_fields_leave_as_a_file_by_the_ways_of_every_report(tip):
    console = tip
    dialog = ask(console)
    dialog.export.click()
    console.settle()
    asked = console.app.activeModalWidget()
    assert isinstance(asked, ReportDialog)
    assert [asked.format.itemData(n) for n in range(asked.format.count())] == ["xlsx", "csv"]
    assert "có tên người bị tố giác" in asked.promise()
