"""Fonts: Inter in four weights, digits of one width, no hinting."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from console.runtime.resources import resource_path
from console.ui.theme.tokens import Theme

FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf")


@cache
def load_fonts() -> tuple[int, ...]:
    """Register the shipped fonts with Qt; raises ``RuntimeError`` when a file is missing or broken."""
    handles = []
    for name in FILES:
        handle = QFontDatabase.addApplicationFont(str(resource_path("fonts", name)))
        if handle < 0:
            raise RuntimeError(f"the font {name} is missing or broken")
        handles.append(handle)
    return tuple(handles)


@cache
def _font(families: tuple[str, ...], px: int, weight: int) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(px)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@cache
def _metrics(families: tuple[str, ...], px: int, weight: int) -> QFontMetricsF:
    return QFontMetricsF(_font(families, px, weight))


def font_for(theme: Theme, role: str, weight: int | None = None) -> QFont:
    """Return the font of a type role at the theme's scale; the object is shared, copy it before changing it.

    Args:
        theme: gives the scale.
        role: ``caption small body msg title h2 h1 display``.
        weight: 400, 500, 600 or 700 instead of the role's own.

    """
    kind = theme.tokens.types[role]
    return _font(theme.tokens.families, theme.px(kind.px), weight or kind.weight)


def metrics_for(theme: Theme, role: str, weight: int | None = None) -> QFontMetricsF:
    """Return the metrics of ``font_for``; shared."""
    kind = theme.tokens.types[role]
    return _metrics(theme.tokens.families, theme.px(kind.px), weight or kind.weight)


def clear_cache() -> None:
    """Forget fonts and metrics of an earlier scale."""
    _font.cache_clear()
    _metrics.cache_clear()
