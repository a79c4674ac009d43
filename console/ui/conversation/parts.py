"""What a row of the conversation is made of: boxes, texts, glyphs, links, laid out once and painted many times.

A builder (``bubbles``, ``cards``, ``lines``) turns an item into a ``Laid``: a height and a list of parts at places relative
to the row. The delegate paints the list, the view asks it what lies under the mouse.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from console.ui.common.chips import Chip, draw_chip
from console.ui.common.paint import draw_icon, draw_text, fill_round, forgets
from console.ui.common.places import Place, in_qt
from console.ui.conversation.media_paint import VoiceLook, Voices, paint_place, paint_voice
from console.ui.theme import color, current_theme, font, metrics, px

Thumbnails = Callable[[str, int, int], QImage | None]
"""``(file_id, width, height)`` in device px → a decoded picture, or ``None`` while it is being made elsewhere."""


class ThreadAct(StrEnum):
    """What an officer can ask for inside the conversation."""

    CANCEL_REPLY = "cancel-reply"
    EDIT_REPLY = "edit-reply"
    RESEND_REPLY = "resend-reply"
    CHECK_REPLY = "check-reply"
    RESOLVE_REPLY = "resolve-reply"
    APPROVE_REPLY = "approve-reply"
    DECLINE_REPLY = "decline-reply"
    OPEN_PHOTO = "open-photo"
    SAVE_FILE = "save-file"
    VERIFY_FILE = "verify-file"
    RETRY_MEDIA = "retry-media"
    COPY = "copy"
    SHOW_RECALLED = "show-recalled"
    PLAY_VOICE = "play-voice"
    VOICE_SPEED = "voice-speed"
    VOICE_SEEK = "voice-seek"
    """``value`` is a share of the recording («0.25») or how many ms on (+) or back (-)."""
    OPEN_LINK = "open-link"
    QUOTE = "quote"
    JUMP = "jump"
    EXPLAIN = "explain"
    SHOW_CHANGE = "show-change"


@dataclass(frozen=True, slots=True)
class Act:
    """One thing asked for.

    ``ref`` is the reply or message id, ``number`` the attachment's, ``value`` the text to copy; ``words`` names it in a menu.
    """

    kind: ThreadAct
    ref: str
    words: str
    number: int = 0
    value: str = ""


@dataclass(slots=True)
class Box:
    """A filled or outlined box; ``corner`` is the one that points at the speaker: ``l``, ``r`` or none."""

    rect: QRectF
    radius: float
    fill: str = ""
    border: str = ""
    width: float = 1.0
    dashed: bool = False
    corner: str = ""


@dataclass(slots=True)
class Words:
    """A wrapped text; searchable. ``mentions`` are (start, length) of names an internal note calls."""

    rect: QRectF
    text: str
    tone: str
    layout: QTextLayout
    mentions: tuple[Place, ...] = ()


@dataclass(slots=True)
class OneLine:
    """A single line of text."""

    rect: QRectF
    text: str
    role: str = "small"
    tone: str = "text3"
    weight: int = 0


@dataclass(slots=True)
class Glyph:
    """An icon."""

    rect: QRectF
    name: str
    tone: str


@dataclass(slots=True)
class Link:
    """An underlined word that acts."""

    rect: QRectF
    text: str
    act: Act
    tone: str = "link"


@dataclass(slots=True)
class ChipPart:
    """A chip."""

    rect: QRectF
    chip: Chip


@dataclass(slots=True)
class Hatch:
    """The bar and hatch at the edge of an internal note; nothing else wears it."""

    rect: QRectF


@dataclass(slots=True)
class Photo:
    """A picture of the citizen, or what stands for it while there is none."""

    rect: QRectF
    file_id: str
    icon: str
    tone: str
    caption: str
    act: Act | None


@dataclass(slots=True)
class VoiceBar:
    """A recording that is here: play, wave, length, speed. How it stands is asked for when it is painted."""

    rect: QRectF
    file_id: str


@dataclass(slots=True)
class PlaceTile:
    """The pin of a place; no map is asked for."""

    rect: QRectF


@dataclass(slots=True)
class Press:
    """A place that acts when it is pressed; something else paints it."""

    rect: QRectF
    act: Act


@dataclass(slots=True)
class Scale:
    """A place where it counts how far from its left edge it is pressed; the act's value becomes that share, 0 to 1."""

    rect: QRectF
    act: Act


Part = Box | Words | OneLine | Glyph | Link | ChipPart | Hatch | Photo | VoiceBar | PlaceTile | Press | Scale
_Acting = Link | Photo | Press


