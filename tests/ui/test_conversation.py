"""The conversation list: what each item says, keeping its place, acting by key and mouse, finding, copying."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QMenu, QWidget

from console.cache.views import MediaState, Presence, PresenceKind
from console.domain.case import CaseState, ReplyState, TransferState
from console.domain.message import Direction, MessageType
from console.ui.conversation.header import ConversationHeader
from console.ui.conversation.media_paint import voice_places
from console.ui.conversation.pane import ConversationPane
from console.ui.conversation.parts import Box, Link, OneLine, ThreadAct, VoiceBar, mark_format, spot, wrap
from console.ui.conversation.rows import make_rows
from console.ui.conversation.view import ThreadView
from tests.pace import spending
from tests.ui import desk_samples as samples


@pytest.fixture
def view(themed, qtbot):
    shown = ThreadView()
    qtbot.addWidget(shown)
    shown.set_initials("4F")
    shown.set_now(samples.NOW)
    shown.set_unit_names(samples.NAMES.unit)
    shown.resize(900, 600)
    shown.show()
    return shown


def laid(view, key):
    return view._delegate.laid(view._model.position(key))


def texts(view, key):
    row = laid(view, key)
    return [part.text for part in row.parts if isinstance(part, OneLine | Link)] + [
        words.text for words in row.words
    ]


def many(count, *, start=0):
    return tuple(
        samples.message(start + n, 0, f"Tin số {start + n} gần chợ Xanh " * (1 + n % 4)) for n in range(count)
    )


def spot_of(view, key, kind):
    """The middle of a link of a row, in the viewport."""
    position = view._model.position(key)
    corner = view.visualRect(view._model.index(position)).topLeft()
    link = next(part for part in laid(view, key).parts if isinstance(part, Link) and part.act.kind is kind)
    return corner + link.rect.center().toPoint()


@pytest.mark.parametrize(
    ("state", "changes", "words", "acts"),
    [
        (ReplyState.PERMITTED, {}, "Đang gửi…", []),
        (ReplyState.SENT, {}, "Đã gửi 14:33", []),
        (
            ReplyState.UNKNOWN,
            {},
            "Chưa rõ đã tới công dân hay chưa",
            [ThreadAct.CHECK_REPLY, ThreadAct.RESOLVE_REPLY],
        ),
        (
            ReplyState.QUEUED,
            {"not_before": samples.NOW + 4_200},
            "Gửi sau 5 giây",
            [ThreadAct.CANCEL_REPLY],
        ),
        (ReplyState.QUEUED, {}, "Chờ gửi", [ThreadAct.EDIT_REPLY, ThreadAct.CANCEL_REPLY]),
        (
            ReplyState.REJECTED,
            {"reason": "công dân đã bỏ quan tâm OA"},
            "Không gửi được: công dân đã bỏ quan tâm OA",
            [ThreadAct.RESEND_REPLY, ThreadAct.EDIT_REPLY],
        ),
        (
            ReplyState.AWAITING_APPROVAL,
            {},
            "Chờ duyệt – chưa gửi",
            [ThreadAct.EDIT_REPLY, ThreadAct.CANCEL_REPLY],
        ),
        (
            ReplyState.CANCELLED,
            {"reason": "Công dân vừa nhắn thêm"},
            "Chưa gửi: Công dân vừa nhắn thêm",
            [ThreadAct.EDIT_REPLY],
        ),
        (ReplyState.CANCELLED, {}, "Đã bỏ trước khi gửi 14:33", []),
        (
            ReplyState.NOT_SENT,
            {},
            "Cán bộ xác định chưa tới công dân 14:33",
            [ThreadAct.EDIT_REPLY],
        ),
        (ReplyState.CONFIRMED, {}, "Cán bộ xác nhận đã tới công dân 14:33", []),
    ],
)
def test_a_reply_says_what_is_known_of_it_and_offers_only_what_may_be_done(view, state, changes, words, acts):
    view.set_thread("c1", [samples.reply(1, 3, "Đã nhận tin", state, **changes)])
    assert words in texts(view, "r:r1")
    assert [act.kind for act in laid(view, "r:r1").acts] == acts
    assert words in laid(view, "r:r1").spoken


def test_sending_again_is_never_one_click_for_an_unknown_outcome(view):
    view.set_thread("c1", [samples.reply(1, 3, "x", ReplyState.UNKNOWN, searches=3, propose_not_sent=True)])
    assert ThreadAct.RESEND_REPLY not in [act.kind for act in laid(view, "r:r1").acts]


def test_a_queued_reply_waits_for_the_line_when_offline(view):
    view.set_thread("c1", [samples.reply(1, 3, "x", ReplyState.QUEUED)])
    view.set_online(False)
    assert "Chờ mạng – tự gửi khi có lại" in texts(view, "r:r1")
    view.set_online(True)
    assert "Chờ gửi" in texts(view, "r:r1")


def test_the_hold_counts_down_and_escape_takes_the_reply_back(view, qtbot):
    view.set_thread("c1", [samples.reply(1, 9, "x", ReplyState.QUEUED, not_before=samples.NOW + 5_000)])
    asked = []
    view.act_requested.connect(asked.append)
    assert "Gửi sau 5 giây" in texts(view, "r:r1")
    view.set_now(samples.NOW + 3_500)
    assert "Gửi sau 2 giây" in texts(view, "r:r1")
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert [(act.kind, act.ref) for act in asked] == [(ThreadAct.CANCEL_REPLY, "r1")]
    view.set_now(samples.NOW + 5_000)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert len(asked) == 1
    assert view.held_replies() == []


def test_a_click_on_a_word_that_acts_asks_for_it(view, qtbot):
    view.set_thread("c1", samples.thread())
    asked = []
    view.act_requested.connect(asked.append)
    place = spot_of(view, "r:r11", ThreadAct.RESOLVE_REPLY)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [(act.kind, act.ref) for act in asked] == [(ThreadAct.RESOLVE_REPLY, "r11")]


def test_every_word_that_acts_is_reached_by_keyboard(view, qtbot):
    view.set_thread("c1", samples.thread())
    view.show_key("r:r11")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    menu = view.findChild(QMenu)
    assert [entry.text() for entry in menu.actions()][:2] == ["Kiểm tra lại", "Đánh dấu đã gửi…"]
    asked = []
    view.act_requested.connect(asked.append)
    menu.actions()[0].trigger()
    assert asked[0].kind is ThreadAct.CHECK_REPLY
    menu.close()


def test_opening_stands_at_the_new_line_and_news_below_keep_the_place(view, qtbot):
    view.set_thread("c1", many(60), 3)
    rows = [row.key for row in view._model.rows()]
    assert rows.index("new") == rows.index("m:z57") - 1
    assert view.visualRect(view._model.index(rows.index("new"))).top() >= 0
    view.verticalScrollBar().setValue(200)
    before = view.indexAt(QPoint(10, 10)).row(), view.verticalScrollBar().value()
    view.set_thread("c1", (*many(60), samples.message(60, 9, "mới"), samples.message(61, 9, "mới nữa")))
    assert (view.indexAt(QPoint(10, 10)).row(), view.verticalScrollBar().value()) == before
    assert view.pill.isVisible()
    assert view.pill.accessibleName() == "2 tin mới"
    qtbot.mouseClick(view.pill, Qt.MouseButton.LeftButton)
    assert view.at_bottom()
    assert not view.pill.isVisible()


def test_at_the_bottom_news_scroll_into_sight_without_a_pill(view):
    view.set_thread("c1", many(60))
    assert view.at_bottom()
    view.set_thread("c1", (*many(60), samples.message(60, 9, "mới")))
    assert view.at_bottom()
    assert not view.pill.isVisible()


def test_the_top_row_stays_the_top_row_when_the_width_changes(view, themed):
    view.set_thread("c1", many(80))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    key, offset = view._anchor
    for width in (500, 1100, 640, 900):
        view.resize(width, 600)
        themed.processEvents()
        index = view._model.index(view._model.position(key))
        assert view.visualRect(index).top() == offset


def test_at_the_bottom_it_stays_there_when_the_size_changes(view, themed):
    view.set_thread("c1", many(80))
    for size in ((500, 600), (500, 300), (1000, 700)):
        view.resize(*size)
        themed.processEvents()
        assert view.at_bottom()


def test_another_case_starts_anew(view):
    view.set_thread("c1", many(80))
    view.verticalScrollBar().setValue(10)
    view.set_thread("c2", many(80, start=100))
    assert view.at_bottom()
    assert view.case_id() == "c2"
    view.clear()
    assert view._model.rowCount() == 0
    assert view._delegate._laid == {}


def test_only_what_changed_is_touched(view):
    items = many(50)
    view.set_thread("c1", items)
    removed, inserted, changed = [], [], []
    view._model.rowsRemoved.connect(lambda *_: removed.append(1))
    view._model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    view._model.dataChanged.connect(lambda top, *_: changed.append(top.row()))
    recalled = samples.message(7, 0, items[7].text, recalled_at=samples.NOW)
    view.set_thread("c1", (*items[:7], recalled, *items[8:], samples.message(50, 5, "mới")))
    assert (removed, inserted, changed) == ([], [(50, 50)], [7])


def test_end_home_and_arrows_move_and_letters_are_left_to_the_window(view, qtbot):
    view.set_thread("c1", many(60))
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.at_bottom()
    at = view.currentIndex().row()
    qtbot.keyClick(view, Qt.Key.Key_T)
    assert view.currentIndex().row() == at


def test_a_recalled_message_is_hidden_until_asked_for_and_asking_is_told(view, qtbot):
    view.set_thread("c1", [samples.message(1, 0, "địa chỉ nhà tôi", recalled_at=samples.NOW)])
    assert "địa chỉ nhà tôi" not in " ".join(texts(view, "m:z1"))
    assert any("đã thu hồi lúc 14:39" in text for text in texts(view, "m:z1"))
    asked = []
    view.act_requested.connect(asked.append)
    place = spot_of(view, "m:z1", ThreadAct.SHOW_RECALLED)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "địa chỉ nhà tôi" not in texts(view, "m:z1"), "the log has it first"
    view.show_recalled("z1")
    assert "địa chỉ nhà tôi" in texts(view, "m:z1")
    assert asked[0].kind is ThreadAct.SHOW_RECALLED


def test_a_message_sent_outside_the_console_says_so(view):
    view.set_thread("c1", [samples.message(1, 0, "chào", direction=Direction.OUTBOUND, outside=True)])
    assert any(words.startswith("Gửi ngoài hệ thống 14:30") for words in texts(view, "m:z1"))


def one_attachment(view, item, **changes):
    view.set_thread("c1", [samples.message(1, 0, type=item.kind, attachments=(item,), **changes)])
    return " | ".join(texts(view, "m:z1"))


def test_a_link_is_text_with_its_real_host(view):
    shown = one_attachment(view, samples.attachment(MessageType.LINK, url="https://zalo.me@evil.vn/x"))
    assert "Máy chủ: evil.vn" in shown
    shown = one_attachment(view, samples.attachment(MessageType.LINK, url="https://zalò.me/x"))
    assert "xn--zal-" in shown
    assert [act.kind for act in laid(view, "m:z1").acts] == [ThreadAct.COPY, ThreadAct.OPEN_LINK]


def test_a_file_shows_the_ending_its_content_has(view):
    item = samples.attachment(MessageType.FILE, "báo-cáo\u202efdp.exe", media_type="application/pdf")
    shown = one_attachment(view, item)
    assert "\u202e" not in shown
    assert "⟦RLO⟧" in shown
    assert "Tên ghi “.exe” nhưng nội dung không phải" in shown


def test_attachments_say_that_they_wait_or_are_lost(view):
    waiting = samples.attachment(MessageType.FILE, "a.pdf", state=MediaState.WAITING)
    assert "đang tải về…" in one_attachment(view, waiting)
    lost = samples.attachment(MessageType.VOICE, state=MediaState.LOST, reason="liên kết đã hết hạn")
    assert "Chưa tải được: liên kết đã hết hạn" in one_attachment(view, lost)
    assert [act.kind for act in laid(view, "m:z1").acts] == [ThreadAct.RETRY_MEDIA]


def test_what_nobody_knows_is_shown_as_unsupported(view):
    view.set_thread("c1", [samples.message(1, 0, type=MessageType.UNSUPPORTED)])
    assert any("Kiểu chưa hỗ trợ" in text for text in texts(view, "m:z1"))
    assert "Kiểu chưa hỗ trợ" in one_attachment(view, samples.attachment(MessageType.UNSUPPORTED))


def test_photos_are_asked_of_the_provider_and_painted(view, themed):
    asked = []
    red = QImage(40, 40, QImage.Format.Format_RGB32)
    red.fill(QColor("#ff0000"))

    def provider(file_id, width, height):
        asked.append((file_id, width, height))
        return red if file_id == "f0" else None

    view.set_thumbnails(provider)
    view.set_thread("c1", [samples.message(1, 0, attachments=(samples.photo(0), samples.photo(1)))])
    picture = view.viewport().grab().toImage()
    assert {entry[0] for entry in asked} == {"f0", "f1"}
    row = view.visualRect(view._model.index(0))
    place = row.topLeft() + QPoint(58 + 70, 12 + 30)
    assert picture.pixelColor(place) == QColor("#ff0000")
    assert picture.pixelColor(place + QPoint(154, 0)) != QColor("#ff0000")


def test_a_transfer_card_says_how_it_stands(view):
    def card(state):
        return samples.event(1, 3, "case.transferred", "chuyển", transfer_unit="PC02", transfer_state=state)

    for state, words in (
        (TransferState.PENDING, "Chờ tiếp nhận"),
        (TransferState.ACCEPTED, "Đã tiếp nhận"),
        (TransferState.RETURNED, "Trả lại"),
    ):
        view.set_thread("c1", [card(state)])
        assert words in laid(view, "e:1").spoken
        assert "PC02 Hình sự" in laid(view, "e:1").spoken


def test_a_note_says_that_the_citizen_does_not_see_it(view):
    view.set_thread("c1", [samples.note(1, 3, "Gọi @Hoàng Đức Long nhé")])
    assert laid(view, "n:n1").spoken.startswith("Ghi chú nội bộ, công dân không thấy")
    words = laid(view, "n:n1").words[0]
    assert [words.text[start : start + length] for start, length in words.mentions] == ["@Hoàng Đức Long"]


def test_who_a_note_calls_is_semibold_where_he_stands_and_lines_break_by_it(view):
    view.set_thread("c1", [samples.note(1, 3, "😀 Gọi @Hoàng Đức Long nhé")])
    words = laid(view, "n:n1").words[0]
    (strong,) = words.layout.formats()
    shown = words.layout.text().encode("utf-16-le")
    assert (
        shown[2 * strong.start : 2 * (strong.start + strong.length)].decode("utf-16-le") == "@Hoàng Đức Long"
    )
    assert strong.format.fontWeight() == 600
    plain, width, _ = wrap(words.text, "msg", 1000)
    assert plain.formats() == []
    assert wrap(words.text, "msg", 1000, words.mentions)[1] > width


def test_a_match_behind_an_emoji_is_marked_where_it_stands():
    text = "😀😀 xe 11B1"
    assert [(one.start, one.length) for one in spot(text, [(3, 2)], mark_format())] == [(5, 2)]


def test_a_screen_reader_hears_every_row(view):
    view.set_thread("c1", samples.thread(), 1)
    view.viewport().grab()
    model = view._model
    for position in range(model.rowCount()):
        assert model.index(position).data(Qt.ItemDataRole.AccessibleTextRole).strip()


def test_looks_again_and_again_stand_in_one_line_with_their_number(view):
    """Six officers who open a case at night must not push the citizen's words out of sight."""
    look = [samples.event(n, n, "case.viewed", "mở xem hồ sơ") for n in range(1, 4)]
    view.set_thread("c1", look[:1], 0)
    assert texts(view, "e:1") == ["Hạnh", "mở xem hồ sơ", "14:31"]
    view.set_thread("c1", look, 0)
    assert view._model.rowCount() == 1
    assert texts(view, "e:1") == ["Hạnh", "mở xem hồ sơ", "14:31–14:33 · 3 lần"]
    assert view._model.position("e:3") == 0
    assert "3 lần" in view._model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize(
    "second",
    [
        {"name": "Tuấn"},
        {"words": "xem danh tính: gọi lại"},
        {"kind": "case.claimed"},
        {"transfer_unit": "PC02"},
    ],
)
def test_only_the_same_said_of_the_same_person_is_put_together(second):
    first = {"kind": "case.viewed", "words": "mở xem hồ sơ", "name": "Hạnh"}
    items = [samples.event(1, 1, **first), samples.event(2, 1, **(first | second))]
    assert [row.key for row in make_rows(items)] == ["e:1", "e:2"]
    between = [items[0], samples.note(5, 1, "gọi rồi"), samples.event(3, 2, **first)]
    assert [row.key for row in make_rows(between)] == ["e:1", "n:n5", "e:3"]


