"""The library in the console: by key into the reply, with slots that block sending; written by an administrator."""

import json
from dataclasses import replace

from PySide6.QtCore import Qt

from console.actions import knowledge
from console.cache.accounts import OFFICERS
from console.domain import events as e
from console.domain.knowledge import name_of, shipped
from console.domain.officer import Officer, Role
from console.record.local import read_case
from console.ui.composer.tabs import ComposerMode

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ADMIN = Officer("admin", "Quản Trị", "CAT", (Role.ADMIN,))


def open_case(console):
    console.says("an", "cho em xin so truc ban")
    console.key(Qt.Key.Key_F8)


def pick(console, words):
    console.key(Qt.Key.Key_T, CTRL | ALT)
    console.type(words)
    console.key(Qt.Key.Key_Return)


def queued(console):
    with console.workspace.store.read() as connection:
        events = read_case(connection, console.case().case_id)
    return [event.body for event in events if isinstance(event.body, e.ReplyQueued)]


def test_a_number_goes_into_the_reply_by_keys_and_is_sent_only_when_told(console):
    open_case(console)
    pick(console, "an ninh trat tu 113")
    edit = console.window.composer.reply_edit
    assert edit.toPlainText() == "Công an, an ninh trật tự: 113."
    assert queued(console) == []
    console.key(Qt.Key.Key_Return, CTRL)
    (body,) = queued(console)
    assert (body.canned_code, body.canned_version[:2]) == ("contact/N113", "0-")


def test_an_unknown_phone_is_a_slot_that_blocks_sending(console):
    open_case(console)
    pick(console, "truc ban bao lac")
    edit = console.window.composer.reply_edit
    assert edit.slots() == ["{{SĐT_TRỰC_BAN_BLAC}}"]
    assert edit.textCursor().selectedText() == "{{SĐT_TRỰC_BAN_BLAC}}"
    console.key(Qt.Key.Key_Return, CTRL)
    assert queued(console) == []
    console.window.composer._pressed.invalidate()  # two presses within 0,4 s would count as one
    console.type("0206 123 456")  # over the selected slot
    console.key(Qt.Key.Key_Return, CTRL)
    (body,) = queued(console)
    assert "0206 123 456" in body.text


def test_it_never_lands_in_a_note(console):
    open_case(console)
    console.key(Qt.Key.Key_F7)
    console.type("ghi chu")
    pick(console, "an ninh trat tu 113")
    composer = console.window.composer
    assert composer.note_edit.toPlainText() == "ghi chu"
    assert composer.reply_edit.toPlainText() == "Công an, an ninh trật tự: 113."
    assert composer._mode is ComposerMode.REPLY


def test_without_a_case_it_can_be_read_and_not_inserted(console):
    console.key(Qt.Key.Key_T, CTRL | ALT)
    panel = console.controller.library.panel
    assert panel.isVisible()
    console.key(Qt.Key.Key_Return)
    assert panel.isVisible()
    assert panel.said.text() == "Mở một hồ sơ trước"
    console.key(Qt.Key.Key_Escape)


def test_a_new_version_is_on_screen_at_once_and_an_ended_one_refuses(console):
    open_case(console)
    desk = replace(console.bench._desk, officer=ADMIN)
    entry = next(one for one in shipped(console.bench.catalog) if name_of(one) == "contact/TB-BLAC")
    console.key(Qt.Key.Key_T, CTRL | ALT)
    console.type("truc ban bao lac")
    panel = console.controller.library.panel
    knowledge.save_entry(desk, replace(entry, phone="0206 111"), "Số mới", expected_version=0)
    console.settle()
    assert "0206 111" in panel.detail.words.toPlainText()
    day = console.bench.queries.today().isoformat()
    knowledge.save_entry(desk, replace(entry, valid_to="2026-01-01"), "Giải thể", expected_version=1)
    console.settle()
    assert day > "2026-01-01"
    console.key(Qt.Key.Key_Return)
    assert panel.isVisible()
    assert console.window.composer.reply_edit.toPlainText() == ""
    console.key(Qt.Key.Key_Escape)


