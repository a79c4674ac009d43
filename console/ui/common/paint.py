"""Painting shared by the delegates: text lines, tiles, badges, stripes, rings.

Everything takes device-independent px of the scale in force and colours by token name. Text is laid out once and kept,
because a queue paints some hundred short texts a frame.
"""

from collections.abc import Callable
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QStaticText

from console.ui.common.sharing import names_shown
from console.ui.theme import current_theme, font, icon_pixmap, metrics, px, theme_changed


class Stripe(Enum):
    """The shape at the left edge of a row; shape, not only colour, says the severity."""

    NONE = ""
    SOLID = "redMark"
    BROKEN = "orangeMark"


@lru_cache(maxsize=4096)
def _static(text: str, role: str, weight: int) -> QStaticText:
    static = QStaticText(text)
    static.setTextFormat(Qt.TextFormat.PlainText)  # the default guesses, and a guess opens files
    static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    static.prepare(font=font(role, weight or None))
    return static


@lru_cache(maxsize=8192)
def _width(text: str, role: str, weight: int) -> float:
    return metrics(role, weight or None).horizontalAdvance(text)


@lru_cache(maxsize=4096)
def _elided(text: str, role: str, weight: int, width: int) -> str:
    return metrics(role, weight or None).elidedText(text, Qt.TextElideMode.ElideRight, width)


_forgetting = [_static.cache_clear, _width.cache_clear, _elided.cache_clear]


def forgets(forget: Callable[[], None]) -> None:
    """Let ``forget`` be called whenever laid-out texts are forgotten: for who keeps some elsewhere."""
    _forgetting.append(forget)


def clear_caches() -> None:
    """Forget laid-out texts: they belong to one scale, and to whoever sits at the desk (threats T03)."""
    for forget in _forgetting:
        forget()


theme_changed().changed.connect(clear_caches)


def text_width(text: str, role: str, weight: int = 0) -> float:
    """Return the width of one line of text; ``weight`` 0 is the role's own."""
    return _width(names_shown(text), role, weight)


def elide(text: str, role: str, width: float, weight: int = 0) -> str:
    """Return the text, cut with an ellipsis where it does not fit."""
    if width <= 0:
        return ""
    return _elided(names_shown(text), role, weight, int(width))


def draw_text(
    painter: QPainter,
    x: float,
    y: float,
    text: str,
    role: str,
    color: str | QColor,
    *,
    weight: int = 0,
    line: float = 0,
) -> float:
    """Draw one line of plain text in a line box.

    Args:
        painter: target.
        x: left edge.
        y: top of the line box.
        text: plain text; markup is shown as it is written.
        role: type role.
        color: token or colour.
        weight: 0 is the role's own.
        line: height of the line box; 0 is the role's own.

    Returns:
        The width drawn.

    """
    theme, text = current_theme(), names_shown(text)
    drawn_font = font(role, weight or None)
    box = line or theme.line(role)
    painter.setFont(drawn_font)
    painter.setPen(color if isinstance(color, QColor) else theme.color(color))
    top = y + (box - metrics(role, weight or None).height()) / 2
    painter.drawStaticText(QPointF(x, top), _static(text, role, weight))
    return _width(text, role, weight)


def draw_icon(painter: QPainter, x: float, y: float, name: str, size: float, color: str | QColor) -> None:
    """Draw a ship icon of ``size`` (already scaled) at a point."""
    ink = color if isinstance(color, QColor) else current_theme().color(color)
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(QPointF(x, y), icon_pixmap(name, round(size), ink, ratio))


def fill_round(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: str | QColor = "",
    border: str | QColor = "",
    width: float = 1.0,
) -> None:
    """Fill and outline a rounded box; the outline lies wholly inside ``rect``."""
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if border:
        painter.setPen(QPen(border if isinstance(border, QColor) else theme.color(border), width))
        half = width / 2
        rect = rect.adjusted(half, half, -half, -half)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    if fill:
        painter.setBrush(fill if isinstance(fill, QColor) else theme.color(fill))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = min(radius, rect.height() / 2)
    painter.drawRoundedRect(rect, radius, radius)