def test_days_part_a_long_conversation():
    items = [samples.message(1, 0, "hôm nay"), samples.message(2, 24 * 60, "hôm sau")]
    assert [row.label for row in make_rows(items) if row.item is None] == ["14/03/2026", "15/03/2026"]
    assert [row.label for row in make_rows(items[:1]) if row.item is None] == []


def test_copying_a_message_marks_the_clipboard_as_private_and_tells_how_much(view, qtbot):
    view.set_thread("c1", [samples.message(1, 0, "biển số 11B1")])
    copied = []
    view.copied.connect(copied.append)
    view.show_key("m:z1")
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    board = QGuiApplication.clipboard()
    assert board.text() == "biển số 11B1"
    assert bytes(board.mimeData().data("x-kde-passwordManagerHint").data()) == b"secret"
    assert copied == [len("biển số 11B1")]


def test_text_is_selected_in_an_editor_that_cannot_change_it(view, qtbot):
    view.set_thread("c1", [samples.message(1, 0, "biển số 11B1")])
    copied = []
    view.copied.connect(copied.append)
    view.show_key("m:z1")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    editor = view.open_editor()
    assert editor.isReadOnly()
    qtbot.keyClicks(editor, "xyz")
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "biển số 11B1"
    assert copied == [12]
    with qtbot.waitSignal(editor.destroyed):
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert view._model.row(0).item.text == "biển số 11B1"


