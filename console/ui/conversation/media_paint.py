"""Paints what is neither text nor picture: the bar of a voice message and the tile of a place."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from console.runtime.i18n import tr
from console.ui.common.paint import draw_icon, draw_text, fill_round, text_width
from console.ui.theme import color, current_theme, px

BARS = 40


class VoiceLook(NamedTuple):
    """A recording as it stands now. No ``levels``: nobody can know them without decoding it, so none are drawn."""

    duration_ms: int = 0
    levels: tuple[float, ...] = ()
    position_ms: int = 0
    playing: bool = False
    speed: float = 1.0


Voices = Callable[[str], VoiceLook]
"""File id → how its recording stands; answers at once, with an empty look while it is being read."""


def duration_text(ms: int) -> str:
    """Return ``0:18``; a dash for an unknown length."""
    seconds = -(-ms // 1000)
    return f"{seconds // 60}:{seconds % 60:02d}" if ms else "–:––"


def speed_text(speed: float) -> str:
    """Return ``1×``, ``1,5×``, ``2×``."""
    return tr("{speed}×", speed=f"{speed:g}".replace(".", ","))


def paint_voice(painter: QPainter, rect: QRectF, look: VoiceLook) -> None:
    """Paint the bar: button, wave (or a plain line), length, speed; the same places as ``voice_places``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    button, wave, time, speed = voice_places(rect)
    fill_round(painter, button, button.width() / 2, "accent")
    glyph = px(14)
    inset = (button.width() - glyph) / 2
    icon = "pause" if look.playing else "audio"
    draw_icon(painter, button.left() + inset, button.top() + inset, icon, glyph, "onSolid")
    share = min(1.0, look.position_ms / look.duration_ms) if look.duration_ms else 0.0
    if look.levels:
        _paint_wave(painter, wave, look.levels, share)
    else:
        middle = QRectF(wave.left(), wave.center().y() - px(2), wave.width(), px(4))
        fill_round(painter, middle, px(2), "neutralBorder")
        if share:
            fill_round(painter, QRectF(middle.topLeft(), middle.size()), px(2), "neutralBorder")
            middle.setWidth(max(px(4), wave.width() * share))
            fill_round(painter, middle, px(2), "accent")
    shown = look.position_ms or look.duration_ms
    draw_text(painter, time.left(), time.top(), duration_text(shown), "small", "text", line=time.height())
    fill_round(painter, speed, current_theme().radius("chip"), "raised", "neutralBorder")
    words = speed_text(look.speed)
    left = speed.center().x() - text_width(words, "caption", 600) / 2
    draw_text(painter, left, speed.top(), words, "caption", "text", weight=600, line=speed.height())


def voice_places(rect: QRectF) -> tuple[QRectF, QRectF, QRectF, QRectF]:
    """Return where button, wave, time and speed stand in the bar."""
    edge, pad = px(28), px(8)
    button = QRectF(rect.left() + pad, rect.center().y() - edge / 2, edge, edge)
    chip = QRectF(rect.right() - px(42), rect.center().y() - px(10), px(34), px(20))
    time = QRectF(chip.left() - px(38), rect.center().y() - px(10), px(34), px(20))
    left = button.right() + px(10)
    return (
        button,
        QRectF(left, rect.top() + px(10), time.left() - px(6) - left, rect.height() - px(20)),
        time,
        chip,
    )


def _paint_wave(painter: QPainter, rect: QRectF, levels: tuple[float, ...], share: float) -> None:
    step = rect.width() / BARS
    for number in range(BARS):
        level = levels[number * len(levels) // BARS]
        height = max(px(3), rect.height() * level)
        bar = QRectF(
            rect.left() + number * step, rect.center().y() - height / 2, max(1.0, step * 0.55), height
        )
        played = (number + 0.5) / BARS <= share
        fill_round(painter, bar, bar.width() / 2, "accent" if played else "text3")


def paint_place(painter: QPainter, rect: QRectF) -> None:
    """Paint the tile of a place: a grid and a pin. It shows no map, since none is asked for (threats: no outside call)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    clip = QPainterPath()
    radius = current_theme().radius("control")
    clip.addRoundedRect(rect, radius, radius)
    painter.setClipPath(clip)
    painter.fillRect(rect, color("inset"))
    painter.setPen(QPen(color("border"), max(1.0, current_theme().scale)))
    step = px(16)
    for number in range(1, int(rect.width() // step) + 1):
        x = rect.left() + number * step
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
    for number in range(1, int(rect.height() // step) + 1):
        y = rect.top() + number * step
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
    tip = QPointF(rect.center().x(), rect.center().y() + px(14))
    head = px(11)
    pin = QPainterPath(tip)
    middle = QPointF(tip.x(), tip.y() - px(19))
    pin.cubicTo(tip + QPointF(-px(4), -px(8)), middle + QPointF(-head, px(8)), middle + QPointF(-head, 0))
    pin.arcTo(QRectF(middle.x() - head, middle.y() - head, 2 * head, 2 * head), 180, -180)
    pin.cubicTo(middle + QPointF(head, px(8)), tip + QPointF(px(4), -px(8)), tip)
    painter.setPen(QPen(color("raised"), px(2)))
    painter.setBrush(color("red"))
    painter.drawPath(pin)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("onSolid"))
    painter.drawEllipse(middle, px(4), px(4))
    painter.restore()
