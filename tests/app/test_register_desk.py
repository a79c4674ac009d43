"""What the register asks for, at the desk: time of the deed, instructions, the slip's number, the steps of a petition."""

import pytest
from PySide6.QtCore import Qt

from console.actions import shifts, transfers
from console.actions.desk import Desk
from console.domain.officer import Role
from console.domain.petition import Handling
from console.runtime.resources import load_reply_policy
from console.ui.common.labels import PlainLabel
from console.ui.dialogs.petition import PetitionDialog
from console.ui.dialogs.register import DeedTimeDialog, FollowedDialog, InstructionDialog, SlipDialog

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def dialog(console, kind):
    found = console.app.activeModalWidget()
    assert isinstance(found, kind)
    return found


def run(console, code):
    """Run a command as the palette does."""
    console.controller.keyboard.run_command(code)
    console.settle()


def clock(console, code):
    return next(one for one in console.controller.room.detail.clocks if one.code == code)


@pytest.fixture
def tip(console):
    """A crime report that is open on the screen, taken and classified by key."""
    console.says("an", "co danh bac o cho Xanh")
    console.key(Qt.Key.Key_F8)
    assert not console.window.inspector.deed.isVisible(), "nobody has said that it is a crime"
    console.key(Qt.Key.Key_1, ALT)
    return console


def test_the_time_of_the_deed_is_typed_beside_the_place_by_key(tip):
    console = tip
    row = console.window.inspector.deed
    assert row.isVisible() and row.accessibleName() == "Xảy ra lúc: Chưa ghi"
    console.key(Qt.Key.Key_F4, SHIFT)
    asked = dialog(console, DeedTimeDialog)
    assert asked.consequence.text() == "Chưa thay đổi gì" and not asked.verb.isEnabled()
    console.type("khoang 22 gio 13/03")
    console.key(Qt.Key.Key_Return, CTRL)
    assert console.app.activeModalWidget() is None
    assert row.accessibleName() == "Xảy ra lúc: khoang 22 gio 13/03"
    console.key(Qt.Key.Key_Z, CTRL)
    assert row.accessibleName() == "Xảy ra lúc: Chưa ghi"


def test_an_instruction_is_written_by_who_commands_and_read_by_who_does_not(tip):
    console = tip
    rows = console.window.inspector.register
    assert rows.instruction.accessibleName() == "Chỉ đạo: Chưa có"
    rows.instruction.click()
    console.settle()
    asked = dialog(console, InstructionDialog)
    asked.words.edit.setPlainText("Giao Đội 2 xác minh")
    console.key(Qt.Key.Key_Return, CTRL)
    assert rows.instruction.accessibleName() == "Chỉ đạo: Giao Đội 2 xác minh"
    run(console, "instruct")
    again = dialog(console, InstructionDialog)
    assert again.lines[0].text().endswith("Nông Thị Hạnh: Giao Đội 2 xác minh")
    again.words.edit.setPlainText("<b>Báo cáo</b> trước 7 giờ")
    console.key(Qt.Key.Key_Return, CTRL)
    assert rows.instruction.accessibleName() == "Chỉ đạo: 2 ý kiến: <b>Báo cáo</b> trước 7 giờ"


def test_what_was_done_on_an_instruction_is_told_by_who_works_and_stands_on_the_sheet(tip):
    console = tip
    checks = (shifts.StartCheck("chuong", passed=True), shifts.StartCheck("den", passed=True))
    desk = Desk(console.workspace.store, console.officer, console.workspace.rules, load_reply_policy())
    shifts.open_shift(desk, [], checks)
    run(console, "instruct")
    dialog(console, InstructionDialog).words.edit.setPlainText("Giao Đội 2 xác minh")
    console.key(Qt.Key.Key_Return, CTRL)
    run(console, "instruct")
    asked = dialog(console, InstructionDialog)
    asked.follows[0].click()
    console.settle()
    told = dialog(console, FollowedDialog)
    assert told.detail.text().endswith("Giao Đội 2 xác minh") and not told.verb.isEnabled()
    told.words.edit.setPlainText("Đội 2 <b>đã</b> xuống")
    console.key(Qt.Key.Key_Return, CTRL)
    run(console, "instruct")
    again = dialog(console, InstructionDialog)
    assert again.follows == []
    assert "Nông Thị Hạnh: Đội 2 <b>đã</b> xuống" in " ".join(
        one.text() for one in again.findChildren(PlainLabel)
    )
    console.key(Qt.Key.Key_Escape)
    console.key(Qt.Key.Key_8, CTRL | ALT)
    paper = console.window.pages.page("handover").paper
    said = " ".join(one.text() for one in paper.findChildren(PlainLabel))
    assert "chỉ đạo" in said and "Giao Đội 2 xác minh. Đã làm" in said and "Đội 2 <b>đã</b> xuống" in said