def test_finding_marks_without_accents_and_walks_round(themed, qtbot):
    pane = ConversationPane(samples.NAMES)
    qtbot.addWidget(pane)
    pane.resize(900, 700)
    pane.show()
    pane.show_thread()
    pane.thread_view.set_thread("c1", samples.thread())
    qtbot.keyClick(pane.thread_view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert pane.find_bar.isVisible()
    qtbot.keyClicks(pane.find_bar.field, "cau bang giang")
    assert pane.find_bar.count.text() == "2 chỗ khớp"
    seen = []
    for _ in range(3):
        qtbot.keyClick(pane.find_bar.field, Qt.Key.Key_Return)
        seen.append(pane.thread_view._model.row(pane.thread_view.currentIndex().row()).key)
    assert seen == ["m:z10", "r:r11", "m:z10"]
    assert pane.find_bar.count.text() == "1/2"
    qtbot.keyClicks(pane.find_bar.field, "zzz")
    assert pane.find_bar.count.text() == "Không thấy"
    qtbot.keyClick(pane.find_bar.field, Qt.Key.Key_Escape)
    assert not pane.find_bar.isVisible()


def test_finding_paints_the_mark_colour(view):
    view.set_thread("c1", [samples.message(1, 0, "chợ Xanh")])
    before = view.viewport().grab().toImage()
    view.find_text("cho xanh")
    after = view.viewport().grab().toImage()
    mark = QColor("#B9ECF6")
    place = [(x, y) for x in range(58, 140) for y in range(8, 45)]
    assert not any(before.pixelColor(x, y) == mark for x, y in place)
    assert any(after.pixelColor(x, y) == mark for x, y in place)


@pytest.mark.parametrize("text", samples.HOSTILE, ids=range(len(samples.HOSTILE)))
def test_hostile_text_is_drawn_as_text_everywhere(view, text, tmp_path):
    items = (
        samples.message(1, 0, text),
        samples.message(2, 0, attachments=(samples.attachment(MessageType.FILE, text, url=text),)),
        samples.message(3, 0, attachments=(samples.attachment(MessageType.LINK, text, url=text),)),
        samples.message(
            4,
            0,
            attachments=(samples.attachment(MessageType.VOICE, state=MediaState.LOST, reason=text),),
        ),
        samples.reply(5, 1, text, ReplyState.REJECTED, reason=text, author_name=text, file_name=text),
        samples.note(6, 2, text, text),
        samples.event(7, 3, "case.tagged", text, text),
        samples.event(8, 3, "case.transferred", text, text, transfer_unit=text),
    )
    with spending() as spent:
        view.set_thread("c1", items)
        view.viewport().grab()
        view.find_text(text[:50])
        view.viewport().grab()
    assert spent.seconds < 2.0
    for row in view._model.rows():
        assert "\u202e" not in laid(view, row.key).spoken


def test_five_hundred_messages_open_within_the_budget(view, themed):
    items = many(500)
    with spending() as spent:
        view.set_thread("c9", items, 3)
        themed.processEvents()
        view.viewport().grab()
    assert spent.seconds < 0.6  # the budget is 0.20 s on an idle machine


def test_the_header_names_the_case_and_hides_what_makes_no_sense(themed, qtbot):
    header = ConversationHeader(samples.NAMES)
    qtbot.addWidget(header)
    header.resize(1000, 60)
    header.show()
    header.set_case(samples.detail(), "hanh", samples.NOW)
    assert header.title.text() == "Công dân 4F7K"
    assert header.detail.text() == "CB26-01482 · Tố giác, tin báo · nhận 14:30"
    assert header.state.accessibleName() == "Bạn đang giữ"
    assert not header.claim.isVisible()
    header.set_case(samples.detail(case=samples.case(owner="", lease_until=0)), "hanh", samples.NOW)
    assert header.claim.isVisible()
    asked = []
    header.claim_requested.connect(lambda: asked.append("claim"))
    qtbot.mouseClick(header.claim, Qt.MouseButton.LeftButton)
    assert asked == ["claim"]
    closed = samples.case(state=CaseState.CLOSED, closed_at=samples.NOW)
    header.set_case(samples.detail(case=closed), "hanh", samples.NOW)
    assert not header.close_button.isVisible()
    menu = header.menu()
    looked = "Ai đã xem hồ sơ này\tCtrl Alt X"
    wish = "Yêu cầu liên hệ của người báo tin…"
    packet = "Bộ hồ sơ chuyển Cơ quan điều tra…\tCtrl Alt E"
    people = "Người bị tố giác, bị hại…\tCtrl Alt M"
    texts = [entry.text() for entry in menu.actions()]
    assert texts == ["Mở lại hồ sơ…", people, packet, "Xuất hồ sơ…", wish, looked]
    menu.close()


def test_a_narrow_header_keeps_its_verbs_in_the_menu(themed, qtbot):
    header = ConversationHeader(samples.NAMES)
    qtbot.addWidget(header)
    header.resize(430, 60)
    header.show()
    header.set_case(samples.detail(), "hanh", samples.NOW)
    assert not header.transfer.isVisible()
    asked = []
    header.transfer_requested.connect(lambda: asked.append(1))
    menu = header.menu()
    next(entry for entry in menu.actions() if entry.text() == "Chuyển").trigger()
    assert asked == [1]
    menu.close()


def test_a_link_in_a_text_says_where_it_really_leads(view):
    words = "xem https://zalo.me@evil.vn/x) nhé, hoặc www.cong-an.vn, hoặc https://zalo.me/x"
    view.set_thread("c1", [samples.message(1, 0, words)])
    shown = texts(view, "m:z1")
    assert "Liên kết tới evil.vn" in shown
    assert "Liên kết tới www.cong-an.vn" in shown
    # A login in front of the host is a trick: that link is only text.
    kinds = [act.kind for act in laid(view, "m:z1").acts]
    assert kinds == [ThreadAct.COPY, ThreadAct.COPY, ThreadAct.COPY, ThreadAct.OPEN_LINK]


def test_a_stored_recording_is_a_bar_that_plays_and_changes_speed(view, qtbot):
    voice = samples.attachment(MessageType.VOICE, file_id="v1", state=MediaState.STORED)
    view.set_thread("c1", [samples.message(1, 0, type=MessageType.VOICE, attachments=(voice,))])
    row = laid(view, "m:z1")
    assert [act.kind for act in row.acts] == [
        ThreadAct.PLAY_VOICE,
        ThreadAct.VOICE_SPEED,
        ThreadAct.VOICE_SEEK,
        ThreadAct.VOICE_SEEK,
        ThreadAct.SAVE_FILE,
    ]
    asked = []
    view.act_requested.connect(lambda act: asked.append(act.kind))
    bar = next(part for part in row.parts if isinstance(part, VoiceBar))
    corner = view.visualRect(view._model.index(0)).topLeft()
    button, wave, _, chip = voice_places(bar.rect)
    for place in (button, chip):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=corner + place.center().toPoint())
    assert asked == [ThreadAct.PLAY_VOICE, ThreadAct.VOICE_SPEED]
    sought = []
    view.act_requested.connect(lambda act: sought.append(act.value))
    quarter = QPoint(round(wave.left() + wave.width() / 4), round(wave.center().y()))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=corner + quarter)
    view.setCurrentIndex(view._model.index(0))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        qtbot.keyClick(view, key)
    assert float(sought[0]) == pytest.approx(0.25, abs=0.02)
    assert sought[1:] == ["-5000", "+5000"]


