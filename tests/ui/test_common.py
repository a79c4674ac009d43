"""Chips, times and small widgets shared by all panes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtTest import QTest

from console.domain.numerals import number_text
from console.ui.common.buttons import ActionButton, IconButton, PillButton
from console.ui.common.chips import (
    chip_width,
    draw_chip,
    fitted,
    neutral,
    severity_chip,
    sla_chip,
    window_chip,
)
from console.ui.common.labels import PlainLabel
from console.ui.common.message import ask, tell
from console.ui.common.names import Names
from console.ui.common.paint import elide, text_width
from console.ui.common.times import age_text, row_time, span_text
from console.ui.theme import apply_theme, current_theme, size
from tests.ui.samples import DAY, HOUR, MINUTE, NAMES, NOW, at


@pytest.mark.parametrize(
    ("span", "precise", "text"),
    [
        (0, False, "00 ph"),
        (8 * MINUTE, False, "08 ph"),
        (-25 * MINUTE, True, "25 ph"),
        (59 * MINUTE + 59_999, False, "59 ph"),
        (HOUR, False, "1 g"),
        (72 * MINUTE, True, "1 g 12 ph"),
        (72 * MINUTE, False, "1 g"),
        (11 * HOUR + MINUTE, True, "11 g"),
        (47 * HOUR, False, "47 g"),
        (2 * DAY, False, "2 ngày"),
        (20 * DAY + HOUR, False, "20 ngày"),
    ],
)
def test_span(span, precise, text):
    assert span_text(span, precise=precise) == text


@pytest.mark.parametrize(
    ("then", "text"),
    [
        (at(14, 38), "14:38"),
        (at(0, 0), "00:00"),
        (at(23, 59, day=13), "T6"),
        (at(8, 0, day=8), "CN"),
        (at(8, 0, day=7), "07/03"),
        (NOW - 400 * DAY, "07/02/25"),
        (at(9, 0, day=15), "15/03"),
        (0, ""),
    ],
)
def test_row_time(then, text):
    assert row_time(then, NOW) == text


def test_ages_and_numbers():
    assert [age_text(ms) for ms in (-5, 4_999, 61_000)] == ["0 s", "4 s", "01 ph"]
    assert number_text(1_284_000) == "1.284.000"


@pytest.mark.parametrize(
    ("state", "left", "text", "fill"),
    [
        ("normal", 3 * HOUR, "còn 3 g", ""),
        ("soon", 8 * MINUTE, "còn 08 ph", "orangeSubtle"),
        ("urgent", 8 * MINUTE, "còn 08 ph", "orangeSubtle"),
        ("late", -72 * MINUTE, "quá 1 g 12 ph", "red"),
        ("paused", 0, "Tạm dừng", ""),
        ("done", 0, "đúng hạn", ""),
    ],
)
def test_sla_chip(state, left, text, fill):
    chip = sla_chip(state, left, 0.5)
    assert (chip.text, chip.fill) == (text, fill)


def test_unknown_clock_state_has_no_chip():
    assert sla_chip("", 0, 0) is None


@pytest.mark.parametrize(
    ("state", "hours", "text"),
    [
        ("open", 25, None),
        ("open", 24, "Zalo 24 g"),
        ("open", 4, "Zalo 4 g"),
        ("closed", 0, "Hết cửa sổ"),
        ("", 1, None),
    ],
)
def test_window_chip(state, hours, text):
    chip = window_chip(state, hours * HOUR)
    assert (chip.text if chip else None) == text


def test_window_turns_orange_at_four_hours():
    assert window_chip("open", 4 * HOUR).fill == "orangeSubtle"
    assert window_chip("open", 4 * HOUR + 1).fill == ""


def test_severity_has_word_shape_and_colour():
    urgent, high = severity_chip("P1"), severity_chip("P2")
    assert (urgent.text, urgent.icon, urgent.fill) == ("Khẩn cấp", "sev.khan", "red")
    assert (high.text, high.icon, high.fill) == ("Cao", "sev.cao", "orangeSubtle")
    assert severity_chip("P3") is None


def test_a_chip_is_cut_to_its_room_and_stays_where_it_fits(themed):
    chip = neutral("Phản ánh, kiến nghị về quy định, thủ tục hành chính", "tag")
    short = fitted(chip, 150)
    assert short.text.endswith("…")
    assert chip_width(short) <= 150
    assert fitted(chip, 2_000) is chip


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_chip_is_as_wide_as_it_says(themed, scale):
    apply_theme(themed, "light", scale)
    chip = sla_chip("late", -72 * MINUTE, 1)
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    assert draw_chip(painter, 10, 10, chip) == chip_width(chip)
    painter.end()
    inked = [x for x in range(400) if image.pixelColor(x, 10 + size("chip") // 2).name() != "#ffffff"]
    assert (inked[0], inked[-1]) == (10, 9 + chip_width(chip))


def test_elide_is_bounded(themed):
    text = "Bọn họ vừa chạy về hướng cầu Bằng Giang"
    assert elide(text, "body", 1000) == text
    cut = elide(text, "body", 120)
    assert cut.endswith("…")
    assert text_width(cut, "body") <= 120
    assert elide(text, "body", -5) == ""


def test_names_fall_back_to_the_code():
    assert NAMES.unit("PC02") == "PC02"
    assert Names().category("NEW_CODE") == "NEW_CODE"


def test_icon_button_is_named(themed, qtbot):
    button = IconButton("bell", "Báo động", "F5")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Báo động"
    assert "F5" in button.toolTip()
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == "Báo động"
    assert button.sizeHint().width() >= 28


def test_action_button_works_by_key_and_says_its_key(themed, qtbot):
    button = ActionButton("Gửi công dân", "act.send", "primary", "Ctrl ↵")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert button.accessibleName() == "Gửi công dân"
    assert button.accessibleDescription() == "Ctrl ↵"
    assert button.sizeHint().height() == size("control")


@pytest.mark.parametrize("kind", ["plain", "primary", "note", "approve", "danger", "warn", "quiet", "link"])
def test_every_kind_of_button_paints(themed, qtbot, kind):
    button = ActionButton("Ẩn", "act.send", kind, "F2")
    qtbot.addWidget(button)
    enabled = button.grab().toImage()
    button.setEnabled(False)
    assert button.grab().toImage() != enabled


def test_pill_is_checkable(themed, qtbot):
    pill = PillButton("Tố giác", "act.remove")
    qtbot.addWidget(pill)
    off = pill.grab().toImage()
    pill.setChecked(True)
    assert pill.grab().toImage() != off


def test_question_runs_only_on_its_verb(themed, qtbot):
    done = []
    dialog = ask(
        None, "Đóng CB26-01479?", "Công dân không nhận thông báo", "Đóng", lambda: done.append(1), danger=True
    )
    qtbot.addWidget(dialog)
    dialog.cancel_button.click()
    assert done == []
    dialog = ask(None, "Đóng CB26-01479?", "Công dân không nhận thông báo", "Đóng", lambda: done.append(1))
    dialog.verb_button.click()
    assert done == [1]


def test_statement_has_one_button(themed, qtbot):
    dialog = tell(None, "Không mở được", "Dữ liệu an toàn")
    assert dialog.verb_button.label() == "Đã hiểu"
    dialog.verb_button.click()
    assert not dialog.isVisible()


@pytest.mark.parametrize("role", ["small", "body"])
def test_wrapped_lines_have_the_height_of_their_role(themed, qtbot, role):
    label = PlainLabel("ẨỄỆỘẪ gjpqỵ " * 20, role, wrap=True)
    qtbot.addWidget(label)
    line = current_theme().line(role)
    assert label.heightForWidth(10_000) == line
    tall = label.heightForWidth(200)
    assert tall % line == 0
    assert tall >= 4 * line
    label.setFixedSize(200, tall)
    label.show()
    ink = label.grab().toImage()
    rows = {
        y
        for y in range(ink.height())
        if any(ink.pixelColor(x, y) != ink.pixelColor(0, 0) for x in range(199))
    }
    assert max(rows) >= tall - line  # the last line is there too
    assert min(rows) >= 0
    assert max(rows) < tall - 1
