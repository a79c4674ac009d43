"""An officer's night with the keyboard: from the citizen's words to what Zalo got, and nothing more."""

import base64
import hashlib

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from console.cache.views import MediaState, NoteItem, ReplyItem
from console.domain.case import CaseState, ReplyState
from console.domain.text import fold
from console.ui.common.labels import PlainLabel
from console.ui.theme import color

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
URGENT = "cuu voi, no dang cam dao duoi danh nguoi o cho xanh"


def replies(console):
    return [item for item in console.controller.room.items if isinstance(item, ReplyItem)]


def test_a_message_appears_in_the_queue_and_f8_takes_the_most_urgent(console):
    console.says("an", "cho em hoi lam can cuoc can giay to gi")
    console.says("binh", URGENT)
    assert console.window.queue.model.case_count() == 2
    console.key(Qt.Key.Key_F8)
    case = console.case()
    assert (case.owner, case.state, case.unread) == ("hanh", CaseState.HELD, 0)
    assert "dao" in console.controller.room.items[0].text


def test_triage_by_keys(console):
    console.says("binh", URGENT)
    console.key(Qt.Key.Key_F8)
    console.key(Qt.Key.Key_1, ALT)
    console.key(Qt.Key.Key_1, CTRL)
    case = console.case()
    assert case.category in ("TO_GIAC", "TIN_BAO", "KHAN_CAP")
    assert case.priority == "P1"


def test_a_reply_goes_out_once_to_the_right_person_and_is_shown_sent(console):
    told = console.says("an", "cho em hoi lam can cuoc can giay to gi")
    console.key(Qt.Key.Key_F8)
    console.type("Ong ba mang theo the cu.")
    console.key(Qt.Key.Key_Return, CTRL)
    assert [item.state for item in replies(console)] == [ReplyState.QUEUED]
    console.send()
    (post,) = console.posts()
    assert post["body"]["recipient"]["user_id"] == told["user_id"]
    assert post["body"]["message"]["text"] == "Ong ba mang theo the cu."
    (item,) = replies(console)
    assert item.state is ReplyState.SENT
    console.walk()
    assert len(replies(console)) == 1
    assert len(console.posts()) == 1


def test_escape_takes_a_held_reply_back(console):
    console.says("an", "cho em hoi lam can cuoc can giay to gi")
    console.key(Qt.Key.Key_F8)
    console.type("Nham roi")
    console.key(Qt.Key.Key_Return, CTRL)
    console.key(Qt.Key.Key_Escape)
    console.send()
    assert console.posts() == []
    assert [item.state for item in replies(console)] == [ReplyState.CANCELLED]


def test_enter_alone_never_sends(console):
    console.says("an", "alo")
    console.key(Qt.Key.Key_F8)
    console.type("mot")
    console.key(Qt.Key.Key_Return)
    console.type("hai")
    console.send()
    assert console.posts() == []
    assert console.window.composer.reply_edit.toPlainText() == "mot\nhai"


def test_a_note_never_reaches_the_citizen(console):
    console.says("an", "alo")
    console.key(Qt.Key.Key_F8)
    console.key(Qt.Key.Key_F7)
    console.type("da goi to tuan tra")
    console.key(Qt.Key.Key_S, CTRL)
    console.send()
    notes = [item.text for item in console.controller.room.items if isinstance(item, NoteItem)]
    assert notes == ["da goi to tuan tra"]
    assert console.posts() == []


def test_the_citizens_new_message_stops_a_reply_and_keeps_its_text(console):
    console.says("an", "alo")
    console.key(Qt.Key.Key_F8)
    console.type("Chao ong ba")
    console.simulator.control("inject", user="an", text="no lai den roi")
    console.key(Qt.Key.Key_Return, CTRL)
    console.send()
    assert console.posts() == []
    assert [item.state for item in replies(console)] == [ReplyState.CANCELLED]
    assert "no lai den roi" in [getattr(i, "text", "") for i in console.controller.room.items]


def test_a_lost_answer_is_unknown_then_found_and_never_sent_again(console):
    console.says("an", "alo")
    console.key(Qt.Key.Key_F8)
    console.type("Da nhan")
    console.key(Qt.Key.Key_Return, CTRL)
    console.simulator.control("fault", path="/v3.0/oa/message/cs", fault="lost_answer", times=1)
    console.clock.advance(6_000)
    console.gateway.sender.tick()
    console.settle()
    assert [item.state for item in replies(console)] == [ReplyState.UNKNOWN]
    for _ in range(5):
        console.pass_time(60_000)
        console.gateway.sender.tick()
    console.settle()
    assert [item.state for item in replies(console)] == [ReplyState.SENT]
    assert len(console.posts()) == 1