@pytest.mark.parametrize("width", [900, 420])
def test_what_can_be_done_with_a_file_stays_inside_its_card(view, width):
    view.resize(width, 600)
    files = [
        samples.attachment(kind, name="clip.mp4", file_id=f"f{number}", state=MediaState.STORED)
        for number, kind in enumerate((MessageType.VIDEO, MessageType.FILE))
    ]
    for number, file in enumerate(files):
        view.set_thread("c1", [samples.message(number + 1, 0, type=file.kind, attachments=(file,))])
        row = laid(view, f"m:z{number + 1}")
        (card,) = [part for part in row.parts if isinstance(part, Box) and part.fill == "raised"]
        links = [part.rect for part in row.parts if isinstance(part, Link)]
        assert len(links) == 2
        assert all(card.rect.contains(link) for link in links)
        assert not links[0].intersects(links[1])


def test_a_link_without_its_scheme_is_named_by_its_real_host_too(view):
    view.set_thread("c1", [samples.message(1, 0, "xem www.bocongan.gov.vn@evil.vn nhé")])
    assert "Liên kết tới evil.vn" in texts(view, "m:z1")
    assert [act.kind for act in laid(view, "m:z1").acts] == [ThreadAct.COPY]


def test_a_kind_nobody_knows_keeps_the_name_zalo_gave_it(view):
    view.set_thread("c1", [samples.message(1, 0, type=MessageType.UNSUPPORTED, raw_kind="poll")])
    assert any("«poll»" in text for text in texts(view, "m:z1"))