@dataclass(slots=True)
class Laid:
    """A row laid out: parts, height and what a screen reader says."""

    height: int
    parts: list[Part]
    spoken: str
    acts: tuple[Act, ...] = ()
    words: tuple[Words, ...] = ()

    def hit(self, x: float, y: float) -> Act | None:
        """Return what a click at a point (relative to the row) asks for."""
        for part in self.parts:
            if isinstance(part, Scale) and part.rect.contains(x, y):
                share = (x - part.rect.left()) / part.rect.width()
                return replace(part.act, value=f"{share:.4f}")
            act = part.act if isinstance(part, _Acting) else None
            if (
                act is not None
                and not part.rect.isEmpty()
                and part.rect.adjusted(-px(4), -px(4), px(4), px(4)).contains(x, y)
            ):
                return act
        return None


@dataclass(slots=True)
class Sheet:
    """Collects the parts of one row while it is laid out; ``y`` is where the next one goes."""

    width: float
    y: float = 0
    parts: list[Part] = field(default_factory=list)

    def add(self, part: Part) -> None:
        """Put a part on the sheet."""
        self.parts.append(part)

    def done(self, spoken: str) -> Laid:
        """Return the finished row."""
        acts: dict[Act, None] = {}
        for part in self.parts:
            if isinstance(part, _Acting) and part.act is not None:
                acts.setdefault(part.act)
        words = tuple(part for part in self.parts if isinstance(part, Words))
        return Laid(round(self.y), self.parts, spoken, tuple(acts), words)


_WRAP = QTextOption(Qt.AlignmentFlag.AlignLeft)
_WRAP.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


@lru_cache(maxsize=4096)
def _wrapped(text: str, role: str, width: int, strong: tuple[Place, ...]) -> tuple[QTextLayout, float, float]:
    layout = QTextLayout(text.replace("\n", "\u2028"), font(role))
    layout.setTextOption(_WRAP)
    if strong:
        # Now, not when it is drawn: wider letters break lines elsewhere.
        look = QTextCharFormat()
        look.setFont(font(role, 600))
        layout.setFormats(spot(text, strong, look))
    layout.setCacheEnabled(True)
    line_box = current_theme().line(role)
    shift = (line_box - metrics(role).height()) / 2
    y = widest = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y + shift))
        widest = max(widest, line.naturalTextWidth())
        y += line_box
    layout.endLayout()
    return layout, min(widest + 1, width), y


forgets(_wrapped.cache_clear)


def wrap(
    text: str, role: str, width: float, strong: tuple[Place, ...] = ()
) -> tuple[QTextLayout, float, float]:
    """Return a text broken into lines no wider than ``width``, the width it needs and its height.

    Lines keep the role's line box, so stacked marks (``Ẩ``) never touch the line above. Layouts are kept and shared.
    ``strong`` are the (start, length) that are semibold.
    """
    return _wrapped(text, role, max(1, int(width)), strong)


def spot(text: str, ranges: Sequence[Place], paint_format: QTextCharFormat) -> list[QTextLayout.FormatRange]:
    """Return ranges of ``text`` for a ``QTextLayout`` that all look the same."""
    found = []
    for start, length in in_qt(text, ranges):
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = start, length, paint_format
        found.append(one)
    return found


def mark_format() -> QTextCharFormat:
    """Return the look of a search match: cyan, underlined."""
    look = QTextCharFormat()
    look.setBackground(color("mark"))
    look.setForeground(color("markText"))
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    look.setUnderlineColor(color("markLine"))
    return look


def _mention_format() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setBackground(color("noteStrong"))
    look.setForeground(color("noteText"))
    return look


def _bubble_path(rect: QRectF, radius: float, corner: str) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    radius = min(radius, rect.height() / 2)
    path.addRoundedRect(rect, radius, radius)
    if corner:
        small = px(3)
        left = rect.left() if corner == "l" else rect.right() - radius * 2
        square = QRectF(left, rect.top(), radius * 2, radius)
        path.addRoundedRect(square, small, small)
        path = path.simplified()
    return path


def paint_box(painter: QPainter, box: Box, at: QPointF) -> None:
    """Paint a box; dashed and cornered ones need a path."""
    rect = box.rect.translated(at)
    if not box.dashed and not box.corner:
        fill_round(painter, rect, box.radius, box.fill, box.border, box.width)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = box.width / 2 if box.border else 0
    path = _bubble_path(rect.adjusted(half, half, -half, -half), box.radius, box.corner)
    if box.fill:
        painter.fillPath(path, color(box.fill))
    if box.border:
        pen = QPen(color(box.border), box.width)
        if box.dashed:
            pen.setDashPattern([4, 3])
        painter.strokePath(path, pen)


