"""Settings and keys are kept where the next start finds them, and the keys in force are the officer's own."""

import pytest
from PySide6.QtCore import Qt

from console.actions.bulk import UNDO_MS
from console.app.desktop import open_console
from console.app.workspace import open_workspace
from console.runtime.settings import (
    OaConnection,
    Settings,
    SettingsError,
    Theme,
    load_settings,
    save_settings,
)
from console.ui.common.buttons import PillButton
from console.ui.common.keymap import keymap
from console.ui.desk.looks import theme_name
from console.ui.dialogs.key_editor import KeyEditor
from console.ui.dialogs.keys import KeySheet
from console.ui.dialogs.settings import SettingsDialog
from console.ui.theme import current_theme

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def default_keys(qapp):
    yield
    keymap().use({})


def kept(console):
    return load_settings(console.workspace.profile.settings)


def test_theme_scale_and_language_are_kept(console):
    console.window.rail.pages["settings"].click()
    console.settle()
    (dialog,) = console.window.findChildren(SettingsDialog)
    for name, words in (("theme", "Tối"), ("scale", "125 %"), ("language", "Tiếng Anh")):
        pills = dialog.controls[name].findChildren(PillButton)
        next(pill for pill in pills if pill.accessibleName() == words).click()
    console.key(Qt.Key.Key_Return, CTRL)
    assert (current_theme().name, current_theme().scale) == ("dark", 1.25)
    assert kept(console) == Settings(
        theme=Theme.DARK, scale=1.25, language=kept(console).language, oa=kept(console).oa
    )
    assert kept(console).language.value == "en"


def test_a_changed_key_works_at_once_and_the_old_one_no_more(console):
    console.says("an", "cho em hoi lam can cuoc can giay to gi")
    console.controller.keyboard.run_command("edit_keys")
    console.settle()
    (dialog,) = console.window.findChildren(KeyEditor)
    dialog.list.select("claim_next")
    dialog.field.setFocus()
    console.key(Qt.Key.Key_L, CTRL | ALT)
    dialog.set_button.click()
    dialog.verb.click()
    console.settle()
    assert kept(console).keys == {"claim_next": "Ctrl+Alt+L"}
    console.key(Qt.Key.Key_F8)
    assert console.controller.room.detail is None
    console.key(Qt.Key.Key_L, CTRL | ALT)
    assert console.case().owner == "hanh"


def test_ctrl_z_takes_back_the_newest_act_and_says_when_there_is_none(console):
    console.says("an", "cho em hoi lam can cuoc can giay to gi")
    console.key(Qt.Key.Key_F8)
    before = console.case().category
    console.key(Qt.Key.Key_1, ALT)
    assert console.case().category != before
    offer = console.window.toasts.cards[-1]
    assert offer.timer.isActive()
    assert offer.timer.interval() == UNDO_MS
    offer.timer.timeout.emit()
    assert offer not in console.window.toasts.cards
    console.key(Qt.Key.Key_Z, CTRL)  # the focus is in the empty reply field, which has nothing of its own
    assert console.case().category == before
    titles = [card.toast.title for card in console.window.toasts.cards]
    assert any(title.startswith("Đã hoàn tác: ") for title in titles)
    for _ in range(3):
        console.key(Qt.Key.Key_Z, CTRL)
    assert "Không còn việc nào để hoàn tác" in [card.toast.title for card in console.window.toasts.cards]


def test_ctrl_z_in_a_text_takes_back_typing_first(console):
    console.says("an", "cho em hoi lam can cuoc can giay to gi")
    console.key(Qt.Key.Key_F8)
    console.key(Qt.Key.Key_1, ALT)
    category = console.case().category
    console.type("chao")
    console.key(Qt.Key.Key_Z, CTRL)
    assert console.window.composer.reply_edit.toPlainText() == ""
    assert console.case().category == category


def test_a_command_that_cannot_run_says_why(console):
    console.key(Qt.Key.Key_F9)
    assert console.window.toasts.cards[-1].toast.title == "Mở một hồ sơ trước"
    assert console.controller.keyboard.why_not("reopen") == "Mở một hồ sơ trước"
    console.says("an", "alo")
    console.key(Qt.Key.Key_F8)
    assert console.controller.keyboard.why_not("reopen") == "Hồ sơ đang mở"
    assert console.controller.keyboard.why_not("transfer") == ""


