"""The theme in force and the signal that says it changed."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from console.ui.theme import fonts, icons, qss
from console.ui.theme.palette import make_palette
from console.ui.theme.tokens import Theme, ThemeName, make_theme


class _ThemeState(QObject):
    """Holds the theme. ``changed`` fires after the style sheet is in place and every cache is empty."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = make_theme("light")
        self.reduced_motion = False


_state = _ThemeState()


def current_theme() -> Theme:
    """Return the theme in force; light at scale 1.0 until ``apply_theme`` is called."""
    return _state.theme


def theme_changed() -> "_ThemeState":
    """Return the object whose ``changed`` signal widgets with fonts or pixmaps of their own connect to."""
    return _state


def apply_theme(app: QApplication, theme: ThemeName | Theme, scale: float = 1.0) -> Theme:
    """Put a theme in force for the whole application.

    Args:
        app: the running application.
        theme: ``"light"``, ``"dark"`` or a ready ``Theme`` (then ``scale`` is not looked at).
        scale: the officer's scale, on top of the system's DPI.

    Returns:
        The theme now in force. Fonts, palette and style sheet are set, caches are empty.

    """
    chosen = theme if isinstance(theme, Theme) else make_theme(theme, scale)
    fonts.load_fonts()
    _state.theme = chosen
    icons.clear_cache()
    fonts.clear_cache()
    app.setStyle("Fusion")
    app.setPalette(make_palette(chosen))
    app.setFont(fonts.font_for(chosen, "body"))
    app.setStyleSheet(qss.build(chosen))
    _state.changed.emit()
    return chosen


def set_reduced_motion(reduced: bool) -> None:
    """Follow the officer's wish (or the system's) for no animation."""
    _state.reduced_motion = reduced


def motion_ms(token: str) -> int:
    """Return the duration of a named animation in ms; 0 when motion is reduced or nothing is on a screen."""
    if _state.reduced_motion or QGuiApplication.platformName() == "offscreen":
        return 0
    return _state.theme.tokens.motion_ms[token]


def fonts_ready() -> bool:
    """Return whether the shipped family is known to Qt."""
    return _state.theme.tokens.families[0] in QFontDatabase.families()