def test_keys_reach_every_pane_in_order(console):
    console.says("an", "alo")
    console.key(Qt.Key.Key_F8)
    seen = []
    for _ in range(len(console.window.panes())):
        console.key(Qt.Key.Key_F6)
        focused = console.app.focusWidget()
        seen.append(
            next(i for i, p in enumerate(console.window.panes()) if p is focused or p.isAncestorOf(focused))
        )
        # A pane only holds what can be used: the keyboard is at a list, a field or a button, and one sees where.
        assert focused is not console.window.composer
        assert focused is not console.window.inspector
    assert sorted(seen) == list(range(len(console.window.panes())))


def test_the_row_of_the_conversation_that_keys_are_at_has_a_ring(console):
    console.says("an", "alo")
    console.key(Qt.Key.Key_F8)
    thread = console.window.conversation.thread_view
    while console.app.focusWidget() is not thread:
        console.key(Qt.Key.Key_F6)
    row = thread.visualRect(thread.currentIndex())
    assert row.height() > 0

    def ring():
        picture = thread.viewport().grab(row).toImage()
        return sum(picture.pixelColor(x, picture.height() // 2) == color("focus") for x in range(14))

    assert ring() >= 1
    QTest.mouseClick(thread.viewport(), Qt.MouseButton.LeftButton, pos=row.topLeft() + QPoint(3, 3))
    console.settle()
    assert ring() == 0


def test_next_case_by_key(console):
    for user in ("an", "binh", "chi"):
        console.says(user, "alo " + user)
    console.key(Qt.Key.Key_Down, CTRL)
    first = console.window.queue.chosen()
    console.key(Qt.Key.Key_Down, CTRL)
    assert first
    assert console.window.queue.chosen() != first


def test_a_draft_survives_the_window(console, qapp):
    console.says("an", "alo")
    console.key(Qt.Key.Key_F8)
    console.type("dang viet do")
    case_id = console.case().case_id
    console.window.composer.flush()
    console.settle()
    assert console.bench.queries.detail(case_id).draft_reply == "dang viet do"


@pytest.mark.parametrize(
    "hostile",
    [
        '<img src="file:///etc/passwd">',
        "'; DROP TABLE message;--",
        "a\u202egpj.exe",
        "&lt;b&gt;",
        "=1+1",
        "{0.__class__}",
    ],
)
def test_hostile_words_are_only_words(console, hostile):
    console.says("an", hostile, name=hostile)
    console.key(Qt.Key.Key_F8)
    assert console.controller.room.items[0].text == hostile
    assert console.bench.queries.queue_rows([console.case().case_id])[0].snippet == hostile


def test_a_picture_goes_out_with_its_words_and_is_kept(console, tmp_path):
    picture = tmp_path / "so do.png"
    picture.write_bytes(base64.b64decode(PIXEL))
    console.says("an", "duong vao cho nao a")
    console.key(Qt.Key.Key_F8)
    assert console.window.composer.add_file(picture)
    console.type("Moi xem so do")
    console.key(Qt.Key.Key_Return, CTRL)
    console.send()
    (post,) = console.posts()
    element = post["body"]["message"]["attachment"]["payload"]["elements"][0]
    assert element["media_type"] == "image"
    assert element["attachment_id"]
    (item,) = replies(console)
    assert (item.state, item.file_name) == (ReplyState.SENT, "so do.png")


def test_a_photo_is_fetched_kept_with_its_hash_and_never_by_its_name(console):
    console.says("an", "", type="image")
    for _ in range(3):
        console.clock.advance(5_000)
        console.gateway.media.tick()
    console.settle()
    console.key(Qt.Key.Key_F8)
    (stored,) = [a for i in console.controller.room.items for a in getattr(i, "attachments", ())]
    assert stored.state is MediaState.STORED
    sealed = [p for p in console.workspace.profile.media.rglob("*") if p.is_file()]
    assert [p.stem for p in sealed] == [stored.file_id]
    data = console.gateway.files.read(stored.file_id, stored.sha256)
    assert hashlib.sha256(data).hexdigest() == stored.sha256


def test_the_directory_opens_from_the_offline_banner(console):
    console.controller._banner_act("contacts")
    console.settle()
    said = " ".join(label.text() for label in console.app.activeModalWidget().findChildren(PlainLabel))
    assert "113" in said
    console.key(Qt.Key.Key_Escape)


def test_a_recording_is_read_from_the_store_and_played_at_the_chosen_speed(console):
    played = []
    player = console.controller.media.player
    player.play = lambda data, speed, start_ms: played.append((data[:6], speed, start_ms))
    console.says("an", "", type="voice")
    for _ in range(3):
        console.clock.advance(5_000)
        console.gateway.media.tick()
    console.settle()
    console.key(Qt.Key.Key_F8)
    (stored,) = [a for i in console.controller.room.items for a in getattr(i, "attachments", ())]
    assert stored.state is MediaState.STORED
    media = console.controller.media
    media.look(stored.file_id)
    console.settle()
    assert media.look(stored.file_id).duration_ms >= 1_000
    media.next_speed(stored)
    media.toggle_voice(stored)
    console.settle()
    assert played == [(b"#!AMR\n", 1.5, 0)]
    long = media.look(stored.file_id).duration_ms
    media.seek(stored, "0.5000")
    console.settle()
    assert played[1:] == [(b"#!AMR\n", 1.5, round(long / 2))]
    media.seek(stored, "+5000")
    assert media.look(stored.file_id).position_ms == min(5_000, long - 1)
    media.seek(stored, "-5000")
    assert media.look(stored.file_id).position_ms == 0
    assert len(played) == 2, "a step while nothing sounds only moves"


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://cong.an/tin", True),
        ("http://cong.an/tin", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("file:///etc/passwd", False),
    ],
)
def test_only_a_secure_link_is_asked_about_and_nothing_opens_without_a_yes(console, monkeypatch, url, asked):
    opened = []
    monkeypatch.setattr("console.ui.desk.media._open_outside", opened.append)
    dialog = console.controller.media.ask_link(url)
    assert (dialog is not None) is asked
    assert opened == []
    if dialog is not None:
        dialog.accept()
        assert opened == [url]


def test_a_reply_quotes_the_message_it_answers(console):
    told = console.says("an", "lam the nao a")
    console.key(Qt.Key.Key_F8)
    composer = console.window.composer
    composer.quote_message(told["message_id"], "lam the nao a")
    assert composer.quote.isVisible()
    console.key(Qt.Key.Key_F7)
    assert not composer.quote.isVisible()
    console.key(Qt.Key.Key_R, CTRL)
    console.type("Moi ong ba mang the cu")
    console.key(Qt.Key.Key_Return, CTRL)
    console.send()
    (post,) = console.posts()
    assert post["body"]["message"]["quote_message_id"] == told["message_id"]
    (item,) = replies(console)
    assert (item.quote_id, item.quote_text) == (told["message_id"], "lam the nao a")
    assert not composer.quote.isVisible()


def test_a_kind_zalo_invents_is_shown_with_the_name_it_has_there(console):
    console.says("an", "binh chon", raw={"type": "poll_v2"})
    console.key(Qt.Key.Key_F8)
    (item,) = [i for i in console.controller.room.items if getattr(i, "message_id", "")]
    assert item.raw_kind == "poll_v2"


@pytest.mark.parametrize("width", [1920, 1366, 1100])
def test_what_a_toast_says_never_covers_whom_a_reply_goes_to_nor_the_verb(console, width):
    console.window.resize(width, 760)
    console.says("an", "co nhom danh bac")
    console.key(Qt.Key.Key_F8)
    console.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    console.key(Qt.Key.Key_1, CTRL)
    composer = console.window.composer
    box = composer.rect().translated(composer.mapTo(console.window, composer.rect().topLeft()))
    cards = console.window.toasts.cards
    assert len(cards) >= 2
    assert not any(card.geometry().intersects(box) for card in cards)


def test_f4_keeps_the_place_that_was_typed_to_find_its_district(console):
    console.says("an", "co nhom danh bac")
    console.key(Qt.Key.Key_F8)

    def place(typed):
        console.key(Qt.Key.Key_F4)
        console.type(typed)
        console.key(Qt.Key.Key_Return)
        return console.case().district, console.case().place

    assert place("cho xanh") == ("TPCB", "cho xanh")
    assert "cho xanh, " in console.window.inspector.district.accessibleName()
    commune = console.bench.catalog.districts["TPCB"].communes[0]
    assert place(fold(commune)) == ("TPCB", commune)
    assert place("thanh pho cao b") == ("TPCB", commune), "the district's own name is no place"
    console.key(Qt.Key.Key_Z, CTRL)
    console.settle()
    console.controller.acts.set_district("TPCB")
    console.settle()
    assert console.case().place == commune
