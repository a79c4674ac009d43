"""The text of a message, to select from and copy; opened over its bubble on demand."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QWidget

from console.ui.common.clipboard import LONG_COPY, private_mime, watch_copy
from console.ui.common.labels import PlainView


class SelectableText(PlainView):
    """Read-only text whose copies stay out of clipboard histories; ``copied`` carries the number of characters.

    More than ``LONG_COPY`` characters are not copied here: ``copy_wanted`` carries them to who tells the log first.
    """

    copied = Signal(int)
    copy_wanted = Signal(str)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def createMimeDataFromSelection(self) -> QMimeData:
        text = self.textCursor().selectedText().replace("\u2029", "\n")
        if len(text) > LONG_COPY:
            self.copy_wanted.emit(text)
            return private_mime("")
        watch_copy(text)
        self.copied.emit(len(text))
        return private_mime(text)