def test_who_may_not_instruct_only_reads(qtbot):
    reader = InstructionDialog(None, "CB26-00001", (), {}, may_write=False)
    reader.words.edit.setPlainText("Đóng hồ sơ")
    assert not reader.words.isVisibleTo(reader) and not reader.verb.isEnabled()
    assert reader.consequence.text() == "Vai trò của bạn chỉ xem được"
    reader.deleteLater()


def test_the_slips_number_is_asked_for_once_the_case_was_handed_on(tip):
    console = tip
    rows = console.window.inspector.register
    assert not rows.slip.isVisible()
    run(console, "slip")
    assert console.app.activeModalWidget() is None, "there is no slip yet"
    case = console.controller.room.detail.case
    workspace = console.workspace
    desk = Desk(workspace.store, console.bench.officer, workspace.rules, load_reply_policy())
    transfers.transfer(desk, case.case_id, "TB-TPCB", "thuộc địa bàn")
    console.controller.room.refresh()
    console.settle()
    assert rows.slip.isVisible() and rows.slip.accessibleName() == "Phiếu chuyển: Chưa ghi số"
    run(console, "slip")
    asked = dialog(console, SlipDialog)
    console.type("12/PC-PV01")
    asked.day.setText("01/01/2020")
    assert "trở đi" in asked.consequence.text()
    asked.day.setText(f"{asked._today:%d/%m/%Y}")
    console.key(Qt.Key.Key_Return, CTRL)
    assert rows.slip.accessibleName() == f"Phiếu chuyển: Số 12/PC-PV01, {asked._today:%d/%m}"


def test_the_first_look_at_a_complaint_ends_its_clock_on_the_screen(console):
    console.says("an", "toi khieu nai quyet dinh xu phat")
    console.key(Qt.Key.Key_F8)
    console.controller.acts.classify("KHIEU_NAI")
    console.settle()
    assert not clock(console, "KN_ACCEPT").done_at
    rows = console.window.inspector.register
    assert rows.petition.isVisible() and rows.petition.accessibleName() == "Thụ lý: Chưa ghi"
    rows.petition.click()
    console.settle()
    asked = dialog(console, PetitionDialog)
    offered = [asked.handling.itemData(n) for n in range(asked.handling.count())]
    assert offered == [Handling.TAKEN_UP.value, Handling.REFUSED.value]
    assert asked.consequence.text() == "Chọn kết quả"
    asked.handling.setCurrentIndex(1)
    assert "Luật Khiếu nại 2011 Đ27" in asked.basis.text()
    assert asked.reason.isVisible() and not asked.settled_document.isVisible()
    asked.document.setText("4/TB")
    assert asked.consequence.text() == "Thiếu lý do"
    asked.handling.setCurrentIndex(0)
    assert not asked.reason.isVisible() and asked.settled_document.isVisible() and asked.verb.isEnabled()
    console.key(Qt.Key.Key_Return, CTRL)
    assert clock(console, "KN_ACCEPT").done_at and not clock(console, "KN_RESOLVE").done_at
    assert rows.petition.accessibleName() == "Thụ lý: Thụ lý"
    run(console, "petition")
    again = dialog(console, PetitionDialog)
    assert again.document.text() == "4/TB"
    again.settled_document.setText("9/QĐ")
    console.key(Qt.Key.Key_Return, CTRL)
    assert clock(console, "KN_RESOLVE").done_at


def test_a_denunciation_that_came_by_chat_can_be_told_from_one_in_form(console):
    assert Role.COMMANDER in console.bench.officer.roles, "who may not read it never sees the question"
    console.says("an", "can bo xa nhan tien")
    console.key(Qt.Key.Key_F8)
    console.key(Qt.Key.Key_5, ALT)
    assert console.controller.room.detail.case.category == "TO_CAO"
    run(console, "petition")
    asked = dialog(console, PetitionDialog)
    assert [asked.handling.itemData(n) for n in range(asked.handling.count())] == [h.value for h in Handling]
    asked.handling.setCurrentIndex(asked.handling.findData(Handling.NOT_FORMAL.value))
    assert "để trống" in asked.document.placeholderText()
    assert "Đ25" in asked.basis.text() and asked.consequence.text() == "Thiếu lý do"
    asked.reason.edit.setPlainText("đã hướng dẫn gửi đơn")
    console.key(Qt.Key.Key_Return, CTRL)
    assert clock(console, "TC_FIRST").done_at


def test_other_matters_have_no_such_rows_and_no_such_question(console):
    console.says("an", "cho hoi lam can cuoc")
    console.key(Qt.Key.Key_F8)
    console.key(Qt.Key.Key_3, ALT)
    assert not console.window.inspector.register.isVisible()
    assert not console.window.inspector.deed.isVisible()
    run(console, "petition")
    assert console.app.activeModalWidget() is None
