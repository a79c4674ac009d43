"""The window's settings in force: theme by day and night, scale, motion, keys; and the dialogs that change them."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from console.runtime.i18n import tr
from console.runtime.settings import Settings, Theme
from console.ui.common.commands import COMMANDS, Group, group_title
from console.ui.common.keymap import key_caps, keymap
from console.ui.common.times import local
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.key_editor import KeyEditor
from console.ui.dialogs.keys import KeyGroup, KeySheet
from console.ui.dialogs.settings import SettingsDialog
from console.ui.frame.toasts import Toast
from console.ui.theme import ThemeName, apply_theme, current_theme, set_reduced_motion

NIGHT_FROM, NIGHT_TO = 19, 6
"""Hours in Vietnam between which the night setting is dark (features AC-04)."""


def theme_name(theme: Theme, now_ms: int) -> ThemeName:
    """Return which look a setting means now."""
    if theme is Theme.NIGHT:
        hour = local(now_ms).hour
        return "dark" if hour >= NIGHT_FROM or hour < NIGHT_TO else "light"
    if theme is Theme.SYSTEM:
        scheme = QGuiApplication.styleHints().colorScheme()
        return "dark" if scheme == Qt.ColorScheme.Dark else "light"
    return "dark" if theme is Theme.DARK else "light"


class Looks(QObject):
    """Puts settings in force and asks for other ones."""

    pin_wanted = Signal()

    def __init__(self, window: DeskWindow, bench: Workbench) -> None:
        """Take the window; the keys of the stored settings are in force from here on."""
        super().__init__(window)
        self._window, self._bench = window, bench
        set_reduced_motion(bench.settings.reduced_motion)
        for words in keymap().use(bench.settings.keys):
            window.toasts.show_toast(Toast("keyboard", "orange", words))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.look)

    def look(self) -> None:
        """Show the theme that the settings mean at this hour; called each minute."""
        wanted = theme_name(self._bench.settings.theme, self._bench.clock.now_ms())
        if wanted != current_theme().name:
            self._apply(wanted)

    def _apply(self, name: ThemeName) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, name, self._bench.settings.scale)

    def toggle_theme(self) -> None:
        """Change between light and dark."""
        wanted = Theme.LIGHT if current_theme().dark else Theme.DARK
        self._keep(replace(self._bench.settings, theme=wanted))

    def show_settings(self) -> None:
        """Ask for other settings."""
        dialog = SettingsDialog(self._window, self._bench.settings)
        dialog.requested.connect(self._keep)
        dialog.keys_requested.connect(self.edit_keys)
        dialog.pin_requested.connect(self.pin_wanted)
        dialog.sound_requested.connect(self._window.top.alarms_wanted)
        dialog.open()

    def edit_keys(self) -> None:
        """Ask for other keys."""
        dialog = KeyEditor(self._window, keymap().overrides())
        dialog.requested.connect(lambda keys: self._keep(replace(self._bench.settings, keys=keys)))
        dialog.open()

    def _keep(self, settings: Settings) -> None:
        before = self._bench.settings
        self._bench.keep_settings(settings)
        set_reduced_motion(settings.reduced_motion)
        name = theme_name(settings.theme, self._bench.clock.now_ms())
        if (name, settings.scale) != (current_theme().name, current_theme().scale):
            self._apply(name)
        if settings.keys != before.keys:
            keymap().use(settings.keys)
        if settings.language != before.language or settings.unit_tree != before.unit_tree:
            words = tr("Đã lưu. Phần ghi “khi mở lại” có hiệu lực khi mở lại chương trình")
            self._window.toasts.show_toast(Toast("nav.caidat", "accent", words))

    def show_keys(self) -> None:
        """Show the key sheet: every command that has a key (F1)."""
        groups = [
            KeyGroup(
                group_title(group),
                tuple(
                    (one.words, key_caps(one.code))
                    for one in COMMANDS
                    if one.group is group and keymap().key(one.code)
                ),
            )
            for group in Group
        ]
        KeySheet(self._window, groups).open()
