"""The composer: nothing is sent by accident, to the wrong person, half written or twice; no draft is lost."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from console.cache.views import WindowView
from console.domain.canned import rank_canned
from console.domain.catalog import CannedReply
from console.ui.common.spaced import SpacedEdit
from console.ui.composer.attach import MIB, RefusedFileError, check_file
from console.ui.composer.composer import DOUBLE_PRESS_MS, Composer
from console.ui.composer.drafts import DRAFT_EVERY_MS
from console.ui.composer.tabs import ComposerMode
from console.ui.composer.words import left_text, window_words
from console.ui.theme import apply_theme, color
from tests.ui import desk_samples as samples

CTRL = Qt.KeyboardModifier.ControlModifier


def answer(code, title, text):
    return CannedReply(code, title, ("*",), "vi", text, None, False, False, False, False, (), ())


CANNED = [
    answer("XN", "Xác nhận đã tiếp nhận tin", "Đã tiếp nhận, mã {ma_vu_viec}, chuyển {don_vi}."),
    answer("CC", "Cấp căn cước lần đầu", "Ông/bà mang khai sinh tới {noi_lam}."),
    answer("CT", "Cư trú", "Đăng ký thường trú tại công an xã."),
    answer("CD", "Con dấu", "Đăng ký mẫu dấu tại PC06."),
    answer("CX", "Cấp xe", "Đăng ký xe tại PC08."),
]


@pytest.fixture
def composer(themed, qtbot):
    window = QWidget()  # as in the desk it is never a window itself
    qtbot.addWidget(window)
    QVBoxLayout(window).setContentsMargins(0, 0, 0, 0)
    shown = Composer()
    window.layout().addWidget(shown)
    shown.set_now(samples.NOW)
    shown.set_canned(lambda query: rank_canned(query, CANNED), {"ma_vu_viec": "7KD2"})
    window.resize(900, 200)
    window.show()
    shown.set_case(samples.detail())
    yield shown  # the window lives as long as the test


@pytest.fixture
def sent(composer):
    drafts = []
    composer.reply_requested.connect(drafts.append)
    return drafts


def other_case(**changes):
    return samples.detail(
        case=samples.case(case_id="c2", conversation_id="k2", number="CB26-01500", pseudonym="Công dân 9999"),
        **changes,
    )


def type_reply(qtbot, composer, text):
    composer.start(ComposerMode.REPLY)
    qtbot.keyClicks(composer.reply_edit, text)


def test_control_enter_sends_to_the_shown_case_and_keeps_the_text_until_it_is_safe(composer, sent, qtbot):
    composer.set_seen("z10")
    type_reply(qtbot, composer, "Da nhan tin")
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    draft = sent[0]
    assert (draft.case_id, draft.conversation_id, draft.text, draft.seen_message_id) == (
        "c1",
        "k1",
        "Da nhan tin",
        "z10",
    )
    assert composer.reply_edit.text() == "Da nhan tin"
    composer.reply_taken("c1")
    assert composer.reply_edit.text() == ""


def test_enter_alone_is_a_new_line_in_both_modes(composer, sent, qtbot):
    type_reply(qtbot, composer, "a")
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return)
    assert composer.reply_edit.toPlainText() == "a\n"
    composer.start(ComposerMode.NOTE)
    qtbot.keyClick(composer.note_edit, Qt.Key.Key_Return)
    assert composer.note_edit.toPlainText() == "\n"
    assert sent == []


def test_a_double_press_counts_once_even_when_the_first_is_already_taken(composer, sent, qtbot):
    composer.reply_requested.connect(lambda draft: composer.reply_taken(draft.case_id))
    type_reply(qtbot, composer, "a")
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    composer.reply_edit.insertPlainText("b")
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    assert [draft.text for draft in sent] == ["a"]
    composer._pressed.invalidate()
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    assert [draft.text for draft in sent] == ["a", "b"]
    assert DOUBLE_PRESS_MS == 400


def test_while_a_reply_is_being_taken_nothing_more_is_sent(composer, sent, qtbot):
    type_reply(qtbot, composer, "a")
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    composer._pressed.invalidate()
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    assert not composer.foot.send.isEnabled()
    assert len(sent) == 1
    composer.refused("c1", "Máy chủ không nhận, thử lại")
    assert composer.problem.text() == "Máy chủ không nhận, thử lại"
    assert composer.foot.send.isEnabled()
    assert composer.reply_edit.text() == "a"


def test_sending_waits_for_the_input_method(composer, sent, qtbot):
    composer.start(ComposerMode.REPLY)
    edit = composer.reply_edit
    edit.insertPlainText("Tổ 113 đang ")
    QApplication.sendEvent(edit, QInputMethodEvent("chuyê", []))
    qtbot.keyClick(edit, Qt.Key.Key_Return, CTRL)
    assert sent == []
    commit = QInputMethodEvent("", [])
    commit.setCommitString("chuyển")
    QApplication.sendEvent(edit, commit)
    assert [draft.text for draft in sent] == ["Tổ 113 đang chuyển"]


def test_a_held_key_does_not_send_again_and_again(composer, sent, qtbot):
    type_reply(qtbot, composer, "a")
    repeat = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, CTRL, "\r", True)
    QApplication.sendEvent(composer.reply_edit, repeat)
    assert sent == []


def test_a_note_is_saved_with_its_own_key_and_never_sent(composer, sent, qtbot):
    notes = []
    composer.note_requested.connect(lambda case_id, text: notes.append((case_id, text)))
    composer.start(ComposerMode.NOTE)
    qtbot.keyClicks(composer.note_edit, "da goi")
    qtbot.keyClick(composer.note_edit, Qt.Key.Key_Return, CTRL)
    assert (notes, sent) == ([], [])
    assert composer.problem.text() == "Ghi chú lưu bằng Ctrl S, không gửi cho ai"
    qtbot.keyClick(composer.note_edit, Qt.Key.Key_S, CTRL)
    assert (notes, sent) == ([("c1", "da goi")], [])
    composer.note_taken("c1")
    assert composer.note_edit.text() == ""


def test_the_reply_tab_never_saves_a_note(composer, sent, qtbot):
    notes = []
    composer.note_requested.connect(lambda *args: notes.append(args))
    type_reply(qtbot, composer, "tra loi")
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_S, CTRL)
    assert (notes, sent) == ([], [])


def test_switching_tabs_carries_nothing_over(composer, qtbot):
    type_reply(qtbot, composer, "cho dan")
    composer.start(ComposerMode.NOTE)
    assert composer.note_edit.text() == ""
    qtbot.keyClicks(composer.note_edit, "noi bo")
    composer.start(ComposerMode.REPLY)
    assert composer.reply_edit.text() == "cho dan"
    assert composer.foot.save.isHidden()
    assert not composer.foot.send.isHidden()


def test_another_case_gets_its_own_drafts_and_the_old_ones_are_reported_first(composer, qtbot):
    told = []
    composer.draft_changed.connect(lambda *args: told.append(args))
    type_reply(qtbot, composer, "dang viet do")
    composer.set_case(other_case(draft_reply="nháp cũ", draft_note="ghi dở"))
    assert told == [(ComposerMode.REPLY, "c1", "dang viet do", "{}")]
    assert composer.reply_edit.text() == "nháp cũ"
    assert composer.note_edit.text() == "ghi dở"


def test_news_of_the_same_case_never_touch_the_text(composer, qtbot):
    type_reply(qtbot, composer, "dang viet")
    composer.set_case(samples.detail(draft_reply="khác"))
    assert composer.reply_edit.text() == "dang viet"


class CountingTimer:
    """Stands in for the draft timer: counts how often it is started."""

    def __init__(self):
        self.starts, self.active = 0, False

    def start(self):
        self.starts, self.active = self.starts + 1, True

    def stop(self):
        self.active = False

    def isActive(self):
        return self.active


def test_keys_that_keep_coming_do_not_put_the_draft_off(composer, qtbot):
    told = []
    composer.draft_changed.connect(lambda *args: told.append(args))
    watch = composer._reply_draft
    assert watch._timer.interval() == DRAFT_EVERY_MS < 2_000
    watch._timer = timer = CountingTimer()
    type_reply(qtbot, composer, "abc")
    assert timer.starts == 1
    watch.flush()
    watch.flush()
    assert told == [(ComposerMode.REPLY, "c1", "abc", "{}")]
    qtbot.keyClicks(composer.reply_edit, "d")
    assert timer.starts == 2


def test_the_draft_timer_reports(composer, qtbot):
    told = []
    composer.draft_changed.connect(lambda *args: told.append(args))
    type_reply(qtbot, composer, "a")
    composer._reply_draft._timer.timeout.emit()
    assert told == [(ComposerMode.REPLY, "c1", "a", "{}")]


def test_closing_reports_the_draft(composer, qtbot):
    told = []
    composer.draft_changed.connect(lambda *args: told.append(args))
    type_reply(qtbot, composer, "x")
    composer.close()
    assert told == [(ComposerMode.REPLY, "c1", "x", "{}")]


def test_whatever_is_selected_while_sending_the_recipient_is_the_case_that_was_shown(composer, sent, qtbot):
    """Property of T23: swap the case at every step; a draft always carries the case shown at the press."""
    cases = [samples.detail(), other_case()]
    for round_number in range(12):
        shown = cases[round_number % 2]
        composer.set_case(shown)
        composer.reply_edit.set_text(f"tin {round_number}")
        composer._pressed.invalidate()
        before = len(sent)
        composer.reply_requested.connect(lambda _draft: composer.set_case(cases[0]))
        qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
        composer.reply_requested.disconnect()
        composer.reply_requested.connect(sent.append)
        for draft in sent[before:]:
            assert (draft.case_id, draft.conversation_id) == (
                shown.case.case_id,
                shown.case.conversation_id,
            )
            assert draft.text == f"tin {round_number}"


def test_a_text_bound_to_another_case_is_stopped(composer, sent, qtbot):
    type_reply(qtbot, composer, "x")
    composer._bound = ("c7", "k7")
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    assert sent == []
    assert "hồ sơ khác" in composer.problem.text()


def marked(edit):
    """What stands under the mark of what stops a text."""
    return [
        one.cursor.selectedText()
        for one in edit.extraSelections()
        if one.format.background().color() == color("redSubtle")
    ]


def paste(qtbot, edit, text):
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(edit, Qt.Key.Key_V, CTRL)


def test_another_case_s_number_is_marked_while_it_is_typed_and_does_not_go_out(composer, sent, qtbot):
    edit = composer.reply_edit
    type_reply(qtbot, composer, "vu CB26-0148")
    assert (marked(edit), composer.problem.text()) == ([], "")
    qtbot.keyClicks(edit, "3")
    assert marked(edit) == ["CB26-01483"]
    assert "CB26-01483" in composer.problem.text()
    assert not composer.foot.send.isEnabled()
    qtbot.keyClick(edit, Qt.Key.Key_Return, CTRL)
    assert sent == []
    assert edit.textCursor().selectedText() == "CB26-01483"
    qtbot.keyClicks(edit, "CB26-01482")
    assert (marked(edit), composer.problem.text()) == ([], "")
    composer._pressed.invalidate()
    qtbot.keyClick(edit, Qt.Key.Key_Return, CTRL)
    assert [draft.text for draft in sent] == ["vu CB26-01482"]


def test_what_is_pasted_of_another_citizen_is_marked_at_once(composer, sent, qtbot):
    composer.set_case(samples.detail(own_numbers=frozenset({"CB25-00007"})))
    composer.start(ComposerMode.REPLY)
    paste(qtbot, composer.reply_edit, "😀 Công dân 9AC6 báo, xem CB25-00007 và CB26-01500")
    assert marked(composer.reply_edit) == ["Công dân 9AC6", "CB26-01500"]
    assert "Công dân 9AC6" in composer.problem.text()
    assert not composer.foot.send.isEnabled()
    # Once it is known that the number is the citizen's own, only the name is left.
    composer.set_case(samples.detail(own_numbers=frozenset({"CB25-00007", "CB26-01500"})))
    assert marked(composer.reply_edit) == ["Công dân 9AC6"]


def test_a_draft_that_was_pasted_into_the_wrong_case_is_marked_when_it_comes_back(composer):
    composer.set_case(other_case(draft_reply="Hồ sơ CB26-01482"), ComposerMode.REPLY)
    assert marked(composer.reply_edit) == ["CB26-01482"]
    composer.set_case(samples.detail(draft_reply="Hồ sơ CB26-01482"), ComposerMode.REPLY)
    assert marked(composer.reply_edit) == []
    assert composer.problem.text() == ""


def test_a_file_named_after_another_case_stops_the_reply_until_it_is_taken_off(
    composer, sent, qtbot, tmp_path
):
    file = tmp_path / "phieu-CB26-01483.pdf"
    file.write_bytes(b"%PDF-1.4")
    type_reply(qtbot, composer, "gui ong ba")
    assert composer.add_file(file)
    assert "CB26-01483" in composer.problem.text()
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    assert sent == []
    composer.foot.file_label.click()
    assert composer.problem.text() == ""
    composer._pressed.invalidate()
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    assert len(sent) == 1


def test_a_note_may_name_other_cases(composer, qtbot):
    composer.start(ComposerMode.NOTE)
    paste(qtbot, composer.note_edit, "trùng với CB26-01483 của Công dân 9AC6")
    assert marked(composer.note_edit) == []
    assert composer.foot.save.isEnabled()


def test_a_promise_needs_a_second_press(composer, sent, qtbot):
    type_reply(qtbot, composer, "Chung toi cam ket giai quyet")
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    assert sent == []
    assert "Bấm lần nữa để vẫn gửi" in composer.problem.text()
    composer._pressed.invalidate()
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    assert len(sent) == 1


def test_a_ready_answer_is_inserted_and_never_sent_by_enter(composer, sent, qtbot):
    composer.start(ComposerMode.REPLY)
    qtbot.keyClicks(composer.reply_edit, "/")
    assert composer.popup.isVisible()
    assert len(composer.popup.list.options()) <= 4
    qtbot.keyClicks(composer.popup.field, "tiep nhan")
    assert composer.popup.list.options()[0].code == "XN"
    qtbot.keyClick(composer.popup.field, Qt.Key.Key_Return)
    assert not composer.popup.isVisible()
    assert composer.reply_edit.text() == "Đã tiếp nhận, mã 7KD2, chuyển {don_vi}."
    assert sent == []


def test_an_unfilled_slot_blocks_sending_and_is_selected(composer, sent, qtbot):
    composer.start(ComposerMode.REPLY)
    composer._insert_canned(CANNED[0])
    assert not composer.foot.send.isEnabled()
    assert "{don_vi}" in composer.problem.text()
    assert composer.reply_edit.textCursor().selectedText() == "{don_vi}"
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    assert sent == []
    qtbot.keyClicks(composer.reply_edit, "PC02")
    assert composer.foot.send.isEnabled()
    composer._pressed.invalidate()
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    assert [(draft.text, draft.canned_code) for draft in sent] == [
        ("Đã tiếp nhận, mã 7KD2, chuyển PC02.", "XN")
    ]


def test_escape_in_the_popup_returns_to_the_text(composer, qtbot):
    composer.start(ComposerMode.REPLY)
    composer.open_canned()
    qtbot.keyClick(composer.popup.field, Qt.Key.Key_Escape)
    assert not composer.popup.isVisible()
    assert composer.reply_edit.text() == ""


def test_tab_goes_to_the_next_slot(composer, qtbot):
    composer.start(ComposerMode.REPLY)
    composer.reply_edit.set_text("{a} và {b} 😀 {c}")
    picked = []
    for _ in range(4):
        qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Tab)
        picked.append(composer.reply_edit.textCursor().selectedText())
    assert picked == ["{a}", "{b}", "{c}", "{a}"]


def test_a_closed_window_forbids_replying_with_the_reason_and_leaves_notes(composer, sent, qtbot):
    composer.set_case(samples.detail(window=WindowView("closed", 0, 8, 0, 0, "")))
    composer.start(ComposerMode.REPLY)
    qtbot.keyClicks(composer.reply_edit, "x")
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    assert composer.reply_edit.toPlainText() == ""
    assert not composer.foot.send.isEnabled()
    assert composer.head.words() == "Hết cửa sổ trả lời – không gửi được tin miễn phí"
    assert sent == []
    composer.start(ComposerMode.NOTE)
    qtbot.keyClicks(composer.note_edit, "x")
    assert composer.foot.save.isEnabled()


def test_a_text_written_before_the_window_closed_stays_readable(composer, qtbot):
    type_reply(qtbot, composer, "viet do")
    composer.set_case(samples.detail(window=WindowView("closed", 0, 8, 0, 0, "")))
    assert composer.reply_edit.text() == "viet do"


def test_somebody_elses_case_says_who_holds_it(composer):
    composer.set_reply_block("Tuấn đang giữ đến 14:50 – nhận thay để trả lời")
    assert composer.head.words() == "Tuấn đang giữ đến 14:50 – nhận thay để trả lời"
    assert not composer.foot.send.isEnabled()
    composer.set_reply_block("")
    assert composer.head.words().startswith("Tới Công dân 4F7K")


def test_offline_the_button_says_what_will_happen(composer, qtbot):
    type_reply(qtbot, composer, "x")
    composer.set_online(False)
    assert composer.foot.send.label() == "Xếp vào hộp gửi"
    assert "Mất mạng" in composer.head.words()
    assert composer.foot.send.isEnabled()
    composer.set_online(True)
    composer.set_needs_approval(True)
    assert composer.foot.send.label() == "Gửi để duyệt"


def test_the_recipient_is_named_in_head_and_beside_the_button(composer):
    assert composer.head.words() == "Tới Công dân 4F7K · cửa sổ Zalo còn 47 g 51 ph · 6/8 tin"
    assert composer.foot.recipient.text() == "→ Công dân 4F7K · CB26-01482"


def test_the_counter_warns_from_ninety_percent_and_stops_above(composer, sent, qtbot):
    composer.start(ComposerMode.REPLY)
    for length, tone in ((1_799, "text2"), (1_800, "orangeText"), (2_001, "redText")):
        composer.reply_edit.set_text("a" * length)
        assert composer.foot.count._tone == tone
    assert composer.foot.count.text() == "2.001 / 2.000 · 2 tin"
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    assert sent == []
    assert "thành 2 tin" in composer.problem.text() and "còn 6" in composer.problem.text()
    composer._pressed.invalidate()
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    assert [draft.parts for draft in sent] == [True], "the second press is the consent"


def test_consent_is_for_one_text_and_too_many_messages_are_never_sent(composer, sent, qtbot):
    composer.start(ComposerMode.REPLY)
    composer.reply_edit.set_text("a" * 2_001)
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    qtbot.keyClicks(composer.reply_edit, "b")
    composer._pressed.invalidate()
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    assert sent == []
    composer.reply_edit.set_text("a" * 8_001)
    for _ in range(2):
        composer._pressed.invalidate()
        qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    assert sent == []
    assert "thành 5 tin, quá nhiều" in composer.problem.text()


def test_words_and_a_document_are_two_messages_and_a_picture_goes_with_its_words(
    composer, sent, qtbot, tmp_path
):
    type_reply(qtbot, composer, "mau don")
    composer.add_file(write(tmp_path, "a.png", PNG + b"x"))
    assert "tin" not in composer.foot.count.text()
    composer.add_file(write(tmp_path, "a.pdf", b"%PDF-1.4 x"))
    assert composer.foot.count.text().endswith("· 2 tin")
    for _ in range(2):
        composer._pressed.invalidate()
        qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    assert [(draft.text, draft.file.name, draft.parts) for draft in sent] == [("mau don", "a.pdf", True)]


def test_a_promise_is_marked_while_it_is_written_and_not_in_a_note(composer, qtbot):
    type_reply(qtbot, composer, "cam ket se giai quyet")
    (mark,) = composer.reply_edit.extraSelections()
    assert mark.cursor.selectedText() == "cam ket"
    composer.start(ComposerMode.NOTE)
    qtbot.keyClicks(composer.note_edit, "cam ket se giai quyet")
    assert composer.note_edit.extraSelections() == []


def test_the_stop_panel_keeps_the_text_and_sends_only_with_a_reason(composer, sent, qtbot):
    type_reply(qtbot, composer, "tra loi cu")
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    sent.clear()
    composer.show_stop("Công dân vừa nhắn thêm 1 tin – chưa gửi", ["Có 4 người"])
    assert composer.stop.isVisible()
    assert composer.reply_edit.text() == "tra loi cu"
    composer._pressed.invalidate()
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    assert sent == []
    assert not composer.stop.send.isEnabled()
    qtbot.keyClicks(composer.stop.reason, "van dung")
    qtbot.mouseClick(composer.stop.send, Qt.MouseButton.LeftButton)
    assert [(draft.text, draft.override_reason) for draft in sent] == [("tra loi cu", "van dung")]


def test_having_read_the_news_the_officer_writes_on(composer, sent, qtbot):
    type_reply(qtbot, composer, "a")
    composer.show_stop("Có tin mới", ["x"])
    read = []
    composer.news_read.connect(lambda: read.append(1))
    qtbot.mouseClick(composer.stop.go_on, Qt.MouseButton.LeftButton)
    assert read == [1]
    assert not composer.stop.isVisible()
    composer._pressed.invalidate()
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    assert len(sent) == 1


def test_pasting_takes_plain_text_only(composer):
    mime = QMimeData()
    mime.setHtml('<img src="file:///etc/hostname"><b>đậm</b>')
    mime.setText("đậm")
    QGuiApplication.clipboard().setMimeData(mime)
    composer.start(ComposerMode.REPLY)
    composer.reply_edit.paste()
    assert composer.reply_edit.toPlainText() == "đậm"
    only_html = QMimeData()
    only_html.setHtml("<b>x</b>")
    assert composer.reply_edit.canInsertFromMimeData(only_html) in (False, only_html.hasText())


def test_backspace_and_escape_are_never_eaten(composer, qtbot):
    type_reply(qtbot, composer, "ab")
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Backspace)
    assert composer.reply_edit.text() == "a"
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Escape)
    assert composer.reply_edit.text() == "a"


def test_text_put_back_does_not_overwrite_what_is_there(composer, qtbot):
    type_reply(qtbot, composer, "moi")
    composer.put_reply("cũ")
    assert composer.reply_edit.toPlainText() == "moi\ncũ"


def test_the_text_goes_out_composed(composer, sent, qtbot):
    composer.start(ComposerMode.REPLY)
    composer.reply_edit.set_text("Cao Ba\u0306\u0300ng")
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    assert sent[0].text == "Cao B\u1eb1ng"


PNG = b"\x89PNG\r\n\x1a\n"


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_files_zalo_would_not_take_are_refused_while_choosing(composer, tmp_path):
    assert composer.add_file(write(tmp_path, "a.png", PNG + b"x"))
    assert composer.foot.file_label.isVisible()
    assert composer.foot.send.isEnabled()
    for name, data, words in (
        ("big.png", PNG + b"x" * MIB, "tối đa 1.024 KB"),
        ("big.pdf", b"%PDF-" + b"x" * 5 * MIB, "tối đa 5.120 KB"),
        ("a.exe", b"MZ", "Zalo chỉ nhận"),
        ("fake.jpg", b"MZ....", "không đúng với đuôi .jpg"),
    ):
        assert not composer.add_file(write(tmp_path, name, data))
        assert words in composer.problem.text()
    with pytest.raises(RefusedFileError, match="Không đọc được"):
        check_file(tmp_path / "none.png")


def test_a_chosen_file_goes_with_the_reply_and_can_be_dropped(composer, sent, qtbot, tmp_path):
    composer.add_file(write(tmp_path, "a.png", PNG + b"x"))
    qtbot.keyClick(composer.reply_edit, Qt.Key.Key_Return, CTRL)
    assert sent[0].file.media_type == "image/png"
    composer.reply_taken("c1")
    composer.add_file(write(tmp_path, "b.png", PNG + b"x"))
    qtbot.mouseClick(composer.foot.file_label, Qt.MouseButton.LeftButton)
    assert not composer.foot.send.isEnabled()


def test_the_window_is_told_in_words_that_do_not_claim_more_than_is_known():
    hour = samples.HOUR
    now = samples.NOW
    assert left_text(47 * hour + 51 * samples.MINUTE) == "47 g 51 ph"
    assert left_text(6 * 24 * hour + 4 * hour) == "6 ngày 4 g"
    assert left_text(-5) == "00 ph"
    unknown = WindowView("open", -1, 8, now + hour, now + 9 * hour, "")
    assert window_words(unknown, now) == ("cửa sổ Zalo còn 1 g 0 ph", "text2")
    doubtful = WindowView("open", 8, 8, now + hour, now + 72 * hour, "", maybe_used=1)
    words, tone = window_words(doubtful, now)
    assert (words, tone) == ("cửa sổ Zalo còn 1 g 0 ph · 7–8/8 tin, 1 tin chưa rõ", "orangeText")
    assert window_words(doubtful, now, short=True)[0].endswith("7–8/8 tin")
    spent = WindowView("closing", 0, 8, now + hour, now + 72 * hour, "")
    assert window_words(spent, now) == ("hết tin miễn phí · Zalo đóng sau 3 ngày 0 g", "orangeText")
    assert window_words(WindowView("open", -1, 0, 0, 0, ""), now)[0] == "chưa rõ cửa sổ Zalo"


def test_the_composer_folds_in_a_narrow_conversation(composer, themed):
    composer.window().resize(420, 240)
    themed.processEvents()
    assert composer.width() == 420
    assert composer.foot.canned_small.isVisible()
    assert composer.head.under.isVisible()
    assert composer.foot.send.geometry().right() <= composer.foot.width()


def test_no_case_no_composer(composer, sent, qtbot):
    composer.set_case(None)
    assert not composer.isEnabled()
    composer._send()
    assert sent == []


@pytest.mark.parametrize("text", samples.HOSTILE, ids=range(len(samples.HOSTILE)))
def test_hostile_drafts_and_names_are_shown_as_text(composer, text):
    case = samples.case(case_id="c3", pseudonym=text[:500])
    composer.set_case(samples.detail(case=case, draft_reply=text[:30_000], draft_note=text[:30_000]))
    composer.show_stop(text, [text])
    composer.refused("c3", text)
    composer.set_reply_block(text)
    composer.grab()
    composer.set_mode(ComposerMode.NOTE)
    composer.grab()
    assert "\u202e" not in composer.head.words()
    QTest.qWait(0)


def test_a_closed_window_names_the_ways_on_and_keeps_the_text(composer, qtbot):
    type_reply(qtbot, composer, "dang viet")
    assert composer.way.isHidden()
    composer.set_case(samples.detail(window=WindowView("closed", 0, 8, 0, 0, "Đã quá 7 ngày")))
    assert composer.way.isVisible()
    assert "gọi điện" in composer.way.text() and "Không thể trả lời công dân" in composer.way.text()
    assert composer.reply_edit.text() == "dang viet"
    composer.start(ComposerMode.NOTE)
    assert composer.way.isHidden()


# ---- lines


def tops(edit):
    """Where each line of the text begins, in px of the field."""
    found, at = [], 0.0
    block = edit.document().begin()
    while block.isValid():
        box = edit.document().documentLayout().blockBoundingRect(block)
        found += [at + block.layout().lineAt(number).y() for number in range(block.layout().lineCount())]
        at += box.height()
        block = block.next()
    return found


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_lines_stand_22_px_apart_and_two_need_no_more_room_than_the_design_gives(composer, scale):
    apply_theme(QApplication.instance(), "light", scale)
    edit = composer.reply_edit
    edit.set_text("ẨỄỆỘẪ gjpqỵ " * 12 + "\nẨỄỆ")
    found = tops(edit)
    assert len(found) >= 3
    assert {round(b - a) for a, b in pairwise(found)} == {round(22 * scale)}
    edit.set_text("Tổ tuần tra\nđã tới nơi")
    assert edit.lines_height() <= round(60 * scale)
    assert edit.verticalScrollBar().maximum() == 0


def test_a_long_text_has_no_bar_to_scroll_sideways(themed, qtbot):
    field = SpacedEdit("body")
    qtbot.addWidget(field)
    field.setFixedSize(470, 100)
    field.setPlainText(
        "Công an tỉnh Cao Bằng đã tiếp nhận thông tin ông/bà cung cấp (mã số 1) và chuyển bộ phận " * 4
    )
    field.show()
    QApplication.processEvents()
    assert not field.horizontalScrollBar().isVisible()
    assert field.verticalScrollBar().isVisible()


def test_the_cursor_stays_in_sight_in_a_long_text(composer):
    edit = composer.reply_edit
    edit.setFocus()
    for _ in range(30):
        QTest.keyClicks(edit, "dong")
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.viewport().rect().contains(edit.cursorRect())
    QTest.keyClick(edit, Qt.Key.Key_Home, CTRL)
    assert edit.viewport().rect().contains(edit.cursorRect())


def test_the_verb_ends_where_the_field_ends(composer):
    composer.resize(900, composer.height())
    QApplication.processEvents()
    field, verb = composer.reply_edit, composer.foot.send
    assert (
        verb.mapTo(composer, verb.rect().topRight()).x() == field.mapTo(composer, field.rect().topRight()).x()
    )
