"""Settings are kept where the next start finds them."""

from PySide6.QtCore import Qt

from console.runtime.settings import load_settings
from console.ui.dialogs.settings import SettingsDialog
from console.ui.theme import current_theme


def test_theme_scale_and_language_are_kept(console):
    console.window.rail.pages["settings"].click()
    console.settle()
    (dialog,) = console.window.findChildren(SettingsDialog)
    for button in dialog.findChildren(type(dialog._theme.buttons()[0])):
        if button.property("code") in ("dark", "1.25", "en"):
            button.click()
    console.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (current_theme().name, current_theme().scale) == ("dark", 1.25)
    kept = load_settings(console.workspace.profile.settings)
    assert (kept.theme.value, kept.scale, kept.language.value) == ("dark", 1.25, "en")
