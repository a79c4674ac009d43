"""The text field of the composer: plain text only, Enter makes a line, sending waits for the input method."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from console.domain.text import nfc
from console.ui.common.clipboard import private_mime, watch_copy
from console.ui.common.composing import WAITS, end_word
from console.ui.common.keymap import event_is
from console.ui.common.places import utf16
from console.ui.common.spaced import SpacedEdit
from console.ui.composer.outgoing import Guard, doubt_spans, slot_spans
from console.ui.theme import color, current_theme, font, px, theme_changed

_PASTE_LIMIT = 20_000
_LINE_PX = 16
"""What the field adds to its lines: border, padding, margin."""

Doubt = tuple[int, int, str]
"""Where (start, end) a text is to be looked at twice, and what is said of it."""
_Doubted = tuple[QTextCursor, str, str]
"""What is marked, the words that stood there then, and what is said of them."""


class ComposerEdit(SpacedEdit):
    """Plain-text editor that never sends half a word.

    Signals:
        commit_requested(): the save or send chord was pressed and the input method has nothing pending.
        slash_typed(): ``/`` at the start of an empty line, which opens the ready answers.
        misfired(str): the chord of the other tab was pressed; the text says which one works here.
        resized(): its width changed, and with it perhaps the number of its lines.
    """

    commit_requested = Signal()
    slash_typed = Signal()
    resized = Signal()
    misfired = Signal(str)

    def __init__(
        self, name: str, command: str, foreign: str, hint: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        """Make an editor.

        Args:
            name: for the screen reader.
            command: the command whose key commits.
            foreign: the command whose key must not act here because it commits on the other tab.
            hint: gives what to say when that one is pressed.
            parent: owner.

        """
        super().__init__("msg", parent)
        self._command, self._foreign, self._hint = command, foreign, hint
        self._guard: Guard = lambda _text: ()
        self._doubted: list[_Doubted] = []
        self._preedit = ""
        self.setProperty(WAITS, True)
        self._commit_waits = False
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._mark_slots)
        self.textChanged.connect(self.updateGeometry)
        self.note_resized.connect(self.resized)
        theme_changed().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(font("msg"))
        self._mark_slots()

    def text(self) -> str:
        """Return the text as it will be sent: composed form, no spaces around."""
        return nfc(self.toPlainText()).strip()

    def set_text(self, text: str) -> None:
        """Replace the text; undo starts anew, the cursor goes to the end."""
        self.end_word()
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def set_guard(self, guard: Guard) -> None:
        """Take what finds another citizen's details in the text; they are marked from now on, as slots are."""
        self._guard = guard
        self._mark_slots()

    def show_doubts(self, text: str, found: Sequence[Doubt]) -> None:
        """Mark what was found in a text (``text()`` then), each as long as it stands here; another text meanwhile says nothing."""
        written = self.toPlainText()
        # Places in the composed text without the blanks around it; they hold here only where that is what is written.
        lead = written.find(text) if self.text() == text else -1
        if lead < 0:
            return
        self._doubted = []
        for start, end, words in found:
            cursor = self._cursor(written, (start + lead, end + lead))
            cursor.setKeepPositionOnInsert(True)  # what is typed behind it is not of it
            self._doubted.append((cursor, cursor.selectedText(), words))
        self._mark_slots()

    def doubts(self) -> list[str]:
        """Return what is said of the marks that still stand, each once."""
        return list(
            dict.fromkeys(words for cursor, was, words in self._doubted if cursor.selectedText() == was)
        )

    def slots(self) -> list[str]:
        """Return the slots of a ready answer that nobody has filled in yet."""
        text = self.toPlainText()
        return [text[start:end] for start, end in slot_spans(text)]

    def select_slot(self) -> bool:
        """Select the next unfilled slot after the cursor, or the first; ``False`` when there is none."""
        return self._select(slot_spans(self.toPlainText()))

    def select_stranger(self) -> bool:
        """Select the next mention of another citizen after the cursor, or the first; ``False`` when there is none."""
        return self._select([(one.start, one.end) for one in self._guard(self.toPlainText())])

    def _select(self, places: list[tuple[int, int]]) -> bool:
        text = self.toPlainText()
        # Qt counts UTF-16 units.
        spans = [(utf16(text[:start]), utf16(text[:end])) for start, end in places]
        if not spans:
            return False
        here = self.textCursor().selectionEnd()
        start, end = next((span for span in spans if span[0] >= here), spans[0])
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return True

    def lines_height(self) -> int:
        """Return the height that shows all lines."""
        return round(self.document().size().height()) * current_theme().line("msg") + px(_LINE_PX)

    def _mark_slots(self) -> None:
        text = self.toPlainText()
        selections = []
        look = QTextCharFormat()
        look.setBackground(color("redSubtle"))
        look.setForeground(color("redText"))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        selections += [self._marked(text, span, look) for span in slot_spans(text)]
        if self._command == "send":
            selections += [self._marked(text, (one.start, one.end), look) for one in self._guard(text)]
            doubt = QTextCharFormat()
            doubt.setBackground(color("orangeSubtle"))
            doubt.setForeground(color("orangeText"))
            doubt.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            selections += [self._look(cursor, doubt) for cursor in self._doubts(text)]
        self.setExtraSelections(selections)

    def _doubts(self, text: str) -> list[QTextCursor]:
        self._doubted = [one for one in self._doubted if one[0].selectedText() == one[1]]
        cursors = [cursor for cursor, _was, _words in self._doubted]
        cursors += [self._cursor(text, span) for span in doubt_spans(text)]
        apart = {(cursor.selectionStart(), cursor.selectionEnd()): cursor for cursor in cursors}
        return [apart[place] for place in sorted(apart)]

    def _cursor(self, text: str, span: tuple[int, int]) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16(text[: span[0]]))
        cursor.setPosition(utf16(text[: span[1]]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _marked(self, text: str, span: tuple[int, int], look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        return self._look(self._cursor(text, span), look)

    def _look(self, cursor: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        one = QTextEdit.ExtraSelection()
        one.cursor, one.format = cursor, look
        return one

    # ---- input

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._preedit = event.preeditString()
        if self._commit_waits and not self._preedit:
            self._commit_waits = False
            self.commit_requested.emit()

    def end_word(self) -> None:
        """End a word the input method is still composing, here where it was typed: another text is about to stand here."""
        self._commit_waits = False
        if self._preedit:
            end_word(self, lambda: self._preedit)

    def commit(self) -> None:
        """Ask for the commit; with a word half composed it happens once the input method lets go of it."""
        if not self._preedit:
            self.commit_requested.emit()
            return
        self._commit_waits = True
        QGuiApplication.inputMethod().commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event_is(event, self._foreign):
            self.misfired.emit(self._hint())
        elif event_is(event, self._command):
            if not event.isAutoRepeat():
                self.commit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the window decides; a draft is never thrown away
        elif event.text() == "/" and not self.textCursor().block().text() and not self.isReadOnly():
            self.slash_typed.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # With nothing of its own to take back the field leaves Ctrl+Z to the desk.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event_is(event, "undo")
            and not self.document().isUndoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab walks the unfilled slots first; Qt asks here before any key event.
        return True if forward and self.select_slot() else super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        # Only the plain flavour is looked at, whatever else the clipboard carries. Laying out one word of a million
        # letters takes Qt minutes, so the whole text has an end too, not only each paste.
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        room = max(0, _PASTE_LIMIT - self.document().characterCount() + 1)
        cursor.insertText(source.text()[:room])
        cursor.endEditBlock()
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        text = self.textCursor().selectedText().replace("\u2029", "\n")
        watch_copy(text)
        return private_mime(text)
