"""The handover screen as who takes over uses it: line by line, by keys; nothing clipped, nothing decided here."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.domain.handover import (
    EQUIPMENT,
    Block,
    Part,
    Reason,
    Section,
    Sheet,
    SheetLine,
    ShiftView,
    Signature,
    Tally,
)
from console.ui.common.labels import PlainLabel
from console.ui.common.names import Names
from console.ui.common.times import clock_text
from console.ui.shift.page import HandoverPage
from console.ui.shift.words import line_state, line_text, shift_pill

AT = 1_773_448_200_000
"""07:30 on 14 March 2026 in Vietnam."""
HOUR = 3_600_000
SHIFT = ShiftView("s1", "TB-CAT", ("hanh",), ("Đại úy Nông Thị Hạnh",), AT, AT + 24 * HOUR)


def line(number, **more):
    values = {
        "case_id": f"c{number}",
        "number": f"CB26-{number:05d}",
        "category": "PAKN",
        "next_step": "Theo dõi",
        "owner": "hanh",
        "owner_name": "Đại úy Nông Thị Hạnh",
    }
    return SheetLine(f"case:c{number}", (Reason(Section.HELD, 0, "Đại úy Nông Thị Hạnh"),), **(values | more))


def sheet(*lines, **shift):
    values = {"shift_id": "s1", "unit": "TB-CAT", "officers": ("hanh",), "names": ("Đại úy Nông Thị Hạnh",)}
    view = ShiftView(**(values | {"opened_at": AT, "planned_end": AT + 24 * HOUR} | shift))
    return Sheet(view, lines, 63, 41, 2, 1, {"PAKN": Tally(22, 10, 12)}, "ab" * 32, AT + HOUR)


@pytest.fixture
def page(themed, qtbot):
    made = HandoverPage(Names(categories={"PAKN": "Phản ánh, kiến nghị"}), "tuan", "Công an tỉnh Cao Bằng")
    qtbot.addWidget(made)
    made.resize(1700, 900)
    made.show()
    return made


def heard(signal):
    got = []
    signal.connect(lambda *args: got.append(args[0] if len(args) == 1 else args))
    return got


def test_lines_are_taken_one_by_one_with_enter(page):
    accepted = heard(page.accept_wanted)
    page.set_sheet(sheet(line(1, urgent=True), line(2)), "Trung úy Tuấn")
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert accepted == [("case:c1",), ("case:c2",)]


def test_each_way_out_has_its_key(page):
    asked, gave = heard(page.list.ask_wanted), heard(page.list.give_wanted)
    released, explained = heard(page.list.release_wanted), heard(page.list.explain_wanted)
    page.set_sheet(sheet(line(1, blocks=(Block.HELD,))), "Tuấn")
    QTest.keyClick(page.list, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.list, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.list, Qt.Key.Key_F2)
    QTest.keyClick(page.list, Qt.Key.Key_F7)
    assert asked == gave == released == explained == ["case:c1"]


def test_a_next_step_is_written_in_place(page, qtbot):
    written, accepted = heard(page.step_written), heard(page.accept_wanted)
    page.set_sheet(sheet(line(1, next_step="")), "Tuấn")
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_F4)
    editor = page.list.findChild(type(page.book.field))
    QTest.keyClicks(editor, "goi lai truoc 9 gio")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(written))
    assert accepted == []
    assert written == [("c1", "goi lai truoc 9 gio")]


@pytest.mark.parametrize(
    ("lines", "shift", "trouble"),
    [
        ((line(1, next_step=""),), {}, "Còn 1 hồ sơ chưa ghi việc ca sau"),
        ((line(1),), {}, "Người giao chưa ký"),
        ((line(1),), {"signatures": {"giao": Signature("hanh", "Hạnh", AT)}}, "Còn 1 dòng chưa nhận"),
        (
            (line(1, accepted_by="tuan", blocks=(Block.UNKNOWN,)),),
            {"signatures": {"giao": Signature("hanh", "Hạnh", AT)}},
            "Còn 1 dòng chặn đóng ca: giao, trả hoặc giải trình",
        ),
        (
            (line(1, accepted_by="tuan", blocks=(Block.UNKNOWN,), explained="đã gọi điện"),),
            {"signatures": {"giao": Signature("hanh", "Hạnh", AT)}},
            "",
        ),
        (
            (line(1, accepted_by="tuan", blocks=(Block.HELD,)),),
            {"signatures": {"giao": Signature("hanh", "Hạnh", AT)}},
            "",
        ),
    ],
)
def test_signing_is_locked_until_nothing_is_missing(page, lines, shift, trouble):
    wanted = heard(page.sign_wanted)
    page.set_sheet(sheet(*lines, **shift), "Trung úy Tuấn")
    assert page.trouble_text() == trouble
    assert page.sign.isEnabled() == (not trouble)
    QTest.keyClick(page.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wanted == ([] if trouble else [Part.TAKER.value])


def test_who_hands_over_signs_first_and_accepts_nothing(themed, qtbot):
    page = HandoverPage(Names(), "hanh", "Công an tỉnh")
    qtbot.addWidget(page)
    wanted = heard(page.sign_wanted)
    page.show()
    page.set_sheet(sheet(line(1)), "Đại úy Nông Thị Hạnh")
    assert page.is_giver
    assert not page.buttons["accept"].isVisible()
    assert not page.absent.isVisible()
    page.sign_now()
    assert wanted == [Part.GIVER.value]


def test_without_a_shift_it_says_how_to_begin(page):
    wanted = heard(page.start_wanted)
    page.set_sheet(Sheet(ShiftView(unit="TB-CAT")), "Tuấn")
    page.start.setFocus()
    QTest.keyClick(page.start, Qt.Key.Key_Return)
    page.sign_now()
    assert len(wanted) == 1


@pytest.mark.parametrize("typed", ["anh Tu goi lai luc 9 gio", ""])
def test_the_key_that_signs_signs_from_the_field_of_the_duty_book_too_and_no_line_is_lost(
    themed, qtbot, typed
):
    page = HandoverPage(Names(), "hanh", "Công an tỉnh")
    qtbot.addWidget(page)
    page.show()
    page.set_sheet(sheet(line(1)), "Đại úy Nông Thị Hạnh")
    page.tab_book.click()
    written, wanted = heard(page.note_written), heard(page.sign_wanted)
    page.book.field.setFocus()
    QTest.keyClicks(page.book.field, typed)
    QTest.keyClick(page.book.field, Qt.Key.Key_Return)
    assert (written, wanted) == ([typed] if typed else [], [])
    QTest.keyClicks(page.book.field, typed)
    QTest.keyClick(page.book.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert written == ([typed, typed] if typed else [])
    assert wanted == [Part.GIVER.value]
    assert page.book.field.text() == ""


def test_remarks_keep_themselves_and_are_not_overwritten_while_one_writes(page):
    written = heard(page.remark_written)
    page.set_sheet(sheet(line(1), remark="Loa hỏng"), "Tuấn")
    assert page.remark.toPlainText() == "Loa hỏng"
    assert written == []
    page.remark.setPlainText("Loa hỏng, đã báo")
    page.set_sheet(sheet(line(1), remark="Loa hỏng"), "Tuấn")
    assert page.remark.toPlainText() == "Loa hỏng, đã báo"
    page.save_remark()
    assert written == ["Loa hỏng, đã báo"]


def test_the_list_keeps_its_place_and_speaks(page):
    page.set_sheet(sheet(line(1), line(2), line(3)), "Tuấn")
    page.list.setCurrentIndex(page.list.lines.index(2))
    page.set_sheet(sheet(line(2), line(3)), "Tuấn")
    assert page.list.current().key == "case:c3"
    said = page.list.lines.data(page.list.lines.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("CB26-00003 · Phản ánh, kiến nghị. Đại úy Nông Thị Hạnh đang giữ")


def test_a_hostile_place_or_step_is_shown_as_it_is_written(page):
    bad = "<img src=x>\u202egpj.exe\n" + "ễ" * 400
    page.set_sheet(sheet(line(1, place=bad, next_step=bad, question=bad)), "Tuấn")
    assert not page.grab().isNull()


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (AT + HOUR, "Ca 14/03 · đến 07:30 mai"),
        (AT + 20 * HOUR, "Ca 14/03 · đến 07:30"),
        (AT + 25 * HOUR, "Ca 14/03 · quá giờ giao 07:30"),
    ],
)
def test_the_pill_says_until_when(themed, now, words):
    assert shift_pill(SHIFT, now) == words
    assert shift_pill(ShiftView(), now) == "Chưa mở ca"


def test_every_reason_has_words(themed):
    reasons = (
        Reason(Section.HELD),
        Reason(Section.PROMISED, AT, "gọi lại"),
        Reason(Section.WINDOW, AT),
        Reason(Section.TRANSFER, AT, "PC02"),
        Reason(Section.LAW, AT, "20 ngày"),
        Reason(Section.REPLY, 0, "chua-ro"),
        Reason(Section.TROUBLE, AT),
    )
    made = SheetLine("case:c1", reasons, "c1")
    text = line_text(made, lambda code: code, AT)
    assert text.split("; ") == [
        "Chưa ai nhận việc",
        "hẹn 07:30: gọi lại",
        "cửa sổ Zalo hết 07:30",
        "PC02 chưa nhận, hạn 07:30",
        "20 ngày: hạn 07:30 14/03",
        "chưa rõ trả lời đã tới hay chưa",
        "07:30",
    ]
    midnight = line_text(
        SheetLine("case:c1", (Reason(Section.LAW, AT + 33 * HOUR // 2, "20 ngày"),), "c1"), str, AT
    )
    assert midnight == "20 ngày: hạn 14/03", "a day's last instant is that day, not the next one's midnight"
    owed = line_text(SheetLine("case:c1", (Reason(Section.PROMISED, AT, "gọi lại"),), "c1"), str, AT + HOUR)
    assert owed == "Quá giờ hẹn 07:30: gọi lại"


def test_the_paper_names_a_case_whose_next_step_nobody_wrote(page):
    """«Không có» under the work that is handed on would be a lie while there is some."""

    def said():
        return [one.text() for one in page.paper.findChildren(PlainLabel)]

    page.set_sheet(sheet(line(1, next_step=""), line(2)), "Trung úy Tuấn")
    assert "–  CB26-00001: chưa ghi việc ca sau" in said()
    assert "–  CB26-00002: Theo dõi" in said()
    page.set_sheet(sheet(remark="mất điện"), "Trung úy Tuấn")
    assert "–  Không có" in said()


def test_the_paper_counts_every_thing_and_names_what_is_missing_or_was_not_looked_at(page):
    """A paper that says «3/3» while a fourth thing was never looked at would be signed as whole."""

    def said():
        return [one.text() for one in page.paper.findChildren(PlainLabel)]

    looked_at = {"Máy trực": True, "Điện thoại trực": True, "Sổ trực ban": False}
    page.set_sheet(sheet(equipment=looked_at), "Trung úy Tuấn")
    assert "–  Trang bị: đủ 2/4 mục" in said()
    assert "–  Thiếu: Sổ trực ban" in said()
    assert "–  Chưa kiểm: Khóa tủ hồ sơ mật" in said()
    page.set_sheet(sheet(equipment=dict.fromkeys(EQUIPMENT, True)), "Trung úy Tuấn")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the paper before this one
    assert "–  Trang bị: đủ 4/4 mục" in said()
    assert not [text for text in said() if "Thiếu" in text or "Chưa kiểm" in text]


def test_a_line_that_was_asked_about_and_then_taken_says_both(themed):
    made = SheetLine("case:c1", (Reason(Section.HELD, 0, "Đại úy Hạnh"),), "c1")
    assert line_state(made, str, AT).startswith("Đại úy Hạnh")
    asked = replace(made, question="ai ở hiện trường?")
    assert line_state(asked, str, AT) == "Hỏi lại: ai ở hiện trường?"
    taken = replace(asked, accepted_by="binh", accepted_at=AT)
    assert line_state(taken, str, AT) == f"Đã nhận {clock_text(AT)} · Hỏi lại: ai ở hiện trường?"
