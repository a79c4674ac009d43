"""The lock's key wherever the focus is, and what stands over the desk when it is locked (threats T03; officer-day.md §4)."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from console.app.inputs import Inputs
from console.ui.common.keymap import event_is


class LockKey(QObject):
    """Hears the lock's key in dialogs, menus and viewers, which keep it from the desk's window; ``pressed``."""

    pressed = Signal()

    def __init__(self, app: QApplication) -> None:
        """Listen as soon as there is a desk."""
        super().__init__()
        self._app = app
        self._desk: QWidget | None = None

    def over(self, desk: QWidget | None) -> None:
        """Say which widget is the desk now, whose own shortcut works; ``None`` while there is none."""
        self._desk = desk
        if desk is None:
            self.stop()
        else:
            Inputs.of(self._app).add(self._heard)

    def _heard(self, watched: QObject, event: QInputEvent) -> bool:
        """Take the key where the desk's shortcut cannot."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or self._desk is None:
            return False
        if not isinstance(watched, QWidget) or not event_is(event, "lock"):
            return False
        if watched.window() is self._desk.window() and self._app.activePopupWidget() is None:
            return False
        if not event.isAutoRepeat():
            self.pressed.emit()
        return True

    def stop(self) -> None:
        """Listen no more."""
        Inputs.of(self._app).remove(self._heard)


def close_over(app: QApplication, spared: Iterable[QWidget | None]) -> None:
    """Close viewers, dialogs and menus, whoever made them, and leave no text in what stays of them for a moment.

    A field is emptied without a word to anybody: what its dialog would make of an empty text is none of the lock's business. A
    dialog that does not let itself be closed is hidden and given up.
    """
    kept = tuple(one for one in spared if one is not None)
    for widget in app.topLevelWidgets():
        if any(widget is one for one in kept):
            continue
        fields: list[QLineEdit | QPlainTextEdit] = [
            *widget.findChildren(QLineEdit),
            *widget.findChildren(QPlainTextEdit),
        ]
        for field in fields:
            field.blockSignals(True)
            field.clear()
        if widget.isVisible() and not widget.close():
            widget.hide()
            widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            widget.deleteLater()