def draw_tile(
    painter: QPainter, x: float, y: float, family: str, edge: float = 0, *, confirmed: bool = True
) -> None:
    """Draw the category tile of a family (``TG PA TT KS KH``); one nobody confirmed is only outlined."""
    theme = current_theme()
    edge = edge or theme.size("tile")
    box, radius = QRectF(x, y, edge, edge), theme.radius("tile")
    if confirmed:
        fill_round(painter, box, radius, f"cat{family}bg")
    else:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(f"cat{family}"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    glyph = theme.px(20)
    inset = (edge - glyph) / 2
    draw_icon(painter, x + inset, y + inset, theme.tokens.category_icons[family], glyph, f"cat{family}")


def count_width(count: int) -> int:
    """Return the width of the disc that ``draw_count`` draws."""
    theme = current_theme()
    return max(theme.size("badge"), round(text_width(_count_text(count), "caption", 700)) + theme.px(8))


def _count_text(count: int) -> str:
    return str(count) if count < 100 else "99+"


def draw_count(painter: QPainter, right: float, top: float, count: int, fill: str, ring: str = "") -> None:
    """Draw a count in a disc.

    Args:
        painter: target.
        right: right edge of the disc.
        top: its top edge; it is ``size("badge")`` high.
        count: what it says; from 100 on, ``99+``.
        fill: colour token.
        ring: colour token of what lies behind, drawn as a 2 px gap around the disc.

    """
    theme = current_theme()
    height, width = theme.size("badge"), count_width(count)
    box = QRectF(right - width, top, width, height)
    if ring:
        edge = theme.px(2)
        fill_round(painter, box.adjusted(-edge, -edge, edge, edge), height, ring)
    fill_round(painter, box, height / 2, fill)
    text = _count_text(count)
    left = box.center().x() - text_width(text, "caption", 700) / 2
    draw_text(painter, left, box.top(), text, "caption", "onSolid", weight=700, line=height)


def draw_stripe(painter: QPainter, rect: QRectF, stripe: Stripe, opacity: float = 1.0) -> None:
    """Draw the severity stripe at the left edge of a row: solid, or broken in three."""
    if stripe is Stripe.NONE:
        return
    theme = current_theme()
    ink = QColor(theme.color(stripe.value))
    ink.setAlphaF(opacity)
    width = theme.size("stripe")
    if stripe is Stripe.SOLID:
        painter.fillRect(QRectF(rect.left(), rect.top(), width, rect.height() - theme.px(1)), ink)
        return
    gap = theme.px(3)
    part = (rect.height() - 2 * gap - theme.px(1)) / 3
    for index in range(3):
        top = rect.top() + index * (part + gap)
        painter.fillRect(QRectF(rect.left(), top, width, part), ink)


def draw_owner(painter: QPainter, x: float, y: float, initials: str, *, mine: bool, edge: float = 0) -> None:
    """Draw an officer's initials in a circle; a blue ring means the officer at this desk."""
    theme = current_theme()
    edge = edge or theme.size("ownerCircle")
    box = QRectF(x, y, edge, edge)
    if mine:
        fill_round(painter, box, edge / 2, "accentSubtle", "accentBorder")
    else:
        fill_round(painter, box, edge / 2, "neutralSubtle")
    ink = theme.color("accentText" if mine else "neutralText")
    letters = QFont(font("caption", 600))
    letters.setPixelSize(max(8, round(edge * 0.42)))
    painter.setFont(letters)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials[:2])


def draw_focus_ring(painter: QPainter, rect: QRectF, radius: float = 0, color: str = "focus") -> None:
    """Draw the keyboard focus ring inside ``rect``."""
    theme = current_theme()
    fill_round(painter, rect, radius or theme.radius("control"), "", color, theme.size("focusRing"))


def key_width(key: str, *, cap: bool) -> int:
    """Return the width of a key hint, bare or as the cap that ``draw_key`` draws."""
    theme = current_theme()
    width = round(text_width(key, "caption"))
    return max(theme.size("kbd"), width + theme.px(10)) if cap else width


def draw_key(painter: QPainter, right: float, centre_y: float, key: str, ink: str = "text2") -> float:
    """Draw a key cap ending at ``right`` and return its left edge."""
    theme = current_theme()
    height = theme.size("kbd")
    width = key_width(key, cap=True)
    box = QRectF(right - width, centre_y - height / 2, width, height)
    fill_round(painter, box, theme.radius("chip"), "raised", "neutralBorder")
    draw_text(
        painter,
        box.left() + (width - text_width(key, "caption")) / 2,
        box.top(),
        key,
        "caption",
        ink,
        line=height,
    )
    return box.left()


def draw_pie(painter: QPainter, x: float, y: float, edge: float, share: float, color: str | QColor) -> None:
    """Draw the elapsed share (0..1) of a clock, clockwise from twelve."""
    theme = current_theme()
    ink = color if isinstance(color, QColor) else theme.color(color)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen_width = theme.scale * 1.5
    half = pen_width / 2
    outer = QRectF(x + half, y + half, edge - pen_width, edge - pen_width)
    painter.setPen(QPen(ink, pen_width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(outer)
    share = min(max(share, 0.0), 1.0)
    if share == 0:
        return
    inset = pen_width + px(1) / 2
    inner = outer.adjusted(inset, inset, -inset, -inset)
    path = QPainterPath(inner.center())
    path.arcTo(inner, 90, -360 * share)
    path.closeSubpath()
    painter.fillPath(path, ink)
