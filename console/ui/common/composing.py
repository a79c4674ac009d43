"""Ends a word that an input method is composing, in the field where it is being typed."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QWidget

WAITS = "waitsForWord"
"""Property of a field whose Enter with Ctrl waits for the input method by itself."""


def end_word(field: QWidget, composing: Callable[[], str]) -> None:
    """End the word; ``composing`` tells what of it is left. An input method that does not answer loses it to the field."""
    QGuiApplication.inputMethod().commit()
    word = composing()
    if word:
        QGuiApplication.inputMethod().reset()
        event = QInputMethodEvent("", [])
        event.setCommitString(word)
        QCoreApplication.sendEvent(field, event)