def test_whoever_else_is_here_is_said_and_goes_by_itself(themed, qtbot):
    header = ConversationHeader(samples.NAMES)
    qtbot.addWidget(header)
    header.resize(1100, 60)
    header.show()
    writing = Presence("Mông Văn Tuấn", PresenceKind.WRITING, samples.NOW + 1_000)
    header.set_case(samples.detail(others=(writing,)), "hanh", samples.NOW)
    assert header.viewers.text() == "Tuấn đang viết"
    header.set_now(samples.NOW + 1_000)
    assert header.viewers.text() == ""
    assert header.face.isHidden()


def test_the_state_keeps_its_place_beside_another_officer_whose_initials_stand_for_the_name(themed, qtbot):
    pane = QWidget()
    qtbot.addWidget(pane)
    header = ConversationHeader(samples.NAMES, pane)
    header.resize(942, 60)  # the conversation of a window of 1920
    pane.show()
    viewing = Presence("Mông Văn Tuấn", PresenceKind.VIEWING, samples.NOW + 60_000)
    case = samples.case(priority="P1", owner="hanh", lease_until=samples.NOW + 60_000)
    header.set_case(samples.detail(case=case, others=(viewing,)), "hanh", samples.NOW)
    shown = (header.severity, header.state, header.face, header.viewers, header.tags, header.close_button)
    assert all(widget.isVisible() for widget in shown)
    assert header.viewers.text() == "đang xem"
    assert header.viewers.accessibleName() == "Tuấn đang xem"
    header.layout().activate()
    assert header.title.width() >= header.title.sizeHint().width()
    header.resize(1100, 60)
    assert header.viewers.text() == "Tuấn đang xem"


