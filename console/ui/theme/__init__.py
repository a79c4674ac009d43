"""Colours, lengths, fonts and icons of the console. Nothing else in ``ui`` writes a colour or a pixel count."""

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from console.ui.theme import fonts
from console.ui.theme.current import apply_theme, current_theme, motion_ms, set_reduced_motion, theme_changed
from console.ui.theme.icons import icon, icon_pixmap
from console.ui.theme.tokens import SCALES, Theme, ThemeName, make_theme


def color(token: str) -> QColor:
    """Return a colour of the theme in force."""
    return current_theme().color(token)


def px(length: float) -> int:
    """Return a length of the design at the scale in force."""
    return current_theme().px(length)


def size(token: str) -> int:
    """Return a named size at the scale in force."""
    return current_theme().size(token)


def font(role: str, weight: int | None = None) -> QFont:
    """Return the font of a type role at the scale in force."""
    return fonts.font_for(current_theme(), role, weight)


def metrics(role: str, weight: int | None = None) -> QFontMetricsF:
    """Return the metrics of ``font``."""
    return fonts.metrics_for(current_theme(), role, weight)


__all__ = [
    "SCALES",
    "Theme",
    "ThemeName",
    "apply_theme",
    "color",
    "current_theme",
    "font",
    "icon",
    "icon_pixmap",
    "make_theme",
    "metrics",
    "motion_ms",
    "px",
    "set_reduced_motion",
    "size",
    "theme_changed",
]
