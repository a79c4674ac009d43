"""One entry of the rail, in its wide and its narrow form."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from console.domain.numerals import number_text
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.keymap import follow_key
from console.ui.common.paint import draw_focus_ring, draw_icon, draw_text, elide, fill_round, text_width
from console.ui.common.tooltip import set_tooltip
from console.ui.theme import color, current_theme, px, size, theme_changed


class RailItem(QAbstractButton):
    """A view, a unit, a tag or a page, with its count."""

    def __init__(
        self,
        text: str,
        icon: str = "",
        *,
        small: bool = False,
        command: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make an entry.

        Args:
            text: its name, any text.
            icon: icon name; without one a dot is drawn (tags).
            small: 28 px instead of 32.
            command: the command that does the same.
            parent: owner.

        """
        super().__init__(parent)
        self._label, self._icon, self._small, self._key = safe_line(text, 80), icon, small, ""
        self._count: int | None = None
        self._badge = ""
        self._mini = self._low = False
        self.dot = "TG"
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()
        if command:
            follow_key(self, command, self._set_key)
        theme_changed().changed.connect(self.updateGeometry)

    def _set_key(self, key: str) -> None:
        self._key = key
        self.setAccessibleDescription(key)
        self._tip()

    def label(self) -> str:
        """Return the name shown."""
        return self._label

    def count(self) -> int | None:
        """Return the count shown."""
        return self._count

    def set_count(self, count: int | None, badge: str = "") -> None:
        """Show a count.

        Args:
            count: ``None`` shows none.
            badge: colour token of a filled badge (``accent``, ``red``); nothing for plain digits.

        """
        if (count, badge) != (self._count, self._badge):
            self._count, self._badge = count, badge
            self._name()
            self.update()

    def set_mini(self, mini: bool, *, low: bool = False) -> None:
        """Choose the 56 px rail's form, and its lower one on a low window."""
        self._mini, self._low = mini, low
        self._tip()
        self.updateGeometry()
        self.update()

    def _tip(self) -> None:
        """Say name and key where only an icon is shown; the wide form shows its name, so its tooltip is the key's."""
        shown = self._mini or bool(self._key)
        set_tooltip(self, self._label if shown else "", self._key)

    def _name(self) -> None:
        counted = self._count is not None
        name = tr("{name}, {count} hồ sơ", name=self._label, count=self._count) if counted else self._label
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        if self._mini:
            return QSize(px(42), px(34 if self._low else 38))
        return QSize(px(120), size("railRowUnit" if self._small else "railRow"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = current_theme()
        box = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen:
            fill_round(painter, box, theme.radius("control"), "railSel")
        elif self.underMouse() or self.isDown():
            fill_round(painter, box, theme.radius("control"), "railHover")
        alarm = self._badge == "red"
        ink = "accentText" if chosen else "redText" if alarm else "text2" if self._icon else "text"
        if self._mini:
            self._paint_mini(painter, box, ink)
        else:
            self._paint_full(painter, box, ink)
        if chosen:
            bar = QRectF(0, 0, px(3), px(18))
            bar.moveTop((box.height() - bar.height()) / 2)
            fill_round(painter, bar, px(2), "selBorder")
        if self.hasFocus():
            draw_focus_ring(painter, box)

    def _paint_full(self, painter: QPainter, box: QRectF, ink: str) -> None:
        chosen = self.isChecked()
        if self._icon:
            glyph = px(16)
            icon_ink = "text3" if self._small and not chosen else ink
            draw_icon(painter, px(12), (box.height() - glyph) / 2, self._icon, glyph, icon_ink)
        else:
            dot = px(8)
            mark = QRectF(px(16), (box.height() - dot) / 2, dot, dot)
            fill_round(painter, mark, dot / 2, QColor(current_theme().chart(self.dot)))
        right = box.width() - px(14)
        if self._count is not None:
            right = self._paint_count(painter, right, box) - px(8)
        left = px(37)
        weight = 600 if chosen else 400 if self._small else 500
        word_ink = ink if chosen or ink == "redText" else "text"
        word = elide(self._label, "body", right - left, weight)
        draw_text(painter, left, 0, word, "body", word_ink, weight=weight, line=box.height())

    def _paint_count(self, painter: QPainter, right: float, box: QRectF) -> float:
        assert self._count is not None
        text = number_text(self._count)
        if self._badge and self._count:
            height = size("badgeRail")
            width = max(height, text_width(text, "small", 700) + px(14 if len(text) > 1 else 12))
            disc = QRectF(right + px(6) - width, (box.height() - height) / 2, width, height)
            fill_round(painter, disc, height / 2, self._badge)
            left = disc.center().x() - text_width(text, "small", 700) / 2
            draw_text(painter, left, disc.top(), text, "small", "onSolid", weight=700, line=height)
            return disc.left()
        role = "small"
        ink = "text" if self.isChecked() else "text3"
        left = right - text_width(text, role, 500)
        draw_text(painter, left, 0, text, role, ink, weight=500, line=box.height())
        return left

    def _paint_mini(self, painter: QPainter, box: QRectF, ink: str) -> None:
        glyph = px(20)
        draw_icon(painter, (box.width() - glyph) / 2, (box.height() - glyph) / 2, self._icon, glyph, ink)
        if not self._count or (not self._badge and self._count > 99):
            return
        text = str(self._count) if self._count < 100 else "99+"
        height = px(16)
        width = max(height, text_width(text, "caption", 700) + px(8))
        disc = QRectF(box.width() - width, 0, width, height)
        fill_round(painter, disc.adjusted(-1, -1, 1, 1), height, "rail")
        fill_round(painter, disc, height / 2, self._badge or "neutralBorder")
        tone = "onSolid" if self._badge else "text"
        left = disc.center().x() - text_width(text, "caption", 700) / 2
        draw_text(painter, left, disc.top(), text, "caption", color(tone), weight=700, line=height)
