"""Chips: a small box with an icon, a word and a meaning. 20 px high at scale 1.0."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from console.runtime.i18n import tr
from console.ui.common.paint import draw_icon, draw_pie, draw_text, elide, fill_round, text_width
from console.ui.common.times import span_text
from console.ui.theme import current_theme

HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Chip:
    """What a chip shows. Colours are tokens; an empty ``fill`` or ``border`` is not drawn."""

    text: str
    icon: str = ""
    ink: str = "text2"
    fill: str = ""
    border: str = ""
    weight: int = 400
    pie: float | None = None

    @property
    def bare(self) -> bool:
        """Return whether nothing surrounds the text."""
        return not (self.fill or self.border)


def solid_red(text: str, icon: str = "") -> Chip:
    """Return the loudest chip: overdue, Khẩn cấp, failed."""
    return Chip(text, icon, "onSolid", "red", "", 600)


def orange(text: str, icon: str = "") -> Chip:
    """Return the chip of due soon, Cao, unknown outcome."""
    return Chip(text, icon, "orangeText", "orangeSubtle", "orangeBorder", 500)


def outline(text: str, icon: str = "") -> Chip:
    """Return a quiet chip with a line around it."""
    return Chip(text, icon, "text2", "", "neutralBorder")


def neutral(text: str, icon: str = "") -> Chip:
    """Return a quiet grey chip."""
    return Chip(text, icon, "neutralText", "neutralSubtle")


def accent(text: str, icon: str = "") -> Chip:
    """Return a blue chip: something the officer can act on or chose."""
    return Chip(text, icon, "accentText", "accentSubtle", "accentBorder", 500)


def green(text: str, icon: str = "") -> Chip:
    """Return the chip of done, on time, accepted."""
    return Chip(text, icon, "greenText", "greenSubtle", "greenBorder", 500)


def category_chip(name: str, code: str) -> Chip:
    """Return the chip of a category in its family's hue."""
    theme = current_theme()
    family = theme.family_of(code)
    return Chip(name, theme.tokens.category_icons[family], f"cat{family}", f"cat{family}bg", "", 500)


def severity_chip(priority: str, *, short: bool = False) -> Chip | None:
    """Return the chip of a priority code (``P1``, ``P2``); quiet priorities have none."""
    if priority == "P1":
        return solid_red(tr("Khẩn")) if short else solid_red(tr("Khẩn cấp"), "sev.khan")
    if priority == "P2":
        return replace(orange(tr("Cao"), "sev.cao"), weight=600)
    return None


def sla_chip(state: str, remaining_ms: int, share_used: float) -> Chip | None:
    """Return the chip of the nearest clock.

    Args:
        state: ``normal soon urgent late done paused``; anything else, or nothing, has no chip.
        remaining_ms: ms until the deadline, negative when it has passed.
        share_used: elapsed share of the span, 0..1, drawn as a pie.

    """
    if state == "paused":
        return Chip(tr("Tạm dừng"), "sla.pause", "text2")
    if state == "done":
        return Chip(tr("đúng hạn"), "sla.done", "text2")
    if state == "late":
        chip = solid_red(tr("quá {span}", span=span_text(remaining_ms, precise=True)), "sla.late")
        return replace(chip, weight=500)
    if state not in ("normal", "soon", "urgent"):
        return None
    text = tr("còn {span}", span=span_text(remaining_ms))
    if state == "normal":
        return Chip(text, "", "text2", pie=share_used)
    return replace(orange(text), pie=share_used)


def window_chip(state: str, remaining_ms: int) -> Chip | None:
    """Return the chip of the Zalo reply window: nothing above 24 h, orange from 4 h, and when it is closed.

    Args:
        state: ``open closing closed``.
        remaining_ms: ms until the window closes.

    """
    if state == "closed":
        return neutral(tr("Hết cửa sổ"), "win.closed")
    if not state or remaining_ms > 24 * HOUR_MS:
        return None
    text = tr("Zalo {span}", span=span_text(remaining_ms))
    return orange(text, "win.open") if remaining_ms <= 4 * HOUR_MS else Chip(text, "win.open", "text2")


def unit_chip(name: str) -> Chip:
    """Return the outlined chip of a unit."""
    return outline(name)


def tag_chip(name: str, *, selected: bool = False) -> Chip:
    """Return the chip of a tag; outlined on a selected row, where grey would not show."""
    return Chip(name, "", "text2", "", "neutralBorder") if selected else neutral(name)


def chip_width(chip: Chip) -> int:
    """Return the width of a chip at the scale in force."""
    theme = current_theme()
    width = text_width(chip.text, "small", chip.weight)
    if chip.icon or chip.pie is not None:
        width += theme.px(14) + theme.px(4)
    return round(width) + (0 if chip.bare else 2 * theme.px(6))


def fitted(chip: Chip, room: float) -> Chip:
    """Return a chip with its words cut to ``room`` px, as far as words can be cut."""
    over = chip_width(chip) - room
    if over <= 0:
        return chip
    words = text_width(chip.text, "small", chip.weight)
    return replace(chip, text=elide(chip.text, "small", max(0, words - over), chip.weight))


def draw_chip(painter: QPainter, x: float, y: float, chip: Chip, height: float = 0) -> int:
    """Draw a chip with its top left corner at a point and return its width."""
    theme = current_theme()
    height = height or theme.size("chip")
    width = chip_width(chip)
    if not chip.bare:
        fill_round(painter, QRectF(x, y, width, height), theme.radius("chip"), chip.fill, chip.border)
    left = x if chip.bare else x + theme.px(6)
    glyph = theme.px(14)
    if chip.pie is not None:
        draw_pie(painter, left, y + (height - glyph) / 2, glyph, chip.pie, chip.ink)
        left += glyph + theme.px(4)
    elif chip.icon:
        draw_icon(painter, left, y + (height - glyph) / 2, chip.icon, glyph, chip.ink)
        left += glyph + theme.px(4)
    draw_text(painter, left, y, chip.text, "small", chip.ink, weight=chip.weight, line=height)
    return width