def test_the_palette_offers_what_can_run_and_says_why_not_of_the_rest(console):
    console.key(Qt.Key.Key_K, CTRL)
    options = {option.code: option for option in console.controller.finding.palette.list.options()}
    assert options["claim_next"].enabled
    assert options["claim_next"].keys == ("F8",)
    assert (options["transfer"].enabled, options["transfer"].detail) == (False, "Mở một hồ sơ trước")
    assert "palette" not in options
    console.key(Qt.Key.Key_Escape)


def test_f1_shows_the_keys_in_force(console):
    keymap().use({"note": "F12"})
    console.key(Qt.Key.Key_F1)
    (sheet,) = console.window.findChildren(KeySheet)
    rows = {
        child.accessibleName() for child in sheet.findChildren(object) if hasattr(child, "accessibleName")
    }
    assert "Ghi chú nội bộ: F12" in rows
    assert "Gửi công dân: Ctrl ↵" in rows
    console.key(Qt.Key.Key_Escape)


def test_night_is_dark_from_seven_in_the_evening_to_six():
    hour = 3_600_000
    midnight = 1_790_010_000_000 // (24 * hour) * 24 * hour - 7 * hour
    looks = [theme_name(Theme.NIGHT, midnight + at * hour) for at in range(24)]
    assert looks == ["dark"] * 6 + ["light"] * 13 + ["dark"] * 5
    assert (theme_name(Theme.DARK, 0), theme_name(Theme.LIGHT, 0)) == ("dark", "light")


@pytest.mark.parametrize("kept_in", ["old", "store"])
def test_a_damaged_file_goes_back_to_the_settings_before_and_says_so(tmp_path, kept_in):
    root = tmp_path / "p"
    with open_workspace(root, demo=True) as workspace:
        path = workspace.profile.settings
        save_settings(path, Settings(theme=Theme.DARK, oa=OaConnection("app", "oa")))
    if kept_in == "old":
        save_settings(path, Settings(theme=Theme.DARK, oa=OaConnection("app", "oa")))
    else:
        path.with_name("settings.json.old").unlink(missing_ok=True)
    path.write_bytes(b'{"theme": "dark", "oa": {"app_')
    with open_workspace(root, demo=True) as workspace:
        assert workspace.settings == load_settings(path) == Settings(Theme.DARK, oa=OaConnection("app", "oa"))
        (said,) = workspace.notices
    assert "đã lấy lại bản cài đặt trước đó" in said
    assert "settings.json.bad" in said
    assert path.with_name("settings.json.bad").read_bytes().startswith(b'{"theme": "dark"')
    with open_workspace(root, demo=True) as workspace:
        assert workspace.notices == []


def test_a_damaged_file_with_nothing_before_it_says_that_the_oa_must_be_connected_again(tmp_path):
    root = tmp_path / "p"
    with open_workspace(root, demo=True):
        pass
    (root / "settings.json").write_text("[]")
    with open_workspace(root, demo=True) as workspace:
        assert workspace.settings == Settings()
        (said,) = workspace.notices
    assert "mặc định" in said
    assert "console connect" in said


def test_a_file_that_cannot_be_read_is_left_alone(tmp_path):
    root = tmp_path / "p"
    with open_workspace(root, demo=True):
        pass
    (root / "settings.json").mkdir()
    with pytest.raises(SettingsError, match="không đọc được"), open_workspace(root, demo=True):
        pass
    assert (root / "settings.json").is_dir()


def test_the_window_tells_that_settings_were_recovered(qapp, tmp_path):
    root = tmp_path / "p"
    with open_workspace(root, demo=True) as workspace:
        workspace.profile.settings.write_text("{")
    with open_workspace(root, demo=True) as workspace, open_console(qapp, workspace) as console:
        shown = [card.toast.title for card in console.window.toasts.cards]
    assert any("Tệp cài đặt bị hỏng" in words for words in shown)