def paint_hatch(painter: QPainter, rect: QRectF) -> None:
    """Paint the 4 px bar and the hatch beside it."""
    bar = px(4)
    painter.save()
    painter.setClipRect(rect)
    painter.fillRect(QRectF(rect.left(), rect.top(), bar, rect.height()), color("noteBorder"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color("noteBorder"), current_theme().scale))
    step, left = px(5), rect.left() + bar
    reach = rect.width() - bar
    y = rect.top() - reach
    while y < rect.bottom() + reach:
        painter.drawLine(QPointF(left, y + reach), QPointF(left + reach, y))
        y += step
    painter.restore()


def _paint_photo(painter: QPainter, part: Photo, at: QPointF, thumbnails: Thumbnails | None) -> None:
    rect = part.rect.translated(at)
    radius = current_theme().radius("control")
    ratio = painter.device().devicePixelRatioF()
    image = None
    if part.file_id and thumbnails is not None:
        image = thumbnails(part.file_id, round(rect.width() * ratio), round(rect.height() * ratio))
    if image is not None and not image.isNull():
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        clip = QPainterPath()
        clip.addRoundedRect(rect, radius, radius)
        painter.setClipPath(clip)
        scale = max(rect.width() / image.width(), rect.height() / image.height())
        width, height = rect.width() / scale, rect.height() / scale
        source = QRectF((image.width() - width) / 2, (image.height() - height) / 2, width, height)
        painter.drawImage(rect, image, source)
        painter.restore()
    else:
        fill_round(painter, rect, radius, "inset", "border")
        glyph = px(20)
        centre = rect.center() - QPointF(glyph / 2, glyph / 2 + px(6))
        draw_icon(painter, centre.x(), centre.y(), part.icon, glyph, part.tone)
    if part.caption:
        _paint_caption(painter, rect, part.caption)


def _paint_caption(painter: QPainter, rect: QRectF, caption: str) -> None:
    theme = current_theme()
    glyph, pad = px(13), px(5)
    width = glyph + px(4) + metrics("caption", 600).horizontalAdvance(caption) + 2 * pad
    pill = QRectF(rect.left() + px(6), rect.bottom() - px(24), min(width, rect.width() - px(12)), px(18))
    veil = QColor(theme.color("shadow"))
    veil.setAlpha(190)
    fill_round(painter, pill, theme.radius("chip"), veil)
    ink = theme.color("onSolid")
    draw_icon(painter, pill.left() + pad, pill.top() + (pill.height() - glyph) / 2, "act.image", glyph, ink)
    left = pill.left() + pad + glyph + px(4)
    draw_text(painter, left, pill.top(), caption, "caption", ink, weight=600, line=pill.height())


def paint_part(
    painter: QPainter,
    part: Part,
    at: QPointF,
    thumbnails: Thumbnails | None,
    marks: Callable[[Words], Sequence[tuple[int, int]]],
    voices: Voices | None = None,
) -> None:
    """Paint one part.

    Args:
        painter: target.
        part: what to paint.
        at: top left of the row.
        thumbnails: gives decoded pictures.
        marks: (start, length) of what is searched for in a text.
        voices: tells how recordings stand.

    """
    match part:
        case Box():
            paint_box(painter, part, at)
        case Words():
            painter.setPen(color(part.tone))
            looks = spot(part.text, marks(part), mark_format())
            if part.mentions:
                looks = spot(part.text, part.mentions, _mention_format()) + looks
            part.layout.draw(painter, part.rect.topLeft() + at, looks)
        case OneLine():
            draw_text(
                painter,
                part.rect.left() + at.x(),
                part.rect.top() + at.y(),
                part.text,
                part.role,
                part.tone,
                weight=part.weight,
                line=part.rect.height(),
            )
        case Glyph():
            place = part.rect.topLeft() + at
            draw_icon(painter, place.x(), place.y(), part.name, part.rect.width(), part.tone)
        case Link():
            rect = part.rect.translated(at)
            draw_text(
                painter,
                rect.left(),
                rect.top(),
                part.text,
                "small",
                part.tone,
                weight=600,
                line=rect.height(),
            )
            line = QRectF(rect.left(), rect.bottom() - px(2), rect.width(), max(1, px(1)))
            painter.fillRect(line, color(part.tone))
        case ChipPart():
            draw_chip(painter, part.rect.left() + at.x(), part.rect.top() + at.y(), part.chip)
        case Hatch():
            paint_hatch(painter, part.rect.translated(at))
        case Photo():
            _paint_photo(painter, part, at, thumbnails)
        case VoiceBar():
            look = voices(part.file_id) if voices is not None else VoiceLook()
            paint_voice(painter, part.rect.translated(at), look)
        case PlaceTile():
            paint_place(painter, part.rect.translated(at))
        case Press() | Scale():
            pass
