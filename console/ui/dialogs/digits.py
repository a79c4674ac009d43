"""A search field in which a digit chooses at once, as long as nothing has been typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from console.ui.common.options import OptionField


class DigitField(OptionField):
    """``digit`` carries 1…9; the numeric pad sends the same."""

    digit = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and 1 <= number <= 9 and not self.text():
            self.digit.emit(number)
        else:
            super().keyPressEvent(event)
