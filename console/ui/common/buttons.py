"""Buttons: a verb with its key, an icon, a filter pill. All paint themselves and all are at least 26 px high."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from console.ui.common.keymap import follow_key
from console.ui.common.paint import (
    draw_count,
    draw_focus_ring,
    draw_icon,
    draw_key,
    draw_text,
    fill_round,
    key_width,
    text_width,
)
from console.ui.common.tooltip import set_tooltip
from console.ui.theme import current_theme, theme_changed


@dataclass(frozen=True, slots=True)
class _Look:
    fill: str
    hover: str
    press: str
    ink: str
    border: str
    ring: str = "focus"
    hint: str = "text2"


_LOOKS = {
    "plain": _Look("raised", "hover", "neutralSubtle", "text", "neutralBorder"),
    "primary": _Look("accent", "accentHover", "accentPress", "onSolid", "", "text", "onSolid"),
    "note": _Look("noteSolid", "noteSolid", "noteSolid", "note", "", "text", "note"),
    "approve": _Look("green", "greenText", "greenText", "onGreen", "", "text", "onGreen"),
    "danger": _Look("raised", "redSubtle", "redSubtle", "redText", "redBorder"),
    "warn": _Look("raised", "orangeSubtle", "orangeSubtle", "orangeText", "orangeBorder"),
    "quiet": _Look("", "hover", "neutralSubtle", "text2", "", hint="text3"),
    "link": _Look("", "", "", "link", "", hint="text3"),
}


@dataclass(frozen=True, slots=True)
class _Face:
    """Type and spacing of an ``ActionButton``, px at scale 1.0."""

    role: str
    weight: int
    pad: int
    glyph: int


class _Painted(QAbstractButton):
    """What the painted buttons share: hover repaint, fixed height, theme changes."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme_changed().changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class ActionButton(QPushButton):
    """A verb, with an icon before and its key after it.

    Kinds: ``plain primary note approve danger warn quiet link``. One primary in a place. ``command`` names the command of the
    registry whose key is shown and followed; ``key`` is for keys of a dialog's own.
    """

    def __init__(
        self,
        text: str,
        icon: str = "",
        kind: str = "plain",
        key: str = "",
        *,
        command: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label, self._icon, self._kind, self._key, self._small = text, icon, kind, key, small
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_label(text)
        if command:
            follow_key(self, command, self.set_key)
        theme_changed().changed.connect(self._restyle)

    def set_key(self, key: str) -> None:
        """Change the key shown."""
        self._key = key
        self.set_label(self._label)

    def key(self) -> str:
        """Return the key shown."""
        return self._key

    def set_label(self, text: str) -> None:
        """Change the verb."""
        self._label = text
        self.setAccessibleName(text)
        self.setAccessibleDescription(self._key)
        self._restyle()

    def label(self) -> str:
        """Return the verb."""
        return self._label

    def set_look(self, kind: str, icon: str = "") -> None:
        """Change kind and icon, e.g. when the button comes to mean another act."""
        self._kind, self._icon = kind, icon
        self._restyle()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _face(self) -> _Face:
        if self._kind == "link":
            return _Face("body", 600, 0, 16)
        if self._small and self._kind == "quiet":
            return _Face("small", 500, 6, 14)
        return _Face("body", 500, 10 if self._small else 12, 16)

    def sizeHint(self) -> QSize:
        theme, face = current_theme(), self._face()
        width = 2 * theme.px(face.pad) + text_width(self._label, face.role, face.weight)
        if self._icon:
            width += theme.px(face.glyph) + theme.px(6)
        if self._key:
            width += theme.px(8) + key_width(self._key, cap=self._kind == "link")
        return QSize(round(width) + 1, theme.size("controlSmall" if self._small else "control"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, face, look = current_theme(), self._face(), _LOOKS[self._kind]
        painter = QPainter(self)
        box = QRectF(self.rect())
        enabled = self.isEnabled()
        fill = look.press if self.isDown() else look.hover if self.underMouse() else look.fill
        if not enabled and self._kind != "link":
            fill_round(painter, box, theme.radius("control"), "neutralSubtle")
        elif fill or look.border:
            fill_round(painter, box, theme.radius("control"), fill, look.border)
        ink = look.ink if enabled else "textDis"
        left = (box.width() - self.sizeHint().width()) / 2 + theme.px(face.pad)
        if self._icon:
            glyph = theme.px(face.glyph)
            draw_icon(painter, left, (box.height() - glyph) / 2, self._icon, glyph, ink)
            left += glyph + theme.px(6)
        left += draw_text(
            painter, left, 0, self._label, face.role, ink, weight=face.weight, line=box.height()
        )
        if self._key:
            left += theme.px(8)
            if self._kind == "link":
                draw_key(painter, left + key_width(self._key, cap=True), box.height() / 2, self._key)
            else:
                hint = look.hint if enabled else "textDis"
                draw_text(painter, left, 0, self._key, "caption", hint, line=box.height())
        if self.hasFocus():
            draw_focus_ring(painter, box, color=look.ring)


class IconButton(_Painted):
    """An icon that acts. It has an accessible name and a tooltip with its key, always."""

    def __init__(
        self,
        icon: str,
        name: str,
        key: str = "",
        *,
        command: str = "",
        tone: str = "text2",
        edge: int = 30,
        glyph: int = 18,
        hover: str = "neutralSubtle",
        parent: QWidget | None = None,
    ) -> None:
        """Make an icon button.

        Args:
            icon: icon name.
            name: what it does, for tooltip and screen reader.
            key: its key, where it is no command's.
            command: the command whose key is shown and followed.
            tone: colour token of the glyph.
            edge: button edge at scale 1.0, at least 26.
            glyph: glyph edge at scale 1.0.
            hover: colour token behind the glyph under the mouse.
            parent: owner.

        """
        super().__init__(parent)
        self._icon, self._tone, self._edge, self._glyph, self._hover = icon, tone, edge, glyph, hover
        self._badge, self._badge_tone = 0, "red"
        self._key = key
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_name(name)
        if command:
            follow_key(self, command, self.set_key)

    def set_name(self, name: str, key: str | None = None) -> None:
        """Change what tooltip and screen reader say; the key stays unless another is given."""
        self._key = self._key if key is None else key
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._key)
        set_tooltip(self, name, self._key)

    def set_key(self, key: str) -> None:
        """Change the key shown."""
        self.set_name(self.accessibleName(), key)

    def set_icon(self, icon: str, tone: str = "") -> None:
        """Change the glyph and, if given, its colour."""
        self._icon, self._tone = icon, tone or self._tone
        self.update()

    def set_badge(self, count: int, tone: str = "red") -> None:
        """Show a count on the corner; 0 removes it."""
        self._badge, self._badge_tone = count, tone
        self.update()

    def badge(self) -> int:
        """Return the count on the corner."""
        return self._badge

    def sizeHint(self) -> QSize:
        edge = current_theme().px(self._edge)
        return QSize(edge, edge)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.isEnabled() and (self.isDown() or self.isChecked() or self.underMouse()):
            fill_round(painter, box, theme.radius("control"), self._hover)
        glyph = theme.px(self._glyph)
        inset = (box.width() - glyph) / 2
        ink = self._tone if self.isEnabled() else "textDis"
        draw_icon(painter, inset, (box.height() - glyph) / 2, self._icon, glyph, ink)
        if self._badge:
            draw_count(painter, box.width(), 0, self._badge, self._badge_tone)
        if self.hasFocus():
            draw_focus_ring(painter, box, color="topbarText" if self._tone.startswith("topbar") else "focus")


class PillButton(_Painted):
    """A filter that is on or off; on is blue. The icon, if any, keeps 4 px from its word."""

    def __init__(self, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_label(text)

    def set_label(self, text: str) -> None:
        """Change the word."""
        self._label = text
        self.setAccessibleName(text)
        self._restyle()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        width = text_width(self._label, "small", 500) + 2 * theme.px(8)
        if self._icon:
            width += theme.px(14 + 4)
        return QSize(round(width), theme.size("pill"))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        box = QRectF(self.rect())
        on = self.isChecked()
        fill = "accentSubtle" if on else "hover" if self.underMouse() else "raised"
        fill_round(painter, box, box.height() / 2, fill, "accentBorder" if on else "neutralBorder")
        ink = ("accentText" if on else "text2") if self.isEnabled() else "textDis"
        left: float = theme.px(8)
        if self._icon:
            glyph = theme.px(14)
            draw_icon(painter, left, (box.height() - glyph) / 2, self._icon, glyph, ink)
            left += glyph + theme.px(4)
        draw_text(painter, left, 0, self._label, "small", ink, weight=600 if on else 500, line=box.height())
        if self.hasFocus():
            draw_focus_ring(painter, box, box.height() / 2)