def test_export_and_import_through_files(console, tmp_path):
    library = console.controller.library
    path = tmp_path / "thu-vien.json"
    library.export_to(path)
    data = json.loads(path.read_text("utf-8"))
    assert len(data["entries"]) == len(console.bench.queries.library())
    console.bench._desk = replace(console.bench._desk, officer=ADMIN)
    next(one for one in data["entries"] if one["code"] == "TB-BLAC")["phone"] = "0206 222"
    path.write_text(json.dumps(data), "utf-8")
    take_in(console, path)
    items = {item.name: item for item in console.bench.queries.library()}
    assert items["contact/TB-BLAC"].entry.phone == "0206 222"
    assert console.window.toasts.cards[-1].toast.title == "Đã nhập 1 mục"
    path.write_text("{", "utf-8")
    take_in(console, path)
    assert "thu-vien.json: dòng 1" in console.window.toasts.cards[-1].toast.title


def take_in(console, path):
    console.controller.library.import_from(path)
    console.settle()
    dialog = console.app.activeModalWidget()
    dialog.choices[0].click()
    dialog.decide()
    console.settle()


def test_who_may_write_entries_is_who_sits_here_now(console):
    def officers(*bodies):
        with console.workspace.store.write() as tx:
            tx.add(OFFICERS, *bodies, actor="admin", unit="CAT")
        console.settle()

    open_case(console)
    console.key(Qt.Key.Key_T, CTRL | ALT)
    panel = console.controller.library.panel
    assert panel.isVisible() and not panel.edit_button.isVisible()
    officers(e.RoleGiven("hanh", Role.ADMIN.value))
    assert panel.edit_button.isVisible() and panel.new_button.isVisible()
    officers(e.RoleTaken("hanh", Role.ADMIN.value))
    assert not panel.edit_button.isVisible() and not panel.new_button.isVisible()
    panel.reject()


def reword(console, code, **changes):
    entry = next(one for one in shipped(console.bench.catalog) if name_of(one) == f"canned/{code}")
    desk = replace(console.bench.desk, officer=ADMIN)
    knowledge.save_entry(desk, replace(entry, **changes), "Theo công văn 12", expected_version=0)
    console.settle()


def test_ready_answers_are_found_by_key_in_the_wording_of_today_with_red_slots_first(console):
    reword(console, "XN_CHUNG", title="Xác nhận nhanh", text="Đã nhận tin, mời tới {noi_lam}.")
    reword(console, "HOI_TG_DD", valid_to="2020-01-01")
    open_case(console)
    console.key(Qt.Key.Key_J, CTRL)
    console.type("xac nhan nh")
    assert "mời tới {noi_lam}" in console.window.composer.popup.preview.text()
    console.key(Qt.Key.Key_Return)
    edit = console.window.composer.reply_edit
    assert edit.toPlainText() == "Đã nhận tin, mời tới {noi_lam}."
    assert edit.textCursor().selectedText() == "{noi_lam}"
    assert not console.window.composer.foot.send.isEnabled()
    assert "{noi_lam}" in console.window.composer.problem.text()
    console.type("cong an phuong")
    console.key(Qt.Key.Key_Return, CTRL)
    (body,) = queued(console)
    assert (body.canned_code, body.canned_version[:2]) == ("XN_CHUNG", "1-")
    console.key(Qt.Key.Key_J, CTRL)
    console.type("thoi gian, dia diem")
    assert "HOI_TG_DD" not in console.window.composer.popup._shown
    console.key(Qt.Key.Key_Escape)


def test_a_ready_answer_can_be_taken_from_the_library_too(console):
    open_case(console)
    pick(console, "xn_chung")
    ready = console.bench.catalog.canned["XN_CHUNG"]
    assert console.window.composer.reply_edit.toPlainText() == ready.text
    console.key(Qt.Key.Key_Return, CTRL)
    assert [body.canned_code for body in queued(console)] == ["XN_CHUNG"]
