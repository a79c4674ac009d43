"""Lines of a plain-text field at the height the design gives its type role (visual-design.md §3.4), not at the font's own.

Qt's plain-text layout knows no line height: it packs lines as closely as the font allows, where stacked Vietnamese marks touch the
line above.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit, QWidget

from console.ui.theme import current_theme, theme_changed

MARGIN_PX = 1
"""Around the text inside the field's own padding."""


class SpacedLayout(QPlainTextDocumentLayout):
    """Lays lines out at the height of a type role, each line's glyphs in the middle of it."""

    def __init__(self, document: QTextDocument, role: str) -> None:
        super().__init__(document)
        self._role = role

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return where a paragraph lies, after moving its lines apart."""
        box = super().blockBoundingRect(block)  # it lays the paragraph out where that is due
        layout, line = block.layout(), float(current_theme().line(self._role))
        count = layout.lineCount()
        if not block.isVisible() or not count:
            return box
        for number in range(count):
            one = layout.lineAt(number)
            top = number * line + (line - one.height()) / 2
            if one.y() != top:
                one.setPosition(QPointF(one.x(), top))
        margin = 0.0 if block.next().isValid() else self.document().documentMargin()
        return QRectF(0, 0, box.width(), count * line + margin)


class SpacedEdit(QPlainTextEdit):
    """A field for several lines of plain text, which stand as far apart as a role's lines do at any scale."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        document = QTextDocument(self)
        self._spaced = SpacedLayout(document, role)
        document.setDocumentLayout(self._spaced)
        document.setDocumentMargin(MARGIN_PX)
        self.setDocument(document)
        # Lines are broken at the width; a space that hangs over it is nothing to scroll to.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme_changed().changed.connect(self._respace)

    def _respace(self) -> None:
        self.document().markContentsDirty(0, self.document().characterCount())
