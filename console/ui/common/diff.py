"""Shows what was changed between two texts: what went is struck out, what came is underlined, never by colour alone."""

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from console.domain.diff import Change, word_diff
from console.runtime.i18n import tr
from console.ui.common.labels import PlainView
from console.ui.common.places import utf16
from console.ui.common.sharing import told_block, words_shown
from console.ui.theme import color, px


class DiffView(PlainView):
    """A block of plain text with marks over it."""

    def __init__(self, name: str, *, height: int = 92, parent: QWidget | None = None) -> None:
        """Make an empty one.

        Args:
            name: for the screen reader, before what differs.
            height: at scale 1.0.
            parent: owner.

        """
        super().__init__("", "body", parent=parent)
        self._name = name
        self._pieces = word_diff("", "")
        self.setFixedHeight(px(height))
        self.setAccessibleName(name)

    def show_change(self, before: str, after: str) -> None:
        """Show how ``before`` became ``after``; both of any origin."""
        self._pieces = word_diff(told_block(before), told_block(after))
        self.setPlainText("".join(piece.text for piece in self._pieces))
        self._mark()
        gone = self._joined(Change.GONE)
        new = self._joined(Change.NEW)
        self.setAccessibleDescription(
            tr("Bớt: {gone}. Thêm: {new}", gone=words_shown(gone) or "–", new=words_shown(new) or "–")
        )

    def _joined(self, change: Change) -> str:
        return " … ".join(piece.text.strip() for piece in self._pieces if piece.change is change)

    def _restyle(self) -> None:
        super()._restyle()
        if hasattr(self, "_pieces"):
            self._mark()

    def _mark(self) -> None:
        marks = []
        at = 0
        for piece in self._pieces:
            end = at + utf16(piece.text)
            if piece.change is not Change.SAME:
                one = QTextEdit.ExtraSelection()
                cursor = QTextCursor(self.document())
                cursor.setPosition(at)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                one.cursor, one.format = cursor, _look(piece.change)
                marks.append(one)
            at = end
        self.setExtraSelections(marks)


def _look(change: Change) -> QTextCharFormat:
    look = QTextCharFormat()
    gone = change is Change.GONE
    look.setBackground(color("redSubtle" if gone else "greenSubtle"))
    look.setForeground(color("redText" if gone else "greenText"))
    if gone:
        look.setFontStrikeOut(True)
    else:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    return look
