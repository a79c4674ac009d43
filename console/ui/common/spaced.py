"""Lines of a plain-text field at the height the design gives its type role (visual-design.md §3.4), not at the font's own.

Qt's plain-text layout knows no line height: it packs lines as closely as the font allows, where stacked Vietnamese marks touch the
line above.
"""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit, QWidget

from console.ui.common.secrecy_note import SecrecyNote
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
    """A field for several lines of plain text, which stand as far apart as a role's lines do at any scale.

    Where something can be written it says at its foot that state secrets are not (domain.md §5.5); ``note_resized`` tells that
    this took another height.
    """

    note_resized = Signal()

    def __init__(self, role: str, parent: QWidget | None = None, *, only_read: bool = False) -> None:
        """Make a field.

        Args:
            role: type role of its text.
            parent: owner.
            only_read: nobody ever writes here.

        """
        super().__init__(parent)
        document = QTextDocument(self)
        self._spaced = SpacedLayout(document, role)
        document.setDocumentLayout(self._spaced)
        document.setDocumentMargin(MARGIN_PX)
        self.setDocument(document)
        # Lines are broken at the width; a space that hangs over it is nothing to scroll to.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room = 0
        self.secrecy: SecrecyNote | None = None
        if only_read:
            self.setReadOnly(True)
        else:
            self.secrecy = SecrecyNote(self)
            # The document's own signal: it comes too where a page fills the field in and lets nobody hear of it.
            document.contentsChanged.connect(self._watch_secrecy)
            self.setAccessibleDescription(self.secrecy.text())
        theme_changed().changed.connect(self._respace)

    def note_height(self) -> int:
        """Return the px that the line on state secrets takes."""
        return self.secrecy.height_for(self.viewport().width() - MARGIN_PX) if self.secrecy is not None else 0

    def set_room(self, height: int) -> None:
        """Be so high for the text, in px, and as much higher as the line on state secrets takes."""
        self._room = height
        self._place_note()

    def _watch_secrecy(self) -> None:
        if self.secrecy is not None and self.secrecy.look_at(self.toPlainText()):
            self.setAccessibleDescription(self.secrecy.text())
            self._place_note()
            self.note_resized.emit()

    def _place_note(self) -> None:
        high = self.note_height()
        if self._room:
            self.setFixedHeight(self._room + high)
        if self.secrecy is not None:
            if self.viewportMargins().bottom() != high:
                self.setViewportMargins(0, 0, 0, high)
            text = self.viewport().geometry()
            left = text.left() + MARGIN_PX
            self.secrecy.setGeometry(left, text.bottom() + 1, text.width() - MARGIN_PX, high)

    def _respace(self) -> None:
        self.document().markContentsDirty(0, self.document().characterCount())
        self._place_note()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_note()
