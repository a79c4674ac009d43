"""Lucide icons: recoloured, rendered once per (name, size, colour, pixel ratio)."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from console.runtime.resources import resource_path
from console.ui.theme.tokens import load_tokens


@cache
def svg_source(name: str) -> str:
    """Return the drawing of an icon.

    Args:
        name: a meaning of the token file (``"sla.late"``) or a Lucide name (``"alarm-clock"``).

    Raises:
        FileNotFoundError: the icon is not shipped.

    """
    file_name = load_tokens().icons.get(name, name)
    return resource_path("icons", f"{file_name}.svg").read_text("utf-8")


def coloured_svg(name: str, color: QColor) -> bytes:
    """Return the drawing with its stroke in one colour."""
    return svg_source(name).replace("currentColor", color.name()).encode()


@lru_cache(maxsize=1024)
def _render(name: str, size: int, rgb: str, ratio: float, canvas: int) -> QPixmap:
    pixmap = QPixmap(round(canvas * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(coloured_svg(name, QColor(rgb))))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def icon_pixmap(name: str, size: int, color: QColor, ratio: float = 1.0, canvas: int = 0) -> QPixmap:
    """Return an icon as a pixmap.

    Args:
        name: meaning or Lucide name, see ``svg_source``.
        size: edge in device-independent px, already scaled.
        color: stroke.
        ratio: device pixel ratio of the place it is painted on.
        canvas: width when wider than ``size``; the glyph stays at the left (Qt's 4 px icon gap is fixed).

    """
    return _render(name, size, color.name(), ratio, max(canvas, size))


def icon(name: str, size: int, color: QColor, disabled: QColor | None = None, canvas: int = 0) -> QIcon:
    """Return a ``QIcon`` with sharp pixmaps for pixel ratios 1 to 3."""
    result = QIcon()
    for ratio in (1.0, 1.5, 2.0, 3.0):
        result.addPixmap(icon_pixmap(name, size, color, ratio, canvas))
        if disabled is not None:
            grey = icon_pixmap(name, size, disabled, ratio, canvas)
            result.addPixmap(grey, QIcon.Mode.Disabled)
    return result


def clear_cache() -> None:
    """Drop every rendered pixmap (theme or scale changed)."""
    _render.cache_clear()