def test_a_quote_stands_above_the_reply_and_leads_to_the_original(view, qtbot):
    old = samples.message(1, 0, "Bọn họ chạy về hướng cầu Bằng Giang")
    reply = samples.reply(99, 9, "Đã báo tổ tuần tra", quote_id=old.message_id, quote_text=old.text)
    view.set_thread("c1", [old, *many(40, start=50), reply])
    view.to_bottom()
    key = f"r:{reply.reply_id}"
    assert "Trích: Bọn họ chạy về hướng cầu Bằng Giang" in texts(view, key)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot_of(view, key, ThreadAct.JUMP))
    assert view.currentIndex().row() == view._model.position(f"m:{old.message_id}")
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))


def test_only_a_citizens_message_that_was_not_recalled_can_be_quoted(view):
    told, recalled = samples.message(1, 0, "chào"), samples.message(2, 0, "rút", recalled_at=samples.NOW)
    view.set_thread("c1", [told, recalled, samples.note(3, 1, "ghi chú")])
    asked = []
    view.act_requested.connect(asked.append)
    for position in range(3):
        menu = view.menu(view._model.index(position))
        for act in menu.actions():
            if act.text() == "Trích tin này để trả lời":
                act.trigger()
        menu.deleteLater()
    assert [(act.kind, act.ref, act.value) for act in asked] == [(ThreadAct.QUOTE, told.message_id, "chào")]


@pytest.mark.parametrize("width", [610, 700, 780, 943, 1100])
def test_the_pseudonym_in_the_header_is_never_cut_for_who_else_is_there(themed, qtbot, width):
    header = ConversationHeader(samples.NAMES)
    qtbot.addWidget(header)
    header.resize(width, 60)
    header.show()
    looking = Presence("Mông Văn Tuấn", PresenceKind.VIEWING, samples.NOW + 60_000)
    header.set_case(samples.detail(others=(looking,)), "hanh", samples.NOW)
    header.layout().activate()
    assert header.title.width() >= header.title.fontMetrics().horizontalAdvance(header.title.text())
