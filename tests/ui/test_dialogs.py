"""Dialogs: one question, a verb that waits until nothing is missing, keys, and exactly what was decided."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget

from console.domain.case import Outcome, ReplyState, UrgentReport, UrgentStamp
from console.ui.common.options import Option
from console.ui.dialogs import reason as reasons
from console.ui.dialogs.base import Question
from console.ui.dialogs.closing import CloseDialog
from console.ui.dialogs.keys import KeyGroup, KeySheet
from console.ui.dialogs.merge import MergeDialog, SplitDialog
from console.ui.dialogs.pending import PendingDialog, UrgentDialog, report_lines
from console.ui.dialogs.resolve import ResolveDialog
from console.ui.dialogs.snooze import SnoozeDialog
from console.ui.dialogs.tags import TagDialog
from console.ui.dialogs.transfer import TransferDialog
from console.ui.dialogs.transfer_preview import make_preview
from console.ui.shift.asking import LineDialog
from console.ui.theme import apply_theme
from tests.ui import desk_samples as samples

CTRL = Qt.KeyboardModifier.ControlModifier
UNITS = [
    Option("TO113", "CA TP Cao Bằng · Tổ 113", "Đang trực: Mã Văn Tuấn"),
    Option("TANGIANG", "CA P. Tân Giang", "Đang trực: Bế Thị Lan"),
    Option("PC02", "PC02 · Cảnh sát hình sự", "Đang trực: Nông Văn Dũng"),
]
TAGS = [Option(f"t{n}", name, group="Lĩnh vực") for n, name in enumerate(["Ma túy", "Cờ bạc", "Gây rối"])]


@pytest.fixture
def opened(themed, qtbot):
    """Opens a dialog and collects what it asks for."""
    kept = []

    def open_it(dialog, *signals):
        asked = []
        kept.append(dialog)
        for signal in signals or (dialog.requested,):
            signal.connect(lambda *args: asked.append(args))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.open()
        return asked

    return open_it


@pytest.mark.parametrize("field", [True, False], ids=["field", "bare"])
def test_the_keyboard_starts_in_the_body_never_at_the_cross(opened, field):
    dialog = Question(None, "Việc gì?", "", icon="act.search", verb="Làm")
    wanted = QLineEdit() if field else dialog.verb
    if field:
        dialog.body.addWidget(wanted)
    opened(dialog, dialog.accepted)
    assert dialog.focusWidget() is wanted


@pytest.fixture
def behind(themed):
    """A window of a small notebook, for dialogs to stand over; it goes after them."""
    window = QWidget()
    window.resize(1366, 696)
    window.show()
    yield window
    window.close()
    window.deleteLater()


def in_sight(dialog, widget):
    """Whether a widget lies within the dialog and within whatever scrolls it."""
    box = widget.rect().translated(widget.mapTo(dialog, QPoint(0, 0)))
    seen = dialog.rect()
    for area in dialog.findChildren(QScrollArea):
        if area.isAncestorOf(widget):
            seen &= area.viewport().rect().translated(area.viewport().mapTo(dialog, QPoint(0, 0)))
    return seen.contains(box)


@pytest.mark.parametrize("make", [CloseDialog, TagDialog, TransferDialog], ids=lambda kind: kind.__name__)
def test_a_dialog_is_never_higher_than_its_window_and_keeps_its_verb_in_sight(
    behind, themed, qtbot, opened, make
):
    apply_theme(themed, "light", 1.25)
    more = {CloseDialog: (), TagDialog: (TAGS * 6, []), TransferDialog: (samples.NAMES, UNITS, samples.NOW)}
    dialog = make(behind, samples.case(), *more[make])
    opened(dialog)
    assert dialog.height() <= behind.height()
    for button in (dialog.verb, dialog.cancel):
        assert in_sight(dialog, button)
    if make is CloseDialog:
        assert dialog.height() == behind.height()
        assert not in_sight(dialog, dialog.reason.edit)
        qtbot.waitUntil(dialog.isActiveWindow)
        qtbot.keyClick(dialog.field, Qt.Key.Key_6)
        assert dialog.focusWidget() is dialog.reason.edit
        assert in_sight(dialog, dialog.reason.edit)


def test_a_dialog_grows_with_what_comes_into_it_and_then_scrolls(behind, opened):
    behind.resize(900, 600)
    dialog = Question(behind, "Việc gì?", "", icon="act.search", verb="Làm")
    dialog.body.addWidget(QLineEdit())
    opened(dialog, dialog.accepted)
    before = dialog.height()
    heights = []
    for _ in range(20):
        dialog.body.addWidget(QLineEdit())
        QApplication.processEvents()
        heights.append(dialog.height())
    assert before < heights[2] < heights[-1] == 600
    assert in_sight(dialog, dialog.verb)


def test_one_press_of_ctrl_enter_in_a_line_writes_it_once(opened, qtbot):
    """The field hears Enter and the dialog Ctrl+Enter: one press, one line in the log."""
    dialog = LineDialog(None, "Ghi sổ", "", icon="act.note", verb="Ghi", label="Nội dung", promise="")
    asked = opened(dialog, dialog.answered)
    qtbot.keyClicks(dialog.field, "mat dien 5 phut")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return, CTRL)
    assert asked == [("mat dien 5 phut",)]


def test_a_transfer_asks_for_unit_and_words_and_hands_over_both(opened, qtbot):
    dialog = TransferDialog(None, samples.case(), samples.NAMES, UNITS, samples.NOW)
    asked = opened(dialog)
    qtbot.keyClicks(dialog.field, "tan giang")
    assert dialog.list.current().code == "TANGIANG"
    assert not dialog.verb.isEnabled()
    assert dialog.consequence.text() == "Thiếu lời nhắn cho đơn vị"
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert asked == []
    qtbot.keyClicks(dialog.reason.edit, "danh nhau")
    assert "Không thấy: danh tính, ghi chú nội bộ" in dialog.consequence.text()
    qtbot.keyClick(dialog.reason.edit, Qt.Key.Key_Return, CTRL)
    ask = asked[0][0]
    assert (ask.to_unit, ask.reason, ask.info_units) == ("TANGIANG", "danh nhau", ())
    assert ask.respond_by == samples.NOW + 15 * samples.MINUTE


def test_an_urgent_transfer_to_the_proposed_unit_is_one_enter(opened, qtbot):
    dialog = TransferDialog(
        None, samples.case(), samples.NAMES, UNITS, samples.NOW, suggested="PC02", reason="Ẩu đả có dao"
    )
    asked = opened(dialog)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert asked[0][0].to_unit == "PC02"
    assert not dialog.isVisible()


def test_a_click_on_a_unit_chooses_it_but_does_not_transfer(opened, qtbot):
    dialog = TransferDialog(None, samples.case(), samples.NAMES, UNITS, samples.NOW, reason="x")
    asked = opened(dialog)
    place = dialog.list.visualRect(dialog.list.model().index(2, 0)).center()
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.list.current().code == "PC02"
    assert asked == []


def test_units_to_know_are_added_by_search_and_removed(opened, qtbot):
    dialog = TransferDialog(
        None, samples.case(), samples.NAMES, UNITS, samples.NOW, suggested="PC02", reason="x"
    )
    asked = opened(dialog)
    for words in ("to 113", "tan giang"):
        qtbot.keyClicks(dialog.info_field, words)
        qtbot.keyClick(dialog.info_field, Qt.Key.Key_Return)
    dialog._drop_info("TO113", dialog._info_row.itemAt(0).widget())
    qtbot.mouseClick(dialog.pills[1], Qt.MouseButton.LeftButton)
    dialog.decide()
    assert asked[0][0].info_units == ("TANGIANG",)
    assert asked[0][0].respond_by == samples.NOW + samples.HOUR


def test_the_receiving_unit_cannot_also_be_one_to_know(opened):
    dialog = TransferDialog(
        None, samples.case(), samples.NAMES, UNITS, samples.NOW, suggested="PC02", reason="x"
    )
    opened(dialog)
    dialog._add_info("PC02")
    assert not dialog.verb.isEnabled()


def test_closing_has_no_default_and_wants_a_reason_where_the_register_does(opened, qtbot):
    dialog = CloseDialog(None, samples.case())
    asked = opened(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert asked == []
    assert dialog.consequence.text() == "Thiếu kết quả xử lý"
    qtbot.keyClick(dialog.field, Qt.Key.Key_6)
    assert dialog.outcome() is Outcome.NOT_ACCEPTED
    assert dialog.consequence.text() == "Thiếu lý do"
    qtbot.keyClicks(dialog.reason.edit, "tin rac")
    qtbot.keyClick(dialog.reason.edit, Qt.Key.Key_Return, CTRL)
    assert asked == [(Outcome.NOT_ACCEPTED, "tin rac")]


def test_closing_is_found_by_letters_too(opened, qtbot):
    dialog = CloseDialog(None, samples.case())
    asked = opened(dialog)
    qtbot.keyClicks(dialog.field, "giai quyet xong")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return, CTRL)
    assert asked == [(Outcome.RESOLVED, "")]


def test_closing_waits_for_replies_whose_fate_is_open(opened):
    dialog = CloseDialog(None, samples.case(), unsettled=1)
    opened(dialog)
    dialog.list.select(Outcome.SPAM.value)
    assert not dialog.verb.isEnabled()
    assert "1 tin chưa rõ" in dialog.consequence.text()


def test_answered_cannot_be_claimed_when_nothing_reached_the_citizen(opened):
    dialog = CloseDialog(None, samples.case(last_outbound_at=0))
    opened(dialog)
    dialog.list.select(Outcome.ANSWERED.value)
    assert not dialog.verb.isEnabled()


def test_labels_by_digit_and_by_letters(opened, qtbot):
    dialog = TagDialog(None, samples.case(tags=("t2",)), TAGS, ["t1", "t2"])
    asked = opened(dialog)
    assert not dialog.verb.isEnabled()
    qtbot.keyClick(dialog.field, Qt.Key.Key_1)
    qtbot.keyClick(dialog.field, Qt.Key.Key_2)
    qtbot.keyClicks(dialog.field, "ma tuy")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return, CTRL)
    assert asked == [(("t1", "t0"), ("t2",))]


def test_a_digit_is_text_once_something_is_typed(opened, qtbot):
    dialog = TagDialog(None, samples.case(tags=()), TAGS, ["t1"])
    opened(dialog)
    qtbot.keyClicks(dialog.field, "a1")
    assert dialog.field.text() == "a1"
    assert dialog.list.ticked() == ()


def test_snoozing_wants_a_time_ahead_and_a_reason(opened, qtbot):
    dialog = SnoozeDialog(None, samples.case(), samples.NOW)
    asked = opened(dialog)
    assert dialog.consequence.text() == "Thiếu lý do"
    qtbot.keyClicks(dialog.reason.edit, "cho dan gui anh")
    qtbot.mouseClick(dialog.pills[3], Qt.MouseButton.LeftButton)
    assert "07:00" in dialog.consequence.text()
    dialog.set_until(samples.NOW - samples.HOUR)
    assert not dialog.verb.isEnabled()
    dialog.set_until(samples.NOW + samples.HOUR)
    qtbot.keyClick(dialog.reason.edit, Qt.Key.Key_Return, CTRL)
    until, words = asked[0]
    assert words == "cho dan gui anh"
    assert until == (samples.NOW + samples.HOUR) // samples.MINUTE * samples.MINUTE


def test_a_reason_is_a_line_of_the_list_or_words_and_other_needs_words(opened, qtbot):
    dialog = reasons.reveal_dialog(None, samples.case())
    asked = opened(dialog)
    assert not dialog.verb.isEnabled()
    dialog.choices[-1].click()
    assert dialog.consequence.text() == "Nói rõ lý do khác là gì"
    qtbot.keyClicks(dialog.words.edit, "theo lenh")
    qtbot.keyClick(dialog.words.edit, Qt.Key.Key_Return, CTRL)
    assert asked == [("Lý do khác: theo lenh",)]


@pytest.mark.parametrize(
    "make",
    [
        lambda: reasons.take_over_dialog(None, samples.case(), "Tuấn"),
        lambda: reasons.ReturnDialog(None, samples.case(), "Trực ban tỉnh", [("Không thuộc địa bàn", False)]),
        lambda: reasons.recall_dialog(None, samples.case()),
        lambda: reasons.reopen_dialog(None, samples.case()),
    ],
)
def test_escape_decides_nothing(opened, qtbot, make):
    dialog = make()
    asked = opened(dialog)
    dialog.choices[0].click()
    assert dialog.verb.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert asked == []
    assert not dialog.isVisible()


def test_merging_has_no_default_and_names_what_stays(opened, qtbot):
    dialog = MergeDialog(None, samples.case(), [Option("c2", "CB26-01483", "Đánh nhau gần chợ Xanh")])
    asked = opened(dialog)
    assert dialog.consequence.text() == "Chưa chọn hồ sơ để gộp vào"
    qtbot.keyClicks(dialog.field, "cho xanh")
    qtbot.keyClicks(dialog.reason.edit, "cung vu")
    assert "đọc tiếp ở CB26-01483" in dialog.consequence.text()
    dialog.decide()
    assert asked == [("c2", "cung vu")]


def test_splitting_leaves_at_least_one_message(opened, qtbot):
    dialog = SplitDialog(None, samples.case(), [samples.message(n, n, f"tin {n}") for n in range(3)])
    asked = opened(dialog)
    for message_id in ("z2", "z0", "z1"):
        dialog.list.toggle(message_id)
    assert not dialog.verb.isEnabled()
    dialog.list.toggle("z1")
    dialog.decide()
    assert asked == [(("z0", "z2"),)]


def unknown(**changes):
    return samples.reply(11, 9, "Cảm ơn anh/chị", ReplyState.UNKNOWN, **changes)


def resolve(opened, item, **options):
    dialog = ResolveDialog(None, item, **options)
    asked = opened(dialog, dialog.check_requested, dialog.resolve_requested, dialog.resend_requested)
    return dialog, asked


def test_the_first_answer_to_an_unknown_send_is_to_look(opened, qtbot):
    dialog, asked = resolve(opened, unknown())
    assert dialog.detail.text() == "Mạng ngắt khi đang gửi lúc 14:39. Gửi lại có thể thành hai tin."
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return, CTRL)
    assert asked == [("r11",)]


def test_sending_again_is_impossible_until_the_conversation_was_read_back(opened, qtbot):
    dialog, asked = resolve(opened, unknown())
    qtbot.keyClick(dialog, Qt.Key.Key_3)
    assert dialog._chosen() == "check"
    dialog, asked = resolve(opened, unknown(searches=1, searched_at=samples.NOW))
    qtbot.keyClick(dialog, Qt.Key.Key_3)
    assert dialog.verb.label() == "Gửi lại"
    assert not dialog.verb.isEnabled()
    qtbot.keyClicks(dialog.reason.edit, "dan bao chua nhan")
    assert "có thể nhận hai lần" in dialog.consequence.text()
    dialog.decide()
    assert asked == [("r11", "dan bao chua nhan")]


@pytest.mark.parametrize(("key", "arrived"), [(Qt.Key.Key_2, True), (Qt.Key.Key_4, False)])
def test_an_officer_decides_with_a_reason(opened, qtbot, key, arrived):
    dialog, asked = resolve(opened, unknown())
    qtbot.keyClick(dialog, key)
    assert not dialog.verb.isEnabled()
    qtbot.keyClicks(dialog.reason.edit, "thay tren OA Manager 2")
    dialog.decide()
    assert asked == [("r11", arrived, "thay tren OA Manager 2")]


def test_the_key_sheet_shows_every_act(themed, qtbot):
    sheet = KeySheet(None, [KeyGroup("Hàng đợi", (("Nhận việc", ("F2",)), ("Lấy tin gấp", ("F8",))))])
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(sheet)
    sheet.open()
    said = {widget.accessibleName() for widget in sheet.findChildren(QWidget)}
    assert {"Nhận việc: F2", "Lấy tin gấp: F8"} <= said
    sheet.grab()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


REQUESTS = [Option("HANDLE", "Xử lý tại chỗ", "cử lực lượng"), Option("HANDLE_ANSWER", "Xử lý và trả lời")]


def test_a_transfer_says_what_is_asked_and_a_unit_only_to_know_has_no_deadline(opened, qtbot):
    dialog = TransferDialog(
        None, samples.case(), samples.NAMES, UNITS, samples.NOW, suggested="PC02", reason="x",
        requests=REQUESTS, accept_minutes=5, citizen_words="Đã chuyển đơn vị",
    )  # fmt: skip
    asked = opened(dialog)
    assert "sau 5 phút không nhận thì hồ sơ về lại" in dialog.consequence.text()
    dialog.requests["HANDLE_ANSWER"].click()
    assert dialog.request() == "HANDLE_ANSWER"
    dialog.requests["INFO"].click()
    assert "Bạn vẫn giữ việc" in dialog.consequence.text()
    assert not dialog.pills[0].isEnabled()
    dialog.decide()
    ask = asked[0][0]
    assert (ask.request, ask.respond_by, ask.tell_citizen) == ("INFO", 0, False)


def test_what_the_unit_will_see_holds_no_name_and_warns_of_a_phone_number(opened):
    detail = samples.detail()
    items = [
        samples.message(1, 0, "Gọi tôi số 0912 345 678, có đánh nhau ở chợ", attachments=(samples.photo(0),))
    ]
    preview = make_preview(detail, items, samples.NAMES, samples.NOW)
    assert preview.attached == "1 ảnh"
    assert "số điện thoại" in preview.warning
    assert preview.alias == detail.case.pseudonym
    assert detail.citizen.masked_name not in preview.text
    dialog = TransferDialog(
        None, samples.case(), samples.NAMES, UNITS, samples.NOW, reason="x", preview=preview
    )
    opened(dialog)
    dialog.show_preview(True)
    assert dialog._stack.currentWidget().text.toPlainText() == preview.text


def test_a_digit_does_the_act_of_a_case_on_its_way(opened, qtbot):
    acts = [
        Option("recall", "Thu hồi"),
        Option("phone", "Đã điện lúc này"),
        Option("accepted", "Qua điện thoại", enabled=False),
    ]
    dialog = PendingDialog(None, samples.case(), acts, "Tỉnh 03:12", "")
    asked = opened(dialog)
    qtbot.keyClick(dialog.field, Qt.Key.Key_3)
    qtbot.keyClick(dialog.field, Qt.Key.Key_9)
    assert asked == []
    qtbot.keyClick(dialog.field, Qt.Key.Key_2)
    assert asked == [("phone",)]
    assert not dialog.isVisible()


def test_the_urgent_checklist_is_stamped_by_digit_and_a_done_line_is_not_stamped_again(opened, qtbot):
    report = UrgentReport(
        "KHAC", samples.NOW - samples.MINUTE, "hanh", (UrgentStamp("phone", samples.NOW, "hanh", "Đ/c Long"),)
    )
    lines = report_lines(
        [("phone", "Điện ngay"), ("written", "Văn bản")], report, {"written": samples.NOW + samples.HOUR}
    )
    assert lines[0].done.startswith("đã điện lúc")
    handed = report_lines([("cqdt", "Báo Cơ quan điều tra")], None, {"cqdt": 9}, {"cqdt": samples.NOW})
    assert handed[0].done.endswith("khi chuyển hồ sơ")
    dialog = UrgentDialog(
        None,
        samples.case(),
        [Option("KHAC", "Việc khác")],
        lines,
        "BÁO CÁO NHANH",
        samples.NOW,
        suggested="KHAC",
    )
    asked = opened(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_1)
    assert asked == []
    qtbot.keyClick(dialog, Qt.Key.Key_2)
    assert asked == [("KHAC", "written")]


def test_a_step_is_stamped_at_once_though_no_kind_is_chosen_and_none_is_claimed(opened, qtbot):
    def make(report):
        lines = report_lines([("phone", "Điện ngay")], report, {})
        kinds = [Option("GIET_NGUOI", "Giết người"), Option("KHAC", "Việc khác")]
        return UrgentDialog(None, samples.case(urgent_report=report), kinds, lines, "nháp", samples.NOW)

    asked = opened(make(None))
    qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_1)
    assert asked == [("", "phone")]
    dialog = make(UrgentReport("", samples.NOW, "hanh"))
    opened(dialog)
    assert "chưa chọn loại việc" in dialog.detail.text()
    assert dialog.trouble() == "Chọn loại việc"
    dialog.list.select("KHAC")
    assert dialog.trouble() == ""


def test_a_return_needs_one_of_the_list_and_some_need_words(opened, qtbot):
    dialog = reasons.ReturnDialog(
        None, samples.case(), "Trực ban tỉnh", [("Không thuộc địa bàn", False), ("Thiếu thông tin", True)]
    )
    asked = opened(dialog, dialog.answered)
    qtbot.keyClicks(dialog.words.edit, "khong ro")
    assert not dialog.verb.isEnabled()
    dialog.choices[1].click()
    assert dialog.verb.isEnabled()
    dialog.words.edit.clear()
    assert not dialog.verb.isEnabled()
    dialog.choices[0].click()
    dialog.decide()
    assert asked == [(0, "")]
