"""Labels and text views that can show a stranger's words: they know no markup.

A citizen's *name* ``<img src=file://host/x>`` made Qt's rich-text widgets open that file (threats T05). The raw classes are
banned outside this package.
"""

from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from console.ui.common import chips
from console.ui.common.paint import draw_icon, draw_text, elide
from console.ui.common.sharing import names_shown, sharing, words_shown
from console.ui.common.spaced import SpacedEdit
from console.ui.theme import color, current_theme, font, metrics, px, theme_changed


class PlainLabel(QLabel):
    """A label for any text. It follows theme and scale and leaves room for stacked marks (``Ẩ``, ``Ệ``)."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "text",
        *,
        weight: int = 0,
        wrap: bool = False,
        elided: bool = False,
        told: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a label.

        Args:
            text: plain text.
            role: type role.
            tone: colour token.
            weight: 0 is the role's own.
            wrap: break lines.
            elided: cut with an ellipsis instead of asking for room.
            told: its text is somebody's free words, covered whole while the screen is shared.
            parent: owner.

        """
        super().__init__(parent)
        self._role, self._tone, self._weight, self._elided = role, tone, weight, elided
        self._told, self._whole = told, ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setWordWrap(wrap)
        if elided:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self._restyle()
        theme_changed().changed.connect(self._restyle)
        sharing().changed.connect(self._show)

    def setText(self, text: str) -> None:
        """Show a text, as it may be seen while the screen is shared and while it is not."""
        self._whole = text
        self._show()

    def text(self) -> str:
        """Return the text that was given."""
        return self._whole

    def _show(self) -> None:
        super().setText(self._seen())

    def _seen(self) -> str:
        return words_shown(self._whole) if self._told else names_shown(self._whole)

    def set_tone(self, tone: str) -> None:
        """Change the colour."""
        if tone != self._tone:
            self._tone = tone
            self._restyle()

    def set_weight(self, weight: int) -> None:
        """Change the weight; 0 is the role's own."""
        if weight != self._weight:
            self._weight = weight
            self._restyle()

    def _restyle(self) -> None:
        self.setFont(font(self._role, self._weight or None))
        room = current_theme().line(self._role) - metrics(self._role).height()
        pad = max(1, ceil(room / 2))
        self.setContentsMargins(0, pad, 0, pad)
        self.update()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if self.wordWrap():
            return QSize(hint.width(), current_theme().line(self._role))
        return QSize(0, hint.height()) if self._elided else hint

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(hint.width())) if self.wordWrap() else hint

    def heightForWidth(self, width: int) -> int:
        """Return the height of its lines at the height the design gives the role, which Qt packs more closely."""
        if not self.wordWrap():
            return super().heightForWidth(width)
        return max(1, self._laid(width).lineCount()) * current_theme().line(self._role)

    def _laid(self, width: int) -> QTextLayout:
        """Return the text broken into lines at a width."""
        layout = QTextLayout(self._seen().replace("\n", "\u2028"), font(self._role, self._weight or None))
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        line, count = current_theme().line(self._role), 0
        while (one := layout.createLine()).isValid():
            one.setLineWidth(max(1, width))
            one.setPosition(QPointF(0, count * line + (line - one.height()) / 2))
            count += 1
        layout.endLayout()
        return layout

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.textInteractionFlags() != Qt.TextInteractionFlag.NoTextInteraction:
            super().paintEvent(event)
            return
        # Painted here and not by QLabel: a style sheet puts a widget's palette back whenever it polishes it again.
        painter = QPainter(self)
        tone = self._tone if self.isEnabled() else "textDis"
        if self._elided:
            line = current_theme().line(self._role)
            top = (self.height() - line) / 2
            text = elide(self._seen(), self._role, self.width(), self._weight)
            draw_text(painter, 0, top, text, self._role, tone, weight=self._weight)
            return
        painter.setPen(color(tone))
        if self.wordWrap():
            layout = self._laid(self.width())
            free = self.height() - layout.lineCount() * current_theme().line(self._role)
            down = 0 if self.alignment() & Qt.AlignmentFlag.AlignTop else max(0, free) / 2
            layout.draw(painter, QPointF(0, down))
            return
        painter.setFont(font(self._role, self._weight or None))
        painter.drawText(self.contentsRect(), self.alignment().value, self._seen())


class PlainView(SpacedEdit):
    """A read-only block of text of any origin; selectable, never markup, never a link."""

    def __init__(
        self,
        text: str = "",
        role: str = "msg",
        *,
        bare: bool = False,
        told: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Make a view; ``told`` unless its text is of the program's own library, which may be seen while the screen is shared."""
        super().__init__(role, parent, only_read=True)
        self.setProperty("told", told)
        self._role = role
        self.setProperty("bare", bare)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        self._restyle()
        theme_changed().changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFont(font(self._role))


class Heading(PlainLabel):
    """The head of a section inside a pane."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, "small", "text2", weight=600, parent=parent)


class ChipLabel(QWidget):
    """One chip as a widget."""

    def __init__(self, chip: chips.Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip = chip
        self.set_chip(chip)
        theme_changed().changed.connect(self._restyle)

    def set_chip(self, chip: chips.Chip) -> None:
        """Show another chip."""
        self._chip = chip
        self.setAccessibleName(names_shown(chip.text))
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(chips.chip_width(self._chip), current_theme().size("chip"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        chips.draw_chip(QPainter(self), 0, 0, self._chip)


class Glyph(QWidget):
    """A small icon beside a line of small text."""

    def __init__(self, icon: str, tone: str = "text3", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tone = icon, tone
        theme_changed().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedSize(px(16), current_theme().line("small"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        edge = px(16)
        draw_icon(QPainter(self), 0, (self.height() - edge) / 2, self._icon, edge, self._tone)


class Line(QWidget):
    """A 1 px line between things."""

    def __init__(
        self, tone: str = "divider", *, vertical: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(color(self._tone)))


class Pane(QWidget):
    """A plain area filled with one colour token that follows the theme."""

    def __init__(self, tone: str, *, line: str = "", parent: QWidget | None = None) -> None:
        """Make a pane.

        Args:
            tone: colour token of the whole area.
            line: sides with a ``border`` line, letters of ``tblr``.
            parent: owner.

        """
        super().__init__(parent)
        self._tone, self._line = tone, line

    def set_pane_tone(self, tone: str) -> None:
        """Change the colour of the area."""
        if tone != self._tone:
            self._tone = tone
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = self.rect()
        painter.fillRect(box, color(self._tone))
        ink = color("border")
        if "t" in self._line:
            painter.fillRect(0, 0, box.width(), 1, ink)
        if "b" in self._line:
            painter.fillRect(0, box.height() - 1, box.width(), 1, ink)
        if "l" in self._line:
            painter.fillRect(0, 0, 1, box.height(), ink)
        if "r" in self._line:
            painter.fillRect(box.width() - 1, 0, 1, box.height(), ink)
